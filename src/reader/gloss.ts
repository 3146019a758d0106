import { AND, BY, type Lexeme, LIKE, type Pack, type Sense, type Stem, THE, TO, WILL } from './lexicon/pack.ts'
import { begins } from './lexicon/begins.ts'
import type { Word } from './page.ts'

/** One reading of a word in its place. `length` counts the words it covers; `before` holds the clitics taken off. */
export type Found = {
  readonly lexeme: Lexeme
  readonly form: Sense['form']
  readonly number: 1 | 2 | 3
  readonly before: number
  readonly after: string
  readonly length: number
  /** A deed named by a form of the verb itself (to sign, signing), not by a noun. */
  readonly verbal?: 'infinitive' | 'gerund'
}

export type Tense = 'past' | 'present' | 'future'

/** What a word does in its sentence: a finite verb or nominal readings, and the part of a small word. A word read as a verb has no nominal reading. */
export type Gloss = {
  readonly verbs: readonly Found[]
  readonly tense: Tense | null
  readonly nouns: readonly Found[]
  readonly particle: Found | null
  /** Bits of clitics of the reading taken. */
  readonly before: number
  /** Words covered by the reading taken. */
  readonly length: number
  /** What it may be to the passes, as bits of `trait`. */
  readonly traits: number
  /** The part that a small word plays. */
  readonly role: string | undefined
  /** What it says of the word after it. */
  readonly lead: Lead
}

const nounBefore = new Set(['prep', 'in', 'topic', 'with', 'between', 'means', 'purpose', 'besides', 'refrain'])
const future = new Set(['will', 'will-not'])
const verbBefore = new Set(['negation', 'relative', 'complement', 'already', 'break', 'condition'])

/** What the word before says of a word that may be verb or noun: nothing, a noun follows, a verb follows, a verb of the future follows. */
type Lead = 0 | 1 | 2 | 3

const leadOf = (part: string | undefined): Lead => {
  if (part === undefined) return 0
  if (nounBefore.has(part)) return 1
  if (future.has(part)) return 3
  return verbBefore.has(part) ? 2 : 0
}

const nothing: readonly Found[] = []

/** What a gloss is made of. */
type Parts = Omit<Gloss, 'traits' | 'role' | 'lead'>

const noParts: Parts = { verbs: nothing, tense: null, nouns: nothing, particle: null, before: 0, length: 1 }

/** What a word may be to the passes, as bits: each looks closer only at words that have the bits it asks for. */
export const trait = {
  verb: 1, force: 2, says: 4, gives: 8, way: 16, action: 32, instrument: 64, body: 128, meeting: 256, meets: 512, project: 1024, works: 2048, member: 4096, role: 8192, speech: 16384,
} as const

const traitsOfMeaning = ({ force, gives, gift, way, action, light, instrument, body, meeting, meets, project, works, ordinal, role: part }: Found['lexeme']['means']): number =>
  (force === undefined ? 0 : trait.force) | (gives === undefined && gift === undefined && action !== 'support' ? 0 : trait.gives) | (way === undefined ? 0 : trait.way) |
  (action === undefined && light === undefined ? 0 : trait.action) | (instrument === undefined ? 0 : trait.instrument) | (body === undefined ? 0 : trait.body) |
  (meeting === undefined ? 0 : trait.meeting) | (meets === undefined ? 0 : trait.meets) | (project === undefined ? 0 : trait.project) | (works === undefined ? 0 : trait.works) |
  (ordinal === undefined && part !== 'other-one' ? 0 : trait.member) | (part === undefined ? 0 : trait.role)

const traitsOf = ({ verbs, nouns, particle }: Parts): number => {
  let bits = verbs.length > 0 ? trait.verb : 0
  for (const found of [...verbs, ...nouns, ...(particle ? [particle] : [])]) bits |= traitsOfMeaning(found.lexeme.means)
  if (verbs.some(({ lexeme: { means } }) => means.says ?? means.announces)) bits |= trait.says
  return nouns.some(opensSpeech) ? bits | trait.speech : bits
}

/** A noun for who does it ("announcing that") speaks when its verb does. */
const opensSpeech = ({ form, lexeme: { means } }: Found): boolean => form === 'doer' && (means.says === true || means.force !== undefined)

export const glossOf = (parts: Parts): Gloss => {
  const part = parts.particle?.lexeme.means.role
  return { ...parts, traits: traitsOf(parts), role: part, lead: leadOf(part) }
}

export const blank = glossOf(noParts)

const finite = ({ form }: Found) => form === 'past' || form === 'present'

export const role = (gloss: Gloss | undefined): string | undefined => gloss?.role

/** All that a place says of the word in it: what stands before it, whether a clause opens there, whether a name follows. */
type Place = { readonly lead: Lead; readonly opens: boolean; readonly named: boolean }

const places: readonly Place[] = Array.from({ length: 16 }, (_, bits) => ({ lead: (bits >> 2) as Lead, opens: (bits & 2) !== 0, named: (bits & 1) !== 0 }))

/** Whether a word that may be verb or noun is the verb here. */
const verbHere = (found: Found, nominal: boolean, { lead }: Place, opens: boolean): boolean => {
  if (found.before & WILL) return true
  if (found.before & (BY | LIKE) || lead === 1) return false
  return !nominal || opens || lead > 1
}

const tenseOf = (found: Found, { lead }: Place): Tense => {
  if (found.form === 'past') return 'past'
  return found.before & WILL || lead === 3 ? 'future' : 'present'
}

const partsAt = (all: readonly Found[], place: Place): Parts => {
  const particle = all.find(({ lexeme }) => lexeme.pos === 'particle') ?? null
  const nouns = all.filter((one) => !finite(one) && one.lexeme.pos !== 'particle' && !(particle !== null && (one.before & ~particle.before) !== 0))
  const nominal = nouns.some((one) => !(one.before & TO)) || particle !== null
  const joins = (one: Found) => (one.before & AND) !== 0 && (place.named || one.number === 2 || !nouns.some(({ form, before }) => form === 'deed' && before === one.before))
  const verbs = all.filter((one) => finite(one) && verbHere(one, nominal, place, place.opens || joins(one)))
  const first = verbs[0]
  const taken = first ?? particle ?? nouns[0]
  return {
    verbs, tense: first ? tenseOf(first, place) : null, nouns: first ? nothing : nouns, particle: first ? null : particle,
    before: taken?.before ?? 0, length: taken?.length ?? 1,
  }
}

/** The readings of a written form, and the gloss they come to in each place: few places differ, so each gloss is made once. */
export type Reading = { readonly all: readonly Found[]; readonly glosses: (Gloss | undefined)[] }

/** A reading that needs further words after the first. */
type Phrase = Reading & { readonly sense: Sense }

/** All that a written form can do in a sentence, before its place is known. */
export type Readings = { readonly single: Reading; readonly phrases: readonly Phrase[] }

const foundOf = (stem: Stem, { lexeme, form, number, rest }: Sense): Found => ({ lexeme, form, number, before: stem.before, after: stem.after, length: 1 + rest.length })

const guess: Lexeme = { id: 'reader.unknown-future', pos: 'verb', means: { action: 'other', guessed: true }, takes: [] }

export const guessed = glossOf({ verbs: [{ lexeme: guess, form: 'present', number: 1, before: WILL, after: '', length: 1 }], tense: 'future', nouns: nothing, particle: null, before: WILL, length: 1 })

const deedGuessed = (before: number): Gloss =>
  glossOf({ verbs: [], tense: null, nouns: [{ lexeme: guess, form: 'deed', number: 1, before, after: '', length: 1, verbal: 'infinitive' }], particle: null, before, length: 1 })

/** A word that the pack does not know where a base form must stand: by itself, and in a list. */
export const guessedDeed = deedGuessed(0)
export const joinedDeed = deedGuessed(AND)

/** An unknown word that is written like a verb of the future; whether a party stands beside it is asked later. */
const unknownFuture = (form: string, stems: readonly Stem[], futures: Pack['futures']): boolean =>
  futures !== null && form.length >= futures.letters && stems.every(({ senses, before }) => senses.length === 0 && before === 0) && futures.begins.some((begin) => form.startsWith(begin))

const known = (all: readonly Found[]): Reading => ({ all, glosses: [] })

const noGloss: readonly Gloss[] = places.map(() => blank)
const guessedGloss: readonly Gloss[] = places.map(() => guessed)
/** Of a form that the pack does not know, or knows only as part of a name or a pattern. */
export const noReadings: Readings = { single: { all: nothing, glosses: [...noGloss] }, phrases: [] }
const guessedReadings: Readings = { single: { all: nothing, glosses: [...guessedGloss] }, phrases: [] }

/** Works out what a written form can be read as. */
export const readingsOf = (form: string, stems: readonly Stem[], futures: Pack['futures']): Readings => {
  if (stems.every(({ senses }) => senses.length === 0)) return stems.length > 0 && unknownFuture(form, stems, futures) ? guessedReadings : noReadings
  const all = stems.flatMap((stem) => stem.senses.map((sense) => ({ sense, found: foundOf(stem, sense) })))
  const single = all.filter(({ sense }) => sense.rest.length === 0).map(({ found }) => found)
  return {
    single: single.length > 0 ? known(single) : noReadings.single,
    phrases: all.filter(({ sense }) => sense.rest.length > 0).map(({ sense, found }) => ({ ...known([found]), sense })),
  }
}

/** A further word of a phrase with the article: split from it by the pack, or written before letters that the pack knows in phrases only. */
const definite = (word: Word, form: string, the: string): boolean => word.form === the + form || word.stems.some((stem) => stem.form === form && stem.before === THE)

const restFits = (words: readonly Word[], at: number, { rest, lexeme }: Sense, the: string): boolean => {
  if (at + rest.length >= words.length) return false
  for (let k = 0; k < rest.length; k += 1) {
    const word = words[at + 1 + k]!
    if (word.form !== rest[k] && (lexeme.pos === 'particle' || !definite(word, rest[k]!, the))) return false
  }
  return true
}

/** Of several readings the longest wins: a phrase is more than its first word. */
export const readingAt = (words: readonly Word[], at: number, the: string): Reading => {
  const { single, phrases } = words[at]!.readings
  let fitting: readonly Phrase[] = noPhrases
  let most = 1
  for (const phrase of phrases) {
    const length = phrase.sense.rest.length
    if (length < most || !restFits(words, at, phrase.sense, the)) continue
    fitting = length === most ? [...fitting, phrase] : [phrase]
    most = length
  }
  if (fitting.length === 0) return single
  return fitting.length === 1 ? fitting[0]! : known(fitting.flatMap(({ all }) => all))
}

const noPhrases: readonly Phrase[] = []

/** What a word is, apart from its clitics and endings: its lexeme where the pack knows it, else its barest stem. */
export const kernel = (words: readonly Word[], glosses: readonly Gloss[], at: number): string => {
  const gloss = glosses[at] as Gloss
  const known = gloss.nouns[0] ?? gloss.verbs[0]
  return (known?.lexeme.means.guessed ? undefined : known?.lexeme.id) ?? (words[at] as Word).stems.at(-1)?.form ?? (words[at] as Word).form
}

/** The first of several readings whose lexeme has a meaning of the given name. */
export const meaning = (found: readonly Found[], name: keyof Found['lexeme']['means']): Found | null => {
  for (let at = 0; at < found.length; at += 1) if (found[at]!.lexeme.means[name] !== undefined) return found[at]!
  return null
}

/** Marks after which a clause begins anew; a comma alone does not make a verb of a word that may be a noun. */
const openers = new Set([':', '"', '-', '(', ')'])

const glossIn = ({ all, glosses: kept }: Reading, bits: number): Gloss => (kept[bits] ??= glossOf(partsAt(all, places[bits]!)))

/** What a place says, as the number of a `Place`. Nothing is said over a mark or the head of a sentence. Behind a quotation mark something opens where the mark does (`quoted`). */
const placeAt = (words: readonly Word[], at: number, previous: Gloss | null, head: boolean, named: boolean, quoted: boolean): number => {
  const before = at > 0 ? words[at - 1]! : null
  const opens = head || before === null || (before.kind === 'mark' && openers.has(before.form) && (before.form !== '"' || quoted))
  const lead = opens || before.kind === 'mark' || previous === null ? 0 : previous.lead
  return (lead << 2) | (opens ? 2 : 0) | (named ? 1 : 0)
}

/**
 * Decides for every word whether it is a verb, a noun or a small word. Verb and noun are often written alike, so the place decides:
 * after a preposition stands a noun; inside a sum or a date no verb stands (`told`); after "and" a word that may be either is the verb only when a name follows it (`named`); at the head of a clause stands the verb.
 */
export const glosses = (words: readonly Word[], the: string, heads: Uint8Array, named: (at: number) => boolean, told: (at: number) => boolean): readonly Gloss[] => {
  const out = Array<Gloss>(words.length)
  let skip = 0
  let quoted = false
  for (let at = 0; at < words.length; at++) {
    if (heads[at] === 1) quoted = false
    if (words[at]!.form === '"') quoted = !quoted
    const reading = skip > 0 || (words[at]!.bits & begins.reading) === 0 ? noReadings.single : readingAt(words, at, the)
    const gloss = reading === noReadings.single ? blank : glossIn(reading, placeAt(words, at, at > 0 ? out[at - 1]! : null, heads[at] === 1, named(at + 1), quoted))
    out[at] = gloss.verbs.length > 0 && told(at) ? blank : gloss
    skip = skip > 0 ? skip - 1 : gloss.length - 1
  }
  return out
}

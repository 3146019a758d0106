import { blank, type Found, type Gloss, glossOf, guessed, guessedDeed, joinedDeed, noReadings, readingAt, type Tense } from './gloss.ts'
import { begins } from './lexicon/begins.ts'
import { AND, THE, TO } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import type { Word } from './page.ts'

/**
 * Glosses of a language whose small words stand apart and whose verbs and nouns are written alike in many forms: what stands before a word
 * decides what it is. Small words give the next word the bits that other languages write fast to it.
 */

/** What a mark of an earlier pass makes of a word: a name, a demonym, a time, a sum; null for other words. `ends` where it is the last word. */
export type Marked = { readonly is: 'name' | 'demonym' | 'time' | 'sum'; readonly from: number; readonly to: number } | null

/**
 * What stands before a word. `head` the beginning of a clause, `pause` a comma, `nominal` what a noun must follow, `object` a noun after a
 * preposition, `subject` somebody who can act; the last four are verbs that carry the next.
 */
type Lead = 'head' | 'pause' | 'and' | 'nominal' | 'prep' | 'noun' | 'object' | 'subject' | 'verb' | 'modal' | 'to' | 'be' | 'have'

type Walk = {
  lead: Lead
  /** The lead before the last preposition: a time after it is passed over ("on Monday signed"). */
  resume: Lead
  bits: number
  own: boolean
  /** Whether a preposition governs the noun to come. */
  governed: boolean
  tense: Tense
  /** Whether nothing but names and nouns stands before the last comma of a clause. */
  named: boolean
  /** Whether the clause has its verb; whether it spoke. */
  finite: boolean
  spoke: boolean
  /** Whether the last verb opens a clause of what is said, agreed or hoped. */
  opens: boolean
  /** Whether a clause between commas tells of the subject, whose verb is still to come. */
  aside: boolean
  /** Whether the word right after is a base form for sure ("should"), so that one the pack does not know is a verb too. */
  bare: boolean
  /** What stood before brackets that opened, to go on with behind them. */
  outer: { readonly lead: Lead; readonly finite: boolean; readonly governed: boolean } | null
  /** The form that a verb after "and" or a comma takes up again. */
  parallel: 'deed' | 'gerund' | null
}

type Line = { readonly words: readonly Word[]; readonly marks: (at: number) => Marked }

const begun = (): Walk => ({ lead: 'head', resume: 'head', bits: 0, own: false, governed: false, tense: 'present', named: false, finite: false, spoke: false, opens: false, aside: false, bare: false, outer: null, parallel: null })

const carrying = new Set<Lead>(['modal', 'to', 'be', 'have'])

const noneOf: readonly Found[] = []

/** The readings of one form among all; most words have none of it, and then nothing is made. */
const formed = (all: readonly Found[], form: Found['form']): readonly Found[] => {
  let found: Found[] | null = null
  for (let k = 0; k < all.length; k += 1) if (all[k]!.form === form) (found ??= []).push(all[k]!)
  return found ?? noneOf
}

const madeOf = new WeakMap<readonly Found[], Map<number, Gloss>>()

/** A gloss is made once for the readings of a word and what its place makes of them, told by `key`. */
const kept = (all: readonly Found[], key: number, make: () => Gloss): Gloss => {
  const glosses = madeOf.get(all) ?? new Map<number, Gloss>()
  const before = glosses.get(key)
  if (before) return before
  if (glosses.size === 0) madeOf.set(all, glosses)
  const gloss = make()
  glosses.set(key, gloss)
  return gloss
}

const choices = ['verb', 'deed', 'doer', 'done'] as const
const tensesOf: readonly Tense[] = ['past', 'present', 'future']
const formsOf: readonly Found['form'][] = ['plain', 'present', 'past', 'done', 'gerund']

const nominal = ({ form, lexeme: { pos } }: Found): boolean => pos !== 'particle' && !(pos === 'verb' && form !== 'deed')

const isAdverb = (line: Line, at: number): boolean => {
  const { bits, qualities } = line.words[at]!
  if ((bits & begins.reading) === 0) return (qualities & quality.adverb) !== 0
  const known = allAt(line, at)
  return known.length > 0 ? known[0]!.lexeme.means.role === 'adverb' : (qualities & quality.adverb) !== 0
}

/** Past words that only colour a verb. */
const pastAdverbs = (line: Line, from: number): number => {
  let at = from
  while (at < line.words.length && isAdverb(line, at)) at += 1
  return at
}

/** What the pack can take a word for in its place, phrases included. */
const allAt = ({ words }: Line, at: number): readonly Found[] =>
  at < words.length && (words[at]!.bits & begins.reading) !== 0 ? readingAt(words, at, '').all : noReadings.single.all

const roleOf = (line: Line, at: number): string | undefined => allAt(line, at).find(({ lexeme }) => lexeme.pos === 'particle')?.lexeme.means.role

const leadsNoun = ({ words }: Line, at: number): boolean => {
  const word = words[at]
  return word !== undefined && ((word.apart & THE) !== 0 || (word.qualities & (quality.determiner | quality.own)) !== 0 || word.kind === 'number')
}

/** Whether what stands at a word can be the object of a verb before it. */
const objectAt = (line: Line, at: number): boolean => {
  const word = line.words[at]
  if (word === undefined || word.kind === 'mark') return false
  if (leadsNoun(line, at) || line.marks(at)?.is === 'name' || line.marks(at)?.is === 'demonym') return true
  const all = allAt(line, at)
  if (roleOf(line, at) === 'pronoun') return true
  return word.apart === 0 && !isAdverb(line, at) && (all.length === 0 ? line.marks(at) === null : all.some(nominal))
}

const preposition = new Set(['prep', 'in', 'topic', 'with', 'between', 'means', 'under', 'besides', 'source', 'agent', 'worth'])

/** Whether a phrase that describes goes on at a word: a preposition, a time. */
const described = (line: Line, at: number): boolean => preposition.has(roleOf(line, at) ?? '') || line.marks(at)?.is === 'time' || (line.words[at]?.apart ?? 0) === TO

const finiteRoles = new Set(['was', 'is', 'will', 'will-not', 'already'])

/** How far ahead the verb of a clause is looked for, in words. */
const reach = 25

/** Whether the clause still gets its verb after a word: then a form that may be past or a participle is the participle. */
const verbAhead = (line: Line, from: number): boolean => {
  for (let at = from; at < Math.min(from + reach, line.words.length); at += 1) {
    const word = line.words[at]!
    const all = allAt(line, at)
    if (word.kind === 'mark' || roleOf(line, at) === 'relative' || roleOf(line, at) === 'break') return false
    if (finiteRoles.has(roleOf(line, at) ?? '')) return true
    if (at > from + 1 && line.marks(at) === null && formed(all, 'past').length > 0 && !all.some(nominal) && !described(line, at + 1)) return true
  }
  return false
}

/** What a choice comes to: a finite verb with its tense, a deed, somebody doing, something done, or the nominal readings. */
type Choice = { readonly as: 'verb'; readonly found: readonly Found[]; readonly tense: Tense } | { readonly as: 'deed' | 'doer' | 'done'; readonly found: readonly Found[] } | null

const verb = (found: readonly Found[], tense: Tense): Choice => (found.length > 0 ? { as: 'verb', found, tense } : null)

const passive = (walk: Walk, found: readonly Found[]): Choice => {
  if (found.length === 0) return null
  if (walk.bits & TO) return { as: 'deed', found }
  return { as: 'verb', found, tense: walk.tense === 'future' ? 'future' : 'past' }
}

/** After a verb that carries the next: will sign, has signed, was signed, is signing, to sign. */
const carried = (walk: Walk, all: readonly Found[]): Choice => {
  const plain = formed(all, 'plain')
  switch (walk.lead) {
    case 'modal': return verb(plain, walk.tense)
    case 'to': return plain.length > 0 ? { as: 'deed', found: plain } : formed(all, 'gerund').length > 0 ? { as: 'deed', found: formed(all, 'gerund') } : null
    case 'have': return verb(formed(all, 'done'), walk.tense === 'future' ? 'future' : 'past')
    case 'be': return formed(all, 'gerund').length > 0 ? verb(formed(all, 'gerund'), walk.tense === 'future' ? 'future' : 'present') : passive(walk, formed(all, 'done'))
    default: return null
  }
}

/** "Signed on Friday a protocol": behind a verb and its time what it acts on. */
const datedObject = (line: Line, after: number): boolean => {
  let at = line.marks(after)?.is === 'time' ? after : after + 1
  if (line.marks(at)?.is !== 'time') return false
  while (line.marks(at)?.is === 'time') at += 1
  return objectAt(line, at)
}

/** "signed": a verb of the past, or what something is that was signed. */
const pastOrDone = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice => {
  const [past, done] = [formed(all, 'past'), formed(all, 'done')]
  if (past.length === 0) return done.length > 0 ? { as: 'done', found: done } : null
  if (done.length === 0) return verb(past, 'past')
  const participle: Choice = { as: 'done', found: done }
  const byAgent = described(line, after) && !datedObject(line, after) && line.words[after]?.form !== undefined && done.every(({ lexeme }) => !lexeme.takes.includes(line.words[after]!.form))
  switch (walk.lead) {
    case 'nominal': case 'prep': case 'verb': return participle
    case 'head': case 'pause': return byAgent && !past.some(({ lexeme: { means } }) => means.says ?? means.meets) ? participle : verb(past, 'past')
    case 'and': return verb(past, 'past')
    default: return walk.finite || (walk.lead !== 'subject' && byAgent && verbAhead(line, after)) ? participle : verb(past, 'past')
  }
}

/** "On raising trade, opening borders and holding talks": a list that goes on to its last member, which "and" brings; without one a form in -ing only adds to what was told. */
const goesOn = (line: Line, from: number): boolean => {
  for (let at = from; at < Math.min(from + reach, line.words.length - 1); at += 1) {
    const { kind, form, apart } = line.words[at]!
    if (kind === 'mark' && (form === '.' || form === ';')) return false
    if (apart === AND && formed(allAt(line, pastAdverbs(line, at + 1)), 'gerund').length > 0) return true
  }
  return false
}

const gerundAt = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice => {
  const found = formed(all, 'gerund')
  if (found.length === 0) return null
  const speaks = found.some(({ lexeme: { means } }) => means.says ?? means.force)
  switch (walk.lead) {
    case 'prep': case 'verb': case 'nominal': case 'head': return { as: 'deed', found }
    case 'and': case 'pause': return walk.parallel === 'gerund' && !(walk.lead === 'pause' && (speaks || !goesOn(line, after))) ? { as: 'deed', found } : { as: 'doer', found }
    default: return { as: 'doer', found }
  }
}

/** "Agreed to form a council, and plan to sign a pact": a word of force that leads to an infinitive of its own goes on with the finite verb. */
const intends = (line: Line, walk: Walk, found: readonly Found[], after: number): boolean =>
  walk.lead === 'and' && found.some(({ lexeme: { means } }) => means.force === 'planned' || means.force === 'hoped' || means.force === 'pledged') && ((line.words[after]?.apart ?? 0) & TO) !== 0 && infinitive(line, { ...walk, lead: 'verb' }, after)

/** A base form in the place of a verb: after "and" or in a list it takes up the form before, after a verb it is what is helped. */
const plainAt = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice => {
  const found = formed(all, 'plain')
  if (found.length === 0 || (all.some(nominal) && !objectAt(line, after) && !(walk.lead === 'subject' && (line.words[after]?.apart ?? 0) === TO) && !(walk.lead === 'and' && walk.parallel === 'deed' && (line.words[after]?.apart ?? 0) === TO && infinitive(line, walk, after)))) return null
  switch (walk.lead) {
    case 'and': case 'pause': return walk.parallel === 'deed' && !intends(line, walk, found, after) ? { as: 'deed', found } : walk.lead === 'and' && (!all.some(nominal) || intends(line, walk, found, after)) ? verb(found, 'present') : null
    case 'verb': return { as: 'deed', found }
    case 'head': return leadsNoun(line, after) || (!all.some(nominal) && objectAt(line, after)) ? { as: 'deed', found } : null
    case 'subject': return walk.finite ? null : verb(found, 'present')
    case 'noun': case 'object': return walk.finite || all.some(nominal) ? null : verb(found, 'present')
    default: return null
  }
}

/** "To widen ties, set up a fund and put roads …": a base form written like its past takes up the form before where its object follows. */
const takenUp = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice =>
  (walk.lead === 'and' || walk.lead === 'pause') && walk.parallel === 'deed' && formed(all, 'past').length > 0 && objectAt(line, after) ? plainAt(line, walk, all, after) : null

const presentAt = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice => {
  const found = formed(all, 'present')
  if (found.length === 0 || walk.lead === 'nominal' || walk.lead === 'prep') return null
  if (!all.some(nominal)) return verb(found, 'present')
  const next = line.words[after]
  const taken = next !== undefined && (((next.apart & TO) !== 0 && infinitive(line, walk, after)) || found.some(({ lexeme }) => lexeme.takes.includes(next.form)))
  const acts = walk.lead === 'subject' || walk.lead === 'noun' || walk.lead === 'and'
  return acts && !walk.finite && (taken || (walk.lead === 'subject' && objectAt(line, after))) ? verb(found, 'present') : null
}

/** A word that is a noun too ("building") is the form in -ing before an object: after a small word or a verb, and in a list of such forms before what opens a noun. */
const gerundial = (line: Line, walk: Walk, after: number): boolean =>
  walk.lead === 'prep' || walk.lead === 'verb' ? objectAt(line, after) : (walk.lead === 'and' || walk.lead === 'pause') && walk.parallel === 'gerund' && leadsNoun(line, after)

const choose = (line: Line, walk: Walk, all: readonly Found[], after: number): Choice => {
  if (carrying.has(walk.lead)) return carried(walk, all)
  const base = takenUp(line, walk, all, after)
  if (base) return base
  const nouns = all.some(nominal)
  const described = all.some(({ lexeme: { pos } }) => pos === 'adjective') && objectAt(line, after)
  const past = nouns && walk.lead === 'nominal' ? null : pastOrDone(line, walk, all, after)
  return past ?? (described || (nouns && !gerundial(line, walk, after)) ? null : gerundAt(line, walk, all, after)) ?? plainAt(line, walk, all, after) ?? presentAt(line, walk, all, after)
}

const bitsOf = (walk: Walk, choice: NonNullable<Choice>): number => {
  const listed = walk.lead === 'pause' && choice.as === 'deed' && walk.parallel !== null ? AND : 0
  return (walk.bits & (choice.as === 'deed' ? AND | TO : AND)) | (walk.lead === 'nominal' ? walk.bits & THE : 0) | listed
}

const verbal = (walk: Walk, choice: NonNullable<Choice>, length: number, all: readonly Found[]): Gloss => {
  const [before, noun] = [bitsOf(walk, choice), walk.lead === 'nominal']
  const tense = choice.as === 'verb' ? tensesOf.indexOf(choice.tense) : 0
  const key = 1 + (((((choices.indexOf(choice.as) * 3 + tense) * 5 + formsOf.indexOf(choice.found[0]!.form)) * 2 + (noun ? 1 : 0)) << 6) | before)
  return kept(all, key, () => verbalGloss(choice, before, noun, length))
}

const verbalGloss = (choice: NonNullable<Choice>, before: number, noun: boolean, length: number): Gloss => {
  const as = (form: Found['form']): readonly Found[] => choice.found.map((found) => ({ ...found, form, before, ...(choice.as === 'deed' && !noun ? { verbal: found.form === 'gerund' ? ('gerund' as const) : ('infinitive' as const) } : {}) }))
  if (choice.as === 'verb') return glossOf({ verbs: as(choice.tense === 'past' ? 'past' : 'present'), tense: choice.tense, nouns: [], particle: null, before, length })
  return glossOf({ verbs: [], tense: null, nouns: as(choice.as), particle: null, before, length })
}

const nounGloss = (walk: Walk, all: readonly Found[], length: number): Gloss => {
  const before = walk.bits & (AND | THE)
  return kept(all, -1 - (before << 1) - (walk.own ? 1 : 0), () => {
    const nouns = all.filter(nominal).map((found) => ({ ...found, before, after: walk.own ? 'own' : '' }))
    return nouns.length === 0 ? blank : glossOf({ verbs: [], tense: null, nouns, particle: null, before, length })
  })
}

const afterVerb = (walk: Walk, choice: NonNullable<Choice>): void => {
  const means = choice.found.map(({ lexeme }) => lexeme.means)
  walk.parallel = choice.as === 'deed' ? (choice.found[0]!.form === 'gerund' ? 'gerund' : 'deed') : choice.as === 'verb' && choice.tense === 'future' ? 'deed' : choice.as === 'verb' ? null : walk.parallel
  const spoke = (choice.as === 'verb' || choice.as === 'doer') && means.some(({ says }) => says)
  walk.opens = choice.found.some(({ lexeme: { means, takes } }) => means.says === true || takes.includes(opener))
  walk.spoke = spoke || (walk.spoke && choice.as !== 'verb')
  walk.finite = choice.as === 'verb' ? !means.some(({ says }) => says) : walk.finite
  walk.lead = choice.as === 'done' ? (walk.lead === 'noun' || walk.lead === 'object' || walk.lead === 'subject' ? 'verb' : 'nominal') : 'verb'
  walk.bits = walk.lead === 'nominal' ? walk.bits : 0
  walk.own = false
  walk.governed = walk.governed && walk.lead === 'nominal'
}

const afterNoun = (walk: Walk, gloss: Gloss): void => {
  const last = gloss.nouns.at(-1)!
  const described = gloss.nouns.every(({ form, lexeme: { pos } }) => pos === 'adjective' || form === 'done')
  if (described) walk.lead = 'nominal'
  else if (last.lexeme.means.actor) walk.lead = 'subject'
  else walk.lead = walk.governed ? 'object' : 'noun'
}

const tenses: Readonly<Record<string, Tense>> = { was: 'past', is: 'present', may: 'present', negation: 'present', will: 'future', 'will-not': 'future', already: 'past' }
const leads: Readonly<Record<string, Lead>> = { was: 'be', is: 'be', be: 'be', will: 'modal', 'will-not': 'modal', already: 'have', relative: 'subject', complement: 'head', break: 'head', condition: 'head', purpose: 'prep', every: 'nominal', possessive: 'nominal', pronoun: 'subject', 'first-person': 'subject', negation: 'modal', may: 'modal', this: 'nominal' }

/** Forms of "be" and "have" after another carrying verb keep its tense and its "to". */
const carries = (walk: Walk, role: string): void => {
  const chained = carrying.has(walk.lead)
  if (!chained) walk.tense = tenses[role] ?? 'present'
  if (!chained || role === 'will') walk.bits &= AND
  walk.finite = walk.finite || finiteRoles.has(role)
  walk.lead = leads[role]!
}

const afterParticle = (walk: Walk, found: Found): void => {
  const { role, force, ordinal, actor } = found.lexeme.means
  if (role === 'adverb' || role === 'turn' || (role === 'negation' && carrying.has(walk.lead))) return
  if (role !== undefined && carrying.has(leads[role] ?? 'head')) return carries(walk, role)
  if (role === 'relative' && walk.lead === 'pause') walk.aside = walk.named
  if (role !== undefined && preposition.has(role) && walk.lead !== 'prep') walk.resume = walk.lead
  walk.governed = (role !== undefined && preposition.has(role)) || (walk.governed && (ordinal !== undefined || role === 'this' || role === 'possessive'))
  walk.bits = role === undefined && ordinal !== undefined ? walk.bits : role === 'possessive' ? THE : 0
  walk.own = false
  if (role === 'relative' || role === 'complement' || role === 'break' || role === 'condition') Object.assign(walk, { finite: false, spoke: false })
  if (force !== undefined) Object.assign(walk, { finite: true, lead: 'to', tense: 'future', bare: found.lexeme.takes.includes(base) })
  else if (actor !== undefined) walk.lead = 'subject'
  else walk.lead = role === undefined ? 'nominal' : (leads[role] ?? 'prep')
}

/** The name under which `takes` lists a base form right after the word. */
const base = 'bare'

/** The name under which `takes` lists a clause as a complement. */
const opener = 'that'

/** Of small words written alike: after a noun one that begins a clause about it, after a verb that spoke one that begins what was said. */
const particleAt = (walk: Walk, all: readonly Found[]): Found | null => {
  const found = all.filter(({ lexeme }) => lexeme.pos === 'particle')
  if (found.length < 2) return found[0] ?? null
  const about = (walk.lead === 'noun' || walk.lead === 'object') && !walk.spoke
  const part = about ? 'relative' : walk.opens || walk.lead !== 'verb' ? 'complement' : 'this'
  return found.find(({ lexeme: { means } }) => means.role === part) ?? found[0]!
}

const pauses: Readonly<Record<string, Lead>> = { ',': 'pause', ';': 'head', ':': 'head', '(': 'head', '"': 'head' }

const afterMark = (walk: Walk, form: string): void => {
  if (form === '(') walk.outer = { lead: walk.lead, finite: walk.finite, governed: walk.governed }
  if (form === ')' && walk.outer) Object.assign(walk, walk.outer, { outer: null })
  const lead = pauses[form]
  if (lead === undefined) return
  const quiet = form === '"' && walk.lead !== 'verb' && walk.lead !== 'pause'
  if (form === ',') walk.named = !walk.finite && walk.lead === 'subject'
  const back = walk.aside && form === ',' && walk.finite
  if (!quiet) Object.assign(walk, { lead: back ? 'subject' : lead, bits: 0, own: false, governed: false })
  if (form !== '"') walk.finite = false
}

/** "to" before a base form begins an infinitive; before anything else it is a preposition. */
const infinitive = (line: Line, walk: Walk, at: number): boolean => {
  const next = pastAdverbs(line, at + 1)
  const all = allAt(line, next)
  if (roleOf(line, next) === 'be') return true
  if (formed(all, 'plain').length === 0 || line.marks(next)?.is === 'name') return false
  return !all.some(nominal) || walk.lead === 'verb' || walk.lead === 'to' || walk.lead === 'subject' || objectAt(line, next + 1)
}

const joins = glossOf({ verbs: [], tense: null, nouns: [], particle: null, before: AND, length: 1 })

/** A small word that says something of the next. Null where it is none here. */
const apartAt = (line: Line, walk: Walk, at: number): Gloss | null => {
  const bits = line.words[at]!.apart
  if (bits === 0 || (bits === TO && !infinitive(line, walk, at))) return null
  if (bits === AND) Object.assign(walk, { lead: 'and', bits: AND, own: false, finite: false, governed: false })
  if (bits === THE) Object.assign(walk, { lead: 'nominal', bits: (walk.bits & AND) | THE, own: false })
  if (bits === TO) Object.assign(walk, { lead: 'to', bits: (walk.lead === 'and' ? AND : 0) | TO, own: false, tense: 'future' })
  return bits === AND ? joins : blank
}

/** A word of which the pack says nothing in a sentence: what it may be all the same says what follows it. */
const unknownAt = (line: Line, walk: Walk, at: number): void => {
  const { kind, qualities } = line.words[at]!
  if (isAdverb(line, at)) return
  if (qualities & quality.own) Object.assign(walk, { lead: 'nominal', own: true, bits: walk.bits & AND })
  else if (qualities & quality.determiner || kind === 'number') Object.assign(walk, { lead: 'nominal', bits: walk.bits & (AND | (kind === 'number' ? THE : 0)) })
  else walk.lead = walk.governed ? 'object' : 'noun'
}

/** A time is passed over, a name can act, a demonym or a sum is followed by its noun. */
const pastMark = (walk: Walk, marked: NonNullable<Marked>): void => {
  if (marked.is === 'time') walk.lead = walk.lead === 'prep' || walk.lead === 'nominal' ? walk.resume : walk.lead
  else if (marked.is === 'name') Object.assign(walk, { lead: walk.governed ? 'object' : 'subject', bits: 0, own: false })
  else walk.lead = 'nominal'
}

/** A word the pack does not know, where a verb of the future must stand. */
const guessable = (line: Line, walk: Walk, at: number): boolean =>
  walk.lead === 'modal' && walk.tense === 'future' && line.words[at]!.kind === 'word' && !isAdverb(line, at) && !leadsNoun(line, at)

/** "Should properly weather …", "and actively weather …": a word the pack does not know where a base form must stand, or behind what colours a verb where one may, with an object. */
const guessableDeed = (line: Line, walk: Walk, at: number): boolean => {
  if (line.words[at]!.kind !== 'word' || isAdverb(line, at) || leadsNoun(line, at) || line.marks(at) !== null) return false
  if (walk.lead === 'to') return walk.bare
  const coloured = walk.parallel === 'deed' && (walk.lead === 'and' || walk.lead === 'pause') && at > 0 && isAdverb(line, at - 1)
  return coloured && leadsNoun(line, at + 1)
}

const glossAt = (line: Line, walk: Walk, at: number): Gloss => {
  const word = line.words[at]!
  const reading = (word.bits & begins.reading) === 0 ? noReadings.single : readingAt(line.words, at, '')
  if (reading === noReadings.single) {
    if (guessableDeed(line, walk, at)) {
      const before = walk.lead === 'to' ? 0 : AND
      Object.assign(walk, { lead: 'verb', bits: 0, bare: false, parallel: 'deed' })
      return before === 0 ? guessedDeed : joinedDeed
    }
    if (guessable(line, walk, at)) {
      Object.assign(walk, { lead: 'verb', bits: 0, finite: true, parallel: 'deed' })
      return guessed
    }
    unknownAt(line, walk, at)
    return blank
  }
  const length = reading.all[0]!.length
  const particle = particleAt(walk, reading.all)
  if (particle) {
    const before = walk.bits & AND
    const gloss = kept(reading.all, -1000 - reading.all.indexOf(particle) * 64 - before, () => glossOf({ verbs: [], tense: null, nouns: [], particle: { ...particle, before }, before, length }))
    afterParticle(walk, particle)
    return gloss
  }
  const choice = choose(line, walk, reading.all, pastAdverbs(line, at + length))
  const gloss = choice ? verbal(walk, choice, length, reading.all) : nounGloss(walk, reading.all, length)
  if (choice) afterVerb(walk, choice)
  else if (gloss.nouns.length > 0) afterNoun(walk, gloss)
  return gloss
}

/** What words inside a mark are, apart from the sentence around them: nouns. */
const insideMark = (words: readonly Word[], at: number, walk: Walk): Gloss => {
  const reading = (words[at]!.bits & begins.reading) === 0 ? noReadings.single : readingAt(words, at, '')
  const gloss = nounGloss({ ...walk, own: false }, reading.all, reading.all[0]?.length ?? 1)
  return gloss
}

/** Decides for every word whether it is a verb, a noun or a small word. */
export const glossesApart = (words: readonly Word[], heads: Uint8Array, marks: (at: number) => Marked): readonly Gloss[] => {
  const line: Line = { words, marks }
  const out = Array<Gloss>(words.length)
  let walk = begun()
  let skip = 0
  for (let at = 0; at < words.length; at++) {
    if (heads[at] === 1) walk = begun()
    const marked = marks(at)
    if (skip > 0) {
      skip -= 1
      out[at] = blank
    } else if (marked) out[at] = marked.is === 'demonym' ? blank : insideMark(words, at, walk)
    else if (words[at]!.kind === 'mark') {
      afterMark(walk, words[at]!.form)
      out[at] = blank
    } else {
      out[at] = apartAt(line, walk, at) ?? glossAt(line, walk, at)
      skip = out[at]!.length - 1
    }
    if (marked && marked.to === at + 1) pastMark(walk, marked)
  }
  return out
}

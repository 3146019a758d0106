import { AND, BY, type Lexeme, LIKE, type Pack, type Sense, THE, TO, WILL } from './lexicon/pack.ts'
import type { Word } from './page.ts'

/** One reading of a word in its place. `length` counts the words it covers; `before` holds the clitics taken off. */
export type Found = {
  readonly lexeme: Lexeme
  readonly form: Sense['form']
  readonly number: 1 | 2 | 3
  readonly before: number
  readonly after: string
  readonly length: number
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
}

const nothing: readonly Found[] = []
const blank: Gloss = { verbs: nothing, tense: null, nouns: nothing, particle: null, before: 0, length: 1 }

const restFits = (words: readonly Word[], at: number, sense: Sense): boolean =>
  sense.rest.every((rest, k) => {
    const word = words[at + 1 + k]
    return word !== undefined && (word.form === rest || (word.stems.some((stem) => stem.form === rest && stem.before === THE) && sense.lexeme.pos !== 'particle'))
  })

const founds = (words: readonly Word[], at: number): readonly Found[] => {
  const word = words[at] as Word
  const all: Found[] = []
  for (const stem of word.stems)
    for (const sense of stem.senses)
      if (sense.rest.length === 0 || restFits(words, at, sense))
        all.push({ lexeme: sense.lexeme, form: sense.form, number: sense.number, before: stem.before, after: stem.after, length: 1 + sense.rest.length })
  return all
}

const finite = ({ form }: Found) => form === 'past' || form === 'present'

/** Of several readings the longest wins: a phrase is more than its first word. */
const longest = (all: readonly Found[]): readonly Found[] => {
  const most = all.reduce((length, one) => Math.max(length, one.length), 0)
  return most > 1 ? all.filter(({ length }) => length === most) : all
}

export const role = (gloss: Gloss | undefined): string | undefined => gloss?.particle?.lexeme.means.role

const nounBefore = new Set(['prep', 'in', 'topic', 'with', 'between', 'means', 'purpose', 'besides', 'refrain'])
const verbBefore = new Set(['will', 'will-not', 'negation', 'relative', 'complement', 'already', 'break', 'condition'])

/** Whether a word that may be verb or noun is the verb here, judged by what stands before it. */
const verbHere = (found: Found, nominal: boolean, previous: Gloss | null, opens: boolean): boolean => {
  if (found.before & WILL) return true
  if (found.before & (BY | LIKE)) return false
  const part = previous ? role(previous) : undefined
  if (part && nounBefore.has(part)) return false
  if (!nominal) return true
  return opens || (part !== undefined && verbBefore.has(part))
}

const tenseOf = (found: Found, previous: Gloss | null): Tense => {
  if (found.form === 'past') return 'past'
  return found.before & WILL || role(previous ?? undefined) === 'will' || role(previous ?? undefined) === 'will-not' ? 'future' : 'present'
}

const guess: Lexeme = { id: 'reader.unknown-future', pos: 'verb', means: { action: 'other', guessed: true }, takes: [] }

const guessed: Gloss = { verbs: [{ lexeme: guess, form: 'present', number: 1, before: WILL, after: '', length: 1 }], tense: 'future', nouns: nothing, particle: null, before: WILL, length: 1 }

/** An unknown word that is written like a verb of the future; whether a party stands beside it is asked later. */
const unknownFuture = (words: readonly Word[], at: number, pack: Pack): boolean => {
  const { form, stems } = words[at] as Word
  const { futures } = pack
  return futures !== null && form.length >= futures.letters && stems.every(({ senses, before }) => senses.length === 0 && before === 0) && futures.begins.some((begin) => form.startsWith(begin))
}

const glossAt = (words: readonly Word[], at: number, previous: Gloss | null, opens: boolean, pack: Pack, named: boolean): Gloss => {
  const all = longest(founds(words, at))
  if (all.length === 0) return unknownFuture(words, at, pack) ? guessed : blank
  const particle = all.find(({ lexeme }) => lexeme.pos === 'particle') ?? null
  const nouns = all.filter((one) => !finite(one) && one.lexeme.pos !== 'particle' && !(particle !== null && particle.before === 0 && one.before !== 0))
  const unclitic = nouns.some((one) => !(one.before & TO))
  const verbs = all.filter((one) => finite(one) && verbHere(one, (nouns.length > 0 && unclitic) || particle !== null, previous, opens || ((one.before & AND) !== 0 && (named || !nouns.some(({ form, before }) => form === 'deed' && before === one.before)))))
  const first = verbs[0]
  const taken = first ?? particle ?? nouns[0]
  return {
    verbs, tense: first ? tenseOf(first, previous) : null, nouns: first ? nothing : nouns, particle: first ? null : particle,
    before: taken?.before ?? 0, length: taken?.length ?? 1,
  }
}

/** What a word is, apart from its clitics and endings: its lexeme where the pack knows it, else its barest stem. */
export const kernel = (words: readonly Word[], glosses: readonly Gloss[], at: number): string => {
  const gloss = glosses[at] as Gloss
  return gloss.nouns[0]?.lexeme.id ?? gloss.verbs[0]?.lexeme.id ?? (words[at] as Word).stems.at(-1)?.form ?? (words[at] as Word).form
}

/** The first of several readings whose lexeme has a meaning of the given name. */
export const meaning = (found: readonly Found[], name: keyof Found['lexeme']['means']): Found | null =>
  found.find(({ lexeme }) => lexeme.means[name] !== undefined) ?? null

/** Marks after which a clause begins anew; a comma alone does not make a verb of a word that may be a noun. */
const openers = new Set([':', '"', '-', '(', ')'])

/**
 * Decides for every word whether it is a verb, a noun or a small word. Verb and noun are often written alike, so the place decides:
 * after a preposition stands a noun; after "and" a word that may be either is the verb only when a name follows it (`named`); at the head of a clause stands the verb.
 */
export const glosses = (words: readonly Word[], heads: ReadonlySet<number>, pack: Pack, named: (at: number) => boolean): readonly Gloss[] => {
  const out: Gloss[] = []
  let skip = 0
  for (let at = 0; at < words.length; at++) {
    if (skip > 0) {
      out.push(blank)
      skip--
      continue
    }
    const previous = at > 0 ? (out[at - 1] as Gloss) : null
    const opens = heads.has(at) || openers.has(words[at - 1]?.form ?? ':')
    const mark = opens || words[at - 1]?.kind === 'mark'
    const gloss = words[at]!.kind === 'word' ? glossAt(words, at, mark ? null : previous, opens, pack, named(at + 1)) : blank
    out.push(gloss)
    skip = gloss.length - 1
  }
  return out
}

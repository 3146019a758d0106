import { foldWord } from '../../text/index.ts'
import { cliticBits } from './split.ts'

/**
 * How a language builds its sentences, where that differs from one that writes small words fast to the next and puts the verb first. Said in
 * `pack.yaml` under `syntax`; the reader asks for these properties and never for the name of a language.
 */
export type Syntax = {
  /** Words that stand apart and say of the word after them what a clitic says elsewhere, as bits. Empty where there are none. */
  readonly apart: Readonly<Record<string, number>>
  /** Words before a noun that say whose it is ("its"), and others that say a noun follows ("a"). */
  readonly own: readonly string[]
  readonly determiners: readonly string[]
  /** Endings of words that only colour the verb beside them. */
  readonly adverbs: readonly string[]
  /** Where the subject stands. */
  readonly subject: 'before' | 'after'
  /** Which word of a cited phrase bends, and on which side of its noun a qualifying word stands. */
  readonly bends: 'first' | 'last'
  /** Whether names are told from other words by their capitals. */
  readonly capitals: boolean
  /** Words whose dot ends no sentence. */
  readonly abbreviations: readonly string[]
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map((one) => foldWord(String(one))) : [])

const bitsOf = (apart: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries((apart ?? {}) as Readonly<Record<string, readonly string[]>>).flatMap(([is, words]) => words.map((word) => [foldWord(word), cliticBits([is])])))

/** The syntax that the settings of a pack describe; what they do not say is as in a language with clitics and the verb first. */
export const syntaxOf = (settings: unknown): Syntax => {
  const given = (settings ?? {}) as Readonly<Record<string, unknown>>
  return {
    apart: bitsOf(given['apart']), own: list(given['own']), determiners: list(given['determiners']), adverbs: list(given['adverbs']), abbreviations: list(given['abbreviations']),
    subject: given['subject'] === 'before' ? 'before' : 'after', bends: given['bends'] === 'last' ? 'last' : 'first', capitals: given['capitals'] === true,
  }
}

/** What a written form is beside nouns and verbs, as bits: it says whose a thing is, it announces a noun, it ends like a word that colours a verb. */
export const quality = { own: 1, determiner: 2, adverb: 4 } as const

export const qualitiesOf = ({ own, determiners, adverbs }: Syntax, form: string): number =>
  (own.includes(form) ? quality.own : 0) | (determiners.includes(form) ? quality.determiner : 0) | (adverbs.some((end) => form.length > end.length + 2 && form.endsWith(end)) ? quality.adverb : 0)

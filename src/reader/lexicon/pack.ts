import type { Action, Force, InstrumentStatus, InstrumentType, MeetingType, Polarity, Sector, Stage } from '../../model/index.ts'
import type { Names } from './names.ts'
import type { Grammar } from '../pattern/grammar.ts'
import type { Stemming } from './stem.ts'
import type { Syntax } from './syntax.ts'
import type { Written } from './written.ts'

/** What may be written fast to the front of a word, as a set of bits. A language without such letters has none of them. */
export const AND = 1
export const TO = 2
export const BY = 4
export const LIKE = 8
export const THE = 16
export const WILL = 32

/** What an entry of a pack can mean. The reader knows these names and no word of any language; `packs/README.md` explains each. */
export type Meaning = {
  /** The binding force that the word gives to what follows it; `alone` when one party decides for itself. */
  readonly force?: Force
  readonly alone?: Force
  /** What a deed does when it is promised, and what it leaves behind once done. */
  readonly action?: Action
  readonly status?: InstrumentStatus
  readonly stage?: Stage
  /** Says of works named before it at which stage they stand ("under construction"). */
  readonly standing?: Stage
  /** Says of a deed before it that it is to be on a date. */
  readonly due?: boolean
  /** Becoming: what is said behind it holds from now on ("has come to work"). */
  readonly becomes?: boolean
  /** A deed that only says how another goes on (continue, speed up, begin): the deed after it gives the action. */
  readonly aspect?: boolean
  /** Giving money or goods; building something; holding a meeting; attending one; chairing one. */
  readonly gives?: boolean
  readonly works?: boolean
  readonly holds?: boolean
  readonly attends?: boolean
  readonly chairs?: boolean
  /** A verb or noun that only carries the deed named after it ("was done: the signing of"). */
  readonly light?: boolean
  /** Nouns: ways of doing, need of doing. */
  readonly way?: boolean
  readonly needs?: boolean
  /** Verbs of force: announcing, stressing, saying; scheduled by others; counted only in the present; only of one's own. */
  readonly announces?: boolean
  readonly stresses?: boolean
  readonly says?: boolean
  readonly schedule?: boolean
  /** Tells a plan of an earlier day, whose date may have passed. */
  readonly earlier?: boolean
  readonly present?: boolean
  readonly own?: boolean
  /** Counts only in the future; adds a proviso to a promise. */
  readonly ahead?: boolean
  /** A striving: a promise only of a party that is named. */
  readonly seeks?: boolean
  /** Of a noun of force: counts only after a light verb or a verb of speech. */
  readonly carried?: boolean
  readonly polarity?: Polarity
  readonly provided?: boolean
  /** Names the members of a set told before ("the agreements include"). */
  readonly includes?: boolean
  /** A text that lays something down. */
  readonly provides?: boolean
  /** An outcome, not a deed of a party: its future is no promise. */
  readonly effect?: boolean
  readonly meets?: MeetingType
  readonly instrument?: InstrumentType
  readonly body?: boolean
  /** A body of both sides: what it does they do. */
  readonly joint?: boolean
  readonly gift?: boolean
  readonly meeting?: MeetingType
  readonly generic?: boolean
  readonly ministerial?: boolean
  /** A meeting that is a session when it is counted or a standing body's. */
  readonly sessional?: boolean
  /** Counts only with support from its surroundings. */
  readonly weak?: boolean
  readonly project?: boolean
  /** Nouns around figures and projects: how far works are, what they cost, a rate of a loan, "some of". */
  readonly progress?: boolean
  /** A part of works: a section, a phase. */
  readonly part?: boolean
  /** What is left of a counted set. */
  readonly rest?: boolean
  readonly cost?: boolean
  readonly rate?: boolean
  readonly some?: boolean
  readonly indicator?: string
  readonly measures?: 'reach' | 'rise' | 'fall'
  readonly sector?: Sector
  readonly ordinal?: number
  /** Not of the pack: taken for a verb by its spelling alone. */
  readonly guessed?: boolean
  /** A noun of relations: cooperation, partnership, ties. */
  readonly thing?: boolean
  /** Of a noun: it names a deed though it is no verb's noun. Of a word of force: it promises only where a deed follows. */
  readonly deed?: boolean
  /** The part that a small word plays: purpose, means, topic, negation, condition, complement, … */
  readonly role?: string
  /** Who is meant by a noun that stands for parties: both, own, government, … */
  readonly actor?: string
}

export type Lexeme = {
  readonly id: string
  readonly pos: 'verb' | 'noun' | 'adjective' | 'particle' | 'name' | 'literal'
  readonly means: Meaning
  /** The small words that introduce its complement, folded. */
  readonly takes: readonly string[]
}

/** One way to read a stem. */
export type Sense = {
  readonly lexeme: Lexeme
  /** `plain` and `gerund` are forms that the place turns into a verb or a deed; a gloss never has them. */
  readonly form: 'past' | 'present' | 'deed' | 'doer' | 'done' | 'singular' | 'dual' | 'plural' | 'as-is' | 'plain' | 'gerund'
  readonly number: 1 | 2 | 3
  /** Further words that belong to it after the first, folded; empty for a single word. */
  readonly rest: readonly string[]
}

/** A word without the letters written fast to it. `form` is folded and has no article; `before` are the bits of what was taken off. */
export type Stem = { readonly form: string; readonly before: number; readonly after: string; readonly senses: readonly Sense[] }

/** A pack ready for reading: one language's words, names and patterns, with the functions that look them up. */
export type Pack = {
  readonly language: string
  readonly syntax: Syntax
  /** Terms and patterns: times, numbers, quantities. */
  readonly grammar: Grammar
  /** What the pack says of a folded form. */
  readonly written: (form: string, kind: 'word' | 'number' | 'mark') => Written
  /** The same for what is written at a place of a source, without spelling the form out. */
  readonly writtenAt: (kind: 'word' | 'number' | 'mark', source: string, start: number, end: number) => Written
  /** Beginnings by which an unknown word is taken for a verb of the future, and its least length in letters. */
  readonly futures: { readonly begins: readonly string[]; readonly letters: number } | null
  /** The letters of the clitics "and", "by", "to" and of the article, folded. */
  readonly clitic: { readonly the: string | null; readonly and: string | null; readonly by: string | null; readonly to: string | null }
  readonly names: Names
  /** How words are made alike for finding and comparing. */
  readonly stemming: Stemming
}

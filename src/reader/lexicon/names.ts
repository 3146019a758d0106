import type { EntityType } from '../../model/index.ts'

/** A named thing of the pack. `key` is its identity within any page; `of` the key of the state it belongs to or stands for. */
export type Listed = {
  readonly key: string
  readonly type: EntityType
  readonly code: string | null
  readonly wikidata: string | null
  readonly of: string | null
  readonly adjective: boolean
  /** A town that reports use for the government that sits in it. */
  readonly capital: boolean
  /** An agency or outlet: what it reports is no business of its own. */
  readonly medium: boolean
  /** The first spelling, for a page that only implies it. */
  readonly name: string
  readonly rule: string
}

/** When a spelling that is also an ordinary word counts as the name. Words are folded; `#` stands for any number, `.` for any mark. */
export type Guard = {
  readonly after?: readonly string[]
  readonly notAfter?: readonly string[]
  readonly before?: readonly string[]
  readonly notBefore?: readonly string[]
  /** Counts only where the page also names the state by a spelling that needs no such proof. */
  readonly known?: boolean
}

/** An office. `alone` ones mean somebody even when nothing follows; `of` is the state to which the words already belong. */
export type Post = {
  readonly id: string
  /** What the office is called when it serves a body or company and no state. */
  readonly elsewhere: string
  readonly alone: boolean
  readonly of: string | null
  readonly counterpart: boolean
  /** Written with a pronoun: the office of what was named just before ("its president"). */
  readonly own: boolean
  /** Whose name follows is the one spoken for, not the one who speaks. */
  readonly speaks: boolean
  /** Offices that meet as equals share this word: kings and presidents. */
  readonly peer: string
}

/** A noun that makes a name of what follows it: a ministry, a fund, a company. `open` ones also take words that nobody knows, `national` ones are named by a demonym alone. */
export type Head = { readonly id: string; readonly type: EntityType; readonly open: boolean; readonly portfolio: boolean; readonly national: boolean }

/** What a phrase of the pack is: its kind, its number in the table of that kind. */
export type TermKind = 'name' | 'post' | 'honorific' | 'head'

export type FlatTerm = readonly [kind: TermKind, value: number, rest: string, guard: number]

export type FlatNames = {
  readonly listed: readonly Listed[]
  readonly posts: readonly Post[]
  readonly heads: readonly Head[]
  readonly guards: readonly Guard[]
  readonly terms: Readonly<Record<string, readonly FlatTerm[]>>
  readonly flags: Readonly<Record<string, number>>
  /** Ambiguous name words exactly as cited. */
  readonly cited: readonly string[]
  /** What may be added to an ordinary word that it stays one. */
  readonly endings: readonly string[]
  /** How family names end that have the article and come from a word of another sort. */
  readonly families: readonly string[]
  /** What words play by their first letters, where no list has them. */
  readonly begins: readonly (readonly [letters: string, flags: number])[]
}

/** `rest` are the words after the first. `front` counts the letters written fast to the first word that are no part of the term. */
export type Term = {
  readonly kind: TermKind
  readonly value: number
  /** The first word as the pack has it. */
  readonly form: string
  readonly rest: readonly string[]
  readonly guard: Guard | null
  readonly front: number
  /** What those letters are, as bits of `pack.ts`. */
  readonly before: number
}

/** What single words can be beside names, as a set of bits. */
export const flag = { given: 1, weak: 2, joins: 4, ordinary: 8, portfolio: 16, qualifier: 32, stop: 64, definite: 128, joined: 256, surname: 1024, side: 2048, bound: 512, verbal: 4096, epithet: 8192, family: 16384 } as const
export type FlagName = 'given' | 'surname' | 'weak' | 'joins' | 'ordinary' | 'portfolio' | 'qualifier' | 'stop' | 'side' | 'verbal' | 'epithet' | 'family'

/** Everything the names of a pack say of one written form. */
export type Look = {
  readonly flags: number
  readonly terms: readonly Term[]
  /** Letters before a given name: 0 when the form is one as it stands, -1 when it is none. */
  readonly given: number
  /** The form as it stands, then without each front that names take. */
  readonly bare: readonly string[]
  /** The bits of `bare` in a sieve: without a bit in common two lists share no form. */
  readonly sieve: number
}

export type Names = {
  readonly listed: readonly Listed[]
  readonly posts: readonly Post[]
  readonly heads: readonly Head[]
  readonly look: (form: string) => Look
  /** What the pack lists under a key, never as a demonym. */
  readonly cited: ReadonlySet<string>
  readonly byKey: ReadonlyMap<string, Listed>
  /** Fronts that swallow letters of the name, folded: what is written, and what stands there when it is taken off. */
  readonly swallowing: readonly { readonly write: string; readonly restore: string }[]
}

import type { Kind } from '../src/model/index.ts'

/** What is scored: the five kinds of item, and beside them the bare times and quantities. */
export const scoredKinds = ['meeting', 'commitment', 'instrument', 'project', 'figure', 'time', 'quantity'] as const satisfies readonly (Kind | 'time' | 'quantity')[]
export type ScoredKind = (typeof scoredKinds)[number]

/** A passage in code points, `end` exclusive. `rule` is what read it; a passage of the gold has none. */
export type Passage = { readonly start: number; readonly end: number; readonly quote: string; readonly rule?: string }

/** Every attribute as the parts it consists of, so that one comparison serves all: no parts means "not stated". */
export type Values = Readonly<Record<string, readonly string[]>>

/** An item as either a person or the reader coded it. The first passage is the clause that makes it. */
export type Coded = { readonly kind: ScoredKind; readonly passages: readonly [Passage, ...Passage[]]; readonly values: Values }

/** A text with its gold. `issued` is the date given to the reader; only items that begin before `codedTo` (code points) were coded. */
export type GoldText = {
  readonly id: string
  readonly source: string
  readonly issued: string | null
  /** Texts that are scored together: those of one language, apart from those whose event is told in another language too ("ar-pairs"). */
  readonly group: string
  readonly codedTo: number
  readonly gold: readonly Coded[]
}

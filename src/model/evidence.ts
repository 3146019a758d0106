/** One step of the explanation of a value: the rule and what it contributed. */
export type Step = { readonly rule: string; readonly gave: string }

/**
 * The exact passage an item was read from. `start` and `end` count Unicode code points of the text as it was given, `end` exclusive;
 * `quote` is that slice. `rule` names the entry of a pack, or the pass of the reader, that made it. `trace` is present only when asked for.
 */
export type Evidence = {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly rule: string
  readonly trace?: readonly Step[]
}

/** A fact without evidence does not compile. */
export type Evidences = readonly [Evidence, ...Evidence[]]

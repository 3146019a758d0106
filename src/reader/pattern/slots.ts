/** What a matched word or passage carries: values under names, and what it was matched as a part of under a name of its own. */
export type Slots = { readonly [name: string]: number | string | boolean | Slots }

export const noSlots: Slots = {}

const same = (a: Slots[string], b: Slots[string]): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** Both together; null when they contradict each other, as two names of different months do. */
export const together = (a: Slots, b: Slots): Slots | null => {
  if (b === noSlots || a === b) return a
  if (a === noSlots) return b
  for (const name in b) if (name in a && !same(a[name]!, b[name]!)) return null
  return { ...a, ...b }
}

type Slots = Readonly<Record<string, string | null>>

const slot = /\{(\w+)\}/g

const filled = (pattern: string, slots: Slots): string => pattern.replaceAll(slot, (_, name: string) => slots[name] ?? '')

/** A pattern with its slots filled. What stands in brackets is left out where a slot in it has nothing. */
export const fill = (pattern: string, slots: Slots): string =>
  filled(pattern.replaceAll(/\[([^\]]*)\]/g, (_, part: string) => (Array.from(part.matchAll(slot)).every(([, name]) => slots[name!]) ? part : '')), slots)

/**
 * One word of a text as it is found again and compared, never as it is read. `start` and `end` in code points of the text, `end` exclusive.
 * `keys`: every spelling under which a search finds it; two words are alike when they share one. `about`: what it tells a thing by (a named
 * entity, a sector, an indicator, else its stem), null for words that tell no thing from another. `stem`: of a word that tells something, in a name too.
 */
export type Term = { readonly start: number; readonly end: number; readonly keys: readonly string[]; readonly about: string | null; readonly stem: string | null }

/** What a word of quantity that names no indicator tells: "the volume", "the number". It tells no thing from another. */
export const amountKey = 'figure:amount'

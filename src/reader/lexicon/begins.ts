/**
 * What may begin at a word: a name or a post; a term of several words, letters set apart or a figure; a number; anything that a pattern
 * takes; a reading. Without a bit of them a word is passed over unseen.
 */
export const begins = { name: 1, term: 2, numeral: 4, single: 8, reading: 16 } as const

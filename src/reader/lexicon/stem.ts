import { foldWord } from '../../text/index.ts'

/** Letters that a word sheds to be found again, each with the least that must be left of the word. Longer ones come first. */
export type Shed = { readonly write: string; readonly least: number }

/**
 * How the words of a language are made alike for finding and comparing; never used for reading. `empty`: stems that tell no thing from another.
 * `phrases`: stems that together are one of several names of a sort of thing.
 */
export type Stemming = { readonly front: readonly Shed[]; readonly end: readonly Shed[]; readonly empty: readonly string[]; readonly phrases: readonly { readonly thing: string; readonly words: readonly string[] }[] }

/** As a pack writes it: under each number of letters what may be shed when so many are left. */
type Written = { readonly front?: Readonly<Record<string, readonly string[]>>; readonly end?: Readonly<Record<string, readonly string[]>>; readonly empty?: readonly string[]; readonly things?: Readonly<Record<string, readonly string[]>> }

const sheds = (written: Readonly<Record<string, readonly string[]>> = {}): readonly Shed[] =>
  Object.entries(written).flatMap(([least, all]) => all.map((write) => ({ write: foldWord(write), least: Number(least) }))).toSorted((one, other) => other.write.length - one.write.length)

const withoutEnd = (form: string, end: readonly Shed[]): string => {
  const shed = end.find(({ write, least }) => form.length - write.length >= least && form.endsWith(write))
  return shed ? form.slice(0, -shed.write.length) : form
}

const withoutFront = (form: string, front: readonly Shed[]): string => {
  const shed = front.find(({ write, least }) => form.length - write.length >= least && form.startsWith(write))
  return shed ? form.slice(shed.write.length) : form
}

/** The stem of a folded form without what is written fast to it and without its ending. */
export const stemOf = (form: string, { front, end }: Pick<Stemming, 'front' | 'end'>): string => withoutEnd(withoutFront(form, front), end)

/** Every stem that a folded form may have: with and without each of the letters at its front. */
export const stemsOf = (form: string, { front, end }: Stemming): readonly string[] => {
  const bare = front.filter(({ write, least }) => form.length - write.length >= least && form.startsWith(write)).map(({ write }) => form.slice(write.length))
  return [...new Set([form, ...bare].map((one) => withoutEnd(one, end)))]
}

/** Puts the settings of a pack into order; a pack without them compares whole words. */
export const stemmingOf = (written: Written = {}): Stemming => {
  const shedding = { front: sheds(written.front), end: sheds(written.end) }
  const stem = (word: string): string => stemOf(foldWord(word), shedding)
  const phrases = Object.entries(written.things ?? {}).flatMap(([thing, names]) => names.map((name) => ({ thing, words: name.split(' ').map(stem) })))
  return { ...shedding, empty: [...new Set((written.empty ?? []).map(stem))], phrases }
}

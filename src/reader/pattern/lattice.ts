import type { Word } from '../page.ts'
import type { Slots } from './slots.ts'

/** A passage that a pattern can take for one step: a name of several words, a number, a phrase. `from` passes over letters set apart. */
export type Atom = { readonly key: number; readonly from: number; readonly to: number; readonly before: number; readonly slots: Slots }

/**
 * For every word of a page, what begins there besides the word alone, which shows the same wherever it is written so: `more` are the
 * passages. `layers` are the layers, as bits, in which a pattern may begin at the word. `breaks[i]` is 1 where a paragraph begins: nothing
 * runs over it.
 */
export type Lattice = { readonly words: readonly Word[]; readonly more: (Atom[] | undefined)[]; readonly layers: Int32Array; readonly breaks: Uint8Array }

/** Everything that begins at a word, as atoms. For the few places that are looked at closely; matching itself goes without copies. */
export const atomsAt = ({ more, words }: Lattice, at: number): readonly Atom[] => {
  if (at >= words.length) return noAtoms
  const { singles } = words[at]!.shown
  const passages = more[at] ?? noAtoms
  return singles.length === 0 ? passages : [...singles.map(({ key, before, slots }) => ({ key, before, slots, from: at, to: at + 1 })), ...passages]
}

const noAtoms: readonly Atom[] = []

/** The farthest end of what begins at a place with a key; the place itself when nothing does. */
export const endOf = (lattice: Lattice, key: number, at: number): number =>
  lattice.breaks[at] === 1 && at > 0 ? at : atomsAt(lattice, at).reduce((end, atom) => (atom.key === key ? Math.max(end, atom.to) : end), at)

/** Whether something with a key ends right before a place. Names of up to three words are seen. */
export const standsBefore = (lattice: Lattice, key: number, at: number): boolean => {
  for (let from = at - 1; from >= Math.max(0, at - 3); from -= 1) {
    if (lattice.breaks[from + 1] === 1) return false
    if (atomsAt(lattice, from).some((atom) => atom.key === key && atom.to === at)) return true
  }
  return false
}

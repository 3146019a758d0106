import type { Grammar, Index, Pattern, Place } from './grammar.ts'
import type { Atom, Lattice } from './lattice.ts'
import { noSlots, type Slots, together } from './slots.ts'

/** A passage that a pattern fits, with what its steps carried. */
export type Match = { readonly pattern: Pattern; readonly from: number; readonly to: number; readonly before: number; readonly slots: Slots }

/** A pattern looks at most this many steps ahead from any word, whatever its notation allows. */
const reach = 40

const fits = (place: Place, atom: Atom, first: boolean): boolean =>
  atom.key === place.key && (atom.before & place.require) === place.require && !(atom.before & (first ? place.barsFirst : place.barsInner))

type Path = { readonly atom: Atom; readonly place: Place; readonly back: Path | null; readonly length: number }

const carried = (path: Path | null): Slots | null => {
  if (!path) return noSlots
  const before = carried(path.back)
  if (!before) return null
  const { atom, place } = path
  return together(before, place.as === null ? atom.slots : { [place.as]: atom.slots })
}

const standsRightAfter = ({ atoms, breaks }: Lattice, places: readonly Place[], at: number): boolean =>
  breaks[at] !== 1 && (atoms[at] ?? []).some((atom) => places.some((place) => fits(place, atom, false)))

/** Names of up to three words are seen backwards. */
const standsRightBefore = ({ atoms, breaks }: Lattice, places: readonly Place[], at: number): boolean => {
  for (let from = at - 1; from >= Math.max(0, at - 3); from -= 1) {
    if (breaks[from + 1] === 1) return false
    if ((atoms[from] ?? []).some((atom) => atom.to === at && places.some((place) => fits(place, atom, true)))) return true
  }
  return false
}

const inPlace = (lattice: Lattice, pattern: Pattern, from: number, to: number): boolean =>
  !(pattern.notBefore.length > 0 && standsRightAfter(lattice, pattern.notBefore, to)) &&
  !(pattern.notAfter.length > 0 && standsRightBefore(lattice, pattern.notAfter, from)) &&
  (pattern.before.length === 0 || standsRightAfter(lattice, pattern.before, to)) &&
  (pattern.after.length === 0 || standsRightBefore(lattice, pattern.after, from))

const first = (path: Path): Atom => (path.back ? first(path.back) : path.atom)

/** Whether an atom may be used: words that an earlier pass has claimed may not. */
type Free = (atom: Atom) => boolean

const anything: Free = () => true

/** The longest reading of one pattern from one of its beginnings. */
const longest = (lattice: Lattice, pattern: Pattern, start: Place, at: number, free: Free): Match | null => {
  let best: Match | null = null
  const accept = (path: Path, to: number): void => {
    if (best && to <= best.to) return
    const slots = carried(path)
    const head = first(path)
    if (slots && inPlace(lattice, pattern, at, to)) best = { pattern, from: head.from, to, before: head.before, slots: pattern.gives === noSlots ? slots : { ...slots, ...pattern.gives } }
  }
  const walk = (place: Place, from: number, back: Path | null): void => {
    if (back && (lattice.breaks[from] === 1 || back.length >= reach)) return
    for (const atom of lattice.atoms[from] ?? []) {
      if (!fits(place, atom, back === null) || !free(atom)) continue
      const path: Path = { atom, place, back, length: (back?.length ?? 0) + 1 }
      if (place.last) accept(path, atom.to)
      for (const follower of place.follow) walk(pattern.places[follower]!, atom.to, path)
    }
  }
  walk(start, at, null)
  return best
}

/** Every pattern of an index that fits at a word, each with its longest reading, in the order of the pack. */
export const longestAt = (lattice: Lattice, index: Index, at: number, free: Free = anything): readonly Match[] => {
  const found: Match[] = []
  const seen = new Set<number>()
  for (const { key } of lattice.atoms[at] ?? []) {
    if (seen.has(key)) continue
    seen.add(key)
    for (const { pattern, place } of index[key] ?? []) {
      const match = longest(lattice, pattern, pattern.places[place]!, at, free)
      if (match) found.push(match)
    }
  }
  return found
}

/** The passages that the patterns of one sort claim, from left to right, the longest first where several begin; no two overlap. */
export const claims = (lattice: Lattice, grammar: Grammar, sort: 'time' | 'quantity', free: Free = anything): readonly Match[] => {
  const index = grammar.marks[sort]
  const found: Match[] = []
  for (let at = 0; at < lattice.words.length; ) {
    const best = lattice.atoms[at] === undefined ? undefined : longestAt(lattice, index, at, free).reduce<Match | undefined>((a, b) => (a && a.to >= b.to ? a : b), undefined)
    if (best) found.push(best)
    at = best ? best.to : at + 1
  }
  return found
}

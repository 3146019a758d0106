import type { Grammar, Layer, Pattern, Place } from './grammar.ts'
import { type Atom, atomsAt, type Lattice } from './lattice.ts'
import { noSlots, type Slots, together } from './slots.ts'

/** A passage that a pattern fits, with what its steps carried. `from` passes over letters set apart. */
export type Match = { readonly pattern: Pattern; readonly from: number; readonly to: number; readonly before: number; readonly slots: Slots }

/** A pattern looks at most this many steps ahead from any word, whatever its notation allows. */
const reach = 40

/** Whether a passage may be used: words that an earlier pass has claimed may not. */
export type Free = (from: number, to: number) => boolean

const anything: Free = () => true

const fits = (place: Place, key: number, before: number, bars: number): boolean => key === place.key && (before & place.require) === place.require && !(before & bars)

type Path = { readonly place: Place; readonly slots: Slots; readonly from: number; readonly before: number; readonly back: Path | null; readonly length: number }

const carried = (path: Path | null): Slots | null => {
  if (!path) return noSlots
  const earlier = carried(path.back)
  if (!earlier) return null
  return together(earlier, path.place.as === null ? path.slots : { [path.place.as]: path.slots })
}

const head = (path: Path): Path => (path.back ? head(path.back) : path)

const anyFits = (places: readonly Place[], { key, before }: Atom, side: 'barsFirst' | 'barsInner'): boolean => places.some((place) => fits(place, key, before, place[side]))

const standsRightAfter = (lattice: Lattice, places: readonly Place[], at: number): boolean =>
  lattice.breaks[at] !== 1 && atomsAt(lattice, at).some((atom) => anyFits(places, atom, 'barsInner'))

/** Names of up to three words are seen backwards. */
const standsRightBefore = (lattice: Lattice, places: readonly Place[], at: number): boolean => {
  for (let from = at - 1; from >= Math.max(0, at - 3); from -= 1) {
    if (lattice.breaks[from + 1] === 1) return false
    if (atomsAt(lattice, from).some((atom) => atom.to === at && anyFits(places, atom, 'barsFirst'))) return true
  }
  return false
}

const inPlace = (lattice: Lattice, { after, before, notAfter, notBefore }: Pattern, from: number, to: number): boolean =>
  !(notBefore.length > 0 && standsRightAfter(lattice, notBefore, to)) &&
  !(notAfter.length > 0 && standsRightBefore(lattice, notAfter, from)) &&
  (before.length === 0 || standsRightAfter(lattice, before, to)) &&
  (after.length === 0 || standsRightBefore(lattice, after, from))

/** Follows one pattern from one of its beginnings along everything that begins at each word, and keeps the longest reading. */
const longest = (lattice: Lattice, pattern: Pattern, start: Place, at: number, free: Free): Match | null => {
  let best: Match | null = null
  const accept = (path: Path, to: number): void => {
    if (best && to <= best.to) return
    const slots = carried(path)
    const { from, before } = head(path)
    if (slots && inPlace(lattice, pattern, at, to)) best = { pattern, from, to, before, slots: pattern.gives === noSlots ? slots : { ...slots, ...pattern.gives } }
  }
  const step = (place: Place, back: Path | null, slots: Slots, from: number, to: number, before: number): void => {
    if (!free(from, to)) return
    const path: Path = { place, slots, from, before, back, length: (back?.length ?? 0) + 1 }
    if (place.last) accept(path, to)
    if (lattice.breaks[to] !== 1 && path.length < reach) for (const follower of place.follow) walk(pattern.places[follower]!, to, path)
  }
  const walk = (place: Place, from: number, back: Path | null): void => {
    const bars = back ? place.barsInner : place.barsFirst
    for (const { key, before, slots } of lattice.words[from]!.written.shown.singles) if (fits(place, key, before, bars)) step(place, back, slots, from, from + 1, before)
    const more = lattice.more[from]
    if (more) for (const atom of more) if (fits(place, atom.key, atom.before, bars)) step(place, back, atom.slots, atom.from, atom.to, atom.before)
  }
  walk(start, at, null)
  return best
}

const beginningsAt = (lattice: Lattice, layer: Layer, at: number) => {
  const alone = lattice.words[at]!.written.shown.begins[layer.number] ?? []
  const more = lattice.more[at]
  return more ? new Set([...alone, ...more.flatMap(({ key }) => layer.starts[key] ?? [])]) : alone
}

/** Every pattern of a layer that fits at a word, each with its longest reading. */
export const longestAt = (lattice: Lattice, layer: Layer, at: number, free: Free = anything): readonly Match[] => {
  const found: Match[] = []
  for (const { pattern, place } of beginningsAt(lattice, layer, at)) {
    const match = longest(lattice, pattern, place, at, free)
    if (match) found.push(match)
  }
  return found
}

/**
 * What the patterns of one sort give, from left to right. Where several begin at a word the longest is read first; one that `read` refuses
 * (null) leaves its place to the next. No two overlap.
 */
export const claims = <T>(lattice: Lattice, grammar: Grammar, sort: 'time' | 'quantity', read: (match: Match) => T | null, free: Free = anything): readonly T[] => {
  const layer = grammar.marks[sort]
  const bit = 1 << layer.number
  const found: T[] = []
  for (let at = 0; at < lattice.words.length; ) {
    const matches = lattice.layers[at]! & bit ? longestAt(lattice, layer, at, free).toSorted((a, b) => b.to - a.to) : noMatches
    const end = firstRead(matches, read, found)
    at = end ?? at + 1
  }
  return found
}

const noMatches: readonly Match[] = []

const firstRead = <T>(matches: readonly Match[], read: (match: Match) => T | null, found: T[]): number | null => {
  for (const match of matches) {
    const value = read(match)
    if (value === null) continue
    found.push(value)
    return match.to
  }
  return null
}

import { begins } from '../lexicon/begins.ts'
import type { Grammar, Layer, Pattern, Place, Start } from './grammar.ts'
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

/** One pattern being followed from one place, with the longest reading so far. */
type Search = { readonly lattice: Lattice; readonly pattern: Pattern; readonly at: number; readonly free: Free; best: Match | null }

const accept = (search: Search, path: Path, to: number): void => {
  const { lattice, pattern, at, best } = search
  if (best && to <= best.to) return
  const slots = carried(path)
  if (!slots || !inPlace(lattice, pattern, at, to)) return
  const { from, before } = head(path)
  search.best = { pattern, from, to, before, slots: pattern.gives === noSlots ? slots : { ...slots, ...pattern.gives } }
}

/** Whether a pattern that has come to a place may find something there. */
const anythingAt = ({ breaks, more, words }: Lattice, at: number): boolean => breaks[at] !== 1 && (more[at] !== undefined || (words[at]!.bits & begins.single) !== 0)

const step = (search: Search, place: Place, back: Path | null, slots: Slots, from: number, to: number, before: number): void => {
  const { lattice, pattern } = search
  const goesOn = place.follow.length > 0 && anythingAt(lattice, to)
  if (!(place.last || goesOn) || !search.free(from, to)) return
  const path: Path = { place, slots, from, before, back, length: (back?.length ?? 0) + 1 }
  if (place.last) accept(search, path, to)
  if (goesOn && path.length < reach) for (const follower of place.follow) walk(search, pattern.places[follower]!, to, path)
}

const walk = (search: Search, place: Place, from: number, back: Path | null): void => {
  const { lattice } = search
  const bars = back ? place.barsInner : place.barsFirst
  const { singles } = lattice.words[from]!.shown
  for (let k = 0; k < singles.length; k += 1) {
    const { key, before, slots } = singles[k]!
    if (fits(place, key, before, bars)) step(search, place, back, slots, from, from + 1, before)
  }
  const more = lattice.more[from]
  if (more) for (const atom of more) if (fits(place, atom.key, atom.before, bars)) step(search, place, back, atom.slots, atom.from, atom.to, atom.before)
}

/** Follows one pattern from one of its beginnings along everything that begins at each word, and keeps the longest reading. */
const longest = (lattice: Lattice, pattern: Pattern, start: Place, at: number, free: Free): Match | null => {
  const search: Search = { lattice, pattern, at, free, best: null }
  walk(search, start, at, null)
  return search.best
}

const noStarts: readonly Start[] = []

const beginningsAt = (lattice: Lattice, layer: Layer, at: number): readonly Start[] => {
  const alone = lattice.words[at]!.shown.begins[layer.number] ?? noStarts
  const more = lattice.more[at]
  if (!more) return alone
  const all = [...alone]
  for (const { key } of more) for (const start of layer.starts[key] ?? noStarts) if (!all.includes(start)) all.push(start)
  return all
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
    const matches = lattice.layers[at]! & bit ? longestFirst(longestAt(lattice, layer, at, free)) : noMatches
    const end = firstRead(matches, read, found)
    at = end ?? at + 1
  }
  return found
}

const noMatches: readonly Match[] = []

const longestFirst = (matches: readonly Match[]): readonly Match[] => (matches.length < 2 ? matches : matches.toSorted((a, b) => b.to - a.to))

const firstRead = <T>(matches: readonly Match[], read: (match: Match) => T | null, found: T[]): number | null => {
  for (const match of matches) {
    const value = read(match)
    if (value === null) continue
    found.push(value)
    return match.to
  }
  return null
}

import type { Grammar } from '../pattern/grammar.ts'
import { atomsAt, endOf, type Lattice, standsBefore } from '../pattern/lattice.ts'
import type { Match } from '../pattern/match.ts'
import type { Slots } from '../pattern/slots.ts'
import type { QuantityMark } from '../page.ts'

/** A quantity whose unit may still be one of several (`open`, ISO 4217 codes), or that of the sum before it (`bare`). */
export type Draft = Omit<QuantityMark, 'repeats'> & { readonly open: readonly string[]; readonly bare: boolean }

const num = (slots: Slots, name: string): number | null => (typeof slots[name] === 'number' ? slots[name] : null)
const inner = (slots: Slots, name: string): number | null => {
  const of = slots[name]
  return typeof of === 'object' ? num(of, 'n') : null
}

/** "Per year", right after the quantity, or after the stuff that is measured ("barrels of oil a day"). */
export const perAfter = (lattice: Lattice, grammar: Grammar, at: number): string | null => {
  const past = (name: string, place: number) => endOf(lattice, grammar.keyOf('class', name), place)
  const per = grammar.keyOf('class', 'each')
  for (const place of [at, past('about', at), past('stuff', at), past('stuff', past('of', at))]) {
    const found = lattice.breaks[place] === 1 ? undefined : atomsAt(lattice, place).find(({ key }) => key === per)
    if (found) return String(found.slots['per'])
  }
  return null
}

const roundOff = (value: number): number => Number(value.toPrecision(12))

const unitOf = (slots: Slots): string => {
  const unit = String(slots['unit'] ?? '')
  if (slots['square'] === true) return `${unit}2`
  return slots['cube'] === true ? cubic(unit) : unit
}

/** UCUM writes the cubic foot as a unit of its own. */
const cubic = (unit: string): string => (unit === '[ft_i]' ? '[cft_i]' : `${unit}3`)

const valueOf = (slots: Slots): number | null => {
  const n = num(slots, 'n')
  if (n === null || slots['unsure'] === true) return null
  return roundOff((n + (inner(slots, 'cents') ?? 0) / 100) * (num(slots, 'times') ?? 1))
}

/** The first number of a range takes the magnitude of the second ("between 3 and 5 milliard") unless it has its own. */
const lowEnd = (low: number, high: number): number => {
  const scale = 10 ** (3 * Math.floor(Math.log10(high) / 3 + 1e-9))
  return low < 1000 && scale >= 1000 && low <= high / scale ? low * scale : low
}

const draft = (match: Match, lattice: Lattice, grammar: Grammar): Draft => {
  const about = grammar.keyOf('class', 'about')
  return {
    from: match.from, to: match.to, rule: match.pattern.id,
    value: valueOf(match.slots), unit: unitOf(match.slots), sort: match.slots['sort'] as QuantityMark['sort'],
    per: perAfter(lattice, grammar, match.to), approximate: standsBefore(lattice, about, match.from) || endOf(lattice, about, match.to) > match.to,
    open: String(match.slots['open'] ?? '').split(' ').filter(Boolean), bare: match.slots['bare'] === true,
  }
}

/** Where the number with this value lies, looked for from the left of a passage. */
const numberIn = (lattice: Lattice, key: number, value: number, from: number, to: number): { readonly from: number; readonly to: number } | undefined => {
  for (let at = from; at < to; at += 1) {
    const found = atomsAt(lattice, at).find((atom) => atom.key === key && atom.slots['n'] === value && atom.to <= to)
    if (found) return found
  }
  return undefined
}

/** The ends of a range are not farther apart than this: beyond it, the first number counts something else. */
const widest = 100

/** The quantities that one passage gives: two for a range, one otherwise. */
export const quantitiesOf = (lattice: Lattice, grammar: Grammar, match: Match): readonly Draft[] => {
  const whole = draft(match, lattice, grammar)
  const [low, high] = [inner(match.slots, 'low'), inner(match.slots, 'high')]
  if (low === null || high === null) return [whole]
  const n = grammar.keyOf('class', 'n')
  const first = numberIn(lattice, n, low, match.from, match.to)
  const second = first && numberIn(lattice, n, high, first.to, match.to)
  if (!first || !second) return [whole]
  const upper: Draft = { ...whole, from: second.from, value: roundOff(high) }
  const lower = roundOff(lowEnd(low, high))
  return lower <= high && lower >= high / widest ? [{ ...whole, to: first.to, value: lower }, upper] : [upper]
}

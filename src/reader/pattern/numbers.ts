import { AND, THE } from '../lexicon/pack.ts'
import type { Slots } from './slots.ts'

/** The classes of numbers that patterns may name beside the classes of words of a pack. */
export const numberClasses = ['n', 'int', 'nth', 'day', 'mm', 'year', 'yyyy', 'dotted-date'] as const

/**
 * A word or figure that takes part in a number. Roles: `digits`, `one` (1-9), `ten` (10, which after a one makes a teen), `tens`, `hundred`
 * (multiplies what stands before it), `hundreds` (200-900 in one word), `scale` (1000 and up), `scales` (a scale that needs a number
 * before it), `fraction`, `ordinal`, `hundred-and` (a hundred with the word that joins it to what must follow).
 */
export type Numeral = { readonly from: number; readonly to: number; readonly before: number; readonly value: number; readonly role: string }

/**
 * A number while it is read. `done` is what the scales closed so far amount to, `group` what waits for the next scale, `scale` the last
 * scale closed (Infinity before any), `amount` what it added. `last` is the role read last.
 */
type State = { readonly done: number; readonly group: number; readonly scale: number; readonly amount: number; readonly last: string }

const begun: State = { done: 0, group: 0, scale: Infinity, amount: 0, last: 'nothing' }

const fresh = ({ last }: State, joined: boolean): boolean => last === 'nothing' || (joined && last === 'scale')

const below = (state: State, value: number, role: string, joined: boolean): State | null => {
  if (fresh(state, joined)) return { ...state, group: value, last: role }
  if (role === 'ten' && !joined && state.last === 'one' && state.group % 100 < 10) return { ...state, group: state.group + 10, last: 'teen' }
  if (state.last === 'hundred-and') return role === 'tens' || role === 'one' ? { ...state, group: state.group + value, last: role } : null
  if (!joined || state.last === 'digits' || state.last === 'scale' || state.last === 'fraction') return null
  const room = role === 'tens' || role === 'ten' ? state.group % 100 < 10 && (role === 'tens' || state.group % 100 === 0) : state.group % 100 === 0 && state.group > 0
  return room ? { ...state, group: state.group + value, last: role } : null
}

const hundred = (state: State, value: number, joined: boolean): State | null => {
  if (fresh(state, joined)) return { ...state, group: value, last: 'hundreds' }
  return !joined && state.last === 'one' && state.group > 2 && state.group < 10 ? { ...state, group: state.group * value, last: 'hundreds' } : null
}

const closed = (state: State, amount: number, scale: number): State => ({ done: state.done + amount, group: 0, scale, amount, last: 'scale' })

const scaled = (state: State, value: number, base: number, joined: boolean, alone: boolean): State | null => {
  if (!joined && state.group > 0) return base < state.scale ? closed(state, state.group * value, base) : null
  if (!joined && state.last === 'half') return base === state.scale ? { ...state, last: 'end' } : null
  if (!joined && state.last === 'scale' && base > state.scale) return closed({ ...state, done: state.done - state.amount }, state.amount * value, base)
  return alone && fresh(state, joined) && base < state.scale ? closed(state, value, base) : null
}

/** "A milliard and a half": half of the scale before it. "Half a million": waits for the scale. "Five and a half" waits or ends. */
const fraction = (state: State, value: number, joined: boolean): State | null => {
  if (state.last === 'nothing') return { ...state, group: value, last: 'fraction' }
  if (!joined) return null
  if (state.last === 'scale') return { ...state, done: state.done + value * state.scale, last: 'half' }
  return state.group > 0 && state.last !== 'fraction' ? { ...state, group: state.group + value, last: 'mixed' } : null
}

const figure = (state: State, value: number, joined: boolean): State | null =>
  fresh(state, joined) && value < state.scale ? { ...state, group: value, last: 'digits' } : null

const baseOf = (value: number): number => 10 ** (3 * Math.floor(Math.log10(value) / 3 + 1e-9))

const extended = (state: State, { value, role }: Numeral, joined: boolean): State | null => {
  if (state.last === 'end') return null
  switch (role) {
    case 'digits': return figure(state, value, joined)
    case 'one': case 'ten': case 'tens': return below(state, value, role, joined)
    case 'hundred': case 'hundreds': return hundred(state, value, joined)
    case 'hundred-and': return fresh(state, joined) ? { ...state, group: value, last: role } : null
    case 'scale': return scaled(state, value, baseOf(value), joined, true)
    case 'scales': return scaled(state, value, value, joined, false)
    case 'fraction': return fraction(state, value, joined)
    default: return null
  }
}

/** `single`: of one numeral; `alone`: and nothing more could have been added to it. */
export type Composed = { readonly to: number; readonly value: number; readonly before: number; readonly numeral: Numeral; readonly single: boolean; readonly alone: boolean; readonly ordinal: boolean }

type Numerals = (at: number) => readonly Numeral[]

const next = (numerals: Numerals, state: State, at: number): readonly [State, Numeral] | null => {
  for (const numeral of numerals(at)) {
    if (numeral.before & ~(AND | THE)) continue
    const longer = extended(state, numeral, (numeral.before & AND) !== 0)
    if (longer) return [longer, numeral]
  }
  return null
}

/** Every reading of a number from its first word on: a shorter one may be what is meant ("between 900 million and 2 milliard"). */
const cardinals = (numerals: Numerals, first: Numeral): readonly Composed[] => {
  const found: Composed[] = []
  let [state, at] = [extended(begun, first, false), first.to]
  while (state) {
    const more = next(numerals, state, at)
    const single = at === first.to
    if (state.last !== 'fraction' && state.last !== 'hundred-and') found.push({ to: at, value: state.done + state.group, before: first.before, numeral: first, single, alone: single && !more, ordinal: false })
    state = more?.[0] ?? null
    at = more?.[1].to ?? at
  }
  return found
}

/** "Third", "thirteenth" (third + ten), "twenty-third" (third and twenty). */
const ordinal = (numerals: Numerals, first: Numeral): Composed => {
  const more = first.value < 10 ? numerals(first.to).find(({ role, before }) => (role === 'ten' && !(before & AND)) || (role === 'tens' && (before & AND) !== 0)) : undefined
  return { to: more?.to ?? first.to, value: first.value + (more?.value ?? 0), before: first.before, numeral: first, single: more === undefined, alone: more === undefined, ordinal: true }
}

/** The numbers that begin at a place. */
export const numbersAt = (numerals: Numerals, at: number): readonly Composed[] =>
  numerals(at).flatMap((first) => (first.role === 'ordinal' ? [ordinal(numerals, first)] : cardinals(numerals, first)))

const yearLike = (form: string): boolean => /^(?:19|20)\d\d$|^2100$/.test(form)

/** The classes that a number belongs to, with what it carries in each. `form` is the written form of its only token, or null. */
export const classesOf = ({ value, alone, ordinal, numeral }: Composed, form: string | null): readonly (readonly [string, Slots])[] => {
  if (ordinal) return [['nth', { nth: value }], ...(value <= 31 ? [['day', { day: value }] as const] : [])]
  const figures = alone && numeral.role === 'digits' && form !== null && /^\d+$/.test(form)
  const short = figures && form.length <= 2 && value >= 1
  return [
    ['n', { n: value }],
    ...(Number.isInteger(value) ? [['int', { n: value }] as const] : []),
    ...(short && value <= 31 ? [['day', { day: value }] as const] : []),
    ...(short && value <= 12 ? [['mm', { month: value }] as const] : []),
    ...(figures && yearLike(form) ? [['year', { year: value }] as const] : []),
  ]
}

/** Any year from 1000 to 2100, also before a word of magnitude ("2018 milliard"): for patterns that know from elsewhere that it is one. */
export const yearOf = (form: string): Slots | null => (/^1\d{3}$|^20\d\d$|^2100$/.test(form) ? { year: Number(form) } : null)

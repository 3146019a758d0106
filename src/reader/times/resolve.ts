import type { Edtf, Hedge } from '../../model/index.ts'
import type { Slots } from '../pattern/slots.ts'
import {
  civil, date, dayNumber, dayPeriod, days, edtf, edtfBetween, monthPeriod, months, type Period, weekdayOf, week, years,
} from './calendar.ts'
import type { Tense } from './tense.ts'

/** What relative words are resolved against: the day and year of the document, the tense of the clause, the time read before. */
export type Ground = { readonly day: number | null; readonly year: number | null; readonly tense: Tense; readonly before: Period | null }

/** `open`: the words stand on a date that is not known. `none`: no time of the calendar after all, or not safely one. */
type Resolved = Period | 'open' | 'none'

export type Value = { readonly edtf: Edtf | null; readonly hedge: Hedge | null; readonly limit: boolean; readonly period: Period | null }

const num = (slots: Slots, name: string): number | null => (typeof slots[name] === 'number' ? slots[name] : null)
const text = (slots: Slots, name: string): string | null => (typeof slots[name] === 'string' ? slots[name] : null)
const inner = (slots: Slots, name: string): Slots | null => (typeof slots[name] === 'object' ? slots[name] : null)

const known = (found: Resolved): found is Period => typeof found === 'object'

const about = (found: Resolved): Resolved => (known(found) ? { ...found, about: true } : found)

/**
 * A date without its year is not said of a day so far off, in days, when the same day of another year is so near: the tense was that of
 * another clause. The present tense weighs less than past and future.
 */
const sure = { far: 270, near: 95 }
const weak = { far: 200, near: 150 }

/** Of the dates that a day or month may stand for in neighbouring years, the one that the words and the tense ask for. */
const nearest = (candidates: readonly Period[], ground: number, shift: number | null, tense: Tense): Resolved => {
  const before = candidates.findLast(({ first }) => first <= ground)
  const after = candidates.find(({ last }) => last >= ground)
  if (shift === -1) return candidates.findLast(({ last }) => last < ground) ?? 'none'
  if (shift === 1) return candidates.find(({ first }) => first > ground) ?? 'none'
  if (shift === 0) return candidates.find(({ first }) => civil(first).year === civil(ground).year) ?? 'none'
  if (!before || !after) return before ?? after ?? 'none'
  const [back, ahead] = [Math.max(0, ground - before.last), Math.max(0, after.first - ground)]
  const { far, near } = tense.is === 'present' ? weak : sure
  if (tense.is === 'past') return back > far && ahead < near ? after : before
  if (tense.is !== 'unknown') return ahead > far && back < near ? before : after
  return back <= ahead ? before : after
}

const around = (year: number, make: (year: number) => Period | null): readonly Period[] => [year - 1, year, year + 1].flatMap((one) => make(one) ?? [])

const dayOrMonth = (year: number, month: number, day: number | null): Period | null => (day === null ? monthPeriod(year, month) : date(year, month, day))

const inMonth = (slots: Slots, ground: Ground): Resolved => {
  const [year, month, day] = [num(slots, 'year'), num(slots, 'month')!, num(slots, 'day')]
  if (year !== null) return dayOrMonth(year, month, day) ?? 'none'
  const of = inner(slots, 'of')
  if (of) {
    const within = resolve(of, ground)
    return known(within) ? (dayOrMonth(civil(within.first).year, month, day) ?? 'none') : within
  }
  if (ground.day === null) return 'open'
  return nearest(around(civil(ground.day).year, (one) => dayOrMonth(one, month, day)), ground.day, num(slots, 'shift'), ground.tense)
}

/** A day of a month that is named by its distance only ("the 12th of this month", "the 31st of the same month"). */
const dayOf = (slots: Slots, ground: Ground): Resolved => {
  const within = resolve(inner(slots, 'of')!, ground)
  if (!known(within)) return within
  const { year, month } = civil(within.first)
  return date(year, month, num(slots, 'day')!) ?? 'none'
}

const sameAs = (slots: Slots, { before }: Ground): Resolved => {
  if (!before) return 'open'
  const { year, month } = civil(before.last)
  return text(slots, 'same') === 'year' ? years(year, year) : monthPeriod(year, month)
}

/**
 * A weekday alone is the last one up to the document's day; in a clause about the future, the next one. Yesterday's name is never said of
 * the week to come, nor tomorrow's of the week gone by unless a verb of the past stands close.
 */
const forwards = (forward: number, { is, distance }: Tense): boolean => {
  if (forward === 1) return !(is === 'past' && distance <= 3)
  if (forward >= 5) return forward === 5 && is === 'will'
  return is === 'will' || is === 'present'
}

const onWeekday = (slots: Slots, { day, tense }: Ground): Resolved => {
  if (day === null) return 'open'
  const back = mod7(weekdayOf(day) - num(slots, 'weekday')!)
  const forward = (7 - back) % 7
  const shift = num(slots, 'shift')
  if (shift === -1) return dayPeriod(day - (back || 7))
  if (shift === 1) return dayPeriod(day + (forward || 7))
  return dayPeriod(forwards(forward, tense) ? day + forward : day - back)
}

/** "Today (Tuesday)": where the document was dated a day beside, the weekday is believed. */
const believing = (day: number, slots: Slots): number => {
  const weekday = num(inner(slots, 'on') ?? {}, 'weekday')
  return weekday === null ? day : ([day, day - 1, day + 1].find((one) => weekdayOf(one) === weekday) ?? day)
}

const moved = (unit: string | null, by: number, slots: Slots, { day, year }: Ground): Resolved => {
  if (unit === 'year') return year === null ? 'open' : years(year + by, year + by)
  if (day === null) return 'open'
  const now = civil(day)
  switch (unit) {
    case 'month': return monthPeriod(now.year, now.month + by)
    case 'week': return week(day + 7 * by)
    case 'day': return dayPeriod(believing(day + by, slots))
    case 'decade': return by === 1 ? years(now.year, now.year + 10) : 'none'
    default: return 'none'
  }
}

const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7 }

/** From the document's day over `n` units, backwards when negative. */
const reaching = (unit: string | null, n: number, { day, year }: Ground): Resolved => {
  const [low, high] = [Math.min(0, n), Math.max(0, n)]
  if (unit === 'year') return year === null ? 'open' : years(year + low, year + high)
  if (unit === 'decade') return year === null ? 'open' : years(year + 10 * low, year + 10 * high)
  if (day === null) return unit === 'hour' ? 'none' : 'open'
  const now = civil(day)
  if (unit === 'month') return months(now.year, now.month + low, now.month + high)
  const length = daysIn[unit ?? '']
  return length === undefined ? 'none' : days(day + low * length, day + high * length)
}

const ago = (slots: Slots, ground: Ground): Resolved => {
  const unit = text(slots, 'unit')
  if (unit !== 'year' && unit !== 'month' && unit !== 'day') return 'none'
  const found = moved(unit, -(num(slots, 'n') ?? 1), {}, ground)
  return slots['about'] === true ? about(found) : found
}

/** The longest span in which a document counts from its own day; beyond it a number was misread. */
const farthest = 1000

const fractionOf = (slots: Slots, ground: Ground): Resolved => {
  const whole = slots['alone'] === true ? latestQuarter(slots, ground) : resolve(inner(slots, 'of')!, ground)
  if (!known(whole) || slots['alone'] === true) return whole
  const [unit, nth] = [text(slots, 'unit'), num(slots, 'nth') ?? 1]
  const { year, month } = civil(whole.first)
  if (unit === 'month-of') return whole
  if (whole.grain === 'month' && unit === 'half') return nth === 1 ? days(whole.first, dayNumber(year, month, 15)) : days(dayNumber(year, month, 16), whole.last)
  const length = unit === 'quarter' ? 3 : unit === 'third' ? 4 : 6
  return whole.grain === 'year' && nth * length <= 12 ? months(year, (nth - 1) * length + 1, nth * length) : 'none'
}

const latestQuarter = (slots: Slots, { day, tense }: Ground): Resolved => {
  if (day === null) return 'open'
  const nth = num(slots, 'nth') ?? 4
  return nth > 4 ? 'none' : nearest(around(civil(day).year, (year) => months(year, nth * 3 - 2, nth * 3)), day, null, tense.is === 'will' ? tense : { is: 'past', distance: 0 })
}

const firstMonths = (slots: Slots, ground: Ground): Resolved => {
  const whole = resolve(inner(slots, 'of')!, ground)
  const n = num(slots, 'n') ?? 0
  if (!known(whole)) return whole
  return text(slots, 'unit') === 'month' && n >= 1 && n <= 12 ? months(civil(whole.first).year, 1, n) : 'none'
}

/** The beginning, middle or end of a year is a month near it; of a month, the month. As a limit, the end is its last day. */
const partOf = (slots: Slots, ground: Ground, limit: boolean): Resolved => {
  const whole = resolve(inner(slots, 'of')!, ground)
  if (!known(whole)) return whole
  const part = text(slots, 'part')
  if (limit && part === 'end') return dayPeriod(whole.last)
  if (whole.grain === 'day') return whole
  const [from, to] = [civil(whole.first), civil(whole.last)]
  if (from.year === to.year && from.month === to.month) return whole
  if (whole.grain === 'year' && from.year !== to.year) return 'none'
  if (part === 'middle') return about(monthPeriod(from.year, Math.floor((from.month + to.month) / 2)))
  return about(part === 'start' ? monthPeriod(from.year, from.month) : monthPeriod(to.year, to.month))
}

const anchored = (slots: Slots): boolean => ['year', 'of', 'shift', 'unit', 'part', 'weekday', 'same'].some((name) => name in slots)

const weekdayBeside = (weekday: number, { first, last }: Period, side: 'from' | 'to'): Period =>
  dayPeriod(side === 'from' ? first - mod7(weekdayOf(first) - weekday) : last + mod7(weekday - weekdayOf(last)))

const mod7 = (days: number): number => ((days % 7) + 7) % 7

/** One end of a range by the other: it lacks its month or year, and takes those that put the two in order. */
const beside = (slots: Slots, other: Period, side: 'from' | 'to', ground: Ground): Resolved => {
  const at = civil(side === 'from' ? other.first : other.last)
  if (slots['weekday'] !== undefined) return weekdayBeside(num(slots, 'weekday')!, other, side)
  if (slots['month'] === undefined && slots['day'] !== undefined) return date(at.year, at.month, num(slots, 'day')!) ?? 'none'
  const found = resolve({ ...slots, year: at.year }, ground)
  if (!known(found)) return found
  if (side === 'from' && found.first > other.last) return resolve({ ...slots, year: at.year - 1 }, ground)
  return side === 'to' && found.last < other.first ? resolve({ ...slots, year: at.year + 1 }, ground) : found
}

type Ends = { readonly from: Resolved; readonly to: Resolved }

const endsOf = (slots: Slots, ground: Ground): Ends => {
  const shared: Slots = slots['shift'] === undefined ? {} : { shift: slots['shift'] }
  const [from, to] = [inner(slots, 'from')!, { ...inner(slots, 'to')!, ...shared }]
  const whole = (end: Slots) => 'month' in end || 'weekday' in end || anchored(end)
  if (whole(to) && !(anchored(from) && !anchored(to)) && !('same' in (inner(to, 'of') ?? to))) {
    const last = resolve(to, ground)
    return { to: last, from: known(last) && (!anchored(from) || 'weekday' in from) ? beside(from, last, 'from', ground) : resolve(from, ground) }
  }
  const first = resolve(from, ground)
  const after: Ground = { ...ground, before: known(first) ? first : ground.before }
  return { from: first, to: known(first) && !anchored(to) ? beside(to, first, 'to', after) : resolve(to, after) }
}

/** "The 2026-27 season": a year and the last two figures of the next. */
const seasonOf = (slots: Slots): Resolved => {
  const [from, short] = [num(inner(slots, 'from') ?? {}, 'year'), num(inner(slots, 'short') ?? {}, 'n')]
  return from !== null && short === (from + 1) % 100 ? years(from, from + 1) : 'none'
}

/** What the slots of one time mean. Ranges are resolved by `valueOf`, since their two ends may be said with different precision. */
const resolve = (slots: Slots, ground: Ground): Resolved => {
  if ('window' in slots || 'within' in slots) return spanOf(slots, ground)
  if ('ago' in slots) return ago(slots, ground)
  if ('first' in slots) return firstMonths(slots, ground)
  if ('part' in slots) return partOf(slots, ground, slots['limit'] === true)
  if ('season' in slots) return seasonOf(slots)
  if ('alone' in slots || (text(slots, 'unit') !== null && 'of' in slots)) return fractionOf(slots, ground)
  if ('month' in slots) return inMonth(slots, ground)
  if ('day' in slots && 'of' in slots) return dayOf(slots, ground)
  if ('weekday' in slots) return onWeekday(slots, ground)
  if ('same' in slots) return sameAs(slots, ground)
  const year = num(slots, 'year')
  if (year !== null) return years(year, year)
  return 'unit' in slots && 'shift' in slots ? moved(text(slots, 'unit'), num(slots, 'shift')!, slots, ground) : 'none'
}

const spanOf = (slots: Slots, ground: Ground): Resolved => {
  const [n, shift] = [num(slots, 'n') ?? 1, 'within' in slots ? 1 : num(slots, 'shift')]
  return !Number.isInteger(n) || n > farthest || !shift ? 'none' : reaching(text(slots, 'unit'), shift * n, ground)
}

const unknownDate: Value = { edtf: null, hedge: null, limit: false, period: null }

const rangeValue = (slots: Slots, ground: Ground): Value | null => {
  const { from, to } = endsOf(slots, ground)
  if (from === 'none' || to === 'none') return null
  if (!known(from) || !known(to)) return unknownDate
  return from.first > to.last ? null : { edtf: edtfBetween(from, to), hedge: null, limit: false, period: { ...to, first: from.first } }
}

/** "The nineties of the last century": the years 1990 to 1999, as EDTF writes them. */
const decadeValue = (slots: Slots, { year }: Ground): Value =>
  year === null ? unknownDate : { ...unknownDate, edtf: `${Math.floor(year / 100) + num(slots, 'shift')!}${num(slots, 'decade')! / 10}X` }

/** What a matched passage says of time; null when it says nothing that can be relied on. */
export const valueOf = (slots: Slots, ground: Ground): Value | null => {
  const hedge = text(slots, 'hedge')
  if (hedge !== null) return { ...unknownDate, hedge: hedge as Hedge }
  if ('uncertain' in slots) return unknownDate
  if ('decade' in slots) return decadeValue(slots, ground)
  const limit = slots['limit'] === true
  const value = 'range' in slots ? rangeValue(slots, ground) : single(resolve(slots, ground))
  return value && { ...value, limit }
}

/** Dates have years of four digits: "a billion years ago" is no date of a calendar. */
const calendar = /^\d{4}(?!\d)/

const single = (found: Resolved): Value | null => {
  if (found === 'none') return null
  if (found === 'open') return unknownDate
  const told = edtf(found)
  return calendar.test(told) ? { edtf: told, hedge: null, limit: false, period: found } : unknownDate
}

import type { Edtf } from '../../model/index.ts'

/**
 * A stretch of calendar time: `first` and `last` are whole days counted from 1970-01-01, `grain` is how finely it was said and is written,
 * `about` is true of a value that is only near ("the end of 2016").
 */
export type Period = { readonly first: number; readonly last: number; readonly grain: Grain; readonly about: boolean }
export type Grain = 'day' | 'month' | 'year'

export type Civil = { readonly year: number; readonly month: number; readonly day: number }

/** Days in the 400 years after which the Gregorian calendar repeats, and from 0000-03-01 to 1970-01-01. */
const era = 146_097
const epoch = 719_468

/** Days from 1970-01-01 to a date of the Gregorian calendar. A month or day beyond its range carries over. (Years begin in March here, so that the leap day is last.) */
export const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = year + Math.floor((month - 1) / 12) - (mod(month - 1, 12) < 2 ? 1 : 0)
  const inEra = mod(shifted, 400)
  const inYear = Math.floor((153 * mod(month - 3, 12) + 2) / 5)
  return Math.floor(shifted / 400) * era + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear + day - 1 - epoch
}

const mod = (value: number, by: number): number => ((value % by) + by) % by

/** The date of a day counted from 1970-01-01. */
export const civil = (day: number): Civil => {
  const since = day + epoch
  const inEra = mod(since, era)
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365)
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100))
  const march = Math.floor((5 * inYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  return { year: yearInEra + Math.floor(since / era) * 400 + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * march + 2) / 5) + 1 }
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => mod(day + 3, 7) + 1

const period = (first: number, last: number, grain: Grain): Period => ({ first, last, grain, about: false })

export const dayPeriod = (day: number): Period => period(day, day, 'day')

export const days = (first: number, last: number): Period => period(first, last, 'day')

/** Months `from` to `to` of a year, counted from January of that year: 13 is January of the next. */
export const months = (year: number, from: number, to: number): Period => period(dayNumber(year, from, 1), dayNumber(year, to + 1, 1) - 1, 'month')

export const monthPeriod = (year: number, month: number): Period => months(year, month, month)

export const years = (from: number, to: number): Period => period(dayNumber(from, 1, 1), dayNumber(to, 12, 31), 'year')

/** Monday to Sunday, as ISO 8601 counts weeks. */
export const week = (day: number): Period => days(day - weekdayOf(day) + 1, day - weekdayOf(day) + 7)

/** The date, or null when the month has no such day. */
export const date = (year: number, month: number, day: number): Period | null => {
  const number = dayNumber(year, month, day)
  return civil(number).month === month ? dayPeriod(number) : null
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

const written = (day: number, grain: Grain): string => {
  const { year, month, day: of } = civil(day)
  return [pad(year, 4), ...(grain === 'year' ? [] : [pad(month, 2)]), ...(grain === 'day' ? [pad(of, 2)] : [])].join('-')
}

/** A period in EDTF. */
export const edtf = ({ first, last, grain, about }: Period): Edtf => {
  const [from, to] = [written(first, grain), written(last, grain)]
  const mark = about ? '~' : ''
  return from === to ? from + mark : `${from}${mark}/${to}${mark}`
}

/** From the beginning of one period to the end of another, each as finely as it was said. */
export const edtfBetween = (from: Period, to: Period): Edtf => {
  const [left, right] = [written(from.first, from.grain) + (from.about ? '~' : ''), written(to.last, to.grain) + (to.about ? '~' : '')]
  return left === right ? left : `${left}/${right}`
}

/** The day that a document's date names; null unless it is a whole date. */
export const issuedDay = (issued: Edtf | null): number | null => {
  const found = issued === null ? null : /^(\d{4})-(\d\d)-(\d\d)$/.exec(issued)
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

/** The year that a document's date begins with; known even when its day is not. */
export const issuedYear = (issued: Edtf | null): number | null => {
  const found = issued === null ? null : /^(\d{4})/.exec(issued)
  return found ? Number(found[1]) : null
}

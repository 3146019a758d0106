import type { Edtf } from '../model/index.ts'

/** A day of the calendar, `2015-08-25`. Days compare as texts. */
export type Day = string

/** Before and after every day that a document can bear. */
export const earliest: Day = '0000-01-01'
export const latest: Day = '9999-12-31'

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const two = (number: number): string => String(number).padStart(2, '0')
const four = (number: number): string => String(number).padStart(4, '0')

const whole = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/

const edge = (edtf: Edtf, last: boolean): Day | null => {
  const found = whole.exec(edtf)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), found[2] ? Number(found[2]) : null, found[3] ?? null]
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null) return Number(day) >= 1 && Number(day) <= lastOfMonth(year, month!) ? `${found[1]}-${found[2]}-${day}` : null
  const at = month ?? (last ? 12 : 1)
  return `${found[1]}-${two(at)}-${two(last ? lastOfMonth(year, at) : 1)}`
}

/** How many dates are remembered with their days: the same ones are asked for again and again. */
const remembered = 10_000

const once = (work: (edtf: Edtf) => Day | null): ((edtf: Edtf | null) => Day | null) => {
  const known = new Map<Edtf, Day | null>()
  return (edtf) => {
    if (edtf === null) return null
    const before = known.get(edtf)
    if (before !== undefined) return before
    if (known.size >= remembered) known.clear()
    const day = work(edtf)
    known.set(edtf, day)
    return day
  }
}

/** The first day of a date or interval; null where it has none (an open interval, or words that are no date). */
export const firstDay = once((edtf) => edge(edtf.split('/')[0]!, false))

/** The last day of a date or interval. A promise "in 2016" is due on 2016-12-31. */
export const lastDay = once((edtf) => edge(edtf.split('/').at(-1)!, true))

/** The same day some years on; of 29 February the 28th. */
export const yearsAfter = (day: Day, years: number): Day => {
  const [year, date] = [Number(day.slice(0, 4)) + years, Number(day.slice(8))]
  const last = date > 28 ? Math.min(date, lastOfMonth(year, Number(day.slice(5, 7)))) : date
  return `${four(Math.min(9999, year))}${day.slice(4, 8)}${two(last)}`
}

/** The day after. */
export const nextDay = (day: Day): Day => (day >= latest ? latest : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10))

/** How many days lie between the ends of two dates. */
export const daysBetween = (one: Edtf, other: Edtf): number => Math.abs(Date.parse(lastDay(one) ?? one) - Date.parse(lastDay(other) ?? other)) / 86_400_000

import { lastDay, Misuse } from '../ledger/index.ts'
import type { Moment } from '../store/index.ts'
import { day } from './day.ts'

/** A moment as it is asked for; what is not given is today, without hindsight, with all that is known. */
export type MomentAsked = { readonly asof?: string | undefined; readonly hindsight?: boolean | undefined; readonly known?: string | undefined }

const asofOf = (value: string | undefined, today: string, sign: string): string => {
  if (value === undefined) return today
  const found = day(value)
  if (found === null) throw new Misuse(`${sign}asof ${value} is no date of the calendar: write it as 2015-12-20.`)
  return lastDay(found)!
}

const knownOf = (value: string | undefined, sign: string): string | null => {
  if (value === undefined) return null
  if (day(value) !== null) return `${lastDay(value)!}T23:59:59.999Z`
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw new Misuse(`${sign}known ${value} is no moment: write it as 2026-01-31, or as 2026-01-31T12:00:00Z.`)
  return new Date(time).toISOString()
}

/** The moment that is asked for. `sign` stands before the names of options in messages. */
export const momentAsked = ({ asof, hindsight, known }: MomentAsked, today: string, sign = ''): Moment =>
  ({ asof: asofOf(asof, today, sign), hindsight: hindsight ?? false, known: knownOf(known, sign) })

/** The moment of a decision: everything that is known today. */
export const decidingOn = (today: string): Moment => ({ asof: today, hindsight: true, known: null })

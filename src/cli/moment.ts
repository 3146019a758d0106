import { lastDay } from '../ledger/index.ts'
import type { Moment } from '../store/index.ts'
import { day } from './day.ts'
import { Misuse } from './usage.ts'

/** The options of every verb that asks about a moment. */
export const momentOptions = { asof: { type: 'string' }, hindsight: { type: 'boolean' }, known: { type: 'string' } } as const

export const momentHelp = `  --asof DAY         as things stood on that day (2015-12-20); today if not given
  --hindsight        use also documents that were published later
  --known INSTANT    only what this ledger had learned by then (2026-01-31, or 2026-01-31T12:00:00Z)
`

type Given = { readonly asof?: string | undefined; readonly hindsight?: boolean | undefined; readonly known?: string | undefined }

const asofOf = (value: string | undefined): string => {
  if (value === undefined) return new Date().toISOString().slice(0, 10)
  const found = day(value)
  if (found === null) throw new Misuse(`--asof ${value} is no date of the calendar: write it as 2015-12-20.`)
  return lastDay(found)!
}

const knownOf = (value: string | undefined): string | null => {
  if (value === undefined) return null
  if (day(value) !== null) return `${lastDay(value)!}T23:59:59.999Z`
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw new Misuse(`--known ${value} is no moment: write it as 2026-01-31, or as 2026-01-31T12:00:00Z.`)
  return new Date(time).toISOString()
}

/** The moment that the options name. */
export const momentOf = ({ asof, hindsight, known }: Given): Moment => ({ asof: asofOf(asof), hindsight: hindsight ?? false, known: knownOf(known) })

import { type MomentAsked, momentAsked } from '../server/index.ts'
import type { Moment } from '../store/index.ts'

/** The options of every verb that asks about a moment. */
export const momentOptions = { asof: { type: 'string' }, hindsight: { type: 'boolean' }, known: { type: 'string' } } as const

export const momentHelp = `  --asof DAY         as things stood on that day (2015-12-20); today if not given
  --hindsight        use also documents that were published later
  --known INSTANT    only what this ledger had learned by then (2026-01-31, or 2026-01-31T12:00:00Z)
`

/** Today, by the clock of the machine. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** The moment that the options name. */
export const momentOf = (given: MomentAsked): Moment => momentAsked(given, today(), '--')

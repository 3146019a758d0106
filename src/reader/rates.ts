import type { QuantityMark } from './page.ts'

/** UCUM symbols of the spans that a rate is told for. */
const spans: Readonly<Record<string, string>> = { second: 's', hour: 'h', day: 'd', week: 'wk', month: 'mo', year: 'a' }

/** The unit of a measure told as a rate: `m3/d` for cubic metres a day. */
export const rateUnit = ({ sort, unit, per }: QuantityMark): string => (per && sort === 'measure' ? `${unit}/${spans[per] ?? per}` : unit)

import type { Edtf, Hedge } from '../model/index.ts'
import { fill } from './fill.ts'
import type { Labels } from './labels.ts'

const whole = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/

type Parts = { readonly year: string; readonly month: string | null; readonly day: string | null; readonly form: 'year' | 'month' | 'day' }

const partsOf = ({ months }: Labels, edtf: Edtf): Parts | null => {
  const [, year, month, day] = whole.exec(edtf) ?? []
  if (year === undefined) return null
  const name = month === undefined ? null : (months[Number(month) - 1] ?? null)
  return { year, month: name, day: day === undefined ? null : String(Number(day)), form: day !== undefined ? 'day' : month === undefined ? 'year' : 'month' }
}

/** A date of something that was; null where it has no single end that could be written. */
export const dateIn = (labels: Labels, edtf: Edtf | null): string | null => {
  const parts = edtf === null ? null : partsOf(labels, edtf)
  return parts && fill(labels.dates[parts.form], parts)
}

const hedged = (labels: Labels, due: Hedge): string | null => labels.dues[due] ?? null

/** By when something is due: an interval by its end, a year's last day as the end of the year. */
export const dueIn = (labels: Labels, due: Edtf | Hedge | null): string | null => {
  if (due === null) return null
  const end = due.split('/').at(-1)!
  const parts = partsOf(labels, end)
  if (!parts) return hedged(labels, due as Hedge)
  return fill(labels.dues[end.endsWith('-12-31') ? 'end' : parts.form], parts)
}

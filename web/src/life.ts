import type { Cited } from './api.ts'

/** A day of a thread's life on which something was said: the passages of one document. */
export type Said = { readonly kind: 'said'; readonly said: string; readonly document: string; readonly passages: readonly Cited[] }

/** A silence between two days: its length in months, and how high it is drawn. */
export type Silence = { readonly kind: 'silence'; readonly from: string; readonly to: string; readonly months: number; readonly height: number; readonly open: boolean }

/** A date that was promised, on the day that it fell. */
export type Due = { readonly kind: 'due'; readonly day: string; readonly due: string; readonly passed: boolean }

export type Node = Said | Silence | Due

const day = 86_400_000

/** Days between two days of the calendar. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day)

/** Below this many days a pause is none. */
const pause = 120

/** Silences are drawn to scale, a pixel for about six days, but never so high that one has to look for what comes next. */
const heightOf = (days: number): number => Math.round(Math.min(220, Math.max(28, days / 6)))

const silenceOf = (from: string, to: string, open: boolean): readonly Silence[] => {
  const days = daysBetween(from, to)
  return days < pause ? [] : [{ kind: 'silence', from, to, months: Math.round(days / 30.44), height: heightOf(days), open }]
}

/** What each document said, in the order of time: passages that repeat one place are one. */
const saidOf = (evidence: readonly Cited[]): readonly Said[] => {
  const days = Map.groupBy(evidence, ({ said, document }) => `${said} ${document}`)
  return [...days.values()].map((passages): Said => ({ kind: 'said', said: passages[0]!.said, document: passages[0]!.document, passages }))
    .toSorted((one, other) => (one.said < other.said ? -1 : one.said > other.said ? 1 : 0))
}

/** The last day of a date that names a day, month, year or interval; null of a hedge. */
export const lastDayOf = (edtf: string | null): string | null => {
  const text = edtf?.split('/').at(-1)?.replace(/[~?%]$/, '') ?? ''
  if (/^\d{4}$/.test(text)) return `${text}-12-31`
  if (/^\d{4}-\d\d$/.test(text)) return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).toISOString().slice(0, 10)
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null
}

const dayOf = (node: Said | Due): string => (node.kind === 'said' ? node.said : node.day)

/** A thread's life until a day: what was said, what fell due, and the silences between. */
export const lifeOf = (evidence: readonly Cited[], dues: readonly (string | null)[], asof: string): readonly Node[] => {
  const due = [...new Set(dues)].flatMap((one): readonly Due[] => {
    const at = lastDayOf(one)
    return at === null ? [] : [{ kind: 'due', day: at, due: one!, passed: at < asof }]
  })
  const said = saidOf(evidence)
  const past = [...said, ...due.filter(({ passed }) => passed)].toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0))
  const told = past.flatMap((node, at): readonly Node[] => (at === 0 ? [node] : [...silenceOf(dayOf(past[at - 1]!), dayOf(node), false), node]))
  const last = past.at(-1)
  return [...told, ...(last ? silenceOf(dayOf(last), asof, true) : []), ...due.filter(({ passed }) => !passed)]
}

/** A passage of a document, with all that is told in it: one that lies within another is told with it. */
export type Told = { readonly cited: Cited; readonly steps: readonly Cited[] }

const within = (one: Cited, other: Cited): boolean => one.start >= other.start && one.end <= other.end

const longerFirst = (one: Cited, other: Cited): number => other.end - other.start - (one.end - one.start)

/** The passages of one document, each once, in the order of the text. */
export const toldIn = (passages: readonly Cited[]): readonly Told[] => {
  const out: Told[] = []
  for (const cited of passages.toSorted(longerFirst)) {
    const at = out.findIndex((told) => within(cited, told.cited))
    if (at < 0) out.push({ cited, steps: [cited] })
    else out[at] = { ...out[at]!, steps: [...out[at]!.steps, cited] }
  }
  return out.toSorted((one, other) => one.cited.start - other.cited.start)
}

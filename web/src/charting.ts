import type { Line, Thread, ThreadPage } from './api.ts'
import { lastDayOf } from './life.ts'
import { wordsOf } from './printing.ts'

/** A value that a document tells of an indicator, for a period of time. `side`: the state that counts so, where the document tells what both sides count. `words`: how it is printed. */
export type Value = { readonly claim: string; readonly document: string; readonly said: string; readonly period: string | null; readonly from: number; readonly to: number; readonly value: number; readonly unit: string; readonly whole: boolean; readonly side: string | null; readonly words: string | null }

/** Where a value is drawn: in the middle of the time that it is about. */
export const middleOf = ({ from, to }: Pick<Value, 'from' | 'to'>): number => (from + to) / 2

/** A target as it held from a day on: a step of the line of what was promised. */
export type Step = { readonly from: number; readonly to: number; readonly value: number; readonly unit: string; readonly said: string; readonly due: string | null; readonly claim: string; readonly words: string | null }

/** A day as a year with its fraction: 2015.5 is the middle of 2015. */
export const yearOf = (day: string): number => {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(day) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

const firstDayOf = (edtf: string): string => `${(edtf.split('/')[0] ?? '').replace(/[~?%]$/, '')}-01-01`.slice(0, 10)

/** The span that a value is about; a value without one is put on the day it was told. */
const spanOf = (period: string | null, said: string): readonly [number, number] => {
  const last = lastDayOf(period)
  return period === null || last === null ? [yearOf(said), yearOf(said)] : [yearOf(firstDayOf(period)), yearOf(last)]
}

/** Shorter spans tell a part of a year, and are drawn hollow: they are not to be measured with whole years. */
const wholeYear = 0.95

const valueOf = ({ entry, said }: Line): readonly Value[] => {
  if (entry.kind !== 'claim' || typeof entry.claim !== 'object' || entry.claim.item.kind !== 'figure') return []
  const { id, document, item, printed } = entry.claim
  const period = typeof item['period'] === 'string' ? item['period'] : null
  const [from, to] = spanOf(period, said)
  const side = typeof item['side'] === 'string' ? item['side'] : null
  const amount = { value: Number(item['value']), unit: String(item['unit']) }
  return [{ claim: id, document, said, period, from, to, ...amount, whole: to - from >= wholeYear, side, words: wordsOf(printed, amount) }]
}

/** The values of a thread that still count, by period. */
export const valuesOf = ({ history, evidence }: Pick<ThreadPage, 'history' | 'evidence'>): readonly Value[] => {
  const counted = new Set(evidence.map(({ claim }) => claim))
  return history.flatMap(valueOf).filter(({ claim }) => counted.has(claim)).toSorted((one, other) => one.to - other.to || (one.said < other.said ? -1 : 1))
}

const amended = (item: Readonly<Record<string, unknown>>): { readonly value: number; readonly unit: string } | null => (item['target'] as { readonly value: number; readonly unit: string } | null | undefined) ?? null

/** The targets of a thread in the order in which they were set; each holds until the next one. */
export const stepsOf = ({ history, evidence }: Pick<ThreadPage, 'history' | 'evidence'>, until: number): readonly Step[] => {
  const counted = new Set(evidence.map(({ claim }) => claim))
  const set = history.flatMap(({ entry, said }) => {
    if (entry.kind !== 'claim' || typeof entry.claim !== 'object' || !counted.has(entry.claim.id)) return []
    const target = amended(entry.claim.item)
    const due = typeof entry.claim.item['deadline'] === 'string' ? entry.claim.item['deadline'] : null
    return target ? [{ ...target, said, due, claim: entry.claim.id, words: wordsOf(entry.claim.printed, target) }] : []
  }).toSorted((one, other) => (one.said < other.said ? -1 : 1))
  const reach = Math.max(until, ...set.map(({ due }) => (lastDayOf(due) === null ? 0 : yearOf(lastDayOf(due)!))))
  return set.map(({ value, unit, said, due, claim, words }, at) => ({ value, unit, said, due, claim, words, from: yearOf(said), to: at + 1 < set.length ? yearOf(set[at + 1]!.said) : reach }))
}

/** Round steps for an axis from nought to a value: 0, 10, 20 … */
export const ticks = (most: number, wanted = 5): readonly number[] => {
  const rough = most / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const size = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10
  return Array.from({ length: Math.ceil(most / size) + 1 }, (_, at) => at * size)
}

/** Years for an axis, no more than fit. */
export const years = (from: number, to: number, most = 14): readonly number[] => {
  const [first, last] = [Math.floor(from), Math.ceil(to)]
  const size = Math.max(1, Math.ceil((last - first) / most))
  return Array.from({ length: Math.floor((last - first) / size) + 1 }, (_, at) => first + at * size)
}

/** The unit of a target's values: that of its first target, else of its first value. */
export const unitOf = (thread: Pick<Thread, 'promises'>, values: readonly Value[]): string => thread.promises.find(({ target }) => target)?.target?.unit ?? values[0]?.unit ?? ''

/** Values that differ by less are one value, rounded: as where the ledger calls a target contested. */
const rounding = 0.03

/** Values that are told for one period and differ by more than rounding, the highest first. */
export type Dispute = { readonly period: string; readonly values: readonly Value[] }

export const disputesOf = (values: readonly Value[]): readonly Dispute[] =>
  [...Map.groupBy(values.filter(({ period }) => period !== null), ({ period, unit }) => `${period} ${unit}`).values()].map((all) => all.toSorted((one, other) => other.value - one.value))
    .filter((all) => all[0]!.value - all.at(-1)!.value > rounding * all[0]!.value)
    .map((all): Dispute => ({ period: all[0]!.period!, values: all }))

/** What one source tells. `line`: a line between its values means something; `name` is null of those with whom nobody disagrees. */
export type Series = { readonly name: string | null; readonly values: readonly Value[]; readonly line: boolean }

/** More sources than can be told apart are told with the others. */
const mostSeries = 4

/** A line for each source that disagrees with another on some period, and one for all the others together. */
export const seriesOf = (values: readonly Value[], sourceOf: (value: Value) => string): readonly Series[] => {
  const disputed = new Set(disputesOf(values).flatMap(({ values }) => values.map(sourceOf)))
  const own = [...Map.groupBy(values.filter((value) => disputed.has(sourceOf(value))), sourceOf)].toSorted(([, one], [, other]) => other.length - one.length).slice(0, mostSeries)
  const rest = values.filter((value) => !own.some(([name]) => name === sourceOf(value)))
  return [...(rest.length > 0 ? [[null, rest] as const] : []), ...own].map(([name, values]): Series => ({ name, values, line: disputesOf(values).length === 0 }))
}

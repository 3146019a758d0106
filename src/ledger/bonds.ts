import type { Claim, CommitmentItem, FigureItem, MeetingItem } from './claim.ts'
import { compared } from './amounts.ts'
import { daysBetween, firstDay, lastDay } from './days.ts'
import { conflict, deed, fieldsOf, has, indicatorOf, isTelling, sort } from './likeness.ts'
import type { Because } from './line.ts'

/** What speaks for one thing behind the passages of two documents, whatever their languages. `weight` adds up. */
export type Bond = Because & { readonly weight: number }

const bond = (code: string, weight: number, says: string): Bond => ({ code, weight, says })

const digits = /[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*/gu

/** The digits of Latin, Arabic and Persian writing begin at a multiple of sixteen. */
const western = (written: string): string => written.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.codePointAt(0)! & 0xf))

/** The numbers that stand in a passage in digits. A mark before three digits groups, before fewer or more it begins the fraction. */
export const numbersIn = (quote: string): readonly number[] =>
  (quote.match(digits) ?? []).map((found) => Number(western(found).replaceAll(/[,.\u066b\u066c](?=\d{3}(?!\d))/g, '').replaceAll(/[,\u066b\u066c]/g, '.'))).filter((number) => !Number.isNaN(number))

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1900 && number < 2100

/** Small whole numbers count everything and tell nothing apart. */
export const isTellingNumber = (number: number): boolean => !isYear(number) && (number >= 10 || !Number.isInteger(number))

const sharedNumbers = (one: Claim, other: Claim, of: (number: number) => boolean): readonly number[] => {
  const theirs = new Set(numbersIn(other.evidence[0].quote))
  return numbersIn(one.evidence[0].quote).filter((number) => of(number) && theirs.has(number))
}

const label = (keys: readonly (string | number)[]): string => keys.map((key) => String(key)).join(', ')

/** Words of two languages have no stems in common: only what is named, placed or of a field can be shared. */
const about = (one: Claim, other: Claim): readonly Bond[] => {
  const named = one.about.filter((key) => isTelling(key) && has(other.about, key))
  const fields = fieldsOf(one.about).filter((key) => has(other.about, key))
  return [...(named.length > 0 ? [bond('same-name', 2, `both name ${label(named)}`)] : []), ...(fields.length > 0 ? [bond('same-field', 1, `both are about ${label(fields)}`)] : [])]
}

const numbers = (one: Claim, other: Claim): readonly Bond[] => {
  const [telling, years] = [sharedNumbers(one, other, isTellingNumber), sharedNumbers(one, other, isYear)]
  return [...(telling.length > 0 ? [bond('same-number', 2, `both say ${label(telling)}`)] : []), ...(years.length > 0 ? [bond('same-year', 1, `both say ${label(years)}`)] : [])]
}

const bearers = (one: CommitmentItem, other: CommitmentItem): readonly Bond[] => {
  const [a, b] = [one.parties, other.parties]
  const [mine, theirs] = [a[0], b[0]]
  if (a.length === 1 && b.length === 1 && mine!.key === theirs!.key) return [bond('same-bearer', mine!.type === 'state' ? 1 : 2, `both bind ${mine!.key}`)]
  const same = a.length === b.length && a.every(({ key }) => b.some((other) => other.key === key))
  return same && a.length > 1 ? [bond('same-bearers', 0.5, `both bind ${label(a.map(({ key }) => key))}`)] : []
}

/** Deeds so general that two promises of them have nothing in common by that. */
const general = new Set(['other', 'strengthen'])

/** Null: the two cannot be one. */
type Bonds = readonly Bond[] | null

/** The same day or a shorter stretch of the same days. */
const datesMeet = (one: string | null, other: string | null): boolean => {
  if (one === null || other === null) return false
  const [from, to, start, end] = [firstDay(one), lastDay(one), firstDay(other), lastDay(other)]
  if (!from || !to || !start || !end) return one === other
  return to === end || (from <= start && end <= to) || (start <= from && to <= end)
}

const twoDates = (one: string | null, other: string | null): boolean => lastDay(one) !== null && lastDay(other) !== null && !datesMeet(one, other)

const commitments = (one: Claim<CommitmentItem>, other: Claim<CommitmentItem>): Bonds => {
  const [a, b] = [one.item, other.item]
  const same = deed(a.action) === deed(b.action)
  if (a.polarity !== b.polarity || (!same && twoDates(a.deadline, b.deadline))) return null
  return [
    ...(same ? [bond('same-deed', a.action === 'other' ? 0.5 : 1, `both promise to ${deed(a.action)}`)] : []), ...(datesMeet(a.deadline, b.deadline) ? [bond('same-date', a.deadline === b.deadline && lastDay(a.deadline) !== null ? 1.5 : 1, `both are due ${a.deadline}`)] : []),
    ...(a.target && b.target && compared(a.target, b.target) === 'same' ? [bond('same-value', 2, `both aim at ${a.target.value} ${a.target.unit}`)] : []), ...bearers(a, b),
  ]
}

/** Dates a week apart at most are those of one meeting, told differently. */
const meetings = (a: MeetingItem, b: MeetingItem): Bonds => {
  if (a.status !== b.status || (a.ordinal !== null && b.ordinal !== null && a.ordinal !== b.ordinal)) return null
  const near = a.date !== null && b.date !== null && daysBetween(a.date, b.date) <= 7
  return [...(a.type === b.type ? [bond('same-type', 1, `both are of the type ${a.type}`)] : []), ...(near ? [bond('same-date', 1, 'both are of the same days')] : []), ...(a.ordinal !== null && a.ordinal === b.ordinal ? [bond('same-session', 2, `both are number ${a.ordinal}`)] : [])]
}

const figures = (one: Claim<FigureItem>, other: Claim<FigureItem>): Bonds => {
  const [a, b] = [one.item, other.item]
  if (a.period !== null && b.period !== null && !datesMeet(a.period, b.period)) return null
  const named = indicatorOf(one) === indicatorOf(other) ? [bond('same-indicator', 1, `both tell of ${a.indicator}`)] : []
  return [...named, ...(compared(a, b) === 'same' ? [bond('same-value', 2, `both tell of ${a.value} ${a.unit}`)] : [])]
}

const ofKind = (one: Claim, other: Claim): Bonds => {
  const [a, b] = [one.item, other.item]
  if (a.kind === 'commitment' && b.kind === 'commitment') return commitments(one as Claim<CommitmentItem>, other as Claim<CommitmentItem>)
  if (a.kind === 'figure' && b.kind === 'figure') return figures(one as Claim<FigureItem>, other as Claim<FigureItem>)
  if (a.kind === 'meeting' && b.kind === 'meeting') return meetings(a, b)
  if (a.kind === 'instrument' && b.kind === 'instrument') return sort(a.type) === sort(b.type) ? [bond('same-type', 1, `both are of the type ${a.type}`)] : null
  return a.kind === 'project' && b.kind === 'project' ? [bond('same-type', 1, 'both are projects')] : null
}

/** The sort of thing that a claim tells of, where the sort says something; null of deeds that are promised of everything. */
export const sortOf = ({ item }: Claim): string | null => {
  switch (item.kind) {
    case 'instrument': return `instrument ${item.type} ${(item.count ?? 1) > 1}`
    case 'meeting': return `meeting ${item.type} ${item.status}`
    case 'commitment': return general.has(deed(item.action)) ? null : `commitment ${deed(item.action)} ${item.polarity}`
    case 'project': case 'figure': return null
  }
}

/** What two claims must have in common to be taken for reports of one thing. */
const enough = 2

export const weightOf = (bonds: readonly Bond[]): number => bonds.reduce((sum, { weight }) => sum + weight, 0)

/** `joined`: the ledger has the two in one thread. `only`: each is the only one of its sort in its document. */
export type Given = { readonly joined: boolean; readonly only: boolean }

const ofGiven = (one: Claim, { joined, only }: Given): readonly Bond[] => [
  ...(joined ? [bond('one-thread', 3, 'the ledger has them in one thread')] : []), ...(only ? [bond('only-one', 1, `each is the only ${sortOf(one)} of its text`)] : []),
]

/**
 * Why two claims of reports on one meeting tell of one thing; empty where too little says so. It is asked only between such reports: there one field and one
 * deed say more than between texts that lie years apart.
 */
export const bondsOf = (one: Claim, other: Claim, given: Given): readonly Bond[] => {
  const own = ofKind(one, other)
  if (one.item.kind !== other.item.kind || (own === null && !given.joined) || !one.between.some((code) => other.between.includes(code))) return []
  const said = numbers(one, other).filter(({ code }) => code !== 'same-year' || !own?.some((bond) => bond.code === 'same-date'))
  const all = [...ofGiven(one, given), ...(own ?? []), ...said, ...about(one, other)]
  const told = given.joined || said.some(({ code }) => code === 'same-number') || !conflict(one.about, other.about)
  return told && weightOf(all) >= enough ? all : []
}

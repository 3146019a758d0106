import type { Amount, Edtf, Hedge } from '../model/index.ts'
import { compared, type Measured } from './amounts.ts'
import { numbersIn } from './bonds.ts'
import type { Claim, CommitmentItem, FigureItem, InstrumentItem, MeetingItem, Named, ProjectItem } from './claim.ts'
import { firstDay, lastDay } from './days.ts'
import { forceRungs, instrumentRungs, projectRungs } from './ladders.ts'

/** How two claims about one thing differ, with what each of them says. `weaker`: which of the two says less, null where neither does. */
export type Contrast = { readonly code: string; readonly one: string; readonly other: string; readonly weaker: 'one' | 'other' | null }

/** Where a version says nothing. */
const none = '-'

const differs = (code: string, one: string, other: string): readonly Contrast[] => [{ code, one, other, weaker: null }]

/** A code with how far up its ladder it stands. */
type Step = readonly [string, number]

const lower = (code: string, one: Step, other: Step): readonly Contrast[] => {
  if (one[1] === other[1]) return []
  return [{ code, one: one[0], other: other[0], weaker: one[1] > other[1] ? 'other' : 'one' }]
}

type Due = Edtf | Hedge | null

/** 2 a date, 1 a hedge, 0 nothing. */
const exactness = (due: Due): number => (due === null ? 0 : lastDay(due) === null ? 1 : 2)

const within = (inner: Edtf, outer: Edtf): boolean => firstDay(outer)! <= firstDay(inner)! && lastDay(inner)! <= lastDay(outer)!

/** A date that the passage holds in digits was seen by whoever reads it, though it was not read as its date. */
const holdsYear = ({ evidence }: Claim, due: Due): boolean => due !== null && numbersIn(evidence[0].quote).includes(Number(due.slice(0, 4)))

const twoDates = (one: Edtf, other: Edtf): readonly Contrast[] => {
  if (lastDay(one) === lastDay(other)) return []
  if (within(one, other)) return [{ code: 'vaguer-date', one, other, weaker: 'other' }]
  if (within(other, one)) return [{ code: 'vaguer-date', one, other, weaker: 'one' }]
  return differs('other-date', one, other)
}

const dates = (one: Claim, other: Claim, a: Due, b: Due): readonly Contrast[] => {
  const [exact, less] = [exactness(a), exactness(b)]
  if (exact === 2 && less === 2) return twoDates(a!, b!)
  if (exact === less || holdsYear(exact > less ? other : one, exact > less ? a : b)) return []
  return [{ code: Math.min(exact, less) === 0 ? 'no-date' : 'vaguer-date', one: a ?? none, other: b ?? none, weaker: exact > less ? 'other' : 'one' }]
}

const written = ({ value, unit, per = null }: Measured): string => `${value} ${unit}${per === null ? '' : ` per ${per}`}`

/** A passage that has one of the numbers of the other was not understood, rather than that it leaves the amount out. */
const holdsNumber = ({ evidence: [mine] }: Claim, { evidence: [theirs] }: Claim): boolean => {
  const numbers = new Set(numbersIn(mine.quote))
  return numbersIn(theirs.quote).some((number) => numbers.has(number))
}

/** Two currencies cannot be compared, so they are never called different. */
const amounts = (one: Claim, other: Claim, a: Measured | null, b: Measured | null): readonly Contrast[] => {
  if (a === null && b === null) return []
  if (a === null || b === null) return holdsNumber(one, other) ? [] : [{ code: 'no-value', one: a ? written(a) : none, other: b ? written(b) : none, weaker: a === null ? 'one' : 'other' }]
  const found = compared(a, b)
  return found === 'same' || found === 'unlike' ? [] : differs(found, written(a), written(b))
}

const codesOf = (all: readonly Named[]): readonly string[] => [...new Set(all.map(({ code, key }) => code ?? key))].toSorted()

/** Whether each version binds a state that the other does not: fewer of the same are told more shortly, and companies and ministries are named in many ways. */
const parties = (one: readonly Named[], other: readonly Named[]): readonly Contrast[] => {
  if ([...one, ...other].some(({ code }) => code === null)) return []
  const [a, b] = [codesOf(one), codesOf(other)]
  const apart = a.some((key) => !b.includes(key)) && b.some((key) => !a.includes(key))
  return apart ? differs('other-parties', a.join(', '), b.join(', ')) : []
}

const condition = (one: string | null, other: string | null): readonly Contrast[] =>
  (one === null) === (other === null) ? [] : [{ code: 'conditional', one: one ?? none, other: other ?? none, weaker: one === null ? 'other' : 'one' }]

const commitments = (one: Claim<CommitmentItem>, other: Claim<CommitmentItem>): readonly Contrast[] => {
  const [a, b] = [one.item, other.item]
  return [
    ...lower('lower-force', [a.force, forceRungs[a.force]], [b.force, forceRungs[b.force]]), ...dates(one, other, a.deadline, b.deadline), ...amounts(one, other, a.target, b.target),
    ...parties(a.parties, b.parties), ...condition(a.condition, b.condition),
  ]
}

/** Under the rung `from` a thing is only spoken of, and how far the talk has come is told by the promise beside it. What is only mentioned stands on no rung; nor does what was stopped. */
const steps = (code: string, from: number, one: Step, other: Step): readonly Contrast[] =>
  Math.max(one[1], other[1]) < from ? [] : one[1] > 0 && other[1] > 0 ? lower(`lower-${code}`, one, other) : one[0] === other[0] ? [] : differs(`other-${code}`, one[0], other[0])

const instruments = (one: Claim<InstrumentItem>, other: Claim<InstrumentItem>): readonly Contrast[] => {
  const [a, b] = [one.item, other.item]
  const signed = a.date !== null && b.date !== null ? dates(one, other, a.date, b.date) : []
  return [...steps('status', instrumentRungs.signed, [a.status, instrumentRungs[a.status]], [b.status, instrumentRungs[b.status]]), ...signed, ...amounts(one, other, a.value, b.value), ...parties(a.parties, b.parties)]
}

const unitsOf = (all: readonly Amount[]): ReadonlyMap<string, readonly Amount[]> => Map.groupBy(all, ({ unit }) => unit)

/** A measure is compared where each version has one in that unit: which of several is meant cannot be told. */
const measures = (a: ProjectItem, b: ProjectItem): readonly Contrast[] => {
  const theirs = unitsOf(b.measures)
  return [...unitsOf(a.measures)].flatMap(([unit, [mine, ...more]]) => {
    const [other, ...others] = theirs.get(unit) ?? []
    return mine && other && more.length === 0 && others.length === 0 && compared(mine, other) === 'other-value' ? differs('other-value', written(mine), written(other)) : []
  })
}

const projects = (one: Claim<ProjectItem>, other: Claim<ProjectItem>): readonly Contrast[] => {
  const [a, b] = [one.item, other.item]
  return [
    ...steps('stage', projectRungs['under-construction'], [a.stage, projectRungs[a.stage]], [b.stage, projectRungs[b.stage]]), ...amounts(one, other, a.value, b.value), ...measures(a, b),
    ...(a.startBy && b.startBy ? dates(one, other, a.startBy, b.startBy) : []), ...(a.endBy && b.endBy ? dates(one, other, a.endBy, b.endBy) : []),
    ...(a.count !== null && b.count !== null && a.count !== b.count ? differs('other-value', String(a.count), String(b.count)) : []),
  ]
}

const figures = (one: Claim<FigureItem>, other: Claim<FigureItem>): readonly Contrast[] =>
  [...amounts(one, other, one.item, other.item), ...(one.item.change && other.item.change ? amounts(one, other, one.item.change, other.item.change) : [])]

/** An identifier of a list, which is the same in every language. */
const isListed = (key: string): boolean => /^(?:[a-z]+:[A-Za-z0-9-]+|Q\d+)$/.test(key)

const meetings = (one: Claim<MeetingItem>, other: Claim<MeetingItem>): readonly Contrast[] => {
  const [a, b] = [one.item, other.item]
  const moved = a.place && b.place && isListed(a.place.key) && isListed(b.place.key) && a.place.key !== b.place.key
  return [...(a.date && b.date ? dates(one, other, a.date, b.date) : []), ...(moved ? differs('other-place', a.place.key, b.place.key) : [])]
}

/** Everything in which two claims about one thing differ, of one kind of item; what cannot be compared is not called different. */
export const contrasts = (one: Claim, other: Claim): readonly Contrast[] => {
  if (one.item.kind !== other.item.kind) return []
  switch (one.item.kind) {
    case 'commitment': return commitments(one as Claim<CommitmentItem>, other as Claim<CommitmentItem>)
    case 'instrument': return instruments(one as Claim<InstrumentItem>, other as Claim<InstrumentItem>)
    case 'project': return projects(one as Claim<ProjectItem>, other as Claim<ProjectItem>)
    case 'figure': return figures(one as Claim<FigureItem>, other as Claim<FigureItem>)
    case 'meeting': return meetings(one as Claim<MeetingItem>, other as Claim<MeetingItem>)
  }
}

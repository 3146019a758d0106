import type { Edtf, Hedge, Structure } from '../model/index.ts'
import type { Claim, ClaimId, Printed, Route } from './claim.ts'
import { type Day, lastDay } from './days.ts'
import { type Asked, follow, type Promise, type Reason, standingOf, type Verdict } from './follow.ts'
import { familyOf, type Family, nameless } from './likeness.ts'
import type { State } from './states.ts'
import { namingClaim, structureOf } from './structure.ts'
import { type Sum, sumsOf } from './sums.ts'
import type { Member, Thread } from './threads.ts'

/** A passage that speaks of a thread. `document` is the hash of its bytes. */
export type Cited = {
  readonly claim: ClaimId
  readonly document: string
  readonly said: Day
  readonly kind: string
  /** Where the thing stands by this passage: a force, a status, a stage, a value. */
  readonly step: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly verdict: 'accepted' | 'amended' | null
}

/** The point of a session that a promise is. */
export type Point = { readonly session: ClaimId; readonly ordinal: number | null; readonly point: number }

/** A thread as it is told on a day. */
export type View = {
  readonly id: ClaimId
  readonly kind: Family
  readonly title: string
  /** What a title in another language is made of. */
  readonly structure: Structure
  readonly parties: readonly string[]
  readonly between: readonly string[]
  readonly sectors: readonly string[]
  /** Keys of the places that its passages name, the first named first, and the ends of the lines that run between two. */
  readonly places: readonly string[]
  readonly routes: readonly Route[]
  readonly state: State
  /** What the program alone sees, where a person judged otherwise. */
  readonly machine: State
  readonly reasons: readonly Reason[]
  readonly promised: Day | null
  readonly due: Edtf | Hedge | null
  readonly last: Day
  readonly promises: readonly Promise[]
  readonly points: readonly Point[]
  readonly sums: readonly Sum[]
  /** The amounts of its claims in the words of their texts. */
  readonly printed: readonly (Printed & { readonly claim: ClaimId })[]
  readonly partOf: readonly ClaimId[]
  readonly parts: readonly ClaimId[]
  /** Claims by which the thread was known before others were joined with it. */
  readonly aliases: readonly ClaimId[]
  readonly owner: string | null
  readonly evidence: readonly Cited[]
}

const order: readonly Family[] = ['instrument', 'project', 'target', 'mechanism', 'meeting', 'commitment']

/** What the thread is about: of its claims, that which comes first in the order of kinds. A number of no named indicator makes no target of a promise. */
const kindOf = (members: readonly Member[]): Family => {
  const telling = members.filter(({ claim }) => !nameless(claim))
  const families = new Set((telling.length > 0 ? telling : members).map(({ claim }) => familyOf(claim)))
  return order.find((family) => families.has(family))!
}

const nameOf = ({ item, evidence }: Claim): string => {
  switch (item.kind) {
    case 'instrument': case 'project': return item.name
    case 'meeting': return item.mechanism?.name ?? evidence[0].quote
    case 'commitment': case 'figure': return evidence[0].quote
  }
}

/** The name that its first document gave it; a promise lends its words only where nothing names the thing itself. */
const titleOf = (members: readonly Member[], kind: Family): string => nameOf(namingClaim(members, kind))

const cited = (member: Member): readonly Cited[] =>
  member.claim.evidence.map(({ start, end, quote }) => ({
    claim: member.claim.id, document: member.claim.document, said: member.said, kind: member.claim.item.kind, step: standingOf(member), start, end, quote,
    verdict: member.verdict ? (member.verdict.entry.kind as 'accepted' | 'amended') : null,
  }))

const partiesOf = ({ claim: { item, between } }: Member): readonly string[] => {
  const parties = item.kind === 'project' ? [] : item.parties.map(({ code, name }) => code ?? name)
  return parties.length > 0 ? parties : between
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

const sectorsOf = (members: readonly Member[]): readonly string[] =>
  unique(members.flatMap(({ claim }) => claim.about.filter((key) => key.startsWith('sector:')).map((key) => key.slice('sector:'.length)))).toSorted()

const placesOf = (members: readonly Member[]): readonly string[] =>
  unique(members.flatMap(({ claim: { item, about } }) => ['place' in item && item.place ? item.place.key : '', ...about]).filter((key) => key.startsWith('place:')))

const routesOf = (members: readonly Member[]): readonly Route[] =>
  members.flatMap(({ claim: { route } }) => (route ? [route] : [])).filter((route, at, all) => all.findIndex((one) => one.toSorted().join() === route.toSorted().join()) === at)

/** A vague date comes after every day. */
const byDay = (due: string): string => lastDay(due) ?? due

const firstDue = (promises: readonly Promise[]): Edtf | Hedge | null => {
  const pending = promises.filter(({ due, state }) => due !== null && state !== 'kept')
  return (pending.length > 0 ? pending : promises.filter(({ due }) => due !== null)).map(({ due }) => due as string).toSorted((one, other) => byDay(one) < byDay(other) ? -1 : 1)[0] ?? null
}

const pointsOf = (members: readonly Member[]): readonly Point[] =>
  members.flatMap(({ claim: { item } }) => item.kind === 'commitment' && item.point !== null && item.session !== null ? [{ session: item.session.claim, ordinal: item.session.ordinal, point: item.point }] : []).filter((one, at, all) => all.findIndex(({ session, point }) => session === one.session && point === one.point) === at)

const printedOf = (members: readonly Member[]): View['printed'] => members.flatMap(({ claim: { id, printed = [] } }) => printed.map(({ value, unit, words }) => ({ claim: id, value, unit, words })))

/** What a thread is found by on a board. */
export type Outline = Pick<View, 'kind' | 'between' | 'sectors' | 'state' | 'due'>

export const outlineOf = ({ seen, state, promises }: Verdict): Outline =>
  ({ kind: kindOf(seen), between: seen[0]!.claim.between, sectors: sectorsOf(seen), state, due: firstDue(promises) })

/** A thread as it is told on a day; null when nothing of it was known then. `membersOf` gives the members of other threads: of a set and of its parts. */
export const viewOf = (thread: Thread, membersOf: (thread: ClaimId) => readonly Member[], asked: Asked): View | null => {
  const found = follow(thread, membersOf, asked)
  if (!found) return null
  const { seen, promises } = found
  const { kind, between, sectors, state, due } = outlineOf(found)
  const wholes = thread.partOf.flatMap((id) => sumsOf({ members: membersOf(id) }, []).filter(({ counts }) => counts))
  return {
    id: thread.id, kind, title: titleOf(seen, kind), structure: structureOf(seen, kind), parties: unique(seen.flatMap(partiesOf)), between, sectors, places: placesOf(seen), routes: routesOf(seen), state, machine: found.machine, reasons: found.reasons,
    promised: promises.map(({ said }) => said).toSorted()[0] ?? null, due, last: seen.at(-1)!.said,
    promises, points: pointsOf(seen), sums: sumsOf({ members: seen }, wholes), printed: printedOf(seen), partOf: thread.partOf, parts: thread.parts,
    aliases: unique(thread.joined.map(({ entry }) => entry.claim)), owner: thread.assigned.at(-1)?.entry.owner ?? null, evidence: seen.flatMap(cited),
  }
}

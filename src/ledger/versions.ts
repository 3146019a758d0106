import { type Bond, bondsOf, isTellingNumber, numbersIn, sortOf, weightOf } from './bonds.ts'
import type { Claim, ClaimId } from './claim.ts'
import { type Day, daysBetween } from './days.ts'
import { contrasts } from './differing.ts'
import { standingOf } from './follow.ts'
import type { Because } from './line.ts'
import { deed } from './likeness.ts'
import type { Member } from './threads.ts'

/** A claim of a report as it stands, with the thread it stands in. */
export type Statement = { readonly thread: ClaimId; readonly member: Member }

/** What a version says, in its own words. `document` is the hash of its bytes. */
export type Version = { readonly claim: ClaimId; readonly document: string; readonly said: Day; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string }

/**
 * Something in which the reports of one meeting differ. `left-out`: `document` has nothing of what `told` says. `weaker`: `document` says it with less force, a
 * vaguer date, a condition, as less far on. `differs`: neither says more than the other. `values`: what differs, as `told` and as `other` have it; `-` where nothing
 * is said. `bonds`: why the two passages are taken for one thing.
 */
export type Difference = Because & {
  readonly kind: 'left-out' | 'weaker' | 'differs'
  readonly values: readonly [string, string] | null
  readonly thread: ClaimId
  readonly document: string
  readonly told: Version
  readonly other: Version | null
  readonly bonds: readonly Because[]
}

/** The reports of one meeting, the first first, and in what they differ. `meeting`: its claim in the first of them. */
export type Versions = { readonly meeting: ClaimId; readonly ordinal: number | null; readonly date: string | null; readonly documents: readonly string[]; readonly differences: readonly Difference[] }

const versionOf = ({ member }: Statement): Version => {
  const { claim: { id, document, item, evidence: [{ start, end, quote }] }, said } = member
  return { claim: id, document, said, kind: item.kind, step: standingOf(member), start, end, quote }
}

type Pair = { readonly one: Statement; readonly other: Statement; readonly bonds: readonly Bond[] }

const claimOf = ({ member }: Statement): Claim => member.claim

/** The sorts of which a document tells only one. */
const onlySorts = (all: readonly Statement[]): ReadonlySet<string | null> => {
  const groups = Map.groupBy(all, (statement) => sortOf(claimOf(statement)))
  return new Set([...groups].filter(([sort, { length }]) => sort !== null && length === 1).map(([sort]) => sort))
}

/** Every two statements of two documents that may be one, those that have most in common first. */
const likely = (ones: readonly Statement[], others: readonly Statement[]): readonly Pair[] => {
  const [mine, theirs] = [onlySorts(ones), onlySorts(others)]
  const isOnly = (one: Statement, other: Statement): boolean => sortOf(claimOf(one)) === sortOf(claimOf(other)) && mine.has(sortOf(claimOf(one))) && theirs.has(sortOf(claimOf(other)))
  return ones.flatMap((one) => others.map((other) => ({ one, other, bonds: bondsOf(claimOf(one), claimOf(other), { joined: one.thread === other.thread, only: isOnly(one, other) }) })).filter(({ bonds }) => bonds.length > 0))
    .toSorted((a, b) => weightOf(b.bonds) - weightOf(a.bonds))
}

/** Each statement with at most one of the other document. */
const paired = (ones: readonly Statement[], others: readonly Statement[]): readonly Pair[] => {
  const taken = new Set<Statement>()
  return likely(ones, others).filter(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return false
    taken.add(one)
    taken.add(other)
    return true
  })
}

const because = (bonds: readonly Bond[]): readonly Because[] => bonds.map(({ code, says }) => ({ code, says }))

const compared = ({ one, other, bonds }: Pair): readonly Difference[] =>
  contrasts(claimOf(one), claimOf(other)).map(({ code, weaker, ...says }): Difference => {
    const [told, less, values] = weaker === 'one' ? [other, one, [says.other, says.one] as const] : [one, other, [says.one, says.other] as const]
    return { kind: weaker === null ? 'differs' : 'weaker', code, says: values.join(' / '), values, thread: told.thread, document: claimOf(less).document, told: versionOf(told), other: versionOf(less), bonds: because(bonds) }
  })

/** What tells most of a thing stands for it: a promise, then the thing itself, then a figure. */
const order: readonly Claim['item']['kind'][] = ['commitment', 'instrument', 'project', 'meeting', 'figure']

const fullest = (all: readonly Statement[]): Statement =>
  all.toSorted((one, other) => order.indexOf(claimOf(one).item.kind) - order.indexOf(claimOf(other).item.kind))[0]!

const deedOf = (statement: Statement): string | null => {
  const { item } = claimOf(statement)
  return item.kind === 'commitment' ? deed(item.action) : null
}

/** Whether the other document has the thing, but not this of it: another figure, another deed promised of it. */
const isMore = (statement: Statement, theirs: readonly Statement[]): boolean => {
  const promised = theirs.map(deedOf).filter((one) => one !== null)
  const own = deedOf(statement)
  return claimOf(statement).item.kind === 'figure' || (own !== null && promised.length > 0 && !promised.includes(own))
}

/** What the ones tell and the others do not: things of which they have nothing, and what they have not of things they tell of too. */
const leftOut = (ones: readonly Statement[], others: readonly Statement[], pairs: readonly Pair[], document: string): readonly Difference[] => {
  const met = new Set(pairs.flatMap(({ one, other }) => [one, other]))
  const partners = Map.groupBy(pairs, ({ one }) => one.thread)
  return [...Map.groupBy(ones, ({ thread }) => thread)].flatMap(([thread, all]) => {
    const linked = new Set([thread, ...(partners.get(thread) ?? []).map(({ other }) => other.thread)])
    const theirs = others.filter((other) => linked.has(other.thread))
    const lone = all.filter((one) => !met.has(one))
    const missing = theirs.length === 0 ? [fullest(all)] : lone.filter((one) => isMore(one, theirs))
    return missing.map((one): Difference =>
      ({ kind: 'left-out', code: theirs.length === 0 ? 'not-told' : 'not-all-told', says: 'nothing of it was read in the other version', values: null, thread, document, told: versionOf(one), other: null, bonds: [] }))
  })
}

/** The numbers of each report, by the hash of its document. */
export type Numbers = ReadonlyMap<string, ReadonlySet<number>>

/** What was read in one version and not in another is not left out there when the other has its numbers: it says it, in words that were not read. */
const isSaid = ({ told, document }: Difference, numbers: Numbers): boolean => {
  const own = numbersIn(told.quote).filter(isTellingNumber)
  return own.length > 0 && own.every((number) => numbers.get(document)?.has(number))
}

const turned = ({ one, other, bonds }: Pair): Pair => ({ one: other, other: one, bonds })

const between = (ones: readonly Statement[], others: readonly Statement[]): readonly Difference[] => {
  const pairs = paired(ones, others)
  const [first, second] = [claimOf(ones[0]!).document, claimOf(others[0]!).document]
  const inOrder = pairs.toSorted((a, b) => claimOf(a.one).evidence[0].start - claimOf(b.one).evidence[0].start)
  return [...inOrder.flatMap(compared), ...leftOut(ones, others, pairs, second), ...leftOut(others, ones, pairs.map(turned), first)]
}

/** One thing that a document leaves out of what several others tell is left out once. */
const once = (all: readonly Difference[]): readonly Difference[] =>
  all.filter((one, at) => one.kind !== 'left-out' || all.findIndex((other) => other.kind === 'left-out' && other.thread === one.thread && other.document === one.document && other.told.kind === one.told.kind && (other.told.claim === one.told.claim || other.told.document !== one.told.document)) === at)

/** In what the reports of a meeting differ: of every two of them, in the order of the documents. `texts`: of each document, by its hash. */
export const differencesOf = (statements: readonly Statement[], texts: ReadonlyMap<string, string>): readonly Difference[] => {
  const numbers = new Map([...texts].map(([document, text]) => [document, new Set(numbersIn(text))]))
  const told = [...texts.keys()].map((document) => statements.filter((statement) => claimOf(statement).document === document)).filter((all) => all.length > 0)
  return once(told.flatMap((ones, at) => told.slice(at + 1).flatMap((others) => between(ones, others)))).filter((one) => one.kind !== 'left-out' || !isSaid(one, numbers))
}

/** Days within which reports of one meeting come. */
const soon = 7

/** Whether two reports may be of one meeting by the days on which they were said. */
export const soonAfter = (one: Day, other: Day): boolean => daysBetween(one, other) <= soon

const isReport = ({ claim: { item } }: Member): boolean => item.kind === 'meeting' && item.status === 'held'

const ordinalOf = ({ claim: { item } }: Member): number | null => (item.kind === 'meeting' ? item.ordinal : null)

const oneMeeting = ([first]: readonly Member[], member: Member): boolean => {
  const [one, other] = [ordinalOf(first!), ordinalOf(member)]
  return soonAfter(first!.said, member.said) && (one === other || one === null || other === null)
}

/** The reports of each meeting of a thread that was held: claims of several documents that were said within a few days. */
export const reportsOf = (members: readonly Member[]): readonly (readonly Member[])[] => {
  const groups: Member[][] = []
  for (const member of members.filter(isReport)) {
    const group = groups.find((one) => oneMeeting(one, member))
    if (group) group.push(member)
    else groups.push([member])
  }
  return groups.filter((group) => documentsIn(group).length > 1)
}

/** The documents of some claims, the first said first. */
export const documentsIn = (reports: readonly Member[]): readonly string[] => [...new Set(reports.map(({ claim }) => claim.document))]

/** The versions of one meeting, from its reports and everything that their documents tell. */
export const versionsOf = (reports: readonly Member[], statements: readonly Statement[], texts: ReadonlyMap<string, string>): Versions => {
  const [first] = reports
  const { item, id } = first!.claim
  const documents = documentsIn(reports)
  const date = item.kind === 'meeting' ? (item.date ?? null) : null
  return { meeting: id, ordinal: reports.map(ordinalOf).find((one) => one !== null) ?? null, date, documents, differences: differencesOf(statements, new Map(documents.map((document) => [document, texts.get(document) ?? '']))) }
}

import type { Edtf, Hedge, Target } from '../model/index.ts'
import type { ClaimId, FigureItem, InstrumentItem, ProjectItem } from './claim.ts'
import { type Day, firstDay, lastDay, nextDay, yearsAfter } from './days.ts'
import { type Goal, instrumentRungs, projectRungs } from './ladders.ts'
import { indicatorOf, isSession } from './likeness.ts'
import type { Because } from './line.ts'
import { promisesOf, type Saying, sayings } from './promises.ts'
import { silence, type State, states } from './states.ts'
import type { Member, Thread } from './threads.ts'

/** A reason for a state, with the claim that it rests on; null where it rests on the calendar alone. */
export type Reason = Because & { readonly claim: ClaimId | null }

/** What became of one promise of a thread. `moved`: its date or amount as it was first said. */
export type Promise = {
  readonly goal: Goal['name'] | 'deed'
  readonly action: string
  readonly force: string
  readonly said: Day
  readonly due: Edtf | Hedge | null
  readonly target: Target | null
  readonly state: State
  readonly moved: { readonly due: Edtf | Hedge | null; readonly target: Target | null } | null
  readonly claims: readonly ClaimId[]
  readonly reasons: readonly Reason[]
}

/** What a thread comes to on a day. `seen`: the members that count for it. */
export type Verdict = { readonly state: State; readonly reasons: readonly Reason[]; readonly promises: readonly Promise[]; readonly seen: readonly Member[] }

/** The day that is asked about, and whether documents said after it may be used. */
export type Asked = { readonly asof: Day; readonly hindsight: boolean }

const reason = (code: string, says: string, member: Member | null): Reason => ({ code, says, claim: member?.claim.id ?? null })

const isInstrument = (item: Member['claim']['item']): item is InstrumentItem => item.kind === 'instrument'
const isProject = (item: Member['claim']['item']): item is ProjectItem => item.kind === 'project'
const isFigure = (item: Member['claim']['item']): item is FigureItem => item.kind === 'figure'

const countOf = ({ claim: { item } }: Member): number => (isProject(item) ? (item.count ?? 1) : 1)

/** What one text counts of a list at its stages: 34 finished and 43 under way are 77. */
const counted = (members: readonly Member[]): number => {
  const stages = Map.groupBy(members.filter(({ claim: { item } }) => isProject(item) && (item.count ?? 1) > 1 && projectRungs[item.stage] >= least.project), standingOf)
  return [...stages.values()].reduce((sum, all) => sum + Math.max(...all.map(countOf)), 0)
}

/** How many members the list has that a thread is about: of a thread about one thing, 1. */
const listed = (members: readonly Member[]): number =>
  Math.max(1, ...members.map(countOf), ...[...Map.groupBy(members, ({ claim }) => claim.document).values()].map(counted))

/** How much of a list must have come so far before the list has. */
const wholeList = 0.9

/** How far up a goal the report of a member reaches: 0 not at all, 1 the whole way, between them a part of it. Some members of a list are a part of it. */
const reachedBy = ({ claim: { item } }: Member, goal: Goal, list: number): number => {
  if (isProject(item) && goal.project && list > 1 && (item.count ?? 1) < wholeList * list) return Math.min(0.5, projectRungs[item.stage] / projectRungs[goal.project])
  if (isInstrument(item) && goal.instrument) return Math.min(1, instrumentRungs[item.status] / instrumentRungs[goal.instrument])
  if (isProject(item) && goal.project) return Math.min(1, projectRungs[item.stage] / projectRungs[goal.project])
  return item.kind === 'meeting' && goal.meeting && item.status === 'held' ? 1 : 0
}

/** Of things that are only proposed or planned nothing has been reached. */
const least: Readonly<Record<'instrument' | 'project', number>> = { instrument: instrumentRungs.agreed, project: projectRungs['under-construction'] }

const advances = ({ claim: { item } }: Member): boolean =>
  isInstrument(item) ? instrumentRungs[item.status] >= least.instrument : isProject(item) && projectRungs[item.stage] >= least.project

/** What an item says of where its thing stands, as a word of the code lists. */
export const standingOf = ({ claim: { item } }: Member): string => {
  switch (item.kind) {
    case 'instrument': return item.status
    case 'project': return item.stage
    case 'meeting': return item.status
    case 'figure': return `${item.value} ${item.unit}`
    case 'commitment': return item.force
  }
}

const told = (member: Member): string => `${standingOf(member)}, as told on ${member.said}`

const periodEnd = ({ period }: FigureItem, said: Day): Day => lastDay(period) ?? said

/** Whether a figure reaches a target, in or before its year where one was set. */
const reaches = (member: Member, { due, target }: Saying): boolean => {
  const { item } = member.claim
  if (!isFigure(item) || target === null || item.unit !== target.unit) return false
  const limit = lastDay(due)
  return item.value >= target.value && (limit === null || periodEnd(item, member.said) <= limit)
}

const later = (member: Member, saying: Saying): boolean => member.said >= saying.member.said

type Kept = { readonly by: Member; readonly share: number }

/** The report that brings a promise furthest; of equals the first. */
const furthest = (members: readonly Member[], all: readonly [Saying, ...Saying[]], goal: Goal): Kept | null => {
  const list = listed(members)
  const reports = goal.figure ? members.map((by) => ({ by, share: all.some((saying) => later(by, saying) && reaches(by, saying)) ? 1 : 0 })) : members.map((by) => ({ by, share: reachedBy(by, goal, list) }))
  return reports.filter(({ by, share }) => share > 0 && by.said >= (goal.from ?? '') && later(by, all[0]) && (share === 1 || advances(by)))
    .reduce<Kept | null>((best, one) => (best && best.share >= one.share ? best : one), null)
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

const valueOf = <T>(saying: Saying | undefined, of: (saying: Saying) => T | null): T | null => (saying ? of(saying) : null)
const lastOf = <T>(all: readonly [Saying, ...Saying[]], of: (saying: Saying) => T | null): T | null => valueOf(all.findLast((saying) => of(saying) !== null), of)
const firstOf = <T>(all: readonly [Saying, ...Saying[]], of: (saying: Saying) => T | null): T | null => valueOf(all.find((saying) => of(saying) !== null), of)

const movedOf = (all: readonly [Saying, ...Saying[]]): Promise['moved'] => {
  const dates = (saying: Saying): Edtf | null => (lastDay(saying.due) === null ? null : saying.due)
  const [due, target] = [firstOf(all, dates), firstOf(all, (saying) => saying.target)]
  const moved = !same(due, lastOf(all, dates)) || !same(target, lastOf(all, (saying) => saying.target))
  return moved ? { due, target } : null
}

const documents = (all: readonly { readonly member: Member }[]): number => new Set(all.map(({ member }) => member.claim.document)).size

const stateOf = (all: readonly [Saying, ...Saying[]], kept: Kept | null, due: Day | null, moved: Promise['moved'], asof: Day): State => {
  if (kept?.share === 1) return 'kept'
  if (due !== null && asof > due) return 'overdue'
  if (moved) return 'changed'
  if (kept) return 'advanced'
  return all[0].goal === null && documents(all) > 1 ? 'repeated' : 'open'
}

const dueWords = (due: Edtf | Hedge | null): string => (due === null ? 'no date was set' : lastDay(due) === null ? `the date is vague: ${due}` : `due ${due}`)

const reasonsOf = (all: readonly [Saying, ...Saying[]], state: State, kept: Kept | null, due: Edtf | Hedge | null, moved: Promise['moved']): readonly Reason[] => {
  const first = all[0]
  const promised = reason('promised', `${first.force}: to ${first.action}, said on ${first.member.said}; ${dueWords(due)}`, first.member)
  const change = moved ? [reason('moved', `first said: ${[moved.due, moved.target ? `${moved.target.value} ${moved.target.unit}` : null].filter((one) => one !== null).join(', ')}`, all.at(-1)!.member)] : []
  const report = kept ? [reason(kept.share === 1 ? 'reached' : 'advanced', told(kept.by), kept.by)] : []
  const late = state === 'overdue' ? [reason('past-due', `the date has passed, and nothing known says it was done`, null)] : []
  return [promised, ...change, ...report, ...late]
}

const promiseOf = (members: readonly Member[], all: readonly [Saying, ...Saying[]], asof: Day): Promise => {
  const [first] = all
  const goal = first.goal
  const due = lastOf(all, (saying) => saying.due)
  const target = lastOf(all, (saying) => saying.target)
  const kept = goal ? furthest(members, all, goal) : null
  const moved = movedOf(all)
  const state = stateOf(all, kept, lastDay(due), moved, asof)
  return {
    goal: goal?.name ?? 'deed', action: first.action, force: first.force, said: first.member.said, due, target, state, moved,
    claims: all.map(({ member }) => member.claim.id), reasons: reasonsOf(all, state, kept, due, moved),
  }
}

/** Two values of one indicator for one period count as different when they differ by more than rounding does. */
const rounding = 0.03

const contradicts = (one: Member, other: Member): boolean => {
  const [a, b] = [one.claim.item, other.claim.item] as [FigureItem, FigureItem]
  if (a.period === null || a.period !== b.period || a.unit !== b.unit || indicatorOf(one.claim) !== indicatorOf(other.claim)) return false
  return Math.abs(a.value - b.value) > rounding * Math.max(a.value, b.value)
}

/** Two sources give different values of what a target aims at, for one period. Once the target is reached that is only a reason beside others. */
const contested = (members: readonly Member[], promises: readonly Promise[]): readonly Reason[] => {
  if (!promises.some(({ goal }) => goal === 'reach')) return []
  const figures = members.filter(({ claim }) => isFigure(claim.item))
  for (const [at, one] of figures.entries())
    for (const other of figures.slice(at + 1))
      if (contradicts(one, other)) return [reason('two-values', `${told(one)}, but ${told(other)}`, other)]
  return []
}

const stage = (members: readonly Member[]): Member | undefined => members.findLast(({ claim: { item } }) => isProject(item) && item.stage !== 'proposed' && item.stage !== 'planned')

const stageOf = (member: Member | undefined): string | null => (member && isProject(member.claim.item) ? member.claim.item.stage : null)

/** A document says that the thing was given up: a project that was cancelled, an instrument that ended before it was made. */
const droppedBy = (members: readonly Member[]): readonly Reason[] => {
  const last = stage(members)
  if (last && stageOf(last) === 'cancelled') return [reason('cancelled', told(last), last)]
  const ended = members.find(({ claim: { item } }) => isInstrument(item) && item.status === 'ended')
  const made = members.some(({ claim: { item } }) => isInstrument(item) && instrumentRungs[item.status] >= instrumentRungs.signed && item.status !== 'ended')
  return ended && !made ? [reason('ended', told(ended), ended)] : []
}

const counts = (members: readonly Member[]): readonly Member[] => members.filter(({ claim: { item } }) => isProject(item) && item.count !== null && item.count > 1)

/** A list that is counted differently, works that were stopped. */
const changes = (members: readonly Member[]): readonly Reason[] => {
  const list = listed(members)
  const whole = counts(members).filter(({ claim }) => (claim.item as ProjectItem).count! >= list / 2)
  const numbers = [...new Set(whole.map(({ claim }) => (claim.item as ProjectItem).count))]
  const redrawn = numbers.length > 1 ? [reason('redrawn', `counted as ${numbers.join(', then ')}`, whole.at(-1)!)] : []
  const stopped = stage(members)
  return [...redrawn, ...(stageOf(stopped) === 'suspended' ? [reason('suspended', told(stopped!), stopped!)] : [])]
}

/** What was done though no promise of it is known: a body that has met is there. */
const doneUnpromised = (members: readonly Member[]): readonly Reason[] => {
  const report = members.find(({ claim: { item } }) => (isSession(item) && item.status === 'held') || (isInstrument(item) && instrumentRungs[item.status] >= instrumentRungs.signed) || (isProject(item) && projectRungs[item.stage] >= projectRungs.launched))
  return report ? [reason('done', `${told(report)}; no promise of it is known`, report)] : []
}

const underWay = (members: readonly Member[]): readonly Reason[] => {
  const report = stage(members)
  return report && stageOf(report) === 'under-construction' ? [reason('under-way', told(report), report)] : []
}

/** Some members of a set have been launched or completed. */
const partsUnderWay = (parts: readonly Member[]): readonly Reason[] => {
  const report = parts.find(({ claim: { item } }) => isProject(item) && projectRungs[item.stage] >= projectRungs['under-construction'])
  return report ? [reason('part-advanced', `a part of the set: ${told(report)}`, report)] : []
}

const heard = (members: readonly Member[], asof: Day): readonly (readonly [State, Reason])[] => {
  const last = members.at(-1)!
  const silent = (years: number): boolean => asof > yearsAfter(last.said, years)
  const says = (years: number): Reason => reason('unheard', `last heard of on ${last.said}, more than ${years} years before`, last)
  if (silent(silence.lapsed)) return [['lapsed', says(silence.lapsed)]]
  return silent(silence.silent) ? [['silent', says(silence.silent)]] : []
}

type Sign = readonly [State, Reason]

const signs = (state: State, reasons: readonly Reason[]): readonly Sign[] => reasons.map((one) => [state, one])

const ofPromises = (promises: readonly Promise[]): readonly Sign[] => {
  const seen = promises.filter(({ goal }) => goal !== 'deed')
  const all = seen.length > 0 && seen.every(({ state }) => state === 'kept')
  const said = promises.flatMap((promise): readonly Sign[] => {
    if (promise.state === 'kept') return signs(all ? 'kept' : 'advanced', promise.reasons)
    return signs(all && promise.goal === 'deed' ? 'kept' : promise.state, promise.reasons)
  })
  return said
}

/** Everything that speaks for a state. */
const signsOf = (members: readonly Member[], parts: readonly Member[], promises: readonly Promise[], asof: Day): readonly Sign[] => {
  const promised = promises.length > 0
  const reached = promises.some(({ goal, state }) => goal === 'reach' && state === 'kept')
  const open = signs(promised ? 'open' : 'noted', [reason('told', `told of on ${members[0]!.said}`, members[0]!)])
  const making = [...signs('changed', changes(members)), ...signs('advanced', underWay(members)), ...signs('advanced', partsUnderWay(parts))]
  return [
    ...signs('dropped', droppedBy(members)), ...signs(reached ? 'kept' : 'contested', contested(members, promises)), ...ofPromises(promises),
    ...making, ...(promised ? [] : signs('kept', doneUnpromised(members))), ...(promised || making.length > 0 ? heard(members, asof) : []), ...open,
  ]
}

const judgedAs = ({ by, said, entry }: Thread['judged'][number]): Reason => reason('judged', `judged ${entry.state} by ${by.name} on ${said}: ${entry.why}`, null)

/** The state that a program sees, with the reasons that led to it before the others. */
const machineView = (members: readonly Member[], parts: readonly Member[], asof: Day): Omit<Verdict, 'seen'> => {
  const promises = promisesOf(sayings(members)).map((all) => promiseOf(members, all, asof))
  const all = signsOf(members, parts, promises, asof)
  const state = states.find((one) => all.some(([sign]) => sign === one))!
  const settled = state === 'kept' || state === 'dropped'
  const telling = all.filter(([, { code }]) => !(settled && code === 'unheard'))
  const ordered = telling.toSorted(([one], [other]) => Number(other === state) - Number(one === state)).map(([, why]) => why)
  return { state, promises, reasons: ordered.filter(({ code }, at) => code !== 'told' || at === 0) }
}

const before = (members: readonly Member[], { asof, hindsight }: Asked): readonly Member[] => {
  const [then, all] = [members.filter(({ said }) => said <= asof), members]
  return hindsight && (then.length > 0 || members.some(({ line }) => (firstDay(line.valid) ?? '9') <= asof)) ? all : then
}

/**
 * What a thread comes to on a day; null when nothing of it was known then. With hindsight all documents are used, but a date is past only
 * when it is past on that day. `partsOf` gives the members of the threads that are parts of a set.
 */
export const follow = (thread: Thread, partsOf: (id: ClaimId) => readonly Member[], asked: Asked): (Verdict & { readonly machine: State }) | null => {
  const seen = before(thread.members, asked)
  if (seen.length === 0) return null
  const parts = thread.parts.flatMap((id) => before(partsOf(id), asked))
  const view = machineView(seen, parts, asked.asof)
  const judged = thread.judged.findLast(({ said }) => said <= asked.asof)
  return judged
    ? { ...view, seen, machine: view.state, state: judged.entry.state, reasons: [judgedAs(judged), ...view.reasons] }
    : { ...view, seen, machine: view.state }
}

/** The days on which silence sets in, unless something more was said by then. */
const silences = (members: readonly Member[]): readonly Day[] =>
  members.flatMap(({ said }, at) => {
    const next = members[at + 1]?.said
    return [silence.silent, silence.lapsed].map((years) => nextDay(yearsAfter(said, years))).filter((day) => next === undefined || next > day)
  })

const duesOf = (members: readonly Member[]): readonly Day[] => sayings(members).map(({ due }) => lastDay(due)).filter((day) => day !== null).map(nextDay)

const saidOn = (members: readonly { readonly said: Day }[]): readonly Day[] => members.map(({ said }) => said)
const validFrom = (members: readonly Member[]): readonly Day[] => members.map(({ line }) => firstDay(line.valid)).filter((day) => day !== null)

/** The days on which what a thread comes to may change: when something was said, when something was due, when silence sets in. */
export const turns = (thread: Thread, parts: readonly Member[]): readonly Day[] => {
  const all = [...thread.members, ...parts]
  return [...new Set([...saidOn(all), ...validFrom(all), ...duesOf(thread.members), ...silences(thread.members), ...saidOn(thread.judged)])].toSorted()
}

/** Those of them on which it may change with hindsight, which has all that was ever said from the first day on: that a thread is spoken of again is no turn. */
export const turnsInHindsight = ({ members, judged }: Thread, parts: readonly Member[]): ReadonlySet<Day> => {
  const begins = [saidOn(members), validFrom(members)].flatMap((days) => days.toSorted()[0] ?? [])
  return new Set([...begins, ...saidOn(parts), ...validFrom(parts), ...duesOf(members), ...silences(members.slice(-1)), ...saidOn(judged)])
}

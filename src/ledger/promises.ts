import type { Action, Edtf, Force, Hedge, Target } from '../model/index.ts'
import type { CommitmentItem, InstrumentItem, MeetingItem, ProjectItem } from './claim.ts'
import { attend, bodies, type Goal, goals, reach, start } from './ladders.ts'
import { indicatorOf, isEvent, yearOf } from './likeness.ts'
import type { Member } from './threads.ts'

/** One saying of a promise. */
export type Saying = {
  readonly member: Member
  readonly action: Action
  readonly force: Force
  readonly due: Edtf | Hedge | null
  readonly target: Target | null
  /** Null for deeds whose end no program can see. */
  readonly goal: Goal | null
}

const sameDocument = (members: readonly Member[], { claim }: Member): readonly Member[] => members.filter((other) => other.claim.document === claim.document)

const startsBy = (members: readonly Member[], member: Member): boolean =>
  sameDocument(members, member).some(({ claim: { item } }) => item.kind === 'project' && item.startBy !== null)

const goalOf = (members: readonly Member[], member: Member, { action, polarity, target, about }: CommitmentItem): Goal | null => {
  if (polarity === 'will-not') return null
  if (about === null && member.claim.about.some(isEvent)) return attend(yearOf(member.claim.about))
  if (target !== null && indicatorOf(member.claim) !== null) return reach
  return action === 'launch' && startsBy(members, member) ? start : (goals[action] ?? null)
}

const ofCommitment = (members: readonly Member[], member: Member, item: CommitmentItem): readonly Saying[] =>
  [{ member, action: item.action, force: item.force, due: item.deadline, target: item.target, goal: goalOf(members, member, item) }]

/** Whether the same text also says the promise in words: then the thing itself adds none. */
const promisedIn = (members: readonly Member[], member: Member): boolean => sameDocument(members, member).some(({ claim }) => claim.item.kind === 'commitment')

const ofInstrument = (members: readonly Member[], member: Member, { type, status }: InstrumentItem): readonly Saying[] => {
  if (status !== 'proposed' || promisedIn(members, member)) return []
  const action = bodies.has(type) ? 'establish' : 'sign'
  return [{ member, action, force: 'planned', due: null, target: null, goal: goals[action]! }]
}

const planned = new Set(['proposed', 'planned', 'under-construction', 'suspended'])

const ofProject = (members: readonly Member[], member: Member, { stage, startBy, endBy }: ProjectItem): readonly Saying[] => {
  if (!planned.has(stage)) return []
  const dues = new Set(sameDocument(members, member).map(({ claim: { item } }) => (item.kind === 'commitment' ? item.deadline : null)))
  const begins = startBy !== null && !dues.has(startBy) ? [{ member, action: 'launch', force: 'planned', due: startBy, target: null, goal: start } as const] : []
  const ends = endBy !== null && !dues.has(endBy) ? [{ member, action: 'complete', force: 'planned', due: endBy, target: null, goal: goals.build! } as const] : []
  const bare = startBy === null && endBy === null && stage !== 'suspended' && !promisedIn(members, member)
  return [...begins, ...ends, ...(bare ? [{ member, action: 'build', force: 'planned', due: null, target: null, goal: goals.build! } as const] : [])]
}

const ofMeeting = (member: Member, { status, date }: MeetingItem): readonly Saying[] =>
  status === 'scheduled' ? [{ member, action: 'hold', force: 'planned', due: date, target: null, goal: goals.hold! }] : []

/** What the members of a thread promise, in the order in which it was said. */
export const sayings = (members: readonly Member[]): readonly Saying[] =>
  members.flatMap((member) => {
    const { item } = member.claim
    switch (item.kind) {
      case 'commitment': return ofCommitment(members, member, item)
      case 'instrument': return ofInstrument(members, member, item)
      case 'project': return ofProject(members, member, item)
      case 'meeting': return ofMeeting(member, item)
      case 'figure': return []
    }
  })

/** One promise with all its sayings: those with one end, or with one deed where no end can be seen. */
export const promisesOf = (all: readonly Saying[]): readonly (readonly [Saying, ...Saying[]])[] =>
  [...Map.groupBy(all, ({ goal, action, member }) => goal?.name === 'meet' ? `meet ${member.claim.item.kind === 'meeting' ? (member.claim.item.date ?? '') : ''}` : (goal?.name ?? `deed ${action}`)).values()] as unknown as readonly (readonly [Saying, ...Saying[]])[]

import type { Mechanism, Session, Thread, Versions } from './api.ts'
import { daysBetween, lastDayOf } from './life.ts'

/** Sessions of one committee in the order of their numbers, with what is missing between them. */
export type Place = { readonly kind: 'session'; readonly session: Session } | { readonly kind: 'gap'; readonly from: number; readonly to: number }

/** Of what several documents tell of one session: the one with most points, then the one with a date. */
const better = (one: Session, other: Session): boolean => one.points.length > other.points.length || (one.points.length === other.points.length && one.date !== null && other.date === null)

const once = (sessions: readonly Session[]): readonly Session[] => {
  const best = new Map<string, Session>()
  for (const session of sessions) {
    const key = session.ordinal === null ? session.session : String(session.ordinal)
    const before = best.get(key)
    if (!before || better(session, before)) best.set(key, session)
  }
  return [...best.values()]
}

const inTime = (one: Session, other: Session): number =>
  one.ordinal !== null && other.ordinal !== null ? one.ordinal - other.ordinal : (one.date ?? '9') < (other.date ?? '9') ? -1 : 1

/** A committee's sessions, the first first. A number that no document tells of is a gap. */
export const placesOf = (sessions: readonly Session[]): readonly Place[] => {
  let last: number | null = null
  return once(sessions).toSorted(inTime).flatMap((session): readonly Place[] => {
    const { ordinal } = session
    const gap = last !== null && ordinal !== null && ordinal > last + 1 ? [{ kind: 'gap', from: last + 1, to: ordinal - 1 } as const] : []
    last = ordinal ?? last
    return [...gap, { kind: 'session', session }]
  })
}

/** The day before a session; null when its date is not known. */
export const dayBefore = (date: string | null): string | null => {
  const day = lastDayOf(date)
  return day === null ? null : new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

/** The points of a session, each with its threads. */
export type ByPoint = readonly (readonly [point: number, threads: readonly Thread[]])[]

/** The threads of a session by the number of its point. */
export const byPoint = (threads: readonly Thread[], session: string): ByPoint => {
  const numbered = threads.flatMap((thread) => thread.points.filter((one) => one.session === session).map(({ point }) => ({ point, thread })))
  return [...Map.groupBy(numbered, ({ point }) => point)].toSorted(([one], [other]) => one - other).map(([point, all]) => [point, [...new Set(all.map(({ thread }) => thread))]] as const)
}

/** Days after a session within which its reports come out; what tells of it later tells of it in passing. */
const freshly = 7

const reported = (said: string, date: string | null): boolean => {
  const last = lastDayOf(date)
  return last !== null && said >= date!.split('/')[0]! && daysBetween(last, said) <= freshly
}

/** The documents that report a session. */
export const reportsOf = ({ sessions, evidence }: Pick<Mechanism, 'sessions' | 'evidence'>, { session, ordinal, date }: Pick<Session, 'session' | 'ordinal' | 'date'>): readonly string[] => {
  const claims = new Set(sessions.filter((one) => one.session === session || (ordinal !== null && one.ordinal === ordinal)).map((one) => one.session))
  return [...new Set(evidence.filter(({ claim, said }) => claims.has(claim) && reported(said, date)).map(({ document }) => document))]
}

/** A thread with what some documents say of it, its promises first; with everything where they say nothing of it. */
export const saidIn = (thread: Thread, documents: readonly string[]): Thread => {
  const there = thread.evidence.filter(({ document }) => documents.includes(document))
  const promises = there.filter(({ kind }) => kind === 'commitment')
  return { ...thread, evidence: promises.length > 0 ? promises : there.length > 0 ? there : thread.evidence }
}

/** What a chair would raise: what should be done by now and is not, or of which nothing is heard. */
export const pressing: ReadonlySet<Thread['state']> = new Set(['overdue', 'contested', 'changed', 'silent', 'lapsed', 'dropped'])

/** The reports of a session that were held against one another: those that begin with its own claim, or that bear its number. */
export const versionsOfSession = (all: readonly Versions[], { session, ordinal }: Pick<Session, 'session' | 'ordinal'>): readonly Versions[] =>
  all.filter((one) => one.meeting === session || (one.ordinal !== null && one.ordinal === ordinal))

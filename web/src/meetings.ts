import type { Session, Thread, Versions } from './api.ts'
import { lastDayOf } from './life.ts'

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

/** The threads of a session by the number of its point. */
export const byPoint = (threads: readonly Thread[], session: string): readonly (readonly [number, readonly Thread[]])[] => {
  const numbered = threads.flatMap((thread) => thread.points.filter((one) => one.session === session).map(({ point }) => ({ point, thread })))
  return [...Map.groupBy(numbered, ({ point }) => point)].toSorted(([one], [other]) => one - other).map(([point, all]) => [point, [...new Set(all.map(({ thread }) => thread))]] as const)
}

/** What a chair would raise: what should be done by now and is not, or of which nothing is heard. */
export const pressing: ReadonlySet<Thread['state']> = new Set(['overdue', 'contested', 'changed', 'silent', 'lapsed', 'dropped'])

/** The reports of a session that were held against one another: those that begin with its own claim, or that bear its number. */
export const versionsOfSession = (all: readonly Versions[], { session, ordinal }: Pick<Session, 'session' | 'ordinal'>): readonly Versions[] =>
  all.filter((one) => one.meeting === session || (one.ordinal !== null && one.ordinal === ordinal))

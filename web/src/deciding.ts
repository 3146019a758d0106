import { useSyncExternalStore } from 'react'
import { api, type Decision, type Line, type Refused, tagOf } from './api.ts'
import { asRefused, changed } from './asking.ts'

/** What was decided last, or why it was refused, until it is closed. */
export type Notice =
  | { readonly kind: 'done'; readonly decision: Decision['decision']; readonly lines: readonly Line[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refused: Refused }

let notice: Notice | null = null
let past: readonly (readonly Line[])[] = []
const listeners = new Set<() => void>()

export const notify = (next: Notice | null): void => {
  notice = next
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useNotice = (): Notice | null => useSyncExternalStore(subscribe, () => notice)

/** The threads that a decision is about, by what it names. */
const aboutOf = (decision: Decision): readonly string[] => {
  switch (decision.decision) {
    case 'accept': return decision.claims
    case 'reject': case 'amend': case 'part': return [decision.claim]
    case 'join': return [decision.claim, decision.thread]
    case 'judge': case 'note': case 'assign': return [decision.thread]
    case 'undo': case 'refuse': return []
  }
}

/** Threads as somebody saw them when he decided: the tag of each, by its identifier. */
export type Seen = Readonly<Record<string, string>>

/** Writes a decision, and remembers how to take it back. Null when it was refused: the notice says why. */
export const decide = async (decision: Decision, seen: Seen = {}): Promise<readonly Line[] | null> => {
  try {
    const lines = await api.decide(decision, Object.values(seen), aboutOf(decision).filter((id) => seen[id] === undefined))
    past = [...past, lines]
    changed()
    notify({ kind: 'done', decision: decision.decision, lines })
    return lines
  } catch (error) {
    const refused = asRefused(error)
    if (refused.status === 412) changed()
    notify({ kind: 'refused', refused })
    return null
  }
}

/** The claims that a line is about. */
const claimsOf = ({ entry: { claim, into, of } }: Line): readonly string[] => [typeof claim === 'string' ? claim : claim?.id, into, of].filter((one) => one !== undefined)

/** Takes lines back, the last first. */
const takeBack = async (lines: readonly Line[]): Promise<void> => {
  for (const line of lines.toReversed()) await api.decide({ decision: 'undo', line: line.id, why: 'undone' }, [tagOf(line)], claimsOf(line))
}

/** Takes back given lines, or the last decision of this visit that still stands. */
export const undo = async (lines: readonly Line[] | null = null): Promise<void> => {
  const last = lines ?? past.at(-1)
  if (!last) return notify({ kind: 'nothing' })
  past = past.filter((one) => one !== last && !one.some(({ id }) => last.some((line) => line.id === id)))
  try {
    await takeBack(last)
    changed()
    notify({ kind: 'undone' })
  } catch (error) {
    notify({ kind: 'refused', refused: asRefused(error) })
  }
}

import { useSyncExternalStore } from 'react'
import { api, type Decision, type Line, Refused } from './api.ts'
import { asRefused, changed } from './asking.ts'

/** What was decided last, or why it was refused, until it is closed. */
export type Notice =
  | { readonly kind: 'done'; readonly decision: Decision['decision']; readonly lines: readonly string[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refused: Refused }

let notice: Notice | null = null
let past: readonly (readonly string[])[] = []
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

/** Writes a decision, and remembers how to take it back. Null when it was refused: the notice says why. */
export const decide = async (decision: Decision, etag: string | null = null): Promise<readonly Line[] | null> => {
  try {
    const lines = await api.decide(decision, etag)
    const ids = lines.map(({ id }) => id)
    past = [...past, ids]
    changed()
    notify({ kind: 'done', decision: decision.decision, lines: ids })
    return lines
  } catch (error) {
    const refused = asRefused(error)
    if (refused.status === 412) changed()
    notify({ kind: 'refused', refused })
    return null
  }
}

/** Takes lines back, the last first. */
const takeBack = async (lines: readonly string[]): Promise<void> => {
  for (const line of lines.toReversed()) await api.decide({ decision: 'undo', line, why: 'undone' })
}

/** Takes back the last decision of this visit that still stands, or given lines. */
export const undo = async (lines: readonly string[] | null = null): Promise<void> => {
  const last = lines ?? past.at(-1)
  if (!last) return notify({ kind: 'nothing' })
  past = past.filter((one) => one !== last)
  try {
    await takeBack(last)
    changed()
    notify({ kind: 'undone' })
  } catch (error) {
    notify({ kind: 'refused', refused: asRefused(error) })
  }
}

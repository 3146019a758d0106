import { useSyncExternalStore } from 'react'

/** A value that outlives the page which shows it; whoever uses it is told when it is another. */
export type Cell<T> = { readonly get: () => T; readonly set: (next: T) => void; readonly use: () => T }

export const cell = <T>(first: T): Cell<T> => {
  let now = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = (): T => now
  const set = (next: T): void => {
    now = next
    listeners.forEach((listener) => listener())
  }
  return { get, set, use: () => useSyncExternalStore(subscribe, get) }
}

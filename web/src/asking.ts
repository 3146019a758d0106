import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused } from './api.ts'
import { cell } from './cell.ts'
import { keep, whenKept } from './keeping.ts'

/** What was asked, as far as it is known. `slow`: nobody should wait without being told. An earlier answer stays until the new one is there. */
export type Asked<T> = { readonly value: T | null; readonly reading: boolean; readonly slow: boolean; readonly refused: Refused | null; readonly again: () => void }

const answers = new Map<string, unknown>()
const most = 200

const remember = (key: string, value: unknown): void => {
  answers.delete(key)
  answers.set(key, value)
  if (answers.size > most) answers.delete(answers.keys().next().value!)
}

const edition = cell(0)

/** Asks whatever is shown again. */
export const askAgain = (): void => {
  answers.clear()
  edition.set(edition.get() + 1)
}

/** Under which name the windows of a browser tell one another that the ledger has changed. */
const change = 'changed'
whenKept(change, askAgain)

/** Whoever was cut off looks again as soon as the way is open. */
globalThis.addEventListener?.('online', askAgain)

/** Says that the ledger has changed: whatever is shown is asked again, in the other windows too. */
export const changed = (): void => {
  askAgain()
  keep(change, String(performance.timeOrigin + performance.now()))
}

export const useEdition = edition.use

/** Above this many milliseconds one is told what is being done. */
const patience = 200

export const useSlow = (reading: boolean): boolean => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!reading) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [reading])
  return slow && reading
}

export const asRefused = (error: unknown): Refused => (error instanceof Refused ? error : new Refused(-1, error instanceof Error ? error.message : String(error)))

/** Whether the server was reached when it was asked last. */
const reached = cell(true)
export const useReached = reached.use

/** What is shown stays while the server is not reached; a page that shows nothing yet says so itself. */
const afterRefusal = <T>(held: Held<T>, key: string, refused: Refused): Held<T> => {
  const cut = refused.status === 0
  if (cut) reached.set(false)
  return cut && held.answers === key ? { ...held, reading: false } : { key, answers: null, value: null, refused, reading: false }
}

/** `answers`: the question that the value answers, which is an earlier one until the answer has come. */
type Held<T> = { readonly key: string | null; readonly answers: string | null; readonly value: T | null; readonly refused: Refused | null; readonly reading: boolean }

/** What is known of a question before it is asked. */
const known = <T>(key: string | null): Held<T> => {
  const there = key !== null && answers.has(key)
  return { key, answers: there ? key : null, value: there ? (answers.get(key) as T) : null, refused: null, reading: key !== null }
}

/** Asks a question, named by `key`; null asks nothing. */
export const useAsk = <T>(key: string | null, ask: () => Promise<T>): Asked<T> => {
  const at = useEdition()
  const [turn, setTurn] = useState(0)
  const [held, setHeld] = useState<Held<T>>(() => known<T>(key))
  const asking = useRef(ask)
  asking.current = ask
  useEffect(() => {
    if (key === null) return
    let current = true
    setHeld((held) => (answers.has(key) ? known<T>(key) : { ...held, key, refused: null, reading: true }))
    const wait = async (): Promise<void> => {
      try {
        const value = await asking.current()
        if (at === edition.get()) remember(key, value) // What was asked before the ledger changed is not to be shown later.
        reached.set(true)
        if (current) setHeld({ key, answers: key, value, refused: null, reading: false })
      } catch (error) {
        const refused = asRefused(error)
        if (current) setHeld((held) => afterRefusal(held, key, refused))
      }
    }
    void wait()
    return () => { current = false }
  }, [key, at, turn])
  const reading = key !== null && (held.reading || held.key !== key)
  return { value: key === null ? null : held.value, reading, slow: useSlow(reading), refused: held.refused, again: useCallback(() => setTurn((turn) => turn + 1), []) }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { api, type Filter, type Moment, type Refused, type Sitting } from './api.ts'
import { asRefused, useEdition } from './asking.ts'
import { type Row, rowOf } from './rows.ts'

/** The rows of a board as far as they have been read. `key`: the question that they answer. */
export type Boarding = {
  readonly key: string
  readonly rows: readonly Row[]
  /** The sessions whose points the rows are, by their claims. */
  readonly sittings: ReadonlyMap<string, Sitting>
  readonly complete: boolean
  readonly reading: boolean
  readonly refused: Refused | null
  readonly asof: string | null
  readonly readAll: () => void
  readonly again: () => void
}

type Held = Omit<Boarding, 'readAll' | 'again'> & { readonly after: string | null }

/** A page of the server, a page where all are read, and how many rows are read without being asked for. */
const [size, large, enough] = [200, 500, 1000]

/** While many pages come, what came is shown every so many milliseconds. */
const pace = 300

/** The groups of states that were seen in this visit. */
const pairs = new Map<string, readonly string[]>()

const isState = (code: string): boolean => /^[A-Z]{2}$/.test(code)

const notePairs = (rows: readonly Row[]): void => {
  for (const { between } of rows) {
    const key = between.join(',')
    if (!pairs.has(key) && between.length > 0 && between.every(isState)) pairs.set(key, between)
  }
}

/** The groups of states that were seen so far: they stay to be chosen, whatever a board is filtered by. */
export const pairsSeen = (): readonly (readonly string[])[] => [...pairs.values()]

const nothing: Held = { key: '', rows: [], sittings: new Map(), complete: false, reading: true, refused: null, asof: null, after: null }

/** Reads a board page after page: the first rows at once, as many as are looked at, all when asked. The rows before stay until the new ones come. */
export const useBoarding = (filter: Filter, moment: Moment, wanted: boolean): Boarding => {
  const edition = useEdition()
  const key = wanted ? JSON.stringify([filter, moment, edition]) : ''
  const [held, setHeld] = useState<Held>(nothing)
  const [all, setAll] = useState('')
  const [turn, setTurn] = useState(0)
  const unlimited = useRef(false)
  unlimited.current = all === key
  const question = useRef({ filter, moment })
  question.current = { filter, moment }
  useEffect(() => {
    if (key === '') return
    let current = true
    const { filter, moment } = question.current
    let { rows, sittings, after } = held.key === key ? held : nothing
    if (held.key === key && held.complete) return
    const more = (): boolean => after !== null && (unlimited.current || rows.length < enough)
    const read = async (): Promise<void> => {
      setHeld((held) => ({ ...held, reading: true, refused: null }))
      let shown = 0
      do {
        const page = await api.board(filter, moment, unlimited.current ? large : size, after)
        if (!current) return
        const fresh = page.threads.map(rowOf)
        notePairs(fresh)
        rows = rows.concat(fresh)
        sittings = new Map([...sittings, ...page.sessions.map((one) => [one.session, one] as const)])
        after = page.next
        if (more() && performance.now() - shown < pace) continue
        shown = performance.now()
        setHeld({ key, rows, sittings, complete: after === null, reading: more(), refused: null, asof: page.asof.asof, after })
      } while (more())
    }
    read().catch((error: unknown) => { if (current) setHeld({ key, rows, sittings, complete: false, reading: false, refused: asRefused(error), asof: null, after }) })
    return () => { current = false }
  }, [key, all, turn])
  return { ...held, reading: held.reading || held.key !== key, readAll: useCallback(() => setAll(key), [key]), again: useCallback(() => setTurn((at) => at + 1), []) }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { api, type Board, type Filter, type Moment, type Refused, type Sitting } from './api.ts'
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

/** What was read of a board, and where it goes on. */
type Part = Pick<Held, 'rows' | 'sittings' | 'after'>

const withPage = ({ rows, sittings }: Part, page: Board): Part => {
  const fresh = page.threads.map(rowOf)
  notePairs(fresh)
  return { rows: rows.concat(fresh), sittings: new Map([...sittings, ...page.sessions.map((one) => [one.session, one] as const)]), after: page.next }
}

/** The boards that were shown last, with as many rows as they had: the way back leads to the same rows. */
const shownLast = new Map<string, Held>()
const mostShown = 2

const remember = (held: Held): void => {
  shownLast.delete(held.key)
  shownLast.set(held.key, held)
  if (shownLast.size > mostShown) shownLast.delete(shownLast.keys().next().value!)
}

/** Reads a board page after page: the first rows at once, as many as are looked at, all when asked. The rows before stay until the new ones come. */
export const useBoarding = (filter: Filter, moment: Moment, wanted: boolean): Boarding => {
  const edition = useEdition()
  const key = wanted ? JSON.stringify([filter, moment, edition]) : ''
  const [held, setHeld] = useState<Held>(() => shownLast.get(key) ?? nothing)
  const returned = useRef(held.key === key && key !== '')
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
    const back = returned.current
    returned.current = false
    if (back && held.rows.length > enough) return
    if (!back && held.key === key && held.complete) return
    let part: Part = !back && held.key === key ? held : nothing
    const least = back ? held.rows.length : 0 // What is shown stays until as much has been read anew.
    const more = (): boolean => part.after !== null && (unlimited.current || part.rows.length < enough)
    const read = async (): Promise<void> => {
      setHeld((held) => ({ ...held, reading: true, refused: null }))
      let shown = -pace
      do {
        const page = await api.board(filter, moment, unlimited.current ? large : size, part.after)
        if (!current) return
        part = withPage(part, page)
        if (more() && (part.rows.length < least || performance.now() - shown < pace)) continue
        shown = performance.now()
        setHeld({ key, ...part, complete: part.after === null, reading: more(), refused: null, asof: page.asof.asof })
      } while (more())
    }
    read().catch((error: unknown) => { if (current) setHeld({ key, ...part, complete: false, reading: false, refused: asRefused(error), asof: null }) })
    return () => { current = false }
  }, [key, all, turn])
  useEffect(() => { if (held.key === key && key !== '' && !held.reading && !held.refused) remember(held) }, [held, key])
  return { ...held, reading: held.reading || held.key !== key, readAll: useCallback(() => setAll(key), [key]), again: useCallback(() => setTurn((at) => at + 1), []) }
}

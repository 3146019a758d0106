import type { Term } from '../model/index.ts'
import type { Instant, Line } from '../ledger/index.ts'
import { type Stood, threadsThen } from './ask.ts'
import type { Database } from './database.ts'
import { storedKey } from './session.ts'
import { notOut } from './withdrawals.ts'

/** A place in a document where a word that was asked for stands, and the keys that the two have in common. */
export type Place = { readonly start: number; readonly end: number; readonly quote: string; readonly asked: string; readonly shared: readonly string[] }

/** A document that has all the words, with the places, and the threads whose passages hold one of them. */
export type Hit = { readonly document: string; readonly name: string; readonly said: string; readonly text: string; readonly language: string | null; readonly places: readonly Place[]; readonly threads: readonly string[] }

/** A word that is asked for: as it was typed, and the keys under which it is found. */
export type Word = { readonly asked: string; readonly keys: readonly string[] }

const numbersOf = async (database: Database, words: readonly Word[], last: number, known: Instant, limit: number): Promise<readonly number[]> => {
  const sets = words.map(({ keys }) => keys.map(storedKey))
  const there = notOut('found.rowid', known)
  const rows = database.dialect === 'sqlite'
    ? await database.all<{ readonly number: number }>(`SELECT rowid AS number FROM found WHERE found MATCH ? AND rowid <= ? AND ${there.sql} ORDER BY rowid DESC LIMIT ?`, sets.map((keys) => `(${keys.map((key) => `"${key}"`).join(' OR ')})`).join(' AND '), last, ...there.values, limit)
    : await database.all<{ readonly number: number }>(`SELECT rowid AS number FROM found WHERE ${sets.map(() => "keys && string_to_array(?, ' ')").join(' AND ')} AND rowid <= ? AND ${there.sql} ORDER BY rowid DESC LIMIT ?`, ...sets.map((keys) => keys.join(' ')), last, ...there.values, limit)
  return rows.map(({ number }) => number)
}

const placesIn = (points: readonly string[], terms: readonly Term[], words: readonly Word[]): readonly Place[] =>
  terms.flatMap(({ start, end, keys }): readonly Place[] => {
    const word = words.find((one) => one.keys.some((key) => keys.includes(key)))
    return word ? [{ start, end, quote: points.slice(start, end).join(''), asked: word.asked, shared: word.keys.filter((key) => keys.includes(key)) }] : []
  })

type Standing = Stood & { readonly body: string }

const claimsOf = async (database: Database, document: number): Promise<readonly (Standing & { readonly line: Line })[]> => {
  const rows = await database.all<Standing>('SELECT c.id AS id, c.thread AS thread, c.cluster AS cluster, c.live AS live, l.body AS body FROM claim c JOIN line l ON l.number = c.number WHERE c.document = ? ORDER BY c.number', document)
  return rows.map((row) => ({ ...row, line: JSON.parse(row.body) as Line }))
}

const meets = ({ evidence }: Line, places: readonly Place[]): boolean => evidence.some(({ start, end }) => places.some((place) => place.start < end && start < place.end))

/** The threads that stand on a passage of the document in which one of the words stands. */
const threadsAt = async (database: Database, document: number, places: readonly Place[], known: Instant): Promise<readonly string[]> => {
  const found = (await claimsOf(database, document)).filter(({ line }) => meets(line, places))
  const threads = await threadsThen(database, found, known)
  return [...new Set(found.flatMap(({ id }) => threads.get(id) ?? []))]
}

/** The number of the last line that was known at an instant. */
const lastKnown = async (database: Database, known: Instant): Promise<number> => {
  const [row] = await database.all<{ readonly number: number }>('SELECT number FROM line WHERE recorded <= ? ORDER BY number DESC LIMIT 1', known)
  return row?.number ?? 0
}

/** The documents that have all the words, the newest first. `terms` finds the words of a text. A word that has no keys is nowhere. */
export const search = async (database: Database, words: readonly Word[], terms: (text: string, language: string | null) => readonly Term[], known: Instant, limit: number): Promise<readonly Hit[]> => {
  const out: Hit[] = []
  if (words.length === 0 || words.some(({ keys }) => keys.length === 0)) return out
  for (const number of await numbersOf(database, words, await lastKnown(database, known), known, limit)) {
    const [row] = await database.all<{ readonly body: string }>('SELECT body FROM line WHERE number = ?', number)
    const line = row ? (JSON.parse(row.body) as Line) : null
    if (line?.entry.kind !== 'source') continue
    const { sha256, name, text, language } = line.entry
    const places = placesIn(Array.from(text), terms(text, language), words)
    out.push({ document: sha256, name, said: line.said, text, language, places, threads: await threadsAt(database, number, places, known) })
  }
  return out
}

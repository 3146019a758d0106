import type { Term } from '../model/index.ts'
import type { Instant, Line } from '../ledger/index.ts'
import type { Database } from './database.ts'

/** A place in a document where a word that was asked for stands, and the keys that the two have in common. */
export type Place = { readonly start: number; readonly end: number; readonly quote: string; readonly asked: string; readonly shared: readonly string[] }

/** A document that has all the words, with the places, and the threads whose passages hold one of them. */
export type Hit = { readonly document: string; readonly name: string; readonly said: string; readonly text: string; readonly language: string | null; readonly places: readonly Place[]; readonly threads: readonly string[] }

/** A word that is asked for: as it was typed, and the keys under which it is found. */
export type Word = { readonly asked: string; readonly keys: readonly string[] }

const stored = (key: string): string => key.toLowerCase().replaceAll(/[\s"]/g, '_')

const numbersOf = async (database: Database, words: readonly Word[], limit: number): Promise<readonly number[]> => {
  const sets = words.map(({ keys }) => keys.map(stored))
  const rows = database.dialect === 'sqlite'
    ? await database.all<{ readonly number: number }>('SELECT rowid AS number FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?', sets.map((keys) => `(${keys.map((key) => `"${key}"`).join(' OR ')})`).join(' AND '), limit)
    : await database.all<{ readonly number: number }>(`SELECT rowid AS number FROM found WHERE ${sets.map(() => "keys && string_to_array(?, ' ')").join(' AND ')} ORDER BY rowid DESC LIMIT ?`, ...sets.map((keys) => keys.join(' ')), limit)
  return rows.map(({ number }) => number)
}

const placesIn = (points: readonly string[], terms: readonly Term[], words: readonly Word[]): readonly Place[] =>
  terms.flatMap(({ start, end, keys }): readonly Place[] => {
    const word = words.find((one) => one.keys.some((key) => keys.includes(key)))
    return word ? [{ start, end, quote: points.slice(start, end).join(''), asked: word.asked, shared: word.keys.filter((key) => keys.includes(key)) }] : []
  })

/** The threads that stand on a passage of the document in which one of the words stands. */
const threadsAt = async (database: Database, document: string, number: number, places: readonly Place[], known: Instant): Promise<readonly string[]> => {
  const rows = await database.all<{ readonly thread: string; readonly body: string }>(
    'SELECT c.thread AS thread, l.body AS body FROM claim c JOIN line l ON l.number = c.number WHERE c.number > ? AND c.number < ? AND c.live = 1 AND l.recorded <= ? ORDER BY c.number', number, number + 2000, known)
  const own = rows.map(({ thread, body }) => ({ thread, line: JSON.parse(body) as Line })).filter(({ line }) => line.entry.kind === 'claim' && line.entry.claim.document === document)
  return [...new Set(own.filter(({ line }) => line.evidence.some(({ start, end }) => places.some((place) => place.start < end && start < place.end))).map(({ thread }) => thread))]
}

/** The documents that have all the words, the newest first. `terms` finds the words of a text. */
export const search = async (database: Database, words: readonly Word[], terms: (text: string, language: string | null) => readonly Term[], known: Instant, limit: number): Promise<readonly Hit[]> => {
  const out: Hit[] = []
  if (words.length === 0) return out
  for (const number of await numbersOf(database, words, limit)) {
    const [row] = await database.all<{ readonly body: string }>('SELECT body FROM line WHERE number = ? AND recorded <= ?', number, known)
    const line = row ? (JSON.parse(row.body) as Line) : null
    if (line?.entry.kind !== 'source') continue
    const { sha256, name, text, language } = line.entry
    const places = placesIn(Array.from(text), terms(text, language), words)
    out.push({ document: sha256, name, said: line.said, text, language, places, threads: await threadsAt(database, sha256, number, places, known) })
  }
  return out
}

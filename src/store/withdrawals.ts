import { type Instant, type Line, takenOutBy } from '../ledger/index.ts'
import type { Database } from './database.ts'
import { always, latest } from './instants.ts'
import { among, type Clause } from './lists.ts'

type Found = { readonly number: number; readonly body: string }

const parsed = (rows: readonly Found[]): readonly Line[] => rows.toSorted((one, other) => one.number - other.number).map(({ body }) => JSON.parse(body) as Line)

/** The line of a document, with those that take it out and put it back. */
const ownLines = async (database: Database, sha256: string): Promise<readonly Found[]> => [
  ...await database.all<Found>('SELECT l.number AS number, l.body AS body FROM document d JOIN line l ON l.number = d.number WHERE d.sha256 = ?', sha256),
  ...await database.all<Found>('SELECT l.number AS number, l.body AS body FROM document d JOIN touch t ON t.about = d.number JOIN line l ON l.number = t.number WHERE d.sha256 = ?', sha256),
]

/** All lines of a document: its own, its claims, and what was said of either; empty when there is none of that hash. */
export const linesOfDocument = async (database: Database, sha256: string): Promise<readonly Line[]> => {
  const own = await ownLines(database, sha256)
  if (own.length === 0) return []
  const { number } = own[0]!
  const claims = await database.all<Found>('SELECT l.number AS number, l.body AS body FROM claim c JOIN line l ON l.number = c.number WHERE c.document = ?', number)
  const about = await database.all<Found>('SELECT DISTINCT l.number AS number, l.body AS body FROM claim c JOIN touch t ON t.about = c.number JOIN line l ON l.number = t.number WHERE c.document = ?', number)
  return parsed([...own, ...claims, ...about])
}

/** Since when each of some documents has been out, or null where it counts; documents that the ledger never had are left out. */
export const outSince = async (database: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, Instant | null>> => {
  if (hashes.length === 0) return new Map()
  const { sql, values } = among('d.sha256', hashes)
  const rows = await database.all<{ readonly sha256: string; readonly since: string | null }>(`SELECT d.sha256 AS sha256, w.known_from AS since FROM document d LEFT JOIN withdrawal w ON w.document = d.number AND w.known_to = ? WHERE ${sql}`, always, ...values)
  return new Map(rows.map(({ sha256, since }) => [sha256, since]))
}

/** Writes down since when a document is out, or until when it was, after a line about it. Identifiers that are none of a document are passed over. */
export const settleWithdrawals = async (database: Database, about: readonly string[], recorded: Instant): Promise<void> => {
  for (const sha256 of about) {
    const own = await ownLines(database, sha256)
    const document = own[0]?.number
    const lines = parsed(own)
    if (document === undefined || lines[0]?.entry.kind !== 'source') continue
    const [held] = await database.all<{ readonly known_from: string }>('SELECT known_from FROM withdrawal WHERE document = ? AND known_to = ?', document, always)
    const out = takenOutBy(lines) !== null
    if (out && !held) await database.run('INSERT INTO withdrawal (document, known_from, known_to) VALUES (?, ?, ?) ON CONFLICT (document, known_from) DO UPDATE SET known_to = excluded.known_to', document, recorded, always)
    if (!out && held) await database.run('UPDATE withdrawal SET known_to = ? WHERE document = ? AND known_from = ?', recorded, document, held.known_from)
  }
}

/** That a document, named by a column with the number of its line, was in the ledger at an instant. */
export const notOut = (column: string, known: Instant): Clause => {
  const then = known === always ? latest : known
  return { sql: `NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.document = ${column} AND w.known_from <= ? AND w.known_to > ?)`, values: [then, then] }
}

import { type Claim, type Instant, lastDay, type Line, standing } from '../ledger/index.ts'
import type { Database } from './database.ts'
import { always } from './instants.ts'
import { among } from './lists.ts'

type SourceLine = Line<Extract<Line['entry'], { readonly kind: 'source' }>>

/** A document as a list names it. */
export type Shelved = {
  readonly sha256: string
  readonly name: string
  readonly said: string
  readonly language: string | null
  readonly outlet: string | null
  readonly between: readonly string[]
  readonly recorded: Instant
  readonly length: number
  /** Since when it has been out of the ledger; null as long as it counts. */
  readonly withdrawn: Instant | null
}

/** A page of documents; `next` is where the page after it begins. */
export type Shelf = { readonly documents: readonly Shelved[]; readonly next: number | null }

/** A claim as it stands now: as it was read or last amended, the thread it stands in, and what a person decided of it. */
export type Held = { readonly claim: Claim; readonly thread: string; readonly counts: boolean; readonly verdict: 'accepted' | 'rejected' | 'amended' | null }

/** A document with its text and its claims in the order in which they were read. */
export type Opened = Shelved & { readonly text: string; readonly claims: readonly Held[] }

/** The number of the last line, 0 of an empty ledger. */
export const newest = async (database: Database): Promise<number> =>
  Number((await database.all<{ readonly number: number | null }>('SELECT max(number) AS number FROM line'))[0]?.number ?? 0)

const shelved = ({ entry, said, recorded }: SourceLine, withdrawn: Instant | null): Shelved =>
  ({ sha256: entry.sha256, name: entry.name, said: lastDay(said) ?? said, language: entry.language, outlet: entry.outlet, between: entry.between, recorded, length: entry.text.length, withdrawn })

const sourceOf = (body: string): SourceLine => JSON.parse(body) as SourceLine

/** The pairs of documents that hold all parties of one of the groups. */
const pairsWithin = async (database: Database, within: readonly (readonly string[])[]): Promise<readonly string[]> => {
  const rows = await database.all<{ readonly pair: string }>('SELECT DISTINCT pair FROM document')
  return rows.map(({ pair }) => pair).filter((pair) => within.some((codes) => codes.every((code) => pair.split('+').includes(code))))
}

type Row = { readonly number: number; readonly body: string; readonly withdrawn: string | null }

/** Documents with their lines, and since when they have been out. */
const withLines = 'SELECT d.number AS number, l.body AS body, w.known_from AS withdrawn FROM document d JOIN line l ON l.number = d.number LEFT JOIN withdrawal w ON w.document = d.number AND w.known_to = ?'

/** Documents, the last recorded first, a page at a time. */
export const shelf = async (database: Database, within: readonly (readonly string[])[] | null, limit: number, after: number | null): Promise<Shelf> => {
  const pairs = within === null ? null : await pairsWithin(database, within)
  if (pairs?.length === 0) return { documents: [], next: null }
  const own = pairs ? among('d.pair', pairs) : null
  const rows = await database.all<Row>(
    `${withLines} WHERE d.number < ?${own ? ` AND ${own.sql}` : ''} ORDER BY d.number DESC LIMIT ?`, always, after ?? Number.MAX_SAFE_INTEGER, ...(own?.values ?? []), limit + 1)
  return { documents: rows.slice(0, limit).map(({ body, withdrawn }) => shelved(sourceOf(body), withdrawn)), next: rows.length > limit ? rows[limit - 1]!.number : null }
}

const isVerdict = ({ entry }: Line): boolean => entry.kind === 'accepted' || entry.kind === 'rejected' || entry.kind === 'amended'

/** A claim as the lines about it leave it. */
const asItStands = (claim: Claim, about: readonly Line[]): Pick<Held, 'claim' | 'verdict'> => {
  const last = standing(about).findLast(isVerdict)?.entry
  if (last?.kind === 'amended') return { claim: { ...claim, item: last.item } as Claim, verdict: 'amended' }
  return { claim, verdict: last?.kind === 'accepted' || last?.kind === 'rejected' ? last.kind : null }
}

type Own = { readonly id: string; readonly thread: string; readonly live: number; readonly body: string }
type About = { readonly claim: string; readonly body: string }

const heldIn = async (database: Database, number: number): Promise<readonly Held[]> => {
  const own = await database.all<Own>('SELECT c.id AS id, c.thread AS thread, c.live AS live, l.body AS body FROM claim c JOIN line l ON l.number = c.number WHERE c.document = ? ORDER BY c.number', number)
  const rows = await database.all<About>('SELECT c.id AS claim, l.body AS body FROM claim c JOIN touch t ON t.about = c.number JOIN line l ON l.number = t.number WHERE c.document = ? ORDER BY l.number', number)
  const about = Map.groupBy(rows, ({ claim }) => claim)
  return own.flatMap(({ id, thread, live, body }): readonly Held[] => {
    const { entry } = JSON.parse(body) as Line
    const lines = (about.get(id) ?? []).map((one) => JSON.parse(one.body) as Line)
    return entry.kind === 'claim' ? [{ ...asItStands(entry.claim, lines), thread, counts: live === 1 }] : []
  })
}

/** A document with its claims as they stand now; null when there is none of that hash. */
export const opened = async (database: Database, sha256: string): Promise<Opened | null> => {
  const [row] = await database.all<Row>(`${withLines} WHERE d.sha256 = ?`, always, sha256)
  if (!row) return null
  const source = sourceOf(row.body)
  return { ...shelved(source, row.withdrawn), text: source.entry.text, claims: await heldIn(database, row.number) }
}

import { type Draft, type Head, type Instant, keysOf, type Line, noHead, seal, type Sealed, touches } from '../ledger/index.ts'
import type { Database } from './database.ts'

/** Finds the keys under which the words of a text are found; the store knows no language. */
export type Keys = (text: string, language: string | null) => readonly string[]

/** What one transaction of writing has in hand. */
export type Session = {
  readonly database: Database
  readonly keys: Keys
  readonly heads: Map<string, Head>
  /** Clusters whose threads are to be worked out anew before the transaction ends. */
  readonly touched: Set<string>
  next: number
}

export const openSession = async (database: Database, keys: Keys): Promise<Session> => {
  const [row] = await database.all<{ readonly number: number | null }>('SELECT max(number) AS number FROM line')
  return { database, keys, heads: new Map(), touched: new Set(), next: (row?.number ?? 0) + 1 }
}

/** The later of two instants: the ledger never goes back in time, whatever the clock does. */
export const instantAfter = async (database: Database, now: Instant): Promise<Instant> => {
  const [row] = await database.all<{ readonly recorded: string }>('SELECT recorded FROM line ORDER BY number DESC LIMIT 1')
  return row && row.recorded > now ? row.recorded : now
}

const headOf = async ({ database, heads }: Session, chain: string): Promise<Head> => {
  const before = heads.get(chain)
  if (before) return before
  const [row] = await database.all<Head>('SELECT lines, hash FROM chain WHERE name = ?', chain)
  return row ?? noHead
}

/** Puts a sealed line into the ledger; `index` puts what follows from it into the derived tables. */
export const putLine = async (session: Session, { chain, place, prev, hash, recorded, body }: Omit<Sealed, 'line'>): Promise<number> => {
  const number = session.next
  session.next += 1
  await session.database.run('INSERT INTO line (number, chain, place, prev, hash, recorded, body) VALUES (?, ?, ?, ?, ?, ?, ?)', number, chain, place, prev, hash, recorded, body)
  session.heads.set(chain, { lines: place, hash })
  return number
}

/** Writes the ends of the chains that grew. */
export const putHeads = async ({ database, heads }: Session): Promise<void> => {
  for (const [chain, { lines, hash }] of heads) await database.run('INSERT INTO chain (name, lines, hash) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET lines = excluded.lines, hash = excluded.hash', chain, lines, hash)
}

const clusterOf = async ({ database }: Session, claim: string): Promise<string | null> => {
  const [row] = await database.all<{ readonly cluster: string }>('SELECT cluster FROM claim WHERE id = ?', claim)
  return row?.cluster ?? null
}

/** Clusters are never split: they only bound what has to be looked at when a line comes. */
const merge = async (session: Session, one: string, other: string): Promise<void> => {
  const [kept, gone] = await Promise.all([clusterOf(session, one), clusterOf(session, other)])
  if (kept === null || gone === null || kept === gone) return
  for (const table of ['claim', 'span', 'doubt']) await session.database.run(`UPDATE ${table} SET cluster = ? WHERE cluster = ?`, kept, gone)
  session.touched.delete(gone)
  session.touched.add(kept)
}

const touch = async (session: Session, number: number, claims: readonly string[]): Promise<void> => {
  for (const claim of new Set(claims)) {
    await session.database.run('INSERT INTO touch (claim, number) VALUES (?, ?) ON CONFLICT DO NOTHING', claim, number)
    const cluster = await clusterOf(session, claim)
    if (cluster !== null) session.touched.add(cluster)
  }
}

/** The claims that the corrected line is about. */
const corrected = async ({ database }: Session, id: string): Promise<readonly string[]> => {
  const at = id.lastIndexOf('#')
  const rows = await database.all<{ readonly claim: string }>('SELECT t.claim AS claim FROM line l JOIN touch t ON t.number = l.number WHERE l.chain = ? AND l.place = ?', id.slice(0, at), Number(id.slice(at + 1)))
  return rows.map(({ claim }) => claim)
}

const putDocument = async ({ database, keys }: Session, number: number, { entry, said, recorded }: Line, known: readonly string[] | null): Promise<void> => {
  if (entry.kind !== 'source') return
  const pair = entry.between.join('+')
  await database.run('INSERT INTO document (sha256, number, recorded, said, language, pair) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', entry.sha256, number, recorded, said, entry.language, pair)
  const all = [...new Set((known ?? keys(entry.text, entry.language)).map((key) => key.toLowerCase().replaceAll(/[\s"]/g, '_')))]
  if (database.dialect === 'sqlite') await database.run('INSERT INTO found (rowid, keys) VALUES (?, ?)', number, all.join(' '))
  else await database.run("INSERT INTO found (rowid, keys) VALUES (?, string_to_array(?, ' '))", number, all.join(' '))
}

const putClaim = async (session: Session, number: number, { entry, said }: Line): Promise<void> => {
  if (entry.kind !== 'claim') return
  const { claim } = entry
  const { database, touched } = session
  const point = claim.item.kind === 'commitment' && claim.item.point !== null ? (claim.item.session?.claim ?? null) : null
  await database.run('INSERT INTO claim (number, id, thread, cluster, said, live, point_of) VALUES (?, ?, ?, ?, ?, 1, ?)', number, claim.id, claim.id, claim.id, said, point)
  await database.run('INSERT INTO touch (claim, number) VALUES (?, ?)', claim.id, number)
  for (const trait of keysOf(claim)) await database.run('INSERT INTO trait (trait, number) VALUES (?, ?) ON CONFLICT DO NOTHING', trait, number)
  for (const code of claim.between) await database.run('INSERT INTO party (code, pair) VALUES (?, ?) ON CONFLICT DO NOTHING', code, claim.between.join('+'))
  touched.add(claim.id)
}

/** Puts what follows from a line into the derived tables; threads and spans are worked out by `settle`. `known` are the keys of a document, where they are at hand. */
export const index = async (session: Session, number: number, line: Line, known: readonly string[] | null = null): Promise<void> => {
  const { entry } = line
  switch (entry.kind) {
    case 'source': return putDocument(session, number, line, known)
    case 'claim': return putClaim(session, number, line)
    case 'joined': await merge(session, entry.into, entry.claim); break
    case 'part': await merge(session, entry.of, entry.claim); break
    case 'doubted':
      await session.database.run('INSERT INTO doubt (number, cluster, pending) VALUES (?, ?, 1)', number, (await clusterOf(session, entry.claim)) ?? '')
      break
    default:
  }
  await touch(session, number, [...touches(line), ...(line.corrects === null ? [] : await corrected(session, line.corrects))])
}

/** Appends a line of an author and indexes it. */
export const append = async (session: Session, draft: Draft, recorded: Instant, known: readonly string[] | null = null): Promise<Line> => {
  const chain = `${draft.by.kind}:${draft.by.name}`
  const sealed = seal(draft, await headOf(session, chain), recorded)
  const number = await putLine(session, sealed)
  await index(session, number, sealed.line, known)
  return sealed.line
}

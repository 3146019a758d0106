import { type Draft, type Head, type Instant, keysOf, type Line, noHead, seal, type Sealed, touches } from '../ledger/index.ts'
import type { Database } from './database.ts'
import { among } from './lists.ts'
import type { Changes } from './tally.ts'
import { settleWithdrawals } from './withdrawals.ts'

/** Finds the keys under which the words of a text are found; the store knows no language. */
export type Keys = (text: string, language: string | null) => readonly string[]

/** What one transaction of writing has in hand. */
export type Session = {
  readonly database: Database
  readonly keys: Keys
  readonly heads: Map<string, Head>
  /** Clusters whose threads are to be worked out anew before the transaction ends. */
  readonly touched: Set<number>
  /** By how much the numbers of threads change. */
  readonly changes: Changes
  /** Lines that were written or read before, by their numbers: the same ones are needed again and again. */
  readonly lines: Map<number, Line>
  /** The numbers of documents by their hashes and of claims by their identifiers, as far as they were needed. */
  readonly documents: Map<string, number>
  readonly claims: Map<string, number>
  /** Pairs whose parties are kept. */
  readonly pairs: Set<string>
  next: number
  /** The first line after the threads were last worked out; null when none came. */
  unsettled: number | null
}

export const openSession = async (database: Database, keys: Keys): Promise<Session> => {
  const [row] = await database.all<{ readonly number: number | null }>('SELECT max(number) AS number FROM line')
  return { database, keys, heads: new Map(), touched: new Set(), changes: new Map(), lines: new Map(), documents: new Map(), claims: new Map(), pairs: new Set(), next: (row?.number ?? 0) + 1, unsettled: null }
}

/** An instant after that of every line, whatever the clock does: what was known at an instant is never added to. */
export const instantAfter = async (database: Database, now: Instant): Promise<Instant> => {
  const [row] = await database.all<{ readonly recorded: string }>('SELECT recorded FROM line ORDER BY number DESC LIMIT 1')
  return row && row.recorded >= now ? new Date(Date.parse(row.recorded) + 1).toISOString() : now
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

/** How many lines are fetched in one statement. */
const batch = 512

/** Fetches lines, those at hand excepted. */
export const linesAt = async ({ database, lines }: Session, numbers: readonly number[]): Promise<ReadonlyMap<number, Line>> => {
  const missing = numbers.filter((number) => !lines.has(number))
  for (let at = 0; at < missing.length; at += batch) {
    const { sql, values } = among('number', missing.slice(at, at + batch))
    for (const { number, body } of await database.all<{ readonly number: number; readonly body: string }>(`SELECT number, body FROM line WHERE ${sql}`, ...values)) lines.set(number, JSON.parse(body) as Line)
  }
  return lines
}

/** The number of the line of a claim; null of one that is not there. */
const numberOf = async ({ database, claims }: Session, claim: string): Promise<number | null> => {
  const [row] = claims.has(claim) ? [] : await database.all<{ readonly number: number }>('SELECT number FROM claim WHERE id = ?', claim)
  if (row) claims.set(claim, row.number)
  return claims.get(claim) ?? null
}

/** The cluster of a claim that is not there. */
const nowhere = 0

const clusterAt = async ({ database }: Session, number: number | null): Promise<number | null> => {
  const [row] = number === null ? [] : await database.all<{ readonly cluster: number }>('SELECT cluster FROM claim WHERE number = ?', number)
  return row?.cluster ?? null
}

const clusterOf = async (session: Session, claim: string): Promise<number | null> => clusterAt(session, await numberOf(session, claim))

/** Clusters are never split: they only bound what has to be looked at when a line comes. */
const merge = async (session: Session, one: string, other: string): Promise<void> => {
  const [kept, gone] = [await clusterOf(session, one), await clusterOf(session, other)]
  if (kept === null || gone === null || kept === gone) return
  for (const table of ['claim', 'span', 'doubt']) await session.database.run(`UPDATE ${table} SET cluster = ? WHERE cluster = ?`, kept, gone)
  session.touched.delete(gone)
  session.touched.add(kept)
}

/** A line about a document, or about something that is not there yet. */
const touchOther = async (session: Session, number: number, name: string): Promise<void> => {
  const document = await documentOf(session, name)
  if (document > 0) await session.database.run('INSERT INTO touch (about, number) VALUES (?, ?)', document, number)
  else await session.database.run('INSERT INTO awaited (claim, number) VALUES (?, ?)', name, number)
}

/** A line is found through one claim of each cluster that it is about, and through claims that may come yet. */
const touch = async (session: Session, number: number, claims: readonly string[]): Promise<void> => {
  const found = new Set<number>()
  for (const claim of new Set(claims)) {
    const about = await numberOf(session, claim)
    const cluster = await clusterAt(session, about)
    if (about === null || cluster === null) await touchOther(session, number, claim)
    else if (!found.has(cluster)) {
      await session.database.run('INSERT INTO touch (about, number) VALUES (?, ?)', about, number)
      found.add(cluster)
      session.touched.add(cluster)
    }
  }
}

/** The claims that a line is about: its own, and those of the line that it corrects; a line that takes out a document is about its hash. What it corrects stands before it, or it corrects nothing. */
const aboutOf = async (session: Session, number: number, line: Line): Promise<readonly string[]> => {
  if (line.corrects === null) return touches(line)
  const at = line.corrects.lastIndexOf('#')
  const [row] = await session.database.all<{ readonly number: number }>('SELECT number FROM line WHERE chain = ? AND place = ? AND number < ?', line.corrects.slice(0, at), Number(line.corrects.slice(at + 1)), number)
  if (!row) return touches(line)
  const corrected = (await linesAt(session, [row.number])).get(row.number)!
  if (corrected.entry.kind === 'source') return [corrected.entry.sha256]
  return [...touches(line), ...(await aboutOf(session, row.number, corrected))]
}

/** A key as the index of words has it: without what parts keys there (SQLite parts at most marks of ASCII), and without what no store can keep. */
export const storedKey = (key: string): string => key.toLowerCase().toWellFormed().replaceAll(/[^a-z0-9:._\-/+\u{80}-\u{10ffff}]|[\s\p{Cc}]/gu, '_')

const putDocument = async ({ database, keys }: Session, number: number, { entry, said, recorded }: Line, known: readonly string[] | null): Promise<void> => {
  if (entry.kind !== 'source') return
  const pair = entry.between.join('+')
  await database.run('INSERT INTO document (sha256, number, recorded, said, language, pair) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', entry.sha256, number, recorded, said, entry.language, pair)
  const all = [...new Set((known ?? keys(entry.text, entry.language)).map(storedKey))]
  if (database.dialect === 'sqlite') await database.run('INSERT INTO found (rowid, keys) VALUES (?, ?)', number, all.join(' '))
  else await database.run("INSERT INTO found (rowid, keys) VALUES (?, string_to_array(?, ' '))", number, all.join(' '))
}

/** A line may be about a claim that comes after it: a project is told before the set that it is part of. */
const meet = async (session: Session, claim: string, at: number): Promise<void> => {
  const rows = await session.database.all<{ readonly number: number }>('SELECT number FROM awaited WHERE claim = ? ORDER BY number', claim)
  if (rows.length === 0) return
  await session.database.run('DELETE FROM awaited WHERE claim = ?', claim)
  const lines = await linesAt(session, rows.map(({ number }) => number))
  for (const { number } of rows) {
    await session.database.run('INSERT INTO touch (about, number) VALUES (?, ?)', at, number)
    for (const other of touches(lines.get(number)!)) await merge(session, other, claim)
  }
}

const putParties = async ({ database, pairs }: Session, between: readonly string[]): Promise<void> => {
  const pair = between.join('+')
  if (pairs.has(pair)) return
  pairs.add(pair)
  for (const code of between) await database.run('INSERT INTO party (code, pair) VALUES (?, ?) ON CONFLICT DO NOTHING', code, pair)
}

/** The number of the line of a document; 0 of one that is not there. */
const documentOf = async ({ database, documents }: Session, sha256: string): Promise<number> => {
  const [row] = documents.has(sha256) ? [] : await database.all<{ readonly number: number }>('SELECT number FROM document WHERE sha256 = ?', sha256)
  if (row) documents.set(sha256, row.number)
  return documents.get(sha256) ?? 0
}

const putClaim = async (session: Session, number: number, { entry, said }: Line): Promise<void> => {
  if (entry.kind !== 'claim') return
  const { claim } = entry
  const { database, touched, claims } = session
  const point = claim.item.kind === 'commitment' && claim.item.point !== null ? (claim.item.session?.claim ?? null) : null
  await database.run('INSERT INTO claim (number, id, thread, cluster, said, live, point_of, document) VALUES (?, ?, ?, ?, ?, 1, ?, ?)', number, claim.id, claim.id, number, said, point, await documentOf(session, claim.document))
  claims.set(claim.id, number)
  for (const trait of new Set(keysOf(claim))) await database.run('INSERT INTO trait (trait, number) VALUES (?, ?)', trait, number)
  await putParties(session, claim.between)
  touched.add(number)
  await meet(session, claim.id, number)
}

/** Puts what follows from a line into the derived tables; threads and spans are worked out by `settle`. `known` are the keys of a document, where they are at hand. */
export const index = async (session: Session, number: number, line: Line, known: readonly string[] | null = null): Promise<void> => {
  const { entry } = line
  session.lines.set(number, line)
  session.unsettled ??= number
  switch (entry.kind) {
    case 'source': return putDocument(session, number, line, known)
    case 'claim': return putClaim(session, number, line)
    case 'joined': await merge(session, entry.into, entry.claim); break
    case 'part': await merge(session, entry.of, entry.claim); break
    case 'doubted':
      await session.database.run('INSERT INTO doubt (number, cluster, pending) VALUES (?, ?, 1)', number, (await clusterOf(session, entry.claim)) ?? nowhere)
      break
    default:
  }
  const about = await aboutOf(session, number, line)
  await touch(session, number, about)
  if (entry.kind === 'withdrawn') await settleWithdrawals(session.database, about, line.recorded)
}

/** Appends a line of an author and indexes it. */
export const append = async (session: Session, draft: Draft, recorded: Instant, known: readonly string[] | null = null): Promise<Line> => {
  const chain = `${draft.by.kind}:${draft.by.name}`
  const sealed = seal(draft, await headOf(session, chain), recorded)
  const number = await putLine(session, sealed)
  await index(session, number, sealed.line, known)
  return sealed.line
}

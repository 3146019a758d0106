import { type Earlier, type Instant, type Line, type Span, spansOf, type State, type Thread, threadsOf } from '../ledger/index.ts'
import type { Database } from './database.ts'
import { always } from './instants.ts'
import { among } from './lists.ts'
import { linesAt, type Session } from './session.ts'
import { countSpan, writeChanges } from './tally.ts'

/** The states as a board lists them: what asks for somebody's attention stands first. */
export const boardOrder: readonly State[] = ['overdue', 'contested', 'changed', 'advanced', 'open', 'repeated', 'silent', 'lapsed', 'dropped', 'kept', 'noted']

export const rankOf = (state: State): number => boardOrder.indexOf(state)

/** The lines about claims, other than those that make them. */
const touching = 'SELECT t.number AS number FROM claim c JOIN touch t ON t.about = c.number'

/** All lines about the claims of a cluster, as known at an instant, in the order in which they were recorded. */
export const linesOf = async (database: Database, cluster: number, known: Instant): Promise<readonly Line[]> => {
  const rows = await database.all<{ readonly body: string }>(
    `SELECT l.body AS body FROM line l WHERE l.number IN (SELECT number FROM claim WHERE cluster = ? UNION ${touching} WHERE c.cluster = ?) AND l.recorded <= ? ORDER BY l.number`, cluster, cluster, known)
  return rows.map(({ body }) => JSON.parse(body) as Line)
}

/** The threads of a cluster, and the members of each. */
export const clusterOf = (lines: readonly Line[]): { readonly threads: readonly Thread[]; readonly membersOf: (id: string) => Thread['members'] } => {
  const threads = threadsOf(lines)
  const byId = new Map(threads.map((thread) => [thread.id, thread]))
  return { threads, membersOf: (id) => byId.get(id)?.members ?? [] }
}

/** A row of a span; `thread` is the number of a claim, `told` the place of one. */
type Row = {
  readonly cluster: number; readonly thread: number; readonly told: number; readonly views: number; readonly rank: number; readonly kind: string; readonly due: string
  readonly pair: string; readonly sectors: string; readonly day_from: string; readonly day_to: string; readonly known_from: string
}

/** How many rows of places threads of one state and one date stand in, and how far apart these rows are. */
const [places, apart] = [32, 2 ** 40]

/**
 * The place on a board of a thread that a claim spoke of last. Claims that come together have places in few rows, so that their spans are written to few pages; in
 * each row the years follow one another, so that whoever asks about a day need pass by no more than a part of what was on all others.
 */
const placeOf = (number: number): number => (number % places) * apart + number

const rowOf = (cluster: number, recorded: Instant, numberOf: ReadonlyMap<string, number>, { thread, told, views, state, kind, due, between, sectors, from, to }: Span): Row =>
  ({ cluster, thread: numberOf.get(thread)!, told: placeOf(numberOf.get(told)!), views, rank: rankOf(state), kind, due, pair: between, sectors, day_from: from, day_to: to, known_from: recorded })

const spanOf = ({ views, rank, kind, due, pair, sectors, day_from, day_to }: Row): Earlier['spans'][number] =>
  ({ views: views as Span['views'], state: boardOrder[rank]!, kind: kind as Span['kind'], due, between: pair, sectors, from: day_from, to: day_to })

const keyOf = ({ thread, told, views, rank, kind, due, pair, sectors, day_from, day_to }: Row): string =>
  `${thread} ${told} ${views} ${rank} ${kind} ${due} ${pair} ${sectors} ${day_from} ${day_to}`

const putSpan = (database: Database, { cluster, thread, told, views, rank, kind, due, pair, sectors, day_from, day_to, known_from }: Row): Promise<void> =>
  database.run('INSERT INTO span (cluster, thread, told, views, rank, kind, due, pair, sectors, day_from, day_to, known_from, known_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    cluster, thread, told, views, rank, kind, due, pair, sectors, day_from, day_to, known_from, always)

/** What was known until now stays. */
const endSpan = (database: Database, recorded: Instant, { cluster, thread, views, day_from, known_from }: Row): Promise<void> =>
  database.run('UPDATE span SET known_to = ? WHERE cluster = ? AND thread = ? AND views = ? AND day_from = ? AND known_from = ?', recorded, cluster, thread, views, day_from, known_from)

const settleSpans = async ({ database, changes }: Session, recorded: Instant, before: readonly Row[], rows: readonly Row[]): Promise<void> => {
  const [old, now] = [new Set(before.map(keyOf)), new Set(rows.map(keyOf))]
  for (const row of before) {
    if (now.has(keyOf(row))) continue
    await endSpan(database, recorded, row)
    countSpan(changes, row, -1)
  }
  for (const row of rows) {
    if (old.has(keyOf(row))) continue
    await putSpan(database, row)
    countSpan(changes, row, 1)
  }
}

type ClaimRow = { readonly cluster: number; readonly number: number; readonly id: string; readonly thread: string; readonly live: number }

const settleClaims = async ({ database }: Session, before: readonly ClaimRow[], threads: readonly Thread[]): Promise<void> => {
  const rows = new Map(before.map((row) => [row.id, row]))
  for (const { id, members, rejected } of threads) {
    for (const [all, live] of [[members, 1], [rejected, 0]] as const) {
      for (const { claim } of all) {
        const row = rows.get(claim.id)
        if (row && (row.thread !== id || row.live !== live)) await database.run('UPDATE claim SET thread = ?, live = ? WHERE number = ?', id, live, row.number)
        rows.delete(claim.id)
      }
    }
  }
  for (const { number, live } of rows.values()) if (live === 1) await database.run('UPDATE claim SET live = 0 WHERE number = ?', number) // Withdrawn: they stand in no thread.
}

/** The doubts that wait: nothing undid them, and the two are not joined otherwise. */
export const doubtsIn = (threads: readonly Thread[]): ReadonlySet<string> => new Set(threads.flatMap(({ doubted, members }) => (members.length > 0 ? doubted.map(({ id }) => id) : [])))

type DoubtRow = { readonly cluster: number; readonly number: number; readonly pending: number }

const settleDoubts = async ({ database, lines }: Session, before: readonly DoubtRow[], threads: readonly Thread[]): Promise<void> => {
  const waiting = doubtsIn(threads)
  for (const { number, pending } of before) {
    const now = waiting.has(lines.get(number)!.id) ? 1 : 0
    if (now !== pending) await database.run('UPDATE doubt SET pending = ? WHERE number = ?', now, number)
  }
}

type Found = { readonly cluster: number; readonly number: number }

/** What the tables have of some clusters: their claims, the numbers of all their lines in order, the rows that hold. */
const fetched = async (database: Database, clusters: readonly number[]) => {
  const [own, theirs] = [among('cluster', clusters), among('c.cluster', clusters)]
  const claims = await database.all<ClaimRow>(`SELECT cluster, number, id, thread, live FROM claim WHERE ${own.sql}`, ...own.values)
  const others = await database.all<Found>(`SELECT c.cluster AS cluster, t.number AS number FROM claim c JOIN touch t ON t.about = c.number WHERE ${theirs.sql}`, ...theirs.values)
  const spans = await database.all<Row>(`SELECT cluster, thread, told, views, rank, kind, due, pair, sectors, day_from, day_to, known_from FROM span WHERE ${own.sql} AND known_to = ?`, ...own.values, always)
  const doubts = await database.all<DoubtRow>(`SELECT cluster, number, pending FROM doubt WHERE ${own.sql}`, ...own.values)
  const numbers = Map.groupBy<number, Found>([...claims, ...others], ({ cluster }) => cluster)
  return {
    claims: Map.groupBy(claims, ({ cluster }) => cluster), spans: Map.groupBy(spans, ({ cluster }) => cluster), doubts: Map.groupBy(doubts, ({ cluster }) => cluster),
    numbers: new Map([...numbers].map(([cluster, all]) => [cluster, [...new Set(all.map(({ number }) => number))].toSorted((one, other) => one - other)])),
  }
}

type Numbered = { readonly number: number; readonly line: Line }

/** Whether a line only adds a claim to the threads: then what they came to before the day of its document stays. */
const adds = ({ line: { entry, corrects } }: Numbered, fresh: ReadonlySet<string>): boolean =>
  corrects === null && (entry.kind === 'claim' || entry.kind === 'doubted' || (entry.kind === 'joined' && fresh.has(entry.claim)))

/** The day until which the threads of a cluster stay as they were worked out before; null where something else than new claims came, or an earlier claim changed its thread. */
const unchangedUntil = (lines: readonly Numbered[], from: number, claims: readonly ClaimRow[], threads: readonly Thread[]): string | null => {
  const news = lines.filter(({ number }) => number >= from)
  const fresh = new Set(claims.filter(({ number }) => number >= from).map(({ id }) => id))
  if (fresh.size === claims.length || !news.every((one) => adds(one, fresh))) return null
  const standing = new Map(threads.flatMap(({ id, members }) => members.map(({ claim }) => [claim.id, id])))
  const same = claims.every(({ number, id, thread, live }) => number >= from || (standing.get(id) ?? null) === (live === 1 ? thread : null))
  return same ? news.map(({ line }) => line.said).toSorted()[0] ?? null : null
}

const settleSome = async (session: Session, recorded: Instant, clusters: readonly number[]): Promise<void> => {
  const { claims, numbers, doubts, spans } = await fetched(session.database, clusters)
  const lines = await linesAt(session, [...numbers.values()].flat())
  for (const [cluster, own] of claims) {
    const all = numbers.get(cluster)!
    const numbered = all.map((number) => ({ number, line: lines.get(number)! }))
    const { threads, membersOf } = clusterOf(numbered.map(({ line }) => line))
    const before = Map.groupBy(spans.get(cluster) ?? [], ({ thread }) => thread)
    const until = unchangedUntil(numbered, session.unsettled ?? session.next, own, threads)
    await settleClaims(session, own, threads)
    await settleDoubts(session, doubts.get(cluster) ?? [], threads)
    const numberOf = new Map(own.map(({ id, number }) => [id, number]))
    const rows = threads.flatMap((thread) => {
      const earlier = until === null ? null : { until, spans: (before.get(numberOf.get(thread.id)!) ?? []).map(spanOf) }
      return spansOf(thread, membersOf, earlier).map((span) => rowOf(cluster, recorded, numberOf, span))
    })
    await settleSpans(session, recorded, spans.get(cluster) ?? [], rows)
  }
}

/** How many clusters are worked out at a time, and how many lines a long import keeps at hand. */
const [batch, atHand] = [128, 10_000] as const

/** Works out the threads of every touched cluster anew, and what each comes to on every day. */
export const settle = async (session: Session, recorded: Instant): Promise<void> => {
  const clusters = [...session.touched]
  for (let at = 0; at < clusters.length; at += batch) await settleSome(session, recorded, clusters.slice(at, at + batch))
  await writeChanges(session.database, session.changes)
  session.touched.clear()
  session.unsettled = null
  if (session.lines.size > atHand) session.lines.clear()
}

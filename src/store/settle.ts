import { type Instant, type Line, type Span, spansOf, type State, type Thread, threadsOf } from '../ledger/index.ts'
import type { Database } from './database.ts'
import type { Session } from './session.ts'

/** The states as a board lists them: what asks for somebody's attention stands first. */
export const boardOrder: readonly State[] = ['overdue', 'contested', 'changed', 'advanced', 'open', 'repeated', 'silent', 'lapsed', 'dropped', 'kept', 'noted']

export const rankOf = (state: State): number => boardOrder.indexOf(state)

/** After every instant: a row that still holds. */
export const always = '9'

/** All lines about the claims of a cluster, as known at an instant, in the order in which they were recorded. */
export const linesOf = async (database: Database, cluster: string, known: Instant): Promise<readonly Line[]> => {
  const rows = await database.all<{ readonly body: string }>(
    'SELECT l.body AS body FROM line l WHERE l.number IN (SELECT t.number FROM claim c JOIN touch t ON t.claim = c.id WHERE c.cluster = ?) AND l.recorded <= ? ORDER BY l.number', cluster, known)
  return rows.map(({ body }) => JSON.parse(body) as Line)
}

/** The threads of a cluster, and the members of each. */
export const clusterOf = (lines: readonly Line[]): { readonly threads: readonly Thread[]; readonly membersOf: (id: string) => Thread['members'] } => {
  const threads = threadsOf(lines)
  const byId = new Map(threads.map((thread) => [thread.id, thread]))
  return { threads, membersOf: (id) => byId.get(id)?.members ?? [] }
}

type Row = {
  readonly thread: string; readonly views: number; readonly rank: number; readonly kind: string; readonly due: string; readonly last: string
  readonly pair: string; readonly sectors: string; readonly day_from: string; readonly day_to: string; readonly known_from: string
}

const rowOf = ({ thread, views, state, kind, due, last, between, sectors, from, to }: Span): Omit<Row, 'known_from'> =>
  ({ thread, views, rank: rankOf(state), kind, due, last, pair: between, sectors, day_from: from, day_to: to })

const keyOf = ({ thread, views, rank, kind, due, last, pair, sectors, day_from, day_to }: Omit<Row, 'known_from'>): string =>
  [thread, views, rank, kind, due, last, pair, sectors, day_from, day_to].join(' ')

const putSpan = (database: Database, cluster: string, recorded: Instant, row: Omit<Row, 'known_from'>): Promise<void> =>
  database.run('INSERT INTO span (thread, cluster, views, rank, kind, due, last, pair, sectors, day_from, day_to, known_from, known_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.thread, cluster, row.views, row.rank, row.kind, row.due, row.last, row.pair, row.sectors, row.day_from, row.day_to, recorded, always)

/** A row that was made in the same instant was never seen by anybody; every other stays, as what was known until now. */
const endSpan = (database: Database, cluster: string, recorded: Instant, { thread, views, day_from, known_from }: Row): Promise<void> =>
  known_from === recorded
    ? database.run('DELETE FROM span WHERE cluster = ? AND known_to = ? AND thread = ? AND views = ? AND day_from = ?', cluster, always, thread, views, day_from)
    : database.run('UPDATE span SET known_to = ? WHERE cluster = ? AND known_to = ? AND thread = ? AND views = ? AND day_from = ?', recorded, cluster, always, thread, views, day_from)

const settleSpans = async ({ database }: Session, cluster: string, recorded: Instant, spans: readonly Span[]): Promise<void> => {
  const before = await database.all<Row>('SELECT thread, views, rank, kind, due, last, pair, sectors, day_from, day_to, known_from FROM span WHERE cluster = ? AND known_to = ?', cluster, always)
  const rows = spans.map(rowOf)
  const [old, now] = [new Set(before.map(keyOf)), new Set(rows.map(keyOf))]
  for (const row of before) if (!now.has(keyOf(row))) await endSpan(database, cluster, recorded, row)
  for (const row of rows) if (!old.has(keyOf(row))) await putSpan(database, cluster, recorded, row)
}

const settleClaims = async ({ database }: Session, cluster: string, threads: readonly Thread[]): Promise<void> => {
  const before = new Map((await database.all<{ readonly id: string; readonly thread: string; readonly live: number }>('SELECT id, thread, live FROM claim WHERE cluster = ?', cluster)).map((row) => [row.id, row]))
  for (const { id, members, rejected } of threads) {
    for (const [all, live] of [[members, 1], [rejected, 0]] as const) {
      for (const { claim } of all) {
        const row = before.get(claim.id)
        if (row && (row.thread !== id || row.live !== live)) await database.run('UPDATE claim SET thread = ?, live = ? WHERE id = ?', id, live, claim.id)
      }
    }
  }
}

/** A doubt waits as long as nothing undid it and the two are not joined otherwise. */
const settleDoubts = async ({ database }: Session, cluster: string, threads: readonly Thread[]): Promise<void> => {
  const rows = await database.all<{ readonly number: number; readonly pending: number; readonly id: string }>(
    "SELECT d.number AS number, d.pending AS pending, l.chain || '#' || l.place AS id FROM doubt d JOIN line l ON l.number = d.number WHERE d.cluster = ?", cluster)
  const waiting = new Set(threads.flatMap(({ doubted, members }) => (members.length > 0 ? doubted.map(({ id }) => id) : [])))
  for (const { number, pending, id } of rows) if ((pending === 1) !== waiting.has(id)) await database.run('UPDATE doubt SET pending = ? WHERE number = ?', waiting.has(id) ? 1 : 0, number)
}

/** Works out the threads of every touched cluster anew, and what each comes to on every day. */
export const settle = async (session: Session, recorded: Instant): Promise<void> => {
  for (const cluster of session.touched) {
    const { threads, membersOf } = clusterOf(await linesOf(session.database, cluster, recorded))
    await settleClaims(session, cluster, threads)
    await settleDoubts(session, cluster, threads)
    await settleSpans(session, cluster, recorded, threads.flatMap((thread) => spansOf(thread, membersOf)))
  }
  session.touched.clear()
}

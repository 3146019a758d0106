import { type Asked, type Instant, type Line, lastDay, type State, type Statement, type View, viewOf } from '../ledger/index.ts'
import type { Database, Value } from './database.ts'
import { always, latest } from './instants.ts'
import { among, type Clause } from './lists.ts'
import { boardOrder, clusterOf, doubtsIn, linesOf, rankOf } from './settle.ts'
import { counted, type Ranked, tallied } from './tally.ts'
import { notOut } from './withdrawals.ts'

/** A question to the ledger: the day, whether later documents may be used, and what the ledger knew then (null: all it knows). */
export type Moment = Asked & { readonly known: Instant | null }

/** What a board shows. Empty lists are no filter. `due`: only threads due on or before that day. */
export type Filter = {
  readonly between: readonly string[]
  readonly kinds: readonly string[]
  readonly states: readonly State[]
  readonly sectors: readonly string[]
  readonly due: string | null
  readonly session: string | null
  /** Only what lies between all of one of these groups of parties; absent or null is no limit. */
  readonly within?: readonly (readonly string[])[] | null
}

/** Where a page of a board ends, to go on from there: a state, a date, and the place of the claim that spoke of the thread last. At one moment each claim is of one thread. */
export type Cursor = { readonly rank: number; readonly due: string; readonly told: number }

/** A session by its claim, and the thread in which it stands: that of its committee, else of the meeting. */
export type Sitting = { readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly of: Told }

/** `sessions`: those whose points the threads are. */
export type Page = { readonly threads: readonly Told[]; readonly sessions: readonly Sitting[]; readonly next: Cursor | null }

/** Where was looked for news of a thread: documents between the same parties, as known at the moment that is asked about. */
export type Looked = { readonly documents: number; readonly languages: readonly string[]; readonly until: string | null }

/** A thread as it is told, with where was looked for news of it. */
export type Told = View & { readonly looked: Looked }

type Row = Cursor & { readonly thread: string; readonly cluster: number }

const knownAt = ({ known }: Moment): Instant => known ?? always

/** The pairs, and the groups of more, that all of some parties belong to. */
const pairsOf = async (database: Database, codes: readonly string[]): Promise<readonly string[]> => {
  const { sql, values } = among('code', codes)
  const rows = await database.all<{ readonly pair: string }>(`SELECT pair FROM party WHERE ${sql} GROUP BY pair HAVING count(*) = ?`, ...values, codes.length)
  return rows.map(({ pair }) => pair)
}

/** The pairs that a filter leaves; null where it leaves all. */
const pairsLeft = async (database: Database, { between, within = null }: Filter): Promise<readonly string[] | null> => {
  const named = between.length > 0 ? await pairsOf(database, between) : null
  if (within === null) return named
  const allowed = new Set((await Promise.all(within.map((codes) => pairsOf(database, codes)))).flat())
  return named ? named.filter((pair) => allowed.has(pair)) : [...allowed]
}

/** A claim as the tables have it now. */
export type Stood = { readonly id: string; readonly thread: string; readonly cluster: number; readonly live: number }

/** The threads in which claims stood at an instant; those that did not count then are left out. */
export const threadsThen = async (database: Database, claims: readonly Stood[], known: Instant): Promise<ReadonlyMap<string, string>> => {
  if (known === always) return new Map(claims.filter(({ live }) => live === 1).map(({ id, thread }) => [id, thread]))
  const out = new Map<string, string>()
  for (const cluster of new Set(claims.map((claim) => claim.cluster)))
    for (const { id, members } of clusterOf(await linesOf(database, cluster, known)).threads) for (const { claim } of members) out.set(claim.id, id)
  return out
}

/** The threads of the points of a session. */
const threadsOfSession = async (database: Database, session: string, moment: Moment): Promise<readonly string[]> => {
  const claims = await database.all<Stood>('SELECT id, thread, cluster, live FROM claim WHERE point_of = ?', session)
  const threads = await threadsThen(database, claims, knownAt(moment))
  return [...new Set(claims.flatMap(({ id }) => threads.get(id) ?? []))]
}

const clause = (sql: string, ...values: readonly Value[]): Clause => ({ sql, values })

const listed = (column: string, values: readonly Value[]): readonly Clause[] => (values.length > 0 ? [among(column, values)] : [])

const shownStates = (states: readonly State[]): readonly Clause[] => {
  if (states.length === 0) return [clause('rank < ?', rankOf('noted'))]
  return new Set(states).size === boardOrder.length ? [] : [among('rank', states.map(rankOf))]
}

/** The pairs and the threads that a board is limited to; null where it is not. */
type Bounds = { readonly pairs: readonly string[] | null; readonly threads: readonly string[] | null }

/** Spans name a thread by the number of its first claim. */
const threadsNamed = (ids: readonly string[]): Clause => {
  const { sql, values } = among('id', ids)
  return clause(`thread IN (SELECT number FROM claim WHERE ${sql})`, ...values)
}

/** The open end of `known_to` is later than every instant, so a question about all that is known compares with the latest instant before it. */
const knownThen = ({ known }: Moment): Clause => clause('known_from <= ? AND known_to > ?', known ?? latest, known ?? latest)

/** What is known now, as the index of it has it: no value but its own words are compared with those of an index. */
const knownNow = clause(`known_to = '${always}'`)

/** What a filter leaves. `knowing`: of what is known when. SQLite looks at one index; the plus keeps it from taking another than that of the order. */
const clausesOf = (filter: Filter, moment: Moment, knowing: Clause, { pairs, threads }: Bounds, after: Cursor | null): readonly Clause[] => [
  ...(pairs ? listed('pair', pairs) : []),
  ...(threads ? [threadsNamed(threads)] : []),
  ...shownStates(filter.states),
  among('views', [3, moment.hindsight ? 2 : 1]),
  clause('day_from <= ? AND day_to > ?', moment.asof, moment.asof),
  knowing,
  ...listed('kind', filter.kinds),
  ...(filter.sectors.length > 0 ? [clause(`(${filter.sectors.map(() => 'sectors LIKE ?').join(' OR ')})`, ...filter.sectors.map((sector) => `%|${sector}|%`))] : []),
  ...(filter.due === null ? [] : [clause('due <= ?', filter.due)]),
  ...(after ? [clause('(rank, due, told) > (?, ?, ?)', after.rank, after.due, after.told)] : []),
]

/** What a filter leaves, as a condition; null where it leaves nothing. */
const leftBy = async (database: Database, filter: Filter, moment: Moment, knowing: Clause, after: Cursor | null): Promise<Clause | null> => {
  const pairs = await pairsLeft(database, filter)
  const threads = filter.session === null ? null : await threadsOfSession(database, filter.session, moment)
  if (pairs?.length === 0 || threads?.length === 0) return null
  const clauses = clausesOf(filter, moment, knowing, { pairs, threads }, after)
  return clause(clauses.map(({ sql }) => sql).join(' AND '), ...clauses.flatMap(({ values }) => values))
}

const rowsOf = async (database: Database, filter: Filter, moment: Moment, limit: number, after: Cursor | null): Promise<readonly Row[]> => {
  const left = await leftBy(database, filter, moment, knownThen(moment), after)
  return left === null ? [] : database.all<Row>(
    `SELECT c.id AS thread, s.cluster AS cluster, s.rank AS rank, s.due AS due, s.told AS told FROM (SELECT thread, cluster, rank, due, told FROM span WHERE ${left.sql} ORDER BY rank, due, told LIMIT ?) s
    JOIN claim c ON c.number = s.thread ORDER BY s.rank, s.due, s.told`, ...left.values, limit)
}

/** How many threads of a board are in each state. */
export type Counts = Readonly<Record<State, number>>

const ranked = async (database: Database, filter: Filter, moment: Moment): Promise<readonly Ranked[]> => {
  if (counted(filter, moment)) return tallied(database, filter, moment)
  const left = await leftBy(database, { ...filter, states: boardOrder }, moment, moment.known === null ? knownNow : knownThen(moment), null)
  return left ? database.all<Ranked>(`SELECT +rank AS rank, count(*) AS threads FROM span WHERE ${left.sql} GROUP BY +rank`, ...left.values) : []
}

/** How many threads are in each state, of all that a filter leaves but for its states. */
export const counts = async (database: Database, filter: Filter, moment: Moment): Promise<Counts> => {
  const threads = new Map((await ranked(database, filter, moment)).map(({ rank, threads }) => [rank, threads]))
  return Object.fromEntries(boardOrder.map((state) => [state, threads.get(rankOf(state)) ?? 0])) as Counts
}

const lookedFor = async (database: Database, pair: string, { asof, hindsight, known }: Moment): Promise<Looked> => {
  const there = notOut('document.number', known ?? always)
  const rows = await database.all<{ readonly language: string | null; readonly documents: number; readonly until: string | null }>(
    `SELECT language, count(*) AS documents, max(said) AS until FROM document WHERE pair = ? AND said <= ? AND recorded <= ? AND ${there.sql} GROUP BY language ORDER BY language`, pair, hindsight ? always : asof, known ?? always, ...there.values)
  return {
    documents: rows.reduce((sum, { documents }) => sum + documents, 0), languages: rows.map(({ language }) => language).filter((one) => one !== null),
    until: rows.map(({ until }) => until).filter((one) => one !== null).toSorted().at(-1) ?? null,
  }
}

/** Answers one question about many threads: what several of them need is fetched once. */
const teller = (database: Database, moment: Moment) => {
  const clusters = new Map<number, Promise<ReturnType<typeof clusterOf>>>()
  const looked = new Map<string, Promise<Looked>>()
  const once = <K, T>(kept: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> => {
    const before = kept.get(key)
    if (before) return before
    const made = make()
    kept.set(key, made)
    return made
  }
  const clusterNamed = (cluster: number) => once(clusters, cluster, async () => clusterOf(await linesOf(database, cluster, knownAt(moment))))
  const told = async (cluster: number, thread: string): Promise<Told | null> => {
    const { threads, membersOf } = await clusterNamed(cluster)
    const found = threads.find(({ id }) => id === thread)
    const view = found ? viewOf(found, membersOf, moment) : null
    if (!view) return null
    const pair = view.between.join('+')
    return { ...view, looked: await once(looked, pair, () => lookedFor(database, pair, moment)) }
  }
  return { told, clusterNamed }
}

const sittingOf = async (database: Database, { told, clusterNamed }: ReturnType<typeof teller>, session: string): Promise<readonly Sitting[]> => {
  const [row] = await database.all<{ readonly cluster: number }>('SELECT cluster FROM claim WHERE id = ?', session)
  if (!row) return []
  const standing = (await clusterNamed(row.cluster)).threads.flatMap(({ id, members }) => members.filter(({ claim }) => claim.id === session).map(({ claim: { item } }) => ({ id, item })))
  const [found] = standing
  const of = found ? await told(row.cluster, found.id) : null
  return of && found?.item.kind === 'meeting' ? [{ session, ordinal: found.item.ordinal, date: found.item.date, of }] : []
}

/** The threads of a board, a page at a time, what asks for attention first. */
export const board = async (database: Database, filter: Filter, moment: Moment, limit: number, after: Cursor | null): Promise<Page> => {
  const rows = await rowsOf(database, filter, moment, limit + 1, after)
  const telling = teller(database, moment)
  const [threads, sessions]: [Told[], Sitting[]] = [[], []]
  for (const { cluster, thread } of rows.slice(0, limit)) {
    const view = await telling.told(cluster, thread)
    if (view) threads.push(view)
  }
  for (const session of new Set(threads.flatMap(({ points }) => points.map((point) => point.session)))) sessions.push(...await sittingOf(database, telling, session))
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { threads, sessions, next: last && { rank: last.rank, due: last.due, told: last.told } }
}

/** The claims that were known under a beginning of their identifier, no more than two. */
const claimsNamed = (database: Database, begin: string, moment: Moment) =>
  database.all<{ readonly id: string; readonly cluster: number }>('SELECT c.id AS id, c.cluster AS cluster FROM claim c JOIN line l ON l.number = c.number WHERE c.id >= ? AND c.id < ? AND l.recorded <= ? ORDER BY c.id LIMIT 2', begin, `${begin}~`, knownAt(moment))

/** A thread with all its lines, those that are undone included, in the order in which they were recorded. */
export type History = { readonly thread: Told | null; readonly id: string; readonly lines: readonly Line[] }

/** What is found under the beginning of an identifier: a thread, nothing, or several. */
export type Named = { readonly kind: 'thread'; readonly history: History } | { readonly kind: 'none' } | { readonly kind: 'several'; readonly ids: readonly string[] }

/** The thread of a claim, by the identifier of any of its claims or the beginning of one. */
export const threadNamed = async (database: Database, begin: string, moment: Moment): Promise<Named> => {
  const found = await claimsNamed(database, begin, moment)
  const exact = found.find(({ id }) => id === begin) ?? (found.length === 1 ? found[0] : undefined)
  if (!exact) return found.length === 0 ? { kind: 'none' } : { kind: 'several', ids: found.map(({ id }) => id) }
  const { told, clusterNamed } = teller(database, moment)
  const { threads } = await clusterNamed(exact.cluster)
  const thread = threads.find(({ members, rejected }) => [...members, ...rejected].some(({ claim }) => claim.id === exact.id))
  if (!thread) return { kind: 'none' }
  const own = new Set([...thread.members, ...thread.rejected].map(({ claim }) => claim.id))
  const lines = (await linesOf(database, exact.cluster, knownAt(moment)))
  return { kind: 'thread', history: { thread: await told(exact.cluster, thread.id), id: thread.id, lines: linesAbout(lines, own) } }
}

/** The lines about some claims, and those that correct them. */
const linesAbout = (lines: readonly Line[], own: ReadonlySet<string>): readonly Line[] => {
  const taken = new Set<string>()
  return lines.filter(({ id, entry, corrects }) => {
    const about = entry.kind === 'claim' ? own.has(entry.claim.id) : entry.kind !== 'source' && entry.kind !== 'withdrawn' && own.has(entry.claim)
    if (!about && !(corrects !== null && taken.has(corrects))) return false
    taken.add(id)
    return true
  })
}

/** A claim that may belong to a thread and waits for a person. */
export type Doubt = { readonly line: Line; readonly claim: Told | null; readonly into: Told | null }

type Waiting = { readonly cluster: number; readonly body: string }

/** The lines of doubts that wait; those that waited earlier are found in the threads of that time. */
const waiting = async (database: Database, moment: Moment, limit: number): Promise<readonly Line[]> => {
  if (moment.known === null) return (await database.all<Waiting>('SELECT d.cluster AS cluster, l.body AS body FROM doubt d JOIN line l ON l.number = d.number WHERE d.pending = 1 ORDER BY d.number LIMIT ?', limit)).map(({ body }) => JSON.parse(body) as Line)
  const { clusterNamed } = teller(database, moment)
  const out: Line[] = []
  for (const { cluster, body } of await database.all<Waiting>('SELECT d.cluster AS cluster, l.body AS body FROM doubt d JOIN line l ON l.number = d.number WHERE l.recorded <= ? ORDER BY d.number', moment.known)) {
    const line = JSON.parse(body) as Line
    if (doubtsIn((await clusterNamed(cluster)).threads).has(line.id)) out.push(line)
    if (out.length === limit) break
  }
  return out
}

/** Doubts that wait, the oldest first. */
export const doubts = async (database: Database, moment: Moment, limit: number): Promise<readonly Doubt[]> => {
  const out: Doubt[] = []
  for (const line of await waiting(database, moment, limit)) {
    if (line.entry.kind !== 'doubted') continue
    const [claim, into] = [await threadNamed(database, line.entry.claim, moment), await threadNamed(database, line.entry.into, moment)]
    out.push({ line, claim: claim.kind === 'thread' ? claim.history.thread : null, into: into.kind === 'thread' ? into.history.thread : null })
  }
  return out
}

/** The documents that a ledger holds, by the hashes of their bytes. */
export const documentsOf = async (database: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, Extract<Line['entry'], { readonly kind: 'source' }> & { readonly said: string }>> => {
  const out = new Map<string, Extract<Line['entry'], { readonly kind: 'source' }> & { readonly said: string }>()
  for (const hash of new Set(hashes)) {
    const [row] = await database.all<{ readonly body: string }>('SELECT l.body AS body FROM document d JOIN line l ON l.number = d.number WHERE d.sha256 = ?', hash)
    const line = row ? (JSON.parse(row.body) as Line) : null
    if (line?.entry.kind === 'source') out.set(hash, { ...line.entry, said: lastDay(line.said) ?? line.said })
  }
  return out
}

/** The clusters of the claims of a document. */
const clustersOf = async (database: Database, sha256: string): Promise<readonly number[]> =>
  (await database.all<{ readonly cluster: number }>('SELECT DISTINCT c.cluster AS cluster FROM document d JOIN claim c ON c.document = d.number WHERE d.sha256 = ? ORDER BY c.cluster', sha256)).map(({ cluster }) => cluster)

/** Everything that some documents tell, in the order in which it stands in them, as it was known then and in the threads of that time. */
export const statementsOf = async (database: Database, documents: readonly string[], moment: Moment): Promise<readonly Statement[]> => {
  const own = new Set(documents)
  const clusters = new Set((await Promise.all(documents.map((one) => clustersOf(database, one)))).flat())
  const out: Statement[] = []
  for (const cluster of clusters)
    for (const { id, members } of clusterOf(await linesOf(database, cluster, knownAt(moment))).threads) out.push(...members.filter(({ claim }) => own.has(claim.document)).map((member) => ({ thread: id, member })))
  return out.toSorted(({ member: { claim: one } }, { member: { claim: other } }) => documents.indexOf(one.document) - documents.indexOf(other.document) || one.evidence[0].start - other.evidence[0].start)
}

/** A line by its identifier. */
export const lineNamed = async (database: Database, id: string): Promise<Line | null> => {
  const at = id.lastIndexOf('#')
  const place = /^[1-9]\d{0,14}$/.test(id.slice(at + 1)) ? Number(id.slice(at + 1)) : 0
  const [row] = await database.all<{ readonly body: string }>('SELECT body FROM line WHERE chain = ? AND place = ?', id.slice(0, Math.max(0, at)), place)
  return row ? (JSON.parse(row.body) as Line) : null
}

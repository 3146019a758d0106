import { type Database, Refusal } from './database.ts'
import { always } from './instants.ts'
import { tallyOfSpans } from './tally.ts'

/** One step of the schema: its statements, with `text` for a text that compares by code points and `number` for a whole number. */
export type Step = (dialect: Database['dialect']) => readonly string[]

const first: Step = (dialect) => {
  const text = dialect === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
  const whole = dialect === 'sqlite' ? 'INTEGER' : 'BIGINT'
  const tail = dialect === 'sqlite' ? ' WITHOUT ROWID' : ''
  return [
    `CREATE TABLE line (number ${whole} PRIMARY KEY, chain ${text} NOT NULL, place ${whole} NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, recorded ${text} NOT NULL, body TEXT NOT NULL, UNIQUE (chain, place))`,
    `CREATE TABLE chain (name ${text} PRIMARY KEY, lines ${whole} NOT NULL, hash TEXT NOT NULL)`,
    ...derived(text, whole, tail),
    dialect === 'sqlite'
      ? "CREATE VIRTUAL TABLE found USING fts5 (keys, content = '', contentless_delete = 1, detail = none, tokenize = \"ascii tokenchars ':._-/+'\")"
      : `CREATE TABLE found (rowid ${whole} PRIMARY KEY, keys TEXT[] NOT NULL)`,
    ...(dialect === 'sqlite' ? [] : ['CREATE INDEX found_keys ON found USING gin (keys)']),
  ]
}

/**
 * Tables that are made from the lines and can be made from them again. A cluster is named by the number of its first line, so that what belongs
 * together and what is new lie together.
 */
const derived = (text: string, whole: string, tail: string): readonly string[] => [
  `CREATE TABLE document (sha256 ${text} PRIMARY KEY, number ${whole} NOT NULL, recorded ${text} NOT NULL, said ${text} NOT NULL, language ${text}, pair ${text} NOT NULL)`,
  `CREATE INDEX document_pair ON document (pair, said)`,
  `CREATE TABLE claim (number ${whole} PRIMARY KEY, id ${text} NOT NULL UNIQUE, thread ${text} NOT NULL, cluster ${whole} NOT NULL, said ${text} NOT NULL, live ${whole} NOT NULL, point_of ${text})`,
  `CREATE INDEX claim_cluster ON claim (cluster)`,
  `CREATE INDEX claim_point ON claim (point_of) WHERE point_of IS NOT NULL`,
  `CREATE TABLE touch (claim ${text} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (claim, number))${tail}`,
  `CREATE TABLE trait (trait ${text} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (trait, number))${tail}`,
  `CREATE TABLE doubt (number ${whole} PRIMARY KEY, cluster ${whole} NOT NULL, pending ${whole} NOT NULL)`,
  `CREATE INDEX doubt_pending ON doubt (pending, number)`,
  `CREATE INDEX doubt_cluster ON doubt (cluster)`,
  `CREATE TABLE party (code ${text} NOT NULL, pair ${text} NOT NULL, PRIMARY KEY (code, pair))${tail}`,
  `CREATE TABLE span (cluster ${whole} NOT NULL, thread ${text} NOT NULL, views ${whole} NOT NULL, rank ${whole} NOT NULL, kind ${text} NOT NULL, due ${text} NOT NULL, pair ${text} NOT NULL, sectors ${text} NOT NULL, day_from ${text} NOT NULL, day_to ${text} NOT NULL, known_from ${text} NOT NULL, known_to ${text} NOT NULL, PRIMARY KEY (cluster, thread, views, day_from, known_from))${tail}`,
  `CREATE INDEX span_rank ON span (rank, due, thread, views, day_from, day_to, known_from, known_to, kind)`,
  `CREATE INDEX span_pair ON span (pair, rank, due, thread, views, day_from, day_to, known_from, known_to, kind)`,
]

/**
 * Documents are named by the numbers of their lines: that of a claim, and those that were out of the ledger, since when and until when, as known.
 * Before this step the claims of a document stood between its line and that of the next.
 */
const second: Step = (dialect) => {
  const [text, whole] = dialect === 'sqlite' ? ['TEXT', 'INTEGER'] : ['TEXT COLLATE "C"', 'BIGINT']
  return [
    'CREATE INDEX document_number ON document (number)',
    `ALTER TABLE claim ADD COLUMN document ${whole} NOT NULL DEFAULT 0`,
    'UPDATE claim SET document = (SELECT coalesce(max(d.number), 0) FROM document d WHERE d.number < claim.number)',
    'CREATE INDEX claim_document ON claim (document)',
    `CREATE TABLE withdrawal (document ${whole} NOT NULL, known_from ${text} NOT NULL, known_to ${text} NOT NULL, PRIMARY KEY (document, known_from))`,
  ]
}

/**
 * Lines are found by the number of what they are about. Spans name their threads by the number of their first claim, and stand in the order in which they were
 * spoken of last, in some rows beside one another (`settle.ts`): identifiers are scattered, so that with them nearly every row was written to a page of its own, and more so the more a ledger had.
 */
const third: Step = (dialect) => {
  const [text, whole, tail] = dialect === 'sqlite' ? ['TEXT', 'INTEGER', ' WITHOUT ROWID'] : ['TEXT COLLATE "C"', 'BIGINT', '']
  const about = 'FROM touch_before t LEFT JOIN claim c ON c.id = t.claim LEFT JOIN document d ON d.sha256 = t.claim'
  const told = 'SELECT c.number FROM claim c WHERE c.cluster = s.cluster AND c.thread = s.thread AND c.live = 1 AND c.said <= s.day_from ORDER BY c.said DESC, c.number DESC LIMIT 1'
  const placed = `(coalesce((${told}), f.number) % 32) * 1099511627776 + coalesce((${told}), f.number)`
  const columns = 'views, rank, kind, due, pair, sectors, day_from, day_to, known_from, known_to'
  return [
    'ALTER TABLE touch RENAME TO touch_before',
    `CREATE TABLE touch (about ${whole} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (about, number))${tail}`,
    `CREATE TABLE awaited (claim ${text} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (claim, number))${tail}`,
    `INSERT INTO touch (about, number) SELECT coalesce(c.number, d.number) AS about, t.number ${about} WHERE coalesce(c.number, d.number) IS NOT NULL ORDER BY about, t.number`,
    `INSERT INTO awaited (claim, number) SELECT t.claim, t.number ${about} WHERE coalesce(c.number, d.number) IS NULL`,
    'DROP TABLE touch_before', 'DROP INDEX span_rank', 'DROP INDEX span_pair', 'ALTER TABLE span RENAME TO span_before',
    `CREATE TABLE span (cluster ${whole} NOT NULL, thread ${whole} NOT NULL, told ${whole} NOT NULL, views ${whole} NOT NULL, rank ${whole} NOT NULL, kind ${text} NOT NULL, due ${text} NOT NULL, pair ${text} NOT NULL, sectors ${text} NOT NULL, day_from ${text} NOT NULL, day_to ${text} NOT NULL, known_from ${text} NOT NULL, known_to ${text} NOT NULL, PRIMARY KEY (cluster, thread, views, day_from, known_from))${tail}`,
    `INSERT INTO span (cluster, thread, told, ${columns}) SELECT s.cluster, f.number, ${placed}, ${columns.replaceAll(/\w+/g, 's.$&')} FROM span_before s JOIN claim f ON f.id = s.thread ORDER BY s.cluster, f.number`,
    'DROP TABLE span_before',
    'CREATE INDEX span_rank ON span (rank, due, told, views, day_from, day_to, known_from, known_to, kind, sectors)',
    'CREATE INDEX span_pair ON span (pair, rank, due, told, views, day_from, day_to, known_from, known_to, kind, sectors)',
  ]
}

/** How many threads come to each state is counted beforehand (tally.ts); what lies between some parties is counted in an index of the spans that are known now. */
const fourth: Step = (dialect) => {
  const [text, whole, tail] = dialect === 'sqlite' ? ['TEXT', 'INTEGER', ' WITHOUT ROWID'] : ['TEXT COLLATE "C"', 'BIGINT', '']
  return [
    `CREATE TABLE tally (grain ${whole} NOT NULL, sectors ${text} NOT NULL, part ${text} NOT NULL, kind ${text} NOT NULL, views ${whole} NOT NULL, rank ${whole} NOT NULL, change ${whole} NOT NULL, PRIMARY KEY (grain, sectors, part, kind, views, rank))${tail}`,
    'CREATE INDEX tally_nothing ON tally (change) WHERE change = 0',
    tallyOfSpans(),
    `CREATE INDEX span_now ON span (pair, rank, kind, views, day_from, day_to, due, sectors) WHERE known_to = '${always}'`,
  ]
}

/** The tables that `rebuild` empties. */
export const derivedTables = ['document', 'withdrawal', 'claim', 'touch', 'awaited', 'trait', 'doubt', 'party', 'span', 'tally', 'found'] as const

/** How to go from each version of the schema to the next. Steps are only ever added. */
export const steps: readonly Step[] = [first, second, third, fourth]

const numberOf = (value: string | undefined, name: string): number => {
  const number = Number(value ?? 0)
  if (!Number.isSafeInteger(number) || number < 0) throw new Refusal(`the ledger ${name} is damaged: its version is ${value}. Restore it from a backup, or import an export.`)
  return number
}

const stored = async (database: Database): Promise<number> =>
  numberOf((await database.all<{ readonly value: string }>("SELECT value FROM ledger WHERE name = 'version'"))[0]?.value, database.name)

const versionOf = async (database: Database): Promise<number> => {
  await database.run(`CREATE TABLE IF NOT EXISTS ledger (name ${database.dialect === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'} PRIMARY KEY, value TEXT NOT NULL)`)
  return stored(database)
}

const known = async (database: Database): Promise<number | null> => {
  const sql = database.dialect === 'sqlite' ? "SELECT name FROM sqlite_master WHERE name = 'ledger'" : "SELECT table_name AS name FROM information_schema.tables WHERE table_name = 'ledger' AND table_schema = current_schema()"
  return (await database.all(sql)).length === 0 ? null : stored(database)
}

const refuseNewer = (found: number, version: number, { name }: Database): void => {
  if (found > version) throw new Refusal(`the ledger ${name} was written by a newer program (version ${found} of the ledger, this program knows ${version}). Install a newer tawafuq; nothing was changed.`)
}

/** Brings a ledger to the version of this program, all the way or not at all. An older program refuses a newer ledger. */
export const migrate = async (database: Database, all: readonly Step[] = steps): Promise<void> => {
  const version = all.length
  const found = await known(database)
  if (found !== null) refuseNewer(found, version, database)
  if (found === version) return
  await database.transaction(async (inside) => {
    const from = await versionOf(inside)
    refuseNewer(from, version, inside)
    for (const step of all.slice(from)) for (const sql of step(inside.dialect)) await inside.run(sql)
    await inside.run("INSERT INTO ledger (name, value) VALUES ('version', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", String(version))
  })
}

import { type Database, Refusal } from './database.ts'

/** One step of the schema: its statements, with `text` for a text that compares by code points and `number` for a whole number. */
type Step = (dialect: Database['dialect']) => readonly string[]

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

/** Tables that are made from the lines and can be made from them again. */
const derived = (text: string, whole: string, tail: string): readonly string[] => [
  `CREATE TABLE document (sha256 ${text} PRIMARY KEY, number ${whole} NOT NULL, recorded ${text} NOT NULL, said ${text} NOT NULL, language ${text}, pair ${text} NOT NULL)`,
  `CREATE INDEX document_pair ON document (pair, said)`,
  `CREATE TABLE claim (number ${whole} PRIMARY KEY, id ${text} NOT NULL UNIQUE, thread ${text} NOT NULL, cluster ${text} NOT NULL, said ${text} NOT NULL, live ${whole} NOT NULL, point_of ${text})`,
  `CREATE INDEX claim_cluster ON claim (cluster)`,
  `CREATE INDEX claim_thread ON claim (thread)`,
  `CREATE INDEX claim_point ON claim (point_of) WHERE point_of IS NOT NULL`,
  `CREATE TABLE touch (claim ${text} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (claim, number))${tail}`,
  `CREATE TABLE trait (trait ${text} NOT NULL, number ${whole} NOT NULL, PRIMARY KEY (trait, number))${tail}`,
  `CREATE TABLE doubt (number ${whole} PRIMARY KEY, cluster ${text} NOT NULL, pending ${whole} NOT NULL)`,
  `CREATE INDEX doubt_pending ON doubt (pending, number)`,
  `CREATE TABLE party (code ${text} NOT NULL, pair ${text} NOT NULL, PRIMARY KEY (code, pair))${tail}`,
  `CREATE TABLE span (thread ${text} NOT NULL, cluster ${text} NOT NULL, views ${whole} NOT NULL, rank ${whole} NOT NULL, kind ${text} NOT NULL, due ${text} NOT NULL, last ${text} NOT NULL, pair ${text} NOT NULL, sectors ${text} NOT NULL, day_from ${text} NOT NULL, day_to ${text} NOT NULL, known_from ${text} NOT NULL, known_to ${text} NOT NULL)`,
  `CREATE INDEX span_cluster ON span (cluster, known_to)`,
  `CREATE INDEX span_rank ON span (rank, due, thread, views, day_from, day_to, known_from, known_to, kind)`,
  `CREATE INDEX span_pair ON span (pair, rank, due, thread, views, day_from, day_to, known_from, known_to, kind)`,
]

/** The tables that `rebuild` empties. */
export const derivedTables = ['document', 'claim', 'touch', 'trait', 'doubt', 'party', 'span', 'found'] as const

/** How to go from each version of the schema to the next. Steps are only ever added. */
const steps: readonly Step[] = [first]

/** The version that this program writes. */
export const version = steps.length

const versionOf = async (database: Database): Promise<number> => {
  await database.run(`CREATE TABLE IF NOT EXISTS ledger (name ${database.dialect === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'} PRIMARY KEY, value TEXT NOT NULL)`)
  const [row] = await database.all<{ readonly value: string }>("SELECT value FROM ledger WHERE name = 'version'")
  return row ? Number(row.value) : 0
}

const known = async (database: Database): Promise<number | null> => {
  const sql = database.dialect === 'sqlite' ? "SELECT name FROM sqlite_master WHERE name = 'ledger'" : "SELECT table_name AS name FROM information_schema.tables WHERE table_name = 'ledger' AND table_schema = current_schema()"
  if ((await database.all(sql)).length === 0) return null
  const [row] = await database.all<{ readonly value: string }>("SELECT value FROM ledger WHERE name = 'version'")
  return row ? Number(row.value) : 0
}

const refuseNewer = (found: number, { name }: Database): void => {
  if (found > version) throw new Refusal(`the ledger ${name} was written by a newer program (version ${found} of the ledger, this program knows ${version}). Install a newer tawafuq; nothing was changed.`)
}

/** Brings a ledger to the version of this program. An older program refuses a newer ledger. */
export const migrate = async (database: Database): Promise<void> => {
  const found = await known(database)
  if (found !== null) refuseNewer(found, database)
  if (found === version) return
  await database.transaction(async () => {
    const from = await versionOf(database)
    refuseNewer(from, database)
    for (const step of steps.slice(from)) for (const sql of step(database.dialect)) await database.run(sql)
    await database.run("INSERT INTO ledger (name, value) VALUES ('version', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", String(version))
  })
}

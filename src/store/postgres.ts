import { Client, types } from 'pg'
import { type Database, Refusal, type Value } from './database.ts'
import { inTurn } from './turn.ts'

/** Any number: writers of all ledgers of this program in one database wait for one another under it. */
const lock = 7_226_832

/** How long a writer waits for another, in milliseconds. */
const patient = 30_000

/** Counts and line numbers come as 64-bit integers; a ledger has fewer lines than a double can count. */
types.setTypeParser(types.builtins.INT8, Number)

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', '57P01', '57P02', '57P03', '08000', '08003', '08006'])

const cures: Readonly<Record<string, string>> = {
  '28P01': 'the password was refused. Check the user and the password in its address.',
  '28000': 'the user was refused. Check the user in its address.',
  '3D000': 'there is no such database. Create it, or check its name.',
  '42501': 'the user may not do this. Ask for the right to create and write tables.',
  '53100': 'the disk of the server is full. Make room, then try again; what was acknowledged before is kept.',
  '25006': 'the server allows reading only. Connect to the one that may be written to.',
  '53300': 'the server has too many connections. Try again later.',
  '58030': 'the disk of the server refused to read or write. Check it; what was acknowledged before is kept.',
  '3F000': 'the schema of its search path is not there. Create it, or check its name.',
  '42P07': 'other tables of the same names are there. Give the ledger a database or a schema of its own; nothing was changed.',
  XX001: 'it is damaged. Restore it from a backup, or import an export.',
  '55P03': 'another program is writing to it and did not finish for a while. Wait until it has, then try again.',
}

/** Where several addresses of a host were tried in vain the message is empty, and the code tells more. */
const messageOf = (error: unknown): string => (error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error))

const refusal = (error: unknown, name: string): unknown => {
  if (error instanceof Refusal) return error
  const { code = '' } = error as { readonly code?: string }
  if (lost.has(code) || /terminated|Connection ended|not queryable|timeout expired/i.test(messageOf(error))) return new Refusal(`the connection to the ledger ${name} was lost (${messageOf(error)}). What was acknowledged before is kept; try again when the server can be reached.`, { cause: error })
  return cures[code] === undefined ? error : new Refusal(`the ledger ${name} cannot be used: ${cures[code]}`, { cause: error })
}

const guarded = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw refusal(error, name)
  }
}

const kept = new Map<string, string>()

/** `?` for values as PostgreSQL writes it. No statement of the store has a question mark in a text. */
const numbered = (sql: string): string => {
  const before = kept.get(sql)
  if (before !== undefined) return before
  let at = 0
  const made = sql.replaceAll('?', () => `$${(at += 1)}`)
  if (kept.size < 500) kept.set(sql, made)
  return made
}

/** The address without its password, for messages. */
const shown = (address: string): string => {
  if (!URL.canParse(address)) throw new Refusal('the address of the ledger cannot be read: write it as postgres://user:password@host/database')
  const url = new URL(address)
  url.password = ''
  url.searchParams.delete('password')
  return url.href
}

/** Whatever goes wrong while the connection is made, the ledger was not touched. */
const notConnected = (error: unknown, name: string): unknown => {
  const told = refusal(error, name)
  return told instanceof Refusal ? told : new Refusal(`the ledger ${name} cannot be reached (${messageOf(error)}). Check its address, and that the server runs.`, { cause: error })
}

const connected = async (address: string, name: string, patience = patient): Promise<Client> => {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000, application_name: 'tawafuq' })
  client.on('error', () => undefined) // Told by the next statement, which fails.
  try {
    await client.connect()
    await client.query(`SET synchronous_commit = on; SET lock_timeout = ${patience}; SET client_min_messages = warning`)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw notConnected(error, name)
  }
}

/** How many rows of a long answer are fetched at a time. */
const batch = 5000

/** The rows of a long answer, through a connection of their own: meanwhile the ledger may be asked and written to. */
async function* rowsOf<T>(address: string, name: string, sql: string, values: readonly Value[]): AsyncGenerator<readonly T[]> {
  const client = await connected(address, name)
  try {
    await guarded(name, async () => {
      await client.query('BEGIN READ ONLY')
      await client.query(`DECLARE rows_of CURSOR FOR ${numbered(sql)}`, [...values])
    })
    for (;;) {
      const { rows } = await guarded(name, () => client.query(`FETCH ${batch} FROM rows_of`))
      if (rows.length === 0) return
      yield rows as T[]
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A ledger in a PostgreSQL database, in the schema that its search path names. */
export const postgres = async (address: string, patience = patient): Promise<Database> => {
  const name = shown(address)
  const client = await connected(address, name, patience)
  const one = inTurn()
  const query = <T>(sql: string, ...values: readonly Value[]): Promise<readonly T[]> => one(() => guarded(name, async () => (await client.query({ text: numbered(sql), values: [...values] })).rows as T[]))
  const inside: Database = {
    dialect: 'postgres', name, all: query, run: async (sql, ...values) => void (await query(sql, ...values)),
    each: <T>(sql: string, ...values: readonly Value[]) => rowsOf<T>(address, name, sql, values),
    transaction: (work) => work(inside),
    backup: () => Promise.reject(new Refusal('a ledger in PostgreSQL is backed up by the server (pg_dump), or as lines: tawafuq export --ledger postgres://… > ledger.ndjson')),
    close: () => client.end(),
  }
  const committed = async <T>(work: (inside: Database) => Promise<T>): Promise<T> => {
    await query('BEGIN')
    try {
      await query('SELECT pg_advisory_xact_lock(?)', lock)
      const result = await work(inside)
      await query('COMMIT')
      return result
    } catch (error) {
      await query('ROLLBACK').catch(() => undefined)
      throw error
    }
  }
  const turn = inTurn()
  return {
    ...inside,
    all: <T>(sql: string, ...values: readonly Value[]) => turn(() => inside.all<T>(sql, ...values)), run: (sql, ...values) => turn(() => inside.run(sql, ...values)),
    transaction: (work) => turn(() => committed(work)), close: () => turn(inside.close),
  }
}

import { Client, types } from 'pg'
import { type Database, Refusal, type Value } from './database.ts'

/** Any number: writers of all ledgers of this program in one database wait for one another under it. */
const lock = 7_226_832

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
  '55P03': 'another program is writing to it and did not finish within 30 seconds. Wait until it has, then try again.',
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

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
  const url = new URL(address)
  url.password = ''
  return url.href
}

/** How many rows of a long answer are fetched at a time. */
const batch = 5000

/** A ledger in a PostgreSQL database, in the schema that its search path names. */
export const postgres = async (address: string): Promise<Database> => {
  const name = shown(address)
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000, application_name: 'tawafuq' })
  client.on('error', () => undefined) // Told by the next statement, which fails.
  await guarded(name, async () => {
    await client.connect()
    await client.query("SET synchronous_commit = on; SET lock_timeout = '30s'; SET client_min_messages = warning")
  })
  const query = async <T>(sql: string, values: readonly Value[]): Promise<readonly T[]> => (await client.query({ text: numbered(sql), values: [...values] })).rows as T[]
  const transaction = <T>(work: () => Promise<T>): Promise<T> => guarded(name, async () => {
    await client.query('BEGIN')
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
      const result = await work()
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw error
    }
  })
  let cursors = 0
  return {
    dialect: 'postgres', name, transaction,
    all: <T>(sql: string, ...values: readonly Value[]) => guarded(name, () => query<T>(sql, values)),
    run: (sql, ...values) => guarded(name, async () => void (await query(sql, values))),
    async *each<T>(sql: string, ...values: readonly Value[]) {
      const cursor = `rows_${(cursors += 1)}`
      await guarded(name, async () => {
        await client.query('BEGIN READ ONLY')
        await query(`DECLARE ${cursor} CURSOR FOR ${sql}`, values)
      })
      try {
        for (;;) {
          const rows = await guarded(name, () => query<T>(`FETCH ${batch} FROM ${cursor}`, []))
          if (rows.length === 0) return
          yield* rows
        }
      } finally {
        await client.query('ROLLBACK').catch(() => undefined)
      }
    },
    backup: async () => {
      throw new Refusal('a ledger in PostgreSQL is backed up by the server (pg_dump), or as lines: tawafuq export --ledger postgres://… > ledger.ndjson')
    },
    close: () => client.end(),
  }
}

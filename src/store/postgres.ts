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

/** Whether an error says that the connection is gone. */
const cut = (error: unknown): boolean => lost.has((error as { readonly code?: string }).code ?? '') || /terminated|Connection ended|not queryable|timeout expired/i.test(messageOf(error))

const refusal = (error: unknown, name: string): unknown => {
  if (error instanceof Refusal) return error
  const { code = '' } = error as { readonly code?: string }
  if (cut(error)) return new Refusal(`the connection to the ledger ${name} was lost (${messageOf(error)}). What was acknowledged before is kept; try again when the server can be reached.`, { cause: error })
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
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'tawafuq' })
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

/** One connection at a time, made anew when it was lost. */
type Wire = {
  /** Asks over a connection that holds. Outside of a transaction nothing is written, so what met a loss is asked once more over a new one. */
  readonly over: <T>(ask: (client: Client) => Promise<T>) => Promise<T>
  /** The rows of a statement over a connection, which is not used again when it turns out to be lost. */
  readonly rows: <T>(client: Client, sql: string, values: readonly Value[]) => Promise<readonly T[]>
  readonly close: () => Promise<void>
}

const wireTo = (address: string, name: string, patience: number): Wire => {
  let [current, closed]: [Client | null, boolean] = [null, false]
  const forget = (client: Client): void => {
    if (current === client) current = null
    client.end().catch(() => undefined)
  }
  const held = async (): Promise<Client> => {
    if (closed) throw new Refusal(`the ledger ${name} was closed. Open it again.`)
    if (current !== null) return current
    const client = await connected(address, name, patience)
    for (const event of ['error', 'end']) client.once(event, () => forget(client))
    current = client
    return client
  }
  return {
    over: async (ask) => {
      const client = await held()
      try {
        return await ask(client)
      } catch (error) {
        if (client === current) throw error
        return ask(await held())
      }
    },
    rows: async <T>(client: Client, sql: string, values: readonly Value[]) => {
      try {
        return (await client.query({ text: numbered(sql), values: [...values] })).rows as T[]
      } catch (error) {
        if (cut(error)) forget(client)
        throw refusal(error, name)
      }
    },
    close: async () => {
      closed = true
      await current?.end()
    },
  }
}

/** A ledger in a PostgreSQL database, in the schema that its search path names. A connection that was lost is made anew by whatever is asked next; a transaction ends with its connection. */
export const postgres = async (address: string, patience = patient): Promise<Database> => {
  const name = shown(address)
  const { over, rows, close } = wireTo(address, name, patience)
  const on = (all: Database['all']): Database => {
    const database: Database = {
      dialect: 'postgres', name, all, run: async (sql, ...values) => void (await all(sql, ...values)),
      each: <T>(sql: string, ...values: readonly Value[]) => rowsOf<T>(address, name, sql, values),
      transaction: (work) => work(database),
      backup: () => Promise.reject(new Refusal('a ledger in PostgreSQL is backed up by the server (pg_dump), or as lines: tawafuq export --ledger postgres://… > ledger.ndjson')),
      close,
    }
    return database
  }
  const begun = (): Promise<Database['all']> => over(async (client) => {
    await rows(client, 'BEGIN', [])
    const one = inTurn()
    return (sql, ...values) => one(() => rows(client, sql, values))
  })
  const committed = async <T>(work: (inside: Database) => Promise<T>): Promise<T> => {
    const all = await begun()
    try {
      await all('SELECT pg_advisory_xact_lock(?)', lock)
      const result = await work(on(all))
      await all('COMMIT')
      return result
    } catch (error) {
      await all('ROLLBACK').catch(() => undefined)
      throw error
    }
  }
  const turn = inTurn()
  await over(() => Promise.resolve())
  return { ...on((sql, ...values) => turn(() => over((client) => rows(client, sql, values)))), transaction: (work) => turn(() => committed(work)), close: () => turn(close) }
}

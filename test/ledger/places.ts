import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { derivedTables } from '../../src/store/schema.ts'
import { dropSchema, freshSchema, type Server, startServer, withClient } from './server.ts'

type Row = Readonly<Record<string, unknown>>

/** A kind of store under test. `query` looks into it behind the back of the program. */
export type Place = {
  readonly name: 'sqlite' | 'postgres'
  /** The address of an empty ledger. */
  readonly fresh: () => Promise<string>
  readonly drop: (address: string) => Promise<unknown>
  readonly query: (address: string, sql: string) => Promise<readonly Row[]>
}

export type Places = { readonly sqlite: Place; readonly postgres: Place | null; readonly server: Server | null; readonly folder: string; readonly close: () => Promise<void> }

const sqliteIn = (folder: string): Place => {
  let made = 0
  return {
    name: 'sqlite',
    fresh: () => Promise.resolve(join(folder, `ledger-${(made += 1)}.sqlite`)),
    drop: (address) => Promise.resolve(['', '-wal', '-shm'].forEach((end) => rmSync(address + end, { force: true }))),
    query: (address, sql) => {
      const file = new DatabaseSync(address)
      try {
        return Promise.resolve(file.prepare(sql).all() as readonly Row[])
      } finally {
        file.close()
      }
    },
  }
}

const postgresOn = (server: Server): Place => ({
  name: 'postgres', fresh: () => freshSchema(server), drop: dropSchema,
  query: (address, sql) => withClient(address, async (client) => (await client.query<Row>(sql)).rows),
})

/** The stores of a test file; `close` ends the server and removes the files. */
export const openPlaces = async (withServer = true): Promise<Places> => {
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-ledger-'))
  const server = withServer ? await startServer() : null
  return {
    sqlite: sqliteIn(folder), postgres: server && postgresOn(server), server, folder,
    close: async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The derived tables as they lie there, row by row; of the words only the numbers of their documents can be read in both stores. */
export const derivedOf = async ({ query }: Place, address: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const out: Record<string, readonly string[]> = {}
  for (const table of derivedTables) {
    const rows = await query(address, table === 'found' ? 'SELECT rowid FROM found' : `SELECT * FROM ${table}`)
    out[table] = rows.map((row) => JSON.stringify(row)).toSorted()
  }
  return out
}

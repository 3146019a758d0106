import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Database, Refusal, type Value } from './database.ts'

/** How long a writer waits for another, in milliseconds. */
const patience = 30_000

const cures: Readonly<Record<number, string>> = {
  5: 'another program is writing to it and did not finish within 30 seconds. Wait until it has, then try again.',
  6: 'another program is writing to it. Wait until it has finished, then try again.',
  8: 'it may not be written to. Check the rights of the file and its folder.',
  10: 'the disk refused to read or write. Check the disk; what was acknowledged before is kept.',
  11: 'it is damaged. Restore it from a backup, or import an export.',
  13: 'the disk is full. Make room, then try again; what was acknowledged before is kept.',
  14: 'it cannot be opened. Check that the folder is there and may be written to.',
  26: 'it is no ledger: the file is something else.',
}

/** What SQLite says against something, as a refusal with its cure; other errors stay themselves. */
const refusal = (error: unknown, path: string): unknown => {
  const { errcode } = error as { readonly errcode?: number }
  const cure = errcode === undefined ? undefined : cures[errcode & 0xff]
  return cure === undefined ? error : new Refusal(`the ledger ${path} cannot be used: ${cure}`, { cause: error })
}

const guarded = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw refusal(error, path)
  }
}

const opened = (path: string): DatabaseSync => {
  if (path !== ':memory:' && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const file = new DatabaseSync(path, { timeout: patience })
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824')
  return file
}

/** A ledger in one file; it is made when it is not there. Every commit is on the disk before it is acknowledged. */
export const sqlite = async (path: string): Promise<Database> => {
  const file = await guarded(path, () => opened(path))
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const before = statements.get(sql)
    if (before) return before
    const made = file.prepare(sql)
    if (statements.size < 500) statements.set(sql, made)
    return made
  }
  const end = (): void => {
    if (file.isTransaction) file.exec('ROLLBACK')
  }
  return {
    dialect: 'sqlite', name: path,
    all: <T>(sql: string, ...values: readonly Value[]) => guarded(path, () => prepared(sql).all(...values) as unknown as readonly T[]),
    run: (sql, ...values) => guarded(path, () => void prepared(sql).run(...values)),
    async *each<T>(sql: string, ...values: readonly Value[]) {
      for (const row of file.prepare(sql).iterate(...values)) yield row as unknown as T
    },
    transaction: (work) => guarded(path, async () => {
      file.exec('BEGIN IMMEDIATE')
      try {
        const result = await work()
        file.exec('COMMIT')
        return result
      } catch (error) {
        end()
        throw error
      }
    }),
    backup: (to) => guarded(to, () => void file.prepare('VACUUM INTO ?').run(to)),
    close: () => guarded(path, () => file.close()),
  }
}

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { type Database, Refusal, type Value } from './database.ts'
import { inTurn } from './turn.ts'

/** How long a writer waits for another, in milliseconds. */
const patient = 30_000

const cures: Readonly<Record<number, string>> = {
  5: 'another program is writing to it and did not finish for a while. Wait until it has, then try again.',
  6: 'another program is writing to it. Wait until it has finished, then try again.',
  8: 'it may not be written to. Check the rights of the file and its folder.',
  10: 'the disk refused to read or write. Check the disk; what was acknowledged before is kept.',
  11: 'it is damaged. Restore it from a backup, or import an export.',
  13: 'the disk is full. Make room, then try again; what was acknowledged before is kept.',
  14: 'it cannot be opened. Check that the folder is there and may be written to.',
  26: 'it is no ledger: the file is something else.',
}

/** What the system says against making the folder. */
const folderCures: Readonly<Record<string, string>> = {
  EACCES: 'its folder may not be written to. Check its rights, or name another place.',
  EPERM: 'its folder may not be written to. Check its rights, or name another place.',
  EROFS: 'its folder allows reading only. Name another place.',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path.',
  EEXIST: 'a part of its path is a file, not a folder. Check the path.',
  ENOSPC: 'the disk is full. Make room, then try again; what was acknowledged before is kept.',
}

/** What SQLite or the system says against something, as a refusal with its cure; other errors stay themselves. */
const refusal = (error: unknown, path: string): unknown => {
  const { errcode, code = '' } = error as { readonly errcode?: number; readonly code?: string }
  const cure = errcode === undefined ? folderCures[code] : cures[errcode & 0xff]
  return cure === undefined ? error : new Refusal(`the ledger ${path} cannot be used: ${cure}`, { cause: error })
}

const guarded = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw refusal(error, path)
  }
}

/** Tables of others are never mixed with those of a ledger, and their file is not even set to another mode. */
const refuseForeign = (file: DatabaseSync, path: string): void => {
  const names = file.prepare('SELECT name FROM sqlite_master').all().map(({ name }) => name)
  if (names.length > 0 && !names.includes('ledger')) throw new Refusal(`the ledger ${path} cannot be used: it is a database of another program. Name another file; nothing was changed.`)
}

/** The log is carried over into the file when it is a twelfth of it, but no sooner than at 16 MB and no later than at 256: what many commits change is then written once. */
const [share, fewest, most] = [1 / 12, 4096, 65_536]

const pagesOfLog = (file: DatabaseSync): number => {
  const { page_count: pages } = file.prepare('PRAGMA page_count').get() as { readonly page_count: number }
  return Math.min(most, Math.max(fewest, Math.round(pages * share)))
}

/** As much of the file as SQLite maps, and up to 256 MB of pages beside it: a small ledger uses no more than it has. */
const opened = (path: string, patience: number): DatabaseSync => {
  if (path !== ':memory:' && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const file = new DatabaseSync(path, { timeout: patience })
  try {
    refuseForeign(file, path)
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -262144; PRAGMA mmap_size = 2147418112')
    file.exec(`PRAGMA wal_autocheckpoint = ${pagesOfLog(file)}`)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** A copy is never written over something that is there. */
const backedUp = (file: DatabaseSync, to: string): void => {
  if (existsSync(to)) throw new Refusal(`the backup cannot be written to ${to}: there is something already. Name another file.`)
  file.prepare('VACUUM INTO ?').run(to)
}

/** How many rows of a long answer are given at a time: each time costs as much as a row or two. */
const batch = 500

/** The rows of a long answer, through a connection of their own: meanwhile the ledger may be asked and written to. What lies in memory has but one. */
async function* rowsOf<T>(file: DatabaseSync, path: string, sql: string, values: readonly Value[]): AsyncGenerator<readonly T[]> {
  const own = path === ':memory:' ? null : await guarded(path, () => new DatabaseSync(path, { readOnly: true, timeout: patient }))
  try {
    let rows: T[] = []
    for (const row of (own ?? file).prepare(sql).iterate(...values)) {
      rows.push(row as unknown as T)
      if (rows.length < batch) continue
      yield rows
      rows = []
    }
    yield rows
  } catch (error) {
    throw refusal(error, path)
  } finally {
    own?.close()
  }
}

const busy = (error: unknown): boolean => ((error as { readonly errcode?: number }).errcode ?? 0) % 256 === 5

/** Begins to write. While another writes, this program goes on with other things: SQLite itself would hold up all of it. */
const begun = async (file: DatabaseSync, patience: number): Promise<void> => {
  for (let [waited, pause] = [0, 1]; ; waited += pause, pause = Math.min(pause * 2, 40)) {
    file.exec('PRAGMA busy_timeout = 0')
    try {
      return file.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (!busy(error) || waited >= patience) throw error
    } finally {
      file.exec(`PRAGMA busy_timeout = ${patience}`)
    }
    await setTimeout(pause)
  }
}

/** A ledger in one file; it is made when it is not there. Every commit is on the disk before it is acknowledged. */
export const sqlite = async (path: string, patience = patient): Promise<Database> => {
  const file = await guarded(path, () => opened(path, patience))
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const before = statements.get(sql)
    if (before) return before
    const made = file.prepare(sql)
    if (statements.size < 500) statements.set(sql, made)
    return made
  }
  const inside: Database = {
    dialect: 'sqlite', name: path,
    all: <T>(sql: string, ...values: readonly Value[]) => guarded(path, () => prepared(sql).all(...values) as unknown as readonly T[]),
    run: (sql, ...values) => guarded(path, () => void prepared(sql).run(...values)),
    each: <T>(sql: string, ...values: readonly Value[]) => rowsOf<T>(file, path, sql, values),
    transaction: (work) => work(inside),
    backup: (to) => guarded(to, () => backedUp(file, to)),
    close: () => guarded(path, () => file.close()),
  }
  const committed = async <T>(work: (inside: Database) => Promise<T>): Promise<T> => {
    await begun(file, patience)
    try {
      const result = await work(inside)
      file.exec('COMMIT')
      return result
    } catch (error) {
      if (file.isTransaction) file.exec('ROLLBACK')
      throw error
    }
  }
  const turn = inTurn()
  return {
    ...inside,
    all: <T>(sql: string, ...values: readonly Value[]) => turn(() => inside.all<T>(sql, ...values)), run: (sql, ...values) => turn(() => inside.run(sql, ...values)),
    transaction: (work) => turn(() => guarded(path, () => committed(work))), backup: (to) => turn(() => inside.backup(to)), close: () => turn(inside.close),
  }
}

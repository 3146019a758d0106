/** What a statement may be given: texts and numbers, nothing else. */
export type Value = string | number | null

/**
 * The face of both kinds of store. Statements are written once, in the part of SQL that SQLite and PostgreSQL share, with `?` for values; texts
 * compare by code points in both. Writing happens inside `transaction` only: it waits for other writers, and what fails leaves nothing behind.
 * Its work must use the database that it is given: what is asked of the outer one waits until the transaction has ended.
 */
export type Database = {
  readonly dialect: 'sqlite' | 'postgres'
  /** Where it lies, for messages. */
  readonly name: string
  readonly all: <T>(sql: string, ...values: readonly Value[]) => Promise<readonly T[]>
  readonly run: (sql: string, ...values: readonly Value[]) => Promise<void>
  /** The rows some at a time, for tables that do not fit into memory. */
  readonly each: <T>(sql: string, ...values: readonly Value[]) => AsyncIterable<readonly T[]>
  readonly transaction: <T>(work: (inside: Database) => Promise<T>) => Promise<T>
  readonly backup: (to: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A ledger that cannot be used as asked: what, where and the cure. What was acknowledged before is still there. */
export class Refusal extends Error {}

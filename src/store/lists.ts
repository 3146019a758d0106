import type { Value } from './database.ts'

/** A condition of a statement, with its values. */
export type Clause = { readonly sql: string; readonly values: readonly Value[] }

/** How long a list becomes: the next power of two, so that lists of any length make few different statements. */
const filled = (length: number): number => 2 ** Math.ceil(Math.log2(length))

/** That a column has one of some values, at least one; the last is repeated until the list is full. */
export const among = (column: string, all: readonly Value[]): Clause => {
  const values = [...all, ...Array.from({ length: filled(all.length) - all.length }, () => all.at(-1)!)]
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }
}

import { latest as lastDay } from '../ledger/index.ts'
import type { Filter, Moment } from './ask.ts'
import type { Database } from './database.ts'
import { always } from './instants.ts'
import { among, type Clause } from './lists.ts'

/**
 * How many threads come to each state is counted beforehand, for any day, as the ledger knows it now: a row says by how much the number of threads
 * changes on a day, and another in its year, so that a day is the sum of the years before it and of the days of its own year. Only rows
 * whose change is not nothing are kept.
 */

/** What is counted: threads with this state (`rank`) and of this kind, in a view, with all their sectors as a span writes them. */
export type Counted = { readonly rank: number; readonly kind: string; readonly views: number; readonly sectors: string; readonly day_from: string; readonly day_to: string }

/** Changes that are not yet written, by the columns of their rows. */
export type Changes = Map<string, number>

const columns = ['grain', 'sectors', 'part', 'kind', 'views', 'rank'] as const

/** Stands for whatever sectors: a question that names none reads these rows alone. */
const whatever = '*'

/** Characters of a year and of a day, by which the two sorts of rows are told apart. */
const [year, day] = [4, 10] as const

/** Counts a span once more or, with -1, once less. */
export const countSpan = (changes: Changes, { rank, kind, views, sectors, day_from, day_to }: Counted, times: 1 | -1): void => {
  for (const [on, change] of [[day_from, times], [day_to, -times]] as const) {
    if (on === lastDay) continue
    for (const grain of [year, day])
      for (const told of [whatever, sectors]) {
        const key = JSON.stringify([grain, told, on.slice(0, grain), kind, views, rank])
        changes.set(key, (changes.get(key) ?? 0) + change)
      }
  }
}

const put = `INSERT INTO tally (${columns.join(', ')}, change) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (${columns.join(', ')}) DO UPDATE SET change = tally.change + excluded.change`

export const writeChanges = async (database: Database, changes: Changes): Promise<void> => {
  for (const [key, change] of changes) if (change !== 0) await database.run(put, ...(JSON.parse(key) as (string | number)[]), change)
  if (changes.size > 0) await database.run('DELETE FROM tally WHERE change = 0')
  changes.clear()
}

/** The rows of all spans that hold now, for a ledger that has none. */
export const tallyOfSpans = (): string => {
  const some = [year, day].flatMap((grain) => [`'${whatever}'`, 'sectors'].flatMap((sectors) => [['day_from', 1], ['day_to', -1]].map(([on, change]) =>
    `SELECT ${grain} AS grain, ${sectors} AS sectors, substr(${on}, 1, ${grain}) AS part, kind, views, rank, ${change} AS change FROM span WHERE known_to = '${always}' AND ${on} <> '${lastDay}'`)))
  return `INSERT INTO tally (${columns.join(', ')}, change) SELECT ${columns.join(', ')}, sum(change) FROM (${some.join(' UNION ALL ')}) AS span GROUP BY ${columns.join(', ')} HAVING sum(change) <> 0`
}

/** Whether a question is one of those that are counted beforehand. */
export const counted = ({ between, due, session, within = null }: Filter, { known, asof }: Moment): boolean =>
  between.length === 0 && due === null && session === null && within === null && known === null && asof < lastDay

const setsOf = async (database: Database, sectors: readonly string[]): Promise<readonly string[]> => {
  if (sectors.length === 0) return [whatever]
  const likely = sectors.map(() => 'sectors LIKE ?').join(' OR ')
  return (await database.all<{ readonly sectors: string }>(`SELECT DISTINCT sectors FROM tally WHERE grain = ? AND (${likely})`, year, ...sectors.map((sector) => `%|${sector}|%`))).map(({ sectors }) => sectors)
}

/** How many threads have a rank. */
export type Ranked = { readonly rank: number; readonly threads: number }

/** How many threads have each rank on a day, from what was counted beforehand. */
export const tallied = async (database: Database, { kinds, sectors }: Filter, { asof, hindsight }: Moment): Promise<readonly Ranked[]> => {
  const sets = await setsOf(database, sectors)
  if (sets.length === 0) return []
  const common: readonly Clause[] = [among('sectors', sets), among('views', [3, hindsight ? 2 : 1]), ...(kinds.length > 0 ? [among('kind', kinds)] : [])]
  const parts: readonly Clause[] = [{ sql: 'grain = ? AND part < ?', values: [year, asof.slice(0, year)] }, { sql: 'grain = ? AND part >= ? AND part <= ?', values: [day, `${asof.slice(0, year)}-01-01`, asof] }]
  const all = parts.map((part) => [part, ...common])
  const sql = all.map((clauses) => `SELECT rank, change FROM tally WHERE ${clauses.map((one) => one.sql).join(' AND ')}`).join(' UNION ALL ')
  return database.all(`SELECT rank, CAST(sum(change) AS BIGINT) AS threads FROM (${sql}) AS part GROUP BY rank`, ...all.flat().flatMap(({ values }) => values))
}

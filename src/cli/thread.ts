import { parseArgs } from 'node:util'
import type { History, Ledger, Moment, Named } from '../store/index.ts'
import { withLedger } from './ledger.ts'
import { momentHelp, momentOf, momentOptions } from './moment.ts'
import { oneOf } from './options.ts'
import { finished } from './output.ts'
import { lookOf } from './read.ts'
import { namesOf, printed } from './threads.ts'
import { threadLines } from './threadlines.ts'
import { Misuse, misuse } from './usage.ts'
import { json } from './visible.ts'

const options = { ledger: { type: 'string' }, ...momentOptions, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

export const threadHelp = `tawafuq thread ID

The life of one promise: every passage that speaks of it, what moved, why it stands where it stands, and who decided what.
ID is the identifier of the thread or of any of its claims, or its first letters.

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
${momentHelp}  --format FORMAT    text, or json

Examples
  tawafuq thread 7mq2zz8
  tawafuq thread 7mq2zz8 --asof 2015-09-01 --format json
`

/** The thread that an identifier names; what is wrong with the identifier is a misuse. */
export const threadOf = (named: Named, id: string): History => {
  switch (named.kind) {
    case 'thread': return named.history
    case 'none': throw new Misuse(`There is no thread ${id} in this ledger. tawafuq board lists the identifiers.`)
    case 'several': throw new Misuse(`${id} begins several identifiers: ${named.ids.join(', ')} … Give more letters.`)
  }
}

const unknownThen = (id: string, { asof }: Moment): string => `Nothing of thread ${id} was known as of ${asof}. Ask about a later day, or with --hindsight.`

const show = async (ledger: Ledger, history: History, moment: Moment, format: 'text' | 'json'): Promise<number> => {
  const { thread, lines } = history
  if (thread === null) throw new Misuse(unknownThen(history.id, moment))
  const names = await namesOf(ledger, [thread])
  const sessions = thread.kind === 'mechanism' ? await sessionsOf(ledger, history, moment) : []
  if (format === 'json') return finished(`${json({ ...printed(thread, names), sessions, history: lines }, 1)}\n`)
  return finished(threadLines(thread, { names, sessions, lines }, moment, lookOf(false)))
}

/** The sessions of a committee, with the points that were agreed at each. */
const sessionsOf = async (ledger: Ledger, { lines }: History, moment: Moment) => {
  const claims = lines.flatMap(({ entry }) => (entry.kind === 'claim' && entry.claim.item.kind === 'meeting' ? [{ id: entry.claim.id, item: entry.claim.item }] : []))
  return Promise.all(claims.map(async ({ id, item }) => {
    const page = await ledger.board({ between: [], kinds: [], states: [], sectors: [], due: null, session: id }, moment, 1000)
    const points = page.threads.flatMap(({ id: thread, title, state, points }) => points.filter(({ session }) => session === id).map(({ point }) => ({ point, thread, title, state })))
    return { session: id, ordinal: item.ordinal, date: item.date, status: item.status, points: points.toSorted((one, other) => one.point - other.point) }
  }))
}

/** `tawafuq thread ID` */
export const threadVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(threadHelp)
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0) throw new Misuse('One ID is needed: tawafuq board lists them.')
  const moment = momentOf(values)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => show(ledger, threadOf(await ledger.thread(id, moment), id), moment, format))
}

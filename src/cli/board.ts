import { parseArgs } from 'node:util'
import { states } from '../ledger/index.ts'
import { sectors } from '../model/index.ts'
import { codesOf, families, namesOf, printed, sessionNamed, titleLanguage } from '../server/index.ts'
import type { Cursor, Filter, Ledger, Moment, Page, Told } from '../store/index.ts'
import { boardLines } from './boardlines.ts'
import { withLedger } from './ledger.ts'
import { momentHelp, momentOf, momentOptions } from './moment.ts'
import { lastDayOf, oneOf, someOf, whole } from './options.ts'
import { finished, write } from './output.ts'
import { lookOf } from './read.ts'
import { misuse } from './usage.ts'
import { json } from './visible.ts'

const options = {
  ledger: { type: 'string' }, ...momentOptions, between: { type: 'string' }, kind: { type: 'string', multiple: true }, state: { type: 'string', multiple: true },
  sector: { type: 'string', multiple: true }, due: { type: 'string' }, session: { type: 'string' }, language: { type: 'string' }, limit: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const

export const boardHelp = `tawafuq board

What was promised and what became of it: one line a thread, what asks for attention first.

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
${momentHelp}  --between CN,KZ    only what is between these states (ISO 3166)
  --kind KIND        ${families.join(', ')}; may be given several times
  --state STATE      ${states.join(', ')}; all but noted if not given
  --sector SECTOR    a code of the list of sectors (energy, railways …)
  --due DAY          only what is due on or before that day
  --session ID       only the points of that session, in their order (the identifier of the session's claim)
  --language LANG    write titles in this language (ar, en) too, by what is known of each; the words of the texts stay below
  --limit N          at most so many; all if not given
  --format FORMAT    text, or json (a list)

Examples
  tawafuq board --between CN,KZ
  tawafuq board --asof 2016-02-01 --state overdue
  tawafuq board --asof 2015-09-01 --hindsight --format json
`

/** Pages are fetched one after the other, so that a board of any length needs no more memory than one. */
const size = 200

export async function* pages(ledger: Ledger, filter: Filter, moment: Moment, most: number): AsyncGenerator<readonly Told[]> {
  let after: Cursor | null = null
  for (let left = most; left > 0; ) {
    const page: Page = await ledger.board(filter, moment, Math.min(size, left), after)
    yield page.threads
    left -= page.threads.length
    after = page.next
    if (after === null) return
  }
}

const pointIn = (session: string) => ({ points }: Told): number => points.find((one) => one.session === session)?.point ?? Infinity

type Shape = { readonly filter: Filter; readonly moment: Moment; readonly limit: number; readonly language: string | null }

const printJson = async (ledger: Ledger, { filter, moment, limit, language }: Shape): Promise<number> => {
  let first = true
  await write('[')
  for await (const page of pages(ledger, filter, moment, limit)) {
    const names = await namesOf(ledger, page)
    for (const told of page) {
      await write(`${first ? '\n' : ',\n'}${json(printed(told, names, language, true), 1)}`)
      first = false
    }
  }
  return finished(first ? ']\n' : '\n]\n')
}

const printText = async (ledger: Ledger, { filter, moment, limit, language }: Shape): Promise<number> => {
  const all: Told[] = []
  for await (const page of pages(ledger, filter, moment, limit)) all.push(...page)
  if (filter.session) all.sort((one, other) => pointIn(filter.session!)(one) - pointIn(filter.session!)(other))
  return finished(boardLines(all, moment, lookOf(false), language))
}

/** `tawafuq board` */
export const boardVerb = async (args: readonly string[]): Promise<number> => {
  const { values } = misuse(() => parseArgs({ args: [...args], options }))
  if (values.help) return finished(boardHelp)
  const moment = momentOf(values)
  const limit = values.limit === undefined ? Infinity : whole('--limit', values.limit, 1)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  const language = titleLanguage('--language', values.language)
  const filter = {
    between: codesOf('--between', values.between), kinds: someOf('--kind', values.kind, families), states: someOf('--state', values.state, states), sectors: someOf('--sector', values.sector, sectors),
    due: lastDayOf(values.due, '--due'),
  }
  return withLedger(values.ledger, async (ledger) => {
    const shape = { filter: { ...filter, session: values.session === undefined ? null : await sessionNamed(ledger, values.session, moment) }, moment, limit, language }
    return format === 'json' ? printJson(ledger, shape) : printText(ledger, shape)
  })
}

import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { labelIn, namesOf, printed, reported, sessionsOf, threadOf, titleLanguage, toldThen } from '../server/index.ts'
import type { History, Ledger, Moment } from '../store/index.ts'
import { withLedger } from './ledger.ts'
import { momentHelp, momentOf, momentOptions } from './moment.ts'
import { oneOf } from './options.ts'
import { finished } from './output.ts'
import { lookOf } from './read.ts'
import { threadLines } from './threadlines.ts'
import { misuse } from './usage.ts'
import { json } from './visible.ts'

const options = { ledger: { type: 'string' }, ...momentOptions, language: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

export const threadHelp = `tawafuq thread ID

The life of one promise: every passage that speaks of it, what moved, why it stands where it stands, and who decided what.
ID is the identifier of the thread or of any of its claims, or its first letters.

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
${momentHelp}  --language LANG    write its title in this language (ar, en) too, by what is known of it
  --format FORMAT    text, or json

Examples
  tawafuq thread 7mq2zz8
  tawafuq thread 7mq2zz8 --asof 2015-09-01 --format json
`

type Shape = { readonly moment: Moment; readonly format: 'text' | 'json'; readonly language: string | null }

const show = async (ledger: Ledger, history: History, { moment, format, language }: Shape): Promise<number> => {
  const { lines } = history
  const thread = toldThen(history, moment)
  const names = await namesOf(ledger, [thread])
  const sessions = thread.kind === 'mechanism' ? await sessionsOf(ledger, history, moment, null, language) : []
  const { versions, people } = await reported(ledger, thread, moment)
  if (format === 'json') return finished(`${json({ ...printed(thread, names, language), sessions, versions, people, history: lines }, 1)}\n`)
  return finished(threadLines(thread, { ...labelIn(language, thread), names, sessions, versions, people, lines }, moment, lookOf(false)))
}

/** `tawafuq thread ID` */
export const threadVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(threadHelp)
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0) throw new Misuse('One ID is needed: tawafuq board lists them.')
  const moment = momentOf(values)
  const shape = { moment, format: oneOf('--format', values.format, ['text', 'json'], 'text'), language: titleLanguage('--language', values.language) }
  return withLedger(values.ledger, async (ledger) => show(ledger, threadOf(await ledger.thread(id, moment), id), shape))
}

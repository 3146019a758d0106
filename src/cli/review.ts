import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Desk, Misuse, states } from '../ledger/index.ts'
import { printedDoubt } from '../server/index.ts'
import type { Doubt, Ledger } from '../store/index.ts'
import { deskOf, now, type Values, works, written } from './decisions.ts'
import { withLedger } from './ledger.ts'
import { oneOf, whole } from './options.ts'
import { finished, write } from './output.ts'
import { lookOf } from './read.ts'
import { type Answer, doubtLines, writtenLines } from './reviewlines.ts'
import { misuse } from './usage.ts'
import { json } from './visible.ts'

const options = {
  ledger: { type: 'string' }, by: { type: 'string' }, why: { type: 'string' }, due: { type: 'string' }, limit: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const

export const reviewHelp = `tawafuq review [DECISION]

Without a decision: the claims that may belong to a thread and wait for a person; in a terminal each is asked about.
A decision is a line of the ledger under your name; nothing is changed or deleted, and every decision can be undone.

  review accept CLAIM...                 it was read rightly
  review reject CLAIM --why TEXT         it was read wrongly: it counts for nothing and stays in the history
  review amend CLAIM FIELD=VALUE...      read otherwise: force, action, deadline, status, stage, date, count, name …
  review add DOCUMENT KIND START-END [FIELD=VALUE...]
                                         read an item in a passage that the program did not read so
  review join CLAIM THREAD               the two are one thing
  review part CLAIM                      it is another thing than the rest of its thread
  review judge THREAD STATE --why TEXT   ${states.slice(0, -1).join(', ')}
  review note THREAD TEXT
  review assign THREAD OWNER [--due DAY]
  review undo LINE                       the line of a decision, as tawafuq thread shows it
  review withdraw DOCUMENT --why TEXT    a document (its SHA-256) should not be here: nothing read from it counts, it stays in the history
  review restore DOCUMENT                it should

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
  --by NAME          under which name; that of your account if not given
  --why TEXT         the reason
  --limit N          at most so many that wait; 20 if not given
  --format FORMAT    text, or json

Examples
  tawafuq review
  tawafuq review join 7mq2zz8 dkf5cmq --why "the same agreement, named in fewer words"
  tawafuq review judge 2jgd5cz kept --why "the line was opened, as the ministry told us"
  tawafuq review undo "person:Aigul#3"
`

const decide = async (verb: string, args: readonly string[], values: Values & { readonly ledger?: string | undefined; readonly format?: string | undefined }): Promise<number> => {
  if (!Object.hasOwn(works, verb)) throw new Misuse(`There is no decision "${verb}": ${Object.keys(works).join(', ')} are known.`)
  const desk = deskOf(values)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  const work = works[verb]!(args, values, desk)
  return withLedger(values.ledger, async (ledger) => {
    const lines = await work(ledger)
    return finished(format === 'json' ? `${json(lines, 1)}\n` : writtenLines(lines))
  })
}

/** Asks about one claim after the other, as long as somebody answers. */
const ask = async (ledger: Ledger, desk: Desk, waiting: readonly Doubt[]): Promise<number> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (const doubt of waiting) {
      await write(doubtLines([doubt], lookOf(false)))
      const answer = (await terminal.question('Are they one thing? [y]es, [n]o, [s]kip, [q]uit: ')).trim().toLowerCase() as Answer
      if (answer === 'q') break
      if (doubt.line.entry.kind !== 'doubted' || (answer !== 'y' && answer !== 'n')) continue
      const { claim, into: thread } = doubt.line.entry
      await write(writtenLines(await written(ledger, desk, answer === 'y' ? { decision: 'join', claim, thread, why: 'one thing', doubt: doubt.line.id } : { decision: 'refuse', doubt: doubt.line.id, why: 'two things' })))
    }
    return 0
  } finally {
    terminal.close()
  }
}

/** `tawafuq review [DECISION]` */
export const reviewVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals: [verb, ...rest] } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(reviewHelp)
  if (verb !== undefined) return decide(verb, rest, values)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => {
    const waiting = await ledger.doubts(now(), whole('--limit', values.limit, 20))
    if (format === 'json') return finished(`${json(await Promise.all(waiting.map((one) => printedDoubt(ledger, one))), 1)}\n`)
    if (waiting.length > 0 && process.stdin.isTTY && process.stdout.isTTY) return ask(ledger, deskOf(values), waiting)
    return finished(waiting.length === 0 ? 'Nothing waits for a person.\n' : doubtLines(waiting, lookOf(false)))
  })
}

import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import type { Prepared } from '../server/index.ts'
import type { Ledger, Recorded } from '../store/index.ts'
import { largest } from '../text/index.ts'
import { workEach } from './batch.ts'
import { documents } from './input.ts'
import { withLedger } from './ledger.ts'
import { dateOf, languageOf, oneOf, whole } from './options.ts'
import { finished, write } from './output.ts'
import { progress } from './progress.ts'
import { misuse } from './usage.ts'
import { json, visible } from './visible.ts'

const options = {
  ledger: { type: 'string' }, date: { type: 'string' }, input: { type: 'string' }, lang: { type: 'string' }, threads: { type: 'string' },
  'max-bytes': { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const

export const recordHelp = `tawafuq record FILE...

Reads each FILE (- is standard input) and keeps it in the ledger with its claims; each finds the thread that it belongs to, or begins one.
A document that is there already is kept once. Every document that is printed as recorded is on the disk.

  --ledger WHERE     a file, or postgres://user:password@host/database; else TAWAFUQ_LEDGER, else a file in your data folder
  --date DATE        when the texts were published (2015-08-25), where they do not say so themselves
  --input ndjson     each line of FILE is {"id","text","date"?,"language"?}
  --lang LANGUAGE    the language of the texts (ar, en), if it is not to be told from the letters
  --threads N        how many processors to use for reading
  --max-bytes N      refuse longer texts; 67108864 (64 MiB) if not given
  --format FORMAT    text, or json (one object a document)

Examples
  tawafuq record august.txt december.txt
  tawafuq record report.txt --date 2015-08-25 --ledger committee.sqlite
  tawafuq record archive.ndjson --input ndjson

Exit code: 0 all were recorded or there already; 1 some could not be (each is named with the reason); 2 wrong usage.
`

type Shown = (name: string, outcome: Recorded) => string

const asText: Shown = (name, { already, withdrawn, claims, joined, doubted }) =>
  withdrawn ? `${visible(name)}: was taken out of the ledger: tawafuq review restore puts it back\n`
    : already ? `${visible(name)}: is in the ledger already\n`
    : `${visible(name)}: recorded, ${claims} claims, ${joined} joined with others${doubted > 0 ? `, ${doubted} for review` : ''}\n`

const asJson: Shown = (name, outcome) => `${json({ file: name, ...outcome })}\n`

/** How many documents go to the disk at a time, and how long the first waits for others, in milliseconds. */
const [most, patience] = [25, 50]

/** Documents as they come, several at a time where they come quickly. */
async function* groups<T>(coming: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  const each = coming[Symbol.asyncIterator]()
  let group: T[] = []
  for (let next = each.next(); ; ) {
    const found = group.length === 0 ? await next : await Promise.race([next, setTimeout(patience, null)])
    if (found !== null && !found.done) {
      group.push(found.value)
      next = each.next()
      if (group.length < most) continue
    }
    if (group.length > 0) yield group
    group = []
    if (found?.done) return
  }
}

/** Keeps a group of documents and says of each what became of it, in their order, once it is on the disk. Whether all could be kept. */
const kept = async (ledger: Ledger, group: readonly Prepared[], shown: Shown): Promise<boolean> => {
  const outcomes = [...(await ledger.recordAll(group.flatMap((one) => (one.ok ? [one.recording] : []))))]
  for (const prepared of group) {
    if (prepared.ok) await write(shown(prepared.name, outcomes.shift()!))
    else process.stderr.write(`tawafuq: ${visible(prepared.name)}: ${visible(prepared.message)}\n`)
  }
  return group.every(({ ok }) => ok)
}

/** `tawafuq record FILE...` */
export const recordVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(recordHelp)
  if (positionals.length === 0) throw new Misuse('No FILE was given: name the files to record, or - for standard input.')
  const limit = whole('--max-bytes', values['max-bytes'], largest)
  const input = oneOf('--input', values.input, ['text', 'ndjson'], 'text')
  const shown = oneOf('--format', values.format, ['text', 'json'], 'text') === 'json' ? asJson : asText
  const settings = { issued: dateOf(values.date), language: languageOf(values.lang), limit }
  const threads = whole('--threads', values.threads, availableParallelism())
  return withLedger(values.ledger, async (ledger) => {
    const line = progress(process.stderr.isTTY && !process.stdout.isTTY, input === 'ndjson' ? null : positionals.length)
    let code = 0
    for await (const group of groups(workEach('prepare', documents(positionals, input, limit), settings, threads))) {
      if (!(await kept(ledger, group, shown))) code = 1
      for (const _ of group) line.step()
    }
    line.end()
    return code
  }, true)
}

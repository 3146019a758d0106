import { createReadStream, existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { lines } from '../server/index.ts'
import type { Step } from '../store/index.ts'
import { Refusal } from '../store/index.ts'
import { withLedger } from './ledger.ts'
import { oneOf } from './options.ts'
import { finished, write } from './output.ts'
import { misuse } from './usage.ts'
import { json } from './visible.ts'

const options = { ledger: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

const where = '  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder\n'

export const verifyHelp = `tawafuq verify

Checks that every line of the ledger is as it was written: none changed, none missing, none moved.

${where}  --format FORMAT    text, or json

Exit code: 0 all is well; 1 something is wrong (each line is named by its number); 2 wrong usage.
`

export const rebuildHelp = `tawafuq rebuild

Makes everything that follows from the lines anew: threads, states, the index of words. The lines are not touched.

${where}
`

export const backupHelp = `tawafuq backup FILE

Copies the ledger into a new FILE, also while others use it.

${where}
Example
  tawafuq backup ledger-2026-01-31.sqlite
`

export const exportHelp = `tawafuq export

Writes the whole ledger to standard output, one line of JSON a line. tawafuq import makes the same ledger of it, byte by byte.

${where}
Example
  tawafuq export > ledger.ndjson
`

export const importHelp = `tawafuq import FILE

Takes an export into an empty ledger, all of it or nothing; a line that is not as it was written is refused by its number. - is standard input.

${where}
Example
  tawafuq import ledger.ndjson --ledger copy.sqlite
`

const asked = (args: readonly string[], most: number, what: string) => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (positionals.length !== most && !values.help) throw new Misuse(`Write it as: tawafuq ${what}`)
  return { values, file: positionals[0] ?? '' }
}

/** Shows on one line of the terminal how far a long work is. */
const steps = (): { readonly step: Step; readonly end: () => void } => {
  const shown = process.stderr.isTTY
  let drawn = false
  return {
    step: (done, total) => {
      if (!shown) return
      process.stderr.write(`\r${done} of ${total} lines\x1b[K`)
      drawn = true
    },
    end: () => void (drawn && process.stderr.write('\r\x1b[K')),
  }
}

const stepping = async <T>(work: (step: Step) => Promise<T>): Promise<T> => {
  const { step, end } = steps()
  try {
    return await work(step)
  } finally {
    end()
  }
}

/** `tawafuq verify` */
export const verifyVerb = async (args: readonly string[]): Promise<number> => {
  const { values } = asked(args, 0, 'verify')
  if (values.help) return finished(verifyHelp)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => {
    const check = await stepping(ledger.verify)
    if (format === 'json') await write(`${json(check, 1)}\n`)
    else await write(check.faults.length === 0 ? `${check.lines} lines, each as it was written.\n` : check.faults.map(({ number, what }) => `line ${number}: ${what}\n`).join(''))
    return check.faults.length === 0 ? 0 : 1
  })
}

/** `tawafuq rebuild` */
export const rebuildVerb = async (args: readonly string[]): Promise<number> => {
  const { values } = asked(args, 0, 'rebuild')
  if (values.help) return finished(rebuildHelp)
  return withLedger(values.ledger, async (ledger) => finished(`Made anew from ${await stepping(ledger.rebuild)} lines.\n`))
}

/** `tawafuq backup FILE` */
export const backupVerb = async (args: readonly string[]): Promise<number> => {
  const { values, file } = asked(args, 1, 'backup FILE')
  if (values.help) return finished(backupHelp)
  if (existsSync(file)) throw new Misuse(`${file} is there already, and a backup never overwrites. Name a new file.`)
  return withLedger(values.ledger, async (ledger) => {
    await ledger.backup(file)
    return finished(`Copied to ${file}.\n`)
  })
}

/** `tawafuq export` */
export const exportVerb = async (args: readonly string[]): Promise<number> => {
  const { values } = asked(args, 0, 'export > FILE')
  if (values.help) return finished(exportHelp)
  return withLedger(values.ledger, async (ledger) => {
    for await (const line of ledger.exported()) await write(`${line}\n`)
    return 0
  })
}

/** The lines of an export. Only a line feed ends one: the text of a document may hold any other sign. */
async function* linesOf(file: string): AsyncGenerator<string> {
  if (file !== '-' && !existsSync(file)) throw new Refusal(`${file}: there is no such file. Check the name and the folder.`)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let number = 0
  for await (const line of lines(file === '-' ? process.stdin : createReadStream(file), Infinity)) {
    number += 1
    try {
      yield decoder.decode(line ?? new Uint8Array())
    } catch {
      throw new Refusal(`line ${number} of ${file} is no UTF-8: it was changed after the export. Nothing was imported; export it again.`)
    }
  }
}

/** `tawafuq import FILE` */
export const importVerb = async (args: readonly string[]): Promise<number> => {
  const { values, file } = asked(args, 1, 'import FILE')
  if (values.help) return finished(importHelp)
  return withLedger(values.ledger, async (ledger) => finished(`${await stepping((step) => ledger.imported(linesOf(file), step))} lines imported.\n`), true)
}

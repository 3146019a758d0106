import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { largest } from '../text/index.ts'
import { workEach } from './batch.ts'
import type { Coming } from '../server/index.ts'
import { documents } from './input.ts'
import { dateOf, languageOf, oneOf, whole } from './options.ts'
import { finished, write } from './output.ts'
import type { Settings } from './perform.ts'
import { progress } from './progress.ts'
import { misuse, readHelp } from './usage.ts'
import type { Look } from './view.ts'
import { json, visible } from './visible.ts'

const options = {
  date: { type: 'string' }, format: { type: 'string' }, input: { type: 'string' }, lang: { type: 'string' }, threads: { type: 'string' },
  'max-bytes': { type: 'string' }, explain: { type: 'boolean' }, schema: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const

type Values = ReturnType<typeof parse>['values']
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

/** The width of the terminal, else COLUMNS, else 80; colours only where a terminal shows them and NO_COLOR (no-color.org) is not set. */
export const lookOf = (explain: boolean): Look => {
  const { stdout, env } = process
  const width = stdout.columns || Number(/^[1-9]\d{0,3}$/.exec(env['COLUMNS'] ?? '')?.[0] ?? 80)
  return { width, colours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb', explain }
}

type Plan = { readonly files: readonly string[]; readonly input: 'text' | 'ndjson'; readonly threads: number; readonly settings: Settings }

const plan = (values: Values, files: readonly string[]): Plan => {
  if (files.length === 0) throw new Misuse('No FILE was given: name the files to read, or - for standard input.')
  if (files.filter((file) => file === '-').length > 1) throw new Misuse('- was given twice: standard input can be read only once.')
  const input = oneOf('--input', values.input, ['text', 'ndjson'], 'text')
  const explain = values.explain ?? false
  return {
    files, input,
    threads: whole('--threads', values.threads, availableParallelism()),
    settings: {
      format: oneOf('--format', values.format, ['text', 'json', 'ndjson'], input === 'ndjson' ? 'ndjson' : 'text'),
      alone: input === 'text' && files.length === 1,
      issued: dateOf(values.date), language: languageOf(values.lang), explain,
      limit: whole('--max-bytes', values['max-bytes'], largest), look: lookOf(explain),
    },
  }
}

/** Reads and prints every document; the answer is 1 when one of them could not be read, which standard error names, else 0. */
export const readAll = async (coming: AsyncIterable<Coming>, settings: Settings, threads: number, total: number | null): Promise<number> => {
  const line = progress(process.stderr.isTTY && !process.stdout.isTTY, total)
  let code = 0
  for await (const outcome of workEach('read', coming, settings, threads)) {
    line.step()
    if (outcome.ok) await write(outcome.output)
    else {
      code = 1
      line.end()
      process.stderr.write(`tawafuq: ${visible(outcome.name)}: ${visible(outcome.message)}\n`)
    }
  }
  line.end()
  return code
}

/** `tawafuq read FILE...` */
export const readVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parse(args))
  if (values.help) return finished(readHelp)
  if (values.schema) return finished(`${json((await import('./schema.ts')).schema, 2)}\n`)
  const { files, input, settings, threads } = plan(values, positionals)
  return readAll(documents(files, input, settings.limit), settings, threads, input === 'ndjson' ? null : files.length)
}

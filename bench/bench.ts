import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { ledgerBench } from './ledger.ts'
import type { Long } from './long.ts'
import { type Rate, rates } from './rates.ts'
import { benchTexts, bytes } from './texts.ts'

const usage = `npm run bench [-- FILE.ndjson] [--lang ar] [--rounds 5] [--megabytes 1] [--long] [--start] [--json]

Measures reading against a bare scan, a word regex and chrono-node's parser of the language, in one process and on the same texts.
FILE holds lines {"id","text","date"}; without one the corpus is repeated, or its texts of one language. --long: one text of 0.25, 1, 4 and 16 MB; --start: the time from
the start of the program to the printed reading of one report. --ledger: a ledger at several sizes (npm run bench -- --ledger --help).`

const options = {
  lang: { type: 'string' }, rounds: { type: 'string', default: '5' }, megabytes: { type: 'string', default: '1' }, long: { type: 'boolean' }, start: { type: 'boolean' },
  json: { type: 'boolean' }, help: { type: 'boolean' },
} as const

const rateLine = ({ name, best, median }: Rate): string => `${name.padEnd(18)}${best.toFixed(2).padStart(10)}${median.toFixed(2).padStart(10)}`

const speed = (file: string | undefined, size: number, rounds: number, language: string | undefined) => {
  const texts = benchTexts(file, size, language)
  const found = rates(texts, rounds)
  const [chrono, ours] = ['chrono-node', 'read (all of it)'].map((name) => found.find((rate) => rate.name === name)!)
  return { texts: texts.length, bytes: bytes(texts), rates: found, ratio: ours!.median / chrono!.median }
}

/** Seconds after which a long text is given up: a rate that falls with the length shows long before. */
const patience = 60

const longOne = (megabytes: number, file: string | undefined): Long | null => {
  try {
    const args = [join(import.meta.dirname, 'long.ts'), String(megabytes), ...(file ? [file] : [])]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: patience * 1000 })) as Long
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ETIMEDOUT') return null
    throw error
  }
}

const sizes = [0.25, 1, 4, 16]

/** Up to the first size that is given up. */
const long = (file: string | undefined): readonly Long[] => {
  const found: Long[] = []
  for (const size of sizes) {
    const one = longOne(size, file)
    if (one === null) break
    found.push(one)
  }
  return found
}

const root = join(import.meta.dirname, '..')
const report = join(root, 'corpus', 'ar-01-jordan-japan-water', 'text.txt')

/** Milliseconds from start to printed reading: the median of so many runs, after one that fills the caches. */
const start = (runs: number): number => {
  const once = (): number => {
    const before = performance.now()
    execFileSync(process.execPath, [join(root, 'src', 'cli', 'tawafuq.ts'), 'read', report, '--format', 'json'])
    return performance.now() - before
  }
  once()
  return Array.from({ length: runs }, once).sort((one, other) => one - other)[Math.floor(runs / 2)]!
}

const longLine = ({ megabytes, rate, peak }: Long, first: Long): string =>
  `${String(megabytes).padStart(5)} MB ${rate.toFixed(2).padStart(8)} MB/s  ${(rate / first.rate).toFixed(2).padStart(5)} of the rate at ${first.megabytes} MB  peak ${Math.round(peak)} MB`

const longLines = (found: readonly Long[]): readonly string[] => {
  const given = sizes[found.length]
  return [...found.map((one) => longLine(one, found[0]!)), ...(given === undefined ? [] : [`${String(given).padStart(5)} MB: given up after ${patience} s`])]
}

const main = async (): Promise<void> => {
  const args = process.argv.slice(2)
  if (args.includes('--ledger')) return ledgerBench(args)
  const { values, positionals: [file] } = parseArgs({ options, allowPositionals: true })
  if (values.help) return console.log(usage)
  const all = {
    machine: `Node ${process.version}, ${process.arch}, ${availableParallelism()} processors`,
    speed: values.long || values.start ? null : speed(file, Number(values.megabytes) * 1e6, Number(values.rounds), values.lang),
    long: values.long ? long(file) : null,
    startMs: values.start ? start(11) : null,
  }
  if (values.json) return console.log(JSON.stringify(all, null, 1))
  console.log(all.machine)
  if (all.speed) console.log([
    `${all.speed.texts} texts, ${(all.speed.bytes / 1e6).toFixed(2)} MB of UTF-8`, `${'MB/s'.padEnd(18)}${'best'.padStart(10)}${'median'.padStart(10)}`,
    ...all.speed.rates.map(rateLine), `read is ${all.speed.ratio.toFixed(1)} times as fast as chrono-node`].join('\n'))
  if (all.long) console.log(longLines(all.long).join('\n'))
  if (all.startMs !== null) console.log(`start to printed reading: ${Math.round(all.startMs)} ms`)
}

await main()

// Reads one long text in a process of its own, so that the peak of its memory is its own: node bench/long.ts MEGABYTES [FILE.ndjson]
import { performance } from 'node:perf_hooks'
import { read } from '../src/reader/index.ts'
import { benchTexts } from './texts.ts'

/** One text of so many MB: its rate in MB a second and the peak of the memory in MB. */
export type Long = { readonly megabytes: number; readonly rate: number; readonly peak: number }

const measure = (megabytes: number, file: string | undefined): Long => {
  const joined = benchTexts(file, megabytes * 1e6).map(({ text }) => text).join('\n\n')
  const warm = benchTexts(file, 5e5)
  for (const { text } of warm) read(text, { issued: '2020-01-01' })
  const before = performance.now()
  read(joined, { issued: '2020-01-01' })
  const seconds = (performance.now() - before) / 1000
  return { megabytes, rate: Buffer.byteLength(joined) / 1e6 / seconds, peak: process.resourceUsage().maxRSS / 1024 }
}

if (import.meta.main) console.log(JSON.stringify(measure(Number(process.argv[2]), process.argv[3])))

import { performance } from 'node:perf_hooks'
import { ar, en } from 'chrono-node'
import { read } from '../src/reader/index.ts'
import { languageOf, open } from '../src/text/index.ts'
import { type BenchText, bytes } from './texts.ts'

/** What is measured, each on the same texts. The number it returns only keeps the engine from leaving the work out. */
type Contestant = { readonly name: string; readonly run: (text: BenchText) => number }

const scan = ({ text }: BenchText): number => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0
  return sum
}

/** chrono-node wants a full date; noon, so that no time zone makes another day of it. */
const noon = ({ date }: BenchText): Date => new Date(date?.length === 10 ? `${date}T12:00:00Z` : '2020-01-01T12:00:00Z')

const contestants: readonly Contestant[] = [
  { name: 'bare scan', run: scan },
  { name: 'word regex', run: ({ text }) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0 },
  { name: 'open (tokenise)', run: ({ text }) => open(text).tokens.length },
  { name: 'chrono-node', run: (text) => (languageOf(text.text) === 'en' ? en : ar).parse(text.text, noon(text)).length },
  { name: 'read (all of it)', run: ({ text, date }) => read(text, { issued: date }).entities.length },
]

/** MB (10^6 bytes of UTF-8) a second, the best and the middle of several rounds. */
export type Rate = { readonly name: string; readonly best: number; readonly median: number }

const megabytes = 1e6
let kept = 0

const round = (run: Contestant['run'], texts: readonly BenchText[]): number => {
  const before = performance.now()
  for (const text of texts) kept += run(text)
  return (performance.now() - before) / 1000
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!

/** Rounds of all contestants in turn, so that a slow moment of the machine meets all of them; the first round only warms up. */
export const rates = (texts: readonly BenchText[], rounds: number): readonly Rate[] => {
  const seconds = contestants.map((): number[] => [])
  for (let turn = 0; turn <= rounds; turn += 1) {
    contestants.forEach(({ run }, index) => {
      const spent = round(run, texts)
      if (turn > 0) seconds[index]!.push(spent)
    })
  }
  if (Number.isNaN(kept)) throw new RangeError('a contestant returned no number')
  const size = bytes(texts) / megabytes
  return contestants.map(({ name }, index) => {
    const sorted = seconds[index]!.sort((one, other) => one - other)
    return { name, best: size / sorted[0]!, median: size / middle(sorted) }
  })
}

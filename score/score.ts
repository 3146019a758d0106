import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import type { Reading } from '../src/model/index.ts'
import { type GoldText, type ScoredKind, scoredKinds } from './coded.ts'
import { goldTexts } from './gold.ts'
import { predicted } from './predicted.ts'
import { errorList, table } from './print.ts'
import { type Scored, score } from './tally.ts'

const usage = `npm run score [-- FOLDER…] [--errors] [--json] [--kind KIND]… [--text PART-OF-ID]…

Holds the reader against gold coded by hand. FOLDER holds communiqués (text.txt, about.yaml, gold.yaml) or pairs ID.txt, ID.gold.json;
without one it is corpus; the pairs of reports on one event are then held against one another (--pairs: only these), and the samples of threads are
followed (--threads: only these). Texts of each language, and those of pairs, are told apart. --errors lists what was missed, spurious and wrong; --kind is one of ${scoredKinds.join(', ')}.`

const options = {
  errors: { type: 'boolean' }, pairs: { type: 'boolean' }, threads: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' },
  kind: { type: 'string', multiple: true }, text: { type: 'string', multiple: true },
} as const

type Read = (source: string, options: { readonly issued: string | null }) => Reading

const kindsOf = (asked: readonly string[]): readonly ScoredKind[] => {
  const unknown = asked.find((kind) => !scoredKinds.some((known) => known === kind))
  if (unknown !== undefined) throw new RangeError(`Unknown kind "${unknown}": one of ${scoredKinds.join(', ')} is meant.`)
  return scoredKinds.filter((kind) => asked.length === 0 || asked.includes(kind))
}

/** Reads and scores the texts, of the asked kinds only. */
export const scoreTexts = (texts: readonly GoldText[], read: Read, kinds: readonly ScoredKind[] = scoredKinds): Scored => {
  const only = (text: GoldText): GoldText => ({ ...text, gold: text.gold.filter(({ kind }) => kinds.includes(kind)) })
  return score(texts.map(only), ({ source, issued }) => predicted(read(source, { issued })).filter(({ kind }) => kinds.includes(kind)))
}

/** The texts of each group, scored apart. */
export const scoreGroups = (texts: readonly GoldText[], read: Read, kinds: readonly ScoredKind[] = scoredKinds): Readonly<Record<string, Scored>> =>
  Object.fromEntries([...new Set(texts.map(({ group }) => group))].map((group) => [group, scoreTexts(texts.filter((text) => text.group === group), read, kinds)]))

const print = (groups: Readonly<Record<string, Scored>>, kinds: readonly ScoredKind[], asked: { readonly errors?: boolean | undefined; readonly json?: boolean | undefined }): string => {
  const all = Object.entries(groups)
  if (asked.json) return JSON.stringify(Object.fromEntries(all.map(([group, scored]) => [group, asked.errors ? scored : scored.score])), null, 1)
  return all.map(([group, scored]) => [`${group}: ${scored.errors.length} texts`, ...(asked.errors ? [errorList(scored.errors), ''] : []), table(scored.score, kinds)].join('\n')).join('\n\n')
}

/** Holds the pairs of reports on one event against one another and prints what is told alike, and how well it is told in what they differ. */
const mainPairs = async (errors: boolean): Promise<void> => {
  const { pairedIn, pairedLines } = await import('./pairs.ts')
  const { read } = await import('../src/reader/index.ts')
  const paired = pairedIn('corpus', read)
  if (paired) console.log([...(errors ? [...paired.errors, ''] : []), pairedLines(paired)].join('\n'))
  const { differingIn, differingLines } = await import('./versions.ts')
  const differing = await differingIn('corpus')
  if (differing) console.log(['', ...(errors ? [...differing.errors, ''] : []), differingLines(differing)].join('\n'))
}

/** Follows the samples and prints how often joins and states are right. */
const mainThreads = async (errors: boolean): Promise<void> => {
  const { followed, followedLines, samplesIn } = await import('./threads.ts')
  for (const folder of samplesIn('threads')) {
    const found = await followed(folder)
    console.log([...(errors ? [...found.errors, ''] : []), followedLines(folder, found)].join('\n'))
  }
}

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  if (values.help) return console.log(usage)
  if (values.threads) return mainThreads(values.errors ?? false)
  if (values.pairs) return mainPairs(values.errors ?? false)
  const kinds = kindsOf(values.kind ?? [])
  const wanted = values.text ?? []
  const texts = (positionals.length === 0 ? ['corpus'] : positionals).flatMap(goldTexts).filter(({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)))
  if (texts.length === 0) throw new RangeError(`No text with gold in ${positionals.join(', ') || 'corpus'}${wanted.length > 0 ? ` whose id holds ${wanted.join(' or ')}` : ''}.`)
  const { read } = await import('../src/reader/index.ts')
  const before = performance.now()
  console.log(print(scoreGroups(texts, read, kinds), kinds, values))
  console.error(`${texts.length} texts, ${Math.round(performance.now() - before)} ms`)
  if (positionals.length === 0 && wanted.length === 0 && !values.json) {
    console.log('')
    await mainPairs(values.errors ?? false)
    console.log('')
    await mainThreads(values.errors ?? false)
  }
}

if (import.meta.main) await main()

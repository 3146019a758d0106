import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Reading } from '../src/model/index.ts'
import type { Coded, GoldText, ScoredKind } from './coded.ts'
import { jaccard } from './compare.ts'
import { communique } from './gold.ts'
import { match } from './match.ts'
import { predicted } from './predicted.ts'

/** Two reports of one event in different languages: what is the same in both should be read alike. */

/** Items of the two reports that a person found to be the same; `differs` names the fields in which even their gold does not agree. */
type Same = { readonly kind: ScoredKind; readonly differs?: readonly string[]; readonly [language: string]: unknown }
type Event = { readonly pair: string; readonly same: readonly Same[]; readonly [language: string]: unknown }

/** What must be told alike, by kind; kinds that are not named are not counted. */
const alike: Partial<Record<ScoredKind, readonly string[]>> = {
  commitment: ['action', 'parties', 'deadline', 'target'], instrument: ['type', 'parties'], project: ['value', 'endBy'],
}

export const pairedKinds = Object.keys(alike) as readonly ScoredKind[]

export type Share = { readonly same: number; readonly both: number; readonly alike: number }
export type Paired = { readonly shares: Readonly<Record<string, Share>>; readonly all: Share; readonly errors: readonly string[] }

type Read = (source: string, options: { readonly issued: string | null }) => Reading

/** What was read for each item of the gold of a text. */
type Found = (kind: ScoredKind, quote: string) => Coded | null

const foundIn = ({ id, source, issued, gold }: GoldText, read: Read): Found => {
  const { pairs } = match(gold, predicted(read(source, { issued })))
  return (kind, quote) => {
    if (!gold.some((item) => item.kind === kind && item.passages[0].quote === quote)) throw new RangeError(`pairs.yaml: no ${kind} of ${id} has the quote «${quote}». Copy it from gold.yaml.`)
    return pairs.find((pair) => pair.gold.kind === kind && pair.gold.passages[0].quote === quote)?.read ?? null
  }
}

type Verdict = { readonly kind: ScoredKind; readonly both: boolean; readonly wrong: readonly string[]; readonly told: string }

const values = (item: Coded, name: string): readonly string[] => item.values[name] ?? []

const verdict = (event: string, { kind, differs = [], ...quotes }: Same, finds: readonly (readonly [string, Found])[]): Verdict => {
  const read = finds.map(([language, found]) => found(kind, String(quotes[language])))
  const missing = finds.filter((_, k) => read[k] === null).map(([language]) => `not read in ${language}`)
  const [one, other] = read
  const wrong = !one || !other ? missing : alike[kind]!.filter((name) => !differs.includes(name) && jaccard(values(one, name), values(other, name)) < 1).map((name) => `${name} ${values(one, name).join(',') || '∅'} and ${values(other, name).join(',') || '∅'}`)
  return { kind, both: missing.length === 0, wrong, told: `${event} ${kind}: ${wrong.join('; ')}\n    ${finds.map(([language]) => `«${String(quotes[language])}»`).join('\n    ')}` }
}

const shareOf = (verdicts: readonly Verdict[]): Share =>
  ({ same: verdicts.length, both: verdicts.filter(({ both }) => both).length, alike: verdicts.filter(({ wrong }) => wrong.length === 0).length })

/** Holds the readings of each pair of reports in `folder/pairs.yaml` against one another. Null where there is no such file. */
export const pairedIn = (folder: string, read: Read): Paired | null => {
  const file = join(folder, 'pairs.yaml')
  if (!existsSync(file)) return null
  const verdicts = (parse(readFileSync(file, 'utf8')) as readonly Event[]).flatMap(({ pair, same, ...rest }) => {
    const finds = Object.entries(rest).filter(([, name]) => typeof name === 'string').map(([language, name]) => [language, foundIn(communique(join(folder, String(name))), read)] as const)
    return same.filter(({ kind }) => pairedKinds.includes(kind)).map((one) => verdict(pair, one, finds))
  })
  return {
    shares: Object.fromEntries(pairedKinds.map((kind) => [kind, shareOf(verdicts.filter((one) => one.kind === kind))])), all: shareOf(verdicts),
    errors: verdicts.filter(({ wrong }) => wrong.length > 0).map(({ told }) => told),
  }
}

const line = (name: string, { same, both, alike: like }: Share): string =>
  `${name.padEnd(12)}${String(same).padStart(6)}${String(both).padStart(6)}${String(like).padStart(6)} ${((100 * like) / same).toFixed(1).padStart(6)}`

/** The figures of the pairs, for people. */
export const pairedLines = ({ shares, all }: Paired): string =>
  ['pairs         same  both alike  share', ...Object.entries(shares).map(([kind, share]) => line(kind, share)), line('all', all)].join('\n')

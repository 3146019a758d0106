import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Difference, differencesOf, type Version } from '../src/ledger/index.ts'
import { prepare, terms } from '../src/server/index.ts'
import { openLedger } from '../src/store/index.ts'
import { largest } from '../src/text/index.ts'

/** In what the two reports of an event differ, as a person found it, against what the ledger says. */

type Only = { readonly kind: string; readonly ar?: string; readonly en?: string }
type Event = { readonly pair: string; readonly ar: string; readonly en: string; readonly same: readonly Only[]; readonly 'only-ar': readonly Only[]; readonly 'only-en': readonly Only[]; readonly 'weaker-in': readonly (Only & { readonly in: 'ar' | 'en' })[] }

type Report = { readonly sha256: string; readonly text: string }

type Span = { readonly start: number; readonly end: number }

const spanOf = ({ text }: Report, quote: string): Span => {
  const at = text.indexOf(quote)
  if (at < 0) throw new RangeError(`pairs.yaml: no text holds «${quote}». Copy it from gold.yaml.`)
  const start = Array.from(text.slice(0, at)).length
  return { start, end: start + Array.from(quote).length }
}

const meets = (one: Span, other: Span): boolean =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start) >= Math.min(one.end - one.start, other.end - other.start) / 2

/** The differences of two reports that are recorded into a ledger in memory, one after the other. */
const differencesIn = async (folder: string, { ar, en }: Event): Promise<{ readonly differences: readonly Difference[]; readonly reports: Readonly<Record<'ar' | 'en', Report>> }> => {
  const ledger = await openLedger(':memory:', { now: () => '2026-11-01T00:00:00.000Z', terms })
  const reports: Report[] = []
  for (const name of [ar, en]) {
    const { issued } = parse(readFileSync(join(folder, name, 'about.yaml'), 'utf8')) as { readonly issued: string }
    const prepared = await prepare({ kind: 'file', name: join(folder, name, 'text.txt'), issued }, { issued, language: null, limit: largest })
    if (!prepared.ok) throw new Error(`${prepared.name}: ${prepared.message}`)
    await ledger.record(prepared.recording)
    reports.push({ sha256: prepared.recording.source.sha256, text: prepared.recording.source.text })
  }
  const documents = reports.map(({ sha256 }) => sha256)
  const statements = await ledger.statements(documents, { asof: '9999-12-31', hindsight: true, known: null })
  await ledger.close()
  return { differences: differencesOf(statements, new Map(reports.map(({ sha256, text }) => [sha256, text]))), reports: { ar: reports[0]!, en: reports[1]! } }
}

const stands = (version: Version | null, report: Report, quote: string): boolean => version !== null && version.document === report.sha256 && meets(version, spanOf(report, quote))

type Tally = { readonly right: readonly Difference[]; readonly said: readonly Difference[]; readonly missed: readonly string[]; readonly there: number }

const tally = <T>(said: readonly Difference[], gold: readonly T[], fits: (difference: Difference, one: T) => boolean, written: (one: T) => string): Tally => ({
  said, there: gold.length, right: said.filter((difference) => gold.some((one) => fits(difference, one))), missed: gold.filter((one) => !said.some((difference) => fits(difference, one))).map(written),
})

/** `right` of what was `said`, `found` of what was `there`. */
export type Share = { readonly right: number; readonly said: number; readonly found: number; readonly there: number }

const both = (tallies: readonly Tally[]): Share => {
  const sum = (of: (one: Tally) => number): number => tallies.reduce((total, one) => total + of(one), 0)
  return { right: sum(({ right }) => right.length), said: sum(({ said }) => said.length), there: sum(({ there }) => there), found: sum(({ there, missed }) => there - missed.length) }
}

const told = (pair: string, { kind, code, told, other }: Difference): string => `${pair} ${kind} ${code}: «${told.quote}»${other ? ` / «${other.quote}»` : ''}`

const errorsOf = (pair: string, { said, right, missed }: Tally): readonly string[] =>
  [...said.filter((one) => !right.includes(one)).map((one) => `said wrongly: ${told(pair, one)}`), ...missed.map((one) => `missed: ${pair} ${one}`)]

export type Differing = { readonly shares: Readonly<Record<'left-out' | 'weaker', Share>>; readonly errors: readonly string[] }

/** What a report leaves out, and what it says with less force or as less far on, by the person who coded the pair. */
const tallies = (event: Event, differences: readonly Difference[], reports: Readonly<Record<'ar' | 'en', Report>>): readonly [Tally, Tally] => {
  const only = (['ar', 'en'] as const).flatMap((language) => event[`only-${language}`].map((one) => ({ kind: one.kind, language, quote: one[language]! })))
  const left = tally(differences.filter(({ kind }) => kind === 'left-out'), only, ({ told }, { language, quote }) => stands(told, reports[language], quote), ({ kind, quote }) => `left-out ${kind} «${quote}»`)
  const weak = tally(differences.filter(({ kind, code }) => kind === 'weaker' && code.startsWith('lower-')), event['weaker-in'], ({ told, other }, one) => {
    const [fuller, weaker] = one.in === 'ar' ? (['en', 'ar'] as const) : (['ar', 'en'] as const)
    return stands(told, reports[fuller], one[fuller]!) && stands(other, reports[weaker], one[weaker]!)
  }, (one) => `weaker ${one.kind} «${one.ar}» / «${one.en}»`)
  return [left, weak]
}

/** Holds what the ledger says of the pairs in `folder/pairs.yaml` against what a person found. Null where there is no such file. */
export const differingIn = async (folder: string): Promise<Differing | null> => {
  const file = join(folder, 'pairs.yaml')
  if (!existsSync(file)) return null
  const [out, less, errors]: [Tally[], Tally[], string[]] = [[], [], []]
  for (const event of parse(readFileSync(file, 'utf8')) as readonly Event[]) {
    const { differences, reports } = await differencesIn(folder, event)
    const [left, weak] = tallies(event, differences, reports)
    out.push(left)
    less.push(weak)
    errors.push(...errorsOf(event.pair, left), ...errorsOf(event.pair, weak))
  }
  return { shares: { 'left-out': both(out), weaker: both(less) }, errors }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6)

/** The figures of the versions, for people. */
export const differingLines = ({ shares }: Differing): string =>
  ['versions     right  said found there  prec. recall', ...Object.entries(shares).map(([name, { right, said, found, there }]) =>
    `${name.padEnd(12)}${String(right).padStart(6)}${String(said).padStart(6)}${String(found).padStart(6)}${String(there).padStart(6)} ${percent(right, said)} ${percent(found, there)}`)].join('\n')

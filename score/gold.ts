import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { languageOf } from '../src/text/index.ts'
import { type Coded, type GoldText, type ScoredKind, type Values, scoredKinds } from './coded.ts'

type Sum = { readonly value: number; readonly unit: string; readonly per?: string | null; readonly period?: string | null }

/** One entry as it stands in a file of gold. `nth` counts the occurrences of the quote from 1; `start` and `end` stand in gold from outside. */
type Entry = {
  readonly kind?: ScoredKind
  readonly quote: string
  readonly nth?: number
  readonly start?: number
  readonly end?: number
  readonly target?: Sum | null
  readonly value?: Sum | number | null
  readonly unit?: string
  readonly measures?: readonly Sum[] | null
  readonly [attribute: string]: unknown
}
type GoldFile = { readonly items?: readonly Entry[]; readonly times?: readonly Entry[]; readonly quantities?: readonly Entry[] }

const one = (value: unknown): readonly string[] => (value === null || value === undefined ? [] : [String(value)])
const many = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
const sum = (value: Sum | null | undefined): readonly string[] => (value ? [`${value.value} ${value.unit}`] : [])

/** Parties that are not states are names, which the reader writes as the text does: they are not compared. */
const states = (value: unknown): readonly string[] => many(value).filter((party) => /^[A-Z]{2}$/.test(party))

const plain = ['type', 'status', 'stage', 'force', 'action', 'ordinal', 'count', 'date', 'deadline', 'period', 'edtf', 'place'] as const

const values = (entry: Entry, kind: ScoredKind): Values => ({
  ...Object.fromEntries(plain.map((name) => [name, one(entry[name])])),
  polarity: kind === 'commitment' ? one(entry['polarity'] ?? 'will') : [],
  target: sum(entry.target),
  per: one(entry.target?.per ?? entry.target?.period),
  value: typeof entry.value === 'number' ? [`${entry.value} ${entry.unit}`] : sum(entry.value),
  measures: (entry.measures ?? []).flatMap(sum),
  startBy: one(entry['startBy'] ?? entry['startDate']),
  endBy: one(entry['endBy'] ?? entry['endDate']),
  sectors: many(entry['sectors']),
  parties: states(entry['parties']),
})

const points = (text: string): number => Array.from(text).length

/** Where the nth occurrence of a quote stands, in UTF-16 units; -1 when there is none. */
const nthIndex = (source: string, quote: string, nth: number): number => {
  let at = -1
  for (let seen = 0; seen < nth; seen += 1) {
    at = source.indexOf(quote, at + 1)
    if (at < 0) return -1
  }
  return at
}

const locate = (entry: Entry, source: string, file: string): { readonly start: number; readonly end: number } => {
  if (entry.start !== undefined && entry.end !== undefined) return { start: entry.start, end: entry.end }
  const at = nthIndex(source, entry.quote, entry.nth ?? 1)
  if (at < 0) throw new RangeError(`${file}: occurrence ${entry.nth ?? 1} of the quote «${entry.quote}» is not in the text. Copy the quote from the text as it stands.`)
  const start = points(source.slice(0, at))
  return { start, end: start + points(entry.quote) }
}

const coded = (entry: Entry, kind: ScoredKind, source: string, file: string): Coded => {
  if (!scoredKinds.includes(kind)) throw new RangeError(`${file}: unknown kind "${String(kind)}". One of ${scoredKinds.join(', ')} is meant.`)
  return { kind, passages: [{ ...locate(entry, source, file), quote: entry.quote }], values: values(entry, kind) }
}

const goldOf = ({ items = [], times = [], quantities = [] }: GoldFile, source: string, file: string): readonly Coded[] => [
  ...items.map((entry) => coded(entry, entry.kind!, source, file)),
  ...times.map((entry) => coded(entry, 'time', source, file)),
  ...quantities.map((entry) => coded(entry, 'quantity', source, file)),
]

const text = (path: string): string => readFileSync(path, 'utf8')

type About = { readonly issued?: string | number | null; readonly language?: string; readonly pair?: string }

const groupOf = ({ language, pair }: About, source: string): string => `${language ?? languageOf(source) ?? 'other'}${pair === undefined ? '' : '-pairs'}`

/** A communiqué of our own: `text.txt`, `about.yaml`, `gold.yaml`. */
export const communique = (folder: string): GoldText => {
  const source = text(join(folder, 'text.txt'))
  const about = parse(text(join(folder, 'about.yaml'))) as About
  const file = join(folder, 'gold.yaml')
  const gold = goldOf((parse(text(file)) ?? {}) as GoldFile, source, file)
  return { id: basename(folder), source, issued: one(about.issued)[0] ?? null, group: groupOf(about, source), codedTo: Infinity, gold }
}

/** A report from outside: `ID.txt` with `ID.gold.json`. */
const report = (folder: string, id: string): GoldText => {
  const source = text(join(folder, `${id}.txt`))
  const file = join(folder, `${id}.gold.json`)
  const coded = JSON.parse(text(file)) as GoldFile & { readonly date?: string | null; readonly coded_to?: number }
  return { id, source, issued: coded.date ?? null, group: groupOf({}, source), codedTo: coded.coded_to ?? Infinity, gold: goldOf(coded, source, file) }
}

/** Every text with gold in a folder: the folder itself, its subfolders, or pairs of files in it. Without gold a text is passed over. */
export const goldTexts = (folder: string): readonly GoldText[] => {
  if (existsSync(join(folder, 'gold.yaml'))) return [communique(folder)]
  const names = readdirSync(folder).sort()
  const inner = names.map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory() && existsSync(join(path, 'gold.yaml')))
  const ids = names.filter((name) => name.endsWith('.gold.json')).map((name) => name.slice(0, -'.gold.json'.length))
  return [...inner.map(communique), ...ids.map((id) => report(folder, id))]
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actions, hedges, instrumentTypes, meetingTypes, sectors } from '../model/index.ts'
import type { Labels } from './labels.ts'

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'))

type Entry = { readonly [field: string]: unknown; readonly names?: readonly string[]; readonly guarded?: readonly { readonly name: string }[] }

/** Kinds of entries that name something under an identifier; a territory of CLDR names a state. */
const naming = { state: 'state', territory: 'state', place: 'place', body: 'body', programme: 'programme', company: 'company', event: 'event' } as const

/** Of the spellings that stand first, the shortest: the one that may mean something else too is guarded, and the plain one. */
const callName = ({ names = [], guarded = [] }: Entry): string | undefined => [names[0], guarded[0]?.name].filter((name) => name !== undefined).toSorted((one, other) => one.length - other.length)[0]

const namedBy = (entry: Entry): readonly (readonly [string, string])[] => {
  const name = callName(entry)
  if (name === undefined) return []
  return Object.entries(naming).flatMap(([field, kind]) => (typeof entry[field] === 'string' ? [[`${kind}:${entry[field]}`, name] as const] : []))
}

/** Files without an entry that names something are most of a pack and are not read. */
const names = /^- ?\{ ?(?:id: [\w.-]+, )?(?:state|territory|place|body|programme|company|event|class): /m

/** The entries of a pack, those that are generated first: what a linguist wrote comes after and stands. */
const entriesOf = (folder: string): readonly Entry[] =>
  readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'pack.yaml' && file !== 'labels.yaml').toSorted((one, other) => Number(other.startsWith('cldr-')) - Number(one.startsWith('cldr-')))
    .map((file) => readFileSync(join(folder, file), 'utf8')).filter((text) => names.test(text)).flatMap((text) => parse(text) as readonly Entry[])

const monthsOf = (entries: readonly Entry[]): readonly string[] =>
  entries.filter((entry) => entry['class'] === 'month' && typeof entry['value'] === 'number' && String(entry['id']).includes('.cldr.')).toSorted((one, other) => Number(one['value']) - Number(other['value']))
    .map((entry) => (entry['words'] as readonly string[])[0]!)

/** What a language calls the currencies that its labels have no forms for: one spelling of CLDR for every number. */
const currenciesOf = (entries: readonly Entry[], which: 'first' | 'last'): Labels['units'] =>
  Object.fromEntries(entries.flatMap((entry) => {
    const [unit, words] = [(entry['value'] as { readonly unit?: string } | undefined)?.unit, entry['words']]
    if (entry['class'] !== 'coin' || unit === undefined || !Array.isArray(words) || !String(entry['id']).includes('.cldr.')) return []
    const name = String(words.at(which === 'first' ? 0 : -1))
    return [[unit, { one: name, other: name }] as const]
  }))

type Row = { readonly code: string; readonly labels: Readonly<Record<string, string>> }

const sectorsOf = (root: string, language: string, small: boolean): Readonly<Record<string, string>> =>
  Object.fromEntries((yaml(join(root, 'model', 'sectors.yaml')) as readonly Row[]).flatMap(({ code, labels }) => {
    const label = labels[language]
    return label === undefined ? [] : [[code, small ? label[0]!.toLowerCase() + label.slice(1) : label]]
  }))

type Written = Omit<Labels, 'language' | 'months' | 'capital' | 'sectors'> & { readonly capital?: boolean; readonly small?: boolean; readonly currencies: 'first' | 'last'; readonly sectors?: Readonly<Record<string, string>> }

const check = (file: string, field: string, has: Readonly<Record<string, unknown>> | undefined, needed: readonly string[]): void => {
  const missing = needed.filter((code) => has?.[code] === undefined)
  if (missing.length > 0) throw new RangeError(`${file}: '${field}' has nothing for ${missing.join(', ')}. Every code of the list needs a label.`)
}

/** The labels of one language, with the names of its pack. `root`: the folder `src`. Throws with file, field and cure where a code has no label. */
export const compileLabels = (root: string, language: string): Labels => {
  const [folder, file] = [join(root, 'packs', language), `packs/${language}/labels.yaml`]
  const { small = false, currencies, ...written } = yaml(join(folder, 'labels.yaml')) as Written
  const entries = entriesOf(folder)
  const labels = {
    ...written, language, capital: written.capital ?? false, months: monthsOf(entries), sectors: { ...sectorsOf(root, language, small), ...written.sectors },
    units: { ...currenciesOf(entries, currencies), ...written.units }, names: { ...Object.fromEntries(entries.flatMap(namedBy)), ...written.names },
  } as Labels
  check(file, 'actions', labels.actions, actions)
  check(file, 'instruments', labels.instruments, instrumentTypes)
  check(file, 'meetings', labels.meetings, meetingTypes)
  check(file, 'dues', labels.dues, hedges)
  check(file, 'sectors', labels.sectors, sectors)
  return labels
}

/** The languages whose packs have labels. */
export const labelled = (root: string): readonly string[] => readdirSync(join(root, 'packs')).filter((name) => existsSync(join(root, 'packs', name, 'labels.yaml'))).sort()

/** The labels of every language, for an installed package. */
export const compileAll = (root: string): readonly Labels[] => labelled(root).map((language) => compileLabels(root, language))

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'

/**
 * Takes the names of territories, currencies, months and weekdays of one language out of CLDR and writes them into its pack as
 * `cldr-*.yaml`. Run by hand when the CLDR packages change: `node src/packs/cldr/extract.ts ar`. What it writes is committed, so that
 * a reading never depends on the ICU of the machine.
 */

type Named = Readonly<Record<string, unknown>>

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))

const json = (path: string): Named => JSON.parse(readFileSync(require.resolve(path), 'utf8')) as Named

/** Walks down named fields; an absent one gives an empty object. */
const under = (from: Named, ...path: readonly string[]): Named => path.reduce<Named>((at, name) => (at[name] ?? {}) as Named, from)

const version = (name: string): string => String(json(`${name}/package.json`)['version'])

/** Different spellings of one thing, in the order found, without marks of direction or vowels that only some regions write. */
const spellings = (names: readonly unknown[]): readonly string[] => [...new Set(names.filter((name) => typeof name === 'string').map((name) => name.replace(/[\u200e\u200f]/g, '').trim()))]

/** The languages of CLDR that are `language` in some region: ar, ar-DZ, ar-EG, … Other scripts than the usual are left out (en-Dsrt). */
const regions = (language: string): readonly string[] =>
  (under(json('cldr-core/availableLocales.json'), 'availableLocales')['full'] as readonly string[]).filter((one) => one === language || (one.startsWith(`${language}-`) && !/-[A-Z][a-z]{3}/.test(one)))

const territories = (language: string): readonly Named[] => {
  const names = under(json(`cldr-localenames-full/main/${language}/territories.json`), 'main', language, 'localeDisplayNames', 'territories')
  return Object.keys(names)
    .filter((code) => /^[A-Z]{2}$/.test(code) && !['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'].includes(code))
    .map((code) => ({ id: `${language}.cldr.territory.${code}`, territory: code, names: spellings(Object.keys(names).filter((key) => key.split('-')[0] === code).map((key) => names[key])) }))
}

/** The currencies that are tender somewhere today, from the history of tenders. */
const tenders = (): readonly string[] => {
  const history = under(json('cldr-core/supplemental/currencyData.json'), 'supplemental', 'currencyData', 'region')
  const rows = Object.values(history).flatMap((territory) => (territory as readonly Named[]).flatMap((row) => Object.entries(row) as [string, Named][]))
  return [...new Set(rows.filter(([, row]) => !row['_to'] && row['_tender'] !== 'false').map(([code]) => code))]
}

/** Where the last word of a name bends, CLDR gives every form of it; elsewhere the pack makes them. */
const bendsFirst = (language: string): boolean =>
  ((parse(readFileSync(join(here, '..', language, 'pack.yaml'), 'utf8')) as Named)['syntax'] as Named | undefined)?.['bends'] !== 'last'

/** A name of one word may mean something else as well ("Afghani"): those are left to the pack's own files. */
const currencyNames = (names: Named): readonly string[] =>
  spellings(Object.keys(names).filter((key) => key.startsWith('displayName')).map((key) => names[key])).filter((name) => name.includes(' '))

const currencies = (language: string): readonly Named[] => {
  const names = under(json(`cldr-numbers-full/main/${language}/currencies.json`), 'main', language, 'numbers', 'currencies')
  return tenders()
    .toSorted()
    .map((code) => ({ id: `${language}.cldr.currency.${code}`, class: 'coin', value: { unit: code }, ...(bendsFirst(language) ? { inflect: ['noun', 'adjective'] } : {}), words: currencyNames((names[code] ?? {}) as Named) }))
    .filter(({ words }) => words.length > 0)
}

const calendar = (language: string): Named => under(json(`cldr-dates-full/main/${language}/ca-gregorian.json`), 'main', language, 'dates', 'calendars', 'gregorian')

const calendarNames = (language: string, field: string, keys: readonly string[]): readonly Named[] => {
  const calendars = regions(language).map((region) => under(calendar(region), field, 'stand-alone', 'wide'))
  return keys.map((key) => ({ key, names: spellings(calendars.map((names) => names[key])) }))
}

const months = (language: string): readonly Named[] =>
  calendarNames(language, 'months', Array.from({ length: 12 }, (_, at) => String(at + 1))).map(({ key, names }) => ({ id: `${language}.cldr.month.${String(key)}`, class: 'month', value: Number(key), words: names }))

const weekdays = (language: string): readonly Named[] =>
  calendarNames(language, 'days', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']).map(({ key, names }, at) => ({ id: `${language}.cldr.weekday.${String(key)}`, class: 'weekday', value: at + 1, words: names }))

const write = (language: string, name: string, from: string, entries: readonly Named[]): void => {
  const header = `# Generated by src/packs/cldr/extract.ts from ${from} ${version(from)} (Unicode licence). Do not edit: what is missing here is added in the other files.\n`
  writeFileSync(join(here, '..', language, `cldr-${name}.yaml`), header + stringify(entries, { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'flow' }).replace(/^\[\s*/, '- ').replace(/\},\s*\{/g, '}\n- {').replace(/\s*\]\s*$/, '\n'))
}

const language = process.argv[2]
if (!language) throw new RangeError('Name the language to extract: node src/packs/cldr/extract.ts ar')
write(language, 'territories', 'cldr-localenames-full', territories(language))
write(language, 'currencies', 'cldr-numbers-full', currencies(language))
write(language, 'calendar', 'cldr-dates-full', [...months(language), ...weekdays(language)])

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { kinds, states } from './api.ts'
import ar from './words/ar.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }

const flat = (words: object, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as const] : flat(value as object, `${before}${key}.`)))

const plural = /_(?:zero|one|two|few|many|other)$/
const bases = (words: object): readonly string[] => [...new Set(flat(words).map(([key]) => key.replace(plural, '')))].toSorted()

test('both languages have every key', () => assert.deepEqual(bases(ar), bases(en)))

test('no word is empty', () => {
  for (const [key, value] of [...flat(ar), ...flat(en)]) assert.notEqual(value.trim(), '', key)
})

test('each language has the plural forms that it needs', () => {
  for (const [tongue, words] of [['ar', ar], ['en', en]] as const) {
    const keys = new Set(flat(words).map(([key]) => key))
    const forms = new Intl.PluralRules(tongue).resolvedOptions().pluralCategories
    for (const key of keys) if (plural.test(key)) for (const form of forms) assert.ok(keys.has(`${key.replace(plural, '')}_${form}`), `${tongue}: ${key} lacks the form ${form}`)
  }
})

test('what is filled in is the same in both languages', () => {
  const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted()
  const english = new Map(flat(en))
  for (const [key, value] of flat(ar)) if (!plural.test(key)) assert.deepEqual(holes(value), holes(english.get(key)!), key)
})

const arabic = /\p{Script=Arabic}/u

test('no language stands in the words of the other, but for the name of the language itself', () => {
  for (const [key, value] of flat(en)) if (!key.startsWith('tongue')) assert.doesNotMatch(value, arabic, key)
  for (const [key, value] of flat(ar)) if (!key.startsWith('tongue')) assert.match(value.replace(/\{\{\w+\}\}/g, ''), key === 'list' || key.endsWith('redrawn-then') || key === 'said-in' || key.startsWith('board.shown') || key.startsWith('sessions.state-count') ? /./ : arabic, key)
})

test('states, kinds and sectors have their names', () => {
  for (const words of [ar, en]) {
    for (const state of states) assert.ok(words.state[state] && words.means[state])
    for (const kind of kinds) assert.ok(words.kind[kind] && words.kinds[kind])
  }
})

test('sectors are named as the code list names them', () => {
  const sectors = parse(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'model', 'sectors.yaml'), 'utf8')) as readonly { readonly code: string; readonly labels: { readonly ar: string; readonly en: string } }[]
  assert.deepEqual(ar.sector, Object.fromEntries(sectors.map(({ code, labels }) => [code, labels.ar])))
  assert.deepEqual(en.sector, Object.fromEntries(sectors.map(({ code, labels }) => [code, labels.en])))
})

const sources = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'))

test('every key that the pages use is there', () => {
  const known = new Set(bases(en))
  for (const file of sources)
    for (const [, key] of readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\b(?:t|count)\('([a-z]+(?:[.-][a-zA-Z0-9-]+)*)'/g)) assert.ok(known.has(key!), `${file} uses ${key}`)
})

test('no word of the interface stands in the code', () => {
  for (const file of sources.filter((one) => one.endsWith('.tsx') && one !== 'App.tsx')) assert.doesNotMatch(readFileSync(join(import.meta.dirname, file), 'utf8'), arabic, file)
})

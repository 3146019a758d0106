import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { schema } from '../src/cli/schema.ts'
import { study } from '../src/reader/index.ts'
import { readSource } from '../src/reader/lexicon/source.ts'
import { root } from './run.ts'

/** Laws that readings of Latin letters and of two languages in one text keep. */

const examplesOf = (language: string): readonly string[] => readSource(join(root, 'src/packs', language)).entries.flatMap(({ value }) => (typeof value['example'] === 'string' ? [value['example']] : []))
const paragraphsOf = (language: string): readonly string[] =>
  globSync(`corpus/${language}-*/text.txt`, { cwd: root }).sort().flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n').filter((line) => line.trim() !== ''))

const of = (language: string): fc.Arbitrary<string> => fc.oneof(fc.constantFrom(...examplesOf(language)), fc.constantFrom(...paragraphsOf(language)))
const [english, arabic] = [of('en'), of('ar')]
const page = fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: english }, { weight: 1, arbitrary: arabic }), fc.constantFrom(' ', '\n', '\n\n', ' 😀\n')), { minLength: 1, maxLength: 6 }).map((parts) => parts.map(([text, end]) => text + end).join(''))

type Passage = { readonly start: number; readonly end: number; readonly quote: string }

const passagesIn = (value: unknown): readonly Passage[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...('quote' in value ? [value as Passage] : []), ...Object.values(value).flatMap(passagesIn)]
}

const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema)

const law = (name: string, arbitrary: fc.Arbitrary<string>, holds: (text: string) => void): void => {
  test(name, () => fc.assert(fc.property(arbitrary, holds), { numRuns: 120 }))
}

law('every quote is the slice of the text in code points, in whatever languages its paragraphs are', page, (text) => {
  const points = Array.from(text)
  for (const { start, end, quote } of passagesIn(study(text, { issued: '2024-03-13', explain: true }).reading)) assert.equal(points.slice(start, end).join(''), quote)
})

law('terms stand in order and none within another', page, (text) => {
  const { terms } = study(text, { issued: '2024-03-13' })
  for (const [at, { start, end }] of terms.entries()) assert.ok(start < end && start >= (terms[at - 1]?.end ?? 0), `${start}-${end}`)
})

law('a reading keeps the contract of its schema, and is the same again', fc.tuple(page, fc.nat(), fc.nat()).map(([text, from, length]) => text.slice(from % text.length).slice(0, (length % 900) + 1)), (text) => {
  const first = JSON.stringify(study(text, { issued: '2024-03-13' }))
  const { reading } = JSON.parse(first) as { readonly reading: unknown }
  assert.ok(valid(reading), JSON.stringify(valid.errors))
  assert.equal(JSON.stringify(study(text, { issued: '2024-03-13' })), first)
})

/** Where a text could be cut off: between words and beside marks. */
const cutsOf = (text: string): readonly number[] => Array.from(text.matchAll(/\s+|(?<=[,.;:()«»"-])|(?=[,.;:()«»"-])/gu), ({ index }) => index)

for (const language of ['ar', 'en']) {
  test(`a text in ${language} that breaks off anywhere, or begins there, is read like any other`, () => {
    for (const text of [...examplesOf(language), ...paragraphsOf(language)])
      for (const cut of cutsOf(text))
        for (const part of [text.slice(0, cut), text.slice(cut)]) assert.doesNotThrow(() => study(part, { issued: '2024-03-13', explain: true }), part)
  })
}

const wordsOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(/\s+/))
const jumble = (language: string): fc.Arbitrary<string> => fc.array(fc.constantFrom(...wordsOf([...examplesOf(language), ...paragraphsOf(language)])), { minLength: 1, maxLength: 16 }).map((words) => words.join(' '))

test('words in an order that no writer would give them are read without a fault', () => {
  fc.assert(fc.property(fc.oneof(jumble('en'), jumble('ar')), (text) => { study(text, { issued: '2024-03-13', explain: true }) }), { numRuns: 5000 })
})

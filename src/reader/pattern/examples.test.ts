import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { describesPattern, describesTerms } from './compile.ts'
import { type Entry, languages, readSource } from '../lexicon/source.ts'
import { quantitiesIn, timesIn } from './told.ts'

/** Every entry of a pack that makes times, numbers or quantities proves itself: its example reads as stated, what it must never read it does not. */

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs')
const entries = languages(folder).flatMap((language) => readSource(join(folder, language)).entries).filter((entry) => describesTerms(entry) || describesPattern(entry))

const list = (value: unknown): readonly string[] => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

const issued = ({ value }: Entry): string | null => (value['issued'] === undefined ? null : String(value['issued']))

const languageOf = ({ file }: Entry): string => file.split('/')[1]!

const told = (text: string, entry: Entry): readonly (readonly [string, string])[] => [...timesIn(text, issued(entry), languageOf(entry)), ...quantitiesIn(text, issued(entry), languageOf(entry))]

const generated = ({ file }: Entry): boolean => file.includes('cldr-')

for (const entry of entries.filter((one) => !generated(one))) {
  const id = String(entry.value['id'])
  test(`${id} (${entry.file}:${entry.line})`, () => {
    assert.ok(entry.value['example'] !== undefined || entry.value['never'] !== undefined, 'an entry proves itself with an example or with what it must never read')
    const read = entry.value['example'] === undefined ? [] : told(String(entry.value['example']), entry).map(([said]) => said)
    for (const expected of list(entry.value['reads'])) assert.ok(read.includes(expected), `"${expected}" is missing from:\n${read.join('\n')}`)
    for (const text of list(entry.value['never'])) {
      const found = told(text, entry).filter(([, rule]) => describesTerms(entry) || rule === id)
      assert.deepEqual(found, [], `must never be read in "${text}"`)
    }
  })
}

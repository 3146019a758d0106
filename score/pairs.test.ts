import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { read } from '../src/reader/index.ts'
import { pairedIn } from './pairs.ts'

const root = mkdtempSync(join(tmpdir(), 'pairs-'))
after(() => rmSync(root, { recursive: true }))

const report = (folder: string, name: string, text: string): void => {
  mkdirSync(join(root, folder, name), { recursive: true })
  writeFileSync(join(root, folder, name, 'text.txt'), text)
  writeFileSync(join(root, folder, name, 'about.yaml'), '{ issued: 2024-03-13, language: en, pair: other }')
  writeFileSync(join(root, folder, name, 'gold.yaml'), `items: [{ kind: commitment, quote: "${text.slice(0, -1)}" }]`)
}

const pair = (folder: string, one: string, other: string, same: string): void => {
  report(folder, 'one', one)
  report(folder, 'other', other)
  writeFileSync(join(root, folder, 'pairs.yaml'), `[{ pair: "1", en: one, fr: other, same: [${same}], only-en: [] }]`)
}

const promise = (deadline: string): string => `Oman and Kenya agreed to open an embassy by ${deadline}.`
const same = (one: string, other: string, more = ''): string => `{ kind: commitment, en: "${promise(one).slice(0, -1)}", fr: "${promise(other).slice(0, -1)}"${more} }`

test('what both reports tell is alike where its values are', () => {
  pair('alike', promise('2030'), promise('2030'), same('2030', '2030'))
  assert.deepEqual(pairedIn(join(root, 'alike'), read)!.all, { same: 1, both: 1, alike: 1 })
})

test('another deadline is not alike, and is told', () => {
  pair('unlike', promise('2030'), promise('2031'), same('2030', '2031'))
  const { all, errors } = pairedIn(join(root, 'unlike'), read)!
  assert.deepEqual(all, { same: 1, both: 1, alike: 0 })
  assert.match(errors[0]!, /deadline 2030 and 2031/)
})

test('fields in which even the gold differs are not asked', () => {
  pair('differs', promise('2030'), promise('2031'), same('2030', '2031', ', differs: [deadline]'))
  assert.equal(pairedIn(join(root, 'differs'), read)!.all.alike, 1)
})

test('what is read in one report only is not alike', () => {
  pair('unread', promise('2030'), 'Xyz qwv.', `{ kind: commitment, en: "${promise('2030').slice(0, -1)}", fr: Xyz qwv }`)
  assert.deepEqual(pairedIn(join(root, 'unread'), read)!.all, { same: 1, both: 0, alike: 0 })
})

test('a quote that the gold lacks is named', () => {
  pair('bad', promise('2030'), promise('2030'), same('2029', '2030'))
  assert.throws(() => pairedIn(join(root, 'bad'), read), /no commitment of one has the quote/)
})

test('a folder without pairs has none', () => assert.equal(pairedIn(root, read), null))

import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { goldTexts } from './gold.ts'
import { scoreTexts } from './score.ts'

const folder = mkdtempSync(join(tmpdir(), 'gold-'))
after(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const own = (quote: string): string => `items:
  - { kind: commitment, quote: ${quote}, nth: 2, force: planned, deadline: 2016, target: { value: 4, unit: km, per: year }, parties: [KZ, a bank] }
times: [{ quote: now, edtf: 2015 }]
quantities: [{ quote: 4 km, value: 4, unit: km }]
`

test('a communiqué of our own: quotes are found in code points, numbers of years are dates', () => {
  write('own/one/text.txt', '😀 will build, now will build 4 km')
  write('own/one/about.yaml', 'issued: 2015-08-25')
  write('own/one/gold.yaml', own('will build'))
  const [text] = goldTexts(join(folder, 'own'))
  assert.equal(text!.issued, '2015-08-25')
  assert.deepEqual(text!.gold.map(({ kind, passages: [{ start, end }] }) => `${kind} ${start}-${end}`), ['commitment 18-28', 'time 14-17', 'quantity 29-33'])
  const { force, deadline, target, per, parties, polarity } = text!.gold[0]!.values
  assert.deepEqual({ force, deadline, target, per, parties, polarity },
    { force: ['planned'], deadline: ['2016'], target: ['4 km'], per: ['year'], parties: ['KZ'], polarity: ['will'] })
  assert.equal(goldTexts(join(folder, 'own', 'one')).length, 1)
})

test('texts of one language are scored together, those of pairs apart', () => {
  write('two/one/text.txt', 'will build')
  write('two/one/about.yaml', 'language: en')
  write('two/one/gold.yaml', 'items: []')
  write('two/other/text.txt', 'will build')
  write('two/other/about.yaml', '{ language: en, pair: one }')
  write('two/other/gold.yaml', 'items: []')
  assert.deepEqual(goldTexts(join(folder, 'two')).map(({ group }) => group), ['en', 'en-pairs'])
})

test('a quote that is not in the text is named with its file', () => {
  write('bad/one/text.txt', 'will build')
  write('bad/one/about.yaml', 'issued: 2015')
  write('bad/one/gold.yaml', own('will build'))
  assert.throws(() => goldTexts(join(folder, 'bad')), /gold\.yaml: occurrence 2 of the quote «will build» is not in the text/)
})

test('a report from outside: offsets and dates as they stand', () => {
  write('out/7.txt', 'abc')
  write('out/7.gold.json', JSON.stringify({ date: '2018-01-02', coded_to: 2, items: [{ kind: 'project', quote: 'b', start: 1, end: 2, startDate: '2019', value: { value: 5, unit: 'USD' } }] }))
  const [text] = goldTexts(join(folder, 'out'))
  assert.deepEqual([text!.id, text!.issued, text!.codedTo], ['7', '2018-01-02', 2])
  assert.deepEqual([text!.gold[0]!.values['startBy'], text!.gold[0]!.values['value']], [['2019'], ['5 USD']])
})

test('a reader that reads nothing misses everything', () => {
  const nothing = { entities: [], times: [], quantities: [], meetings: [], commitments: [], instruments: [], projects: [], figures: [], gaps: [] }
  const document = { sha256: '', language: null, length: 0, issued: null, issuedFrom: null, outlet: null, place: null }
  const { score } = scoreTexts(goldTexts(join(folder, 'out')), () => ({ tawafuq: 'reading/1', document, ...nothing }))
  assert.deepEqual([score.project.gold, score.project.read, score.project.matched], [1, 0, 0])
})

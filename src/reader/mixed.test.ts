import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, study } from './index.ts'
import { partsOf } from './mixed.ts'

const arabic = 'وقعت الصين وسلطنة عمان في مسقط أمس مذكرة تفاهم في مجال النقل، واتفقتا على زيادة التبادل التجاري بحلول عام 2030.'
const english = 'China and Oman agreed to launch direct flights by the end of 2027.'
const both = `😀 ${arabic}\n\n${english}\n`

test('each paragraph is read in its own language, and what is one thing in both is one entity', () => {
  const { document, commitments, instruments, entities } = read(both, { issued: '2026-05-12' })
  assert.equal(document.language, 'ar')
  assert.deepEqual(commitments.map(({ action, deadline }) => [action, deadline]), [['increase', '2030'], ['launch', '2027-12-31']])
  assert.deepEqual(instruments.map(({ type, status }) => [type, status]), [['memorandum', 'signed']])
  assert.equal(entities.filter(({ type, code }) => type === 'state' && code === 'CN').length, 1)
  assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length)
})

test('passages of every part lie where they lie in the whole text', () => {
  const points = Array.from(both)
  const { commitments, times, entities } = read(both, { issued: '2026-05-12' })
  for (const { evidence } of [...commitments, ...times, ...entities]) for (const { start, end, quote } of evidence) assert.equal(points.slice(start, end).join(''), quote)
})

test('a short line in other letters belongs to the text around it', () => {
  assert.equal(partsOf(`${arabic}\nBeijing (Xinhua)\n`, 'ar', () => true), null)
})

test('a language without a pack stays blank paper', () => {
  assert.equal(partsOf(both, 'ar', (language) => language === 'ar'), null)
})

test('the language given holds for the whole text', () => {
  assert.equal(read(both, { issued: '2026-05-12', language: 'ar' }).commitments.length, 1)
})

test('the terms of every part stand in the order of the whole, each by the pack of its own language', () => {
  const points = Array.from(both)
  const { terms } = study(both, { issued: '2026-05-12' })
  for (const [at, { start, end }] of terms.entries()) assert.ok(start < end && start >= (terms[at - 1]?.end ?? 0))
  const words = (text: string, language: string): readonly string[] => study(text, { language }).terms.map(({ start, end }) => Array.from(text).slice(start, end).join(''))
  assert.deepEqual(terms.map(({ start, end }) => points.slice(start, end).join('')), [...words(`😀 ${arabic}`, 'ar'), ...words(english, 'en')])
  assert.deepEqual(terms.filter(({ about }) => about === 'state:CN').length, 2)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suspicious } from './deceive.ts'

const spans = (source: string): string[] => suspicious(source).map(({ start, end, why }) => `${why} ${start}-${end}`)

test('an override is reported up to where it ends', () => {
  assert.deepEqual(spans('دفع \u202e001\u202c دولار'), ['override 4-9'])
  assert.deepEqual(spans('a\u202db\nc'), ['override 1-3'])
})
test('what a paragraph leaves open is reported', () => assert.deepEqual(spans('ا \u2067ب\nج \u202bد'), ['unclosed 2-4', 'unclosed 7-9']))
test('balanced embeddings and isolates are ordinary', () => assert.deepEqual(spans('\u202bنص \u2066Latin\u2069 نص\u202c \u200f\u200e'), []))
test('closing an isolate closes what was opened inside it; an embedding cannot close an isolate', () => {
  assert.deepEqual(spans('\u2068a\u202bb\u2069'), [])
  assert.deepEqual(spans('\u2068a\u202c'), ['unclosed 0-3'])
  assert.deepEqual(spans('\u2068a\u202eb\u2069'), ['override 2-5'])
})
test('closing signs that close nothing do nothing', () => assert.deepEqual(spans('a\u202c\u2069b'), []))
test('hundreds of thousands of open and closing signs are read in one pass', () => {
  assert.equal(suspicious('\u202e'.repeat(3e5)).length, 3e5)
  assert.equal(suspicious('\u202b'.repeat(3e5) + '\u2069'.repeat(3e5)).length, 3e5)
})

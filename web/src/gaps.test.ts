import assert from 'node:assert/strict'
import { test } from 'node:test'
import { study } from '../../src/reader/index.ts'
import { gapWords } from './gaps.ts'

test('a gap is said in the words of the reader, with its numbers', () => {
  assert.deepEqual(gapWords('the text counts 6 points; 5 paragraphs that agree or pledge something were read', String), ['gap.points', { told: '6', read: '5' }])
  assert.deepEqual(gapWords('a promise verb whose object was not understood', String), ['gap.object', {}])
  assert.deepEqual(gapWords('something new', String), ['gap.other', {}])
})

test('what the reader says of another language and of hidden signs is known', () => {
  const why = (text: string, language?: string): readonly string[] => study(text, language === undefined ? {} : { language }).reading.gaps.map((gap) => gapWords(gap.why, String)[0])
  assert.deepEqual(why('Les deux pays ont signé un accord', 'fr'), ['gap.language'])
  assert.deepEqual(why('The two \u202esides\u202c met.'), ['gap.unseen'])
})

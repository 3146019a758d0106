import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { awkward } from './awkward.test.ts'
import { open } from './index.ts'

test('a text is opened whole', () => {
  const text = open('وقع الوزيران 3 مذكرات.\nانتهى 👍')
  assert.equal(text.language, 'ar')
  assert.equal(text.length, 30)
  assert.deepEqual(text.tokens[2], { kind: 'number', form: '3', start: 13, end: 14 })
  assert.deepEqual(text.sentences, [{ from: 0, to: 5 }, { from: 5, to: 7 }])
  assert.deepEqual(text.paragraphs, text.sentences)
})

test('nothing is a text too', () => assert.deepEqual({ ...open(''), points: 0 }, { source: '', tokens: [], starts: new Int32Array(0), ends: new Int32Array(0), points: 0, length: 0, paragraphs: [], sentences: [], language: null }))

test('law: any string opens, and twice the same', () =>
  fc.assert(fc.property(awkward, (source) => assert.deepEqual({ ...open(source), points: 0 }, { ...open(source), points: 0 }))))

test('law: vowel marks change no form', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('اتفق', 'الجانبان', 'على', 'التعاون'), { minLength: 1 }), (list) => {
      const forms = (source: string) => open(source).tokens.map((token) => token.form)
      assert.deepEqual(forms(list.join(' ').replaceAll(/[فجلت]/g, '$&\u0650\u0651')), forms(list.join(' ')))
    }),
  ))

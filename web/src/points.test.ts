import assert from 'node:assert/strict'
import { test } from 'node:test'
import { around, paragraphs, pieces } from './points.ts'

const shown = (text: string, marks: readonly (readonly [number, number])[], from = 0): readonly string[] =>
  pieces(text, marks.map(([start, end]) => ({ start, end })), from).map((piece) => `${piece.text}${'*'.repeat(piece.marks.length)}`)

test('a text is cut at the borders of its marks', () => {
  assert.deepEqual(shown('abcdef', [[1, 3]]), ['a', 'bc*', 'def'])
  assert.deepEqual(shown('abcdef', [[0, 4], [2, 6]]), ['ab*', 'cd**', 'ef*'])
  assert.deepEqual(shown('abc', []), ['abc'])
  assert.deepEqual(shown('', []), [])
})

test('places count code points, not units of UTF-16', () => assert.deepEqual(shown('😀ab', [[1, 2]]), ['😀', 'a*', 'b']))

test('marks of the whole text are told by where the paragraph begins', () => assert.deepEqual(shown('def', [[4, 5], [0, 2]], 3), ['d', 'e*', 'f']))

test('the pieces put together are the text', () => assert.equal(pieces('وستوقع الحكومتان', [{ start: 1, end: 9 }]).map(({ text }) => text).join(''), 'وستوقع الحكومتان'))

test('paragraphs know where they begin', () => assert.deepEqual(paragraphs('😀a\n\nb'), [{ start: 0, text: '😀a' }, { start: 4, text: 'b' }]))

test('a stretch is shown with what stands around it', () => {
  assert.deepEqual(around('😀abc\ndef', { start: 3, end: 4 }, 2), { text: 'abc', from: 1, cut: [true, true] })
  assert.deepEqual(around('the two sides signed an agreement', { start: 14, end: 20 }, 8), { text: 'sides signed an', from: 8, cut: [true, true] })
  assert.deepEqual(around('two sides', { start: 4, end: 9 }, 3), { text: 'sides', from: 4, cut: [true, false] })
  assert.deepEqual(around('abc', { start: 0, end: 3 }, 9), { text: 'abc', from: 0, cut: [false, false] })
})

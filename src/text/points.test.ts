import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { awkward } from './awkward.test.ts'
import { open } from './open.ts'
import { pointsOf } from './points.ts'

const counted = (source: string, at: number): number => Array.from(source.slice(0, at)).length

test('points count code points', () => {
  const points = pointsOf('ا😀ب𠀀')
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(points), [0, 1, 2, 2, 3, 4, 4])
  assert.equal(open('ا😀ب').length, 3)
})

test('law: points equals counting the code points of the slice, in any string', () =>
  fc.assert(
    fc.property(awkward, (source) => {
      const points = pointsOf(source)
      for (let at = 0; at <= source.length; at += 1) assert.equal(points(at), counted(source, at))
    }),
  ))

test('an offset outside the text is a mistake of the program and names its numbers', () => {
  for (const at of [-1, 4, 0.5, Number.NaN]) assert.throws(() => pointsOf('نعم')(at), { name: 'RangeError', message: `points: ${at} is no offset of a text of 3 UTF-16 units; give an integer from 0 to 3` })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { columns, isolate, ownLine, wrap, writtenLeftward } from './layout.ts'

test('marks and direction signs take no column, Han characters two', () => {
  assert.equal(columns('abc'), 3)
  assert.equal(columns('عُمان'), 4)
  assert.equal(columns('\u2068中国\u2069'), 4)
})

test('lines are broken at blanks, and a word only when it must be', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrap('abcdefgh', 3), ['abc', 'def', 'gh'])
  assert.deepEqual(wrap('', 10), [''])
})

test('an isolate that is broken over lines is closed and opened again', () => {
  assert.deepEqual(wrap(`x ${isolate('aa bb')} y`, 4), ['x \u2068aa\u2069', '\u2068bb\u2069 y'])
})

test('no line is wider than asked, and no word is lost', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })), fc.integer({ min: 4, max: 200 }), (words, width) => {
    const text = words.join(' ').replaceAll(/[\u2066-\u2069]/g, '')
    const lines = wrap(text, width)
    assert.ok(lines.every((line) => columns(line) <= width))
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
  }))
})

test('the most letters decide the direction, not the first', () => {
  assert.ok(writtenLeftward('SIDF و JP اتفاقية بين الطرفين'))
  assert.ok(!writtenLeftward('the word اتفاقية alone'))
  assert.ok(!writtenLeftward('123'))
})

test('a quotation alone on a line makes the whole line run its way', () => {
  assert.equal(ownLine('اتفاقية', true, '  '), '\u200f  \u2068\u200fاتفاقية\u2069')
  assert.equal(ownLine('treaty', false, '  '), '  \u2068treaty\u2069')
})

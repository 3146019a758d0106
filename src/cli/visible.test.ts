import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { json, visible } from './visible.ts'

test('an escape sequence is shown and does nothing', () => assert.equal(visible('a\x1b[31mb\x07\x9bc\x7f'), 'a␛[31mb␇‹U+009B›c␡'))
test('a direction override is shown by its name', () => assert.equal(visible('a\u202eb\u202c\u2066c\u2069'), 'a‹RLO›b‹PDF›‹LRI›c‹PDI›'))
test('line ends of every sort are one blank', () => assert.equal(visible('a\r\n\u2028 \tb'), 'a b'))

test('JSON holds the same value on one line without control characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0x7f, max: 0x2069 }), (text, code) => {
    const value = { text: text + String.fromCharCode(code) }
    const written = json(value)
    assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(value)))
    assert.doesNotMatch(written, /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
  }))
})

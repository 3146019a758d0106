import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullReading } from '../../test/full-reading.ts'
import type { Reading } from '../model/index.ts'
import { schema } from './schema.ts'

const valid: ValidateFunction = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
const errors = (reading: unknown): readonly string[] => (valid(reading) ? [] : valid.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`))
const full = fullReading('نص', true)
const changed = (change: (reading: Record<keyof Reading, never>) => unknown): readonly string[] => {
  const copy = structuredClone(full) as unknown as Record<keyof Reading, never>
  change(copy)
  return errors(copy)
}

test('a reading in which everything occurs is valid, with and without file or id', () => {
  assert.deepEqual(errors(full), [])
  assert.deepEqual(errors({ file: 'a.txt', ...full }), [])
  assert.deepEqual(errors({ id: 7, ...full }), [])
})

test('every field of every item must be there, and no other', () => {
  for (const kind of ['entities', 'times', 'quantities', 'meetings', 'commitments', 'instruments', 'projects', 'figures', 'gaps'] as const) {
    for (const field of Object.keys(full[kind][0]!)) assert.notDeepEqual(changed((reading) => delete reading[kind][0]![field]), [], `${kind} without ${field}`)
    assert.notDeepEqual(changed((reading) => Object.assign(reading[kind][0]!, { surplus: 1 })), [], `${kind} with a surplus field`)
    assert.notDeepEqual(changed((reading) => Object.assign(reading[kind][0]!, { evidence: [] })), [], `${kind} without evidence`)
  }
})

test('codes outside the lists, dates that are none and other versions are refused', () => {
  assert.notDeepEqual(changed((reading) => Object.assign(reading.commitments[0]!, { force: 'sworn' })), [])
  assert.notDeepEqual(changed((reading) => Object.assign(reading.commitments[0]!, { deadline: 'tomorrow' })), [])
  assert.notDeepEqual(changed((reading) => Object.assign(reading.document, { issued: '25.8.2015' })), [])
  assert.notDeepEqual(changed((reading) => Object.assign(reading, { tawafuq: 'reading/2' })), [])
})

test('dates of every form of EDTF in use are valid', () => {
  for (const date of ['2015', '2015-08', '2015-08-25', '2015~', '2018-01~', '2015-12-16/2015-12-18', '2018/2023', '../2019', '2019/..']) {
    assert.deepEqual(changed((reading) => Object.assign(reading.meetings[0]!, { date })), [], date)
  }
})

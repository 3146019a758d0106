import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileNames, demonymForms } from './namelist.ts'
import type { Entry } from './source.ts'

const rows = { counted: [], past: [], present: [], noun: [], plural: [], adjective: [{ ends: 'ي', one: ['{s}ي', '{s}ية'], many: ['{s}يون'] }] }
const entry = (value: Record<string, unknown>): Entry => ({ file: 'packs/ar/x.yaml', line: 7, value })
const compile = (...values: readonly Record<string, unknown>[]) => compileNames(values.map(entry), [{ write: 'ال', is: ['the'], of: ['noun'] }], rows, 'ar')

test('a mistake names the file, the line and the cure', () => {
  assert.throws(() => compile({ place: 'x', of: 'QQ', names: ['س'] }), /packs\/ar\/x\.yaml:7: no state 'QQ' is listed\. Write its ISO 3166-1 code/)
  assert.throws(() => compile({ state: false, names: ['النرويج'] }), /'state' needs an identifier\. Quote codes/)
  assert.throws(() => compile({ flag: 'givn', words: ['محمد'] }), /'givn' is no part that a word plays beside a name\. Use given/)
  assert.throws(() => compile({ state: 'TD', guarded: [{ name: 'تشاد', aftr: ['في'] }] }), /'aftr' is no condition of a name\. Use after/)
  assert.throws(() => compile({ state: 'TD', names: ['  '] }), /has no letters\. Write the name/)
})

test('every word of a demonym bends alike', () =>
  assert.deepEqual(demonymForms('كوري جنوبي', rows.adjective, 'ال').filter((form) => form.includes('ية')), ['كورية جنوبية', 'الكورية الجنوبية', 'الكورية جنوبية']))

test('a demonym never takes the spelling of a state', () => {
  const { terms } = compile({ state: 'LY', names: ['ليبيا'] }, { state: 'XX', names: ['س'], demonym: ['ليبيا'] })
  assert.equal(terms['ليبيا']?.length, 1)
})

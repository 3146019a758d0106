import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkWords } from './fields.ts'

const check = (value: Readonly<Record<string, unknown>>) => () => checkWords({ file: 'packs/ar/x.yaml', line: 7, value })
const sign = { id: 'ar.x', noun: 'توقيع', means: { action: 'sign' } }

test('an entry with every field is taken', () =>
  assert.doesNotThrow(check({ ...sign, takes: ['على'], example: 'وقع.', reads: { action: 'sign', role: 'prep', meeting: 'none', instrument: { type: 'agreement' } }, never: ['لا.'], yields: 'ar.y', note: 'why' })))

const mistakes: readonly (readonly [what: string, value: Readonly<Record<string, unknown>>, message: RegExp])[] = [
  ['an unknown field', { ...sign, exampel: 'وقع.' }, /^packs\/ar\/x\.yaml:7: 'exampel' is no field of a word\. Did you mean 'example'\? Use id, verb, /],
  ['a field that resembles none', { ...sign, colour: 1 }, /'colour' is no field of a word\. Use id, /],
  ['an unknown meaning', { ...sign, means: { acton: 'sign' } }, /'acton' is no field of 'means'\. Did you mean 'action'\?/],
  ['a meaning that is no list of fields', { ...sign, means: 'sign' }, /'means' has no fields\. Write it as \{ name: value \}/],
  ['an unknown code', { ...sign, means: { action: 'sing' } }, /'sing' is no action\. Did you mean 'sign'\? Use strengthen, /],
  ['a flag that is not true', { ...sign, means: { works: 'yes' } }, /'yes' is no works\. Use true\./],
  ['a number written as a word', { ...sign, means: { ordinal: 'seven' } }, /'ordinal: seven' is no number\. Give 'ordinal' a number\./],
  ['an unknown form of a verb', { id: 'ar.x', verb: { past: 'وقع', presnt: 'يوقع' } }, /'presnt' is no field of 'verb'\. Did you mean 'present'\? Use past, /],
  ['a verb without forms', { id: 'ar.x', verb: 'وقع' }, /'verb' has no fields/],
  ['a plural beside a verb', { id: 'ar.x', verb: { past: 'وقع' }, plural: 'تواقيع' }, /'plural' beside 'verb' would not be read\. Put it into an entry of its own/],
  ['an example that is no sentence', { ...sign, example: ['وقع.'] }, /'example' is no sentence\. Write one sentence/],
  ['a single never', { ...sign, never: 'وقع.' }, /'never' is no list of sentences\. Write each on its own line/],
  ['reads without an example', { ...sign, reads: { action: 'sign' } }, /'reads' says what is read in no 'example'\. Add the sentence/],
  ['reads with an unknown name', { ...sign, example: 'وقع.', reads: { forse: 'agreed' } }, /'forse' is no field of 'reads'\. Did you mean 'force'\?/],
  ['reads of a kind with an unknown name', { ...sign, example: 'وقع.', reads: { instrument: { typ: 'agreement' } } }, /'typ' is no field of 'instrument' of 'reads'\. Did you mean 'type'\? Use type, status/],
]

for (const [what, value, message] of mistakes) test(`${what} is a mistake with its place and its cure`, () => assert.throws(check(value), { name: 'Mistake', message }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Commitment, Reading } from '../model/index.ts'
import { read } from './index.ts'

/** Who bears a promise, and where it begins and ends, in a language whose subject stands before its verb. */

const reading = (source: string, language = 'en'): Reading => read(source, { issued: '2026-05-14', language })

const bearers = (source: string, language = 'en'): readonly (readonly string[])[] => {
  const { entities, commitments } = reading(source, language)
  return commitments.map(({ parties }) => parties.map((party) => entities.find(({ id }) => id === party)!).map(({ code, name }) => code ?? name))
}

const told = (source: string, ...names: readonly (keyof Commitment)[]): readonly unknown[] => reading(source).commitments.map((one) => names.map((name) => one[name]))

test('an officer without a state serves the one the report comes from, if it tells of that state', () => {
  const from = (place: string) => `${place}, May 14 (Reuters) -- Peru and Chad met in Lima. Land Minister Otto Brandt-Ruiz promised to open the port.`
  assert.deepEqual(bearers(from('LIMA')), [['PE']])
  assert.deepEqual(bearers(from('TOKYO')), [['Otto Brandt-Ruiz']])
})

test('a counterpart keeps the state behind an office told anew', () =>
  assert.deepEqual(bearers('The Peruvian minister met his Chadian counterpart, Planning Minister Issa al-Doba. Al-Doba promised to open the port.'), [['TD']]))

test('companies bear promises and no state does for them', () => {
  assert.deepEqual(bearers('Peru and Chad met. Chadian investors should build a port in Peru.'), [[]])
  assert.deepEqual(bearers("Peru and Chad met. The Peruvian minister said Peru's Andina Group will build a port in Chad."), [['Andina Group']])
  assert.deepEqual(bearers('التقى وزيرا بيرو وتشاد. ودعا الوزير البيروفي الشركات التشادية إلى بناء ميناء.', 'ar'), [[]])
})

test('a name of which nothing is known speaks for no state', () =>
  assert.deepEqual(bearers('Peru and Chad met. The Peruvian minister said Zorbal Quendim was ready to build a port.'), [[]]))

test('whoever a passive names after "by" is the bearer', () => assert.deepEqual(bearers('Peru and Chad met in Lima. The port will be built by Chad.'), [['TD']]))

test('a council of two states is both', () => {
  const { meetings, entities } = reading('The Peruvian president was absent. The Peru-Chad Cooperation Council held its second session in Lima.')
  assert.deepEqual(meetings[0]!.parties.map((party) => entities.find(({ id }) => id === party)!.code).toSorted(), ['PE', 'TD'])
})

test('a verb that the pack does not know stands right after "should"', () => {
  assert.deepEqual(told('Peru and Chad should properly weather the storm, and firmly outwit the raiders.', 'action', 'force'), [['other', 'urged'], ['other', 'urged']])
  assert.deepEqual(told('Peru and Chad agreed to carry out a mutually beneficial exchange.', 'action').length, 1)
})

test('what is hoped needs no word that opens it', () => {
  assert.deepEqual(told('Peru hoped exports to Chad would double by 2030.', 'action', 'deadline'), [['increase', '2030']])
  assert.deepEqual(reading('Peru hoped for peace with Chad and signed a treaty.').instruments.map(({ status }) => status), ['signed'])
})

test('a subject waits for its verb past a clause between commas', () =>
  assert.deepEqual(told('Chad, which depends mostly on oil, plans to build a port in Doba.', 'action', 'force'), [['build', 'planned']]))

test('the closing words of saying are no part of what was said', () =>
  assert.deepEqual(told('Chad is ready to open the port, and expand trade with Peru, said the Chadian minister on Monday.', 'action', 'force'), [['open', 'offered'], ['strengthen', 'offered']]))

test('a promise goes on behind a clause', () =>
  assert.deepEqual(told('Peru and Chad agreed on forming a committee, which will meet in June, and on raising trade to 5 million dollars by 2030.', 'action', 'deadline'), [['establish', null], ['increase', '2030']]))

test('works that begin on a day ahead are planned, a meeting that begins is none', () => {
  assert.deepEqual(told('Peru and Chad signed a contract. Construction begins in July 2027.', 'action', 'deadline'), [['launch', '2027-07']])
  assert.deepEqual(told('Peru begins a visit to Chad on Friday. The session begins on Sunday.', 'action'), [])
})

test('a proviso begins a promise of its own, "work so that" does not', () => {
  assert.deepEqual(reading('ستبني بيرو ميناء في تشاد، على أن يكتمل المشروع قبل نهاية عام 2030.', 'ar').commitments.map(({ action, deadline }) => [action, deadline]), [['build', null], ['complete', '2030-12-31']])
  assert.equal(reading('قررت بيرو وتشاد العمل على أن تصل التجارة إلى مليار دولار.', 'ar').commitments.length, 1)
})

test('a number behind "to" counts what "the number of" names', () => {
  const [one] = reading('Peru and Chad agreed to raise the number of flights between Lima and Doba to 40 a week.').commitments
  assert.deepEqual(one!.target, { value: 40, unit: 'flight', per: 'week' })
})

test('a share before "increase" is how the value changed', () =>
  assert.deepEqual(reading('Trade between Peru and Chad amounted to 31 million dollars, a 7.6% increase.').figures.map(({ value, change }) => [value, change]), [[31e6, { value: 7.6, unit: '%' }]]))

test('the sum of the works is not that of the agreement on them', () =>
  assert.deepEqual(reading('Peru and Chad signed an accord to build a 10-million-dollar pipeline.').instruments.map(({ value }) => value), [null]))

test('what was welcomed as signed is signed', () =>
  assert.deepEqual(reading('Peru and Chad welcomed the signing of an agreement on visas and a memorandum on trade.').instruments.map(({ type, status }) => [type, status]), [['agreement', 'signed'], ['memorandum', 'signed']]))

test('those who met to discuss something discussed it', () => {
  assert.deepEqual(bearers('Peruvian Minister Otto Brandt met Chadian Minister Issa Doba in Lima to discuss expanding trade.').map((parties) => parties.toSorted()), [['PE', 'TD']])
  assert.equal(told('The Chadian report aims to discuss the role of trade.', 'force').includes('considered'), false)
})

test('two meetings of one day with other people are two', () =>
  assert.equal(reading('Peruvian Minister Otto Brandt met Chadian Minister Issa Doba in Lima on Monday. Peruvian Minister Otto Brandt also met Chadian President Idris Faya in Lima on Monday.').meetings.length, 2))

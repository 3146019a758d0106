import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commitment, figure, instrument, meeting, named, project, recording, state, type Telling, tell } from '../../test/ledger/documents.ts'
import { alike, familyOf, indicatorOf, keysOf, type Told } from './likeness.ts'

const told = (said: string, telling: Telling): Told => ({ said, claim: recording(said, [telling], said).claims[0]! })

/** "sure", "unsure" or "no", for what one document said in 2015 and another later. */
const verdict = (one: Telling, other: Telling, later = '2016-05-01'): string => {
  const likeness = alike(told('2015-08-25', one), told(later, other))
  assert.ok(likeness === null || likeness.because.length > 0, 'whoever joins says why')
  return likeness === null ? 'no' : likeness.sure ? 'sure' : 'unsure'
}

const fund = (about: readonly string[]) => tell(instrument({ type: 'fund' }), about)
const capacity = 'sector:production-capacity'

test('a later text names a thing in fewer words', () => {
  assert.equal(verdict(fund([capacity, 'word:bilateral', 'word:joint']), fund([capacity])), 'sure')
  assert.equal(verdict(fund([capacity]), fund([capacity, 'word:large', 'word:joint'])), 'sure')
})

test('the same type in another field is another thing', () => {
  assert.equal(verdict(tell(instrument(), ['sector:tourism']), tell(instrument(), ['sector:customs'])), 'no')
  assert.equal(verdict(tell(instrument(), ['sector:tourism', 'word:visa']), tell(instrument(), ['sector:customs', 'word:visa'])), 'no')
})

test('a wider field does not contradict a narrower one', () => assert.equal(verdict(tell(project(), ['sector:transport', 'word:light']), tell(project(), ['sector:railways', 'word:light'])), 'sure'))

test('another type, another pair of states, another name: other things', () => {
  assert.equal(verdict(fund([capacity]), tell(instrument({ type: 'agreement' }), [capacity])), 'no')
  assert.equal(verdict(tell(instrument(), [capacity], ['CN', 'KZ']), tell(instrument(), [capacity], ['CN', 'UZ'])), 'no')
  assert.equal(verdict(fund([capacity, 'body:silk-road-fund']), fund([capacity, 'body:green-fund'])), 'no')
})

test('guidelines on cooperation of governments and guidelines on local cooperation are two', () =>
  assert.equal(verdict(tell(instrument({ type: 'guidelines' }), ['word:bilateral']), tell(instrument({ type: 'guidelines' }), ['sector:border-and-local'])), 'no'))

test('a thing that was done and is promised later may be another: a person is asked', () => {
  const [signed, proposed] = [tell(instrument({ status: 'signed' }), [capacity]), tell(instrument({ status: 'proposed' }), [capacity])]
  assert.equal(verdict(proposed, signed), 'sure')
  assert.equal(verdict(signed, proposed), 'unsure')
})

test('two dates of signing: a person is asked', () => {
  const on = (date: string) => tell(instrument({ status: 'signed', date }), [capacity])
  assert.equal(verdict(on('2015-05'), on('2015-05-07')), 'sure')
  assert.equal(verdict(on('2015-05'), on('2016-04-01')), 'unsure')
})

test('counted sets are one only when they tell of one number in the same days', () => {
  const set = (count: number) => tell(instrument({ count, status: 'signed' }), [])
  assert.equal(verdict(set(33), set(33), '2015-08-27'), 'sure')
  assert.equal(alike(told('2015-08-25', set(33)), told('2015-08-27', set(13))), null)
  assert.equal(alike(told('2015-08-25', set(33)), told('2016-08-27', set(33))), null)
})

const list = (count: number | null, about: readonly string[] = [], stage: 'planned' | 'completed' = 'planned') => tell(project({ count, stage }), about)

test('a list that is counted a little differently is one list redrawn', () => {
  assert.equal(verdict(list(52), list(51)), 'sure')
  assert.equal(verdict(list(52), list(55)), 'sure')
  assert.equal(verdict(list(null, ['thing:project-list']), list(52)), 'sure')
})

test('a count of what was finished, or a much smaller count, is not the list', () => {
  assert.equal(verdict(list(52), list(12)), 'no')
  assert.equal(verdict(list(52), list(50, [], 'completed')), 'no')
  assert.equal(verdict(list(52), tell(project(), ['word:road'])), 'no')
})

test('works are told by more than their field', () => {
  assert.equal(verdict(tell(project(), ['sector:railways', 'word:light', 'place:astana']), tell(project(), ['sector:railways', 'word:light'])), 'sure')
  assert.equal(verdict(tell(project(), ['sector:railways', 'word:light']), tell(project(), ['sector:railways'])), 'no')
  assert.equal(verdict(tell(project(), ['sector:railways', 'place:astana']), tell(project(), ['sector:railways', 'place:almaty'])), 'no')
})

test('the same measure makes sure of works that share a word', () => {
  const line = (about: readonly string[]) => tell(project({ measures: [{ value: 22.4, unit: 'km', of: null }] }), about)
  assert.equal(verdict(line(['word:light', 'word:city', 'word:new']), line(['word:light', 'word:lrt', 'word:first'])), 'sure')
})

const pledge = (about: readonly string[], item: Parameters<typeof commitment>[0] = {}) => tell(commitment(item), about)

test('to strengthen cooperation in a field is one promise, in whatever words', () => {
  assert.equal(verdict(pledge(['sector:security']), pledge(['sector:security', 'word:multilateral'], { action: 'increase' })), 'sure')
  assert.equal(verdict(pledge(['sector:security']), pledge(['sector:tourism'])), 'no')
  assert.equal(verdict(pledge(['sector:security']), pledge(['sector:security'], { polarity: 'will-not' })), 'no')
  assert.equal(verdict(pledge(['sector:security']), pledge(['sector:security'], { action: 'study' })), 'no')
})

test('promises of others are other promises', () =>
  assert.equal(verdict(pledge(['sector:security'], { parties: [state('CN')] }), pledge(['sector:security'], { parties: [state('KZ')] })), 'no'))

test('whatever is promised about a named event is one undertaking', () =>
  assert.equal(verdict(pledge(['event:expo-2017'], { action: 'support' }), pledge(['event:expo-2017', 'word:pavilion'], { action: 'build' })), 'sure'))

test('a target and the figures of its indicator are one thread; other units and indicators are not', () => {
  const target = tell(commitment({ target: { value: 4e10, unit: 'USD', per: 'year' } }), ['sector:trade'])
  assert.equal(familyOf(told('2015-01-01', target).claim), 'target')
  assert.equal(verdict(target, tell(figure({ indicator: 'bilateral-trade' }), ['indicator:bilateral-trade'])), 'sure')
  assert.equal(verdict(target, tell(figure({ indicator: 'turnover' }), ['indicator:turnover'])), 'sure', 'turnover between two states is their trade')
  assert.equal(verdict(target, tell(figure({ indicator: 'exports' }), ['indicator:exports'])), 'no')
  assert.equal(verdict(target, tell(figure({ indicator: 'bilateral-trade', unit: 'CNY' }), ['indicator:bilateral-trade'])), 'no')
  assert.equal(verdict(tell(figure({ indicator: 'other', unit: '%' }), ['indicator:other']), tell(figure({ indicator: 'other', unit: '%' }), ['indicator:other'])), 'no')
  assert.equal(indicatorOf(told('2015-01-01', pledge(['sector:energy'], { target: { value: 5, unit: 'GW', per: null } })).claim), null)
})

const session = (about: readonly string[]) => tell(meeting({ mechanism: named('body:committee'), ordinal: 7 }), about)

test('sessions are of one body when nothing tells the bodies apart', () => {
  assert.equal(verdict(session(['word:committee', 'word:cooperation']), session(['word:committee', 'word:cooperation'])), 'sure')
  assert.equal(verdict(session(['word:committee', 'word:cooperation']), session(['word:committee'])), 'unsure')
  assert.equal(verdict(session(['word:committee', 'word:cooperation']), session(['word:committee', 'word:coordination'])), 'no')
})

test('two reports of one numbered session are of one body, whatever it is called', () => {
  assert.equal(verdict(session(['word:committee']), session(['word:council']), '2015-08-26'), 'sure')
  assert.equal(verdict(session(['word:committee']), session(['word:council']), '2015-10-26'), 'no')
})

const visit = (status: 'held' | 'scheduled', date: string | null, who: readonly string[] = ['person:li']) =>
  tell(meeting({ type: 'visit', status, date, participants: who.map((key) => ({ entity: named(key, 'person'), chair: false })) }), [])

test('a visit that was announced is the one that was paid within a year by the same person', () => {
  assert.equal(verdict(visit('scheduled', null), visit('held', '2016-03-01')), 'sure')
  assert.equal(verdict(visit('scheduled', null), visit('held', '2018-03-01')), 'no')
  assert.equal(verdict(visit('scheduled', null), visit('held', '2016-03-01', ['person:wang'])), 'no')
  assert.equal(verdict(visit('scheduled', null, []), visit('held', '2016-03-01', [])), 'unsure')
})

test('visits at two times are two', () => {
  assert.equal(verdict(visit('held', '2015-08-20'), visit('held', '2016-03-01')), 'no')
  assert.equal(verdict(visit('held', '2016-03-01'), visit('held', '2016-03-01/2016-03-03')), 'sure')
})

test('things that may be one have a key in common', () => {
  const pairs: readonly (readonly [Telling, Telling])[] = [
    [fund([capacity, 'word:joint']), fund([capacity])], [list(52), list(null, ['thing:project-list'])], [tell(project(), ['sector:transport', 'word:light']), tell(project(), ['sector:railways', 'word:light'])],
    [pledge(['event:expo'], { action: 'support' }), pledge(['event:expo'], { action: 'host' })], [visit('scheduled', null), visit('held', '2016-03-01')],
  ]
  for (const [one, other] of pairs) {
    const [mine, theirs] = [one, other].map((telling) => keysOf(told('2015-01-01', telling).claim)) as [readonly string[], readonly string[]]
    assert.ok(mine.some((key) => theirs.includes(key)), `${mine.join(' ')} and ${theirs.join(' ')}`)
  }
})

test('a promise about an instrument is not compared by itself: it goes where the instrument goes', () =>
  assert.deepEqual(keysOf(told('2015-01-01', pledge([capacity], { about: 'another' })).claim), []))

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

test('an agreement that a later text looks back at is told by its field and year', () => {
  const signed = (about: readonly string[], date: string, type: 'agreement' | 'memorandum' = 'agreement') => tell(instrument({ type, status: 'signed', date }), about)
  const [first, back] = [signed(['sector:railways', 'word:light', 'word:line'], '2015-05-07'), signed(['sector:railways', 'word:spring'], '2015')]
  assert.equal(verdict(first, back, '2026-06-20'), 'sure')
  assert.equal(verdict(first, back, '2015-10-01'), 'unsure', 'two agreements of one year')
  assert.equal(verdict(first, signed(['sector:railways', 'word:spring'], '2016'), '2026-06-20'), 'no')
  assert.equal(verdict(first, signed(['sector:tourism', 'word:spring'], '2015'), '2026-06-20'), 'no')
  assert.equal(verdict(first, signed(['sector:railways', 'word:spring'], '2015', 'memorandum'), '2026-06-20'), 'no')
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

test('four of a list of 51 are told of the list of 51, not of a set of four', () => {
  const four = tell(project({ count: 4, stage: 'completed', measures: [{ value: 51, unit: 'project', of: null }] }), ['word:only'])
  assert.equal(verdict(list(52), four), 'sure')
  assert.equal(verdict(list(20), four), 'no')
  assert.equal(verdict(list(52), tell(project({ count: 4, stage: 'completed' }), [])), 'no')
})

test('a count of how far a set has come is not the count of another list', () => assert.equal(verdict(list(52), tell(project({ count: 43, stage: 'under-construction', partOf: 'another' }), [])), 'no'))

test('lists of different fields are two, however alike their counts', () => {
  assert.equal(verdict(list(52, ['sector:mining']), list(51, ['sector:tourism'])), 'no')
  assert.equal(verdict(list(52, ['sector:mining']), list(51)), 'sure')
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

const due = (deadline: string | null, action: 'launch' | 'study' = 'launch') => ({ action, deadline })
const rail = tell(project(), ['sector:railways', 'word:light', 'word:line', 'place:astana'])

test('a promise of works is about the project that is told by the same field and word', () => {
  assert.equal(verdict(rail, pledge(['sector:railways', 'word:line', 'word:spring'], due('2026'))), 'sure')
  assert.equal(verdict(rail, pledge(['sector:railways', 'word:line', 'word:spring'], due('2026', 'study'))), 'no')
  assert.equal(verdict(rail, pledge(['sector:roads', 'word:line'], due('2026'))), 'no')
  assert.equal(verdict(rail, pledge(['sector:railways', 'word:line', 'place:almaty'], due('2026'))), 'no')
  assert.equal(verdict(tell(project(), ['sector:aviation', 'place:muscat']), pledge(['sector:aviation', 'place:muscat', 'place:almaty'], due('2026'))), 'no', 'flights are not the airport they leave from')
})

test('a past plan is about the only project in its field; a plan ahead may be of another', () => {
  assert.equal(verdict(rail, pledge(['sector:railways'], due('2016-03'))), 'sure')
  assert.equal(verdict(rail, pledge(['sector:railways'], due('2017'))), 'no')
  assert.equal(verdict(rail, pledge(['sector:railways', 'sector:ports-and-logistics'], due('2016-03'))), 'no', 'its own field is another')
  assert.equal(verdict(list(52, ['sector:railways']), pledge(['sector:railways'], due('2016-03'))), 'no')
})

const trains = (about: readonly string[], unit = 'train') => tell(figure({ indicator: 'number', unit }), ['indicator:number', ...about])

test('a number goes with the promise of more, or the body, that it is counted for: same field, same place', () => {
  const ease = pledge(['sector:railways', 'word:passage', 'place:khorgos'], { action: 'facilitate' })
  const centre = tell(instrument({ type: 'centre', status: 'existing' }), ['place:khorgos', 'sector:border-and-local'])
  assert.equal(verdict(ease, trains(['sector:railways', 'place:khorgos'])), 'sure')
  assert.equal(verdict(trains(['sector:railways', 'place:khorgos']), trains(['sector:railways', 'place:khorgos'])), 'sure')
  assert.equal(verdict(trains(['sector:border-and-local', 'place:khorgos'], 'visitor'), centre), 'sure')
  assert.equal(verdict(centre, trains(['sector:railways', 'place:khorgos'])), 'no', 'trains are no visitors of a centre')
  assert.equal(verdict(ease, trains(['sector:railways', 'place:almaty'])), 'no')
  assert.equal(verdict(ease, trains(['place:khorgos'])), 'no')
  assert.equal(verdict(pledge(['sector:railways', 'company:eni'], { action: 'support' }), trains(['sector:railways', 'company:eni'])), 'no', 'a name alone does not tell where it is counted')
  assert.equal(verdict(ease, trains(['sector:railways', 'place:khorgos'], 'USD')), 'no', 'a sum counts nothing')
  assert.equal(verdict(trains(['sector:railways', 'place:khorgos']), trains(['sector:railways', 'place:khorgos'], 'wagon')), 'no')
  assert.equal(verdict(pledge(['sector:railways', 'place:khorgos'], { action: 'study' }), trains(['sector:railways', 'place:khorgos'])), 'no')
})

test('promises of others are other promises', () =>
  assert.equal(verdict(pledge(['sector:security'], { parties: [state('CN')] }), pledge(['sector:security'], { parties: [state('KZ')] })), 'no'))

test('whatever is promised about a named event is one undertaking', () =>
  assert.equal(verdict(pledge(['event:expo-2017'], { action: 'support' }), pledge(['event:expo-2017', 'word:pavilion'], { action: 'build' })), 'sure'))

test('an event is one with its year and without, while that year lasts', () => {
  const fair = pledge(['event:expo-2015'], { action: 'support' })
  assert.equal(verdict(fair, pledge(['event:expo'], { action: 'build' }), '2015-10-01'), 'sure')
  assert.equal(verdict(fair, pledge(['event:expo'], { action: 'build' }), '2016-10-01'), 'no')
  assert.equal(verdict(fair, pledge(['event:expo-2017'], { action: 'support' }), '2015-10-01'), 'no')
})

test('who meets at an event has come to it', () => {
  const at = (status: 'held' | 'scheduled', type: 'ceremony' | 'talks' = 'ceremony') => tell(meeting({ type, status }), ['event:expo-2017'])
  assert.equal(verdict(pledge(['event:expo-2017'], { action: 'support' }), at('held'), '2017-06-09'), 'sure')
  assert.equal(verdict(pledge(['event:expo-2017'], { action: 'support' }), at('scheduled'), '2017-06-09'), 'no')
  assert.equal(verdict(pledge(['event:expo-2017'], { action: 'support' }), at('held', 'talks'), '2017-06-09'), 'no', 'talks are about it, not at it')
})

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

test('a forum that was announced for a day and place is the one reported there in those days', () => {
  const forum = (status: 'held' | 'scheduled', date: string | null, place: string) => tell(meeting({ type: 'forum', status, date, place: named(`place:${place}`, 'place') }), [])
  assert.equal(verdict(forum('scheduled', '2015-10-12', 'muscat'), forum('held', null, 'muscat'), '2015-10-14'), 'sure')
  assert.equal(verdict(forum('scheduled', '2015-10-12', 'muscat'), forum('held', null, 'muscat'), '2015-12-14'), 'unsure')
  assert.equal(verdict(forum('scheduled', '2015-10-12', 'muscat'), forum('held', null, 'doha'), '2015-10-14'), 'no')
})

test('visits at two times are two', () => {
  assert.equal(verdict(visit('held', '2015-08-20'), visit('held', '2016-03-01')), 'no')
  assert.equal(verdict(visit('held', '2016-03-01'), visit('held', '2016-03-01/2016-03-03')), 'sure')
})

test('things that may be one have a key in common', () => {
  const pairs: readonly (readonly [Telling, Telling])[] = [
    [fund([capacity, 'word:joint']), fund([capacity])], [list(52), list(null, ['thing:project-list'])], [tell(project(), ['sector:transport', 'word:light']), tell(project(), ['sector:railways', 'word:light'])],
    [pledge(['event:expo'], { action: 'support' }), pledge(['event:expo'], { action: 'host' })], [visit('scheduled', null), visit('held', '2016-03-01')],
    [rail, pledge(['sector:railways'], due('2014'))], [trains(['sector:railways', 'place:khorgos']), pledge(['sector:railways', 'place:khorgos'], { action: 'facilitate' })],
    [trains(['sector:border-and-local', 'place:khorgos']), tell(instrument({ type: 'centre' }), ['sector:border-and-local', 'place:khorgos'])],
    [pledge(['event:expo-2017']), pledge(['event:expo'], { action: 'host' })], [pledge(['event:expo-2017']), tell(meeting({ type: 'ceremony' }), ['event:expo-2017'])],
  ]
  for (const [one, other] of pairs) {
    const [mine, theirs] = [one, other].map((telling) => keysOf(told('2015-01-01', telling).claim)) as [readonly string[], readonly string[]]
    assert.ok(mine.some((key) => theirs.includes(key)), `${mine.join(' ')} and ${theirs.join(' ')}`)
  }
})

test('a promise about an instrument is not compared by itself: it goes where the instrument goes', () =>
  assert.deepEqual(keysOf(told('2015-01-01', pledge([capacity], { about: 'another' })).claim), []))

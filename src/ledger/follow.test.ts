import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commitment, figure, instrument, meeting, named, person, program, project, recording, type Telling, tell } from '../../test/ledger/documents.ts'
import type { InstrumentStatus } from '../model/index.ts'
import { follow } from './follow.ts'
import type { Line } from './line.ts'
import { threadsOf } from './threads.ts'
import { viewOf } from './view.ts'

/** One document: its day and what it tells. */
type Document = readonly [said: string, ...tellings: readonly Telling[]]

/** All that the documents tell is one thread; further lines are what people said. */
const linesOf = (documents: readonly Document[], decided: readonly Line[] = []): readonly Line[] => {
  const claims = documents.flatMap(([said, ...tellings], at) => recording(said, tellings, `report ${at}`).claims.map((claim) => ({ claim, said })))
  const line = (at: number, said: string, entry: Line['entry']): Line => ({ id: `program:test#${at}`, by: program, recorded: '2026-01-01T00:00:00.000Z', said, valid: said, corrects: null, entry, evidence: [] })
  return [
    ...claims.map(({ claim, said }, at) => line(at, said, { kind: 'claim', claim })),
    ...claims.slice(1).map(({ claim, said }, at) => line(1000 + at, said, { kind: 'joined', claim: claim.id, into: claims[0]!.claim.id, because: [] })), ...decided,
  ]
}

const at = (asof: string, documents: readonly Document[], hindsight = false, decided: readonly Line[] = []) => {
  const [thread, ...more] = threadsOf(linesOf(documents, decided))
  assert.equal(more.length, 0)
  return follow(thread!, () => [], { asof, hindsight })
}

const stateOn = (asof: string, ...documents: readonly Document[]): string => at(asof, documents)?.state ?? 'unknown'

const pact = (status: InstrumentStatus) => tell(instrument({ status }))
const promise = (item: Parameters<typeof commitment>[0]) => tell(commitment(item))
const toSign: Document = ['2015-08-25', pact('proposed'), promise({ action: 'sign', deadline: 'asap' })]

test('before anything was said nothing is known', () => assert.equal(stateOn('2015-08-24', toSign), 'unknown'))

test('to sign is kept when it is signed, not before anybody said so', () => {
  const signed: Document = ['2015-12-14', pact('signed')]
  assert.equal(stateOn('2015-09-01', toSign, signed), 'open')
  assert.equal(stateOn('2015-12-14', toSign, signed), 'kept')
  assert.equal(stateOn('2040-01-01', toSign, signed), 'kept')
})

test('with hindsight the state is what later documents led to', () => {
  const documents: readonly Document[] = [toSign, ['2015-12-14', pact('signed')]]
  const found = at('2015-09-01', documents, true)
  assert.equal(found?.state, 'kept')
  assert.ok(found?.reasons.some(({ says }) => says === 'signed, as told on 2015-12-14'))
})

test('hindsight does not know of a thing before it was there', () => assert.equal(at('2014-01-01', [toSign], true), null))

test('a lower rung than was promised is an advance', () => assert.equal(stateOn('2015-12-14', toSign, ['2015-12-01', pact('agreed')]), 'advanced'))

test('what was signed before it was promised keeps no promise', () => assert.equal(stateOn('2016-01-01', ['2014-01-01', pact('signed')], toSign), 'open'))

test('a date that has passed is overdue; a vague one never is', () => {
  const due: Document = ['2015-12-14', tell(project({ startBy: '2015-12-31' })), promise({ action: 'launch', deadline: '2015-12-31' })]
  assert.equal(stateOn('2015-12-31', due), 'open')
  assert.equal(stateOn('2016-01-01', due), 'overdue')
  assert.equal(stateOn('2016-01-01', toSign), 'open')
})

test('the start of works is kept when works go on, their end only when they are finished', () => {
  const start: Document = ['2015-12-14', tell(project({ startBy: '2015-12-31' })), promise({ action: 'launch', deadline: '2015-12-31' })]
  const going: Document = ['2016-02-01', tell(project({ stage: 'under-construction' }))]
  const found = at('2016-03-01', [start, going])
  assert.equal(found?.promises.find(({ goal }) => goal === 'start')?.state, 'kept')
  assert.equal(found?.state, 'advanced', 'works that go on are not finished')
  const finish: Document = ['2015-12-14', tell(project()), promise({ action: 'build', deadline: '2019' })]
  assert.equal(stateOn('2016-03-01', finish, going), 'advanced')
  assert.equal(stateOn('2020-03-01', finish, going), 'overdue')
  assert.equal(stateOn('2020-03-01', finish, going, ['2020-02-01', tell(project({ stage: 'completed' }))]), 'kept')
})

test('some members of a list do not keep the promise of the list', () => {
  const list: Document = ['2015-12-14', tell(project({ count: 52 })), promise({ action: 'build' })]
  assert.equal(stateOn('2017-01-01', list, ['2016-06-01', tell(project({ count: 12, stage: 'completed' }))]), 'advanced')
  assert.equal(stateOn('2017-01-01', list, ['2016-06-01', tell(project({ count: 50, stage: 'completed' }))]), 'kept')
})

test('of a set that is counted by its stages only those finished are done', () => {
  const told = (done: number, going: number): Document => ['2017-06-09', tell(project({ count: done, stage: 'completed' })), tell(project({ count: going, stage: 'under-construction' }))]
  assert.equal(stateOn('2018-01-01', told(34, 43)), 'advanced')
  assert.equal(stateOn('2018-01-01', told(43, 34)), 'advanced')
  assert.equal(stateOn('2018-01-01', told(43, 2)), 'kept')
})

test('a list that is counted differently has changed', () => assert.equal(stateOn('2016-10-01', ['2015-12-14', tell(project({ count: 52 }))], ['2016-09-01', tell(project({ count: 51 }))]), 'changed'))

const trade = (value: number, deadline: string | null = null) => tell(commitment({ action: 'increase', deadline, target: { value, unit: 'USD', per: null } }), ['indicator:bilateral-trade'])
const reached = (value: number, period: string) => tell(figure({ indicator: 'bilateral-trade', value, period }), ['indicator:bilateral-trade'])

test('a target is reached by a figure of the same indicator, in or before its year', () => {
  assert.equal(stateOn('2015-06-01', ['2014-05-01', trade(4e10, '2016')], ['2015-05-01', reached(1.7e10, '2014')]), 'open')
  assert.equal(stateOn('2017-06-01', ['2014-05-01', trade(4e10, '2016')], ['2017-05-01', reached(4.1e10, '2016')]), 'kept')
  assert.equal(stateOn('2024-06-01', ['2014-05-01', trade(4e10, '2016')], ['2024-05-01', reached(4.1e10, '2023')]), 'overdue')
  assert.equal(stateOn('2024-06-01', ['2014-05-01', trade(4e10)], ['2024-05-01', reached(4.1e10, '2023')]), 'kept')
})

test('a target that was moved shows its first value and date', () => {
  const found = at('2023-01-01', [['2014-05-01', trade(4e10, '2016')], ['2022-09-01', trade(3.5e10, '2030')]])
  assert.equal(found?.state, 'changed')
  assert.deepEqual([found?.promises[0]?.due, found?.promises[0]?.moved?.due, found?.promises[0]?.moved?.target?.value], ['2030', '2016', 4e10])
})

test('two values for one period are contested, until the target is reached', () => {
  const two: Document = ['2023-11-27', reached(3.1e10, '2022'), reached(2.4e10, '2022')]
  assert.equal(stateOn('2023-12-01', ['2022-09-01', trade(3.5e10, '2030')], two), 'contested')
  assert.equal(stateOn('2024-12-01', ['2022-09-01', trade(3.5e10, '2030')], two, ['2024-07-01', reached(4.1e10, '2023')]), 'kept')
  assert.equal(stateOn('2023-12-01', ['2022-09-01', trade(3.5e10, '2030')], ['2023-11-27', reached(4.0e10, '2022'), reached(4.1e10, '2022')]), 'kept', 'rounding is no contest')
})

test('silent after two years, lapsed after four, and a reason says since when', () => {
  assert.equal(stateOn('2017-08-25', toSign), 'open')
  assert.equal(stateOn('2017-08-26', toSign), 'silent')
  assert.equal(stateOn('2019-08-26', toSign), 'lapsed')
  assert.ok(at('2017-08-26', [toSign])?.reasons.some(({ code, says }) => code === 'unheard' && says.includes('2015-08-25')))
})

test('overdue stands above silent', () => assert.equal(stateOn('2020-01-01', ['2015-08-25', pact('proposed'), promise({ action: 'sign', deadline: '2015-12-31' })]), 'overdue'))

test('to strengthen has no end that a program sees: said again it is repeated', () => {
  const deepen = (said: string): Document => [said, promise({ action: 'strengthen' })]
  assert.equal(stateOn('2016-01-01', deepen('2015-08-25')), 'open')
  assert.equal(stateOn('2016-01-01', deepen('2015-08-25'), deepen('2015-12-14')), 'repeated')
})

test('promises without a visible end do not hold back a thread that is kept', () =>
  assert.equal(stateOn('2016-01-01', toSign, ['2015-12-14', pact('signed'), promise({ action: 'implement' })]), 'kept'))

test('cancelled works and ended drafts are dropped; suspended works have changed', () => {
  const planned: Document = ['2015-08-25', tell(project()), promise({ action: 'build' })]
  assert.equal(stateOn('2017-01-01', planned, ['2016-08-25', tell(project({ stage: 'cancelled' }))]), 'dropped')
  assert.equal(stateOn('2017-01-01', planned, ['2016-08-25', tell(project({ stage: 'suspended' }))]), 'changed')
  assert.equal(stateOn('2017-01-01', toSign, ['2016-08-25', pact('ended')]), 'dropped')
})

test('a meeting that was announced is kept when it was held', () => {
  const planned: Document = ['2015-08-25', tell(meeting({ type: 'visit', status: 'scheduled', date: '2015-10' }))]
  assert.equal(stateOn('2015-11-01', planned), 'overdue')
  assert.equal(stateOn('2015-11-01', planned, ['2015-10-20', tell(meeting({ type: 'visit', date: '2015-10-19' }))]), 'kept')
})

test('what was promised about an event is kept when the parties meet there, not before its year', () => {
  const support: Document = ['2015-08-25', tell(commitment({ action: 'support' }), ['event:expo-2017']), tell(commitment({ action: 'establish' }), ['event:expo-2017', 'word:pavilion'])]
  const there = (said: string): Document => [said, tell(meeting({ type: 'ceremony' }), ['event:expo'])]
  assert.equal(stateOn('2016-01-01', support), 'open')
  assert.equal(stateOn('2016-12-01', support, there('2016-06-09')), 'open')
  assert.equal(stateOn('2018-01-01', support, there('2017-06-09')), 'kept')
})

test('what is done without a promise is kept; what is only mentioned is noted', () => {
  assert.equal(stateOn('2016-01-01', ['2015-08-25', pact('signed')]), 'kept')
  assert.equal(stateOn('2016-01-01', ['2015-08-25', tell(meeting({ mechanism: named('body:committee') }))]), 'kept')
  assert.equal(stateOn('2016-01-01', ['2015-08-25', pact('existing')]), 'noted')
  assert.equal(stateOn('2016-01-01', ['2015-08-25', reached(1e9, '2014')]), 'noted')
})

test('a person stands above the program, whose own view stays visible', () => {
  const [first] = linesOf([toSign])
  const judged: Line = { id: 'person:Aliya#1', by: person, recorded: '2026-01-01T00:00:00.000Z', said: '2016-05-01', valid: '2016-05-01', corrects: null, evidence: [], entry: { kind: 'judged', claim: (first!.entry as { readonly claim: { readonly id: string } }).claim.id, state: 'kept', why: 'the ministry told us' } }
  const found = at('2016-06-01', [toSign], false, [judged])
  assert.deepEqual([found?.state, found?.machine], ['kept', 'open'])
  assert.match(found!.reasons[0]!.says, /judged kept by Aliya .* the ministry told us/)
  assert.equal(at('2016-04-01', [toSign], false, [judged])?.state, 'open')
})

test('a number that goes with a promise makes no target of it', () => {
  const [thread] = threadsOf(linesOf([['2015-08-25', promise({ action: 'facilitate' })], ['2016-08-25', tell(figure({ indicator: 'number', unit: 'train' }), ['indicator:number'])]]))
  assert.equal(viewOf(thread!, () => [], { asof: '2017-01-01', hindsight: false })?.kind, 'commitment')
})

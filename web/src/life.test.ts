import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cited, Line } from './api.ts'
import { decidedIn, undoable } from './history.ts'
import { lastDayOf, lifeOf, type Node, toldIn } from './life.ts'

const cited = (said: string, more: Partial<Cited> = {}): Cited => ({ claim: said, document: said, said, kind: 'project', step: 'planned', start: 0, end: 9, quote: '', verdict: null, name: null, ...more })

const told = (node: Node): string => (node.kind === 'said' ? node.said : node.kind === 'silence' ? `${node.months} months${node.open ? ' so far' : ''}` : `due ${node.day}${node.passed ? ' passed' : ''}`)

test('passages, dates that fell due, and the silences between them, in the order of time', () =>
  assert.deepEqual(lifeOf([cited('2017-06-09'), cited('2015-12-14')], ['2015-12-31', 'asap', null], '2018-06-09').map(told),
    ['2015-12-14', 'due 2015-12-31 passed', '17 months', '2017-06-09', '12 months so far']))

test('a date to come stands after the present', () => assert.deepEqual(lifeOf([cited('2015-12-14')], ['2030'], '2015-12-20').map(told), ['2015-12-14', 'due 2030-12-31']))

test('silences are drawn to scale, within what one can look over', () => {
  const [, year] = lifeOf([cited('2010-01-01'), cited('2011-01-01')], [], '2011-01-02')
  const [, decade] = lifeOf([cited('2000-01-01'), cited('2011-01-01')], [], '2011-01-02')
  assert.ok(year?.kind === 'silence' && decade?.kind === 'silence' && year.height < decade.height && decade.height <= 220)
})

test('passages of one document stand together; one within another is told with it', () => {
  const told = toldIn([cited('2015', { start: 5, end: 9, kind: 'project' }), cited('2015', { start: 0, end: 20, kind: 'commitment' }), cited('2015', { start: 30, end: 40 })])
  assert.deepEqual(told.map(({ cited: { start, end }, steps }) => [start, end, steps.length]), [[0, 20, 2], [30, 40, 1]])
})

test('the last day of a date', () => {
  assert.deepEqual(['2015', '2016-02', '2015-12-14', '2015/2016-03', 'asap', null].map(lastDayOf), ['2015-12-31', '2016-02-29', '2015-12-14', '2016-03-31', null, null])
})

const line = (id: string, kind: string, person = true, corrects: string | null = null): Line => ({ id, by: { kind: person ? 'person' : 'program', name: 'x' }, recorded: '', said: '', valid: '', corrects, entry: { kind }, evidence: [] })

test('a decision that was taken back is told as such, and cannot be taken back again', () => {
  const all = decidedIn([line('1', 'source', false), line('2', 'joined', false), line('3', 'judged'), line('4', 'noted'), line('5', 'withdrawn', true, '3')])
  assert.deepEqual(all.map(({ line: { id }, undone }) => `${id}${undone ? ' undone' : ''}`), ['5', '4', '3 undone', '2'])
  assert.deepEqual(all.filter(undoable).map(({ line: { id } }) => id), ['4'])
})

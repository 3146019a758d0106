import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributes } from './attributes.ts'
import type { Coded, GoldText, ScoredKind, Values } from './coded.ts'
import { compare } from './compare.ts'
import { compatible } from './edtf.ts'
import { rates, score, wrongness } from './tally.ts'

const item = (kind: ScoredKind, values: Values, start: number): Coded => ({ kind, values, passages: [{ start, end: start + 10, quote: '' }] })
const text = (gold: readonly Coded[], codedTo = Infinity): GoldText => ({ id: 'x', source: '', issued: null, group: 'ar', codedTo, gold })
const verdict = (kind: ScoredKind, name: string, gold: readonly string[], read: readonly string[]) =>
  compare(attributes[kind].find((attribute) => attribute.name === name)!, gold, read)

test('precision, recall and F1 are counted over all texts', () => {
  const gold = [item('meeting', {}, 0), item('meeting', {}, 100)]
  const { score: found } = score([text(gold), text([])], ({ gold }) => (gold.length > 0 ? [item('meeting', {}, 0)] : [item('meeting', {}, 50)]))
  assert.deepEqual([found.meeting.gold, found.meeting.read, found.meeting.matched], [2, 2, 1])
  assert.deepEqual(rates(found.meeting), { precision: 0.5, recall: 0.5, f1: 0.5 })
})

test('what begins after the coded part is not compared', () => {
  const { score: found } = score([text([item('figure', {}, 0), item('figure', {}, 300)], 200)], () => [item('figure', {}, 0), item('figure', {}, 250)])
  assert.deepEqual([found.figure.gold, found.figure.read, found.figure.matched], [1, 1, 1])
})

test('nothing read and nothing coded has no rate', () => assert.deepEqual(rates({ gold: 0, read: 0, matched: 0 }), { precision: null, recall: null, f1: null }))

test('a value that the gold does not have is wrong where values must not be invented', () => {
  assert.equal(verdict('commitment', 'deadline', [], ['2015']), 'wrong')
  assert.equal(verdict('project', 'count', [], ['3']), 'wrong')
  assert.equal(verdict('meeting', 'ordinal', [], ['3']), 'extra')
  assert.equal(verdict('commitment', 'deadline', ['2015'], []), 'missing')
  assert.equal(verdict('commitment', 'deadline', [], []), null)
})

test('dates that are one within the other are near, others wrong', () => {
  assert.equal(verdict('meeting', 'date', ['2018-07'], ['2018-07-20']), 'near')
  assert.equal(verdict('meeting', 'date', ['2018-07-20'], ['2018-07-21']), 'wrong')
  assert.equal(verdict('commitment', 'deadline', ['asap'], ['soon']), 'wrong')
  assert.ok(compatible('2018-05-17/2018-05-18', '2018-05-17'))
  assert.ok(compatible('2018-01~', '2018-01'))
  assert.ok(compatible('2018/..', '2019'))
  assert.ok(!compatible('2018-01/2018-06', '2018-06/2018-12'))
})

test('sets overlap, measures may be incomplete, places are compared by country', () => {
  assert.equal(verdict('commitment', 'parties', ['CN', 'KZ'], ['KZ', 'CN']), 'right')
  assert.equal(verdict('commitment', 'parties', ['CN', 'KZ'], ['KZ']), 'near')
  assert.equal(verdict('commitment', 'parties', ['CN'], ['KZ']), 'wrong')
  assert.equal(verdict('project', 'measures', ['22.4 km', '18 station'], ['18 station']), 'near')
  assert.equal(verdict('project', 'measures', ['22.4 km', '18 station'], ['18 station', '5 km']), 'wrong')
  assert.equal(verdict('project', 'place', ['Kairouan, TN'], ['TN-41|x']), 'right')
  assert.equal(verdict('project', 'place', ['Kairouan, TN'], ['LY|x']), 'wrong')
  assert.equal(verdict('project', 'place', ['Arab states'], ['LY|x']), 'near')
})

test('the share of wrong values leaves out what is only missing', () => {
  const gold = [item('commitment', { force: ['agreed'], deadline: ['2015'], action: ['sign'] }, 0)]
  const { score: found } = score([text(gold)], () => [item('commitment', { force: ['planned'], action: ['sign'] }, 0)])
  assert.deepEqual(wrongness(found, ({ must }) => must === true), { wrong: 1, stated: 1 })
  assert.deepEqual(wrongness(found, () => true), { wrong: 1, stated: 2 })
})

test('errors name the missed, the spurious and the differing', () => {
  const { errors: [first] } = score([text([item('meeting', { type: ['visit'] }, 0), item('meeting', {}, 50)])], () => [item('meeting', { type: ['talks'] }, 0), item('meeting', {}, 90)])
  assert.deepEqual([first!.missed.length, first!.spurious.length, first!.differing.length], [1, 1, 1])
  assert.deepEqual(first!.differing[0]!.differences, [{ attribute: 'type', verdict: 'wrong', gold: ['visit'], read: ['talks'] }])
})

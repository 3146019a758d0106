import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folded, hasAll } from './fold.ts'
import { counted, drawn, orderOf, orderText, type Row, searching, sorted, totals } from './rows.ts'

const row = (id: string, more: Partial<Row> = {}): Row =>
  ({ id, kind: 'project', title: id, label: id, state: 'open', judged: false, between: ['CN', 'KZ'], sectors: [], promised: null, due: null, last: '2015-01-01', sources: 1, owner: null, session: null, said: [], wanted: folded(more.title ?? id), ...more })

const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('')

test('rows without a due date come last, equal ones stay', () => {
  const rows = [row('a'), row('b', { due: '2016' }), row('c', { due: '2015-12-31' }), row('d')]
  assert.equal(ids(sorted(rows, { column: 'due', down: false })), 'cbad')
  assert.equal(ids(sorted(rows, { column: 'due', down: true })), 'adbc')
})

test('states sort by how pressing they are', () => assert.equal(ids(sorted([row('a', { state: 'kept' }), row('b', { state: 'overdue' }), row('c')], { column: 'state', down: false })), 'bca'))

test('an order is written in an address and read back', () => {
  for (const text of ['due', '-state']) assert.equal(orderText(orderOf(text)!), text)
  assert.equal(orderOf('colour'), null)
})

test('a search finds any spelling, and what was found elsewhere', () => {
  const rows = [row('a', { title: 'إنشاء الطريق البرّي' }), row('b', { title: 'مذكرة تفاهم' }), row('c')]
  const search = searching()
  assert.equal(ids(search(rows, 'انشاء البري', new Set())), 'a')
  assert.equal(ids(search(rows, 'مذكره', new Set(['c']))), 'bc')
  assert.equal(ids(search(rows, ' ', new Set())), 'abc')
  assert.ok(hasAll('عام ٢٠٣٠', '2030'))
})

test('a search that is typed on, taken back or put to other rows finds what one begun anew does', () => {
  const rows = [row('a', { title: 'road to the port' }), row('b', { title: 'railway and road' }), row('c', { title: 'roadmap' })]
  const search = searching()
  for (const text of ['r', 'ro', 'road', 'road p', 'road', 'roadm', 'rail', 'rail ro', 'ro rail', '', 'port']) assert.equal(ids(search(rows, text, new Set())), ids(searching()(rows, text, new Set())), text)
  assert.equal(ids(search(rows.slice(0, 1), 'port', new Set())), 'a')
  assert.equal(ids(search(rows, 'road', new Set())), 'abc')
})

test('of a hundred thousand rows a window draws a few', () => {
  assert.deepEqual(drawn(100_000, 44, 44_000, 880), [992, 1028])
  assert.deepEqual(drawn(3, 44, 0, 880), [0, 3])
  assert.deepEqual(drawn(0, 44, 0, 880), [0, 0])
})

test('a hundred thousand rows are sorted and searched at once', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => row(String(at), { last: `20${String(at % 30).padStart(2, '0')}-01-01` }))
  const begin = performance.now()
  assert.equal(sorted(rows, { column: 'last', down: true }).length, 100_000)
  assert.ok(searching()(rows, '9999', new Set()).length > 0)
  assert.ok(performance.now() - begin < 2000)
})

test('values are counted, the most frequent first', () => assert.deepEqual(counted([row('a'), row('b', { state: 'kept' }), row('c')], ({ state }) => [state]), [['open', 2], ['kept', 1]]))

test('only sums that count are added up, each currency by itself', () => {
  const sum = (value: number, unit: string, counts: boolean) => ({ value, unit, counts, claim: '', said: '', why: '' })
  assert.deepEqual(totals([sum(1, 'USD', true), sum(5, 'USD', false), sum(2, 'USD', true), sum(4, 'CNY', true)]), [['CNY', 4], ['USD', 3]])
})

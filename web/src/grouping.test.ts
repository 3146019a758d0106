import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sitting } from './api.ts'
import { grouped, type Group, groupingOf, laid, partsIn, partsUpTo, rowAt, topOf } from './grouping.ts'
import type { Row } from './rows.ts'

const row = (id: string, more: Partial<Row> = {}): Row =>
  ({ id, kind: 'project', title: id, label: id, state: 'open', judged: false, between: ['CN', 'KZ'], sectors: [], promised: null, due: null, last: '2015-01-01', sources: 1, owner: null, session: null, said: [], wanted: id, ...more })

const sitting = (session: string, thread: string, ordinal: number | null, date: string | null): Sitting => ({ session, ordinal, date, thread, kind: 'mechanism', title: thread, label: thread })
const sittings = new Map([sitting('s7', 'committee', 7, null), sitting('s7b', 'committee', 7, '2015-08-25'), sitting('s8', 'committee', 8, '2017-04-18'), sitting('a1', 'area', 1, '2016-01-01')].map((one) => [one.session, one]))

const shown = (groups: readonly Group[]): readonly string[] => groups.map(({ heading, rows }) => {
  const name = heading === null ? '' : heading.kind === 'session' ? `${heading.sitting.thread} ${heading.sitting.ordinal} ${heading.sitting.date}` : heading.kind === 'state' ? heading.state : `outside ${heading.between.join()}`
  return `${name}: ${rows.map(({ id }) => id).join('')}`
})

const rows = [row('a', { state: 'overdue', session: 's7' }), row('b', { session: 'a1' }), row('c'), row('d', { session: 's8' }), row('e', { session: 's7b' }), row('f', { state: 'overdue', between: ['KZ', 'UZ'] }), row('g', { session: 'lost' })]

test('rows are put under the sessions whose points they are, the last first, and the others after them', () =>
  assert.deepEqual(shown(grouped(rows, 'session', sittings)), ['area 1 2016-01-01: b', 'committee 8 2017-04-18: d', 'committee 7 2015-08-25: ae', 'outside CN,KZ: cg', 'outside KZ,UZ: f']))

test('rows are put under their states, the most pressing first, or under nothing', () => {
  assert.deepEqual(shown(grouped(rows, 'state', sittings)), ['overdue: af', 'open: bcdeg'])
  assert.deepEqual(shown(grouped(rows, null, sittings)), [': abcdefg'])
  assert.deepEqual([groupingOf('state'), groupingOf('colour'), groupingOf(null)], ['state', null, null])
})

const heights = { heading: 50, row: 10 }

test('groups stand under one another, each row at its height', () => {
  const layout = laid(grouped(rows, 'state', sittings), heights)
  assert.deepEqual([layout.height, layout.rows, layout.lines], [2 * 50 + 7 * 10, 7, 9])
  assert.deepEqual([-1, 0, 1, 2, 6, 7].map((at) => rowAt(layout, at)?.id ?? null), [null, 'a', 'f', 'b', 'g', null])
  assert.deepEqual(Array.from({ length: 7 }, (_, at) => topOf(layout, at, heights)), [50, 60, 120, 130, 140, 150, 160])
  assert.deepEqual(layout.groups.map(({ first, line }) => [first, line]), [[0, 0], [2, 3]])
  assert.equal(laid(grouped(rows, null, sittings), heights).height, 70)
})

test('of a hundred thousand rows in a thousand groups a window draws a few', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => row(String(at), { between: [`P${at % 1000}`] }))
  const begin = performance.now()
  const layout = laid(grouped(many, 'session', sittings), heights)
  const parts = partsIn(layout, heights, layout.height / 2, 800)
  assert.ok(performance.now() - begin < 1000)
  assert.ok(parts.length < 10 && parts.reduce((sum, { from, to }) => sum + to - from, 0) < 200)
  const covered = parts.flatMap(({ group, from, to }) => [group.top, group.rowsTop + from * heights.row, group.rowsTop + to * heights.row])
  assert.ok(Math.min(...covered) <= layout.height / 2 && Math.max(...covered) >= layout.height / 2 + 800)
  assert.equal(partsUpTo(layout, 250).reduce((sum, { to }) => sum + to, 0), 250)
})

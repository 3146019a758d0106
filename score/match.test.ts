import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assign } from './assign.ts'
import type { Coded, ScoredKind, Values } from './coded.ts'
import { match } from './match.ts'

const item = (kind: ScoredKind, values: Values, ...spans: readonly (readonly [number, number])[]): Coded => {
  const [first, ...others] = spans.map(([start, end]) => ({ start, end, quote: '' }))
  return { kind, values, passages: [first!, ...others] }
}
const spans = (gold: readonly Coded[], read: readonly Coded[]): readonly string[] =>
  match(gold, read).pairs.map((pair) => `${pair.gold.passages[0].start}=${pair.read.passages[0].start}`)

test('the matching is the best in total, not the best for the first', () => {
  const weights = [[5, 4], [4, 0]]
  assert.deepEqual(assign(2, 2, (row, column) => weights[row]![column]!), [[0, 1], [1, 0]])
})

test('a pair without weight is no pair, and the sides may differ in number', () => {
  assert.deepEqual(assign(1, 3, (_, column) => [0, 0, 2][column]!), [[0, 2]])
  assert.deepEqual(assign(0, 2, () => 1), [])
  assert.deepEqual(assign(2, 1, () => 0), [])
})

test('every matching is as good as the best of all permutations', () => {
  const weights = Array.from({ length: 5 }, (_, row) => Array.from({ length: 5 }, (_, column) => (row * 7 + column * 11 + row * column * 5) % 13))
  const permute = (rest: readonly number[]): readonly (readonly number[])[] => (rest.length === 0 ? [[]] : rest.flatMap((one) => permute(rest.filter((other) => other !== one)).map((tail) => [one].concat(tail))))
  const total = (columns: readonly number[]) => columns.reduce((sum, column, row) => sum + weights[row]![column]!, 0)
  const found = assign(5, 5, (row, column) => weights[row]![column]!).reduce((sum, [row, column]) => sum + weights[row]![column]!, 0)
  assert.equal(found, Math.max(...permute([0, 1, 2, 3, 4]).map(total)))
})

test('half of the shorter passage in common is enough, less is not', () => {
  assert.deepEqual(spans([item('figure', {}, [0, 10])], [item('figure', {}, [5, 40])]), ['0=5'])
  assert.deepEqual(spans([item('figure', {}, [0, 10])], [item('figure', {}, [6, 40])]), [])
})

test('kinds are never matched with one another', () => {
  const { pairs, missed, spurious } = match([item('meeting', {}, [0, 10])], [item('project', {}, [0, 10])])
  assert.deepEqual([pairs.length, missed.length, spurious.length], [0, 1, 1])
})

test('a repetition matches when the first passage does not', () => {
  const read = item('commitment', {}, [100, 120], [0, 10])
  assert.deepEqual(spans([item('commitment', {}, [0, 10])], [read]), ['0=100'])
  assert.deepEqual(spans([item('commitment', {}, [0, 10]), item('commitment', {}, [100, 120])], [read]), ['100=100'])
})

test('two items on one passage are told apart by their values', () => {
  const [signed, proposed] = [item('instrument', { status: ['signed'] }, [0, 10]), item('instrument', { status: ['proposed'] }, [0, 10])]
  const { pairs } = match([signed, proposed], [proposed, signed])
  assert.ok(pairs.every(({ gold, read }) => gold === read))
})

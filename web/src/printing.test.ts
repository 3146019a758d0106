import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim, Printed } from './api.ts'
import { targetWords, wordsIn, wordsOf, wordsOfItem } from './printing.ts'
import { takenApart } from './reasons.ts'

const printed: readonly Printed[] = [
  { claim: 'a', value: 40e9, unit: 'USD', words: '40 مليار دولار' }, { claim: 'b', value: 40e9, unit: 'USD', words: '$40bn' }, { claim: 'c', value: 100e9, unit: 'USD', words: '100 مليار دولار' },
]

test('an amount has the words of its own claim, else those of another that prints it, else none', () => {
  const of = (value: number, unit: string, ...claims: readonly string[]) => wordsOf(printed, { value, unit }, claims)
  assert.deepEqual([of(40e9, 'USD'), of(40e9, 'USD', 'b'), of(40e9, 'CNY', 'a'), of(41e9, 'USD', 'a'), wordsOf(undefined, { value: 1, unit: 'USD' }), wordsOf(printed, null)], ['40 مليار دولار', '$40bn', null, null, null, null])
})

test('a target is told in the words of its promise, and a reason in those of the amounts that it names', () => {
  assert.equal(targetWords({ printed }, { claims: ['x', 'b'] }, { value: 40e9, unit: 'USD', per: null }), '$40bn')
  const said = (code: string, says: string) => wordsIn({ printed }, takenApart({ code, says }), 'b')
  assert.deepEqual(said('reached', '100000000000 USD, as told on 2024-07-03'), ['100 مليار دولار'])
  assert.deepEqual(said('two-values', '40000000000 USD, as told on 2024-07-03, but 100000000000 USD, as told on 2024-07-04'), ['$40bn', '100 مليار دولار'])
  assert.deepEqual([said('told', 'told of on 2024-07-03'), said('odd', 'whatever')], [[], []])
})

test('an item keeps no words of an amount that a person gave another value', () => {
  const figure = (value: number): Pick<Claim, 'item' | 'printed'> => ({ item: { kind: 'figure', value, unit: 'USD' }, printed: [{ value: 40e9, unit: 'USD', words: '$40bn' }] })
  assert.deepEqual([wordsOfItem(figure(40e9)), wordsOfItem(figure(41e9))], [['$40bn'], []])
  assert.deepEqual(wordsOfItem({ item: { kind: 'project', value: { value: 5, unit: 'USD' }, measures: [{ value: 7, unit: 'km', of: null }] }, printed: [{ value: 7, unit: 'km', words: 'seven kilometres' }] }), ['seven kilometres'])
})

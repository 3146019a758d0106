import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, instrument, recording, type Telling, tell } from '../../test/ledger/documents.ts'
import { sumsOf } from './sums.ts'
import type { Member } from './threads.ts'

const members = (...told: readonly (readonly [said: string, telling: Telling])[]): readonly Member[] =>
  told.map(([said, telling]) => ({ claim: recording(said, [telling], said).claims[0]!, said, verdict: null }) as unknown as Member)

const fund = (value: number, unit = 'USD') => tell(instrument({ type: 'fund', value: { value, unit } }))

const shown = (all: readonly Member[], wholes: Parameters<typeof sumsOf>[1] = []) => sumsOf({ members: all }, wholes).map(({ value, unit, counts, why }) => `${value} ${unit} ${counts ? 'counts' : why}`)

test('a sum that is announced again counts once', () => assert.deepEqual(shown(members(['2015-12-14', fund(2e9)], ['2017-05-01', fund(2e9)])), ['2000000000 USD announced again later', '2000000000 USD counts']))

test('of a sum that is told otherwise the last counts', () => assert.deepEqual(shown(members(['2015-12-14', fund(2e9)], ['2017-05-01', fund(3e9)])), ['2000000000 USD told otherwise later', '3000000000 USD counts']))

test('sums in two currencies count beside each other', () => assert.deepEqual(shown(members(['2015-12-14', fund(2e9)], ['2017-05-01', fund(9e8, 'CNY')])), ['2000000000 USD counts', '900000000 CNY counts']))

test('a part of a set whose sum is told does not count', () => assert.deepEqual(shown(members(['2015-12-14', fund(2e9)]), [{ value: 2.7e10, unit: 'USD' }]), ['2000000000 USD part of a set whose sum is told as a whole']))

test('figures and lengths are no sums', () => assert.deepEqual(shown(members(['2015-12-14', tell(figure({ value: 3 }))], ['2015-12-15', tell(instrument({ value: { value: 22, unit: 'km' } }))])), []))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leading, takenApart } from './reasons.ts'

const apart = (code: string, says: string): unknown => takenApart({ code, says })

test('reasons are taken apart', () => {
  assert.deepEqual(apart('promised', 'planned: to open, said on 2015-05-08; due 2015-12-31'), {
    key: 'promised-due',
    fill: { force: { is: 'code', list: 'force', code: 'planned' }, action: { is: 'code', list: 'action', code: 'open' }, day: { is: 'date', edtf: '2015-05-08' }, due: { is: 'date', edtf: '2015-12-31' } },
  })
  assert.deepEqual(apart('moved', 'first said: 2016, 40000000000 USD'), { key: 'moved-both', fill: { due: { is: 'date', edtf: '2016' }, value: { is: 'amount', value: 40e9, unit: 'USD' } } })
  assert.deepEqual(apart('reached', '41000000000 USD, as told on 2024-07-03'), { key: 'reached', fill: { step: { is: 'amount', value: 41e9, unit: 'USD' }, day: { is: 'date', edtf: '2024-07-03' } } })
  assert.deepEqual(apart('done', 'signed, as told on 2015-12-14; no promise of it is known'), { key: 'done', fill: { step: { is: 'code', list: 'step', code: 'signed' }, day: { is: 'date', edtf: '2015-12-14' } } })
  assert.deepEqual(apart('redrawn', 'counted as 52, then 51'), { key: 'redrawn', fill: { counts: { is: 'numbers', values: [52, 51] } } })
})

test('what cannot be taken apart is shown as it came', () => assert.deepEqual(apart('new', 'something else'), { raw: 'something else' }))

const known = [
  'promised|agreed: to sign, said on 2015-08-25; the date is vague: asap', 'promised|agreed: to sign, said on 2015-08-25; no date was set', 'moved|first said: 2015-12-31', 'moved|first said: ',
  'past-due|the date has passed, and nothing known says it was done', 'two-values|31200000000 USD, as told on 2023-11-27, but 24000000000 USD, as told on 2023-11-28', 'unheard|last heard of on 2019-05-22, more than 4 years before',
  'told|told of on 2013-12-18', 'judged|judged kept by Aigul on 2026-01-01: the line\nwas opened', 'part-advanced|a part of the set: launched, as told on 2015-12-14',
  'advanced|agreed, as told on 2015-12-14', 'cancelled|cancelled, as told on 2015-12-14', 'ended|ended, as told on 2015-12-14', 'suspended|suspended, as told on 2015-12-14', 'under-way|under-construction, as told on 2015-12-14',
]

test('every form of reason is known', () => {
  for (const one of known) {
    const [code, says] = one.split('|') as [string, string]
    assert.ok(!('raw' in takenApart({ code, says })), one)
  }
})

test('what decides the state comes first, each reason once', () => {
  const reason = (code: string, says = code) => ({ code, says, claim: null })
  assert.deepEqual(leading({ machine: 'overdue', reasons: [reason('promised'), reason('past-due'), reason('promised')] }).map(({ code }) => code), ['past-due', 'promised'])
})

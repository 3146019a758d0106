import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, altered, elsewhere, filterIn, hrefOf, momentIn } from './address.ts'

test('an address is read and written back', () => {
  for (const href of ['/', '/threads/fy2hukx?asof=2016-02-01', '/desk/ab?at=3-9', '/sessions?known=2026-01-01', '/?state=overdue%2Csilent&q=a+b'])
    assert.equal(hrefOf(addressOf(...(href.split('?') as [string, string]).concat('').slice(0, 2) as [string, string])), href)
})

test('an unknown page is the board', () => assert.equal(addressOf('/nowhere/x', '').page, 'board'))

test('the moment goes along to another page, filters do not', () => {
  const from = addressOf('/', 'asof=2016-02-01&hindsight=true&state=overdue')
  assert.equal(hrefOf(elsewhere(from, 'threads', 'x')), '/threads/x?asof=2016-02-01&hindsight=true')
})

test('an empty parameter goes', () => assert.equal(hrefOf(altered(addressOf('/', 'state=open&q=x'), { state: '', q: null })), '/'))

test('a day that is none is not asked about', () => {
  assert.equal(momentIn(addressOf('/', 'asof=yesterday')).asof, null)
  assert.deepEqual(momentIn(addressOf('/', 'asof=2016-02-01&hindsight=true')), { asof: '2016-02-01', hindsight: true, known: null })
})

test('a filter is taken from the address', () =>
  assert.deepEqual(filterIn((name) => new URLSearchParams('between=CN,KZ&state=overdue,silent').get(name)), { between: ['CN', 'KZ'], kinds: [], states: ['overdue', 'silent'], sectors: [], session: null }))

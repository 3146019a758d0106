import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimsEach, documentsFor } from './ledgerdocuments.ts'

const { count, recording } = documentsFor(3000)
const all = Array.from({ length: count }, (_, number) => recording(number))

test('a document follows from its number alone', () => assert.deepEqual(documentsFor(3000).recording(150), all[150]))

test('a ledger has about as many claims as were asked for', () => {
  const claims = all.reduce((sum, one) => sum + one.claims.length, 0)
  assert.ok(Math.abs(claims / (count * claimsEach) - 1) < 0.1, `${claims} claims in ${count} documents`)
})

test('every passage stands where its claim says, and every claim has an identifier of its own', () => {
  for (const { source, claims } of all) for (const { evidence: [{ start, end, quote }] } of claims) assert.equal(source.text.slice(start, end), quote)
  const ids = all.flatMap(({ claims }) => claims.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length)
})

test('documents come in the order of their days, those after the last as news of 2026', () => {
  const days = all.map(({ said }) => said)
  assert.deepEqual(days, days.toSorted())
  assert.ok(days[0]!.startsWith('2004') && recording(count + 5).said.startsWith('2026'))
})

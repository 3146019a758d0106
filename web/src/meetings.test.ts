import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Versions } from './api.ts'
import { versionsOfSession } from './meetings.ts'

const versions = (meeting: string, ordinal: number | null): Versions => ({ meeting, ordinal, date: null, documents: [], differences: [] })

test('a session has the versions that begin with its own claim, or that bear its number', () => {
  const all = [versions('a', 7), versions('b', 8), versions('c', null)]
  const of = (session: string, ordinal: number | null): string => versionsOfSession(all, { session, ordinal }).map(({ meeting }) => meeting).join('')
  assert.equal(of('x', 7), 'a')
  assert.equal(of('c', null), 'c')
  assert.equal(of('x', null), '')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commitment, project, recording, type Telling, tell } from '../../test/ledger/documents.ts'
import type { Told } from './likeness.ts'
import { type Candidate, linking, placed } from './placing.ts'

const told = (said: string, telling: Telling, title = 'report'): Told => ({ said, claim: recording(said, [telling], title).claims[0]! })

const railway = (place: string): Candidate => {
  const one = told('2015-05-08', tell(project(), ['sector:railways', 'word:line', `place:${place}`]), place)
  return { thread: one.claim.id, told: [one] }
}

test('what was to be done by a past day is sure of its project only where there is no other', () => {
  const past = told('2022-09-20', tell(commitment({ action: 'launch', deadline: '2020-09' }), ['sector:railways']))
  assert.equal(placed(past, [railway('astana')])?.likeness.sure, true)
  assert.equal(placed(past, [railway('astana'), railway('almaty')])?.likeness.sure, false)
  assert.equal(placed(past, []), null)
})

test('what is left of a set goes into its thread; another member is a part of it', () => {
  const into = (about: readonly string[]) => linking({ kind: 'program', name: 'tawafuq' }, recording('2019-05-22', [tell(project({ stage: 'planned', partOf: 'set' }), about)], 'report').claims[0]!, '2019-05-22')?.entry.kind
  assert.equal(into(['thing:remainder']), 'joined')
  assert.equal(into(['sector:railways']), 'part')
})

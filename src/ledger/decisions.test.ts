import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instrument, person, program, recording, tell } from '../../test/ledger/documents.ts'
import { join, part, refuse } from './decisions.ts'
import type { Draft, Line } from './line.ts'
import { threadsOf } from './threads.ts'

const desk = { by: person, said: '2026-01-01' }

const line = (at: number, entry: Line['entry'], corrects: string | null = null): Line => ({ id: `program:test#${at}`, by: program, recorded: '2026-01-01T00:00:00.000Z', said: '2015-08-25', valid: '2015-08-25', corrects, entry, evidence: [] })

/** Claims a, b, c …, and what was joined: `ba` is b with a. */
const lines = (claims: string, ...joined: readonly string[]): readonly Line[] => [
  ...Array.from(claims, (id, at) => line(at, { kind: 'claim', claim: { ...recording('2015-08-25', [tell(instrument())], id).claims[0]!, id } })),
  ...joined.map(([one, into], at) => line(100 + at, { kind: 'joined', claim: one!, into: into!, because: [] })),
]

const after = (before: readonly Line[], drafts: readonly Draft[]): readonly string[] =>
  threadsOf([...before, ...drafts.map((draft, at): Line => ({ ...draft, id: `person:test#${at}`, recorded: '2026-01-02T00:00:00.000Z', corrects: draft.corrects ?? null }))])
    .map(({ members }) => members.map(({ claim }) => claim.id).toSorted().join('')).toSorted()

const parted = (before: readonly Line[], claim: string): readonly string[] => after(before, part(desk, before, claim, 'another thing'))

test('a claim that was joined with another is parted from it', () => assert.deepEqual(parted(lines('ab', 'ba'), 'b'), ['a', 'b']))

test('the claim that began a thread is parted from the others, which stay together', () => {
  assert.deepEqual(parted(lines('ab', 'ba'), 'a'), ['a', 'b'])
  assert.deepEqual(parted(lines('abc', 'ba', 'ca'), 'a'), ['a', 'bc'])
})

test('a claim in the middle is parted, and what hung on it stays with the rest', () => assert.deepEqual(parted(lines('abc', 'ba', 'cb'), 'b'), ['ac', 'b']))

test('a claim that stands alone is parted from nothing', () => assert.deepEqual(part(desk, lines('ab'), 'a', ''), []))

test('joining what was parted gives back the former thread', () => {
  const before = lines('ab', 'ba')
  assert.deepEqual(after(before, [...part(desk, before, 'b', ''), join(desk, 'b', 'a', 'one thing after all')]), ['ab'])
})

test('a doubt that is refused waits no longer', () => {
  const doubted = line(200, { kind: 'doubted', claim: 'b', into: 'a', because: [] })
  const before = [...lines('ab'), doubted]
  const [draft] = [refuse(desk, doubted, 'two things')]
  assert.equal(draft.corrects, doubted.id)
  assert.equal(threadsOf([...before, { ...draft, id: 'person:test#1', recorded: '2026-01-02T00:00:00.000Z', corrects: doubted.id }]).flatMap(({ doubted: all }) => all).length, 0)
})

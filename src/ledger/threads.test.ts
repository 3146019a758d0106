import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { commitment, instrument, person, program, recording, tell } from '../../test/ledger/documents.ts'
import type { Claim } from './claim.ts'
import type { Entry, Line } from './line.ts'
import { standing, type Thread, threadsOf } from './threads.ts'

/** Claims a, b, c … of documents that were said one day after the other; a claim is called by its letter. */
const claim = (letter: string): Claim => ({ ...recording(`2015-08-${String(letter.charCodeAt(0) - 86)}`, [tell(instrument())]).claims[0]!, id: letter })

type Said = { readonly corrects?: string; readonly said?: string }

/** A line by its entry; its identifier is its number. */
const lined = (entries: readonly (readonly [Entry, Said?])[]): readonly Line[] =>
  entries.map(([entry, given], at): Line => {
    const corrects = given?.corrects ?? null
    const day = given?.said ?? (entry.kind === 'claim' ? `2015-08-${String(entry.claim.id.charCodeAt(0) - 86)}` : '2016-01-01')
    return { id: String(at + 1), by: entry.kind === 'claim' ? program : person, recorded: `2026-01-01T00:00:${String(at).padStart(2, '0')}.000Z`, said: day, valid: day, corrects, entry, evidence: [] }
  })

const made = (letter: string, said: Said = {}) => [{ kind: 'claim', claim: claim(letter) } as const, said] as const
const joined = (one: string, into: string, said: Said = {}) => [{ kind: 'joined', claim: one, into, because: [] } as const, said] as const
const doubted = (one: string, into: string, said: Said = {}) => [{ kind: 'doubted', claim: one, into, because: [] } as const, said] as const
const parted = (one: string, corrects: string) => [{ kind: 'parted', claim: one, why: 'two things' } as const, { corrects }] as const
const withdrawn = (corrects: string) => [{ kind: 'withdrawn', why: 'a mistake' } as const, { corrects }] as const
const rejected = (one: string) => [{ kind: 'rejected', claim: one, why: 'not so' } as const, {}] as const
const accepted = (one: string) => [{ kind: 'accepted', claim: one } as const, {}] as const
const part = (one: string, of: string) => [{ kind: 'part', claim: one, of, because: [] } as const, {}] as const

const letters = ({ id, members, rejected }: Thread): string => `${id}: ${members.map(({ claim }) => claim.id).join('')}${rejected.length > 0 ? ` without ${rejected.map(({ claim }) => claim.id).join('')}` : ''}`

const threads = (...entries: readonly (readonly [Entry, Said?])[]): readonly string[] => threadsOf(lined(entries)).map(letters)

const thread = (id: string, ...entries: readonly (readonly [Entry, Said?])[]): Thread => threadsOf(lined(entries)).find((one) => one.id === id)!

test('a claim that nothing is joined with is a thread', () => assert.deepEqual(threads(made('a'), made('b')), ['a: a', 'b: b']))

test('joined claims are one thread, called by the claim that was recorded first', () => {
  assert.deepEqual(threads(made('a'), made('b'), joined('b', 'a')), ['a: ab'])
  assert.deepEqual(threads(made('a'), made('b'), joined('a', 'b')), ['a: ab'])
  assert.deepEqual(threads(made('a'), made('b'), made('c'), joined('c', 'b'), joined('b', 'a')), ['a: abc'])
})

test('members stand in the order in which they were said, those said on one day in that in which they were recorded', () => {
  assert.deepEqual(threads(made('c'), made('a'), made('b'), joined('a', 'c'), joined('b', 'c')), ['c: abc'])
  assert.deepEqual(threads(made('c', { said: '2015-01-01' }), made('a', { said: '2015-01-01' }), joined('a', 'c')), ['c: ca'])
})

test('parting undoes a joining, and only that one', () => {
  assert.deepEqual(threads(made('a'), made('b'), made('c'), joined('b', 'a'), joined('c', 'a'), parted('b', '4')), ['a: ac', 'b: b'])
})

test('a parting that is withdrawn leaves the two joined', () => assert.deepEqual(threads(made('a'), made('b'), joined('b', 'a'), parted('b', '3'), withdrawn('4')), ['a: ab']))

test('what is withdrawn and withdrawn and withdrawn again is undone', () =>
  assert.deepEqual(standing(lined([[...accepted('a')], [...withdrawn('1')], [...withdrawn('2')], [...withdrawn('3')]])).map(({ id }) => id), ['2', '4']))

test('a doubt joins nothing, and waits until the two are joined or it is undone', () => {
  assert.deepEqual(threads(made('a'), made('b'), doubted('b', 'a')), ['a: a', 'b: b'])
  assert.equal(thread('b', made('a'), made('b'), doubted('b', 'a')).doubted.length, 1)
  assert.equal(thread('b', made('a'), made('b'), doubted('b', 'a'), parted('b', '3')).doubted.length, 0)
  assert.equal(thread('a', made('a'), made('b'), doubted('b', 'a'), joined('b', 'a')).doubted.length, 0)
})

test('a rejected claim counts for nothing and stays in the thread', () => {
  assert.deepEqual(threads(made('a'), made('b'), joined('b', 'a'), rejected('b')), ['a: a without b'])
  assert.deepEqual(threads(made('a'), made('b'), joined('b', 'a'), rejected('a')), ['a: b without a'])
  assert.deepEqual(threads(made('a'), rejected('a')), ['a:  without a'])
})

test('the last verdict stands', () => {
  assert.deepEqual(threads(made('a'), rejected('a'), accepted('a')), ['a: a'])
  assert.deepEqual(threads(made('a'), rejected('a'), accepted('a'), withdrawn('3')), ['a:  without a'])
})

test('an amended claim says what it was amended to, and its line what was read', () => {
  const item = instrument({ status: 'signed' })
  const [member] = thread('a', made('a'), [{ kind: 'amended', claim: 'a', item, why: 'seen' }]).members
  assert.deepEqual([member!.claim.item, member!.line.entry.claim.item], [item, instrument()])
})

test('a claim that was withdrawn is no member, and joins nothing', () => {
  assert.deepEqual(threads(made('a'), made('b'), joined('b', 'a'), withdrawn('1')), ['b: b'])
})

test('a joining with a claim that is not there joins nothing', () => assert.deepEqual(threads(made('a'), joined('a', 'z')), ['a: a']))

test('a claim that is joined with itself stays alone', () => assert.deepEqual(threads(made('a'), joined('a', 'a')), ['a: a']))

test('a part stays a thread of its own, and the set knows it', () => {
  const entries = [made('a'), made('b'), made('c'), joined('c', 'a'), part('b', 'c')] as const
  assert.deepEqual(thread('b', ...entries).partOf, ['a'])
  assert.deepEqual(thread('a', ...entries).parts, ['b'])
})

test('a part may be told before its set', () => assert.deepEqual(thread('a', made('a'), part('a', 'b'), made('b')).partOf, ['b']))

test('judgements, notes and owners belong to the thread, whichever claim of it they were given to', () => {
  const { judged, noted, assigned } = thread('a', made('a'), made('b'), joined('b', 'a'), [{ kind: 'judged', claim: 'b', state: 'kept', why: 'seen' }], [{ kind: 'noted', claim: 'b', text: 'ask' }], [{ kind: 'assigned', claim: 'a', owner: 'Berik', due: null }])
  assert.deepEqual([judged.length, noted.length, assigned.length], [1, 1, 1])
})

test('whatever is joined and parted, every claim stands in one thread', () =>
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 10 }), fc.array(fc.nat(9), { maxLength: 4 }), (pairs, undone) => {
    const claims = ['a', 'b', 'c', 'd', 'e', 'f']
    const joins = pairs.map(([one, other]) => joined(claims[one]!, claims[other]!))
    const parts = undone.filter((at) => at < joins.length).map((at) => parted('a', String(claims.length + at + 1)))
    const found = threadsOf(lined([...claims.map((letter) => made(letter)), ...joins, ...parts]))
    assert.deepEqual(found.flatMap(({ members }) => members.map(({ claim }) => claim.id)).toSorted(), claims)
    const kept = pairs.filter((_, at) => !undone.includes(at))
    for (const [one, other] of kept) assert.ok(found.some(({ members }) => [claims[one], claims[other]].every((letter) => members.some(({ claim }) => claim.id === letter))))
  })))

test('an amended promise keeps its place in the thread', () => {
  const item = commitment({ deadline: '2017' })
  assert.deepEqual(thread('a', made('a'), made('b'), joined('b', 'a'), [{ kind: 'amended', claim: 'a', item, why: 'seen' }]).members.map(({ claim }) => [claim.id, claim.item.kind]), [['a', 'commitment'], ['b', 'instrument']])
})

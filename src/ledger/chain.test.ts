import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { authorOf, faultOf, hashOf, type Head, noHead, seal, type Sealed, sealedText } from './chain.ts'
import { type Author, chainOf, type Draft } from './line.ts'

const program: Author = { kind: 'program', name: 'tawafuq/0.1.0' }
const note = (text: string, by: Author = program): Draft => ({ by, said: '2015-08-25', valid: '2015-08-25', entry: { kind: 'noted', claim: 'abc', text }, evidence: [] })

type Kept = Omit<Sealed, 'line'> & { readonly number: number }

const wrong = (kept: Kept, head: Head) => faultOf({ ...kept, sealed: Buffer.from(sealedText(kept.prev, kept.body)) }, head)

/** Drafts sealed one after the other, as they would be kept. */
const chained = (texts: readonly string[]): readonly Kept[] => {
  let head: Head = noHead
  return texts.map((text, at): Kept => {
    const { chain, place, prev, hash, recorded, body } = seal(note(text), head, `2026-01-01T00:00:0${at}.000Z`)
    head = { lines: place, hash }
    return { number: at + 1, chain, place, prev, hash, recorded, body }
  })
}

const faults = (kept: readonly Kept[]): readonly number[] => {
  let head: Head = noHead
  return kept.flatMap((one) => {
    const fault = wrong(one, head)
    head = { lines: one.place, hash: one.hash }
    return fault ? [fault.number] : []
  })
}

test('a line is numbered in the chain of its author, and follows the line before it', () => {
  const [first, second] = chained(['one', 'two']) as [Kept, Kept]
  assert.deepEqual([first.chain, first.place, first.prev], ['program:tawafuq/0.1.0', 1, '0'.repeat(64)])
  assert.deepEqual([second.place, second.prev, second.hash], [2, first.hash, hashOf(first.hash, second.body)])
  assert.equal((JSON.parse(second.body) as { readonly id: string }).id, 'program:tawafuq/0.1.0#2')
})

test('a line that corrects nothing says so', () => assert.equal(seal(note('one'), noHead, '2026-01-01T00:00:00.000Z').line.corrects, null))

test('the hash tells where the line before ends and the text begins', () => assert.notEqual(hashOf('ab', 'c'), hashOf('a', 'bc')))

test('lines as they were written have no fault', () => assert.deepEqual(faults(chained(['one', 'two', 'three'])), []))

test('a line that is gone or moved is noticed where the chain breaks', () => {
  const [one, two, three] = chained(['one', 'two', 'three']) as [Kept, Kept, Kept]
  assert.deepEqual(faults([one, three]), [3])
  assert.deepEqual(faults([two, three]), [2])
  assert.match(wrong(three, { lines: 1, hash: one.hash })!.what, /line 3 of program:tawafuq\/0\.1\.0 stands where line 2 belongs/)
})

test('a line that was written anew with its own hash is noticed by the line after it', () => {
  const [one, two, three] = chained(['one', 'two', 'three']) as [Kept, Kept, Kept]
  const body = two.body.replace('two', 'TWO')
  assert.deepEqual(faults([one, { ...two, body, hash: hashOf(two.prev, body) }, three]), [3])
})

const changed = (text: string, at: number, by: number): string => {
  const place = at % text.length
  return text.slice(0, place) + String.fromCharCode((text.charCodeAt(place) ^ (1 << (by % 7))) || 1) + text.slice(place + 1)
}

test('a change of one bit of any part of a line is noticed at that line', () =>
  fc.assert(fc.property(fc.constantFrom('chain', 'prev', 'hash', 'recorded', 'body'), fc.nat(), fc.nat(), fc.nat(2), fc.string({ unit: 'binary' }), (part, at, by, which, text) => {
    const kept = chained([text, 'two', '"recorded":"2026-01-01T00:00:09.000Z",'])
    const wrong = kept.map((one, number) => (number === which ? { ...one, [part]: changed(one[part as 'body'], at, by) } : one))
    assert.equal(faults(wrong)[0], which + 1)
  })))

test('a place that was changed is noticed at its line', () => assert.deepEqual(faults(chained(['one', 'two']).map((one) => (one.number === 2 ? { ...one, place: 3 } : one))), [2]))

test('an author is told from the name of the chain, whatever signs the name has', () =>
  fc.assert(fc.property(fc.constantFrom('program' as const, 'person' as const), fc.string(), (kind, name) => assert.deepEqual(authorOf(chainOf({ kind, name })), { kind, name }))))

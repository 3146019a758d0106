import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { lines } from './ndjson.ts'

async function* chunks(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> { yield* parts }

const split = async (parts: readonly string[], limit = 1000): Promise<readonly (string | null)[]> => {
  const found: (string | null)[] = []
  for await (const line of lines(chunks(parts.map((part) => Buffer.from(part))), limit)) found.push(line && Buffer.from(line).toString())
  return found
}

test('lines end at a line feed only: JSON may hold other separators', async () => assert.deepEqual(await split(['a\u2028b\r\nc\n', 'd']), ['a\u2028b\r', 'c', 'd']))

test('a line that is too long is given up and the next is whole', async () => assert.deepEqual(await split(['aaaa', 'aaaa\nb\n'], 5), [null, 'b']))

test('the lines do not depend on how the bytes arrive', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('a', '\n', 'bc', '\n\n', 'é')), fc.array(fc.nat(9)), async (signs, cuts) => {
    const bytes = Buffer.from(signs.join(''))
    const parts: Uint8Array[] = []
    let from = 0
    for (const cut of cuts) { parts.push(bytes.subarray(from, from + cut)); from += cut }
    parts.push(bytes.subarray(from))
    const found: string[] = []
    for await (const line of lines(chunks(parts), 1000)) found.push(Buffer.from(line!).toString())
    assert.deepEqual(found, signs.join('').replace(/\n$/, '').split('\n').slice(0, signs.join('') === '' ? 0 : undefined))
  }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progress } from './progress.ts'

const run = (shown: boolean, times: readonly number[], total: number | null): string => {
  let [at, written] = [0, '']
  const line = progress(shown, total, { write: (text) => (written += text), now: () => at })
  for (const time of times) { at = time; line.step() }
  line.end()
  return written
}

test('a quick run shows no progress', () => assert.equal(run(true, [10, 500, 990], 3), ''))
test('after a second it counts, not at every document, and wipes its line at the end', () =>
  assert.equal(run(true, [500, 1000, 1050, 1100, 2000], 9), '\r2 of 9 documents, 2 a second\x1b[K\r4 of 9 documents, 4 a second\x1b[K\r5 of 9 documents, 3 a second\x1b[K\r\x1b[K'))
test('without a total it only counts', () => assert.match(run(true, [1000], null), /\r1 documents,/))
test('where nobody looks nothing is shown', () => assert.equal(run(false, [500, 5000], 2), ''))

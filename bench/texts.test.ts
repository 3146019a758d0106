import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benchTexts, bytes } from './texts.ts'

test('the corpus is repeated until there is enough, and not much more', () => {
  const texts = benchTexts(undefined, 200_000)
  assert.ok(bytes(texts) >= 200_000 && bytes(texts) < 230_000)
  assert.ok(new Set(texts.map(({ id }) => id)).size < texts.length)
  assert.ok(texts.every(({ date }) => date === null || /^\d{4}/.test(date)))
})

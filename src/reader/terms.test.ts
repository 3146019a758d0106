import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { study } from './index.ts'

/** Sentences of the Arabic pack's own tests stand in YAML: code holds no word of any language. */
const { found, about } = parse(readFileSync(join(import.meta.dirname, 'terms.test.yaml'), 'utf8')) as {
  readonly found: readonly { readonly asked: string; readonly text: string; readonly finds: readonly string[] }[]
  readonly about: readonly { readonly text: string; readonly tells: readonly string[] }[]
}

const keysOf = (text: string): readonly (readonly [string, readonly string[]])[] => {
  const points = Array.from(text)
  return study(text, { language: 'ar' }).terms.map(({ start, end, keys }) => [points.slice(start, end).join(''), keys])
}

for (const { asked, text, finds } of found) {
  test(`${asked} finds ${finds.join(', ') || 'nothing'} in: ${text}`, () => {
    const keys = new Set(keysOf(asked).flatMap(([, all]) => all))
    assert.deepEqual(keysOf(text).filter(([, all]) => all.some((key) => keys.has(key))).map(([word]) => word), finds)
  })
}

for (const { text, tells } of about) {
  test(`what is told of: ${text}`, () => assert.deepEqual([...new Set(study(text, { language: 'ar' }).terms.map((term) => term.about).filter((key) => key !== null))], tells))
}

test('terms stand in the order of the text and cover each word once', () => {
  const text = found.map((one) => one.text).join('\n')
  const { terms } = study(text, { language: 'ar' })
  for (const [at, { start, end }] of terms.entries()) assert.ok(start < end && start >= (terms[at - 1]?.end ?? 0))
  assert.ok(terms.length > 10)
})

test('a text that cannot be read has no terms', () => assert.deepEqual(study('Ein Text, den keine Sprache liest.', { language: 'de' }).terms, []))

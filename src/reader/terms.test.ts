import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { study } from './index.ts'

/** Sentences of the packs' own tests stand in YAML: code holds no word of any language. */
const { found, about } = parse(readFileSync(join(import.meta.dirname, 'terms.test.yaml'), 'utf8')) as {
  readonly found: readonly { readonly language?: string; readonly asked: string; readonly text: string; readonly finds: readonly string[] }[]
  readonly about: readonly { readonly language?: string; readonly text: string; readonly tells: readonly string[] }[]
}

const keysOf = (text: string, language = 'ar'): readonly (readonly [string, readonly string[]])[] => {
  const points = Array.from(text)
  return study(text, { language }).terms.map(({ start, end, keys }) => [points.slice(start, end).join(''), keys])
}

for (const { language, asked, text, finds } of found) {
  test(`${asked} finds ${finds.join(', ') || 'nothing'} in: ${text}`, () => {
    const keys = new Set(keysOf(asked, language).flatMap(([, all]) => all))
    assert.deepEqual(keysOf(text, language).filter(([, all]) => all.some((key) => keys.has(key))).map(([word]) => word), finds)
  })
}

for (const { language = 'ar', text, tells } of about) {
  test(`what is told of: ${text}`, () => assert.deepEqual([...new Set(study(text, { language }).terms.map((term) => term.about).filter((key) => key !== null))], tells))
}

test('terms stand in the order of the text and cover each word once', () => {
  const text = found.filter(({ language }) => language === undefined).map((one) => one.text).join('\n')
  const { terms } = study(text, { language: 'ar' })
  for (const [at, { start, end }] of terms.entries()) assert.ok(start < end && start >= (terms[at - 1]?.end ?? 0))
  assert.ok(terms.length > 10)
})

test('a text that cannot be read has no terms', () => assert.deepEqual(study('Ein Text, den keine Sprache liest.', { language: 'de' }).terms, []))

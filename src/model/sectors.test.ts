import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { sectors } from './codes.ts'

type Row = { readonly code: string; readonly labels: Readonly<Record<string, unknown>>; readonly dac: readonly unknown[]; readonly near?: boolean }

const rows = parse(readFileSync(join(import.meta.dirname, 'sectors.yaml'), 'utf8')) as readonly Row[]
const languages = ['ar', 'en', 'zh', 'ru', 'kk']

/** A label in the script of its language: a cell of the table that slipped into another column is seen at once. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{Script=Arabic} ]+$/u, en: /^[\p{Script=Latin} -]+$/u, zh: /^\p{Script=Han}+$/u, ru: /^[\p{Script=Cyrillic} -]+$/u, kk: /^[\p{Script=Cyrillic} -]+$/u,
}

test('every sector stands in the table once, in the order of the codes', () => assert.deepEqual(rows.map(({ code }) => code), [...sectors]))

for (const { code, labels, dac, ...rest } of rows) {
  test(`${code} has its labels and purpose codes, and nothing else`, () => {
    assert.deepEqual(Object.keys(labels), languages)
    for (const language of languages) assert.match(String(labels[language]), scripts[language]!, `${language}: ${String(labels[language])}`)
    assert.ok(dac.length > 0)
    for (const purpose of dac) assert.match(String(purpose), /^[1-9]\d{4}$/, `${String(purpose)} is no purpose code: five digits in quotes`)
    assert.ok(dac.every((purpose) => typeof purpose === 'string'), 'purpose codes stand in quotes')
    assert.equal(new Set(dac).size, dac.length)
    assert.deepEqual(Object.keys(rest).filter((field) => field !== 'near'), [])
  })
}

for (const language of languages) {
  test(`no two sectors have one name in ${language}`, () => {
    const names = rows.map(({ labels }) => labels[language])
    assert.equal(new Set(names).size, names.length)
  })
}

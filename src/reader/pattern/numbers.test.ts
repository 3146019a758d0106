import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { digitsOf, dottedDate } from './digits.ts'
import { quantitiesIn } from './told.ts'

test('separators are read by what follows them', () => {
  const values = ['22.4', '1,3', '1,300', '10\u060c5', '1,250,000', '1.250.000', '1,234.56', '1.234,56', '0.125', '2015'].map((form) => digitsOf(form).value)
  assert.deepEqual(values, [22.4, 1.3, 1300, 10.5, 1250000, 1250000, 1234.56, 1234.56, 0.125, 2015])
})
test('a point before three digits is left open', () => assert.deepEqual(digitsOf('1.250'), { value: null, decimal: 1.25, whole: false }))
test('wire services print the decimals first', () => assert.equal(digitsOf('62\u063131').value, 31.62))
test('a token that is no number has no value', () => assert.equal(digitsOf('1,2,3').value, null))
test('a date with points', () => {
  assert.deepEqual(dottedDate('25.8.2015'), [25, 8, 2015])
  assert.equal(dottedDate('25.8'), null)
})
test('whole numbers are read back', () => fc.assert(fc.property(fc.nat(999_999_999), (value) => digitsOf(String(value)).value === value && digitsOf(value.toLocaleString('en-US')).value === value)))

/** The value read from words of number before a currency. */
const value = (words: string): string | undefined => /= (\S+) USD$/.exec(quantitiesIn(`${words} دولار`, null)[0]?.[0] ?? '')?.[1]

test('words of number combine', () => {
  const said: readonly (readonly [string, number])[] = [
    ['سبعة', 7], ['أحد عشر', 11], ['تسعة عشر', 19], ['خمسة وعشرون', 25], ['مئة وستة وثلاثون', 136], ['أربعمئة وخمسون', 450], ['ثلاث مئة', 300],
    ['ألفان', 2000], ['سبعة آلاف وثمانمئة', 7800], ['خمسة وعشرون ألفا', 25000], ['مئة وعشرين ألف', 120000], ['مليون ومئتا ألف', 1200000],
    ['ثلاثة ملايين ونصف المليون', 3500000], ['ألف مليون', 1e9], ['مليار ونصف', 1.5e9], ['ربع مليون', 250000], ['خمسة ونصف مليار', 5.5e9], ['مئة ألف مليون', 1e11],
    ['3 مليارات و 250 مليون', 3.25e9], ['40 ألف مليون', 4e10], ['(3.5) مليون', 3.5e6], ['1.250 مليون', 1.25e6],
  ]
  for (const [words, expected] of said) assert.equal(value(words), String(expected), words)
})
test('a plural of magnitude alone is no number', () => assert.equal(value('ملايين ال'), undefined))
test('two figures side by side are two numbers', () => assert.equal(value('مليون و5 ملايين'), '5000000'))

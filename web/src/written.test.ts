import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountIn, dateIn, digitsIn, directionOf, documentDirection, numberIn, paragraphDirection, regionIn } from './written.ts'

test('numbers are written with the digits of the reader', () => {
  assert.equal(numberIn('ar', 1234), '١٬٢٣٤')
  assert.equal(numberIn('en', 1234), '1,234')
})

test('days, months, years, intervals; a hedge is no date', () => {
  assert.equal(dateIn('en', '2015-12-14'), '14 Dec 2015')
  assert.equal(dateIn('ar', '2015-12-14'), '١٤ ديسمبر ٢٠١٥')
  assert.equal(dateIn('en', '2015-12'), 'Dec 2015')
  assert.equal(dateIn('en', '2015'), '2015')
  assert.equal(dateIn('en', '2015~'), '≈ 2015')
  assert.equal(dateIn('en', '2017-01/2017-03'), 'Jan 2017 – Mar 2017')
  assert.equal(dateIn('en', 'asap'), null)
})

test('money by its name, other things by the word as printed', () => {
  assert.equal(amountIn('en', 40_000_000_000, 'USD'), '40 billion US dollars')
  assert.match(amountIn('ar', 40_000_000_000, 'USD'), /٤٠ مليار دولار/)
  assert.equal(amountIn('en', 23, '%'), '23%')
  assert.equal(amountIn('en', 22.4, 'km'), '22.4 kilometres')
  assert.equal(amountIn('ar', 22.4, 'km'), '٢٢٫٤ كيلومتر')
  assert.equal(amountIn('en', 18, 'محطة'), '18 محطة')
  assert.deepEqual([digitsIn('ar', 'بحلول 2019'), digitsIn('en', 'by 2019')], ['بحلول ٢٠١٩', 'by 2019'])
})

test('states by name, bodies by their own', () => {
  assert.equal(regionIn('ar', 'KZ'), 'كازاخستان')
  assert.equal(regionIn('en', 'KZ'), 'Kazakhstan')
  assert.equal(regionIn('en', 'body:silk-road-fund'), 'silk-road-fund')
})

test('a passage has the direction of its first letter', () => {
  assert.equal(directionOf('45 مشروعا'), 'rtl')
  assert.equal(directionOf('Phase 2 من'), 'ltr')
  assert.equal(directionOf('2030'), 'ltr')
  assert.equal(documentDirection('ar', '2015'), 'rtl')
  assert.equal(documentDirection(null, 'مد'), 'rtl')
  assert.deepEqual(['The two sides met.', 'وقع الطرفان مذكرة MOU', '2015'].map((text) => paragraphDirection('rtl', text)), ['ltr', 'rtl', 'rtl'])
})

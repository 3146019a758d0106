import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadPack } from './lexicon/load.ts'
import { openPage } from './open.ts'
import type { Mention } from './page.ts'
import { quantitiesIn } from './pattern/told.ts'
import { markQuantities } from './quantities.ts'

const quantities = (text: string): readonly string[] => quantitiesIn(text, null).map(([said]) => said)

/** What the only sum of a text is measured in, when these states are mentioned at these words. */
const unit = (text: string, ...states: readonly (readonly [at: number, code: string, adjective: boolean])[]): string | undefined => {
  const mentions = states.map(([from, code, adjective]): Mention => ({ from, to: from + 1, rule: 'test', key: code, type: 'state', code, wikidata: null, adjective, post: null, of: null }))
  return markQuantities({ ...openPage(text, loadPack('ar'), null), mentions }).quantities[0]?.unit
}

test('a bare currency is that of the only fitting state', () => {
  assert.equal(unit('قدم الصندوق 5 ملايين ريال'), '')
  assert.equal(unit('قدمت الدوحة 5 ملايين ريال', [1, 'QA', false]), 'QAR')
  assert.equal(unit('قدمت الدوحة ومسقط 5 ملايين ريال', [1, 'QA', false], [2, 'OM', false]), '')
})
test('the sentence comes before the page', () => assert.equal(unit('قدمت الدوحة 5 ملايين ريال. ووصل وفد مسقط.', [1, 'QA', false], [9, 'OM', false]), 'QAR'))
test('a demonym that has no such currency leaves it open', () => assert.equal(unit('قدم الصندوق 5 ملايين ريال كوري بالرياض', [5, 'KR', true], [6, 'SA', false]), ''))
test('the full name serves for the bare one', () => assert.deepEqual(quantities('9 ملايين دينار أردني ثم 3 ملايين دينار'), ['9 ملايين دينار أردني = 9000000 JOD', '3 ملايين دينار = 3000000 JOD']))

test('a sum in a second currency repeats the first', () => {
  assert.deepEqual(quantities('10 مليارات يورو (11.6 مليار دولار)'), ['10 مليارات يورو = 10000000000 EUR', '11.6 مليار دولار = 11600000000 USD repeats'])
  assert.deepEqual(quantities('10 مليارات يورو و11.6 مليار دولار'), ['10 مليارات يورو = 10000000000 EUR', '11.6 مليار دولار = 11600000000 USD'])
})
test('a misprint of magnitude keeps the words and no value', () => assert.deepEqual(quantities('منحة قدرها 58.5 كليون دولار'), ['58.5 كليون دولار = ? USD']))
test('an open spelling gives no value', () => assert.deepEqual(quantities('نقلت 1.250 طن'), ['1.250 طن = ? t']))
test('a year is not multiplied', () => assert.deepEqual(quantities('للأعوام 2016 و2017 و2018 مليار يورو'), ['مليار يورو = 1000000000 EUR']))
test('last year is no rate', () => assert.deepEqual(quantities('بلغ 40 مليار دولار في العام الماضي'), ['40 مليار دولار = 40000000000 USD']))
test('a preposition is no yen', () => assert.deepEqual(quantities('المركز 87 بين الدول'), []))
test('the ends of a range share their magnitude', () => {
  assert.deepEqual(quantities('بين 3 و5 مليارات دولار'), ['3 = 3000000000 USD', '5 مليارات دولار = 5000000000 USD'])
  assert.deepEqual(quantities('بين 900 مليون و2 مليار دولار'), ['900 مليون = 900000000 USD', '2 مليار دولار = 2000000000 USD'])
})

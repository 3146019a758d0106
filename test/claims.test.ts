import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claim, claimsOf } from '../src/ledger/index.ts'
import { study } from '../src/reader/index.ts'

/** What the ledger makes of a reading that only both rooms together can tell. */

const claims = (text: string, issued = '2019-03-04'): readonly Claim[] => {
  const { reading, terms } = study(text, { issued })
  return claimsOf(reading, terms, text).claims
}

const routes = (text: string): readonly string[] => [...new Set(claims(text).flatMap(({ route }) => (route ? [route.join(' ')] : [])))]
const printed = (text: string): readonly string[] => claims(text).flatMap(({ item, printed = [] }) => printed.map(({ value, unit, words }) => `${item.kind} ${value} ${unit}: ${words}`))
const sides = (text: string): readonly string[] => claims(text).flatMap(({ item }) => (item.kind === 'figure' ? [`${item.value / 1e9} ${item.side ?? '-'}`] : []))

test('a line of transport has the two ends that its passage names first', () => {
  assert.deepEqual(routes('اتفقت عُمان والسعودية على بناء خط سكة حديد من صلالة إلى الرياض.'), ['place:salalah place:riyadh'])
  assert.deepEqual(routes('Oman and Saudi Arabia agreed to build a railway from Salalah to Riyadh.'), ['place:salalah place:riyadh'])
})

test('a line whose stops are strung together has all of them, and is not taken for others that its passage names', () => {
  assert.deepEqual(routes('اتفقت عُمان والسعودية على بناء خط سكة حديد صلالة - مسقط - الرياض.'), ['place:salalah place:muscat place:riyadh'])
  assert.deepEqual(routes('Oman and Saudi Arabia agreed to build the Salalah–Muscat–Riyadh railway from the port of Duqm.'), ['place:salalah place:muscat place:riyadh'])
  assert.deepEqual(routes('Oman and Saudi Arabia agreed to build a railway from Salalah to Riyadh, and not to Muscat.'), ['place:salalah place:riyadh'])
})

test('a state by its own name may be an end beside a place; as an adjective it is none, nor are two states alone', () => {
  assert.deepEqual(routes('اتفق الجانبان على بناء طريق يربط كازاخستان بأوروبا الغربية.'), ['state:KZ place:western-europe'])
  assert.deepEqual(routes('اتفق الجانبان على بناء الطريق الكازاخي في أستانا.'), [])
  assert.deepEqual(routes('اتفق الجانبان على بناء طريق يربط كازاخستان والصين.'), [])
})

test('what runs nowhere has no ends, however many places it names', () => assert.deepEqual(routes('اتفق الجانبان على بناء مستشفى في صلالة ومستشفى في الرياض.'), []))

test('an amount keeps the words in which its text prints it', () => {
  assert.deepEqual(printed('اتفقت عُمان وماليزيا على رفع التبادل التجاري إلى ٣٫٥ مليارات دولار بحلول عام 2025، بعد أن بلغ 3.1 مليارات دولار في عام 2017.'), ['figure 3100000000 USD: 3.1 مليارات دولار', 'commitment 3500000000 USD: ٣٫٥ مليارات دولار'])
  assert.deepEqual(printed('Oman and Malaysia agreed to raise bilateral trade to $3.5bn by 2025.'), ['commitment 3500000000 USD: $3.5bn'])
  assert.deepEqual(printed('اتفق الجانبان على بناء مستشفى في صلالة.'), [])
})

const two = 'بلغت التجارة بين عُمان وماليزيا أرقاما مختلفة. وبحسب الجمارك العُمانية، بلغ حجم التجارة بين البلدين 3.1 مليارات دولار في عام 2017. أما الإحصاء الماليزي فيقدر تجارة عام 2017 بنحو 2.4 مليار دولار.'

test('values of one period in one paragraph are those of the sides that it names', () => assert.deepEqual(sides(two), ['3.1 OM', '2.4 MY']))

test('a value has no side where nothing is counted twice, or where one side told both', () => {
  assert.deepEqual(sides('وبحسب الجمارك العُمانية، بلغ حجم التجارة بين عُمان وماليزيا 3.1 مليارات دولار في عام 2017.'), ['3.1 -'])
  assert.deepEqual(sides(two.replace('الماليزي ', 'العُماني ')), ['3.1 -', '2.4 -'])
  assert.deepEqual(sides(two.replace('تجارة عام 2017', 'تجارة عام 2018')), ['3.1 -', '2.4 -'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { testPage, timesIn } from './pattern/told.ts'

const times = (text: string, issued: string | null = '2019-04-10'): readonly string[] => timesIn(text, issued).map(([said]) => said)

test('a year-end is the year-end of the document, not of the reader', () => assert.deepEqual(times('يبدأ البناء بنهاية العام', '2015-12-14'), ['بنهاية العام = 2015-12-31 limit']))

test('without a date relative words are kept and get no value', () => {
  assert.deepEqual(times('يصل الوفد غدا إلى جدة', null), ['غدا = ?'])
  assert.deepEqual(times('اكتمل الخط العام الماضي', null), ['العام الماضي = ?'])
  assert.deepEqual(times('اكتمل الخط في مايو 2018', null), ['مايو 2018 = 2018-05'])
})

test('a year is known of a date that is only a year', () => {
  assert.deepEqual(times('اكتمل الخط العام الماضي', '2019'), ['العام الماضي = 2018'])
  assert.deepEqual(times('اكتمل الخط الشهر الماضي', '2019'), ['الشهر الماضي = ?'])
})

test('a weekday goes with the tense of its clause', () => {
  assert.deepEqual(times('وقعت الشركتان العقد السبت', '2019-04-10'), ['السبت = 2019-04-06'])
  assert.deepEqual(times('ستوقع الشركتان العقد السبت', '2019-04-10'), ['السبت = 2019-04-13'])
})

test('yesterday is never next week', () => assert.deepEqual(times('يبحث الوزيران الثلاثاء ملف المياه', '2019-04-10'), ['الثلاثاء = 2019-04-09']))
test('tomorrow is not six days ago', () => assert.deepEqual(times('قبل اجتماع مقرر الخميس', '2019-04-10'), ['الخميس = 2019-04-11']))
test('the weekday beside "today" is believed', () => assert.deepEqual(times('وصل الوفد اليوم الثلاثاء', '2019-04-10'), ['اليوم الثلاثاء = 2019-04-09']))

test('a month without a year goes with the tense, unless that is far and the other is near', () => {
  assert.deepEqual(times('وقعت الشركتان العقد في نوفمبر'), ['نوفمبر = 2018-11'])
  assert.deepEqual(times('ستوقع الشركتان العقد في نوفمبر'), ['نوفمبر = 2019-11'])
  assert.deepEqual(times('اتفق الوزيران على أن الموعد في 12 أبريل'), ['12 أبريل = 2019-04-12'])
})

test('contradicting names of months are not one month', () => assert.deepEqual(times('بين مايو/أيار 2018 ويونيو/حزيران 2018'), ['بين مايو/أيار 2018 ويونيو/حزيران 2018 = 2018-05/2018-06']))
test('the ends of a range help each other', () => {
  assert.deepEqual(times('من 28 ديسمبر إلى 3 يناير 2019'), ['من 28 ديسمبر إلى 3 يناير 2019 = 2018-12-28/2019-01-03'])
  assert.deepEqual(times('من نوفمبر 2017 إلى فبراير'), ['من نوفمبر 2017 إلى فبراير = 2017-11/2018-02'])
})
test('a range that runs backwards is read as its parts', () => assert.deepEqual(times('في 2032 وحتى 2022'), ['2032 = 2032', '2022 = 2022 limit']))

test('years in names are no times', () => assert.deepEqual(times('رؤية 2030 وإكسبو 2020 وأجندة 2063 و"صنع في المدينة 2025"'), []))
test('durations, ages and vague spans are no times', () => assert.deepEqual(times('لمدة عشر سنوات، عمره 32 عاما، خلال السنوات القليلة الماضية، في الأعوام المقبلة، استمر 3 ساعات'), []))
test('no paragraph runs into the next', () => assert.deepEqual(times('وصل الوفد يوم 12\nمايو شهر جميل'), []))
test('letters set apart belong to what follows', () => assert.deepEqual(times('في عامي 2016 و 2017'), ['عامي 2016 و 2017 = 2016/2017']))
test('a billion years ago is no date', () => assert.deepEqual(times('قبل مليار العام'), ['قبل مليار العام = ?']))
test('no 31st of June', () => assert.deepEqual(times('يصل في 31 يونيو 2019'), ['يونيو 2019 = 2019-06']))

const words = fc.constantFrom('من', 'إلى', 'في', '12', '2018', '31', 'مايو', '/', 'أيار', 'العام', 'الماضي', 'و', 'بنهاية', 'الخميس', 'يومي', 'حتى', 'قبل', 'سنوات', 'الربع', 'الأول', '(', ')', '،', '\n', 'مليار', 'دولار', 'اليوم', '"', '1,3', '-', 'ثلاثة')
const heaps = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '))

test('any heap of words is read: spans in order, inside the text, without overlap', () => fc.assert(fc.property(heaps, fc.constantFrom(null, '2018-05-16', '2018', 'nonsense'), (text, issued) => {
  const { times: marks, quantities, words: tokens } = testPage(text, issued)
  for (const layer of [marks, quantities])
    layer.forEach(({ from, to }, at) => assert.ok(from >= (layer[at - 1]?.to ?? 0) && from < to && to <= tokens.length))
})))
test('any string is read', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => testPage(text, '2018-05-16').times.length >= 0)))
test('every date that is read is a date', () => fc.assert(fc.property(heaps, (text) => {
  for (const { edtf } of testPage(text, '2018-05-16').times) if (edtf !== null) assert.match(edtf, /^\d{4}(-\d\d){0,2}~?(\/\d{4}(-\d\d){0,2}~?)?$|^\d{3}X$/)
})))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './index.ts'

const promises = (text: string): readonly unknown[] => read(text, { language: 'ar', issued: '2024-03-13' }).commitments.map(({ force, action, deadline }) => [force, action, deadline])

test('a deed that is due on a date is planned, whether its day has passed or not', () => {
  assert.deepEqual(promises('وقالت السنغال إن افتتاح الجسر مقرر في مايو المقبل.'), [['planned', 'open', '2024-05']])
  assert.deepEqual(promises('وقالت السنغال إن افتتاح الجسر كان مقررا يومي 29 و30 سبتمبر من العام الماضي.'), [['planned', 'open', '2023-09-29/2023-09-30']])
})

test('an attribute, a denial and a deed without a date are no promise of it', () => {
  assert.deepEqual(promises('وقالت السنغال إن افتتاح الجسر المقرر في مايو المقبل يسر الناس.'), [])
  assert.deepEqual(promises('وقالت السنغال إن افتتاح الجسر غير مقرر في مايو المقبل.'), [])
  assert.deepEqual(promises('كان افتتاح الجسر في السنغال متوقعا.'), [])
})

test('a deed that is still talked about is considered', () =>
  assert.deepEqual(promises('تمويل السنغال للجسر ما زال قيد المحادثات.'), [['considered', 'finance', null]]))

test('with the verb first, what is entered stands behind its subject', () => {
  assert.deepEqual(promises('ستدخل محطة التحلية في السنغال الخدمة في مايو المقبل.'), [['planned', 'launch', '2024-05']])
  assert.deepEqual(promises('ستدخل السنغال السوق في مايو المقبل.').map((one) => (one as unknown[])[1]), ['other'])
})

test('loans that are planned are promised, with their sum', () =>
  assert.deepEqual(promises('وقال الوزير إن هناك قروضا مقررة للسنغال بقيمة 15 مليون دولار.'), [['planned', 'finance', null]]))

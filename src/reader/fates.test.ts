import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './index.ts'

test('what a cabinet or a parliament approved is agreed, what a council ratified is in force, and what one is committed to exists', () => {
  const fates = (text: string): readonly string[] => read(text, { language: 'ar', issued: '2022-09-20' }).instruments.map(({ status }) => status)
  assert.deepEqual(fates('وافق مجلس الوزراء السعودي على اتفاقية للتعاون مع السنغال.'), ['agreed'])
  assert.deepEqual(fates('أقر البرلمان السنغالي اتفاقية قرض مع فرنسا.'), ['agreed'])
  assert.deepEqual(fates('صادق مجلس الوزراء السنغالي على اتفاقيتين بشأن النقل الجوي مع غينيا.'), ['in-force'])
  assert.deepEqual(fates('جددت السنغال التزامها باتفاقية الصيد مع غينيا.'), ['existing'])
  assert.deepEqual(fates('وافقت السنغال على تمويل الميناء بموجب اتفاقية جديدة.'), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { read } from './index.ts'

/** Instruments that are told in lists, at ceremonies and between companies, where the verb stands first. */

const reading = (source: string): Reading => read(source, { issued: '2026-05-14', language: 'ar' })
const instruments = (source: string): readonly unknown[] => reading(source).instruments.map(({ type, status, count }) => [type, status, count])

test('a body that one member founds does not end the list', () =>
  assert.deepEqual(instruments('وقعت تشاد وبيرو اتفاقا في مجال السياحة، ومذكرة تفاهم لإنشاء مركز للأبحاث البحرية، وبرنامجا تنفيذيا في مجال التعليم.'),
    [['agreement', 'signed', null], ['memorandum', 'signed', null], ['centre', 'agreed', null], ['plan', 'signed', null]]))

test('what a ceremony of signing signs is signed, and «concerns» tells which member is which', () =>
  assert.deepEqual(instruments('ترأس الوزيران التشادي والبيروفي حفل التوقيع على أربع اتفاقيات. وتهم الاتفاقية الأولى تكوين المهندسين.'), [['agreement', 'signed', 4], ['agreement', 'signed', null]]))

test('a small word told again adds a member of its own, which is none of the set', () => {
  const source = 'تم التوقيع بين تشاد وبيرو على مذكرتي تفاهم في مجال الصحة، وعلى عقد لبناء جسر بكلفة 3 ملايين دولار.'
  assert.deepEqual(instruments(source), [['memorandum', 'signed', 2], ['contract', 'signed', null]])
  assert.deepEqual(reading(source).gaps, [])
  assert.equal(reading(source).instruments[1]!.value, null)
})

test('the first of those told among a set is signed with it, and nobody waits for the others', () => {
  const source = 'وقعت تشاد وبيرو 8 اتفاقيات، من بينها اتفاقية لتجنب الازدواج الضريبي، واتفاقية بشأن النقل.'
  assert.deepEqual(instruments(source), [['agreement', 'signed', 8], ['agreement', 'signed', null], ['agreement', 'signed', null]])
  assert.deepEqual(reading(source).gaps, [])
})

test('how near a contract stands counts from behind those who signed', () => {
  assert.deepEqual(instruments('وقعت «أدنوك» و«سينوبك» و«هافن لاين» عقدا لحفر 12 بئرا.'), [['contract', 'signed', null]])
  assert.deepEqual(instruments('وقعت هزة أرضية في العقد الماضي في تشاد.'), [])
})

test('the article of a title is none that points back', () => {
  assert.deepEqual(instruments('وقع الوزيران التشادي والبيروفي الخطة التنفيذية للتعاون السياحي.'), [['plan', 'signed', null]])
  assert.deepEqual(instruments('وقعت تشاد وبيرو الخطة السنوية في ليما.'), [])
})

test('the agreement that a committee is formed for exists', () =>
  assert.deepEqual(instruments('اتفق الجانبان التشادي والبيروفي على تشكيل لجنة لمتابعة تنفيذ اتفاقية التجارة الحرة بين تشاد وبيرو.'), [['committee', 'agreed', null], ['agreement', 'existing', null]]))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sameName } from './samename.ts'

const pairs: readonly (readonly [string, string])[] = [
  ['كريم ماسيموف', 'Karim Massimov'], ['Karim Masimov', 'Karim Massimov'], ['كريم ماسيموف', 'Карим Масимов'], ['نور سلطان نزارباييف', 'Nursultan Nazarbayev'], ['Nursultan Nazarbayev', 'Nursultan Nazarbaev'],
  ['نور سلطان نزارباييف', 'Нурсултан Назарбаев'], ['Mohammed Al Jabri', 'Muhammad al-Jabri'], ['محمد الجابري', 'Mohammed Al-Jabri'], ['تشانغ قاو لي', 'Zhang Gaoli'], ['لي كه تشيانغ', 'Li Keqiang'],
  ['شي جين بينغ', 'Xi Jinping'], ['دينغ شيويه شيانغ', 'Ding Xuexiang'], ['هان تشنغ', 'Han Zheng'], ['باقيتجان ساغينتاييف', 'Bakytzhan Sagintayev'], ['رومان سكليار', 'Roman Sklyar'], ['عسكر مامين', 'Askar Mamin'],
  ['عليخان سمايلوف', 'Alikhan Smailov'], ['قاسم جومارت توكاييف', 'Kassym-Jomart Tokayev'], ['قاسم جومارت توكاييف', 'Қасым-Жомарт Тоқаев'], ['جاسور رحيموف', 'Jasur Rahimov'], ['هشام الغمراوي', 'Hisham El-Ghamrawy'],
  ['تاكيشي مورياما', 'MORIYAMA Takeshi'], ['أرفيند ناير', 'Arvind Nair'], ['خالد بن سالم الشنفري', 'Khalid bin Salim Al Shanfari'], ['خالد الشنفري', 'Khalid bin Salim Al Shanfari'], ['يرلان سارسينوف', 'Yerlan Sarsenov'],
  ['ليانغ تشي يوان', 'Liang Zhiyuan'], ['ماريك فيشنيفسكي', 'Marek Wiśniewski'], ['إدريس الزموري', 'Idriss Zemmouri'], ['عبد الرحمن السالمي', 'Abdulrahman al-Salmi'], ['عبدالله المرزوقي', 'Abdullah Al Marzouqi'],
  ['فاطمة الحارثي', 'Fatimah Al-Harthi'], ['Hassan Karimi', 'Hasan Karimi'], ['حسين الكاظمي', 'Hussein al-Kadhimi'], ['فلاديمير كوزنيتسوف', 'Vladimir Kuznetsov'], ['Владимир Кузнецов', 'Vladimir Kuznetsov'],
  ['سعيد البلوشي', 'Saeed Al Balushi'], ['محمود درويش', 'Mahmoud Darwish'],
]

const strangers: readonly (readonly [string, string])[] = [
  ['حسن الكاظمي', 'Hussein al-Kadhimi'], ['حسين الكاظمي', 'Hasan al-Kadhimi'], ['Hassan Karimi', 'Hussein Karimi'], ['حسن كريمي', 'حسين كريمي'], ['كريم ماسيموف', 'Karam Massimov'], ['كريم ماسيموف', 'Karim Mamin'],
  ['كريم', 'Karim'], ['ماسيموف', 'Karim Massimov'], ['لي وي', 'Li Wei'], ['وانغ يي', 'Yang Wei'], ['محمد الجابري', 'Mahmoud Al-Jabri'], ['محمود الجابري', 'Mohammed Al-Jabri'], ['حمد الجابري', 'Ahmed Al-Jabri Al-Amri'],
  ['خالد السالمي', 'Khalil al-Salmi'], ['سالم السالمي', 'Salman al-Salmi'], ['سليم حداد', 'Salam Haddad'], ['Ali Hassan Rashid', 'Rashid Hassan Ali'], ['علي راشد', 'Rashid Ali'], ['تشانغ قاو لي', 'Zhang Dejiang'], ['Zhang Gaoli', 'Zhang Gaoming'],
  ['لي كه تشيانغ', 'Li Zhanshu'], ['شي جين بينغ', 'Xi Jianguo'], ['هان تشنغ', 'Han Zhong Wei'], ['عسكر مامين', 'Askar Mamedov'], ['عليخان سمايلوف', 'Alikhan Smagulov'], ['قاسم جومارت توكاييف', 'Kassym Tasmagambetov'],
  ['نور سلطان نزارباييف', 'Nurlan Nigmatulin'], ['جاسور رحيموف', 'Jasur Karimov'], ['هشام الغمراوي', 'Hisham El-Gendy'], ['Marek Wiśniewski', 'Marek Wiśniak'], ['Ivan Petrov', 'Ivan Petrenko'], ['Владимир Кузнецов', 'Vladislav Kuznetsov'],
  ['فاطمة الحارثي', 'Fadwa Al-Harthi'], ['عبد الله المرزوقي', 'Abdulaziz Al Marzouqi'], ['عبد الرحمن السالمي', 'Abdulkarim al-Salmi'], ['سعيد البلوشي', 'Saad Al Balushi'], ['Khalid Al Shanfari', 'Khalid bin Salim Al Hinai'], ['Tariq Aziz', 'Tariq Azimi'],
]

for (const [one, other] of pairs) test(`one name: ${one}, ${other}`, () => {
  assert.ok(sameName(one, other))
  assert.ok(sameName(other, one), 'the other way round')
})

for (const [one, other] of strangers) test(`two names: ${one}, ${other}`, () => {
  assert.equal(sameName(one, other), null)
  assert.equal(sameName(other, one), null, 'the other way round')
})

test('the lists are long enough to say something', () => assert.ok(pairs.length > 30 && strangers.length > 30))

test('the reason says whether names were left out or stand in another order', () => {
  assert.equal(sameName('خالد الشنفري', 'Khalid bin Salim Al Shanfari')?.code, 'shorter')
  assert.equal(sameName('تاكيشي مورياما', 'MORIYAMA Takeshi')?.code, 'family-first')
  assert.equal(sameName('كريم ماسيموف', 'Karim Massimov')?.code, 'same-sounds')
})

test('any two strings are compared, in short time, and alike both ways', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abhjwkls -العوي مнзв'), maxLength: 60 })
  fc.assert(fc.property(name, name, (one, other) => assert.equal(sameName(one, other)?.code, sameName(other, one)?.code)), { numRuns: 500 })
})

test('a name of nothing but doubtful letters is not compared for long', () => assert.equal(sameName(`${'wj'.repeat(11)} bdkm`, `${'jw'.repeat(11)} bdkm`), null))

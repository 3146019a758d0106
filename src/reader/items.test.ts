import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { read } from './index.ts'

const reading = (source: string): Reading => read(source, { issued: '2025-10-20' })
const quotes = (items: readonly { readonly evidence: readonly { readonly quote: string }[] }[]): readonly string[] => items.map(({ evidence }) => evidence[0]!.quote)
const names = ({ entities }: Reading, ids: readonly string[]): readonly string[] => ids.map((id) => entities.find((entity) => entity.id === id)!.name)

test('a word inside a sum is no verb: "a billion and a half"', () => {
  const { commitments } = reading('وقعت الأردن واليابان اتفاقيتين، وتتضمن الأولى قرضا بقيمة 18 مليار ين، فيما تتضمن الثانية منحة بقيمة مليار ونصف المليار ين.')
  assert.deepEqual(quotes(commitments), ['وتتضمن الأولى قرضا بقيمة 18 مليار ين', 'تتضمن الثانية منحة بقيمة مليار ونصف المليار ين'])
  assert.deepEqual(commitments.map(({ target }) => target?.value), [18e9, 1.5e9])
})

test('what a memorandum of understanding lays down is agreed', () => {
  const { commitments } = reading('وتتضمن مذكرة التفاهم بين كندا والهند تدريب المهندسين، وتبادل المعلومات.')
  assert.deepEqual(commitments.map(({ force, action }) => [force, action]), [['agreed', 'support'], ['agreed', 'exchange']])
})

test('what is to be recommended is planned', () =>
  assert.deepEqual(reading('سيوصي الوفد الكيني برفع القيود عن السفر.').commitments.map(({ force }) => force), ['planned']))

test('parties are joined by "and", a comma or touch, not by standing near', () => {
  const found = reading('أعلنت فرنسا إعادة جدولة ديون السودان.')
  assert.deepEqual(names(found, found.commitments[0]!.parties), ['فرنسا'])
})

test('whoever is asked bears what is asked', () => {
  const found = reading('طلبت كندا من النرويج الكف عن الصيد.')
  assert.deepEqual(names(found, found.commitments[0]!.parties), ['النرويج'])
})

test('three states that meet are all parties', () => {
  const found = reading('اجتمعت تشاد والنيجر والسودان في روما. واتفق المشاركون على زيادة الرحلات.')
  assert.deepEqual(names(found, found.commitments[0]!.parties), ['تشاد', 'النيجر', 'السودان'])
})

test('the object tells what a general deed does', () => {
  const action = (deed: string) => reading(`اتفقت مصر واليونان على ${deed}.`).commitments[0]!.action
  assert.deepEqual(['تحديث الطرق', 'تطوير السياحة', 'تجديد قرض بقيمة مليار دولار', 'بدء محادثات بشأن الحدود'].map(action), ['build', 'strengthen', 'finance', 'negotiate'])
})

test('works done in part go on', () =>
  assert.deepEqual(reading('وانتهت الشركة من تنفيذ 70 بالمائة من مشروع الجسر في نيروبي.').projects.map(({ stage }) => stage), ['under-construction']))

test('two works that share only their sums are two', () =>
  assert.equal(reading('أعلنت فيتنام توسعة مصفاة باستثمارات تبلغ مليارين و500 مليون دولار. وأعلنت فيتنام بناء مستشفى بتكلفة 38 مليون دولار.').projects.length, 2))

test('what stands between ties is no list', () =>
  assert.deepEqual(reading('ناقش الوزيران العلاقات القائمة بين عمان وروسيا، ووقعا اتفاقية للنقل.').instruments.map(({ type }) => type), ['agreement']))

test('members of a signed list are dated as the list', () => {
  const { instruments } = reading('وقعت مصر واليونان اليوم ثلاث وثائق: اتفاقية للنقل، ومذكرة تفاهم في الصحة، وبروتوكول في التعليم.')
  assert.deepEqual(instruments.map(({ date }) => date), instruments.map(() => '2025-10-20'))
  assert.ok(instruments.length >= 3)
})

test('a date between the verb and the visit is that of the visit', () => {
  const [visit] = reading('يبدأ الرئيس الكيني، غدا، زيارة رسمية للسودان.').meetings
  assert.deepEqual([visit!.type, visit!.status, visit!.date], ['visit', 'scheduled', '2025-10-21'])
})

test('a value by the end of a year is that of the year', () =>
  assert.deepEqual(reading('بلغ حجم الاستثمارات 5 مليارات دولار بنهاية عام 2024.').figures.map(({ period }) => period), ['2024']))

test('a sum that opens a member of its own does not belong to the word before the comma', () =>
  assert.deepEqual(reading('خصص البنك مبلغا لدعم الصادرات، و100 مليون دولار لبناء الطرق في تونس.').figures, []))

test('few trains or flights are a figure where the text gives them for a year, not on a day', () => {
  const figures = (text: string): readonly unknown[] => read(text, { language: 'ar', issued: '2024-03-13' }).figures.map(({ value, unit, period }) => [value, unit, period])
  assert.deepEqual(figures('نقلت الشركة بين السنغال ومالي 350 حاوية في عام 2020.'), [[350, 'container', '2020']])
  assert.deepEqual(figures('وصلت إلى السنغال 12 حاوية أمس.'), [])
})

test('a fund told with its own sum and a committee called by its parties are there; a bare one points back', () => {
  const existing = (text: string): readonly unknown[] => read(text, { language: 'ar', issued: '2024-03-13' }).instruments.map(({ type, status, value }) => [type, status, value?.value])
  assert.deepEqual(existing('ويمول البنك الصندوق الأكبر البالغ مليوني دولار والمخصص لتعاون السنغال ومالي في الزراعة.'), [['fund', 'existing', 2e6]])
  assert.deepEqual(existing('ويمول البنك الصندوق في السنغال.'), [])
  assert.deepEqual(existing('ويؤكد الجانبان السنغالي والمالي أهمية لجنة التعاون بين البلدين.'), [['committee', 'existing', undefined]])
  assert.deepEqual(existing('ويؤكد الجانبان السنغالي والمالي أهمية اللجنة.'), [])
  assert.deepEqual(existing('عقدت لجنة التعاون بين السنغال ومالي دورتها السابعة.'), [])
})

test('how something is done is no offer, and "in his turn" is no session', () => {
  const items = (text: string): readonly unknown[] => { const { commitments, meetings } = read(text, { language: 'ar', issued: '2024-03-13' }); return [...commitments, ...meetings] }
  assert.deepEqual(items('وتنفذ السنغال البرنامج بدعم فرنسي.'), [])
  assert.deepEqual(items('وبدوره، شكر السفير السنغالي الوفد الفرنسي.'), [])
})

test('a small word of several words leads to what stands behind it, as one of one word does', () => {
  const { instruments, commitments } = read('شرعت السنغال في مباحثات مع فرنسا من أجل إنشاء مركز للبحوث.', { language: 'ar' })
  assert.deepEqual([instruments.map(({ type, status }) => [type, status]), commitments], [[['centre', 'proposed']], []])
  assert.deepEqual(read('تعمل السنغال وفرنسا من أجل التوصل إلى حل مقبول.', { language: 'ar' }).commitments, [])
})

test('chances of agreeing, a company of an unknown name and the fund of many states are no promise and no instrument', () => {
  const { commitments, instruments } = read('تحدث الوزير السنغالي عن فرص التوصل إلى حل سلمي.', { language: 'ar' })
  assert.deepEqual([...commitments, ...instruments], [])
  assert.deepEqual(read('شكر الوزير السنغالي شركة ستنغرام الفرنسية على حضورها.', { language: 'ar' }).commitments, [])
  assert.deepEqual(read('ستخفض تونس العجز استجابة لتوصيات صندوق النقد الدولي.', { language: 'ar' }).instruments, [])
})

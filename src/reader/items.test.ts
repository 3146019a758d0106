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

test('"and" written apart by a slip joins the members of a list all the same, and stands in the quote as it was written', () => {
  const { instruments } = read('وقعت السنغال و مالي اتفاقية في مجال النقل البحري و اتفاقية لحماية البيئة و مذكرة تفاهم في مجال الإسكان.', { language: 'ar' })
  assert.deepEqual(instruments.map(({ type, status, evidence: [{ quote }] }) => [type, status, quote.includes(' و ')]), [['agreement', 'signed', true], ['agreement', 'signed', false], ['memorandum', 'signed', false]])
})

test('the ordinal of a session in words above thirty, or as a figure behind the article', () => {
  const ordinals = (text: string): readonly unknown[] => read(text, { language: 'ar' }).meetings.map(({ ordinal }) => ordinal)
  assert.deepEqual(ordinals('عقدت لجنة السنغال ومالي دورتها الرابعة والثلاثين في داكار.'), [34])
  assert.deepEqual(ordinals('عقدت لجنة السنغال ومالي دورتها الـ 29 في داكار.'), [29])
  assert.deepEqual(ordinals('عقدت لجنة السنغال ومالي دورتها في داكار بحضور 29 خبيرا.'), [null])
})

test('what the joint committee agrees both sides agree, and what a memorandum lays down binds both, whoever tells of it', () => {
  const bound = (text: string): readonly unknown[] => {
    const { commitments, entities } = read(text, { language: 'ar' })
    return commitments.map(({ parties }) => parties.map((id) => entities.find((one) => one.id === id)!.code).toSorted())
  }
  assert.deepEqual(bound('اجتمع وزيرا السنغال والأردن في داكار. واتفقت اللجنة المشتركة على زيادة الرحلات.'), [['JO', 'SN']])
  assert.deepEqual(bound('وقعت السنغال والأردن مذكرتي تفاهم. وقال السفير نادر سعد، المتحدث الرسمي، إن البلدين راضيان. وتضمنت مذكرة التفاهم الأولى التعاون في الزراعة.'), [['JO', 'SN']])
})

test('a title tells in the present what was done; a sentence with a stop does not', () => {
  const statuses = (text: string): readonly unknown[] => read(text, { language: 'ar', issued: '2024-03-13' }).instruments.map(({ status, count }) => [status, count])
  assert.deepEqual(statuses('السنغال والأردن يوقعان 7 اتفاقيات خلال زيارة الرئيس'), [['signed', 7]])
  assert.deepEqual(statuses('السنغال والأردن يوقعان 7 اتفاقيات خلال زيارة الرئيس.'), [['proposed', 7]])
})

test('a set of documents, its members behind "which are", and an executive programme by its title', () => {
  const signed = (text: string): readonly unknown[] => read(text, { language: 'ar' }).instruments.map(({ type, status, count }) => [type, status, count])
  assert.deepEqual(signed('شهد وزيرا السنغال والأردن التوقيع على سبع وثائق للتعاون، تمثلت في اتفاق إطاري لتعزيز الربط الكهربائي.'), [['other', 'signed', 7], ['agreement', 'signed', null]])
  assert.deepEqual(signed('تم كذلك توقيع البرنامج التنفيذي في مجال التعليم العالي بين السنغال والأردن.'), [['plan', 'signed', null]])
  assert.deepEqual(signed('تم كذلك توقيع البرنامج بين السنغال والأردن.'), [])
  assert.deepEqual(signed('وقعت السنغال والأردن سبع مذكرات تفاهم. ويأتي التوقيع في ختام الدورة الثالثة للجنة المشتركة.'), [['memorandum', 'signed', 7]])
})

test('to hold committees is no contract, and an unknown head of government is no third side of a meeting', () => {
  const { instruments, commitments } = read('وجاء الاتفاق على عقد اللجان الفنية بين السنغال والأردن.', { language: 'ar' })
  assert.deepEqual([instruments.filter(({ type }) => type === 'contract'), commitments.map(({ force, action }) => [force, action])], [[], [['agreed', 'hold']]])
  const { meetings, entities } = read('انعقدت الدورة الثالثة للجنة السنغالية الأردنية برئاسة الدكتور مختار زيدون، رئيس مجلس الوزراء.', { language: 'ar' })
  assert.deepEqual(meetings[0]!.parties.map((id) => entities.find((one) => one.id === id)!.code).toSorted(), ['JO', 'SN'])
})

test('a session known by the figure of its ordinal alone, and one that will be held', () => {
  const meetings = (text: string): readonly unknown[] => read(text, { language: 'ar', issued: '2024-03-13' }).meetings.map(({ type, ordinal, status }) => [type, ordinal, status])
  assert.deepEqual(meetings('تم أمس، خلال أعمال الدورة الـ20 للجنة المختلطة السنغالية الأردنية، توقيع اتفاقية.'), [['session', 20, 'held']])
  assert.deepEqual(meetings('وقال الوزير السنغالي إن اجتماع اللجنة المشتركة السنغالية الأردنية سيتم قبل الصيف.'), [['session', null, 'scheduled']])
})

test('what a memorandum lays down in a clause is agreed, and the signing of an agreement is no agreement to do what follows', () => {
  const promises = (text: string): readonly unknown[] => read(text, { language: 'ar' }).commitments.map(({ force, action }) => [force, action])
  assert.deepEqual(promises('وتنص مذكرة التفاهم بين السنغال والأردن على أن يزيد الجانبان الرحلات.'), [['agreed', 'increase']])
  assert.deepEqual(promises('تم توقيع الاتفاق بين السنغال والأردن للحصول على القرض.'), [])
})

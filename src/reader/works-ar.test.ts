import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { read } from './index.ts'

/** Works told by their progress, their builder and their dates, where the verb stands first; and who bears what companies do. */

const reading = (source: string): Reading => read(source, { issued: '2026-05-14', language: 'ar' })
const projects = (source: string): readonly unknown[] => reading(source).projects.map(({ stage, measures }) => [stage, ...measures.map(({ value, unit }) => `${value} ${unit}`)])
const promises = (source: string): readonly unknown[] => reading(source).commitments.map(({ action, deadline }) => [action, deadline])
const bearers = (source: string): readonly string[] => {
  const { entities, commitments } = reading(source)
  return commitments.flatMap(({ parties }) => parties.map((id) => entities.find((entity) => entity.id === id)!)).map(({ code, name }) => code ?? name)
}

test('the share that is done is a measure of the works and no figure', () => {
  const source = 'قال وزير النفط التشادي إن نسبة الإنجاز في المرحلة الثانية من مصفاة الشمال، التي تبنيها شركة صينية بكلفة 300 مليون دولار، بلغت 40 بالمائة.'
  assert.deepEqual(projects(source), [['under-construction', '40 %']])
  assert.deepEqual(reading(source).figures, [])
  assert.equal(reading(source).projects[0]!.value?.value, 300e6)
})

test('works that a company builds are works, and the company is none', () =>
  assert.deepEqual(projects('زار الوزير التشادي محطة التحلية الجديدة التي تشيدها شركة صينية في الشمال.'), [['under-construction']]))

test('a measure told later, and what the noun alone does not say', () => {
  assert.deepEqual(projects('اتفقت تشاد وبيرو على بناء خط للقطار الخفيف. ويبلغ طول الخط 22 كيلومترا.'), [['planned', '22 km']])
  assert.deepEqual(projects('اتفقت تشاد وبيرو على فتح خط ساخن.'), [])
})

test('measures end where other works are built', () =>
  assert.deepEqual(projects('يبلغ طول خط القطار في تشاد 480 كيلومترا، وبدأ حفر نفق يبلغ طوله 12 كيلومترا.').map((one) => (one as unknown[]).length), [2, 2]))

test('works whose financing is promised are planned', () => {
  assert.deepEqual(projects('ستقدم بيرو قرضا لتمويل مستشفى للأطفال في تشاد بسعة 120 سريرا.'), [['planned', '120 bed']])
  assert.deepEqual(projects('شكر الوزير التشادي بيرو على تمويل المستشفى.'), [])
})

test('a beginning on a date ahead, told in passing or of works before their verb', () => {
  assert.deepEqual(promises('وقعت تشاد وبيرو اتفاقية لحماية الاستثمار، التي ستدخل حيز النفاذ في يونيو المقبل.'), [['implement', '2026-06']])
  assert.deepEqual(promises('قال الوزير التشادي إن محطة التحلية التي تشيدها شركة صينية ستدخل الخدمة في عام 2028.'), [['launch', '2028']])
  assert.deepEqual(promises('أنشأت تشاد وبيرو طريقا، تنطلق أشغاله في مارس 2027.'), [['launch', '2027-03']])
  assert.deepEqual(promises('قال الوزير التشادي إن الأشغال تنطلق في يوليو المقبل.'), [['launch', '2026-07']])
  assert.deepEqual(promises('أشاد الوزير التشادي بالعلاقات التي ستعزز التعاون مع بيرو.'), [])
  assert.deepEqual(promises('تنطلق طائرة الوزير التشادي إلى بيرو غدا.'), [])
})

test('what will open is not its builder', () =>
  assert.deepEqual(bearers('قال الوزير التشادي إن محطة التحلية التي تبنيها شركة سابك ستدخل الخدمة في عام 2028.'), ['TD']))

test('the company is the one named last, of the state that is said; an agency is no party', () => {
  assert.deepEqual(bearers('وسعت شركة سابك نشاطها في تشاد. وقال الوزير التشادي إن الشركة ستبني مصنعا.'), ['شركة سابك'])
  assert.deepEqual(bearers('وسعت شركة سابك وشركة النور الصينية نشاطهما في تشاد. وتعهدت الشركة الصينية ببناء مصنع.'), ['شركة النور الصينية'])
  assert.deepEqual(bearers('وقالت رويترز إن تشاد ستبني مصنعا.'), ['TD'])
  assert.deepEqual(bearers('ذكرت رويترز أن من المقرر بناء مصنع.'), [])
})

test('production that is expected to begin is promised, a figure that is expected is not', () => {
  assert.deepEqual(promises('أعلن الوزير التشادي اكتشاف حقل، متوقعا بدء الإنتاج في عام 2028.'), [['launch', '2028']])
  assert.deepEqual(promises('أشاد الوزير التشادي بالأداء، متوقعا نمو الصادرات 5 بالمئة في 2027.'), [])
})

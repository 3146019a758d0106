import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './index.ts'

const stages = (text: string, language = 'ar'): readonly string[] => read(text, { language, issued: '2022-09-20' }).projects.map(({ name, stage }) => `${name}: ${stage}`)
const bound = (text: string, language = 'ar'): readonly (readonly string[])[] => {
  const { commitments, entities } = read(text, { language, issued: '2022-09-20' })
  return commitments.map(({ parties }) => parties.map((id) => entities.find((one) => one.id === id)?.code ?? id))
}
const due = (text: string, language = 'ar'): readonly unknown[] => read(text, { language, issued: '2022-09-20' }).commitments.map(({ force, deadline }) => [force, deadline])

test('works that are said to stand somewhere are works at that stage', () => {
  assert.deepEqual(stages('لا يزال خط السكة الحديد بين السنغال ومالي قيد الإنشاء.'), ['خط السكة الحديد بين السنغال ومالي: under-construction'])
  assert.deepEqual(stages('مشروع الميناء في داكار متوقف منذ عام 2018.'), ['مشروع الميناء في داكار: suspended'])
  assert.deepEqual(stages('The Dakar airport railway is under construction.', 'en'), ['Dakar airport railway: under-construction'])
})

test('an attribute of works is no news of them, nor what is said of something else', () => {
  assert.deepEqual(stages('المشروعات المتوقفة في السنغال كثيرة.'), [])
  assert.deepEqual(stages('بحثت السنغال مشاريع معلقة مع مالي.'), [])
})

test('what is told of before stands where the last sentence puts it', () => {
  assert.deepEqual(stages('أطلقت السنغال مشروع المترو في 2015. وكان المشروع مجمدا في العام الماضي.'), ['مشروع المترو: suspended'])
  assert.deepEqual(stages('وقعت السنغال ومالي اتفاقية لبناء سد. ولا يزال السد قيد الإنشاء.'), ['بناء سد: under-construction'])
})

test('each of two counts of works has its own standing', () =>
  assert.deepEqual(stages('في السنغال 34 مشروعا مشتركا أنجزت و43 مشروعا قيد التنفيذ.').map((one) => one.split(': ')[1]), ['completed', 'under-construction']))

test('works may stand before the verb of what was done to them, and be told by a part', () => {
  assert.deepEqual(stages('الجسر الجديد بين السنغال ومالي افتتح في مايو 2016.'), ['الجسر الجديد بين السنغال ومالي: launched'])
  assert.deepEqual(stages('افتتح القسم السنغالي من الطريق في عام 2018.'), ['افتتح القسم السنغالي من الطريق: launched'])
})

test('a plan of an earlier day keeps its date, though it has passed', () => {
  assert.deepEqual(due('كان مقررا أن تبدأ خدمة القطار في السنغال في سبتمبر 2020.'), [['planned', '2020-09']])
  assert.deepEqual(due('كان من المقرر أن يكتمل بناء المطار في السنغال في عام 2019.'), [['planned', '2019']])
  assert.deepEqual(due('Senegal was scheduled to open the airport in June 2020.', 'en'), [['planned', '2020-06']])
})

test('whoever agrees or discusses with others shares it with them', () => {
  assert.deepEqual(bound('اتفق الرئيس الكيني مع نظيره الأوغندي على بناء خط سكة حديد.'), [['KE', 'UG']])
  assert.deepEqual(bound('بحث وزير الخارجية الأردني مع نظيره الألماني سبل تعزيز التعاون.'), [['JO', 'DE']])
  assert.deepEqual(bound('Kenya agreed with Uganda to build a railway.', 'en'), [['KE', 'UG']])
  assert.deepEqual(bound('تعهد الرئيس الكيني مع نهاية العام ببناء خط سكة حديد.'), [['KE']])
})

test('what measures a line told of before measures that line, and makes no other', () => {
  const { projects } = read('وقعت السنغال ومالي أمس اتفاقا إطاريا بشأن بناء خط للقطار الخفيف في داكار. ويبلغ طول الخط 22.4 كيلومتر وعليه 18 محطة.', { language: 'ar', issued: '2022-09-20' })
  assert.deepEqual(projects.map(({ measures }) => measures.map(({ value, unit }) => `${value} ${unit}`)), [['22.4 km', '18 station']])
})

test('the measure of other works in the sentence is theirs', () =>
  assert.deepEqual(read('ستبني السنغال خط سكة حديد جديدا، ويبلغ طول نفق ثيس 12.3 كيلومتر.', { language: 'ar', issued: '2022-09-20' }).projects[0]?.measures, []))

test('what was done yesterday was done, though the day stands before the deed', () => {
  assert.deepEqual(stages('تم أمس (الخميس) إنجاز الطريق السريع بين السنغال ومالي.'), ['إنجاز الطريق السريع بين السنغال ومالي: completed'])
  assert.deepEqual(stages('تم أمس إنجاز الجزأين السنغالي والمالي من الطريق السريع بين داكار وباماكو.').map((one) => one.split(': ')[1]), ['completed'])
})

test('works that had been opened were opened; a part of them moves the whole no further', () => {
  assert.deepEqual(stages('وكان القسم السنغالي من الطريق السريع بين داكار وباماكو قد افتتح في نوفمبر 2017.'), ['الطريق السريع بين داكار وباماكو: launched'])
  assert.deepEqual(stages('أنجزت السنغال الطريق السريع بين داكار وباماكو. وكان القسم السنغالي من الطريق قد افتتح في نوفمبر 2017.').map((one) => one.split(': ')[1]), ['completed'])
})

test('work that goes on in works is under way', () => assert.deepEqual(stages('ويجري العمل في 11 مشروعا في السنغال.'), ['11 مشروعا في السنغال: under-construction']))

test('the opening of an event is an encounter where somebody came to it, not where it is planned', () => {
  const met = (text: string): readonly string[] => read(text, { language: 'ar', issued: '2022-09-20' }).meetings.map(({ type, status }) => `${type} ${status}`)
  assert.deepEqual(met('حضر الرئيس السنغالي اليوم افتتاح معرض إكسبو في دبي.'), ['ceremony held'])
  assert.deepEqual(met('تعتزم السنغال افتتاح جناح في معرض إكسبو في دبي.'), [])
})

test('works that came to work are in operation; what they work with, or on, says nothing of it', () => {
  assert.deepEqual(stages('صار جسر الصداقة في داكار يعمل بعد سنوات من الانتظار.'), ['جسر الصداقة في داكار: launched'])
  assert.deepEqual(stages('زار الوزير السنغالي مصنعا جديدا يعمل بالغاز.'), [])
})

test('an attribute says that works are still to come, right behind them', () => {
  assert.deepEqual(stages('تمر القوافل قرب المطار المزمع إنشاؤه بين داكار وتييس.'), ['المطار المزمع إنشاؤه بين داكار وتييس: planned'])
  assert.deepEqual(stages('تشمل المرحلة الأولى من برنامج السنغال الإصلاحات المقررة.'), [])
  assert.deepEqual(stages('دعت السنغال مساهمي الشركة المزمع عقد اجتماعها غدا.'), [])
})

test('parts of works that were joined complete them', () => {
  assert.deepEqual(stages('تم أمس (الأحد) ربط القسمين السنغالي والمالي من خط السكة الحديد بين داكار وباماكو.').map((one) => one.split(': ')[1]), ['completed'])
  assert.deepEqual(stages('وصل طرفا النزاع في مالي إلى طريق مسدود.'), [])
})

test('a passage has the word that says how works stand, and their name has not', () => {
  const [project] = read('لا يزال جسر الصداقة في داكار قيد الإنشاء.', { language: 'ar' }).projects
  assert.deepEqual([project!.name, project!.evidence[0].quote], ['جسر الصداقة في داكار', 'جسر الصداقة في داكار قيد الإنشاء'])
})

test('the rest of a set of projects stands as it is told, and belongs to the set', () => {
  const rest = (text: string): readonly unknown[] => read(text, { language: 'ar' }).projects.map(({ stage, value, partOf }) => [stage, value?.value, partOf])
  assert.deepEqual(rest('أنجزت السنغال ومالي 12 مشروعا بقيمة 3 ملايين دولار، أما الباقي، وقيمته 8 ملايين دولار، فهو في مرحلة الإعداد.'), [['completed', 3e6, null], ['planned', 8e6, 'p1']])
  assert.deepEqual(rest('أنجزت السنغال ومالي 12 مشروعا، وبقي الباقي في المخازن.').length, 1)
  assert.deepEqual(rest('أكل الطفل السنغالي الباقي وهو قيد التنفيذ.'), [])
})

test('"the project" without a project before it is the works that its paragraph names', () => {
  assert.deepEqual(stages('ما زالت أعمدة الجسر المعلق في قلب المدينة تنتظر من يكملها. فالمشروع كان في يوليو الماضي مجمدا.'), ['الجسر المعلق في قلب المدينة: suspended'])
  assert.deepEqual(stages('تنتظر المدينة من يكمل العمل. فالمشروع كان في يوليو الماضي مجمدا.'), [])
})

test('what is begun of a part or of the building of works is told of them', () => {
  const begun = (text: string): readonly unknown[] => read(text, { language: 'ar' }).projects.map(({ stage, startBy, evidence }) => [stage, startBy, evidence.length])
  assert.deepEqual(begun('بلغت نسبة إنجاز مشروع جسر الصداقة السنغالي 23 في المئة، بعد أن انطلقت أعمال مرحلته الأولى في عام 2017.'), [['under-construction', '2017', 2]])
  assert.deepEqual(begun('اتفقت السنغال ومالي على بناء جسر الصداقة، وبدأ بناؤه في عام 2017.'), [['under-construction', '2017', 2]])
  assert.deepEqual(begun('اتفقت السنغال ومالي على بناء جسر الصداقة، ولم يبدأ بناؤه في عام 2017.').map((one) => (one as unknown[])[2]), [1])
})

test('works that are the subject of a promise to open them are works, as they are behind its verb', () => {
  assert.deepEqual(stages('أعلنت السنغال أن جسر الصداقة سيفتتح في مايو المقبل.'), ['جسر الصداقة: planned'])
  assert.deepEqual(stages('أعلنت السنغال أن أعمال البناء في الجسر ستبدأ في مايو المقبل.'), [])
})

test('work on works that have a name goes on', () =>
  assert.deepEqual(stages('قال السفير السنغالي إن العمل في السد الجديد يسير بسرعة.').map((one) => one.split(': ')[1]), ['under-construction']))

test('a title that begins with a deed tells it as done, unless its day is ahead', () => {
  const stage = (text: string): readonly string[] => read(text, { language: 'ar', issued: '2022-09-20' }).projects.map(({ stage }) => stage)
  assert.deepEqual(stage('افتتاح مطار داكار الجديد'), ['launched'])
  assert.deepEqual(stage('افتتاح مطار داكار الجديد في مايو المقبل'), ['planned'])
  assert.deepEqual(stage('وقال إن افتتاح مطار داكار الجديد يسر الناس.'), ['planned'])
})

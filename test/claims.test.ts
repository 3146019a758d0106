import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claim, claimsOf, familyOf } from '../src/ledger/index.ts'
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

type Kind = Claim['item']['kind']
const of = (text: string, kind: Kind, issued?: string): readonly Claim[] => claims(text, issued).filter(({ item }) => item.kind === kind)

/** The claim that the last promise of a text is about. */
const aboutWhat = (text: string): string | null => {
  const all = claims(text)
  const promise = all.flatMap(({ item }) => (item.kind === 'commitment' ? [item] : [])).at(-1)
  const thing = all.find(({ id }) => id === promise?.about)
  return thing ? `${thing.item.kind} ${thing.evidence[0].quote}` : null
}

test('to double this volume is about the value told before; to raise the level of something is not', () => {
  const said = 'بلغ حجم التجارة بين عُمان وماليزيا 3 مليارات دولار في عام 2017، وسيعملان على '
  assert.match(aboutWhat(`${said}مضاعفة هذا الحجم.`) ?? '', /^figure /)
  assert.equal(aboutWhat(`${said}رفع مستوى العلاقات.`), null)
  assert.match(aboutWhat('Trade between Oman and Malaysia reached 3 billion dollars in 2017. They will double this volume.') ?? '', /^figure /)
})

test('to work in them is about the list of the sentence, where no field contradicts', () => {
  assert.match(aboutWhat('تشمل القائمة 45 مشروعا بين عُمان وماليزيا، ويدعو الجانبان الشركات إلى العمل فيها.') ?? '', /^project /)
  assert.equal(aboutWhat('تشمل القائمة 45 مشروعا في مجال السياحة بين عُمان وماليزيا، ويدعو الجانبان مصانع السيارات إلى العمل فيها.'), null)
})

test('money for a body that is there, and its use, are promises of their own; its founding is about the body', () => {
  assert.equal(aboutWhat('سيمول الجانبان صندوق الاستثمار المشترك القائم بين عُمان وماليزيا.'), null)
  assert.match(aboutWhat('ستنشئ عُمان وماليزيا صندوقا مشتركا للاستثمار.') ?? '', /^instrument /)
})

test('what is counted beside a count of what was finished belongs to the same list', () => {
  const parts = of('تضم القائمة العُمانية الماليزية 55 مشروعا. وأنجز من هذه المشاريع 12 مشروعا. ومن المقرر إنجاز خمسة مشاريع أخرى خلال عام 2020.', 'project').flatMap(({ id, item }) => (item.kind === 'project' ? [{ id, ...item }] : []))
  const [list, ...members] = parts
  assert.equal(list?.count, 55)
  assert.ok(members.length > 1 && members.every(({ partOf }) => partOf === list?.id), JSON.stringify(parts.map(({ count, partOf }) => [count, partOf])))
})

test('finished and going on in one breath: one set, told by its stages', () => {
  const [one, other] = of('وذكر مسؤولون في عُمان وماليزيا أن 34 مشروعا مشتركا أنجزت و43 مشروعا قيد التنفيذ.', 'project')
  assert.ok(one && other?.item.kind === 'project' && other.item.partOf === one.id)
})

test('a number that nothing names is told by the field and place of its sentence', () => {
  const [trains] = of('بحثت عُمان والسعودية النقل. وبلغ عدد قطارات الشحن التي عبرت صلالة 3060 قطارا.', 'figure')
  assert.ok(trains?.about.includes('sector:railways') && trains.about.includes('place:salalah'), trains?.about.join(' '))
})

test('works whose promise names neither field nor place are told by what its sentence names, not by its dateline', () => {
  const [promise] = of('مسقط 3 مارس 2019 (وكالة) تعلن الشركة المشغلة للقطار الخفيف في صلالة أن الخط سيدخل الخدمة في عام 2020.', 'commitment')
  assert.ok(['sector:railways', 'place:salalah', 'word:خط'].every((key) => promise?.about.includes(key)), promise?.about.join(' '))
  assert.ok(!promise?.about.includes('place:muscat'))
})

test('a notice that names one state is also the business of the state in which it was written', () => {
  const [promise] = of('مسقط 3 مارس 2019 (وكالة) سيكتمل بناء الطريق بقرض من ماليزيا في عام 2020.', 'commitment')
  assert.deepEqual(promise?.between, ['MY', 'OM'])
})

test('a standing body holds its rounds as its sessions', () => {
  const [round] = of('عقدت لجنة التنسيق العُمانية الماليزية جولة حوارها العاشرة في مسقط.', 'meeting')
  assert.ok(round?.item.kind === 'meeting' && round.item.mechanism !== null && round.item.ordinal === 10)
  assert.equal(familyOf(round), 'mechanism')
})

test('thousands of trains are a figure, and what is counted tells its field', () => {
  const [trains] = of('عبر صلالة أكثر من 7000 قطار شحن بين عُمان والسعودية في عام 2018.', 'figure')
  assert.ok(trains?.about.includes('sector:railways') && trains.about.includes('place:salalah'), trains?.about.join(' '))
})

test('a list that the headline told too still has the members that its text counts', () => {
  const parts = of('51 مشروعا في القائمة العُمانية الماليزية\n\nمسقط 4 مارس 2019 (وكالة) تضم قائمة المشروعات الآن 51 مشروعا كلفتها 26 مليار دولار، منها 12 مشروعا بدأ العمل فيها.', 'project')
  const twelve = parts.find(({ item }) => item.kind === 'project' && item.count === 12)
  const list = parts.find(({ item }) => item.kind === 'project' && item.count === 51)
  assert.ok(twelve?.item.kind === 'project' && list && twelve.item.partOf === list.id)
})

const railway = 'وقعت عُمان وماليزيا اتفاقا بشأن بناء قطار خفيف في صلالة. '

test('a promise told by the field and word of a project of its text is about that project', () => {
  assert.match(aboutWhat(`${railway}وستدعم الحكومتان تشغيل القطار الخفيف.`) ?? '', /^project /)
  assert.equal(aboutWhat(`${railway}وستدعم الحكومتان تشغيل القطار السريع.`), null)
})

test('a thing is told by the words of promises that name it, not of those that stand elsewhere', () => {
  const [works] = of(`${railway}ومن المقرر أن يفتتح في موعد معرض إكسبو 2020.`, 'project')
  assert.ok(works?.about.includes('place:salalah') && !works.about.some((key) => key.startsWith('event:')), works?.about.join(' '))
})

test('a promise of works that names none goes with the promise just before it, where the text has no project', () => {
  const about = (text: string): readonly unknown[] => {
    const all = claims(text)
    return all.flatMap(({ item }) => (item.kind === 'commitment' ? [item.about === null ? null : all.findIndex(({ id }) => id === item.about)] : []))
  }
  assert.deepEqual(about('أعلنت عُمان أن الخط سيدخل الخدمة في مايو المقبل. وأضافت أن تشغيلا تجريبيا كان مقررا في فبراير الماضي.'), [null, 0])
  assert.deepEqual(about('أعلنت عُمان أنها ستزيد الرحلات. وأضافت أن تشغيلا تجريبيا كان مقررا في فبراير الماضي.'), [null, null])
})

test('a company is no field of what it promises', () =>
  assert.deepEqual(claims('وقالت الشركة العمانية إن تشغيلا تجريبيا كان مقررا في فبراير الماضي.').flatMap(({ about }) => about.filter((key) => key.startsWith('sector:'))), []))

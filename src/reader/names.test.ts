import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as check, constantFrom, oneof, property, string } from 'fast-check'
import { loadPack } from './lexicon/load.ts'
import { markNames } from './names.ts'
import { allMentions } from './names/states.ts'
import { openPage } from './open.ts'
import type { Mention, Page } from './page.ts'

const pack = loadPack('ar')
const marked = (source: string): Page => markNames(openPage(source, pack, null))
const slice = (page: Page, { from, to }: { readonly from: number; readonly to: number }): string => page.text.source.slice(page.text.starts[from], page.text.ends[to - 1])
const arrow = (page: Page, mention: Mention): string => `${slice(page, mention)} → ${mention.key}${mention.adjective ? ' (of)' : ''}`
const names = (source: string): readonly string[] => {
  const page = marked(source)
  return page.mentions.map((mention) => arrow(page, mention))
}
/** Persons as "name | post | key | whom they serve". */
const people = (source: string): readonly string[] => {
  const page = marked(source)
  return page.mentions.filter(({ type }) => type === 'person')
    .map(({ name, post, key, of }) => [name ? slice(page, name) : '-', post ? slice(page, post) : '-', key.replace('person:', ''), of ?? '-'].join(' | '))
}

test('a state through the letters written to it', () =>
  assert.deepEqual(names('وصل إلى الصين وقازاقستان، وقدم للصين هدية.'), ['الصين → state:CN', 'وقازاقستان → state:KZ', 'للصين → state:CN']))

test('the longest name wins', () =>
  assert.deepEqual(names('تعمل جمهورية الصين الشعبية مع غينيا الاستوائية وكوريا الجنوبية.'), ['جمهورية الصين الشعبية → state:CN', 'غينيا الاستوائية → state:GQ', 'وكوريا الجنوبية → state:KR']))

test('a demonym qualifies, a state does not', () =>
  assert.deepEqual(names('استثمارات صينية في ليبيا وتعاون كوري جنوبي.'), ['صينية → state:CN (of)', 'ليبيا → state:LY', 'كوري جنوبي → state:KR (of)']))

test('a hashtag is a name', () => assert.deepEqual(names('وقعت #الولايات_المتحدة الاتفاق'), ['الولايات_المتحدة → state:US']))

test('a diameter is no state', () => assert.deepEqual(names('يبلغ قطر الأنبوب مترا.'), []))

test('the kingdom is the one that the page names', () => {
  assert.deepEqual(names('قالت البحرين إن المملكة مستعدة.'), ['البحرين → state:BH', 'المملكة → state:BH'])
  assert.deepEqual(names('قال إن المملكة مستعدة.'), [])
})

test('one spelling of a state and of a town is decided by the page', () => {
  assert.deepEqual(names('بحثت عمان الملف مع الكويت.')[0], 'عمان → state:OM')
  assert.deepEqual(names('قال الأردن إن الأردن يستضيف القمة، وتعقد في عمان.').at(-1), 'عمان → place:amman')
})

test('an office, its state and its holder', () =>
  assert.deepEqual(people('استقبل وزير الطاقة والموارد المائية التشادي محمد سليم تارو الوفد.'), ['محمد سليم تارو | وزير الطاقة والموارد المائية | محمد سليم تارو | state:TD']))

test('the name before the office', () => {
  assert.deepEqual(people('وقال لوان شو فنغ، وزير النقل الصيني، إن العمل مستمر.'), ['لوان شو فنغ | وزير النقل | لوان شو فنغ | state:CN'])
  assert.deepEqual(people('وأكد فاضل النمر محافظ البنك المركزي التونسي ذلك.'), ['فاضل النمر | محافظ البنك المركزي | فاضل النمر | state:TN'])
})

test('the name between commas', () =>
  assert.deepEqual(people('التقى رئيس الوزراء الماليزي، الدكتور فاضل النمر، ضيفه.'), ['فاضل النمر | رئيس الوزراء | فاضل النمر | state:MY']))

test('a seat between the office and the name', () =>
  assert.deepEqual(people('وقال السفير التونسي في الرياض فاضل النمر إن العمل مستمر.'), ['فاضل النمر | السفير | فاضل النمر | state:TN']))

test('an office of a body', () =>
  assert.deepEqual(people('قال الأمين العام لمنظمة شنغهاي للتعاون فاضل النمر ذلك.'), ['فاضل النمر | الأمين العام لمنظمة شنغهاي للتعاون | فاضل النمر | body:sco']))

test('a surname or an office alone means the person named before', () =>
  assert.deepEqual(people('التقى وزير النفط العراقي فاضل النمر وفدا. وقال النمر إن العمل مستمر. وأضاف وزير النفط العراقي ذلك. وختم الوزير كلمته.').map((line) => line.split(' | ')[2]),
    ['فاضل النمر', 'فاضل النمر', 'فاضل النمر', 'فاضل النمر']))

test('a family name that comes from an ordinary word, after a given name', () => {
  assert.deepEqual(people('التقى وزير النفط العراقي فراس الكتبي أمس وفدا. وقال الكتبي إن العمل مستمر.').map((line) => line.split(' | ')[2]), ['فراس الكتبي', 'فراس الكتبي'])
  assert.deepEqual(people('يضم متحف الأمير محمد فيصل الثقافي قاعة.').map((line) => line.split(' | ')[0]), ['محمد فيصل'])
  assert.deepEqual(people('استقبل سامح المصري بحفاوة.'), [])
})

test('a listed name is one though it ends like a bent word', () =>
  assert.deepEqual(people('التقى وزير النفط التركي كمال أرسلان وزير الطاقة.').map((line) => line.split(' | ')[0]), ['كمال أرسلان', '-']))

test('a counterpart has the office of the other', () =>
  assert.deepEqual(people('بحث وزير النفط العراقي فاضل النمر مع نظيره العماني ذلك. وقال وزير النفط العماني كلمة.').map((line) => line.split(' | ')[2]),
    ['فاضل النمر', 'minister النفط state:OM', 'minister النفط state:OM']))

test('an office without a holder is somebody', () => assert.deepEqual(people('أعلن الرئيس الأوغندي ذلك.'), ['- | الرئيس | president  state:UG | state:UG']))

test('a verb after an office is no name', () => assert.deepEqual(people('أكد الرئيس الصيني يستعرض الملف.').map((line) => line.split(' | ')[0]), ['-']))

test('a spokesman is not the one he speaks for', () => assert.deepEqual(names('قال متحدث باسم ميركل ذلك.'), ['ميركل → person:angela-merkel']))

test('a son of a house, a hyphen and a particle stay in the name', () =>
  assert.deepEqual(people('زار الشيخ فاضل بن راشد آل نمير المعرض، ورافقه الرئيس مون جاي-إن.').map((line) => line.split(' | ')[0]), ['فاضل بن راشد آل نمير', 'مون جاي-إن']))

test('a ministry with its state', () => {
  const page = marked('أعلنت وزارة الطاقة الإماراتية ذلك.')
  assert.deepEqual(page.mentions.map((mention) => `${arrow(page, mention)} ${mention.of}`), ['وزارة الطاقة الإماراتية → body:وزاره الطاقه الاماراتيه state:AE'])
})

test('a company by its noun, not by a description', () => {
  assert.deepEqual(names('وقعت شركة النمر الدولية العقد.'), ['شركة النمر الدولية → company:شركه النمر الدوليه'])
  assert.deepEqual(names('وقعت شركة صينية العقد.'), ['صينية → state:CN (of)'])
})

test('an airline is named by its state alone', () => assert.deepEqual(names('تعتزم الخطوط الجوية الأوزبكية ذلك.'), ['الخطوط الجوية الأوزبكية → company:الخطوط الجويه الاوزبكيه']))

test('an indefinite committee is no name', () => assert.deepEqual(names('تشكيل لجنة دولية مستقلة.'), []))

test('no name runs over the end of a paragraph', () => assert.deepEqual(people('أعلن الرئيس الصيني\nفاضل النمر يصل'), ['- | الرئيس | president  state:CN | state:CN']))

const words = ['وزير', 'الخارجية', 'الصيني', 'شي', 'جين', 'بينغ', '،', '\n', 'محمد', 'بن', 'و', '#', 'للأمم', 'المتحدة', 'شركة', '"', '-', 'نظيره', 'رئيس', 'مجلس', 'قطر', '48', 'X', 'المملكة', 'في', 'علي', 'الشيخ', 'د.']

test('any text: nothing is thrown, mentions stand in order, apart and in range', () =>
  check(property(array(oneof(constantFrom(...words), string()), { maxLength: 40 }), (parts) => {
    const page = marked(parts.join(' '))
    let end = 0
    for (const mention of page.mentions) {
      assert.ok(mention.from >= end && mention.to > mention.from && mention.to <= page.words.length)
      end = mention.to
    }
    for (const { from, to, name, post, front } of allMentions(page.mentions)) {
      assert.ok(from < to && (front ?? 0) < page.words[from]!.form.length)
      for (const span of [name, post]) if (span) assert.ok(span.from >= from && span.to <= to)
    }
  })))

test('the same text gives the same mentions', () =>
  check(property(array(constantFrom(...words), { maxLength: 30 }), (parts) => assert.deepEqual(marked(parts.join(' ')).mentions, marked(parts.join(' ')).mentions))))

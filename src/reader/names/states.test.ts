import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadPack } from '../lexicon/load.ts'
import { markNames } from '../names.ts'
import { openPage } from '../open.ts'
import type { Page } from '../page.ts'
import { principals, resolveActor, stateOf, statesOf } from './states.ts'

const marked = (source: string): Page => markNames(openPage(source, loadPack('ar'), null))
const states = (source: string): readonly (string | null)[] => {
  const page = marked(source)
  return page.mentions.map((mention) => stateOf(page, mention))
}
const meant = (source: string, word: string, actor: string): string => {
  const page = marked(source)
  return resolveActor(page, page.words.findIndex((_, at) => source.slice(page.text.starts[at], page.text.ends[at]) === word), actor).join(' ')
}

test('a person, a body and a demonym stand for their state', () =>
  assert.deepEqual(states('التقى وزير النقل الصيني وفدا من وزارة المالية المصرية في معرض تركي.'), ['CN', 'EG', 'TR']))

test('a capital acts for its state, but not where it only says where', () => {
  assert.deepEqual(states('تدرس بكين الملف.'), ['CN'])
  assert.deepEqual(states('عقد الاجتماع في بكين.'), [null])
  assert.deepEqual(states('زار العاصمة الصينية بكين.').at(-1), null)
})

test('a programme and a town stand for no state', () => assert.deepEqual(states('الحزام والطريق في شنغهاي.'), [null, null]))

test('a person serves the state of the body', () => assert.deepEqual(states('قال المتحدث باسم وزارة الدفاع التشادية فاضل النمر ذلك.'), ['TD']))

test('prominence: the opening counts more', () =>
  assert.deepEqual(statesOf(marked('بحثت تونس وتركيا التعاون.\nوكانت مصر ومصر وتونس قد بحثت ذلك.')), ['TN', 'TR', 'EG']))

test('both sides are the two states of the text', () => assert.equal(meant('التقى الرئيس التشادي نظيره النيجري. واتفق الجانبان على ذلك.', 'الجانبان', 'both'), 'state:TD state:NE'))

test('among more than two the pair named last is meant', () =>
  assert.equal(meant('تعمل الصين مع تركيا. وزار وزير النقل العماني تشاد، واتفق الجانبان على ذلك.', 'الجانبان', 'both'), 'state:OM state:TD'))

test('three states side by side in the opening are the principals, and "they"', () => {
  assert.deepEqual(principals(marked('اجتمعت تشاد والنيجر والسودان في روما. ورحبت إيطاليا بذلك.')), ['TD', 'NE', 'SD'])
  assert.equal(meant('اجتمعت تشاد والنيجر والسودان في روما. واتفق المشاركون على ذلك.', 'المشاركون', 'they'), 'state:TD state:NE state:SD')
})

test('a tour of three states makes no circle of them: the traveller is left out', () =>
  assert.deepEqual(principals(marked('يسافر الرئيس الصيني، ويصل الوزير الصيني إلى تشاد والنيجر والسودان.')), ['CN', 'TD']))

test('his country is that of the speaker', () =>
  assert.equal(meant('زار وفد صيني تونس. وقال وزير النقل التونسي إن بلاده مستعدة للعمل مع الصين.', 'بلاده', 'own'), 'state:TN'))

test('the government is the one named beside it', () => assert.equal(meant('تعمل تونس مع مصر. وأعلنت الحكومة المصرية ذلك.', 'الحكومة', 'government'), 'state:EG'))

test('an unknown actor means nobody', () => assert.equal(meant('تعمل تونس مع مصر.', 'مع', 'nobody'), ''))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actions, instrumentTypes, meetingTypes, sectors, type Structure } from '../model/index.ts'
import { fill } from './fill.ts'
import { labelsOf, titleLanguages } from './load.ts'
import { titleIn } from './title.ts'

const bare: Structure = {
  kind: 'commitment', type: null, action: null, polarity: 'will', count: null, list: false, sectors: [], names: [], place: null, indicator: null, target: null, due: null, date: null, between: ['CN', 'KZ'],
}

const told = (structure: Partial<Structure>): readonly string[] => ['ar', 'en'].map((language) => titleIn(labelsOf(language)!, { ...bare, ...structure }))

const says = (structure: Partial<Structure>, ar: string, en: string): void => assert.deepEqual(told(structure), [ar, en])

test('an instrument by what is promised of it, a field in the singular, two in the dual, more in the plural', () => {
  const pact = { kind: 'instrument', type: 'agreement', action: 'sign' } as const
  says({ ...pact, sectors: ['transport'] }, 'توقيع اتفاقية في مجال النقل — الصين وكازاخستان', 'Signing an agreement on transport — China and Kazakhstan')
  says({ ...pact, sectors: ['transport', 'energy'] }, 'توقيع اتفاقية في مجالي النقل والطاقة — الصين وكازاخستان', 'Signing an agreement on transport and energy — China and Kazakhstan')
  says({ ...pact, sectors: ['transport', 'energy', 'water'] }, 'توقيع اتفاقية في مجالات النقل والطاقة والمياه — الصين وكازاخستان', 'Signing an agreement on transport, energy and water — China and Kazakhstan')
})

test('an instrument of which nothing is promised, or a deed that does not take it for its object, stands by itself', () => {
  says({ kind: 'instrument', type: 'memorandum', sectors: ['investment'] }, 'مذكرة تفاهم في مجال الاستثمار — الصين وكازاخستان', 'A memorandum of understanding on investment — China and Kazakhstan')
  says({ kind: 'instrument', type: 'centre', action: 'strengthen', place: 'place:khorgos' }, 'مركز في خورغوس — الصين وكازاخستان', 'A centre in Khorgos — China and Kazakhstan')
})

test('a body is set up for a purpose, never drafted; one with a name is called by it', () => {
  says({ kind: 'instrument', type: 'fund', action: 'establish', sectors: ['production-capacity'], due: 'asap' }, 'إنشاء صندوق في مجال القدرة الإنتاجية في أقرب وقت ممكن — الصين وكازاخستان', 'Setting up a fund for production capacity as soon as possible — China and Kazakhstan')
  says({ kind: 'instrument', type: 'fund', action: 'draft', names: ['body:silk-road-fund'] }, 'صندوق طريق الحرير — الصين وكازاخستان', 'Silk Road Fund — China and Kazakhstan')
})

test('a counted noun agrees with its number, also after a verbal noun', () => {
  const counted = (count: number): Partial<Structure> => ({ kind: 'project', count })
  for (const [count, ar] of [[1, 'مشروع'], [2, 'مشروعان'], [5, '5 مشاريع'], [52, '52 مشروعا'], [100, '100 مشروع'], [103, '103 مشاريع']] as const) assert.equal(told(counted(count))[0], `${ar} — الصين وكازاخستان`)
  assert.equal(told({ kind: 'instrument', type: 'memorandum', count: 2 })[0], 'مذكرتا تفاهم — الصين وكازاخستان')
  assert.equal(told({ kind: 'instrument', type: 'memorandum', action: 'sign', count: 2 })[0], 'توقيع مذكرتي تفاهم — الصين وكازاخستان')
  assert.equal(told({ kind: 'instrument', type: 'agreement', count: 6 })[1], '6 agreements — China and Kazakhstan')
  says({ kind: 'project', list: true, action: 'launch' }, 'إطلاق قائمة مشاريع — الصين وكازاخستان', 'Launching a list of projects — China and Kazakhstan')
})

test('a target has its value and its date, a share only its date', () => {
  const aim = { kind: 'target', action: 'increase', indicator: 'bilateral-trade' } as const
  says({ ...aim, target: { value: 40_000_000_000, unit: 'USD', per: null }, due: '2016' }, 'رفع التبادل التجاري إلى 40 مليار دولار بحلول عام 2016 — الصين وكازاخستان', 'Raising bilateral trade to 40 billion dollars by 2016 — China and Kazakhstan')
  says({ ...aim, target: { value: 3_000_000, unit: 'USD', per: 'year' }, due: '2020-12-31' }, 'رفع التبادل التجاري إلى 3 ملايين دولار سنويا بحلول نهاية عام 2020 — الصين وكازاخستان', 'Raising bilateral trade to 3 million dollars a year by the end of 2020 — China and Kazakhstan')
  says({ ...aim, target: { value: 78, unit: '%', per: null } }, 'رفع التبادل التجاري — الصين وكازاخستان', 'Raising bilateral trade — China and Kazakhstan')
  says({ kind: 'target', indicator: 'exports' }, 'الصادرات — الصين وكازاخستان', 'Exports — China and Kazakhstan')
})

test('a promise by its deed, its field, its place and its date', () => {
  says({ action: 'strengthen', sectors: ['security'] }, 'تعزيز التعاون في مجال الأمن — الصين وكازاخستان', 'Strengthening cooperation in security — China and Kazakhstan')
  says({ action: 'align', names: ['programme:silk-road-belt', 'programme:nurly-zhol'] }, 'المواءمة بين الحزام الاقتصادي لطريق الحرير ونورلي جول — الصين وكازاخستان', 'Aligning the Silk Road Economic Belt and Nurly Zhol — China and Kazakhstan')
  says({ action: 'align', names: ['programme:nurly-zhol'] }, 'المواءمة مع نورلي جول — الصين وكازاخستان', 'Alignment with Nurly Zhol — China and Kazakhstan')
  says({ action: 'host', names: ['event:expo-2017'], place: 'place:astana' }, 'استضافة إكسبو 2017 في أستانا — الصين وكازاخستان', 'Hosting Expo 2017 in Astana — China and Kazakhstan')
  says({ action: 'sign', polarity: 'will-not', due: '2016-05-12' }, 'الامتناع عن توقيع وثيقة بحلول 12 مايو 2016 — الصين وكازاخستان', 'Refraining from signing a document by 12 May 2016 — China and Kazakhstan')
  says({ action: 'finance', target: { value: 1_600_000_000, unit: 'USD', per: null }, due: '2015-10/2015-12' }, 'تقديم تمويل بقيمة 1.6 مليار دولار بحلول ديسمبر 2015 — الصين وكازاخستان', 'Financing worth 1.6 billion dollars by December 2015 — China and Kazakhstan')
})

test('a meeting by its sort, its place and its date, a committee by its name where it has one', () => {
  says({ kind: 'meeting', type: 'talks', place: 'place:beijing', date: '2015-12-14' }, 'محادثات في بكين، 14 ديسمبر 2015 — الصين وكازاخستان', 'Talks in Beijing, 14 December 2015 — China and Kazakhstan')
  says({ kind: 'meeting', type: 'visit', place: 'state:KZ' }, 'زيارة — الصين وكازاخستان', 'Visit — China and Kazakhstan')
  says({ kind: 'mechanism', type: 'session', names: ['body:of-nobody'] }, 'لجنة مشتركة — الصين وكازاخستان', 'Joint committee — China and Kazakhstan')
})

test('where the parties are told beside it, a title leaves them out', () =>
  assert.deepEqual(['ar', 'en'].map((language) => titleIn(labelsOf(language)!, { ...bare, kind: 'project', between: ['CN', 'KZ'] }, true).includes('—')), [false, false]))

test('names that have no label are left to the words of the text, parties beyond three are others', () => {
  says({ action: 'support', names: ['programme:كلمات'], place: 'place:nowhere' }, 'تقديم الدعم — الصين وكازاخستان', 'Support — China and Kazakhstan')
  says({ action: 'coordinate', between: ['CN', 'KZ', 'KG', 'UZ'] }, 'التنسيق — الصين وكازاخستان وقيرغيزستان وآخرون', 'Coordination — China, Kazakhstan, Kyrgyzstan and others')
  says({ action: 'coordinate', between: [] }, 'التنسيق', 'Coordination')
})

test('everything has a title in every language, without a hole or a sign of a pattern', () => {
  const all: readonly Partial<Structure>[] = [
    ...actions.flatMap((action) => [{ action }, { action, kind: 'target', target: { value: 5, unit: 'km', per: 'year' } } as const, { action, kind: 'project', sectors: ['roads'], count: 3 } as const, { action, names: ['programme:nurly-zhol'] }, ...instrumentTypes.map((type) => ({ kind: 'instrument', type, action }) as const)]),
    ...meetingTypes.map((type) => ({ kind: 'meeting', type }) as const), ...sectors.map((sector) => ({ action: 'strengthen', sectors: [sector] }) as const),
  ]
  for (const language of titleLanguages()) {
    for (const structure of all) {
      const title = titleIn(labelsOf(language)!, { ...bare, ...structure })
      assert.doesNotMatch(title, /[{}[\]]|undefined|null| {2}|^ | $/, `${language}: ${title}`)
      assert.match(title, language === 'ar' ? /^[\p{Script=Arabic}\d]/u : /^[\p{Lu}\d]/u, title)
    }
  }
})

test('a language without labels has no titles', () => {
  assert.equal(labelsOf('fr'), null)
  assert.deepEqual(titleLanguages(), ['ar', 'en'])
})

test('what stands in brackets is left out where a slot in it has nothing', () => {
  assert.equal(fill('{a}[ in {b}][ by {c}]', { a: 'x', b: null, c: 'z' }), 'x by z')
})

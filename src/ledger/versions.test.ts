import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commitment, figure, instrument, meeting, named, project, recording, state, type Telling as Said, tell } from '../../test/ledger/documents.ts'
import { numbersIn } from './bonds.ts'
import type { Claim, Item } from './claim.ts'
import { type Difference, differencesOf, reportsOf, type Statement } from './versions.ts'

/** A claim said in words of its own; those with one name are of one thread. */
type Worded = { readonly item: Item; readonly quote: string; readonly about?: readonly string[]; readonly between?: readonly string[]; readonly thread?: string }

const statement = (claim: Claim, { quote, thread }: Worded, said: string): Statement => {
  const [evidence] = claim.evidence
  const told = { ...claim, evidence: [{ ...evidence, quote }] } as unknown as Claim
  return { thread: thread ?? claim.id, member: { claim: told, line: null as never, said, verdict: null } }
}

const document = (title: string, worded: readonly Worded[], said = '2015-08-25'): { readonly statements: readonly Statement[]; readonly hash: string } => {
  const { claims, source } = recording(said, worded.map(({ item, about = [], between = ['CN', 'KZ'] }): Said => tell(item, about, between)), title)
  return { statements: claims.map((claim, at) => statement(claim, worded[at]!, said)), hash: source.sha256 }
}

/** The differences of two reports, the second under the name "there". */
const differences = (here: readonly Worded[], there: readonly Worded[], texts: readonly [string, string] = ['', '']): readonly string[] => {
  const [one, other] = [document('here', here), document('there', there)]
  const where = (hash: string): string => (hash === one.hash ? 'here' : 'there')
  const written = ({ kind, code, values, document, told }: Difference): string => `${kind} ${code} ${where(document)}${values ? ` ${values.join(' / ')}` : `: ${told.quote}`}`
  return differencesOf([...one.statements, ...other.statements], new Map([[one.hash, texts[0]], [other.hash, texts[1]]])).map(written)
}

const promise = (item: Parameters<typeof commitment>[0], quote = 'promise', more: Partial<Worded> = {}): Worded => ({ item: commitment(item), quote, ...more })

const road = { about: ['sector:roads', 'place:khorgos'] }
const built = (item: Parameters<typeof commitment>[0] = {}): Worded => promise({ action: 'build', ...item }, 'to build the road', road)

test('two reports that say the same differ in nothing', () => assert.deepEqual(differences([built()], [built()]), []))

test('what one report has and the other has nothing of is left out there', () => {
  const extra = promise({ action: 'host' }, 'to host the fair', { about: ['sector:trade'] })
  assert.deepEqual(differences([built(), extra], [built()]), ['left-out not-told there: to host the fair'])
  assert.deepEqual(differences([built()], [built(), extra]), ['left-out not-told here: to host the fair'])
})

test('a thing of a thread that both tell is not left out where one tells it in fewer words', () => {
  const works: Worded = { item: project(), quote: 'the road', thread: 'road', about: ['word:road'] }
  assert.deepEqual(differences([works, { ...built(), thread: 'road' }], [{ ...built(), thread: 'road' }]), [])
})

test('a figure that only one of them has is left out of the other, though both tell of the target', () => {
  const target = promise({ action: 'increase', target: { value: 60, unit: 'USD', per: null } }, 'to raise trade to 60', { thread: 'trade' })
  assert.deepEqual(differences([target, { item: figure({ value: 38 }), quote: 'trade was 38', thread: 'trade' }], [target]), ['left-out not-all-told there: trade was 38'])
})

test('what was not read but stands there in digits is not left out', () => {
  const sum = promise({ action: 'finance' }, 'to lend 630 million')
  assert.deepEqual(differences([sum], [built()], ['', 'a loan of ٦٣٠ million']).filter((one) => one.startsWith('left-out not-told there')), [])
  assert.equal(differences([sum], [built()], ['', 'a loan']).filter((one) => one.startsWith('left-out not-told there')).length, 1)
})

test('less force is weaker, in whichever report it stands', () => {
  assert.deepEqual(differences([built({ force: 'agreed' })], [built({ force: 'considered' })]), ['weaker lower-force there agreed / considered'])
  assert.deepEqual(differences([built({ force: 'hoped' })], [built({ force: 'planned' })]), ['weaker lower-force here planned / hoped'])
  assert.deepEqual(differences([built({ force: 'agreed' })], [built({ force: 'pledged' })]), [])
})

test('a hedge is weaker than a date, no date weaker than a hedge, a year weaker than its month', () => {
  assert.deepEqual(differences([built({ deadline: '2016-05' })], [built({ deadline: 'asap' })]), ['weaker vaguer-date there 2016-05 / asap'])
  assert.deepEqual(differences([built()], [built({ deadline: 'soon' })]), ['weaker no-date here soon / -'])
  assert.deepEqual(differences([built({ deadline: '2016' })], [built({ deadline: '2016-05' })]), ['weaker vaguer-date here 2016-05 / 2016'])
  assert.deepEqual(differences([built({ deadline: '2016-12-31' })], [built({ deadline: '2016' })]), [], 'both end on one day')
})

test('two dates, two values, two states are different, neither is weaker', () => {
  assert.deepEqual(differences([built({ deadline: '2016' })], [built({ deadline: '2017' })]), ['differs other-date there 2016 / 2017'])
  const aim = (value: number): Worded => built({ target: { value, unit: 'km', per: null } })
  assert.deepEqual(differences([aim(62)], [aim(63)]), ['differs other-value there 62 km / 63 km'])
  assert.deepEqual(differences([aim(62)], [aim(62.3)]), [], 'rounded')
  assert.deepEqual(differences([built({ parties: [state('CN')] })], [built({ parties: [state('KZ')] })]), ['differs other-parties there CN / KZ'])
  assert.deepEqual(differences([built({ parties: [state('CN')] })], [built()]), [], 'fewer of the same')
})

test('an amount or a condition that only one has', () => {
  const aim = built({ target: { value: 60, unit: 'km', per: null } })
  assert.deepEqual(differences([aim], [built()]), ['weaker no-value there 60 km / -'])
  assert.deepEqual(differences([aim], [{ ...built(), quote: 'to build 60 km of the road' }].concat([])), ['weaker no-value there 60 km / -'])
  assert.deepEqual(differences([{ ...aim, quote: 'build 60 km' }], [{ ...built(), quote: 'build the 60 km' }]), [], 'the number stands there')
  assert.deepEqual(differences([built()], [built({ condition: 'if it pays' })]), ['weaker conditional there - / if it pays'])
})

test('how far an instrument or project has come, once it is more than spoken of', () => {
  const pact = (status: 'proposed' | 'agreed' | 'signed'): Worded => ({ item: instrument({ status }), quote: 'an agreement on roads', ...road })
  assert.deepEqual(differences([pact('signed')], [pact('proposed')]), ['weaker lower-status there signed / proposed'])
  assert.deepEqual(differences([pact('agreed')], [pact('proposed')]), [])
  const works = (stage: 'planned' | 'launched' | 'cancelled'): Worded => ({ item: project({ stage }), quote: 'the road', ...road })
  assert.deepEqual(differences([works('planned')], [works('launched')]), ['weaker lower-stage here launched / planned'])
  assert.deepEqual(differences([works('launched')], [works('cancelled')]), ['differs other-stage there launched / cancelled'])
})

test('two promises are one by what they share in every language, not by deed alone', () => {
  const train = (number: string, action: 'support' | 'other'): Worded => promise({ action, parties: [state('KZ')] }, number)
  assert.deepEqual(differences([train('to train 300 engineers', 'other')], [train('لتدريب ٣٠٠ مهندس', 'support')]), [])
  assert.equal(differences([train('to train 300 engineers', 'other')], [train('لتدريب ٤٠٠ مهندس', 'support')]).length, 2)
  const field = (sector: string): Worded => promise({ action: 'sign' }, sector, { about: [`sector:${sector}`] })
  assert.equal(differences([field('water')], [field('health')]).length, 2, 'two fields are two things')
})

test('one promise of a text is taken for one of the other, the likest', () => {
  const two = [built({ force: 'agreed', deadline: '2016' }), built({ force: 'agreed', deadline: '2020' })]
  assert.deepEqual(differences(two, [built({ force: 'agreed', deadline: '2020' })]), ['left-out not-told there: to build the road'])
})

test('three reports: what one leaves out of what two tell is left out once', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((title) => document(title, title === 'c' ? [built()] : [built(), { ...promise({ action: 'host' }, 'to host the fair'), thread: 'fair' }])) as [ReturnType<typeof document>, ReturnType<typeof document>, ReturnType<typeof document>]
  const found = differencesOf([a, b, c].flatMap(({ statements }) => statements), new Map([a, b, c].map(({ hash }) => [hash, ''])))
  assert.deepEqual(found.map(({ kind, document }) => [kind, document]), [['left-out', c.hash]])
})

const session = (ordinal: number | null, status: 'held' | 'scheduled' = 'held'): Worded => ({ item: meeting({ ordinal, status, mechanism: named('body:committee') }), quote: 'session', thread: 'committee' })

const groups = (...reports: readonly (readonly [title: string, said: string, Worded])[]): readonly number[] =>
  reportsOf(reports.flatMap(([title, said, worded]) => document(title, [worded], said).statements.map(({ member }) => member))).map(({ length }) => length)

test('reports of one meeting are those of a session that was held, within days', () => {
  assert.deepEqual(groups(['a', '2015-08-25', session(7)], ['b', '2015-08-27', session(7)]), [2])
  assert.deepEqual(groups(['a', '2015-08-25', session(7)], ['b', '2015-08-27', session(null)]), [2])
  assert.deepEqual(groups(['a', '2015-08-25', session(7)], ['b', '2015-08-27', session(8)]), [])
  assert.deepEqual(groups(['a', '2015-08-25', session(7)], ['b', '2015-10-27', session(7)]), [])
  assert.deepEqual(groups(['a', '2015-08-25', session(7)], ['b', '2015-08-27', session(7, 'scheduled')]), [])
})

test('numbers in digits of Latin, Arabic and Persian writing are one number', () => {
  assert.deepEqual(numbersIn('1,200 km, 12.5 and ١٬٢٠٠ with ٨٫٢ and ۴۵'), [1200, 12.5, 1200, 8.2, 45])
  assert.deepEqual(numbersIn('2,3 and 600,000,000'), [2.3, 600000000])
})

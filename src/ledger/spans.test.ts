import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { document } from '../../test/ledger/deeds.ts'
import { instrument, commitment, person, program, project, recording, tell } from '../../test/ledger/documents.ts'
import type { Recording } from '../store/index.ts'
import { nextDay } from './days.ts'
import { turns, turnsInHindsight } from './follow.ts'
import type { Entry, Line } from './line.ts'
import { type Earlier, type Span, spansOf } from './spans.ts'
import { states } from './states.ts'
import { type Thread, threadsOf } from './threads.ts'
import { viewOf } from './view.ts'

const lined = (entries: readonly { readonly entry: Entry; readonly said: string; readonly valid?: string }[]): readonly Line[] =>
  entries.map(({ entry, said, valid = said }, at): Line => ({ id: String(at), by: entry.kind === 'claim' ? program : person, recorded: '2026-01-01T00:00:00.000Z', said, valid, corrects: null, entry, evidence: [] }))

const claims = ({ claims: all, said }: Recording) => all.map((claim) => ({ entry: { kind: 'claim', claim } as const, said }))

const membersIn = (threads: readonly Thread[]) => (id: string) => threads.find((thread) => thread.id === id)?.members ?? []

/** The spans of the only thread of some lines, in the smallest notation. */
const spans = (lines: readonly Line[]): readonly string[] => {
  const threads = threadsOf(lines)
  return spansOf(threads[0]!, membersIn(threads)).map(({ from, to, state, due, views }) => `${from} … ${to} ${state}${due === '9999' ? '' : ` due ${due}`}${['', ' as said', ' with hindsight', ''][views]}`)
}

const light = recording('2015-12-14', [tell(project({ stage: 'planned', startBy: '2015-12-31' }))])

test('a promise with a date is open, then overdue; silence comes after it in weight', () =>
  assert.deepEqual(spans(lined(claims(light))), ['2015-12-14 … 2016-01-01 open due 2015-12-31', '2016-01-01 … 9999-12-31 overdue due 2015-12-31']))

test('a promise without a date is open, then silent, then lapsed', () =>
  assert.deepEqual(spans(lined(claims(recording('2015-08-25', [tell(commitment())])))), ['2015-08-25 … 2017-08-26 open', '2017-08-26 … 2019-08-26 silent', '2019-08-26 … 9999-12-31 lapsed']))

test('what a later document tells of an earlier day is known with hindsight only', () => {
  const signed = recording('2015-12-14', [tell(instrument({ status: 'signed', date: '2015-10-01' }))])
  const [promise, report] = [claims(recording('2015-08-25', [tell(instrument())])), claims(signed).map((one) => ({ ...one, valid: '2015-10-01' }))]
  const lines = lined([...promise, ...report, { entry: { kind: 'joined', claim: signed.claims[0]!.id, into: promise[0]!.entry.claim.id, because: [] }, said: '2015-12-14' }])
  assert.deepEqual(spans(lines), ['2015-08-25 … 2015-12-14 open as said', '2015-12-14 … 9999-12-31 kept as said', '2015-08-25 … 9999-12-31 kept with hindsight'])
})

test('a judgement holds from the day on which it was given', () =>
  assert.deepEqual(spans(lined([...claims(light), { entry: { kind: 'judged', claim: light.claims[0]!.id, state: 'dropped', why: 'seen' }, said: '2016-05-01' }])),
    ['2015-12-14 … 2016-01-01 open due 2015-12-31', '2016-01-01 … 2016-05-01 overdue due 2015-12-31', '2016-05-01 … 9999-12-31 dropped due 2015-12-31']))

test('a promise that is due in a year is due on its last day', () =>
  assert.deepEqual(spans(lined(claims(recording('2015-08-25', [tell(commitment({ action: 'build', deadline: '2016' }))])))).slice(0, 1), ['2015-08-25 … 2017-01-01 open due 2016-12-31']))

test('what a part did before its document came changes the set from that day, with hindsight', () => {
  const [set, part] = [recording('2015-08-25', [tell(project({ count: 52 }))]), recording('2016-09-30', [tell(project({ stage: 'under-construction' }))])]
  const lines = lined([...claims(set), ...claims(part).map((one) => ({ ...one, valid: '2015-12-01' })), { entry: { kind: 'part', claim: part.claims[0]!.id, of: set.claims[0]!.id, because: [] }, said: '2016-09-30' }])
  assert.ok(spans(lines).includes('2015-12-01 … 9999-12-31 advanced with hindsight'), spans(lines).join('; '))
})

const again = (days: readonly string[]): readonly Line[] => {
  const all = days.map((day) => recording(day, [tell(commitment())]))
  return lined(all.flatMap((one, at) => [...claims(one), ...(at === 0 ? [] : [{ entry: { kind: 'joined', claim: one.claims[0]!.id, into: all[0]!.claims[0]!.id, because: [] } as const, said: one.said }])]))
}

const wholeOf = (lines: readonly Line[], earlier: Earlier | null = null) => spansOf(threadsOf(lines)[0]!, () => [], earlier)

test('with what was worked out before the days of new documents, the rest comes to what the whole comes to', () =>
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 9 }), (numbers) => {
    const days = [...new Set(numbers)].toSorted((one, other) => one - other).map((days_) => new Date(Date.parse('2004-01-01') + days_ * 86_400_000).toISOString().slice(0, 10))
    const [before, all] = [again(days.slice(0, -1).length > 0 ? days.slice(0, -1) : days), again(days)]
    assert.deepEqual(wholeOf(all, { until: days.at(-1)!, spans: wholeOf(before) }), wholeOf(all))
  })))

test('what was worked out before the day of a new document is not worked out again', () => {
  const [days, until] = [['2010-01-01', '2010-06-01', '2011-01-01'], '2011-01-01']
  const earlier = wholeOf(again(days.slice(0, -1))).map((span) => ({ ...span, state: 'contested' as const }))
  assert.deepEqual(wholeOf(again(days), { until, spans: earlier }).filter(({ views }) => views !== 2).map(({ from, to, state }) => `${from} … ${to} ${state}`).slice(0, 2),
    ['2010-01-01 … 2011-01-01 contested', '2011-01-01 … 9999-12-31 repeated'])
})

test('a thread that is spoken of again turns on that day as documents had it then, not with hindsight', () => {
  const thread = threadsOf(again(['2010-01-01', '2010-06-01', '2011-01-01']))[0]!
  assert.deepEqual([turns(thread, []), [...turnsInHindsight(thread, [])].toSorted()],
    [['2010-01-01', '2010-06-01', '2011-01-01', '2013-01-02', '2015-01-02'], ['2010-01-01', '2013-01-02', '2015-01-02']])
})

const relation = fc.record({ kind: fc.constantFrom('joined', 'part', 'judged', 'rejected'), one: fc.nat(99), other: fc.nat(99), said: fc.constantFrom('2015-09-01', '2016-03-01', '2019-01-01') })

const relate = (all: readonly string[], { kind, one, other, said }: { readonly kind: string; readonly one: number; readonly other: number; readonly said: string }): { readonly entry: Entry; readonly said: string } => {
  const [claim, second] = [all[one % all.length]!, all[other % all.length]!]
  switch (kind) {
    case 'joined': return { entry: { kind, claim, into: second, because: [] }, said }
    case 'part': return { entry: { kind, claim, of: second, because: [] }, said }
    case 'judged': return { entry: { kind, claim, state: states[other % states.length]!, why: '' }, said }
    default: return { entry: { kind: 'rejected', claim, why: '' }, said }
  }
}

const covers = ({ from, to, views }: Span, day: string, view: 1 | 2): boolean => from <= day && day < to && (views & view) > 0

const checked = (thread: Thread, threads: readonly Thread[], days: readonly string[]): void => {
  const all = spansOf(thread, membersIn(threads))
  for (const asof of days) {
    for (const hindsight of [false, true]) {
      const view = viewOf(thread, membersIn(threads), { asof, hindsight })
      const found = all.filter((span) => covers(span, asof, hindsight ? 2 : 1))
      assert.deepEqual(found.map(({ state }) => state), view ? [view.state] : [], `${thread.id} on ${asof}${hindsight ? ' with hindsight' : ''}`)
    }
  }
}

test('on every day one span of a thread holds, and it is what the thread comes to on that day', () =>
  fc.assert(fc.property(fc.array(document, { minLength: 1, maxLength: 4 }), fc.array(relation, { maxLength: 6 }), fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 4, maxLength: 8 }), (documents, relations, offsets) => {
    const plain = relations.every(({ kind }) => kind !== 'part') // See the test above: the days on which parts are valid are no turns yet.
    const entries = [...new Map(documents.map((one) => [one.source.sha256, one])).values()].flatMap(claims).map((one) => ({ ...one, valid: plain && 'date' in one.entry.claim.item ? (one.entry.claim.item.date ?? one.said) : one.said }))
    const ids = entries.map(({ entry }) => entry.claim.id)
    const threads = threadsOf(lined([...entries, ...(ids.length > 0 ? relations.map((one) => relate(ids, one)) : [])]))
    const days = offsets.map((offset) => new Date(Date.parse('2014-01-01') + offset * 86_400_000).toISOString().slice(0, 10))
    const edges = threads.flatMap((thread) => spansOf(thread, membersIn(threads)).flatMap(({ from }) => [from, nextDay(from)]))
    for (const thread of threads) checked(thread, threads, [...days, ...edges])
  }), { numRuns: 150 }))

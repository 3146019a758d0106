import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { read } from './index.ts'

/** Lists, dates and counts where small words stand apart and nouns are qualified before them. */

const reading = (source: string): Reading => read(source, { issued: '2026-05-14', language: 'en' })
const instruments = (source: string): readonly unknown[] => reading(source).instruments.map(({ type, status, date, count }) => [type, status, date, count])
const actions = (source: string): readonly string[] => reading(source).commitments.map(({ action }) => action)

test('what follows a colon, "including" or "among them" is signed with its set', () => {
  assert.deepEqual(instruments('On May 13, Chad and Peru signed three documents: a loan agreement on ports, a memorandum of understanding on tourism, and a programme for cultural cooperation.'),
    [['other', 'signed', '2026-05-13', 3], ['agreement', 'signed', '2026-05-13', null], ['memorandum', 'signed', '2026-05-13', null], ['plan', 'signed', '2026-05-13', null]])
  assert.deepEqual(instruments('Chad and Peru have signed six agreements, among them a deal to build a mill.').map((one) => (one as unknown[])[1]), ['signed', 'signed'])
})

test('what a memorandum founds is agreed by it, and a list goes on behind it', () =>
  assert.deepEqual(instruments('Chad and Peru signed a memorandum on the establishment of a training center in Lima and a plan on culture.').map((one) => (one as unknown[]).slice(0, 2)), [['memorandum', 'signed'], ['centre', 'agreed'], ['plan', 'signed']]))

test('two that share a verb were both signed', () =>
  assert.deepEqual(instruments('An agreement on air services and a memorandum of understanding on mining were signed by Chad and Peru.').map((one) => (one as unknown[]).slice(0, 2)), [['agreement', 'signed'], ['memorandum', 'signed']]))

test('what is negotiated is proposed, and its negotiation is no meeting', () => {
  const { meetings } = reading('Negotiations on a trade agreement between Chad and Peru are under way.')
  assert.deepEqual([meetings.length, instruments('Negotiations on a trade agreement between Chad and Peru are under way.')], [0, [['agreement', 'proposed', null, null]]])
})

test('the day on which something was said is not the day on which it was done', () =>
  assert.deepEqual(instruments('Chad and Peru held talks in Lima on May 11, the ministry said on Wednesday. A protocol was signed.'), [['protocol', 'signed', '2026-05-11', null]]))

test('a year before an agreement counts nothing', () => assert.deepEqual(instruments('Chad and Peru signed the 2004 trade agreement.').map((one) => (one as unknown[])[3]), [null]))

test('infinitives after commas and numbered points are promises of their own', () => {
  assert.deepEqual(actions('Chad and Peru agreed to increase trade by 2030, to form a working group on tourism and to hold a forum in Lima in 2027.'), ['increase', 'establish', 'hold'])
  assert.deepEqual(actions('Chad and Peru agreed:\n(i) to establish a fund;\n(ii) to increase trade; and\n(iii) to reduce tariffs.'), ['establish', 'increase', 'reduce'])
})

test('the object tells what is removed, concluded and resumed', () => {
  assert.deepEqual(['remove tariffs', 'remove obstacles', 'conclude negotiations', 'conclude a treaty'].flatMap((deed) => actions(`Chad and Peru agreed to ${deed}.`)), ['reduce', 'facilitate', 'complete', 'sign'])
})

test('so many are a target; what works cost and how long a road is are none', () => {
  const targets = (source: string) => reading(source).commitments.map(({ target }) => target && [target.value, target.unit, target.per])
  assert.deepEqual(targets('Chad will launch two direct flights a week to Peru.'), [[2, 'flight', 'week']])
  assert.deepEqual(targets('Chad pledged to train 300 Peruvian engineers.').length, 1)
  assert.deepEqual(targets('Chad will reduce tariffs on 78 per cent of its imports from Peru.'), [[78, '%', null]])
  assert.deepEqual(targets('Chad urged Peru to take part in the launch of a plant at a cost of $45 million.'), [null])
})

test('works with a measure before them and the enlarging of works are projects; a share done says that they go on', () => {
  const projects = (source: string) => reading(source).projects.map(({ stage, measures }) => [stage, measures.map(({ unit }) => unit)])
  assert.deepEqual(projects('The minister noted that a 400-megawatt solar power plant in Lima is 65 percent complete.').map(([stage]) => stage), ['under-construction'])
  assert.deepEqual(projects('Peru said it is willing to finance the expansion of the port of Callao.'), [['proposed', []]])
})

test('a sum in exports tells of exports, whatever was told before it', () =>
  assert.deepEqual(reading('Bilateral trade between Chad and Peru reached $62 million in 2025, including $21 million in exports from Peru.').figures.map(({ indicator, value }) => [indicator, value]), [['bilateral-trade', 62e6], ['exports', 21e6]]))

test('a plural that is written like a verb does not make the past a future', () =>
  assert.deepEqual(reading('Chad and Peru held talks in Lima on Monday.').times.map(({ edtf }) => edtf), ['2026-05-11']))

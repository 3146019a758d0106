import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fullReading } from '../../test/full-reading.ts'
import { columns } from './layout.ts'
import { type Look, view } from './view.ts'

const look = (width: number, more: Partial<Look> = {}): Look => ({ width, colours: false, explain: false, ...more })
const sentence = 'اتفق الجانبان على تعزيز التعاون في مجالات النقل والطاقة والزراعة وفي غيرها من المجالات ذات الاهتمام المشترك خلال السنوات المقبلة'

test('every kind of item is shown with its value', () => {
  const shown = view(fullReading(sentence), 'report.txt', look(89))
  for (const part of ['Meetings (1)', 'session · held · 2015-08-25 · no. 7', 'agreed · not strengthen · due asap · 40,000,000,000 USD per year', 'points: 6',
    '2 × agreement · proposed · 2015~', '52 × · planned', '22.4 km of', 'start by: 2015-12-31', '1.5 %', 'change: -3 %', 'about 40,000,000,000 USD per year', '? USD', 'Gaps (1)']) assert.ok(shown.includes(part), part)
  assert.doesNotMatch(shown, /\x1b|null|undefined/)
})

test('in a narrow terminal the quotation stands below its value, in a wide one beside it', () => {
  const first = (width: number) => view(fullReading(sentence), 't', look(width)).split('\n').find((line) => line.includes('«'))!
  assert.ok(!first(40).includes('session'))
  assert.ok(first(200).includes('session'))
})

for (const width of [24, 40, 80, 120, 200]) {
  test(`no line is wider than a terminal of ${width} columns`, () => {
    for (const line of view(fullReading(sentence, true), sentence, look(width, { explain: true })).split('\n')) assert.ok(columns(line) <= width, `${columns(line)}: ${line}`)
  })
}

test('colours are only what was asked for, and change no letter', () => {
  const coloured = view(fullReading(sentence), 't', look(100, { colours: true }))
  assert.match(coloured, /\x1b\[1m/)
  assert.equal(coloured.replaceAll(/\x1b\[[\d;]*m/g, ''), view(fullReading(sentence), 't', look(100)))
})

test('explain shows the rules and what they gave', () => assert.match(view(fullReading('x', true), 't', look(100, { explain: true })), /xx\.step → /))

test('a text in which nothing was found says so', () => {
  const none = { times: [], quantities: [], meetings: [], commitments: [], instruments: [], projects: [], figures: [], gaps: [] }
  assert.match(view({ ...fullReading('x'), ...none }, 't', look(80)), /Nothing was found/)
})

test('nothing of a text can command the terminal or turn its lines around', () => {
  const hostile = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\x1b[2J', '\u202e', '\u2066', '\u2069', '\x9b31m', '\x07', sentence))).map((parts) => parts.join(''))
  fc.assert(fc.property(hostile, fc.constantFrom(40, 80, 200), (text, width) => {
    const shown = view(fullReading(text, true), text, look(width, { explain: true }))
    assert.doesNotMatch(shown, /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]/)
    for (const line of shown.split('\n')) {
      assert.equal(line.match(/\u2068/g)?.length, line.match(/\u2069/g)?.length, 'every isolate ends on its line')
      assert.ok(!line.includes('\u2069') || line.indexOf('\u2068') < line.indexOf('\u2069'))
    }
  }))
})

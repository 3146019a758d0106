import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { schema } from '../src/cli/schema.ts'
import type { Reading } from '../src/model/index.ts'
import { read } from '../src/reader/index.ts'
import { readSource } from '../src/reader/lexicon/source.ts'
import { fold } from '../src/text/index.ts'
import { root } from './run.ts'

/** Laws that every reading keeps, whatever the text. A failure prints the seed and the smallest text that breaks the law. */

const issued = '2024-03-13'
const reading = (text: string): Reading => read(text, { language: 'ar', issued, explain: true })

// ---- texts

const examples = readSource(join(root, 'src/packs/ar')).entries.flatMap(({ value }) => (typeof value['example'] === 'string' ? [value['example']] : []))
const reports = globSync('corpus/ar-*/text.txt', { cwd: root }).sort().map((file) => readFileSync(join(root, file), 'utf8'))
const paragraphs = reports.flatMap((report) => report.split('\n').filter((line) => line.trim() !== ''))

const passage = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...examples) }, { weight: 2, arbitrary: fc.constantFrom(...paragraphs) })
const gap = fc.constantFrom(' ', '\n', '\n\n', ' - ')
const page = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.tuple(passage, gap), { minLength: 1, maxLength: 6 }).map((parts) => parts.map(([text, end]) => text + end).join('')) },
  { weight: 1, arbitrary: fc.constantFrom(...reports) },
)

const pieces = [...examples.join(' ').split(' ').slice(0, 400), '،', '؛', '.', ':', '"', '(', ')', '\n', '#', '٪', '%', '2024', '٣٫٥', '13/3', '\u200f', '\u202e', '\u0651', '\u0640', 'ﷺ', 'ﻻ', '😀', '𐎀', '\ud83d', '\udc00', '\0']
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((words) => words.join(' ')), fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((words) => words.join('')),
)

/** A text that breaks off anywhere, even within a letter. */
const fragment = fc.tuple(page, fc.nat(), fc.nat()).map(([text, from, length]) => text.slice(from % text.length).slice(0, length % 400))

const law = (name: string, arbitrary: fc.Arbitrary<string>, holds: (text: string) => void, runs = 150): void => {
  test(name, () => fc.assert(fc.property(arbitrary, holds), { numRuns: runs }))
}

// ---- evidence

type Passage = { readonly start: number; readonly end: number; readonly quote: string }

const passagesIn = (value: unknown): readonly Passage[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...('quote' in value ? [value as Passage] : []), ...Object.values(value).flatMap(passagesIn)]
}

const quotesHold = (text: string): void => {
  const points = Array.from(text)
  for (const { start, end, quote } of passagesIn(reading(text))) {
    assert.equal(points.slice(start, end).join(''), quote)
    assert.ok(start >= 0 && start < end && end <= points.length, `${start}-${end} of ${points.length}`)
    assert.notEqual(quote.trim(), '')
  }
}

law('every quote is the slice of the text in code points, and not empty', page, quotesHold)

law('so it is where characters beyond the first plane stand in front and between', fc.tuple(page, fc.array(fc.constantFrom('😀', '𐎀', '🇸🇦', '👩‍👩‍👧', '𝟛'), { minLength: 1, maxLength: 5 })).map(([text, astral]) => `${astral.join('')}\n${text.replaceAll('\n', `\n${astral[0]} `)}`), quotesHold)

law('garbage has quotes too, if it has any', garbage.filter((text) => text.isWellFormed()), quotesHold)

test('every item of every kind has evidence', () =>
  fc.assert(fc.property(page, (text) => {
    const { entities, times, quantities, meetings, commitments, instruments, projects, figures, gaps } = reading(text)
    for (const { evidence } of [...entities, ...times, ...quantities, ...meetings, ...commitments, ...instruments, ...projects, ...figures, ...gaps]) assert.ok(evidence.length > 0)
  }), { numRuns: 60 }))

// ---- identifiers

const unique = (ids: readonly string[]): void => assert.equal(new Set(ids).size, ids.length)

/** The identifiers that a reading refers to, without those that are null. */
const referred = ({ document, entities, meetings, commitments, instruments, projects, figures }: Reading): readonly string[] => [
  document.place, ...entities.map(({ of }) => of ?? null),
  ...meetings.flatMap(({ mechanism, place, participants, parties }) => [mechanism, place, ...participants.map(({ entity }) => entity), ...parties]),
  ...commitments.flatMap(({ entities: named, speaker, parties, place, instrument, project }) => [...named, speaker, ...parties, place, instrument, project]),
  ...instruments.flatMap(({ parties }) => parties), ...projects.flatMap(({ place, operator, partOf }) => [place, operator, partOf]), ...figures.flatMap(({ parties }) => parties),
].filter((id) => id !== null)

law('every identifier stands once, and every one referred to is there', page, (text) => {
  const found = reading(text)
  const ids = [...found.entities, ...found.meetings, ...found.commitments, ...found.instruments, ...found.projects, ...found.figures].map(({ id }) => id)
  unique(ids)
  assert.deepEqual(referred(found).filter((id) => !ids.includes(id)), [])
  for (const { parties } of [...found.meetings, ...found.commitments, ...found.instruments]) unique(parties)
})

// ---- the same text, the same reading

law('reading is deterministic, whatever was read in between', page, (text) => {
  const first = JSON.stringify(reading(text))
  reading(examples[text.length % examples.length]!)
  assert.equal(JSON.stringify(reading(text)), first)
}, 60)

// ---- spelling

/** A text with each code point spelled anew: `spell` gets a point, the next one, and a number to draw by. */
type Spelling = (point: string, next: string | undefined, draw: number) => string

const letter = /^[\u0621-\u063a\u0641-\u064a]$/
const marks = ['\u064b', '\u064c', '\u064d', '\u064e', '\u064f', '\u0650', '\u0651', '\u0652']

/** The isolated presentation form of each letter. */
const isolated = new Map<string, string>()
for (let code = 0xfe80; code <= 0xfef4; code += 1) {
  const bare = String.fromCharCode(code).normalize('NFKC')
  if (letter.test(bare) && !isolated.has(bare)) isolated.set(bare, String.fromCharCode(code))
}

const spellings: Readonly<Record<string, Spelling>> = {
  'with vowel marks': (point, _, draw) => (letter.test(point) && draw % 3 === 0 ? point + marks[draw % marks.length]! : point),
  'with a lengthened line': (point, next, draw) => (letter.test(point) && next !== undefined && letter.test(next) && draw % 4 === 0 ? `${point}\u0640` : point),
  'with ى for a final ي': (point, next, draw) => (point === 'ي' && (next === undefined || !/\p{L}|\p{M}/u.test(next)) && draw % 2 === 0 ? 'ى' : point),
  'without hamza and dots': (point, _, draw) => (draw % 2 === 0 ? ({ أ: 'ا', إ: 'ا', آ: 'ا' }[point] ?? point) : point),
  'in presentation forms': (point, _, draw) => (draw % 5 === 0 ? (isolated.get(point) ?? point) : point),
  'with Arabic digits': (point) => (/^\d$/.test(point) ? String.fromCharCode(0x0660 + Number(point)) : point),
}

/** Spells a text anew; `starts` and `ends` say where each point of the old text begins and ends in the new one. */
const spelled = (text: string, spell: Spelling, seed: number): { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] } => {
  const points = Array.from(text)
  const [starts, ends]: [number[], number[]] = [[], []]
  let [draw, at, out] = [seed | 1, 0, '']
  points.forEach((point, k) => {
    draw = (Math.imul(draw, 1103515245) + 12345) >>> 0
    const now = spell(point, points[k + 1], draw >>> 8)
    starts.push(at)
    at += Array.from(now).length
    ends.push(at)
    out += now
  })
  return { text: out, starts, ends }
}

/** A reading with its texts folded and its offsets moved, so that two spellings can be compared. */
const moved = (value: unknown, starts: readonly number[] | null, ends: readonly number[] | null): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => {
    if (name === 'document') return null
    if (typeof part === 'string' && ['quote', 'name', 'post', 'object', 'condition'].includes(name)) return fold(part).form
    if (typeof part !== 'object' || part === null || !('quote' in part)) return part
    const { start, end } = part as Passage
    return { ...part, start: starts ? starts[start] : start, end: ends ? ends[end - 1] : end }
  }))

for (const [how, spell] of Object.entries(spellings))
  test(`the same is read ${how}, at the places to which it moved`, () =>
    fc.assert(fc.property(page, fc.nat(), (text, seed) => {
      const other = spelled(text, spell, seed)
      assert.deepEqual(moved(reading(other.text), null, null), moved(reading(text), other.starts, other.ends))
    }), { numRuns: 60 }))

test('a name that is an ordinary word too is a name with marks as without', () => {
  const named = (text: string): unknown => reading(text).entities.map(({ type, name }) => [type, fold(name).form])
  assert.deepEqual(named('قال وزير الخارجية العماني بَدْر البوسعيدي إن بلاده ستزيد الرحلات.'), named('قال وزير الخارجية العماني بدر البوسعيدي إن بلاده ستزيد الرحلات.'))
})

test('a quote does not begin with the mark of a letter that is left off', () =>
  assert.deepEqual(reading('وقعت مصر وَتونس اتفاقية.').entities.map(({ name }) => name), ['مصر', 'تونس']))

// ---- anything at all

const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema)

const keepsContract = (text: string): void => {
  const found: unknown = JSON.parse(JSON.stringify(reading(text)))
  assert.ok(valid(found), JSON.stringify(valid.errors))
}

law('a reading keeps the contract of its schema', page, keepsContract)

law('a fragment throws nothing and keeps the contract', fragment, keepsContract, 400)

law('garbage throws nothing and keeps the contract', garbage, keepsContract, 400)

test('things are counted in whole numbers from one', () => {
  for (const text of ['0 مشروع', '1.5 مشروع', '99999999999999999999999 مشروع', 'وقعت مصر 0 اتفاقية', 'وقعت مصر 1.5 اتفاقية']) keepsContract(text)
})

test('a text that ends in a preposition, a clitic or nothing is read', () => {
  for (const text of ['', ' ', '.', 'و', 'اتفاقية على', 'اتفقت مصر على', 'ستوقع', 'بين', 'بقيمة', 'قال إن']) keepsContract(text)
})

law('garbage in no known language throws nothing', garbage, (text) => void read(text), 200)

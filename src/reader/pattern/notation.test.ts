import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Entry } from '../lexicon/source.ts'
import { automaton } from './automaton.ts'
import { compileGrammar } from './compile.ts'
import { NotationError, parseNotation, stepsOf } from './notation.ts'

const paradigms = { past: [], present: [], noun: [{ ends: '', one: ['{s}'] }], counted: [], plural: [], adjective: [] }
const clitics = [{ write: 'ze', is: ['the'], of: ['literal' as const] }]
const entry = (value: Entry['value']): Entry => ({ file: 'xx.yaml', line: 7, value })
const compiled = (...values: readonly Entry['value'][]) => compileGrammar(values.map(entry), { paradigms, clitics })

test('steps keep their flags and names', () => {
  const [first, second, third] = stepsOf(parseNotation("by+-the+{day:from} and?+until '/'"))
  assert.deepEqual([first!.name, first!.as, first!.require, first!.forbid], ['day', 'from', 4, 16])
  assert.deepEqual([second!.name, second!.allow], ['until', 1])
  assert.deepEqual([third!.kind, third!.name], ['word', '/'])
})

/** Every sequence of steps, up to a length, that an automaton takes. */
const language = (notation: string, length: number): readonly string[] => {
  const { steps, first, follow, last } = automaton(parseNotation(notation))
  const walk = (place: number, said: readonly string[]): readonly string[] => {
    const now = [...said, steps[place]!.name]
    return [...(last.includes(place) ? [now.join(' ')] : []), ...(now.length < length ? follow[place]!.flatMap((next) => walk(next, now)) : [])]
  }
  return [...new Set(first.flatMap((place) => walk(place, [])))].toSorted()
}

test('choices, options and bounded repetition', () => {
  assert.deepEqual(language('a (b|c)? d', 4), ['a b d', 'a c d', 'a d'])
  assert.deepEqual(language('a*2 b', 9), ['a a b', 'a b', 'b'])
  assert.deepEqual(language('(a b)+2', 9), ['a b', 'a b a b'])
})

test('a notation that cannot be read says why', () => {
  for (const wrong of ['', '(a', 'a)', '?', 'a | ', '{', 'a %']) assert.throws(() => parseNotation(wrong), NotationError, wrong)
})

test('any string is read or refused, never more', () => fc.assert(fc.property(fc.string(), (text) => {
  try {
    parseNotation(text)
  } catch (fault) {
    return fault instanceof NotationError
  }
  return true
})))

test('a mistake names file, line and cure', () => {
  const mistakes: readonly (readonly [Entry['value'], RegExp])[] = [
    [{ id: 'x', match: '(a', marks: 'time' }, /^xx\.yaml:7: the pattern "\(a" cannot be read\. '\(' is never closed\.$/],
    [{ id: 'x', match: 'a' }, /^xx\.yaml:7: a pattern of no use\. Add "marks: time"/],
    [{ id: 'x', match: 'a', marks: 'colour' }, /'colour' cannot be marked/],
    [{ id: 'x', match: '{moon}', marks: 'time' }, /nothing is of class \{moon\}/],
    [{ id: 'x', match: '{y}', phrase: 'y' }, /made of itself/],
    [{ id: 'x', match: 'a', marks: 'time', colour: 1 }, /'colour' is no field of a pattern/],
    [{ id: 'x', class: 'y' }, /a class without words/],
    [{ id: 'x', class: 'y', words: ['a'], inflect: 'verb' }, /'verb' is no way to inflect/],
  ]
  for (const [value, message] of mistakes) assert.throws(() => compiled(value), { name: 'Mistake', message })
})

test('a word cited with its article demands it, phrases stand in layers, number classes are known', () => {
  const { patterns, kinds, terms } = compiled(
    { id: 'c', class: 'month', words: { 1: ['zejan', 'jan'] } }, { id: 'p', phrase: 'date', match: '{day} {month}' }, { id: 'm', marks: 'time', match: 'ze on {date}' },
  )
  assert.deepEqual(terms['jan']!.map(([kind, require]) => [require, kinds[kind]!.slots]), [[16, { month: 1 }], [0, { month: 1 }]])
  assert.deepEqual(patterns.map(({ layer }) => layer), [0, 1])
})

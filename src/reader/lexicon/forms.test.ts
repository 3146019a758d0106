import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { foldWord } from '../../text/index.ts'
import { compile } from './compile.ts'
import { hydrate } from './load.ts'
import type { Lexeme, Meaning, Sense } from './pack.ts'
import { type Entry, readSource } from './source.ts'
import { describesWords, type FlatSense } from './words.ts'

/** Every form of every word of a pack can be met in a text, in one script, and means one thing of each kind. */

const source = readSource(join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs', 'ar'))
const compiled = compile(source)
const pack = hydrate(compiled)
const entries = source.entries.filter(describesWords)
const { forms, lexemes } = compiled.words
const lexemeOf = ([lexeme]: FlatSense): Lexeme => lexemes[lexeme]!

const list = (value: unknown): readonly string[] => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

const finds = (written: string, [lexeme, form, , rest]: FlatSense): boolean =>
  pack.written(written, 'word').stems.some(({ senses }) => senses.some((sense) => sense.lexeme.id === lexemes[lexeme]!.id && sense.form === form && sense.rest.join(' ') === rest))

test('every form that the paradigms make is found again as it is written', () => {
  const lost = Object.entries(forms).flatMap(([form, senses]) =>
    senses.filter((sense) => !(sense[4] === 0 ? finds(form, sense) : compiled.enclitics.some((one) => finds(form + foldWord(one), sense)))).map((sense) => `${lexemeOf(sense).id}: ${form}${sense[4] ? '-' : ''}`))
  assert.deepEqual(lost, [])
})

test('no form mixes scripts', () => {
  const mixed = Object.entries(forms).flatMap(([form, senses]) => senses.filter(([, , , rest]) => !/^[\p{Script=Arabic} ]+$/u.test(`${form} ${rest}`.trim())).map((sense) => `${lexemeOf(sense).id}: ${form} ${sense[3]}`))
  assert.deepEqual(mixed, [])
})

const cited = ({ value }: Entry): readonly (readonly string[])[] =>
  value['verb'] ? Object.values(value['verb'] as Record<string, unknown>).map(list) : ['noun', 'plural', 'adjective', 'particle'].map((kind) => list(value[kind]))

test('no word is cited twice in one entry: spellings that fold alike are one', () => {
  const twice = entries.flatMap((entry) => cited(entry).flatMap((words) => {
    const folded = words.map((word) => word.split(' ').map(foldWord).join(' '))
    return words.filter((_, at) => folded.indexOf(folded[at]!) < at).map((word) => `${entry.file}:${entry.line} ${String(entry.value['id'])}: ${word}`)
  }))
  assert.deepEqual(twice, [])
})

test('every identifier stands once', () => {
  const ids = entries.map(({ value }) => String(value['id']))
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) < at), [])
})

// ---- contradictions

/** Meanings of which a word can have one at a time; sectors add up. */
const single = ['force', 'action', 'status', 'stage', 'instrument', 'meeting', 'meets', 'indicator', 'measures', 'ordinal', 'actor', 'role', 'polarity'] as const satisfies readonly (keyof Meaning)[]

/** A verb, a noun and a small word of one spelling are told apart by their place. */
const place = (form: Sense['form']): string => (form === 'past' || form === 'present' ? 'verb' : form === 'as-is' ? 'particle' : 'noun')

const alike = (one: FlatSense, other: FlatSense): boolean => one[0] !== other[0] && place(one[1]) === place(other[1]) && one[3] === other[3] && one[4] === other[4]

const contradicts = ({ means: one }: Lexeme, { means: other }: Lexeme): boolean => single.some((name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name])

type Clash = { readonly first: string; readonly second: string; readonly form: string }

const clashes: readonly Clash[] = Object.entries(forms).flatMap(([form, senses]) =>
  senses.flatMap((one, at) => senses.slice(at + 1).filter((other) => alike(one, other) && contradicts(lexemeOf(one), lexemeOf(other))).map((other) => ({ first: lexemeOf(one).id, second: lexemeOf(other).id, form }))))

const yielding = new Map(entries.map(({ value }) => [String(value['id']), list(value['yields'])]))

test('two words of one form do not contradict each other, unless the one looked at second yields', () => {
  const open = Map.groupBy(clashes.filter(({ first, second }) => !yielding.get(second)!.includes(first)), ({ first, second }) => `${first} is read, and ${second} means something else`)
  const told = [...open].map(([what, of]) => `${[...new Set(of.map(({ form }) => form))].slice(0, 4).join(' ')}: ${what}: take the form out of one, or write "yields: ${of[0]!.first}" under ${of[0]!.second}`)
  assert.deepEqual(told, [])
})

test('a word yields only where there is something to yield', () => {
  const idle = [...yielding].flatMap(([second, ids]) => ids.filter((first) => !clashes.some((clash) => clash.first === first && clash.second === second)).map((first) => `${second} yields to ${first} for nothing`))
  assert.deepEqual(idle, [])
})

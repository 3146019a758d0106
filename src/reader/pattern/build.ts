import { begins } from '../lexicon/begins.ts'
import type { Page, Word } from '../page.ts'
import { AND, BY, TO } from '../lexicon/pack.ts'
import { digitsOf, dottedDate } from './digits.ts'
import type { Grammar, Tail } from './grammar.ts'
import { type Atom, atomsAt, type Lattice } from './lattice.ts'
import { longestAt, type Match } from './match.ts'
import { classesOf, type Composed, type Numeral, numbersAt, yearOf } from './numbers.ts'
import type { Slots } from './slots.ts'

const bearsNothing = AND | TO | BY

const continues = (word: Word | undefined, [form, require]: readonly [string, number]): boolean =>
  word !== undefined && (word.stems.length === 0 ? word.form === form : word.stems.some((stem) => stem.form === form && stem.after === '' && (stem.before & require) === require && !(stem.before & bearsNothing)))

const tailEnd = (lattice: Lattice, at: number, rest: Tail['rest']): number => {
  for (let i = 0; i < rest.length; i += 1) if (lattice.breaks[at + 1 + i] === 1 || !continues(lattice.words[at + 1 + i], rest[i]!)) return -1
  return at + 1 + rest.length
}

/** A lattice while it is built, with the grammar and the keys that its own steps make. */
type Builder = Lattice & { readonly grammar: Grammar; readonly text: Page['text']; readonly numeral: number; readonly classKey: (name: string) => number }

const add = (builder: Builder, at: number, atom: Atom): void => {
  const here = builder.more[at]
  if (here) here.push(atom)
  else builder.more[at] = [atom]
  builder.layers[at]! |= builder.grammar.layersOf(atom.key)
}

const addNames = (builder: Builder, at: number, tails: readonly Tail[]): void => {
  for (const { keys, before, slots, rest } of tails) {
    const to = tailEnd(builder, at, rest)
    if (to > 0) for (const key of keys) add(builder, at, { key, from: at, to, before, slots })
  }
}

/** A number whose decimal mark was followed by a stray blank: "23. 1". */
const brokenDecimal = ({ words, text: { starts, ends } }: Builder, at: number): number | null => {
  const [whole, mark, rest] = [words[at]!, words[at + 1], words[at + 2]]
  if (mark?.form !== '.' || rest?.kind !== 'number' || !/^\d{1,3}$/.test(whole.form) || !/^\d{1,2}$/.test(rest.form)) return null
  return starts[at + 1] === ends[at] && starts[at + 2] === ends[at + 1]! + 1 ? Number(`${whole.form}.${rest.form}`) : null
}

/** A figure in brackets before its word of magnitude. The closing bracket is then part of the number. */
const bracketed = ({ words }: Builder, at: number): boolean =>
  words[at - 1]?.form === '(' && words[at + 1]?.form === ')' && words[at + 2]?.shown.numeral === true

const addFigures = (builder: Builder, at: number): void => {
  const word = builder.words[at]!
  const put = (name: string, slots: Slots, to = at + 1) => add(builder, at, { key: builder.classKey(name), from: at, to, before: 0, slots })
  const { value, decimal } = digitsOf(word.form)
  const figure = value ?? decimal
  if (figure !== null) put('numeral', { role: 'digits', numeral: figure }, bracketed(builder, at) ? at + 2 : at + 1)
  const broken = brokenDecimal(builder, at)
  if (broken !== null) put('n', { n: broken }, at + 3)
  const year = yearOf(word.form)
  if (year) put('yyyy', year)
  const dotted = dottedDate(word.form)
  if (dotted) put('dotted-date', { day: dotted[0], month: dotted[1], year: dotted[2] })
}

/** Letters that are written fast, but here stand apart ("and 12") or before a figure ("by-15"): what follows is read as carrying them. */
const lift = (builder: Builder, at: number, bits: number): void => {
  if (builder.breaks[at + 1] === 1 || builder.words[at + 1]!.shown.joins !== 0) return
  for (const atom of atomsAt(builder, at + 1)) add(builder, at, { ...atom, before: atom.before | bits })
}

const asNumeral = ({ from, to, before, slots }: Atom): Numeral =>
  ({ from, to, before, value: Number(slots['numeral']) * (slots['n'] === 2 ? 2 : 1), role: String(slots['role']) })

const none: readonly Numeral[] = []

const numeralsAt = (builder: Builder) => (at: number): readonly Numeral[] =>
  builder.breaks[at] === 1 || !(builder.words[at]!.shown.numeral || builder.more[at]) ? none : atomsAt(builder, at).filter(({ key }) => key === builder.numeral).map(asNumeral)

/** A number read from one figure alone keeps the doubt of its spelling: "1.250" may be either. */
const unsure = (builder: Builder, { single, numeral: { from, role } }: Composed): boolean =>
  single && role === 'digits' && digitsOf(builder.words[from]!.form).value === null

const addNumber = (builder: Builder, at: number, found: Composed): void => {
  const place = { from: found.numeral.from, to: found.to, before: found.before }
  if (unsure(builder, found)) return add(builder, at, { ...place, key: builder.classKey('n'), slots: { n: found.value, unsure: true } })
  const form = found.single ? builder.words[place.from]!.form : null
  for (const [name, slots] of classesOf(found, form)) add(builder, at, { ...place, key: builder.classKey(name), slots })
}

const addNumbers = (builder: Builder, at: number): void => {
  if (!builder.more[at] && (builder.words[at]!.bits & begins.numeral) === 0) return
  const first = atomsAt(builder, at).filter(({ key }) => key === builder.numeral).map(asNumeral)
  if (first.length === 0) return
  const inside = numeralsAt(builder)
  for (const found of numbersAt((place) => (place === at ? first : inside(place)), at)) addNumber(builder, at, found)
}

/** Of each phrase only the longest reading at a place is kept. */
const longestOfEach = (matches: readonly Match[]): readonly Match[] =>
  matches.length < 2 ? matches : matches.filter((one) => !matches.some((other) => other !== one && other.pattern.phrase === one.pattern.phrase && (other.to > one.to || (other.to === one.to && matches.indexOf(other) < matches.indexOf(one)))))

const addPhrases = (builder: Builder): void => {
  for (const layer of builder.grammar.phrases) {
    const bit = 1 << layer.number
    for (let at = 0; at < builder.words.length; at += 1)
      if (builder.layers[at]! & bit)
        for (const { pattern, from, to, before, slots } of longestOfEach(longestAt(builder, layer, at))) add(builder, at, { key: pattern.phrase!, from, to, before, slots })
  }
}

const breaksOf = (words: readonly Word[], paragraphs: readonly { readonly from: number }[]): Uint8Array => {
  const breaks = new Uint8Array(words.length + 1)
  for (const { from } of paragraphs) if (from <= words.length) breaks[from] = 1
  breaks[words.length] = 1
  return breaks
}

const builderOf = (words: readonly Word[], text: Page['text'], grammar: Grammar): Builder => {
  const layers = new Int32Array(words.length)
  for (let at = 0; at < words.length; at += 1) layers[at] = words[at]!.layers
  const classKey = (name: string) => grammar.keyOf('class', name)
  return {
    words, text, grammar, classKey, numeral: classKey('numeral'), layers, more: Array<Atom[] | undefined>(words.length), breaks: breaksOf(words, text.paragraphs),
  }
}

const addWords = (builder: Builder): void => {
  const { words } = builder
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const written = words[at]!
    if ((written.bits & begins.term) === 0) continue
    const { joins, tails } = written.shown
    if (joins !== 0) lift(builder, at, joins)
    if (words[at]!.kind === 'number') addFigures(builder, at)
    if (tails.length > 0) addNames(builder, at, tails)
  }
}

const kept = new WeakMap<readonly Word[], Lattice>()

/** Lets go of what was kept for a page that no pass will look at again: it is much, and a page lives to the end of its reading. */
export const releaseLattice = ({ words }: Pick<Page, 'words'>): void => void kept.delete(words)

/** Everything on a page that patterns can take for a step, phrases included. Made once for the words of a page: times and quantities share it. */
export const latticeOf = (page: Pick<Page, 'words' | 'text' | 'pack'>): Lattice => {
  const known = kept.get(page.words)
  if (known !== undefined) return known
  const builder = builderOf(page.words, page.text, page.pack.grammar)
  addWords(builder)
  for (let at = 0; at < page.words.length; at += 1) addNumbers(builder, at)
  addPhrases(builder)
  kept.set(page.words, builder)
  return builder
}

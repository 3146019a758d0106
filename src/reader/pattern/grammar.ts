import { AND, BY, LIKE, THE, TO } from '../lexicon/pack.ts'
import type { Word } from '../page.ts'
import { type FlatGrammar, type FlatPattern, type FlatTerm, restOf } from './flat.ts'
import type { Step } from './notation.ts'
import { noSlots, type Slots } from './slots.ts'

/** A step ready to be compared: `barsFirst` are the bits it does not bear at the start of a pattern, `barsInner` inside one. */
export type Place = { readonly key: number; readonly as: string | null; readonly require: number; readonly barsFirst: number; readonly barsInner: number; readonly follow: readonly number[]; readonly last: boolean }

export type Pattern = {
  readonly id: string
  readonly phrase: number | null
  readonly gives: Slots
  readonly places: readonly Place[]
  readonly after: readonly Place[]
  readonly before: readonly Place[]
  readonly notAfter: readonly Place[]
  readonly notBefore: readonly Place[]
}

/** Where a pattern may begin. */
export type Start = { readonly pattern: Pattern; readonly place: Place }

/** The patterns tried together: `number` is their place among the layers, `starts` lists by key the patterns that may begin with it. */
export type Layer = { readonly number: number; readonly starts: readonly (readonly Start[] | undefined)[] }

type Term = { readonly keys: readonly number[]; readonly slots: Slots; readonly require: number; readonly rest: readonly (readonly [form: string, require: number])[] }

/** What a single word can be taken for: a key, the bits written before it, what it carries. */
export type Single = { readonly key: number; readonly before: number; readonly slots: Slots }

/** A name of several words that may begin at a word. */
export type Tail = { readonly keys: readonly number[]; readonly before: number; readonly slots: Slots; readonly rest: Term['rest'] }

/**
 * What a written form shows, worked out once: `begins` lists for each layer the patterns that may begin here, `layers` the same as bits.
 * `joins` are the bits of letters that are written fast to words and here stand apart, 0 for any other word.
 */
export type Shown = { readonly singles: readonly Single[]; readonly tails: readonly Tail[]; readonly begins: readonly (readonly Start[])[]; readonly layers: number; readonly numeral: boolean; readonly joins: number }

/** Patterns and terms put to work: everything that may begin at a word is found by the word's form. */
export type Grammar = {
  /** Phrases, each layer using those before it. */
  readonly phrases: readonly Layer[]
  readonly marks: Readonly<Record<'time' | 'quantity', Layer>>
  readonly keyOf: (kind: Step['kind'], name: string) => number
  readonly shown: (word: Pick<Word, 'form' | 'stems'>) => Shown
  /** The layers, as bits, in which a pattern may begin with a key. */
  readonly layersOf: (key: number) => number
}

const inner = THE
const all = AND | TO | BY | LIKE | THE

/** Words have even numbers and classes odd ones, each kind in a map of its own. */
const interned = (): Grammar['keyOf'] => {
  const keys = { word: new Map<string, number>(), class: new Map<string, number>() }
  return (kind, name) => {
    const known = keys[kind].get(name)
    if (known !== undefined) return known
    const key = keys[kind].size * 2 + (kind === 'class' ? 1 : 0)
    keys[kind].set(name, key)
    return key
  }
}

const placeOf = (step: Step, keyOf: Grammar['keyOf'], follow: readonly number[], last: boolean): Place =>
  ({ key: keyOf(step.kind, step.name), as: step.as, require: step.require, follow, last, barsFirst: step.forbid, barsInner: (all & ~(inner | step.require | step.allow)) | step.forbid })

const patternOf = (flat: FlatPattern, keyOf: Grammar['keyOf']): Pattern => {
  const alone = (step: Step) => placeOf(step, keyOf, [], true)
  const { after, before, notAfter, notBefore } = flat.context
  return {
    id: flat.id, phrase: flat.phrase === null ? null : keyOf('class', flat.phrase), gives: Object.keys(flat.gives).length === 0 ? noSlots : flat.gives,
    places: flat.steps.map((step, at) => placeOf(step, keyOf, flat.follow[at]!, flat.last.includes(at))),
    after: after.map(alone), before: before.map(alone), notAfter: notAfter.map(alone), notBefore: notBefore.map(alone),
  }
}

const layerOf = (number: number, patterns: readonly (readonly [FlatPattern, Pattern])[]): Layer => {
  const starts: Start[][] = []
  for (const [flat, pattern] of patterns)
    for (const first of flat.first) {
      const place = pattern.places[first]!
      ;(starts[place.key] ??= []).push({ pattern, place })
    }
  return { number, starts }
}

/** The terms that begin with a form. */
type Terms = (form: string) => readonly Term[]

const noTerms: readonly Term[] = []

/** Terms are put to work when their form is first met: a text meets few of them. */
const termsOf = ({ kinds, terms, patterns }: FlatGrammar, keyOf: Grammar['keyOf']): Terms => {
  const words = new Set(patterns.flatMap(({ steps, context }) => [...steps, ...Object.values(context).flat()]).filter(({ kind }) => kind === 'word').map(({ name }) => name))
  const kept = new Map<string, readonly Term[]>()
  const termOf = (flat: FlatTerm): Term => {
    const { classes, slots } = kinds[flat[0]]!
    return { keys: classes.map((name) => keyOf('class', name)), slots, require: flat[1], rest: restOf(flat) }
  }
  const make = (form: string): readonly Term[] => {
    const literal = words.has(form) ? [{ keys: [keyOf('word', form)], slots: noSlots, require: 0, rest: [] }] : noTerms
    return Object.hasOwn(terms, form) ? [...literal, ...terms[form]!.map(termOf)] : literal
  }
  return (form) => {
    const found = kept.get(form) ?? make(form)
    if (found.length > 0) kept.set(form, found)
    return found
  }
}

/** A mark has no stems: it shows what is written. */
const seen = (terms: Terms, { form, stems }: Pick<Word, 'form' | 'stems'>): readonly (readonly [Term, number])[] =>
  stems.length === 0
    ? terms(form).map((term) => [term, 0] as const)
    : stems.flatMap((stem) => (stem.after !== '' ? [] : terms(stem.form).filter(({ require }) => (stem.before & require) === require).map((term) => [term, stem.before] as const)))

const nothing: Shown = { singles: [], tails: [], begins: [], layers: 0, numeral: false, joins: 0 }

const beginsIn = (layer: Layer, singles: readonly Single[]): readonly Start[] =>
  [...new Set(singles.flatMap(({ key, before }) => (layer.starts[key] ?? []).filter(({ place }) => (before & place.require) === place.require && !(before & place.barsFirst))))]

/** Works out what a written form shows: most show nothing. */
const shower = (terms: Terms, layers: readonly Layer[], numeral: number, joiners: Readonly<Record<string, number>>): Grammar['shown'] => {
  return (word) => {
    const found = seen(terms, word)
    const joins = Object.hasOwn(joiners, word.form) ? joiners[word.form]! : 0
    if (found.length === 0 && joins === 0) return nothing
    const singles = found.flatMap(([{ keys, slots, rest }, before]) => (rest.length > 0 ? [] : keys.map((key) => ({ key, before, slots }))))
    const begins = layers.map((layer) => beginsIn(layer, singles))
    return {
      singles, begins, tails: found.flatMap(([{ keys, slots, rest }, before]) => (rest.length > 0 ? [{ keys, slots, rest, before }] : [])),
      layers: begins.reduce((bits, starts, at) => (starts.length > 0 ? bits | (1 << at) : bits), 0), numeral: singles.some(({ key }) => key === numeral), joins,
    }
  }
}

/** Puts compiled terms and patterns to work. */
export const hydrateGrammar = (flat: FlatGrammar): Grammar => {
  const keyOf = interned()
  const terms = termsOf(flat, keyOf)
  const patterns = flat.patterns.map((one) => [one, patternOf(one, keyOf)] as const)
  const depth = 1 + Math.max(-1, ...flat.patterns.filter(({ phrase }) => phrase !== null).map(({ layer }) => layer))
  const phrases = Array.from({ length: depth }, (_, at) => layerOf(at, patterns.filter(([one]) => one.phrase !== null && one.layer === at)))
  const marked = (number: number, sort: string) => layerOf(number, patterns.filter(([one]) => one.marks === sort))
  const marks = { time: marked(depth, 'time'), quantity: marked(depth + 1, 'quantity') }
  const layers = [...phrases, marks.time, marks.quantity]
  const bits: number[] = []
  for (const { number, starts } of layers) starts.forEach((_, key) => (bits[key] = (bits[key] ?? 0) | (1 << number)))
  return {
    phrases, marks, keyOf,
    shown: shower(terms, layers, keyOf('class', 'numeral'), flat.joiners), layersOf: (key) => bits[key] ?? 0,
  }
}

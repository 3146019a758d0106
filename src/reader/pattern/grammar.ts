import { AND, BY, LIKE, THE, TO } from '../lexicon/pack.ts'
import type { FlatGrammar, FlatPattern } from './compile.ts'
import type { Step } from './notation.ts'
import type { Word } from '../page.ts'
import { noSlots, type Slots } from './slots.ts'

/** A step ready to be compared: `bars` are the bits it does not bear at the start of a pattern and inside one. */
export type Place = { readonly key: number; readonly as: string | null; readonly require: number; readonly barsFirst: number; readonly barsInner: number; readonly follow: readonly number[]; readonly last: boolean }

export type Pattern = {
  readonly id: string
  readonly phrase: number | null
  readonly marks: FlatPattern['marks']
  readonly gives: Slots
  readonly places: readonly Place[]
  readonly after: readonly Place[]
  readonly before: readonly Place[]
  readonly notAfter: readonly Place[]
  readonly notBefore: readonly Place[]
}

export type Term = { readonly keys: readonly number[]; readonly slots: Slots; readonly require: number; readonly rest: readonly (readonly [form: string, require: number])[] }

/** Where a pattern may begin. */
export type Start = { readonly pattern: Pattern; readonly place: number }

/** The patterns that may begin with a key, by key. */
export type Index = readonly (readonly Start[] | undefined)[]

/** Patterns and terms put to work: everything that may begin at a word is found by the word's stem. */
export type Grammar = {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly layers: readonly Index[]
  readonly marks: Readonly<Record<'time' | 'quantity', Index>>
  readonly joiners: ReadonlyMap<string, number>
  readonly keyOf: (kind: Step['kind'], name: string) => number
  /** What a written word shows: terms, with the bits written before each. */
  readonly shown: (word: Pick<Word, 'form' | 'stems'>) => readonly Shown[]
}

export type Shown = { readonly term: Term; readonly before: number }

const inner = THE
const atFirst = AND | TO | BY | LIKE | THE
const all = atFirst

const interned = (): Grammar['keyOf'] => {
  const keys = new Map<string, number>()
  return (kind, name) => {
    const known = keys.get(`${kind} ${name}`)
    if (known !== undefined) return known
    keys.set(`${kind} ${name}`, keys.size)
    return keys.size - 1
  }
}

const placeOf = (step: Step, keyOf: Grammar['keyOf'], follow: readonly number[], last: boolean): Place => {
  const bears = step.require | step.allow
  return {
    key: keyOf(step.kind, step.name), as: step.as, require: step.require, follow, last,
    barsFirst: (all & ~(atFirst | bears)) | step.forbid, barsInner: (all & ~(inner | bears)) | step.forbid,
  }
}

const patternOf = (flat: FlatPattern, keyOf: Grammar['keyOf']): Pattern => {
  const alone = (step: Step) => placeOf(step, keyOf, [], true)
  const { after, before, notAfter, notBefore } = flat.context
  return {
    id: flat.id, phrase: flat.phrase === null ? null : keyOf('class', flat.phrase), marks: flat.marks, gives: Object.keys(flat.gives).length === 0 ? noSlots : flat.gives,
    places: flat.steps.map((step, at) => placeOf(step, keyOf, flat.follow[at]!, flat.last.includes(at))),
    after: after.map(alone), before: before.map(alone), notAfter: notAfter.map(alone), notBefore: notBefore.map(alone),
  }
}

const indexOf = (patterns: readonly (readonly [FlatPattern, Pattern])[]): Index => {
  const index: Start[][] = []
  for (const [flat, pattern] of patterns) for (const place of flat.first) (index[pattern.places[place]!.key] ??= []).push({ pattern, place })
  return index
}

/** A mark has no stems: it shows what is written. */
const shownBy = (terms: Grammar['terms'], { form, stems }: Pick<Word, 'form' | 'stems'>): readonly Shown[] =>
  stems.length === 0 ? (terms.get(form) ?? []).map((term) => ({ term, before: 0 })) : stems.flatMap(({ form, before, after }) =>
    after !== '' ? [] : (terms.get(form) ?? []).filter(({ require }) => (before & require) === require).map((term) => ({ term, before })))

/** Remembers what each written form shows: forms repeat, and most show nothing. */
const shower = (terms: Grammar['terms']): Grammar['shown'] => {
  const kept = new Map<string, readonly Shown[]>()
  return (word) => {
    if (word.stems.length === 0) return shownBy(terms, word)
    const known = kept.get(word.form)
    if (known !== undefined) return known
    const shown = shownBy(terms, word)
    if (word.form.length <= 40 && kept.size < 200_000) kept.set(word.form, shown)
    return shown
  }
}

/** Puts compiled terms and patterns to work. */
export const hydrateGrammar = (flat: FlatGrammar): Grammar => {
  const keyOf = interned()
  const words = new Set(flat.patterns.flatMap(({ steps, context }) => [...steps, ...Object.values(context).flat()]).filter(({ kind }) => kind === 'word').map(({ name }) => name))
  const terms = new Map<string, Term[]>()
  for (const word of words) terms.set(word, [{ keys: [keyOf('word', word)], slots: noSlots, require: 0, rest: [] }])
  for (const form in flat.terms)
    terms.set(form, [...(terms.get(form) ?? []), ...flat.terms[form]!.map(({ classes, slots, require, rest }) => ({ keys: classes.map((name) => keyOf('class', name)), slots, require, rest }))])
  const patterns = flat.patterns.map((one) => [one, patternOf(one, keyOf)] as const)
  const layer = (at: number) => indexOf(patterns.filter(([one]) => one.phrase !== null && one.layer === at))
  return {
    terms, keyOf, shown: shower(terms), joiners: new Map(Object.entries(flat.joiners)),
    layers: Array.from({ length: 1 + Math.max(-1, ...flat.patterns.map((one) => one.layer)) }, (_, at) => layer(at)),
    marks: { time: indexOf(patterns.filter(([one]) => one.marks === 'time')), quantity: indexOf(patterns.filter(([one]) => one.marks === 'quantity')) },
  }
}

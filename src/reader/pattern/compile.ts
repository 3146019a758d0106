import { foldWord } from '../../text/index.ts'
import { THE } from '../lexicon/pack.ts'
import { inflect, type Paradigms } from '../lexicon/paradigm.ts'
import { type Entry, Mistake } from '../lexicon/source.ts'
import type { Clitic } from '../lexicon/split.ts'
import { automaton } from './automaton.ts'
import { type FlatGrammar, type FlatKind, type FlatPattern, type FlatTerm, restOf } from './flat.ts'
import { type Expression, NotationError, parseNotation, type Step, stepsOf } from './notation.ts'
import { numberClasses } from './numbers.ts'
import type { Slots } from './slots.ts'

/** A word of a class: the classes it belongs to, what it carries, the words after the first, and bits that must be written before each. */
type Term = FlatKind & { readonly require: number; readonly rest: readonly (readonly [form: string, require: number])[] }

type Settings = { readonly paradigms: Paradigms; readonly clitics: readonly Clitic[] }

const list = (value: unknown): readonly string[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

export const describesTerms = ({ value }: Entry): boolean => value['class'] !== undefined

export const describesPattern = ({ value }: Entry): boolean => value['match'] !== undefined

const fields: Readonly<Record<'terms' | 'pattern', readonly string[]>> = {
  terms: ['id', 'class', 'value', 'slot', 'words', 'many', 'inflect', 'kinds', 'example', 'issued', 'reads', 'never', 'note'],
  pattern: ['id', 'match', 'phrase', 'marks', 'gives', 'after', 'before', 'notAfter', 'notBefore', 'example', 'issued', 'reads', 'never', 'note'],
}

const checkFields = (entry: Entry, kind: keyof typeof fields): void => {
  const odd = Object.keys(entry.value).find((name) => !fields[kind].includes(name))
  if (odd) throw new Mistake(entry, `'${odd}' is no field of ${kind === 'terms' ? 'a class of words' : 'a pattern'}`, `Use ${fields[kind].join(', ')}.`)
}

/** A word cited with its article demands the article: the stem without it, and the bit. */
const cited = (word: string, clitics: readonly Clitic[]): readonly [form: string, require: number] => {
  const article = clitics.find(({ is, write }) => is.length === 1 && is[0] === 'the' && word.startsWith(write) && word.length > write.length + 1)
  return article ? [foldWord(word.slice(article.write.length)), THE] : [foldWord(word), 0]
}

type Inflection = 'noun' | 'counted' | 'adjective' | 'none'
type Form = { readonly form: string; readonly number: 1 | 2 | 3 }

const formsOf = (word: string, how: Inflection, paradigms: Paradigms): readonly Form[] =>
  how === 'none' ? [{ form: word, number: 1 }] : [{ form: word, number: 1 as const }, ...inflect(paradigms[how], word).filter(({ joined }) => !joined)]

const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed()

/** Every written form of a cited phrase. The number is that of its first word. */
const phrasesOf = (phrase: string, how: readonly Inflection[], paradigms: Paradigms, number: 1 | 3): readonly (Form & { readonly rest: readonly string[] })[] => {
  const [head = '', ...rest] = phrase.trim().split(/\s+/)
  const heads = number === 3 ? [{ form: head, number: 3 as const }] : formsOf(head, how[0] ?? 'none', paradigms)
  const tails = rest.reduce<readonly (readonly string[])[]>((before, word, at) => before.flatMap((tail) => formsOf(word, how[at + 1] ?? 'none', paradigms).map(({ form }) => tail.concat(form))), [[]])
  return unique(heads.flatMap(({ form, number }) => tails.map((tail) => ({ form, number, rest: tail }))), ({ form, rest }) => [form, ...rest].join(' '))
}

const inflections = (entry: Entry): readonly Inflection[] => {
  const how = list(entry.value['inflect'])
  const odd = how.find((one) => !['noun', 'counted', 'adjective', 'none'].includes(one))
  if (odd) throw new Mistake(entry, `'${odd}' is no way to inflect a word`, 'Use noun, counted, adjective or none, one for each word of the phrase.')
  return how as readonly Inflection[]
}

const classNames = (name: string, number: number): readonly string[] => [name, `${name}.${number === 2 ? 'two' : number === 3 ? 'many' : 'one'}`]

type Cited = { readonly words: readonly string[]; readonly many: readonly string[]; readonly how: readonly Inflection[]; readonly slots: Slots }

const baseSlots = (value: unknown, slot: string): Slots => (value === undefined ? {} : typeof value === 'object' ? (value as Slots) : { [slot]: value as string | number | boolean })

/** A kind is the word followed by an adjective: each kind has its own unit, and the bare word leaves open which one is meant. */
const kindsOf = (entry: Entry, base: Cited): readonly Cited[] => {
  const kinds = (entry.value['kinds'] ?? {}) as Readonly<Record<string, unknown>>
  const open: Slots = Object.keys(kinds).length > 0 && !('unit' in base.slots) ? { open: Object.keys(kinds).join(' ') } : {}
  const withKinds = Object.entries(kinds).flatMap(([unit, adjectives]) =>
    list(adjectives).map((adjective): Cited => ({
      words: base.words.map((word) => `${word} ${adjective}`), many: base.many.map((word) => `${word} ${adjective}`),
      how: [base.how[0] ?? 'none', 'adjective'], slots: { ...base.slots, unit },
    })))
  return [{ ...base, slots: { ...base.slots, ...open } }, ...withKinds]
}

const citedBy = (entry: Entry): readonly Cited[] => {
  const slot = String(entry.value['slot'] ?? entry.value['class'])
  const [words, how, slots] = [entry.value['words'], inflections(entry), baseSlots(entry.value['value'], slot)]
  if (words === undefined && entry.value['many'] === undefined) throw new Mistake(entry, 'a class without words', 'Add "words: [...]".')
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return kindsOf(entry, { words: list(words), many: list(entry.value['many']), how, slots })
  return Object.entries(words).map(([key, group]) => ({ words: list(group), many: [], how, slots: { ...slots, [slot]: /^-?[\d.]+(e\d+)?$/.test(key) ? Number(key) : key } }))
}

const termsOf = (entry: Entry, { paradigms, clitics }: Settings): readonly (readonly [string, Term])[] => {
  checkFields(entry, 'terms')
  const name = String(entry.value['class'])
  return citedBy(entry).flatMap(({ words, many, how, slots }) =>
    [...words.flatMap((word) => phrasesOf(word, how, paradigms, 1)), ...many.flatMap((word) => phrasesOf(word, how, paradigms, 3))].map((found) => {
      const [form, require] = cited(found.form, clitics)
      const rest = found.rest.map((word) => cited(word, clitics))
      return [form, { classes: classNames(name, found.number), slots: found.number === 2 ? { ...slots, n: 2 } : slots, require, rest }] as const
    }))
}

const settled = (step: Step, clitics: readonly Clitic[]): Step => {
  if (step.kind === 'class') return step
  const [form, require] = cited(step.name, clitics)
  return { ...step, name: form, require: step.require | require }
}

const expressionOf = (entry: Entry, notation: unknown): Expression => {
  try {
    return parseNotation(String(notation))
  } catch (fault) {
    if (fault instanceof NotationError) throw new Mistake(entry, `the pattern "${String(notation)}" cannot be read`, `${fault.message}.`)
    throw fault
  }
}

/** Context is written as single steps: words or classes, not sequences. */
const contextOf = (entry: Entry, name: string, clitics: readonly Clitic[]): readonly Step[] =>
  list(entry.value[name]).flatMap((notation) => stepsOf(expressionOf(entry, notation))).map((step) => settled(step, clitics))

const patternOf = (entry: Entry, { clitics }: Settings): Omit<FlatPattern, 'layer'> => {
  checkFields(entry, 'pattern')
  const { steps, ...places } = automaton(expressionOf(entry, entry.value['match']))
  const marks = entry.value['marks'] ?? null
  if (marks !== null && marks !== 'time' && marks !== 'quantity') throw new Mistake(entry, `'${String(marks)}' cannot be marked`, 'Use "marks: time" or "marks: quantity".')
  if (marks === null && entry.value['phrase'] === undefined) throw new Mistake(entry, 'a pattern of no use', 'Add "marks: time", "marks: quantity" or "phrase: name".')
  const of = (name: string) => contextOf(entry, name, clitics)
  return {
    id: String(entry.value['id']), phrase: entry.value['phrase'] === undefined ? null : String(entry.value['phrase']), marks, gives: (entry.value['gives'] ?? {}) as Slots,
    steps: steps.map((step) => settled(step, clitics)), ...places,
    context: { after: of('after'), before: of('before'), notAfter: of('notAfter'), notBefore: of('notBefore') },
  }
}

const classesIn = (pattern: Omit<FlatPattern, 'layer'>): readonly string[] =>
  [...pattern.steps, ...Object.values(pattern.context).flat()].filter(({ kind }) => kind === 'class').map(({ name }) => name)

/** Phrases that use phrases stand in a later layer. A phrase that uses itself has none. */
const layersOf = (patterns: readonly (readonly [Entry, Omit<FlatPattern, 'layer'>])[], terms: ReadonlySet<string>): readonly FlatPattern[] => {
  const layers = new Map<string, number>()
  const open = new Set<string>()
  const layerOf = (phrase: string, entry: Entry): number => {
    const known = layers.get(phrase)
    if (known !== undefined) return known
    if (open.has(phrase)) throw new Mistake(entry, `the phrase {${phrase}} is made of itself`, 'Break the circle: give the inner phrase another name.')
    open.add(phrase)
    const layer = Math.max(...patterns.filter(([, pattern]) => pattern.phrase === phrase).map(([inner, pattern]) => layerIn(inner, pattern)))
    layers.set(phrase, layer)
    return layer
  }
  const layerIn = (entry: Entry, pattern: Omit<FlatPattern, 'layer'>): number =>
    1 + Math.max(-1, ...classesIn(pattern).map((name) => {
      if (terms.has(name)) return -1
      if (!patterns.some(([, other]) => other.phrase === name)) throw new Mistake(entry, `nothing is of class {${name}}`, 'Name a class of words, a phrase, or a class of numbers.')
      return layerOf(name, entry)
    }))
  return patterns.map(([entry, pattern]) => ({ ...pattern, layer: pattern.phrase === null ? layerIn(entry, pattern) : layerOf(pattern.phrase, entry) }))
}

const bits: Readonly<Record<string, number>> = { and: 1, to: 2, by: 4, like: 8, the: 16 }

const flattened = (terms: Readonly<Record<string, readonly Term[]>>): Pick<FlatGrammar, 'kinds' | 'terms'> => {
  const kinds = new Map<string, number>()
  const number = (kind: string): number => kinds.get(kind) ?? kinds.set(kind, kinds.size).size - 1
  const flat = ({ classes, slots, require, rest }: Term): FlatTerm => [number(JSON.stringify({ classes, slots })), require, rest.map((word) => word.join('|')).join(' ')]
  const forms = Object.fromEntries(Object.entries(terms).map(([form, group]) => [form, group.map(flat)]))
  return { kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as FlatKind), terms: forms }
}

/** The terms and patterns that the entries of a pack describe. */
export const compileGrammar = (entries: readonly Entry[], settings: Settings): FlatGrammar => {
  const terms: Record<string, Term[]> = {}
  for (const [form, term] of entries.filter(describesTerms).flatMap((entry) => termsOf(entry, settings))) (terms[form] ??= []).push(term)
  for (const form in terms) terms[form] = [...unique(terms[form]!, (term) => JSON.stringify(term))]
  const names = new Set([...numberClasses, ...Object.values(terms).flatMap((group) => group.flatMap(({ classes }) => classes))])
  const patterns = entries.filter(describesPattern).map((entry) => [entry, patternOf(entry, settings)] as const)
  const joiners = Object.fromEntries(settings.clitics.filter(({ is }) => !is.includes('will')).map(({ write, is }) => [foldWord(write), is.reduce((sum, name) => sum | (bits[name] ?? 0), 0)]))
  return { ...flattened(terms), patterns: layersOf(patterns, names), joiners }
}

/** The words that stand in terms and patterns: the splitter must know them to see through what is written fast to them. */
export const wordsOf = ({ terms, patterns }: FlatGrammar): readonly string[] => [...new Set([
  ...Object.keys(terms), ...Object.values(terms).flatMap((group) => group.flatMap((term) => restOf(term).map(([form]) => form))),
  ...patterns.flatMap(({ steps, context }) => [...steps, ...Object.values(context).flat()].filter(({ kind }) => kind === 'word').map(({ name }) => name)),
])]

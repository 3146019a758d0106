import type { Page, Word } from '../page.ts'
import { AND, BY, TO } from '../lexicon/pack.ts'
import { digitsOf, dottedDate } from './digits.ts'
import type { Grammar, Shown, Term } from './grammar.ts'
import { longestAt, type Match } from './match.ts'
import { classesOf, type Numeral, numbersAt, yearOf } from './numbers.ts'
import type { Slots } from './slots.ts'

/** Something that a pattern can take for one step: a word, a name of several words, a number, or a phrase. `from` passes over letters set apart. */
export type Atom = { readonly key: number; readonly from: number; readonly to: number; readonly before: number; readonly slots: Slots }

/** For every word of a page, what begins there. `breaks[i]` is 1 where a paragraph begins: nothing runs over it. */
export type Lattice = { readonly words: readonly Word[]; readonly atoms: (Atom[] | undefined)[]; readonly breaks: Uint8Array }

const bearsNothing = AND | TO | BY

const continues = (word: Word | undefined, [form, require]: readonly [string, number]): boolean =>
  word !== undefined && (word.stems.length === 0 ? word.form === form : word.stems.some((stem) => stem.form === form && stem.after === '' && (stem.before & require) === require && !(stem.before & bearsNothing)))

const tailEnd = (lattice: Lattice, at: number, rest: Term['rest']): number => {
  for (let i = 0; i < rest.length; i += 1) if (lattice.breaks[at + 1 + i] === 1 || !continues(lattice.words[at + 1 + i], rest[i]!)) return -1
  return at + 1 + rest.length
}

const add = (lattice: Lattice, at: number, atom: Atom): void => {
  const here = lattice.atoms[at]
  if (here) here.push(atom)
  else lattice.atoms[at] = [atom]
}

const addTerms = (lattice: Lattice, at: number, shown: readonly Shown[]): void => {
  for (const { term, before } of shown) {
    const to = term.rest.length === 0 ? at + 1 : tailEnd(lattice, at, term.rest)
    if (to > 0) for (const key of term.keys) add(lattice, at, { key, from: at, to, before, slots: term.slots })
  }
}

/** A number whose decimal mark was followed by a stray blank: "23. 1". */
const brokenDecimal = ({ words }: Lattice, at: number): number | null => {
  const [whole, mark, rest] = [words[at]!, words[at + 1], words[at + 2]]
  if (mark?.form !== '.' || rest?.kind !== 'number' || !/^\d{1,3}$/.test(whole.form) || !/^\d{1,2}$/.test(rest.form)) return null
  return mark.start === whole.end && rest.start === mark.end + 1 ? Number(`${whole.form}.${rest.form}`) : null
}

type Keys = { readonly numeral: number; readonly n: number; readonly yyyy: number; readonly dotted: number }

const addFigures = (lattice: Lattice, keys: Keys, at: number): void => {
  const word = lattice.words[at]!
  const { value, decimal } = digitsOf(word.form)
  const figure = value ?? decimal
  if (figure !== null) add(lattice, at, { key: keys.numeral, from: at, to: at + 1, before: 0, slots: { role: 'digits', numeral: figure, open: value === null } })
  const broken = brokenDecimal(lattice, at)
  if (broken !== null) add(lattice, at, { key: keys.n, from: at, to: at + 3, before: 0, slots: { n: broken } })
  const year = yearOf(word.form)
  if (year) add(lattice, at, { key: keys.yyyy, from: at, to: at + 1, before: 0, slots: year })
  const dotted = dottedDate(word.form)
  if (dotted) add(lattice, at, { key: keys.dotted, from: at, to: at + 1, before: 0, slots: { day: dotted[0], month: dotted[1], year: dotted[2] } })
}

/** Letters that are written fast, but here stand apart ("و 12") or before a figure ("بـ15"): what follows is read as carrying them. */
const lift = (lattice: Lattice, at: number, bits: number): void => {
  if (lattice.breaks[at + 1] === 1) return
  for (const atom of lattice.atoms[at + 1] ?? []) add(lattice, at, { ...atom, before: atom.before | bits })
}

const numeralsOf = (lattice: Lattice, key: number) => (at: number): readonly Numeral[] => {
  const here = lattice.breaks[at] === 1 ? undefined : lattice.atoms[at]
  return here === undefined ? [] : here.filter((atom) => atom.key === key).map(asNumeral)
}

const asNumeral = ({ from, to, before, slots }: Atom): Numeral =>
  ({ from, to, before, value: Number(slots['numeral']) * (slots['n'] === 2 ? 2 : 1), role: String(slots['role']) })

const addNumbers = (lattice: Lattice, grammar: Grammar, key: number, at: number): void => {
  const here = lattice.atoms[at]
  if (!here || !here.some((atom) => atom.key === key)) return
  const inside = numeralsOf(lattice, key)
  const from = here.filter((atom) => atom.key === key)
  const numerals = (place: number) => (place === at ? from.map(asNumeral) : inside(place))
  for (const found of numbersAt(numerals, at)) {
    const first = from.find((atom) => atom.from === found.numeral.from && atom.to === found.numeral.to && atom.before === found.before)
    if (first?.slots['open'] === true && found.single) {
      add(lattice, at, { key: grammar.keyOf('class', 'n'), from: found.numeral.from, to: found.to, before: found.before, slots: { n: found.value, unsure: true } })
      continue
    }
    const form = found.single ? (lattice.words[found.numeral.from]?.form ?? null) : null
    for (const [name, slots] of classesOf(found, form)) add(lattice, at, { key: grammar.keyOf('class', name), from: found.numeral.from, to: found.to, before: found.before, slots })
  }
}

const addPhrases = (lattice: Lattice, grammar: Grammar): void => {
  for (const layer of grammar.layers)
    for (let at = 0; at < lattice.words.length; at += 1) {
      if (lattice.atoms[at] === undefined) continue
      for (const match of phrasesAt(lattice, layer, at)) add(lattice, at, match)
    }
}

/** Of each phrase only the longest reading at a place is kept. */
const phrasesAt = (lattice: Lattice, layer: Grammar['layers'][number], at: number): readonly Atom[] => {
  const best = new Map<number, Match>()
  for (const match of longestAt(lattice, layer, at)) {
    const key = match.pattern.phrase!
    if (match.to > (best.get(key)?.to ?? -1)) best.set(key, match)
  }
  return Array.from(best, ([key, { from, to, before, slots }]) => ({ key, from, to, before, slots }))
}

const breaksOf = (words: readonly Word[], paragraphs: readonly { readonly from: number }[]): Uint8Array => {
  const breaks = new Uint8Array(words.length + 1)
  for (const { from } of paragraphs) if (from <= words.length) breaks[from] = 1
  breaks[words.length] = 1
  return breaks
}

const kept = new WeakMap<readonly Word[], Lattice>()

/** Everything on a page that patterns can take for a step, phrases included. Made once for the words of a page: times and quantities share it. */
export const latticeOf = (page: Pick<Page, 'words' | 'text' | 'pack'>): Lattice => {
  const known = kept.get(page.words)
  if (known !== undefined) return known
  const lattice = built(page.words, page.text.paragraphs, page.pack.grammar)
  kept.set(page.words, lattice)
  return lattice
}

const built = (words: readonly Word[], paragraphs: readonly { readonly from: number }[], grammar: Grammar): Lattice => {
  const lattice: Lattice = { words, atoms: Array.from({ length: words.length }), breaks: breaksOf(words, paragraphs) }
  const key = (name: string) => grammar.keyOf('class', name)
  const keys: Keys = { numeral: key('numeral'), n: key('n'), yyyy: key('yyyy'), dotted: key('dotted-date') }
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at]!
    const joiner = word.kind === 'word' ? grammar.joiners.get(word.form) : undefined
    if (joiner !== undefined) lift(lattice, at, joiner)
    if (word.kind === 'number') addFigures(lattice, keys, at)
    addTerms(lattice, at, grammar.shown(word))
  }
  for (let at = 0; at < words.length; at += 1) addNumbers(lattice, grammar, keys.numeral, at)
  addPhrases(lattice, grammar)
  return lattice
}

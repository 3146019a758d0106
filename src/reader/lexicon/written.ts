import { recaller } from '../../text/index.ts'
import { noReadings, type Readings, readingsOf } from '../gloss.ts'
import type { Grammar, Shown } from '../pattern/grammar.ts'
import { begins } from './begins.ts'
import { blankLook } from './look.ts'
import type { Look, Names } from './names.ts'
import type { Pack, Stem } from './pack.ts'
import { qualitiesOf, type Syntax } from './syntax.ts'

type Kind = 'word' | 'number' | 'mark'

/** Everything a pack says of one written form. It is worked out when the form is first met, and all words written alike share it. */
export type Written = {
  readonly form: string
  readonly kind: Kind
  readonly stems: readonly Stem[]
  /** What it can be among names; what patterns can take it for; what it can do in a sentence. */
  readonly look: Look
  readonly shown: Shown
  readonly readings: Readings
  /** What the passes ask of every word, as bits of `begins`: most words begin nothing, and one look tells. */
  readonly bits: number
  /** `shown.layers` and `look.sieve`, near at hand for the same reason. */
  readonly layers: number
  readonly sieve: number
  /** Short for something: its dot ends no sentence. */
  readonly short: boolean
  /** What the word says of the next where it stands apart, as bits of `pack.ts`; see `Syntax.apart`. */
  readonly apart: number
  /** Bits of `quality`. */
  readonly qualities: number
}

const bitsOf = (kind: Kind, look: Look, shown: Shown, readings: Readings): number =>
  (look.terms.length > 0 || look.given >= 0 ? begins.name : 0) | (shown.tails.length > 0 || shown.joins !== 0 || kind === 'number' ? begins.term : 0) |
  (shown.numeral ? begins.numeral : 0) | (shown.singles.length > 0 ? begins.single : 0) | (kind !== 'mark' && readings !== noReadings ? begins.reading : 0)

type Parts = { readonly stems: (form: string) => readonly Stem[]; readonly names: Names; readonly grammar: Grammar; readonly futures: Pack['futures']; readonly syntax: Syntax }

const noStems: readonly Stem[] = []

/** A number is only looked at as a word where a pack has it as one ("7 th"). */
const known = (stems: readonly Stem[]): readonly Stem[] => (stems.some(({ senses }) => senses.length > 0) ? stems : noStems)

const writtenOf = ({ stems, names, grammar, futures, syntax }: Parts, form: string, kind: Kind): Written => {
  const split = kind === 'word' ? stems(form) : kind === 'number' ? known(stems(form)) : noStems
  const look = kind === 'word' ? names.look(form) : blankLook
  const shown = grammar.shown({ form, stems: split })
  const readings = readingsOf(form, split, futures)
  const said = { short: syntax.abbreviations.includes(form), apart: Object.hasOwn(syntax.apart, form) ? syntax.apart[form]! : 0, qualities: kind === 'word' ? qualitiesOf(syntax, form) : 0 }
  return { ...said, form, kind, stems: split, look, shown, readings, bits: bitsOf(kind, look, shown, readings), layers: shown.layers, sieve: look.sieve }
}

/** Longer forms are not kept, nor more than so many: a long text of rare words must not fill the memory. */
const [longest, most] = [40, 200_000]

/** How many words and other forms are found by their letters alone; see `recaller`. */
const [wordPlaces, otherPlaces] = [1 << 17, 1 << 13]

const keeping = (make: (form: string) => Written): ((form: string) => Written) => {
  const kept = new Map<string, Written>()
  return (form) => {
    const before = kept.get(form)
    if (before) return before
    const written = make(form)
    if (form.length <= longest && kept.size < most) kept.set(form, written)
    return written
  }
}

/** Looks written forms up; answers are kept, since texts repeat their words. */
export const writer = (parts: Parts): Pick<Pack, 'written' | 'writtenAt'> => {
  const made: Readonly<Record<Kind, (form: string) => Written>> = {
    word: keeping((form) => writtenOf(parts, form, 'word')), number: keeping((form) => writtenOf(parts, form, 'number')), mark: keeping((form) => writtenOf(parts, form, 'mark')),
  }
  const found = { word: recaller(made.word, wordPlaces), number: recaller(made.number, otherPlaces), mark: recaller(made.mark, otherPlaces) }
  return { written: (form, kind) => made[kind](form), writtenAt: (kind, source, start, end) => found[kind](source, start, end) }
}

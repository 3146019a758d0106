import type { Evidence, Reading, Term } from '../model/index.ts'
import type { ClaimId, Named } from './claim.ts'

export type Stretch = Pick<Evidence, 'start' | 'end'>
export type Naming = Stretch & { readonly key: string }

/** What is asked of a document while its claims are made. `paragraphs`, `sentences`: the places where they begin, in code points. */
export type Scene = {
  readonly reading: Reading
  readonly paragraphs: readonly number[]
  readonly sentences: readonly number[]
  readonly terms: readonly Term[]
  /** Where the text names places and states by their own names, in order; "the Chinese road" does not name China. */
  readonly places: readonly Naming[]
  /** Where it names states, in whatever form. */
  readonly states: readonly Naming[]
  readonly named: (id: string | null) => Named | null
  readonly all: (ids: readonly string[]) => readonly Named[]
  /** The states and bodies that most items are between. */
  readonly usual: readonly string[]
  readonly idOf: ReadonlyMap<string, ClaimId>
}

/** The number of the first of some stretches, which stand in order, that ends after a place of the text. */
export const firstAfter = (terms: readonly Stretch[], place: number): number => {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}

export const termsIn = <T extends Stretch>(terms: readonly T[], { start, end }: Stretch): readonly T[] => {
  const out: T[] = []
  for (let at = firstAfter(terms, start); at < terms.length && terms[at]!.start < end; at += 1) out.push(terms[at]!)
  return out
}

export const partyOnly = /^(?:state|person|figure):/

/** What an item is told by: names, sectors and stems of its passages, without states, persons and whoever speaks or acts. */
export const aboutOf = ({ terms }: Scene, evidence: readonly Stretch[], sectors: readonly string[], not: readonly (Named | null)[]): readonly string[] => {
  const dropped = new Set(not.map((one) => one?.key))
  const words = evidence.flatMap((passage) => termsIn(terms, passage)).map(({ about }) => about).filter((about) => about !== null && !partyOnly.test(about) && !dropped.has(about))
  return [...new Set([...sectors.map((sector) => `sector:${sector}`), ...(words as readonly string[])])]
}

/** The last of some places, which stand in order, that does not come after another. */
const lastUpTo = (starts: readonly number[], place: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= place) low = middle + 1
    else high = middle
  }
  return starts[low - 1] ?? 0
}

/** Where the paragraph of a place begins. */
export const paragraphAt = ({ paragraphs }: Scene, place: number): number => lastUpTo(paragraphs, place)

/** Where the sentence of a place begins. */
export const sentenceAt = ({ sentences }: Scene, place: number): number => lastUpTo(sentences, place)

/** Where the paragraph before that of a place begins. */
export const previous = ({ paragraphs }: Scene, from: number): number => lastUpTo(paragraphs, from - 3)

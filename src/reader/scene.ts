import { type Clause, clausesOf } from './clauses.ts'
import { type Gloss, glosses as glossesOf } from './gloss.ts'
import { firstFrom, type Mention, type Page, type QuantityMark, type Span, type TimeMark, type Word } from './page.ts'

/** A page with its grammar: what every word does, the clauses, and which mark covers a word (-1 where none does). */
export type Scene = {
  readonly page: Page
  readonly words: readonly Word[]
  readonly glosses: readonly Gloss[]
  readonly clauses: readonly Clause[]
  readonly clauseAt: Int32Array
  readonly mentionAt: Int32Array
  readonly timeAt: Int32Array
  readonly quantityAt: Int32Array
}

const cover = (length: number, spans: readonly { readonly from: number; readonly to: number }[]): Int32Array => {
  const at = new Int32Array(length).fill(-1)
  for (let number = 0; number < spans.length; number += 1) {
    const { from, to } = spans[number]!
    for (let word = from; word < to; word += 1) at[word] = number
  }
  return at
}

const headsOf = ({ words, sentences }: Page): Uint8Array => {
  const heads = new Uint8Array(words.length)
  for (const { from } of sentences) heads[from] = 1
  return heads
}

/** Sets the scene: everything that later passes ask about a word is answered in constant time. */
export const sceneOf = (page: Page): Scene => {
  const { words, sentences, mentions, times, quantities } = page
  const mentionAt = cover(words.length, mentions)
  const named = (at: number): boolean => {
    const number = mentionAt[at]
    return number !== undefined && number >= 0 && !mentions[number]!.adjective
  }
  const [timeAt, quantityAt] = [cover(words.length, times), cover(words.length, quantities)]
  const glosses = glossesOf(words, page.pack.clitic.the ?? '', headsOf(page), named, (at) => timeAt[at]! >= 0 || quantityAt[at]! >= 0)
  const clauses = clausesOf(words, glosses, sentences)
  return {
    page, words, glosses, clauses,
    clauseAt: cover(words.length, clauses), mentionAt,
    timeAt, quantityAt,
  }
}

/** A look-up of a list by a number below 0 is slow, and most words bear no mark. */
const over = <M>(marks: readonly M[], number: number | undefined): M | null => (number === undefined || number < 0 ? null : marks[number]!)

export const mentionOver = (scene: Scene, at: number): Mention | null => over(scene.page.mentions, scene.mentionAt[at])
export const timeOver = (scene: Scene, at: number): TimeMark | null => over(scene.page.times, scene.timeAt[at])
export const quantityOver = (scene: Scene, at: number): QuantityMark | null => over(scene.page.quantities, scene.quantityAt[at])
export const clauseOver = (scene: Scene, at: number): Clause => scene.clauses[scene.clauseAt[at] ?? 0] as Clause

type Stretch = { readonly from: number; readonly to: number }

/** Walks the words of a stretch, not the marks of the page: a page of any length costs the same a sentence. */
const marksIn = <M extends Stretch>(at: Int32Array, marks: readonly M[], { from, to }: Stretch): readonly M[] => {
  const out: M[] = []
  for (let k = from; k < to; k++) {
    const number = at[k]!
    if (!(number >= 0)) continue
    const mark = marks[number]!
    if (mark.from >= from && mark.to <= to) out.push(mark)
    k = mark.to - 1
  }
  return out
}

/** The marks that lie wholly within a stretch of words, in order. */
export const timesIn = (scene: Scene, stretch: Stretch): readonly TimeMark[] => marksIn(scene.timeAt, scene.page.times, stretch)
export const quantitiesIn = (scene: Scene, stretch: Stretch): readonly QuantityMark[] => marksIn(scene.quantityAt, scene.page.quantities, stretch)
export const mentionsIn = (scene: Scene, stretch: Stretch): readonly Mention[] => marksIn(scene.mentionAt, scene.page.mentions, stretch)

/** The paragraph that a word stands in. */
export const paragraphOver = ({ page: { text: { paragraphs } } }: Scene, at: number): Stretch => paragraphs[Math.max(0, firstFrom(paragraphs, at + 1) - 1)] ?? { from: 0, to: at + 1 }

export const sentenceOver = (scene: Scene, at: number): Span => scene.page.sentences[clauseOver(scene, at).sentence] as Span

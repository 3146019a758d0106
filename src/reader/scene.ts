import { type Clause, clausesOf } from './clauses.ts'
import { glossesApart, type Marked } from './apart.ts'
import { type Gloss, glosses as glossesOf, role } from './gloss.ts'
import type { Syntax } from './lexicon/syntax.ts'
import { firstFrom, type Mention, type Page, type QuantityMark, sentenceOf, type Span, type TimeMark, type Word } from './page.ts'

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

const headsOf = ({ words, sentences, opens, pack }: Page): Uint8Array => {
  const heads = new Uint8Array(words.length)
  if (pack.syntax.subject === 'before' && opens < words.length) heads[opens] = 1
  for (const { from } of sentences) heads[from] = 1
  return heads
}

/** What covers a word, a time before a name, and a name before a sum. A count leaves its noun to the sentence ("33 deals"). */
const markedAt = ({ mentions, times, quantities }: Page, mention: number, time: number, quantity: number): Marked => {
  if (time >= 0) return { is: 'time', from: times[time]!.from, to: times[time]!.to }
  if (mention >= 0) return { is: mentions[mention]!.adjective ? 'demonym' : 'name', from: mentions[mention]!.from, to: mentions[mention]!.to }
  return quantity >= 0 && quantities[quantity]!.sort !== 'count' ? { is: 'sum', from: quantities[quantity]!.from, to: quantities[quantity]!.to } : null
}

const apart = ({ apart: words }: Syntax): boolean => Object.keys(words).length > 0

/** A hyphen that ties two words without a blank is no pause. */
const tied = ({ words, text: { starts, ends } }: Page, at: number): boolean => words[at]!.form === '-' && starts[at] === ends[at - 1] && starts[at + 1] === ends[at]

/** Sets the scene: everything that later passes ask about a word is answered in constant time. */
export const sceneOf = (page: Page): Scene => {
  const { words, sentences, mentions, times, quantities } = page
  const mentionAt = cover(words.length, mentions)
  const named = (at: number): boolean => {
    const number = mentionAt[at]
    return number !== undefined && number >= 0 && !mentions[number]!.adjective
  }
  const [timeAt, quantityAt] = [cover(words.length, times), cover(words.length, quantities)]
  const marks = (at: number): Marked => markedAt(page, mentionAt[at] ?? -1, timeAt[at] ?? -1, quantityAt[at] ?? -1)
  const { syntax } = page.pack
  const glosses = apart(syntax) ? glossesApart(words, headsOf(page), marks) : glossesOf(words, page.pack.clitic.the ?? '', headsOf(page), named, (at) => timeAt[at]! >= 0 || quantityAt[at]! >= 0)
  const clauses = clausesOf(words, glosses, sentences, { subject: syntax.subject, opens: page.opens, tied: (at) => tied(page, at) })
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

/** What is said of a word by small words right before it that stand apart, as bits; 0 in a language that writes them fast to it. */
export const apartBefore = ({ words }: Pick<Scene, 'words'>, at: number): number => {
  let bits = 0
  for (let k = at - 1; k >= 0 && words[k]!.apart !== 0; k--) bits |= words[k]!.apart
  return bits
}

/** Whether something of `bits` is written fast to a word, or stands before it. */
export const borne = (scene: Pick<Scene, 'words'>, at: number, bits: number): boolean =>
  (scene.words[at]?.stems.some(({ before }) => (before & bits) !== 0) ?? false) || (apartBefore(scene, at) & bits) !== 0

/** The sentence that the report itself begins with: a dateline may be sentences of its own. */
export const firstSentence = ({ page }: Scene): number => (page.pack.syntax.subject === 'before' ? sentenceOf(page, page.opens) : 0)

/** How far before a verb a small word may stand that speaks of it, past words that only colour it. */
const coloured = 4

/** How many words a small word may be written in. */
const longestSmall = 4

/** The part of the small word, of one word or several, that ends right before a word. */
const roleEnding = (scene: Scene, at: number): string | undefined => {
  for (let back = 1; back <= longestSmall; back++) if (scene.glosses[at - back]?.length === back && scene.glosses[at - back]!.role !== undefined) return scene.glosses[at - back]!.role
  return undefined
}

/** The part of the small word right before a word; in a language where such words stand apart, of the phrase that ends there. */
export const roleBefore = (scene: Scene, at: number): string | undefined => {
  if (scene.page.pack.syntax.subject === 'after') return roleEnding(scene, at)
  for (let k = at - 1, end = at, whole = at; k >= 0 && k >= at - coloured; k--) {
    const gloss = scene.glosses[k]!
    if (scene.words[k]!.apart !== 0 && k + 1 === end) end = k
    if (gloss.particle === null || (k + gloss.length !== end && k + gloss.length !== whole)) continue
    if (gloss.role !== 'adverb') return gloss.role
    end = k
    whole = k
  }
  return undefined
}

/** The paragraph that a word stands in. */
export const paragraphOver = ({ page: { text: { paragraphs } } }: Scene, at: number): Stretch => paragraphs[Math.max(0, firstFrom(paragraphs, at + 1) - 1)] ?? { from: 0, to: at + 1 }

export const sentenceOver = (scene: Scene, at: number): Span => scene.page.sentences[clauseOver(scene, at).sentence] as Span

/** Whether a small word with one of these parts stands in a run of words. */
export const roleIn = (scene: Scene, from: number, to: number, ...parts: readonly string[]): boolean => {
  for (let at = Math.max(0, from); at < to; at++) if (parts.includes(role(scene.glosses[at]) ?? '')) return true
  return false
}

import { claims, type Match } from './pattern/match.ts'
import { latticeOf } from './pattern/build.ts'
import type { Lattice } from './pattern/lattice.ts'
import type { Page, TimeMark } from './page.ts'
import { issuedDay, issuedYear, type Period } from './times/calendar.ts'
import { valueOf } from './times/resolve.ts'
import { type Cues, type Tense, tenseAt } from './times/tense.ts'

/** Times come in the order of the text, and sentences too: the sentence of each is found by walking along. */
const sentencesOf = (page: Page) => {
  let next = 0
  return (from: number) => {
    while (next + 1 < page.sentences.length && page.sentences[next]!.to <= from) next += 1
    return page.sentences[next] ?? { from: 0, to: page.words.length }
  }
}

const tenses = (page: Page, lattice: Lattice) => {
  const cues: Cues = { past: page.pack.grammar.keyOf('class', 'past-cue'), future: page.pack.grammar.keyOf('class', 'future-cue') }
  const sentenceAt = sentencesOf(page)
  return ({ from, to }: Match): Tense => tenseAt(lattice, cues, from, to, sentenceAt(from))
}

/** Names in which a year or a weekday is no time: a vision, a person. An event's year is its date. */
const named = new Set(['person', 'programme', 'company', 'body'])

const insideNames = ({ words, mentions }: Page) => {
  const [begins, ends] = [new Int32Array(words.length).fill(-1), new Int32Array(words.length)]
  for (const { from, to, type } of mentions)
    if (named.has(type)) {
      begins.fill(from, from, to)
      ends.fill(to, from, to)
    }
  return ({ from, to }: Match): boolean => begins[from]! >= 0 && ends[from]! >= to && ends[from]! - begins[from]! > to - from
}

/** A title in quotation marks has few words. */
const longestTitle = 6

/** A year that ends a short quotation is part of a title ("Made in … 2025"). */
const endsTitle = ({ words }: Page, { from, to, slots }: Match): boolean => {
  if (slots['year'] === undefined || slots['month'] !== undefined || words[to]?.form !== '"') return false
  for (let at = from - 1; at >= Math.max(0, to - longestTitle - 1); at -= 1) if (words[at]!.form === '"') return at < from - 1
  return false
}

/**
 * Marks every expression of time. Relative ones resolve against `page.issued`, and without it keep their words only. A hedge ("as soon as
 * possible") is kept as a hedge and gets no date. Durations and vague spans are no times and are not marked.
 */
export const markTimes = (page: Page): Page => {
  const lattice = latticeOf(page)
  const tenseOf = tenses(page, lattice)
  const base = { day: issuedDay(page.issued), year: issuedYear(page.issued) }
  const partOfName = insideNames(page)
  let before: Period | null = null
  const times = claims(lattice, page.pack.grammar, 'time', (match): TimeMark | null => {
    if (partOfName(match) || endsTitle(page, match)) return null
    const value = valueOf(match.slots, { ...base, tense: tenseOf(match), before })
    if (!value) return null
    before = value.period ?? before
    return { from: match.from, to: match.to, rule: match.pattern.id, edtf: value.edtf, hedge: value.hedge, limit: value.limit }
  })
  return { ...page, times }
}

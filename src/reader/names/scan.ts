import type { Guard, Listed, Names, Term, TermKind } from '../lexicon/names.ts'
import { AND } from '../lexicon/pack.ts'
import type { Page, Word } from '../page.ts'

/**
 * A page under search for names. The signs of hashtags are left out of `words`; `place` gives the
 * number of each word on the page. No name runs from one paragraph into the next.
 */
export type Scan = {
  readonly page: Page
  readonly names: Names
  readonly words: readonly Word[]
  readonly place: Int32Array
  readonly paragraph: Int32Array
}

const visible = (words: readonly Word[]): Int32Array => {
  const place = new Int32Array(words.length)
  let length = 0
  for (let at = 0; at < words.length; at += 1) if (words[at]!.form !== '#') place[length++] = at
  return place.subarray(0, length)
}

const paragraphsOf = (page: Page, place: Int32Array): Int32Array => {
  const { paragraphs } = page.text
  const numbers = new Int32Array(place.length)
  for (let at = 0, paragraph = 0; at < place.length; at += 1) {
    while (paragraph + 1 < paragraphs.length && place[at]! >= paragraphs[paragraph]!.to) paragraph += 1
    numbers[at] = paragraph
  }
  return numbers
}

/** The words at certain places, without the spare room of a list that grows. */
const shown = (words: readonly Word[], place: Int32Array): readonly Word[] => {
  const out = Array<Word>(place.length)
  for (let at = 0; at < place.length; at += 1) out[at] = words[place[at]!]!
  return out
}

export const scanOf = (page: Page): Scan => {
  const { names } = page.pack
  const place = visible(page.words)
  const words = place.length === page.words.length ? page.words : shown(page.words, place)
  return { page, names, words, place, paragraph: paragraphsOf(page, place) }
}

/** Whether two words stand in one paragraph. */
export const together = (scan: Scan, one: number, other: number): boolean => scan.paragraph[one] === scan.paragraph[other]

/** A name of the pack found in a text. Several candidates stand side by side until the whole page is known. */
export type ListedFound = {
  readonly kind: 'listed'
  readonly from: number
  readonly to: number
  readonly front: number
  readonly before: number
  readonly choices: readonly { readonly listed: Listed; readonly known: boolean }[]
}

/** A name that a head noun makes of the words after it. */
export type HeadedFound = {
  readonly kind: 'headed'
  readonly from: number
  readonly to: number
  readonly front: number
  readonly before: number
  readonly head: number
  readonly key: string
  readonly inner: readonly ListedFound[]
}

/** A post, a personal name, or both. Words of `office` tell one minister from another. */
export type PersonFound = {
  readonly kind: 'person'
  readonly from: number
  readonly to: number
  readonly front: number
  readonly post: { readonly from: number; readonly to: number; readonly id: string; readonly office: string; readonly number: number; readonly alone: boolean } | null
  readonly name: { readonly from: number; readonly to: number } | null
  readonly listed: ListedFound | null
  readonly of: ListedFound | HeadedFound | null
  readonly inner: readonly (ListedFound | HeadedFound)[]
}

export type Found = ListedFound | HeadedFound | PersonFound

const commas: ReadonlySet<string> = new Set([',', '\u060c', '\u3001'])

/** Whether a comma of any script stands at a word. */
export const comma = (scan: Scan, at: number): boolean => scan.words[at]?.kind === 'mark' && commas.has(scan.words[at]!.form)

const formAt = (scan: Scan, at: number): string => scan.words[at]?.form ?? ''

const oneOf = (scan: Scan, at: number, forms: readonly string[]): boolean => {
  const word = scan.words[at]
  if (!word) return forms.includes('.')
  return forms.includes(word.form) || (word.kind === 'number' && forms.includes('#')) || (word.kind === 'mark' && forms.includes('.'))
}

const permits = (guard: Guard, scan: Scan, from: number, to: number): boolean =>
  (!guard.after || oneOf(scan, from - 1, guard.after)) && !(guard.notAfter && oneOf(scan, from - 1, guard.notAfter)) &&
  (!guard.before || oneOf(scan, to, guard.before)) && !(guard.notBefore && oneOf(scan, to, guard.notBefore))

const isCapital = /^\p{Lu}/u

/** Whether a word is written as a name is: with a capital, in a language that tells names so; any word elsewhere. */
export const proper = ({ page: { pack, text }, place }: Scan, at: number): boolean => {
  if (!pack.syntax.capitals) return true
  const start = text.starts[place[at] ?? -1]
  return start !== undefined && isCapital.test(text.source.slice(start, start + 2))
}

/** Whether names are told by their capitals, so that a run of them may be one. */
export const capitalised = ({ page: { pack } }: Scan): boolean => pack.syntax.capitals

/** "And" that stands apart before a word or before its article. */
const joined = ({ words }: Scan, at: number): number => {
  let bits = 0
  for (let k = at - 1; k >= 0 && words[k]!.apart !== 0; k -= 1) bits |= words[k]!.apart
  return bits & AND
}

/** Whether a term begins at a word of which one form is already known to fit. */
export const fits = (scan: Scan, at: number, { kind, rest, guard }: Term): boolean => {
  const article = scan.words[at]!.apart !== 0 && rest.length > 0
  if ((kind === 'name' || kind === 'head') && !proper(scan, article ? at + 1 : at)) return false
  for (let i = 0; i < rest.length; i += 1) if (formAt(scan, at + 1 + i) !== rest[i]) return false
  if (!together(scan, at, at + rest.length)) return false
  return !guard || permits(guard, scan, at, at + 1 + rest.length)
}

/** The longest term of a kind at a word. */
export const termAt = (scan: Scan, at: number, kind: TermKind): Term | null => {
  for (const term of scan.words[at]?.look.terms ?? []) if (term.kind === kind && fits(scan, at, term)) return term
  return null
}

/** Every term of a kind that fits at a word, the longest first. */
export const termsAt = (scan: Scan, at: number, kind: TermKind): readonly Term[] =>
  (scan.words[at]?.look.terms ?? []).filter((term) => term.kind === kind && fits(scan, at, term))

/** The longest listed name at a word, with every other name of the same spelling. */
export const readListed = (scan: Scan, at: number): ListedFound | null => {
  const best = termAt(scan, at, 'name')
  if (!best) return null
  const same = scan.words[at]!.look.terms.filter((term) =>
    term.kind === 'name' && term.front === best.front && term.rest.length === best.rest.length && fits(scan, at, term))
  return {
    kind: 'listed', from: at, to: at + 1 + best.rest.length, front: best.front, before: best.before | joined(scan, at),
    choices: same.map(({ value, guard }) => ({ listed: scan.names.listed[value]!, known: guard?.known === true })),
  }
}

export const adjective = (found: ListedFound): boolean => found.choices[0]!.listed.adjective
export const typeOf = (found: ListedFound): Listed['type'] => found.choices[0]!.listed.type

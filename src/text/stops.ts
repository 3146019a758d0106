import type { Token } from './text.ts'
import { kind, kinds } from './units.ts'

/**
 * A mark in its sentence: `at` is its index in `tokens`, `from` where the sentence began, `weight` what the sentence holds before the mark:
 * a number or a single letter weighs 1, a word 2, a mark nothing.
 */
export type Place = { readonly source: string; readonly tokens: readonly Token[]; readonly from: number; readonly at: number; readonly weight: number }

export const weigh = (token: Token): number => (token.kind === 'mark' ? 0 : token.kind === 'number' || token.form.length === 1 ? 1 : 2)

const stops = new Set(['.', '!', '?', '؟', '。', '…', '‼', '⁇', '⁈', '⁉', '۔'])
const closers = new Set([')', ']', '}', '」', '』', '》', '】', '"', "'"])
const quotes = new Set(['"', "'"])

export const stop = (token: Token | undefined): boolean => token?.kind === 'mark' && stops.has(token.form)

const touching = (left: Token | undefined, right: Token | undefined): boolean => left !== undefined && right !== undefined && left.end === right.start

const kindOf = (source: string, at: number): number => kinds[source.charCodeAt(at)] ?? kind.space

/** A capital and a small letter ("Mr.", "Dr.") are short for something in the scripts that have capitals. */
const abbreviated = (source: string, word: Token): boolean =>
  word.end - word.start === 2 && /^\p{Lu}\p{Ll}$/u.test(source.slice(word.start, word.end))

/** One letter before a dot is short for something ("د. محمد", "U.S."), but after a number Arabic closes years with it ("2015 م."). */
const initial = ({ source, tokens, at, from }: Place): boolean => {
  const word = tokens[at - 1]
  if (word?.kind !== 'word' || !touching(word, tokens[at])) return false
  if (abbreviated(source, word)) return true
  const is = kindOf(source, word.start)
  if (word.form.length !== 1 || is === kind.han) return false
  return !(is === kind.arabic && at - 2 >= from && tokens[at - 2]!.kind === 'number')
}

/** A decimal with a stray blank: "23. 1". Years and long numbers are no such thing. */
const strayDecimal = ({ source, tokens, at }: Place): boolean => {
  const [whole, dot, rest] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (whole?.kind !== 'number' || rest?.kind !== 'number' || !touching(whole, dot)) return false
  return /^\d{1,3}$/.test(whole.form) && /^\d{1,2}$/.test(rest.form) && /^[ \u00a0]$/.test(source.slice(dot!.end, rest.start))
}

const small = (source: string, token: Token | undefined): boolean => token !== undefined && /^\p{Ll}/u.test(source.slice(token.start, token.start + 2))

const addressing = (is: number): boolean => is === kind.latin || is === kind.letter || is === kind.digit

/** No blank on either side: part of an address or a name ("spa.gov.sa", "Node.js"), unless a capital follows that no capital precedes ("signed.The"). */
const embedded = ({ source, tokens, at }: Place): boolean => {
  const { start, end } = tokens[at]!
  if (!/[.?!]/.test(source[start]!) || !touching(tokens[at - 1], tokens[at]) || !touching(tokens[at], tokens[at + 1])) return false
  if (!addressing(kindOf(source, start - 1)) || !addressing(kindOf(source, end))) return false
  return /\p{Lu}/u.test(source[start - 1]!) || !/\p{Lu}/u.test(source[end]!)
}

/** True when the mark at `place.at` ends its sentence. "1." and "a." at its head count it and belong to it. */
export const ends = (place: Place): boolean => {
  const mark = place.tokens[place.at]
  if (!stop(mark) || place.weight === 0 || embedded(place)) return false
  if (mark!.form !== '.') return true
  return !(place.weight === 1 || initial(place) || strayDecimal(place) || small(place.source, place.tokens[place.at + 1]))
}

/** True when the mark closes over a stop before it. A quotation mark does when it touches what it follows and no word touches it. */
export const closes = ({ source, tokens, at }: Omit<Place, 'from' | 'weight'>): boolean => {
  const mark = tokens[at]
  if (mark?.kind !== 'mark' || !closers.has(mark.form)) return false
  if (!quotes.has(mark.form)) return true
  const opening = source[mark.start] === '«' || (touching(mark, tokens[at + 1]) && tokens[at + 1]!.kind !== 'mark')
  return touching(tokens[at - 1], mark) && !opening
}

import type { Form, Laid } from './text.ts'
import { kind, kinds } from './units.ts'

/**
 * A mark in its sentence: `at` is its index among the tokens, `from` where the sentence began, `weight` what the sentence holds before the mark:
 * a number or a single letter weighs 1, a word 2, a mark nothing.
 */
export type Place = { readonly laid: Laid; readonly from: number; readonly at: number; readonly weight: number }

export const weigh = (token: Form): number => (token.kind === 'mark' ? 0 : token.kind === 'number' || token.form.length === 1 ? 1 : 2)

const stops = new Set(['.', '!', '?', '؟', '。', '…', '‼', '⁇', '⁈', '⁉', '۔'])
const closers = new Set([')', ']', '}', '」', '』', '》', '】', '"', "'"])
const quotes = new Set(['"', "'"])

export const stop = (token: Form | undefined): boolean => token?.kind === 'mark' && stops.has(token.form)

/** Whether the tokens at two neighbouring indexes stand without a blank between them. */
const touching = ({ ends, starts }: Laid, left: number): boolean => left >= 0 && left + 1 < starts.length && ends[left] === starts[left + 1]

const kindOf = (source: string, at: number): number => kinds[source.charCodeAt(at)] ?? kind.space

/** A capital and a small letter ("Mr.", "Dr.") are short for something in the scripts that have capitals. */
const abbreviated = ({ source, starts, ends }: Laid, word: number): boolean =>
  starts[word]! + 2 === ends[word] && /^\p{Lu}\p{Ll}$/u.test(source.slice(starts[word], ends[word]))

/** One letter before a dot is short for something ("د. محمد", "U.S."), but after a number Arabic closes years with it ("2015 م."). */
const initial = ({ laid, at, from }: Place): boolean => {
  const { source, tokens, starts } = laid
  const word = tokens[at - 1]
  if (word?.kind !== 'word' || !touching(laid, at - 1)) return false
  if (word.short === true) return true
  if (abbreviated(laid, at - 1)) return true
  const is = kindOf(source, starts[at - 1]!)
  if (word.form.length !== 1 || is === kind.han) return false
  return !(is === kind.arabic && at - 2 >= from && tokens[at - 2]!.kind === 'number')
}

/** A decimal with a stray blank: "23. 1". Years and long numbers are no such thing. */
const strayDecimal = ({ laid, at }: Place): boolean => {
  const { source, tokens, starts, ends } = laid
  const [whole, rest] = [tokens[at - 1], tokens[at + 1]]
  if (whole?.kind !== 'number' || rest?.kind !== 'number' || !touching(laid, at - 1)) return false
  return /^\d{1,3}$/.test(whole.form) && /^\d{1,2}$/.test(rest.form) && /^[ \u00a0]$/.test(source.slice(ends[at], starts[at + 1]))
}

const small = ({ source, starts }: Laid, at: number): boolean => at < starts.length && /^\p{Ll}/u.test(source.slice(starts[at], starts[at]! + 2))

const addressing = (is: number): boolean => is === kind.latin || is === kind.letter || is === kind.digit

/** No blank on either side: part of an address or a name ("spa.gov.sa", "Node.js"), unless a capital follows that no capital precedes ("signed.The"). */
const embedded = ({ laid, at }: Place): boolean => {
  const { source } = laid
  const [start, end] = [laid.starts[at]!, laid.ends[at]!]
  if (!/[.?!]/.test(source[start]!) || !touching(laid, at - 1) || !touching(laid, at)) return false
  if (!addressing(kindOf(source, start - 1)) || !addressing(kindOf(source, end))) return false
  return /\p{Lu}/u.test(source[start - 1]!) || !/\p{Lu}/u.test(source[end]!)
}

/** True when the mark at `place.at` ends its sentence. "1." and "a." at its head count it and belong to it. */
export const endsAt = (place: Place): boolean => {
  const mark = place.laid.tokens[place.at]
  if (!stop(mark) || place.weight === 0 || embedded(place)) return false
  if (mark!.form !== '.') return true
  return !(place.weight === 1 || initial(place) || strayDecimal(place) || small(place.laid, place.at + 1))
}

/** True when the mark closes over a stop before it. A quotation mark does when it touches what it follows and no word touches it. */
export const closes = ({ laid, at }: Pick<Place, 'laid' | 'at'>): boolean => {
  const mark = laid.tokens[at]
  if (mark?.kind !== 'mark' || !closers.has(mark.form)) return false
  if (!quotes.has(mark.form)) return true
  const opening = laid.source[laid.starts[at]!] === '«' || (touching(laid, at) && laid.tokens[at + 1]!.kind !== 'mark')
  return touching(laid, at - 1) && !opening
}

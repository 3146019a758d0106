import { formOf } from './fold.ts'
import type { Form, Laid, Token } from './text.ts'
import { kind, kindAt, kinds, reh, widthAt } from './units.ts'

/** The end of a word that began before `at` with Arabic letters. Marks on its last letter belong to it, unseen characters after it do not. */
const arabicEnd = (source: string, at: number): number => {
  let end = at
  for (let next = at; next < source.length; ) {
    const is = kinds[source.charCodeAt(next)]
    next += 1
    if (is === kind.arabic || is === kind.joined) end = next
    else if (is !== kind.hidden) break
  }
  return end
}

const spells = (is: number): boolean => is === kind.latin || is === kind.letter || is === kind.joined

/** The same for all other scripts that spell. An apostrophe between two Latin letters is part of the word. */
const letterEnd = (source: string, at: number): number => {
  let end = at
  for (let next = at; next < source.length; ) {
    const is = kindAt(source, next)
    if (is === kind.apostrophe && (!clasped(source, next) || possessive(source, next))) break
    next += widthAt(source, next)
    if (spells(is) || is === kind.apostrophe) end = next
    else if (is !== kind.hidden) break
  }
  return end
}

const clasped = (source: string, at: number): boolean =>
  kinds[source.charCodeAt(at - 1)] === kind.latin && kinds[source.charCodeAt(at + 1)] === kind.latin

/** "Oman's": the ending of a possessor is a word of its own, as it is in speech. */
const possessive = (source: string, at: number): boolean => {
  const letter = source.charCodeAt(at + 1) | 0x20
  return letter === 0x73 && !spells(kindAt(source, at + 2))
}

/** A Han character is a word by itself: where words end is for a lexicon to say. It keeps its variation selector. */
const hanEnd = (source: string, at: number): number => {
  let end = at
  while (end < source.length && kindAt(source, end) === kind.joined) end += widthAt(source, end)
  return end
}

/** True when a decimal or thousands mark stands at `at` with a digit right after it. */
const separates = (source: string, at: number, is: number): boolean =>
  (is === kind.separator || source.charCodeAt(at) === reh) && kindAt(source, at + 1) === kind.digit

/** The end of a number. Tatweel ends it: between two numbers ("2015ـ2020") it is a dash, and joining them would invent a third. */
const numberEnd = (source: string, at: number): number => {
  let end = at
  for (let next = at; next < source.length; ) {
    const is = kindAt(source, next)
    if (is !== kind.digit && is !== kind.hidden && !separates(source, next, is)) break
    next += widthAt(source, next)
    if (is === kind.digit) end = next
  }
  return end
}

/** Makes of a word, number or mark what stands for it in a text. */
export type Make<T extends Form> = (kind: Form['kind'], source: string, start: number, end: number) => T

export const token: Make<Token> = (is, source, start, end) => ({ kind: is, form: formOf(source, start, end), start, end })

const kindOf = (is: number): Form['kind'] => (is === kind.digit ? 'number' : is >= kind.han ? 'word' : 'mark')

const endAt = (source: string, at: number, is: number): number => {
  const next = at + widthAt(source, at)
  if (is === kind.arabic) return arabicEnd(source, next)
  if (is === kind.digit) return numberEnd(source, next)
  if (is === kind.han) return hanEnd(source, next)
  if (is === kind.apostrophe && clasped(source, at) && possessive(source, at)) return next + 1
  return is > kind.han ? letterEnd(source, next) : next
}

/** The end of the word that a letter belongs to which is written fast to a word and stands before it by a slip ("و الصين"), with one blank between; -1 where none follows. */
const fastEnd = (source: string, at: number): number => {
  const next = at + 2
  if (source[at + 1] !== ' ' || kinds[source.charCodeAt(next)] !== kind.arabic) return -1
  const end = arabicEnd(source, next + 1)
  return end > next + 1 ? end : -1
}

/** A source seldom has more tokens than one in so many units; where it has, the room is doubled. */
const usual = 4

const doubled = (places: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(places.length * 2)
  wider.set(places)
  return wider
}

/**
 * The words, numbers and marks of a source, in one scan. A change between Arabic and other letters ends a word as a change between letters
 * and digits does ("الـG20"). Blanks, line ends, '_' and stray vowel marks make no token. `fast` is a letter that is written fast to the word behind it:
 * where a blank parts them by a slip they are one token all the same.
 */
export const words = <T extends Form>(source: string, make: Make<T>, fast: string | null = null): Laid<T> => {
  const tokens = Array<T>(Math.ceil(source.length / usual))
  let length = 0
  let starts = new Int32Array(Math.ceil(source.length / usual) + 1)
  let ends = new Int32Array(starts.length)
  for (let at = 0; at < source.length; ) {
    const is = kindAt(source, at)
    if (is < kind.mark) {
      at += widthAt(source, at)
      continue
    }
    const alone = endAt(source, at, is)
    const joined = alone === at + 1 && source[at] === fast ? fastEnd(source, at) : -1
    const end = joined < 0 ? alone : joined
    const sort = is === kind.apostrophe && end > at + 1 ? 'word' : kindOf(is)
    if (length === starts.length) [starts, ends] = [doubled(starts), doubled(ends)]
    starts[length] = at
    ends[length] = end
    tokens[length] = joined < 0 ? make(sort, source, at, end) : make(sort, source[at]! + source.slice(at + 2, end), 0, end - at - 1)
    length += 1
    at = end
  }
  tokens.length = length
  return { source, tokens, starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

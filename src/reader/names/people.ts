import { flag } from '../lexicon/names.ts'
import { adjective, capitalised, comma, type ListedFound, proper, readListed, type Scan, termAt, together, typeOf } from './scan.ts'

/** Personal names run to at most this many words in such reports. */
const longest = 7

const known = flag.given | flag.surname | flag.joins

const flagsAt = (scan: Scan, at: number): number => scan.words[at]?.look.flags ?? 0

const isWord = (scan: Scan, at: number): boolean => scan.words[at]?.kind === 'word'

/** A word that the pack knows as anything else than a name is none. */
const ordinary = (scan: Scan, at: number): boolean => {
  const look = scan.words[at]!.look
  return (look.flags & (flag.ordinary | flag.stop | flag.portfolio | flag.qualifier)) !== 0 || look.terms.length > 0 ||
    scan.words[at]!.stems.some(({ senses }) => senses.length > 0)
}

/** A word that could only be a name: known as one, or unknown altogether. */
export const nameable = (scan: Scan, at: number): boolean => {
  if (!isWord(scan, at) || scan.words[at]!.form.length < 2 || flagsAt(scan, at) & flag.bound || !proper(scan, at)) return false
  const flags = flagsAt(scan, at)
  return ((flags & known) !== 0 && !ambiguous(scan, at)) || ((flags & (known | flag.weak)) !== 0 && (flagsAt(scan, at + 1) & known) !== 0) || (!(flags & flag.weak) && !ordinary(scan, at))
}

/** A name word that is an ordinary word too. */
export const ambiguous = (scan: Scan, at: number): boolean =>
  (flagsAt(scan, at) & (flag.ordinary | flag.portfolio)) !== 0 || scan.words[at]!.stems.some(({ senses, before }) => before === 0 && senses.length > 0)

/** Whether a word stands right before the next, without a blank. */
const touching = ({ place, page: { text } }: Scan, at: number): boolean => at >= 0 && text.ends[place[at]!] === text.starts[place[at + 1]!]

/** A hyphen that ties two words without a blank. */
export const hyphen = (scan: Scan, at: number): boolean =>
  scan.words[at]?.form === '-' && isWord(scan, at + 1) && touching(scan, at - 1) && touching(scan, at)

/** A word without vowel marks, lengthening and presentation forms, and with all its dots. */
const plain = (written: string): string => written.normalize('NFKC').replace(/[\p{M}\p{Cf}\u0640]/gu, '')

/** Whether a word is spelled exactly as the pack cites it, where folding would hide the difference (a preposition and a given name that differ in one dot). */
const asCited = ({ names, place, page: { text } }: Scan, at: number): boolean => names.cited.has(plain(text.source.slice(text.starts[place[at]!], text.ends[place[at]!])))

/** Whether an ambiguous word (a demonym or particle that is also a given name) goes on as a name. */
const proven = (scan: Scan, at: number, from: number): boolean =>
  (nameable(scan, at + 1) && (asCited(scan, at) || (flagsAt(scan, at + 1) & known) !== 0)) || (at > from && !isWord(scan, at + 1) && (flagsAt(scan, at - 1) & known) !== 0)

/** A demonym after a given name is a family name: Saif Mohammed Al Suwaidi. */
const byname = (scan: Scan, at: number, from: number): boolean => {
  if (at === from || !(flagsAt(scan, at) & flag.definite) || !(flagsAt(scan, at - 1) & flag.given)) return false
  const found = readListed(scan, at)
  return found !== null && adjective(found) && (comma(scan, at + 1) || termAt(scan, at + 1, 'post') !== null)
}

/** Al-Jumaili after a given name: a family name that comes from a word the pack knows. */
const family = (scan: Scan, at: number, from: number): boolean =>
  at > from && (flagsAt(scan, at) & flag.family) !== 0 && (flagsAt(scan, at - 1) & (flag.given | flag.surname)) !== 0 &&
  scan.words[at]!.stems.every(({ senses }) => senses.length === 0) && readListed(scan, at) === null

const part = (scan: Scan, at: number, from: number): boolean => {
  if (!isWord(scan, at) || (capitalised(scan) && !proper(scan, at) && !(flagsAt(scan, at) & flag.joins && proper(scan, hyphen(scan, at + 1) ? at + 2 : at + 1)))) return false
  const flags = flagsAt(scan, at)
  if (flags & flag.joins && capitalised(scan) && scan.words[at]!.readings.single.all.length > 0) return false
  if (flags & flag.joins && hyphen(scan, at + 1)) return true
  if (flags & flag.joins) return isWord(scan, at + 1) && (at > from || (flagsAt(scan, at + 1) & (known | flag.definite)) !== 0 || scan.words[at + 1]!.look.bare.length === 1)
  if (flags & flag.weak || (flags & (flag.given | flag.surname) && ambiguous(scan, at))) return proven(scan, at, from)
  if (flags & (flag.given | flag.surname)) return true
  return !(flags & flag.joined) && (nameable(scan, at) || byname(scan, at, from) || family(scan, at, from))
}

/** Where a personal name that begins at `from` ends; `from` itself when none does. A joining word (son of, house of) takes the next one along. */
const nameEnd = (scan: Scan, from: number): number => {
  let to = from
  while (to - from < longest && together(scan, from, to) && part(scan, to, from)) {
    const tied = (flagsAt(scan, to) & flag.joins) !== 0
    to += tied && isWord(scan, to + 1) ? 2 : tied && hyphen(scan, to + 1) ? 3 : 1
    if (to > from && hyphen(scan, to)) to += 2
  }
  return to
}

const inside = (scan: Scan, at: number, to: number): boolean => {
  const flags = flagsAt(scan, at)
  if (flags & flag.weak) return at + 1 < to && (flagsAt(scan, at - 1) & (flag.given | flag.surname)) !== 0
  return nameable(scan, at) || (at + 1 < to && (flags & known) !== 0)
}

/** Where a personal name that ends before `to` begins; words before `floor` are taken. */
export const nameStart = (scan: Scan, to: number, floor: number): number => {
  let from = to
  while (from > floor && to - from < longest && together(scan, from - 1, to) && inside(scan, from - 1, to)) {
    const joined = (flagsAt(scan, from - 1) & (flag.joined | flag.given | flag.surname)) === flag.joined
    from -= 1
    if (joined) break
  }
  return from
}

export type Personal = { readonly from: number; readonly to: number; readonly listed: ListedFound | null }

/** A person of the pack, with the rest of the name as the text has it. */
const listedPerson = (scan: Scan, at: number): Personal | null => {
  const listed = readListed(scan, at)
  if (!listed || typeOf(listed) !== 'person') return null
  const longer = listed.to > at + 1 || flagsAt(scan, listed.to) & flag.joins
  return { from: at, to: longer && flagsAt(scan, listed.to) & known ? nameEnd(scan, listed.to) : listed.to, listed }
}

/** One unknown word after a post is a name only when it could not be a verb or a word with something written to its front. */
const lonely = (scan: Scan, at: number): boolean => {
  const { flags, bare } = scan.words[at]!.look
  return !(flags & known) && (bare.length > 1 || (flags & flag.verbal) !== 0)
}

/** The personal name at a word. With `lead` a post or title stands before it, so that one unknown word is enough. */
export const readPersonal = (scan: Scan, at: number, lead: boolean): Personal | null => {
  const listed = listedPerson(scan, at)
  if (listed) return listed
  const to = nameEnd(scan, at)
  if (to - at === 1 && lonely(scan, at)) return null
  return to - at >= (lead ? 1 : 2) ? { from: at, to, listed: null } : null
}

/** Letters before the name whose first word is at `at`: those of a known given name, else a conjunction. */
export const frontOf = (scan: Scan, at: number): number => {
  const { flags, given, bare } = scan.words[at]!.look
  if (given >= 0) return given
  return flags & flag.joined && !(flags & known) && bare.length > 1 ? scan.words[at]!.form.length - bare[1]!.length : 0
}

/** Skips titles of honour: the sheikh, his excellency. */
export const skipHonorifics = (scan: Scan, at: number): number => {
  let next = at
  for (let term = termAt(scan, next, 'honorific'); term; term = termAt(scan, next, 'honorific')) {
    if (next > at && term.front > 0) break
    next += 1 + term.rest.length
    if (scan.words[next]?.form === '.') next += 1
  }
  return next
}


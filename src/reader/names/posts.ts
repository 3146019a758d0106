import { AND, BY, THE, TO } from '../lexicon/pack.ts'
import { flag, type Post, type Term } from '../lexicon/names.ts'
import { readHeaded } from './headed.ts'
import { frontOf, nameStart, type Personal, readPersonal, skipHonorifics } from './people.ts'
import { adjective, capitalised, comma, type HeadedFound, type ListedFound, type PersonFound, proper, readListed, type Scan, termAt, termsAt, together, typeOf } from './scan.ts'

/** What follows an office: the words that belong to its title, and whom it serves. */
type Office = {
  to: number
  titleTo: number
  id: string
  words: string[]
  of: ListedFound | HeadedFound | null
  inner: (ListedFound | HeadedFound)[]
  closed: boolean
  /** Where a field of no list may stand: right after the last indefinite office. */
  field: number
}

/** Titles of the highest officers of a region run to a dozen words. */
const longest = 14

const beside = flag.portfolio | flag.qualifier

const tied = (found: { readonly before: number }): boolean => (found.before & (AND | BY)) === 0

const serves = (office: Office, found: ListedFound | HeadedFound): void => {
  office.inner.push(found)
  const better = !office.of || (found.kind === 'listed' && adjective(found) && office.of.kind === 'listed' && typeOf(office.of) === 'place')
  if (better) office.of = found
  office.to = found.to
}

/** "The minister of foreign affairs in the Sultanate": a state behind "in" belongs to an office that has said its field. */
const seated = (office: Office, found: ListedFound): boolean => (found.before & (AND | BY)) === BY && typeOf(found) === 'state' && office.words.length > 0 && !office.closed

const takeName = (scan: Scan, office: Office): boolean => {
  const found = readListed(scan, office.to)
  if (!found || typeOf(found) === 'person' || !(tied(found) || seated(office, found))) return false
  if (!adjective(found) && (office.closed || (found.before & TO && ['state', 'place'].includes(typeOf(found))))) return false
  serves(office, found)
  if (adjective(found)) office.closed = true
  else office.titleTo = found.to
  return true
}

const takeHeaded = (scan: Scan, office: Office): boolean => {
  const found = office.closed ? null : readHeaded(scan, office.to)
  if (!found || !tied(found)) return false
  serves(office, found)
  office.titleTo = found.to
  office.closed = true
  return true
}

/** A word that is an office as well as a title or a given name (prince, sultan) is no office inside another. */
const titular = (scan: Scan, at: number): boolean => (scan.words[at]!.look.flags & (flag.given | flag.weak)) !== 0 || termAt(scan, at, 'honorific') !== null

const takePost = (scan: Scan, office: Office, posts: readonly Post[]): boolean => {
  const term = termAt(scan, office.to, 'post')
  if (!term || !tied(term) || titular(scan, office.to) || posts[term.value]!.counterpart) return false
  office.id += `-${posts[term.value]!.id}`
  office.to += 1 + term.rest.length
  office.titleTo = office.to
  office.field = office.to
  office.closed = false
  return true
}

/** "Of" and "for the" belong to a title where a field, a name or an office follows. */
const leadsOn = (scan: Scan, from: number): boolean => {
  const at = pastArticle(scan, from)
  return ((scan.words[at]?.look.flags ?? 0) & flag.portfolio) !== 0 || readListed(scan, at) !== null || termAt(scan, at, 'head') !== null
}

const pastArticle = (scan: Scan, from: number): number => {
  let at = from
  while ((scan.words[at]?.apart ?? 0) & THE) at += 1
  return at
}

/** A small word inside a title: "and" between two fields, "of" before whom it serves. */
const takeSmall = (scan: Scan, office: Office): boolean => {
  const word = scan.words[office.to]
  if (!capitalised(scan)) return false
  const next = scan.words[office.to + 1]
  if (word === undefined || (word.kind !== 'word' && !(comma(scan, office.to) && termAt(scan, office.to + 2, 'post') === null))) return false
  const field = (word.apart === AND || word.kind === 'mark') && office.words.length > 0 && ((next?.look.flags ?? 0) & flag.portfolio) !== 0
  const tie = word.look.flags & flag.joins && word.readings.single.all.length > 0 && leadsOn(scan, office.to + 1)
  if (!field && !tie) return false
  office.to += 1
  if (tie) office.to = pastArticle(scan, office.to)
  return true
}

const takeWord = (scan: Scan, office: Office): boolean => {
  const flags = scan.words[office.to]?.look.flags ?? 0
  if (!(flags & beside) || flags & flag.stop || (flags & flag.joined && office.words.length === 0)) return false
  if (office.closed && !(flags & (flag.qualifier | flag.definite))) return false
  if (!(flags & flag.qualifier)) office.words.push(scan.words[office.to]!.look.bare.at(-1)!)
  office.to += 1
  if (!office.closed) office.titleTo = office.to
  return true
}

/** The first word after an indefinite office is its field even when no list has it. */
const takeField = (scan: Scan, office: Office): boolean => {
  const flags = scan.words[office.to]?.look.flags ?? 0
  if (office.to !== office.field || titular(scan, office.to) || (flags & (flag.definite | flag.joined | flag.stop)) !== flag.definite) return false
  office.words.push(scan.words[office.to]!.form)
  office.to += 1
  office.titleTo = office.to
  return true
}

const takeOffice = (scan: Scan, from: number, start: number, post: Post, definite: boolean): Office => {
  const office: Office = { to: start, titleTo: start, id: post.id, words: [], of: null, inner: [], closed: false, field: definite ? -1 : start }
  while (office.to - from < longest && together(scan, from, office.to)) {
    const went = takeName(scan, office) || takePost(scan, office, scan.names.posts) || takeHeaded(scan, office) || takeWord(scan, office) || takeSmall(scan, office) ||
      takeField(scan, office)
    if (!went) break
  }
  return office
}

/** "And" before a word that could not begin a name otherwise. */
const joined = (scan: Scan, at: number): boolean => (scan.words[at]!.look.flags & (flag.joined | flag.given | flag.surname)) === flag.joined

/** A name between commas right after the post: "the minister of trade, A B, said". */
const apposed = (scan: Scan, at: number): Personal | null => {
  if (!comma(scan, at) || !together(scan, at, at + 1) || joined(scan, at + 1)) return null
  const name = readPersonal(scan, skipHonorifics(scan, at + 1), false)
  return name && (name.listed || comma(scan, name.to) || (capitalised(scan) && scan.words[name.to]?.kind !== 'word')) ? name : null
}

/** "His Omani counterpart, Trade Minister A B": the office told anew between the comma and the name, where capitals tell titles. */
const renamed = (scan: Scan, at: number): Personal | null => {
  if (!capitalised(scan) || !comma(scan, at) || !together(scan, at, at + 1)) return null
  let start = at + 1
  while (start < at + longest && proper(scan, start) && termAt(scan, start, 'post') === null) start += 1
  const term = termAt(scan, start, 'post')
  return term && proper(scan, start) ? readPersonal(scan, skipHonorifics(scan, start + 1 + term.rest.length), true) : null
}

/** "The ambassador in Turkey, A B": the seat stands between the office and the name. */
const seat = (scan: Scan, at: number): number => {
  const inside = scan.words[at]?.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.role === 'in')) === true
  const place = inside ? readListed(scan, at + 1) : null
  return place && !adjective(place) ? place.to : at
}

/** A title of honour behind an "and" written fast to it begins another person. */
const another = (scan: Scan, at: number): boolean => ((termAt(scan, at, 'honorific')?.before ?? 0) & AND) !== 0

const directly = (scan: Scan, at: number): Personal | null =>
  together(scan, at - 1, at) && !another(scan, at) ? (readPersonal(scan, skipHonorifics(scan, at), true) ?? apposed(scan, at)) : null

const nameAfter = (scan: Scan, at: number): Personal | null => {
  const past = seat(scan, at)
  return directly(scan, at) ?? (past > at ? directly(scan, past) : null)
}

const nameBefore = (scan: Scan, at: number, floor: number): Personal | null => {
  const to = comma(scan, at - 1) ? at - 1 : at
  if (capitalised(scan) && to === at) return null
  const from = nameStart(scan, to, floor)
  return to - from >= 2 ? { from, to, listed: null } : null
}

/** Whether the word can only be an office when something is said of it: an indefinite one that nothing follows is not. */
const empty = (office: Office, start: number, definite: boolean, post: Post): boolean => office.to === start && !definite && !post.alone

/** "Minister A B": a name in capitals right after the office makes somebody of it. */
const named = (scan: Scan, at: number): boolean => capitalised(scan) && together(scan, at - 1, at) && readPersonal(scan, skipHonorifics(scan, at), true)?.listed === null

const readTerm = (scan: Scan, at: number, floor: number, term: Term, led: boolean): PersonFound | null => {
  const post = scan.names.posts[term.value]!
  const start = at + 1 + term.rest.length
  const definite = led || post.own || (scan.words[at]!.look.flags & flag.definite) !== 0
  const office = takeOffice(scan, at, start, post, definite)
  if (empty(office, start, definite, post) && (readListed(scan, at) !== null || !named(scan, start))) return null
  const bare = office.to === start
  const after = bare && post.speaks ? null : (nameAfter(scan, office.to) ?? (post.counterpart ? renamed(scan, office.to) : null))
  const before = after || (scan.words[at]!.look.flags & flag.joined && term.front > 0) ? null : nameBefore(scan, at, floor)
  const name = after ?? before
  return {
    kind: 'person', from: before ? before.from : at, to: after ? after.to : office.to, front: before ? frontOf(scan, before.from) : term.front,
    post: { from: at, to: office.titleTo, id: office.id, office: office.words.join(' '), number: term.value, alone: bare },
    name: name && { from: name.from, to: name.to }, listed: name?.listed ?? null, of: office.of, inner: office.inner,
  }
}

/**
 * An office with the person who holds it, named after it or before it. Null where the word is no office here: an indefinite one that
 * says neither what it is in charge of nor who holds it. Words before `floor` belong to an earlier find.
 */
export const readPost = (scan: Scan, at: number, floor: number, led = false): PersonFound | null => {
  for (const term of termsAt(scan, at, 'post')) {
    const found = readTerm(scan, at, floor, term, led)
    if (found) return found
  }
  return null
}

/** How many words may qualify an office before it ("former first deputy"). */
const mostQualifiers = 3

/** Where the office begins that a name before it leads to: past the sign of a possessor and words that qualify. */
const pastLead = (scan: Scan, from: number): number => {
  let at = from
  if (scan.words[at]?.readings.single.all.some(({ lexeme }) => lexeme.means.role === 'possessive')) at += 1
  const limit = at + mostQualifiers
  while (at < limit && termAt(scan, at, 'post') === null && (scan.words[at]?.look.flags ?? 0) & beside) at += 1
  return at
}

/** "The Chinese premier A B", "Oman's former minister of trade A B": the state before the office, in a language that puts it there. */
const readLed = (scan: Scan, at: number): PersonFound | null => {
  if (!capitalised(scan)) return null
  const of = readListed(scan, at)
  if (!of || typeOf(of) === 'person' || typeOf(of) === 'event') return null
  const start = pastLead(scan, of.to)
  const post = together(scan, at, start) ? readPost(scan, start, start, true) : null
  return post && { ...post, from: at, front: of.front, of: post.of ?? of, inner: [of, ...post.inner] }
}

/** An office at a word, or led to by the name at it. */
export const readOffice = (scan: Scan, at: number, floor: number): PersonFound | null => readLed(scan, at) ?? readPost(scan, at, floor)

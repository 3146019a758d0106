import { AND } from '../lexicon/pack.ts'
import { readHeaded } from './headed.ts'
import { flag } from '../lexicon/names.ts'
import { begins } from '../lexicon/begins.ts'
import { ambiguous, nameable, readPersonal, skipHonorifics } from './people.ts'
import { readOffice } from './posts.ts'
import { readBack, readRun } from './capitals.ts'
import { adjective, capitalised, comma, type Found, type HeadedFound, type ListedFound, type PersonFound, readListed, type Scan, termAt, together, typeOf } from './scan.ts'

const person = (scan: Scan, from: number, at: number, lead: boolean, front: number): PersonFound | null => {
  const name = readPersonal(scan, at, lead)
  if (!name) return null
  return { kind: 'person', from, to: name.to, front, post: null, name: { from: name.from, to: name.to }, listed: name.listed, of: null, inner: [] }
}

const titled = (scan: Scan, at: number): PersonFound | null => {
  const title = termAt(scan, at, 'honorific')
  return title && person(scan, at, skipHonorifics(scan, at), true, title.front)
}

/** A second office right after the name belongs to the same person, unless somebody else is named after it. */
const withPostAfter = (scan: Scan, found: PersonFound): PersonFound => {
  if (found.post || found.to >= scan.words.length) return found
  const at = comma(scan, found.to) ? found.to + 1 : found.to
  if (!together(scan, found.to - 1, at)) return found
  const post = readOffice(scan, at, at)
  if (!post || post.name || !post.post || scan.names.posts[post.post.number]!.counterpart || (scan.words[at]!.look.flags !== 0 && (termAt(scan, at, 'post')?.before ?? 0) & AND)) return found
  return { ...found, to: post.to, post: post.post, of: post.of, inner: post.inner }
}

/** A given name that is an ordinary word too begins a name by itself only before another name word. */
const alone = (scan: Scan, at: number): boolean => !ambiguous(scan, at) || ((scan.words[at + 1]?.look.flags ?? 0) & (flag.given | flag.surname | flag.joins)) !== 0

/** Whether somebody speaks right after a word, or an office is told of after a comma. */
const introduced = (scan: Scan, at: number): boolean =>
  scan.words[at]?.readings.single.all.some(({ lexeme: { means } }) => means.says === true) === true || (comma(scan, at) && readOffice(scan, at + 1, at + 1) !== null)

/** Names without a title, where capitals tell names: after a surname that stands first, or a run that speaks or is told what it is. */
const capitalRun = (scan: Scan, at: number): boolean => {
  if (!capitalised(scan) || !nameable(scan, at) || !nameable(scan, at + 1)) return false
  if (scan.words[at]!.look.flags & flag.surname) return true
  return introduced(scan, at + 2) || (nameable(scan, at + 2) && introduced(scan, at + 3))
}

const personAt = (scan: Scan, at: number, floor: number): PersonFound | null => {
  const look = scan.words[at]!.look
  const post = readOffice(scan, at, floor)
  if (post && !post.post?.alone) return post
  const found = titled(scan, at) ?? (look.given >= 0 && alone(scan, at) ? person(scan, at, at, false, look.given) : null) ?? (capitalRun(scan, at) ? person(scan, at, at, false, 0) : null)
  if (!found) return post
  return withPostAfter(scan, found)
}

/** A listed name of several words is surer than a run that a head noun begins; between others the longer wins. */
const nameAt = (scan: Scan, at: number): ListedFound | HeadedFound | null => {
  const listed = readListed(scan, at)
  if (listed && typeOf(listed) !== 'state' && listed.to > at + 1) return listed
  const headed = capitalised(scan) ? readRun(scan, at) : readHeaded(scan, at)
  return headed && (!listed || headed.to > listed.to) ? headed : listed
}

const asPerson = (scan: Scan, found: ListedFound): PersonFound =>
  withPostAfter(scan, { ...person(scan, found.from, found.from, true, found.front)!, listed: found })

/** "The Chinese president A and the Kazakh B": the second shares the office of the first. */
const alike = (scan: Scan, at: number, before: Found | undefined): PersonFound | null => {
  if (before?.kind !== 'person' || !before.post || before.to !== at) return null
  const of = readListed(scan, at)
  if (!of || !adjective(of) || !(of.before & AND)) return null
  const found = person(scan, at, skipHonorifics(scan, of.to), false, of.front)
  return found && { ...found, of, inner: [of] }
}

const foundAt = (scan: Scan, at: number, floor: number): Found | null => {
  const someone = personAt(scan, at, floor)
  const name = nameAt(scan, at)
  const surer = name?.kind === 'listed' && someone?.post === null && name.to >= someone.to && (typeOf(name) === 'person' || name.to > at + 1)
  if (someone && !surer && (!name || someone.to >= name.to)) return someone
  return name?.kind === 'listed' && typeOf(name) === 'person' ? asPerson(scan, name) : name
}

/** Everything named on a page, in order, no two overlapping. A found person may reach back over words that nothing else has claimed. */
export const find = (scan: Scan): readonly Found[] => {
  const found: Found[] = []
  let floor = 0
  for (let at = 0; at < scan.words.length; ) {
    const next = scan.words[at]!.bits & begins.name ? (alike(scan, at, found.at(-1)) ?? foundAt(scan, at, floor) ?? (capitalised(scan) ? readBack(scan, at, floor) : null)) : null
    if (next) found.push(next)
    if (next) floor = next.to
    at = next ? next.to : at + 1
  }
  return found
}

import { flag, type Term } from '../lexicon/names.ts'
import { AND, THE } from '../lexicon/pack.ts'
import { adjective, type HeadedFound, type ListedFound, proper, readListed, type Scan, termAt, together, typeOf } from './scan.ts'

/** Names of bodies and companies rarely run longer; past this the run is prose. */
const longest = 12

/** A run of capitals on its way: `head` is the last noun in it that makes a name of a run, `end` where the name ends with it. */
type Run = { to: number; head: Term | null; end: number; tied: boolean; readonly inner: ListedFound[] }

/** A word written as a name that is no small word, office or title. */
const capital = (scan: Scan, at: number): boolean => {
  const word = scan.words[at]
  if (word?.kind !== 'word' || word.apart !== 0 || !proper(scan, at) || word.look.flags & flag.stop) return false
  return termAt(scan, at, 'post') === null && termAt(scan, at, 'honorific') === null && word.readings.single.all.every(({ lexeme: { pos } }) => pos !== 'particle')
}

const takeListed = (scan: Scan, run: Run): boolean => {
  const found = readListed(scan, run.to)
  if (!found || typeOf(found) === 'person' || (run.head !== null && typeOf(found) === 'body')) return false
  run.inner.push(found)
  run.to = found.to
  if (run.tied) run.end = run.to
  return true
}

const takeHead = (scan: Scan, run: Run): boolean => {
  const head = capital(scan, run.to) ? termAt(scan, run.to, 'head') : null
  if (!head) return false
  Object.assign(run, { head, to: run.to + 1 + head.rest.length, end: run.to + 1 + head.rest.length, tied: false })
  return true
}

const takeCapital = (scan: Scan, run: Run): boolean => {
  if (!capital(scan, run.to)) return false
  run.to += 1
  if (run.tied) run.end = run.to
  return true
}

/** A hyphen between two names, "and" between two capitals, "of the" after a head. */
const takeTie = (scan: Scan, run: Run, from: number): boolean => {
  const word = scan.words[run.to]!
  if (run.to === from || !(word.form === '-' || word.apart === AND || (run.head !== null && word.look.flags & flag.joins))) return false
  let next = run.to + 1
  if (word.form !== '-') while ((scan.words[next]?.apart ?? 0) & THE) next += 1
  if (!capital(scan, next) || (word.apart === AND && (!goesOn(scan, next) || country(run, from)))) return false
  if (run.head !== null && word.apart !== AND && word.form !== '-') run.tied = true
  run.to = next
  return true
}

/** "Egypt and the B Bank": a state by itself before "and" begins no other's name. */
const country = ({ inner, to }: Run, from: number): boolean => inner.length === 1 && inner[0]!.from === from && inner[0]!.to === to && typeOf(inner[0]!) === 'state' && !adjective(inner[0]!)

/** "Reform and Development Commission": after "and" the run must still come to a head. */
const goesOn = (scan: Scan, from: number): boolean => {
  for (let at = from; at < from + 4 && capital(scan, at); at += 1) if (termAt(scan, at, 'head')) return at > from
  return false
}

/** Indefinite words alone describe, and so does a demonym alone ("the Chinese Company"). */
const named = (run: Run, from: number): boolean =>
  run.head !== null && run.end > from + 1 + run.head.rest.length && !(run.inner.length === 1 && adjective(run.inner[0]!) && run.end === run.inner[0]!.to + 1 + run.head.rest.length)

/** Nothing is known of a word but that it is written as a name. */
const unknown = (scan: Scan, at: number): boolean => capital(scan, at) && scan.words[at]!.look.terms.length === 0 && scan.words[at]!.stems.every(({ senses }) => senses.length === 0)

/** "The Zorbal Bank": a company whose name nothing is known of, found by its head; words before `floor` are taken. */
export const readBack = (scan: Scan, at: number, floor: number): HeadedFound | null => {
  const head = capital(scan, at) ? termAt(scan, at, 'head') : null
  if (!head || scan.names.heads[head.value]!.type !== 'company') return null
  let from = at
  while (from > floor && at - from < longest && together(scan, from - 1, at) && unknown(scan, from - 1)) from -= 1
  const run = from < at ? readRun(scan, from) : null
  return run && run.to > at ? run : null
}

/** A body, company or event whose head stands last, or first with an "of": the Y Fund, Ministry of X, the A-B Cooperation Committee. */
export const readRun = (scan: Scan, from: number): HeadedFound | null => {
  if (!capital(scan, from)) return null
  const run: Run = { to: from, head: null, end: from, tied: false, inner: [] }
  while (run.to - from < longest && run.to < scan.words.length && together(scan, from, run.to) && (takeHead(scan, run) || takeListed(scan, run) || takeCapital(scan, run) || takeTie(scan, run, from)));
  if (!named(run, from)) return null
  const { type } = scan.names.heads[run.head!.value]!
  const words = scan.words.slice(from, run.end).filter(({ kind }) => kind !== 'mark').map(({ form }) => form).join(' ')
  return { kind: 'headed', from, to: run.end, front: 0, before: 0, head: run.head!.value, key: `${type}:${words}`, inner: run.inner.filter(({ to }) => to <= run.end) }
}

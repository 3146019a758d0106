import { AND, BY, TO } from '../lexicon/pack.ts'
import { flag } from '../lexicon/names.ts'
import { adjective, type HeadedFound, type ListedFound, readListed, type Scan, termAt, together, typeOf } from './scan.ts'

/** Names of bodies and companies rarely run longer; past this the run is prose. */
const longest = 7

type Run = { to: number; inner: ListedFound[]; words: number; proper: boolean }

const takeListed = (scan: Scan, run: Run): boolean => {
  const found = readListed(scan, run.to)
  if (!found || (found.before & (AND | BY)) !== 0 || typeOf(found) === 'person') return false
  if ((found.before & TO) !== 0 && (typeOf(found) === 'body' || typeOf(found) === 'company')) return false
  run.inner.push(found)
  if (!adjective(found) || scan.words[run.to]!.look.flags & flag.definite) run.proper = true
  run.words += 1
  run.to = found.to
  return true
}

/** Words of no list belong to a name only as its first, or right after a "for the": what follows later may be the rest of the sentence. */
const opens = (scan: Scan, run: Run): boolean => run.words === 0 || (scan.words[run.to]!.look.flags & flag.bound) !== 0 || (scan.words[run.to - 1]!.look.flags & flag.bound) !== 0

const takeWord = (scan: Scan, run: Run, open: boolean): boolean => {
  const word = scan.words[run.to]
  const flags = scan.words[run.to]?.look.flags ?? 0
  if (word?.kind !== 'word' || flags & flag.stop || termAt(scan, run.to, 'post') || termAt(scan, run.to, 'honorific')) return false
  const listed = (flags & (flag.portfolio | flag.qualifier | flag.epithet)) !== 0
  const definite = (flags & (flag.definite | flag.joined)) === flag.definite && opens(scan, run) && !word.stems.some(({ senses }) => senses.some(({ lexeme, form }) => lexeme.pos === 'verb' && (form === 'past' || form === 'present')))
  const unknown = open && !(flags & (flag.ordinary | flag.joined)) && !word.stems.some(({ senses }) => senses.length > 0) && scan.words[run.to]!.look.terms.length === 0
  if (!listed && !definite && !unknown) return false
  if (unknown || (flags & (flag.definite | flag.bound)) === flag.definite) run.proper = true
  run.words += 1
  run.to += 1
  return true
}

/** A quoted name right after the head stands for the whole name. */
const quoted = (scan: Scan, at: number): number => {
  if (scan.words[at]?.form !== '"') return at
  for (let end = at + 1; end <= at + longest; end += 1) if (scan.words[end]?.form === '"') return end > at + 1 ? end + 1 : at
  return at
}

const runOf = (scan: Scan, at: number, open: boolean): Run => {
  const closing = quoted(scan, at)
  const run: Run = { to: closing, inner: [], words: closing - at, proper: closing > at }
  while (run.words < longest && together(scan, at - 1, run.to) && (takeListed(scan, run) || takeWord(scan, run, open))) if (closing > at && run.words > 2) break
  return run
}

/** Indefinite words alone describe ("an international committee"), and so does a demonym alone ("the Chinese company") unless the head takes it for a name ("Polish Airlines"). */
const named = (run: Run, start: number, national: boolean): boolean =>
  run.proper && run.to > start && !(!national && run.inner.length > 0 && run.inner[0]!.from === start && run.to === run.inner[0]!.to && adjective(run.inner[0]!))

/** A body, company or event that a head noun names: ministry of X, the Y fund for Z, company W. */
export const readHeaded = (scan: Scan, at: number): HeadedFound | null => {
  const term = termAt(scan, at, 'head')
  if (!term) return null
  const start = at + 1 + term.rest.length
  const head = scan.names.heads[term.value]!
  const run = runOf(scan, start, head.open)
  if (!named(run, start, head.national) || (head.open && run.words < 2 && scan.words[at]!.look.flags & flag.definite)) return null
  const words = scan.words.slice(at + 1, run.to).filter(({ kind }) => kind !== 'mark').map(({ form }) => form).join(' ')
  return { kind: 'headed', from: at, to: run.to, front: term.front, before: term.before, head: term.value, key: `${head.type}:${term.form} ${words}`, inner: run.inner }
}

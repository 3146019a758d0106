import { atomsAt, type Lattice } from '../pattern/lattice.ts'
import { type Page, type QuantityMark, sentenceOf } from '../page.ts'
import type { Draft } from './read.ts'

/** ISO 4217 codes begin with the code of the state whose money it is. */
const stateOf = (currency: string): string => currency.slice(0, 2)

/** Where currencies are looked for: full names on the page, states of each sentence and of the page, demonyms by their first word. */
type Ground = { readonly named: readonly string[]; readonly beside: (at: number) => ReadonlySet<string> | undefined; readonly onPage: ReadonlySet<string>; readonly demonyms: ReadonlyMap<number, string> }

const groundOf = (page: Page, drafts: readonly Draft[]): Ground => {
  const states = page.mentions.flatMap(({ code, from, adjective }) => (code === null ? [] : [{ state: code.slice(0, 2), from, adjective }]))
  const bySentence = new Map<number, Set<string>>()
  for (const { state, from } of states) {
    const of = sentenceOf(page, from)
    bySentence.set(of, (bySentence.get(of) ?? new Set()).add(state))
  }
  return {
    beside: (at) => bySentence.get(sentenceOf(page, at)), onPage: new Set(states.map(({ state }) => state)),
    named: [...new Set(drafts.filter(({ sort, open }) => sort === 'money' && open.length === 0).map(({ unit }) => unit))],
    demonyms: new Map(states.filter(({ adjective }) => adjective).map(({ from, state }) => [from, state])),
  }
}

const onlyOne = (open: readonly string[], states: ReadonlySet<string> | undefined): string | undefined => {
  const fitting = open.filter((unit) => states?.has(stateOf(unit)))
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * The currency that a bare name stands for: of the demonym right after it; of the only state of the sentence that has money of that name; as
 * named in full on the page; of the only such state of the page. Otherwise it stays open, which the empty unit says.
 */
const chosen = ({ open, to, from }: Draft, { named, beside, onPage, demonyms }: Ground): string => {
  const demonym = demonyms.get(to)
  if (demonym !== undefined) return open.find((unit) => stateOf(unit) === demonym) ?? ''
  return onlyOne(open, beside(from)) ?? named.findLast((unit) => open.includes(unit)) ?? onlyOne(open, onPage) ?? ''
}

/** At most this many words lie between a sum and its repetition in another currency. */
const nearby = 4

/** A sum in brackets, quotes or after "equal to", right after a sum in another currency, is that sum again. */
const repeatsAfter = (before: QuantityMark | undefined, here: Draft, unit: string, page: Page, lattice: Lattice): boolean => {
  if (!before || before.sort !== 'money' || here.sort !== 'money' || before.unit === unit || here.from - before.to > nearby || here.from <= before.to) return false
  const equals = page.pack.grammar.keyOf('class', 'equals')
  for (let at = before.to; at < here.from; at += 1)
    if (/^[("[]$/.test(page.words[at]!.form) || atomsAt(lattice, at).some(({ key }) => key === equals)) return true
  return false
}

/** A bare number after "worth" takes the currency of the sum before it; when that is far, or the number small, it is no quantity. */
const inherited = (before: QuantityMark | undefined, { from, value }: Draft): string | null =>
  before?.sort === 'money' && before.unit !== '' && from - before.to <= farthest && (value ?? 0) >= least ? before.unit : null

/** In words; and the smallest number that is surely money. */
const [farthest, least] = [60, 1e6]

/** Gives every quantity its unit and says which are repetitions. */
export const settleUnits = (page: Page, lattice: Lattice, drafts: readonly Draft[]): readonly QuantityMark[] => {
  const settled: QuantityMark[] = []
  let ground: Ground | null = null
  for (const draft of drafts) {
    const { open, bare, ...mark } = draft
    const before = settled.at(-1)
    const unit = bare ? inherited(before, draft) : open.length > 0 ? chosen(draft, (ground ??= groundOf(page, drafts))) : mark.unit
    if (unit !== null) settled.push({ ...mark, unit, repeats: repeatsAfter(before, draft, unit, page, lattice) })
  }
  return settled
}

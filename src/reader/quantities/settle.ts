import { atomsAt, type Lattice } from '../pattern/lattice.ts'
import type { Page, QuantityMark } from '../page.ts'
import type { Draft } from './read.ts'

/** ISO 4217 codes begin with the code of the state whose money it is. */
const stateOf = (currency: string): string => currency.slice(0, 2)

/** The currency that a bare name stands for: as named in full before on the page, else that of the only state of the page that has one of that name. */
const chosen = (open: readonly string[], named: readonly string[], states: ReadonlySet<string>): string => {
  const before = named.findLast((unit) => open.includes(unit))
  if (before !== undefined) return before
  const fitting = open.filter((unit) => states.has(stateOf(unit)))
  return fitting.length === 1 ? fitting[0]! : ''
}

const statesOf = (page: Page): ReadonlySet<string> => new Set(page.mentions.flatMap(({ code }) => (code === null ? [] : [code.slice(0, 2)])))

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
  const states = statesOf(page)
  const settled: QuantityMark[] = []
  const named = drafts.filter(({ sort, open }) => sort === 'money' && open.length === 0).map(({ unit }) => unit)
  for (const { open, bare, ...mark } of drafts) {
    const before = settled.at(-1)
    const unit = bare ? inherited(before, { ...mark, open, bare }) : open.length > 0 ? chosen(open, named, states) : mark.unit
    if (unit === null) continue
    settled.push({ ...mark, unit, repeats: repeatsAfter(before, { ...mark, open, bare }, unit, page, lattice) })
  }
  return settled
}

import { atomsAt, type Lattice } from '../pattern/lattice.ts'
import type { Page, QuantityMark } from '../page.ts'
import type { Draft } from './read.ts'

/** ISO 4217 codes begin with the code of the state whose money it is. */
const stateOf = (currency: string): string => currency.slice(0, 2)

/** Where currencies are looked for: by full names on the page, and by the states that are mentioned. */
type Ground = { readonly page: Page; readonly named: readonly string[] }

const statesIn = (page: Page, { from, to }: { readonly from: number; readonly to: number }): ReadonlySet<string> =>
  new Set(page.mentions.flatMap((one) => (one.code !== null && one.from >= from && one.to <= to ? [one.code.slice(0, 2)] : [])))

const onlyOne = (open: readonly string[], states: ReadonlySet<string>): string | undefined => {
  const fitting = open.filter((unit) => states.has(stateOf(unit)))
  return fitting.length === 1 ? fitting[0] : undefined
}

const around = ({ sentences, words }: Page, at: number) => sentences[lastFrom(sentences, at)] ?? { from: 0, to: words.length }

const lastFrom = (sentences: Page['sentences'], at: number): number => {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sentences[middle]!.from <= at) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The currency that a bare name stands for: of the demonym right after it; of the only state of the sentence that has money of that name; as
 * named in full before on the page; of the only such state of the page. Otherwise it stays open, which the empty unit says.
 */
const chosen = (draft: Draft, { page, named }: Ground): string => {
  const { open, to, from } = draft
  const demonym = page.mentions.find((one) => one.adjective && one.from === to && one.code !== null)
  if (demonym) return open.find((unit) => stateOf(unit) === demonym.code!.slice(0, 2)) ?? ''
  return onlyOne(open, statesIn(page, around(page, from))) ?? named.findLast((unit) => open.includes(unit)) ?? onlyOne(open, statesIn(page, { from: 0, to: page.words.length })) ?? ''
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
  const ground: Ground = { page, named: [...new Set(drafts.filter(({ sort, open }) => sort === 'money' && open.length === 0).map(({ unit }) => unit))] }
  for (const draft of drafts) {
    const { open, bare, ...mark } = draft
    const before = settled.at(-1)
    const unit = bare ? inherited(before, draft) : open.length > 0 ? chosen(draft, ground) : mark.unit
    if (unit !== null) settled.push({ ...mark, unit, repeats: repeatsAfter(before, draft, unit, page, lattice) })
  }
  return settled
}

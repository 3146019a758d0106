import { latticeOf, releaseLattice } from './pattern/build.ts'
import { atomsAt, type Lattice } from './pattern/lattice.ts'
import { claims } from './pattern/match.ts'
import type { Mention, Page, QuantityMark } from './page.ts'
import { quantitiesOf } from './quantities/read.ts'
import { withMisprints } from './quantities/misprints.ts'
import { withNumbered } from './quantities/numbered.ts'
import { settleUnits } from './quantities/settle.ts'

/** Words that already belong to a time ("2019" in a date) are in no quantity. */
const outsideTimes = ({ words, times }: Page) => {
  const taken = new Uint8Array(words.length)
  for (const { from, to } of times) taken.fill(1, from, to)
  return (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (taken[at] === 1) return false
    return true
  }
}

/** How many words before a state its currency may begin: some languages name the state last. */
const coinReach = 2

/** "Billions of US dollars": a state that only names a currency has no part in what is told. */
const ofMoney = (lattice: Lattice, coin: number, quantities: readonly QuantityMark[]) => {
  const money = new Uint8Array(lattice.words.length)
  for (const { sort, from, to } of quantities) if (sort === 'money') money.fill(1, from, to)
  const named = (from: number, to: number): boolean => {
    for (let at = from; at >= Math.max(0, from - coinReach); at -= 1) if (atomsAt(lattice, at).some((atom) => atom.key === coin && atom.to >= to && atom.to - atom.from > to - from)) return true
    return false
  }
  return ({ type, from, to }: Mention): boolean => type === 'state' && ((money[from] === 1 && money[to - 1] === 1) || named(from, to))
}

/**
 * Marks sums of money, measures, shares and counts. A sum given again in another currency is marked as a repetition. Where the words leave
 * the value or the currency open, it stays open: `value` is null, or `unit` is empty.
 */
export const markQuantities = (page: Page): Page => {
  const lattice = latticeOf(page)
  const { grammar } = page.pack
  const free = outsideTimes(page)
  const read = claims(lattice, grammar, 'quantity', (match) => quantitiesOf(lattice, grammar, match), free).flat()
  const quantities: readonly QuantityMark[] = settleUnits(page, lattice, withMisprints(withNumbered(read, page, lattice, free), page, lattice))
  const currency = ofMoney(lattice, grammar.keyOf('class', 'coin'), quantities)
  releaseLattice(page)
  return { ...page, quantities, mentions: page.mentions.filter((mention) => !currency(mention)) }
}

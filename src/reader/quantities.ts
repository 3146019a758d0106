import { latticeOf, releaseLattice } from './pattern/build.ts'
import { claims } from './pattern/match.ts'
import type { Page, QuantityMark } from './page.ts'
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
  releaseLattice(page)
  return { ...page, quantities }
}

import { type Lattice, latticeOf } from './pattern/lattice.ts'
import { claims, type Match } from './pattern/match.ts'
import type { Page, QuantityMark } from './page.ts'
import { quantitiesOf } from './quantities/read.ts'
import { settleUnits } from './quantities/settle.ts'

/** A claim over words that already belong to a time ("2019" in a date) is no quantity. */
const outsideTimes = (page: Page) => {
  const taken = new Uint8Array(page.words.length)
  for (const { from, to, edtf, hedge } of page.times) if (edtf !== null || hedge !== null) taken.fill(1, from, to)
  return ({ from, to }: Match): boolean => {
    for (let at = from; at < to; at += 1) if (taken[at] === 1) return false
    return true
  }
}

const matches = (page: Page, lattice: Lattice): readonly Match[] => claims(lattice, page.pack.grammar, 'quantity').filter(outsideTimes(page))

/**
 * Marks sums of money, measures, shares and counts. A sum given again in another currency is marked as a repetition. Where the words leave
 * the value or the currency open, it stays open: `value` is null, or `unit` is empty.
 */
export const markQuantities = (page: Page): Page => {
  const lattice = latticeOf(page)
  const read = matches(page, lattice).flatMap((match) => quantitiesOf(lattice, page.pack.grammar, match))
  const quantities: readonly QuantityMark[] = settleUnits(page, lattice, read)
  return { ...page, quantities }
}

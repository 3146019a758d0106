import type { Lattice } from '../pattern/lattice.ts'
import { begins } from '../lexicon/begins.ts'
import type { Page } from '../page.ts'
import type { Draft } from './read.ts'

/** A word that the pack knows nothing of. */
const unknown = (page: Page, lattice: Lattice, at: number): boolean =>
  page.words[at]!.kind === 'word' && lattice.more[at] === undefined && lattice.words[at]!.shown.singles.length === 0 && page.words[at]!.stems.every(({ senses }) => senses.length === 0)

const misprintAt = (page: Page, lattice: Lattice, coin: number, at: number): Draft | null => {
  const found = page.words[at - 2]?.kind === 'number' && unknown(page, lattice, at - 1) ? lattice.words[at]!.shown.singles.find(({ key }) => key === coin) : undefined
  if (!found || typeof found.slots['unit'] !== 'string') return null
  return { from: at - 2, to: at + 1, rule: 'quantity.misprint', value: null, unit: found.slots['unit'], sort: 'money', per: null, approximate: false, open: [], bare: false }
}

/** Adds the sums whose word of magnitude is a misprint: a figure, an unknown word, a currency. The words are kept, the value stays open. */
export const withMisprints = (drafts: readonly Draft[], page: Page, lattice: Lattice): readonly Draft[] => {
  const coin = page.pack.grammar.keyOf('class', 'coin')
  const taken = new Set(drafts.map(({ to }) => to))
  const found: Draft[] = []
  for (let at = 2; at < page.words.length; at += 1) {
    const draft = (page.words[at]!.bits & begins.single) !== 0 && !taken.has(at + 1) ? misprintAt(page, lattice, coin, at) : null
    if (draft) found.push(draft)
  }
  return found.length === 0 ? drafts : [...drafts, ...found].toSorted((a, b) => a.from - b.from)
}

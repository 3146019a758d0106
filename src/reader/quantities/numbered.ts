import { TO } from '../lexicon/pack.ts'
import { atomsAt, type Lattice } from '../pattern/lattice.ts'
import type { Page } from '../page.ts'
import { type Draft, perAfter } from './read.ts'

/** The rule of a count whose number and thing stand apart. */
export const numberedRule = 'quantity.numbered'

/** How far "number of" may stand from the thing it counts, and the thing from what it comes to, in words. */
const [thingReach, numberReach] = [8, 12]

const unitAfter = (page: Page, lattice: Lattice, from: number): { readonly at: number; readonly unit: string } | null => {
  const counted = page.pack.grammar.keyOf('class', 'counted')
  for (let at = from; at < Math.min(from + thingReach, page.words.length); at += 1) {
    const found = atomsAt(lattice, at).find(({ key }) => key === counted)
    if (found) return { at: found.to, unit: String(found.slots['unit']) }
    if (page.words[at]!.kind === 'mark' && page.words[at]!.form !== '-') return null
  }
  return null
}

/** Whether a word is a verb of reaching or rising, where a small word stands apart before a number. */
const measures = ({ words, pack }: Page, at: number): boolean => pack.syntax.subject === 'before' && words[at]!.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.pos === 'verb' && lexeme.means.measures !== undefined))

/** "The number of flights between Muscat and Delhi to 40 a week": a bare number behind the small word for "to" counts the things whose number it is. */
const numberedAt = (page: Page, lattice: Lattice, from: number, free: (from: number, to: number) => boolean): Draft | null => {
  const { grammar } = page.pack
  const thing = unitAfter(page, lattice, from)
  const n = grammar.keyOf('class', 'n')
  for (let at = thing?.at ?? page.words.length; at < Math.min((thing?.at ?? 0) + numberReach, page.words.length - 1); at += 1) {
    if (page.words[at]!.kind === 'mark' && page.words[at]!.form !== '-' && page.words[at]!.form !== '%') return null
    if ((page.words[at]!.apart & TO) === 0 && !measures(page, at)) continue
    const number = atomsAt(lattice, at + 1).filter(({ key }) => key === n).toSorted((a, b) => b.to - a.to)[0]
    if (!number || typeof number.slots['n'] !== 'number' || !free(at + 1, number.to)) continue
    return { from: at + 1, to: number.to, rule: numberedRule, value: number.slots['n'], unit: thing!.unit, sort: 'count', per: perAfter(lattice, grammar, number.to), approximate: false, open: [], bare: false }
  }
  return null
}

/** Adds the counts whose number and thing stand apart, where a small word stands apart before a number. `free` says of a passage that nothing else has it. */
export const withNumbered = (drafts: readonly Draft[], page: Page, lattice: Lattice, free: (from: number, to: number) => boolean): readonly Draft[] => {
  const opener = page.pack.grammar.keyOf('class', 'number-of')
  const found: Draft[] = []
  const taken = (at: number): boolean => drafts.some(({ from, to }) => from <= at && at < to)
  for (let at = 0; at < page.words.length; at += 1) {
    const begun = lattice.more[at]?.find(({ key }) => key === opener)
    const draft = begun ? numberedAt(page, lattice, begun.to, (from, to) => free(from, to) && !taken(from)) : null
    if (draft) found.push(draft)
  }
  return found.length === 0 ? drafts : [...drafts, ...found].toSorted((a, b) => a.from - b.from)
}

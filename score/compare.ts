import type { Attribute } from './attributes.ts'
import { compatible } from './edtf.ts'

/**
 * `near`: neither right nor wrong: a date told more or less exactly, a set that overlaps, a part of the measures, a place that cannot be
 * compared. `extra`: a value where the gold has none, of an attribute that is not strict.
 */
export const verdicts = ['right', 'near', 'missing', 'wrong', 'extra'] as const
export type Verdict = (typeof verdicts)[number]

type Parts = readonly string[]

const shared = (gold: Parts, read: Parts): number => new Set(gold.filter((part) => read.includes(part))).size

/** Size of the intersection over size of the union; 1 for two empty sets. */
export const jaccard = (gold: Parts, read: Parts): number => {
  const union = new Set([...gold, ...read]).size
  return union === 0 ? 1 : shared(gold, read) / union
}

const country = (place: string): string | null => /(?:^|, ?|\|)([A-Z]{2})(?:$|[-\s|A-Z0-9])/.exec(place)?.[1] ?? null

/** Gold writes "Kairouan, TN", the reader a code and a name of the text ("TN-41|…"): only the country can be held against it. */
const samePlace = (gold: string, read: string): Verdict => {
  if (read.split('|').some((part) => part !== '' && gold.includes(part))) return 'right'
  const [one, other] = [country(gold), country(read)]
  return one === null || other === null ? 'near' : one === other ? 'right' : 'wrong'
}

const differing = (sort: Attribute['sort'], gold: Parts, read: Parts): Verdict => {
  switch (sort) {
    case 'edtf': return compatible(gold[0]!, read[0]!) ? 'near' : 'wrong'
    case 'set': return shared(gold, read) > 0 ? 'near' : 'wrong'
    case 'amounts': return shared(gold, read) === new Set(read).size ? 'near' : 'wrong'
    case 'place': return samePlace(gold[0]!, read[0]!)
    case 'code': case 'amount': return 'wrong'
  }
}

/** What became of one attribute of a matched item; null where neither side states it. */
export const compare = ({ sort, strict }: Attribute, gold: Parts = [], read: Parts = []): Verdict | null => {
  if (gold.length === 0 && read.length === 0) return null
  if (read.length === 0) return 'missing'
  if (gold.length === 0) return strict ? 'wrong' : 'extra'
  return jaccard(gold, read) === 1 ? 'right' : differing(sort, gold, read)
}

import { assign } from './assign.ts'
import { attributes } from './attributes.ts'
import type { Coded, Passage } from './coded.ts'
import { compare } from './compare.ts'

export type Pair = { readonly gold: Coded; readonly read: Coded }
export type Matching = { readonly pairs: readonly Pair[]; readonly missed: readonly Coded[]; readonly spurious: readonly Coded[] }

const length = ({ start, end }: Passage): number => end - start
const overlap = (one: Passage, other: Passage): number => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))

/** Code points in common, if they are at least half of the shorter passage, plus a fraction below 1 for how exact the overlap is; else 0. */
const fit = (gold: Passage, read: Passage): number => {
  const common = overlap(gold, read)
  if (common === 0 || common * 2 < Math.min(length(gold), length(read))) return 0
  return common + common / (length(gold) + length(read) - common) / 2
}

/** Among items on one passage the attributes decide who is whose: a fraction below one half. */
const agreement = (gold: Coded, read: Coded): number => {
  const seen = attributes[gold.kind].map((attribute) => compare(attribute, gold.values[attribute.name], read.values[attribute.name])).filter((verdict) => verdict !== null)
  return seen.length === 0 ? 0 : (seen.filter((verdict) => verdict === 'right').length / seen.length) * 0.49
}

/** The first passage counts; a repetition only when the first does not fit. */
const weight = (gold: Coded, read: Coded): number => {
  const [first, ...others] = read.passages.map((passage) => fit(gold.passages[0], passage))
  const best = first! > 0 ? first! : Math.max(0, ...others) - 0.5
  return best > 0 ? best + agreement(gold, read) : 0
}

const matchKind = (gold: readonly Coded[], read: readonly Coded[]): Matching => {
  const pairs = assign(gold.length, read.length, (row, column) => weight(gold[row]!, read[column]!))
  const [rows, columns] = [new Set(pairs.map(([row]) => row)), new Set(pairs.map(([, column]) => column))]
  return {
    pairs: pairs.map(([row, column]) => ({ gold: gold[row]!, read: read[column]! })),
    missed: gold.filter((_, row) => !rows.has(row)),
    spurious: read.filter((_, column) => !columns.has(column)),
  }
}

/** Matches items of one kind whose passages overlap, one to one, so that the overlap is greatest in total. */
export const match = (gold: readonly Coded[], read: readonly Coded[]): Matching => {
  const kinds = [...new Set([...gold, ...read].map((item) => item.kind))]
  const matchings = kinds.map((kind) => matchKind(gold.filter((item) => item.kind === kind), read.filter((item) => item.kind === kind)))
  return {
    pairs: matchings.flatMap(({ pairs }) => pairs),
    missed: matchings.flatMap(({ missed }) => missed),
    spurious: matchings.flatMap(({ spurious }) => spurious),
  }
}

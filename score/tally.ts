import { type Attribute, attributes } from './attributes.ts'
import { type Coded, type GoldText, type ScoredKind, scoredKinds } from './coded.ts'
import { type Verdict, compare, jaccard, verdicts } from './compare.ts'
import { type Matching, type Pair, match } from './match.ts'

/** How often each verdict fell on one attribute; `likeness` is the mean Jaccard index over the pairs of which either side states it. */
export type Counts = Readonly<Record<Verdict, number>> & { readonly likeness: number }
export type KindScore = {
  readonly gold: number
  readonly read: number
  readonly matched: number
  readonly attributes: Readonly<Record<string, Counts>>
}
export type Score = Readonly<Record<ScoredKind, KindScore>>

export type Difference = { readonly attribute: string; readonly verdict: Verdict; readonly gold: readonly string[]; readonly read: readonly string[] }
export type DifferingPair = Pair & { readonly differences: readonly Difference[] }

/** What went wrong in one text, for a person to look at. */
export type Errors = { readonly id: string; readonly missed: readonly Coded[]; readonly spurious: readonly Coded[]; readonly differing: readonly DifferingPair[] }
export type Scored = { readonly score: Score; readonly errors: readonly Errors[] }

const difference = (attribute: Attribute, { gold, read }: Pair): Difference | null => {
  const [one, other] = [gold.values[attribute.name] ?? [], read.values[attribute.name] ?? []]
  const verdict = compare(attribute, one, other)
  return verdict === null ? null : { attribute: attribute.name, verdict, gold: one, read: other }
}

const countsOf = (attribute: Attribute, pairs: readonly Pair[]): Counts => {
  const seen = pairs.map((pair) => difference(attribute, pair)).filter((one) => one !== null)
  const count = (verdict: Verdict): number => seen.filter((one) => one.verdict === verdict).length
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>
  return { ...counts, likeness: seen.reduce((sum, { gold, read }) => sum + jaccard(gold, read), 0) / Math.max(1, seen.length) }
}

const kindScore = (kind: ScoredKind, matchings: readonly Matching[]): KindScore => {
  const count = (items: readonly Coded[]): number => items.filter((item) => item.kind === kind).length
  const pairs = matchings.flatMap((matching) => matching.pairs).filter(({ gold }) => gold.kind === kind)
  const [missed, spurious] = [count(matchings.flatMap((matching) => matching.missed)), count(matchings.flatMap((matching) => matching.spurious))]
  return {
    gold: pairs.length + missed,
    read: pairs.length + spurious,
    matched: pairs.length,
    attributes: Object.fromEntries(attributes[kind].map((attribute) => [attribute.name, countsOf(attribute, pairs)])),
  }
}

const differing = (pair: Pair): DifferingPair => ({
  ...pair,
  differences: attributes[pair.gold.kind].map((attribute) => difference(attribute, pair)).filter((one) => one !== null && one.verdict !== 'right') as readonly Difference[],
})

const errorsOf = (id: string, { pairs, missed, spurious }: Matching): Errors =>
  ({ id, missed, spurious, differing: pairs.map(differing).filter(({ differences }) => differences.length > 0) })

const started = (items: readonly Coded[], codedTo: number): readonly Coded[] => items.filter((item) => item.passages[0].start < codedTo)

/** Scores what `read` makes of every text. Counts are added up over the texts (micro), so a long text weighs more than a short one. */
export const score = (texts: readonly GoldText[], read: (text: GoldText) => readonly Coded[]): Scored => {
  const matchings = texts.map((text) => match(started(text.gold, text.codedTo), started(read(text), text.codedTo)))
  return {
    score: Object.fromEntries(scoredKinds.map((kind) => [kind, kindScore(kind, matchings)])) as Score,
    errors: matchings.map((matching, index) => errorsOf(texts[index]!.id, matching)),
  }
}

/** Precision, recall and their harmonic mean, 0 to 1; null where there is nothing to divide by. */
export const rates = ({ gold, read, matched }: Pick<KindScore, 'gold' | 'read' | 'matched'>) => ({
  precision: read === 0 ? null : matched / read,
  recall: gold === 0 ? null : matched / gold,
  f1: gold + read === 0 ? null : (2 * matched) / (gold + read),
})

export type Wrongness = { readonly wrong: number; readonly stated: number }

/** How many of the values that the reader stated are wrong, over the attributes that `chosen` admits. A missing value is not stated. */
export const wrongness = (score: Score, chosen: (attribute: Attribute) => boolean): Wrongness => {
  const counts = scoredKinds.flatMap((kind) => attributes[kind].filter((attribute) => !attribute.aside && chosen(attribute)).map(({ name }) => score[kind].attributes[name]!))
  const total = (verdict: Verdict): number => counts.reduce((sum, count) => sum + count[verdict], 0)
  return { wrong: total('wrong'), stated: total('wrong') + total('right') + total('near') + total('extra') }
}

import { closes, endsAt, stop, weigh } from './stops.ts'
import type { Laid, Run } from './text.ts'
import { kind, kinds } from './units.ts'

const broken = (source: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (kinds[source.charCodeAt(at)] === kind.newline) return true
  return false
}

/** The tokens between two line ends make a paragraph. */
export const paragraphs = ({ source, tokens, starts, ends }: Laid): Run[] => {
  const runs: Run[] = []
  let from = 0
  for (let to = 1; to < tokens.length; to += 1) {
    if (!broken(source, ends[to - 1]!, starts[to]!)) continue
    runs.push({ from, to })
    from = to
  }
  return tokens.length === 0 ? runs : [...runs, { from, to: tokens.length }]
}

/** The end of a sentence whose first stop is at `at`: after all its stops and the quotation marks and brackets that close over them. */
const endAfter = (laid: Laid, at: number, limit: number): number => {
  let to = at + 1
  while (to < limit && (stop(laid.tokens[to]) || closes({ laid, at: to }))) to += 1
  return to
}

/** The last sentence of a paragraph that began at token `first`. Marks without a word join the sentence before them. */
const addLast = (runs: Run[], run: Run, first: number, weight: number): void => {
  const before = runs.at(-1)
  if (weight === 0 && before && before.from >= first) runs[runs.length - 1] = { from: before.from, to: run.to }
  else runs.push(run)
}

const addParagraph = (runs: Run[], laid: Laid, paragraph: Run): void => {
  const { tokens } = laid
  let { from } = paragraph
  let weight = 0
  for (let at = from; at < paragraph.to; at += 1) {
    weight += weigh(tokens[at]!)
    if (tokens[at]!.kind !== 'mark' || !endsAt({ laid, from, at, weight })) continue
    const to = endAfter(laid, at, paragraph.to)
    runs.push({ from, to })
    from = to
    at = to - 1
    weight = 0
  }
  if (from < paragraph.to) addLast(runs, { from, to: paragraph.to }, paragraph.from, weight)
}

/** The sentences, by their stops alone. Every token lies in exactly one; none crosses the end of a paragraph. */
export const sentences = (laid: Laid, within: readonly Run[]): Run[] => {
  const runs: Run[] = []
  for (const paragraph of within) addParagraph(runs, laid, paragraph)
  return runs
}

import { attributes } from './attributes.ts'
import type { Coded, Passage, ScoredKind } from './coded.ts'
import { type Counts, type Difference, type DifferingPair, type Errors, type KindScore, type Score, rates, wrongness } from './tally.ts'

const percent = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(1)).padStart(6)
const cell = (value: number): string => String(value).padStart(6)
const share = (part: number, whole: number): string => (whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)} %`)

const kindLine = (kind: string, score: Pick<KindScore, 'gold' | 'read' | 'matched'>): string => {
  const { precision, recall, f1 } = rates(score)
  return `${kind.padEnd(12)}${cell(score.gold)}${cell(score.read)}${cell(score.matched)} ${percent(precision)}${percent(recall)}${percent(f1)}`
}

const attributeLine = (kind: string, name: string, { right, near, missing, wrong, extra, likeness }: Counts): string => {
  const total = right + near + missing + wrong + extra
  const shares = [right, missing, wrong].map((part) => share(part, total).padStart(8)).join('')
  return `${kind.padEnd(12)}${name.padEnd(10)}${[right, near, missing, wrong, extra].map(cell).join('')} ${shares}${percent(likeness)}`
}

const kindAttributes = (kind: ScoredKind, score: Score): readonly string[] =>
  attributes[kind].map(({ name }) => [name, score[kind].attributes[name]!] as const)
    .filter(([, { right, near, missing, wrong, extra }]) => right + near + missing + wrong + extra > 0)
    .map(([name, counts]) => attributeLine(kind, name, counts))

const wrongLine = (title: string, { wrong, stated }: { readonly wrong: number; readonly stated: number }): string =>
  `${title}: ${wrong} of ${stated} stated${stated === 0 ? '' : ` = ${share(wrong, stated)}`}`

const itemKinds: readonly ScoredKind[] = ['meeting', 'commitment', 'instrument', 'project', 'figure']
const all = (score: Score, kinds: readonly ScoredKind[]) => {
  const sum = (part: 'gold' | 'read' | 'matched') => kinds.reduce((total, kind) => total + score[kind][part], 0)
  return { gold: sum('gold'), read: sum('read'), matched: sum('matched') }
}

/** The whole score as a table: kinds, then attributes of matched items, then the shares of wrong values. */
export const table = (score: Score, kinds: readonly ScoredKind[]): string => [
  'kind          gold  read match   prec   rec    F1',
  ...kinds.map((kind) => kindLine(kind, score[kind])),
  kindLine('all items', all(score, itemKinds.filter((kind) => kinds.includes(kind)))),
  '',
  'of matched items      right  near  miss wrong extra    right    miss   wrong  like',
  ...kinds.flatMap((kind) => kindAttributes(kind, score)),
  '',
  wrongLine('wrong values, those that must be right (force, deadline, status, stage, date, amounts)', wrongness(score, ({ must }) => must === true)),
  wrongLine('wrong values, all attributes', wrongness(score, () => true)),
].join('\n')

const clip = (quote: string, width: number): string => {
  const line = quote.replaceAll(/\s+/g, ' ')
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`
}

const where = ({ start, end, quote, rule }: Passage): string => `${start}-${end} «${clip(quote, 140)}»${rule ? ` [${rule}]` : ''}`

const told = ({ kind, values }: Coded): string =>
  attributes[kind].map(({ name }) => [name, values[name] ?? []] as const).filter(([, parts]) => parts.length > 0).map(([name, parts]) => `${name}=${parts.join(',')}`).join(' ')

const or = (parts: readonly string[]): string => (parts.length === 0 ? '∅' : parts.join(','))
const signs = { right: '=', near: '≈', missing: '?', wrong: '✗', extra: '+' } as const
const differenceText = ({ attribute, verdict, gold, read }: Difference): string => `${signs[verdict]}${attribute} ${or(gold)}→${or(read)}`

type Line = { readonly at: number; readonly text: string }

const itemLine = (sign: string, item: Coded): Line => ({ at: item.passages[0].start, text: `  ${sign} ${item.kind} ${where(item.passages[0])} ${told(item)}` })

const pairLine = ({ gold, read, differences }: DifferingPair): Line => {
  const { rule = '' } = read.passages[0]
  return { at: gold.passages[0].start, text: `  ~ ${gold.kind} ${where({ ...gold.passages[0], rule })}\n      ${differences.map(differenceText).join('   ')}` }
}

/** In the order of the text, so that what was missed stands beside what was read in its place. */
const textErrors = ({ id, missed, spurious, differing }: Errors): readonly string[] => {
  const lines = [...missed.map((item) => itemLine('-', item)), ...spurious.map((item) => itemLine('+', item)), ...differing.map(pairLine)]
  const title = `${id}: ${missed.length} missed, ${spurious.length} spurious, ${differing.length} differing`
  return lines.length === 0 ? [] : [title, ...lines.sort((one, other) => one.at - other.at).map(({ text }) => text)]
}

/** What to look at, text by text. Values are written gold→read. */
export const errorList = (errors: readonly Errors[]): string => [
  '- missed   + spurious   ~ matched with other values (gold→read): ✗ wrong  ? missing  ≈ near  + extra',
  ...errors.flatMap(textErrors),
].join('\n')

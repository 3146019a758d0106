import type { CommitmentDraft, InstrumentDraft, MeetingDraft, Passage } from './drafts.ts'
import type { QuantityMark } from './page.ts'
import { roleIn, type Scene, sentenceOver } from './scene.ts'

/** A passage that the reader saw and did not understand, or a total of the text that its reading does not meet. */
export type GapDraft = { readonly why: string; readonly passage: Passage }

export type Counted = {
  readonly meetings: readonly MeetingDraft[]
  readonly commitments: readonly CommitmentDraft[]
  readonly gaps: readonly GapDraft[]
}

const binding = new Set(['agreed', 'pledged', 'planned'])

/** The number of the paragraph of every word. */
const paragraphsOf = ({ words, page }: Scene): Int32Array => {
  const numbers = new Int32Array(words.length)
  page.text.paragraphs.forEach(({ from, to }, number) => numbers.fill(number, from, to))
  return numbers
}

/** Paragraphs that agree or pledge something, in order, each with its number among them. */
const pointParagraphs = (commitments: readonly CommitmentDraft[], paragraphs: Int32Array): ReadonlyMap<number, number> => {
  const points = new Map<number, number>()
  for (const { force, passages } of commitments) {
    const paragraph = paragraphs[passages[0].from]!
    if ((force === 'agreed' || force === 'pledged') && !points.has(paragraph)) points.set(paragraph, points.size + 1)
  }
  return points
}

const numbered = (commitments: readonly CommitmentDraft[], paragraphs: Int32Array, points: ReadonlyMap<number, number>): readonly CommitmentDraft[] =>
  commitments.map((draft) => {
    const point = points.get(paragraphs[draft.passages[0].from]!)
    return point !== undefined && binding.has(draft.force) ? { ...draft, point } : draft
  })

const passage = ({ from, to }: QuantityMark): Passage => ({ from, to, rule: 'reader.totals' })

const withPoints = (scene: Scene, mark: QuantityMark, meetings: readonly MeetingDraft[], commitments: readonly CommitmentDraft[]): Counted => {
  const points = mark.value as number
  const chosen = meetings.findIndex(({ type, status }) => status === 'held' && (type === 'session' || type === 'summit'))
  const first = chosen < 0 ? meetings.findIndex(({ status }) => status === 'held') : chosen
  const told = meetings.map((meeting, k) => (k === first ? { ...meeting, points } : meeting))
  const paragraphs = paragraphsOf(scene)
  const numbers = pointParagraphs(commitments, paragraphs)
  if (numbers.size === points) return { meetings: told, commitments: numbered(commitments, paragraphs, numbers), gaps: [] }
  return { meetings: told, commitments, gaps: [{ why: `the text counts ${points} points; ${numbers.size} paragraphs that agree or pledge something were read`, passage: passage(mark) }] }
}

/** How many members are told after a set, before the next set. */
const membersAfter = (instruments: readonly InstrumentDraft[], set: number): number => {
  let members = 0
  for (let k = set + 1; k < instruments.length && (instruments[k]!.count ?? 1) < 2; k++) {
    const { rule } = instruments[k]!.passages[0]
    if (rule === 'reader.member' || instruments[k]!.steps.some((step) => step.rule === 'reader.listed')) members++
  }
  return members
}

/** How far behind a set "among them" may stand, in words. */
const amongReach = 12

/** "12 agreements, among them …": the text itself names only some. */
const someOnly = (scene: Scene, { to }: Passage): boolean => roleIn(scene, to, Math.min(to + amongReach, sentenceOver(scene, to - 1).to), 'among-them', 'among')

/** Sets of a stated size whose members the text goes on to name one by one: too few of them read is said. */
const shortSets = (scene: Scene, instruments: readonly InstrumentDraft[]): readonly GapDraft[] =>
  instruments.flatMap(({ count, passages, at }, k) => {
    if (count === null || count < 2 || someOnly(scene, passages[0])) return []
    const members = membersAfter(instruments, k)
    return members > 0 && members !== count ? [{ why: `the text counts ${count} instruments; ${members} of them were read one by one`, passage: { ...passages[0], from: Math.min(at, passages[0].to - 1) } }] : []
  })

/** Holds the text's own totals ("six points", "seven agreements") against what was read. */
export const countTotals = (scene: Scene, meetings: readonly MeetingDraft[], commitments: readonly CommitmentDraft[], instruments: readonly InstrumentDraft[]): Counted => {
  const mark = scene.page.quantities.find(({ sort, unit, value }) => sort === 'count' && unit === 'point' && value !== null && value > 1)
  const counted = mark ? withPoints(scene, mark, meetings, commitments) : { meetings, commitments, gaps: [] }
  return { ...counted, gaps: [...counted.gaps, ...shortSets(scene, instruments)] }
}

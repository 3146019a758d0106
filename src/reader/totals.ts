import type { CommitmentDraft, InstrumentDraft, MeetingDraft, Passage } from './drafts.ts'
import type { QuantityMark } from './page.ts'
import type { Scene } from './scene.ts'

/** A passage that the reader saw and did not understand, or a total of the text that its reading does not meet. */
export type GapDraft = { readonly why: string; readonly passage: Passage }

export type Counted = {
  readonly meetings: readonly MeetingDraft[]
  readonly commitments: readonly CommitmentDraft[]
  readonly gaps: readonly GapDraft[]
}

const binding = new Set(['agreed', 'pledged', 'planned'])

/** The paragraph of each word that heads a binding promise, in order, each once. */
const pointParagraphs = (scene: Scene, commitments: readonly CommitmentDraft[]): readonly number[] => {
  const of = new Int32Array(scene.words.length)
  scene.page.text.paragraphs.forEach(({ from, to }, number) => of.fill(number, from, to))
  const agreed = commitments.filter(({ force }) => force === 'agreed' || force === 'pledged').map(({ passages }) => of[passages[0].from]!)
  const paragraphs = [...new Set(agreed)]
  return commitments.length ? paragraphs : []
}

const paragraphOf = (scene: Scene, at: number): number => scene.page.text.paragraphs.findIndex(({ from, to }) => from <= at && at < to)

const numbered = (scene: Scene, commitments: readonly CommitmentDraft[], paragraphs: readonly number[]): readonly CommitmentDraft[] =>
  commitments.map((draft) => {
    const point = paragraphs.indexOf(paragraphOf(scene, draft.passages[0].from)) + 1
    return binding.has(draft.force) && point > 0 ? { ...draft, point } : draft
  })

const passage = ({ from, to }: QuantityMark): Passage => ({ from, to, rule: 'reader.totals' })

const withPoints = (scene: Scene, mark: QuantityMark, meetings: readonly MeetingDraft[], commitments: readonly CommitmentDraft[]): Counted => {
  const points = mark.value as number
  const chosen = meetings.findIndex(({ type, status }) => status === 'held' && (type === 'session' || type === 'summit'))
  const first = chosen < 0 ? meetings.findIndex(({ status }) => status === 'held') : chosen
  const told = meetings.map((meeting, k) => (k === first ? { ...meeting, points } : meeting))
  const paragraphs = pointParagraphs(scene, commitments)
  if (paragraphs.length === points) return { meetings: told, commitments: numbered(scene, commitments, paragraphs), gaps: [] }
  return { meetings: told, commitments, gaps: [{ why: `the text counts ${points} points; ${paragraphs.length} paragraphs that agree or pledge something were read`, passage: passage(mark) }] }
}

/** Sets of a stated size whose members the text goes on to name: too few of them read is said. */
const shortSets = (instruments: readonly InstrumentDraft[]): readonly GapDraft[] =>
  instruments.flatMap(({ count, passages, at }, k) => {
    if (count === null || count < 2) return []
    const members = instruments.slice(k + 1).filter(({ passages: [{ rule }] }) => rule === 'reader.member' || rule === 'reader.listed').length
    return members > 0 && members !== count ? [{ why: `the text counts ${count} instruments; ${members} of them were read one by one`, passage: { ...passages[0], from: Math.min(at, passages[0].to - 1) } }] : []
  })

/** Holds the text's own totals ("six points", "seven agreements") against what was read. */
export const countTotals = (scene: Scene, meetings: readonly MeetingDraft[], commitments: readonly CommitmentDraft[], instruments: readonly InstrumentDraft[]): Counted => {
  const mark = scene.page.quantities.find(({ sort, unit, value }) => sort === 'count' && unit === 'point' && value !== null && value > 1)
  const counted = mark ? withPoints(scene, mark, meetings, commitments) : { meetings, commitments, gaps: [] }
  return { ...counted, gaps: [...counted.gaps, ...shortSets(instruments)] }
}

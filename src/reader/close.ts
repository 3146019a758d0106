import type { Amount, Commitment, Evidence, Evidences, Figure, Gap, Instrument, Meeting, Project, Reading, Sector, Step } from '../model/index.ts'
import type { CommitmentDraft, FigureDraft, InstrumentDraft, MeetingDraft, Passage, ProjectDraft } from './drafts.ts'
import { role } from './gloss.ts'
import { bare, type Entities, entitiesOf } from './entities.ts'
import { AND, BY, THE, TO } from './lexicon/pack.ts'
import type { Mention, Page, QuantityMark, TimeMark, Word } from './page.ts'
import { suspicious } from '../text/index.ts'
import type { Dateline } from './dateline.ts'
import { phraseStart } from './phrases.ts'
import { mentionOver, mentionsIn, type Scene } from './scene.ts'
import type { GapDraft } from './totals.ts'
import { rateUnit } from './rates.ts'
import { sectorsIn } from './sectors.ts'

export type Drafts = {
  readonly meetings: readonly MeetingDraft[]
  readonly commitments: readonly CommitmentDraft[]
  readonly instruments: readonly InstrumentDraft[]
  readonly projects: readonly ProjectDraft[]
  readonly figures: readonly FigureDraft[]
  readonly gaps: readonly GapDraft[]
  readonly dateline: Dateline | null
}

export type Closing = { readonly sha256: string; readonly explain: boolean }

const evidence = (scene: Scene, { from, to, rule }: Passage): Evidence => {
  const { text } = scene.page
  const start = text.starts[from]!
  const end = text.ends[to - 1]!
  return { start: text.points(start), end: text.points(end), quote: text.source.slice(start, end), rule }
}

const evidences = (scene: Scene, passages: readonly Passage[]): Evidences => passages.map((passage) => evidence(scene, passage)) as unknown as Evidences

type Explained = { readonly passages: readonly Passage[]; readonly steps: readonly Step[] }

/** The passages of an item; where asked for, the first carries the rules that led to it. */
const told = (scene: Scene, explain: boolean, { passages, steps }: Explained): Evidences => {
  const [first, ...rest] = evidences(scene, passages)
  return [explain ? { ...first, trace: steps } : first, ...rest]
}

const overrideWords: Readonly<Record<'override' | 'unclosed', string>> = {
  override: 'a control character turns this passage round: it is shown otherwise than it is stored',
  unclosed: 'a control of direction is opened here and never closed: what follows may be shown otherwise than it is stored',
}

/** Controls of direction that make a text look other than it is. */
const deceptions = ({ page: { text } }: Scene): readonly Gap[] =>
  suspicious(text.source).map(({ start, end, why }) => ({
    why: overrideWords[why], evidence: [{ start: text.points(start), end: text.points(end), quote: text.source.slice(start, end), rule: 'text.deceive' }],
  }))

const datelinePlace = (scene: Scene, entities: Entities, dateline: Dateline | null): string | null => {
  for (let at = dateline?.place?.from ?? 0; at < (dateline?.place?.to ?? 0); at++) {
    const mention = mentionOver(scene, at)
    if (mention) return entities.id(mention.key)
  }
  return null
}

const slice = ({ page: { text } }: Scene, from: number, to: number): string => (to > from ? text.source.slice(text.starts[from], text.ends[to - 1]) : '')

const clitics = AND | TO | BY

/** How many letters are written fast to the front of a word the pack knows, the article not counted. */
const front = ({ form, stems }: Word, the: string | null): number => {
  const stem = stems.find(({ before, senses }) => (before & clitics) !== 0 && senses.length > 0)
  if (!stem || stems[0]!.senses.length > 0) return 0
  const letters = form.length - stem.form.length - stem.after.length
  if ((stem.before & THE) === 0 || the === null) return Math.max(0, letters)
  return Math.max(0, letters - (form.slice(0, letters).endsWith(the) ? the.length : the.length - 1))
}

/** The name of a thing: its words up to the first time, without what is written fast to the first. */
const nameOf = (scene: Scene, from: number, to: number): string => {
  let end = from + 1
  while (end < to && scene.timeAt[end] === -1 && !(scene.page.pack.syntax.bends === 'last' && scene.glosses[end]!.verbs.length > 0)) end++
  while (end > from + 1 && (role(scene.glosses[end - 1]) !== undefined || scene.words[end - 1]!.kind === 'mark')) end--
  return bare(scene.page, { from, to: end }, front(scene.words[from]!, scene.page.pack.clitic.the))
}

const amount = (mark: QuantityMark | null): Amount | null => (mark && mark.value !== null ? { value: mark.value, unit: mark.unit } : null)

const edtf = (mark: TimeMark | null): string | null => mark?.edtf ?? null

const ids = (entities: Entities, keys: readonly string[]): readonly string[] => keys.map((key) => entities.id(key)).filter((id): id is string => id !== null)

/** The mention that names a standing body, or the key of its own words where the pack does not know it. */
const mechanismKey = (scene: Scene, { from, to }: { readonly from: number; readonly to: number }): string => {
  const known = mentionOver(scene, from)
  return known?.type === 'body' ? known.key : `body:${scene.words.slice(from, to).map(({ form }) => form).join(' ')}`
}

/** The page with its committees and councils as mentions, so that they become entities. */
const withMechanisms = (scene: Scene, meetings: readonly MeetingDraft[]): Page => {
  const bodies = meetings.flatMap(({ mechanism }): readonly Mention[] =>
    mechanism && mentionOver(scene, mechanism.from)?.type !== 'body'
      ? [{ from: mechanism.from, to: mechanism.to, rule: 'reader.mechanism', key: mechanismKey(scene, mechanism), type: 'body', code: null, wikidata: null, adjective: false, post: null, of: null, front: scene.words[mechanism.from]!.stems.find(({ senses, before }) => senses.length > 0 && before !== 0) ? 1 : 0 }]
      : [])
  return bodies.length ? { ...scene.page, mentions: [...scene.page.mentions, ...bodies].sort((one, other) => one.from - other.from) } : scene.page
}

/** The number of the item that each word heads, of several the first; -1 for other words. */
const headedBy = (scene: Scene, items: readonly { readonly at: number }[]): Int32Array => {
  const numbers = new Int32Array(scene.words.length).fill(-1)
  for (let k = items.length - 1; k >= 0; k -= 1) numbers[items[k]!.at] = k
  return numbers
}

/** The identifier of the first item whose head a passage covers. */
const firstIn = (letter: string, heads: Int32Array, passages: readonly Passage[]): string | null => {
  let first = Infinity
  for (const { from, to } of passages) for (let at = from; at < to; at += 1) if (heads[at]! >= 0 && heads[at]! < first) first = heads[at]!
  return first === Infinity ? null : `${letter}${first + 1}`
}

const span = (draft: { readonly passages: readonly [Passage, ...Passage[]] }) => draft.passages[0]

const meeting = (scene: Scene, explain: boolean, entities: Entities) => (draft: MeetingDraft, k: number): Meeting => ({
  id: `m${k + 1}`, type: draft.type, mechanism: draft.mechanism ? entities.id(mechanismKey(scene, draft.mechanism)) : null, ordinal: draft.ordinal, place: entities.id(draft.place), date: draft.date, status: draft.status,
  participants: draft.participants.flatMap(({ key, chair }) => {
    const entity = entities.id(key)
    return entity ? [{ entity, chair }] : []
  }),
  parties: ids(entities, draft.parties), stated: draft.points === null ? null : { points: draft.points }, evidence: told(scene, explain, draft),
})

const commitment = (scene: Scene, explain: boolean, entities: Entities, instruments: Int32Array, projects: Int32Array) => (draft: CommitmentDraft, k: number): Commitment => {
  const run = span(draft)
  return {
    id: `c${k + 1}`, force: draft.force, polarity: draft.polarity, action: draft.action, object: slice(scene, draft.object.from, draft.object.to),
    entities: [...new Set(mentionsIn(scene, { from: draft.object.from, to: run.to }).filter(({ adjective }) => !adjective).map(({ key }) => entities.id(key)).filter((id) => id !== null))],
    speaker: entities.id(draft.speaker), parties: ids(entities, draft.parties), sectors: sectorsIn(scene, run) as readonly Sector[],
    deadline: draft.deadline ? (draft.deadline.edtf ?? draft.deadline.hedge) : null,
    target: draft.target && draft.target.value !== null ? { value: draft.target.value, unit: draft.target.unit, per: draft.target.per } : null,
    place: null, condition: draft.condition ? slice(scene, draft.condition.from, draft.condition.to) : null,
    instrument: firstIn('i', instruments, draft.passages), project: firstIn('p', projects, draft.passages), point: draft.point, evidence: told(scene, explain, draft),
  }
}

const instrument = (scene: Scene, explain: boolean, entities: Entities) => (draft: InstrumentDraft, k: number): Instrument => ({
  id: `i${k + 1}`, type: draft.type, status: draft.status, name: nameOf(scene, phraseStart(scene, draft.at), Math.max(draft.at + 1, span(draft).to)), count: draft.count,
  parties: ids(entities, draft.parties), date: edtf(draft.date), value: amount(draft.value), evidence: told(scene, explain, draft),
})

const project = (scene: Scene, explain: boolean, entities: Entities) => (draft: ProjectDraft, k: number): Project => ({
  id: `p${k + 1}`, name: nameOf(scene, draft.name.from, draft.name.to), count: draft.count, stage: draft.stage, sectors: sectorsIn(scene, span(draft)) as readonly Sector[],
  place: entities.id(draft.place), operator: entities.id(draft.operator),
  measures: draft.measures.flatMap((mark) => (mark.value === null ? [] : [{ value: mark.value, unit: rateUnit(mark), of: null }])),
  value: amount(draft.value), startBy: edtf(draft.start), endBy: edtf(draft.end), partOf: draft.partOf === null ? null : `p${draft.partOf + 1}`, evidence: told(scene, explain, draft),
})

const figure = (scene: Scene, explain: boolean, entities: Entities) => (draft: FigureDraft, k: number): Figure => ({
  id: `f${k + 1}`, indicator: draft.indicator, value: draft.value, unit: draft.unit, period: draft.period, change: draft.change,
  parties: ids(entities, draft.parties), evidence: told(scene, explain, draft),
})

/** Turns the drafts into the public reading: numbers every item, and ties each to its exact passages in code points. */
export const close = (scene: Scene, drafts: Drafts, { sha256, explain }: Closing): Reading => {
  const entities = entitiesOf(withMechanisms(scene, drafts.meetings))
  const { page } = scene
  return {
    tawafuq: 'reading/1',
    document: { sha256, language: page.pack.language, length: page.text.length, issued: page.issued, issuedFrom: page.issuedFrom, outlet: drafts.dateline?.outlet ?? null, place: datelinePlace(scene, entities, drafts.dateline) },
    entities: entities.list,
    times: page.times.map((mark) => ({ edtf: mark.edtf, hedge: mark.hedge, evidence: evidences(scene, [mark]) })),
    quantities: page.quantities.filter(({ sort }) => sort === 'money' || sort === 'measure')
      .map((mark) => ({ value: mark.value, unit: mark.unit, per: mark.per, approximate: mark.approximate, evidence: evidences(scene, [mark]) })),
    meetings: drafts.meetings.map(meeting(scene, explain, entities)),
    commitments: drafts.commitments.map(commitment(scene, explain, entities, headedBy(scene, drafts.instruments), headedBy(scene, drafts.projects))),
    instruments: drafts.instruments.map(instrument(scene, explain, entities)),
    projects: drafts.projects.map(project(scene, explain, entities)),
    figures: drafts.figures.map(figure(scene, explain, entities)),
    gaps: [...drafts.gaps.map(({ why, passage }) => ({ why, evidence: evidences(scene, [passage]) })), ...deceptions(scene)],
  }
}

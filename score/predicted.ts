import type { Amount, EntityId, Evidences, Reading } from '../src/model/index.ts'
import type { Coded, Passage, ScoredKind, Values } from './coded.ts'

const one = (value: string | number | null | undefined): readonly string[] => (value === null || value === undefined ? [] : [String(value)])
const amount = (value: Amount | null): readonly string[] => (value === null ? [] : [`${value.value} ${value.unit}`])

const passages = (evidence: Evidences): [Passage, ...Passage[]] => [...evidence]

const coded = (kind: ScoredKind, evidence: Evidences, values: Values): Coded => ({ kind, passages: passages(evidence), values })

type Codes = { readonly parties: (ids: readonly EntityId[]) => readonly string[]; readonly place: (id: EntityId | null) => readonly string[] }

/** States by their ISO code: names of bodies differ between a coder and a text, and are not compared. */
const codesOf = (reading: Reading): Codes => {
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]))
  return {
    parties: (ids) => ids.map((id) => entities.get(id)?.code ?? '').filter((code) => /^[A-Z]{2}$/.test(code)),
    place: (id) => one(id === null ? null : `${entities.get(id)?.code ?? ''}|${entities.get(id)?.name ?? ''}`),
  }
}

const items = (reading: Reading, { parties, place }: Codes): readonly Coded[] => [
  ...reading.meetings.map((m) => coded('meeting', m.evidence, {
    type: [m.type], status: [m.status], ordinal: one(m.ordinal), date: one(m.date), parties: parties(m.parties), place: place(m.place),
  })),
  ...reading.commitments.map((c) => coded('commitment', c.evidence, {
    force: [c.force], polarity: [c.polarity], action: [c.action], deadline: one(c.deadline), target: amount(c.target), per: one(c.target?.per),
    sectors: c.sectors, parties: parties(c.parties), place: place(c.place),
  })),
  ...reading.instruments.map((i) => coded('instrument', i.evidence, {
    type: [i.type], status: [i.status], count: one(i.count), date: one(i.date), value: amount(i.value), parties: parties(i.parties),
  })),
  ...reading.projects.map((p) => coded('project', p.evidence, {
    stage: [p.stage], count: one(p.count), sectors: p.sectors, measures: p.measures.flatMap(amount), value: amount(p.value),
    startBy: one(p.startBy), endBy: one(p.endBy), place: place(p.place),
  })),
  ...reading.figures.map((f) => coded('figure', f.evidence, { value: amount(f), period: one(f.period), parties: parties(f.parties) })),
]

const urgent = new Set(['asap', 'soon'])

/** Times and quantities without a value (a misprinted sum) are not scored: the gold does not list them; of vague times it lists urgency. */
const bare = (reading: Reading): readonly Coded[] => [
  ...reading.times.map((time) => ({ ...time, told: time.edtf ?? (urgent.has(time.hedge ?? '') ? time.hedge : null) })).filter(({ told }) => told !== null).flatMap((time) => time.evidence.map((evidence) => coded('time', [evidence], { edtf: one(time.told) }))),
  ...reading.quantities.filter(({ value }) => value !== null).flatMap(({ value, unit, evidence }) =>
    evidence.map((passage) => coded('quantity', [passage], { value: [`${value} ${unit}`] }))),
]

/** A reading in the form in which it is held against the gold. */
export const predicted = (reading: Reading): readonly Coded[] => [...items(reading, codesOf(reading)), ...bare(reading)]

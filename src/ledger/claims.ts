import { hash } from 'node:crypto'
import type { Commitment, Entity, Evidence, Evidences, Instrument, Meeting, Project, Reading, Term } from '../model/index.ts'
import type { Claim, ClaimId, CommitmentItem, FigureItem, InstrumentItem, Item, MeetingItem, Named, ProjectItem } from './claim.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve letters and digits that are hard to mistake for each other, from a hash. */
const short = (of: string): string => {
  const bytes = Buffer.from(hash('sha256', of), 'hex')
  return Array.from({ length: 12 }, (_, at) => letters[bytes[at]! % letters.length]).join('')
}

const claimId = (document: string, kind: string, { start, end }: Evidence, number: string): ClaimId => short(`${document} ${kind} ${start}-${end} ${number}`)

/** What is asked of a document while its claims are made. */
type Scene = {
  readonly reading: Reading
  readonly terms: readonly Term[]
  readonly named: (id: string | null) => Named | null
  readonly all: (ids: readonly string[]) => readonly Named[]
  /** The states and bodies that most items are between. */
  readonly usual: readonly string[]
  readonly idOf: ReadonlyMap<string, ClaimId>
}

/** The number of the first term that ends after a place of the text. */
const firstAfter = (terms: readonly Term[], place: number): number => {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}

const termsIn = (terms: readonly Term[], { start, end }: Evidence): readonly Term[] => {
  const out: Term[] = []
  for (let at = firstAfter(terms, start); at < terms.length && terms[at]!.start < end; at += 1) out.push(terms[at]!)
  return out
}

/** The identity of an entity is that of the word that first names it; words that the reader cannot tell apart name it by their letters. */
const keyOf = (terms: readonly Term[], { type, name, code, wikidata, evidence }: Entity): string => {
  if (type === 'state' && code) return `state:${code}`
  const about = terms[firstAfter(terms, evidence[0].start)]?.about
  return about?.startsWith(`${type}:`) ? about : (wikidata ?? `${type}:${name}`)
}

const naming = (reading: Reading, terms: readonly Term[]) => {
  const named = new Map(reading.entities.map((entity): [string, Named] => [entity.id, { key: keyOf(terms, entity), type: entity.type, name: entity.name, code: entity.code }]))
  return {
    named: (id: string | null): Named | null => (id === null ? null : (named.get(id) ?? null)),
    all: (ids: readonly string[]): readonly Named[] => ids.map((id) => named.get(id)).filter((one) => one !== undefined),
  }
}

/** Parties by which business is told: states and organisations, not companies and ministries of theirs. */
const partyKeys = (parties: readonly Named[]): readonly string[] =>
  [...new Set(parties.flatMap(({ type, code, key }) => (type === 'state' ? [code ?? key] : [])))].toSorted()

/** The states that most items of a document are between; of equals, those named first. */
const usualOf = (reading: Reading, all: (ids: readonly string[]) => readonly Named[]): readonly string[] => {
  const counts = new Map<string, { readonly keys: readonly string[]; readonly times: number }>()
  for (const { parties } of [...reading.meetings, ...reading.commitments, ...reading.instruments]) {
    const keys = partyKeys(all(parties))
    if (keys.length > 1) counts.set(keys.join('+'), { keys, times: (counts.get(keys.join('+'))?.times ?? 0) + 1 })
  }
  const most = [...counts.values()].reduce<{ readonly keys: readonly string[]; readonly times: number } | null>((best, one) => (best && best.times >= one.times ? best : one), null)
  return most?.keys ?? partyKeys(all(reading.entities.filter(({ type }) => type === 'state').map(({ id }) => id))).slice(0, 2)
}

/** Whose business an item is: its own states, or those of the document when it names one or none of them. */
const betweenOf = ({ usual }: Scene, parties: readonly Named[]): readonly string[] => {
  const own = partyKeys(parties)
  return own.length > 1 || !own.every((key) => usual.includes(key)) ? own : usual
}

const partyOnly = /^(?:state|person|figure):/

/** What an item is told by: names, sectors and stems of its passages, without states, persons and whoever speaks or acts. */
const aboutOf = ({ terms }: Scene, evidence: Evidences, sectors: readonly string[], not: readonly (Named | null)[]): readonly string[] => {
  const dropped = new Set(not.map((one) => one?.key))
  const words = evidence.flatMap((passage) => termsIn(terms, passage)).map(({ about }) => about).filter((about) => about !== null && !partyOnly.test(about) && !dropped.has(about))
  return [...new Set([...sectors.map((sector) => `sector:${sector}`), ...(words as readonly string[])])]
}

const without = <T extends object, K extends keyof T>(from: T, ...fields: readonly K[]): Omit<T, K> => {
  const out = { ...from }
  for (const field of fields) delete out[field]
  return out
}

const claim = <I extends Item>(scene: Scene, item: I, from: { readonly id: string; readonly evidence: Evidences }, about: readonly string[], parties: readonly Named[]): Claim<I> =>
  ({ id: scene.idOf.get(from.id)!, document: scene.reading.document.sha256, item, about, between: betweenOf(scene, parties), evidence: from.evidence })

const overlaps = (one: Evidence, other: Evidence): boolean => one.start < other.end && other.start < one.end

const covers = (outer: Evidences, inner: Evidences): Evidence | undefined => inner.find((passage) => outer.some((one) => overlaps(one, passage)))

/** Of the things that stand in a promise, the one that is made or changed comes before one that only exists, else the first. */
const thingOf = ({ reading, idOf }: Scene, { instrument, project, evidence }: Commitment): ClaimId | null => {
  const standing = [...reading.instruments.map((one) => ({ ...one, settled: one.status === 'existing' })), ...reading.projects.map((one) => ({ ...one, settled: false }))]
    .flatMap((one) => {
      const passage = covers(evidence, one.evidence)
      return passage ? [{ id: one.id, at: passage.start, settled: one.settled }] : []
    }).toSorted((one, other) => Number(one.settled) - Number(other.settled) || one.at - other.at)
  const told = instrument ?? project
  const fresh = standing[0] && !standing[0].settled ? standing[0].id : null
  const chosen = told !== null && standing.find(({ id }) => id === told)?.settled === false ? told : (fresh ?? told ?? standing[0]?.id ?? null)
  return chosen === null ? null : idOf.get(chosen)!
}

const meetingClaim = (scene: Scene, from: Meeting): Claim<MeetingItem> => {
  const { named, all } = scene
  const participants = from.participants.flatMap(({ entity, chair }) => named(entity) ? [{ entity: named(entity)!, chair }] : [])
  const item: MeetingItem = { ...without(from, 'id', 'evidence'), kind: 'meeting', mechanism: named(from.mechanism), place: named(from.place), participants, parties: all(from.parties) }
  const about = [...(item.mechanism ? [item.mechanism.key] : []), ...(item.place ? [item.place.key] : [])]
  return claim(scene, item, from, about, item.parties)
}

const commitmentClaim = (scene: Scene, from: Commitment, session: CommitmentItem['session']): Claim<CommitmentItem> => {
  const { named, all } = scene
  const item: CommitmentItem = {
    ...without(from, 'id', 'evidence', 'instrument', 'project'), kind: 'commitment', entities: all(from.entities), speaker: named(from.speaker), parties: all(from.parties),
    place: named(from.place), about: thingOf(scene, from), session: from.point === null ? null : session,
  }
  return claim(scene, item, from, aboutOf(scene, [from.evidence[0]], from.sectors, [item.speaker, ...item.parties]), item.parties)
}

const instrumentClaim = (scene: Scene, from: Instrument): Claim<InstrumentItem> => {
  const item: InstrumentItem = { ...without(from, 'id', 'evidence'), kind: 'instrument', parties: scene.all(from.parties) }
  return claim(scene, item, from, aboutOf(scene, from.evidence, [], item.parties), item.parties)
}

const projectClaim = (scene: Scene, from: Project): Claim<ProjectItem> => {
  const { named, idOf } = scene
  const item: ProjectItem = { ...without(from, 'id', 'evidence'), kind: 'project', place: named(from.place), operator: named(from.operator), partOf: from.partOf === null ? null : idOf.get(from.partOf)! }
  const about = aboutOf(scene, from.evidence, from.sectors, [item.operator])
  return claim(scene, item, from, item.place && item.place.type !== 'state' ? [...new Set([...about, item.place.key])] : about, item.operator ? [item.operator] : [])
}

const figureClaim = (scene: Scene, from: Reading['figures'][number]): Claim<FigureItem> => {
  const item: FigureItem = { ...without(from, 'id', 'evidence'), kind: 'figure', parties: scene.all(from.parties) }
  return claim(scene, item, from, [`indicator:${from.indicator}`], item.parties)
}

const idsOf = ({ document, meetings, commitments, instruments, projects, figures }: Reading): ReadonlyMap<string, ClaimId> =>
  new Map([...meetings, ...commitments, ...instruments, ...projects, ...figures].map(({ id, evidence }) => [id, claimId(document.sha256, id[0]!, evidence[0], id)]))

/** The session whose points a text counts: the one with the total, else the only session. */
const sessionOf = ({ meetings }: Reading, idOf: ReadonlyMap<string, ClaimId>): CommitmentItem['session'] => {
  const held = meetings.filter(({ status }) => status === 'held')
  const session = held.find(({ stated }) => stated !== null) ?? held.find(({ type }) => type === 'session') ?? held[0]
  return session ? { claim: idOf.get(session.id)!, ordinal: session.ordinal } : null
}

/** The claims of one reading, things before the promises about them, and whose business the document is. `terms` are the words of its text, for what a thing is told by. */
export const claimsOf = (reading: Reading, terms: readonly Term[]): { readonly claims: readonly Claim[]; readonly between: readonly string[] } => {
  const { named, all } = naming(reading, terms)
  const usual = usualOf(reading, all)
  const scene: Scene = { reading, terms, named, all, usual, idOf: idsOf(reading) }
  const session = sessionOf(reading, scene.idOf)
  return {
    between: usual,
    claims: [
      ...reading.meetings.map((one) => meetingClaim(scene, one)),
      ...reading.instruments.map((one) => instrumentClaim(scene, one)),
      ...reading.projects.map((one) => projectClaim(scene, one)),
      ...reading.figures.map((one) => figureClaim(scene, one)),
      ...reading.commitments.map((one) => commitmentClaim(scene, one, session)),
    ],
  }
}

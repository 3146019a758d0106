import { hash } from 'node:crypto'
import type { Action, Amount, Commitment, Entity, EntityType, Evidence, Evidences, Figure, Instrument, Meeting, Project, Quantity, Reading, Sector, Term } from '../model/index.ts'
import { toldBefore, withField, withList, withNames, withWorks } from './before.ts'
import type { Claim, ClaimId, CommitmentItem, FigureItem, InstrumentItem, Item, MeetingItem, Named, Printed, ProjectItem, Route } from './claim.ts'
import { bodies } from './ladders.ts'
import { isEvent, isTelling, unnamed } from './likeness.ts'
import { aboutOf, firstAfter, type Naming, paragraphAt, partyOnly, type Scene, sentenceAt, type Stretch, termsIn } from './scene.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve letters and digits that are hard to mistake for each other, from a hash. */
const short = (of: string): string => {
  const bytes = Buffer.from(hash('sha256', of), 'hex')
  return Array.from({ length: 12 }, (_, at) => letters[bytes[at]! % letters.length]).join('')
}

const claimId = (document: string, kind: string, { start, end }: Evidence, number: string): ClaimId => short(`${document} ${kind} ${start}-${end} ${number}`)

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

/** The state in which a document was written, where the place of its dateline is known by a code. */
const homeOf = ({ document, entities }: Reading): string | null => entities.find(({ id }) => id === document.place)?.code?.slice(0, 2) ?? null

/** The states that a document names; where it names one, the state in which it was written is the other: a notice of Astana that names China. */
const namedIn = (reading: Reading, all: (ids: readonly string[]) => readonly Named[]): readonly string[] => {
  const states = partyKeys(all(reading.entities.filter(({ type }) => type === 'state').map(({ id }) => id)))
  const home = states.length === 1 ? homeOf(reading) : null
  return home === null ? states.slice(0, 2) : [...new Set([...states, home])].toSorted()
}

/** The states that most items of a document are between; of equals, those named first. */
const usualOf = (reading: Reading, all: (ids: readonly string[]) => readonly Named[]): readonly string[] => {
  const counts = new Map<string, { readonly keys: readonly string[]; readonly times: number }>()
  for (const { parties } of [...reading.meetings, ...reading.commitments, ...reading.instruments]) {
    const keys = partyKeys(all(parties))
    if (keys.length > 1) counts.set(keys.join('+'), { keys, times: (counts.get(keys.join('+'))?.times ?? 0) + 1 })
  }
  const most = [...counts.values()].reduce<{ readonly keys: readonly string[]; readonly times: number } | null>((best, one) => (best && best.times >= one.times ? best : one), null)
  return most?.keys ?? namedIn(reading, all)
}

/** Whose business an item is: its own states, or those of the document when it names one or none of them. */
const betweenOf = ({ usual }: Scene, parties: readonly Named[]): readonly string[] => {
  const own = partyKeys(parties)
  return own.length > 1 || !own.every((key) => usual.includes(key)) ? own : usual
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

/** Deeds that use a body which is there already, or give it money: promises of their own, not about whether it is set up. */
const uses: ReadonlySet<Action> = new Set(['finance', 'implement'])

const usedOnly = ({ action }: Commitment, body: Instrument | undefined): boolean =>
  uses.has(action) && body !== undefined && bodies.has(body.type) && (body.status === 'existing' || body.status === 'established')

/** Of the things that stand in a promise, the one that is made or changed comes before one that only exists, else the first. */
const thingOf = (scene: Scene, from: Commitment): ClaimId | null => {
  const { reading, idOf } = scene
  const { instrument, project, evidence } = from
  const standing = [...reading.instruments.map((one) => ({ ...one, settled: one.status === 'existing' })), ...reading.projects.map((one) => ({ ...one, settled: false }))]
    .flatMap((one) => {
      const passage = covers(evidence, one.evidence)
      return passage ? [{ id: one.id, at: passage.start, settled: one.settled }] : []
    }).toSorted((one, other) => Number(one.settled) - Number(other.settled) || one.at - other.at)
  const told = instrument ?? project
  const fresh = standing[0] && !standing[0].settled ? standing[0].id : null
  const chosen = told !== null && standing.find(({ id }) => id === told)?.settled === false ? told : (fresh ?? told ?? standing[0]?.id ?? null)
  if (chosen === null) return toldBefore(scene, from)
  return usedOnly(from, reading.instruments.find(({ id }) => id === chosen)) ? null : idOf.get(chosen)!
}

const listedKey = /^[a-z]+:[a-z0-9-]+$/

/** A body is told by its identifier where it has one, else by the words of its name: none are left of "the committee for cooperation". */
const mechanismAbout = (scene: Scene, id: string | null, { key }: Named): readonly string[] => {
  const entity = scene.reading.entities.find((one) => one.id === id)
  if (listedKey.test(key) || !entity) return [key]
  const words = termsIn(scene.terms, entity.evidence[0]).map(({ about, stem }) => (about === null || about.startsWith('body:') ? stem : about))
  return [...new Set(words.filter((word) => word !== null && !partyOnly.test(word)) as readonly string[])]
}

const meetingClaim = (scene: Scene, from: Meeting): Claim<MeetingItem> => {
  const { named, all } = scene
  const participants = from.participants.flatMap(({ entity, chair }) => named(entity) ? [{ entity: named(entity)!, chair }] : [])
  const item: MeetingItem = { ...without(from, 'id', 'evidence'), kind: 'meeting', mechanism: named(from.mechanism), place: named(from.place), participants, parties: all(from.parties) }
  const about = item.mechanism ? mechanismAbout(scene, from.mechanism, item.mechanism) : aboutOf(scene, from.evidence, [], []).filter(isEvent)
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

/** What a figure of no named indicator counts: the fields and names of its sentence, from the figure before it on. */
const countedIn = (scene: Scene, { indicator, evidence: [{ start, end }] }: Figure, before: Figure | undefined): readonly string[] => {
  if (!unnamed.has(indicator)) return []
  return aboutOf(scene, [{ start: Math.min(start, Math.max(before?.evidence[0].end ?? 0, sentenceAt(scene, start))), end }], [], []).filter((key) => key.startsWith('sector:') || isTelling(key))
}

const figureClaim = (scene: Scene, from: Figure, before: Figure | undefined): Claim<FigureItem> => {
  const item: FigureItem = { ...without(from, 'id', 'evidence'), kind: 'figure', parties: scene.all(from.parties) }
  return claim(scene, item, from, [`indicator:${from.indicator}`, ...countedIn(scene, from, before)], item.parties)
}

const idsOf = ({ document, meetings, commitments, instruments, projects, figures }: Reading): ReadonlyMap<string, ClaimId> =>
  new Map([...meetings, ...commitments, ...instruments, ...projects, ...figures].map(({ id, evidence }) => [id, claimId(document.sha256, id[0]!, evidence[0], id)]))

/** The session whose points a text counts: the one with the total, else the only session. */
const sessionOf = ({ meetings }: Reading, idOf: ReadonlyMap<string, ClaimId>): CommitmentItem['session'] => {
  const held = meetings.filter(({ status }) => status === 'held')
  const session = held.find(({ stated }) => stated !== null) ?? held.find(({ type }) => type === 'session') ?? held[0]
  return session ? { claim: idOf.get(session.id)!, ordinal: session.ordinal } : null
}

/** Where entities of some types are named, in order. `key`: their identity. */
const namingsOf = ({ entities }: Reading, named: Scene['named'], types: readonly EntityType[], right: (entity: Entity, passage: Evidence) => boolean): readonly Naming[] =>
  entities.filter(({ type }) => types.includes(type))
    .flatMap((entity) => entity.evidence.filter((passage) => right(entity, passage)).map(({ start, end }) => ({ key: named(entity.id)!.key, start, end })))
    .toSorted((one, other) => one.start - other.start)

/** The places after each match, in code points; the text begins the first. */
const startsAfter = (text: string, ends: RegExp): readonly number[] => {
  const out = [0]
  let [at, counted] = [0, 0]
  for (const found of text.matchAll(ends)) {
    const end = found.index + found[0].length
    at += Array.from(text.slice(counted, end)).length
    counted = end
    out.push(at)
  }
  return out
}

/** A thing is also told by the words of the promises that name it: "to build the road" where the road goes. */
const withPromises = (things: readonly Claim[], promises: readonly Claim<CommitmentItem>[]): readonly Claim[] => {
  const told = Map.groupBy(promises, ({ item }) => item.about)
  return things.map((thing) => {
    const more = told.get(thing.id)?.filter(({ evidence }) => covers(evidence, thing.evidence)).flatMap(({ about }) => about) ?? []
    return more.length > 0 && thing.item.kind !== 'meeting' ? { ...thing, about: [...new Set([...thing.about, ...more])] } : thing
  })
}

/** Fields whose works run from one place to another. */
const running: ReadonlySet<string> = new Set((['transport', 'railways', 'roads', 'aviation', 'oil-and-gas', 'energy', 'telecoms-and-digital'] as const satisfies readonly Sector[]).map((sector) => `sector:${sector}`))

/** What stands between the stops of a line that is told by their names alone: dashes of any length, and blanks. */
const dashes = /^\s*[\p{Pd}\u2212\u0640]+\s*$/u

/** Names that dashes string together, from the first such on. */
const strung = (names: readonly Naming[], { start, quote }: Evidence): readonly Naming[] => {
  const letters = Array.from(quote)
  const joined = (at: number): boolean => at > 0 && dashes.test(letters.slice(names[at - 1]!.end - start, names[at]!.start - start).join(''))
  const first = names.findIndex((_, at) => joined(at))
  const last = names.findIndex((_, at) => at > first && !joined(at))
  return first < 0 ? [] : names.slice(first - 1, last < 0 ? names.length : last)
}

/** The stops of a line that a passage strings together, three at least; else its first two places: what comes after them is what the line passes. At least one is named more closely than by its state. */
const routeIn = (scene: Scene, passage: Evidence): Route | null => {
  const names = termsIn(scene.places, passage)
  const [stops, others] = [strung(names, passage), names].map((all) => [...new Set(all.map(({ key }) => key))])
  const [from, to, ...more] = stops!.length > 2 ? stops! : others!.slice(0, 2)
  return from !== undefined && to !== undefined && [from, to, ...more].some((key) => key.startsWith('place:')) ? [from, to, ...more] : null
}

/** A road from one place to another runs between them, whether its own words say so or those of a promise about it. */
const withRoutes = (scene: Scene, claims: readonly Claim[]): readonly Claim[] => {
  const promises = Map.groupBy(claims, ({ item }) => (item.kind === 'commitment' ? item.about : null))
  return claims.map((claim) => {
    const { kind } = claim.item
    if ((kind !== 'project' && kind !== 'commitment') || !claim.about.some((key) => running.has(key))) return claim
    const told = kind === 'project' ? (promises.get(claim.id) ?? []) : []
    const route = [claim, ...told].flatMap(({ evidence }) => evidence).map((passage) => routeIn(scene, passage)).find((route) => route !== null)
    return route ? { ...claim, route } : claim
  })
}

const amountsOf = (item: Item): readonly Amount[] => {
  switch (item.kind) {
    case 'commitment': return item.target ? [item.target] : []
    case 'instrument': return item.value ? [item.value] : []
    case 'project': return [...(item.value ? [item.value] : []), ...item.measures]
    case 'figure': return [item, ...(item.change ? [item.change] : [])]
    case 'meeting': return []
  }
}

type Printing = Stretch & { readonly quantity: Quantity }

/** How far from the passages of an item an amount of it may be printed, in code points. */
const farthest = 300

/** The words of an amount: in a passage of the item, else near it. */
const wordsOf = (quantities: readonly Printing[], { evidence }: Claim, { value, unit }: Amount): readonly Printed[] => {
  const near = evidence.map(({ start, end }) => ({ start: Math.max(0, start - farthest), end: end + farthest }))
  const found = [...evidence, ...near].flatMap((passage) => termsIn(quantities, passage)).find(({ quantity }) => quantity.value === value && quantity.unit === unit)
  return found ? [{ value, unit, words: found.quantity.evidence[0].quote }] : []
}

const withPrinted = ({ reading }: Scene, claims: readonly Claim[]): readonly Claim[] => {
  const quantities = reading.quantities.map((quantity): Printing => ({ start: quantity.evidence[0].start, end: quantity.evidence[0].end, quantity })).toSorted((one, other) => one.start - other.start)
  return claims.map((claim) => {
    const printed = amountsOf(claim.item).flatMap((amount) => wordsOf(quantities, claim, amount))
    return printed.length > 0 ? { ...claim, printed } : claim
  })
}

/** What two states have together, so that each can count it. */
const common = new Set(['turnover', 'bilateral-trade'])

/** The state that a passage names, or else the last one named between another figure, or the start of the paragraph, and it. */
const counterOf = (scene: Scene, { start, end }: Evidence, before: number): string | null => {
  const within = [...new Set(termsIn(scene.states, { start, end }).map(({ key }) => key))]
  return within.length > 0 ? (within.length === 1 ? within[0]! : null) : (termsIn(scene.states, { start: Math.max(paragraphAt(scene, start), before), end: start }).at(-1)?.key ?? null)
}

/** "By the customs of one, trade came to 31; the statistics of the other have 24": values of one thing and one period in one paragraph, each with a state of its own. */
const withSides = (scene: Scene, claims: readonly Claim[]): readonly Claim[] => {
  const figures = claims.filter((claim): claim is Claim<FigureItem> => claim.item.kind === 'figure' && common.has(claim.item.indicator) && claim.item.period !== null).toSorted((one, other) => one.evidence[0].start - other.evidence[0].start)
  const groups = [...Map.groupBy(figures, ({ item, between, evidence: [{ start }] }) => `${item.unit} ${item.period} ${between.join()} ${paragraphAt(scene, start)}`).values()].filter(({ length }) => length > 1)
  const sides = new Map(groups.flatMap((group) => {
    const told = group.map(({ id, evidence: [passage] }, at): readonly [string, string | undefined] => [id, counterOf(scene, passage, group[at - 1]?.evidence[0].end ?? 0)?.slice('state:'.length)])
    const own = new Set(told.flatMap(([, side]) => (side !== undefined && group[0]!.between.includes(side) ? [side] : [])))
    return own.size === group.length ? told : []
  }))
  return claims.map((claim) => { const side = sides.get(claim.id); return side === undefined || claim.item.kind !== 'figure' ? claim : { ...claim, item: { ...claim.item, side } } })
}

/**
 * The claims of one reading, things before the promises about them, and whose business the document is. `terms` are the words of its text,
 * for what a thing is told by.
 */
export const claimsOf = (reading: Reading, terms: readonly Term[], text: string): { readonly claims: readonly Claim[]; readonly between: readonly string[] } => {
  const { named, all } = naming(reading, terms)
  const usual = usualOf(reading, all)
  const scene: Scene = { reading, paragraphs: startsAfter(text, /\n/g), sentences: startsAfter(text, /\p{Sentence_Terminal}\s+|\n/gu), terms, places: namingsOf(reading, named, ['place', 'state'], ({ name }, { quote }) => quote === name), states: namingsOf(reading, named, ['state'], () => true), named, all, usual, idOf: idsOf(reading) }
  const session = sessionOf(reading, scene.idOf)
  const projects = reading.projects.map((one) => projectClaim(scene, one))
  const promises = withWorks(scene, reading.commitments.map((one) => commitmentClaim(scene, one, session)), projects)
  const things = [
    ...reading.meetings.map((one) => meetingClaim(scene, one)),
    ...reading.instruments.map((one) => instrumentClaim(scene, one)),
    ...projects,
    ...withSides(scene, reading.figures.map((one, at) => figureClaim(scene, one, reading.figures[at - 1]))),
  ]
  return { between: usual, claims: withPrinted(scene, withRoutes(scene, [...withField(scene, withPromises(withList(scene, things), promises), promises), ...withNames(scene, promises)])) }
}

import { type Action, type InstrumentType, type MeetingType, type Sector, sectorWithin, type ThreadKind } from '../model/index.ts'
import type { Claim, CommitmentItem, FigureItem, InstrumentItem, Item, MeetingItem, ProjectItem } from './claim.ts'
import { daysBetween, firstDay, lastDay, yearsAfter } from './days.ts'
import { bodies } from './ladders.ts'
import type { Because } from './line.ts'

/** A claim with the day on which its document spoke. */
export type Told = { readonly claim: Claim; readonly said: string }

/**
 * How like two claims are: `sure` joins them until a person parts them, otherwise a person is asked; `alone`: sure only while no other thread is
 * like it too. Null: two things.
 */
export type Likeness = { readonly sure: boolean; readonly alone?: boolean; readonly score: number; readonly because: readonly Because[] }

export type Family = ThreadKind

const tradeOf = (indicator: string, between: readonly string[]): string => (indicator === 'turnover' && between.length === 2 ? 'bilateral-trade' : indicator)

/** The indicator that a figure tells or a promise aims at; null where the words name none. */
export const indicatorOf = ({ item, about, between }: Claim): string | null => {
  if (item.kind === 'figure') return tradeOf(item.indicator, between)
  if (item.kind !== 'commitment' || item.target === null) return null
  const named = about.find((key) => key.startsWith('indicator:'))
  if (named) return tradeOf(named.slice('indicator:'.length), between)
  return about.includes('sector:trade') ? 'bilateral-trade' : null
}

/** What a standing body holds in its turn: a session, or a round that is counted. */
export const isSession = (item: Item): item is MeetingItem => item.kind === 'meeting' && item.mechanism !== null && (item.type === 'session' || item.ordinal !== null)

export const familyOf = (claim: Claim): Family => {
  const { item } = claim
  switch (item.kind) {
    case 'instrument': case 'project': return item.kind
    case 'figure': return 'target'
    case 'meeting': return isSession(item) ? 'mechanism' : 'meeting'
    case 'commitment': return item.about === null && indicatorOf(claim) !== null ? 'target' : 'commitment'
  }
}

const kindOfInstrument: Partial<Record<InstrumentType, string>> = { treaty: 'agreement', protocol: 'agreement', 'working-group': 'committee' }

/** Types that a later text may exchange for each other. */
export const sort = (type: InstrumentType): string => kindOfInstrument[type] ?? type

/** Deeds that a later text may exchange for each other: all say that there shall be more of something. */
const more = new Set<Action>(['strengthen', 'increase', 'facilitate', 'support'])

export const deed = (action: Action): string => (more.has(action) ? 'strengthen' : action)

/** Deeds of works: a promise of one of them is about a project, whether its text names one or not. */
export const ofWorks: ReadonlySet<Action> = new Set(['open', 'complete', 'launch', 'build'])

const promisesWorks = ({ item }: Claim): boolean => item.kind === 'commitment' && item.about === null && ofWorks.has(item.action)

const unitOf = ({ item }: Claim): string => (item.kind === 'figure' ? item.unit : item.kind === 'commitment' ? (item.target?.unit ?? '') : '')

/** A narrow sector is found under the wider one too. */
const both = (key: string): readonly string[] => (widerOf(key) === key ? [key] : [key, widerOf(key)])

/** An event is found with its year and without. */
const eventKeys = (about: readonly string[]): readonly string[] => about.filter(isEvent).flatMap((key) => [key, key.replace(yearly, '')])

const subject = (claim: Claim): readonly string[] => {
  const { item, about } = claim
  switch (item.kind) {
    case 'instrument': return (about.length > 0 ? about.flatMap(both) : ['*']).map((key) => `${sort(item.type)}|${key}`)
    case 'project': return [...(isList(claim as Claim<ProjectItem>) ? ['list'] : []), ...about.flatMap(both)]
    case 'meeting': return familyOf(claim) === 'mechanism' ? [...(about.length > 0 ? about : ['*']), ...(item.ordinal === null ? [] : [`session ${item.ordinal}`])] : [item.type]
    case 'figure': return [`${indicatorOf(claim)}|${item.unit}`]
    case 'commitment':
      if (familyOf(claim) === 'target') return [`${indicatorOf(claim)}|${unitOf(claim)}`]
      return [...eventKeys(about), ...(about.length > 0 ? about.flatMap(both) : ['*']).map((key) => `${deed(item.action)}|${key}`)]
  }
}

/** Indicators that no other text could mean by their name: "the number", "the rate". */
export const unnamed: ReadonlySet<string> = new Set(['other', 'number', 'cost'])

/** A figure whose indicator has no name of its own: it may tell of what its sentence names. */
export const nameless = ({ item }: Claim): boolean => item.kind === 'figure' && unnamed.has(item.indicator)

/** Sums and shares are counts of nothing. */
const counting = (unit: string): boolean => unit !== '%' && !/^[A-Z]{3}$/.test(unit)

const countedKeys = ({ item, about }: Claim): readonly string[] =>
  item.kind !== 'figure' || !counting(item.unit) ? [] : about.filter(isPlace).flatMap((key) => [`target|${key}`, `commitment|strengthen|${key}`, ...[...bodies].map((type) => `instrument|${sort(type)}|${key}`)])

/**
 * The keys under which a claim is found by one that may be about the same thing. Claims without a key in common are never compared. A promise
 * about an instrument or project goes where that goes, and has none, nor has a figure of no named indicator that counts nothing at a named place.
 */
export const keysOf = (claim: Claim): readonly string[] => {
  if (claim.item.kind === 'commitment' && claim.item.about !== null) return []
  const keys = nameless(claim) ? countedKeys(claim) : subject(claim).slice(0, 12).map((key) => `${familyOf(claim)}|${key}`)
  const works = promisesWorks(claim) ? claim.about.flatMap(both).slice(0, 12).map((key) => `project|${key}`) : []
  const events = claim.item.kind === 'meeting' ? eventKeys(claim.about).map((key) => `commitment|${key}`) : []
  return [...new Set([...keys, ...works, ...events])].map((key) => `${claim.between.join('+')}|${key}`)
}

const because = (code: string, says: string): Because => ({ code, says })

const prefixOf = (key: string): string => key.slice(0, key.indexOf(':'))
const isName = (key: string): boolean => !['word', 'sector', 'indicator', 'place', 'thing'].includes(prefixOf(key))
export const isEvent = (key: string): boolean => prefixOf(key) === 'event'
const isSector = (key: string): boolean => prefixOf(key) === 'sector'
const isPlace = (key: string): boolean => prefixOf(key) === 'place'

/** A name or a place: what tells a thing in every language. */
export const isTelling = (key: string): boolean => isName(key) || isPlace(key)
const label = (keys: readonly string[]): string => keys.map((key) => key.slice(key.indexOf(':') + 1)).join(', ')

type Overlap = { readonly shared: readonly string[]; readonly least: number; readonly most: number }

const widerOf = (key: string): string => (key.startsWith('sector:') ? `sector:${sectorWithin[key.slice('sector:'.length) as Sector] ?? key.slice('sector:'.length)}` : key)

const yearly = /-\d{4}$/

/** An event that is held in many years is named with the year or without. */
const sameFair = (one: string, other: string): boolean => isEvent(one) && isEvent(other) && yearly.test(one) !== yearly.test(other) && one.replace(yearly, '') === other.replace(yearly, '')

/** Whether two keys may mean one thing: the same, a sector and the wider one that it is part of, an event with its year and without. */
const meets = (one: string, other: string): boolean => one === other || widerOf(one) === other || widerOf(other) === one || sameFair(one, other)

export const has = (keys: readonly string[], key: string): boolean => keys.some((one) => meets(one, key))

/** A field is one key, however many of its sectors a text names: the wider ones that stand beside narrower ones say nothing more. */
const narrowed = (keys: readonly string[]): readonly string[] => keys.filter((key) => !keys.some((other) => other !== key && widerOf(other) === key))

const overlapOf = (all: readonly string[], others: readonly string[]): Overlap => {
  const [one, other] = [narrowed(all), narrowed(others)]
  const shared = one.filter((key) => has(other, key))
  return { shared, least: Math.min(one.length, other.length), most: one.length + other.length - shared.length }
}

const disjoint = (one: readonly string[], other: readonly string[], of: (key: string) => boolean): boolean => {
  const [mine, theirs] = [one.filter(of), other.filter(of)]
  return mine.length > 0 && theirs.length > 0 && !mine.some((key) => has(theirs, key))
}

const local = 'sector:border-and-local'

/** Different names, places, fields or levels are different things, however alike the rest sounds. */
export const conflict = (one: readonly string[], other: readonly string[]): boolean =>
  disjoint(one, other, isName) || disjoint(one, other, isPlace) || disjoint(one, other, isSector) ||
  (one.includes(local) !== other.includes(local) && !one.some((key) => other.includes(key)))

const sameWords = ({ shared }: Overlap): Because => because('same-words', `both are told by ${label(shared)}`)

/** One is named by most of the words of the other: a later text usually names a thing in fewer words. */
const contained = ({ shared, least }: Overlap, share = 0.6): boolean => least > 0 && shared.length / least >= share

const done = new Set(['signed', 'in-force', 'established', 'ended'])

/** A thing that was done already is not promised anew: what is promised later under its name may be another. */
const promisedAgain = (earlier: InstrumentItem, later: InstrumentItem): boolean => done.has(earlier.status) && (later.status === 'proposed' || later.status === 'agreed')

const twoDates = (one: InstrumentItem, other: InstrumentItem): boolean =>
  one.date !== null && other.date !== null && ((firstDay(one.date) ?? '') > (lastDay(other.date) ?? '') || (firstDay(other.date) ?? '') > (lastDay(one.date) ?? ''))

/** Both are told as done on days that may be one, and one of the texts looks back at it after a year or more. */
const lookedBack = (one: InstrumentItem, other: InstrumentItem, said: string): boolean =>
  done.has(one.status) && one.status === other.status && one.date !== null && other.date !== null && !twoDates(one, other) && said > yearsAfter(lastDay(one.date) ?? said, 1)

const instruments = (one: Told & { claim: Claim<InstrumentItem> }, other: Told & { claim: Claim<InstrumentItem> }): Likeness | null => {
  const [a, b] = [one.claim.item, other.claim.item]
  if (sort(a.type) !== sort(b.type)) return null
  if ((a.count ?? 1) > 1 || (b.count ?? 1) > 1) {
    if (a.count !== b.count || daysBetween(one.said, other.said) > 7) return null
    return { sure: true, score: 1, because: [because('same-count', `both tell of ${a.count} in the same days`)] }
  }
  const overlap = overlapOf(one.claim.about, other.claim.about)
  if (overlap.shared.length === 0 || conflict(one.claim.about, other.claim.about)) return null
  const [earlier, later] = one.said <= other.said ? [a, b] : [b, a]
  const doubt = promisedAgain(earlier, later) ? because('promised-again', 'the earlier text has it done, the later one promises it') : twoDates(a, b) ? because('two-dates', 'the two were done on different dates') : null
  const known = contained(overlap) || overlap.shared.some(isName)
  const again = !known && lookedBack(a, b, one.said < other.said ? other.said : one.said)
  const sure = (known || again) && doubt === null
  if (doubt && !known) return null
  return { sure, alone: again, score: overlap.shared.length / overlap.most, because: [because('same-type', `both are of the type ${a.type}`), sameWords(overlap), ...(again ? [because('same-date', `both were ${a.status} at the same time`)] : []), ...(doubt ? [doubt] : [])] }
}

/** By what a set is told that is named without its number. */
export const listKey = 'thing:project-list'

/** By what the rest of a set is told. */
export const restKey = 'thing:remainder'

/** A set that is counted, or named as one: an early-harvest list, a short list. */
const isList = ({ item: { count }, about }: Claim<ProjectItem>): boolean => (count !== null && count > 1) || about.includes(listKey)

/** A counted list that is counted differently later is one list, redrawn; how far the number may move before a person is asked. */
const redrawn = 1.3

/** "Four of the list of 51": of how many the counted ones are, where the passage says it. */
const wholeOf = ({ item: { count, measures } }: Claim<ProjectItem>): number | null => measures.find(({ unit, value }) => unit === 'project' && value > (count ?? 0))?.value ?? null

/** How many the list has that a count speaks of. */
const sizeOf = (one: Claim<ProjectItem>): number | null => wholeOf(one) ?? one.item.count

/** Counts of members of a list, or of a list being worked off, are not the count of the list, unless that is told with them. */
const ofMembers = (one: Claim<ProjectItem>): boolean => (one.item.partOf !== null || one.item.stage === 'completed' || one.item.stage === 'launched') && wholeOf(one) === null

const countsFit = (one: Claim<ProjectItem>, other: Claim<ProjectItem>): boolean => {
  const [a, b] = [sizeOf(one), sizeOf(other)]
  if (a === null || b === null) return true
  return Math.min(a, b) >= 10 && Math.max(a, b) / Math.min(a, b) <= redrawn
}

const ofList = (one: Claim<ProjectItem>): string => (sizeOf(one) === null ? 'a list' : `a list of ${sizeOf(one)}`)

const lists = (one: Claim<ProjectItem>, other: Claim<ProjectItem>): Likeness | null => {
  if (ofMembers(one) || ofMembers(other) || !countsFit(one, other) || disjoint(one.about, other.about, isName) || disjoint(one.about, other.about, isSector)) return null
  const overlap = overlapOf(one.about, other.about)
  return { sure: true, score: 0.5 + overlap.shared.length / 10, because: [because('list-redrawn', `${ofList(one)}, elsewhere ${ofList(other)}, of the same parties`), ...(overlap.shared.length > 0 ? [sameWords(overlap)] : [])] }
}

const sameMeasure = (one: ProjectItem, other: ProjectItem): boolean =>
  one.measures.some((measure) => measure.value > 1 && other.measures.some(({ unit, value }) => unit === measure.unit && value === measure.value))

const projects = (one: Claim<ProjectItem>, other: Claim<ProjectItem>): Likeness | null => {
  if (isList(one) && isList(other)) return lists(one, other)
  if (isList(one) !== isList(other)) return null
  const overlap = overlapOf(one.about, other.about)
  if (overlap.shared.length === 0 || conflict(one.about, other.about)) return null
  const telling = overlap.shared.some((key) => prefixOf(key) !== 'sector')
  const measured = sameMeasure(one.item, other.item)
  const sure = (contained(overlap) && telling && (overlap.shared.length > 1 || overlap.least === 1)) || (measured && telling)
  if (!sure && !telling) return null
  return { sure, score: overlap.shared.length / overlap.most + (measured ? 1 : 0), because: [sameWords(overlap), ...(measured ? [because('same-measure', 'a measure of theirs is the same')] : [])] }
}

/** What is told of as having been due on a day that was past is a plan made before. */
const pastPlan = ({ claim: { item }, said }: Told): boolean => item.kind === 'commitment' && (lastDay(item.deadline) ?? '9') < said

/** A promise of works and the project that it is about: told alike by a field and a word of what is built; or a past plan, told by nothing else, of the only project that it can be. */
const works = (promise: Told, { claim: project }: Told): Likeness | null => {
  const { about } = promise.claim
  const overlap = overlapOf(about, project.about)
  const fields = fieldsOf(overlap.shared).length > 0
  if (!fields || isList(project as Claim<ProjectItem>) || conflict(about, project.about)) return null
  const alone = pastPlan(promise) && overlap.shared.length === narrowed(about).length
  const alike = overlap.shared.some((key) => prefixOf(key) === 'word') && contained(overlap)
  if (!alone && !alike) return null
  return { sure: true, alone: !alike, score: overlap.shared.length / overlap.most, because: [...(alike ? [] : [because('past-plan', 'what was due on a past day was planned before, and this is the only project that it can be')]), sameWords(overlap)] }
}

const bearers = (parties: CommitmentItem['parties']): readonly string[] => parties.map(({ key }) => key)

/** The same parties, or the parties of one among those of the other. */
const sameBearers = (one: CommitmentItem, other: CommitmentItem): boolean => {
  const [few, many] = [bearers(one.parties), bearers(other.parties)].toSorted((a, b) => a.length - b.length) as [readonly string[], readonly string[]]
  return few.every((key) => many.includes(key))
}

/** Whatever the parties promise about a named event is one undertaking: to support it, to build a pavilion, to come. Who meets there has come. */
const sameEvent = ({ claim: one, said }: Told, { claim: other, said: later }: Told): Likeness | null => {
  const event = one.about.find((key) => isEvent(key) && has(other.about, key))
  const year = yearOf([...one.about, ...other.about])
  if (event === undefined || (!other.about.includes(event) && year !== null && (said > `${year}-12-31` || later > `${year}-12-31`))) return null
  return { sure: true, score: 1, because: [because('same-event', `both are about ${label([event])}`)] }
}

/** The year of a named event; null where none is told by its year. */
export const yearOf = (about: readonly string[]): string | null => about.find((key) => isEvent(key) && yearly.test(key))?.slice(-4) ?? null

/** Meetings that name the event at which they are; talks name the one that they are about. */
const atPlace: ReadonlySet<MeetingType> = new Set(['visit', 'summit', 'forum', 'ceremony', 'other'])

/** A promise about an event, or a meeting that was held at it. */
const atEvent = ({ item, about }: Claim): boolean =>
  about.some(isEvent) && (item.kind === 'meeting' ? item.status === 'held' && atPlace.has(item.type) && !isSession(item) : item.kind === 'commitment' && item.about === null)

/** A name or place, and a field or word beside it, are enough to know a promise again. */
const telling = ({ shared }: Overlap): boolean => shared.length > 1 && shared.some(isTelling)

const commitments = (one: Told & { claim: Claim<CommitmentItem> }, other: Told & { claim: Claim<CommitmentItem> }): Likeness | null =>
  sameEvent(one, other) ?? sameDeed(one.claim, other.claim)

/** Deeds that are told by a name alone: to align with a programme. */
const nameAlone = ({ item }: Claim<CommitmentItem>, { shared }: Overlap): boolean => item.action === 'align' && shared.some(isName)

export const fieldsOf = (keys: readonly string[]): readonly string[] => narrowed(keys.filter((key) => key.startsWith('sector:'))).toSorted()

/** No more fields than this are one field of cooperation; longer lists are told anew each time. */
const fewFields = 2

/** To strengthen cooperation in a field is one promise, in whatever words it is said again. */
const sameField = (one: Claim<CommitmentItem>, other: Claim<CommitmentItem>): boolean => {
  const [mine, theirs] = [fieldsOf(one.about), fieldsOf(other.about)]
  return deed(one.item.action) === 'strengthen' && mine.length > 0 && mine.length <= fewFields && mine.join() === theirs.join()
}

const sameDeed = (one: Claim<CommitmentItem>, other: Claim<CommitmentItem>): Likeness | null => {
  if (deed(one.item.action) !== deed(other.item.action) || one.item.polarity !== other.item.polarity || !sameBearers(one.item, other.item)) return null
  const overlap = overlapOf(one.about, other.about)
  if (one.about.length === 0 && other.about.length === 0) return { sure: true, score: 0.5, because: [because('same-deed', 'both promise the same in general and name no field')] }
  if (overlap.shared.length === 0 || conflict(one.about, other.about)) return null
  const share = overlap.shared.length / overlap.most
  const sure = share >= 0.5 || telling(overlap) || (overlap.shared.length > 1 && contained(overlap, 0.75)) || nameAlone(one, overlap) || sameField(one, other)
  if (!sure && share < 0.34) return null
  return { sure, score: share, because: [because('same-deed', `both promise to ${deed(one.item.action)}`), sameWords(overlap)] }
}

const targets = (one: Claim, other: Claim): Likeness | null =>
  indicatorOf(one) === indicatorOf(other) && unitOf(one) === unitOf(other)
    ? { sure: true, score: 1, because: [because('same-indicator', `both tell of ${indicatorOf(one)} in ${unitOf(one)}`)] } : null

/** Reports of one session come within days, in whatever language and under whatever name of the committee. */
const sameSession = (one: Told, other: Told): boolean => {
  const [a, b] = [one.claim.item as MeetingItem, other.claim.item as MeetingItem]
  return a.ordinal !== null && a.ordinal === b.ordinal && a.status === b.status && daysBetween(one.said, other.said) <= 7
}

const mechanisms = (one: Told, other: Told): Likeness | null => {
  if (sameSession(one, other)) return { sure: true, score: 1, because: [because('same-session', `both tell of session ${(one.claim.item as MeetingItem).ordinal} in the same days`)] }
  const overlap = overlapOf(one.claim.about, other.claim.about)
  if (overlap.shared.length < overlap.least || (overlap.least === 0 && overlap.most > 0)) return null
  return { sure: overlap.shared.length === overlap.most, score: 1, because: [because('same-body', overlap.most > 0 ? `both are sessions of ${label(overlap.shared)}` : 'both are sessions of the committee of the same parties')] }
}

const overlapping = (one: string, other: string): boolean =>
  (firstDay(one) ?? '9') <= (lastDay(other) ?? '0') && (firstDay(other) ?? '9') <= (lastDay(one) ?? '0')

const within = (from: string, to: string, years: number): boolean => {
  const [start, end] = [lastDay(from), firstDay(to)]
  return start !== null && end !== null && end >= (firstDay(from) ?? start) && end <= yearsAfter(start, years)
}

const peopleOf = ({ participants }: MeetingItem): readonly string[] => participants.map(({ entity }) => entity.key)

/** How many days after its last day a meeting is still reported without its date. */
const reportDays = 7

const reportedAfter = (plan: MeetingItem, held: Told & { readonly claim: Claim<MeetingItem> }): boolean => {
  const [first, last] = [firstDay(plan.date), lastDay(plan.date)]
  const { place, date } = held.claim.item
  return first !== null && last !== null && daysBetween(first, last) <= reportDays && date === null && plan.place !== null && plan.place.key === place?.key && held.said >= first && (held.said <= last || daysBetween(last, held.said) <= reportDays)
}

const meetings = (one: Told & { claim: Claim<MeetingItem> }, other: Told & { claim: Claim<MeetingItem> }): Likeness | null => {
  const [a, b] = [one.claim.item, other.claim.item]
  if (a.type !== b.type || (a.place && b.place && a.place.key !== b.place.key)) return null
  const [people, others] = [peopleOf(a), peopleOf(b)]
  if (disjoint(people, others, () => true)) return null
  const person = people.find((key) => others.includes(key))
  if (a.date && b.date) return overlapping(a.date, b.date) ? { sure: true, score: 1, because: [because('same-date', 'the same sort of meeting of the same parties at the same time')] } : null
  const [plan, held] = a.status === 'scheduled' ? [one, other] : [other, one]
  if (plan.claim.item.status !== 'scheduled' || held.claim.item.status !== 'held') return null
  const at = (held.claim.item as MeetingItem).date ?? held.said
  if (!within(plan.said, at, 1)) return null
  if (reportedAfter(plan.claim.item as MeetingItem, held)) return { sure: true, score: 0.9, because: [because('reported', 'the same sort of meeting at the same place, reported within days of the day that was announced')] }
  return { sure: person !== undefined, score: person ? 0.8 : 0.4, because: [because('announced', 'announced in one text, held within a year in the other'), ...(person ? [because('same-person', `both name ${label([person])}`)] : [])] }
}

type Pair = readonly [Told, Told]

/** What a number may be told of: another such number of its unit, a promise that there shall be more of something, a body that is used. */
const counts = (one: Claim, other: Claim): boolean => {
  const { item } = other
  switch (item.kind) {
    case 'figure': return nameless(one) && nameless(other) && unitOf(one) === unitOf(other)
    case 'commitment': return item.about === null && item.target === null && deed(item.action) === 'strengthen'
    case 'instrument': return bodies.has(item.type)
    case 'meeting': case 'project': return false
  }
}

const numbers = (one: Claim, other: Claim): Likeness | null => {
  const [number, thing] = nameless(one) ? [one, other] : [other, one]
  if (!counting(unitOf(number)) || !counts(number, thing) || conflict(one.about, other.about)) return null
  const { shared, most } = overlapOf(one.about, other.about)
  if (!shared.some(isPlace) || fieldsOf(shared).length === 0) return null
  return { sure: true, score: shared.length / most, because: [because('counted', `a number of what is told by ${label(shared)}`)] }
}

/** How like two claims of different documents are; parties, sort and at least one key must be the same. */
export const alike = (...[one, other]: Pair): Likeness | null => {
  if (one.claim.between.join('+') !== other.claim.between.join('+')) return null
  if (nameless(one.claim) || nameless(other.claim)) return numbers(one.claim, other.claim)
  const family = familyOf(one.claim)
  if (promisesWorks(one.claim) && other.claim.item.kind === 'project') return works(one, other)
  if (promisesWorks(other.claim) && one.claim.item.kind === 'project') return works(other, one)
  if (atEvent(one.claim) && atEvent(other.claim) && family !== familyOf(other.claim)) return sameEvent(one, other)
  if (family !== familyOf(other.claim)) return null
  switch (family) {
    case 'instrument': return instruments(one as Told & { claim: Claim<InstrumentItem> }, other as Told & { claim: Claim<InstrumentItem> })
    case 'project': return projects(one.claim as Claim<ProjectItem>, other.claim as Claim<ProjectItem>)
    case 'target': return targets(one.claim as Claim<CommitmentItem | FigureItem>, other.claim)
    case 'mechanism': return mechanisms(one, other)
    case 'meeting': return meetings(one as Told & { claim: Claim<MeetingItem> }, other as Told & { claim: Claim<MeetingItem> })
    case 'commitment': return commitments(one as Told & { claim: Claim<CommitmentItem> }, other as Told & { claim: Claim<CommitmentItem> })
  }
}

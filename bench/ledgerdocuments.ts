import { hash } from 'node:crypto'
import { type Action, actions, forces, type InstrumentType, sectors } from '../src/model/index.ts'
import type { Claim, CommitmentItem, FigureItem, InstrumentItem, Item, MeetingItem, Named, ProjectItem } from '../src/ledger/index.ts'
import type { Recording } from '../src/store/index.ts'

/** Changes whenever the same number would give another document: ledgers that were built from others are not used again. */
export const edition = 1

/** How many claims a document makes, how many documents two states exchange, how many claims speak of one thing: all on average. */
export const [claimsEach, documentsEach, claimsOfThing] = [15, 4, 3] as const

const codes = `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM
FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV
MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US
UY UZ VA VC VE VN VU WS YE ZA ZM ZW`.split(/\s/)

const nameOf = new Intl.DisplayNames(['ar'], { type: 'region' })

/** A number from 0 to 1 that follows from some whole numbers alone: the millionth document is made without those before it. */
const chance = (...of: readonly number[]): number => {
  let mixed = 0x9e3779b9
  for (const one of of) {
    mixed = Math.imul(mixed ^ one, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    mixed ^= mixed >>> 16
  }
  return (mixed >>> 0) / 2 ** 32
}

const among = <T>(all: readonly T[], share: number): T => all[Math.floor(share * all.length)]!

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']

/** One of any number of words, none of which says anything. */
const word = (number: number): string => Array.from({ length: 3 + Math.floor(chance(number, 1) * 3) }, (_, at) => among(letters, chance(number, 2, at))).join('')

/** A word of running text: some are frequent, most are rare. */
const running = (...of: readonly number[]): string => word(Math.floor(20_000 * chance(...of) ** 3))

/** The world of one ledger: how many documents it has in the end, and how many pairs of states they are about. */
type World = { readonly documents: number; readonly pairs: number }

const worldOf = (claims: number): World => {
  const documents = Math.ceil(claims / claimsEach)
  return { documents, pairs: Math.max(20, Math.round(documents / documentsEach)) }
}

/** Pairs are skewed: the first has the most documents, the last hardly any. */
const skew = 0.3

const shareOf = (pair: number, { pairs }: World): number => ((pair + 1) / pairs) ** skew - (pair / pairs) ** skew

const statesOf = (pair: number): readonly string[] => {
  const one = Math.floor(codes.length * chance(pair, 3) ** 2)
  const other = Math.floor((codes.length - 1) * chance(pair, 4))
  return [codes[one]!, codes[other >= one ? other + 1 : other]!].toSorted()
}

const stateNamed = (code: string): Named => ({ key: `state:${code}`, type: 'state', name: nameOf.of(code)!, code })

const day = (from: string, days: number): string => new Date(Date.parse(from) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)

const [begin, years] = ['2004-01-01', 22] as const

/** The first documents were said from 2004 to 2025, those that come to the ledger after them in 2026. */
const saidOn = (number: number, { documents }: World): string =>
  number < documents ? day(begin, (number / documents) * years * 365.25) : day('2026-01-01', chance(number, 5) * 300)

/** A thing that two states speak of. `age`: how far it has come when it is spoken of, from 0 to 1. */
type Thing = { readonly pair: number; readonly number: number; readonly age: number }

const of = ({ pair, number }: Thing, what: number): number => chance(pair, number, what)

/**
 * The things of a document. A pair has a few new things in each of its documents and speaks of each for three years, so that a thing is
 * spoken of as often as `claimsOfThing` says, whatever the number of documents.
 */
const thingsOf = (document: number, pair: number, world: World): readonly Thing[] => {
  const each = claimsEach / claimsOfThing
  const share = shareOf(pair, world)
  const born = Math.floor(document * share * each)
  const alive = Math.max(4 * claimsEach, Math.round(each * share * world.documents * (3 / years)))
  const all = Array.from({ length: claimsEach }, (_, at): Thing => {
    const back = Math.floor(alive * chance(document, 6, at))
    return { pair, number: born - back, age: back / alive }
  })
  return [...new Map(all.map((thing) => [thing.number, thing])).values()]
}

const sectorOf = (thing: Thing) => among(sectors.slice(0, 20), of(thing, 1))

const kinds = ['instrument', 'project', 'commitment', 'figure', 'mechanism', 'meeting'] as const
const upTo = [0.23, 0.36, 0.78, 0.9, 0.94, 1] as const

const kindOf = (thing: Thing): (typeof kinds)[number] => kinds[upTo.findIndex((limit) => of(thing, 2) < limit)]!

/** What a thing is told by: its field, one of twenty words of its kind, two of its own, and sometimes a name. A later text may leave out one. */
const aboutOf = (thing: Thing, document: number): readonly string[] => {
  const own = [`word:${word(100_000 + Math.floor(of(thing, 3) * 1e6))}`, `word:${word(100_000 + Math.floor(of(thing, 4) * 1e6))}`]
  const named = of(thing, 5) < 0.7 ? [`${kindOf(thing) === 'project' ? 'place' : 'programme'}:${word(2_000_000 + Math.floor(of(thing, 6) * 1e6))}`] : []
  const all = [`sector:${sectorOf(thing)}`, `word:${kindOf(thing)}-${Math.floor(of(thing, 7) * 20)}`, ...own, ...named]
  return chance(document, thing.number, 8) < 0.2 ? all.filter((_, at) => at !== 3) : all
}

const instrumentTypes: readonly InstrumentType[] = ['agreement', 'memorandum', 'protocol', 'plan', 'working-group', 'centre', 'fund']
const deeds: readonly Action[] = actions.filter((action) => action !== 'other')

/** A day up to some years after a text, or none. */
const later = (said: string, share: number): string | null => (share < 0.5 ? null : day(said, (share - 0.5) * 2 * 1500))

const instrument = (thing: Thing, said: string, parties: readonly Named[], name: string): InstrumentItem => ({
  kind: 'instrument', type: among(instrumentTypes, of(thing, 10)), status: thing.age < 0.5 ? 'proposed' : thing.age < 0.7 ? 'agreed' : thing.age < 0.9 ? 'signed' : 'in-force',
  name, count: null, parties, date: thing.age >= 0.7 ? said : null, value: of(thing, 11) < 0.1 ? { value: Math.ceil(of(thing, 12) * 500) * 1e6, unit: 'USD' } : null,
})

const project = (thing: Thing, said: string, name: string): ProjectItem => ({
  kind: 'project', name, count: null, stage: thing.age < 0.3 ? 'planned' : thing.age < 0.7 ? 'under-construction' : thing.age < 0.9 ? 'launched' : 'completed', sectors: [sectorOf(thing)],
  place: null, operator: null, measures: [], value: null, startBy: thing.age < 0.3 ? later(said, of(thing, 13)) : null, endBy: later(said, of(thing, 14)), partOf: null,
})

const commitment = (thing: Thing, said: string, parties: readonly Named[], object: string): CommitmentItem => ({
  kind: 'commitment', force: among(forces, of(thing, 15)), polarity: 'will', action: among(deeds, of(thing, 16)), object, entities: [], speaker: null, parties, sectors: [sectorOf(thing)],
  deadline: of(thing, 17) < 0.2 ? 'asap' : later(said, of(thing, 18)), target: null, place: null, condition: null, point: null, about: null, session: null,
})

const indicators = ['turnover', 'investment', 'tourists', 'students', 'output', 'flights', 'exports', 'imports', 'loans', 'capacity']
const units = ['USD', 'EUR', 'CNY', '%', 't', 'MW', 'km', 'm3', 'bbl', 'people', 'ha', 'GWh', 'm', 'l', 'kg', 'MJ', 'd', 'a', 'GB', 'AED']

const figure = (thing: Thing, said: string, document: number, parties: readonly Named[]): FigureItem => ({
  kind: 'figure', indicator: `${among(indicators, of(thing, 19))}-${Math.floor(of(thing, 20) * 20)}`, value: Math.ceil(chance(document, thing.number, 21) * 1000), unit: among(units, of(thing, 22)),
  period: said.slice(0, 4), change: null, parties,
})

const meeting = (thing: Thing, said: string, document: number, parties: readonly Named[]): MeetingItem => ({
  kind: 'meeting', type: kindOf(thing) === 'mechanism' ? 'session' : 'talks', ordinal: null, place: null, date: said, participants: [], parties, stated: null,
  mechanism: kindOf(thing) === 'mechanism' ? { key: `body:${word(3_000_000 + Math.floor(of(thing, 23) * 1e6))}`, type: 'body', name: running(document), code: null } : null,
  status: chance(document, thing.number, 24) < 0.1 ? 'scheduled' : 'held',
})

const itemOf = (thing: Thing, said: string, document: number, parties: readonly Named[], quote: string): Item => {
  switch (kindOf(thing)) {
    case 'instrument': return instrument(thing, said, parties, quote)
    case 'project': return project(thing, said, quote)
    case 'commitment': return commitment(thing, said, parties, quote)
    case 'figure': return figure(thing, said, document, parties)
    case 'mechanism': case 'meeting': return meeting(thing, said, document, parties)
  }
}

const toldBy = (item: Item, thing: Thing, document: number): readonly string[] => {
  switch (item.kind) {
    case 'figure': return [`indicator:${item.indicator}`]
    case 'meeting': return item.mechanism ? [item.mechanism.key] : []
    default: return aboutOf(thing, document)
  }
}

/** Words from a place of a document on. */
const words = (document: number, from: number, count: number): string => Array.from({ length: count }, (_, at) => running(document, 25, from + at)).join(' ')

const wordsEach = 12

const identifier = (document: string, at: number): string => hash('sha256', `${document} ${at}`).slice(0, 12)

type Scene = { readonly document: number; readonly sha256: string; readonly said: string; readonly between: readonly string[]; readonly parties: readonly Named[] }

const claimOf = ({ document, sha256, said, between, parties }: Scene, thing: Thing, at: number, start: number): Claim => {
  const quote = words(document, at * wordsEach, wordsEach)
  const item = itemOf(thing, said, document, parties, quote)
  return { id: identifier(sha256, at), document: sha256, item, about: toldBy(item, thing, document), between, evidence: [{ start, end: start + quote.length, quote, rule: `bench.${item.kind}` }] }
}

/** What some promises do: the same passage names the instrument or project that they are about. */
const promiseOf = ({ document, sha256, said, parties }: Scene, thing: Thing, about: Claim, at: number): Claim => {
  const quote = about.evidence[0].quote
  const item: CommitmentItem = { ...commitment(thing, said, parties, quote), action: about.item.kind === 'project' ? 'build' : 'sign', about: about.id }
  return { ...about, id: identifier(sha256, at), item, about: aboutOf(thing, document) }
}

/** The claims of a document, things before the promises about them as the reader has them; each begins where the one before ended. */
const claimsOf = (scene: Scene, things: readonly Thing[]): readonly Claim[] => {
  let start = 0
  const told = things.map((thing, at) => {
    const claim = claimOf(scene, thing, at, start)
    start = claim.evidence[0].end + 2
    return { thing, claim }
  })
  const promised = told.filter(({ thing, claim: { item } }) => (item.kind === 'instrument' || item.kind === 'project') && thing.age < 0.5 && of(thing, 26) < 0.4)
  return [...told.map(({ claim }) => claim), ...promised.map(({ thing, claim }, at) => promiseOf(scene, thing, claim, told.length + at))]
}

/** Documents of a ledger that has so many claims when the first `count` are recorded; those after them come to it as news. */
export const documentsFor = (claims: number): { readonly count: number; readonly recording: (number: number) => Recording } => {
  const world = worldOf(claims)
  return {
    count: world.documents,
    recording: (number) => {
      const pair = Math.floor(world.pairs * chance(number, 27) ** (1 / skew))
      const [between, said, sha256] = [statesOf(pair), saidOn(number, world), hash('sha256', `bench ${edition} ${claims} ${number}`)]
      const made = claimsOf({ document: number, sha256, said, between, parties: between.map(stateNamed) }, thingsOf(number, pair, world))
      const text = made.map(({ evidence }) => evidence[0].quote).join('. ')
      const source = { kind: 'source', sha256, name: `document ${number}`, language: 'ar', outlet: null, between, text } as const
      return { source, said, by: { kind: 'program', name: 'bench/1' }, claims: made, keys: [...new Set(text.split(/[ .]+/).flatMap((one) => [one, one.slice(1)]))] }
    },
  }
}

import type { Claim, Item } from './api.ts'

/** What a field of an item may be given: a date, a number, words, or a code of a list whose names stand under `list`. */
export type Kind = { readonly is: 'date' | 'number' | 'text' } | { readonly is: 'code'; readonly list: string; readonly codes: readonly string[] }

const code = (list: string, codes: string): Kind => ({ is: 'code', list, codes: codes.split(' ') })
const [date, number, text]: readonly [Kind, Kind, Kind] = [{ is: 'date' }, { is: 'number' }, { is: 'text' }]

/** The fields that a person may read otherwise, by kind of item. */
export const fields: Readonly<Record<Item['kind'], Readonly<Record<string, Kind>>>> = {
  meeting: { type: code('value', 'session talks visit summit forum call ceremony other'), status: code('step', 'held scheduled'), ordinal: number, date },
  commitment: {
    force: code('force', 'agreed pledged planned offered urged hoped considered'),
    action: code('action', 'strengthen align establish sign draft negotiate build launch complete finance study facilitate increase open hold host exchange support implement coordinate protect reduce other'),
    polarity: code('value', 'will will-not'), object: text, deadline: text, condition: text, point: number,
  },
  instrument: { type: code('value', 'agreement memorandum treaty protocol plan guidelines statement contract list committee working-group centre fund other'), status: code('step', 'proposed agreed signed in-force established ended existing'), name: text, count: number, date },
  project: { name: text, stage: code('step', 'proposed planned under-construction launched completed suspended cancelled'), count: number, startBy: date, endBy: date },
  figure: { indicator: text, value: number, unit: text, period: date },
}

/** What an item that a person reads begins as. */
export const usual: Readonly<Record<Item['kind'], Readonly<Record<string, string>>>> = {
  meeting: { type: 'talks', status: 'held' }, commitment: { force: 'agreed', action: 'other', polarity: 'will' }, instrument: { type: 'agreement', status: 'signed' }, project: { stage: 'planned' }, figure: {},
}

const edtf = /^\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?)?$/

/** The fields whose text is not what they must be. */
export const wrong = (kind: Item['kind'], values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(fields[kind]).filter(([name, { is }]) => {
    const value = values[name] ?? ''
    return value !== '' && ((is === 'date' && !edtf.test(value)) || (is === 'number' && !Number.isFinite(Number(value))))
  }).map(([name]) => name)

/** The values of an item as texts. */
export const valuesOf = (item: Item): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(fields[item.kind]).map((name) => [name, item[name] === null || item[name] === undefined ? '' : String(item[name])]))

/** What differs between the values before and after. */
export const changesOf = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value))

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an item is about, in the words of its document. */
export const gistOf = ({ item, evidence }: Pick<Claim, 'item' | 'evidence'>): string => {
  const mechanism = item['mechanism'] as { readonly name: string } | null | undefined
  const said = item.kind === 'commitment' ? words(item['object']) : item.kind === 'meeting' ? (mechanism?.name ?? '') : item.kind === 'figure' ? '' : words(item['name'])
  return said.trim() || (evidence[0]?.quote ?? '')
}

/** The claim whose passage is the shortest that covers a place. */
export const claimAt = (claims: readonly Claim[], at: number): Claim | null => {
  const covering = claims.flatMap((claim) => claim.evidence.filter(({ start, end }) => start <= at && at < end).map(({ start, end }) => ({ claim, length: end - start })))
  return covering.toSorted((one, other) => one.length - other.length)[0]?.claim ?? null
}

/** Claims in the order of the text. */
export const inOrder = (claims: readonly Claim[]): readonly Claim[] =>
  claims.toSorted((one, other) => (one.evidence[0]?.start ?? 0) - (other.evidence[0]?.start ?? 0) || (other.evidence[0]?.end ?? 0) - (one.evidence[0]?.end ?? 0))

import { amended, type Author, type Change, type Claim, claimsOf, type Item, type Line, Misuse, Unknown } from '../ledger/index.ts'
import type { Entity, Evidence, Evidences, Reading, Term } from '../model/index.ts'
import { study } from '../reader/index.ts'
import type { Ledger, Opened } from '../store/index.ts'

/** What a person read in a passage: which kind of item it tells of, from which code point to which, and the values that are not the usual ones. */
export type Handmade = { readonly kind: Item['kind']; readonly start: number; readonly end: number; readonly changes: readonly Change[] }

/** The number that no item of the program has. */
const number = 0

/** Items that a passage may hold; each begins as the plainest of its kind. */
type Plain = Pick<Reading, 'meetings' | 'commitments' | 'instruments' | 'projects' | 'figures'>

const inside = ({ start, end }: Pick<Evidence, 'start' | 'end'>) => ({ evidence }: { readonly evidence: Evidences }): boolean => evidence.some((one) => one.start >= start && one.end <= end)

const idsOf = (entities: readonly Entity[], ...types: readonly Entity['type'][]): readonly string[] => entities.filter(({ type }) => types.length === 0 || types.includes(type)).map(({ id }) => id)

/** The plainest item of a kind that a passage can tell, with what the program saw in the passage: states, a date, an amount. */
const plain = (reading: Reading, kind: Item['kind'], passage: Evidence): Partial<Plain> => {
  const evidence: Evidences = [passage]
  const within = inside(passage)
  const entities = reading.entities.filter(within)
  const parties = idsOf(entities, 'state')
  const time = reading.times.find(within)
  const amount = reading.quantities.find((one) => within(one) && one.value !== null) ?? null
  switch (kind) {
    case 'meeting': return { meetings: [{ id: `m${number}`, type: 'other', mechanism: null, ordinal: null, place: null, date: time?.edtf ?? null, status: 'held', participants: [], parties, stated: null, evidence }] }
    case 'commitment': return { commitments: [{
      id: `c${number}`, force: 'agreed', polarity: 'will', action: 'other', object: passage.quote, entities: idsOf(entities), speaker: null, parties, sectors: [], deadline: time?.edtf ?? time?.hedge ?? null,
      target: amount && { value: amount.value!, unit: amount.unit, per: amount.per }, place: null, condition: null, instrument: null, project: null, point: null, evidence,
    }] }
    case 'instrument': return { instruments: [{ id: `i${number}`, type: 'agreement', status: 'signed', name: passage.quote, count: null, parties, date: time?.edtf ?? null, value: null, evidence }] }
    case 'project': return { projects: [{ id: `p${number}`, name: passage.quote, count: null, stage: 'planned', sectors: [], place: idsOf(entities, 'place')[0] ?? null, operator: null, measures: [], value: null, startBy: null, endBy: null, partOf: null, evidence }] }
    case 'figure': return { figures: [{ id: `f${number}`, indicator: 'other', value: amount?.value ?? 0, unit: amount?.unit ?? 'number', period: time?.edtf ?? null, change: null, parties, evidence }] }
  }
}

const passageOf = (text: string, { start, end }: Handmade): Evidence => {
  const quote = Array.from(text).slice(start, end).join('')
  if (start >= end || quote.trim() === '') throw new Misuse(`There is no passage from ${start} to ${end}: mark the words that say it.`)
  return { start, end, quote, rule: 'person' }
}

/** The claim that a person makes of a passage; it finds its thread by what the program knows of the words. */
export const handmadeClaim = (reading: Reading, terms: readonly Term[], text: string, handmade: Handmade): Claim => {
  const passage = passageOf(text, handmade)
  const added = plain(reading, handmade.kind, passage)
  const all = { ...reading, ...Object.fromEntries(Object.entries(added).map(([list, [item]]) => [list, [...reading[list as keyof Plain], item]])) } as Reading
  const claim = claimsOf(all, terms, text).claims.find(({ evidence: [one] }) => one.rule === passage.rule)!
  if (handmade.kind === 'figure' && !handmade.changes.some(([field]) => field === 'value') && added.figures?.[0]?.value === 0) throw new Misuse('A figure needs a value: give the number that the passage tells.')
  return { ...claim, item: amended(claim.item, handmade.changes) } as Claim
}

/** Keeps what a person read in a document. `allowed` refuses documents that are none of his business. */
export const tellByHand = async (ledger: Ledger, by: Author, sha256: string, handmade: Handmade, allowed: (document: Opened) => void = () => undefined): Promise<readonly Line[]> => {
  const document = await ledger.document(sha256)
  if (document === null) throw new Unknown(`There is no document ${sha256} in this ledger.`)
  allowed(document)
  const { text, said: issued, language } = document
  const { reading, terms } = study(text, { issued, language, sha256 })
  return ledger.tell({ by, claim: handmadeClaim(reading, terms, text, handmade) })
}

import {
  type Amount, type Commitment, type Document, type Entity, type Evidence, type Figure, type Gap, type Instrument, type Measure, type Meeting, type Participant,
  type Project, type Quantity, type Reading, type Step, type Target, type Time,
  actions, entityTypes, forces, hedges, instrumentStatuses, instrumentTypes, meetingStatuses, meetingTypes, polarities, sectors, stages,
} from '../model/index.ts'

type Schema = { readonly [keyword: string]: unknown }

/** Every field of the type must be named here and no other: the compiler holds the schema and the model together. */
const object = <T>(description: string, properties: { readonly [field in keyof Required<T>]: Schema }, optional: readonly (keyof T & string)[] = []): Schema => ({
  type: 'object', description, properties, additionalProperties: false,
  required: Object.keys(properties).filter((field) => !optional.some((one) => one === field)),
})

const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer', minimum: 0 }
const count: Schema = { type: 'integer', minimum: 1 }
const number: Schema = { type: 'number' }
const flag: Schema = { type: 'boolean' }
const code = (values: readonly string[]): Schema => ({ enum: values })
const list = (items: Schema): Schema => ({ type: 'array', items })
const use = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const id = (letter: string): Schema => ({ type: 'string', pattern: `^${letter}[1-9][0-9]*$` })
const described = (description: string, schema: Schema): Schema => ({ ...schema, description })

const entityId = id('e')
const edtf = use('edtf')
const evidence = use('evidences')

const definitions = {
  edtf: {
    type: 'string', description: 'A date or interval in EDTF (ISO 8601-2): 2015-08-25, 2015-05, 2015, 2015-12-16/2015-12-18, 2015~, 197X (the seventies).',
    pattern: '^(\\d{2}[\\dX]{2}(-\\d{2}(-\\d{2})?)?[~?%]?|\\.\\.)?(/(\\d{4}(-\\d{2}(-\\d{2})?)?[~?%]?|\\.\\.)?)?$', minLength: 4,
  },
  step: object<Step>('One rule of an explanation and what it contributed.', { rule: text, gave: text }),
  evidence: object<Evidence>('A passage of the text as it was given. Offsets count Unicode code points, the end is exclusive; the quote is that slice.', {
    start: whole, end: whole, quote: text, rule: described('The rule that read it.', text), trace: described('Only with --explain.', list(use('step'))),
  }, ['trace']),
  evidences: { type: 'array', items: use('evidence'), minItems: 1, description: 'The first passage makes the item; the others repeat it.' },
  amount: object<Amount>('A value in the unit itself: ISO 4217 for money, UCUM for measures, %, or a counted noun.', { value: number, unit: text }),
  target: object<Target>('A value aimed at.', { value: number, unit: text, per: orNull(text) }),
  measure: object<Measure>('A physical measure or a count, and of what.', { value: number, unit: text, of: orNull(text) }),
  participant: object<Participant>('Who was present, and whether in the chair.', { entity: entityId, chair: flag }),
  entity: object<Entity>('A state, person, body, company, place, programme or event, with all its mentions.', {
    id: entityId, type: code(entityTypes), name: described('As the text writes it.', text),
    code: described('ISO 3166-1 alpha-2 of a state; ISO 3166-2 or UN/LOCODE of a place.', orNull(text)),
    wikidata: orNull({ type: 'string', pattern: '^Q[1-9][0-9]*$' }),
    post: described('Of a person: the post as written.', orNull(text)), of: described('Of a person: the state or body served.', orNull(entityId)), evidence,
  }, ['post', 'of']),
  time: object<Time>('An expression of time: a calendar value or a hedge; both null when a relative word has no date to stand on.', { edtf: orNull(edtf), hedge: orNull(code(hedges)), evidence }),
  quantity: object<Quantity>('Money or a physical measure. The value is null where the words do not give it safely.', {
    value: orNull(number), unit: text, per: orNull(text), approximate: flag, evidence,
  }),
  meeting: object<Meeting>('An encounter that took place, is taking place or is announced.', {
    id: id('m'), type: code(meetingTypes), mechanism: orNull(entityId), ordinal: orNull(count), place: orNull(entityId), date: orNull(edtf),
    status: code(meetingStatuses), participants: list(use('participant')), parties: list(entityId),
    stated: described('Totals that the text itself states.', orNull({ type: 'object', properties: { points: count }, required: ['points'], additionalProperties: false })), evidence,
  }),
  commitment: object<Commitment>('Something that parties say will, shall or should be done, or want done.', {
    id: id('c'), force: code(forces), polarity: code(polarities), action: code(actions), object: text, entities: list(entityId), speaker: orNull(entityId),
    parties: described('Who is bound or addressed.', list(entityId)), sectors: list(code(sectors)), deadline: orNull({ anyOf: [edtf, code(hedges)] }), target: orNull(use('target')),
    place: orNull(entityId), condition: orNull(text), instrument: orNull(id('i')), project: orNull(id('p')),
    point: described('Its place among the points that the text counts, from 1.', orNull(count)), evidence,
  }),
  instrument: object<Instrument>('A thing by which cooperation is done, or a body or fund created for it.', {
    id: id('i'), type: code(instrumentTypes), status: code(instrumentStatuses), name: text, count: orNull(count), parties: list(entityId), date: orNull(edtf),
    value: orNull(use('amount')), evidence,
  }),
  project: object<Project>('Works or an undertaking with a physical or economic result, or a counted set of them.', {
    id: id('p'), name: text, count: orNull(count), stage: code(stages), sectors: list(code(sectors)), place: orNull(entityId), operator: orNull(entityId),
    measures: list(use('measure')), value: orNull(use('amount')), startBy: orNull(edtf), endBy: orNull(edtf), partOf: orNull(id('p')), evidence,
  }),
  figure: object<Figure>('A reported value of an indicator.', {
    id: id('f'), indicator: text, value: number, unit: text, period: orNull(edtf), change: orNull(use('amount')), parties: list(entityId), evidence,
  }),
  gap: object<Gap>('Something that was seen and not understood, or a total of the text that the reading does not meet.', { why: text, evidence }),
  document: object<Document>('What is known of the document itself.', {
    sha256: described('Of the bytes as they were given.', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
    language: described('ISO 639-1; null when the letters do not tell.', orNull({ type: 'string', pattern: '^[a-z]{2,3}$' })),
    length: described('In code points.', whole), issued: orNull(edtf), issuedFrom: { enum: ['dateline', 'given', null] }, outlet: orNull(text), place: orNull(entityId),
  }),
} as const satisfies Readonly<Record<string, Schema>>

/** An output line repeats the file, or the id of its input line. */
type Line = Reading & { readonly file?: string; readonly id?: string | number }

/** The JSON Schema (draft 2020-12) of the public contract reading/1. */
export const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:tawafuq:reading:1',
  title: 'reading/1',
  ...object<Line>('What was read in one text. Everything has evidence; what is not known is null.', {
    file: described('Added when several files are read.', text), id: described('Repeated from a line of ndjson.', { type: ['string', 'number'] }),
    tawafuq: { const: 'reading/1' }, document: use('document'), entities: list(use('entity')), times: list(use('time')), quantities: list(use('quantity')),
    meetings: list(use('meeting')), commitments: list(use('commitment')), instruments: list(use('instrument')), projects: list(use('project')),
    figures: list(use('figure')), gaps: list(use('gap')),
  }, ['file', 'id']),
  $defs: definitions,
}

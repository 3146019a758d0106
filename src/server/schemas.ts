import { Type, type TSchema } from '@fastify/type-provider-typebox'
import { type State, states } from '../ledger/index.ts'
import { entityTypes, kinds, sectors } from '../model/index.ts'
import { roles } from './access.ts'
import { families } from './families.ts'

type Properties = Readonly<Record<string, TSchema>>

/** An object that has these fields and no others. */
export const object = <P extends Properties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const list = <T extends TSchema>(items: T) => Type.Immutable(Type.Array(items))
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = Type.String()
const whole = Type.Integer({ minimum: 0 })
const texts = list(text)
/** Something whose fields the ledger or the reader define (`Entry`, `Item`, reading/1); here only its kind is told. */
const open = <P extends Properties>(properties: P) => Type.Object(properties, { additionalProperties: true })

const short = { minLength: 1, maxLength: 200 } as const

// ---- what is asked

/** The moment that a question is about. */
export const momentQuery = {
  asof: Type.Optional(Type.String({ maxLength: 10, description: 'As things stood on that day (2015-12-20); today if not given.' })),
  hindsight: Type.Optional(Type.Boolean({ description: 'Use also documents that were published later.' })),
  known: Type.Optional(Type.String({ maxLength: 40, description: 'Only what this ledger had learned by then (2026-01-31, or 2026-01-31T12:00:00Z).' })),
}

/** In which language titles are written beside the words of the texts. */
export const languageQuery = { language: Type.Optional(Type.String({ maxLength: 3, description: 'Write titles in this language too (ar, en), as "label"; "title" has the words of the texts.' })) }

const several = (what: string, codes: readonly string[]) => Type.Optional(Type.String({ maxLength: 500, description: `${what}, several with commas: ${codes.join(', ')}.` }))

/** What a board may be narrowed to. */
export const filterQuery = {
  between: Type.Optional(Type.String({ maxLength: 100, description: 'Only what is between these states (CN,KZ; ISO 3166).' })),
  kind: several('Kinds of thread', families),
  state: several('States; all but noted if not given', states),
  sector: several('Sectors', sectors),
  due: Type.Optional(Type.String({ maxLength: 10, description: 'Only what is due on or before that day.' })),
  session: Type.Optional(Type.String({ ...short, description: 'Only the points of that session (the identifier of its claim).' })),
}

/** How much is asked for at once, and from where on. */
export const pageQuery = (most: number, usual: number) => ({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: most, description: `At most so many; ${usual} if not given.` })),
  after: Type.Optional(Type.String({ ...short, description: 'Where the page before ended: its "next".' })),
})

/** The identifier of a thread, or of any of its claims, or its first letters. */
export const idParams = object({ id: Type.String({ ...short }) })
export const hashParams = object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

const claim = Type.String({ ...short, description: 'The identifier of a claim, or its first letters.' })
const thread = Type.String({ ...short, description: 'The identifier of a thread or of any of its claims, or its first letters.' })
const line = Type.String({ ...short, description: 'The identifier of a line.' })
const why = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })

const changes = Type.Record(Type.String({ maxLength: 40 }), Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Null()]))

const decision = <K extends string, P extends Properties>(kind: K, properties: P) => object({ decision: Type.Literal(kind), ...properties })

/** The decisions of a person. */
export const decisionBody = Type.Union([
  decision('accept', { claims: Type.Array(claim, { minItems: 1, maxItems: 500 }) }),
  decision('reject', { claim, why }),
  decision('amend', { claim, changes, why: Type.Optional(why) }),
  decision('join', { claim, thread, why: Type.Optional(why), doubt: Type.Optional(line) }),
  decision('part', { claim, why: Type.Optional(why) }),
  decision('judge', { thread, state: Type.Enum([...states]), why }),
  decision('note', { thread, text: why }),
  decision('assign', { thread, owner: Type.String({ minLength: 1, maxLength: 80 }), due: Type.Optional(Type.String({ maxLength: 10 })) }),
  decision('undo', { line, why: Type.Optional(why) }),
  decision('refuse', { doubt: line, why: Type.Optional(why) }),
])

/** What a decision rests on. Its absence is a problem of its own. */
export const tagsHeader = open({ 'if-match': Type.Optional(Type.String({ description: 'The ETags of all threads that the decision touches, with commas.' })) })

/** Why a document is taken out. */
export const withdrawalBody = object({ why })

/** What a person read in a passage. */
export const handmadeBody = object({ kind: Type.Enum([...kinds]), start: whole, end: whole, changes: Type.Optional(changes) })

/** A document as JSON. */
export const documentBody = object({
  name: Type.String({ ...short, description: 'Under which name it is kept.' }),
  text: Type.String({ minLength: 1 }),
  date: Type.Optional(Type.String({ maxLength: 10, description: 'When it was published (2015-08-25), if it does not say so itself.' })),
  language: Type.Optional(Type.String({ maxLength: 3, description: 'ISO 639; by its letters if not given.' })),
})

/** What is said of a document, or of all documents of an upload, beside its bytes. */
export const uploadQuery = object({
  name: Type.Optional(Type.String({ ...short })), date: Type.Optional(Type.String({ maxLength: 10 })), language: Type.Optional(Type.String({ maxLength: 3 })),
})

export const signInBody = object({ name: Type.String({ ...short }), password: Type.String({ minLength: 1, maxLength: 1024 }) })

/** Where somebody wants to be who signs in: a page of this server, and never an address of another. */
export const beginQuery = object({ to: Type.Optional(Type.String({ maxLength: 2000, pattern: '^/(?![/\\\\])[\\x21-\\x7e]*$', description: 'The page to open afterwards; / if not given.' })) })

/** What an organisation sends a browser back with; it may send more. */
export const returnQuery = open({ code: Type.Optional(text), state: Type.Optional(text), error: Type.Optional(text) })

// ---- what is answered

export const problem = open({ type: text, title: text, status: Type.Integer(), detail: text })

export const moment = object({ asof: text, hindsight: Type.Boolean(), known: orNull(text) })

const state = Type.Enum([...states])
const because = { code: text, says: text }
const target = orNull(object({ value: Type.Number(), unit: text, per: orNull(text) }))
const due = orNull(text)

const promise = object({
  goal: text, action: text, force: text, said: text, due, target, state, moved: orNull(object({ due, target })), claims: texts,
  reasons: list(object({ ...because, claim: orNull(text) })),
})

const citedFields = {
  claim: text, document: text, said: text, kind: text, step: text, start: whole, end: whole, quote: text,
  verdict: orNull(Type.Enum(['accepted', 'amended'])), name: orNull(text),
}

const toldFields = {
  id: text, kind: Type.Enum([...families]), title: text, label: Type.Optional(text), parties: texts, between: texts, sectors: texts, places: texts, routes: list(texts), state, machine: state,
  reasons: list(object({ ...because, claim: orNull(text) })), promised: orNull(text), due, last: text, promises: list(promise),
  points: list(object({ session: text, ordinal: orNull(Type.Integer()), point: Type.Integer() })),
  sums: list(object({ value: Type.Number(), unit: text, claim: text, said: text, counts: Type.Boolean(), why: text })),
  printed: Type.Immutable(Type.Array(object({ claim: text, value: Type.Number(), unit: text, words: text }), { description: 'The amounts of its claims in the words of their texts.' })),
  partOf: texts, parts: texts, aliases: texts, owner: orNull(text), evidence: list(object(citedFields)),
  looked: object({ documents: whole, languages: texts, until: orNull(text) }),
}

/** A thread as a board tells it. */
export const toldThread = object(toldFields)

const evidence = open({ start: whole, end: whole, quote: text, rule: text })

const item = open({ kind: Type.Enum([...kinds]) })
const claimed = object({ id: text, document: text, item, about: texts, between: texts, route: Type.Optional(texts), printed: Type.Optional(list(object({ value: Type.Number(), unit: text, words: text }))), evidence: list(evidence) })

/** What a line says. Which fields there are depends on its kind; whole claims stand in the lines that say what was read. */
const entry = open({
  kind: text, claim: Type.Optional(Type.Union([text, claimed])), into: Type.Optional(text), of: Type.Optional(text), because: Type.Optional(list(object(because))),
  why: Type.Optional(text), state: Type.Optional(state), text: Type.Optional(text), owner: Type.Optional(text), due: Type.Optional(due), item: Type.Optional(item),
})

/** A line of the ledger. */
export const ledgerLine = object({
  id: text, by: object({ kind: Type.Enum(['program', 'person']), name: text }), recorded: text, said: text, valid: text, corrects: orNull(text),
  entry, evidence: list(evidence),
})

const session = object({
  session: text, ordinal: orNull(Type.Integer()), date: orNull(text), status: text,
  points: list(object({ point: Type.Integer(), thread: text, title: text, label: Type.Optional(text), state })),
})

const version = object({ claim: text, document: text, said: text, kind: text, step: text, start: whole, end: whole, quote: text, name: orNull(text) })

const difference = object({
  kind: Type.Enum(['left-out', 'weaker', 'differs']), ...because, values: orNull(texts), thread: text, document: Type.String({ description: 'Which version leaves it out, says less, or differs.' }),
  told: version, other: orNull(version), bonds: Type.Immutable(Type.Array(object(because), { description: 'Why the two passages are taken for one thing.' })),
})

/** The reports of one meeting, and in what they differ. */
const versions = object({
  meeting: text, ordinal: orNull(Type.Integer()), date: orNull(text),
  documents: list(object({ document: text, name: orNull(text), said: orNull(text), language: orNull(text), outlet: orNull(text) })), differences: list(difference),
})

const person = object({ key: text, person: text, claim: text, document: text, start: whole, end: whole, quote: text, name: orNull(text) })

const people = Type.Immutable(Type.Array(object({ ...because, one: person, other: person }), { description: 'Names that may be those of one person. Nothing is joined by it.' }))

const sitting = object({ session: text, ordinal: orNull(Type.Integer()), date: orNull(text), thread: text, kind: Type.Enum([...families]), title: text, label: Type.Optional(text) })

export const boardAnswer = object({ threads: list(toldThread), sessions: Type.Immutable(Type.Array(sitting, { description: 'The sessions whose points these threads are, each with the thread of its committee.' })), next: orNull(text), asof: moment })

/** How many threads are in each state. */
export const countsAnswer = object({ states: object(Object.fromEntries(states.map((one) => [one, whole])) as Readonly<Record<State, typeof whole>>), asof: moment })

/** A thread with its life; `etag` is what a decision on it must send. */
export const threadAnswer = object({ ...toldFields, etag: text, sessions: list(session), versions: list(versions), people, history: list(ledgerLine), asof: moment })

export const mechanismsAnswer = object({ mechanisms: list(object({ ...toldFields, sessions: list(session) })), next: orNull(text), asof: moment })

const place = object({ start: whole, end: whole, quote: text, asked: text, shared: texts, why: text })

export const searchAnswer = object({
  documents: list(object({ document: text, name: text, said: text, places: list(place), threads: list(object({ id: text, title: text, state })) })), asof: moment,
})

const doubted = orNull(object({ ...toldFields, etag: text }))
export const doubtsAnswer = object({ doubts: list(object({ line: text, because: list(object(because)), claim: doubted, into: doubted })) })

const shelvedFields = { sha256: text, name: text, said: text, language: orNull(text), outlet: orNull(text), between: texts, recorded: text, length: whole, withdrawn: orNull(text) }
export const shelfAnswer = object({ documents: list(object(shelvedFields)), next: orNull(text) })

export const documentAnswer = object({
  ...shelvedFields, text,
  claims: list(object({ claim: claimed, thread: text, counts: Type.Boolean(), verdict: orNull(Type.Enum(['accepted', 'rejected', 'amended'])) })),
})

/** A passage with the rules that led to it, where they were asked for. */
const traced = open({ start: whole, end: whole, quote: text, rule: text, trace: Type.Optional(list(object({ rule: text, gave: text }))) })
const readItems = list(open({ id: text, evidence: list(traced) }))

export const readingAnswer = open({
  tawafuq: Type.Literal('reading/1'), entities: list(open({ id: text, type: Type.Enum([...entityTypes]) })), meetings: readItems, commitments: readItems, instruments: readItems, projects: readItems, figures: readItems,
  gaps: list(open({ why: text, evidence: list(evidence) })),
})

export const recordedAnswer = object({ name: text, sha256: text, already: Type.Boolean(), withdrawn: Type.Boolean(), claims: whole, joined: whole, doubted: whole, gaps: whole, lines: whole })

const standingFields = {
  id: text, kind: Type.Enum(['record', 'rebuild', 'sample']), by: text, state: Type.Enum(['running', 'done', 'stopped', 'failed']), done: whole, total: whole,
  counts: Type.Record(text, whole), message: orNull(text),
}
export const jobAnswer = object({ ...standingFields, refusals: list(object({ name: text, message: text })) })
export const jobsAnswer = object({ jobs: list(jobAnswer) })

export const linesAnswer = object({ lines: list(ledgerLine) })
export const sampleAnswer = object({ documents: whole, there: whole, coming: Type.Boolean() })
export const checkAnswer = object({ lines: whole, faults: list(object({ number: whole, what: text })) })
export const healthAnswer = object({ status: Type.Literal('ok') })
export const sessionAnswer = object({ name: text, role: Type.Enum([...roles]), within: orNull(list(texts)) })

/** Where the browser goes on to, to sign out at its organisation too. */
export const leftAnswer = object({ to: text })

export const waysAnswer = object({ ways: list(Type.Enum(['password', 'organisation'])) })

export const sumsAnswer = object({
  asof: moment,
  totals: list(object({ unit: text, value: Type.Number({ description: 'Of the sums that count.' }), counted: whole, left: whole })),
  sums: list(object({ thread: text, title: text, state, value: Type.Number(), unit: text, claim: text, said: text, counts: Type.Boolean(), why: text })),
})

import { type Board, type Counts, type Decision, type Doubt, type Hit, type Account, type Job, type Kind, type Line, type Listed, type Mechanism, type Problem, type Reading, type Recorded, type Sample, type Shelved, type State, type Thread, type ThreadPage, type Way, service } from '../api/client.ts'

/** The one place that talks to the server, through the client that is made from its description. Everything else of the workbench asks through `api`. */

export type { Account, Because, Board, Cited, Counts, Decision, Doubt, Evidence, Gap, Hit, Kind, Line, Listed, Mechanism, Place, Printed, Promised, Reading, Reason, Recorded, Sample, Session, Sitting, State, Step, Sum, Target, Thread, ThreadPage, Versions } from '../api/client.ts'

const inOrder = <K extends string>(ranks: Readonly<Record<K, number>>): readonly K[] => (Object.keys(ranks) as K[]).toSorted((one, other) => ranks[one] - ranks[other])

/** States, the most pressing first. */
export const states = inOrder<State>({ overdue: 1, contested: 2, changed: 3, advanced: 4, open: 5, repeated: 6, silent: 7, lapsed: 8, dropped: 9, kept: 10, noted: 11 })
export const kinds = inOrder<Kind>({ commitment: 1, instrument: 2, project: 3, target: 4, mechanism: 5, meeting: 6 })

type Bare = Shelved['claims'][number]

/** What one document says of one thing. The fields beside `kind` are those of the reading, by kind. */
export type Item = Bare['claim']['item']
/** What a document says of one thing, with the thread that it stands in and what a person said of the reading. */
export type Claim = Bare['claim'] & Pick<Bare, 'thread' | 'verdict'>
export type Document = Omit<Shelved, 'claims'> & { readonly claims: readonly Claim[] }

/** A question of which day, and with what knowledge. */
export type Moment = { readonly asof: string | null; readonly hindsight: boolean; readonly known: string | null }
export type Filter = { readonly between: readonly string[]; readonly kinds: readonly string[]; readonly states: readonly string[]; readonly sectors: readonly string[]; readonly session: string | null }

/** What a person read in a passage: the kind of item, the stretch of the text in code points, and the values that are not the usual ones. */
export type Handmade = { readonly kind: Item['kind']; readonly start: number; readonly end: number; readonly changes: Readonly<Record<string, string>> }

/** A refusal of the server: `status` of HTTP, 0 when it was not reached; `message` says what to do; `why` tells by a code what a document lacks. */
export class Refused extends Error {
  readonly status: number
  readonly why: string | null
  constructor(status: number, message: string, why: string | null = null) {
    super(message)
    this.status = status
    this.why = why
  }
}

const server = service()

type Answer<T> = { readonly data?: T | undefined; readonly error?: unknown; readonly response: Response }

const refusedBy = ({ status, statusText }: Response, problem: Problem | undefined): Refused => new Refused(status, problem?.detail ?? statusText, typeof problem?.['why'] === 'string' ? problem['why'] : null)

const asked = async <T>(question: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await question.catch(() => { throw new Refused(0, '') })
  if (!response.ok) throw refusedBy(response, error as Problem | undefined)
  return data as T
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** The parameters that say something. */
const given = <T extends Readonly<Record<string, string | number | boolean | null>>>(all: T): Given<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '')) as Given<T>

/** The language of the reader: titles are written in it too. */
let tongue: string | null = null

/** Asks for titles in a language from now on. */
export const titlesIn = (language: string): void => { tongue = language }

const ofMoment = ({ asof, hindsight, known }: Moment) => ({ asof, hindsight: hindsight || null, known })

const ofFilter = ({ between, kinds, states, sectors, session }: Filter) =>
  ({ between: between.join(','), kind: kinds.join(','), state: states.join(','), sector: sectors.join(','), session })

const latest: Moment = { asof: null, hindsight: true, known: null }

const thread = (id: string, moment: Moment): Promise<ThreadPage> => asked(server.GET('/api/threads/{id}', { params: { path: { id }, query: given({ ...ofMoment(moment), language: tongue }) } }))

/** An answer, or null where there is no such thing. */
const orNone = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

/** The tag of a thread as it is now; null of one of which nothing is told, as when its only claim was rejected. */
const tagNow = async (id: string): Promise<string | null> => (await orNone(thread(id, latest)))?.etag ?? null

/** The kinds of item by which something is agreed, and how many threads of some documents are asked for at most. */
const agreed: ReadonlySet<Item['kind']> = new Set(['commitment', 'instrument', 'project'])
const mostTold = 200

/** The tag of a thread whose newest line this is: a tag is the identifier of a line. */
export const tagOf = ({ id }: Pick<Line, 'id'>): string => `"${encodeURIComponent(id)}"`

/** How many pages of a list, and how many threads of a board, are read at most. */
const mostPages = 20
const mostWhole = 5000

/** All pages of a list, each asked for where the one before ended. */
const allPages = async <P extends { readonly next: string | null }, T>(page: (after: string | null) => Promise<P>, listed: (page: P) => readonly T[]): Promise<readonly T[]> => {
  const all: T[] = []
  let after: string | null = null
  for (let turn = 0; turn < mostPages && (turn === 0 || after !== null); turn += 1) {
    const answer: P = await page(after)
    all.push(...listed(answer))
    after = answer.next
  }
  return all
}

const flat = ({ claims, ...rest }: Shelved): Document => ({ ...rest, claims: claims.map(({ claim, thread, verdict }) => ({ ...claim, thread, verdict })) })

export const api = {
  board: (filter: Filter, moment: Moment, limit: number, after: string | null): Promise<Board> =>
    asked(server.GET('/api/board', { params: { query: given({ ...ofMoment(moment), ...ofFilter(filter), language: tongue, limit, after }) } })),
  /** All threads of a board, as far as they are read at once; `complete`: whether these are all. */
  wholeBoard: async (filter: Filter, moment: Moment): Promise<{ readonly threads: readonly Thread[]; readonly complete: boolean }> => {
    const threads: Thread[] = []
    let after: string | null = null
    do {
      const page: Board = await api.board(filter, moment, 500, after)
      threads.push(...page.threads)
      after = page.next
    } while (after !== null && threads.length < mostWhole)
    return { threads, complete: after === null }
  },
  /** How many threads are in each state, of all that a board may show. */
  counts: async (filter: Filter, moment: Moment): Promise<Counts> => {
    const { state: _, ...query } = ofFilter(filter)
    return (await asked(server.GET('/api/board/counts', { params: { query: given({ ...ofMoment(moment), ...query }) } }))).states
  },
  thread,
  search: async (words: string, moment: Moment): Promise<readonly Hit[]> => (await asked(server.GET('/api/search', { params: { query: { q: words, ...given(ofMoment(moment)) } } }))).documents,
  doubts: async (): Promise<readonly Doubt[]> => (await asked(server.GET('/api/doubts', { params: { query: given({ language: tongue, limit: 200 }) } }))).doubts,
  mechanisms: (moment: Moment): Promise<readonly Mechanism[]> =>
    allPages((after) => asked(server.GET('/api/mechanisms', { params: { query: given({ ...ofMoment(moment), language: tongue, limit: 100, after }) } })), ({ mechanisms }) => mechanisms),
  documents: (): Promise<readonly Listed[]> => allPages((after) => asked(server.GET('/api/documents', { params: { query: given({ limit: 500, after }) } })), ({ documents }) => documents),
  document: async (sha256: string): Promise<Document> => flat(await asked(server.GET('/api/documents/{sha256}', { params: { path: { sha256 } } }))),
  /** The threads that some documents promise, sign or build something of, as far as they were told of at a moment. */
  toldIn: async (documents: readonly string[], moment: Moment): Promise<readonly Thread[]> => {
    const claims = (await Promise.all(documents.map(api.document))).flatMap((one) => one.claims).filter(({ item, verdict }) => agreed.has(item.kind) && verdict !== 'rejected')
    const told = await Promise.all([...new Set(claims.map((claim) => claim.thread))].slice(0, mostTold).map((id) => orNone(thread(id, moment))))
    return [...new Map(told.flatMap((one) => (one === null || one.state === 'noted' ? [] : [[one.id, one] as const]))).values()]
  },
  /** What the program reads in a document, with the rules that led to each passage. */
  reading: (sha256: string): Promise<Reading> => asked(server.GET('/api/documents/{sha256}/reading', { params: { path: { sha256 }, query: { explain: true } } })),
  /** Keeps a document: words that were typed or pasted, or a file as it is. */
  add: async (name: string, body: Blob | string, date: string | null): Promise<Recorded> =>
    (await asked(typeof body === 'string'
      ? server.POST('/api/documents', { body: { name, text: body, ...given({ date }) } })
      : server.POST('/api/documents', { params: { query: { name, ...given({ date }) } }, body, bodySerializer: () => body, headers: { 'content-type': 'application/octet-stream' } }))) as Recorded,
  /** The sample: how many documents it has and how many of them the ledger holds; whether they are coming just now. */
  sample: (): Promise<Sample> => asked(server.GET('/api/sample')),
  bringSample: (): Promise<Job> => asked(server.POST('/api/sample')),
  removeSample: async (): Promise<readonly Line[]> => (await asked(server.DELETE('/api/sample'))).lines,
  /** Takes a document out of the ledger, and puts it back. */
  withdraw: async (sha256: string, why: string): Promise<readonly Line[]> => (await asked(server.POST('/api/documents/{sha256}/withdrawal', { params: { path: { sha256 } }, body: { why } }))).lines,
  restore: async (sha256: string): Promise<readonly Line[]> => (await asked(server.DELETE('/api/documents/{sha256}/withdrawal', { params: { path: { sha256 } } }))).lines,
  /** Keeps an item that a person read in a passage. */
  tell: async (sha256: string, { kind, start, end, changes }: Handmade): Promise<readonly Line[]> => (await asked(server.POST('/api/documents/{sha256}/claims', { params: { path: { sha256 } }, body: { kind, start, end, changes: { ...changes } } }))).lines,
  /** Writes a decision. `seen`: the tags of threads as they were shown; `touched`: further threads that it is about, by the identifier of any of their claims. */
  decide: async (decision: Decision, seen: readonly string[], touched: readonly string[]): Promise<readonly Line[]> => {
    const others = await Promise.all([...new Set(touched)].map(tagNow))
    const tags = [...new Set([...seen, ...others.filter((tag) => tag !== null)])].join(', ')
    return (await asked(server.POST('/api/decisions', { params: { header: { 'if-match': tags } }, body: decision }))).lines
  },
  ways: async (): Promise<readonly Way[]> => (await asked(server.GET('/api/session/ways'))).ways,
  /** The address at which an organisation begins to sign somebody in; the page is shown afterwards. */
  organisation: (page: string): string => `/api/session/organisation?${new URLSearchParams({ to: page })}`,
  account: (): Promise<Account> => asked(server.GET('/api/session')),
  signIn: (name: string, password: string): Promise<Account> => asked(server.POST('/api/session', { body: { name, password } })),
  /** Signs out; the address of the organisation where one signs out too, if there is one. */
  signOut: async (): Promise<string | null> => (await asked(server.DELETE('/api/session')))?.to ?? null,
}

/** The one place that talks to the server. Everything else of the workbench asks through `api`. */

export const states = ['overdue', 'contested', 'changed', 'advanced', 'open', 'repeated', 'silent', 'lapsed', 'dropped', 'kept', 'noted'] as const
export type State = (typeof states)[number]

export const kinds = ['commitment', 'instrument', 'project', 'target', 'mechanism', 'meeting'] as const
export type Kind = (typeof kinds)[number]

/** `claim`: the claim that the reason rests on; null where it rests on the calendar or on a person. */
export type Reason = { readonly code: string; readonly says: string; readonly claim: string | null }
export type Target = { readonly value: number; readonly unit: string; readonly per: string | null }

export type Promised = {
  readonly goal: string
  readonly action: string
  readonly force: string
  readonly said: string
  readonly due: string | null
  readonly target: Target | null
  readonly state: State
  readonly moved: { readonly due: string | null; readonly target: Target | null } | null
  readonly claims: readonly string[]
  readonly reasons: readonly Reason[]
}

/** A passage; `start` and `end` count code points. */
export type Cited = {
  readonly claim: string
  readonly document: string
  readonly said: string
  readonly kind: string
  readonly step: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly verdict: 'accepted' | 'amended' | null
  readonly name: string | null
}

export type Sum = { readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string }

export type Thread = {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly parties: readonly string[]
  readonly between: readonly string[]
  readonly sectors: readonly string[]
  readonly state: State
  readonly machine: State
  readonly reasons: readonly Reason[]
  readonly promised: string | null
  readonly due: string | null
  readonly last: string
  readonly promises: readonly Promised[]
  readonly points: readonly { readonly session: string; readonly ordinal: number | null; readonly point: number }[]
  readonly sums: readonly Sum[]
  readonly partOf: readonly string[]
  readonly parts: readonly string[]
  readonly owner: string | null
  readonly evidence: readonly Cited[]
  readonly looked: { readonly documents: number; readonly languages: readonly string[]; readonly until: string | null }
}

export type SessionPoint = { readonly point: number; readonly thread: string; readonly title: string; readonly state: State }
export type Session = { readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly status: string; readonly points: readonly SessionPoint[] }

export type Named = { readonly key: string; readonly type: string; readonly name: string; readonly code: string | null }
export type Evidence = { readonly start: number; readonly end: number; readonly quote: string; readonly rule: string }

/** What one document says of one thing. The fields beside `kind` are those of the reading, by kind. */
export type Item = { readonly kind: 'meeting' | 'commitment' | 'instrument' | 'project' | 'figure' } & Readonly<Record<string, unknown>>
export type Verdict = 'accepted' | 'rejected' | 'amended'

/** What a document says of one thing, with the thread that it stands in and what a person said of the reading. */
export type Claim = {
  readonly id: string
  readonly document: string
  readonly item: Item
  readonly evidence: readonly Evidence[]
  readonly thread: string
  readonly verdict: Verdict | null
}

export type Because = { readonly code: string; readonly says: string }
export type Entry = { readonly kind: string; readonly claim?: string | { readonly id: string; readonly item: Item; readonly document: string; readonly evidence: readonly Evidence[] }; readonly into?: string; readonly of?: string; readonly because?: readonly Because[]; readonly why?: string; readonly state?: State; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: Item }
export type Line = { readonly id: string; readonly by: { readonly kind: 'program' | 'person'; readonly name: string }; readonly recorded: string; readonly said: string; readonly corrects: string | null; readonly entry: Entry }

export type Mechanism = Thread & { readonly sessions: readonly Session[] }
/** `etag`: what a decision on the thread sends, so that nobody decides on what he has not seen. */
export type ThreadPage = Thread & { readonly etag: string; readonly sessions: readonly Session[]; readonly history: readonly Line[] }
export type Board = { readonly threads: readonly Thread[]; readonly next: string | null; readonly asof: { readonly asof: string } }

export type Place = { readonly start: number; readonly end: number; readonly quote: string; readonly asked: string; readonly why: string }
export type Hit = { readonly document: string; readonly name: string; readonly said: string; readonly places: readonly Place[]; readonly threads: readonly { readonly id: string; readonly title: string; readonly state: State }[] }
type Tagged = Thread & { readonly etag: string }
export type Doubt = { readonly line: string; readonly because: readonly Because[]; readonly claim: Tagged | null; readonly into: Tagged | null }

export type Listed = { readonly sha256: string; readonly name: string; readonly said: string; readonly language: string | null; readonly outlet: string | null; readonly between: readonly string[]; readonly length: number }
export type Document = { readonly sha256: string; readonly name: string; readonly said: string; readonly language: string | null; readonly outlet: string | null; readonly text: string; readonly claims: readonly Claim[] }
export type Gap = { readonly why: string; readonly evidence: readonly Evidence[] }
export type Reading = { readonly gaps: readonly Gap[] }
export type Recorded = { readonly sha256: string; readonly already: boolean; readonly claims: number; readonly joined: number; readonly doubted: number }
export type Account = { readonly name: string; readonly role: 'reader' | 'editor' | 'administrator' }

/** A question of which day, and with what knowledge. */
export type Moment = { readonly asof: string | null; readonly hindsight: boolean; readonly known: string | null }
export type Filter = { readonly between: readonly string[]; readonly kinds: readonly string[]; readonly states: readonly string[]; readonly sectors: readonly string[]; readonly session: string | null }

/** What a person decides. All can be undone by the lines that they write. */
export type Decision =
  | { readonly decision: 'accept'; readonly claims: readonly string[] }
  | { readonly decision: 'reject'; readonly claim: string; readonly why: string }
  | { readonly decision: 'amend'; readonly claim: string; readonly changes: Readonly<Record<string, string | null>>; readonly why?: string }
  | { readonly decision: 'join'; readonly claim: string; readonly thread: string; readonly why: string; readonly doubt?: string }
  | { readonly decision: 'refuse'; readonly doubt: string; readonly why: string }
  | { readonly decision: 'part'; readonly claim: string; readonly why: string }
  | { readonly decision: 'judge'; readonly thread: string; readonly state: State; readonly why: string }
  | { readonly decision: 'note'; readonly thread: string; readonly text: string }
  | { readonly decision: 'assign'; readonly thread: string; readonly owner: string; readonly due?: string }
  | { readonly decision: 'undo'; readonly line: string; readonly why: string }

/** A refusal of the server: `status` of HTTP, 0 when it was not reached; `message` says what to do. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const query = (pairs: readonly (readonly [string, string | null])[]): string => {
  const given = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, value]))}`
}

const ofMoment = ({ asof, hindsight, known }: Moment): readonly (readonly [string, string | null])[] =>
  [['asof', asof], ['hindsight', hindsight ? 'true' : null], ['known', known]]

const ofFilter = ({ between, kinds, states, sectors, session }: Filter): readonly (readonly [string, string | null])[] =>
  [['between', between.join(',')], ['kind', kinds.join(',')], ['state', states.join(',')], ['sector', sectors.join(',')], ['session', session]]

const detailOf = async (response: Response): Promise<string> => {
  try {
    const problem = (await response.json()) as { readonly detail?: string; readonly title?: string }
    return problem.detail ?? problem.title ?? response.statusText
  } catch {
    return response.statusText
  }
}

const reached = async (path: string, init?: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(0, '')
  }
}

const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const response = await reached(path, { credentials: 'same-origin', ...init })
  if (!response.ok) throw new Refused(response.status, await detailOf(response))
  return response.status === 204 ? (null as T) : ((await response.json()) as T)
}

/** A request that changes something carries this mark: no page of another site can send it. */
const mark = { 'tawafuq-request': 'workbench' } as const

const post = async <T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> =>
  ask<T>(path, { method: 'POST', headers: { ...mark, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

const latest: Moment = { asof: null, hindsight: true, known: null }

const thread = (id: string, moment: Moment): Promise<ThreadPage> => ask<ThreadPage>(`/api/threads/${encodeURIComponent(id)}${query(ofMoment(moment))}`)

/** The tag of a thread as it is now; null of one of which nothing is told, as when its only claim was rejected. */
const tagNow = async (id: string): Promise<string | null> => {
  try {
    return (await thread(id, latest)).etag
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

/** The tag of a thread whose newest line this is: a tag is the identifier of a line. */
export const tagOf = ({ id }: Pick<Line, 'id'>): string => `"${encodeURIComponent(id)}"`

type Shelf = { readonly documents: readonly Listed[]; readonly next: string | null }
type Bare = Omit<Document, 'claims'> & { readonly claims: readonly { readonly claim: Omit<Claim, 'thread' | 'verdict'>; readonly thread: string; readonly verdict: Verdict | null }[] }

/** How many pages of a list are read at most, and how long one is. */
const [mostPages, pageSize] = [20, 500]

const shelf = async (): Promise<readonly Listed[]> => {
  const all: Listed[] = []
  let after: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const { documents, next }: Shelf = await ask<Shelf>(`/api/documents${query([['limit', String(pageSize)], ['after', after]])}`)
    all.push(...documents)
    if (next === null) break
    after = next
  }
  return all
}

const mechanisms = async (moment: Moment): Promise<readonly Mechanism[]> => {
  const all: Mechanism[] = []
  let after: string | null = null
  do {
    const answer: { readonly mechanisms: readonly Mechanism[]; readonly next: string | null } = await ask(`/api/mechanisms${query([...ofMoment(moment), ['limit', '100'], ['after', after]])}`)
    all.push(...answer.mechanisms)
    after = answer.next
  } while (after !== null)
  return all
}

export const api = {
  board: (filter: Filter, moment: Moment, limit: number, after: string | null): Promise<Board> =>
    ask<Board>(`/api/board${query([...ofMoment(moment), ...ofFilter(filter), ['limit', String(limit)], ['after', after]])}`),
  thread,
  search: async (words: string, moment: Moment): Promise<readonly Hit[]> => (await ask<{ readonly documents: readonly Hit[] }>(`/api/search${query([['q', words], ...ofMoment(moment)])}`)).documents,
  doubts: async (): Promise<readonly Doubt[]> => (await ask<{ readonly doubts: readonly Doubt[] }>('/api/doubts?limit=200')).doubts,
  mechanisms,
  documents: shelf,
  document: async (sha256: string): Promise<Document> => {
    const { claims, ...rest } = await ask<Bare>(`/api/documents/${sha256}`)
    return { ...rest, claims: claims.map(({ claim, thread, verdict }) => ({ ...claim, thread, verdict })) }
  },
  reading: (sha256: string): Promise<Reading> => ask<Reading>(`/api/documents/${sha256}/reading`),
  add: (name: string, text: string, date: string | null): Promise<Recorded> => post<Recorded>('/api/documents', { name, text, ...(date ? { date } : {}) }),
  /** Writes a decision. `seen`: the tags of threads as they were shown; `touched`: further threads that it is about, by the identifier of any of their claims. */
  decide: async (decision: Decision, seen: readonly string[], touched: readonly string[]): Promise<readonly Line[]> => {
    const others = await Promise.all([...new Set(touched)].map(tagNow))
    return (await post<{ readonly lines: readonly Line[] }>('/api/decisions', decision, { 'if-match': [...new Set([...seen, ...others.filter((tag) => tag !== null)])].join(', ') })).lines
  },
  account: (): Promise<Account> => ask<Account>('/api/session'),
  signIn: (name: string, password: string): Promise<Account> => post<Account>('/api/session', { name, password }),
  signOut: (): Promise<null> => ask<null>('/api/session', { method: 'DELETE', headers: mark }),
}

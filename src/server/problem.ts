import { Misuse, Unknown } from '../ledger/index.ts'
import { Refusal } from '../store/index.ts'
import { Unreadable } from './document.ts'

/** Everything that a request can be refused for: the status and what it is called. */
const kinds = {
  invalid: [400, 'The request is not as it should be'],
  unsigned: [401, 'Sign in first'],
  forbidden: [403, 'Your role does not allow this'],
  outside: [403, 'This lies outside of what your account may see'],
  untrusted: [403, 'You could not be signed in'],
  forged: [403, 'The request does not come from the pages of this server'],
  spent: [403, 'This address was used already'],
  unknown: [404, 'There is no such thing'],
  stopped: [409, 'It was stopped'],
  stale: [412, 'Somebody decided in the meantime'],
  'too-large': [413, 'The request is too large'],
  unsupported: [415, 'This kind of content is not taken'],
  'wrong-host': [421, 'This server has another name'],
  unreadable: [422, 'The document cannot be recorded'],
  unconditional: [428, 'Say what the decision rests on'],
  often: [429, 'Too many requests'],
  mistake: [500, 'The server made a mistake'],
  unreached: [502, 'Your organisation did not answer'],
  stopping: [503, 'The server is being stopped'],
  busy: [503, 'Too much is going on'],
  unavailable: [503, 'The ledger cannot be used'],
} as const

export type ProblemCode = keyof typeof kinds

export const problemCodes = Object.keys(kinds) as readonly ProblemCode[]

/** A request that is refused: why, what, and the cure. `more` is told with it. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly more: Readonly<Record<string, unknown>>
  constructor(code: ProblemCode, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.more = more
  }
}

/** A problem as it is told (RFC 9457). */
export type Told = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown }

export const told = ({ code, message, more }: Problem): Told => {
  const [status, title] = kinds[code]
  return { type: `urn:tawafuq:problem:${code}`, title, status, detail: message, ...more }
}

/** Expected refusals of the other rooms as problems; null for everything else. */
export const expected = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error
  if (error instanceof Unknown) return new Problem('unknown', error.message)
  if (error instanceof Misuse) return new Problem('invalid', error.message)
  if (error instanceof Unreadable) return new Problem('unreadable', error.message, { why: error.why })
  return error instanceof Refusal ? new Problem('unavailable', error.message) : null
}

type Fault = { readonly keyword: string; readonly instancePath: string; readonly params: Readonly<Record<string, unknown>>; readonly message?: string }

type Refused = Error & { readonly code?: string; readonly statusCode?: number; readonly validation?: readonly Fault[]; readonly validationContext?: string }

const places: Readonly<Record<string, string>> = { querystring: 'the query', params: 'the path', body: 'the body', headers: 'the headers' }

const faultsOf = ({ validation = [], validationContext = '' }: Refused): string => {
  const place = places[validationContext] ?? 'the request'
  const extra = validation.find(({ keyword }) => keyword === 'additionalProperties')
  if (extra) return `${(extra.params['additionalProperties'] as readonly string[]).join(', ')} in ${place} is not known here. /api/docs lists what is.`
  const [fault] = validation
  return `${fault?.instancePath.slice(1).replaceAll('/', '.') || 'it'} in ${place} ${fault?.message ?? 'is wrong'}. /api/docs shows how it is written.`
}

const bodies = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_ERR_CTP_INVALID_MEDIA_TYPE'])

/** Whatever was thrown while a request was answered, as the problem that is told. What was not expected tells nothing of the inside. */
export const problemOf = (error: unknown, mostBytes: number): Problem => {
  const known = expected(error)
  if (known) return known
  const refused = error as Refused
  if (refused.validation) return new Problem('invalid', faultsOf(refused))
  if (refused.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large', `At most ${mostBytes} bytes are taken here. Send the documents one by one, or record them with the command line.`)
  if (refused.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('unsupported', 'Send JSON (application/json), or what /api/docs lists for this address.')
  const status = refused.statusCode ?? 500
  if (status >= 400 && status < 500 && !bodies.has(refused.code ?? '')) return new Problem('invalid', refused.message)
  return new Problem('mistake', 'This is no fault of yours, and nothing of it was written. The log of the server tells more; please report it.')
}

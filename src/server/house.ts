import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Type, type TSchema } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { Desk, Line } from '../ledger/index.ts'
import type { Ledger } from '../store/index.ts'
import type { Caller } from './access.ts'
import type { Accounts } from './accounts.ts'
import type { Reach } from './guard.ts'
import type { Hands } from './hands.ts'
import type { Jobs } from './jobs.ts'
import type { Organisation } from './organisation.ts'
import type { SampleDocument } from './sample.ts'
import { problem } from './schemas.ts'
import type { Sessions, Token } from './sessions.ts'
import type { Withdrawing } from './withdrawing.ts'

/** What every route may use. `ledger` is for questions; what writes or takes long goes through `hands`. */
export type House = {
  readonly location: string
  readonly ledger: Ledger
  readonly open: () => Promise<Ledger>
  readonly hands: Hands
  readonly jobs: Jobs
  readonly sessions: Sessions
  /** Null as long as nobody was ever given an account. */
  readonly accounts: () => Accounts | null
  readonly token: Token | null
  /** The name under which whoever came by the address of the terminal decides. */
  readonly owner: string
  readonly reach: Reach
  /** Who else may tell who somebody is; null when nobody may. */
  readonly organisation: Organisation | null
  /** The address that browsers know, as https://ledger.example; null when it is the one that they call. */
  readonly address: string | null
  /** The folder of the built pages; null when there is none. */
  readonly pages: string | null
  /** The documents of the sample, if one lies beside the program; read when they are first asked for. */
  readonly sample: () => readonly SampleDocument[]
  readonly today: () => string
}

/** Whoever came by the address of the terminal. */
export const ownerOf = ({ owner }: House): Caller => ({ name: owner, role: 'administrator', within: null })

/** Who decides, and on which day. */
export const deskFor = ({ today }: House, { name }: Caller): Desk => ({ by: { kind: 'person', name }, said: today() })

/** Takes documents out of the ledger or puts them back, as whoever asks. */
export const withdraw = (house: House, caller: Caller, withdrawing: Withdrawing): Promise<readonly Line[]> => {
  const { name, role, within } = caller
  return house.hands.do('withdraw', { withdrawing, desk: deskFor(house, caller), caller: { name, role, within } })
}

export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>

const content = (type: string, schema: TSchema, description: string) => ({ description, content: { [type]: { schema } } })

/** What a route answers, for the description of the service: the usual answer, those of other statuses, and for everything else a problem. */
export const answers = (schema: TSchema, status = 200, more: Readonly<Record<number, TSchema>> = {}, type = 'application/json'): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries({ [status]: schema, ...more }).map(([one, told]) => [one, content(type, told, 'What was asked for')])),
  default: content('application/problem+json', problem, 'A refusal, by RFC 9457'),
})

export const nothing = Type.Null()

/** The most bytes that a request may have: of documents, and of anything else. */
export const most = { document: 67_108_864, request: 1_048_576 } as const

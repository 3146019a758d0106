import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifySwagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest, type FastifySchema, LogController, type RouteOptions } from 'fastify'
import { Misuse } from '../ledger/index.ts'
import { openLedger } from '../store/index.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { refusalPage } from './docs.ts'
import { type Ending, ending } from './ending.ts'
import { guard, isOwn, markHeader, type Reach } from './guard.ts'
import { startHands } from './hands.ts'
import { type App, type House, most, ownerOf } from './house.ts'
import { jobsWith } from './jobs.ts'
import { lingering } from './linger.ts'
import { organisationWith, type OrganisationSettings } from './organisation.ts'
import { terms } from './prepare.ts'
import { Problem, problemOf, told } from './problem.ts'
import { deskRoutes } from './routes-desk.ts'
import { documentRoutes } from './routes-documents.ts'
import { pageRoutes } from './routes-pages.ts'
import { addSample, sampleRoutes } from './routes-sample.ts'
import { sessionRoutes } from './routes-session.ts'
import { threadRoutes } from './routes-threads.ts'
import { upkeepRoutes } from './routes-upkeep.ts'
import { type SampleDocument, sampleDocuments } from './sample.ts'
import { oneTimeToken, sessionsWith } from './sessions.ts'
import { version } from './version.ts'

/** Where a server finds its ledger and its accounts, and how it is reached. */
export type ServiceSettings = {
  readonly ledger: string
  /** The file of the accounts; when it is not there, nobody can sign in and only the address of the terminal opens. */
  readonly accounts: string
  readonly host: string
  /** Files of a certificate and its key, to speak TLS without a proxy. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** A proxy on this machine speaks TLS and tells who calls. */
  readonly proxy: boolean
  /** An OpenID provider that may tell who somebody is; null is none. */
  readonly organisation: OrganisationSettings | null
  /** The address by which browsers come, as https://ledger.example, when it is not the one that they call. */
  readonly address: string | null
  /** The folder of the built pages. */
  readonly pages: string
  readonly owner: string
  /** Threads that read. */
  readonly readers: number
  /** Where refusals and mistakes are logged, a line of JSON each; null is nowhere. */
  readonly log: Writable | null
}

/** A server that runs: `token` opens it once, where it is reached from its own machine only. `welcome` puts the sample into a ledger in which nothing is yet. */
export type Service = { readonly app: App; readonly token: string | null; readonly routes: readonly RouteOptions[]; readonly welcome: () => Promise<void>; readonly close: () => Promise<void> }

const reachOf = ({ host, tls, proxy }: ServiceSettings, accounts: boolean): Reach => {
  const own = isOwn(host)
  if (proxy && !accounts) throw new Misuse('--proxy lets others in, and there are no accounts. Add one first: tawafuq account add NAME --role administrator.')
  if (!own && !accounts) throw new Misuse(`--host ${host} lets others in, and there are no accounts. Add one first (tawafuq account add NAME --role administrator), or leave --host away.`)
  if (!own && tls === null && !proxy) throw new Misuse(`--host ${host} without TLS would send passwords in the open. Give --cert FILE and --key FILE; or keep 127.0.0.1, put a proxy with TLS before it, and say --proxy.`)
  return { own: own && !proxy, secure: tls !== null || proxy }
}

/** An organisation sends people back to one address that it was told before, and others must not be able to choose it. */
const checkAddress = ({ organisation, address }: ServiceSettings, { own }: Reach): void => {
  if (organisation !== null && address === null && !own) throw new Misuse('--oidc needs --address where others are let in: the address that they type, https://ledger.example. The organisation sends them back there.')
  if (address !== null && URL.parse(address)?.origin !== address) throw new Misuse(`--address ${address} is no address of a server: write it as https://ledger.example, without a path.`)
}

const security = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
      manifestSrc: ["'self'"], workerSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    },
  },
} as const

const introduction = `What governments agree with one another, and what becomes of it. Every question may name a moment (asof, hindsight, known); the same question to the same lines has the same answer.

Every request that changes something carries the header ${markHeader}, and a decision the header If-Match with the ETags of all threads that it touches. Refusals are problem documents (RFC 9457).`

type Transformed = { readonly schema: FastifySchema; readonly url: string; readonly route: RouteOptions }

/** The description tells the role of each route, and that decisions need If-Match. */
const described = ({ schema, url, route }: Transformed) => {
  const { access } = route.config ?? {}
  return { schema: { ...schema, 'x-access': access, ...(access === 'everybody' ? { security: [] } : {}) } as FastifySchema, url }
}

const description: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0', info: { title: 'Tawafuq', version, description: introduction },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tawafuq' } } }, security: [{ session: [] }],
  },
  transform: described as never,
}

const unlogged = new Set([400, 404, 409, 412, 422, 428])

const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = problemOf(error, request.routeOptions.bodyLimit ?? most.request)
  const answer = told(problem)
  const facts = { refused: problem.code, status: answer.status, method: request.method, route: request.routeOptions.url ?? null, caller: request.caller?.name ?? null, address: request.ip }
  if (problem.code === 'mistake') request.log.error({ ...facts, err: error }, 'a mistake of the program')
  else if (!unlogged.has(answer.status)) request.log.warn(facts, problem.message)
  if (answer.status === 503) reply.header('retry-after', '5')
  if (request.routeOptions.config.page && (request.headers.accept ?? '').includes('text/html')) return reply.code(answer.status).type('text/html; charset=utf-8').send(refusalPage(answer))
  return lingering(request, reply.code(answer.status).type('application/problem+json; charset=utf-8'), JSON.stringify(answer))
}

/** A route that does not say who may call it does not come up. */
export const declared = (routes: readonly RouteOptions[]): void => {
  for (const { method, url, config } of routes) if (config?.access === undefined) throw new RangeError(`the route ${String(method)} ${url} declares no access: everybody, reader, editor or administrator`)
}

const bare = ({ tls, proxy, log }: ServiceSettings): App => {
  const options = {
    logger: log === null ? false : { level: 'warn', stream: log, base: null }, logController: new LogController({ disableRequestLogging: true }), trustProxy: proxy ? 'loopback' : false,
    bodyLimit: most.request, exposeHeadRoutes: false, requestTimeout: 300_000, routerOptions: { maxParamLength: 200 }, forceCloseConnections: true,
  } as const
  const app = tls === null ? Fastify(options) : Fastify({ ...options, https: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } })
  return (app as unknown as App).withTypeProvider<TypeBoxTypeProvider>()
}

const noSuchPage = (house: House) => (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const page = house.pages !== null && request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
  if (page) return reply.sendFile('index.html')
  throw new Problem('unknown', `${request.method} ${request.url.split('?')[0]} is no address of this server. /api/docs lists them.`)
}

const furnish = async (app: App, house: House, end: Ending): Promise<void> => {
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  app.decorateRequest('caller', null)
  app.setErrorHandler<FastifyError>(answerProblem)
  await app.register(fastifyHelmet, { ...security, hsts: house.reach.secure, referrerPolicy: { policy: 'no-referrer' } })
  await app.register(fastifyRateLimit, { global: false, errorResponseBuilder: (_, { after }) => new Problem('often', `Too many tries from this address. Wait ${after}.`) })
  await app.register(fastifySwagger, description)
  app.addHook('onRequest', end.enter)
  app.addHook('onRequest', guard(house.sessions, house.reach))
  app.addHook('onSend', async (request, reply) => void (request.url.startsWith('/api/') && !reply.hasHeader('cache-control') && reply.header('cache-control', 'no-store')))
  app.setNotFoundHandler(noSuchPage(house))
}

const build = async (app: App, house: House, end: Ending): Promise<readonly RouteOptions[]> => {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  await furnish(app, house, end)
  threadRoutes(app, house)
  await documentRoutes(app, house)
  deskRoutes(app, house)
  upkeepRoutes(app, house)
  sessionRoutes(app, house)
  sampleRoutes(app, house)
  await pageRoutes(app, house)
  await app.ready()
  declared(routes)
  return routes
}

type Door = { readonly accounts: () => Accounts | null; readonly close: () => void }

/** The accounts in a file, from when it is there: the first may be added while the server runs. */
const doorAt = (path: string): Door => {
  let opened: Accounts | null = null
  return {
    accounts: () => {
      opened ??= existsSync(path) ? openAccounts(path) : null
      return opened
    },
    close: () => opened?.close(),
  }
}

/** Makes a server for a ledger. It does not listen yet. */
export const openService = async (settings: ServiceSettings): Promise<Service> => {
  const { accounts, close: closeAccounts } = doorAt(settings.accounts)
  const reach = reachOf(settings, (accounts()?.all().length ?? 0) > 0)
  checkAddress(settings, reach)
  const now = (): number => Date.now()
  const organisation = settings.organisation && organisationWith(settings.organisation, now)
  const open = () => openLedger(settings.ledger, { now: () => new Date().toISOString(), terms })
  const ledger = await open()
  const app = bare(settings)
  const token = isOwn(settings.host) && !settings.proxy ? oneTimeToken() : null
  let sample: readonly SampleDocument[] | null = null
  const house: House = {
    location: settings.ledger, ledger, open, hands: startHands(settings.ledger, settings.readers), jobs: jobsWith((error) => app.log.error({ err: error }, 'a job failed by a mistake of the program')),
    sessions: sessionsWith(accounts, now), accounts, token, owner: settings.owner, reach, organisation, address: settings.address,
    pages: existsSync(join(settings.pages, 'index.html')) ? settings.pages : null, sample: () => (sample ??= sampleDocuments()), today: () => new Date().toISOString().slice(0, 10),
  }
  const end = ending()
  const close = async (): Promise<void> => {
    end.begin()
    await house.jobs.close()
    await end.answered()
    await app.close()
    await house.hands.close()
    await ledger.close()
    closeAccounts()
  }
  const welcome = async (): Promise<void> => {
    if ((await ledger.newest()) === 0) addSample(house, ownerOf(house))
  }
  const routes = await build(app, house, end)
  return { app, token: token?.text ?? null, routes, welcome, close }
}

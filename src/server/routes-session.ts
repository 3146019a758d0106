import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from './accounts.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { callerOf, checkSite } from './guard.ts'
import { answers, type App, type House, nothing } from './house.ts'
import { Problem } from './problem.ts'
import type { Organisation } from './organisation.ts'
import { beginQuery, leftAnswer, returnQuery, sessionAnswer, signInBody, waysAnswer } from './schemas.ts'

const tags = ['session']

/** Sign-ins that one address may try in a minute. */
const tries = 10

/** Ways to an organisation and back that one address may go in a minute: they cost little, and a whole ministry may come from one. */
const ways = 60

/** Gives whoever proved to be somebody a session that nobody knew before. */
const letIn = (house: House, request: FastifyRequest, reply: FastifyReply, account: Account, token: string | null = null): FastifyReply =>
  setCookie('session', request, reply, house.reach, house.sessions.begin(account, account.stamp, token))

/** The address of this server as its browsers know it. */
const addressFor = ({ address }: House, { protocol, host }: FastifyRequest): string => address ?? `${protocol}://${host}`

/** Signing in and out. */
export const sessionRoutes = (app: App, house: House): void => {
  app.post('/api/session', {
    config: { access: 'everybody', rateLimit: { max: tries, timeWindow: 60_000 } }, bodyLimit: 16_384,
    schema: { tags, summary: `Signs in: the answer sets a cookie. ${tries} tries a minute`, body: signInBody, response: answers(sessionAnswer, 201) },
  }, async (request, reply) => {
    const { name, password } = request.body
    const account = (await house.accounts()?.check(name, password)) ?? null
    if (account === null) throw new Problem('unsigned', 'The name or the password is wrong. An administrator can set a new password: tawafuq account password NAME.')
    return letIn(house, request, reply, account).code(201).send({ name: account.name, role: account.role, within: account.within })
  })

  app.get('/api/session', {
    config: { access: 'reader' }, schema: { tags, summary: 'Who is signed in', response: answers(sessionAnswer) },
  }, async (request) => {
    const { name, role, within } = callerOf(request)
    return { name, role, within }
  })

  app.delete('/api/session', {
    config: { access: 'reader' },
    schema: { tags, summary: 'Signs out; who came from an organisation that can be told (200) goes on to its address', response: answers(leftAnswer, 200, { 204: nothing }) },
  }, async (request, reply) => {
    const token = house.sessions.end(cookieOf('session', request, house.reach) ?? '')
    setCookie('session', request, reply, house.reach, '')
    const to = token === null ? null : await organisationOf(house).leave(token, `${addressFor(house, request)}/`)
    return to === null ? reply.code(204).send() : reply.send({ to })
  })

  app.get('/api/session/ways', {
    config: { access: 'everybody' }, schema: { tags, summary: 'The ways to sign in here', response: answers(waysAnswer) },
  }, async () => ({ ways: ['password', ...(house.organisation === null ? [] : ['organisation'])] }))

  organisationRoutes(app, house)
}

/** Where an organisation sends a browser back to. */
export const returnPath = '/api/session/organisation/return'

const organisationOf = ({ organisation }: House): Organisation => {
  if (organisation === null) throw new Problem('unknown', 'No organisation signs anybody in here: the server was started without --oidc.')
  return organisation
}

/** A browser comes twice: it is sent to the organisation, and comes back from it. */
const organisationRoutes = (app: App, house: House): void => {
  const config = { access: 'everybody', page: true, rateLimit: { max: ways, timeWindow: 60_000 } } as const
  app.get('/api/session/organisation', {
    config, schema: { tags, summary: `Sends the browser to the organisation that signs in. ${ways} times a minute`, querystring: beginQuery, response: answers(nothing, 303) },
  }, async (request, reply) => {
    const organisation = organisationOf(house)
    checkSite(request)
    const { to, begun } = await organisation.begin(`${addressFor(house, request)}${returnPath}`, request.query.to ?? '/')
    return setCookie('begun', request, reply, house.reach, begun).redirect(to, 303)
  })

  app.get(returnPath, {
    config, schema: { tags, summary: 'Where the organisation sends the browser back to: the answer sets a cookie', querystring: returnQuery, response: answers(nothing, 303) },
  }, async (request, reply) => {
    const organisation = organisationOf(house)
    setCookie('begun', request, reply, house.reach, '')
    const { identity: { issuer, subject }, page, token } = await organisation.finish(cookieOf('begun', request, house.reach) ?? '', new URL(request.url, 'http://localhost').search)
    const account = house.accounts()?.identified({ issuer, subject }) ?? null
    if (account === null) throw new Problem('untrusted', `You have no account here. An administrator can add one: tawafuq account add NAME --oidc ${issuer} --subject ${subject}`)
    return letIn(house, request, reply, account, token).redirect(page, 303)
  })
}

import { callerOf, sessionOf, setSession } from './guard.ts'
import { answers, type App, type House, nothing } from './house.ts'
import { Problem } from './problem.ts'
import { sessionAnswer, signInBody } from './schemas.ts'

const tags = ['session']

/** Sign-ins that one address may try in a minute. */
const tries = 10

/** Signing in and out. */
export const sessionRoutes = (app: App, house: House): void => {
  app.post('/api/session', {
    config: { access: 'everybody', rateLimit: { max: tries, timeWindow: 60_000 } }, bodyLimit: 16_384,
    schema: { tags, summary: `Signs in: the answer sets a cookie. ${tries} tries a minute`, body: signInBody, response: answers(sessionAnswer, 201) },
  }, async (request, reply) => {
    const { name, password } = request.body
    const account = (await house.accounts()?.check(name, password)) ?? null
    if (account === null) throw new Problem('unsigned', 'The name or the password is wrong. An administrator can set a new password: tawafuq account password NAME.')
    setSession(request, reply, house.reach, house.sessions.begin(account, account.stamp))
    return reply.code(201).send({ name: account.name, role: account.role, within: account.within })
  })

  app.get('/api/session', {
    config: { access: 'reader' }, schema: { tags, summary: 'Who is signed in', response: answers(sessionAnswer) },
  }, async (request) => {
    const { name, role, within } = callerOf(request)
    return { name, role, within }
  })

  app.delete('/api/session', {
    config: { access: 'reader' }, schema: { tags, summary: 'Signs out', response: answers(nothing, 204) },
  }, async (request, reply) => {
    house.sessions.end(sessionOf(request, house.reach) ?? '')
    return setSession(request, reply, house.reach, '').code(204).send()
  })
}

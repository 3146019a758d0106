import type { FastifyReply, FastifyRequest } from 'fastify'
import { allows, type Caller } from './access.ts'
import { Problem } from './problem.ts'
import { sessionHours, type Sessions } from './sessions.ts'
import { liesWithin } from './within.ts'

/** How a server is reached. `own`: only from the machine it runs on. `secure`: browsers come over TLS, here or at a proxy before it. */
export type Reach = { readonly own: boolean; readonly secure: boolean }

/** Requests that change something carry this header: no page of another origin can send it. */
export const markHeader = 'tawafuq-request'

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A page of another name that leads to this machine (DNS rebinding) is refused. */
const checkHost = ({ hostname }: FastifyRequest, { own }: Reach): void => {
  if (own && !ownNames.has(hostname)) throw new Problem('wrong-host', 'Use the address that the terminal shows: this server answers on its own machine only.')
}

/** Cookies do not know ports: two servers of one machine need two names. */
const cookieName = ({ socket }: FastifyRequest, { secure }: Reach): string => (secure ? '__Host-tawafuq' : `tawafuq_${socket.localPort ?? 0}`)

export const sessionOf = (request: FastifyRequest, reach: Reach): string | null => {
  const name = `${cookieName(request, reach)}=`
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(name))
  return found === undefined ? null : found.slice(name.length)
}

/** Gives the browser a session, or with an empty identifier takes it away. */
export const setSession = (request: FastifyRequest, reply: FastifyReply, reach: Reach, id: string): FastifyReply =>
  reply.header('set-cookie', `${cookieName(request, reach)}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${id === '' ? 0 : sessionHours * 3600}${reach.secure ? '; Secure' : ''}`)

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Another site cannot make a browser that is signed in here change anything. */
const checkOrigin = ({ method, headers, host }: FastifyRequest): void => {
  if (harmless.has(method)) return
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('forged', 'The request was made by a page of another site. Open the pages of this server themselves.')
  if (headers.origin !== undefined && !headers.origin.endsWith(`//${host}`)) throw new Problem('forged', `The request was made by a page of ${headers.origin}. Open the pages of this server themselves.`)
  if (headers[markHeader] === undefined) throw new Problem('forged', `The header ${markHeader} is missing: send it with any value with every request that changes something.`)
}

/** Who may not call a route is refused before anything of the body is read. */
export const guard = (sessions: Sessions, reach: Reach) => async (request: FastifyRequest): Promise<void> => {
  checkHost(request, reach)
  if (request.is404) return
  const { access, whole } = request.routeOptions.config
  if (access === undefined) throw new RangeError(`the route ${request.routeOptions.url} declares no access`)
  const id = sessionOf(request, reach)
  request.caller = id === null ? null : sessions.find(id)
  if (access !== 'everybody' && request.caller === null) throw new Problem('unsigned', 'Open the address that the terminal shows, or sign in with POST /api/session. A session ends after some hours and with the server.')
  if (request.caller && !allows(request.caller.role, access)) throw new Problem('forbidden', `The role ${access} is needed and ${request.caller.name} is ${request.caller.role}. Ask an administrator.`)
  if (whole && request.caller?.within) throw new Problem('outside', 'This is about the whole ledger and your account sees a part. Ask an administrator.')
  checkOrigin(request)
}

/** Who calls a route that is not for everybody. */
export const callerOf = ({ caller }: FastifyRequest): Caller => {
  if (caller === null) throw new RangeError('a route asks who calls and lets everybody in')
  return caller
}

/** Refuses what lies outside of what the caller may see as if it were not there. */
export const checkWithin = ({ within }: Caller, between: readonly string[], what: string): void => {
  if (!liesWithin(within, between)) throw new Problem('unknown', `There is no ${what} that you may see. What lies between other states than those of your account is not shown.`)
}

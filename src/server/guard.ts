import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { allows, type Caller } from './access.ts'
import { cookieOf } from './cookies.ts'
import { Problem } from './problem.ts'
import type { Sessions } from './sessions.ts'
import { liesWithin } from './within.ts'

/** How a server is reached. `own`: only from the machine it runs on. `secure`: browsers come over TLS, here or at a proxy before it. */
export type Reach = { readonly own: boolean; readonly secure: boolean }

/** Requests that change something carry this header: no page of another origin can send it. */
export const markHeader = 'tawafuq-request'

/** Whether a name or an address leads to the machine itself and to no other. */
export const isOwn = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'))

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A page of another name that leads to this machine (DNS rebinding) is refused. */
const checkHost = ({ hostname }: FastifyRequest, { own }: Reach): void => {
  if (own && !ownNames.has(hostname)) throw new Problem('wrong-host', 'Use the address that the terminal shows: this server answers on its own machine only.')
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** By what the browser tells: scripts cannot change this header. */
export const checkSite = ({ headers }: FastifyRequest): void => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('forged', 'The request was made by a page of another site. Open the pages of this server themselves.')
}

/** Another site cannot make a browser that is signed in here change anything. */
const checkOrigin = (request: FastifyRequest): void => {
  const { method, headers, host } = request
  if (harmless.has(method)) return
  checkSite(request)
  if (headers.origin !== undefined && !headers.origin.endsWith(`//${host}`)) throw new Problem('forged', `The request was made by a page of ${headers.origin}. Open the pages of this server themselves.`)
  if (headers[markHeader] === undefined) throw new Problem('forged', `The header ${markHeader} is missing: send it with any value with every request that changes something.`)
}

/** A body of a few bytes may unpack to as many as fill the memory: none is unpacked. */
const checkPlain = ({ headers }: FastifyRequest): void => {
  const coding = headers['content-encoding']
  if (coding !== undefined && coding !== 'identity') throw new Problem('unsupported', 'The body is compressed (Content-Encoding), and nothing is unpacked here. Send the text itself, without Content-Encoding.')
}

/** Who may not call a route is refused before anything of the body is read. */
export const guard = (sessions: Sessions, reach: Reach) => async (request: FastifyRequest): Promise<void> => {
  checkHost(request, reach)
  if (request.is404) return
  const { access, whole } = request.routeOptions.config
  if (access === undefined) throw new RangeError(`the route ${request.routeOptions.url} declares no access`)
  const id = cookieOf('session', request, reach)
  request.caller = id === null ? null : sessions.find(id)
  if (access !== 'everybody' && request.caller === null) throw new Problem('unsigned', 'Open the address that the terminal shows, or sign in with POST /api/session. A session ends after some hours and with the server.')
  if (request.caller && !allows(request.caller.role, access)) throw new Problem('forbidden', `The role ${access} is needed and ${request.caller.name} is ${request.caller.role}. Ask an administrator.`)
  if (whole && request.caller?.within) throw new Problem('outside', 'This is about the whole ledger and your account sees a part. Ask an administrator.')
  checkOrigin(request)
  checkPlain(request)
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

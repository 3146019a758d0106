import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reach } from './guard.ts'
import { sessionHours } from './sessions.ts'

/** What a browser keeps for this server: who is signed in, and a sign-in that was begun and is not ended. */
export type Cookie = 'session' | 'begun'

/** Minutes that a sign-in at an organisation may take. */
export const begunMinutes = 10

/** Seconds that a cookie is kept, and whether it comes along when a page of another site leads here: an organisation that has let somebody in does. */
const kinds = { session: { seconds: sessionHours * 3600, site: 'Strict' }, begun: { seconds: begunMinutes * 60, site: 'Lax' } } as const

/** Cookies do not know ports: two servers of one machine need two names. */
const nameOf = (cookie: Cookie, { socket }: FastifyRequest, { secure }: Reach): string =>
  `${secure ? '__Host-tawafuq' : `tawafuq_${socket.localPort ?? 0}`}${cookie === 'session' ? '' : `_${cookie}`}`

export const cookieOf = (cookie: Cookie, request: FastifyRequest, reach: Reach): string | null => {
  const name = `${nameOf(cookie, request, reach)}=`
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(name))
  return found === undefined ? null : found.slice(name.length)
}

/** Gives the browser a cookie, or with an empty value takes it away. */
export const setCookie = (cookie: Cookie, request: FastifyRequest, reply: FastifyReply, reach: Reach, value: string): FastifyReply => {
  const { seconds, site } = kinds[cookie]
  return reply.header('set-cookie', `${nameOf(cookie, request, reach)}=${value}; Path=/; HttpOnly; SameSite=${site}; Max-Age=${value === '' ? 0 : seconds}${reach.secure ? '; Secure' : ''}`)
}

import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Caller } from './access.ts'
import type { Accounts } from './accounts.ts'

/** Hours after which a session ends, whatever happens in it. */
export const sessionHours = 12

/** More sessions than that are not kept: the oldest ends. */
const most = 10_000

/** `stamp`: that of the account when it signed in; null for whoever came by the address of the terminal. `token`: the ID token of whoever came from an organisation. */
type Session = { readonly caller: Caller; readonly stamp: string | null; readonly token: string | null; readonly until: number }

/** Sessions by opaque identifiers. They live in memory: all end with the server. */
export type Sessions = {
  readonly begin: (caller: Caller, stamp: string | null, token?: string | null) => string
  /** Who is behind an identifier, as the account is now; null when nobody is (any more). */
  readonly find: (id: string) => Caller | null
  /** Ends a session: the ID token with which it began, of whoever came from an organisation. */
  readonly end: (id: string) => string | null
}

const key = (id: string): string => hash('sha256', id)

export const sessionsWith = (accounts: () => Accounts | null, now: () => number): Sessions => {
  const kept = new Map<string, Session>()
  const current = ({ caller, stamp, until }: Session): Caller | null => {
    if (until <= now()) return null
    if (stamp === null) return caller
    const account = accounts()?.find(caller.name) ?? null
    return account?.stamp === stamp ? account : null
  }
  return {
    begin: (caller, stamp, token = null) => {
      const id = randomBytes(32).toString('base64url')
      kept.set(key(id), { caller, stamp, token, until: now() + sessionHours * 3_600_000 })
      const oldest = kept.keys().next().value
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return id
    },
    find: (id) => {
      const session = kept.get(key(id))
      const caller = session ? current(session) : null
      if (session && !caller) kept.delete(key(id))
      return caller
    },
    end: (id) => {
      const token = kept.get(key(id))?.token ?? null
      kept.delete(key(id))
      return token
    },
  }
}

/** A secret that opens once. */
export type Token = { readonly text: string; readonly spend: (text: string) => boolean }

const bytesOf = (text: string): Buffer => Buffer.from(hash('sha256', text), 'hex')

export const oneTimeToken = (): Token => {
  const text = randomBytes(32).toString('base64url')
  let spent = false
  return {
    text,
    spend: (given) => {
      const right = !spent && timingSafeEqual(bytesOf(given), bytesOf(text))
      if (right) spent = true
      return right
    },
  }
}

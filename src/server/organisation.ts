import { hash, randomBytes } from 'node:crypto'
import {
  allowInsecureRequests, AuthorizationResponseError, authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, type ClientAuth, ClientSecretBasic, ClientSecretPost, type Configuration,
  discovery, enableNonRepudiationChecks, None, randomNonce, randomPKCECodeVerifier, randomState, ResponseBodyError,
} from 'openid-client'
import { Misuse } from '../ledger/index.ts'
import type { Identity } from './accounts.ts'
import { begunMinutes } from './cookies.ts'
import { isOwn } from './guard.ts'
import { once } from './once.ts'
import { Problem } from './problem.ts'

/** An OpenID provider that may tell who somebody is. `secret`: null of a client that has none. */
export type OrganisationSettings = { readonly issuer: string; readonly client: string; readonly secret: string | null }

/** Sign-in at an organisation: out of the door, and back with who it was. */
export type Organisation = {
  /** Where the browser is sent, and the value of the cookie that binds its return to it. `back`: where it returns to; `page`: what it wants to see then. */
  readonly begin: (back: string, page: string) => Promise<{ readonly to: string; readonly begun: string }>
  /** Who came back, with the ID token that says so. `begun`: the cookie; it is good once, whatever comes of it. `query`: what the organisation sent along, with its question mark. */
  readonly finish: (begun: string, query: string) => Promise<{ readonly identity: Identity; readonly page: string; readonly token: string }>
  /** Where the browser is sent to sign out at the organisation too (OpenID Connect RP-Initiated Logout 1.0); null where the organisation has no such address. `back`: where it returns to. */
  readonly leave: (token: string, back: string) => Promise<string | null>
}

/** The address of an issuer. In the open (http) only where nobody can listen: on this machine. */
const issuerOf = (issuer: string): URL => {
  const url = URL.parse(issuer)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search !== '' || url.hash !== '') throw new Misuse(`--oidc ${issuer} is no issuer: write its address as the organisation tells it, https://sign-in.example.`)
  if (url.protocol === 'http:' && !isOwn(url.hostname)) throw new Misuse(`--oidc ${issuer} would be asked in the open. Give its https address.`)
  return url
}

/** Shows the secret as the provider takes it: in a header, as is usual, or in the body. */
const proof = (secret: string | null): ClientAuth => (server, ...rest) => {
  if (secret === null) return None()(server, ...rest)
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return (ways.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret))(server, ...rest)
}

/** Seconds that the provider has to answer. */
const timeout = 10

const unreached = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])

/** The code of what went wrong. Messages and causes may hold tokens and are told to nobody. */
const codeOf = (error: unknown): string => {
  const { code, error: said } = error as { readonly code?: unknown; readonly error?: unknown }
  return [said, code].find((one): one is string => typeof one === 'string' && /^[A-Za-z_]{1,80}$/.test(one)) ?? 'no reason was given'
}

const whyRefused = (error: unknown): string => {
  if (error instanceof AuthorizationResponseError) return 'Your organisation did not let you in'
  return error instanceof ResponseBodyError ? 'Your organisation refused what this server sent' : 'What your organisation sent is not to be trusted'
}

const refused = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  const silent = (error instanceof TypeError && code === 'no reason was given') || unreached.has(code)
  if (silent) return new Problem('unreached', `The sign-in of your organisation did not answer as it should (${code}). Try again; if that does not help, an administrator checks --oidc and the network.`)
  return new Problem('untrusted', `${whyRefused(error)} (${code}). Nobody was signed in. Begin again on the pages of this server.`)
}

/** Runs a talk with the provider; what goes wrong in it is told as a problem. */
const talking = async <T>(talk: () => Promise<T>): Promise<T> => {
  try {
    return await talk()
  } catch (error) {
    throw refused(error)
  }
}

const discovered = async ({ issuer, client, secret }: OrganisationSettings, url: URL): Promise<Configuration> => {
  const execute = [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])]
  const found = await discovery(url, client, undefined, proof(secret), { execute, timeout })
  // An account is bound to this issuer: a description that speaks for many (a "common" one) would let others in under its name.
  if (new URL(found.serverMetadata().issuer).href !== url.href) throw new Problem('untrusted', `${issuer} calls itself ${found.serverMetadata().issuer}. An administrator gives that as --oidc.`)
  return found
}

type Begun = { readonly back: string; readonly page: string; readonly state: string; readonly nonce: string; readonly verifier: string; readonly until: number }

/** More sign-ins than that are not kept: the oldest has to begin again. */
const most = 10_000

/** Sign-ins that were begun, by opaque identifiers; each is taken once. */
const begunWith = (now: () => number) => {
  const kept = new Map<string, Begun>()
  return {
    put: (begun: Omit<Begun, 'until'>): string => {
      const id = randomBytes(32).toString('base64url')
      kept.set(hash('sha256', id), { ...begun, until: now() + begunMinutes * 60_000 })
      const oldest = kept.keys().next().value
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return id
    },
    take: (id: string): Begun => {
      const begun = kept.get(hash('sha256', id))
      kept.delete(hash('sha256', id))
      if (begun === undefined || begun.until <= now()) throw new Problem('untrusted', `This sign-in was not begun in this browser, was used already, or took more than ${begunMinutes} minutes. Begin again on the pages of this server.`)
      return begun
    },
  }
}

/** The sign-in of an organisation. Nothing of the network is asked before somebody begins. */
export const organisationWith = (settings: OrganisationSettings, now: () => number): Organisation => {
  const url = issuerOf(settings.issuer)
  const configuration = once(() => discovered(settings, url))
  const all = begunWith(now)
  return {
    begin: (back, page) => talking(async () => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
      const to = buildAuthorizationUrl(await configuration(), {
        redirect_uri: back, scope: 'openid', response_type: 'code', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      })
      return { to: to.href, begun: all.put({ back, page, state, nonce, verifier }) }
    }),
    finish: (id, query) => talking(async () => {
      const { back, page, state, nonce, verifier } = all.take(id)
      const tokens = await authorizationCodeGrant(await configuration(), new URL(query, back), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
      const { iss, sub } = tokens.claims()!
      return { identity: { issuer: iss, subject: sub }, page, token: tokens.id_token! }
    }),
    leave: (token, back) => talking(async () => {
      const found = await configuration()
      return found.serverMetadata().end_session_endpoint === undefined ? null : buildEndSessionUrl(found, { id_token_hint: token, post_logout_redirect_uri: back }).href
    }),
  }
}

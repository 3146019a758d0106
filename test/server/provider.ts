import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the next ID token differs from what it should be. */
export type Mischief = { readonly claims?: Readonly<Record<string, unknown>>; readonly header?: Readonly<Record<string, unknown>>; readonly key?: KeyObject; readonly bare?: boolean }

type Code = { readonly challenge: string; readonly nonce: string; readonly back: string; readonly client: string }

/** An OpenID provider on this machine. */
export type Provider = {
  readonly issuer: string
  readonly secret: string | null
  /** Every path that was asked for. */
  readonly asked: readonly string[]
  /** Lets somebody in, as whoever comes with a browser is let in too: where the browser is sent back to. */
  readonly letIn: (to: string) => URL
  /** Signs somebody out, as whoever comes with a browser is signed out too: where the browser is sent back to. */
  readonly letOut: (to: string) => URL
  /** The subjects that were signed out. */
  readonly left: readonly string[]
  /** What it says from now on. */
  readonly say: (subject: string, mischief?: Mischief) => void
  /** What it describes itself as from now on, instead of its address. */
  readonly pose: (issuer: string | null) => void
  readonly close: () => Promise<void>
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const secret = 'a secret of the client: 100%'

/** A signature as the header announces it. `none` is left away; HS256 is made with the secret, as whoever knows only that would. */
const signature = (body: string, alg: unknown, key: KeyObject): string => {
  if (alg === 'none') return ''
  if (alg === 'HS256') return createHmac('sha256', secret).update(body).digest('base64url')
  return sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
}

const token = (claims: object, header: Readonly<Record<string, unknown>>, key: KeyObject): string => {
  const body = `${base64(header)}.${base64(claims)}`
  return `${body}.${signature(body, header['alg'], key)}`
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

const keys = { RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }), ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }) } as const

type Proof = 'client_secret_basic' | 'client_secret_post' | 'none'

/** Whether a request shows the secret in the one way that the provider takes. */
const proved = (proof: Proof, header: string, body: URLSearchParams): boolean => {
  const [name, shown] = Buffer.from(header.replace('Basic ', ''), 'base64').toString().split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  if (proof === 'client_secret_basic') return name === 'ledger' && shown === secret
  return header === '' && body.get('client_id') === 'ledger' && body.get('client_secret') === (proof === 'none' ? null : secret)
}

export const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** Starts a provider that knows one client. `alg`: how it signs. `proof`: how the client shows its secret, if it has one. `leaves`: whether one can sign out there. */
export const provider = async (alg: keyof typeof keys = 'RS256', proof: Proof = 'client_secret_basic', leaves = true): Promise<Provider> => {
  const [asked, left]: [string[], string[]] = [[], []]
  const codes = new Map<string, Code>()
  let [subject, mischief, called]: [string, Mischief, string | null] = ['', {}, null]
  const server = createServer((request, response) => void (async () => {
    const { pathname } = new URL(request.url!, issuer)
    asked.push(pathname)
    if (pathname === '/authorize') return response.writeHead(302, { location: letIn(issuer + request.url!).href }).end()
    if (pathname === '/leave') return response.writeHead(302, { location: letOut(issuer + request.url!).href }).end()
    const [status, value] = await answer(pathname, request)
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  })())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const grant = async (request: IncomingMessage): Promise<readonly [number, object]> => {
    const body = await bodyOf(request)
    const code = codes.get(body.get('code') ?? '')
    codes.delete(body.get('code') ?? '')
    if (!proved(proof, request.headers.authorization ?? '', body)) return [401, { error: 'invalid_client' }]
    const begun = code !== undefined && createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url') === code.challenge
    if (!begun || body.get('redirect_uri') !== code.back) return [400, { error: 'invalid_grant' }]
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, sub: subject, aud: code.client, iat: now, exp: now + 300, nonce: code.nonce, ...mischief.claims }
    const header = { alg, kid: alg, ...mischief.header }
    return [200, { access_token: randomUUID(), token_type: 'Bearer', ...(mischief.bare ? {} : { id_token: token(claims, header, mischief.key ?? keys[alg].privateKey) }) }]
  }

  const answer = async (path: string, request: IncomingMessage): Promise<readonly [number, object]> => {
    if (path === '/.well-known/openid-configuration') return [200, { issuer: called ?? issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'ES256'], token_endpoint_auth_methods_supported: [proof], ...(leaves ? { end_session_endpoint: `${issuer}/leave` } : {}) }]
    if (path === '/keys') return [200, { keys: [{ ...keys[alg].publicKey.export({ format: 'jwk' }), kid: alg, alg, use: 'sig' }] }]
    return path === '/token' ? grant(request) : [404, {}]
  }

  const letIn = (to: string): URL => {
    const asks = new URL(to).searchParams
    const [code, back] = [randomUUID(), new URL(asks.get('redirect_uri')!)]
    codes.set(code, { challenge: asks.get('code_challenge')!, nonce: asks.get('nonce')!, back: back.href, client: asks.get('client_id')! })
    back.search = new URLSearchParams({ code, state: asks.get('state')! }).toString()
    return back
  }

  const letOut = (to: string): URL => {
    const asks = new URL(to).searchParams
    const [header, claims, signed] = asks.get('id_token_hint')!.split('.') as [string, string, string]
    if (!verify('sha256', Buffer.from(`${header}.${claims}`), { key: keys[alg].publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signed, 'base64url'))) throw new Error('the hint is no token of this provider')
    const { sub, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly sub: string; readonly aud: string }
    if (aud !== asks.get('client_id')) throw new Error(`the token is for ${aud}`)
    left.push(sub)
    return new URL(asks.get('post_logout_redirect_uri')!)
  }

  return {
    letIn, letOut, left, issuer, secret: proof === 'none' ? null : secret, asked,
    say: (who, how = {}) => { [subject, mischief] = [who, how] },
    pose: (name) => { called = name },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import { openAccounts, openService } from '../../src/server/index.ts'
import { type Mischief, type Provider, provider, strangersKey } from './provider.ts'
import { type Served, served, servedHere } from './served.ts'

const organisation = ({ issuer, secret }: Provider) => ({ issuer, client: 'ledger', secret })

const source = await provider()
after(() => source.close())
const house = await servedHere({ organisation: organisation(source) })
const [begin, finish] = ['/api/session/organisation', '/api/session/organisation/return']

before(async () => {
  const accounts = await openAccounts(house.settings.accounts)
  accounts.admit({ name: 'Nadia', role: 'editor', within: [['JO', 'JP']] }, { issuer: source.issuer, subject: 'sub-1' })
  accounts.admit({ name: 'Other', role: 'administrator', within: null }, { issuer: 'https://other.example', subject: 'sub-2' })
  accounts.close()
})

/** Every browser has an address of its own: tries are counted by it. */
let browsers = 0
const browser = (of: Served = house) => {
  const remoteAddress = `10.9.0.${(browsers += 1)}`
  const jar = new Map<string, string>()
  const get = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await of.service.app.inject({ url, remoteAddress, headers: { ...(cookie === '' ? {} : { cookie }), ...headers } })
    for (const { name, value } of answer.cookies) {
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const leave = (headers: Readonly<Record<string, string>> = {}) =>
    of.service.app.inject({ method: 'DELETE', url: '/api/session', remoteAddress, headers: { 'tawafuq-request': '1', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...headers } })
  return { get, jar, leave }
}
type Browser = ReturnType<typeof browser>

const sentTo = async ({ get }: Browser, url = begin): Promise<string> => {
  const answer = await get(url)
  assert.equal(answer.statusCode, 303, answer.body)
  return String(answer.headers.location)
}

/** The way back, without the name of the host. */
const back = (url: URL): string => url.pathname + url.search

const cameBack = async (one: Browser) => one.get(back(source.letIn(await sentTo(one))))

const typeOf = (answer: { readonly body: string }): string => (JSON.parse(answer.body) as { readonly type: string }).type.replace('urn:tawafuq:problem:', '')

test('nothing of the network is asked before somebody begins, and nothing at all without the option', async () => {
  assert.deepEqual(source.asked, [])
  assert.deepEqual((await house.ask(null, { url: '/api/session/ways' })).value(), { ways: ['password', 'organisation'] })
  const plain = await served()
  try {
    assert.deepEqual((await plain.ask(null, { url: '/api/session/ways' })).value(), { ways: ['password'] })
    for (const url of [begin, `${finish}?code=x&state=y`]) assert.equal((await plain.ask(null, { url })).status, 404)
  } finally {
    await plain.close()
  }
  assert.deepEqual(source.asked, [])
})

test('whoever the organisation lets in is signed in to the account that was added, with its role and its limits', async () => {
  source.say('sub-1')
  const one = browser()
  const answer = await cameBack(one)
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/'])
  assert.deepEqual((await one.get('/api/session')).json(), { name: 'Nadia', role: 'editor', within: [['JO', 'JP']] })
  assert.equal((await one.get('/api/export')).statusCode, 403)
  assert.deepEqual([...one.jar.keys()], ['tawafuq_0'], 'the cookie of the beginning is gone')
})

for (const [alg, proof] of [['ES256', 'none'], ['RS256', 'client_secret_post']] as const) test(`a provider that signs by ${alg} and takes a secret by ${proof} is understood`, async () => {
  const other = await provider(alg, proof)
  const own = await served({ organisation: organisation(other) })
  try {
    const accounts = await openAccounts(own.settings.accounts)
    accounts.admit({ name: 'Nadia', role: 'reader', within: null }, { issuer: `${other.issuer}/`, subject: 'sub-1' })
    accounts.close()
    other.say('sub-1')
    const one = browser(own)
    assert.equal((await one.get(back(other.letIn(await sentTo(one))))).statusCode, 303)
  } finally {
    await own.close()
    await other.close()
  }
})

test('the browser is sent out with a challenge, a state and a nonce, none of them twice, and back to this server', async () => {
  const asks = [await sentTo(browser()), await sentTo(browser())].map((to) => new URL(to).searchParams)
  for (const one of asks) assert.deepEqual(['response_type', 'scope', 'client_id', 'code_challenge_method', 'redirect_uri'].map((name) => one.get(name)), ['code', 'openid', 'ledger', 'S256', `http://localhost:80${finish}`])
  for (const name of ['code_challenge', 'state', 'nonce']) assert.ok(asks[0]!.get(name)!.length >= 43 && asks[0]!.get(name) !== asks[1]!.get(name), name)
})

test('whoever was signed in sees the page that was asked for, and never one of another server', async () => {
  source.say('sub-1')
  const one = browser()
  const to = encodeURIComponent('/threads/x?asof=2019-12-31')
  assert.equal((await one.get(back(source.letIn(await sentTo(one, `${begin}?to=${to}`))))).headers.location, '/threads/x?asof=2019-12-31')
  for (const page of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/x\r\nset-cookie: a=b', '/\t/evil.example']) assert.equal((await browser().get(`${begin}?to=${encodeURIComponent(page)}`)).statusCode, 400, page)
})

test('the cookie of the beginning is out of reach of scripts, comes along from the organisation, and ends soon', async () => {
  assert.match(String((await browser().get(begin)).headers['set-cookie']), /^tawafuq_0_begun=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/)
})

test('a page of another site cannot begin a sign-in', async () => {
  assert.equal((await browser().get(begin, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
})

test('who has no account is told what an administrator needs to know, and nobody is added', async () => {
  source.say('sub-9')
  const one = browser()
  const answer = await cameBack(one)
  assert.deepEqual([answer.statusCode, typeOf(answer)], [403, 'untrusted'])
  assert.match(answer.body, new RegExp(`account add NAME --oidc ${source.issuer} --subject sub-9`))
  assert.equal((await one.get('/api/session')).statusCode, 401)
  source.say('sub-2')
  assert.equal((await cameBack(browser())).statusCode, 403, 'the subject of another issuer is somebody else')
})

test('a refusal is a page to whoever comes with a browser, and what it says is text', async () => {
  source.say('<script>alert(1)</script>')
  const one = browser()
  const answer = await one.get(back(source.letIn(await sentTo(one))), { accept: 'text/html,*/*' })
  assert.equal(answer.statusCode, 403)
  assert.match(String(answer.headers['content-type']), /^text\/html/)
  assert.match(answer.body, /You could not be signed in.*&lt;script&gt;/s)
  assert.doesNotMatch(answer.body, /<script/)
})

// ---- the way out

test('whoever signs out here goes on to sign out at the organisation, and comes back', async () => {
  source.say('sub-1')
  const one = browser()
  await cameBack(one)
  const answer = await one.leave()
  assert.equal(answer.statusCode, 200, answer.body)
  assert.match(String(answer.headers['set-cookie']), /^tawafuq_0=; .*Max-Age=0/)
  assert.equal((await one.get('/api/session')).statusCode, 401)
  const { to } = answer.json<{ readonly to: string }>()
  assert.ok(to.startsWith(`${source.issuer}/leave?`))
  assert.equal(source.letOut(to).href, 'http://localhost/')
  assert.deepEqual(source.left, ['sub-1'])
})

test('whoever came by a password, or from an organisation where one cannot sign out, signs out here', async () => {
  const asked = source.asked.length
  const editor = browser()
  const [name, value] = (await house.cookie('editor')).split('=') as [string, string]
  editor.jar.set(name, value)
  assert.deepEqual([(await editor.leave()).statusCode, source.asked.length], [204, asked])
  const other = await provider('ES256', 'none', false)
  const own = await served({ organisation: organisation(other) })
  try {
    const accounts = await openAccounts(own.settings.accounts)
    accounts.admit({ name: 'Nadia', role: 'reader', within: null }, { issuer: other.issuer, subject: 'sub-1' })
    accounts.close()
    other.say('sub-1')
    const one = browser(own)
    await one.get(back(other.letIn(await sentTo(one))))
    assert.equal((await one.leave()).statusCode, 204)
    assert.equal((await one.get('/api/session')).statusCode, 401)
  } finally {
    await own.close()
    await other.close()
  }
})

// ---- what is not to be trusted

const seconds = (more: number): number => Math.floor(Date.now() / 1000) + more

const mischiefs: Readonly<Record<string, Mischief>> = {
  'a wrong nonce': { claims: { nonce: 'another' } },
  'no nonce': { claims: { nonce: undefined } },
  'the token of another issuer': { claims: { iss: 'https://other.example' } },
  'a token for another client': { claims: { aud: 'another' } },
  'a token for several clients': { claims: { aud: ['ledger', 'another'] } },
  'an expired token': { claims: { iat: seconds(-7200), exp: seconds(-3600) } },
  'a token without an end': { claims: { exp: undefined } },
  'a token without a subject': { claims: { sub: undefined } },
  'a token of the future': { claims: { nbf: seconds(3600) } },
  'a token that somebody else signed': { key: strangersKey },
  'a token with an unknown key': { key: strangersKey, header: { kid: 'another' } },
  'a token without a signature': { header: { alg: 'none' } },
  'a token that was signed with a secret': { header: { alg: 'HS256' } },
  'no token': { bare: true },
}

for (const [name, mischief] of Object.entries(mischiefs)) {
  test(`${name} signs nobody in, and is logged`, async () => {
    source.say('sub-1', mischief)
    const one = browser()
    const before = house.logged().length
    const answer = await cameBack(one)
    assert.deepEqual([answer.statusCode, typeOf(answer)], [403, 'untrusted'], answer.body)
    assert.equal((await one.get('/api/session')).statusCode, 401)
    assert.match(house.logged().slice(before), /"refused":"untrusted".*"route":"\/api\/session\/organisation\/return"/)
  })
}

const refusedAt = async (one: Browser, url: string): Promise<void> => {
  const answer = await one.get(url)
  assert.deepEqual([answer.statusCode, typeOf(answer)], [403, 'untrusted'], answer.body)
  assert.equal((await one.get('/api/session')).statusCode, 401)
}

test('a way back is good once', async () => {
  source.say('sub-1')
  const one = browser()
  const to = await sentTo(one)
  const [first, second] = [back(source.letIn(to)), back(source.letIn(to))]
  const begun = new Map(one.jar)
  assert.equal((await one.get(first)).statusCode, 303)
  for (const url of [first, second]) {
    const thief = browser()
    for (const [name, value] of begun) thief.jar.set(name, value)
    await refusedAt(thief, url)
  }
})

test('nobody is signed in by the way back of somebody else', async () => {
  source.say('sub-1')
  const thief = browser()
  const url = back(source.letIn(await sentTo(thief)))
  await refusedAt(browser(), url)
  const victim = browser()
  await sentTo(victim)
  await refusedAt(victim, url)
})

test('a wrong state, a wrong code and a refusal of the organisation sign nobody in', async () => {
  source.say('sub-1')
  const changed = async (change: (query: URLSearchParams) => void): Promise<void> => {
    const one = browser()
    const url = source.letIn(await sentTo(one))
    change(url.searchParams)
    await refusedAt(one, back(url))
  }
  await changed((query) => query.set('state', 'another'))
  await changed((query) => query.delete('state'))
  await changed((query) => query.set('code', 'another'))
  await changed((query) => query.set('iss', 'https://other.example'))
  await changed((query) => { query.delete('code'); query.set('error', 'access_denied') })
})

test('a sign-in that took too long begins again', async () => {
  source.say('sub-1')
  const one = browser()
  const url = back(source.letIn(await sentTo(one)))
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 601_000 })
  try {
    await refusedAt(one, url)
  } finally {
    mock.timers.reset()
  }
})

test('a session that was there before is not the session after', async () => {
  source.say('sub-1')
  const one = browser()
  one.jar.set('tawafuq_0', 'a'.repeat(43))
  await cameBack(one)
  assert.notEqual(one.jar.get('tawafuq_0'), 'a'.repeat(43))
  assert.equal((await one.get('/api/session')).statusCode, 200)
})

test('an account of the organisation has no password, and its removal ends its session', async () => {
  source.say('sub-1')
  const one = browser()
  await cameBack(one)
  for (const password of ['', ' ', 'null', 'four words are long']) assert.notEqual((await house.service.app.inject({ method: 'POST', url: '/api/session', remoteAddress: '10.8.0.1', headers: { 'tawafuq-request': '1' }, payload: { name: 'Nadia', password } })).statusCode, 201)
  const accounts = await openAccounts(house.settings.accounts)
  await assert.rejects(accounts.setPassword('Nadia', 'four words are long'), /signs in at .* and has no password/)
  assert.throws(() => accounts.admit({ name: 'Again', role: 'reader', within: null }, { issuer: `${source.issuer}/`, subject: 'sub-1' }), /is Nadia already/)
  accounts.remove('Nadia')
  assert.equal((await one.get('/api/session')).statusCode, 401)
  assert.equal((await cameBack(browser())).statusCode, 403)
  accounts.admit({ name: 'Nadia', role: 'reader', within: null }, { issuer: source.issuer, subject: 'sub-1' })
  accounts.close()
  assert.equal((await cameBack(browser())).statusCode, 303)
})

test('many beginnings of one address are refused', async () => {
  const one = browser()
  const statuses: number[] = []
  for (let at = 0; at < 62; at += 1) statuses.push((await one.get(begin)).statusCode)
  assert.deepEqual(statuses.slice(-2), [429, 429])
})

test('no code, state, nonce, secret or token is logged', async () => {
  assert.ok(house.logged().includes('untrusted'))
  assert.doesNotMatch(house.logged(), /code=|state=|nonce|a secret of the client|eyJ|verifier/)
})

test('a provider that does not answer, or is another than it was said to be, is told of, and asked again later', async () => {
  const late = await provider()
  const own = await served({ organisation: { ...organisation(late), secret: 'wrong' } })
  try {
    late.pose('https://other.example')
    const mistaken = await browser(own).get(begin)
    assert.deepEqual([mistaken.statusCode, typeOf(mistaken)], [403, 'untrusted'])
    late.pose(null)
    late.say('sub-1')
    const one = browser(own)
    const url = back(late.letIn(await sentTo(one)))
    const answer = await one.get(url)
    assert.match(answer.body, /refused what this server sent \(invalid_client\)/)
    assert.doesNotMatch(own.logged(), /wrong/)
    const again = browser(own)
    const next = back(late.letIn(await sentTo(again)))
    await late.close()
    const silent = await again.get(next)
    assert.deepEqual([silent.statusCode, typeOf(silent)], [502, 'unreached'])
    assert.match(own.logged(), /"refused":"unreached"/)
  } finally {
    await own.close()
  }
})

test('an address where no provider is, is told of', async () => {
  const own = await openService({ ...house.settings, organisation: { ...organisation(source), issuer: `${source.issuer}/nowhere` } })
  try {
    const answer = await own.app.inject({ url: begin })
    assert.deepEqual([answer.statusCode, typeOf(answer)], [502, 'unreached'])
  } finally {
    await own.close()
  }
})

test('an issuer that speaks for many organisations is refused: an account is bound to one', async () => {
  const issuer = 'https://login.microsoftonline.com/common/v2.0'
  const described = { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0', authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` }
  const fetched = mock.method(globalThis, 'fetch', async () => Response.json(described))
  const own = await openService({ ...house.settings, organisation: { issuer, client: 'ledger', secret: null } })
  try {
    const answer = await own.app.inject({ url: begin })
    assert.deepEqual([answer.statusCode, typeOf(answer)], [403, 'untrusted'])
    assert.match(answer.body, /calls itself .*An administrator gives that as --oidc/)
  } finally {
    fetched.mock.restore()
    await own.close()
  }
})

const misuses = [
  [{ organisation: { issuer: 'sign-in.example', client: 'x', secret: null } }, /is no issuer/],
  [{ organisation: { issuer: 'http://sign-in.example', client: 'x', secret: null } }, /would be asked in the open/],
  [{ organisation: { issuer: 'file:///etc/passwd', client: 'x', secret: null } }, /is no issuer/],
  [{ organisation: { issuer: 'https://sign-in.example', client: 'x', secret: null }, proxy: true }, /--oidc needs --address/],
  [{ address: 'https://ledger.example/path' }, /is no address of a server/],
] as const

for (const [settings, message] of misuses) test(`${JSON.stringify(settings)} is refused with the cure`, async () => assert.rejects(openService({ ...house.settings, ...settings }), message))

test('where others are let in, the organisation sends them back to the address that was given', async () => {
  const own = await served({ organisation: organisation(source), proxy: true, address: 'https://ledger.example' })
  try {
    const answer = await own.service.app.inject({ url: begin, headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
    assert.equal(new URL(String(answer.headers.location)).searchParams.get('redirect_uri'), `https://ledger.example${finish}`)
    assert.match(String(answer.headers['set-cookie']), /^__Host-tawafuq_begun=.*; SameSite=Lax; Max-Age=600; Secure$/)
    const accounts = await openAccounts(own.settings.accounts)
    accounts.admit({ name: 'Nadia', role: 'reader', within: null }, { issuer: source.issuer, subject: 'sub-1' })
    accounts.close()
    source.say('sub-1')
    const one = browser(own)
    await one.get(back(source.letIn(await sentTo(one))))
    const { to } = (await one.leave({ host: 'evil.example' })).json<{ readonly to: string }>()
    assert.equal(source.letOut(to).href, 'https://ledger.example/')
  } finally {
    await own.close()
  }
})

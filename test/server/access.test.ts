import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Access, allows, roles } from '../../src/server/access.ts'
import { people, servedHere, type Who } from './served.ts'

const house = await servedHere()

const everybody = ['GET /', 'GET /api/docs.css', 'GET /api/health', 'GET /api/session/organisation', 'GET /api/session/organisation/return', 'GET /api/session/ways', 'POST /api/session']

const routes = () => house.service.routes.map(({ method, url, config }) => ({ method: String(method) as 'GET' | 'POST' | 'DELETE', url, name: `${String(method)} ${url}`, access: config?.access as Access, whole: config?.whole ?? false }))

const called = (url: string): string => url.replace(':sha256', 'a'.repeat(64)).replace(':id', 'nothing')

test('every route says who may call it', () => {
  assert.ok(routes().length > 20)
  for (const { name, access } of routes()) assert.ok(access === 'everybody' || roles.includes(access), name)
})

test('these routes and no others are for everybody', () =>
  assert.deepEqual(routes().filter(({ access }) => access === 'everybody').map(({ name }) => name).toSorted(), everybody))

test('every other route refuses whoever has no session, and logs it', async () => {
  for (const { method, url, name } of routes().filter(({ access }) => access !== 'everybody')) {
    const { status, headers, value } = await house.ask(null, { method, url: called(url) })
    assert.deepEqual([status, headers['content-type'], value()['type']], [401, 'application/problem+json; charset=utf-8', 'urn:tawafuq:problem:unsigned'], name)
    assert.ok(house.logged().includes(`"refused":"unsigned","status":401,"method":"${method}","route":"${url}"`), name)
  }
})

test('every route refuses the roles below its own and lets in the others', async () => {
  const who: readonly Who[] = ['reader', 'editor', 'administrator']
  for (const { method, url, name, access } of routes().filter(({ name }) => !['DELETE /api/session', 'POST /api/session', 'POST /api/sample'].includes(name))) {
    for (const one of who) {
      const { status } = await house.ask(one, { method, url: called(url) })
      if (allows(people[one].role, access)) assert.ok(status !== 401 && status !== 403, `${one} may call ${name}: ${status}`)
      else assert.equal(status, 403, `${one} calls ${name}`)
    }
  }
  assert.match(house.logged(), /"refused":"forbidden".*"caller":"Rana"/)
})

test('the sample is put in by editors, not by readers', async () => {
  assert.equal((await house.ask('reader', { method: 'POST', url: '/api/sample' })).status, 403)
  assert.equal((await house.ask('limited', { method: 'POST', url: '/api/sample' })).status, 403)
})

test('what is about the whole ledger is refused to an account that sees a part', async () => {
  for (const { method, url, name } of routes().filter(({ whole }) => whole)) assert.equal((await house.ask('desk', { method, url: called(url) })).value()['type'], 'urn:tawafuq:problem:outside', name)
})

test('a route without a declaration does not come up', async () => {
  const { declared } = await import('../../src/server/service.ts')
  declared(house.service.routes)
  assert.throws(() => declared([...house.service.routes, { method: 'GET', url: '/x', handler: () => undefined }]), /the route GET \/x declares no access/)
  const { guard } = await import('../../src/server/guard.ts')
  const request = { hostname: 'localhost', is404: false, routeOptions: { config: {}, url: '/x' } }
  await assert.rejects(guard({} as never, { own: true, secure: false })(request as never), /declares no access/)
})

test('a session ends with sign-out, with a new password and with the account', async () => {
  const { openAccounts } = await import('../../src/server/index.ts')
  const accounts = await openAccounts(`${house.folder}/accounts.sqlite`)
  await accounts.add({ name: 'Gone', role: 'reader', within: null }, 'four words are long')
  const signIn = async (password: string) => house.service.app.inject({ method: 'POST', url: '/api/session', headers: { 'tawafuq-request': '1' }, remoteAddress: '127.0.0.99', payload: { name: 'Gone', password } })
  const status = async (cookie: string) => (await house.service.app.inject({ url: '/api/session', headers: { cookie } })).statusCode
  const cookieOf = async (password: string) => String((await signIn(password)).headers['set-cookie']).split(';')[0]!
  const first = await cookieOf('four words are long')
  assert.equal(await status(first), 200)
  await house.service.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: first, 'tawafuq-request': '1' } })
  assert.equal(await status(first), 401)
  const second = await cookieOf('four words are long')
  await accounts.setPassword('Gone', 'five words are longer still')
  assert.equal(await status(second), 401)
  const third = await cookieOf('five words are longer still')
  assert.equal(await status(third), 200)
  accounts.remove('Gone')
  assert.equal(await status(third), 401)
  accounts.close()
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const answer = await house.service.app.inject({ method: 'POST', url: '/api/session', headers: { 'tawafuq-request': '1' }, remoteAddress: '127.0.0.98', payload: { name: people.reader.name, password: 'four words are long' } })
  assert.match(String(answer.headers['set-cookie']), /^tawafuq_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
})

// ---- what lies outside

test('an account that sees a pair finds nothing of the others', async () => {
  const all = (await house.ask('reader', { url: '/api/board?limit=500&state=' })).value<{ threads: { id: string; between: string[] }[] }>().threads
  const own = (await house.ask('limited', { url: '/api/board?limit=500' })).value<{ threads: { id: string; between: string[] }[] }>().threads
  const inside = ({ between }: { between: string[] }) => between.includes('JO') && between.includes('JP')
  assert.ok(own.length > 0 && own.every(inside))
  assert.deepEqual(own.map(({ id }) => id), all.filter(inside).map(({ id }) => id))
  const outside = all.find((one) => !inside(one))!
  assert.equal((await house.ask('limited', { url: `/api/threads/${outside.id}` })).status, 404)
  assert.equal((await house.ask('limited', { url: `/api/threads/${own[0]!.id}` })).status, 200)
  assert.equal((await house.ask('limited', { url: '/api/board?between=EG,KE' })).value()['type'], 'urn:tawafuq:problem:outside')
})

test('documents, words, committees and sums outside are refused to it too', async () => {
  type Shelf = { documents: { sha256: string; between: string[] }[] }
  const all = (await house.ask('reader', { url: '/api/documents' })).value<Shelf>().documents
  const own = (await house.ask('limited', { url: '/api/documents' })).value<Shelf>().documents
  assert.deepEqual([all.length, own.length], [3, 1])
  const outside = all.find(({ sha256 }) => sha256 !== own[0]!.sha256)!
  for (const part of ['', '/reading']) assert.equal((await house.ask('limited', { url: `/api/documents/${outside.sha256}${part}` })).status, 404)
  assert.equal((await house.ask('limited', { url: `/api/documents/${own[0]!.sha256}` })).status, 200)
  const q = encodeURIComponent('التعاون')
  type Found = { documents: { document: string }[] }
  assert.ok((await house.ask('reader', { url: `/api/search?q=${q}` })).value<Found>().documents.length > 1)
  assert.deepEqual((await house.ask('limited', { url: `/api/search?q=${q}` })).value<Found>().documents.filter(({ document }) => document !== own[0]!.sha256), [])
  type Mechanisms = { mechanisms: { between: string[] }[] }
  assert.ok((await house.ask('reader', { url: '/api/mechanisms' })).value<Mechanisms>().mechanisms.length > 0)
  for (const { between } of (await house.ask('limited', { url: '/api/mechanisms' })).value<Mechanisms>().mechanisms) assert.ok(between.includes('JP'))
  for (const { between } of (await house.ask('limited', { url: '/api/doubts' })).value<{ doubts: { between: string[] }[] }>().doubts) assert.ok(between.includes('JP'))
})

test('an editor who sees a pair neither decides on nor records what lies outside', async () => {
  const outside = (await house.ask('reader', { url: '/api/board?between=EG,KE&limit=1' })).value<{ threads: { id: string }[] }>().threads[0]!
  const note = { decision: 'note', thread: outside.id, text: 'seen' }
  assert.equal((await house.ask('desk', { method: 'POST', url: '/api/decisions', body: note, headers: { 'if-match': '"x"' } })).status, 404)
  const body = { name: 'x', text: 'اتفقت كازاخستان وعُمان في مسقط أمس على زيادة التبادل التجاري إلى مليار دولار سنويا بحلول عام 2030.', date: '2026-05-12' }
  assert.equal((await house.ask('desk', { method: 'POST', url: '/api/documents', body })).value()['type'], 'urn:tawafuq:problem:outside')
})

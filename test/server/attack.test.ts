import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openService, openAccounts } from '../../src/server/index.ts'
import { people, type Served, served } from './served.ts'

const pages = mkdtempSync(join(tmpdir(), 'tawafuq-pages-'))
let house: Served
let port = 0

before(async () => {
  mkdirSync(join(pages, 'dist'))
  writeFileSync(join(pages, 'dist', 'index.html'), '<!doctype html><title>pages</title>')
  writeFileSync(join(pages, 'dist', '.hidden'), 'hidden')
  writeFileSync(join(pages, 'secret.txt'), 'secret')
  house = await served({ pages: join(pages, 'dist') })
  await house.service.app.listen({ host: '127.0.0.1', port: 0 })
  port = (house.service.app.server.address() as AddressInfo).port
})
after(async () => {
  await house.close()
  rmSync(pages, { recursive: true })
})

const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'

// ---- scripts in what is kept

test('a script in a document, a name or a note comes back as JSON that no browser runs', async () => {
  const text = `${script} تعهدت الصين بتمويل بناء ميناء في جيبوتي بنهاية العام المقبل.`
  const recorded = await house.ask('editor', { method: 'POST', url: '/api/documents', body: { name: script, text, date: '2026-05-12' } })
  assert.equal(recorded.status, 201, recorded.text)
  const { threads } = (await house.ask('reader', { url: '/api/board?between=CN,DJ' })).value<{ threads: { id: string }[] }>()
  const { etag } = (await house.ask('reader', { url: `/api/threads/${threads[0]!.id}` })).value<{ etag: string }>()
  await house.ask('editor', { method: 'POST', url: '/api/decisions', body: { decision: 'note', thread: threads[0]!.id, text: script }, headers: { 'if-match': etag } })
  for (const url of [`/api/threads/${threads[0]!.id}`, `/api/documents/${String(recorded.value()['sha256'])}`, '/api/documents', `/api/nothing${encodeURIComponent(script)}`]) {
    const { headers } = await house.ask('reader', { url, headers: { accept: 'text/html' } })
    assert.match(String(headers['content-type']), /^application\/(?:problem\+)?json/, url)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['content-security-policy']), /^default-src 'none';script-src 'self';style-src 'self';/)
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*|https?:/)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
  }
})

test('every answer carries the policy, refusals and pages too', async () => {
  for (const url of ['/', '/api/docs', '/api/health', '/nothing', '/api/board']) for (const who of [null, 'reader'] as const) {
    const { headers } = await house.ask(who, { url })
    assert.match(String(headers['content-security-policy']), /default-src 'none'/, url)
    assert.equal(headers['referrer-policy'], 'no-referrer')
  }
})

// ---- requests that others make a browser send

const plain = (headers: Readonly<Record<string, string>>, url = '/api/rebuild') => house.service.app.inject({ method: 'POST', url, headers })

test('a page of another site changes nothing with the cookie of whoever is signed in', async () => {
  const cookie = await house.cookie('administrator')
  for (const headers of [{}, { 'tawafuq-request': '1', origin: 'https://evil.example' }, { 'tawafuq-request': '1', origin: 'null' }, { 'tawafuq-request': '1', 'sec-fetch-site': 'cross-site' }, { 'tawafuq-request': '1', 'sec-fetch-site': 'same-site' }]) {
    const answer = await plain({ cookie, ...headers })
    assert.deepEqual([answer.statusCode, answer.json<{ type: string }>().type], [403, 'urn:tawafuq:problem:forged'], JSON.stringify(headers))
  }
  assert.equal((await plain({ 'content-type': 'application/json' }, '/api/session')).statusCode, 403, 'nobody is signed in by another site')
  const own = await plain({ cookie, 'tawafuq-request': '1', origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' })
  assert.equal(own.statusCode, 202)
})

test('no origin is let in by CORS', async () => {
  const { headers } = await house.service.app.inject({ method: 'OPTIONS', url: '/api/decisions', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } })
  assert.equal(headers['access-control-allow-origin'], undefined)
})

test('a name that leads to this machine is refused', async () => {
  const answer = await house.service.app.inject({ url: '/api/health', headers: { host: 'evil.example' } })
  assert.equal(answer.statusCode, 421)
})

test("a reader's cookie does nothing on the routes of editors", async () => {
  const cookie = await house.cookie('reader')
  for (const url of ['/api/documents', '/api/decisions', '/api/rebuild']) assert.equal((await plain({ cookie, 'tawafuq-request': '1' }, url)).statusCode, 403, url)
})

test('a cookie that nobody was given opens nothing', async () => {
  for (const id of ['', 'x', 'a'.repeat(43), '../../etc/passwd', '%00']) assert.equal((await house.service.app.inject({ url: '/api/board', headers: { cookie: `tawafuq_0=${id}` } })).statusCode, 401)
})

// ---- the disk

/** Asks without a client that tidies the path. */
const rawly = (path: string): Promise<{ readonly status: number; readonly body: string }> => new Promise((done, failed) => {
  request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
    let body = ''
    answer.on('data', (chunk) => { body += String(chunk) })
    answer.on('end', () => done({ status: answer.statusCode ?? 0, body }))
  }).on('error', failed).end()
})

test('no path leads out of the folder of the pages', async () => {
  assert.match((await rawly('/index.html')).body, /pages/)
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/....//secret.txt', '/..\\secret.txt', '/%5c..%5csecret.txt', '/.hidden', '/%00', '//etc/passwd', '/index.html/../../secret.txt', '/%252e%252e/secret.txt']) {
    const { status, body } = await rawly(path)
    assert.ok(status >= 400, `${path}: ${status}`)
    assert.doesNotMatch(body, /secret\b(?!\.txt)|root:|hidden\b(?! is)/, path)
  }
})

// ---- sizes

const megabyte = Buffer.alloc(1_048_576)

/** Sends up to so many megabytes of zeros, until the server answers or hangs up. */
const pour = (headers: Readonly<Record<string, string | number>>, most: number): Promise<{ readonly status: number; readonly sent: number }> => new Promise((done) => {
  let [sent, status] = [0, 0]
  const outgoing = request({ host: '127.0.0.1', port, path: '/api/documents?name=zeros', method: 'POST', headers, agent: false }, (answer) => {
    status = answer.statusCode ?? 0
    answer.resume()
    answer.on('close', () => outgoing.destroy())
  })
  const more = (): void => {
    if (status !== 0 || outgoing.destroyed || sent >= most) return
    sent += 1
    outgoing.write(megabyte, () => setImmediate(more))
  }
  outgoing.on('error', () => undefined)
  outgoing.on('close', () => done({ status, sent }))
  more()
})

test('200 MiB are refused by their length before they come, and without one as soon as they are too many', async () => {
  const headers = { cookie: '', 'tawafuq-request': '1', 'content-type': 'application/octet-stream' }
  const editor = await house.ask('editor', { url: '/api/session' })
  assert.equal(editor.status, 200)
  const cookie = (await house.cookie('editor')).replace(/^tawafuq_\d+/, `tawafuq_${port}`)
  const [announced, chunked] = [await pour({ ...headers, cookie, 'content-length': 209_715_200 }, 200), await pour({ ...headers, cookie, 'transfer-encoding': 'chunked' }, 200)]
  assert.equal(announced.status, 413)
  assert.ok(announced.sent < 40, `${announced.sent} MiB were taken`)
  assert.equal(chunked.status, 413)
  assert.ok(chunked.sent < 110, `${chunked.sent} MiB were taken`)
  assert.equal((await rawly('/api/health')).status, 200)
})

test('no more uploads are taken in at once than fit into memory', async () => {
  const cookie = (await house.cookie('editor')).replace(/^tawafuq_\d+/, `tawafuq_${port}`)
  const headers = { cookie, 'tawafuq-request': '1', 'content-type': 'application/octet-stream', 'content-length': 1000 }
  const slow = () => {
    const one = request({ host: '127.0.0.1', port, path: '/api/documents?name=slow', method: 'POST', headers, agent: false })
    one.on('error', () => undefined)
    one.write('x')
    return one
  }
  const open = Array.from({ length: 8 }, slow)
  const upload = () => house.ask('editor', { method: 'POST', url: '/api/documents?name=x', body: Buffer.from('x'), headers: { 'content-type': 'text/plain' } })
  while ((await upload()).status !== 503) { // An upload that came before one of the slow ones took its place: another takes it.
    open.push(slow())
    await new Promise((done) => setTimeout(done, 10))
  }
  for (const one of open) one.destroy()
  while ((await upload()).status !== 422) await new Promise((done) => setTimeout(done, 10))
})

test('whoever may not record is refused before the bytes are taken', async () => {
  const { status, sent } = await pour({ 'tawafuq-request': '1', 'content-type': 'application/octet-stream', 'content-length': 209_715_200 }, 200)
  assert.equal(status, 401)
  assert.ok(sent < 40)
})

test('other requests are small', async () => {
  assert.equal((await house.ask('editor', { method: 'POST', url: '/api/decisions', body: { decision: 'note', thread: 'x', text: 'x'.repeat(2_000_000) } })).status, 413)
  assert.equal((await house.ask('editor', { method: 'POST', url: '/api/session', body: { name: 'x', password: 'x'.repeat(20_000) } })).status, 413)
})

test('a body that reaches for the prototype is refused', async () => {
  const answer = await house.ask('editor', { method: 'POST', url: '/api/decisions', body: '{"__proto__":{"x":1},"decision":"note"}', headers: { 'content-type': 'application/json', 'if-match': '"x"' } })
  assert.equal(answer.status, 400)
})

// ---- passwords

test('10,000 tries to sign in are refused after a few, and the server goes on answering', async () => {
  const counts = new Map<number, number>()
  const tries = 10_000
  const guess = async (at: number): Promise<void> => {
    const { statusCode } = await house.service.app.inject({ method: 'POST', url: '/api/session', remoteAddress: '10.2.0.1', headers: { 'tawafuq-request': '1' }, payload: { name: people.administrator.name, password: `guess number ${at}` } })
    counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1)
  }
  for (let at = 0; at < 100; at += 1) await guess(at)
  for (let at = 100; at < tries; at += 100) await Promise.all(Array.from({ length: 100 }, (_, more) => guess(at + more)))
  assert.deepEqual([...counts].toSorted(([one], [other]) => one - other), [[401, 10], [429, tries - 10]])
  assert.match(house.logged(), /"refused":"often"/)
  assert.equal((await rawly('/api/health')).status, 200)
  assert.equal((await house.ask('reader', { url: '/api/board?limit=1' })).status, 200)
})

test('tries from many addresses wait in a short line, and the rest is told to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => house.service.app.inject({ method: 'POST', url: '/api/session', remoteAddress: `10.0.0.${at + 1}`, headers: { 'tawafuq-request': '1' }, payload: { name: 'nobody', password: 'a guess of a password' } })))
  const statuses = new Set(answers.map(({ statusCode }) => statusCode))
  assert.deepEqual([...statuses].toSorted(), [401, 503])
  assert.ok(answers.find(({ statusCode }) => statusCode === 503)!.headers['retry-after'])
})

test('a name that is not there takes as long and says the same as a wrong password', async () => {
  const time = async (name: string, address: string): Promise<{ readonly text: string; readonly took: number }> => {
    const start = performance.now()
    const answer = await house.service.app.inject({ method: 'POST', url: '/api/session', remoteAddress: address, headers: { 'tawafuq-request': '1' }, payload: { name, password: 'a guess of a password' } })
    return { text: answer.body, took: performance.now() - start }
  }
  const [known, unknown] = [await time(people.reader.name, '10.1.0.1'), await time('nobody', '10.1.0.2')]
  assert.equal(known.text, unknown.text)
  assert.ok(unknown.took > known.took / 5, `${unknown.took} against ${known.took}`)
})

test('neither the token nor a password is logged', () => {
  assert.doesNotMatch(house.logged(), /guess number|a guess of a password|four words are long/)
  assert.ok(!house.logged().includes(house.service.token!))
})

// ---- the address of the terminal

test('the address of the terminal opens once', async () => {
  const url = `/?token=${house.service.token}`
  assert.equal((await house.service.app.inject({ url: '/?token=wrong' })).statusCode, 403)
  const first = await house.service.app.inject({ url })
  assert.deepEqual([first.statusCode, first.headers['location']], [303, '/'])
  const cookie = String(first.headers['set-cookie']).split(';')[0]!
  assert.deepEqual((await house.service.app.inject({ url: '/api/session', headers: { cookie } })).json(), { name: 'terminal', role: 'administrator', within: null })
  assert.equal((await house.service.app.inject({ url })).statusCode, 403)
})

test('an account that is added while the server runs can sign in', async () => {
  const service = await openService({ ...settings(), accounts: join(house.folder, 'later.accounts') })
  const signIn = () => service.app.inject({ method: 'POST', url: '/api/session', headers: { 'tawafuq-request': '1' }, payload: { name: 'Late', password: 'four words are long' } })
  try {
    assert.equal((await signIn()).statusCode, 401)
    const accounts = await openAccounts(join(house.folder, 'later.accounts'))
    await accounts.add({ name: 'Late', role: 'reader', within: null }, 'four words are long')
    accounts.close()
    assert.equal((await signIn()).statusCode, 201)
  } finally {
    await service.close()
  }
})

// ---- how it is reached

const settings = () => ({ ...house.settings, accounts: join(house.folder, 'nobody.accounts'), log: null })

test('others are let in only with accounts, and only over TLS', async () => {
  await assert.rejects(openService({ ...settings(), host: '0.0.0.0' }), /there are no accounts.*account add/s)
  await assert.rejects(openService({ ...settings(), proxy: true }), /there are no accounts/)
  await assert.rejects(openService({ ...settings(), host: '0.0.0.0', accounts: join(house.folder, 'accounts.sqlite') }), /without TLS would send passwords in the open/)
  const empty = await openAccounts(join(house.folder, 'nobody.accounts'))
  empty.close()
  await assert.rejects(openService({ ...settings(), host: '0.0.0.0' }), /there are no accounts/, 'a file without accounts lets nobody in')
})

test('behind a proxy the cookie is for TLS only, and there is no address that opens', async () => {
  const service = await openService({ ...settings(), proxy: true, accounts: join(house.folder, 'accounts.sqlite') })
  try {
    assert.equal(service.token, null)
    const answer = await service.app.inject({ method: 'POST', url: '/api/session', headers: { 'tawafuq-request': '1', host: 'ledger.example' }, payload: { name: people.reader.name, password: 'four words are long' } })
    assert.match(String(answer.headers['set-cookie']), /^__Host-tawafuq=.*; Secure$/)
    assert.match(String(answer.headers['strict-transport-security']), /max-age/)
  } finally {
    await service.close()
  }
})

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, mock, test } from 'node:test'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { sessionHours } from '../../src/server/sessions.ts'
import { openService, openAccounts } from '../../src/server/index.ts'
import { people, type Served, served, type Who } from './served.ts'

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

afterEach(async () => {
  assert.equal((await rawly('/api/health')).status, 200, 'the server still answers')
  assert.equal((await house.ask('reader', { url: '/api/board?limit=1' })).status, 200)
})

/** The cookie of somebody for requests over the network, where its name tells the port. */
const cookieAt = async (who: Who): Promise<string> => (await house.cookie(who)).replace(/^tawafuq_\d+/, `tawafuq_${port}`)

/** What was logged while something was done. */
const loggedBy = async (work: () => Promise<unknown>): Promise<string> => {
  const before = house.logged().length
  await work()
  return house.logged().slice(before)
}

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

test('a script in the name of a file is text in every answer, and in no header', async () => {
  const name = `${script}"; filename="x.html`
  const upload = (query: string, body: string, type = 'text/plain') => house.ask('editor', { method: 'POST', url: `/api/documents?name=${encodeURIComponent(query)}&date=2026-05-12`, body: Buffer.from(body), headers: { 'content-type': type } })
  const text = 'تعهدت الصين بتمويل بناء ميناء في جيبوتي بنهاية العام المقبل.'
  const job = await upload(name, 'no line of JSON\n', 'application/x-ndjson')
  const answers = [await upload(name, text), await upload(name, ''), job, await house.ask('reader', { url: '/api/documents' }), await house.ask('editor', { url: '/api/export' })]
  assert.deepEqual(answers.map(({ status }) => status), [201, 422, 202, 200, 200])
  for (const { headers } of answers) {
    assert.match(String(headers['content-type']), /^application\/(?:problem\+json|json|x-ndjson)/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.doesNotMatch(JSON.stringify(headers), /script>|x\.html/)
  }
  assert.equal(answers[0]!.value()['name'], name)
  assert.equal(answers.at(-1)!.headers['content-disposition'], 'attachment; filename="ledger.ndjson"')
  const events = await house.ask('editor', { url: `/api/jobs/${String(job.value()['id'])}/events` })
  assert.match(String(events.headers['content-type']), /^text\/event-stream/)
  assert.equal((await upload('x\r\nset-cookie: a=b', text)).status, 400)
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

// ---- cookies that were stolen

test("a reader's cookie does nothing on the routes of editors, and that is logged", async () => {
  const cookie = await house.cookie('reader')
  for (const url of ['/api/documents', '/api/decisions', '/api/rebuild']) {
    const logged = await loggedBy(async () => assert.equal((await plain({ cookie, 'tawafuq-request': '1' }, url)).statusCode, 403, url))
    assert.ok(logged.includes(`"refused":"forbidden","status":403,"method":"POST","route":"${url}","caller":"${people.reader.name}"`), url)
  }
})

/** Asks every route that is not for everybody with a cookie. */
const refusedEverywhere = async (cookie: string): Promise<void> => {
  for (const { method, url, config } of house.service.routes.filter(({ config }) => config?.access !== 'everybody')) {
    const logged = await loggedBy(async () => {
      const asked = { method: String(method) as 'GET', url: url.replace(':sha256', 'a'.repeat(64)).replace(':id', 'x'), headers: { cookie, 'tawafuq-request': '1' } }
      assert.equal((await house.service.app.inject(asked)).statusCode, 401, `${String(method)} ${url} (${config?.access})`)
    })
    assert.match(logged, /"refused":"unsigned"/, url)
  }
}

test('a cookie that nobody was given opens nothing', async () => {
  for (const id of ['', 'x', 'a'.repeat(43), '../../etc/passwd', '%00']) await refusedEverywhere(`tawafuq_0=${id}`)
})

test('a cookie of which one bit is another opens nothing', async () => {
  const cookie = await house.cookie('administrator')
  const from = cookie.indexOf('=') + 1
  for (let at = from; at < cookie.length; at += 1) {
    const other = cookie.slice(0, at) + String.fromCharCode(cookie.charCodeAt(at) ^ 1) + cookie.slice(at + 1)
    assert.equal((await house.service.app.inject({ url: '/api/session', headers: { cookie: other } })).statusCode, 401, other)
  }
})

/** A cookie of an account of its own. */
const cookieOf = async (name: string, address: string): Promise<string> => {
  const accounts = await openAccounts(house.settings.accounts)
  await accounts.add({ name, role: 'administrator', within: null }, 'four words are long')
  accounts.close()
  const answer = await house.service.app.inject({ method: 'POST', url: '/api/session', remoteAddress: address, headers: { 'tawafuq-request': '1' }, payload: { name, password: 'four words are long' } })
  return String(answer.headers['set-cookie']).split(';')[0]!
}

test('a cookie that was signed out, whose account was removed, or whose time has run out opens nothing', async () => {
  const [left, removed, old] = [await cookieOf('Left', '10.3.0.1'), await cookieOf('Removed', '10.3.0.2'), await cookieOf('Old', '10.3.0.3')]
  assert.equal((await house.service.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: left, 'tawafuq-request': '1' } })).statusCode, 204)
  const accounts = await openAccounts(house.settings.accounts)
  accounts.remove('Removed')
  accounts.close()
  for (const cookie of [left, removed]) await refusedEverywhere(cookie)
  const check = async () => (await house.service.app.inject({ url: '/api/session', headers: { cookie: old } })).statusCode
  const hours = async (count: number, then: () => Promise<void>): Promise<void> => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() + count * 3_600_000 })
    await then().finally(() => mock.timers.reset())
  }
  await hours(sessionHours - 0.1, async () => assert.equal(await check(), 200))
  await hours(sessionHours + 0.1, () => refusedEverywhere(old))
})

// ---- the disk

/** Asks without a client that tidies the path. */
const rawly = (path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly body: string }> => new Promise((done, failed) => {
  request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
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

const paths = [
  '../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..%5c..%5cetc%5cpasswd', '%252e%252e%252fetc%252fpasswd', '....//....//etc/passwd', '..;/..;/etc/passwd', '%c0%ae%c0%ae%c0%af', '%2fetc%2fpasswd',
  '..%00', '%00', '%zz', '%', 'accounts.sqlite', '..%2faccounts.sqlite', '%e2%80%a6', 'x'.repeat(5000),
] as const

test('no parameter of a route leads to a file', async () => {
  const headers = { cookie: await cookieAt('administrator'), 'tawafuq-request': '1' }
  const routes = house.service.routes.filter(({ url }) => /[:*]/.test(url))
  assert.ok(routes.length > 5)
  for (const { method, url } of routes) for (const path of paths) {
    const { status, body } = await rawly(url.replace(/:\w+|\*/, path), [method].flat().at(-1), headers)
    assert.ok(status >= 400 && status < 500, `${String(method)} ${url} with ${path}: ${status}`)
    assert.doesNotMatch(body, /root:|SQLite format|\bsecret\b(?!\.txt)/, `${url} with ${path}`)
  }
})

// ---- sizes

const megabyte = Buffer.alloc(1_048_576)

/** Megabytes that this process, the server in it, has taken. */
const memory = (): number => process.memoryUsage().rss / 1_048_576

type Poured = { readonly status: number; readonly sent: number; readonly grown: number }

/** Sends up to so many megabytes of zeros, until the server answers or hangs up. */
const pour = (headers: Readonly<Record<string, string | number>>, most: number): Promise<Poured> => new Promise((done) => {
  const before = memory()
  let [sent, status, peak] = [0, 0, before]
  const outgoing = request({ host: '127.0.0.1', port, path: '/api/documents?name=zeros', method: 'POST', headers, agent: false }, (answer) => {
    status = answer.statusCode ?? 0
    answer.resume()
    answer.on('close', () => outgoing.destroy())
  })
  const more = (): void => {
    if (status !== 0 || outgoing.destroyed || sent >= most) return
    sent += 1
    peak = Math.max(peak, memory())
    outgoing.write(megabyte, () => setImmediate(more))
  }
  outgoing.on('error', () => undefined)
  outgoing.on('close', () => done({ status, sent, grown: peak - before }))
  more()
})

test('2 GiB are refused by their length before they come, and without one as soon as they are too many; memory stays', async () => {
  const headers = { cookie: await cookieAt('editor'), 'tawafuq-request': '1', 'content-type': 'application/octet-stream' }
  const logged = await loggedBy(async () => {
    const announced = await pour({ ...headers, 'content-length': 2_147_483_648 }, 2048)
    assert.equal(announced.status, 413)
    assert.ok(announced.sent < 40 && announced.grown < 100, `${announced.sent} MiB were taken, ${announced.grown} MiB of memory`)
    const chunked = await pour({ ...headers, 'transfer-encoding': 'chunked' }, 2048)
    assert.equal(chunked.status, 413)
    assert.ok(chunked.sent < 110 && chunked.grown < 150, `${chunked.sent} MiB were taken, ${chunked.grown} MiB of memory`)
  })
  assert.equal(logged.match(/"refused":"too-large"/g)?.length, 2)
})

/** A zip file of one entry. */
const zip = (name: string, content: Buffer): Buffer => {
  const [packed, header, directory, end] = [deflateRawSync(content), Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  header.writeUInt32LE(0x04034b50)
  directory.writeUInt32LE(0x02014b50)
  for (const [part, at] of [[header, 4], [directory, 6]] as const) {
    part.writeUInt16LE(20, at)
    part.writeUInt16LE(8, at + 4)
    part.writeUInt32LE(crc32(content), at + 10)
    part.writeUInt32LE(packed.length, at + 14)
    part.writeUInt32LE(content.length, at + 18)
    part.writeUInt16LE(name.length, at + 22)
  }
  const [entry, listed] = [Buffer.concat([header, Buffer.from(name), packed]), Buffer.concat([directory, Buffer.from(name)])]
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(entry.length, 16)
  return Buffer.concat([entry, listed, end])
}

/** 8 GiB of zeros in 8 MiB. */
const bomb = (): Buffer => {
  const part = gzipSync(Buffer.alloc(67_108_864))
  return Buffer.concat(Array.from({ length: 128 }, () => part))
}

test('an archive is not unpacked: the refusal says what to send instead', async () => {
  const zeros = Buffer.alloc(67_108_864)
  const files = [['reports.gz', bomb()], ['reports.zip', zip('report.txt', zeros)], ['report.docx', zip('word/document.xml', zeros)], ['report.txt', zip('report.txt', zeros)]] as const
  for (const [name, body] of files) {
    const before = memory()
    const { status, value } = await house.ask('editor', { method: 'POST', url: `/api/documents?name=${name}&date=2026-05-12`, body, headers: { 'content-type': 'application/octet-stream' } })
    const { type, detail } = value<{ type: string; detail: string }>()
    assert.deepEqual([status, type], [422, 'urn:tawafuq:problem:unreadable'])
    assert.match(detail, /is a (?:compressed|Word, Excel or ZIP) file \(byte 0\), not plain text: extract its text first/)
    assert.ok(memory() - before < 100, `${memory() - before} MiB of memory`)
  }
})

test('a compressed body is not unpacked: the refusal says what to send instead, and is logged', async () => {
  const body = bomb()
  for (const coding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, identity', 'x-gzip']) for (const [url, type] of [['/api/documents?name=x', 'application/octet-stream'], ['/api/documents', 'application/x-ndjson'], ['/api/documents', 'application/json'], ['/api/decisions', 'application/json']] as const) {
    const before = memory()
    const logged = await loggedBy(async () => {
      const { status, value } = await house.ask('editor', { method: 'POST', url, body, headers: { 'content-type': type, 'content-encoding': coding } })
      const problem = value<{ type: string; detail: string }>()
      assert.deepEqual([status, problem.type], [415, 'urn:tawafuq:problem:unsupported'], `${coding} ${url}`)
      assert.match(problem.detail, /is compressed.*Send the text itself, without Content-Encoding/)
    })
    assert.match(logged, /"refused":"unsupported"/)
    assert.ok(memory() - before < 100)
  }
  assert.equal((await house.ask('editor', { method: 'POST', url: '/api/decisions', body: {}, headers: { 'content-encoding': 'identity' } })).status, 400)
})

test('no more uploads are taken in at once than fit into memory', async () => {
  const headers = { cookie: await cookieAt('editor'), 'tawafuq-request': '1', 'content-type': 'application/octet-stream', 'content-length': 1000 }
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
  assert.match((await house.service.app.inject({ url: '/?token=wrong', headers: { accept: 'text/html' } })).body, /^<!doctype html>.*This address works once/)
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

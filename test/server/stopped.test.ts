import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ending } from '../../src/server/ending.ts'
import { jobsWith } from '../../src/server/jobs.ts'
import { run } from '../run.ts'
import { started } from './served.ts'

/** What becomes of documents that are being uploaded when the server is stopped. */

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-stopped-'))
after(() => rmSync(folder, { recursive: true }))

const report = (number: number): string => `اتفقت كازاخستان وعُمان في مسقط أمس على زيادة التبادل التجاري إلى ${number} مليون دولار سنويا بحلول عام 2030.`

type Running = { readonly child: Awaited<ReturnType<typeof started>>['child']; readonly ask: (path: string, init?: RequestInit) => Promise<Response>; readonly origin: string; readonly headers: Readonly<Record<string, string>> }

const running = async (ledger: string): Promise<Running> => {
  const { child, address } = await started(ledger)
  const { origin } = new URL(address)
  const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
  const headers = { cookie, 'tawafuq-request': '1' }
  return { child, origin, headers, ask: (path, init = {}) => fetch(new URL(path, origin), { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }) }
}

type Answered = { readonly status: number; readonly type: string | null; readonly sha256: string | null }
const unreached: Answered = { status: 0, type: null, sha256: null }

const answered = async (asked: Promise<Response>): Promise<Answered> => {
  try {
    const answer = await asked
    const { type = null, sha256 = null } = (await answer.json()) as { type?: string; sha256?: string }
    return { status: answer.status, type, sha256 }
  } catch {
    return unreached
  }
}

/** Uploads one document after the other, until one is not taken. */
const oneByOne = async ({ ask }: Running, seen: (count: number) => void): Promise<{ readonly kept: readonly string[]; readonly last: Answered }> => {
  const kept: string[] = []
  for (let at = 0; ; at += 1) {
    const last = await answered(ask('/api/documents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: `one ${at}`, text: report(at), date: '2026-05-12' }) }))
    if (last.status !== 201) return { kept, last }
    kept.push(last.sha256!)
    seen(kept.length)
  }
}

const many = 2000
const lines = Array.from({ length: many }, (_, at) => `${JSON.stringify({ id: `many ${at}`, text: report(10_000 + at), date: '2026-05-12' })}\n`).join('')
const job = async ({ ask }: Running): Promise<string> => ((await (await ask('/api/documents', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: lines })).json()) as { id: string }).id

/** The events of a job, for as long as they come. */
const events = async ({ ask }: Running, id: string): Promise<string> => {
  let text = ''
  try {
    const { body } = await ask(`/api/jobs/${id}/events`)
    for await (const chunk of body!.pipeThrough(new TextDecoderStream())) text += chunk
  } catch {
    return text
  }
  return text
}

/** What the job told last that it had kept. */
const toldKept = (text: string): number => Number(/.*"recorded":(\d+)/s.exec(text)?.[1] ?? 0)

/** A document of which a part comes, and the rest only when it was refused. */
const half = ({ origin, headers }: Running): Promise<Answered> => new Promise((done) => {
  const begun = Buffer.from(report(1))
  const outgoing = request(`${origin}/api/documents?name=half&date=2026-05-12`, { method: 'POST', headers: { ...headers, 'content-type': 'text/plain', 'content-length': 100_000 }, agent: false }, (answer) => {
    let text = ''
    answer.on('data', (chunk) => { text += String(chunk) })
    outgoing.end(' '.repeat(100_000 - begun.length))
    answer.on('end', () => done({ status: answer.statusCode ?? 0, type: (JSON.parse(text) as { type: string }).type, sha256: null }))
    answer.on('error', () => done(unreached))
  })
  outgoing.on('error', () => done(unreached))
  outgoing.write(begun)
})

type Shelf = { readonly documents: readonly { readonly sha256: string; readonly name: string }[]; readonly next: string | null }
const shelf = async ({ ask }: Running): Promise<Shelf['documents']> => {
  const all: Shelf['documents'][number][] = []
  for (let after: string | null = ''; after !== null;) {
    const page = (await (await ask(`/api/documents?limit=500${after === '' ? '' : `&after=${after}`}`)).json()) as Shelf
    all.push(...page.documents)
    after = page.next
  }
  return all
}

const stoppedWhileUploading = async (ledger: string, signal: 'SIGINT' | 'SIGKILL') => {
  const server = await running(ledger)
  const enough = Promise.withResolvers<void>()
  const [slow, told] = [half(server), events(server, await job(server))]
  const single = oneByOne(server, (count) => count === 5 && enough.resolve())
  await enough.promise
  const exit = once(server.child, 'exit')
  server.child.kill(signal)
  return { exit: await exit, slow: await slow, told: await told, single: await single }
}

/** The ledger after a restart: what is there is well, whole, and is not recorded twice. */
const restarted = async (ledger: string, kept: readonly string[]): Promise<readonly string[]> => {
  assert.deepEqual([run(['verify', '--ledger', ledger]).code], [0])
  const server = await running(ledger)
  try {
    const all = await shelf(server)
    const there = new Set(all.map(({ sha256 }) => sha256))
    for (const sha256 of kept) assert.ok(there.has(sha256), `${sha256} was acknowledged`)
    for (const { sha256, name } of all) {
      const { claims } = (await (await server.ask(`/api/documents/${sha256}`)).json()) as { claims: readonly unknown[] }
      assert.equal(claims.length, 1, name)
    }
    const again = await answered(server.ask('/api/documents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'one 0', text: report(0), date: '2026-05-12' }) }))
    assert.equal(again.status, 200)
    return all.map(({ name }) => name)
  } finally {
    const exit = once(server.child, 'exit')
    server.child.kill('SIGINT')
    await exit
  }
}

test('a server that is stopped answers what it was asked, and keeps what it said to be kept', async () => {
  const ledger = join(folder, 'stopped.sqlite')
  const { exit, slow, told, single } = await stoppedWhileUploading(ledger, 'SIGINT')
  assert.deepEqual(exit, [0, null])
  assert.deepEqual(slow, { status: 503, type: 'urn:tawafuq:problem:stopping', sha256: null })
  assert.ok(single.last.status === 0 || single.last.type === 'urn:tawafuq:problem:stopping', JSON.stringify(single.last))
  assert.match(told, /event: end\ndata: \{.*"state":"stopped".*\}\n\n$/)
  const names = await restarted(ledger, single.kept)
  assert.equal(names.filter((name) => name.startsWith('one')).length, single.kept.length, 'nothing was kept without being told')
  assert.equal(names.filter((name) => name.startsWith('many')).length, toldKept(told))
  assert.ok(!names.includes('half'))
  assert.ok(toldKept(told) > 0 && toldKept(told) < many)
})

test('a server that is killed has what it said to be kept, and nothing half', async () => {
  const ledger = join(folder, 'killed.sqlite')
  const { exit, slow, told, single } = await stoppedWhileUploading(ledger, 'SIGKILL')
  assert.deepEqual(exit, [null, 'SIGKILL'])
  assert.deepEqual([slow.status, single.last.status], [0, 0], 'the connection is cut, and no answer is made up')
  const names = await restarted(ledger, single.kept)
  assert.ok(names.filter((name) => name.startsWith('many')).length >= toldKept(told))
})

test('from the stop on everything new is refused, and what was begun is waited for', async () => {
  const end = ending()
  const raw = new EventEmitter()
  await end.enter(null, { raw, sent: false, request: { raw: { complete: true } } } as never)
  end.begin()
  await assert.rejects(end.enter(null, {} as never), /The server is being stopped, and nothing of this request was written/)
  const first = (): Promise<string> => Promise.race([end.answered().then(() => 'answered'), pause(20, 'waiting')])
  assert.equal(await first(), 'waiting')
  raw.emit('close')
  assert.equal(await first(), 'answered')
})

test('no job is begun by a server that is stopped', async () => {
  const jobs = jobsWith(() => undefined)
  await jobs.close()
  assert.throws(() => jobs.start('record', { name: 'Aigul', role: 'editor', within: null }, async () => undefined), /being stopped, and no job is begun/)
})

// The process that bench/server.ts measures: a service with the corpus in its ledger, and a bare route with the same bytes.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { openService, prepare, terms } from '../src/server/index.ts'
import { openLedger } from '../src/store/index.ts'
import type { Ready } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit(0))

const corpus = join(import.meta.dirname, '..', 'corpus')
const location = join(folder, 'ledger.sqlite')

const fill = async (): Promise<void> => {
  const ledger = await openLedger(location, { now: () => new Date().toISOString(), terms })
  for (const name of readdirSync(corpus).filter((one) => one.startsWith('ar-'))) {
    const prepared = await prepare({ kind: 'file', name: join(corpus, name, 'text.txt') }, { issued: '2024-03-01', language: null, limit: 1e8 })
    if (prepared.ok) await ledger.record(prepared.recording)
  }
  await ledger.close()
}

const listening = async (app: Pick<FastifyInstance, 'listen' | 'server'>): Promise<string> => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

await fill()
const { app, token } = await openService({ ledger: location, accounts: join(folder, 'none'), host: '127.0.0.1', tls: null, proxy: false, organisation: null, address: null, pages: join(folder, 'none'), owner: 'bench', readers: 1, log: null })
const service = await listening(app as unknown as FastifyInstance)
const cookie = (await fetch(`${service}/?token=${token}`, { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
const answer = await (await fetch(`${service}/api/board?limit=20&asof=2024-03-01`, { headers: { cookie } })).text()
const plain = Fastify()
plain.get('/', async (_, reply) => reply.type('application/json; charset=utf-8').send(answer))
const bare = await listening(plain)
const { threads } = JSON.parse(answer) as { readonly threads: readonly unknown[] }
process.send!({ bare, service, cookie, threads: threads.length, bytes: Buffer.byteLength(answer) } satisfies Ready)

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after } from 'node:test'
import { markHeader } from '../../src/server/guard.ts'
import { openAccounts, openService, prepare, type Service, type ServiceSettings, terms } from '../../src/server/index.ts'
import { openLedger } from '../../src/store/index.ts'
import { program, root } from '../run.ts'

/** The documents that every served ledger of the tests begins with. */
export const samples = ['ar-01-jordan-japan-water', 'ar-02-china-kyrgyzstan-uzbekistan-railway', 'ar-03-egypt-kenya-committee'] as const

export const sampleText = (name: string): string => readFileSync(join(root, 'corpus', name, 'text.txt'), 'utf8')

/** One account of each role, and a reader and an editor who see one pair of states. */
export const people = {
  reader: { name: 'Rana', role: 'reader', within: null },
  editor: { name: 'Aigul', role: 'editor', within: null },
  administrator: { name: 'Omar', role: 'administrator', within: null },
  limited: { name: 'Lina', role: 'reader', within: [['JO', 'JP']] },
  desk: { name: 'Dias', role: 'editor', within: [['JO', 'JP']] },
} as const
export type Who = keyof typeof people

export const password = 'four words are long'

const fill = async (location: string): Promise<void> => {
  const ledger = await openLedger(location, { now: () => new Date().toISOString(), terms })
  for (const name of samples) {
    const prepared = await prepare({ kind: 'file', name: join(root, 'corpus', name, 'text.txt'), title: name }, { issued: '2024-03-01', language: null, limit: 1e8 })
    if (!prepared.ok) throw new Error(prepared.message)
    await ledger.record(prepared.recording)
  }
  await ledger.close()
}

export type Asked = { readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT'; readonly url: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string; readonly value: <T = Readonly<Record<string, unknown>>>() => T }

export type Served = {
  readonly service: Service
  readonly settings: ServiceSettings
  readonly location: string
  readonly folder: string
  readonly logged: () => string
  readonly cookie: (who: Who) => Promise<string>
  /** Asks as somebody, or as nobody. */
  readonly ask: (who: Who | null, asked: Asked) => Promise<Answer>
  readonly close: () => Promise<void>
}

const answerOf = ({ statusCode, headers, body }: { readonly statusCode: number; readonly headers: object; readonly body: string }): Answer =>
  ({ status: statusCode, headers: headers as Answer['headers'], text: body, value: <T>() => JSON.parse(body) as T })

/** A server over a ledger of its own, with accounts; it listens nowhere until it is told to. */
export const served = async (settings: Partial<ServiceSettings> = {}): Promise<Served> => {
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-server-'))
  const [location, accountsFile] = [settings.ledger ?? join(folder, 'ledger.sqlite'), join(folder, 'accounts.sqlite')]
  await fill(location)
  const accounts = await openAccounts(accountsFile)
  for (const person of Object.values(people)) await accounts.add(person, password)
  accounts.close()
  let log = ''
  const whole: ServiceSettings = {
    ledger: location, accounts: accountsFile, host: '127.0.0.1', tls: null, proxy: false, organisation: null, address: null, pages: join(folder, 'none'), owner: 'terminal', readers: 1,
    log: new Writable({ write: (chunk, _, done) => { log += String(chunk); done() } }), ...settings,
  }
  const service = await openService(whole)
  const cookies = new Map<Who, string>()
  const signedIn = async (who: Who): Promise<string> => {
    const answer = await service.app.inject({ method: 'POST', url: '/api/session', headers: { [markHeader]: '1' }, remoteAddress: `127.0.0.${10 + cookies.size}`, payload: { name: people[who].name, password } })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return String(answer.headers['set-cookie']).split(';')[0]!
  }
  const cookie = async (who: Who): Promise<string> => {
    const found = cookies.get(who) ?? (await signedIn(who))
    cookies.set(who, found)
    return found
  }
  return {
    service, settings: whole, location, folder, cookie, logged: () => log,
    ask: async (who, { method = 'GET', url, body, headers = {} }) => answerOf(await service.app.inject({
      method, url, headers: { ...(who === null ? {} : { cookie: await cookie(who) }), ...(method === 'GET' ? {} : { [markHeader]: '1' }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })),
    close: async () => {
      await service.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A server for all tests of a file. */
export const servedHere = async (settings: Partial<ServiceSettings> = {}): Promise<Served> => {
  const house = await served(settings)
  after(() => house.close())
  return house
}

/** The program `tawafuq serve` in a process of its own, and the address that it prints. */
export const started = async (ledger: string, args: readonly string[] = []): Promise<{ readonly child: ChildProcess; readonly address: string }> => {
  const child = spawn(process.execPath, [program, 'serve', '--ledger', ledger, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  for await (const chunk of child.stdout!) {
    out += String(chunk)
    if (out.includes('Ctrl-C')) break
  }
  const address = /https?:\/\/\S+/.exec(out)?.[0]
  if (address === undefined) throw new Error(`the server ended: ${out}`)
  return { child, address }
}

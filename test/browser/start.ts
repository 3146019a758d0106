import { execFileSync, spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver } from 'playwright-core'

export const root = join(import.meta.dirname, '..', '..')

/** A workbench that runs, with the sample of China and Kazakhstan in its ledger; `cookie` is the session of its owner. */
export type Served = { readonly url: string; readonly cookie: { readonly name: string; readonly value: string } | null; readonly stop: () => Promise<void> }

const program = join(root, 'src', 'cli', 'tawafuq.ts')

/** Spends the token of an address, which opens once, and keeps the session that it opens. */
const entered = async (address: string): Promise<Pick<Served, 'url' | 'cookie'>> => {
  const answer = await fetch(address, { redirect: 'manual' })
  const [name, value] = (answer.headers.getSetCookie()[0] ?? '').split(';')[0]!.split('=') as [string, string]
  return { url: new URL(address).origin, cookie: { name, value } }
}

const printed = (child: ReturnType<typeof spawn>): Promise<string> => new Promise((resolve, reject) => {
  let out = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    const address = /http:\/\/\S+token=\S+/.exec(out)?.[0]
    if (address) resolve(address)
  })
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${out}`)))
})

/** Builds the pages and serves them over the sample; `TAWAFUQ_URL` names a workbench that runs already. */
export const start = async (): Promise<Served> => {
  const given = process.env['TAWAFUQ_URL']
  if (given !== undefined) return { url: given.replace(/\/$/, ''), cookie: null, stop: async () => {} }
  execFileSync('npm', ['run', '-s', 'build:web'], { cwd: root, stdio: 'ignore' })
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-browser-'))
  const ledger = join(folder, 'ledger.sqlite')
  execFileSync(process.execPath, [program, 'record', ...globSync(join(root, 'threads', 'china-kazakhstan', 'documents', '*.txt')).toSorted(), '--ledger', ledger], { stdio: 'ignore' })
  const child = spawn(process.execPath, [program, 'serve', '--ledger', ledger, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const here = await entered(await printed(child))
  return {
    ...here,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs a browser's context in as the owner. */
export const signIn = async (context: BrowserContext, { url, cookie }: Served): Promise<BrowserContext> => {
  if (cookie) await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Strict' }])
  return context
}

/** The browser that lies in the package. Its own arguments are for one page in one process, so they are not used. */
export const browser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'], headless: true })

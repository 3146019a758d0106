import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { started } from '../server/served.ts'

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

/** Pages that are newer than their sources are not built again; tests that start at once build them once. */
const built = (): void => void execFileSync(process.execPath, [join(root, 'web', 'build.ts')], { cwd: root, stdio: 'ignore' })

/** A server that runs over a ledger, whatever is in it. */
export type Running = Pick<Served, 'url' | 'cookie'> & { readonly ledger: string; readonly end: (signal: 'SIGINT' | 'SIGKILL') => Promise<void> }

/** Serves a ledger; with `port` 0 on any that is free. */
export const run = async (ledger: string, port = '0'): Promise<Running> => {
  built()
  const { child, address } = await started(ledger, ['--port', port])
  const here = await entered(address)
  return {
    ...here, ledger,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    },
  }
}

/** The command line, over a ledger. */
export const tawafuq = (ledger: string, ...args: readonly string[]): string => execFileSync(process.execPath, [program, ...args, '--ledger', ledger], { encoding: 'utf8' })

export const sampleFiles = (): readonly string[] => globSync(join(root, 'threads', 'china-kazakhstan', 'documents', '*.txt')).toSorted()

/** Serves the pages over the sample; `TAWAFUQ_URL` names a workbench that runs already. */
export const start = async (): Promise<Served> => {
  const given = process.env['TAWAFUQ_URL']
  if (given !== undefined) return { url: given.replace(/\/$/, ''), cookie: null, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-browser-'))
  const ledger = join(folder, 'ledger.sqlite')
  tawafuq(ledger, 'record', ...sampleFiles())
  const running = await run(ledger)
  return {
    ...running,
    stop: async () => {
      await running.end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs a browser's context in as the owner. */
export const signIn = async (context: BrowserContext, { url, cookie }: Pick<Served, 'url' | 'cookie'>): Promise<BrowserContext> => {
  if (cookie) await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Strict' }])
  return context
}

/** The browser that lies in the package. Its own arguments are for one page in one process, so they are not used. */
export const browser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'], headless: true })

export type Tongue = 'ar' | 'en'

/** How a page is looked at; `width` and `height` in pixels. */
export type Look = { readonly tongue?: Tongue; readonly theme?: 'light' | 'dark'; readonly width?: number; readonly height?: number }

/** Opens a page of a workbench as its owner, in a context of its own; `prepare` sees it before anything is loaded. What is chosen on the page stays when it is loaded again. */
export const opened = async (chrome: Browser, served: Pick<Served, 'url' | 'cookie'>, path: string, { tongue = 'en', theme = 'light', width = 1280, height = 900 }: Look = {}, prepare: (page: Page) => unknown = () => undefined): Promise<Page> => {
  const page = await (await signIn(await chrome.newContext({ viewport: { width, height }, reducedMotion: 'reduce' }), served)).newPage()
  await prepare(page)
  await page.addInitScript(`if (!localStorage.getItem('tawafuq.lang')) { localStorage.setItem('tawafuq.lang', '${tongue}'); localStorage.setItem('tawafuq.theme', '${theme}') }`)
  await page.goto(served.url + path, { waitUntil: 'networkidle' })
  return page
}

const nothing = { threads: [], sessions: [], next: null, asof: { asof: '2026-01-01', hindsight: false, known: null } }
const none = { dropped: 0, contested: 0, kept: 0, overdue: 0, changed: 0, advanced: 0, repeated: 0, lapsed: 0, silent: 0, open: 0, noted: 0 }

/** Answers the board of a page as an empty ledger does. */
export const emptied = async (page: Page): Promise<void> => {
  await page.route('**/api/board/counts*', (route) => route.fulfill({ json: { states: none, asof: nothing.asof } }))
  await page.route('**/api/board*', (route) => route.fulfill({ json: nothing }))
}

/** What a page is asked in the browser; the answer is JSON. */
export const asked = async <T>(page: Page, script: string): Promise<T> => (await page.evaluate(script)) as T

/** Asks the server as the page does. */
export const get = <T>(page: Page, path: string): Promise<T> => asked<T>(page, `fetch('${path}').then((answer) => answer.json())`)

/** Waits until something holds. A string of code would break the policy of the server, so the page is asked from outside. */
export const until = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return
    await new Promise((done) => { setTimeout(done, 50) })
  }
  assert.fail(`${what}: not after ten seconds`)
}

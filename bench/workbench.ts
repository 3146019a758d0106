// Measures the workbench in a browser: npm run bench:workbench
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browser, root, run, signIn } from '../test/browser/start.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-workbench-'))

/** The address that `npm start` prints over a new ledger, and how long it took; the process is the leader of a group. */
const started = async (ledger: string): Promise<{ readonly address: string; readonly after: number; readonly end: () => Promise<void> }> => {
  const begin = performance.now()
  const child = spawn('npm', ['start', '--', '--ledger', ledger], { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, DISPLAY: '', BROWSER: '' } })
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const found = /http:\/\/\S+token=\S+/.exec(out)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${out}`)))
  })
  const end = async (): Promise<void> => {
    const ended = new Promise((done) => { child.once('exit', done) })
    process.kill(-child.pid!, 'SIGINT')
    await ended
  }
  return { address, after: performance.now() - begin, end }
}

const painted = `new Promise((done) => new PerformanceObserver((list) => { const found = list.getEntries().find(({ name }) => name === 'first-contentful-paint'); if (found) done(performance.timeOrigin + found.startTime) }).observe({ type: 'paint', buffered: true }))`

/** From the command to the first paint, and to a board with rows, in milliseconds. */
const coldStart = async (chrome: Browser, turn: number): Promise<readonly [number, number, number]> => {
  const begin = Date.now()
  const { address, after, end } = await started(join(folder, `start-${turn}.sqlite`))
  const page = await (await chrome.newContext()).newPage()
  await page.goto(address)
  const paint = ((await page.evaluate(painted)) as number) - begin
  await page.waitForSelector('.rows-body [role="row"]', { timeout: 60_000 })
  const rows = Date.now() - begin
  await end()
  return [after, paint, rows]
}

const states = ['overdue', 'open', 'kept', 'silent', 'advanced'] as const
const words = ['railway', 'agreement', 'fund', 'road', 'corridor', 'visa', 'grain', 'power', 'school', 'customs']

/** As many sessions have the threads as points. */
const sessions = 1000

const thread = (at: number) => ({
  id: `t${at}`, kind: 'commitment', title: `${words[at % 10]} ${words[(at * 7) % 10]} number ${at}`, parties: ['CN', 'KZ'], between: ['CN', 'KZ'], sectors: ['trade'], state: states[at % 5], machine: states[at % 5], reasons: [],
  promised: '2015-08-25', due: `20${15 + (at % 15)}-12-31`, last: '2016-01-01', promises: [], points: [{ session: `s${at % sessions}`, ordinal: at % sessions, point: 1 }], sums: [], partOf: [], parts: [], aliases: [], owner: null, evidence: [{ claim: `t${at}`, document: 'd', said: '2015-08-25', kind: 'commitment', step: 'agreed', start: 0, end: 1, quote: 'x', verdict: null, name: null }],
  looked: { documents: 1, languages: ['en'], until: '2016-01-01' },
})

const [threads, pageSize] = [100_000, 5000]

const sittings = Array.from({ length: sessions }, (_, at) => ({ session: `s${at}`, ordinal: at, date: '2015-08-25', thread: `m${at % 50}`, kind: 'mechanism', title: `committee ${at % 50}` }))
const counts = { dropped: 0, contested: 0, kept: 0, overdue: 0, changed: 0, advanced: 0, repeated: 0, lapsed: 0, silent: 0, open: 0, noted: 0, ...Object.fromEntries(states.map((state) => [state, threads / states.length])) }
const asof = { asof: '2026-01-01', hindsight: false, known: null }

/** Answers the board with many threads; larger pages than a server gives only make the reading shorter. */
const filled = async (page: Page): Promise<void> => {
  await page.route('**/api/board/counts*', (route) => route.fulfill({ json: { states: counts, asof } }))
  await page.route('**/api/board*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0)
    const next = from + pageSize < threads ? String(from + pageSize) : null
    return route.fulfill({ json: { threads: Array.from({ length: Math.min(pageSize, threads - from) }, (_, at) => thread(from + at)), sessions: sittings, next, asof } })
  })
}

const observed = `globalThis.told = []; new PerformanceObserver((list) => { for (const { name, duration } of list.getEntries()) if (name === 'keydown') globalThis.told.push(duration) }).observe({ type: 'event', durationThreshold: 16 })`

/** How long each key takes until what it changed is painted, in milliseconds: one that is shorter than a frame is not told. */
const keystrokes = async (chrome: Browser, path: string, lines: number): Promise<readonly number[]> => {
  const server = await run(join(folder, 'keys.sqlite'))
  const page = await (await signIn(await chrome.newContext({ viewport: { width: 1280, height: 900 } }), server)).newPage()
  await filled(page)
  await page.goto(server.url + path)
  await page.waitForSelector('.rows-body [role="row"]')
  if ((await page.locator('.count button').count()) > 0) await page.locator('.count button').first().click()
  await page.waitForSelector(`.rows[aria-rowcount="${lines + 1}"]`, { timeout: 120_000 })
  await page.evaluate(observed)
  await page.focus('.search input')
  for (const key of 'railway number 99') {
    await page.keyboard.press(key)
    await page.waitForTimeout(400)
  }
  const told = (await page.evaluate('globalThis.told')) as readonly number[]
  await server.end('SIGINT')
  return told
}

const middle = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
const shown = (value: number): string => `${Math.round(value)} ms`

const chrome = await browser()
const starts: (readonly [number, number, number])[] = []
for (const turn of [0, 1, 2]) starts.push(await coldStart(chrome, turn))
console.log(`npm start over a new ledger, ${starts.length} times: address printed after ${starts.map(([after]) => shown(after)).join(', ')}; first paint after ${starts.map(([, paint]) => shown(paint)).join(', ')}; the sample on the board after ${starts.map(([, , rows]) => shown(rows)).join(', ')}. At most 3000 ms to the first paint.`)
const all: number[] = []
for (const [path, lines, how] of [['/', threads, ''], ['/?group=session', threads + sessions, `, grouped by ${sessions.toLocaleString('en')} sessions,`]] as const) {
  const keys = await keystrokes(chrome, path, lines)
  all.push(...keys)
  console.log(`A key in the search of ${threads.toLocaleString('en')} threads${how} until it is painted: median ${shown(middle(keys))}, longest ${shown(Math.max(0, ...keys))} of ${keys.length} that took a frame or more. At most 100 ms.`)
}
await chrome.close()
rmSync(folder, { recursive: true, force: true })
if (Math.max(...starts.map(([, paint]) => paint)) > 3000 || Math.max(0, ...all) > 100) process.exitCode = 1

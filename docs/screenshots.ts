import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browser, root, type Served, signIn, start } from '../test/browser/start.ts'

/** Makes pictures of every page, in both directions and both themes, into docs/images, of the sample. `TAWAFUQ_URL` names another workbench. */

const into = join(root, 'docs', 'images')

type Shot = { readonly name: string; readonly path: string; readonly whole?: boolean; readonly empty?: boolean; readonly prepare?: (page: Page) => Promise<void> }
type Answers = { readonly threads: readonly { readonly id: string; readonly state: string; readonly evidence: readonly unknown[] }[]; readonly documents: readonly { readonly sha256: string; readonly name: string }[]; readonly mechanisms: readonly { readonly sessions: readonly { readonly session: string; readonly points: readonly unknown[] }[] }[] }

const get = async <K extends keyof Answers>(page: Page, path: string, name: K): Promise<Answers[K]> => ((await page.evaluate(`fetch('${path}').then((answer) => answer.json())`)) as Answers)[name]

const shotsOf = async (page: Page): Promise<readonly Shot[]> => {
  const project = (await get(page, '/api/board?kind=project&limit=100', 'threads')).toSorted((one, other) => other.evidence.length - one.evidence.length).find(({ state }) => state === 'overdue')
  const [target] = await get(page, '/api/board?kind=target&limit=1', 'threads')
  const documents = await get(page, '/api/documents?limit=100', 'documents')
  const session = (await get(page, '/api/mechanisms', 'mechanisms')).flatMap(({ sessions }) => sessions).toSorted((one, other) => other.points.length - one.points.length)[0]!.session
  const document = documents.find(({ name }) => name.includes('2015-08-25')) ?? documents[0]!
  return [
    { name: 'board', path: '/' }, { name: 'board-then', path: '/?asof=2016-02-01' }, { name: 'thread', path: `/threads/${project!.id}`, whole: true }, { name: 'thread-target', path: `/threads/${target!.id}?asof=2018-01-01` },
    { name: 'judge', path: `/threads/${project!.id}`, prepare: async (page) => page.click('.decide button') },
    { name: 'desk', path: `/desk/${document.sha256}`, prepare: async (page) => { for (const key of ['j', 'j', 'j']) await page.keyboard.press(key) } },
    { name: 'documents', path: '/desk' }, { name: 'doubts', path: '/doubts' }, { name: 'sessions', path: '/sessions' }, { name: 'session', path: `/sessions/${session}`, whole: true },
    { name: 'briefing', path: `/sessions/${session}?brief=true` }, { name: 'projects', path: '/projects', whole: true }, { name: 'targets', path: '/targets', whole: true }, { name: 'map', path: '/map', whole: true },
    { name: 'add', path: '/add' }, { name: 'first', path: '/', empty: true }, { name: 'nothing', path: '/?asof=1999-01-01' }, { name: 'search', path: '/?q=%D8%A7%D9%84%D9%82%D8%B7%D8%A7%D8%B1' },
  ]
}

type Look = { readonly tongue: 'ar' | 'en'; readonly theme: 'light' | 'dark'; readonly width: number }

const looks: readonly Look[] = [
  { tongue: 'ar', theme: 'light', width: 1280 }, { tongue: 'ar', theme: 'dark', width: 1280 }, { tongue: 'en', theme: 'light', width: 1280 }, { tongue: 'en', theme: 'dark', width: 1280 }, { tongue: 'ar', theme: 'light', width: 360 },
]

const shoot = async (chrome: Browser, served: Served, { name, path, whole = false, empty = false, prepare }: Shot, { tongue, theme, width }: Look): Promise<void> => {
  const context = await signIn(await chrome.newContext({ viewport: { width, height: width < 400 ? 740 : 860 }, reducedMotion: 'reduce' }), served)
  const page = await context.newPage()
  if (empty) await page.route('**/api/board*', (route) => route.fulfill({ json: { threads: [], next: null, asof: { asof: '2026-01-01', hindsight: false, known: null } } }))
  await page.addInitScript(`localStorage.setItem('tawafuq.lang', '${tongue}'); localStorage.setItem('tawafuq.theme', '${theme}')`)
  await page.goto(served.url + path, { waitUntil: 'networkidle' })
  await prepare?.(page)
  await page.waitForTimeout(200)
  await page.screenshot({ path: join(into, `${name}-${tongue}-${width < 400 ? 'narrow' : theme}.png`), fullPage: whole })
  await context.close()
}

const served = await start()
mkdirSync(into, { recursive: true })
const chrome = await browser()
const first = await (await signIn(await chrome.newContext(), served)).newPage()
await first.goto(served.url)
for (const shot of await shotsOf(first)) for (const look of looks) await shoot(chrome, served, shot, look)
await chrome.close()
await served.stop()

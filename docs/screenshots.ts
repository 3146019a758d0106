import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browser, emptied, get, type Look, opened, root, type Served, start } from '../test/browser/start.ts'

/** Makes pictures of every page, in both directions and both themes, into docs/images, of the sample. `TAWAFUQ_URL` names another workbench. */

const into = join(root, 'docs', 'images')

type Shot = { readonly name: string; readonly path: string; readonly whole?: boolean; readonly empty?: boolean; readonly prepare?: (page: Page) => Promise<void> }
type Board = { readonly threads: readonly { readonly id: string; readonly state: string; readonly evidence: readonly unknown[] }[] }
type Shelf = { readonly documents: readonly { readonly sha256: string; readonly name: string }[] }
type Mechanisms = { readonly mechanisms: readonly { readonly sessions: readonly { readonly session: string; readonly points: readonly unknown[] }[] }[] }

const shotsOf = async (page: Page): Promise<readonly Shot[]> => {
  const project = (await get<Board>(page, '/api/board?kind=project&limit=100&asof=2020-12-31')).threads.toSorted((one, other) => other.evidence.length - one.evidence.length).find(({ state }) => state === 'overdue')
  const [target] = (await get<Board>(page, '/api/board?kind=target&limit=1')).threads
  const { documents } = await get<Shelf>(page, '/api/documents?limit=100')
  const session = (await get<Mechanisms>(page, '/api/mechanisms')).mechanisms.flatMap(({ sessions }) => sessions).toSorted((one, other) => other.points.length - one.points.length)[0]!.session
  const document = documents.find(({ name }) => name.includes('2015-08-25')) ?? documents[0]!
  return [
    { name: 'board', path: '/' }, { name: 'board-then', path: '/?asof=2016-02-01' }, { name: 'board-grouped', path: '/?group=session' }, { name: 'thread', path: `/threads/${project!.id}`, whole: true }, { name: 'thread-target', path: `/threads/${target!.id}?asof=2018-01-01` },
    { name: 'judge', path: `/threads/${project!.id}`, prepare: async (page) => page.click('.decide button') },
    { name: 'desk', path: `/desk/${document.sha256}`, prepare: async (page) => { for (const key of ['j', 'j', 'j']) await page.keyboard.press(key) } },
    { name: 'documents', path: '/desk' }, { name: 'doubts', path: '/doubts' }, { name: 'sessions', path: '/sessions' }, { name: 'session', path: `/sessions/${session}`, whole: true },
    { name: 'briefing', path: `/sessions/${session}?brief=true` }, { name: 'projects', path: '/projects', whole: true }, { name: 'targets', path: '/targets', whole: true }, { name: 'map', path: '/map', whole: true },
    { name: 'add', path: '/add' }, { name: 'first', path: '/', empty: true }, { name: 'nothing', path: '/?asof=1999-01-01' }, { name: 'search', path: '/?q=%D8%A7%D9%84%D9%82%D8%B7%D8%A7%D8%B1' },
  ]
}

const looks: readonly Required<Omit<Look, 'height'>>[] = [
  { tongue: 'ar', theme: 'light', width: 1280 }, { tongue: 'ar', theme: 'dark', width: 1280 }, { tongue: 'en', theme: 'light', width: 1280 }, { tongue: 'en', theme: 'dark', width: 1280 }, { tongue: 'ar', theme: 'light', width: 360 },
]

const shoot = async (chrome: Browser, served: Served, { name, path, whole = false, empty = false, prepare }: Shot, look: (typeof looks)[number]): Promise<void> => {
  const narrow = look.width < 400
  const page = await opened(chrome, served, path, { ...look, height: narrow ? 740 : 860 }, (one) => empty && emptied(one))
  await prepare?.(page)
  await page.waitForTimeout(200)
  await page.screenshot({ path: join(into, `${name}-${look.tongue}-${narrow ? 'narrow' : look.theme}.png`), fullPage: whole })
  await page.context().close()
}

const served = await start()
mkdirSync(into, { recursive: true })
const chrome = await browser()
for (const shot of await shotsOf(await opened(chrome, served, '/'))) for (const look of looks) await shoot(chrome, served, shot, look)
await chrome.close()
await served.stop()

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { provider } from '../server/provider.ts'
import { started } from '../server/served.ts'
import { asked, browser, emptied, get as getIn, opened as openedIn, start, tawafuq, type Tongue, until } from './start.ts'

const served = await start()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }

let chrome: Browser
let context: BrowserContext
const complaints: string[] = []

/** A page in a language and a theme; what the browser complains of is kept. */
const opened = async (path: string, tongue: Tongue, theme: 'light' | 'dark' = 'light', width = 1280): Promise<Page> => {
  const page = await openedIn(chrome, served, path, { tongue, theme, width }, (one) => {
    one.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`))
    one.on('console', (message) => { if (message.type() === 'error' && !/status of 4|net::ERR_FAILED/.test(message.text())) complaints.push(`${path}: ${message.text()}`) })
  })
  context = page.context()
  return page
}

const close = async (): Promise<void> => context.close()

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found = await asked<readonly Found[]>(page, `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n').slice(1).join(' ').slice(0, 200)}`))
}

type Named = { readonly id: string }

/** An address of every page, with what the ledger that is served happens to hold. */
const addresses = async (): Promise<readonly string[]> => {
  const page = await opened('/', 'en')
  const get = <T>(path: string): Promise<T> => getIn<T>(page, path)
  const { threads } = await get<{ readonly threads: readonly Named[] }>('/api/board?kind=target,project&limit=1')
  const { documents } = await get<{ readonly documents: readonly { readonly sha256: string }[] }>('/api/documents?limit=1')
  const { mechanisms } = await get<{ readonly mechanisms: readonly { readonly sessions: readonly { readonly session: string; readonly points: readonly unknown[] }[] }[] }>('/api/mechanisms')
  await close()
  const session = mechanisms.flatMap(({ sessions }) => sessions).toSorted((one, other) => other.points.length - one.points.length)[0]!.session
  return ['/', '/?state=overdue&asof=2016-02-01', '/?q=xyzzy', '/?group=session', '/?group=state', '/?asof=1999-01-01', `/threads/${threads[0]!.id}`, '/threads/zzzzzz', '/desk', `/desk/${documents[0]!.sha256}`, '/doubts', '/sessions', `/sessions/${session}`, `/sessions/${session}?brief=true`, '/projects', '/targets', '/map?at=astana', '/map?show=bonds', '/add']
}

describe('the workbench in a browser', () => {
  before(async () => { chrome = await browser() })
  after(async () => {
    await chrome.close()
    await served.stop()
  })

  test('every page in both languages and themes is accessible (axe, WCAG 2.2 AA), and fits 360 pixels', async () => {
    const wrong: string[] = []
    for (const path of await addresses())
      for (const [tongue, theme, width] of [['ar', 'light', 1280], ['en', 'dark', 1280], ['ar', 'dark', 360], ['en', 'light', 360]] as const) {
        const page = await opened(path, tongue, theme, width)
        wrong.push(...(await violations(page)).map((one) => `${path} ${tongue} ${theme} ${width}: ${one}`))
        const wide = await asked<number>(page, 'document.documentElement.scrollWidth - innerWidth')
        if (wide > 0) wrong.push(`${path} ${tongue} ${width}: ${wide} pixels too wide`)
        await close()
      }
    assert.deepEqual(wrong, [])
  })

  test('dialogs, an empty ledger and a server that is not reached are accessible too', async () => {
    const all = await addresses()
    const [thread, desk] = [all.find((path) => path.startsWith('/threads/'))!, all.find((path) => /^\/desk\/./.test(path))!]
    const wrong: string[] = []
    for (const [path, keys] of [[desk, ['j', 'e']], [desk, ['j', 'r']], [desk, ['?']]] as const) {
      const page = await opened(path, 'ar')
      for (const key of keys) await page.keyboard.press(key)
      await page.waitForSelector('.dialog')
      wrong.push(...await violations(page))
      await close()
    }
    for (const at of [1, 2, 3, 4]) {
      const page = await opened(thread, 'en', 'dark')
      await page.click(`.decide button:nth-child(${at})`)
      await page.waitForSelector('.dialog')
      wrong.push(...await violations(page))
      await close()
    }
    for (const status of [200, 503]) {
      const page = await opened('/add', 'ar')
      await (status === 200 ? emptied(page) : page.route('**/api/board*', (route) => route.abort()))
      await page.click('.brand')
      await page.waitForSelector(status === 200 ? '.first' : '.refusal')
      wrong.push(...await violations(page))
      await close()
    }
    assert.deepEqual(wrong, [])
  })

  test('the language turns at once, with the direction and the digits', async () => {
    const page = await opened('/', 'en')
    assert.equal(await page.getAttribute('html', 'dir'), 'ltr')
    await page.click('.likings button[lang="ar"]')
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl')
    assert.match(await page.textContent('.count') ?? '', /[٠-٩]/)
    await page.reload()
    assert.equal(await page.getAttribute('html', 'lang'), 'ar')
    await close()
  })

  test('a state filters, and the address keeps it', async () => {
    const page = await opened('/?asof=2016-02-01', 'en')
    await page.click('.chip.state-overdue')
    assert.match(page.url(), /state=overdue/)
    assert.match(page.url(), /asof=2016-02-01/)
    const states = await page.locator('.rows-body .cell.state').allTextContents()
    assert.ok(states.length > 0 && states.every((state) => state.includes('overdue')))
    await close()
  })

  test('a board is grouped by committee and session, or by state; its counts are those of all threads, and the keys pass over the headings', async () => {
    const page = await opened('/?group=session&asof=2016-02-01', 'en')
    assert.match((await page.textContent('.group-head h2'))!, /^Joint committee — China and Kazakhstan.*\b7\b.* · 25 Aug 2015/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.equal(await asked<string>(page, `document.activeElement.closest('[data-row]').dataset.row`), '1')
    await page.click('.group-head a[href*="/sessions/"]')
    await page.waitForSelector('.session .point')
    await page.goBack()
    await page.click('.filters .choice:nth-of-type(4) .chooser')
    await page.click('.option:last-child')
    await page.waitForURL(/group=state/)
    const chips = (await page.locator('.chip:has(b)').allTextContents()).filter((text) => !text.startsWith('noted'))
    assert.ok(chips.length > 2)
    await until(async () => (await page.locator('.group-head').count()) > 1, 'states stand above their rows')
    for (const head of await page.locator('.group-head h2').allTextContents()) assert.ok(chips.includes(head.replace(/ (\d+) threads?$/, '$1')), `${head} is none of ${chips.join(', ')}`)
    await close()
  })

  test('J, K and Enter open a thread; the way back leads to the board', async () => {
    const page = await opened('/', 'ar')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.thread')
    assert.match(page.url(), /\/threads\//)
    await page.goBack()
    await page.waitForSelector('.rows')
    await close()
  })

  test('the way back leads to the same line of the board, and J goes on from there', async () => {
    const page = await opened('/', 'en')
    await page.waitForSelector('.rows-body .line')
    for (let turn = 0; turn < 30; turn += 1) await page.keyboard.press('j')
    const [top, row] = [await asked<number>(page, 'scrollY'), await page.getAttribute('.line[data-current="true"]', 'data-row')]
    assert.ok(top > 300)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.thread')
    assert.equal(await asked<number>(page, 'scrollY'), 0)
    await page.goBack()
    await until(async () => (await asked<number>(page, 'scrollY')) === top, 'one is as far down as before')
    await page.keyboard.press('j')
    assert.equal(await page.getAttribute('.line[data-current="true"]', 'data-row'), String(Number(row) + 1))
    await close()
  })

  test('at 360 pixels the name of the page that is open is in sight', async () => {
    for (const path of ['/add', '/doubts', '/']) {
      const page = await opened(path, 'ar', 'light', 360)
      const { x, width } = (await page.locator('.top nav [aria-current]').boundingBox())!
      assert.ok(x >= 0 && x + width <= 360, `${path}: ${x} ${width}`)
      await close()
    }
  })

  test('a search finds another spelling and the documents', async () => {
    const page = await opened('/', 'ar')
    await page.keyboard.press('/')
    await page.keyboard.type('القطار استانا')
    await page.waitForSelector('.found .hit')
    assert.ok((await page.locator('.rows-body [role="row"]').count()) > 0)
    await close()
  })

  test('at the desk an item is accepted and taken back without the mouse', async () => {
    const page = await opened((await addresses()).find((path) => /^\/desk\/./.test(path))!, 'ar')
    await page.keyboard.press('j')
    await page.waitForSelector('.item[data-chosen="true"]')
    assert.ok((await page.locator('.words[data-lit="true"]').count()) > 0, 'the passage is lit')
    await page.keyboard.press('a')
    await page.waitForSelector('.item[data-verdict="accepted"]')
    await page.keyboard.press('k')
    await page.waitForSelector('.item[data-chosen="true"][data-verdict="accepted"]')
    await page.keyboard.press('u')
    await until(async () => (await page.locator('.item[data-verdict="accepted"]').count()) === 0, 'nothing is accepted')
    await close()
  })

  test('keys that come quickly accept one item after the other; what was decided is taken back after the page is loaded anew', async () => {
    const page = await opened((await addresses()).find((path) => /^\/desk\/./.test(path))!, 'en')
    const before = await page.locator('.item[data-verdict="accepted"]').count()
    for (const key of 'jaaa') await page.keyboard.press(key)
    await until(async () => (await page.locator('.item[data-verdict="accepted"]').count()) === before + 3, 'three are accepted')
    for (let left = 3; left > 0; left -= 1) {
      await page.reload({ waitUntil: 'networkidle' })
      await page.waitForSelector('.item')
      await page.keyboard.press('u')
      await until(async () => (await page.locator('.item[data-verdict="accepted"]').count()) === before + left - 1, `the last of ${left} is taken back`)
    }
    await close()
  })

  test('a reading is rejected with its reason, and amended', async () => {
    const page = await opened((await addresses()).find((path) => /^\/desk\/./.test(path))!, 'en')
    await page.keyboard.press('j')
    await page.keyboard.press('r')
    await page.fill('.dialog input', 'not said')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.item[data-verdict="rejected"]')
    await page.click('.notice button:first-of-type')
    await until(async () => (await page.locator('.item[data-verdict="rejected"]').count()) === 0, 'nothing is rejected')
    await page.keyboard.press('e')
    await page.waitForSelector('.dialog .amend')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.dialog', { state: 'detached' })
    await close()
  })

  test('a reader is offered nothing that he would be refused', async () => {
    const reader = async (path: string): Promise<Page> => {
      const page = await openedIn(chrome, served, path, { tongue: 'en' }, (one) => one.route('**/api/session', (route) => route.fulfill({ json: { name: 'Omar', role: 'reader', within: null } })))
      context = page.context()
      return page
    }
    const all = await addresses()
    for (const [path, there, offered] of [[all.find((one) => one.startsWith('/threads/'))!, '.life', '.decide button, .told button, .decisions button'], [all.find((one) => /^\/desk\/./.test(one))!, '.item', '.acts .button:not(:has-text("Why")), .desk-head button'], ['/add', '.empty', 'textarea, .drop'], ['/doubts', 'h1', '.doubt button']] as const) {
      const page = await reader(path)
      await page.waitForSelector(there)
      assert.equal(await page.locator(offered).count(), 0, path)
      assert.deepEqual(await violations(page), [])
      await close()
    }
    const page = await reader(all.find((one) => /^\/desk\/./.test(one))!)
    for (const key of 'ja') await page.keyboard.press(key)
    await page.waitForSelector('.item[data-chosen="true"]')
    assert.equal(await page.locator('.item[data-verdict="accepted"]').count(), 0)
    await close()
  })

  test('a thread is judged and noted; both stand in its history and can be taken back', async () => {
    const page = await opened((await addresses()).find((path) => path.startsWith('/threads/'))!, 'en')
    const before = await page.locator('.decisions > ul > li').count()
    await page.click('.decide button:nth-child(1)')
    await page.fill('.dialog textarea', 'as the ministry told us')
    await page.click('.dialog .act')
    await until(async () => (await page.locator('.decisions > ul > li').count()) > before, 'the judgement stands in the history')
    assert.match((await page.textContent('.reasons'))!, /as the ministry told us/)
    await page.click('.decide button:nth-child(2)')
    await page.fill('.dialog textarea', 'ask again in May')
    await page.click('.dialog .act')
    await until(async () => (await page.locator('.decisions > ul > li').count()) > before + 1, 'the note stands in the history')
    for (let left = await page.locator('.decisions > ul > li button').count(); left > 0; left -= 1) {
      await page.locator('.decisions > ul > li button').first().click()
      await until(async () => (await page.locator('.decisions > ul > li button').count()) < left, 'one less can be taken back')
    }
    await close()
  })

  test('a pasted text is read and opened; one without a date is refused with the way on', async () => {
    const page = await opened('/add', 'en')
    await page.fill('.paste textarea', `اتفقت كازاخستان وعُمان في مسقط أمس على زيادة التبادل التجاري إلى مليار دولار سنويا بحلول عام 2030. ${Date.now()}`)
    await page.click('.paste .act')
    await page.waitForSelector('.job .state-overdue')
    await page.fill('.paste textarea', `اتفقت كازاخستان وعُمان في مسقط أمس على زيادة التبادل التجاري إلى مليار دولار سنويا بحلول عام 2031. ${Date.now()}`)
    await page.fill('.paste input', '2026-05-12 Muscat')
    await page.click('.paste .act')
    await page.waitForSelector('.job .state-kept')
    await page.click('.job a[href^="/desk/"]')
    await page.waitForSelector('.desk .item')
    await close()
  })

  test('whoever is not known may sign in at an organisation, where the server says that it has one', async () => {
    const page = await opened('/', 'en')
    await context.clearCookies()
    await page.goto(`${served.url}/?state=overdue`, { waitUntil: 'networkidle' })
    assert.equal(await page.locator('.sign-in input').count(), 2)
    assert.equal(await page.locator('.sign-in a').count(), 0)
    await page.route('**/api/session/ways', (route) => route.fulfill({ json: { ways: ['password', 'organisation'] } }))
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.getAttribute('.sign-in a', 'href'), `/api/session/organisation?to=${encodeURIComponent('/?state=overdue')}`)
    assert.deepEqual(await violations(page), [])
    await close()
  })

  test('a browser goes to the organisation and comes back signed in, to the page that was asked for', async () => {
    const [source, folder] = [await provider('ES256', 'none'), mkdtempSync(join(tmpdir(), 'tawafuq-organisation-'))]
    const ledger = join(folder, 'ledger.sqlite')
    tawafuq(ledger, 'account', 'add', 'Nadia', '--oidc', source.issuer, '--subject', 'sub-1')
    source.say('sub-1')
    const { child, address } = await started(ledger, ['--oidc', source.issuer, '--oidc-client', 'ledger'])
    const context = await chrome.newContext({ locale: 'en' })
    try {
      const page = await context.newPage()
      const origin = new URL(address).origin.replace('127.0.0.1', 'localhost') // Another site than that of the organisation.
      await page.goto(`${origin}/?state=overdue`, { waitUntil: 'networkidle' })
      await page.click('.sign-in a')
      await page.waitForSelector('.account')
      assert.deepEqual([page.url(), await page.textContent('.account bdi')], [`${origin}/?state=overdue`, 'Nadia'])
      assert.deepEqual((await context.cookies()).map(({ httpOnly, sameSite }) => [httpOnly, sameSite]), [[true, 'Strict']])
      await page.click('.account button')
      await page.waitForURL(`${origin}/`)
      await page.waitForSelector('.sign-in')
      assert.deepEqual(source.left, ['sub-1'], 'the organisation was told too')
    } finally {
      await context.close()
      child.kill('SIGINT')
      await once(child, 'exit')
      await source.close()
      rmSync(folder, { recursive: true })
    }
  })

  test('the day that is asked about stands in the address', async () => {
    const page = await opened('/', 'en')
    await page.click('.moment .segment[data-type="year"]')
    await page.keyboard.type('2016')
    await page.waitForURL(/asof=2016-/)
    await page.click('.moment > button.plain')
    await page.waitForURL((url) => !url.search.includes('asof'))
    await close()
  })

  test('a place on the map is reached by keyboard, tells its threads, and leads to them', async () => {
    const page = await opened('/map', 'ar')
    await page.waitForSelector('.map-spot')
    await page.focus('.chip:last-child')
    for (let turn = 0; turn < 20 && !(await asked<boolean>(page, `document.activeElement.classList.contains('map-spot')`)); turn += 1) await page.keyboard.press('Tab')
    const name = await asked<string>(page, `document.activeElement.getAttribute('aria-label')`)
    assert.equal(name.split(':')[0]!.replaceAll(/[\u2068\u2069]/g, ''), (await page.textContent('.map-about h2'))!.replaceAll(/[\u2068\u2069]/g, ''), 'the place with the focus is told of')
    const threads = await page.locator('.map-about .map-threads a').count()
    assert.ok(threads > 0)
    await page.keyboard.press('Enter')
    await page.waitForURL(/[?&]at=/)
    assert.equal(await asked<string>(page, 'document.activeElement.tagName'), 'H2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.thread')
    await page.goBack()
    await page.waitForSelector('.map-spot[aria-current]')
    await close()
  })

  test('the map is not mirrored', async () => {
    const west = async (tongue: Tongue): Promise<boolean> => {
      const page = await opened('/map', tongue)
      await page.waitForSelector('.map-spot')
      const left = await asked<readonly (readonly [string, number])[]>(page, `[...document.querySelectorAll('.map-frame .map-spot')].map((spot) => [spot.getAttribute('href'), spot.getBoundingClientRect().left])`)
      await close()
      const of = (key: string): number => left.find(([href]) => href.endsWith(`at=${key}`))![1]
      return of('astana') < of('beijing')
    }
    assert.deepEqual([await west('ar'), await west('en')], [true, true])
  })

  test('where sources of a target differ, each value leads to its passage', async () => {
    const page = await opened('/targets', 'en')
    await page.waitForSelector('.disputes li')
    assert.match((await page.textContent('.disputes li'))!, /2022.*31\.2 billion.*China.*24 billion.*Kazakhstan/)
    await page.click('.disputes a')
    await page.waitForSelector('.desk .item[data-chosen="true"]')
    await close()
  })

  test('at 360 pixels the chart of a target has room, and a number stands beside its words as they are printed', async () => {
    for (const tongue of ['ar', 'en'] as const) {
      const page = await opened('/targets', tongue, 'light', 360)
      await page.waitForSelector('.chart')
      const { width } = (await page.locator('.chart').first().boundingBox())!
      assert.ok(width > 300 && width <= 328, `${width}`)
      const beyond = await asked<readonly string[]>(page, `[...document.querySelectorAll('.chart text, .chart path')].filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > innerWidth }).map((one) => one.outerHTML)`)
      assert.deepEqual(beyond, [])
      assert.match((await page.textContent('.disputes li'))!.replaceAll(/[\u2068\u2069]/g, ''), tongue === 'en' ? /31\.2 billion US dollars31\.2 مليار دولار as China/ : /٣١٫٢ مليار دولار أمريكي31\.2 مليار دولار/)
      assert.equal(await page.getAttribute('.disputes .as-printed bdi', 'dir'), 'rtl')
      assert.match((await page.locator('.chart title').allTextContents()).join('\n'), /31\.2 مليار دولار/)
      await close()
    }
  })

  test('a session without numbered points is told by its report; the briefing after it says what is open, and names all in the language of the reader', async () => {
    const page = await opened('/sessions', 'en')
    await page.click('.session-line a >> text=Session 12')
    await page.waitForSelector('.came .passage')
    assert.match((await page.textContent('.points-head h2'))!, /as the reports/)
    assert.ok((await page.locator('.came .label').count()) > 1)
    await page.click('.session .act')
    await page.waitForSelector('.briefing .raised')
    assert.match((await page.textContent('.session h1'))!, /session 13/)
    assert.match((await page.locator('.briefing h2').allTextContents()).join(' · '), /To be raised.*Also open between the parties.*Sources/)
    const numbers = await asked<readonly string[]>(page, `[...document.querySelectorAll('.briefing sup a')].map((one) => one.getAttribute('href'))`)
    for (const at of new Set(numbers)) assert.equal(await page.locator(at).count(), 1, at)
    const quoted = page.locator('.brief-quote sup a').nth(8)
    await quoted.scrollIntoViewIfNeeded()
    const top = await asked<number>(page, 'scrollY')
    await quoted.click()
    await page.waitForURL(/#note-/)
    await page.goBack()
    await until(async () => (await asked<number>(page, 'scrollY')) === top, 'the way back leads from the footnote to its words')
    await close()
  })

  test('projects are divided by stage, sector and place; a part that is chosen stands in the address', async () => {
    const page = await opened('/projects', 'ar')
    await page.click('.funnel li:nth-child(2) button')
    await page.waitForURL(/part=planned/)
    await page.click('.legend .chip:nth-child(3)')
    await page.waitForURL((url) => url.search.includes('by=place') && !url.search.includes('part='))
    const all = await page.locator('table.projects tbody tr').count()
    await page.click('.funnel li:has-text("أستانا") button')
    await page.waitForURL(/part=place/)
    const some = await page.locator('table.projects tbody tr').count()
    assert.ok(some > 0 && some < all)
    assert.match((await page.locator('.measure').allTextContents()).join(), /٢٢٫٤ كيلومتر/)
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.locator('table.projects tbody tr').count(), some)
    await close()
  })

  test('the board and a briefing are printed', async () => {
    const brief = (await addresses()).find((path) => path.includes('brief'))!
    for (const path of ['/', brief]) {
      const page = await opened(path, 'ar')
      assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 10_000)
      await close()
    }
  })

  test('on paper the desk has its whole text, and nothing that is to be pressed', async () => {
    const page = await opened((await addresses()).find((path) => /^\/desk\/./.test(path))!, 'ar')
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual(await asked(page, `[...document.querySelectorAll('.desk-page, .desk-items')].filter((pane) => pane.scrollHeight > pane.clientHeight + 1).length`), 0)
    assert.equal(await page.locator('.acts').isVisible(), false)
    await close()
  })

  test('the browser had nothing to complain of', () => assert.deepEqual([...new Set(complaints)], []))
})

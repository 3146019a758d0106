import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { browser, get, opened as openedIn, run, type Running, sampleFiles, tawafuq, type Tongue, until } from './start.ts'

/** What a desk officer does in a morning, each from an empty ledger or one with a few documents. */

let chrome: Browser
const folder = mkdtempSync(join(tmpdir(), 'tawafuq-work-'))
const servers: Running[] = []

const opened = (server: Running, path = '/', tongue: Tongue = 'en'): Promise<Page> => openedIn(chrome, server, path, { tongue })

/** A server over a new ledger with some documents. */
const over = async (name: string, ...files: readonly string[]): Promise<Running> => {
  const ledger = join(folder, `${name}.sqlite`)
  if (files.length > 0) tawafuq(ledger, 'record', ...files)
  const server = await run(ledger)
  servers.push(server)
  return server
}

const sample = (day: string): string => sampleFiles().find((file) => file.includes(day))!

type Told = { readonly id: string; readonly state: string; readonly title: string; readonly last: string; readonly kind: string; readonly evidence: readonly { readonly claim: string; readonly document: string; readonly said: string }[] }
const board = async (page: Page, query = ''): Promise<readonly Told[]> => (await get<{ readonly threads: readonly Told[] }>(page, `/api/board?limit=500${query}`)).threads

describe('work in a browser', () => {
  before(async () => { chrome = await browser() })
  after(async () => {
    await chrome.close()
    for (const server of servers) await server.end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  })

  for (const tongue of ['ar', 'en'] as const)
    test(`first run (${tongue}): the sample comes with one click, goes with one, and the going is undone`, async () => {
      const page = await opened(await over(`first-${tongue}`), '/', tongue)
      assert.equal(await page.getAttribute('html', 'dir'), tongue === 'ar' ? 'rtl' : 'ltr')
      await page.click('.first .sample button')
      await page.waitForSelector('.rows-body [role="row"]', { timeout: 30_000 })
      assert.ok((await board(page)).length > 20)
      await page.click('.sample button')
      await page.waitForSelector('.first')
      assert.equal((await board(page)).length, 0)
      await page.route('**/api/sample', async (route) => {
        if (route.request().method() === 'GET') await new Promise((done) => { setTimeout(done, 2_000) })
        await route.continue()
      })
      await page.click('.notice button:first-of-type')
      await page.waitForSelector('.rows-body [role="row"]', { timeout: 30_000 })
    })

  /** Two reports of one committee: what the first promised, the second tells as done. */
  const dropping = (name: string, files: readonly string[]) => async (): Promise<void> => {
    const page = await opened(await over(name), '/add')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('.drop .button')])
    await chooser.setFiles([...files])
    await until(async () => (await page.locator('.job .state-kept').count()) === files.length, 'every file is read')
    await page.click('a.brand')
    const kept = (await board(page, '&asof=2016-02-01')).find(({ kind, state, evidence }) => kind === 'instrument' && state === 'kept' && new Set(evidence.map(({ document }) => document)).size === 2)
    assert.ok(kept, 'an agreement is kept, by passages of both reports')
    await page.goto(new URL(`/threads/${kept.id}?asof=2016-02-01`, page.url()).href, { waitUntil: 'networkidle' })
    assert.match((await page.textContent('.thread-head .state'))!, /kept/)
    const passages = await page.locator('.life blockquote').allTextContents()
    assert.ok(passages.length >= 2)
    for (const day of ['2015-08-25', '2015-12-14']) assert.ok((await page.locator(`.life time[datetime="${day}"]`).count()) > 0, `a passage of ${day}`)
  }

  test('two reports are dropped: the agreement that the first promised is kept, with the passages of both', dropping('own', [sample('2015-08-25'), sample('2015-12-14')]))

  const given = process.env['TAWAFUQ_REPORTS'] ? globSync(join(process.env['TAWAFUQ_REPORTS'], '*.txt')).toSorted() : []
  test('the same with the two reports of 2015-08-25 and 2015-12-14 in the folder TAWAFUQ_REPORTS', { skip: given.length === 2 ? false : 'TAWAFUQ_REPORTS names no folder with two reports' }, dropping('given', given))

  test('files are read on whatever page one is; what is no text is refused with the cure, and nothing is kept of it', async () => {
    const page = await opened(await over('many'), '/add')
    await page.route('**/api/documents*', async (route) => {
      if (route.request().method() === 'POST') await new Promise((done) => { setTimeout(done, 300) })
      await route.continue()
    })
    const text = readFileSync(sample('2015-08-25'), 'utf8')
    const files = Array.from({ length: 5 }, (_, at) => ({ name: `2015-08-2${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${text}\n${at}`) }))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('.drop .button')])
    await chooser.setFiles([...files, { name: '2015-08-25.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 \u0000') }])
    await page.click('a.brand')
    await page.waitForSelector('.coming')
    await until(async () => (await page.locator('.coming').count()) === 0, 'all are read while the board is open')
    await page.click('.top nav a[href="/add"]')
    assert.deepEqual([await page.locator('.job .state-kept').count(), await page.locator('.job .state-overdue').count()], [5, 1])
    assert.match((await page.locator('.job:has(.state-overdue)').textContent())!, /PDF/)
    assert.equal((await get<{ readonly documents: readonly unknown[] }>(page, '/api/documents')).documents.length, 5)
  })

  test('a text of several languages has each paragraph in its direction; a very long one is pasted without being set out', async () => {
    const page = await opened(await over('mixed'), '/add', 'ar')
    const text = `مسقط 14 مايو 2026 - اتفقت كازاخستان وعُمان على إنشاء صندوق مشترك للاستثمار بقيمة 300 مليون دولار.\n\nMUSCAT, 14 May 2026 — The two sides agreed to set up a joint investment fund of $300 million.\n`
    await page.evaluate(`(() => { const text = ${JSON.stringify(text)}.repeat(1500); const data = new DataTransfer(); data.setData('text/plain', text); document.querySelector('.paste textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) })()`)
    await page.waitForSelector('.pasted')
    await page.click('.pasted button')
    await page.fill('.paste textarea', text)
    await page.click('.paste .act')
    await page.click('.job a[href^="/desk/"]')
    await page.waitForSelector('.sheet-text p')
    assert.deepEqual(await page.locator('.sheet-text p').evaluateAll((all) => all.map((one) => one.getAttribute('dir'))), ['rtl', 'ltr'])
    await page.click('.item button')
    await page.keyboard.press('w')
    assert.doesNotMatch((await page.locator('.trace li').allTextContents()).map((one) => one.replace(/[a-z]+[.][a-z.-]+$/, '')).join(), /[a-z]{3}/, 'what the rules gave is said in Arabic')
  })

  test('a thread stays on the page while the server is not reached, with what is being written on it', async () => {
    const server = await over('cut', sample('2015-08-25'))
    const page = await opened(server)
    const [thread] = await board(page)
    await page.goto(`${server.url}/threads/${thread!.id}`, { waitUntil: 'networkidle' })
    await page.click('.decide button:nth-child(2)')
    await page.fill('.dialog textarea', 'asked in May')
    await page.route('**/api/**', (route) => route.abort())
    await page.click('.dialog .act')
    await page.waitForSelector('.notice[data-kind="refused"]')
    await page.evaluate(`dispatchEvent(new StorageEvent('storage', { key: 'tawafuq.changed' }))`)
    await page.waitForTimeout(300)
    assert.equal(await page.inputValue('.dialog textarea'), 'asked in May')
    await page.unroute('**/api/**')
    await page.click('.dialog .act')
    await page.waitForSelector('.dialog', { state: 'detached' })
    await until(async () => (await page.locator('.decisions').textContent())!.includes('asked in May'), 'the note stands in the history')
    await page.route('**/api/**', (route) => route.abort())
    await page.click('.notice button:last-of-type')
    await page.evaluate(`dispatchEvent(new StorageEvent('storage', { key: 'tawafuq.changed' }))`)
    await page.waitForSelector('.notice[data-kind="refused"] button')
    assert.equal(await page.locator('.thread-head').count(), 1)
    await page.unroute('**/api/**')
    await page.click('.notice button')
    await page.waitForSelector('.notice[data-kind="none"]', { state: 'attached' })
  })

  test('what is decided in one window is shown in the other', async () => {
    const server = await over('windows', sample('2015-08-25'))
    const page = await opened(server)
    const [thread] = await board(page)
    await page.goto(`${server.url}/threads/${thread!.id}`, { waitUntil: 'networkidle' })
    const other = await page.context().newPage()
    await other.goto(page.url(), { waitUntil: 'networkidle' })
    await page.click('.decide button:nth-child(2)')
    await page.fill('.dialog textarea', 'asked in May')
    await page.click('.dialog .act')
    await until(async () => (await other.locator('.decisions').textContent())!.includes('asked in May'), 'the other window shows the note')
  })

  test('a wrong reading is corrected, and the correction undone', async () => {
    const server = await over('correct', sample('2015-08-25'))
    const page = await opened(server)
    const { documents: [document] } = await get<{ readonly documents: readonly { readonly sha256: string }[] }>(page, '/api/documents?limit=1')
    await page.goto(`${server.url}/desk/${document!.sha256}`, { waitUntil: 'networkidle' })
    await page.click('.item.kind-commitment button')
    await page.keyboard.press('e')
    const force = page.locator('.dialog .amend select').first()
    const before = await force.inputValue()
    await force.selectOption(before === 'hoped' ? 'urged' : 'hoped')
    await page.click('.dialog .act')
    await page.waitForSelector('.item[data-chosen="true"][data-verdict="amended"]')
    assert.match((await page.textContent('.item[data-chosen="true"] .item-values'))!, before === 'hoped' ? /urged/ : /hoped/)
    await page.keyboard.press('u')
    await page.waitForSelector('.item[data-chosen="true"][data-verdict="none"]')
    assert.doesNotMatch((await page.textContent('.item[data-chosen="true"] .item-values'))!, before === 'hoped' ? /urged/ : /hoped/)
  })

  test('what was not read is added by marking its words; why something was read is told; what is shown is accepted at once', async () => {
    const server = await over('hand', sample('2015-12-14'))
    const page = await opened(server)
    const { documents: [document] } = await get<{ readonly documents: readonly { readonly sha256: string }[] }>(page, '/api/documents?limit=1')
    await page.goto(`${server.url}/desk/${document!.sha256}`, { waitUntil: 'networkidle' })
    const items = await page.locator('.item[data-claim]').count()
    const words = page.locator('.sheet-text > li p').last()
    await words.click({ clickCount: 3 })
    await page.keyboard.press('n')
    assert.equal((await page.inputValue('.dialog textarea')).trim(), (await words.textContent())!.trim())
    await page.click('.dialog .act')
    await until(async () => (await page.locator('.item[data-claim]').count()) === items + 1, 'the item is added')
    await page.click('.item.kind-commitment button')
    await page.keyboard.press('w')
    await page.waitForSelector('.trace li code')
    await page.keyboard.press('v')
    await until(async () => (await page.locator('.item[data-verdict="accepted"]').count()) > 1, 'several are accepted')
    await page.keyboard.press('u')
    await page.click('.notice button:first-of-type')
  })

  test('a document is taken out, which empties the board of it, and put back', async () => {
    const server = await over('out', sample('2015-12-14'))
    const page = await opened(server)
    const all = (await board(page)).length
    const { documents: [document] } = await get<{ readonly documents: readonly { readonly sha256: string }[] }>(page, '/api/documents?limit=1')
    await page.goto(`${server.url}/desk/${document!.sha256}`, { waitUntil: 'networkidle' })
    await page.click('.desk-head .plain')
    await page.fill('.dialog input', 'a draft that was never published')
    await page.click('.dialog .act')
    await page.waitForSelector('.withdrawn')
    assert.equal((await board(page)).length, 0)
    await page.click('.withdrawn button')
    await page.waitForSelector('.withdrawn', { state: 'detached' })
    assert.equal((await board(page)).length, all)
  })

  test('a row tells its passages when one rests on it or comes to it by keys, until Escape', async () => {
    const page = await opened(await over('glance', sample('2015-08-25')))
    await page.hover('.rows-body .line >> nth=1')
    await page.waitForSelector('.glance blockquote, .glance .script')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.glance', { state: 'detached' })
    await page.keyboard.press('j')
    await page.waitForSelector('.line[data-current="true"] .glance')
    const described = await page.getAttribute('.line[data-current="true"] .what a', 'aria-describedby')
    assert.equal(await page.locator(`#${described}`).count(), 1)
  })

  test('two threads are joined, and the passage is parted again', async () => {
    const server = await over('join', sample('2015-08-25'))
    const page = await opened(server)
    const before = await board(page)
    const [one, other] = before.filter(({ kind }) => kind === 'commitment') as [Told, Told]
    await page.goto(`${server.url}/threads/${one.id}`, { waitUntil: 'networkidle' })
    await page.click('.decide button:nth-child(3)')
    await page.fill('.dialog input', other.id)
    await page.check('.dialog input[type="radio"]')
    await page.locator('.dialog input').last().fill('they speak of one thing')
    await page.click('.dialog .act')
    await until(async () => (await board(page)).length === before.length - 1, 'the two are one')
    await page.click('.notice button:first-of-type')
    await until(async () => (await board(page)).length === before.length, 'they are two again')
    assert.deepEqual((await board(page)).map(({ id, state }) => `${id} ${state}`), before.map(({ id, state }) => `${id} ${state}`))
  })

  test('as of 2015-09-01 the board shows nothing of December', async () => {
    const server = await over('then', sample('2015-08-25'), sample('2015-12-14'))
    const page = await opened(server, '/?asof=2015-09-01')
    const rows = await page.locator('.rows-body .cell.last').allTextContents()
    assert.ok(rows.length > 5)
    assert.ok(rows.every((last) => /25 Aug(?:ust)? 2015/.test(last)), rows.join(' · '))
    assert.ok((await board(page)).some(({ last }) => last === '2015-12-14'))
  })

  test('the briefing is printed to PDF in Arabic: on A4, in its script, with numbered sources', async () => {
    const server = await over('briefing', ...sampleFiles().slice(0, 5))
    const page = await opened(server, '/', 'ar')
    const { mechanisms } = await get<{ readonly mechanisms: readonly { readonly sessions: readonly { readonly session: string; readonly points: readonly unknown[] }[] }[] }>(page, '/api/mechanisms')
    const session = mechanisms.flatMap(({ sessions }) => sessions).toSorted((one, other) => other.points.length - one.points.length)[0]!
    await page.goto(`${server.url}/sessions/${session.session}?brief=true`, { waitUntil: 'networkidle' })
    assert.ok((await page.locator('.briefing sup, .briefing .footnote, .briefing ol.footnotes li').count()) > 3, 'footnotes')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    assert.match(pdf, /\/FontName \/[A-Z]{6}\+NotoNaskhArabic/)
    assert.match(pdf, /\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/)
  })

  test('two people on one thread: the second is told what changed, and nothing typed is lost', async () => {
    const server = await over('two', sample('2015-08-25'))
    const [one, other] = [await opened(server), await opened(server)]
    const [thread] = await board(one)
    for (const page of [one, other]) await page.goto(`${server.url}/threads/${thread!.id}`, { waitUntil: 'networkidle' })
    const note = async (page: Page, text: string): Promise<void> => {
      await page.click('.decide button:nth-child(2)')
      await page.fill('.dialog textarea', text)
      await page.click('.dialog .act')
    }
    await note(one, 'asked in May')
    await one.waitForSelector('.dialog', { state: 'detached' })
    await note(other, 'asked in June')
    await other.waitForSelector('.notice[data-kind="refused"]')
    assert.equal(await other.inputValue('.dialog textarea'), 'asked in June')
    await until(async () => (await other.locator('.decisions').textContent())!.includes('asked in May'), 'what the first wrote is shown')
    await other.click('.dialog .act')
    await other.waitForSelector('.dialog', { state: 'detached' })
    await until(async () => (await other.locator('.decisions').textContent())!.includes('asked in June'), 'what the second wrote is shown')
  })

  test('the server stops in the middle of an upload: what was told as kept is there, the rest is told and can be tried again', async () => {
    const server = await over('stop')
    const page = await opened(server, '/add')
    const files = Array.from({ length: 40 }, (_, at) => ({ name: `2024-05-${String((at % 28) + 1).padStart(2, '0')}-${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${readFileSync(sample('2015-08-25'), 'utf8')}\n${at}`) }))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('.drop .button')])
    await chooser.setFiles(files)
    await until(async () => (await page.locator('.job .state-kept').count()) >= 3, 'some are kept')
    await server.end('SIGKILL')
    await until(async () => (await page.locator('.job .state-overdue').count()) > 0, 'one is refused')
    await until(async () => (await page.locator('.job .state-kept').count()) + (await page.locator('.job .state-overdue').count()) === files.length, 'every file has its fate')
    const kept = await page.locator('.job:has(.state-kept)').count()
    assert.match((await page.locator('.job:has(.state-overdue)').first().textContent())!, /server/i)
    assert.match(tawafuq(server.ledger, 'verify'), /whole|well|lines/)
    const again = await run(server.ledger, new URL(server.url).port)
    servers.push(again)
    const { documents } = await get<{ readonly documents: readonly unknown[] }>(await opened(again), '/api/documents?limit=500')
    assert.ok(documents.length >= kept && documents.length <= kept + 1, `${kept} were told as kept, ${documents.length} are there`)
  })
})

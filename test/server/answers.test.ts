import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { conforming } from './conform.ts'
import { states } from '../../src/ledger/index.ts'
import { people, samples, sampleText, served, servedHere } from './served.ts'
import { root, run } from '../run.ts'

const house = await servedHere()
const conform = conforming(house)

type Thread = { readonly id: string; readonly kind: string; readonly state: string; readonly points: readonly { readonly session: string }[]; readonly between: readonly string[]; readonly evidence: readonly { readonly name: string; readonly document: string }[] }
type Sitting = { readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly thread: string; readonly label: string }
type Board = { readonly threads: readonly Thread[]; readonly sessions: readonly Sitting[]; readonly next: string | null; readonly asof: { readonly asof: string } }

const get = async <T>(url: string): Promise<T> => {
  const answer = await house.ask('reader', { url })
  assert.equal(answer.status, 200, answer.text)
  return answer.value<T>()
}

test('the board is what the command line prints', async () => {
  const { threads, sessions, asof } = await get<Board>('/api/board?asof=2024-06-01&limit=500')
  conform('get', '/api/board', 200, { threads, sessions, next: null, asof })
  assert.deepEqual(asof, { asof: '2024-06-01', hindsight: false, known: null })
  const printed = JSON.parse(run(['board', '--asof', '2024-06-01', '--format', 'json', '--ledger', house.location]).out) as readonly Thread[]
  assert.deepEqual(threads, printed)
  assert.ok(samples.includes(threads[0]!.evidence[0]!.name as never), 'passages name their documents')
})

test('pages of a board make the whole board, whatever their size', async () => {
  const whole = await get<Board>('/api/board?limit=500')
  const ids: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: Board = await get<Board>(`/api/board?limit=7${after === '' ? '' : `&after=${after}`}`)
    ids.push(...page.threads.map(({ id }) => id))
    after = page.next
  }
  assert.deepEqual(ids, whole.threads.map(({ id }) => id))
})

const byState = (threads: readonly Thread[]): unknown => Object.fromEntries([...Map.groupBy(threads, ({ state }) => state)].map(([state, all]) => [state, all.length]))

test('the threads of a board are counted by their states, as far as whoever asks may see them', async () => {
  for (const query of ['', 'asof=2024-06-01', 'between=CN,KG', 'kind=project', 'sector=railways', 'known=2000-01-01', 'due=2025-01-01']) {
    for (const who of query.startsWith('between') ? (['reader'] as const) : (['reader', 'limited'] as const)) {
      const { states: counted, asof } = (await house.ask(who, { url: `/api/board/counts?${query}` })).value<{ readonly states: Readonly<Record<string, number>>; readonly asof: unknown }>()
      conform('get', '/api/board/counts', 200, { states: counted, asof })
      const { threads } = (await house.ask(who, { url: `/api/board?limit=500&state=${states.join(',')}&${query}` })).value<Board>()
      assert.deepEqual(Object.fromEntries(Object.entries(counted).filter(([, threads]) => threads > 0)), byState(threads), `${who} ${query}`)
    }
  }
  assert.equal((await house.ask('reader', { url: '/api/board/counts?state=open' })).status, 400)
  assert.equal((await house.ask('limited', { url: '/api/board/counts?between=EG,KE' })).status, 403)
})

test('a board tells the sessions whose points its threads are, with their committees', async () => {
  const own = await served()
  try {
    const text = readFileSync(join(root, 'threads', 'china-kazakhstan', 'documents', '2015-08-25-committee-seventh-session.txt'), 'utf8')
    assert.equal((await own.ask('editor', { method: 'POST', url: '/api/documents', body: { name: 'seventh session', text, date: '2015-08-25' } })).status, 201)
    const board = (await own.ask('reader', { url: '/api/board?limit=500&language=en' })).value<Board>()
    conform('get', '/api/board', 200, board)
    assert.deepEqual(board.sessions.map(({ ordinal, date, label }) => [ordinal, date, label]), [[7, '2015-08-25', 'Joint committee — China and Kazakhstan']])
    assert.deepEqual(new Set(board.threads.flatMap(({ points }) => points.map(({ session }) => session))), new Set(board.sessions.map(({ session }) => session)))
    assert.deepEqual((await own.ask('limited', { url: '/api/board?limit=500' })).value<Board>().sessions, [])
  } finally {
    await own.close()
  }
})

test('a board is narrowed as on the command line', async () => {
  const { threads } = await get<Board>('/api/board?between=cn,kg&kind=project,instrument&state=open,overdue,advanced,kept&limit=500')
  assert.ok(threads.length > 0 && threads.every(({ kind, between }) => (kind === 'project' || kind === 'instrument') && between.includes('CN') && between.includes('KG')))
})

test('titles are written in the language that is asked for, beside the words of the texts', async () => {
  const plain = await get<Board>('/api/board?limit=500')
  const english = await get<Omit<Board, 'threads'> & { readonly threads: readonly (Thread & { readonly label: string })[] }>('/api/board?limit=500&language=en')
  conform('get', '/api/board', 200, english)
  assert.ok(plain.threads.every((thread) => !('label' in thread)))
  const bare = english.threads.map(({ label, ...thread }) => {
    assert.match(label, /^[A-Z0-9]/)
    return thread
  })
  assert.deepEqual(bare, plain.threads)
  const printed = JSON.parse(run(['board', '--language', 'en', '--format', 'json', '--ledger', house.location]).out) as readonly unknown[]
  assert.deepEqual(english.threads, printed)
  const { label } = await get<{ readonly label: string }>(`/api/threads/${plain.threads[0]!.id}?language=ar`)
  assert.match(label, /^\p{Script=Arabic}/u)
  const { mechanisms } = await get<{ readonly mechanisms: readonly { readonly label: string; readonly sessions: readonly { readonly points: readonly { readonly label: string }[] }[] }[] }>('/api/mechanisms?language=ar')
  assert.ok(mechanisms.length > 0 && mechanisms.every((one) => one.label !== '' && one.sessions.every(({ points }) => points.every((point) => point.label !== ''))))
})

const refusals = [
  ['/api/board?language=fr', /language fr is not known: ar, en are/],
  ['/api/board?asof=2024-13-01', /asof 2024-13-01 is no date of the calendar/],
  ['/api/board?known=soon', /known soon is no moment/],
  ['/api/board?state=sleeping', /state sleeping is not known/],
  ['/api/board?kind=promise', /kind promise is not known/],
  ['/api/board?between=China', /between CHINA is no code of a state/],
  ['/api/board?limit=501', /limit in the query must be <= 500/],
  ['/api/board?limit=many', /limit in the query must be integer/],
  ['/api/board?after=xyz', /after xyz is no place where a page ended/],
  ['/api/board?colour=red', /colour in the query is not known here/],
  ['/api/board?session=zzzz', /session zzzz is no claim/],
  ['/api/search', /must have required properties q/],
  ['/api/search?q=%21', /q has no words/],
  ['/api/documents?after=W10', /is no place where a page ended/],
  ['/api/documents/xyz', /sha256 in the path must match pattern/],
] as const

for (const [url, message] of refusals) {
  test(`${url} is refused with what, where and the cure`, async () => {
    const { status, headers, value } = await house.ask('reader', { url })
    const problem = value<{ type: string; title: string; status: number; detail: string }>()
    assert.deepEqual([status, headers['content-type'], problem.type, problem.status], [400, 'application/problem+json; charset=utf-8', 'urn:tawafuq:problem:invalid', 400])
    assert.match(problem.detail, message)
  })
}

test('what is not there is a problem too', async () => {
  for (const url of ['/api/threads/zzzz', `/api/documents/${'0'.repeat(64)}`, '/api/nothing', '/nothing']) assert.equal((await house.ask('reader', { url })).status, 404, url)
  assert.match((await house.ask('reader', { url: '/api/threads/zzzz' })).text, /the board lists the identifiers/)
})

test('a thread has its passages, its lines and a tag', async () => {
  const { threads } = await get<Board>('/api/board?limit=1')
  const answer = await house.ask('reader', { url: `/api/threads/${threads[0]!.id}` })
  const value = answer.value<{ etag: string; history: { id: string }[] }>()
  conform('get', '/api/threads/{id}', 200, value)
  assert.equal(answer.headers['etag'], value.etag)
  assert.equal(value.etag, `"${encodeURIComponent(value.history.at(-1)!.id)}"`)
  const early = await house.ask('reader', { url: `/api/threads/${threads[0]!.id}?asof=1999-01-01` })
  assert.match(early.text, /Nothing of thread .* was known as of 1999-01-01/)
})

test('a committee has its sessions', async () => {
  const value = await get<{ mechanisms: { sessions: { points: unknown[] }[] }[] }>('/api/mechanisms')
  conform('get', '/api/mechanisms', 200, value)
  assert.ok(value.mechanisms.some(({ sessions }) => sessions.length > 0))
})

test('words are found in every spelling, with the threads on those passages', async () => {
  const value = await get<{ documents: { document: string; threads: unknown[]; places: unknown[] }[] }>(`/api/search?q=${encodeURIComponent('اتفاقية')}`)
  conform('get', '/api/search', 200, value)
  assert.ok(value.documents.length > 0 && value.documents.every(({ places }) => places.length > 0))
})

test('sums are added up by currency, each once', async () => {
  type Sums = { totals: { unit: string; value: number; counted: number; left: number }[]; sums: { unit: string; value: number; counts: boolean }[] }
  const value = await get<Sums>('/api/sums')
  conform('get', '/api/sums', 200, value)
  assert.ok(value.totals.length > 0)
  for (const { unit, value: total } of value.totals) assert.equal(total, value.sums.filter((one) => one.unit === unit && one.counts).reduce((sum, one) => sum + one.value, 0))
})

test('the ledger is verified, and the server tells that it is well', async () => {
  const check = await house.ask('editor', { url: '/api/verify' })
  conform('get', '/api/verify', 200, check.value())
  assert.deepEqual(check.value<{ faults: unknown[] }>().faults, [])
  assert.equal((await house.ask(null, { url: '/api/health' })).text, '{"status":"ok"}')
  assert.deepEqual(await get('/api/session'), { name: 'Rana', role: 'reader', within: null })
})

test('an export is the export of the command line', async () => {
  const { text, headers } = await house.ask('editor', { url: '/api/export' })
  assert.equal(headers['content-type'], 'application/x-ndjson')
  assert.equal(text, run(['export', '--ledger', house.location]).out)
})

// ---- documents

const report = 'اتفقت كازاخستان وعُمان في مسقط أمس على زيادة التبادل التجاري إلى مليار دولار سنويا بحلول عام 2030.'

test('a document is recorded once, as JSON or as its bytes', async () => {
  const body = { name: 'report.txt', text: report, date: '2026-05-12' }
  const first = await house.ask('editor', { method: 'POST', url: '/api/documents', body })
  conform('post', '/api/documents', 201, first.value())
  assert.deepEqual([first.status, first.value()['already'], Number(first.value()['claims']) > 0], [201, false, true])
  const again = await house.ask('editor', { method: 'POST', url: '/api/documents?name=again.txt&date=2026-05-12', body: Buffer.from(report), headers: { 'content-type': 'application/octet-stream' } })
  assert.deepEqual([again.status, again.value()['already']], [200, true])
})

test('a document opens as a reading desk needs it', async () => {
  const { documents } = await get<{ documents: { sha256: string; name: string }[] }>('/api/documents')
  conform('get', '/api/documents', 200, { documents, next: null })
  const { sha256 } = documents.find(({ name }) => name === samples[0])!
  const value = await get<{ text: string; claims: { claim: { evidence: { start: number; end: number; quote: string }[] }; thread: string }[] }>(`/api/documents/${sha256}`)
  conform('get', '/api/documents/{sha256}', 200, value)
  assert.equal(value.text, sampleText(samples[0]))
  const points = Array.from(value.text)
  assert.ok(value.claims.length > 10)
  for (const { claim } of value.claims) for (const { start, end, quote } of claim.evidence) assert.equal(points.slice(start, end).join(''), quote)
  const explained = await get<{ commitments: { evidence: { trace?: unknown[] }[] }[] }>(`/api/documents/${sha256}/reading?explain=true`)
  conform('get', '/api/documents/{sha256}/reading', 200, explained)
  assert.ok(explained.commitments[0]!.evidence[0]!.trace!.length > 0)
})

test('a document that cannot be recorded says why, and the cure', async () => {
  const undated = await house.ask('editor', { method: 'POST', url: '/api/documents', body: { name: 'x', text: report } })
  assert.deepEqual([undated.status, undated.value()['type'], undated.value()['why']], [422, 'urn:tawafuq:problem:unreadable', 'no-date'])
  assert.match(undated.text, /it bears no date.*Give the day of publication/)
  assert.equal((await house.ask('editor', { method: 'POST', url: '/api/documents', body: { name: 'x', text: report, date: 'tomorrow' } })).status, 400)
  assert.match((await house.ask('editor', { method: 'POST', url: '/api/documents', body: Buffer.from(report), headers: { 'content-type': 'text/plain' } })).text, /name in the query is missing/)
  assert.equal((await house.ask('editor', { method: 'POST', url: '/api/documents', body: '<x/>', headers: { 'content-type': 'application/xml' } })).status, 415)
})

test('a document is taken out, counts nowhere, and is put back', async () => {
  const { sha256 } = (await house.ask('editor', { method: 'POST', url: '/api/documents', body: { name: 'mistake.txt', text: `${report} mistake`, date: '2024-05-02' } })).value<{ readonly sha256: string }>()
  const url = `/api/documents/${sha256}/withdrawal`
  const listed = async () => (await house.ask('editor', { url: `/api/documents/${sha256}` })).value<{ readonly withdrawn: string | null; readonly claims: readonly { readonly counts: boolean }[] }>()
  assert.equal((await house.ask('editor', { method: 'POST', url, body: { why: ' ' } })).status, 400)
  assert.equal((await house.ask('desk', { method: 'POST', url, body: { why: 'not ours' } })).status, 404)
  const out = await house.ask('editor', { method: 'POST', url, body: { why: 'a draft, never published' } })
  conform('post', '/api/documents/{sha256}/withdrawal', 201, out.value())
  const now = await listed()
  assert.ok(now.withdrawn !== null && now.claims.length > 0 && now.claims.every(({ counts }) => !counts))
  assert.match((await house.ask('editor', { method: 'POST', url, body: { why: 'again' } })).text, /out of the ledger already/)
  assert.equal((await house.ask('editor', { method: 'DELETE', url })).status, 200)
  assert.equal((await listed()).withdrawn, null)
  assert.match((await house.ask('editor', { method: 'DELETE', url })).text, /nothing to put back/)
  assert.equal((await house.ask('editor', { method: 'POST', url: `/api/documents/${'b'.repeat(64)}/withdrawal`, body: { why: 'x' } })).status, 404)
})

test('what the program did not read is read by hand: it counts, finds its thread, and can be undone', async () => {
  const text = 'اتفقت كازاخستان وعُمان على زيادة التبادل التجاري. وتبقى مسألة المطار في الدقم بين كازاخستان وعُمان مفتوحة حتى عام 2030.'
  const { sha256 } = (await house.ask('editor', { method: 'POST', url: '/api/documents', body: { name: 'airport.txt', text, date: '2024-05-03' } })).value<{ readonly sha256: string }>()
  const start = Array.from(text.slice(0, text.indexOf('مسألة'))).length
  const url = `/api/documents/${sha256}/claims`
  const body = { kind: 'commitment', start, end: Array.from(text).length - 1, changes: { action: 'build' } }
  const added = await house.ask('editor', { method: 'POST', url, body })
  conform('post', '/api/documents/{sha256}/claims', 201, added.value())
  const [line] = added.value<{ readonly lines: readonly { readonly id: string; readonly by: object; readonly said: string; readonly entry: { readonly claim: { readonly id: string; readonly between: readonly string[]; readonly item: Readonly<Record<string, unknown>> } } }[] }>().lines
  const { claim } = line!.entry
  assert.deepEqual([line!.by, line!.said, claim.between, claim.item['action'], claim.item['deadline']], [{ kind: 'person', name: people.editor.name }, '2024-05-03', ['KZ', 'OM'], 'build', '2030'])
  const held = async () => (await house.ask('editor', { url: `/api/documents/${sha256}` })).value<{ readonly claims: readonly { readonly claim: { readonly id: string }; readonly counts: boolean }[] }>().claims.find((one) => one.claim.id === claim.id)
  assert.equal((await held())!.counts, true)
  assert.match((await house.ask('editor', { method: 'POST', url, body })).text, /read as a commitment already/)
  const thread = await house.ask('editor', { url: `/api/threads/${claim.id}` })
  const undone = await house.ask('editor', { method: 'POST', url: '/api/decisions', body: { decision: 'undo', line: line!.id }, headers: { 'if-match': String(thread.headers['etag']) } })
  assert.equal(undone.status, 201, undone.text)
  assert.equal((await held())!.counts, false)
  for (const wrong of [{ ...body, start: 9000, end: 9001 }, { ...body, kind: 'wish' }, { ...body, kind: 'figure', start: 0, end: 5, changes: {} }, { ...body, start: start + 1, changes: { colour: 'red' } }]) assert.equal((await house.ask('editor', { method: 'POST', url, body: wrong })).status, 400, JSON.stringify(wrong))
  assert.equal((await house.ask('desk', { method: 'POST', url, body: { ...body, start: start + 1 } })).status, 404)
})

// ---- jobs

type Standing = { readonly id: string; readonly state: string; readonly done: number; readonly total: number; readonly counts: Readonly<Record<string, number>>; readonly refusals: readonly { name: string; message: string }[] }

const ended = async (id: string): Promise<Standing> => {
  for (;;) {
    const standing = (await house.ask('administrator', { url: `/api/jobs/${id}` })).value<Standing>()
    if (standing.state !== 'running') return standing
    await pause(20)
  }
}

const ndjson = (lines: readonly unknown[]): Buffer => Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
const upload = (body: Buffer) => house.ask('editor', { method: 'POST', url: '/api/documents?date=2024-05-01', body, headers: { 'content-type': 'application/x-ndjson' } })

test('many documents are a job that tells what became of each', async () => {
  const started = await upload(ndjson([...[1, 2, 3].map((id) => ({ id, text: `${report} ${id}` })), { id: 4 }, { id: 1, text: `${report} 1` }]))
  conform('post', '/api/documents', 202, started.value())
  const { id } = started.value<Standing>()
  assert.equal(started.headers['location'], `/api/jobs/${id}`)
  const standing = await ended(id)
  conform('get', '/api/jobs/{id}', 200, standing)
  assert.deepEqual([standing.state, standing.done, standing.total, standing.counts], ['done', 5, 5, { recorded: 3, refused: 1, already: 1 }])
  assert.match(standing.refusals[0]!.message, /has no "text"/)
  const { text, headers } = await house.ask('editor', { url: `/api/jobs/${id}/events` })
  assert.equal(headers['content-type'], 'text/event-stream')
  assert.match(text, /^event: refused\ndata: \{"name":"upload, line 4".*\n\nevent: end\ndata: \{.*"state":"done".*\}\n\n$/)
})

test('the sample comes with one request and goes with one, and can come again', async () => {
  const stand = async () => (await house.ask('reader', { url: '/api/sample' })).value<{ readonly documents: number; readonly there: number; readonly coming: boolean }>()
  const come = async () => ended((await house.ask('editor', { method: 'POST', url: '/api/sample' })).value<Standing>().id)
  const threads = async () => (await house.ask('editor', { url: '/api/board?between=CN,KZ&limit=500' })).value<{ readonly threads: readonly unknown[] }>().threads.length
  const [empty, before] = [await stand(), await threads()]
  assert.deepEqual([empty.there, empty.coming, empty.documents > 12], [0, false, true])
  assert.match((await house.ask('editor', { method: 'DELETE', url: '/api/sample' })).text, /nothing of the sample/)
  assert.equal((await come()).state, 'done')
  const full = await stand()
  conform('get', '/api/sample', 200, full)
  assert.equal(full.there, full.documents)
  const shown = await threads()
  assert.ok(shown > before + 20)
  assert.equal((await house.ask('editor', { method: 'DELETE', url: '/api/sample' })).status, 200)
  assert.deepEqual([(await stand()).there, await threads()], [0, before])
  assert.equal((await come()).state, 'done')
  assert.deepEqual([(await stand()).there, await threads()], [full.documents, shown])
  await house.ask('editor', { method: 'DELETE', url: '/api/sample' })
})

test('a job can be stopped, by whoever began it or an administrator', async () => {
  const { id } = (await upload(ndjson(Array.from({ length: 300 }, (_, at) => ({ id: at, text: `${report} number ${at}` }))))).value<Standing>()
  assert.equal((await house.ask('desk', { method: 'DELETE', url: `/api/jobs/${id}` })).status, 404)
  assert.equal((await house.ask('editor', { method: 'DELETE', url: `/api/jobs/${id}` })).status, 202)
  const standing = await ended(id)
  assert.equal(standing.state, 'stopped')
  assert.ok(standing.done < 300)
})

test('a rebuild is a job, and changes no answer', async () => {
  const before = (await house.ask('reader', { url: '/api/board?limit=500&asof=2026-06-01' })).text
  const { id } = (await house.ask('administrator', { method: 'POST', url: '/api/rebuild' })).value<Standing>()
  assert.equal((await ended(id)).state, 'done')
  const { threads } = await get<Board>('/api/board?limit=499&asof=2026-06-01')
  assert.deepEqual(threads, (JSON.parse(before) as Board).threads)
})

test('the events of a job that runs come while it runs', async () => {
  const { id } = (await upload(ndjson(Array.from({ length: 40 }, (_, at) => ({ id: at, text: `${report} event ${at}` }))))).value<Standing>()
  const { text } = await house.ask('editor', { url: `/api/jobs/${id}/events` })
  const kinds = Array.from(text.matchAll(/^event: (\w+)$/gm), ([, kind]) => kind)
  assert.ok(kinds.length >= 2 && kinds[0] === 'progress' && kinds.at(-1) === 'end', kinds.join(' '))
})

// ---- the description

test('the description is OpenAPI 3.1 and tells who may call what', async () => {
  type Description = { openapi: string; paths: Record<string, Record<string, { summary: string; 'x-access': string }>> }
  const description = await get<Description>('/api/openapi.json')
  assert.match(description.openapi, /^3\.1/)
  for (const [path, methods] of Object.entries(description.paths)) for (const [method, { summary, 'x-access': access }] of Object.entries(methods)) assert.ok(summary && access, `${method} ${path}`)
})

test('the description is readable without a script and without another server', async () => {
  const { text, headers } = await house.ask('reader', { url: '/api/docs' })
  assert.match(String(headers['content-type']), /^text\/html/)
  assert.match(text, /GET \/api\/board/)
  assert.doesNotMatch(text, /<script|https?:\/\/|style=/)
})

test('the lines of a job that are no JSON are refused one by one', async () => {
  const { id } = (await upload(Buffer.from('not json\n\xff\n', 'latin1'))).value<Standing>()
  assert.deepEqual((await ended(id)).counts, { refused: 2 })
})


import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openPlaces, type Places } from '../ledger/places.ts'
import { type Served, served } from './served.ts'

let places: Places
let house: Served | null = null
before(async () => {
  places = await openPlaces()
  house = places.postgres && (await served({ ledger: await places.postgres.fresh() }))
})
after(async () => {
  await house?.close()
  await places.close()
})

type Board = { readonly threads: readonly { readonly id: string }[] }

test('a ledger in PostgreSQL is served as one in a file is', async (context) => {
  if (house === null) return context.skip('no PostgreSQL is here')
  const { ask } = house
  const { threads } = (await ask('reader', { url: '/api/board?limit=5' })).value<Board>()
  assert.equal(threads.length, 5)
  const { etag } = (await ask('reader', { url: `/api/threads/${threads[0]!.id}` })).value<{ etag: string }>()
  const note = { decision: 'note', thread: threads[0]!.id, text: 'seen' }
  const both = await Promise.all([1, 2].map(() => ask('editor', { method: 'POST', url: '/api/decisions', body: note, headers: { 'if-match': etag } })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 412])
  assert.equal((await ask('limited', { url: '/api/documents' })).value<{ documents: unknown[] }>().documents.length, 1)
  assert.ok((await ask('reader', { url: `/api/search?q=${encodeURIComponent('التعاون')}` })).value<{ documents: unknown[] }>().documents.length > 0)
  assert.deepEqual((await ask('editor', { url: '/api/verify' })).value<{ faults: unknown[] }>().faults, [])
  const { text } = await ask('editor', { url: '/api/export' })
  assert.equal(text.trimEnd().split('\n').length - 1, (JSON.parse(text.split('\n')[0]!) as { lines: number }).lines)
  const { id } = (await ask('administrator', { method: 'POST', url: '/api/rebuild' })).value<{ id: string }>()
  for (let state = 'running'; state === 'running'; await pause(20)) state = (await ask('administrator', { url: `/api/jobs/${id}` })).value<{ state: string }>().state
  assert.equal((await ask('reader', { url: '/api/board?limit=5' })).value<Board>().threads.length, 5)
})

test('a server whose PostgreSQL falls says so, and answers again when it is back', async (context) => {
  const own = places.server?.own
  if (house === null || !own) return context.skip('no PostgreSQL is here that is ours to kill')
  const { ask } = house
  const { id } = (await ask('reader', { url: '/api/board?limit=1' })).value<Board>().threads[0]!
  const { etag } = (await ask('reader', { url: `/api/threads/${id}` })).value<{ etag: string }>()
  const note = { method: 'POST', url: '/api/decisions', body: { decision: 'note', thread: id, text: 'asked by telephone' }, headers: { 'if-match': etag } } as const
  const fresh = await served({ ledger: await places.postgres!.fresh() }) // Its threads have no connection yet.
  try {
    await own.crash()
    const away = [await ask('reader', { url: '/api/board?limit=5' }), await ask('editor', note), await fresh.ask('reader', { url: '/api/search?q=water' })]
    for (const { status, headers, value } of away) {
      assert.deepEqual([status, headers['retry-after'], value()['type']], [503, '5', 'urn:tawafuq:problem:unavailable'])
      assert.match(String(value()['detail']), /^the connection to the ledger postgres.* was lost .*try again when the server can be reached\.$/)
    }
    await own.revive()
    const back = [await ask('reader', { url: '/api/board?limit=5' }), await ask('editor', note), await fresh.ask('reader', { url: '/api/search?q=water' })]
    assert.deepEqual(back.map(({ status }) => status), [200, 201, 200])
  } finally {
    await fresh.close()
  }
})

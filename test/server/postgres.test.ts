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

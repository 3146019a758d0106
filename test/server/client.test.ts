import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { service } from '../../web/api/client.ts'
import { description } from '../../web/api/description.ts'
import { typesOf } from '../../web/api/typescript.ts'
import { root } from '../run.ts'
import { password, people, servedHere } from './served.ts'

const house = await servedHere()
await house.service.app.listen({ host: '127.0.0.1', port: 0 })
const baseUrl = `http://127.0.0.1:${(house.service.app.server.address() as AddressInfo).port}`

test('the types of the client are those of the service: npm run client writes them anew', async () =>
  assert.equal(readFileSync(join(root, 'web', 'api', 'service.ts'), 'utf8'), typesOf(await description())))

test('the client asks and decides over the network, with types', async () => {
  const signIn = await service({ baseUrl }).POST('/api/session', { body: { name: people.editor.name, password } })
  const cookie = signIn.response.headers.get('set-cookie')!.split(';')[0]!
  const own = service({ baseUrl, headers: { cookie } })
  const { data } = await own.GET('/api/board', { params: { query: { limit: 1, state: 'overdue' } } })
  const { id, state } = data!.threads[0]!
  assert.equal(state, 'overdue')
  const thread = (await own.GET('/api/threads/{id}', { params: { path: { id } } })).data!
  const decided = await own.POST('/api/decisions', { params: { header: { 'if-match': thread.etag } }, body: { decision: 'note', thread: id, text: 'seen' } })
  assert.equal(decided.response.status, 201)
  const stale = await own.POST('/api/decisions', { params: { header: { 'if-match': thread.etag } }, body: { decision: 'note', thread: id, text: 'seen' } })
  assert.deepEqual([stale.response.status, stale.error?.status], [412, 412])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conforming } from './conform.ts'
import { type Answer, servedHere, type Who } from './served.ts'

const house = await servedHere()
const conform = conforming(house)

type Thread = { readonly id: string; readonly etag: string; readonly state: string; readonly machine: string; readonly owner: string | null; readonly evidence: readonly { readonly claim: string; readonly verdict: string | null }[]; readonly history: readonly { readonly id: string; readonly entry: { readonly kind: string } }[] }
type Written = { readonly lines: readonly { readonly id: string; readonly by: { readonly name: string }; readonly entry: { readonly kind: string; readonly claim: string } }[] }

const thread = async (id: string): Promise<Thread> => (await house.ask('reader', { url: `/api/threads/${id}` })).value<Thread>()
const threads = async (query = ''): Promise<readonly Thread[]> => (await house.ask('reader', { url: `/api/board?limit=500${query}` })).value<{ threads: readonly Thread[] }>().threads
const decide = (body: object, tags: readonly string[], who: Who = 'editor'): Promise<Answer> => house.ask(who, { method: 'POST', url: '/api/decisions', body, headers: { 'if-match': tags.join(', ') } })

const decided = async (body: object, tags: readonly string[]): Promise<Written> => {
  const answer = await decide(body, tags)
  assert.equal(answer.status, 201, answer.text)
  conform('post', '/api/decisions', 201, answer.value())
  return answer.value<Written>()
}

const some = async (): Promise<Thread> => thread((await threads())[0]!.id)

test('a decision without If-Match is refused', async () => {
  const { id } = await some()
  const { status, value } = await house.ask('editor', { method: 'POST', url: '/api/decisions', body: { decision: 'note', thread: id, text: 'seen' } })
  assert.deepEqual([status, value()['type']], [428, 'urn:tawafuq:problem:unconditional'])
  for (const tag of ['*', 'W/"x"', 'x']) assert.equal((await decide({ decision: 'note', thread: id, text: 'seen' }, [tag])).status, 400, tag)
})

test('a decision on what has changed is refused, with what changed', async () => {
  const { id, etag } = await some()
  await decided({ decision: 'note', thread: id, text: 'the first' }, [etag])
  const answer = await decide({ decision: 'note', thread: id, text: 'the second' }, [etag])
  const problem = answer.value<{ type: string; threads: readonly { thread: string; etag: string; changed: readonly { entry: { text: string } }[] }[] }>()
  assert.deepEqual([answer.status, problem.type], [412, 'urn:tawafuq:problem:stale'])
  assert.deepEqual(problem.threads.map(({ thread, changed }) => [thread, changed.map(({ entry }) => entry.text)]), [[id, ['the first']]])
  await decided({ decision: 'note', thread: id, text: 'the second' }, [problem.threads[0]!.etag])
})

test('of two decisions at once on the same reading one is refused', async () => {
  const { id, etag } = await some()
  const both = await Promise.all(['one', 'other'].map((text) => decide({ decision: 'note', thread: id, text }, [etag])))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 412])
})

test('a decision is a line under the name of the account', async () => {
  const { id, etag } = await some()
  const { lines } = await decided({ decision: 'assign', thread: id, owner: 'Rana', due: '2026-12-31' }, [etag])
  assert.deepEqual(lines.map(({ by, entry }) => [by.name, entry.kind]), [['Aigul', 'assigned']])
  assert.equal((await thread(id)).owner, 'Rana')
})

test('a judgement stands above the machine until it is undone', async () => {
  const { id, etag, machine } = await some()
  const { lines } = await decided({ decision: 'judge', thread: id, state: 'kept', why: 'the ministry told us' }, [etag])
  const judged = await thread(id)
  assert.deepEqual([judged.state, judged.machine], ['kept', machine])
  await decided({ decision: 'undo', line: lines[0]!.id }, [judged.etag])
  assert.equal((await thread(id)).state, machine)
})

test('claims are accepted, rejected and amended', async () => {
  const one = await some()
  const claim = one.evidence[0]!.claim
  await decided({ decision: 'accept', claims: [claim] }, [one.etag])
  assert.equal((await thread(one.id)).evidence[0]!.verdict, 'accepted')
  const promise = await thread((await threads('&kind=commitment')).at(-1)!.id)
  const amended = await decided({ decision: 'amend', claim: promise.id, changes: { deadline: '2030-01-01', condition: null }, why: 'as the minutes say' }, [promise.etag])
  assert.equal(amended.lines[0]!.entry.kind, 'amended')
  const again = await thread(promise.id)
  await decided({ decision: 'reject', claim: promise.id, why: 'it is no promise' }, [again.etag])
  assert.equal((await house.ask('reader', { url: `/api/threads/${promise.id}` })).status, 404)
})

test('two threads are joined, and parted again; both tags are needed', async () => {
  const single = (await threads()).filter(({ evidence }) => evidence.length === 1)
  const [one, other] = await Promise.all(single.slice(0, 2).map(({ id }) => thread(id))) as [Thread, Thread]
  const body = { decision: 'join', claim: one.id, thread: other.id }
  assert.equal((await decide(body, [one.etag])).status, 412)
  await decided(body, [one.etag, other.etag])
  const joined = await thread(one.id)
  assert.equal(joined.evidence.length, one.evidence.length + other.evidence.length)
  assert.match((await decide(body, [joined.etag])).text, /are in one thread already/)
  await decided({ decision: 'part', claim: joined.id === one.id ? other.id : one.id }, [joined.etag])
  assert.equal((await thread(one.id)).evidence.length, one.evidence.length)
})

const wrong = [
  [{ decision: 'judge', thread: 'x', state: 'kept' }, 400, /it in the body must have required properties why/],
  [{ decision: 'judge', thread: 'x', state: 'fine', why: 'y' }, 400, /state in the body must be equal to one of/],
  [{ decision: 'reject', claim: 'x', why: '   ' }, 400, /why in the body must match pattern/],
  [{ decision: 'forget', claim: 'x' }, 400, /decision in the body is not known: accept, reject/],
  [{ decision: 'note', thread: 'x', text: 'y', colour: 'red' }, 400, /colour in the body is not known here/],
  [{ decision: 'note', thread: 'zzzz', text: 'x' }, 404, /There is no thread zzzz/],
  [{ decision: 'undo', line: 'person:Nobody#1' }, 404, /There is no line person:Nobody#1/],
  [{ decision: 'undo', line: 'program:tawafuq/0.1.0#1' }, 400, /What a document says is not undone/],
  [{ decision: 'refuse', doubt: 'program:tawafuq/0.1.0#1' }, 400, /is no doubt/],
] as const

for (const [body, status, message] of wrong) {
  test(`${JSON.stringify(body)} is refused`, async () => {
    const answer = await decide(body, ['"x"'])
    assert.equal(answer.status, status, answer.text)
    assert.match(answer.text, message)
  })
}

test('an amendment of a field that is not there is refused, and what fields there are is told', async () => {
  const promise = await thread((await threads('&kind=commitment'))[0]!.id)
  const answer = await decide({ decision: 'amend', claim: promise.evidence[0]!.claim, changes: { colour: 'red' } }, [promise.etag])
  assert.equal(answer.status, 400)
  assert.match(answer.text, /is no field of a .* that can be amended/)
})

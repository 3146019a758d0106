import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { conforming } from './conform.ts'
import { sampleText, type Served, served } from './served.ts'
import { markHeader } from '../../src/server/guard.ts'
import { run } from '../run.ts'

let house: Served
let conform: ReturnType<typeof conforming>

const reports = ['ar-101-jordan-uzbekistan-committee', 'en-101-jordan-uzbekistan-committee'] as const

before(async () => {
  house = await served()
  conform = conforming(house)
  for (const name of reports) {
    const { status, text } = await house.ask('editor', { method: 'POST', url: '/api/documents', headers: { [markHeader]: '1' }, body: { name, text: sampleText(name), date: name.startsWith('ar') ? '2025-11-04' : '2025-11-05' } })
    assert.equal(status, 201, text)
  }
})
after(() => house.close())

type Version = { readonly name: string; readonly quote: string; readonly start: number; readonly end: number }
type Difference = { readonly kind: string; readonly code: string; readonly document: string; readonly values: readonly string[] | null; readonly told: Version; readonly other: Version | null }
type Thread = {
  readonly id: string; readonly kind: string
  readonly versions: readonly { readonly documents: readonly { readonly document: string; readonly name: string; readonly language: string }[]; readonly differences: readonly Difference[] }[]
  readonly people: readonly { readonly code: string; readonly one: { readonly person: string }; readonly other: { readonly person: string } }[]
}

const committee = async (query = ''): Promise<Thread> => {
  const { threads } = (await house.ask('reader', { url: '/api/board?between=JO,UZ&kind=mechanism' })).value<{ readonly threads: readonly { readonly id: string }[] }>()
  const answer = await house.ask('reader', { url: `/api/threads/${threads[0]!.id}${query}` })
  assert.equal(answer.status, 200, answer.text)
  return answer.value<Thread>()
}

test('the thread of a committee tells in what two reports of its session differ, both passages beside one another', async () => {
  const thread = await committee()
  conform('get', '/api/threads/{id}', 200, thread)
  const [versions, ...more] = thread.versions
  assert.deepEqual([more.length, versions!.documents.map(({ name, language }) => `${name} ${language}`)], [0, reports.map((name) => `${name} ${name.slice(0, 2)}`)])
  const weaker = versions!.differences.filter(({ kind, code }) => kind === 'weaker' && code === 'lower-force')
  assert.ok(weaker.some(({ values, told, other }) => values?.join() === 'pledged,planned' && told.name === reports[0] && other?.name === reports[1]), 'visas are pledged in one, planned in the other')
  const left = versions!.differences.filter(({ kind }) => kind === 'left-out')
  assert.ok(left.some(({ told }) => told.name === reports[1] && told.quote.includes('opening a trade house')))
  for (const { told } of left) assert.equal(Array.from(sampleText(told.name)).slice(told.start, told.end).join(''), told.quote)
})

test('names that may be those of one person are proposed, nothing is joined', async () => {
  const { people } = await committee()
  assert.deepEqual(people.map(({ code, one, other }) => [code, one.person, other.person]), [['same-sounds', 'جاسور رحيموف', 'Jasur Rahimov']])
})

test('on a day on which only one report had come there was nothing to compare', async () => {
  const { versions, people } = await committee('?asof=2025-11-04')
  assert.deepEqual([versions, people], [[], []])
})

test('the command line tells the same', async () => {
  const { id, versions, people } = await committee()
  const printed = JSON.parse(run(['thread', id, '--format', 'json', '--ledger', house.location]).out) as Thread
  assert.deepEqual([printed.versions, printed.people], [versions, people])
  const { out } = run(['thread', id, '--ledger', house.location])
  assert.match(out, /^Versions differ\n {2}no\. 4, .*: ar-101-jordan-uzbekistan-committee \(ar\), en-101-jordan-uzbekistan-committee \(en\)$/m)
  assert.match(out, /^ {4}weaker in en-101-jordan-uzbekistan-committee, lower-force: pledged \/ planned$/m)
  assert.match(out, /^People that may be one \(nothing is joined by it\)$/m)
})

test('a thread of something else has no versions', async () => {
  const { threads } = (await house.ask('reader', { url: '/api/board?between=JO,UZ&kind=target' })).value<{ readonly threads: readonly { readonly id: string }[] }>()
  const { versions } = (await house.ask('reader', { url: `/api/threads/${threads[0]!.id}` })).value<Thread>()
  assert.deepEqual(versions, [])
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { prepare, terms } from '../../src/server/index.ts'
import { openLedger } from '../../src/store/index.ts'
import { program, root } from '../run.ts'
import { boardOf, asked, linesOf } from './answers.ts'
import { linesAs } from './deeds.ts'
import { ticking } from './documents.ts'
import { derivedOf, openPlaces, type Place } from './places.ts'

/** A program that is killed in the middle of its work has kept what it said it has kept, and nothing by halves. */

const places = await openPlaces()
after(() => places.close())

// ---- what is recorded: the paragraphs of our own texts, one a file and one a line

const paragraphs = globSync('corpus/ar-*/text.txt', { cwd: root }).sort().flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n')).filter((text) => text.length > 60).slice(0, 36)
const files = paragraphs.map((text, at) => {
  const file = join(places.folder, `${at}.txt`)
  writeFileSync(file, text)
  return file
})
const batch = join(places.folder, 'batch.ndjson')
writeFileSync(batch, paragraphs.map((text, at) => `${JSON.stringify({ id: `p${at}`, text, date: '2024-03-13' })}\n`).join(''))

/** How many claims each paragraph makes: a document has all of them in the ledger, or it is not there. */
const expected = new Map<string, number>()
for (const [at, text] of paragraphs.entries()) {
  const prepared = await prepare({ kind: 'file', name: files[at]! }, { issued: '2024-03-13', language: null, limit: 1e6 })
  if (prepared.ok) expected.set(text, prepared.recording.claims.length)
}

const ways = { files: [...files, '--date', '2024-03-13'], batch: [batch, '--input', 'ndjson'] } as const
type Way = keyof typeof ways

/** A document is told of by the name of its file, or by its line: `batch.ndjson, line 3`. */
const textOf = (name: string): string => paragraphs[files.includes(name) ? files.indexOf(name) : Number(/, line (\d+)$/.exec(name)![1]) - 1]!

// ---- the killing

/** Records, and kills the program some time after it has told of so many documents; says of which it told, and whether it was killed. */
const killed = async (address: string, way: Way, told: number, milliseconds: number): Promise<{ readonly acknowledged: readonly string[]; readonly early: boolean }> => {
  const child = spawn(process.execPath, [program, 'record', ...ways[way], '--ledger', address, '--threads', '1', '--format', 'json'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err, doomed] = ['', '', false]
  const kill = async (): Promise<void> => {
    doomed = true
    await setTimeout(milliseconds)
    child.kill('SIGKILL')
  }
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (!doomed && out.split('\n').length > told) void kill()
  })
  if (told === 0) void setTimeout(200).then(kill)
  await once(child, 'close')
  assert.equal(err, '')
  return { acknowledged: out.split('\n').slice(0, -1).map((line) => (JSON.parse(line) as { readonly file: string }).file), early: child.signalCode === 'SIGKILL' }
}

const sound = async (place: Place, address: string, acknowledged: readonly string[]): Promise<number> => {
  const ledger = await openLedger(address, { now: ticking('2030-01-01T00:00:00.000Z'), terms })
  try {
    assert.deepEqual((await ledger.verify()).faults, [])
    const lines = await linesOf(ledger)
    const documents = new Map(linesAs(lines, 'source').map(({ entry }) => [entry.text, entry.sha256]))
    for (const name of acknowledged) assert.ok(documents.has(textOf(name)), `${name} was told to be recorded and is not there`)
    const claims = Map.groupBy(linesAs(lines, 'claim'), ({ entry }) => entry.claim.document)
    for (const [text, hash] of documents) assert.equal(claims.get(hash)?.length ?? 0, expected.get(text), `half a document: ${text}`)
    const [tables, board] = [await derivedOf(place, address), await boardOf(ledger, asked('2026-01-01'))]
    await ledger.rebuild()
    assert.deepEqual(await derivedOf(place, address), tables)
    assert.deepEqual(await boardOf(ledger, asked('2026-01-01')), board)
    return documents.size
  } finally {
    await ledger.close()
  }
}

/** A ledger that is killed again and again, each time a little further. */
const rounds = async (place: Place, way: Way, number: number): Promise<void> => {
  let [killings, address] = [0, await place.fresh()]
  let acknowledged: string[] = []
  for (let round = 0; round < number; round += 1) {
    const { acknowledged: now, early } = await killed(address, way, (round * 11) % 29, (round * 7) % 13)
    acknowledged.push(...now)
    killings += Number(early)
    await sound(place, address, acknowledged)
    if (early && round % 4 < 3) continue
    await place.drop(address)
    address = await place.fresh()
    acknowledged = []
  }
  assert.ok(killings > number / 2, `of ${number} programs only ${killings} were killed before they had finished`)
}

suite('killed fifty times', { concurrency: true }, () => {
  test('SQLite: 22 times while it records files', () => rounds(places.sqlite, 'files', 22))
  test('SQLite: 20 times while it records a batch', () => rounds(places.sqlite, 'batch', 20))
  test('PostgreSQL: 8 times while it records a batch', { skip: places.postgres === null ? 'no PostgreSQL' : false }, () => rounds(places.postgres!, 'batch', 8))
})

test('what was begun is finished by recording the same files again', async () => {
  const address = await places.sqlite.fresh()
  await killed(address, 'batch', 5, 3)
  const { acknowledged } = await killed(address, 'batch', 1000, 0)
  assert.equal(acknowledged.length, paragraphs.length)
  assert.equal(await sound(places.sqlite, address, acknowledged), new Set(paragraphs).size)
})

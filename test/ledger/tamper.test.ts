import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { type Ledger, openLedger, Refusal } from '../../src/store/index.ts'
import { run } from '../run.ts'
import { exportOf, given } from './answers.ts'
import { type Deed, deeds, perform } from './deeds.ts'
import { instrument, person, recording, tell, world } from './documents.ts'
import { openPlaces } from './places.ts'

/** Whoever changes a ledger behind the back of the program is found out. */

const places = await openPlaces()
after(() => places.close())
const { sqlite, postgres } = places

const using = async <T>(address: string, work: (ledger: Ledger) => Promise<T>): Promise<T> => {
  const ledger = await openLedger(address, world())
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const columns = ['chain', 'place', 'prev', 'hash', 'recorded', 'body'] as const
type Row = { readonly number: number } & Readonly<Record<(typeof columns)[number], string | number>>

/** A change of a ledger: which line, what is done to it, and where. */
const change = fc.record({ what: fc.constantFrom('flip', 'flip', 'flip', 'drop', 'swap', 'renumber'), at: fc.nat(), other: fc.nat(), column: fc.constantFrom(...columns), byte: fc.nat(), bit: fc.nat(7) })
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

const flipped = (bytes: Uint8Array, byte: number, bit: number): Uint8Array => {
  const out = Uint8Array.from(bytes)
  out[byte % out.length]! ^= 1 << bit
  return out
}

/** Changes the ledger behind its back, and says between which lines that must be noticed. */
const changedBehind = (file: DatabaseSync, rows: readonly Row[], { what, at, other, column, byte, bit }: Change): readonly [number, number] => {
  const row = rows[at % rows.length]!
  switch (what) {
    case 'flip':
      if (column === 'place') file.prepare('UPDATE line SET place = place + 1000 WHERE number = ?').run(row.number)
      else file.prepare(`UPDATE line SET ${column} = CAST(? AS TEXT) WHERE number = ?`).run(flipped(Buffer.from(String(row[column])), byte, bit), row.number)
      return [row.number, row.number]
    case 'drop':
      file.prepare('DELETE FROM line WHERE number = ?').run(row.number)
      return [row.number, row.number]
    case 'renumber':
      file.prepare('UPDATE line SET number = ? WHERE number = ?').run(bit < 4 ? rows.length + 1 + bit : -bit, row.number)
      return [bit < 4 ? row.number : -bit, row.number]
    default: {
      const second = rows[(rows.indexOf(row) + 1 + (other % (rows.length - 1))) % rows.length]!
      const swap = file.prepare('UPDATE line SET number = ? WHERE number = ?')
      for (const [to, from] of [[-1, row.number], [row.number, second.number], [second.number, -1]] as const) swap.run(to, from)
      return [Math.min(row.number, second.number), Math.max(row.number, second.number)]
    }
  }
}

const restored = (file: DatabaseSync, rows: readonly Row[]): void => {
  file.exec('BEGIN; DELETE FROM line')
  const put = file.prepare(`INSERT INTO line (number, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  for (const row of rows) put.run(row.number, ...columns.map((column) => row[column]))
  file.exec('COMMIT')
}

const story = async (ledger: Ledger, all: readonly Deed[]): Promise<void> => {
  await ledger.record(recording('2015-08-25', [tell(instrument())], 'first'))
  for (const deed of all) await perform(ledger, deed)
}

test('one changed byte, a line that is gone, lines that changed places: verify names the line', () =>
  fc.assert(fc.asyncProperty(deeds, fc.array(change, { minLength: 12, maxLength: 12 }), async (all, changes) => {
    const address = await sqlite.fresh()
    await using(address, async (ledger) => {
      await story(ledger, all)
      const file = new DatabaseSync(address)
      const rows = file.prepare(`SELECT number, ${columns.join(', ')} FROM line ORDER BY number`).all() as unknown as readonly Row[]
      for (const one of changes) {
        const [from, to] = changedBehind(file, rows, one)
        const { faults } = await ledger.verify()
        assert.ok(faults.length > 0, `${JSON.stringify(one)} was not noticed`)
        assert.ok(faults[0]!.number >= from && faults[0]!.number <= to, `line ${faults[0]!.number}: ${faults[0]!.what}, and not ${from} to ${to}`)
        restored(file, rows)
      }
      assert.deepEqual((await ledger.verify()).faults, [])
      file.close()
    })
    await sqlite.drop(address)
  }), { numRuns: 25 }))

const renumbered = (text: string, number: number): string => text.replace(/^\{"number":\d+/, `{"number":${number}`)

test('lines of two authors that changed places are noticed, though the chain of each is whole: by verify and by import', async () => {
  const address = await sqlite.fresh()
  const texts = await using(address, async (ledger) => {
    await story(ledger, [])
    for (const by of [person, { kind: 'person', name: 'Berik' } as const]) await ledger.append([{ by, said: '2016-01-01', valid: '2016-01-01', entry: { kind: 'noted', claim: 'x', text: '' }, evidence: [] }])
    return exportOf(ledger)
  })
  const swapped = [...texts.slice(0, 3), renumbered(texts[4]!, 3), renumbered(texts[3]!, 4)]
  assert.match((await imported(Buffer.from(swapped.join('\n'))))!, /^line 4 of the ledger that is imported is not as it was written: it was recorded before the line that stands in front of it/)
  for (const [to, from] of [[-1, 3], [3, 4], [4, -1]]) await sqlite.query(address, `UPDATE line SET number = ${to} WHERE number = ${from}`)
  assert.deepEqual(await using(address, async (ledger) => (await ledger.verify()).faults.map(({ number }) => number)), [4])
})

test('a changed end of a chain is noticed, and one that was taken away', () =>
  using(join(places.folder, 'ends.sqlite'), async (ledger) => {
    await story(ledger, [])
    const file = new DatabaseSync(ledger.name)
    for (const sql of ["UPDATE chain SET lines = lines + 1", "UPDATE chain SET hash = replace(hash, 'a', 'b')", "UPDATE chain SET name = name || 'x'", 'DELETE FROM chain']) {
      const before = file.prepare('SELECT * FROM chain').all()
      file.exec(sql)
      assert.deepEqual((await ledger.verify()).faults.map(({ number }) => number), sql.includes('name') ? [3, 3] : [3], sql)
      file.exec('DELETE FROM chain')
      for (const { name, lines, hash } of before) file.prepare('INSERT INTO chain (name, lines, hash) VALUES (?, ?, ?)').run(name!, lines!, hash!)
    }
    file.close()
  }))

/** Imports the bytes of an export as a program would that splits them at line feeds. */
const imported = async (bytes: Uint8Array): Promise<string | null> =>
  using(':memory:', async (ledger) => {
    try {
      await ledger.imported(given(Buffer.from(bytes).toString('utf8').split('\n')))
      return null
    } catch (error) {
      assert.ok(error instanceof Refusal, String(error))
      assert.deepEqual(await ledger.verify(), { lines: 0, faults: [] })
      return error.message
    }
  })

const lineOf = (bytes: Uint8Array, at: number): number => bytes.subarray(0, at).filter((byte) => byte === 10).length

test('one changed byte anywhere in an export: import names the line and takes nothing', () =>
  fc.assert(fc.asyncProperty(deeds, fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 25, maxLength: 25 }), async (all, flips) => {
    const bytes = await using(':memory:', async (ledger) => {
      await story(ledger, all)
      return Buffer.from((await exportOf(ledger)).join('\n'))
    })
    assert.equal(await imported(bytes), null)
    for (const [at, bit] of flips) {
      const line = lineOf(bytes, at % bytes.length)
      const message = await imported(flipped(bytes, at, bit))
      assert.match(message ?? 'not noticed', line === 0 ? /^(?:line 1 of the import|the import ends after)/ : new RegExp(`^line ${line} of the ledger that is imported `), `byte ${at % bytes.length}, bit ${bit}`)
    }
  }), { numRuns: 20 }))

test('a line of an export that is gone, doubled or elsewhere: import names the line and takes nothing', () =>
  fc.assert(fc.asyncProperty(deeds, fc.constantFrom('drop', 'double', 'swap', 'cut'), fc.nat(), fc.nat(), async (all, what, at, other) => {
    const texts = await using(':memory:', async (ledger) => {
      await story(ledger, all)
      return exportOf(ledger)
    })
    const [one, two] = [1 + (at % (texts.length - 1)), 1 + (other % (texts.length - 1))]
    const swapped = texts.map((text, line) => (line === one ? texts[two]! : line === two ? texts[one]! : text))
    const changed = { drop: texts.toSpliced(one, 1), double: texts.toSpliced(one, 0, texts[one]!), swap: swapped, cut: texts.slice(0, one) }[what]
    fc.pre(what !== 'swap' || one !== two)
    const first = { drop: one, double: one + 1, swap: Math.min(one, two), cut: one }[what]
    const cut = what === 'cut' || first === changed.length
    assert.match((await imported(Buffer.from(changed.join('\n')))) ?? 'not noticed', cut ? new RegExp(`^the import ends after ${first - 1} of ${texts.length - 1} lines`) : new RegExp(`^line ${first} of the ledger that is imported `))
  }), { numRuns: 60 }))

test('what is no export is refused with what it should be', async () => {
  for (const text of ['', 'x', '{}', '{"tawafuq":"reading/1"}', '{"tawafuq":"ledger/1","lines":"2","chains":{}}']) assert.match((await imported(Buffer.from(text)))!, /^line 1 of the import is no opening of an export\. Give a file that tawafuq export wrote/)
  assert.match(await using(':memory:', async (ledger) => ledger.imported(given([])).then(String, String)), /the import is empty/)
})

test('a line with a right hash that is no line of a ledger is refused', async () => {
  const { hashOf } = await import('../../src/ledger/index.ts')
  for (const body of ['{}', '{"id":1}', '{"id":"program:x#1"}', '{"id":"x","recorded":"2026"}']) {
    const [prev, head] = ['0'.repeat(64), hashOf('0'.repeat(64), body)]
    assert.match((await imported(Buffer.from(`{"tawafuq":"ledger/1","lines":1,"chains":{}}\n{"number":1,"prev":"${prev}","hash":"${head}","line":${body}}`)))!, /^line 1 of the ledger that is imported is not as it was written/)
  }
})

test('a rebuild from lines that were changed is refused, and changes nothing', async () => {
  const address = await sqlite.fresh()
  await using(address, async (ledger) => {
    await story(ledger, [])
    await sqlite.query(address, "UPDATE line SET body = substr(body, 2) WHERE number = 2")
    await assert.rejects(ledger.rebuild(), (error) => error instanceof Refusal && /damaged at line 2/.test(error.message))
    assert.equal((await sqlite.query(address, 'SELECT id FROM claim')).length, 1)
  })
})

test('in PostgreSQL as well', { skip: postgres === null ? 'no PostgreSQL' : false }, async () => {
  const address = await postgres!.fresh()
  await using(address, async (ledger) => {
    await story(ledger, [{ kind: 'record', recording: recording('2015-12-14', [tell(instrument({ status: 'signed' }))]) }])
    const faults = async (): Promise<readonly number[]> => (await ledger.verify()).faults.map(({ number }) => number)
    for (const sql of ["chain = chain || 'x'", 'place = place + 1000', "prev = replace(prev, substr(prev, 1, 1), 'x')", "hash = replace(hash, substr(hash, 1, 1), 'x')", "recorded = replace(recorded, 'Z', 'z')", "body = replace(body, 'said', 'SAID')"]) {
      const [before] = await postgres!.query(address, 'SELECT * FROM line WHERE number = 3') as unknown as readonly [Row]
      await postgres!.query(address, `UPDATE line SET ${sql} WHERE number = 3`)
      assert.equal((await faults())[0], 3, sql)
      await postgres!.query(address, `UPDATE line SET ${columns.map((column) => `${column} = '${String(before[column]).replaceAll("'", "''")}'`).join(', ')} WHERE number = 3`)
      assert.deepEqual(await faults(), [])
    }
    await postgres!.query(address, 'DELETE FROM line WHERE number = 5')
    assert.deepEqual(await faults(), [5])
  })
  await postgres!.drop(address)
})

test('the program says which line it is, and its exit code says that something is wrong', async () => {
  const address = await sqlite.fresh()
  const texts = await using(address, async (ledger) => {
    await story(ledger, [])
    return exportOf(ledger)
  })
  const file = join(places.folder, 'export.ndjson')
  writeFileSync(file, `${texts.join('\n').replace('"said":"2015-08-25"', '"said":"2015-08-26"')}\n`)
  const { code, out, err } = run(['import', file, '--ledger', join(places.folder, 'import.sqlite')])
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /^tawafuq: line 1 of the ledger that is imported is not as it was written: its text is not what was written\. Nothing was imported; export it again\.\n$/)
  await sqlite.query(address, "UPDATE line SET body = replace(body, '2015-08-25', '2015-08-26') WHERE number = 2")
  assert.deepEqual(run(['verify', '--ledger', address]), { code: 1, out: 'line 2: its text is not what was written\n', err: '' })
})

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { asked, boardOf, everything, shown } from '../../test/ledger/answers.ts'
import { instrument, recording, tell, world } from '../../test/ledger/documents.ts'
import { openPlaces, type Place } from '../../test/ledger/places.ts'
import { type Database, Refusal } from './database.ts'
import { openLedger } from './index.ts'
import { postgres } from './postgres.ts'
import { migrate, type Step, steps } from './schema.ts'
import { sqlite } from './sqlite.ts'

const places = await openPlaces()
after(() => places.close())

const opened = ({ name }: Place, address: string): Promise<Database> => (name === 'sqlite' ? sqlite(address) : postgres(address))

const using = async <T>(place: Place, address: string, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await opened(place, address)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const versionIn = async (place: Place, address: string): Promise<unknown> => (await place.query(address, 'SELECT * FROM ledger')).map((row) => ({ ...row }))

const document = recording('2015-08-25', [tell(instrument({ name: 'framework' }))])

/** A step as a later version might bring it. */
const more: Step = (dialect) => [`CREATE TABLE extra (name TEXT)`, `ALTER TABLE document ADD COLUMN pages ${dialect === 'sqlite' ? 'INTEGER' : 'BIGINT'}`, "INSERT INTO extra VALUES ('made')"]
const failing: Step = () => ['CREATE TABLE half (name TEXT)', 'CREATE TABLE half (name TEXT)']

for (const place of [places.sqlite, places.postgres]) {
  const named = (what: string, work: (place: Place) => Promise<void>): void => void test(`${place?.name ?? 'postgres'}: ${what}`, { skip: place === null ? 'no PostgreSQL' : false }, () => work(place!))

  named('an empty place becomes a ledger of this version, once', async (one) => {
    const address = await one.fresh()
    for (let times = 0; times < 2; times += 1) await (await openLedger(address, world())).close()
    assert.deepEqual(await versionIn(one, address), [{ name: 'version', value: String(steps.length) }])
  })

  named('several programs that make one ledger at once make one', async (one) => {
    const address = await one.fresh()
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger(address, world())))
    for (const ledger of ledgers) assert.equal((await ledger.record(document)).already, ledger !== ledgers[0])
    for (const ledger of ledgers) await ledger.close()
  })

  named('claims of the first version are given the document before whose next they stood', async (one) => {
    const address = await one.fresh()
    await using(one, address, async (database) => {
      await migrate(database, steps.slice(0, 1))
      for (const [number, sha256] of [[1, 'a'], [4, 'b']] as const) await database.run("INSERT INTO document (sha256, number, recorded, said, pair) VALUES (?, ?, '2026-01-01', '2015-08-25', 'CN+KZ')", sha256, number)
      for (const number of [2, 3, 5]) await database.run("INSERT INTO claim (number, id, thread, cluster, said, live) VALUES (?, ?, 't', 1, '2015-08-25', 1)", number, `c${number}`)
      await migrate(database)
      assert.deepEqual((await database.all<{ readonly document: number }>('SELECT document FROM claim ORDER BY number')).map(({ document }) => Number(document)), [1, 1, 4])
    })
  })

  named('threads are counted in a ledger of the version before, as in one of this', async (one) => {
    const address = await one.fresh()
    const ledger = await openLedger(address, world())
    await ledger.record(document)
    await ledger.record(recording('2015-12-14', [tell(instrument({ name: 'framework', status: 'signed' }))]))
    const now = await ledger.counts(everything, asked('2016-02-01'))
    await ledger.close()
    const tally = async (): Promise<readonly string[]> => (await one.query(address, 'SELECT * FROM tally')).map((row) => JSON.stringify(row)).toSorted()
    const before = await tally()
    assert.ok(before.length > 0)
    await using(one, address, async (database) => {
      await database.transaction(async (inside) => {
        for (const sql of ['DROP TABLE tally', 'DROP INDEX span_now', `UPDATE ledger SET value = '${steps.length - 1}' WHERE name = 'version'`]) await inside.run(sql)
      })
      await migrate(database)
    })
    assert.deepEqual(await tally(), before)
    const again = await openLedger(address, world())
    assert.deepEqual(await again.counts(everything, asked('2016-02-01')), now)
    await again.close()
  })

  named('spans and lines of the second version are found by numbers', async (one) => {
    const address = await one.fresh()
    await using(one, address, async (database) => {
      await migrate(database, steps.slice(0, 2))
      await database.run("INSERT INTO document (sha256, number, recorded, said, pair) VALUES ('a', 1, '2026-01-01', '2015-08-25', 'CN+KZ')")
      for (const [number, said] of [[2, '2015-08-25'], [5, '2016-08-25']] as const) await database.run("INSERT INTO claim (number, id, thread, cluster, said, live) VALUES (?, ?, 'c2', 2, ?, 1)", number, `c${number}`, said)
      for (const [claim, number] of [['c2', 3], ['later', 4], ['a', 6]] as const) await database.run('INSERT INTO touch (claim, number) VALUES (?, ?)', claim, number)
      for (const [from, to] of [['2015-08-25', '2016-08-25'], ['2016-08-25', '9999-12-31']] as const) await database.run("INSERT INTO span (cluster, thread, views, rank, kind, due, pair, sectors, day_from, day_to, known_from, known_to) VALUES (2, 'c2', 3, 4, 'project', '9999', 'CN+KZ', '', ?, ?, '2026-01-01', '9')", from, to)
      await migrate(database)
      const rows = async (sql: string): Promise<readonly unknown[]> => (await database.all<Record<string, unknown>>(sql)).map((row) => Object.values(row).map(String).join(' '))
      assert.deepEqual(await rows('SELECT about, number FROM touch ORDER BY number'), ['2 3', '1 6'])
      assert.deepEqual(await rows('SELECT claim, number FROM awaited'), ['later 4'])
      assert.deepEqual(await rows('SELECT thread, told, day_from FROM span ORDER BY day_from'), ['2 2199023255554 2015-08-25', '2 5497558138885 2016-08-25'])
    })
  })

  named('a ledger of the version before is brought forward, and keeps what it had', async (one) => {
    const address = await one.fresh()
    const ledger = await openLedger(address, world())
    await ledger.record(document)
    await ledger.close()
    await using(one, address, async (database) => {
      await migrate(database, [...steps, more])
      assert.deepEqual((await database.all<{ readonly name: string }>('SELECT name FROM extra')).map(({ name }) => name), ['made'])
      assert.deepEqual((await database.all<{ readonly pages: null }>('SELECT pages FROM document')).map(({ pages }) => pages), [null])
      await migrate(database, [...steps, more])
      assert.equal((await database.all('SELECT name FROM extra')).length, 1)
    })
    assert.deepEqual(await versionIn(one, address), [{ name: 'version', value: String(steps.length + 1) }])
  })

  named('a step that fails leaves the ledger as it was', async (one) => {
    const address = await one.fresh()
    const ledger = await openLedger(address, world())
    await ledger.record(document)
    await ledger.close()
    await using(one, address, async (database) => {
      await assert.rejects(migrate(database, [...steps, more, failing]))
      await assert.rejects(database.all('SELECT name FROM extra'))
    })
    assert.deepEqual(await versionIn(one, address), [{ name: 'version', value: String(steps.length) }])
    const again = await openLedger(address, world())
    assert.deepEqual(shown(await boardOf(again, asked('2016-02-01'))), ['open: framework (1)'])
    await again.close()
  })

  named('a newer ledger is refused by an older program, and nothing is changed', async (one) => {
    const address = await one.fresh()
    await using(one, address, (database) => migrate(database, [...steps, more]))
    const before = [await versionIn(one, address), one.name === 'sqlite' ? readFileSync(address) : null]
    await assert.rejects(openLedger(address, world()), (error) => error instanceof Refusal && error.message.endsWith(`was written by a newer program (version ${steps.length + 1} of the ledger, this program knows ${steps.length}). Install a newer tawafuq; nothing was changed.`))
    assert.deepEqual([await versionIn(one, address), one.name === 'sqlite' ? readFileSync(address) : null], before)
  })

  named('a version that is no number is refused', async (one) => {
    const address = await one.fresh()
    await (await openLedger(address, world())).close()
    await one.query(address, "UPDATE ledger SET value = 'x'")
    await assert.rejects(openLedger(address, world()), (error) => error instanceof Refusal && /is damaged: its version is x/.test(error.message))
  })
}

test('SQLite: the tables of another program are left alone', async () => {
  const address = join(places.folder, 'other.sqlite')
  const other = new DatabaseSync(address)
  other.exec('CREATE TABLE books (title TEXT)')
  other.close()
  const before = readFileSync(address)
  await assert.rejects(openLedger(address, world()), (error) => error instanceof Refusal && /is a database of another program\. Name another file; nothing was changed/.test(error.message))
  assert.deepEqual(readFileSync(address), before)
})

test('SQLite: a file that is something else is left alone', async () => {
  const address = join(places.folder, 'letter.txt')
  writeFileSync(address, 'Dear Sir, '.repeat(200))
  await assert.rejects(openLedger(address, world()), (error) => error instanceof Refusal && /it is no ledger: the file is something else/.test(error.message))
  assert.equal(readFileSync(address, 'utf8'), 'Dear Sir, '.repeat(200))
})

test('PostgreSQL: tables of the same names are left alone', { skip: places.postgres === null ? 'no PostgreSQL' : false }, async () => {
  const address = await places.postgres!.fresh()
  await places.postgres!.query(address, 'CREATE TABLE claim (insured TEXT)')
  await assert.rejects(openLedger(address, world()), (error) => error instanceof Refusal && /other tables of the same names are there/.test(error.message))
  assert.deepEqual((await places.postgres!.query(address, 'SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()')).map((row) => row['table_name']), ['claim'])
})

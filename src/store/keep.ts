import { type Fault, faultOf, hashOf, type Head, type Instant, type Kept, type Line, noHead } from '../ledger/index.ts'
import { type Database, Refusal } from './database.ts'
import { derivedTables } from './schema.ts'
import { index, type Keys, openSession, putHeads, putLine, type Session } from './session.ts'
import { settle } from './settle.ts'

/** How far a long work is. */
export type Step = (done: number, total: number) => void

const lineColumns = 'SELECT number, chain, place, prev, hash, recorded, body FROM line ORDER BY number'

const total = async (database: Database): Promise<number> => Number((await database.all<{ readonly number: number | null }>('SELECT max(number) AS number FROM line'))[0]?.number ?? 0)

/** What a check found: how many lines were looked at, and what is wrong. */
export type Check = { readonly lines: number; readonly faults: readonly Fault[] }

/** No more faults are listed: after the first the others tell little. */
const mostFaults = 100

/** Checks every line of a ledger against its chain, and that none is missing between them or at their ends. */
export const verify = async (database: Database, step: Step = () => undefined): Promise<Check> => {
  const heads = new Map<string, Head>()
  const faults: Fault[] = []
  const all = await total(database)
  let expected = 1
  for await (const kept of database.each<Kept>(lineColumns)) {
    if (kept.number !== expected) faults.push({ number: expected, what: kept.number - expected === 1 ? 'this line is missing' : `the lines ${expected} to ${kept.number - 1} are missing` })
    expected = kept.number + 1
    const fault = faultOf(kept, heads.get(kept.chain) ?? noHead)
    if (fault) faults.push(fault)
    heads.set(kept.chain, { lines: kept.place, hash: kept.hash })
    if (faults.length >= mostFaults) break
    if (kept.number % 10_000 === 0) step(kept.number, all)
  }
  return { lines: expected - 1, faults: [...faults, ...(faults.length === 0 ? await wrongHeads(database, heads, expected) : [])] }
}

/** The ends of the chains are kept beside the lines: a line that was cut off at the end is missed there. */
const wrongHeads = async (database: Database, heads: ReadonlyMap<string, Head>, next: number): Promise<readonly Fault[]> => {
  const rows = await database.all<{ readonly name: string } & Head>('SELECT name, lines, hash FROM chain ORDER BY name')
  const wrong = rows.filter(({ name, lines, hash }) => heads.get(name)?.hash !== hash || heads.get(name)?.lines !== lines)
    .map(({ name, lines }) => ({ number: next, what: `the chain of ${name} should have ${lines} lines and has ${heads.get(name)?.lines ?? 0}: lines are missing at its end, or its end was changed` }))
  const unknown = [...heads.keys()].filter((name) => !rows.some((row) => row.name === name)).map((name) => ({ number: next, what: `the chain of ${name} has no recorded end` }))
  return [...wrong, ...unknown]
}

/** Puts lines into the derived tables one after the other; threads are worked out as often as the ledger learned something. */
const replay = (session: Session) => {
  let instant: Instant | null = null
  const flush = async (): Promise<void> => {
    if (instant !== null) await settle(session, instant)
  }
  return {
    line: async (number: number, line: Line): Promise<void> => {
      if (instant !== null && line.recorded !== instant) await flush()
      instant = line.recorded
      await index(session, number, line)
    },
    flush,
  }
}

/** How many lines are read at a time while the tables are written. */
const chunk = 500

/** Makes all derived tables anew from the lines. */
export const rebuild = async (database: Database, keys: Keys, step: Step = () => undefined): Promise<number> =>
  database.transaction(async () => {
    for (const table of derivedTables) await database.run(`DELETE FROM ${table}`)
    const session = await openSession(database, keys)
    const { line, flush } = replay(session)
    const all = await total(database)
    let last = 0
    for (;;) {
      const rows = await database.all<{ readonly number: number; readonly body: string }>('SELECT number, body FROM line WHERE number > ? ORDER BY number LIMIT ?', last, chunk)
      if (rows.length === 0) break
      for (const { number, body } of rows) await line(number, JSON.parse(body) as Line)
      last = rows.at(-1)!.number
      step(last, all)
    }
    await flush()
    return last
  })

/** What an export begins with: the number of lines, and the end of every chain, so that a cut is noticed. */
type Opening = { readonly tawafuq: 'ledger/1'; readonly lines: number; readonly chains: Readonly<Record<string, Head>> }

const printed = ({ number, prev, hash, body }: Pick<Kept, 'number' | 'prev' | 'hash' | 'body'>): string => `{"number":${number},"prev":"${prev}","hash":"${hash}","line":${body}}`

/** The whole ledger as lines of JSON, the opening first. Imported they give the same ledger, byte by byte. */
export async function* exported(database: Database): AsyncGenerator<string> {
  const lines = await total(database)
  const chains = Object.fromEntries((await database.all<{ readonly name: string } & Head>('SELECT name, lines, hash FROM chain ORDER BY name')).map(({ name, lines, hash }) => [name, { lines, hash }]))
  yield JSON.stringify({ tawafuq: 'ledger/1', lines, chains } satisfies Opening)
  for await (const kept of database.each<Kept>('SELECT number, prev, hash, body FROM line WHERE number <= ? ORDER BY number', lines)) yield printed(kept)
}

const shape = /^\{"number":(\d{1,15}),"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","line":(\{.*\})\}$/s

const opening = (text: string): Opening => {
  try {
    const value = JSON.parse(text) as Opening
    if (value.tawafuq === 'ledger/1' && Number.isInteger(value.lines) && typeof value.chains === 'object') return value
  } catch {
    // Told below: whatever it is, it is no export.
  }
  throw new Refusal('line 1 of the import is no opening of an export. Give a file that tawafuq export wrote; nothing was imported.')
}

const wrong = (number: number, what: string): Refusal => new Refusal(`line ${number} of the ledger that is imported is not as it was written: ${what}. Nothing was imported; export it again.`)

const lineOf = (body: string, number: number): Line => {
  try {
    return JSON.parse(body) as Line
  } catch {
    throw wrong(number, 'it is no JSON')
  }
}

/** One line of an export, checked against its chain. */
const taken = (text: string, number: number, heads: ReadonlyMap<string, Head>): Kept & { readonly line: Line } => {
  const found = shape.exec(text)
  if (!found || Number(found[1]) !== number || found[1] !== String(number)) throw wrong(number, `it does not begin as line ${number} of an export`)
  const [, , prev, hash, body] = found as unknown as readonly [string, string, string, string, string]
  const line = lineOf(body, number)
  const at = line.id.lastIndexOf('#')
  const kept = { number, chain: line.id.slice(0, at), place: Number(line.id.slice(at + 1)), prev, hash, recorded: line.recorded, body, line }
  const fault = hashOf(prev, body) === hash ? faultOf(kept, heads.get(kept.chain) ?? noHead) : { what: 'its text is not what was written' }
  if (fault) throw wrong(number, fault.what)
  return kept
}

/** Takes a whole export into an empty ledger, in one transaction: all of it or nothing. */
export const imported = async (database: Database, keys: Keys, texts: AsyncIterable<string>, step: Step = () => undefined): Promise<number> =>
  database.transaction(async () => {
    if ((await total(database)) > 0) throw new Refusal(`the ledger ${database.name} has lines already, and an import needs an empty one. Name another with --ledger.`)
    const session = await openSession(database, keys)
    const { line, flush } = replay(session)
    let begins: Opening | null = null
    for await (const text of texts) {
      if (begins === null) {
        begins = opening(text)
        continue
      }
      const kept = taken(text, session.next, session.heads)
      await line(await putLine(session, kept), kept.line)
      if (kept.number % 1000 === 0) step(kept.number, begins.lines)
    }
    if (begins === null) throw new Refusal('the import is empty. Give a file that tawafuq export wrote.')
    if (session.next - 1 !== begins.lines || Object.entries(begins.chains).some(([name, head]) => session.heads.get(name)?.hash !== head.hash)) throw new Refusal(`the import ends after ${session.next - 1} of ${begins.lines} lines: its end is missing. Nothing was imported.`)
    await flush()
    await putHeads(session)
    return begins.lines
  })

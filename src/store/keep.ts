import { type Fault, faultOf, hashOf, type Head, type Instant, type Kept, type Line, noHead, type Sealed, sealedText } from '../ledger/index.ts'
import { type Database, Refusal } from './database.ts'
import { derivedTables } from './schema.ts'
import { index, type Keys, openSession, putHeads, putLine, type Session } from './session.ts'
import { settle } from './settle.ts'

/** How far a long work is. */
export type Step = (done: number, total: number) => void

/** Lines to be checked, with what was hashed of them as it lies in the store. */
const checked = (dialect: Database['dialect']): string => {
  const sealed = dialect === 'sqlite' ? 'CAST(prev || char(10) || body AS BLOB)' : "convert_to(prev || chr(10) || body, 'UTF8')"
  return `SELECT number, chain, place, prev, hash, recorded, ${sealed} AS sealed FROM line WHERE number <= ? ORDER BY number`
}

/** How many lines a ledger has, and the ends of its chains. */
type Ends = { readonly lines: number; readonly heads: ReadonlyMap<string, Head> }

/** Asked for in one statement, so that they belong to one moment, whoever is writing. */
const endsOf = async (database: Database): Promise<Ends> => {
  const rows = await database.all<Head & { readonly last: number | null; readonly name: string | null }>(
    'SELECT t.last AS last, c.name AS name, c.lines AS lines, c.hash AS hash FROM (SELECT max(number) AS last FROM line) t LEFT JOIN chain c ON 1 = 1 ORDER BY c.name')
  return { lines: rows[0]?.last ?? 0, heads: new Map(rows.flatMap(({ name, lines, hash }) => (name === null ? [] : [[name, { lines, hash }]]))) }
}

/** What a check found: how many lines were looked at, and what is wrong. */
export type Check = { readonly lines: number; readonly faults: readonly Fault[] }

/** No more faults are listed: after the first the others tell little. */
const mostFaults = 100

const missing = (from: number, to: number): Fault => ({ number: from, what: to === from ? 'this line is missing' : `the lines ${from} to ${to} are missing` })

/** Chains do not tell in which order the lines of several authors came; their instants do. */
const outOfOrder = ({ number, recorded }: Kept, before: Instant): Fault | null =>
  recorded < before ? { number, what: 'it was recorded before the line that stands in front of it: lines were moved' } : null

/** What a check has seen so far: the number that comes next, the instant of the line before, the ends of the chains. */
type Seen = { readonly heads: Map<string, Head>; readonly faults: Fault[]; expected: number; before: Instant }

const check = (seen: Seen, kept: Kept): void => {
  const { heads, faults, expected, before } = seen
  if (kept.number < expected) faults.push({ number: kept.number, what: 'no line has such a number: it was moved' })
  if (kept.number > expected) faults.push(missing(expected, kept.number - 1))
  const fault = faultOf(kept, heads.get(kept.chain) ?? noHead) ?? outOfOrder(kept, before)
  if (fault) faults.push(fault)
  heads.set(kept.chain, { lines: kept.place, hash: kept.hash })
  seen.expected = Math.max(expected, kept.number + 1)
  seen.before = kept.recorded
}

/** Checks every line of a ledger against its chain, and that none is missing between them or at their ends. */
export const verify = async (database: Database, step: Step = () => undefined): Promise<Check> => {
  const { lines, heads: ends } = await endsOf(database)
  const seen: Seen = { heads: new Map(), faults: [], expected: 1, before: '' }
  const { heads, faults } = seen
  for await (const some of database.each<Kept>(checked(database.dialect), lines)) {
    for (const kept of some) if (faults.length < mostFaults) check(seen, kept)
    if (faults.length >= mostFaults) break
    if ((seen.expected - 1) % 10_000 < some.length) step(seen.expected - 1, lines)
  }
  return { lines: seen.expected - 1, faults: faults.length === 0 ? wrongEnds(heads, ends, seen.expected) : faults }
}

/** The ends of the chains are kept beside the lines: a line that was cut off at the end is missed there. */
const wrongEnds = (heads: ReadonlyMap<string, Head>, ends: ReadonlyMap<string, Head>, number: number): readonly Fault[] => [
  ...[...ends].filter(([name, { lines, hash }]) => heads.get(name)?.hash !== hash || heads.get(name)?.lines !== lines)
    .map(([name, { lines }]) => ({ number, what: `the chain of ${name} should have ${lines} lines and has ${heads.get(name)?.lines ?? 0}: lines are missing at its end, or its end was changed` })),
  ...[...heads.keys()].filter((name) => !ends.has(name)).map((name) => ({ number, what: `the chain of ${name} has no recorded end` })),
]

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

const damaged = (name: string, number: number, cause: unknown): Refusal =>
  new Refusal(`the ledger ${name} is damaged at line ${number}: its text is not what was written. Nothing was changed; restore it from a backup, or import an export.`, { cause })

const parsed = (name: string, number: number, body: string): Line => {
  try {
    return JSON.parse(body) as Line
  } catch (error) {
    throw damaged(name, number, error)
  }
}

/** Makes all derived tables anew from the lines. */
export const rebuild = async (database: Database, keys: Keys, step: Step = () => undefined): Promise<number> =>
  database.transaction(async (inside) => {
    for (const table of derivedTables) await inside.run(`DELETE FROM ${table}`)
    const { line, flush } = replay(await openSession(inside, keys))
    const { lines: all } = await endsOf(inside)
    let last = 0
    for (;;) {
      const rows = await inside.all<{ readonly number: number; readonly body: string }>('SELECT number, body FROM line WHERE number > ? ORDER BY number LIMIT ?', last, chunk)
      if (rows.length === 0) break
      for (const { number, body } of rows) await line(number, parsed(inside.name, number, body))
      last = rows.at(-1)!.number
      step(last, all)
    }
    await flush()
    return last
  })

/** What an export begins with: the number of lines, and the end of every chain, so that a cut is noticed. */
type Opening = { readonly tawafuq: 'ledger/1'; readonly lines: number; readonly chains: Readonly<Record<string, Head>> }

type Printed = Pick<Sealed, 'prev' | 'hash' | 'body'> & { readonly number: number }

const printed = ({ number, prev, hash, body }: Printed): string => `{"number":${number},"prev":"${prev}","hash":"${hash}","line":${body}}`

/** An opening is always written in one way, so that it can be compared letter by letter. */
const opened = ({ lines, heads }: Ends): string => {
  const chains = Object.fromEntries([...heads].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, { lines: own, hash }]) => [name, { lines: own, hash }]))
  return JSON.stringify({ tawafuq: 'ledger/1', lines, chains } satisfies Opening)
}

/** The whole ledger as lines of JSON, the opening first. Imported they give the same ledger, byte by byte. */
export async function* exported(database: Database): AsyncGenerator<string> {
  const ends = await endsOf(database)
  yield opened(ends)
  for await (const some of database.each<Printed>('SELECT number, prev, hash, body FROM line WHERE number <= ? ORDER BY number', ends.lines)) yield* some.map(printed)
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
    const line = JSON.parse(body) as Line
    if (/#\d+$/.test(line.id) && typeof line.recorded === 'string') return line
  } catch {
    // Told below: whatever it is, it is no line.
  }
  throw wrong(number, 'it is no line of a ledger')
}

/** One line of an export, checked against its chain and the line in front of it. */
const taken = (text: string, number: number, heads: ReadonlyMap<string, Head>, before: Instant): Kept & Pick<Sealed, 'body' | 'line'> => {
  const found = shape.exec(text)
  if (found?.[1] !== String(number)) throw wrong(number, `it does not begin as line ${number} of an export`)
  const [, , prev, hash, body] = found as unknown as readonly [string, string, string, string, string]
  const sealed = Buffer.from(sealedText(prev, body))
  if (hashOf(prev, body) !== hash) throw wrong(number, 'its text is not what was written')
  const line = lineOf(body, number)
  const at = line.id.lastIndexOf('#')
  const kept = { number, chain: line.id.slice(0, at), place: Number(line.id.slice(at + 1)), prev, hash, recorded: line.recorded, body, line, sealed }
  const fault = faultOf(kept, heads.get(kept.chain) ?? noHead) ?? outOfOrder(kept, before)
  if (fault) throw wrong(number, fault.what)
  return kept
}

/** The end of an import must be what its opening told. */
const refuseCut = (text: string, { lines }: Opening, session: Session): void => {
  const came = session.next - 1
  if (came !== lines) throw new Refusal(`the import ends after ${came} of ${lines} lines: ${came < lines ? 'its end is missing' : 'it has more than it should'}. Nothing was imported; export it again.`)
  if (opened({ lines, heads: session.heads }) !== text) throw new Refusal('line 1 of the import, its opening, is not as it was written. Nothing was imported; export it again.')
}

/** Takes a whole export into an empty ledger, in one transaction: all of it or nothing. */
export const imported = async (database: Database, keys: Keys, texts: AsyncIterable<string>, step: Step = () => undefined): Promise<number> =>
  database.transaction(async (inside) => {
    if ((await endsOf(inside)).lines > 0) throw new Refusal(`the ledger ${inside.name} has lines already, and an import needs an empty one. Name another with --ledger.`)
    const session = await openSession(inside, keys)
    const { line, flush } = replay(session)
    let begins: { readonly text: string; readonly opening: Opening } | null = null
    let before = ''
    for await (const text of texts) {
      if (begins === null) {
        begins = { text, opening: opening(text) }
        continue
      }
      const kept = taken(text, session.next, session.heads, before)
      before = kept.recorded
      await line(await putLine(session, kept), kept.line)
      if (kept.number % 1000 === 0) step(kept.number, begins.opening.lines)
    }
    if (begins === null) throw new Refusal('the import is empty. Give a file that tawafuq export wrote.')
    refuseCut(begins.text, begins.opening, session)
    await flush()
    await putHeads(session)
    return begins.opening.lines
  })

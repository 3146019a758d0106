import { type Author, type Candidate, type Claim, type ClaimId, type Draft, firstDay, keysOf, type Instant, type Line, linking, Misuse, placed, placing, type Source, type Told, Unknown } from '../ledger/index.ts'
import type { Database } from './database.ts'
import { among } from './lists.ts'
import { append, linesAt, type Session } from './session.ts'
import { outSince } from './withdrawals.ts'

/** A document that was read, ready to be kept. `said` is the day that it bears; `keys` those under which its words are found. */
export type Recording = { readonly source: Source; readonly said: string; readonly by: Author; readonly claims: readonly Claim[]; readonly keys: readonly string[] }

/** What became of a recording: how many claims were kept, joined with earlier ones, left for a person. `already`: the document was there, and nothing was written; `withdrawn`: somebody had taken it out. */
export type Recorded = { readonly already: boolean; readonly withdrawn: boolean; readonly claims: number; readonly joined: number; readonly doubted: number; readonly lines: number }

/** How many claims are looked at for each key, the newest first, and how many of all are compared: the cost of a claim does not grow with the ledger. */
const [newest, compared] = [64, 24]

const sharing = `SELECT number FROM (SELECT number FROM trait WHERE trait = ? ORDER BY number DESC LIMIT ${newest}) AS one`

/** The numbers of the claims that share most keys with a claim; of equals the newest first. */
const similar = async (database: Database, claim: Claim): Promise<readonly number[]> => {
  const keys = [...new Set(keysOf(claim))]
  if (keys.length === 0) return []
  const rows = await database.all<{ readonly number: number }>(
    `SELECT number FROM (${keys.map(() => sharing).join(' UNION ALL ')}) AS every GROUP BY number ORDER BY count(*) DESC, number DESC LIMIT ${compared}`, ...keys)
  return rows.map(({ number }) => number)
}

type Row = { readonly number: number; readonly thread: string; readonly said: string }

/** The claims like this one that nobody rejected, the likest first. */
const toldOf = async (session: Session, claim: Claim): Promise<readonly (Told & { readonly thread: string })[]> => {
  const numbers = await similar(session.database, claim)
  if (numbers.length === 0) return []
  const { sql, values } = among('number', numbers)
  const rows = new Map((await session.database.all<Row>(`SELECT number, thread, said FROM claim WHERE live = 1 AND ${sql}`, ...values)).map((row) => [row.number, row]))
  const lines = await linesAt(session, [...rows.keys()])
  return numbers.flatMap((number) => {
    const [row, entry] = [rows.get(number), lines.get(number)?.entry]
    return row && entry?.kind === 'claim' ? [{ claim: entry.claim, said: row.said, thread: row.thread }] : []
  })
}

/** The threads in which claims like this one stand. `here`: what this document has told of each thread already. */
const candidates = async (session: Session, claim: Claim, here: ReadonlyMap<string, readonly Told[]>): Promise<readonly Candidate[]> =>
  [...Map.groupBy(await toldOf(session, claim), ({ thread }) => thread)].map(([thread, all]) => ({ thread, told: [...all, ...(here.get(thread) ?? [])] }))

type Hand = { readonly session: Session; readonly by: Author; readonly said: string; readonly recorded: Instant; readonly here: Map<string, Told[]>; readonly threads: Map<ClaimId, string>; joined: number; doubted: number }

/** Where a claim belongs: with the thing that its own passage names, with what is like it, or nowhere yet. */
const whereTo = async ({ session, by, said, here }: Hand, claim: Claim): Promise<Draft | null> => {
  const link = linking(by, claim, said)
  if (link) return link
  const told = { claim, said }
  const found = placed(told, await candidates(session, claim, here))
  return found ? placing(by, told, found) : null
}

const threadOf = ({ threads }: Hand, id: ClaimId): string => threads.get(id) ?? id

const place = async (hand: Hand, claim: Claim): Promise<void> => {
  const { session, by, said, recorded } = hand
  const draft = await whereTo(hand, claim)
  const valid = validOf(claim, said)
  await append(session, { by, said, valid, entry: { kind: 'claim', claim }, evidence: claim.evidence }, recorded)
  let thread = claim.id
  if (draft) {
    await append(session, draft, recorded)
    if (draft.entry.kind === 'joined') {
      thread = threadOf(hand, draft.entry.into)
      hand.joined += 1
      await session.database.run('UPDATE claim SET thread = ? WHERE id = ?', thread, claim.id)
    } else if (draft.entry.kind === 'doubted') hand.doubted += 1
  }
  hand.threads.set(claim.id, thread)
  hand.here.set(thread, [...(hand.here.get(thread) ?? []), { claim, said }])
}

/** When what a claim tells holds: the date of the meeting or the deed, the period of the figure, else from the day on which it was said. */
const validOf = ({ item }: Claim, said: string): string => {
  const date = item.kind === 'meeting' || item.kind === 'instrument' ? item.date : item.kind === 'figure' ? item.period : null
  return date !== null && firstDay(date) !== null ? date : said
}

/** Keeps a document with all its claims, or finds that it is there already. Runs inside a transaction. */
export const recordIn = async (session: Session, { source, said, by, claims, keys }: Recording, recorded: Instant): Promise<Recorded> => {
  const out = (await outSince(session.database, [source.sha256])).get(source.sha256)
  if (out !== undefined) return { already: true, withdrawn: out !== null, claims: 0, joined: 0, doubted: 0, lines: 0 }
  const before = session.next
  await append(session, { by, said, valid: said, entry: source, evidence: [] }, recorded, keys)
  const hand: Hand = { session, by, said, recorded, here: new Map(), threads: new Map(), joined: 0, doubted: 0 }
  for (const claim of claims) await place(hand, claim)
  return { already: false, withdrawn: false, claims: claims.length, joined: hand.joined, doubted: hand.doubted, lines: session.next - before }
}

/** A claim that a person read in a document that is there. */
export type Telling = { readonly by: Author; readonly claim: Claim }

/** Keeps a claim of a person, which finds its thread as one of the program does. Runs inside a transaction. */
export const tellIn = async (session: Session, { by, claim }: Telling, recorded: Instant): Promise<readonly Line[]> => {
  const [document] = await session.database.all<{ readonly said: string }>('SELECT said FROM document WHERE sha256 = ?', claim.document)
  if (!document) throw new Unknown(`There is no document ${claim.document} in this ledger.`)
  const [before] = await session.database.all('SELECT number FROM claim WHERE id = ?', claim.id)
  if (before) throw new Misuse(`The passage is read as a ${claim.item.kind} already: amend that instead, or put it back.`)
  const from = session.next
  await place({ session, by, said: document.said, recorded, here: new Map(), threads: new Map(), joined: 0, doubted: 0 }, claim)
  return Array.from({ length: session.next - from }, (_, at) => session.lines.get(from + at)!)
}

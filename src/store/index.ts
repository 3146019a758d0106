import type { Author, Draft, Instant, Line, Statement } from '../ledger/index.ts'
import type { Term } from '../model/index.ts'
import { board, type Counts, counts, type Cursor, type Doubt, documentsOf, doubts, type Filter, lineNamed, type Moment, type Named, type Page, statementsOf, threadNamed } from './ask.ts'
import { type Database, Refusal } from './database.ts'
import { always } from './instants.ts'
import { type Hit, search, type Word } from './find.ts'
import { type Check, exported, imported, rebuild, type Step, verify } from './keep.ts'
import { type Recorded, recordIn, type Recording, type Telling, tellIn } from './record.ts'
import { migrate } from './schema.ts'
import { append, instantAfter, openSession, putHeads, type Session } from './session.ts'
import { settle } from './settle.ts'
import { newest, type Opened, opened, type Shelf, shelf } from './shelf.ts'
import { linesOfDocument, outSince } from './withdrawals.ts'

export { boardOrder } from './settle.ts'
export { Refusal } from './database.ts'
export type { Counts, Cursor, Doubt, Filter, History, Looked, Moment, Named, Page, Sitting, Told } from './ask.ts'
export type { Hit, Place, Word } from './find.ts'
export type { Check, Step } from './keep.ts'
export type { Held, Opened, Shelf, Shelved } from './shelf.ts'
export type { Recorded, Recording, Telling } from './record.ts'

/** What the ledger needs from outside: the clock, and the words of a text (no store knows a language). */
export type World = { readonly now: () => Instant; readonly terms: (text: string, language: string | null) => readonly Term[] }

/** What may be asked inside a transaction of writing. */
export type Inside = Pick<Ledger, 'thread' | 'line' | 'linesOf'>

/** A ledger that lies somewhere. Whatever is acknowledged is on the disk. */
export type Ledger = {
  readonly name: string
  readonly record: (recording: Recording) => Promise<Recorded>
  /** Records several documents in one go: all of them are on the disk when it is done, or none. Faster by far than one after the other. */
  readonly recordAll: (recordings: readonly Recording[]) => Promise<readonly Recorded[]>
  /** Keeps a claim that a person read in a document of the ledger. */
  readonly tell: (telling: Telling) => Promise<readonly Line[]>
  /** Appends what a person decided, all lines or none. */
  readonly append: (drafts: readonly Draft[]) => Promise<readonly Line[]>
  /** Appends what is worked out while nobody else writes: what it rests on still holds when it is written. What it throws leaves nothing behind. */
  readonly decide: (work: (inside: Inside) => Promise<readonly Draft[]>) => Promise<readonly Line[]>
  readonly board: (filter: Filter, moment: Moment, limit: number, after?: Cursor | null) => Promise<Page>
  /** How many threads are in each state, of all that a filter leaves but for its states. */
  readonly counts: (filter: Filter, moment: Moment) => Promise<Counts>
  readonly thread: (id: string, moment: Moment) => Promise<Named>
  /** Everything that some documents tell, as it was known at that moment. */
  readonly statements: (documents: readonly string[], moment: Moment) => Promise<readonly Statement[]>
  readonly doubts: (moment: Moment, limit: number) => Promise<readonly Doubt[]>
  /** The line of that identifier; null when there is none. */
  readonly line: (id: string) => Promise<Line | null>
  /** All lines of a document: its own, its claims, and what was said of either; empty when there is none of that hash. */
  readonly linesOf: (sha256: string) => Promise<readonly Line[]>
  /** Since when each of some documents has been out, or null where it counts; documents that the ledger never had are left out. */
  readonly outSince: (hashes: readonly string[]) => Promise<ReadonlyMap<string, Instant | null>>
  /** Documents, the last recorded first. */
  readonly shelf: (within: Filter['within'], limit: number, after?: number | null) => Promise<Shelf>
  /** A document with its claims as they stand now; null when there is none. */
  readonly document: (sha256: string) => Promise<Opened | null>
  /** The number of the last line: the same number, the same answers. */
  readonly newest: () => Promise<number>
  readonly documents: (hashes: readonly string[]) => ReturnType<typeof documentsOf>
  readonly search: (words: readonly Word[], moment: Moment, limit: number) => Promise<readonly Hit[]>
  readonly verify: (step?: Step) => Promise<Check>
  readonly rebuild: (step?: Step) => Promise<number>
  readonly exported: () => AsyncIterable<string>
  readonly imported: (texts: AsyncIterable<string>, step?: Step) => Promise<number>
  readonly backup: (to: string) => Promise<void>
  readonly close: () => Promise<void>
}

const connected = async (location: string): Promise<Database> => {
  if (/^postgres(?:ql)?:/.test(location)) return (await import('./postgres.ts')).postgres(location)
  if (/^[a-z]{2,}:\/\//.test(location)) throw new Refusal(`there is no ledger at ${location}: name a file, or postgres://…`)
  return (await import('./sqlite.ts')).sqlite(location)
}

const appendAll = async (session: Session, drafts: readonly Draft[], recorded: Instant): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for (const draft of drafts) lines.push(await append(session, draft, recorded))
  return lines
}

const insideOf = ({ database }: Session): Inside => ({ thread: (id, moment) => threadNamed(database, id, moment), line: (id) => lineNamed(database, id), linesOf: (sha256) => linesOfDocument(database, sha256) })

/** Opens the ledger at a path, or at a `postgres://` address; it is made when it is not there, and brought to the version of this program. */
export const openLedger = async (location: string, { now, terms }: World): Promise<Ledger> => {
  const database = await connected(location)
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  const keys = (text: string, language: string | null): readonly string[] => terms(text, language).flatMap((term) => term.keys)
  const writing = <T>(work: (session: Session, recorded: Instant) => Promise<T>): Promise<T> =>
    database.transaction(async (inside) => {
      const recorded = await instantAfter(inside, now())
      const session = await openSession(inside, keys)
      const result = await work(session, recorded)
      await settle(session, recorded)
      await putHeads(session)
      return result
    })
  const recordAll = (recordings: readonly Recording[]): Promise<readonly Recorded[]> => writing(async (session, recorded) => {
    const all: Recorded[] = []
    for (const recording of recordings) all.push(await recordIn(session, recording, recorded))
    return all
  })
  return {
    name: database.name,
    record: async (recording) => (await recordAll([recording]))[0]!,
    recordAll,
    tell: (telling) => writing((session, recorded) => tellIn(session, telling, recorded)),
    append: (drafts) => writing((session, recorded) => appendAll(session, drafts, recorded)),
    decide: (work) => writing(async (session, recorded) => appendAll(session, await work(insideOf(session)), recorded)),
    board: (filter, moment, limit, after = null) => board(database, filter, moment, limit, after),
    counts: (filter, moment) => counts(database, filter, moment),
    thread: (id, moment) => threadNamed(database, id, moment),
    statements: (documents, moment) => statementsOf(database, documents, moment),
    doubts: (moment, limit) => doubts(database, moment, limit),
    line: (id) => lineNamed(database, id),
    linesOf: (sha256) => linesOfDocument(database, sha256),
    outSince: (hashes) => outSince(database, hashes),
    shelf: (within, limit, after = null) => shelf(database, within ?? null, limit, after),
    document: (sha256) => opened(database, sha256),
    newest: () => newest(database),
    documents: (hashes) => documentsOf(database, hashes),
    search: (words, { known }, limit) => search(database, words, terms, known ?? always, limit),
    verify: (step) => verify(database, step),
    rebuild: (step) => rebuild(database, keys, step),
    exported: () => exported(database),
    imported: (texts, step) => imported(database, keys, texts, step),
    backup: (to) => database.backup(to),
    close: () => database.close(),
  }
}

export type { Author }

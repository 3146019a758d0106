import { type Line, states } from '../../src/ledger/index.ts'
import type { Cursor, Filter, Ledger, Moment, Page, Told } from '../../src/store/index.ts'
import { word } from './documents.ts'

/** Everything that can be asked of a ledger, as one value that can be compared. */

export const asked = (asof: string, moment: Partial<Moment> = {}): Moment => ({ asof, hindsight: false, known: null, ...moment })

export const everything: Filter = { between: [], kinds: [], states, sectors: [], due: null, session: null }
export const usual: Filter = { ...everything, states: [] }

/** A board to its end, in pages of a size. */
export const boardOf = async (ledger: Ledger, moment: Moment, filter: Filter = everything, size = 100): Promise<readonly Told[]> => {
  const out: Told[] = []
  let after: Cursor | null = null
  do {
    const page: Page = await ledger.board(filter, moment, size, after)
    out.push(...page.threads)
    after = page.next
  } while (after !== null)
  return out
}

/** A board in the smallest notation: the first four letters of each thread are of no use to a reader, so its title stands for it. */
export const shown = (threads: readonly Told[]): readonly string[] => threads.map(({ state, title, evidence }) => `${state}: ${title} (${evidence.length})`)

/** All lines of a ledger, in their order. */
export const linesOf = async (ledger: Ledger): Promise<readonly Line[]> => {
  const out: Line[] = []
  for await (const text of ledger.exported()) if (!text.startsWith('{"tawafuq"')) out.push((JSON.parse(text) as { readonly line: Line }).line)
  return out
}

export const exportOf = async (ledger: Ledger): Promise<readonly string[]> => {
  const out: string[] = []
  for await (const text of ledger.exported()) out.push(text)
  return out
}

export async function* given(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

export const filters: readonly Filter[] = [
  everything, usual, { ...usual, between: ['KZ', 'CN'] }, { ...everything, between: ['UZ'] }, { ...everything, kinds: ['instrument', 'target'] }, { ...everything, sectors: ['railways', 'energy'] },
  { ...everything, due: '2016-06-30' }, { ...everything, states: ['overdue', 'kept'] },
]

/** What the ledger answers at a moment: boards by every filter and in small pages, every thread with its history, doubts, finds. */
export const answers = async (ledger: Ledger, moment: Moment, claims: readonly string[], words: readonly string[] = ['road', 'silk', 'report', 'astana']): Promise<unknown> => {
  const boards: unknown[] = []
  const counts: unknown[] = []
  for (const filter of filters) boards.push((await boardOf(ledger, moment, filter)).map(({ id, state }) => `${id} ${state}`))
  for (const filter of filters) counts.push(await ledger.counts(filter, moment))
  const threads: unknown[] = []
  for (const id of claims) threads.push(await ledger.thread(id, moment))
  const sessions: unknown[] = []
  for (const session of claims.slice(0, 4)) sessions.push((await boardOf(ledger, moment, { ...everything, session })).map(({ id }) => id))
  const found: unknown[] = []
  for (const one of words) found.push(await ledger.search([word(one)], moment, 2))
  const all = await boardOf(ledger, moment, everything, 2)
  const documents = [...new Set(all.flatMap(({ evidence }) => evidence.map(({ document }) => document)))].toSorted()
  const statements = (await ledger.statements(documents, moment)).map(({ thread, member }) => `${thread} ${member.claim.id} ${member.said}`)
  return { all, statements, boards, counts, threads, sessions, found, doubts: await ledger.doubts(moment, 100) }
}

import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Filter, type Ledger, type Moment, openLedger, type Recording } from '../src/store/index.ts'
import { documentsFor, edition } from './ledgerdocuments.ts'

const pathOf = (claims: number): string => join(tmpdir(), `tawafuq-bench-${edition}-${claims}.sqlite`)

const remove = (path: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

/** Each document comes to a ledger a minute after the one before it. */
const instantOf = (document: number): string => new Date(Date.parse('2026-01-01T00:00:00Z') + document * 60_000).toISOString()

/** Opens a ledger whose clock is set by the documents that are recorded. */
const opened = async (path: string): Promise<{ readonly ledger: Ledger; readonly at: (document: number) => void }> => {
  let now = instantOf(0)
  const ledger = await openLedger(path, { now: () => now, terms: () => [] })
  return { ledger, at: (document) => void (now = instantOf(document)) }
}

/** Seconds that some work takes. */
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now()
  await work()
  return (performance.now() - before) / 1000
}

/** The value below which a share of all lies. */
const rank = (all: readonly number[], share: number): number => all.toSorted((one, other) => one - other)[Math.min(all.length - 1, Math.floor(all.length * share))]!

type Open = Awaited<ReturnType<typeof opened>>

const documents = (claims: number, from: number, to: number): readonly Recording[] => Array.from({ length: to - from }, (_, at) => documentsFor(claims).recording(from + at))

/** How many documents are recorded in one go, as the program does with files that come quickly. */
const group = 25

/** Records documents whose first has that number; how many lines that made. */
const record = async ({ ledger, at }: Open, all: readonly Recording[], from: number): Promise<number> => {
  let lines = 0
  for (let index = 0; index < all.length; index += group) {
    at(from + index)
    for (const recorded of await ledger.recordAll(all.slice(index, index + group))) lines += recorded.lines
  }
  return lines
}

/** The ledger of that size, made document by document as a user would, unless it is there. */
export const build = async (claims: number, fresh: boolean): Promise<void> => {
  const path = pathOf(claims)
  if (fresh) remove(path)
  if (existsSync(path)) return
  remove(`${path}.part`)
  const { count } = documentsFor(claims)
  const open = await opened(`${path}.part`)
  for (let done = 0; done < count; done += 1000) {
    await record(open, documents(claims, done, Math.min(count, done + 1000)), done)
    process.stderr.write(`\rbuilding ${claims} claims: ${Math.round((100 * done) / count)} %  `)
  }
  process.stderr.write('\r\x1B[K')
  await open.ledger.close()
  renameSync(`${path}.part`, path)
}

/** Documents that are recorded at each size, in turns of so many, so that a slow moment of the machine meets all sizes. */
export const news = 1000
const turn = 50

/** What it took to record the news; `cpu` are the seconds of the processor, which say more where others use it too. */
export type Recorded = { readonly claims: number; readonly seconds: number; readonly cpu: number; readonly lines: number }

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** A copy that is on the disk when it is used: else the disk is still busy with it. */
const copied = (path: string, to: string): void => {
  remove(to)
  copyFileSync(path, to)
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** What it costs each ledger to record the same number of documents, on copies that are thrown away. */
export const recording = async (sizes: readonly number[]): Promise<readonly Recorded[]> => {
  const all = await Promise.all(sizes.map(async (claims) => {
    const path = `${pathOf(claims)}.news`
    copied(pathOf(claims), path)
    return { claims, path, open: await opened(path), count: documentsFor(claims).count, seconds: 0, cpu: 0, lines: 0 }
  }))
  for (let done = 0; done < news; done += turn) {
    for (const one of all) {
      const from = one.count + done
      const made = documents(one.claims, from, from + turn)
      const before = cpuSeconds()
      one.seconds += await seconds(async () => void (one.lines += await record(one.open, made, from)))
      one.cpu += cpuSeconds() - before
    }
  }
  for (const { open, path } of all) {
    await open.ledger.close()
    remove(path)
  }
  return all.map(({ claims, seconds, cpu, lines }) => ({ claims, seconds, cpu, lines }))
}

const everything: Filter = { between: [], kinds: [], states: [], sectors: [], due: null, session: null }
const today: Moment = { asof: '2026-01-01', hindsight: false, known: null }
const page = 50

/** What is asked about: parties and a claim of some document, and a moment. */
type Matter = { readonly between: readonly string[]; readonly claim: string; readonly moment: Moment }

/** Matters that are spread over a ledger and its years; what was known is what some document had brought. */
const matterAt = (claims: number, time: number): Matter => {
  const { count, recording } = documentsFor(claims)
  const [at, until] = [(time * 7919 + 13) % count, (time * 104_729 + 7) % count]
  const { source, claims: all } = recording(at)
  return { between: source.between, claim: all[time % all.length]!.id, moment: { asof: `${2005 + ((time * 5) % 22)}-06-15`, hindsight: time % 2 === 0, known: instantOf(until) } }
}

type Question = { readonly name: string; readonly ask: (ledger: Ledger, matter: Matter) => Promise<unknown> }

const questions: readonly Question[] = [
  { name: 'board', ask: (ledger) => ledger.board(everything, today, page) },
  { name: 'board of a pair', ask: (ledger, { between }) => ledger.board({ ...everything, between }, today, page) },
  { name: 'board of a state', ask: (ledger, { between }) => ledger.board({ ...everything, between: between.slice(0, 1) }, today, page) },
  { name: 'board of a sector', ask: (ledger) => ledger.board({ ...everything, sectors: ['energy'] }, today, page) },
  { name: 'board, open only', ask: (ledger) => ledger.board({ ...everything, states: ['open'] }, today, page) },
  { name: 'board --asof', ask: (ledger, { moment: { asof } }) => ledger.board(everything, { ...today, asof }, page) },
  { name: 'board --hindsight', ask: (ledger, { moment: { asof } }) => ledger.board(everything, { asof, hindsight: true, known: null }, page) },
  { name: 'board --known', ask: (ledger, { moment }) => ledger.board(everything, moment, page) },
  { name: 'pair, asof, known', ask: (ledger, { between, moment }) => ledger.board({ ...everything, between }, moment, page) },
  { name: 'counts', ask: (ledger) => ledger.counts(everything, today) },
  { name: 'counts of a pair', ask: (ledger, { between }) => ledger.counts({ ...everything, between }, today) },
  { name: 'counts of a state', ask: (ledger, { between }) => ledger.counts({ ...everything, between: between.slice(0, 1) }, today) },
  { name: 'counts of a sector', ask: (ledger) => ledger.counts({ ...everything, sectors: ['energy'] }, today) },
  { name: 'counts of a kind', ask: (ledger) => ledger.counts({ ...everything, kinds: ['project', 'instrument'] }, today) },
  { name: 'counts --asof', ask: (ledger, { moment: { asof } }) => ledger.counts(everything, { ...today, asof }) },
  { name: 'counts --hindsight', ask: (ledger, { moment: { asof } }) => ledger.counts(everything, { asof, hindsight: true, known: null }) },
  { name: 'counts --known', ask: (ledger, { moment }) => ledger.counts(everything, moment) },
  { name: 'thread', ask: (ledger, { claim }) => ledger.thread(claim, today) },
  { name: 'thread, asof, known', ask: (ledger, { claim, moment }) => ledger.thread(claim, moment) },
]

/** How often each question is asked, after a few times that only warm up. */
const [asked, warm] = [60, 5] as const

/** How long an answer takes, in milliseconds. */
export type Answered = { readonly name: string; readonly claims: number; readonly median: number; readonly p95: number }

export const answering = async (claims: number): Promise<readonly Answered[]> => {
  const { ledger } = await opened(pathOf(claims))
  const out: Answered[] = []
  for (const { name, ask } of questions) {
    const times: number[] = []
    for (let time = 0; time < asked + warm; time += 1) {
      const matter = matterAt(claims, time)
      times.push(1000 * await seconds(() => ask(ledger, matter)))
    }
    out.push({ name, claims, median: rank(times.slice(warm), 0.5), p95: rank(times.slice(warm), 0.95) })
  }
  await ledger.close()
  return out
}


/** Lines that are checked in a second. */
export const verifying = async (claims: number): Promise<number> => {
  const { ledger } = await opened(pathOf(claims))
  let lines = 0
  const spent = await seconds(async () => void (lines = (await ledger.verify()).lines))
  await ledger.close()
  return lines / spent
}

/** Lines a second of an export that is imported into an empty ledger: all of them are on the disk when it ends. */
export const importing = async (claims: number): Promise<number> => {
  const path = `${pathOf(claims)}.import`
  remove(path)
  const [from, to] = [await opened(pathOf(claims)), await opened(path)]
  const texts = await Array.fromAsync(from.ledger.exported())
  const spent = await seconds(() => to.ledger.imported((async function* () { yield* texts })()))
  await from.ledger.close()
  await to.ledger.close()
  remove(path)
  return (texts.length - 1) / spent
}

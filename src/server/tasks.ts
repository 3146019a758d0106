import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'piscina'
import type { Desk, Line } from '../ledger/index.ts'
import type { Reading } from '../model/index.ts'
import { read } from '../reader/index.ts'
import { type Check, type Counts, type Filter, openLedger, type Recorded, type Recording } from '../store/index.ts'
import { found, printedFound, wordsOf } from './asking.ts'
import type { Caller } from './access.ts'
import { decided, type Decision } from './deciding.ts'
import type { Given, Job } from './document.ts'
import { checkWithin } from './guard.ts'
import { type Handmade, tellByHand } from './handmade.ts'
import { decidingOn } from './moment.ts'
import { once } from './once.ts'
import { prepare, type Prepared, terms } from './prepare.ts'
import { expected, Problem, type ProblemCode } from './problem.ts'
import { checkUnchanged } from './tags.ts'
import { liesWithin } from './within.ts'
import { type Withdrawing, withdrawn } from './withdrawing.ts'
import type { Moment } from '../store/index.ts'

/** What is asked of a task, and what it gives. All of it crosses threads by copy. */
export type Tasks = {
  readonly prepare: { readonly asked: { readonly job: Job; readonly given: Given }; readonly gives: Prepared }
  readonly reading: { readonly asked: { readonly text: string; readonly issued: string; readonly language: string | null; readonly sha256: string; readonly explain: boolean }; readonly gives: Reading }
  readonly counts: { readonly asked: { readonly filter: Filter; readonly moment: Moment }; readonly gives: Counts }
  readonly search: { readonly asked: { readonly words: string; readonly moment: Moment; readonly limit: number; readonly caller: Caller }; readonly gives: readonly ReturnType<typeof printedFound>[] }
  readonly record: { readonly asked: { readonly recording: Recording; readonly caller: Caller }; readonly gives: Recorded }
  readonly decide: { readonly asked: { readonly decision: Decision; readonly desk: Desk; readonly caller: Caller; readonly tags: readonly string[] }; readonly gives: readonly Line[] }
  readonly tell: { readonly asked: { readonly sha256: string; readonly handmade: Handmade; readonly caller: Caller }; readonly gives: readonly Line[] }
  readonly withdraw: { readonly asked: { readonly withdrawing: Withdrawing; readonly desk: Desk; readonly caller: Caller }; readonly gives: readonly Line[] }
  readonly verify: { readonly asked: null; readonly gives: Check }
  readonly rebuild: { readonly asked: null; readonly gives: number }
}

export type Task = keyof Tasks

/** What a thread gives back: a refusal that was expected is a value. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ProblemCode; readonly message: string; readonly more: Readonly<Record<string, unknown>> }

/** A task for a thread. `port` is told how far it is; it stops when `stop` is no longer 0. */
export type Errand<T extends Task = Task> = { readonly task: T; readonly asked: Tasks[T]['asked']; readonly port: MessagePort | null; readonly stop: Int32Array | null }

type Step = (done: number, total: number) => void

/** The connection of this thread. */
const ledger = once(() => openLedger((workerData as { readonly location: string }).location, { now: () => new Date().toISOString(), terms }))

const withinOnly = (caller: Caller, between: readonly string[]): void => {
  if (!liesWithin(caller.within, between)) throw new Problem('outside', `The document is between ${between.join(', ') || 'no states'}, and your account sees ${caller.within?.map((group) => group.join('–')).join(', ')} only. Nothing was recorded.`)
}

const searched = async ({ words, moment, limit, caller }: Tasks['search']['asked']) => {
  const all = wordsOf(words)
  if (all.length === 0) throw new Problem('invalid', 'q has no words: ask for one word at least.')
  const from = await ledger()
  const hits = await found(from, all, moment, caller.within === null ? limit : 500)
  const documents = await from.documents(hits.map(({ document }) => document))
  return hits.filter(({ document }) => liesWithin(caller.within, documents.get(document)?.between ?? [])).slice(0, limit)
    .map((hit) => printedFound({ ...hit, told: hit.told.filter(({ between }) => liesWithin(caller.within, between)) }))
}

/** Works out a decision, checks that it rests on what is there, and writes it, all in one transaction. */
const decide = async ({ decision, desk, caller, tags }: Tasks['decide']['asked']): Promise<readonly Line[]> =>
  (await ledger()).decide(async (inside) => {
    const { drafts, touched } = await decided(inside, desk, decidingOn(desk.said), decision)
    for (const { thread, id } of touched) if (thread) checkWithin(caller, thread.between, `thread ${id}`)
    checkUnchanged(touched, tags)
    return drafts
  })

/** Keeps what a person read in a document. */
const tell = async ({ sha256, handmade, caller }: Tasks['tell']['asked']): Promise<readonly Line[]> =>
  tellByHand(await ledger(), { kind: 'person', name: caller.name }, sha256, handmade, ({ between }) => checkWithin(caller, between, `document ${sha256}`))

/** Takes documents out of the ledger or puts them back, all of them or none. */
const withdraw = async ({ withdrawing, desk, caller }: Tasks['withdraw']['asked']): Promise<readonly Line[]> =>
  (await ledger()).decide(async (inside) => {
    const { drafts, between } = await withdrawn(inside, desk, withdrawing)
    for (const [at, parties] of between.entries()) checkWithin(caller, parties, `document ${withdrawing.documents[at]}`)
    return drafts
  })

type Doing = { readonly [T in Task]: (asked: Tasks[T]['asked'], step: Step) => Promise<Tasks[T]['gives']> }

const doing: Doing = {
  prepare: ({ job, given }) => prepare(job, given),
  reading: async ({ text, issued, language, sha256, explain }) => read(text, { issued, language, sha256, explain }),
  counts: async ({ filter, moment }) => (await ledger()).counts(filter, moment),
  search: searched,
  record: async ({ recording, caller }) => {
    withinOnly(caller, recording.source.between)
    return (await ledger()).record(recording)
  },
  decide, tell, withdraw,
  verify: async (_, step) => (await ledger()).verify(step),
  rebuild: async (_, step) => (await ledger()).rebuild(step),
}

const stepOf = ({ port, stop }: Pick<Errand, 'port' | 'stop'>): Step => (done, total) => {
  if (stop && Atomics.load(stop, 0) !== 0) throw new Problem('stopped', 'It was stopped; nothing of it was written.')
  port?.postMessage({ done, total })
}

/** Does a task in this thread. Only mistakes of the program are thrown. */
export const perform = async <T extends Task>({ task, asked, port, stop }: Errand<T>): Promise<Outcome<Tasks[T]['gives']>> => {
  try {
    return { ok: true, value: await doing[task](asked, stepOf({ port, stop })) }
  } catch (error) {
    const problem = expected(error)
    if (problem === null) throw error
    return { ok: false, code: problem.code, message: problem.message, more: problem.more }
  }
}

import { extname } from 'node:path'
import type { Coming, Job } from '../server/index.ts'
import { type Askings, type Outcomes, type Task, tasks } from './tasks.ts'

/** What a thread is given at a time: a batch of one would cost more in handing over than in reading. */
const most = { documents: 100, bytes: 1_000_000 } as const

type Batch = readonly Job[]

async function* batches(coming: AsyncIterable<Coming>): AsyncGenerator<Batch> {
  let batch: Job[] = []
  let held = 0
  for await (const { job, bytes } of coming) {
    batch.push(job)
    held += bytes
    if (batch.length < most.documents && held < most.bytes) continue
    yield batch
    batch = []
    held = 0
  }
  if (batch.length > 0) yield batch
}

async function* here<T extends Task>(task: T, all: AsyncIterable<Batch> | readonly Batch[], settings: Askings[T]): AsyncGenerator<Outcomes[T]> {
  for await (const batch of all) for (const job of batch) yield await tasks[task](job, settings)
}

async function* joined<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first
  yield* rest
}

/** The threads read ahead by two batches each and no more, so that an endless input does not fill the memory. Order is that of the input. */
async function* inThreads<T extends Task>(task: T, all: AsyncIterable<Batch>, settings: Askings[T], threads: number): AsyncGenerator<Outcomes[T]> {
  const { Piscina } = await import('piscina')
  const filename = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url).href
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads })
  const running: Promise<readonly Outcomes[T][]>[] = []
  try {
    for await (const jobs of all) {
      const outcomes = pool.run({ task, jobs, settings }, { name: 'workAll' }) as Promise<readonly Outcomes[T][]>
      outcomes.catch(() => undefined) // Looked at only when its turn comes; until then a failure is nobody's surprise.
      running.push(outcomes)
      if (running.length > threads * 2) yield* await running.shift()!
    }
    for (const outcomes of running) yield* await outcomes
  } finally {
    await pool.destroy()
  }
}

/** Does a task with all documents and gives what became of them in their order: in this thread when they are few, else in `threads` of them. */
export async function* workEach<T extends Task>(task: T, coming: AsyncIterable<Coming>, settings: Askings[T], threads: number): AsyncGenerator<Outcomes[T]> {
  const all = batches(coming)
  if (threads === 1) return yield* here(task, all, settings)
  const first: Batch[] = []
  for (let next = await all.next(); !next.done; next = await all.next()) {
    first.push(next.value)
    if (first.length > 1) break
  }
  if (first.length <= 1) yield* here(task, first, settings)
  else yield* inThreads(task, joined(first, all), settings, threads)
}

import { extname } from 'node:path'
import type { Job } from './document.ts'
import type { Coming } from './input.ts'
import { type Outcome, type Settings, perform } from './perform.ts'

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

async function* here(all: AsyncIterable<Batch> | readonly Batch[], settings: Settings): AsyncGenerator<Outcome> {
  for await (const batch of all) for (const job of batch) yield await perform(job, settings)
}

async function* joined<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first
  yield* rest
}

/** The threads read ahead by two batches each and no more, so that an endless input does not fill the memory. Order is that of the input. */
async function* inThreads(all: AsyncIterable<Batch>, settings: Settings, threads: number): AsyncGenerator<Outcome> {
  const { Piscina } = await import('piscina')
  const filename = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url).href
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads })
  const running: Promise<readonly Outcome[]>[] = []
  try {
    for await (const jobs of all) {
      const outcomes = pool.run({ jobs, settings }, { name: 'performAll' }) as Promise<readonly Outcome[]>
      outcomes.catch(() => undefined) // Looked at only when its turn comes; until then a failure is nobody's surprise.
      running.push(outcomes)
      if (running.length > threads * 2) yield* await running.shift()!
    }
    for (const outcomes of running) yield* await outcomes
  } finally {
    await pool.destroy()
  }
}

/** Reads all documents and gives what became of them in their order: in this thread when they are few, else in `threads` of them. */
export async function* performEach(coming: AsyncIterable<Coming>, settings: Settings, threads: number): AsyncGenerator<Outcome> {
  const all = batches(coming)
  if (threads === 1) return yield* here(all, settings)
  const first: Batch[] = []
  for (let next = await all.next(); !next.done; next = await all.next()) {
    first.push(next.value)
    if (first.length > 1) break
  }
  if (first.length <= 1) yield* here(first, settings)
  else yield* inThreads(joined(first, all), settings, threads)
}

import { extname } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { Problem } from './problem.ts'
import type { Errand, Outcome, Task, Tasks } from './tasks.ts'

/** How a long task is watched and stopped. */
export type Watch = { readonly step: (done: number, total: number) => void; readonly stop: Int32Array }

/** The threads that work for a server, so that it goes on answering: some that read, and one that writes, one thing after the other. */
export type Hands = {
  readonly do: <T extends Task>(task: T, asked: Tasks[T]['asked'], watch?: Watch) => Promise<Tasks[T]['gives']>
  readonly close: () => Promise<void>
}

const writing = new Set<Task>(['record', 'decide', 'tell', 'withdraw', 'rebuild'])

/** Tasks that may wait for a thread; the next is refused. */
const waiting = 1000

const watched = (watch: Watch | undefined) => {
  if (!watch) return { errand: { port: null, stop: null }, transferList: [], end: () => undefined }
  const { port1, port2 } = new MessageChannel()
  port1.on('message', ({ done, total }: { readonly done: number; readonly total: number }) => watch.step(done, total))
  return { errand: { port: port2, stop: watch.stop }, transferList: [port2], end: () => port1.close() }
}

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw new Problem(outcome.code, outcome.message, outcome.more)
}

/** Starts the threads of a server; each opens the ledger for itself. */
export const startHands = (location: string, readers: number): Hands => {
  const filename = new URL(`./tasks${extname(import.meta.filename)}`, import.meta.url).href
  const settings = { filename, name: 'perform', workerData: { location }, maxQueue: waiting }
  const pools = { reading: new Piscina({ ...settings, minThreads: 1, maxThreads: readers }), writing: new Piscina({ ...settings, minThreads: 1, maxThreads: 1 }) }
  return {
    do: async (task, asked, watch) => {
      const { errand, transferList, end } = watched(watch)
      const pool = writing.has(task) ? pools.writing : pools.reading
      if (pool.queueSize >= waiting) throw new Problem('busy', 'The server has as much to do as it takes on at once. Try again in a few seconds.')
      try {
        return valueOf((await pool.run({ task, asked, ...errand } satisfies Errand, { transferList })) as Outcome<Tasks[typeof task]['gives']>)
      } finally {
        end()
      }
    },
    close: async () => void (await Promise.all([pools.reading.destroy(), pools.writing.close()])),
  }
}

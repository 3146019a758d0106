import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Caller } from './access.ts'
import { expected, Problem } from './problem.ts'

/** A document of a job that could not be recorded: why, and the cure. */
export type Refused = { readonly name: string; readonly message: string }

/** How a job stands. `counts` are what it has done of each sort. */
export type Standing = {
  readonly id: string
  readonly kind: 'record' | 'rebuild' | 'sample'
  readonly by: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  readonly done: number
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
  readonly message: string | null
  readonly refusals: readonly Refused[]
}

/** What the work of a job may say and must watch. */
export type Course = {
  readonly step: (done: number, total: number) => void
  readonly count: (sort: string) => void
  readonly refuse: (refused: Refused) => void
  readonly stopped: () => boolean
  readonly stop: Int32Array
}

/** A long work that goes on after the request that began it. */
export type Running = { readonly standing: () => Standing; readonly stop: () => void; readonly changed: () => Promise<void>; readonly ended: Promise<void> }

/** The jobs of a server; they live in memory, and the oldest that have ended are forgotten. */
export type Jobs = {
  readonly start: (kind: Standing['kind'], by: Caller, work: (course: Course) => Promise<void>) => Standing
  readonly named: (id: string) => Running
  readonly all: () => readonly Standing[]
  /** Stops all and waits until they have ended. */
  readonly close: () => Promise<void>
}

const [kept, running, mostRefusals] = [200, 8, 1000]

const began = (kind: Standing['kind'], by: Caller, work: (course: Course) => Promise<void>, failed: (error: unknown) => void): Running => {
  let standing: Standing = { id: randomUUID(), kind, by: by.name, state: 'running', done: 0, total: 0, counts: {}, message: null, refusals: [] }
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let change = Promise.withResolvers<void>()
  const now = (fresh: Partial<Standing>): void => {
    standing = { ...standing, ...fresh }
    change.resolve()
    change = Promise.withResolvers<void>()
  }
  const stopped = (): boolean => Atomics.load(stop, 0) !== 0
  const refusals: Refused[] = []
  const count = (sort: string): void => now({ counts: { ...standing.counts, [sort]: (standing.counts[sort] ?? 0) + 1 } })
  const course: Course = {
    stop, stopped, count,
    step: (done, total) => now({ done, total }),
    refuse: (refused) => {
      if (refusals.length < mostRefusals) refusals.push(refused)
      count('refused')
    },
  }
  const ended = work(course).then(
    () => now({ state: stopped() ? 'stopped' : 'done' }),
    (error: unknown) => {
      const problem = expected(error)
      if (problem === null) failed(error)
      now({ state: problem?.code === 'stopped' ? 'stopped' : 'failed', message: problem?.message ?? 'The server made a mistake. Its log tells more.' })
    })
  return { standing: () => ({ ...standing, refusals }), stop: () => void Atomics.store(stop, 0, 1), changed: () => change.promise, ended }
}

/** `failed` is told of mistakes of the program. */
export const jobsWith = (failed: (error: unknown) => void): Jobs => {
  const all = new Map<string, Running>()
  let closed = false
  const going = (): number => [...all.values()].filter((one) => one.standing().state === 'running').length
  const forget = (): void => {
    for (const [id, one] of all) if (all.size > kept && one.standing().state !== 'running') all.delete(id)
  }
  return {
    start: (kind, by, work) => {
      if (closed) throw new Problem('stopping', 'The server is being stopped, and no job is begun. Send it again when the server is back.')
      if (going() >= running) throw new Problem('busy', `${running} jobs are running already. Wait until one has ended, or stop one with DELETE /api/jobs/:id.`)
      const one = began(kind, by, work, failed)
      all.set(one.standing().id, one)
      forget()
      return one.standing()
    },
    named: (id) => {
      const one = all.get(id)
      if (!one) throw new Problem('unknown', `There is no job ${id}: jobs are forgotten when the server ends. GET /api/jobs lists them.`)
      return one
    },
    all: () => [...all.values()].map((one) => one.standing()),
    close: async () => {
      closed = true
      for (const one of all.values()) one.stop()
      await Promise.all([...all.values()].map(({ ended }) => ended))
    },
  }
}

/** Milliseconds between two events at least, and without one at most. */
const [least, quiet] = [100, 15_000]

const event = (kind: string, value: unknown): string => `event: ${kind}\ndata: ${JSON.stringify(value)}\n\n`

const short = ({ refusals: _refusals, ...rest }: Standing): Omit<Standing, 'refusals'> => rest

/** What a job does, as server-sent events: `refused` for each document, `progress`, and at last `end`. */
export async function* eventsOf(job: Running): AsyncGenerator<string> {
  for (let told = 0; ; ) {
    const changed = job.changed()
    const standing = job.standing()
    while (told < standing.refusals.length) {
      yield event('refused', standing.refusals[told])
      told += 1
    }
    yield event(standing.state === 'running' ? 'progress' : 'end', short(standing))
    if (standing.state !== 'running') return
    await pause(least)
    await Promise.race([changed, pause(quiet, undefined, { ref: false })])
  }
}

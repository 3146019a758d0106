import type { Offered } from './adding.ts'
import { api, type Recorded, type Refused } from './api.ts'
import { asRefused, changed } from './asking.ts'
import { cell } from './cell.ts'

/** What has become of a text. */
export type Fate = { readonly kind: 'waiting' } | { readonly kind: 'working' } | { readonly kind: 'kept'; readonly recorded: Recorded } | { readonly kind: 'refused'; readonly refused: Refused }
export type Job = { readonly key: number; readonly offered: Offered; readonly fate: Fate }

/** The texts of this visit. They are worked through whatever page is open. */
const jobs = cell<readonly Job[]>([])
let keys = 0
let busy = false

export const useJobs = jobs.use

export const over = ({ fate }: Job): boolean => fate.kind === 'kept' || fate.kind === 'refused'

/** Whether some text still waits or is being read. */
export const underWay = (all: readonly Job[]): boolean => !all.every(over)

const put = (key: number, change: Partial<Job>): void => jobs.set(jobs.get().map((job) => (job.key === key ? { ...job, ...change } : job)))

const fateOf = async ({ name, body, date }: Offered): Promise<Fate> => {
  try {
    return { kind: 'kept', recorded: await api.add(name, body, date) }
  } catch (error) {
    return { kind: 'refused', refused: asRefused(error) }
  }
}

const nextOne = (): Job | undefined => jobs.get().find(({ fate }) => fate.kind === 'waiting')

/** While many texts come, the pages are asked again no more often than every so many milliseconds. */
const pace = 2000

/** Works through what waits, one after the other: each text that is kept is on the disk, whatever becomes of the next. */
const work = async (): Promise<void> => {
  if (busy) return
  busy = true
  let told = performance.now()
  for (let next = nextOne(); next; next = nextOne()) {
    put(next.key, { fate: { kind: 'working' } })
    put(next.key, { fate: await fateOf(next.offered) })
    if (nextOne() && performance.now() - told < pace) continue
    told = performance.now()
    changed()
  }
  busy = false
}

export const offer = (offered: readonly Offered[]): void => {
  jobs.set([...jobs.get(), ...offered.map((one): Job => ({ key: keys++, offered: one, fate: { kind: 'waiting' } }))])
  void work()
}

/** Tries texts again; with `date`, as published on that day. */
export const again = (some: readonly Job[], date: string | null = null): void => {
  for (const { key, offered } of some) put(key, { offered: { ...offered, date: date ?? offered.date }, fate: { kind: 'waiting' } })
  void work()
}

/** Takes what is over off the list; what was kept stays kept. */
export const clear = (): void => jobs.set(jobs.get().filter((job) => !over(job)))

/** Texts that still wait are nowhere but here: a window that is closed is asked about. */
globalThis.addEventListener?.('beforeunload', (event) => { if (underWay(jobs.get())) event.preventDefault() })

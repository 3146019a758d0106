import type { Job } from './document.ts'
import { type Outcome, type Settings, perform } from './perform.ts'

/** The work of one thread: a batch of documents, one after the other. */
export const performAll = async ({ jobs, settings }: { readonly jobs: readonly Job[]; readonly settings: Settings }): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const job of jobs) outcomes.push(await perform(job, settings))
  return outcomes
}

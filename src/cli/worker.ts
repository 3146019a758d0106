import { type Outcomes, type Task, tasks, type Work } from './tasks.ts'

/** The work of one thread: a batch of documents, one after the other. */
export const workAll = async <T extends Task>({ task, jobs, settings }: Work<T>): Promise<readonly Outcomes[T][]> => {
  const outcomes: Outcomes[T][] = []
  for (const job of jobs) outcomes.push(await tasks[task](job, settings))
  return outcomes
}

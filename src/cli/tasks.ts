import { type Given, type Job, prepare, type Prepared } from '../server/index.ts'
import { type Outcome, perform, type Settings } from './perform.ts'

/** What each task gives for a document, and what is the same for all documents. */
export type Outcomes = { readonly read: Outcome; readonly prepare: Prepared }
export type Askings = { readonly read: Settings; readonly prepare: Given }
export type Task = keyof Outcomes

/** What can be done with a document in any thread. */
export const tasks: { readonly [T in Task]: (job: Job, settings: Askings[T]) => Promise<Outcomes[T]> } = { read: perform, prepare }

/** A batch of documents for one thread. */
export type Work<T extends Task> = { readonly task: T; readonly jobs: readonly Job[]; readonly settings: Askings[T] }

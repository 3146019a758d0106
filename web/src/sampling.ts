import { api, Refused } from './api.ts'
import { changed } from './asking.ts'

/** How often one looks whether the sample has come, in milliseconds. */
const pace = 300

/** Whether the sample is on its way. A server that is not reached for a while may still be reading it. */
const coming = async (): Promise<boolean> => {
  try {
    return (await api.sample()).coming
  } catch (error) {
    if (error instanceof Refused && error.status === 0) return true
    throw error
  }
}

/** Waits until no sample is on its way; then everything that is shown is asked anew. */
export const awaitSample = async (): Promise<void> => {
  while (await coming()) await new Promise((done) => { setTimeout(done, pace) })
  changed()
}

/** Puts the sample into the ledger. It is over when the sample is there: what was asked on the way may have missed it. */
export const bringSample = async (): Promise<void> => {
  await api.bringSample()
  changed()
  await awaitSample()
}

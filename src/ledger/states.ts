/**
 * What can be said of a thread at a moment, the most pressing first: where several hold, the first is the state and the others are reasons.
 * `advanced`: something lower than was promised has been reached. `silent`, `lapsed`: nothing was heard for two years, for four.
 * `noted`: nothing was promised and nothing was done, the thing is only mentioned.
 */
export const states = ['dropped', 'contested', 'kept', 'overdue', 'changed', 'advanced', 'repeated', 'lapsed', 'silent', 'open', 'noted'] as const
export type State = (typeof states)[number]

/** Years without a word after which a thread is silent, and lapsed. */
export const silence = { silent: 2, lapsed: 4 } as const

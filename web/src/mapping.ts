import type { State, Thread } from './api.ts'

/** What stands between two states: how many threads, and how many of each state. */
export type Bond = { readonly pair: readonly [string, string]; readonly threads: number; readonly states: ReadonlyMap<State, number> }

const isState = (code: string): boolean => /^[A-Z]{2}$/.test(code)

const pairsIn = (codes: readonly string[]): readonly (readonly [string, string])[] => codes.flatMap((one, at) => codes.slice(at + 1).map((other) => [one, other] as const))

/** The bonds between states, the strongest first; a thread of three states is one of three pairs. */
export const bondsOf = (threads: readonly Pick<Thread, 'between' | 'state'>[]): readonly Bond[] => {
  const told = threads.flatMap(({ between, state }) => pairsIn(between.filter(isState).toSorted()).map((pair) => ({ pair, state })))
  return [...Map.groupBy(told, ({ pair }) => pair.join()).values()].map((all): Bond => ({
    pair: all[0]!.pair, threads: all.length, states: new Map([...Map.groupBy(all, ({ state }) => state)].map(([state, ones]) => [state, ones.length])),
  })).toSorted((one, other) => other.threads - one.threads)
}

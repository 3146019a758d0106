import type { Cited, Sum, Thread } from './api.ts'

export const stages = ['proposed', 'planned', 'under-construction', 'launched', 'completed', 'suspended', 'cancelled'] as const
export type Stage = (typeof stages)[number]

/** Where a project stands by the last passage that tells its stage; null when none does. */
export const stageOf = ({ evidence }: { readonly evidence: readonly Pick<Cited, 'kind' | 'step'>[] }): Stage | null => {
  const last = evidence.findLast(({ kind }) => kind === 'project')
  return stages.find((stage) => stage === last?.step) ?? null
}

/** How many projects stand on each stage, in the order of stages. */
export const funnelOf = (threads: readonly Pick<Thread, 'evidence'>[]): readonly (readonly [Stage, number])[] => stages.map((stage) => [stage, threads.filter((thread) => stageOf(thread) === stage).length] as const)

/** The sum of a project that counts; else the last that was told. */
export const sumShown = (sums: readonly Sum[]): Sum | null => sums.findLast(({ counts }) => counts) ?? sums.at(-1) ?? null

/** Sums that do not count, each with its thread, the greatest first. */
export const notCounted = (threads: readonly Thread[]): readonly { readonly thread: Thread; readonly sum: Sum }[] =>
  threads.flatMap((thread) => thread.sums.filter(({ counts }) => !counts).map((sum) => ({ thread, sum }))).toSorted((one, other) => other.sum.value - one.sum.value)

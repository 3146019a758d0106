import type { Cited, Sum, Thread } from './api.ts'
import { money } from './written.ts'

export const stages = ['proposed', 'planned', 'under-construction', 'launched', 'completed', 'suspended', 'cancelled'] as const
export type Stage = (typeof stages)[number]

/** Where a project stands by the last passage that tells its stage; null when none does. */
export const stageOf = ({ evidence }: { readonly evidence: readonly Pick<Cited, 'kind' | 'step'>[] }): Stage | null => {
  const last = evidence.findLast(({ kind }) => kind === 'project')
  return stages.find((stage) => stage === last?.step) ?? null
}

/** By what a portfolio is divided. */
export const divisions = ['stage', 'sector', 'place'] as const
export type Division = (typeof divisions)[number]

export const divisionOf = (text: string | null): Division => divisions.find((one) => one === text) ?? 'stage'

/** The part of what is told by no document. */
export const untold = '-'

type Project = Pick<Thread, 'evidence' | 'sectors' | 'places' | 'routes'>

/** The parts of a portfolio in which a project stands: one stage, but several sectors and places. */
export const partsOf = (by: Division, thread: Project): readonly string[] => {
  const all = by === 'stage' ? [stageOf(thread)].filter((stage) => stage !== null) : by === 'sector' ? thread.sectors : [...new Set([...thread.places, ...thread.routes.flat()])]
  return all.length > 0 ? all : [untold]
}

/** A part of a portfolio with its projects. */
export type Share<T> = { readonly key: string; readonly threads: readonly T[] }

/** A portfolio by its parts: all stages in their order; sectors and places with most projects first; what is told of none last. */
export const portfolio = <T extends Project>(by: Division, threads: readonly T[]): readonly Share<T>[] => {
  const found = new Map<string, T[]>(by === 'stage' ? stages.map((stage) => [stage, []]) : [])
  for (const thread of threads) for (const key of partsOf(by, thread)) found.set(key, [...(found.get(key) ?? []), thread])
  const all = [...found].map(([key, threads]): Share<T> => ({ key, threads }))
  const told = all.filter(({ key }) => key !== untold)
  return [...(by === 'stage' ? told : told.toSorted((one, other) => other.threads.length - one.threads.length)), ...all.filter(({ key }) => key === untold)]
}

/** The sum of a project that counts; else the last that was told. */
export const sumShown = (sums: readonly Sum[]): Sum | null => sums.findLast(({ counts }) => counts) ?? sums.at(-1) ?? null

/** How long, large or strong a project is: each amount that is no money, once, as it was last printed. */
export const measuresOf = ({ printed }: Pick<Thread, 'printed'>): Thread['printed'] =>
  [...new Map(printed.filter(({ unit }) => !money(unit)).map((one) => [`${one.value} ${one.unit}`, one])).values()]

/** Sums that do not count, each with its thread, the greatest first. */
export const notCounted = (threads: readonly Thread[]): readonly { readonly thread: Thread; readonly sum: Sum }[] =>
  threads.flatMap((thread) => thread.sums.filter(({ counts }) => !counts).map((sum) => ({ thread, sum }))).toSorted((one, other) => other.sum.value - one.sum.value)

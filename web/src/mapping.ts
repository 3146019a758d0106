import type { State, Thread } from './api.ts'

/** What stands on a map: the places of all threads, of projects or of meetings, or what stands between states. */
export const views = ['all', 'projects', 'meetings', 'bonds'] as const
export type MapView = (typeof views)[number]

export type Placed = Pick<Thread, 'id' | 'kind' | 'title' | 'label' | 'between' | 'state' | 'places' | 'routes' | 'evidence'>

/** A place, or a line between two, with the threads that it is about. `ends`: the keys of the place, or of both ends. */
export type Mark<T = Placed> = { readonly id: string; readonly ends: readonly string[]; readonly threads: readonly T[] }

const isState = (code: string): boolean => /^[A-Z]{2}$/.test(code)

const pairsIn = (codes: readonly string[]): readonly (readonly string[])[] => codes.flatMap((one, at) => codes.slice(at + 1).map((other) => [one, other]))

/** A mark as an address names it: `astana`, `state:CN~western-europe`. */
const idOf = (ends: readonly string[]): string => ends.map((key) => key.replace(/^place:/, '')).join('~')

/** Threads by what they are about, the most told of first; a line is one line whichever end is named first. */
const marked = <T>(told: readonly { readonly ends: readonly string[]; readonly thread: T }[]): readonly Mark<T>[] =>
  [...Map.groupBy(told, ({ ends }) => ends.toSorted().join('~')).values()]
    .map((all): Mark<T> => ({ id: idOf(all[0]!.ends), ends: all[0]!.ends, threads: all.map(({ thread }) => thread) }))
    .toSorted((one, other) => other.threads.length - one.threads.length || (one.id < other.id ? -1 : 1))

/** What stands between two states; a thread of three states is one of three pairs. */
export const bondsOf = <T extends Pick<Thread, 'between'>>(threads: readonly T[]): readonly Mark<T>[] =>
  marked(threads.flatMap((thread) => pairsIn(thread.between.filter(isState).toSorted()).map((pair) => ({ ends: pair.map((code) => `state:${code}`), thread }))))

export const spotsOf = <T extends Pick<Thread, 'places'>>(threads: readonly T[]): readonly Mark<T>[] => marked(threads.flatMap((thread) => thread.places.map((key) => ({ ends: [key], thread }))))

/** A line from stop to stop: a pair for each stretch, each once, whichever way it is told. */
const stretchesOf = (routes: Thread['routes']): readonly (readonly string[])[] =>
  routes.flatMap((stops) => stops.slice(1).map((to, at) => [stops[at]!, to])).filter((one, at, all) => all.findIndex((other) => other.toSorted().join() === one.toSorted().join()) === at)

export const routesOf = <T extends Pick<Thread, 'routes'>>(threads: readonly T[]): readonly Mark<T>[] => marked(threads.flatMap((thread) => stretchesOf(thread.routes).map((ends) => ({ ends, thread }))))

const kindsOf: Readonly<Record<MapView, ReadonlySet<string> | null>> = { all: null, bonds: null, projects: new Set(['project']), meetings: new Set(['meeting', 'mechanism']) }

/** The threads that a view is about. */
export const within = <T extends Pick<Thread, 'kind'>>(view: MapView, threads: readonly T[]): readonly T[] => threads.filter(({ kind }) => kindsOf[view]?.has(kind) ?? true)

/** The marks of a view. */
export const marksOf = <T extends Placed>(view: MapView, threads: readonly T[]): readonly Mark<T>[] => {
  const own = within(view, threads)
  return view === 'bonds' ? bondsOf(own) : [...spotsOf(own), ...routesOf(own)]
}

export const viewIn = (text: string | null): MapView => views.find((view) => view === text) ?? 'all'

/** How many threads are in each state. */
export const statesIn = (threads: readonly { readonly state: State }[]): ReadonlyMap<State, number> =>
  new Map([...Map.groupBy(threads, ({ state }) => state)].map(([state, all]) => [state, all.length]))

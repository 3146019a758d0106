import { type Sitting, type State, states } from './api.ts'
import { drawn, type Row } from './rows.ts'

/** By what the rows of a board are put under headings; null is not at all. */
export type Grouping = 'session' | 'state' | null

export const groupings = ['session', 'state'] as const

export const groupingOf = (text: string | null): Grouping => groupings.find((one) => one === text) ?? null

/** What stands above some rows. `outside`: they are points of no session. */
export type Heading =
  | { readonly kind: 'session'; readonly sitting: Sitting }
  | { readonly kind: 'outside'; readonly between: readonly string[] }
  | { readonly kind: 'state'; readonly state: State }

/** Rows under one heading; null where nothing is grouped. */
export type Group = { readonly key: string; readonly heading: Heading | null; readonly rows: readonly Row[] }

/** Several documents tell of one session, each by a claim of its own: its number within its committee names it. */
const sessionKey = ({ thread, ordinal, session }: Sitting): string => `${thread} ${ordinal ?? session}`

type Sittings = ReadonlyMap<string, Sitting>

/** Of the claims of one session that which knows its date. */
const dated = (one: Sitting, other: Sitting): Sitting => (one.date === null ? other : one)

/** Each session by one of its claims, under the claims of all documents that tell of it. */
const merged = (sittings: Sittings): Sittings => {
  const best = new Map([...Map.groupBy(sittings.values(), sessionKey)].map(([key, all]) => [key, all.reduce(dated)]))
  return new Map([...sittings].map(([claim, sitting]) => [claim, best.get(sessionKey(sitting))!]))
}

const sittingOf = ({ session }: Row, sittings: Sittings): Sitting | undefined => (session === null ? undefined : sittings.get(session))

const keyOf = (row: Row, by: 'session' | 'state', sittings: Sittings): string => (by === 'state' ? row.state : (sittingOf(row, sittings)?.session ?? `- ${row.between.join('+')}`))

const headingOf = (row: Row, by: 'session' | 'state', sittings: Sittings): Heading => {
  if (by === 'state') return { kind: 'state', state: row.state }
  const sitting = sittingOf(row, sittings)
  return sitting ? { kind: 'session', sitting } : { kind: 'outside', between: row.between }
}

/** Committees by their names, the last session of each first; what belongs to no session comes after them. States by how pressing they are. */
const placeOf = (heading: Heading): readonly (string | number)[] => {
  switch (heading.kind) {
    case 'state': return [states.indexOf(heading.state)]
    case 'session': return [0, heading.sitting.label ?? heading.sitting.title, heading.sitting.thread, -(heading.sitting.ordinal ?? 0), heading.sitting.date === null ? 0 : -Number(heading.sitting.date.replaceAll('-', '').padEnd(8, '0').slice(0, 8))]
    case 'outside': return [1, heading.between.join('+')]
  }
}

const inOrder = (one: Heading, other: Heading): number => {
  const [mine, theirs] = [placeOf(one), placeOf(other)]
  const at = mine.findIndex((value, index) => value !== theirs[index])
  return at < 0 ? 0 : mine[at]! < theirs[at]! ? -1 : 1
}

/** Rows under their headings, in the order that they have within each. */
export const grouped = (rows: readonly Row[], by: Grouping, sittings: Sittings): readonly Group[] => {
  if (by === null) return [{ key: '', heading: null, rows }]
  const sessions = merged(sittings)
  return [...Map.groupBy(rows, (row) => keyOf(row, by, sessions))]
    .map(([key, rows]) => ({ key, heading: headingOf(rows[0]!, by, sessions), rows }))
    .toSorted((one, other) => inOrder(one.heading, other.heading))
}

/** How high a heading and a row are, in pixels. */
export type Heights = { readonly heading: number; readonly row: number }

/** A group in its place: its `top` in pixels, the number of its first row, and that of its first line, a heading being a line too. */
export type Laid = Group & { readonly top: number; readonly rowsTop: number; readonly first: number; readonly line: number }

/** Groups under one another, with the height, the rows and the lines of all of them. */
export type Layout = { readonly groups: readonly Laid[]; readonly height: number; readonly rows: number; readonly lines: number }

export const laid = (groups: readonly Group[], heights: Heights): Layout => {
  let [top, first, line] = [0, 0, 0]
  const all = groups.map((group): Laid => {
    const heading = group.heading === null ? 0 : 1
    const one = { ...group, top, rowsTop: top + heading * heights.heading, first, line }
    top = one.rowsTop + group.rows.length * heights.row
    first += group.rows.length
    line += heading + group.rows.length
    return one
  })
  return { groups: all, height: top, rows: first, lines: line }
}

const groupOf = ({ groups }: Layout, row: number): Laid | undefined => groups.findLast(({ first }) => first <= row)

/** How high the row of a number stands. */
export const topOf = (layout: Layout, row: number, { row: height }: Heights): number => {
  const group = groupOf(layout, row)
  return group ? group.rowsTop + (row - group.first) * height : 0
}

/** The number of a row; -1 where it is not among them. */
export const placeOfRow = ({ groups }: Layout, id: string): number => {
  for (const { rows, first } of groups) {
    const at = rows.findIndex((row) => row.id === id)
    if (at >= 0) return first + at
  }
  return -1
}

/** The row of a number. */
export const rowAt = (layout: Layout, row: number): Row | undefined => {
  const group = groupOf(layout, row)
  return group?.rows[row - group.first]
}

/** The rows of a group that are to be drawn. */
export type Part = { readonly group: Laid; readonly from: number; readonly to: number }

/** What is near enough to a window to be drawn. */
export const partsIn = ({ groups }: Layout, { row, heading }: Heights, top: number, room: number): readonly Part[] =>
  groups.flatMap((group) => {
    const [from, to] = drawn(group.rows.length, row, top - group.rowsTop, room)
    const near = from < to || Math.abs(group.top - top) < room + heading
    return near ? [{ group, from, to: Math.max(from, to) }] : []
  })

/** The first rows of all, up to so many. */
export const partsUpTo = ({ groups }: Layout, most: number): readonly Part[] =>
  groups.filter(({ first }) => first < most).map((group) => ({ group, from: 0, to: Math.min(group.rows.length, most - group.first) }))

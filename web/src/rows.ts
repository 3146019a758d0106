import { type Cited, type Kind, type Sum, type State, type Thread, states } from './api.ts'
import { folded } from './fold.ts'

/** A passage as a board shows it at a glance. */
export type Said = Pick<Cited, 'quote' | 'said' | 'name' | 'document'>

/** What a board keeps of a thread: one line. `wanted`: its words, folded, for looking through. */
export type Row = {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  /** What it is called in the language of the reader, by what is known of it. */
  readonly label: string
  readonly state: State
  readonly judged: boolean
  readonly between: readonly string[]
  readonly sectors: readonly string[]
  readonly promised: string | null
  readonly due: string | null
  readonly last: string
  readonly sources: number
  readonly owner: string | null
  /** The last session whose point it is. */
  readonly session: string | null
  /** Its first passage and its last, one where they are the same. */
  readonly said: readonly Said[]
  readonly wanted: string
}

/** What a thread is called by: its words in the texts, its passages, and its name in the language of the reader. */
export type Called = Pick<Thread, 'title'> & { readonly kind?: Kind; readonly label?: string | undefined; readonly evidence?: readonly Pick<Cited, 'quote'>[] }

/** A thing without a name is called by its first passage. */
export const titleOf = ({ title, evidence = [] }: Called): string => title.trim() || (evidence[0]?.quote ?? '…')

/** What a thread is called in the language of the reader; the words of the texts where nothing else is known. */
export const labelOf = (thread: Called): string => thread.label ?? titleOf(thread)

const endsOf = (evidence: readonly Cited[]): readonly Said[] => {
  const [first, last] = [evidence[0], evidence.at(-1)]
  return [first, last].filter((one, at): one is Cited => one !== undefined && (at === 0 || one.quote !== first?.quote)).map(({ quote, said, name, document }) => ({ quote, said, name, document }))
}

export const rowOf = (thread: Thread): Row => {
  const { id, kind, state, machine, between, sectors, promised, due, last, evidence, owner, points } = thread
  const [title, label] = [titleOf(thread), labelOf(thread)]
  return { id, kind, title, label, state, judged: state !== machine, between, sectors, promised, due, last, sources: new Set(evidence.map(({ document }) => document)).size, owner, session: points.at(-1)?.session ?? null, said: endsOf(evidence), wanted: folded(`${title} ${label} ${owner ?? ''}`) }
}

export const columns = ['state', 'what', 'who', 'promised', 'due', 'last', 'sources'] as const
export type Column = (typeof columns)[number]
export type Order = { readonly column: Column; readonly down: boolean }

const undated = '9999'

const keyOf = (row: Row, column: Column): string | number => {
  switch (column) {
    case 'state': return states.indexOf(row.state)
    case 'what': return row.wanted
    case 'who': return row.between.join(' ')
    case 'promised': return row.promised ?? undated
    case 'due': return row.due ?? undated
    case 'last': return row.last
    case 'sources': return row.sources
  }
}

const compared = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0)

/** Rows in an order; equal ones stay as they came. */
export const sorted = (rows: readonly Row[], { column, down }: Order): readonly Row[] => {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }))
  keyed.sort((one, other) => (down ? -1 : 1) * compared(one.key, other.key))
  return keyed.map(({ row }) => row)
}

/** `state` or `-due`, as an address writes it. */
export const orderOf = (text: string | null): Order | null => {
  const down = text?.startsWith('-') ?? false
  const column = columns.find((one) => one === (down ? text!.slice(1) : text))
  return column ? { column, down } : null
}

export const orderText = ({ column, down }: Order): string => `${down ? '-' : ''}${column}`

/** How many rows have each value, the most frequent first. */
export const counted = (rows: readonly Row[], of: (row: Row) => readonly string[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of of(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, one], [b, other]) => other - one || compared(a, b))
}

const wordsIn = (words: string): readonly string[] => folded(words).split(/\s+/).filter((word) => word !== '')

/** Whether whatever has the words of one search has those of another too. */
const narrower = (words: readonly string[], before: readonly string[]): boolean => before.every((one) => words.some((word) => word.includes(one)))

/** Looks through rows as words are typed. What was found last is looked through, not all rows, when a word has grown. */
export const searching = () => {
  let last: { readonly rows: readonly Row[]; readonly words: readonly string[]; readonly fitting: readonly Row[] } | null = null
  /** The rows that have the words, or were found for them elsewhere. */
  return (rows: readonly Row[], text: string, found: ReadonlySet<string>): readonly Row[] => {
    const words = wordsIn(text)
    if (words.length === 0) return rows
    const among = last?.rows === rows && narrower(words, last.words) ? last.fitting : rows
    const fitting = among.filter(({ wanted }) => words.every((word) => wanted.includes(word)))
    last = { rows, words, fitting }
    if (found.size === 0) return fitting
    const own = new Set(fitting)
    return rows.filter((row) => own.has(row) || found.has(row.id))
  }
}

/** The part of a list of equal lines that is to be drawn, with some lines before and after it. */
export const drawn = (count: number, height: number, top: number, room: number, spare = 8): readonly [number, number] => {
  const from = Math.max(0, Math.floor(top / height) - spare)
  return [Math.min(from, count), Math.min(count, Math.ceil((top + room) / height) + spare)]
}

/** Sums that count, added up by currency. */
export const totals = (sums: readonly Sum[]): readonly (readonly [string, number])[] => {
  const all = new Map<string, number>()
  for (const { unit, value, counts } of sums) if (counts) all.set(unit, (all.get(unit) ?? 0) + value)
  return [...all].toSorted(([, one], [, other]) => other - one)
}

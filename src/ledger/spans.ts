import { type Day, latest } from './days.ts'
import { turns } from './follow.ts'
import type { Family } from './likeness.ts'
import type { State } from './states.ts'
import type { Thread } from './threads.ts'
import { type View, viewOf } from './view.ts'

/** What is asked of a thread to find it on a board. */
type Shown = {
  readonly state: State
  readonly kind: Family
  readonly due: string
  readonly last: Day
  readonly between: string
  readonly sectors: string
}

/** What a thread comes to from one day to the day before another. `views`: 1 as documents had it then, 2 with hindsight, 3 both. */
export type Span = Shown & { readonly thread: string; readonly views: 1 | 2 | 3; readonly from: Day; readonly to: Day }

/** A thread without a date stands after those that have one. */
const never = '9999'

const shown = ({ state, kind, due, last, between, sectors }: View): Shown =>
  ({ state, kind, due: due !== null && /^\d/.test(due) ? due : never, last, between: between.join('+'), sectors: sectors.length > 0 ? `|${sectors.join('|')}|` : '' })

const equal = (one: Shown, other: Shown): boolean =>
  one.state === other.state && one.due === other.due && one.last === other.last && one.kind === other.kind && one.sectors === other.sectors && one.between === other.between

type Stretch = Shown & { readonly from: Day; to: Day }

const stretches = (days: readonly Day[], at: (day: Day) => View | null): readonly Stretch[] => {
  const out: Stretch[] = []
  let open: Stretch | null = null
  for (const day of days) {
    const view = at(day)
    const now = view ? shown(view) : null
    if (open && now && equal(open, now)) continue
    if (open) open.to = day
    open = now ? { ...now, from: day, to: latest } : null
    if (open) out.push(open)
  }
  return out
}

const key = ({ from, to, state, due, last }: Stretch): string => `${from} ${to} ${state} ${due} ${last}`

/** What a thread comes to on every day, as documents had it then and with hindsight. */
export const spansOf = (thread: Thread, membersOf: Parameters<typeof viewOf>[1]): readonly Span[] => {
  const days = turns(thread, thread.parts.flatMap(membersOf))
  const said = stretches(days, (asof) => viewOf(thread, membersOf, { asof, hindsight: false }))
  const later = stretches(days, (asof) => viewOf(thread, membersOf, { asof, hindsight: true }))
  const both = new Set(later.map(key))
  const alone = new Set(said.map(key))
  return [
    ...said.map((one): Span => ({ ...one, thread: thread.id, views: both.has(key(one)) ? 3 : 1 })),
    ...later.filter((one) => !alone.has(key(one))).map((one): Span => ({ ...one, thread: thread.id, views: 2 })),
  ]
}


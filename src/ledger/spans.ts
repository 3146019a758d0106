import type { ClaimId } from './claim.ts'
import { type Day, earliest, lastDay, latest } from './days.ts'
import { follow, turns, turnsInHindsight } from './follow.ts'
import type { Family } from './likeness.ts'
import type { State } from './states.ts'
import type { Thread } from './threads.ts'
import { type Outline, outlineOf, type viewOf } from './view.ts'

/** What is asked of a thread to find it on a board. */
type Shown = {
  readonly state: State
  readonly kind: Family
  readonly due: string
  readonly between: string
  readonly sectors: string
}

/** What a thread comes to from one day to the day before another. `views`: 1 as documents had it then, 2 with hindsight, 3 both. `told`: the claim that spoke of it last when it began. */
export type Span = Shown & { readonly thread: string; readonly told: ClaimId; readonly views: 1 | 2 | 3; readonly from: Day; readonly to: Day }

/** A thread without a date stands after those that have one. */
const never = '9999'

const shown = ({ state, kind, due, between, sectors }: Outline): Shown =>
  ({ state, kind, due: lastDay(due) ?? never, between: between.join('+'), sectors: sectors.length > 0 ? `|${sectors.join('|')}|` : '' })

const equal = (one: Shown, other: Shown): boolean =>
  one.state === other.state && one.due === other.due && one.kind === other.kind && one.sectors === other.sectors && one.between === other.between

type Stretch = Shown & { readonly from: Day; to: Day }

const stretches = (days: readonly Day[], views: readonly (Shown | null)[]): readonly Stretch[] => {
  const out: Stretch[] = []
  let open: Stretch | null = null
  for (const [at, day] of days.entries()) {
    const now = views[at]!
    if (open && now && equal(open, now)) continue
    if (open) open.to = day
    open = now ? { ...now, from: day, to: latest } : null
    if (open) out.push(open)
  }
  return out
}

const key = ({ from, to, state, due, kind, between, sectors }: Stretch): string => `${from} ${to} ${state} ${due} ${kind} ${between} ${sectors}`

/** What was worked out of a thread, which holds for the days before `until`: what documents said from then on is not known earlier. */
export type Earlier = { readonly until: Day; readonly spans: readonly Omit<Span, 'thread' | 'told'>[] }

/** What a thread came to on a day by the spans of it, as documents had it then. */
const shownOn = (spans: Earlier['spans'], day: Day): Shown | null => spans.find(({ views, from, to }) => views !== 2 && from <= day && day < to) ?? null

/**
 * What a thread comes to on every day, as documents had it then and with hindsight. From the day of the last document on the two are one. A thread that is spoken of
 * at every meeting has as many days as meetings: with what was worked out `earlier` only the new ones are looked at.
 */
export const spansOf = (thread: Thread, membersOf: Parameters<typeof viewOf>[1], earlier: Earlier | null = null): readonly Span[] => {
  const parts = thread.parts.flatMap(membersOf)
  const days = turns(thread, parts)
  const news = [...thread.members, ...parts].reduce((last, { said }) => (said > last ? said : last), earliest)
  const at = (asof: Day, hindsight: boolean): Shown | null => {
    const found = follow(thread, membersOf, { asof, hindsight })
    return found && shown(outlineOf(found))
  }
  const then = days.map((day) => (earlier && day < earlier.until ? shownOn(earlier.spans, day) : at(day, false)))
  const said = stretches(days, then)
  const turning = turnsInHindsight(thread, parts)
  const hindsight: (Shown | null)[] = []
  for (const [index, day] of days.entries()) hindsight.push(day >= news ? then[index]! : index === 0 || turning.has(day) ? at(day, true) : hindsight[index - 1]!)
  const later = stretches(days, hindsight)
  const both = new Set(later.map(key))
  const alone = new Set(said.map(key))
  const spanOf = (one: Stretch, views: Span['views']): Span => ({ ...one, thread: thread.id, views, told: (thread.members.findLast((member) => member.said <= one.from) ?? thread.members[0]!).claim.id })
  return [...said.map((one) => spanOf(one, both.has(key(one)) ? 3 : 1)), ...later.filter((one) => !alone.has(key(one))).map((one) => spanOf(one, 2))]
}

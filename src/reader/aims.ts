import type { Action } from '../model/index.ts'
import { actionOf } from './actions.ts'
import type { Head } from './complements.ts'
import type { Passage } from './drafts.ts'
import { ahead, costBefore, dueIn, ofYears } from './due.ts'
import { role } from './gloss.ts'
import type { QuantityMark, TimeMark } from './page.ts'
import { numberedRule } from './quantities/numbered.ts'
import { clauseOver, quantitiesIn, type Scene, sentenceOver, timesIn } from './scene.ts'
import type { Trigger } from './trigger.ts'

/** Where the passage comes to a clause that tells something of a noun, in a language that opens such clauses: its times are not the deed's. */
const beforeAside = (scene: Scene, head: Head, { to }: Passage): number => {
  if (scene.page.pack.syntax.subject === 'after') return to
  for (let at = head.next; at < to; at++) if (clauseOver(scene, at).kind === 'relative' && clauseOver(scene, at).from > head.at) return at
  return to
}

/** How far from the beginning of its sentence a time may stand that is put first, in words. */
const frontReach = 2

/** "By 2030, the two sides will …": a time put before the subject; of a deed told as past only a limit. */
const frontedDue = (scene: Scene, trigger: Trigger): TimeMark | null => {
  if (scene.page.pack.syntax.subject === 'after' || trigger.force === 'considered') return null
  const { from } = sentenceOver(scene, trigger.at)
  const time = timesIn(scene, { from, to: Math.min(trigger.at, from + frontReach + 1) })[0]
  if (!time || time.hedge || !ahead(time, scene.page.issued)) return null
  return time.limit || scene.glosses[trigger.at]!.tense !== 'past' ? time : null
}

/** "In 2030", and no part of a name ("the Expo 2030"). */
const placed = (scene: Scene, due: TimeMark): boolean => [due.from - 1, due.from].some((at) => role(scene.glosses[at]) === 'in')

/** A talk or a study is held in no year by being about one: only a day, a month, a limit or an urgency is its deadline. */
export const dueOf = (scene: Scene, trigger: Trigger, head: Head, span: Passage): TimeMark | null => {
  const due = dueIn(scene, { from: span.from, to: beforeAside(scene, head, span) }, head.at, trigger.found.lexeme.means.earlier)
  if (trigger.itself && scene.glosses[trigger.at]!.tense === 'past' && due?.hedge === null && !due.limit) return null
  if (head.action === 'sign' && ofYears(due?.edtf ?? null)) return null
  if (due === null) return frontedDue(scene, trigger)
  const vague = due.edtf?.length === 4 && !due.limit
  if (trigger.force === 'considered' && due.hedge === null && !due.limit && !(!vague && role(scene.glosses[due.from - 1]) === 'source')) return null
  return vague && ['study', 'negotiate', 'support', 'strengthen'].includes(head.action) || (head.action === 'host' && !placed(scene, due)) ? null : due
}

/** How far after its deed a sum may stand and still be what the deed aims at, in words. */
const targetReach = 22

/** A sum in an "if" is the condition, not the aim. */
const conditional = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (role(scene.glosses[at]) === 'condition') return true
  return false
}

/** A sum in a clause that tells something of a noun ("trade, which reached …"), where such clauses are known by what opens them. */
const aside = (scene: Scene, head: Head, mark: QuantityMark): boolean =>
  scene.page.pack.syntax.subject === 'before' && clauseOver(scene, mark.from).kind === 'relative' && clauseOver(scene, mark.from).from > head.at

const sized = new Set<Action>(['increase', 'reduce', 'other', 'exchange', 'launch', 'implement'])

/** Deeds that are done to so many: so many engineers are trained, so many flights launched; what is signed or built is counted as what it is. */
const counted = new Set<Action>(['increase', 'reduce', 'launch', 'other', 'exchange', 'support', 'implement', 'finance', 'complete'])

/** How far after its deed a count may stand, in words; and the counted things that are items of their own. */
const countReach = 10
const items = new Set(['project', 'agreement', 'memorandum', 'contract', 'document', 'protocol', 'company', 'initiative', 'programme', 'point'])

/** Whether a quantity that is no money can be what a deed aims at. */
const aims = (head: Head, action: Action, { sort, from, unit, rule }: QuantityMark): boolean => {
  if (sort === 'measure') return sized.has(action) && (unit !== 'km' || action === 'increase' || action === 'reduce')
  if (sort === 'count') return counted.has(action) && (from - head.at <= countReach || rule === numberedRule) && !items.has(unit)
  return sort === 'share' && (action === 'increase' || action === 'reduce')
}

/** How far before a sum "from" may stand that says it is there already, in words. */
const sourceReach = 6

/** "From its current 500 million to 1 billion": the first is there already, where the subject stands first. */
const reached = (scene: Scene, mark: QuantityMark, amounts: readonly QuantityMark[]): boolean =>
  scene.page.pack.syntax.subject === 'before' && amounts.some(({ from, sort }) => sort === mark.sort && from > mark.from) &&
  Array.from({ length: sourceReach }, (_, step) => mark.from - 1 - step).some((at) => role(scene.glosses[at]) === 'source')

/** What a promise aims at: money, or a measured or counted quantity of something that grows; the length of a road is no target. */
export const targetOf = (scene: Scene, head: Head, span: Passage): QuantityMark | null => {
  if (head.action === 'sign') return null
  const amounts = quantitiesIn(scene, { from: span.from, to: Math.min(span.to, head.at + targetReach) }).filter(({ repeats, value }) => !repeats && value !== null)
  const spent = head.action === 'finance' || head.action === 'support'
  return amounts.filter((mark) => !aside(scene, head, mark) && !reached(scene, mark, amounts) && !conditional(scene, head.at, mark.from) && !(!spent && costBefore(scene, mark))).find((mark) => (mark.sort === 'money' && mark.per !== 'hour') || aims(head, actionOf(scene, head, span), mark)) ?? null
}

import type { Action } from '../model/index.ts'
import type { Actors } from './actors.ts'
import type { Head } from './complements.ts'
import { amountsIn } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { capital, nounAt } from './phrases.ts'
import { clauseOver, roleIn, type Scene, sentenceOver } from './scene.ts'
import type { Trigger } from './trigger.ts'

/** Deeds that are promised by being announced; the others leave an instrument, a project or a meeting behind. */
const announced = new Set<Action>(['increase', 'reduce', 'support', 'finance', 'open', 'other', 'protect', 'facilitate', 'exchange', 'host', 'complete'])

/** Whether a promise of this trigger and head may be made at all; what only describes is left aside. */
const promising = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  const { means } = trigger.found.lexeme
  const ofObject = scene.page.pack.syntax.bends === 'last' && head.found !== null && role(scene.glosses[head.at + head.found.length]) === 'prep'
  if (means.announces && head.found === null) return head.action === 'finance' && head.intro !== 'that'
  if (means.announces) return head.found !== null && head.intro !== 'that' && (head.found.lexeme.means.gives === true || announced.has(head.action))
  if (trigger.force === 'considered') return head.found !== null && (head.found.lexeme.means.way === true || head.found.lexeme.means.needs === true || (head.found.lexeme.means.gift === true && scene.page.pack.syntax.bends === 'last') || (head.found.form === 'deed' && ((head.found.before & THE) === 0 || ofObject)))
  if (means.needs && (trigger.found.after !== '' || !head.found || (head.found.lexeme.means.action === undefined && head.intro !== 'that'))) return false
  if (means.stresses) return head.intro !== 'that' && head.found !== null && (head.found.form === 'deed' || head.found.lexeme.means.needs === true)
  if ((means.includes ?? means.provides) && head.action === 'sign') return false
  if (means.deed && trigger.force === 'offered' && scene.page.pack.syntax.bends === 'last' && head.found?.form === 'deed' && head.found.lexeme.means.status === 'signed' && (head.found.before & THE) !== 0) return false
  if (means.provides && head.intro === 'that') return head.found !== null
  if (means.deed) return head.found !== null && (head.found.form === 'deed' || head.found.lexeme.means.deed === true || head.found.lexeme.means.gift === true)
  return true
}

/** The verb of a promise, finite or not. */
const doing = (scene: Scene, { at }: Head): readonly Found[] => {
  const { verbs, nouns } = scene.glosses[at]!
  return verbs.length > 0 ? verbs : nouns.filter(({ verbal }) => verbal)
}

/** "The next session is expected to be held": the meeting is the subject before its verb. */
const meetingBefore = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (nounAt(scene, k, 'meeting')) return true
  return false
}

/** "Will begin a visit": a meeting that is begun; to begin talks is to negotiate. */
const opensMeeting = (scene: Scene, head: Head): boolean => {
  for (let at = head.at + 1; at < Math.min(head.at + 4, scene.words.length); at++) {
    const meeting = nounAt(scene, at, 'meeting')
    if (meeting) return meeting.lexeme.means.meeting !== 'talks'
  }
  return false
}

/** A meeting that will simply take place is a meeting, not a promise. */
const encounter = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  if (trigger.force !== 'planned') return false
  const verbs = doing(scene, head)
  if (meaning(verbs, 'meets') ?? meaning(verbs, 'attends')) return trigger.polarity === 'will'
  if (head.found?.lexeme.means.meeting) return true
  if (trigger.itself && head.found?.lexeme.means.aspect && scene.page.pack.syntax.subject === 'before') return opensMeeting(scene, head)
  if (!head.found?.lexeme.means.holds || head.found.lexeme.means.works) return false
  for (let at = head.at + 1; at < Math.min(head.at + 8, scene.words.length); at++) if (nounAt(scene, at, 'meeting') ?? nounAt(scene, at, 'body')) return true
  return scene.page.pack.syntax.subject === 'before' && meetingBefore(scene, trigger.at)
}

/** Deeds that are done to production and trade themselves: they begin, and no figure is told. */
const begun = new Set<Action>(['launch', 'complete', 'open'])

/** What is expected of an agreement or a figure is an outcome and no party's promise. */
const outcome = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  if (!trigger.found.lexeme.means.schedule) return false
  const verbs = doing(scene, head)
  if (meaning(verbs, 'effect') ?? meaning(verbs, 'measures')) return true
  for (let at = head.at + 1; at < Math.min(head.at + 4, scene.words.length); at++) {
    if (nounAt(scene, at, 'indicator')) return !begun.has(head.action)
    const instrument = nounAt(scene, at, 'instrument')
    if (instrument && head.action !== 'sign' && !instrument.lexeme.means.body) return true
  }
  return false
}

/** A plain promise of a party whose object was not found is worth a word; soft words and reports are not. */
export const notUnderstood = (scene: Scene, trigger: Trigger, subject: Actors | null): boolean => {
  const { means } = trigger.found.lexeme
  const firm = trigger.force === 'agreed' || trigger.force === 'pledged'
  return firm && subject !== null && scene.glosses[trigger.at]!.verbs.length > 0 && !(means.announces ?? means.deed ?? means.provides ?? means.includes ?? means.says)
}

/** Soft words promise nothing where nobody is named who could. */
export const loose = ({ force, found }: Trigger): boolean => force === 'urged' || force === 'hoped' || force === 'considered' || found.lexeme.means.guessed === true

/** Deeds that things do as well as parties: "the summit will strengthen …" tells an outcome. */
const effectProne = new Set<Action>(['other', 'strengthen', 'facilitate', 'support', 'protect', 'increase', 'reduce', 'align', 'establish'])

/** What things begin, end or are signed on: a date of theirs is somebody's plan. */
const timed = new Set<Action>(['launch', 'complete', 'open', 'sign', 'hold', 'host', 'negotiate', 'exchange'])

/** "The soft loan is expected to improve …", "the goal of the visit is to deepen …": what a thing is to do is its outcome or its sense, where the subject stands first. */
const scheduledThing = (scene: Scene, { at, found }: Trigger, head: Head): boolean => {
  if (found.lexeme.means.schedule === undefined || timed.has(head.action) || roleIn(scene, at, head.at, 'be')) return false
  const { from } = clauseOver(scene, at)
  if (roleIn(scene, from, at, 'pronoun')) return false
  const before = scene.glosses.slice(from, at)
  return before.some(({ nouns }) => nouns.length > 0) && !before.some(({ nouns }, k) => capital(scene, from + k) && k > 0 || nouns.some(({ lexeme: { means } }) => means.body ?? means.actor))
}

/** A future of a thing that is neither party nor body: the noun before its verb in the clause is its subject. */
export const ofThing = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null): boolean => {
  if (trigger.found.lexeme.means.seeks && (subject?.keys.length ?? 0) < 2 && trigger.found.number < 2) return true
  const apart = scene.page.pack.syntax.subject === 'before'
  const { from } = clauseOver(scene, trigger.at)
  if (apart && (roleIn(scene, from, trigger.at, 'first-person') || role(scene.glosses[trigger.at - 1]) === 'be')) return false
  if (apart && !subject && scheduledThing(scene, trigger, head)) return true
  if (apart && trigger.force === 'planned' && !subject && !trigger.itself && trigger.found.lexeme.pos === 'verb') return !roleIn(scene, from, trigger.at, 'pronoun')
  if (trigger.force !== 'planned' || subject || trigger.found.number > 1) return false
  if (apart && trigger.itself && meetingBefore(scene, trigger.at)) return true
  if (!effectProne.has(head.action)) return false
  if (!trigger.itself) return trigger.found.lexeme.means.seeks === true
  if (head.action === 'strengthen' && !trigger.found.lexeme.means.aspect) return true
  const clause = clauseOver(scene, trigger.at)
  for (let at = clause.from; at < trigger.at; at++) {
    const { nouns } = scene.glosses[at]!
    if (nouns.some(({ lexeme: { means } }) => means.body ?? (apart ? undefined : (means.project ?? means.works)) ?? means.gift)) return false
    if (nouns.length > 0) return true
  }
  const next = scene.glosses[trigger.at + 1]
  return (next?.nouns.some(({ before, lexeme: { means } }) => (before & THE) !== 0 && (means.instrument ?? means.meeting) !== undefined) ?? false)
}

export const refused = (scene: Scene, trigger: Trigger, head: Head): boolean => !promising(scene, trigger, head) || encounter(scene, trigger, head) || outcome(scene, trigger, head)

const outward = new Set<Action>(['sign', 'finance', 'build', 'open', 'hold', 'host', 'exchange', 'negotiate'])

/** What one body approves for itself is its own affair, unless money goes out with it. */
export const domestic = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null): boolean =>
  !outward.has(head.action) &&
  trigger.found.lexeme.means.alone !== undefined && trigger.found.lexeme.means.deed === true && (subject?.keys.length ?? 0) < 2 && trigger.found.number !== 2 &&
  !(head.found?.lexeme.means.gift ?? amountsIn(scene, { from: head.at, to: Math.min(head.at + 14, sentenceOver(scene, head.at).to) }).length > 0)

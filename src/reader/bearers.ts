import { type Actors, agentOf, partiesWithin, privateWithin, subjectOf, textParties } from './actors.ts'
import type { Head } from './complements.ts'
import { role } from './gloss.ts'
import { clauseOver, type Scene } from './scene.ts'
import { possessorOf } from './nountriggers.ts'
import type { Trigger } from './trigger.ts'

/** What nobody does alone: whom it is done with bears it too. */
const mutual: ReadonlySet<string> = new Set(['agreed', 'considered'])

/** How far behind the verb, or behind its subject, "with" may stand, in words: further on it goes with another noun. */
const withReach = 3

/** "Agreed with his Sudanese counterpart to": those named after "with", before what is agreed. */
const partners = (scene: Scene, { at, length, force, found }: Trigger, head: Head, subject: Actors | null): readonly string[] => {
  if (!mutual.has(force) || found.lexeme.means.alone) return []
  const from = at + length
  const reach = Math.max(from, subject?.to ?? 0) + withReach
  for (let k = from; k < Math.min(head.at, reach); k++) if (role(scene.glosses[k]) === 'with') return partiesWithin(scene, k + 1, head.at)
  return []
}

/** The bearer of a promise: whoever is asked, else whoever speaks or acts, else both sides; what an agreement lays down binds both, whoever tells of it. */
const bearer = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null, speaker: Actors | null): readonly string[] => {
  const own = scene.page.pack.syntax.subject === 'before' && head.intro === 'that' ? subjectOf(scene, head.at, 1) : null
  if (own) return own.keys
  if (subject && trigger.found.lexeme.pos === 'particle' && scene.page.pack.syntax.subject === 'before') return subject.keys
  const met = trigger.force === 'considered' && trigger.found.verbal ? partiesWithin(scene, clauseOver(scene, trigger.at).from, trigger.at) : []
  if (met.length > 1) return met
  const possessor = trigger.found.lexeme.means.own ? possessorOf(scene, trigger.at) : null
  if (possessor) return partiesWithin(scene, possessor.from, possessor.to)
  const agent = trigger.itself ? agentOf(scene, trigger.at, trigger.length) : null
  if (agent) return agent.keys
  if (trigger.force === 'urged') {
    if (privateWithin(scene, trigger.at + trigger.length, head.at)) return []
    const asked = partiesWithin(scene, Math.max(subject?.to ?? 0, trigger.at + trigger.length), head.at)
    const others = asked.filter((key) => !subject?.keys.includes(key))
    if (asked.length > 1) return asked
    if (others.length) return others
    return textParties(scene)
  }
  const { includes, provides } = trigger.found.lexeme.means
  return subject?.keys ?? ((includes ?? provides) ? null : speaker?.keys) ?? textParties(scene)
}

/** The bearers of a promise, with those who share in it. */
export const bearers = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null, speaker: Actors | null): readonly string[] => {
  const shared = partners(scene, trigger, head, subject)
  return [...new Set([...bearer(scene, trigger, head, subject, speaker), ...shared])]
}

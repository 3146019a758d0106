import { type Found, meaning, role, trait } from './gloss.ts'
import { BY, THE, TO } from './lexicon/pack.ts'
import { clauseOver, mentionOver, roleBefore, type Scene, timeOver, timesIn } from './scene.ts'
import { deedAt, type Trigger } from './trigger.ts'

/** Promises said of a deed that stands before them as their subject: "the opening was due in May", "the financing is under discussion". */

/** How far behind the deed its predicate may stand, in words. */
const reach = 12

const openers = new Set(['complement', 'already', 'break'])

/** Whether a deed opens its clause: before it stand only small words that do, as "that". */
const opens = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k += scene.glosses[k]!.length) if (!openers.has(role(scene.glosses[k]) ?? '')) return false
  return true
}

type Predicate = { readonly found: Found; readonly force: 'planned' | 'considered'; readonly earlier: boolean }

/** A word that says of a subject before it that it is due, was due, or is still being talked about; it has no article, where attributes have one. */
const predicateAt = (scene: Scene, k: number): Predicate | null => {
  const { particle, nouns } = scene.glosses[k]!
  if (role(scene.glosses[k]) === 'pending') return { found: particle!, force: 'considered', earlier: false }
  const due = particle?.lexeme.means.force === 'planned' && particle.lexeme.means.schedule ? particle : meaning(nouns, 'due')
  return due && (due.before & THE) === 0 && roleBefore(scene, k) !== 'negation' ? { found: due, force: 'planned', earlier: due.lexeme.means.earlier === true } : null
}

/** The promise made of the deed at `at` by a predicate behind it, where the verb stands first and a sentence may do without one. What is due is so on a date. */
export const predicated = (scene: Scene, at: number): Trigger | null => {
  if (scene.page.pack.syntax.subject === 'before' || (scene.glosses[at]!.traits & trait.action) === 0) return null
  const deed = deedAt(scene, at)
  if (!deed?.lexeme.means.action || (deed.before & (TO | BY)) !== 0 || mentionOver(scene, at) || !opens(scene, at)) return null
  const { to } = clauseOver(scene, at)
  for (let k = at + deed.length; k < Math.min(to, at + reach); k++) {
    const predicate = timeOver(scene, k) ? null : predicateAt(scene, k)
    if (!predicate) {
      if (scene.words[k]!.kind === 'mark' || scene.glosses[k]!.verbs.some(({ lexeme: { means } }) => means.action !== undefined || means.force !== undefined)) return null
      continue
    }
    if (predicate.force === 'planned' && timesIn(scene, { from: k, to }).every(({ edtf }) => edtf === null)) return null
    const means = { ...deed.lexeme.means, schedule: true, ...(predicate.earlier ? { earlier: true } : {}) }
    return { at, length: deed.length, rule: predicate.found.lexeme.id, force: predicate.force, found: { ...deed, lexeme: { ...deed.lexeme, means } }, polarity: 'will', itself: true, takes: [] }
  }
  return null
}

import type { Action } from '../model/index.ts'
import type { Head } from './complements.ts'
import type { Passage } from './drafts.ts'
import { amountsIn } from './due.ts'
import { role } from './gloss.ts'
import { AND, THE, TO } from './lexicon/pack.ts'
import type { QuantityMark } from './page.ts'
import { nounAt } from './phrases.ts'
import { mentionOver, type Scene } from './scene.ts'

const gift = (scene: Scene, { from, to }: Passage): boolean => {
  for (let at = from; at < to; at++) if (nounAt(scene, at, 'gift')) return true
  return false
}

/** How far after its deed the object is asked for the sense of the deed, in words; farther where articles and adjectives stand before it. */
const [objectReach, qualifiedReach] = [3, 6]

/** How far behind an indicator the sum may stand that it is brought to, in words. */
const targetReach = 6

/** What the object makes of a general deed: to set up works is to build, to set up or push cooperation is to strengthen, to develop works or a place is to build, to renew a loan is to finance, to begin or speed talks is to negotiate, to clear away duties is to reduce, to enter into force is to implement, to enter service to launch. */
const byObject = (scene: Scene, head: Head): Action | null => {
  const last = scene.page.pack.syntax.bends === 'last'
  for (let at = head.next; at < Math.min(head.next + (last ? qualifiedReach : objectReach), scene.words.length); at++) {
    if (last && at > head.next && (role(scene.glosses[at]) !== undefined || scene.glosses[at]!.verbs.length > 0)) return null
    if ((scene.words[at]!.kind === 'mark' && !(last && scene.words[at]!.form === '-')) || (scene.glosses[at]!.before & AND) !== 0) return null
    const means = scene.glosses[at]!.nouns.map(({ lexeme }) => lexeme.means)
    if (head.action === 'exchange' && last && means.some(({ works, action, weak, sector }) => works && sector !== undefined && !action && !weak)) return 'build'
    if (head.action === 'establish') {
      if (means.some(({ works, project, action, weak }) => (works || project) && !action && !weak)) return 'build'
      if (means.some(({ action, thing }) => thing && action === 'strengthen')) return 'strengthen'
    }
    if (head.action === 'strengthen') {
      const found = means.find(({ action, works, weak }) => action === 'align' || (works && !weak && (action === 'establish' || (at === head.next && action === undefined))))
      if (found) return found.action === 'align' ? 'align' : 'build'
      if (at === head.next && mentionOver(scene, at)?.type === 'place') return 'build'
      if (means.some(({ gift }) => gift)) return 'finance'
    }
    if (head.action === 'other' && means.some(({ status }) => status === 'in-force')) return 'implement'
    if (head.action === 'other' && scene.glosses[at]!.nouns.some(({ form, lexeme: { means: { stage } } }) => stage === 'launched' && form === 'singular')) return 'launch'
    if (head.action === 'sign' && means.some(({ meeting }) => meeting === 'talks')) return 'complete'
    if (head.action === 'hold' && last && scene.glosses[at]!.nouns.some(({ verbal, lexeme }) => verbal === undefined && lexeme.means.action === 'study')) return 'study'
    if (head.action === 'facilitate' && last && means.some(({ indicator }) => indicator) && amountsIn(scene, { from: at, to: at + targetReach }).some(({ sort }) => sort === 'money')) return 'increase'
    if (head.action === 'draft' && means.some(({ action }) => action === 'study')) return 'study'
    if (head.action === 'facilitate' && means.some(({ sector, rate }) => sector === 'customs' && rate)) return 'reduce'
    if (head.found?.lexeme.means.aspect && means.some(({ meeting, action }) => meeting === 'talks' || (meeting !== undefined && head.action === 'launch' && action === undefined) || action === 'negotiate')) return 'negotiate'
    if (means.some(({ instrument, meeting, body }) => instrument ?? meeting ?? body)) return null
  }
  return null
}

/** How far behind a verb of entering the service may stand that its subject enters, in words. */
const enteringReach = 8

/** "Will enter | the desalination plant in Chad | service": with the verb first, what is entered stands behind its subject. */
const entered = (scene: Scene, head: Head): Action | null => {
  if (head.action !== 'other' || scene.page.pack.syntax.subject === 'before') return null
  for (let at = head.next; at < Math.min(head.next + enteringReach, scene.words.length) && scene.words[at]!.kind !== 'mark'; at++) {
    const found = scene.glosses[at]!.nouns.find(({ form, before, length, lexeme: { means } }) => means.stage === 'launched' && form === 'singular' && ((before & THE) !== 0 || length > 1))
    if (found) return 'launch'
  }
  return null
}

/** "Boost trade to 5 billion dollars": what is strengthened up to a sum is increased. */
const raised = (scene: Scene, head: Head, target: QuantityMark | null): boolean => {
  if (head.action !== 'strengthen' || target?.sort !== 'money' || scene.page.pack.syntax.bends === 'first') return false
  for (let at = head.next; at < Math.min(head.next + qualifiedReach, target.from); at++) if (nounAt(scene, at, 'indicator')) return (scene.words[target.from - 1]!.apart & TO) !== 0
  return false
}

/** To provide or support with money is to finance; a general deed takes its sense from its object. */
export const actionOf = (scene: Scene, head: Head, span: Passage, target: QuantityMark | null = null): Action => {
  if (raised(scene, head, target)) return 'increase'
  if (head.action === 'support' && (gift(scene, span) || amountsIn(scene, span).some(({ sort }) => sort === 'money'))) return 'finance'
  return byObject(scene, head) ?? entered(scene, head) ?? head.action
}

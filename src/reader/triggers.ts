import { trait } from './gloss.ts'
import { nounTrigger, termTrigger, wayTrigger } from './nountriggers.ts'
import { predicated } from './predicates.ts'
import { mentionOver, type Scene } from './scene.ts'
import { trigger, type Trigger } from './trigger.ts'
import { verbTrigger } from './verbtriggers.ts'

const particleTrigger = (scene: Scene, at: number): Trigger | null => {
  const found = scene.glosses[at]?.particle
  return found?.lexeme.means.force ? trigger(at, found, found.lexeme.means.force, false, 'will') : null
}

/** What a word must be to be looked at for a promise. */
const promising = trait.verb | trait.force | trait.gives | trait.way | trait.action

/** The trigger that stands at a word, if one does. */
export const triggerAt = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at]
  if (!gloss || (gloss.traits & promising) === 0 || mentionOver(scene, at)?.type === 'person') return null
  if (gloss.verbs.length > 0) return verbTrigger(scene, at)
  return particleTrigger(scene, at) ?? nounTrigger(scene, at) ?? termTrigger(scene, at) ?? wayTrigger(scene, at) ?? predicated(scene, at)
}

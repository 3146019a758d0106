import type { Force, Polarity } from '../model/index.ts'
import type { Found } from './gloss.ts'
import { modifies } from './phrases.ts'
import { roleBefore, type Scene } from './scene.ts'

/** A word that makes a promise of what follows it, or is one. */
export type Trigger = {
  readonly at: number
  readonly length: number
  readonly rule: string
  readonly force: Force
  readonly found: Found
  readonly polarity: Polarity
  /** Where the deed promised is: in the trigger itself, or after it. */
  readonly itself: boolean
  readonly takes: readonly string[]
}

const isDeed = (found: Found): boolean => found.form === 'deed' || found.lexeme.means.deed === true

/** The nominal deed that a word names, if it names one. */
export const deedAt = (scene: Scene, at: number): Found | null => {
  const gloss = scene.glosses[at]
  return gloss ? (gloss.nouns.find((found) => isDeed(found) && !(found.verbal === undefined && modifies(scene, at, found.length)) && (found.lexeme.means.action !== undefined || found.lexeme.means.light === true)) ?? null) : null
}

export const negated = (scene: Scene, at: number): boolean => roleBefore(scene, at) === 'negation'

export const polarityAt = (scene: Scene, at: number): Polarity => (roleBefore(scene, at) === 'will-not' || roleBefore(scene, at) === 'refrain' ? 'will-not' : 'will')

export const trigger = (at: number, found: Found, force: Force, itself: boolean, polarity: Polarity, takes = found.lexeme.takes): Trigger =>
  ({ at, length: found.length, rule: found.lexeme.id, force, found, itself, polarity, takes })

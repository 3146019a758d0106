import type { Stage } from '../model/index.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { clauseOver, mentionOver, quantitiesIn, type Scene, timeOver } from './scene.ts'

/** What is said of works that are known already: at which stage they stand, and the word that says so. */
export type Standing = { readonly stage: Stage; readonly at: number }

/** How far behind the works the word may stand that says how they stand, in words. */
const reach = 12

const small = new Set(['is', 'was', 'be', 'already', 'also', 'adverb', 'between', 'in', 'of', 'prep', 'this'])

/** What a word says of the works before it: a predicate has no article where attributes have one. */
const saidAt = (scene: Scene, k: number): Stage | null => {
  const { particle, nouns } = scene.glosses[k]!
  const found = particle?.lexeme.means.standing ? particle : meaning(nouns, 'standing')
  if (!found || (found.before & THE) !== 0 || scene.words[k - 1]?.apart === THE) return null
  return (found.lexeme.means.standing as Stage | undefined) ?? null
}

/** "has finished 70 % of": the works go on. */
export const partly = (scene: Scene, at: number): boolean =>
  quantitiesIn(scene, { from: at, to: Math.min(clauseOver(scene, at).to, at + 6) }).some(({ sort, value }) => sort === 'share' && value !== null && value < 100)

/** Whether works open their clause: nothing before them does anything, nor could have it done to it. */
const opens = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (scene.glosses[k]!.nouns.length > 0 || scene.glosses[k]!.verbs.some(({ lexeme: { means } }) => !means.light) || mentionOver(scene, k)) return false
  return true
}

/** "The new bridge was opened in May", the verb behind what it was done to. */
const doneAt = (scene: Scene, at: number, k: number): Stage | null => {
  const { verbs, tense } = scene.glosses[k]!
  const found = verbs.find(({ lexeme: { means } }) => means.works && means.stage)
  if (!found || tense !== 'past' || scene.page.pack.syntax.subject === 'before' || !opens(scene, at)) return null
  return partly(scene, k) ? 'under-construction' : (found.lexeme.means.stage as Stage)
}

/** "The line is under construction", "the project was frozen in May": the first word of the clause that says how the works at `at` stand, with nothing between that could stand so itself. */
export const standingOf = (scene: Scene, at: number, thing: Found): Standing | null => {
  for (let k = at + thing.length; k < Math.min(clauseOver(scene, at).to, at + reach); k++) {
    const time = timeOver(scene, k)
    if (time) {
      k = time.to - 1
      continue
    }
    const stage = saidAt(scene, k) ?? doneAt(scene, at, k)
    if (stage) return { stage, at: k }
    const gloss = scene.glosses[k]!
    const part = role(gloss)
    if ((k > at + thing.length && (gloss.traits & (trait.project | trait.works)) !== 0) || meaning(gloss.verbs, 'stage')) return null
    if (scene.words[k]!.kind === 'mark' || part === 'negation' || part === 'relative' || (part !== undefined && !small.has(part))) return null
  }
  return null
}

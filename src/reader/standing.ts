import type { Stage } from '../model/index.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { clauseOver, mentionOver, quantitiesIn, type Scene, sentenceOver, timeOver } from './scene.ts'

/** What is said of works that are known already: at which stage they stand, and the word that says so. */
export type Standing = { readonly stage: Stage; readonly at: number }

/** How far behind the works the word may stand that says how they stand, in words. */
const reach = 12

const small = new Set(['is', 'was', 'be', 'already', 'also', 'adverb', 'between', 'in', 'of', 'prep', 'this'])

/** "Is 55 percent complete": the share of the works that is done. */
const progressAt = (scene: Scene, k: number): Stage | null => {
  if (scene.page.pack.syntax.bends === 'first' || !meaning(scene.glosses[k]!.nouns, 'progress')) return null
  const share = quantitiesIn(scene, { from: Math.max(0, k - 4), to: k }).find(({ sort, value }) => sort === 'share' && value !== null)
  return share ? (share.value! < 100 ? 'under-construction' : 'completed') : null
}

/** How many words a phrase before works may have that says how they stand: "work goes on in". */
const longestLead = 4

/** "The stalled railway", "work goes on in 11 projects": how works stand, said before them. */
export const attributed = (scene: Scene, from: number, to: number): Standing | null => {
  for (let at = Math.max(0, from - longestLead); at < to; at++) {
    const gloss = scene.glosses[at]!
    const stage = gloss.particle?.lexeme.means.standing as Stage | undefined
    if (stage && at + gloss.length <= to && at + gloss.length >= from) return { stage, at }
  }
  for (let at = from; at < to; at++) {
    const found = meaning(scene.glosses[at]!.nouns, 'standing')
    if (found) return { stage: found.lexeme.means.standing as Stage, at }
  }
  return null
}

/** What a word says of the works before it: a predicate has no article where attributes have one. */
export const saidAt = (scene: Scene, k: number): Stage | null => {
  const { particle, nouns } = scene.glosses[k]!
  const share = progressAt(scene, k)
  if (share) return share
  const found = particle?.lexeme.means.standing ? particle : meaning(nouns, 'standing')
  if (!found || (found.before & THE) !== 0 || scene.words[k - 1]?.apart === THE) return null
  return (found.lexeme.means.standing as Stage | undefined) ?? null
}

/** How far behind the verb of becoming the works may stand that it is said of, in words. */
const becomingReach = 3

/** "The bridge has come to work": works that a verb of becoming stands before, and behind them, in the present, what they came to do. */
const runsAt = (scene: Scene, at: number, k: number): Stage | null => {
  const { verbs, tense } = scene.glosses[k]!
  const found = tense === 'present' ? meaning(verbs, 'standing') : null
  const becomes = (word: number): boolean => meaning(scene.glosses[word]?.verbs ?? [], 'becomes') !== null
  return found && Array.from({ length: becomingReach }, (_, back) => at - 1 - back).some(becomes) ? found.lexeme.means.standing! : null
}

/** "The planned road between …": an attribute of definite works that says they are still to come. */
export const plannedAt = (scene: Scene, at: number, thing: Found, end: number): Standing | null => {
  if (((thing.before & THE) === 0 && thing.length < 2) || meaning(scene.glosses[at]!.nouns, 'actor') !== null) return null
  let k = at + thing.length
  while (k < end && role(scene.glosses[k]) === undefined) k += 1
  return k < end && role(scene.glosses[k]) === 'next' && timeOver(scene, k) === null ? { stage: 'planned', at } : null
}

/** "has finished 70 % of": the works go on. */
export const partly = (scene: Scene, at: number): boolean =>
  quantitiesIn(scene, { from: at, to: Math.min(clauseOver(scene, at).to, at + 6) }).some(({ sort, value }) => sort === 'share' && value !== null && value < 100)

/** Something that does a deed, or has it done to it; neither "was" nor a part of works. */
const acts = (scene: Scene, k: number): boolean => {
  const gloss = scene.glosses[k]!
  if (meaning(gloss.nouns, 'part')) return false
  return gloss.nouns.length > 0 || gloss.verbs.some(({ lexeme: { means } }) => !means.light && means.role !== 'was') || mentionOver(scene, k)?.adjective === false
}

/** Whether works open their clause: nothing before them does anything, nor could have it done to it. */
const opens = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (acts(scene, k)) return false
  return true
}

/** "The new bridge was opened in May", the verb behind what it was done to. */
const doneAt = (scene: Scene, at: number, k: number): Stage | null => {
  const { verbs, tense } = scene.glosses[k]!
  const found = verbs.find(({ lexeme: { means } }) => means.works && means.stage)
  const passive = scene.page.pack.syntax.subject === 'after' || role(scene.glosses[k - 1]) === 'be' || role(scene.glosses[k - 1]) === 'was'
  if (!found || tense !== 'past' || !passive || !opens(scene, at)) return null
  return partly(scene, k) ? 'under-construction' : (found.lexeme.means.stage as Stage)
}

/** How long a passage between commas may be that tells of works, in words; and how far behind it the word may stand that says how they stand. */
const [longestAside, asideReach] = [20, 6]

/** "The plant, being built at a cost of 3 million, is 40 percent complete": what is said of works between commas or behind them, where the subject stands first. */
const asideAt = (scene: Scene, comma: number): Standing | null => {
  if (scene.words[comma]!.form !== ',' || scene.page.pack.syntax.subject === 'after') return null
  const { to } = sentenceOver(scene, comma)
  const inside = comma + 1 < to ? saidAt(scene, comma + 1) : null
  if (!inside) return null
  for (let close = comma + 2; close < Math.min(to, comma + longestAside); close++) {
    if (scene.words[close]!.form !== ',') continue
    for (let k = close + 1; k < Math.min(to, close + asideReach); k++) {
      const later = progressAt(scene, k)
      if (later) return { stage: later, at: comma }
    }
  }
  return { stage: inside, at: comma }
}

/** "The plant, with a capacity of …, was opened": past a passage between commas that only describes. */
const pastDescription = (scene: Scene, at: number): number => {
  if (scene.words[at]!.form !== ',' || scene.page.pack.syntax.subject === 'after' || !small.has(role(scene.glosses[at + 1]) ?? 'with') && role(scene.glosses[at + 1]) !== 'with') return at
  for (let close = at + 2; close + 1 < Math.min(clauseOver(scene, at).to, at + longestAside); close++) {
    if (scene.glosses[close]!.verbs.length > 0) return at
    if (scene.words[close]!.form === ',') return close + 1
  }
  return at
}

/** "The hospital funded by Oman was opened": past a participle and what it takes, to the verb of which the works are the subject, where it stands first. */
const pastParticiple = (scene: Scene, at: number): number => {
  if (scene.page.pack.syntax.subject === 'after' || !scene.glosses[at]!.nouns.some(({ form }) => form === 'done')) return at
  for (let k = at + 1; k < Math.min(clauseOver(scene, at).to, at + longestAside); k++) {
    if (scene.words[k]!.kind === 'mark') return at
    if (role(scene.glosses[k]) === 'was' || role(scene.glosses[k]) === 'already') return k
    if (scene.glosses[k]!.verbs.length > 0) return at
  }
  return at
}

/** "The line is under construction", "the project was frozen in May": the first word of the clause that says how the works at `at` stand, with nothing between that could stand so itself. */
export const standingOf = (scene: Scene, at: number, thing: Found): Standing | null => {
  for (let k = at + thing.length; k < Math.min(clauseOver(scene, at).to, at + reach); k++) {
    const aside = asideAt(scene, k)
    if (aside) return aside
    k = pastParticiple(scene, pastDescription(scene, k))
    const time = timeOver(scene, k)
    if (time) {
      k = time.to - 1
      continue
    }
    const stage = saidAt(scene, k) ?? doneAt(scene, at, k) ?? runsAt(scene, at, k)
    if (stage) return { stage, at: k }
    const gloss = scene.glosses[k]!
    const part = role(gloss)
    if ((k > at + thing.length && (gloss.traits & (trait.project | trait.works)) !== 0) || meaning(gloss.verbs, 'stage')) return null
    if (scene.words[k]!.kind === 'mark' || part === 'negation' || part === 'relative' || (part !== undefined && !small.has(part))) return null
  }
  return null
}

import { partBefore } from './building.ts'
import type { ProjectDraft } from './drafts.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { quality } from './lexicon/syntax.ts'
import { capital, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, type Scene, sentenceOver } from './scene.ts'

/** Works that no deed of building stands with: members of a list, and works known by their name, where nouns are qualified before them and names told by capitals. */

/** "Builds a port, a railway and two roads": right behind other works, with nothing but what opens a phrase between. */
export const listedWorks = (scene: Scene, at: number, last: ProjectDraft | undefined): boolean => {
  if (!last || scene.page.pack.syntax.bends === 'first' || clauseOver(scene, last.at).sentence !== clauseOver(scene, at).sentence) return false
  const [from, to] = [last.passages[0].to, phraseStart(scene, at)]
  if (from >= to) return false
  for (let k = from; k < to; k++) {
    const word = scene.words[k]!
    if (word.kind === 'mark' ? word.form !== ',' : word.apart === 0 && (word.qualities & quality.determiner) === 0) return false
  }
  return true
}

/** Sectors whose works are mostly named as places: whoever meets at an airport or a school tells of no project. */
const places = new Set(['aviation', 'education', 'health', 'tourism', 'ports-and-logistics', 'border-and-local', 'governance'])

/** "The Rogun dam", "the Sofia-Skopje railway": a name in capitals right before the noun, and no place where something happens. */
const called = (scene: Scene, at: number, thing: Found): boolean => {
  if (!capital(scene, at - 1) || scene.words[at - 1]!.apart !== 0 || thing.number > 1) return false
  const start = phraseStart(scene, at)
  if (start >= at) return false
  let before = start - 1
  while (before > 0 && scene.words[before]!.apart !== 0) before -= 1
  return ![before, before - 1, before - 2].some((k) => role(scene.glosses[k]) === 'source') && role(scene.glosses[before]) !== 'in'
}

/** A deed of building, opening or stopping. */
const tellsWorks = ({ form, lexeme: { means } }: Found): boolean => means.stage !== undefined || (means.works === true && means.action !== undefined && form !== 'plain')

/** Whether a sentence tells of works as such: what is promised or discussed, what goes on, what projects there are. */
const ofWorks = (scene: Scene, at: number): boolean => {
  const { from, to } = sentenceOver(scene, at)
  for (let k = from; k < to; k++) {
    const { traits, verbs, nouns } = scene.glosses[k]!
    if ((traits & trait.force) !== 0) return true
    if ((traits & (trait.action | trait.project)) === 0 && nouns.length === 0) continue
    if (verbs.some(tellsWorks) || nouns.some(tellsWorks) || meaning(nouns, 'progress') || (k < at && meaning(nouns, 'project'))) return true
  }
  return false
}

/** Works known by their name, of which a sentence tells as of works. */
export const namedWorks = (scene: Scene, promised: Promised, at: number, thing: Found): boolean => {
  const { capitals, bends } = scene.page.pack.syntax
  if (!capitals || bends === 'first' || !called(scene, at, thing)) return false
  const start = phraseStart(scene, at)
  const of = role(scene.glosses[start - 1]) === 'prep' ? start - 1 : start - 2
  if (role(scene.glosses[of]) === 'prep' && partBefore(scene, of) !== null) return true
  return !places.has(thing.lexeme.means.sector ?? 'governance') && (promiseOver(promised, at) !== null || ofWorks(scene, at))
}

/** How far behind its noun the verb may stand by which works will be built, in words. */
const verbReach = 10

/** "Two wind farms will be built in …": works that somebody counts or opens a phrase with, and a passive of building to come, where the subject stands first. */
export const toBeBuilt = (scene: Scene, at: number, thing: Found, count: number | null): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const opened = count !== null || ((scene.words[phraseStart(scene, at) - 1]?.qualities ?? 0) & quality.determiner) !== 0
  if (!opened) return false
  for (let k = at + thing.length; k < Math.min(clauseOver(scene, at).to, at + verbReach); k++) {
    const { verbs, tense } = scene.glosses[k]!
    if (scene.words[k]!.kind === 'mark') return false
    if (verbs.length > 0) return tense === 'future' && role(scene.glosses[k - 1]) === 'be' && verbs.some(({ lexeme: { means } }) => means.works)
  }
  return false
}

import type { Stage } from '../model/index.ts'
import { ahead } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import type { QuantityMark } from './page.ts'
import { nounAt } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, mentionOver, mentionsIn, quantitiesIn, quantityOver, roleBefore, type Scene, sentenceOver, timeOver, timesIn } from './scene.ts'
import { partly } from './standing.ts'

/** How far works have come, by the deed that is told of them, by who makes them and by the share that is done. */

type Run = { readonly from: number; readonly to: number }

/** The stage at which a promise of this force leaves the works that it is about. */
export const promisedStage: Readonly<Record<string, Stage>> = { agreed: 'planned', pledged: 'planned', planned: 'planned', offered: 'proposed', urged: 'proposed', hoped: 'proposed', considered: 'proposed' }

/** "Launched the construction of": what is launched is the building, not the works. */
const begun = (scene: Scene, { lexeme: { means } }: Found, verb: number, to: number): boolean => {
  for (let at = verb + 1; means.stage === 'launched' && at < to; at++) if (scene.glosses[at]!.nouns.some((found) => found.form === 'deed' && found.lexeme.means.works && found.lexeme.means.action === 'build')) return true
  return false
}

/** "Was (yesterday) the finishing of": a light verb in the past before a deed, with nothing but a time and brackets between. */
const carriedOut = (scene: Scene, deed: number): boolean => {
  let at = deed - 1
  while (at >= 0 && (timeOver(scene, at) !== null || (scene.words[at]!.kind === 'mark' && brackets.has(scene.words[at]!.form)))) at -= 1
  return at >= 0 && scene.glosses[at]!.tense === 'past' && meaning(scene.glosses[at]!.verbs, 'light') !== null
}

/** "Opening of the Dakar bridge": a title that begins with a deed tells it as done, unless a time ahead stands in it, where the verb stands first. */
const heads = (scene: Scene, deed: number): boolean => {
  const { from, to } = sentenceOver(scene, deed)
  if (scene.page.pack.syntax.subject === 'before' || deed !== from || clauseOver(scene, deed).sentence > 0 || scene.words[to - 1]!.kind !== 'word') return false
  return !timesIn(scene, { from, to }).some((time) => time.edtf !== null && ahead(time, scene.page.issued))
}

const brackets = new Set(['(', ')'])

/** What a past verb, or a carried deed ("was launched"), says of the works in its clause. */
const told = (scene: Scene, { from, to }: Run): Stage | null => {
  for (let k = from; k < to; k++) {
    const gloss = scene.glosses[k]!
    if (role(gloss) === 'pending') return 'proposed'
    const share = quantityOver(scene, k - 1)
    if (share?.sort === 'share' && share.to === k && [...gloss.verbs, ...gloss.nouns].some(({ lexeme: { means } }) => means.stage === 'completed')) return (share.value ?? 0) < 100 ? 'under-construction' : 'completed'
    if (gloss.tense === 'present' && meaning(gloss.verbs, 'ahead')) return 'under-construction'
    const found = meaning(gloss.verbs, 'stage')
    if (found && gloss.tense === 'past' && roleBefore(scene, k) !== 'negation') return partly(scene, k) || begun(scene, found, k, to) ? 'under-construction' : (found.lexeme.means.stage as Stage)
    const deed = gloss.nouns.find(({ form, lexeme: { means } }) => (form === 'deed' || means.deed) && means.stage !== undefined)
    if (deed && (carriedOut(scene, k) || heads(scene, k))) return deed.lexeme.means.stage as Stage
    if (meaning(gloss.nouns, 'progress')) return 'under-construction'
  }
  return null
}

/** Whether a noun names building: "the building of", "the work on". */
const buildingAt = (scene: Scene, at: number): boolean =>
  scene.glosses[at]?.nouns.some(({ form, length, lexeme: { means } }) => (form === 'deed' || length > 1) && means.works === true && means.action === 'build') ?? false

/** "the building of the Suez dam", of a thing that has a name and that nobody promises: works are going on. */
const goesOn = (scene: Scene, at: number): boolean => {
  const thing = nounAt(scene, at, 'works')
  const deed = at - (role(scene.glosses[at - 1]) === 'this' ? 2 : 1)
  const named = thing !== null && ((thing.before & THE) !== 0 || mentionOver(scene, at + thing.length) !== null || mentionOver(scene, at) !== null)
  return named && (buildingAt(scene, deed) || (scene.glosses[deed - 1]?.length === 2 && buildingAt(scene, deed - 1)))
}

/** How far works have come: by the promise over them, by the verb told of them, else planned. */
export const stageOf = (scene: Scene, promised: Promised, at: number, end: number): Stage => {
  const promise = promiseOver(promised, at)
  if (promise) return promise.action === 'study' ? 'proposed' : (promisedStage[promise.force] ?? 'planned')
  if ([1, 2, 3, 4, 5].some((back) => role(scene.glosses[at - back]) === 'among')) return 'planned'
  const sentence = sentenceOver(scene, at)
  return told(scene, { from: Math.max(clauseOver(scene, at).from, at - 12), to: Math.min(sentence.to, end + 10) }) ?? (goesOn(scene, at) ? 'under-construction' : 'planned')
}

/** Works that somebody is said to make: at which stage that leaves them, and the company that does. */
export type Made = { readonly stage: Stage; readonly operator: string | null }

/** "The plant that a Korean company builds": the verb of building right behind "that", with a pronoun for the works, where the verb stands first. */
export const madeIn = (scene: Scene, end: number): Made | null => {
  const at = scene.words[end]?.form === ',' || scene.words[end]?.form === '،' ? end + 1 : end
  if (scene.page.pack.syntax.subject === 'before' || role(scene.glosses[at]) !== 'relative' || !scene.glosses[at + 1]) return null
  const { verbs, tense } = scene.glosses[at + 1]!
  const found = verbs.find(({ after, lexeme: { means } }) => after !== '' && (means.works ?? means.stage) !== undefined && (means.action === 'build' || means.action === 'complete' || means.action === 'implement'))
  if (!found) return null
  const stage = tense === 'past' ? found.lexeme.means.stage : tense === 'future' ? 'planned' : 'under-construction'
  return stage ? { stage, operator: mentionsIn(scene, clauseOver(scene, at)).find(({ type }) => type === 'company')?.key ?? null } : null
}

/** How far before works the noun of their progress may stand, in words, and how far behind either the share that is done. */
const [progressReach, shareReach] = [4, 26]

/** Where the noun of progress stands, and the share that is done. */
export type Progress = { readonly at: number; readonly share: QuantityMark }

/** "The rate of completion of the dam is 55 %", "the works of the dam, … whose rate of progress is 55 %": the share of works that is done, where the verb stands first. */
export const progressOf = (scene: Scene, at: number, end: number): Progress | null => {
  if (scene.page.pack.syntax.subject === 'before') return null
  const { to } = sentenceOver(scene, at)
  const limit = Math.min(to, end + shareReach)
  for (let k = Math.max(clauseOver(scene, at).from, at - progressReach); k < limit; k++) {
    if (k >= at && k < end) continue
    if (k >= end && nounAt(scene, k, 'project')) return null
    if (!nounAt(scene, k, 'progress')) continue
    const share = quantitiesIn(scene, { from: k, to: limit }).find(({ sort, value }) => sort === 'share' && value !== null)
    return share ? { at: k, share } : null
  }
  return null
}

import type { Stage } from '../model/index.ts'
import { textParties } from './actors.ts'
import type { ProjectDraft } from './drafts.ts'
import { amountsIn, dueIn } from './due.ts'
import { type Found, meaning } from './gloss.ts'
import { countOf, nounAt, phraseEnd } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, mentionOver, type Scene } from './scene.ts'

const placeIn = (scene: Scene, from: number, to: number): string | null => {
  for (let at = from; at < to; at++) {
    const mention = mentionOver(scene, at)
    if (mention && mention.from === at && (mention.type === 'place' || mention.type === 'state') && !mention.adjective) return mention.key
  }
  return null
}

/** The building deed that governs a thing: "construction of a hospital". */
const building = (scene: Scene, at: number): { readonly found: Found; readonly at: number } | null => {
  for (let k = at - 1; k >= Math.max(clauseOver(scene, at).from, at - 6); k--) {
    const gloss = scene.glosses[k]!
    const found = gloss.nouns.find(({ lexeme: { means } }) => means.works && means.action) ?? gloss.verbs.find(({ lexeme: { means } }) => means.works && means.action)
    if (found) return { found, at: k }
    if (scene.words[k]!.kind === 'mark') return null
  }
  return null
}

const promisedStage: Readonly<Record<string, Stage>> = { agreed: 'planned', pledged: 'planned', planned: 'planned', offered: 'proposed', urged: 'proposed', hoped: 'proposed', considered: 'proposed' }

const stageOf = (scene: Scene, promised: Promised, at: number): Stage => {
  const promise = promiseOver(promised, at)
  if (promise) return promisedStage[promise.force] ?? 'planned'
  const { from, to } = clauseOver(scene, at)
  for (let k = Math.max(from, at - 12); k < Math.min(to, at + 4); k++) {
    const gloss = scene.glosses[k]!
    const found = meaning(gloss.verbs, 'stage')
    if (found && gloss.tense === 'past') return found.lexeme.means.stage as Stage
    const deed = gloss.nouns.find(({ form, lexeme }) => form === 'deed' && lexeme.means.stage !== undefined)
    if (deed && k > from && scene.glosses[k - 1]!.verbs.some(({ lexeme }) => lexeme.means.light) && scene.glosses[k - 1]!.tense === 'past') return deed.lexeme.means.stage as Stage
  }
  return 'planned'
}

/** Reads works and undertakings: named or counted projects, and things under a verb of building. */
export const readProjects = (scene: Scene, promised: Promised): readonly ProjectDraft[] => {
  const out: ProjectDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    const project = nounAt(scene, at, 'project')
    const thing = project ?? nounAt(scene, at, 'works')
    if (!thing || thing.form === 'deed' || thing.lexeme.means.action || mentionOver(scene, at)) continue
    const builder = building(scene, at)
    if (!project && !builder) continue
    const end = phraseEnd(scene, at, thing.length)
    if (project && end - at - thing.length < 1 && countOf(scene, at, thing) === null) continue
    const from = builder?.at ?? (countOf(scene, at, thing) === null ? at : at - 1)
    const amounts = amountsIn(scene, { from: at, to: end })
    out.push({
      kind: 'project', at, passages: [{ from, to: end, rule: thing.lexeme.id }], stage: stageOf(scene, promised, at), count: countOf(scene, at, thing),
      place: placeIn(scene, at, end), operator: null, measures: amounts.filter(({ sort }) => sort === 'measure'), value: amounts.find(({ sort }) => sort === 'money') ?? null,
      start: null, end: dueIn(scene, { from, to: end }), parties: textParties(scene),
    })
    at = end - 1
  }
  return out
}

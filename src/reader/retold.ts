import { partBefore } from './building.ts'
import type { ProjectDraft } from './drafts.ts'
import { costIn } from './due.ts'
import { type Found, role } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { definite } from './phrases.ts'
import { joinTo, type Repeats } from './repeats.ts'
import { clauseOver, mentionOver, quantitiesIn, quantityOver, roleIn, type Scene, sentenceOver } from './scene.ts'
import type { Standing } from './standing.ts'

/** Works that a text tells of again: in the same words, as a set, by what they measure, or as they stand now. */

/** The first letters of a word without its article: enough to know an adjective again in another gender. */
const kin = (scene: Scene, at: number): string => {
  const form = scene.words[at]!.stems.at(-1)?.form ?? scene.words[at]!.form
  const { the } = scene.page.pack.clitic
  return (the !== null && form.startsWith(the) && form.length > the.length + 3 ? form.slice(the.length) : form).slice(0, 4)
}

/** What a project is called apart from its head: the kinds of works it names, and other words by their first letters. */
const marks = (scene: Scene, draft: ProjectDraft): { readonly works: ReadonlySet<string>; readonly others: ReadonlySet<string> } => {
  const works = new Set<string>()
  const others = new Set<string>()
  for (let at = draft.at; at < draft.passages[0].to; at++) {
    const sectors = scene.glosses[at]!.nouns.flatMap(({ lexeme: { means } }) => (means.sector ? [means.sector] : []))
    if (sectors.length) sectors.forEach((sector) => works.add(sector))
    else if (scene.words[at]!.kind === 'word' && role(scene.glosses[at]) === undefined && !mentionOver(scene, at) && !quantityOver(scene, at)) others.add(kin(scene, at))
  }
  return { works, others }
}

/** From so many on a set of works is known again by their number. */
const smallestSet = 5

/** Two tellings of one undertaking: the same kind of works, described by the same word, and nothing counted. */
const alike = (scene: Scene, one: ProjectDraft, other: ProjectDraft): boolean => {
  if (one.count !== null && one.count === other.count && one.count >= smallestSet) return true
  if (one.count !== null || other.count !== null || (one.place !== null && other.place !== null && one.place !== other.place)) return false
  const [a, b] = [marks(scene, one), marks(scene, other)]
  return [...a.works].some((sector) => b.works.has(sector)) && [...a.others].some((word) => word.length > 3 && b.others.has(word))
}

/** How many projects back another telling of one is looked for. */
const memory = 6

/** Two tellings of one undertaking are one project with the passages of both. */
export const joined = (scene: Scene, drafts: readonly ProjectDraft[]): readonly ProjectDraft[] => {
  const out: ProjectDraft[] = []
  const repetition: Repeats<ProjectDraft> = {
    newest: memory, same: (other, draft) => alike(scene, other, draft),
    merge: (other, draft) => ({
      ...other, passages: [...other.passages, ...draft.passages], place: other.place ?? draft.place, operator: other.operator ?? draft.operator,
      measures: [...other.measures, ...draft.measures], value: other.value ?? draft.value, start: other.start ?? draft.start, end: other.end ?? draft.end,
    }),
  }
  for (const draft of drafts) joinTo(out, draft, repetition)
  return out
}

/** "Of the 52 projects, the plants were launched"; "51 projects, among them 12 …": the set, named before in the sentence, that a project belongs to. */
export const setOf = (scene: Scene, drafts: readonly ProjectDraft[], k: number): number | null => {
  const [{ from }] = drafts[k]!.passages
  const sentence = sentenceOver(scene, from)
  for (let at = k - 1; at >= 0; at--) {
    const set = drafts[at]!.passages.findLast((passage) => passage.from < from)
    if (!set || set.from < sentence.from) return null
    if ((drafts[at]!.count ?? 1) < 2) continue
    return roleIn(scene, set.from - 5, set.from, 'among') || roleIn(scene, set.to, from, 'among-them') ? at : null
  }
  return null
}

/** How many words back a project told of in the definite is looked for. */
const backReach = 60

/** "The line is 22 km long", "will build the plant at a cost of": what is told of before under the same noun gets its measures and cost here. Whether it was. */
export const toldAgain = (scene: Scene, out: ProjectDraft[], at: number, thing: Found): boolean => {
  const clause = clauseOver(scene, at)
  const measures = quantitiesIn(scene, { from: at, to: clause.to }).filter(({ sort, value }) => (sort === 'measure' || sort === 'count') && value !== null)
  const k = out.findLastIndex((draft) => at - draft.at < backReach && scene.glosses.slice(draft.at, draft.passages[0].to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id)))
  if (k < 0 || (thing.before & THE) === 0) return false
  const cost = out[k]!.value === null ? costIn(scene, { from: at, to: clause.to }, at) : null
  const last = cost ?? measures.at(-1)
  if (last === undefined || (cost === null && !measures.some(({ sort }) => sort === 'measure'))) return true
  out[k] = { ...out[k]!, passages: [...out[k]!.passages, { from: clause.from, to: last.to, rule: thing.lexeme.id }], measures: [...out[k]!.measures, ...measures], value: out[k]!.value ?? cost }
  return true
}

/** "The project was frozen": what is told of before under the same noun, or the last of all where it is only called a project, stands so now; what is said of a part of it moves it no further. */
export const standsNow = (scene: Scene, out: ProjectDraft[], at: number, thing: Found, { stage, at: said }: Standing): void => {
  const k = out.findLastIndex((draft) => at - draft.at < backReach && (thing.lexeme.means.project === true || scene.glosses.slice(draft.at, draft.passages[0].to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id))))
  const ofPart = role(scene.glosses[at - 1]) !== undefined && partBefore(scene, at - 1) !== null
  if (k >= 0 && definite(scene, at, thing)) out[k] = { ...out[k]!, stage: ofPart ? out[k]!.stage : stage, passages: [...out[k]!.passages, { from: at, to: said + 1, rule: thing.lexeme.id }] }
}

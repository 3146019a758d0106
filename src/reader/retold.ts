import type { Stage } from '../model/index.ts'
import { textParties } from './actors.ts'
import { partBefore } from './building.ts'
import type { Passage, ProjectDraft } from './drafts.ts'
import { costIn } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { capital, definite, hasArticle, nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { joinTo, type Repeats } from './repeats.ts'
import { clauseOver, mentionOver, paragraphOver, quantitiesIn, quantityOver, roleBefore, roleIn, type Scene, sentenceOver, timesIn } from './scene.ts'
import { saidAt, type Standing } from './standing.ts'

/** Works that a text tells of again: in the same words, as a set, by what they measure, or as they stand now. */

/** Whether the article stands before letters enough to be a word. */
const longWith = (the: string, form: string): boolean => form.startsWith(the) && form.length > the.length + 3

/** The first letters of a word without its article: enough to know an adjective again in another gender. */
const kin = (scene: Scene, at: number): string => {
  const form = scene.words[at]!.stems.at(-1)?.form ?? scene.words[at]!.form
  const { the } = scene.page.pack.clitic
  return (the !== null && longWith(the, form) ? form.slice(the.length) : form).slice(0, 4)
}

/** What a project is called apart from its head: the kinds of works it names, and other words by their first letters. */
const marks = (scene: Scene, draft: ProjectDraft): { readonly works: ReadonlySet<string>; readonly others: ReadonlySet<string> } => {
  const works = new Set<string>()
  const others = new Set<string>()
  for (let at = draft.at; at < draft.name.to; at++) {
    const sectors = scene.glosses[at]!.nouns.flatMap(({ lexeme: { means } }) => (means.sector ? [means.sector] : []))
    if (sectors.length) sectors.forEach((sector) => works.add(sector))
    else if (scene.words[at]!.kind === 'word' && role(scene.glosses[at]) === undefined && !mentionOver(scene, at) && !quantityOver(scene, at)) others.add(kin(scene, at))
  }
  return { works, others }
}

/** From so many on a set of works is known again by their number. */
const smallestSet = 5

/** The words in capitals right before the head: "the (Sofia-Skopje) railway". */
const nameOf = (scene: Scene, { at }: ProjectDraft): readonly string[] => {
  const out: string[] = []
  for (let k = phraseStart(scene, at); k < at; k++) if (scene.words[k]!.kind === 'word' && capital(scene, k)) out.push(scene.words[k]!.form)
  return out
}

/** Works called by names of which neither holds the other are two. */
const otherName = (scene: Scene, one: ProjectDraft, other: ProjectDraft): boolean => {
  const [a, b] = [nameOf(scene, one), nameOf(scene, other)]
  const [less, more] = a.length < b.length ? [a, b] : [b, a]
  return less.length > 0 && !less.every((word) => more.includes(word))
}

/** Two tellings of one undertaking: the same kind of works, described by the same word, and nothing counted. */
const alike = (scene: Scene, one: ProjectDraft, other: ProjectDraft): boolean => {
  if (one.count !== null && one.count === other.count && one.count >= smallestSet) return true
  if (one.count !== null || other.count !== null || (one.place !== null && other.place !== null && one.place !== other.place)) return false
  const [a, b] = [marks(scene, one), marks(scene, other)]
  return [...a.works].some((sector) => b.works.has(sector)) && [...a.others].some((word) => word.length > 3 && b.others.has(word)) && !otherName(scene, one, other)
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

/** "Of the 52 projects, the plants were launched"; "51 projects, among them 12 …": the set, named before in the sentence, that a project belongs to; the rest belongs to the set told last. */
export const setOf = (scene: Scene, drafts: readonly ProjectDraft[], k: number): number | null => {
  const [{ from }] = drafts[k]!.passages
  const sentence = sentenceOver(scene, from)
  if (meaning(scene.glosses[drafts[k]!.at]!.nouns, 'rest')) {
    const last = drafts.findLastIndex(({ count }, at) => at < k && (count ?? 1) > 1)
    return last < 0 ? null : (setOf(scene, drafts, last) ?? last)
  }
  for (let at = k - 1; at >= 0; at--) {
    const set = drafts[at]!.passages.findLast((passage) => passage.from < from)
    if (!set || set.from < sentence.from) return null
    if ((drafts[at]!.count ?? 1) < 2) continue
    return roleIn(scene, set.from - 5, set.from, 'among') || roleIn(scene, set.to, from, 'among-them') ? at : null
  }
  return null
}

/** How far behind what is left of a set the word may stand that says how it stands, in words. */
const restReach = 14

/** "The rest, worth 8 billion, is being prepared": what is left of a set told of before, and how it stands. Of a set that is listed, what is being prepared is planned. */
export const restAt = (scene: Scene, out: readonly ProjectDraft[], at: number): ProjectDraft | null => {
  const found = meaning(scene.glosses[at]!.nouns, 'rest')
  const set = found && out.findLast((draft) => draft.count !== null && draft.count > 1 && at - draft.at < backReach)
  if (!found || !set) return null
  const { to } = sentenceOver(scene, at)
  for (let k = at + found.length; k < Math.min(to, at + restReach); k++) {
    const stage = role(scene.glosses[k]) === 'pending' ? 'planned' : saidAt(scene, k)
    if (stage === null) continue
    const end = k + scene.glosses[k]!.length
    return {
      kind: 'project', at, name: { from: at, to: at + found.length }, passages: [{ from: at, to: end, rule: found.lexeme.id }], stage, count: null, place: null, operator: null,
      measures: [], value: costIn(scene, { from: at, to: end }, at), start: null, end: null, partOf: null, parties: set.parties, steps: [{ rule: found.lexeme.id, gave: 'project' }],
    }
  }
  return null
}

/** How many words back a project told of in the definite is looked for. */
const backReach = 60

/** "The line is 22 km long", "will build the plant at a cost of": what is told of before under the same noun gets its measures and cost here. Whether it was. */
export const toldAgain = (scene: Scene, out: ProjectDraft[], at: number, thing: Found): boolean => {
  const clause = clauseOver(scene, at)
  const measures = quantitiesIn(scene, { from: at, to: clause.to }).filter(({ sort, value }) => (sort === 'measure' || sort === 'count') && value !== null)
  const k = out.findLastIndex((draft) => at - draft.at < backReach && scene.glosses.slice(draft.at, draft.name.to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id)))
  if (k < 0 || (thing.before & THE) === 0) return false
  const cost = out[k]!.value === null ? costIn(scene, { from: at, to: clause.to }, at) : null
  const last = cost ?? measures.at(-1)
  if (last === undefined || (cost === null && !measures.some(({ sort }) => sort === 'measure'))) return true
  out[k] = { ...out[k]!, passages: [...out[k]!.passages, { from: clause.from, to: last.to, rule: thing.lexeme.id }], measures: [...out[k]!.measures, ...measures], value: out[k]!.value ?? cost }
  return true
}

/** Whether a word has the article; of one that the pack does not know its letters tell. */
const articled = (scene: Scene, at: number): boolean => {
  const { the } = scene.page.pack.clitic
  const { form } = scene.words[at]!
  return hasArticle(scene, at) || (the !== null && longWith(the, form))
}

/** Where works with the article end, with their attributes and the place that a small word leads to: "the hanging train | in the heart of the city". */
const namedTo = (scene: Scene, from: number, length: number): number => {
  const end = phraseEnd(scene, from, length)
  let to = from + length
  while (to < end && articled(scene, to)) to += 1
  if (to === end || !['in', 'prep', 'between'].includes(role(scene.glosses[to]) ?? '')) return to
  let place = to + 1
  while (place < end && !articled(scene, place) && mentionOver(scene, place) === null) place += 1
  return place < end ? place + 1 : to
}

/** Works with the article and a word that tells which, named before "the project" in its paragraph and read as no project yet: "the pillars of the hanging bridge …. The project …". */
const namedBefore = (scene: Scene, at: number): Passage | null => {
  for (let k = at - 1; k >= Math.max(paragraphOver(scene, at).from, at - backReach); k--) {
    const found = nounAt(scene, k, 'works')
    if (!found || (found.before & THE) === 0 || meaning(scene.glosses[k]!.nouns, 'actor')) continue
    const to = namedTo(scene, k, found.length)
    if (to > k + found.length) return { from: k, to, rule: found.lexeme.id }
  }
  return null
}

/** A project of which nothing is known but its name and how it stands. */
const pointedAt = (scene: Scene, named: Passage, said: Passage, stage: Stage): ProjectDraft => ({
  kind: 'project', at: named.from, name: named, passages: [named, said], stage, count: null, place: null, operator: null, measures: [], value: null, start: null, end: null, partOf: null,
  parties: textParties(scene), steps: [{ rule: said.rule, gave: `stage ${stage}` }],
})

/** How many words may stand between a verb and the works or the part that it is done to. */
const ownReach = 3

/** What "its works have begun" and "its construction was finished" leave the whole at; what is done to a part of it moves it no further. */
const wholeStage: Partial<Record<Stage, Stage>> = { launched: 'under-construction', 'under-construction': 'under-construction', completed: 'completed', suspended: 'suspended' }

/** "The works of its first phase began in 2017", "its construction began": a part or the building of what was told of before, with a pronoun for it, and how far that has come. */
export const ownToldOf = (scene: Scene, out: ProjectDraft[], at: number): void => {
  const last = out.at(-1)
  if (!last || at - last.at > backReach || scene.glosses[at]!.nouns.length === 0) return
  const own = scene.glosses[at]!.nouns.find(({ after, form, lexeme: { means } }) => after !== '' && (means.part === true || (form === 'deed' && means.works === true && means.action === 'build')))
  if (!own) return
  const { to } = clauseOver(scene, at)
  for (let k = at - 1; k >= Math.max(sentenceOver(scene, at).from, at - ownReach) && scene.words[k]!.kind === 'word'; k--) {
    const verb = scene.glosses[k]!.tense === 'past' ? meaning(scene.glosses[k]!.verbs, 'stage') : null
    if (!verb || roleBefore(scene, k) === 'negation') continue
    const time = timesIn(scene, { from: k, to }).find(({ edtf }) => edtf !== null) ?? null
    const whole = wholeStage[verb.lexeme.means.stage!]
    const stage = own.lexeme.means.part ? last.stage : (whole ?? last.stage)
    out[out.length - 1] = { ...last, stage, start: whole === 'under-construction' ? (last.start ?? time) : last.start, passages: [...last.passages, { from: k, to: Math.max(phraseEnd(scene, at, own.length), time?.to ?? 0), rule: own.lexeme.id }] }
    return
  }
}

/** "The project was frozen": what is told of before under the same noun, or the last of all where it is only called a project, stands so now; what is said of a part of it moves it no further. */
export const standsNow = (scene: Scene, out: ProjectDraft[], at: number, thing: Found, { stage, at: said }: Standing): void => {
  const k = out.findLastIndex((draft) => at - draft.at < backReach && (thing.lexeme.means.project === true || scene.glosses.slice(draft.at, draft.name.to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id))))
  const ofPart = role(scene.glosses[at - 1]) !== undefined && partBefore(scene, at - 1) !== null
  if (k < 0) {
    const named = thing.lexeme.means.project === true && definite(scene, at, thing) ? namedBefore(scene, at) : null
    if (named) out.push(pointedAt(scene, named, { from: at, to: said + 1, rule: thing.lexeme.id }, stage))
  } else if (definite(scene, at, thing)) out[k] = { ...out[k]!, stage: ofPart ? out[k]!.stage : stage, passages: [...out[k]!.passages, { from: at, to: said + 1, rule: thing.lexeme.id }] }
}

import type { Stage, Step } from '../model/index.ts'
import { textParties } from './actors.ts'
import type { ProjectDraft } from './drafts.ts'
import { costBefore, dueIn } from './due.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import type { QuantityMark, TimeMark } from './page.ts'
import { countOf, definite, insideName, modifies, nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { joinTo, type Repeats } from './repeats.ts'
import { clauseOver, mentionOver, mentionsIn, quantitiesIn, quantityOver, roleBefore, roleIn, type Scene, sentenceOver, timeOver, timesIn } from './scene.ts'
import { attributed, partly, type Standing, standingOf } from './standing.ts'

type Run = { readonly from: number; readonly to: number }

type Deed = { readonly found: Found; readonly at: number }

const placeIn = (scene: Scene, run: Run): string | null =>
  mentionsIn(scene, run).find(({ type, adjective }) => type === 'place' && !adjective)?.key ?? mentionsIn(scene, run).find(({ type, adjective }) => type === 'state' && !adjective)?.key ?? null

/** How far a deed of building may stand from the thing it builds, in words. */
const reach = 6

/** "The expansion of": a nominal deed of building right before the word that joins its object, where such words stand apart. */
const deedBefore = (scene: Scene, at: number): Deed | null => {
  if (scene.page.pack.syntax.bends === 'first') return null
  const found = scene.glosses[at - 1]?.nouns.find(({ form, lexeme: { means } }) => form === 'deed' && means.works && means.action)
  return found ? { found, at: at - 1 } : null
}

/** How far before "of" the part may stand that is built of a thing, in words: "the Egyptian section of the road". */
const partReach = 3

const partBefore = (scene: Scene, at: number): number | null => {
  for (let k = at - 1; k >= Math.max(clauseOver(scene, at).from, at - partReach); k--) {
    if (meaning(scene.glosses[k]!.nouns, 'part')) return k
    if (scene.words[k]!.kind === 'mark' || role(scene.glosses[k]) !== undefined || scene.glosses[k]!.verbs.length > 0) return null
  }
  return null
}

/** The hyphen of a compound that qualifies the noun behind it: "a 100-bed hospital", "the Nairobi-Mombasa line". */
const tied = (scene: Scene, at: number): boolean => scene.words[at]!.form === '-' && scene.page.pack.syntax.bends === 'last'

/** The building deed that governs a thing: "construction of a hospital". What a verb with a pronoun has behind it is who builds: "that a company builds (it)". */
const building = (scene: Scene, at: number): Deed | null => {
  let passed = 0
  for (let k = at - 1; k >= clauseOver(scene, at).from && passed < reach; k--) {
    if (!tied(scene, k) && !(scene.page.pack.syntax.bends === 'last' && (mentionOver(scene, k) ?? quantityOver(scene, k)))) passed += 1
    const gloss = scene.glosses[k]!
    const found = [...gloss.nouns, ...gloss.verbs].find(({ after, lexeme: { means } }) => means.works && means.action && (after === '' || gloss.verbs.length === 0))
    if (found) return { found, at: k }
    const of = role(gloss) === 'prep' ? deedBefore(scene, k) : null
    if (of) return of
    const part = role(gloss) === 'prep' || role(gloss) === 'source' ? partBefore(scene, k) : null
    if (part !== null) {
      k = part
      continue
    }
    if ((scene.words[k]!.kind === 'mark' && !tied(scene, k) && !quantityOver(scene, k)) || (role(gloss) !== undefined && role(gloss) !== 'in' && role(gloss) !== 'this' && role(gloss) !== 'possessive')) return null
  }
  return null
}

const promisedStage: Readonly<Record<string, Stage>> = { agreed: 'planned', pledged: 'planned', planned: 'planned', offered: 'proposed', urged: 'proposed', hoped: 'proposed', considered: 'proposed' }

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
    const deed = gloss.nouns.find(({ form, lexeme }) => form === 'deed' && lexeme.means.stage !== undefined)
    if (deed && carriedOut(scene, k)) return deed.lexeme.means.stage as Stage
    if (meaning(gloss.nouns, 'progress')) return 'under-construction'
  }
  return null
}

/** "the building of the Suez dam", of a thing that has a name and that nobody promises: works are going on. */
const goesOn = (scene: Scene, at: number): boolean => {
  const thing = nounAt(scene, at, 'works')
  const deed = at - (role(scene.glosses[at - 1]) === 'this' ? 2 : 1)
  const named = thing !== null && ((thing.before & THE) !== 0 || mentionOver(scene, at + thing.length) !== null || mentionOver(scene, at) !== null)
  return named && (scene.glosses[deed]?.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && means.works === true && means.action === 'build') ?? false)
}

const stageOf = (scene: Scene, promised: Promised, at: number, end: number): Stage => {
  const promise = promiseOver(promised, at)
  if (promise) return promise.action === 'study' ? 'proposed' : (promisedStage[promise.force] ?? 'planned')
  if ([1, 2, 3, 4, 5].some((back) => role(scene.glosses[at - back]) === 'among')) return 'planned'
  const sentence = sentenceOver(scene, at)
  return told(scene, { from: Math.max(clauseOver(scene, at).from, at - 12), to: Math.min(sentence.to, end + 10) }) ?? (goesOn(scene, at) ? 'under-construction' : 'planned')
}

/** Works that somebody is said to make: at which stage that leaves them, and the company that does. */
type Made = { readonly stage: Stage; readonly operator: string | null }

/** "The plant that a Korean company builds": the verb of building right behind "that", with a pronoun for the works, where the verb stands first. */
const madeIn = (scene: Scene, end: number): Made | null => {
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
type Progress = { readonly at: number; readonly share: QuantityMark }

/** "The rate of completion of the dam is 55 %", "the works of the dam, … whose rate of progress is 55 %": the share of works that is done, where the verb stands first. */
const progressOf = (scene: Scene, at: number, end: number): Progress | null => {
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

/** A thing told of in the definite without a number points back: "the project", "the projects of the plan". */
const pointsBack = (scene: Scene, at: number, thing: Found, count: number | null): boolean => {
  if (count !== null || thing.after !== '') return count === null && thing.after !== ''
  if (phraseStart(scene, at) < at) return false
  let before = at - 1
  while (before > 0 && scene.words[before]!.apart !== 0) before -= 1
  return (thing.before & THE) !== 0 && !(role(scene.glosses[before]) === 'prep' && scene.glosses[before - 1] !== undefined && meaning(scene.glosses[before - 1]!.nouns, 'some') !== null)
}

const measured = (scene: Scene, run: Run): boolean => quantitiesIn(scene, run).some(({ sort }) => sort === 'measure')

/** "Investment projects": a plural without number, sum or article names a field, where nouns have articles. */
const field = (scene: Scene, thing: Found, count: number | null, run: Run): boolean =>
  scene.page.pack.syntax.bends === 'last' && thing.number > 1 && count === null && (thing.before & THE) === 0 && !quantitiesIn(scene, run).some(({ sort }) => sort === 'money' || sort === 'measure')

/** How far after its phrase a project's measures and cost may stand, in words. */
const tail = 16

/** Works of another kind than those at `at`: what follows is theirs. */
const otherWorks = (scene: Scene, at: number, k: number): boolean => {
  const found = nounAt(scene, k, 'works')
  return found !== null && meaning(scene.glosses[k]!.nouns, 'actor') === null && !scene.glosses[at]!.nouns.some(({ lexeme }) => lexeme.id === found.lexeme.id)
}

/** Where a project's measures and cost may stand: to the next project of its sentence. */
const domain = (scene: Scene, at: number, end: number): Run => {
  const { to } = sentenceOver(scene, at)
  let k = end
  while (k < Math.min(to, end + tail) && !nounAt(scene, k, 'project') && !nounAt(scene, k, 'instrument') && !nounAt(scene, k, 'gift') && !otherWorks(scene, at, k)) k++
  return { from: at, to: k }
}

const valueOf = (scene: Scene, run: Run, end: number): QuantityMark | null =>
  quantitiesIn(scene, run).find((mark) => mark.sort === 'money' && mark.value !== null && !mark.repeats && (mark.to <= end || costBefore(scene, mark))) ?? null

/** Works that stand still neither begin nor end. */
const still = new Set<Stage>(['suspended', 'cancelled'])

type Dates = { readonly start: TimeMark | null; readonly end: TimeMark | null }

const undated: Dates = { start: null, end: null }

const datesOf = (scene: Scene, promised: Promised, at: number, run: Run): Dates => {
  const promise = promiseOver(promised, at)
  if (promise) {
    const { deadline, action } = promise
    if (action === 'launch' || action === 'open') return { start: deadline, end: null }
    return { start: null, end: action === 'complete' ? deadline : null }
  }
  const { from } = clauseOver(scene, at)
  for (let k = Math.max(from, at - 8); k < run.to; k++) {
    const found = meaning(scene.glosses[k]!.verbs, 'stage') ?? scene.glosses[k]!.nouns.find(({ form, lexeme: { means } }) => form === 'deed' && means.stage !== undefined)
    if (!found || still.has(found.lexeme.means.stage!)) continue
    if (clauseOver(scene, k) !== clauseOver(scene, at)) continue
    const near = { from: k, to: Math.min(run.to, clauseOver(scene, k).to) }
    const time = scene.glosses[k]!.tense === 'past' ? (timesIn(scene, near).find(({ edtf }) => edtf !== null) ?? null) : dueIn(scene, near)
    if (!time) continue
    return found.lexeme.means.stage === 'completed' ? { start: null, end: time } : { start: time, end: null }
  }
  const limit = timesIn(scene, run).find((time) => time.limit && time.edtf !== null && scene.clauseAt[time.from] === scene.clauseAt[at])
  return { start: null, end: limit ?? null }
}

const operatorOf = (scene: Scene, at: number): string | null => {
  const { from } = clauseOver(scene, at)
  return mentionsIn(scene, { from, to: at }).findLast(({ type }) => type === 'company')?.key ?? null
}

const stepsOf = (scene: Scene, promised: Promised, at: number, thing: Found, run: Run): readonly Step[] => {
  const promise = promiseOver(promised, at)
  return [
    { rule: thing.lexeme.id, gave: 'project' },
    ...(promise ? [{ rule: promise.passages[0].rule, gave: `stage ${promisedStage[promise.force]}, being ${promise.force}` }] : []),
    ...quantitiesIn(scene, run).map(({ rule, value, unit }) => ({ rule, gave: `${value} ${unit}` })),
  ]
}

const draftOf = (scene: Scene, promised: Promised, at: number, thing: Found, from: number, end: number, standing: Standing | null, done: Progress | null, made: Made | null): ProjectDraft => {
  const run = domain(scene, at, end)
  const start = phraseStart(scene, at)
  const dates = standing && still.has(standing.stage) ? undated : datesOf(scene, promised, at, run)
  return {
    kind: 'project', at, passages: [{ from: Math.min(from, done?.at ?? from), to: Math.max(end, done?.share.to ?? end), rule: thing.lexeme.id }], stage: standing?.stage ?? (done && done.share.value! < 100 ? 'under-construction' : made?.stage ?? stageOf(scene, promised, at, end)), count: countOf(scene, at, thing),
    place: placeIn(scene, { from: at, to: end }), operator: made?.operator ?? operatorOf(scene, at),
    measures: quantitiesIn(scene, { ...run, from: start }).filter(({ sort, value }) => (sort === 'measure' || sort === 'count') && value !== null)
      .filter(({ from: first, sort }) => first > at || (start < at && sort === 'measure')).concat(done ? [done.share] : []),
    value: valueOf(scene, { ...run, from: start }, end), start: dates.start, end: dates.end, partOf: null, parties: textParties(scene),
    steps: stepsOf(scene, promised, at, thing, run),
  }
}

/** "did not pledge to build the port": nothing of it is planned. */
const denied = (scene: Scene, at: number): boolean => {
  const { from } = clauseOver(scene, at)
  for (let k = from; k < at; k++) if (role(scene.glosses[k]) === 'negation' && scene.glosses[k + 1]!.verbs.length > 0) return true
  return false
}

const startOf = (scene: Scene, at: number, builder: Deed | null, count: number | null): number => {
  if (builder) return Math.min(builder.at, phraseStart(scene, at))
  const mark = quantityOver(scene, at - 1)
  return count !== null && mark ? mark.from : count !== null && scene.words[at - 1]?.kind === 'number' ? at - 1 : phraseStart(scene, at)
}

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

const joined = (scene: Scene, drafts: readonly ProjectDraft[]): readonly ProjectDraft[] => {
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

/** "For the financing of a hospital": the deed of financing right before works. */
const paidFor = (scene: Scene, at: number): boolean => scene.glosses[at - 1]?.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && means.action === 'finance') ?? false

/** "A loan for a power plant": indefinite works that a promise of money or building has to do with, where indefinite is what has no article. */
const financed = (scene: Scene, promised: Promised, at: number, thing: Found, count: number | null): boolean => {
  const promise = promiseOver(promised, at)
  if (scene.page.pack.syntax.bends === 'first' && !paidFor(scene, at)) return false
  return promise !== null && promise.at < at && ['finance', 'build', 'launch', 'complete', 'open'].includes(promise.action) && (thing.before & THE) === 0 && thing.after === '' && (thing.number === 1 || count !== null)
}

/** "Of the 52 projects, the plants were launched"; "51 projects, among them 12 …": the set, named before in the sentence, that a project belongs to. */
const setOf = (scene: Scene, drafts: readonly ProjectDraft[], k: number): number | null => {
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
const toldAgain = (scene: Scene, out: ProjectDraft[], at: number, thing: Found): boolean => {
  const clause = clauseOver(scene, at)
  const measures = quantitiesIn(scene, { from: at, to: clause.to }).filter(({ sort, value }) => (sort === 'measure' || sort === 'count') && value !== null)
  const k = out.findLastIndex((draft) => at - draft.at < backReach && scene.glosses.slice(draft.at, draft.passages[0].to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id)))
  if (k < 0 || (thing.before & THE) === 0) return false
  const cost = out[k]!.value === null ? valueOf(scene, { from: at, to: clause.to }, at) : null
  const last = cost ?? measures.at(-1)
  if (last === undefined || (cost === null && !measures.some(({ sort }) => sort === 'measure'))) return true
  out[k] = { ...out[k]!, passages: [...out[k]!.passages, { from: clause.from, to: last.to, rule: thing.lexeme.id }], measures: [...out[k]!.measures, ...measures], value: out[k]!.value ?? cost }
  return true
}

/** "A line for the train": a noun that says little by itself, with works right behind it. */
const worksBehind = (scene: Scene, at: number, thing: Found): boolean => nounAt(scene, at + thing.length, 'works') !== null

/** "(The length of) the dam is 22 km", without a verb between: the measure is said of the works and is no part of their name. */
const measuredItself = (scene: Scene, at: number, thing: Found): boolean =>
  scene.page.pack.syntax.bends === 'first' && (thing.before & THE) !== 0 && quantityOver(scene, at + thing.length)?.sort === 'measure'

/** A name does not hold the small word that makes a verb behind it perfect: "the bridge had been opened". */
const beforePerfect = (scene: Scene, end: number): number => (role(scene.glosses[end - 1]) === 'already' ? end - 1 : end)

/** "The project was frozen": what is told of before under the same noun, or the last of all where it is only called a project, stands so now; what is said of a part of it moves it no further. */
const standsNow = (scene: Scene, out: ProjectDraft[], at: number, thing: Found, { stage, at: said }: Standing): void => {
  const k = out.findLastIndex((draft) => at - draft.at < backReach && (thing.lexeme.means.project === true || scene.glosses.slice(draft.at, draft.passages[0].to).some(({ nouns }) => nouns.some(({ lexeme }) => lexeme.id === thing.lexeme.id))))
  const ofPart = role(scene.glosses[at - 1]) !== undefined && partBefore(scene, at - 1) !== null
  if (k >= 0 && definite(scene, at, thing)) out[k] = { ...out[k]!, stage: ofPart ? out[k]!.stage : stage, passages: [...out[k]!.passages, { from: at, to: said + 1, rule: thing.lexeme.id }] }
}

/** Reads works and undertakings: named or counted projects, things under a verb of building, and works told with their measures. */
export const readProjects = (scene: Scene, promised: Promised): readonly ProjectDraft[] => {
  const out: ProjectDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    if ((scene.glosses[at]!.traits & (trait.project | trait.works)) === 0) continue
    const project = nounAt(scene, at, 'project')
    const thing = project ?? scene.glosses[at]!.nouns.find(({ form, lexeme: { means } }) => means.works && !means.action && form !== 'deed') ?? null
    const mention = mentionOver(scene, at)
    if (!thing || (mention && !mention.adjective && !(mention.from === at && !insideName(scene, at)))) continue
    if (denied(scene, at) || modifies(scene, at, thing.length)) continue
    const builder = project ? null : building(scene, at)
    const count = countOf(scene, at, thing)
    const standing = standingOf(scene, at, thing) ?? attributed(scene, startOf(scene, at, null, count), at)
    const end = beforePerfect(scene, Math.min(phraseEnd(scene, at, thing.length), standing && count === null && standing.at > at ? standing.at : scene.words.length))
    const extra = measuredItself(scene, at, thing) ? 0 : end - at - thing.length + at - phraseStart(scene, at)
    const made = extra > 0 ? madeIn(scene, end) : null
    const acts = meaning(scene.glosses[at]!.nouns, 'actor') !== null
    const done = extra > 0 && !acts && scene.glosses[at + thing.length]!.verbs.length === 0 ? progressOf(scene, at, end) : null
    if (standing && extra < 1 && count === null) standsNow(scene, out, at, thing, standing)
    const bare = extra < 1 || quantityOver(scene, at + thing.length) !== null
    if (bare && count === null && toldAgain(scene, out, at, thing) && (extra > 0 || scene.page.pack.syntax.bends === 'last')) continue
    if (project ? pointsBack(scene, at, thing, count) || (extra < 1 && count === null) || field(scene, thing, count, { from: phraseStart(scene, at), to: end }) : !builder && !done && !made && !(standing && extra > 0) && !financed(scene, promised, at, thing, count) && !(measured(scene, { from: phraseStart(scene, at), to: Math.min(end + 4, sentenceOver(scene, at).to) }) && extra > 0 && !acts)) continue
    if (thing.lexeme.means.weak && !project && !worksBehind(scene, at, thing) && !measured(scene, { from: at, to: end })) continue
    const deed = builder ?? (project ? building(scene, at) : null)
    out.push(draftOf(scene, promised, at, thing, startOf(scene, at, deed, count), end, standing, done, made))
    at = Math.max(at, end - 1)
  }
  const drafts = joined(scene, out)
  return drafts.map((draft, k) => ({ ...draft, partOf: setOf(scene, drafts, k) }))
}

import type { Action, Stage, Step } from '../model/index.ts'
import { textParties } from './actors.ts'
import { building, type Deed } from './building.ts'
import type { ProjectDraft } from './drafts.ts'
import { costIn, dueIn } from './due.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { listedWorks, namedWorks, toBeBuilt } from './named.ts'
import type { TimeMark } from './page.ts'
import { capital, countOf, insideName, modifies, nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { joined, ownToldOf, restAt, setOf, standsNow, toldAgain } from './retold.ts'
import { clauseOver, mentionOver, mentionsIn, quantitiesIn, quantityOver, type Scene, sentenceOver, timesIn } from './scene.ts'
import { type Made, madeIn, type Progress, progressOf, promisedStage, stageOf } from './stages.ts'
import { attributed, plannedAt, type Standing, standingOf } from './standing.ts'

type Run = { readonly from: number; readonly to: number }

const placeIn = (scene: Scene, run: Run): string | null =>
  mentionsIn(scene, run).find(({ type, adjective }) => type === 'place' && !adjective)?.key ?? mentionsIn(scene, run).find(({ type, adjective }) => type === 'state' && !adjective)?.key ?? null

/** "The joint projects", "the national project": behind others one adjective tells no project from them, where nouns are qualified before them. */
const alluded = (scene: Scene, at: number, out: readonly ProjectDraft[]): boolean => {
  if (scene.page.pack.syntax.bends === 'first' || scene.words[at - 2]?.apart !== THE || capital(scene, at - 1)) return false
  const { nouns } = scene.glosses[at - 1]!
  const again = nouns.some(({ lexeme: { id, means } }) => means.works && out.some(({ passages: [{ from, to }] }) => scene.glosses.slice(from, to).some((gloss) => gloss.nouns.some(({ lexeme }) => lexeme.id === id))))
  return (again || nouns.every(({ lexeme: { pos } }) => pos === 'adjective')) && mentionOver(scene, at - 1) === null && role(scene.glosses[at + 1]) !== 'relative' && role(scene.glosses[at + 1]) !== 'prep'
}

/** A thing told of in the definite without a number points back: "the project", "the projects of the plan". */
const pointsBack = (scene: Scene, at: number, thing: Found, count: number | null, told: readonly ProjectDraft[]): boolean => {
  if (told.length > 0 && count === null && alluded(scene, at, told)) return true
  if (count !== null || thing.after !== '') return count === null && thing.after !== ''
  if (phraseStart(scene, at) < at) return false
  let before = at - 1
  while (before > 0 && scene.words[before]!.apart !== 0) before -= 1
  return (thing.before & THE) !== 0 && !(role(scene.glosses[before]) === 'prep' && scene.glosses[before - 1] !== undefined && meaning(scene.glosses[before - 1]!.nouns, 'some') !== null)
}

/** "Transport through the corridor rose to 4 million tons": a measure that tells of more or less is no measure of works. */
const measured = (scene: Scene, run: Run): boolean =>
  quantitiesIn(scene, run).some(({ sort }) => sort === 'measure') && !scene.glosses.slice(run.from, run.to).some(({ verbs }) => verbs.some(({ lexeme: { means } }) => means.measures === 'rise' || means.measures === 'fall'))

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

/** A passage goes on to the word that says how the works stand, where that stands close behind them. */
const saidUpTo = (scene: Scene, standing: Standing | null, end: number): number => (standing !== null && standing.at >= end ? standing.at + scene.glosses[standing.at]!.length : end)

const draftOf = (scene: Scene, promised: Promised, at: number, thing: Found, from: number, end: number, standing: Standing | null, done: Progress | null, made: Made | null): ProjectDraft => {
  const run = domain(scene, at, end)
  const start = phraseStart(scene, at)
  const dates = standing && still.has(standing.stage) ? undated : datesOf(scene, promised, at, run)
  return {
    kind: 'project', at, name: { from, to: end }, passages: [{ from: Math.min(from, done?.at ?? from), to: Math.max(end, done?.share.to ?? end, saidUpTo(scene, standing, end)), rule: thing.lexeme.id }], stage: standing?.stage ?? (done && done.share.value! < 100 ? 'under-construction' : made?.stage ?? stageOf(scene, promised, at, end)), count: countOf(scene, at, thing),
    place: placeIn(scene, { from: at, to: end }), operator: made?.operator ?? operatorOf(scene, at),
    measures: quantitiesIn(scene, { ...run, from: start }).filter(({ sort, value }) => (sort === 'measure' || sort === 'count') && value !== null)
      .filter(({ from: first, sort }) => first > at || (start < at && sort === 'measure')).concat(done ? [done.share] : []),
    value: costIn(scene, { ...run, from: start }, end), start: dates.start, end: dates.end, partOf: null, parties: textParties(scene),
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

/** "For the financing of a hospital": the deed of financing right before works. */
const paidFor = (scene: Scene, at: number): boolean => scene.glosses[at - 1]?.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && means.action === 'finance') ?? false

/** "A loan for a power plant": indefinite works that a promise of money or building has to do with, where indefinite is what has no article. */
const financed = (scene: Scene, promised: Promised, at: number, thing: Found, count: number | null): boolean => {
  const promise = promiseOver(promised, at)
  if (scene.page.pack.syntax.bends === 'first' && !paidFor(scene, at)) return false
  return promise !== null && promise.at < at && ['finance', 'build', 'launch', 'complete', 'open'].includes(promise.action) && (thing.before & THE) === 0 && thing.after === '' && (thing.number === 1 || count !== null)
}

const begins = new Set<Action>(['launch', 'open', 'complete'])

/** "The new plant will enter service in 2028": works that a promise to begin or end stands behind, as its subject. Of "works", "a phase", "a station" the text has told before whose they are. */
const promisedOfIt = (scene: Scene, promised: Promised, at: number, { lexeme: { means } }: Found): boolean => {
  const promise = means.sector === undefined ? null : promiseOver(promised, at)
  return promise !== null && promise.at > at && promise.passages[0].from === phraseStart(scene, at) && begins.has(promise.action)
}

/** "A line for the train": a noun that says little by itself, with works right behind it. */
const worksBehind = (scene: Scene, at: number, thing: Found): boolean => nounAt(scene, at + thing.length, 'works') !== null

/** "(The length of) the dam is 22 km", without a verb between: the measure is said of the works and is no part of their name. */
const measuredItself = (scene: Scene, at: number, thing: Found): boolean =>
  scene.page.pack.syntax.bends === 'first' && (thing.before & THE) !== 0 && quantityOver(scene, at + thing.length)?.sort === 'measure'

/** A name does not hold the small word that makes a verb behind it perfect: "the bridge had been opened". */
const beforePerfect = (scene: Scene, end: number): number => (role(scene.glosses[end - 1]) === 'already' ? end - 1 : end)

/** Whether a noun that is a project by itself is told as one: it does not point back, and a number or further words tell which. */
const called = (scene: Scene, at: number, thing: Found, count: number | null, end: number, out: readonly ProjectDraft[]): boolean => {
  const from = phraseStart(scene, at)
  const bare = end - from <= thing.length && count === null
  return !bare && !pointsBack(scene, at, thing, count, out) && !field(scene, thing, count, { from, to: end })
}

type Works = { readonly at: number; readonly thing: Found; readonly count: number | null; readonly end: number; readonly described: boolean }

/** How far behind works what they measure may stand, in words. */
const measureReach = 4

/** What else makes a project of works: money or a promise for them, a list or a name, or, of works that are described, what they measure. */
const tellsOfWorks = (scene: Scene, promised: Promised, { at, thing, count, end, described }: Works, out: readonly ProjectDraft[]): boolean =>
  financed(scene, promised, at, thing, count) || listedWorks(scene, at, out.at(-1)) || toBeBuilt(scene, at, thing, count) || namedWorks(scene, promised, at, thing) ||
  (described && (promisedOfIt(scene, promised, at, thing) || measured(scene, { from: phraseStart(scene, at), to: Math.min(end + measureReach, sentenceOver(scene, at).to) })))

/** Reads works and undertakings: named or counted projects, things under a verb of building, and works told with their measures. */
export const readProjects = (scene: Scene, promised: Promised): readonly ProjectDraft[] => {
  const out: ProjectDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    const rest = out.length > 0 ? restAt(scene, out, at) : null
    if (rest) out.push(rest)
    ownToldOf(scene, out, at)
    if ((scene.glosses[at]!.traits & (trait.project | trait.works)) === 0) continue
    const project = nounAt(scene, at, 'project')
    const thing = project ?? scene.glosses[at]!.nouns.find(({ form, lexeme: { means } }) => means.works && !means.action && form !== 'deed') ?? null
    const mention = mentionOver(scene, at)
    if (!thing || (mention && !mention.adjective && !(mention.from === at && !insideName(scene, at)))) continue
    if (denied(scene, at) || modifies(scene, at, thing.length)) continue
    const builder = project ? null : building(scene, at)
    const count = countOf(scene, at, thing)
    const standing = standingOf(scene, at, thing) ?? attributed(scene, startOf(scene, at, null, count), at) ?? plannedAt(scene, at, thing, phraseEnd(scene, at, thing.length))
    const end = beforePerfect(scene, Math.min(phraseEnd(scene, at, thing.length), standing && count === null && standing.at > at ? standing.at : scene.words.length))
    const extra = measuredItself(scene, at, thing) ? 0 : end - at - thing.length + at - phraseStart(scene, at)
    const made = extra > 0 ? madeIn(scene, end) : null
    const acts = meaning(scene.glosses[at]!.nouns, 'actor') !== null
    const done = extra > 0 && !acts && !scene.glosses[at + thing.length]?.verbs.length ? progressOf(scene, at, end) : null
    if (standing && extra < 1 && count === null) standsNow(scene, out, at, thing, standing)
    const bare = extra < 1 || quantityOver(scene, at + thing.length) !== null
    if (bare && count === null && toldAgain(scene, out, at, thing) && (extra > 0 || scene.page.pack.syntax.bends === 'last')) continue
    const told = builder !== null || done !== null || made !== null || (standing !== null && extra > 0)
    if (project ? !called(scene, at, thing, count, end, out) : !told && !tellsOfWorks(scene, promised, { at, thing, count, end, described: extra > 0 && !acts }, out)) continue
    if (thing.lexeme.means.weak && !project && !worksBehind(scene, at, thing) && !measured(scene, { from: at, to: end })) continue
    const deed = builder ?? (project ? building(scene, at) : null)
    const own = deed !== null && deed.at < (out.at(-1)?.passages[0].to ?? 0) ? null : deed
    out.push(draftOf(scene, promised, at, thing, startOf(scene, at, own, count), end, standing, done, made))
    at = Math.max(at, end - 1)
  }
  const drafts = joined(scene, out)
  return drafts.map((draft, k) => ({ ...draft, partOf: setOf(scene, drafts, k) }))
}

import type { Edtf } from '../model/index.ts'
import type { QuantityMark, TimeMark } from './page.ts'
import { meaning, role } from './gloss.ts'
import { TO } from './lexicon/pack.ts'
import { clauseOver, quantitiesIn, type Scene, timesIn } from './scene.ts'

/** The last day that an EDTF value can mean, as a comparable string: `2016` ends at `2016-12-31`. */
export const lastDay = (edtf: Edtf): string => {
  const end = (edtf.split('/')[1] ?? edtf).replace(/[~?%]/g, '').replace(/X/g, '9')
  return end.length === 4 ? `${end}-12-31` : end.length === 7 ? `${end}-31` : end
}

/** The first day that an EDTF value can mean. */
export const firstDay = (edtf: Edtf): string => {
  const start = (edtf.split('/')[0] ?? edtf).replace(/[~?%]/g, '').replace(/X/g, '0')
  return start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start
}

/** "For 2021-2025": for which years something holds, and never the day of a deed. */
export const ofYears = (edtf: Edtf | null): boolean => edtf !== null && /^\d{4}\/\d{4}$/.test(edtf)

/** Whether a time can lie ahead of the document's own date. Without that date only an explicit limit can. */
export const ahead = (time: TimeMark, issued: Edtf | null): boolean => {
  if (time.hedge) return true
  if (!time.edtf) return time.limit
  return issued === null ? time.limit : lastDay(time.edtf) > lastDay(issued)
}

/** A time of the deed itself: no date of a noun ("the exhibition of 2017") nor of a verb that only describes ("loans that fall due in"). */
const ownTime = (scene: Scene, time: TimeMark, head: number): boolean => {
  if (time.hedge === 'long-term') return false
  if (!time.limit && time.hedge === null && scene.words[time.from]!.stems.some(({ before }) => (before & TO) !== 0)) return false
  for (let k = head + 1; k < time.from; k++) if (scene.glosses[k]!.verbs.length > 0 && scene.glosses[k]!.tense === 'present' && (scene.glosses[k]!.before & TO) === 0 && !scene.glosses[k]!.verbs.some(({ lexeme: { means } }) => means.measures ?? (means.aspect && means.action === 'launch'))) return time.hedge !== null
  return true
}

/** The time by which something in a run of words is due: an urgency, a limit or a date ahead; of a plan of an `earlier` day any date. */
export const dueIn = (scene: Scene, run: { readonly from: number; readonly to: number }, head = run.from, earlier = false): TimeMark | null => {
  const times = timesIn(scene, run).filter((time) => (ahead(time, scene.page.issued) || (earlier && time.edtf !== null)) && ownTime(scene, time, head))
  return times.find(({ hedge, limit }) => hedge !== null || limit) ?? times[0] ?? null
}

/** Sums and measures in a run of words, each sum once. */
export const amountsIn = (scene: Scene, run: { readonly from: number; readonly to: number }): readonly QuantityMark[] =>
  quantitiesIn(scene, run).filter(({ sort, repeats, value }) => (sort === 'money' || sort === 'measure') && !repeats && value !== null)

/** A date in a line of its own heads the report and tells nothing of what happened. */
const headed = (scene: Scene, { from }: TimeMark): boolean => {
  const { sentence } = clauseOver(scene, from)
  const run = scene.page.sentences[sentence]
  return run === undefined || !scene.glosses.slice(run.from, run.to).some(({ verbs }) => verbs.length > 0)
}

/** How far before a time the word of saying may stand that it dates, in words. */
const sayingReach = 3

/** "…, the ministry said on Tuesday": the day of the telling, not of what is told; where the subject stands first. */
const ofSaying = (scene: Scene, time: TimeMark): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  for (let k = time.from - 1; k >= Math.max(0, time.from - sayingReach); k--) if (meaning(scene.glosses[k]!.verbs, 'says')) return true
  return false
}

/** The day the report tells of: the first day named in it that lies within a week before its date. */
export const eventDay = (scene: Scene): TimeMark | null => {
  const { issued, times } = scene.page
  if (!issued) return null
  const days = times.slice(0, 6).filter(({ edtf, limit }) => edtf !== null && !limit && edtf.length === 10 && edtf <= issued)
  if (days.length === 0) return null
  const week = new Date(Date.parse(`${issued}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10)
  const near = days.filter(({ edtf }) => edtf! >= week)
  return near.find((time) => time.from >= scene.page.opens && !headed(scene, time) && !ofSaying(scene, time)) ?? near[0] ?? null
}

/** A sum right after a word of cost or worth tells what a thing costs. */
export const costBefore = (scene: Scene, mark: QuantityMark): boolean => {
  for (let k = mark.from - 1; k >= mark.from - 5 && k >= 0; k--) if (role(scene.glosses[k]) === 'worth' || meaning(scene.glosses[k]!.nouns, 'cost')) return true
  return false
}

/** What works cost: the first sum in a run of words that stands in their phrase (to `end`), or right behind a word of cost. */
export const costIn = (scene: Scene, run: { readonly from: number; readonly to: number }, end: number): QuantityMark | null =>
  quantitiesIn(scene, run).find((mark) => mark.sort === 'money' && mark.value !== null && !mark.repeats && (mark.to <= end || costBefore(scene, mark))) ?? null

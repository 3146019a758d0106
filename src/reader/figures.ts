import { continues, partiesWithin, textParties } from './actors.ts'
import type { FigureDraft } from './drafts.ts'
import { type Found, meaning, role } from './gloss.ts'
import { BY, TO } from './lexicon/pack.ts'
import type { QuantityMark } from './page.ts'
import { nounAt, phraseEnd } from './phrases.ts'
import { rateUnit } from './rates.ts'
import { clauseOver, paragraphOver, quantitiesIn, quantityOver, type Scene, sentenceOver, timesIn } from './scene.ts'

type Indicator = { readonly at: number; readonly found: Found }

/** "by a rate of": it tells how much something rose, and is not what rose. */
const manner = (scene: Scene, at: number, { lexeme }: Found): boolean => lexeme.means.weak === true && (scene.glosses[at]!.before & BY) !== 0

/** How far before its value an indicator may stand, in words; and a deed that aims at the value. */
const reach = 26
const aimReach = 10

const indicatorBefore = (scene: Scene, mark: QuantityMark): Indicator | null => {
  const { from } = sentenceOver(scene, mark.from)
  let best: Indicator | null = null
  for (let at = mark.from - 1; at >= Math.max(from, mark.from - reach); at--) {
    const found = nounAt(scene, at, 'indicator')
    if (found && !manner(scene, at, found) && (!best || (best.found.lexeme.means.weak && !found.lexeme.means.weak && best.at - at < 8))) best = { at, found }
    if (at === clauseOver(scene, mark.from).from && best) break
    if (clauseOver(scene, at).kind === 'main' && clauseOver(scene, at).from === at && !continues(scene, at)) break
  }
  return best && apart(scene, mark, best) ? null : best
}

/** "…, and 100 million": a sum that opens a member of its own does not belong to a word before the comma, unless that word has a sum already. */
const apart = (scene: Scene, mark: QuantityMark, indicator: Indicator): boolean =>
  scene.words[mark.from - 1]?.form === scene.page.pack.clitic.and && scene.words[mark.from - 2]?.kind === 'mark' &&
  !scene.page.quantities.some(({ from }) => from > indicator.at && from < mark.from)

/** How far after a value its indicator may stand, in words. */
const indicatorReach = 4

/** "14 billion dollars in bilateral trade": the indicator behind "in", where nouns are qualified before them. */
const indicatorAfter = (scene: Scene, mark: QuantityMark): Indicator | null => {
  if (scene.page.pack.syntax.bends === 'first' || mark.sort !== 'money' || role(scene.glosses[mark.to]) !== 'in') return null
  for (let at = mark.to + 1; at <= mark.to + indicatorReach && at < scene.words.length; at++) {
    const found = nounAt(scene, at, 'indicator')
    if (found) return { at, found }
    if (scene.words[at]!.kind === 'mark' || role(scene.glosses[at]) !== undefined) return null
  }
  return null
}

const measuredBefore = (scene: Scene, mark: QuantityMark): number | null => {
  const { from } = clauseOver(scene, mark.from)
  for (let at = mark.from - 1; at >= from; at--) if (meaning(scene.glosses[at]!.verbs, 'measures')) return at
  return null
}

/** "up 14 %", "by a rise of": a share that tells how another figure changed. */
const changes = (scene: Scene, mark: QuantityMark): 1 | -1 | null => {
  const behind = scene.page.pack.syntax.bends === 'last' ? movementAt(scene, mark.to) : null
  if (behind !== null) return behind
  for (let at = mark.from - 1; at >= Math.max(clauseOver(scene, mark.from).from, mark.from - 4); at--) {
    const found = movementAt(scene, at)
    if (found !== null) return found
  }
  return null
}

/** Whether a noun tells of more or of less: "a rise of 8 percent", and where nouns are qualified before them "an 8 percent rise". */
const movementAt = (scene: Scene, at: number): 1 | -1 | null => {
  const found = scene.glosses[at] ? (meaning(scene.glosses[at]!.nouns, 'measures') ?? nounAt(scene, at, 'action')) : null
  const { measures, action } = found?.lexeme.means ?? {}
  if (measures === 'fall' || action === 'reduce') return -1
  return measures === 'rise' || action === 'increase' ? 1 : null
}

/** "a plan to raise trade to 40 billion": a value aimed at, not one that was reached. */
const aimed = (scene: Scene, mark: QuantityMark): boolean => {
  for (let at = mark.from - 1; at >= Math.max(sentenceOver(scene, mark.from).from, mark.from - aimReach); at--) {
    const gloss = scene.glosses[at]!
    if (role(gloss) === 'will' && scene.page.pack.syntax.subject === 'before') return true
    if (gloss.verbs.length > 0) return [1, 2].some((back) => role(scene.glosses[at - back]) === 'may') || (gloss.tense === 'future' && scene.page.pack.syntax.subject === 'before')
    if (((gloss.before & TO) !== 0 || gloss.nouns.some(({ verbal }) => verbal === 'gerund')) && gloss.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && (means.action === 'increase' || means.measures !== undefined))) return true
  }
  return false
}

/** How far back in its paragraph a value without an indicator of its own looks for one, in words. */
const told = 60

/** "…, and reached 17 billion in July": a verb of measure without an indicator goes on telling of the last one that its paragraph named. */
const indicatorToldBefore = (scene: Scene, mark: QuantityMark, verb: number): Indicator | null => {
  const { from } = paragraphOver(scene, mark.from)
  for (let at = verb - 1; at >= Math.max(from, verb - told); at--) {
    const found = nounAt(scene, at, 'indicator')
    if (found && !unnamed.has(found.lexeme.means.indicator!)) return { at: mark.from, found }
  }
  return null
}

const unnamed = new Set(['other', 'number', 'cost'])

/** How far before its value a verb of trade may stand, in words. */
const tradeReach = 4

/** "Exported 1.2 million tons": a verb in the past that names what it is the figure of, close before the value. */
const indicatorVerb = (scene: Scene, mark: QuantityMark): Indicator | null => {
  if (mark.sort !== 'money' && mark.sort !== 'measure') return null
  for (let at = mark.from - 1; at >= Math.max(clauseOver(scene, mark.from).from, mark.from - tradeReach); at--) {
    const found = scene.glosses[at]!.tense === 'past' ? meaning(scene.glosses[at]!.verbs, 'indicator') : null
    if (found) return { at, found }
  }
  return null
}

/** What a value tells of: the indicator beside it, or for a sum under a verb of measure the one told of before. */
const indicatorOf = (scene: Scene, mark: QuantityMark, verb: number | null): Indicator | null =>
  indicatorAfter(scene, mark) ?? indicatorBefore(scene, mark) ?? indicatorVerb(scene, mark) ?? (verb !== null && mark.sort === 'money' ? indicatorToldBefore(scene, mark, verb) : null)

/** A share of something: "17 % of the shares". */
const shareOf = (scene: Scene, mark: QuantityMark): boolean => mark.sort === 'share' && role(scene.glosses[mark.to]) === 'prep'

/** "Rose to 60 billion from 58": behind "from" stands what was before, where a verb before it tells of change. */
const former = (scene: Scene, mark: QuantityMark): boolean =>
  scene.page.pack.syntax.subject === 'before' && role(scene.glosses[mark.from - 1]) === 'source' && measuredBefore(scene, mark) !== null

/** "Have completed 90 percent of": how far something has come, where nouns are qualified before them. */
const finished = (scene: Scene, at: number): boolean => scene.page.pack.syntax.bends === 'last' && scene.glosses[at]!.verbs.some(({ lexeme: { means } }) => means.stage === 'completed')

/** Costs, fees, progress and rates describe a project or a loan and are no figure of their own. */
const belongs = (scene: Scene, mark: QuantityMark): boolean => {
  if (former(scene, mark)) return true
  for (let at = mark.from - 1; at >= Math.max(sentenceOver(scene, mark.from).from, mark.from - 5); at--) {
    const gloss = scene.glosses[at]!
    if ((role(gloss) === 'compared' && !(mark.approximate && at === mark.from - 1)) || (mark.sort === 'share' && finished(scene, at))) return true
    if (meaning(gloss.nouns, 'progress') ?? meaning(gloss.nouns, 'rate') ?? (meaning(gloss.nouns, 'cost') && (gloss.before & BY) !== 0 ? gloss : null)) return true
    if (mark.sort === 'share' && (gloss.before & BY) !== 0 && meaning(gloss.nouns, 'indicator')?.lexeme.means.weak && mark.from - at <= 2 && measuredBefore(scene, mark) === null) return true
  }
  return false
}

const counts = new Set(['person', 'job', 'visa', 'visitor', 'tourist', 'refugee', 'worker', 'student', 'train', 'flight', 'container', 'vehicle'])

/** What runs by a timetable or is handled: of so few that another count would be news of the day, a year or a month makes a figure. */
const runs = new Set(['train', 'flight', 'container', 'vehicle'])

/** A count that tells of an indicator by itself: a large one, or one of what runs that the text gives for a year or a month ("350 containers in 2020"). */
const counted = (scene: Scene, { unit, value, from, to }: QuantityMark): boolean =>
  (counts.has(unit) && (value ?? 0) >= 1000) || (runs.has(unit) && timesIn(scene, { from: to, to: Math.min(clauseOver(scene, from).to, to + periodReach) }).some(({ edtf }) => edtf !== null && edtf.length <= 7))

/** How far behind a count the year may stand that it is told for, in words. */
const periodReach = 4

/** "a loan that reaches 400 million": the sum belongs to the gift, instrument or project told before it. */
const describedBefore = (scene: Scene, mark: QuantityMark): boolean => {
  const { from } = sentenceOver(scene, mark.from)
  for (let at = mark.from - 1; at >= Math.max(from, mark.from - 14); at--) if (nounAt(scene, at, 'gift') ?? nounAt(scene, at, 'instrument') ?? nounAt(scene, at, 'project')) return true
  return false
}

const eligible = (scene: Scene, mark: QuantityMark, indicator: Indicator | null, verb: number | null, last: FigureDraft | undefined): boolean => {
  if (mark.sort === 'count') return counted(scene, mark) || (indicator !== null && indicator.found.lexeme.means.indicator === 'number') || (last !== undefined && last.unit === mark.unit)
  if (mark.sort === 'share') return indicator !== null || verb !== null || shareOf(scene, mark)
  if (mark.sort === 'measure') return indicator !== null ? !indicator.found.lexeme.means.cost : verb !== null && moved(scene, verb)
  if (indicator?.found.lexeme.means.cost && verb === null) return false
  return indicator !== null || (verb !== null && !describedBefore(scene, mark))
}

/** Whether a verb tells of more or of less, and not only of how much. */
const moved = (scene: Scene, verb: number): boolean => scene.glosses[verb]!.verbs.some(({ lexeme: { means } }) => means.measures === 'rise' || means.measures === 'fall')

/** The end of a year stands for that year: "by the end of 2015". */
const yearEnd = /-12-31$/

/** "From 1 billion in 2020 to 2 billion": the time right behind another value is that value's, where the subject stands first. */
const ofOther = (scene: Scene, mark: QuantityMark, time: { readonly from: number }): boolean =>
  scene.page.pack.syntax.subject === 'before' && time.from < mark.from && [1, 2].some((back) => (quantityOver(scene, time.from - back)?.to ?? 0) > time.from - back)

const spans = (edtf: string): boolean => edtf.length !== 10 || yearEnd.test(edtf)

const periodOf = (scene: Scene, mark: QuantityMark, from: number): string | null => {
  const { to } = clauseOver(scene, mark.from)
  const start = scene.page.pack.syntax.subject === 'before' ? Math.min(from, clauseOver(scene, mark.from).from) : from
  const times = timesIn(scene, { from: start, to: Math.min(to, mark.to + 10) }).filter(({ edtf }) => edtf !== null)
  const distance = (time: { readonly from: number; readonly to: number }) => (time.from >= mark.to ? time.from - mark.to : mark.from - time.to)
  const paused = (time: { readonly from: number }) => time.from >= mark.to && scene.words.slice(mark.to, time.from).some(({ kind, form }, k) => kind === 'mark' && form !== ')' && form !== '(' && !(scene.page.pack.syntax.subject === 'before' && quantityOver(scene, mark.to + k) !== null))
  return times.filter((time) => spans(time.edtf!) && !paused(time) && !ofOther(scene, mark, time)).sort((one, other) => distance(one) - distance(other))[0]?.edtf?.replace(yearEnd, '') ?? null
}

const falls = (scene: Scene, at: number): boolean => scene.glosses[at]!.verbs.some(({ lexeme }) => lexeme.means.measures === 'fall')

const draftOf = (scene: Scene, mark: QuantityMark, indicator: Indicator | null, verb: number | null): FigureDraft => {
  const share = indicator === null && verb === null
  const from = share || (indicator && indicator.at > mark.from) ? mark.from : Math.min(indicator?.at ?? mark.from, verb ?? mark.from)
  const clause = clauseOver(scene, mark.from)
  const parties = partiesWithin(scene, clause.from, clause.to)
  return {
    kind: 'figure', passages: [{ from, to: shareOf(scene, mark) ? phraseEnd(scene, mark.to, 1) : Math.max(mark.to, indicator && indicator.at > mark.from ? indicator.at + indicator.found.length : 0), rule: indicator?.found.lexeme.id ?? 'reader.measured' }],
    indicator: indicator?.found.lexeme.means.indicator ?? 'other', value: (mark.value as number) * (mark.sort === 'share' && verb !== null && falls(scene, verb) ? -1 : 1), unit: rateUnit(mark), period: periodOf(scene, mark, from), change: null,
    parties: parties.length ? parties : textParties(scene),
    steps: [{ rule: mark.rule, gave: `${mark.value} ${rateUnit(mark)}` }, ...(indicator ? [{ rule: indicator.found.lexeme.id, gave: `indicator ${indicator.found.lexeme.means.indicator}` }] : [])],
  }
}

/** "Rose 8 percent to 6 billion": the share before "to" and another value is how that value changed. */
const leadsTo = (scene: Scene, mark: QuantityMark, verb: number): boolean => {
  if (mark.sort !== 'share' || scene.page.pack.syntax.subject === 'after' || !scene.glosses[verb]!.verbs.some(({ lexeme: { means } }) => means.measures !== 'reach')) return false
  const { to } = sentenceOver(scene, mark.from)
  const next = quantitiesIn(scene, { from: mark.to, to }).find(({ sort }) => sort !== 'share')
  if (next === undefined || next.from - mark.to > 8) return false
  for (let at = mark.to; at < next.from; at++) if ((scene.words[at]!.apart & TO) !== 0 || meaning([...scene.glosses[at]!.verbs, ...scene.glosses[at]!.nouns], 'measures')?.lexeme.means.measures === 'reach') return true
  return false
}

/** Reads reported values: an indicator or a verb of measure with a sum, a share or a count that nothing else has claimed. */
export const readFigures = (scene: Scene, claimed: (at: number) => boolean): readonly FigureDraft[] => {
  const out: FigureDraft[] = []
  let sentence = -1
  let ahead: FigureDraft['change'] = null
  let sentenceAhead = -1
  for (const mark of scene.page.quantities) {
    if (mark.value === null || mark.repeats || claimed(mark.from) || belongs(scene, mark)) continue
    const here = clauseOver(scene, mark.from).sentence
    const last = sentence === here ? out.at(-1) : undefined
    const change = mark.sort === 'share' ? changes(scene, mark) : null
    if (change !== null && last && last.change === null && last.unit !== '%') {
      out[out.length - 1] = { ...last, change: { value: mark.value * change, unit: '%' } }
      continue
    }
    if (aimed(scene, mark)) continue
    const verb = measuredBefore(scene, mark)
    if (verb !== null && leadsTo(scene, mark, verb)) {
      sentenceAhead = here
      ahead = { value: mark.value * (falls(scene, verb) ? -1 : 1), unit: '%' }
      continue
    }
    const indicator = indicatorOf(scene, mark, verb)
    if (!eligible(scene, mark, indicator, verb, out.at(-1))) continue
    const draft = { ...draftOf(scene, mark, indicator, verb), change: sentenceAhead === here ? ahead : null }
    ahead = null
    const risen = last && last.unit === '%' && mark.sort === 'money' && verb !== null && last.passages[0].from === draft.passages[0].from
    if (risen) out[out.length - 1] = { ...draft, change: { value: last.value, unit: '%' } }
    else out.push(draft)
    sentence = here
  }
  return out
}

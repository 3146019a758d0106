import type { Force } from '../model/index.ts'
import { ahead } from './due.ts'
import { type Gloss, meaning, role } from './gloss.ts'
import { THE } from './lexicon/pack.ts'
import { hasArticle } from './phrases.ts'
import { clauseOver, mentionOver, quantitiesIn, quantityOver, type Scene, sentenceOver, timeOver, timesIn } from './scene.ts'
import { negated, polarityAt, type Trigger, trigger } from './trigger.ts'

/** Promises that verbs make: of the future, of giving, of what an agreement lays down, of a timetable, of force. */

/** Whether a party stands right beside a word: before it or after it. */
const beside = (scene: Scene, at: number): boolean =>
  [at - 1, at + 1].some((k) => k >= 0 && k < scene.words.length && (mentionOver(scene, k) !== null || meaning(scene.glosses[k]!.nouns, 'actor') !== null))

const sumAfter = (scene: Scene, at: number): boolean => quantitiesIn(scene, { from: at, to: Math.min(clauseOver(scene, at).to, at + 12) }).some(({ sort }) => sort === 'money')

/** "The agreement, which will enter into force on 1 April": works or an agreement that begin, open or end on a date ahead, told in passing. */
const dated = (scene: Scene, at: number): boolean => {
  const found = scene.page.pack.syntax.subject === 'after' ? meaning(scene.glosses[at]!.verbs, 'action') : null
  const stage = (found?.lexeme.means.works === true && found.lexeme.means.stage !== undefined) || [1, 2].some((step) => scene.glosses[at + step]?.nouns.some(({ form, lexeme: { means } }) => form !== 'deed' && (means.status === 'in-force' || means.stage === 'launched')))
  return found !== null && stage && timesIn(scene, { from: at, to: Math.min(clauseOver(scene, at).to, at + dateReach) }).some((time) => time.edtf !== null && ahead(time, scene.page.issued))
}

/** How far before a passive the word of force may stand that leads to it, in words. */
const forceReach = 5

/** "Should be strengthened": the force of the small word that leads to a passive; what simply will be is planned. */
const forceBefore = (scene: Scene, at: number): Force => {
  for (let k = at - 1; k >= Math.max(0, at - forceReach); k--) {
    const { particle } = scene.glosses[k]!
    if (particle?.lexeme.means.force) return particle.lexeme.means.force as Force
    if (scene.words[k]!.kind === 'mark' || scene.glosses[k]!.verbs.length > 0) return 'planned'
  }
  return 'planned'
}

/** "The company X": a word that the pack does not know, right behind a noun that a name follows. */
const namesCompany = (scene: Scene, at: number): boolean => scene.glosses[at - 1]?.nouns.some(({ before, number, lexeme: { means } }) => means.actor === 'private' && (before & THE) === 0 && number === 1) ?? false

/** "Under which Oman will provide …": a clause about a noun that names who acts, between the word that opens it and its verb, where the subject stands first. */
const ownSubject = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  for (let k = clauseOver(scene, at).from + 1; k < at; k++) if (mentionOver(scene, k)?.adjective === false || meaning(scene.glosses[k]!.nouns, 'actor')) return true
  return false
}

const futureTrigger = (scene: Scene, at: number): Trigger | null => {
  if (clauseOver(scene, at).kind === 'relative' && !mentionOver(scene, at + 1) && !dated(scene, at) && !ownSubject(scene, at)) return null
  const { verbs } = scene.glosses[at] as Gloss
  const found = verbs.find(({ lexeme: { means } }) => (means.action ?? means.light ?? means.force ?? means.attends ?? means.meets) !== undefined)
  if (!found || (verbs.some(({ lexeme: { means } }) => means.effect) && !(found.lexeme.means.gives && sumAfter(scene, at)))) return null
  const polarity = polarityAt(scene, at)
  if (verbs.some(({ lexeme: { means } }) => means.meets !== undefined && means.weak)) return null
  if (polarity === 'will' && verbs.some(({ lexeme: { means } }) => means.meets ?? means.attends)) return null
  const { means } = found.lexeme
  if (means.guessed && (namesCompany(scene, at) || (scene.page.pack.syntax.subject === 'after' && !beside(scene, at)) || mentionOver(scene, at) || timeOver(scene, at) || quantityOver(scene, at))) return null
  if (means.force === 'planned' || means.force === 'pledged' || means.announces) return trigger(at, found, 'planned', false, polarityAt(scene, at))
  if (means.force === 'urged' && !means.stresses && means.action === undefined) return trigger(at, found, 'planned', false, polarityAt(scene, at))
  if (means.force && means.force !== 'considered' && !means.action) return null
  return trigger(at, found, forceBefore(scene, at), !means.light, polarityAt(scene, at), means.light ? ['direct', 'by'] : [])
}

/** Money that a party gave, granted or set aside in its own name, told as done: its pledge. */
const gift = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  const found = meaning(gloss.verbs, 'gives')
  const giving = gloss.tense === 'present' && role(scene.glosses[at - 1]) === 'is'
  if (!found || (gloss.tense !== 'past' && !giving) || [1, 2, 3, 4].some((back) => role(scene.glosses[at - back]) === 'formerly')) return null
  const { to } = clauseOver(scene, at)
  const money = quantitiesIn(scene, { from: at, to: Math.min(to, at + 20) }).find(({ sort }) => sort === 'money')
  return money && !(found.lexeme.means.weak && farFrom(scene, at, money.from)) ? trigger(at, found, 'pledged', true, 'will', []) : null
}

/** Whether more than one word that names nobody stands between a verb and a sum: what is then given may be another thing. */
const farFrom = (scene: Scene, verb: number, sum: number): boolean => {
  let words = 0
  for (let at = verb + 1; at < sum; at++) if (mentionOver(scene, at) === null) words += 1
  return words > 1
}

/** The length of a definite name of an instrument: "the memorandum", "this accord", "memorandum of understanding"; zero when there is none. */
const definiteInstrument = (scene: Scene, at: number): number => {
  const found = scene.glosses[at] ? meaning(scene.glosses[at]!.nouns, 'instrument') : null
  if (found === null || found.lexeme.means.body) return 0
  return (found.before & THE) !== 0 || role(scene.glosses[at - 1]) === 'this' || (found.length > 1 && hasArticle(scene, at + found.length - 1)) ? found.length : 0
}

/** What an agreement itself does or lists is agreed: "the treaty opens …", "the agreements include building …". */
const laidDown = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  const described = at > 0 && meaning(scene.glosses[at - 1]!.nouns, 'instrument') !== null && meaning(gloss.verbs, 'provides') !== null
  const [next, second] = [definiteInstrument(scene, at + 1), definiteInstrument(scene, at + 2)]
  return laidDownBy(scene, at, described, next, second)
}

/** Whether an instrument is what a verb after it tells of, in a language whose subject stands before its verb. */
const instrumentBefore = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const { from } = clauseOver(scene, at)
  for (let k = from; k < at; k++) {
    if (mentionOver(scene, k) && !mentionOver(scene, k)!.adjective) return false
    if (definiteInstrument(scene, k) > 0) return true
  }
  return false
}

const laidDownBy = (scene: Scene, at: number, described: boolean, next: number, second: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  if (!described && next === 0 && second === 0 && definiteInstrument(scene, at - 1) !== 1 && definiteInstrument(scene, at - 2) !== 2 && !instrumentBefore(scene, at)) return null
  const includes = meaning(gloss.verbs, 'includes') ?? meaning(gloss.verbs, 'provides')
  const past = next ? 1 + next : second ? 2 + second : 1
  if (includes) return { ...trigger(at, includes, 'agreed', false, 'will', ['direct', ...includes.lexeme.takes]), length: past }
  const found = meaning(gloss.verbs, 'action')
  const rules = found?.lexeme.means.action === 'facilitate' || found?.lexeme.means.action === 'protect'
  return found && rules && gloss.tense === 'present' && role(scene.glosses[at - 1]) !== 'complement' && !found.lexeme.means.effect && !found.lexeme.means.status ? trigger(at, found, 'agreed', true, 'will', []) : null
}

/** "the financing includes 15 billion in loans": the parts of a gift told before. */
const giftParts = (scene: Scene, at: number): Trigger | null => {
  const includes = meaning((scene.glosses[at] as Gloss).verbs, 'includes')
  if (!includes) return null
  const gift = [at - 1, at + 1].find((k) => {
    const found = scene.glosses[k] ? meaning(scene.glosses[k]!.nouns, 'gift') : null
    return found !== null && (found.before & THE) !== 0
  })
  const money = quantitiesIn(scene, { from: at, to: Math.min(sentenceOver(scene, at).to, at + 16) }).some(({ sort }) => sort === 'money')
  return gift !== undefined && money ? { ...trigger(at, { ...includes, lexeme: { ...includes.lexeme, means: { action: 'finance' } } }, 'planned', false, 'will', ['direct', 'by', 'sum']), length: gift > at ? 2 : 1 } : null
}

/** How far behind its verb the date may stand on which works begin or end, in words. */
const dateReach = 8

const worksAt = (scene: Scene, at: number): boolean => scene.glosses[at]?.nouns.some(({ lexeme: { means } }) => means.works === true || means.project === true) ?? false

/** "Its works begin in July 2027": a beginning, opening or end told in the present is planned where its date lies ahead and something stands for what begins. */
const timetabled = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  const found = gloss.tense === 'present' && role(scene.glosses[at - 1]) !== 'is' ? meaning(gloss.verbs, 'stage') : null
  if (!found || !['launch', 'complete', 'open'].includes(found.lexeme.means.action ?? '')) return null
  if (found.lexeme.means.works === undefined && found.lexeme.means.aspect === undefined && !worksAt(scene, at + found.length) && !worksAt(scene, at - 1)) return null
  const due = timesIn(scene, { from: at, to: Math.min(clauseOver(scene, at).to, at + dateReach) }).some((time) => time.edtf !== null && ahead(time, scene.page.issued))
  return due && begun(scene, at) ? trigger(at, found, 'planned', true, 'will', []) : null
}

/** What begins or ends: the noun right after the verb, or works and deeds before it, where the subject stands first. Meetings are no works. */
const begun = (scene: Scene, at: number): boolean => {
  const meets = (k: number): boolean => meaning(scene.glosses[k]!.nouns, 'meeting') !== null
  if (scene.page.pack.syntax.subject === 'after')
    return worksAt(scene, at - 1) || scene.words[at + 1]?.kind === 'word' && scene.glosses[at + 1]!.particle === null && !meets(at + 1) && timeOver(scene, at + 1) === null && mentionOver(scene, at + 1) === null
  const { from, kind } = clauseOver(scene, at)
  let works = false
  for (let k = from; k < at; k++) {
    if (meets(k)) return false
    works ||= scene.glosses[k]!.nouns.some(({ lexeme: { means } }) => (means.works ?? means.project ?? means.action) !== undefined)
  }
  return works && kind !== 'relative'
}

export const verbTrigger = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  if (gloss.tense === 'future' || role(scene.glosses[at - 1]) === 'will-not') return futureTrigger(scene, at)
  if (negated(scene, at) || (gloss.tense === 'past' && clauseOver(scene, at).kind === 'relative')) return null
  const given = gift(scene, at) ?? giftParts(scene, at) ?? laidDown(scene, at) ?? timetabled(scene, at)
  if (given) return given
  const found = meaning(gloss.verbs, 'force')
  if ((found?.lexeme.means.schedule ?? found?.lexeme.means.present) && clauseOver(scene, at).kind === 'relative') return null
  if (!found || (found.lexeme.means.present && gloss.tense !== 'present') || found.lexeme.means.ahead) return null
  const force = found.lexeme.means.force === 'urged' && instrumentBefore(scene, at) ? 'agreed' : (found.lexeme.means.force as Force)
  return trigger(at, found, force, false, 'will')
}

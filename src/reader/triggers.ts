import type { Force, Polarity } from '../model/index.ts'
import { ahead } from './due.ts'
import { type Found, type Gloss, meaning, role, trait } from './gloss.ts'
import { BY, THE, TO } from './lexicon/pack.ts'
import type { Mention } from './page.ts'
import { capital, modifies, phraseStart } from './phrases.ts'
import { clauseOver, mentionOver, quantitiesIn, quantityOver, roleBefore, type Scene, sentenceOver, timeOver, timesIn } from './scene.ts'

/** A word that makes a promise of what follows it, or is one. */
export type Trigger = {
  readonly at: number
  readonly length: number
  readonly rule: string
  readonly force: Force
  readonly found: Found
  readonly polarity: Polarity
  /** Where the deed promised is: in the trigger itself, or after it. */
  readonly itself: boolean
  readonly takes: readonly string[]
}


const isDeed = (found: Found): boolean => found.form === 'deed' || found.lexeme.means.deed === true

/** The nominal deed that a word names, if it names one. */
export const deedAt = (scene: Scene, at: number): Found | null => {
  const gloss = scene.glosses[at]
  return gloss ? (gloss.nouns.find((found) => isDeed(found) && !(found.verbal === undefined && modifies(scene, at, found.length)) && (found.lexeme.means.action !== undefined || found.lexeme.means.light === true)) ?? null) : null
}

const negated = (scene: Scene, at: number): boolean => roleBefore(scene, at) === 'negation'

export const polarityAt = (scene: Scene, at: number): Polarity => (roleBefore(scene, at) === 'will-not' || roleBefore(scene, at) === 'refrain' ? 'will-not' : 'will')

const trigger = (at: number, found: Found, force: Force, itself: boolean, polarity: Polarity, takes = found.lexeme.takes): Trigger =>
  ({ at, length: found.length, rule: found.lexeme.id, force, found, itself, polarity, takes })

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

const hasArticle = (scene: Scene, at: number): boolean => ((scene.glosses[at]?.before ?? 0) & THE) !== 0 || (scene.words[at]?.stems.some(({ before }) => (before & THE) !== 0) ?? false)

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

const verbTrigger = (scene: Scene, at: number): Trigger | null => {
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

const particleTrigger = (scene: Scene, at: number): Trigger | null => {
  const found = scene.glosses[at]?.particle
  return found?.lexeme.means.force ? trigger(at, found, found.lexeme.means.force, false, 'will') : null
}

/** Whether a clause up to `at` speaks or expresses, so that a noun of force in it is a party's own. */
/** "Drew up a plan to". */
const drafted = ({ verbs }: Gloss): Found | null => verbs.find(({ lexeme: { means } }) => means.action === 'draft') ?? null

const spokenBefore = (scene: Scene, at: number): boolean => {
  const { from } = clauseOver(scene, at)
  for (let k = from; k < at; k++) {
    const gloss = scene.glosses[k] as Gloss
    if (meaning(gloss.verbs, 'says') ?? meaning(gloss.verbs, 'announces') ?? meaning(gloss.nouns, 'says') ?? meaning(gloss.verbs, 'light') ?? (gloss.tense === 'past' ? drafted(gloss) : null)) return true
  }
  return false
}

/** Whether a light verb or a verb of speech carries the noun at `at`: "was reached: an agreement to". */
const carriedBefore = (scene: Scene, at: number): boolean =>
  [1, 2, 3].some((back) => {
    const verbs = scene.glosses[phraseStart(scene, at) - back]?.verbs ?? []
    return (meaning(verbs, 'light') ?? meaning(verbs, 'announces') ?? meaning(verbs, 'says')) !== null
  })

/** How many words may stand between a possessor and what it has. */
const ownReach = 2

/** "Kenya's (strong) commitment to": the mention of whose it is, where that stands before. */
export const possessorOf = (scene: Scene, at: number): Mention | null => {
  for (let k = at - 1; k >= Math.max(0, at - 1 - ownReach); k--) {
    if (role(scene.glosses[k]) === 'possessive') return mentionOver(scene, k - 1)
    if (scene.words[k]!.kind === 'mark' || role(scene.glosses[k]) !== undefined || scene.glosses[k]!.verbs.length > 0) return null
  }
  return null
}

/** "An agreement was reached to": the verb that carries a noun, behind it. */
const carriedAfter = (scene: Scene, at: number): boolean =>
  scene.page.pack.syntax.subject === 'before' && [1, 2].some((step) => meaning(scene.glosses[at + step]?.verbs ?? [], 'light') !== null && (role(scene.glosses[at + step - 1]) === 'was' || role(scene.glosses[at + step - 1]) === 'be'))

/** "Met in Muscat to discuss …": the purpose of a meeting is what was talked about there. */
const metBefore = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (meaning(scene.glosses[k]!.verbs, 'meets') && scene.glosses[k]!.tense === 'past') return true
  return false
}

/** "The chances of reaching an agreement": a definite deed right behind a noun without the article is that noun's, and not told as done. */
const owned = (scene: Scene, at: number, { form, before }: Found): boolean => {
  const [word, gloss] = [scene.words[at - 1], scene.glosses[at - 1]]
  return form === 'deed' && before === THE && word?.kind === 'word' && gloss!.verbs.length === 0 && gloss!.particle === null && gloss!.length === 1 && !mentionOver(scene, at - 1) && !timeOver(scene, at - 1) && !hasArticle(scene, at - 1)
}

/** "The signing of the agreement": an agreement right behind its signing is the instrument. */
const signedAt = (scene: Scene, at: number): boolean => scene.glosses[at - 1]?.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && means.status === 'signed') ?? false

const nounTrigger = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  const found = gloss.nouns.find(({ form, lexeme: { means } }) => means.force !== undefined && !(form === 'deed' && means.present)) ?? null
  if (!found || negated(scene, at) || roleBefore(scene, at) === 'purpose') return null
  if (found.lexeme.means.announces && found.form !== 'deed') return null
  if (found.lexeme.means.force === 'agreed' && (owned(scene, at, found) || (found.lexeme.means.carried && signedAt(scene, at)))) return null
  if ((found.before & BY) !== 0 && found.lexeme.means.force === 'offered') return null // "With Russian support": how something is done.
  if ((found.before & TO) !== 0 && !(found.verbal === 'infinitive' && found.lexeme.means.force === 'considered' && metBefore(scene, at))) return null
  if (found.lexeme.means.carried && (found.before & THE) !== 0 && capital(scene, at) && role(scene.glosses[at + found.length]) === 'topic' && scene.page.pack.syntax.capitals) return null
  if (found.lexeme.means.carried && !carriedBefore(scene, at) && !carriedAfter(scene, at + found.length) && !mentionOver(scene, at + found.length)) return null
  if (found.lexeme.means.own && found.after === '' && !spokenBefore(scene, at) && possessorOf(scene, at) === null) return null
  return trigger(at, found, found.lexeme.means.force as Force, false, 'will')
}

const includes = (scene: Scene, at: number): boolean => {
  const { from } = sentenceOver(scene, at)
  for (let k = Math.max(from, at - 60); k < at; k++) {
    const { verbs, nouns } = scene.glosses[k] as Gloss
    if ((meaning(verbs, 'includes') ?? meaning(verbs, 'provides')) && nounNear(scene, k)) return true
    if (meaning(nouns, 'instrument') && !meaning(nouns, 'body') && meaning(scene.glosses[k - 1]?.nouns ?? [], 'status')) return true
  }
  return false
}

const nounNear = (scene: Scene, at: number): boolean =>
  [-2, -1, 1, 2].some((step) => {
    const gloss = scene.glosses[at + step]
    return gloss !== undefined && (meaning(gloss.nouns, 'instrument') !== null || gloss.particle?.lexeme.means.ordinal !== undefined || role(gloss) === 'other-one')
  })

/** "Investment exceeded 4 billion": the noun is the subject of a verb of measure and tells a figure. */
const measured = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const { to } = clauseOver(scene, at)
  for (let k = at; k < to; k++) if (meaning(scene.glosses[k]!.verbs, 'measures')) return true
  return false
}

/** "Loans planned at 15 billion": an attribute without the article that says of a gift that it is to come. */
const dueAt = (scene: Scene, at: number): boolean => {
  const found = meaning(scene.glosses[at]?.nouns ?? [], 'due')
  return found !== null && (found.before & THE) === 0
}

/** "Chilean investment in Brazil is 10 billion": a sum that is told of the noun, and not given, where the subject stands first. */
const stated = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const sum = quantitiesIn(scene, { from: at, to: Math.min(sentenceOver(scene, at).to, at + 14) }).find(({ sort }) => sort === 'money')
  for (let k = at + 1; k < (sum?.from ?? at); k++) if (role(scene.glosses[k]) === 'is' || role(scene.glosses[k]) === 'was' || (scene.words[k]!.kind === 'mark' && !scene.words[k]!.form.startsWith('-'))) return true
  return false
}

/** A gift with its sum among the terms of an agreement is agreed: "it includes a deposit of 500 million". */
const termTrigger = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at] as Gloss
  const deed = deedAt(scene, at)
  const found = deed && (deed.lexeme.means.gives || deed.lexeme.means.action === 'support') ? deed : meaning(gloss.nouns, 'gift')
  if (!found || (found.before & THE) !== 0 || found.after !== '' || measured(scene, at)) return null
  const money = quantitiesIn(scene, { from: at, to: Math.min(sentenceOver(scene, at).to, at + 14) }).some(({ sort }) => sort === 'money')
  const pledged = deed?.form === 'deed' && !stated(scene, at) && [1, 2, 3].some((step) => mentionOver(scene, at + step) !== null)
  const force = includes(scene, at) ? 'agreed' : dueAt(scene, at + found.length) ? 'planned' : pledged ? 'pledged' : null
  return money && force ? trigger(at, { ...found, lexeme: { ...found.lexeme, means: { ...found.lexeme.means, action: 'finance' } } }, force, true, 'will', []) : null
}

const considering = (scene: Scene, at: number): boolean => {
  const { from } = sentenceOver(scene, at)
  for (let k = from; k < at; k++) {
    const { verbs, nouns, tense } = scene.glosses[k] as Gloss
    if (tense !== 'future' && [...verbs, ...nouns].some(({ lexeme: { means } }) => means.force === 'considered')) return true
  }
  return false
}

/** "ways of strengthening …" in a sentence of discussing, however far from its verb. */
const wayTrigger = (scene: Scene, at: number): Trigger | null => {
  const found = meaning((scene.glosses[at] as Gloss).nouns, 'way')
  const deed = found ? (deedAt(scene, at + found.length) ?? deedAt(scene, at + found.length + 1)) : null
  return found && deed && considering(scene, at) ? trigger(at, { ...found, lexeme: { ...found.lexeme, means: { ...found.lexeme.means, ...(deed.lexeme.means.action ? { action: deed.lexeme.means.action } : {}) } } }, 'considered', true, 'will', []) : null
}

/** What a word must be to be looked at for a promise. */
const promising = trait.verb | trait.force | trait.gives | trait.way

/** The trigger that stands at a word, if one does. */
export const triggerAt = (scene: Scene, at: number): Trigger | null => {
  const gloss = scene.glosses[at]
  if (!gloss || (gloss.traits & promising) === 0 || mentionOver(scene, at)?.type === 'person') return null
  if (gloss.verbs.length > 0) return verbTrigger(scene, at)
  return particleTrigger(scene, at) ?? nounTrigger(scene, at) ?? termTrigger(scene, at) ?? wayTrigger(scene, at)
}

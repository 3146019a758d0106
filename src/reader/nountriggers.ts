import type { Force } from '../model/index.ts'
import { type Found, type Gloss, meaning, role } from './gloss.ts'
import { BY, THE, TO } from './lexicon/pack.ts'
import type { Mention } from './page.ts'
import { capital, hasArticle, phraseStart } from './phrases.ts'
import { clauseOver, mentionOver, quantitiesIn, roleBefore, type Scene, sentenceOver, timeOver } from './scene.ts'
import { deedAt, negated, type Trigger, trigger } from './trigger.ts'

/** Promises that nouns make: a word of force, a gift with its sum, ways of a deed. */

/** "Drew up a plan to". */
const drafted = ({ verbs }: Gloss): Found | null => verbs.find(({ lexeme: { means } }) => means.action === 'draft') ?? null

/** Whether a clause up to `at` speaks or expresses, so that a noun of force in it is a party's own. */
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

export const nounTrigger = (scene: Scene, at: number): Trigger | null => {
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
export const termTrigger = (scene: Scene, at: number): Trigger | null => {
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
export const wayTrigger = (scene: Scene, at: number): Trigger | null => {
  const found = meaning((scene.glosses[at] as Gloss).nouns, 'way')
  const deed = found ? (deedAt(scene, at + found.length) ?? deedAt(scene, at + found.length + 1)) : null
  return found && deed && considering(scene, at) ? trigger(at, { ...found, lexeme: { ...found.lexeme, means: { ...found.lexeme.means, ...(deed.lexeme.means.action ? { action: deed.lexeme.means.action } : {}) } } }, 'considered', true, 'will', []) : null
}

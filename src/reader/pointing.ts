import { type Fate, titleOf, toldAfter, withSum } from './fates.ts'
import { type Found, role } from './gloss.ts'
import { AND, THE, TO } from './lexicon/pack.ts'
import { inList, type Told } from './members.ts'
import { countOf, definite, phraseStart } from './phrases.ts'
import { roleBefore, type Scene } from './scene.ts'

/** Whether a noun for an instrument points back at one told before, or is the title of one. */

/** "The five-year plan for cooperation": the article of a title, with a word that tells which one and what it is for. */
const entitled = (scene: Scene, at: number, found: Found, end: number): boolean =>
  scene.page.pack.syntax.bends === 'first' && end - at >= 3 && scene.words[at + 1]!.form.startsWith(scene.page.pack.clitic.the ?? ' ') && [1, 2].some((step) => saysWhatFor(scene, at + Math.max(found.length, 2) - 1 + step))

/** "for cooperation", "for exchanging", "in the field of": what leads from a title to what it is about. */
const saysWhatFor = (scene: Scene, at: number): boolean =>
  role(scene.glosses[at]) === 'topic' || (scene.words[at]?.stems.some(({ before }) => (before & (TO | THE)) === (TO | THE)) ?? false) || (scene.glosses[at]?.nouns.some(({ form, before }) => form === 'deed' && (before & TO) !== 0) ?? false)

/** "The plan" points back; "the plan of cooperation" does unless it was signed: where nouns are told by what stands around them, it is then a plan of its own. */
export const pointing = (scene: Scene, at: number, found: Found, { making }: Fate, end: number): boolean => {
  if (making !== 'sign') return definite(scene, at, found)
  return found.after !== '' || ((found.before & THE) !== 0 && !entitled(scene, at, found, end) && (scene.page.pack.syntax.bends === 'first' || end - at - found.length < 1))
}

/** The article may stand on the second word of a phrase, or on what qualifies a plural: "the memoranda (of understanding) signed". */
const articled = (scene: Scene, at: number, found: Found): boolean =>
  (found.before & THE) !== 0 || [found.length - 1, found.length].some((step) => step > 0 && (scene.words[at + step]?.stems.some(({ before }) => (before & THE) !== 0) ?? false))

/** "Signed the Agreement on …, the Protocol on …": the article of a title that says what it is about, behind its verb of signing or in a list of such; where titles are told by capitals. */
const titled = (scene: Scene, at: number, found: Found, told: Told): boolean => {
  if (scene.page.pack.syntax.bends === 'first' || role(scene.glosses[at + found.length]) !== 'topic') return false
  let k = phraseStart(scene, at) - 1
  while (k > 0 && scene.words[k]!.apart === THE) k -= 1
  return (scene.glosses[k]?.verbs.some(({ lexeme: { means } }) => means.action === 'sign') ?? false) || inList(scene, at, told)
}

/** "the agreement", "this memorandum": points back at one told before and adds nothing. */
export const pointsBack = (scene: Scene, at: number, found: Found, end: number, told: Told): boolean => {
  const before = roleBefore(scene, at)
  if (qualifies(scene, at, found) || before === 'this' || before === 'one-of' || role(scene.glosses[at + found.length]) === 'this') return true
  if (told.set && found.number > 1 && countOf(scene, at, found) === null && articled(scene, at, found)) return true
  if ((phraseStart(scene, at) < at && found.number < 2) || withSum(scene, at, found, end) || titled(scene, at, found, told) || titleOf(scene, at, found)) return false
  if (!definite(scene, at, found) || (told.set && scene.glosses[at + found.length]?.particle?.lexeme.means.ordinal)) return false
  if (told.last === null && scene.page.pack.syntax.bends === 'last') return false
  return end - at - found.length < 1 || ((found.before & THE) !== 0 && told.last !== null && (countOf(scene, at, found) === null || found.number === 2) && !toldAfter(scene, end))
}

/** A definite word right after a definite noun qualifies it: what is read as "the list" may be "the standing (ties)". */
const qualifies = (scene: Scene, at: number, found: Found): boolean =>
  at > 0 && found.lexeme.means.instrument === 'list' && (found.before & (THE | AND | TO)) === THE && scene.glosses[at - 1]!.nouns.some(({ before }) => (before & THE) !== 0)

import type { Action, Polarity } from '../model/index.ts'
import { type Found, type Gloss, meaning, role } from './gloss.ts'
import { AND, BY, TO } from './lexicon/pack.ts'
import { modifies } from './phrases.ts'
import { clauseOver, mentionOver, quantityOver, roleBefore, type Scene, sentenceOver, timeOver } from './scene.ts'
import { deedAt, polarityAt, type Trigger } from './trigger.ts'

/** The deed of a promise: the word that names it, where its object begins, and by which small word it was introduced. */
export type Head = {
  readonly at: number
  readonly next: number
  readonly action: Action
  readonly polarity: Polarity
  readonly found: Found | null
  /** The introducing word or clitic; `direct` for a direct object, `itself` for the trigger's own deed. */
  readonly intro: string
}

/** How far a speaker's post, name and apposition may push the complement away from its verb, in words. */
const reach = 26

/** Whether small words stand apart and the subject before its verb. */
export const apart = (scene: Scene): boolean => scene.page.pack.syntax.subject === 'before'

/** Inside a name or a time no deed begins. */
export const opaque = (scene: Scene, at: number): boolean => {
  const mention = mentionOver(scene, at)
  return (mention !== null && !mention.adjective) || timeOver(scene, at) !== null
}

const thing = ({ form, lexeme: { means } }: Found): boolean =>
  form !== 'doer' && form !== 'done' && !means.actor &&
  (means.way ?? means.needs ?? means.meeting ?? means.instrument ?? means.gift ?? means.project ?? (means.weak ? undefined : means.works) ?? means.action ?? (means.force === 'agreed' ? true : undefined)) !== undefined

/** A word that can be what is promised: a deed, a thing, or a way or need of a deed. */
const complementAt = (scene: Scene, at: number): Found | null => deedAt(scene, at) ?? scene.glosses[at]?.nouns.find((found) => thing(found) && !modifies(scene, at, found.length)) ?? null

type Intro = { readonly intro: string; readonly head: number }

const bit: Readonly<Record<string, number>> = { by: BY, to: TO }

const governing = new Set(['prep', 'agent', 'in', 'topic', 'means', 'with', 'between', 'under'])

/** A word after a preposition is no direct object. */
const governed = (scene: Scene, at: number): boolean => governing.has(role(scene.glosses[at - 1]) ?? '')

const introAt = (scene: Scene, takes: readonly string[], at: number): Intro | null => {
  const gloss = scene.glosses[at] as Gloss
  const word = scene.words[at]!
  if (takes.includes('that') && gloss.particle?.lexeme.means.provided) return { intro: 'that', head: at + gloss.length }
  if (takes.includes('that') && role(gloss) === 'complement') return { intro: 'that', head: at + gloss.length }
  const small = word.stems.find((stem) => (stem.before & ~AND) === 0 && takes.includes(stem.form))
  if (small) return { intro: small.form, head: at + 1 }
  for (const name in bit)
    if (takes.includes(name) && (gloss.before & bit[name]!) !== 0 && gloss.verbs.length === 0 && !mentionOver(scene, at)) return { intro: name, head: at }
  if (role(gloss) === 'refrain' && takes.some((name) => bit[name] !== undefined && word.form.startsWith(scene.page.pack.clitic[name as 'by' | 'to'] ?? ' '))) return { intro: word.form, head: at }
  for (const name of ['by', 'to'] as const) {
    const letter = scene.page.pack.clitic[name]
    if (letter && takes.includes(name) && word.form === letter && quantityOver(scene, at + 1)) return { intro: name, head: at + 1 }
    if (takes.includes(name) && role(gloss) === 'worth' && !apart(scene)) return { intro: name, head: at + gloss.length }
    if (letter && takes.includes(name) && word.kind === 'word' && word.form.length >= 5 && word.form.startsWith(letter) && word.stems.length === 1 && word.stems[0]!.senses.length === 0 && !mentionOver(scene, at)) return { intro: name, head: at }
  }
  if (takes.includes('sum') && quantityOver(scene, at)?.sort === 'money') return { intro: 'direct', head: at }
  if (takes.includes('direct') && !governed(scene, at) && gloss.verbs.length === 0 && (gloss.before & (BY | TO)) === 0 && complementAt(scene, at)) return { intro: 'direct', head: at }
  return null
}

const ends = (scene: Scene, trigger: Trigger, at: number): boolean => {
  const clause = clauseOver(scene, at)
  return clause.from === at && clause.kind !== 'relative' && clause.kind !== 'rest' && at > trigger.at + trigger.length
}

/** Another word of force, whose own complement follows: "stressed its readiness to". */
const rival = (scene: Scene, at: number): boolean =>
  scene.glosses[at]?.nouns.some(({ lexeme: { means } }) => means.force !== undefined && !means.needs) ?? false

/** A word the pack does not know, right after a verb that takes its object directly (past its subject), is what is promised. */
const unknownObject = (scene: Scene, trigger: Trigger): Intro | null => {
  const { means } = trigger.found.lexeme
  if (!trigger.takes.includes('direct') || means.announces || means.stresses || means.needs || means.deed || means.schedule || trigger.force === 'considered' || trigger.force === 'pledged') return null
  for (let at = trigger.at + trigger.length; at < trigger.at + trigger.length + reach && at < scene.words.length; at++) {
    if (opaque(scene, at)) continue
    const gloss = scene.glosses[at] as Gloss
    const plain = scene.words[at]!.kind === 'word' && gloss.verbs.length === 0 && gloss.nouns.length === 0 && gloss.particle === null && scene.words[at]!.stems.length === 1
    return plain ? { intro: 'direct', head: at } : null
  }
  return null
}

/** "Hoped exports would double": the clause right behind the verb is what is hoped, though nothing opens it, where the subject stands before its verb. */
const hopedAt = (scene: Scene, trigger: Trigger, at: number): boolean =>
  apart(scene) && at === trigger.at + trigger.length && scene.glosses[trigger.at]!.verbs.length > 0 && clauseOver(scene, at).from === at && clauseOver(scene, at).kind === 'said' && role(scene.glosses[at]) !== 'complement'

/** Finds where the complement of a trigger begins; null when the clause ends before, or another word of force takes it over. */
const findIntro = (scene: Scene, trigger: Trigger): Intro | null => {
  const takes = trigger.takes.length ? trigger.takes : ['direct']
  const limit = Math.min(sentenceOver(scene, trigger.at).to, trigger.at + trigger.length + reach)
  for (let at = trigger.at + trigger.length; at < limit; at++) {
    if (takes.includes('that') && hopedAt(scene, trigger, at)) return { intro: 'that', head: at }
    if (ends(scene, trigger, at) && role(scene.glosses[at]) !== 'complement') return null
    if (opaque(scene, at)) continue
    const intro = introAt(scene, takes, at)
    if (intro) return trigger.found.lexeme.means.stresses && rival(scene, intro.head) ? null : intro
    if (trigger.found.lexeme.means.stresses && rival(scene, at)) return null
    if (trigger.found.lexeme.means.needs && at > trigger.at + trigger.length) return null
  }
  return unknownObject(scene, trigger)
}

const headOf = (scene: Scene, at: number, found: Found | null, intro: string, action: Action): Head =>
  ({ at, next: at + (found?.length ?? 1), action, polarity: apart(scene) && (found === null || found.verbal) && roleBefore(scene, at) === 'negation' ? 'will-not' : polarityAt(scene, at), found, intro })

/** Marks that do not part a word from the next: quotation marks and the sign of a hashtag. */
const joining = new Set(['"', '#', ':'])

/** Where prepositions and infinitives stand apart, the deed lies farther from the verb that begins it ("work with Oman to build"), in words. */
const apartReach = 5

/** The deed after a word that only carries or begins it, within three words. */
const carried = (scene: Scene, at: number, length: number): Found & { readonly at: number } | null => {
  for (let k = at + length; k <= at + length + (apart(scene) ? apartReach : 2) && k < scene.words.length; k++) {
    if (scene.words[k]!.kind === 'mark' && !joining.has(scene.words[k]!.form)) return null
    const found = deedAt(scene, k)
    if (found && ((found.lexeme.means.holds && !found.lexeme.means.works) || found.lexeme.means.aspect)) return carried(scene, k, found.length) ?? (found.lexeme.means.action ? { ...found, at: k } : null)
    if (found?.lexeme.means.action) return { ...found, at: k }
    if ((scene.glosses[k]!.before & AND) !== 0) return null
  }
  return null
}

const nounAction = (found: Found): Action => {
  const { means } = found.lexeme
  if (means.action) return means.action
  if (means.meeting) return 'hold'
  if (means.instrument) return means.body ? 'establish' : 'sign'
  if (means.gift) return 'finance'
  if (means.project ?? means.works) return 'build'
  return 'other'
}

/** "an agreement to hold …": the agreement is only the frame of the deed. */
const agreedOn = (scene: Scene, at: number, found: Found): true | undefined =>
  found.lexeme.means.instrument === 'agreement' && role(scene.glosses[at + found.length]) === 'prep' && deedAt(scene, at + found.length + 1) !== null ? true : undefined

/** Past the names that come first: "asked of Russia the stopping of". */
const pastNames = (scene: Scene, from: number): number => {
  let at = from
  while (at < scene.words.length && opaque(scene, at)) at++
  return at
}

/** Whether a small word ends the noun phrase before it; one that colours or denies a verb does not. */
const parts = (scene: Scene, at: number): boolean => {
  const part = role(scene.glosses[at])
  return part !== undefined && part !== 'adverb' && part !== 'negation'
}

/** How far from its beginning the head of a complement may stand where nouns are qualified before them, in words. */
const qualified = 8

/** The head at a word that begins a nominal complement, looking through ways, needs, light and beginning words. */
export const nominalHead = (scene: Scene, from: number, intro: string): Head | null => {
  for (let at = from; at < Math.min(from + (apart(scene) ? qualified : 4), scene.words.length); at++) {
    if (role(scene.glosses[at]) === 'refrain' || role(scene.glosses[at]) === 'following') continue
    if (at > from && apart(scene) && (parts(scene, at) || (scene.glosses[at]!.verbs.length > 0 && scene.glosses[at]!.tense === 'past'))) break
    if (quantityOver(scene, at)?.sort === 'money') return { at, next: quantityOver(scene, at)!.to, action: 'finance', polarity: 'will', found: null, intro }
    const found = complementAt(scene, at)
    if (!found) {
      if (scene.words[at]!.kind === 'mark' && !joining.has(scene.words[at]!.form)) break
      continue
    }
    const { means } = found.lexeme
    if (means.way ?? means.needs ?? means.light ?? means.aspect ?? (means.force === 'agreed' ? true : undefined) ?? agreedOn(scene, at, found)) {
      const deed = carried(scene, at, found.length)
      if (deed) return { ...headOf(scene, at, deed, intro, deed.lexeme.means.aspect ? (means.action ?? 'other') : (deed.lexeme.means.action as Action)), next: deed.at + deed.length }
      if (means.way ?? means.needs) return headOf(scene, at, found, intro, 'other')
    }
    return headOf(scene, at, found, intro, nounAction(found))
  }
  const first = pastNames(scene, from)
  return first < scene.words.length && scene.words[first]!.kind !== 'mark' ? headOf(scene, first, null, intro, 'other') : null
}

/** Right after "that" a word the pack does not know is the verb. */
const unknown = (scene: Scene, at: number): boolean => {
  const word = scene.words[at]!
  const gloss = scene.glosses[at]!
  return word.kind === 'word' && gloss.verbs.length === 0 && gloss.nouns.length === 0 && gloss.particle === null && word.stems.length === 1 && !mentionOver(scene, at)
}

/** What is to rise or fall is to be increased or reduced. */
const movement = (measures: 'reach' | 'rise' | 'fall' | undefined): Action => (measures === 'rise' ? 'increase' : measures === 'fall' ? 'reduce' : 'other')

/** `asked`: what is proposed or asked for stands in the base form ("that both open the port"). */
const verbalHead = (scene: Scene, from: number, asked = false): Head | null => {
  for (let at = from; at < Math.min(from + 14, scene.words.length); at++) {
    const gloss = scene.glosses[at] as Gloss
    if (at === from && !apart(scene) && unknown(scene, at)) return headOf(scene, at, null, 'that', 'other')
    if (apart(scene) && gloss.particle?.lexeme.means.force) return nominalHead(scene, at + gloss.length, 'that')
    if (gloss.verbs.length === 0) continue
    if (at > from + 1 && gloss.tense !== 'future' && !(asked && apart(scene) && gloss.tense === 'present') && ![1, 2].some((back) => role(scene.glosses[at - back]) === 'may')) return null
    if (role(gloss) === 'was' || meaning(gloss.verbs, 'role')) return null
    const found = meaning(gloss.verbs, 'action') ?? meaning(gloss.verbs, 'light') ?? gloss.verbs[0]!
    const deed = found.lexeme.means.light || found.lexeme.means.aspect ? carried(scene, at, found.length) : null
    if (found.lexeme.means.light && !deed && gloss.tense !== 'future') return null
    return { ...headOf(scene, at, deed ?? found, 'that', (deed ?? found).lexeme.means.action ?? movement((deed ?? found).lexeme.means.measures)), next: deed ? deed.at + deed.length : at + found.length }
  }
  return null
}

/** The deed that a verb of beginning, speeding or helping goes on to name, past its subject. */
const named = (scene: Scene, trigger: Trigger): Found | null => {
  const { to } = clauseOver(scene, trigger.at)
  for (let at = trigger.at + trigger.length; at < Math.min(to, trigger.at + 14); at++) {
    const found = opaque(scene, at) ? null : deedAt(scene, at)
    if (found?.lexeme.means.action && !(found.lexeme.means.holds && !found.lexeme.means.works) && ((found.before & TO) === 0 || found.verbal)) return found
    if (role(scene.glosses[at]) === 'purpose') return null
  }
  return null
}

/** To begin building is to launch; to begin, speed or help any other deed is that deed. */
const aspectAction = (own: Action, deed: Found | null): Action => {
  const action = deed?.lexeme.means.action
  if (deed?.verbal && deed.lexeme.means.aspect) return action ?? own
  return action === undefined || deed?.lexeme.means.aspect || (own === 'launch' && action === 'build') ? own : action
}

const ownHead = (scene: Scene, trigger: Trigger): Head => {
  const { means } = trigger.found.lexeme
  const own = means.action ?? 'other'
  return headOf(scene, trigger.at, trigger.found, 'itself', means.aspect ? aspectAction(own, named(scene, trigger)) : own)
}

/** "The final signing will take place in Valletta": the deed is the subject before a light verb. */
const subjectDeed = (scene: Scene, trigger: Trigger): Head | null => {
  if (!trigger.found.lexeme.means.light) return null
  for (let at = trigger.at - 1; at >= Math.max(clauseOver(scene, trigger.at).from, trigger.at - 8); at--) {
    const found = opaque(scene, at) ? null : deedAt(scene, at)
    if (found?.lexeme.means.action) return { ...headOf(scene, at, found, 'itself', found.lexeme.means.action), next: trigger.at + trigger.length }
  }
  return null
}

/** The first deed that a trigger promises. */
export const firstHead = (scene: Scene, trigger: Trigger): Head | null => {
  if (trigger.itself) return ownHead(scene, trigger)
  if (trigger.found.lexeme.means.provided) return verbalHead(scene, trigger.at + trigger.length)
  const intro = findIntro(scene, trigger)
  if (!intro) return subjectDeed(scene, trigger)
  const head = intro.intro === 'that' ? verbalHead(scene, intro.head, trigger.force === 'urged' && !trigger.found.lexeme.means.stresses) : nominalHead(scene, intro.head, intro.intro)
  return head && (trigger.found.lexeme.means.own ?? (trigger.force === 'offered' ? trigger.found.lexeme.means.deed : undefined)) && trigger.found.lexeme.means.action ? { ...head, action: trigger.found.lexeme.means.action } : head
}

import type { Action, Polarity } from '../model/index.ts'
import { type Found, type Gloss, meaning, role } from './gloss.ts'
import { AND, BY, THE, TO } from './lexicon/pack.ts'
import { modifies } from './phrases.ts'
import { apartBefore, clauseOver, mentionOver, quantitiesIn, quantityOver, roleBefore, type Scene, sentenceOver, timeOver } from './scene.ts'
import { deedAt, polarityAt, type Trigger } from './triggers.ts'

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

const opaque = (scene: Scene, at: number): boolean => {
  const mention = mentionOver(scene, at)
  return (mention !== null && !mention.adjective) || timeOver(scene, at) !== null
}

const thing = ({ form, lexeme: { means } }: Found): boolean =>
  form !== 'doer' && form !== 'done' && !means.actor &&
  (means.way ?? means.needs ?? means.meeting ?? means.instrument ?? means.gift ?? means.project ?? means.works ?? means.action ?? (means.force === 'agreed' ? true : undefined)) !== undefined

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

const verbalHead = (scene: Scene, from: number): Head | null => {
  for (let at = from; at < Math.min(from + 14, scene.words.length); at++) {
    const gloss = scene.glosses[at] as Gloss
    if (at === from && !apart(scene) && unknown(scene, at)) return headOf(scene, at, null, 'that', 'other')
    if (apart(scene) && gloss.particle?.lexeme.means.force) return nominalHead(scene, at + gloss.length, 'that')
    if (gloss.verbs.length === 0) continue
    if (at > from + 1 && gloss.tense !== 'future' && ![1, 2].some((back) => role(scene.glosses[at - back]) === 'may')) return null
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
const firstHead = (scene: Scene, trigger: Trigger): Head | null => {
  if (trigger.itself) return ownHead(scene, trigger)
  if (trigger.found.lexeme.means.provided) return verbalHead(scene, trigger.at + trigger.length)
  const intro = findIntro(scene, trigger)
  if (!intro) return subjectDeed(scene, trigger)
  const head = intro.intro === 'that' ? verbalHead(scene, intro.head) : nominalHead(scene, intro.head, intro.intro)
  return head && (trigger.found.lexeme.means.own ?? (trigger.force === 'offered' ? trigger.found.lexeme.means.deed : undefined)) && trigger.found.lexeme.means.action ? { ...head, action: trigger.found.lexeme.means.action } : head
}

/** After a semicolon another deed goes on with the list: "agreed on: founding …; widening …". */
const listed = (scene: Scene, at: number): boolean => {
  const from = scene.words[at]?.apart === AND ? at + 1 : at
  return (scene.words[at - 1]?.form === '؛' || scene.words[at - 1]?.form === ';') && deedAt(scene, from) !== null
}

/** Where the reach of a promise ends: at the next clause of its own, at most at the end of the sentence. */
const extent = (scene: Scene, trigger: Trigger, head: Head): number => {
  const { to } = sentenceOver(scene, trigger.at)
  for (let at = head.next; at < to; at++) {
    if (at > head.next && scene.glosses[at]!.particle?.lexeme.means.provided) return at
    const clause = clauseOver(scene, at)
    if (clause.from === at && clause.kind === 'main' && !listed(scene, at)) return at
    if (clause.from === at && clause.kind === 'said' && trigger.at < clause.from) return at
  }
  return to
}

const infinitive = (scene: Scene, at: number): boolean => deedAt(scene, at)?.verbal === 'infinitive' && (scene.glosses[at]!.before & TO) !== 0

/** "to raise trade by 2030, to form a group and to hold talks": after a comma an infinitive goes on with the list that "and to" ends. */
const listedApart = (scene: Scene, at: number, to: number, first: Head): boolean => {
  if (!apart(scene) || first.found?.verbal !== 'infinitive' || scene.words[at - 2]?.form !== ',' || scene.words[at - 1]!.apart !== TO || !infinitive(scene, at)) return false
  for (let k = at + 1; k < to; k++) if (infinitive(scene, k) && (apartBefore(scene, k) & AND) !== 0) return true
  return false
}

type Context = 'none' | 'purpose' | 'means' | 'topic'

const contextOf = (scene: Scene, at: number, context: Context, intro: string): Context => {
  const gloss = scene.glosses[at] as Gloss
  const part = role(gloss)
  if (timeOver(scene, at)) return 'none'
  if (part === 'purpose' || part === 'means' || part === 'topic') return part
  if ((gloss.before & TO) !== 0 && (gloss.before & THE) === 0 && (intro !== 'to' || scene.words[at]!.stems.every(({ before }) => before === 0)) && deedAt(scene, at)?.lexeme.means.action) return 'purpose'
  return context
}

/** A definite deed joined by "and" is a field ("investment and production") unless it goes on to an object of its own. */
const governs = (scene: Scene, at: number): boolean => {
  for (let k = at + 1; k <= at + 2 && k < scene.words.length; k++) {
    const gloss = scene.glosses[k]!
    if ((gloss.before & (TO | BY)) !== 0 || role(gloss) === 'in' || role(gloss) === 'prep') return true
    if ((gloss.before & AND) !== 0 || scene.words[k]!.kind === 'mark') return false
  }
  return false
}

const apart = (scene: Scene): boolean => scene.page.pack.syntax.subject === 'before'

/** A form of the verb goes on with the same form of the verb, or with that which follows it ("to focus on raising … and opening …"); a noun with a noun that has an object of its own ("the building of … and the opening of …"). */
const coordinatedApart = (scene: Scene, at: number, head: Head, found: Found): boolean => {
  if (head.intro === 'itself') return found.verbal !== undefined
  if (head.found?.verbal !== undefined) return found.verbal === head.found.verbal || (found.verbal === 'gerund' && deedAt(scene, head.next + 1)?.verbal === 'gerund')
  return found.verbal !== undefined || role(scene.glosses[at + found.length]) === 'prep'
}

/** Whether "and" at `at` adds another deed to the promise (and not to the field, purpose or means named last). */
const coordinated = (scene: Scene, at: number, head: Head, context: Context, paused: boolean): boolean => {
  const gloss = scene.glosses[at] as Gloss
  const found = deedAt(scene, at)
  if (!found?.lexeme.means.action || mentionOver(scene, at) || quantityOver(scene, at)) return false
  const before = gloss.before & ~AND
  if ((before & THE) !== 0 && !governs(scene, at)) return false
  if (apart(scene)) return coordinatedApart(scene, at, head, found)
  if (head.intro === 'itself') return (before === 0 && found.form === 'deed') || (before === THE && context === 'none')
  if (before === TO || before === BY) return head.intro === (before === TO ? 'to' : 'by')
  if (context === 'none' || ((before & THE) !== 0 && context !== 'purpose')) return true
  return paused
}

const quantityIn = (scene: Scene, from: number, to: number): boolean => quantitiesIn(scene, { from, to }).some(({ sort }) => sort === 'money')

const also = (scene: Scene, at: number): boolean => role(scene.glosses[at]) === 'besides' || role(scene.glosses[at]) === 'also'

/** "…, a credit line of 20 billion and a special fund of ten": each gift with its own sum is a promise of its own. */
const listedGift = (scene: Scene, at: number, first: Head): boolean => {
  if (first.action !== 'finance' && first.action !== 'support') return false
  const gloss = scene.glosses[at] as Gloss
  const joined = (gloss.before & AND) !== 0 || scene.words[at - 1]!.kind === 'mark' || also(scene, at - 1) || also(scene, at - 2)
  const found = joined ? gloss.nouns.find(({ lexeme: { means } }) => means.gift ?? means.body) : undefined
  if (!found) return false
  const { to } = sentenceOver(scene, at)
  for (let k = at + 1; k < Math.min(to, at + 10); k++) {
    if (quantityOver(scene, k)?.sort === 'money') return quantityIn(scene, first.at, at)
    if (scene.words[k]!.kind === 'mark') return false
  }
  return false
}

/** How many words may name what a gapped deed is done to, and say when. */
const gapReach = 10

/** "Work is to start in May and production at the end of 2028": behind "and" a noun and its time take up the deed, where the subject stands first. */
const gapped = (scene: Scene, and: number, to: number, first: Head): Head | null => {
  if (!apart(scene) || scene.words[and]!.apart !== AND || first.found === null || timeBetween(scene, first.next, and) === null) return null
  const time = timeBetween(scene, and, Math.min(to, and + gapReach))
  if (time === null || time < and + 3 || scene.words[and + 1]!.kind !== 'word' || opaque(scene, and + 1)) return null
  for (let at = and + 1; at < time; at++) if (scene.glosses[at]!.verbs.length > 0 || scene.words[at]!.kind === 'mark' || (at > and + 1 && deedAt(scene, at)?.verbal)) return null
  const joint = timeOver(scene, time)!.limit || [1, 2, 3].some((back) => ['in', 'prep'].includes(role(scene.glosses[time - back]) ?? ''))
  return joint ? { ...first, at: and + 1, next: and + 2, found: null } : null
}

/** Where a time begins in a run of words; null where none does. */
const timeBetween = (scene: Scene, from: number, to: number): number | null => {
  for (let at = from; at < to; at++) if (timeOver(scene, at)) return timeOver(scene, at)!.from
  return null
}

/** Every deed that the trigger promises: the first and those joined to it by "and". */
export const headsOf = (scene: Scene, trigger: Trigger, first = firstHead(scene, trigger)): { readonly heads: readonly Head[]; readonly to: number } | null => {
  if (!first) return null
  const to = extent(scene, trigger, first)
  const heads: Head[] = [first]
  let context: Context = 'none'
  for (let at = first.next; at < to; at++) {
    const gloss = scene.glosses[at] as Gloss
    const repeated = scene.words[at]!.stems.some((stem) => stem.form === first.intro && (stem.before === AND || apartBefore(scene, at) === AND))
    const word = repeated ? at + 1 : at
    const sum = quantityOver(scene, at)
    const and = (gloss.before & AND) !== 0 || scene.words[at]!.form === scene.page.pack.clitic.and || scene.words[at - 1]?.form === scene.page.pack.clitic.and
    if ((sum?.from === at || sum?.from === at + 1) && sum.sort === 'money' && !sum.repeats && and && quantityIn(scene, first.at, at)) {
      heads.push({ ...first, at: sum.from, next: sum.to, found: first.found })
      context = 'none'
      at = sum.to - 1
      continue
    }
    if (listedGift(scene, at, first)) {
      heads.push({ ...first, at, next: at + 1 })
      context = 'none'
      continue
    }
    const gap = gapped(scene, at, to, first)
    if (gap) {
      heads.push(gap)
      context = 'none'
      at = gap.next - 1
      continue
    }
    const joined = repeated || (gloss.before & AND) !== 0 || listed(scene, at) || listedApart(scene, at, to, first)
    const paused = scene.words[at - 1]!.kind === 'mark'
    if (joined && word < to && (repeated ? deedAt(scene, word) !== null : coordinated(scene, word, first, context, paused))) {
      const head = nominalHead(scene, word, first.intro)
      if (head) {
        heads.push(head)
        context = 'none'
        at = head.next - 1
        continue
      }
    }
    context = contextOf(scene, at, context, first.intro)
  }
  return { heads, to }
}

import { type Found, type Gloss, role } from './gloss.ts'
import { apart, firstHead, type Head, nominalHead, opaque } from './complements.ts'
import { AND, BY, THE, TO } from './lexicon/pack.ts'
import { apartBefore, clauseOver, mentionOver, quantitiesIn, quantityOver, type Scene, sentenceOver, timeOver } from './scene.ts'
import { deedAt, type Trigger } from './trigger.ts'

/** The deeds of one promise: the first, and those that a list, "and", a gift of its own or a time of its own adds to it. */

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

/** `cited`: deeds that are named as examples, means or fields ("including opening …, building … and holding …"). */
type Context = 'none' | 'purpose' | 'means' | 'topic' | 'cited'

const contextOf = (scene: Scene, at: number, context: Context, intro: string): Context => {
  const gloss = scene.glosses[at] as Gloss
  const part = role(gloss)
  if (timeOver(scene, at)) return 'none'
  if (apart(scene) && (part === 'means' || part === 'topic') && deedAt(scene, at + gloss.length)?.verbal === 'gerund') return 'cited'
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
  if (apart(scene)) return !(context === 'cited' && found.verbal === 'gerund') && coordinatedApart(scene, at, head, found)
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

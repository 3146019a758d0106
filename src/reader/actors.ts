import { type Found, type Gloss, meaning, role } from './gloss.ts'
import { AND, BY, LIKE, THE, TO } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import { companyBefore, principals, resolveActor, stateOf } from './names.ts'
import { firstFrom, type Mention, sentenceOf } from './page.ts'
import type { Clause } from './clauses.ts'
import { capital } from './phrases.ts'
import { borne, clauseOver, mentionOver, quantityOver, type Scene, timeOver } from './scene.ts'

/** The parties that a passage names: keys of entities, with the words that name them and the person among them who speaks. */
export type Actors = { readonly keys: readonly string[]; readonly from: number; readonly to: number; readonly person: string | null }

/** The party that a mention stands for: a person or capital binds the state, a company or an organisation itself; an agency that reports is none. */
const partyOf = (scene: Scene, mention: Mention): string | null => {
  if (scene.page.pack.names.byKey.get(mention.key)?.outlet) return null
  if (mention.type === 'company') return mention.key
  const code = stateOf(scene.page, mention)
  if (code) return `state:${code}`
  return mention.type === 'body' || mention.type === 'person' ? mention.key : null
}

/** The parties that a mention stands for: a standing body of two states ("the A-B Council") stands for both, and so does "the joint committee" where the text is about two. */
const partiesOf = (scene: Scene, mention: Mention): readonly (string | null)[] => {
  const both = meaning(scene.glosses[mention.from]!.nouns, 'joint') ? textParties(scene) : []
  if (both.length === 2) return both
  const states = mention.type === 'body' ? [...new Set((mention.inner ?? []).map((inner) => stateOf(scene.page, inner)).filter((code) => code !== null))] : []
  return states.length > 1 ? states.map((code) => `state:${code}`) : [partyOf(scene, mention)]
}

const preposition = new Set(['prep', 'in', 'topic', 'means', 'purpose', 'with', 'between', 'source', 'agent', 'besides', 'under'])

/** The word before a noun phrase: past what stands apart from its noun or qualifies it. */
const wordBefore = (scene: Scene, at: number): number => {
  let before = at - 1
  if (scene.page.pack.syntax.subject === 'after') return before
  while (before >= 0 && (scene.words[before]!.apart === THE || qualifies(scene, before))) before -= 1
  return before
}

const qualifies = (scene: Scene, at: number): boolean => {
  const { nouns, particle } = scene.glosses[at]!
  return (scene.words[at]!.qualities & (quality.own | quality.determiner)) !== 0 || (particle === null && nouns.length > 0 && nouns.every(({ lexeme: { pos } }) => pos === 'adjective')) || mentionOver(scene, at)?.adjective === true
}

const afterPreposition = (scene: Scene, at: number): boolean => {
  const before = wordBefore(scene, at)
  const part = before >= 0 ? role(scene.glosses[before]) : undefined
  const word = scene.words[at]!
  return (part !== undefined && preposition.has(part)) || word.stems.some((stem) => stem.before !== 0 && (stem.before & (BY | TO | LIKE)) !== 0 && (stem.senses.length > 0 || mentionOver(scene, at) !== null) && !word.stems.some((other) => other.before === 0 && other.senses.length > 0))
}

/** How many mentions back a pronoun looks for whom it means. */
const pronounReach = 12

/** The person whom the sentence of a mention names first. */
const firstPerson = (scene: Scene, mention: Mention): Mention => {
  const sentence = sentenceOf(scene.page, mention.from)
  const { mentions } = scene.page
  let first = mention
  for (let k = firstFrom(mentions, mention.from); k >= 0 && (mentions[k] === undefined || sentenceOf(scene.page, mentions[k]!.from) === sentence); k--) if (mentions[k]?.type === 'person') first = mentions[k]!
  return first
}

/** "He": whoever the nearest sentence before that names a person is about. */
const personBefore = (scene: Scene, at: number): Actors | null => {
  const { mentions } = scene.page
  const last = firstFrom(mentions, at)
  for (let k = last - 1; k >= Math.max(0, last - pronounReach); k--) {
    const mention = mentions[k]!
    if (mention.type !== 'person') continue
    const topic = firstPerson(scene, mention)
    const key = partyOf(scene, topic)
    if (key) return { keys: [key], from: at, to: at + 1, person: topic.key }
  }
  return null
}

/** A word without its article, as it is first met in a name. */
const bare = (scene: Scene, at: number): string => scene.words[at]!.stems.at(-1)?.form ?? scene.words[at]!.form

/** Which company "the company" or "the Polish company" means; a group only one that is called so. What else stands behind the noun tells of another. */
const companyMeant = (scene: Scene, at: number, found: Found): string | null => {
  const next = mentionOver(scene, at + found.length)
  const definite = found.lexeme.pos === 'particle' || (found.before & THE) !== 0
  if (!definite || found.number > 1 || (!next?.adjective && borne(scene, at + found.length, THE))) return null
  const company = companyBefore(scene.page, at, next?.adjective ? next.key : null)
  return company && (found.lexeme.pos !== 'particle' || bare(scene, at).endsWith(bare(scene, company.from))) ? company.key : null
}

/** Companies in general are no party that is known; one that has a name is told by it. */
const privately = (scene: Scene, at: number, found: Found): Actors | null => {
  if (mentionOver(scene, at)?.type === 'company') return null
  const key = companyMeant(scene, at, found)
  if (key === null && found.lexeme.pos === 'particle') return null
  return { keys: key === null ? [] : [key], from: at, to: at + found.length, person: null }
}

const actorAt = (scene: Scene, at: number): Actors | null => {
  const { nouns, particle } = scene.glosses[at]!
  const found = meaning(nouns, 'actor') ?? (particle?.lexeme.means.actor ? particle : null)
  if (!found) return null
  if (found.lexeme.means.actor === 'person') return personBefore(scene, at)
  if (found.lexeme.means.actor === 'private') return privately(scene, at, found)
  const keys = resolveActor(scene.page, at, found.lexeme.means.actor as string)
  return keys.length ? { keys, from: at, to: at + found.length, person: null } : null
}

const unique = (keys: readonly (string | null)[]): readonly string[] => [...new Set(keys.filter((key): key is string => key !== null))]

/** Whether a mention goes on with the names that ended at `to`: right after them, or after "and" or a comma. */
const joins = (scene: Scene, mention: Mention, to: number): boolean => {
  if (mention.from === to || ((mention.before ?? 0) & AND) !== 0) return true
  for (let at = to; at <= mention.from; at++)
    if (scene.words[at]!.kind === 'mark' || (scene.glosses[at]!.before & AND) !== 0 || borne(scene, at, AND)) return true
  return false
}

/** Names joined by "and" or commas count as one group: "Cyprus, Israel and Greece". */
const group = (scene: Scene, first: Mention, limit: number): Actors | null => {
  const keys: (string | null)[] = [...partiesOf(scene, first)]
  let to = first.to
  for (let at = to; at < limit; at++) {
    const mention = mentionOver(scene, at)
    const word = scene.words[at]!
    if (mention && mention.from === at && scene.glosses[at]!.verbs.length === 0) {
      if (!joins(scene, mention, to)) break
      keys.push(...partiesOf(scene, mention))
      at = mention.to - 1
      to = mention.to
      continue
    }
    if (word.kind === 'mark' && at - to < 2) continue
    if (at - to >= 3 || scene.glosses[at]!.verbs.length > 0 || role(scene.glosses[at]) !== undefined) break
  }
  const party = unique(keys)
  return party.length ? { keys: party, from: first.from, to, person: first.type === 'person' ? first.key : null } : null
}

const stop = (gloss: Gloss): boolean => gloss.verbs.length > 0 || (role(gloss) !== undefined && role(gloss) !== 'already' && role(gloss) !== 'besides' && role(gloss) !== 'also' && role(gloss) !== 'turn')

/** The actor that follows a verb: first named after it, before any preposition. */
const after = (scene: Scene, from: number, limit: number): Actors | null => {
  let passed = 0
  for (let at = from; at < limit && passed < 5; at++) {
    const time = timeOver(scene, at)
    if (time) {
      at = time.to - 1
      continue
    }
    if (scene.words[at]!.kind === 'mark') continue
    const actor = actorAt(scene, at)
    if (actor && actor.keys.length > 0) return actor
    const mention = mentionOver(scene, at)
    if (mention) return afterPreposition(scene, mention.from) && passed === 0 ? null : group(scene, mention, limit)
    if (stop(scene.glosses[at]!) || afterPreposition(scene, at)) return null
    passed++
  }
  return null
}

/** Whether a name right after a comma goes on with the names before it, where the verb is still to come. */
const listedOn = (scene: Scene, at: number): boolean =>
  scene.page.pack.syntax.subject === 'before' && scene.words[at - 1]?.kind === 'mark' && mentionOver(scene, at - 2) !== null

/** How far behind a possessor the company may stand that it owns, in words. */
const ownedReach = 5

/** "Morocco's OCP Group": the possessor of a company does nothing itself. */
const owns = (scene: Scene, { to }: Mention, limit: number): boolean => {
  if (role(scene.glosses[to]) !== 'possessive') return false
  for (let at = to + 1; at < Math.min(limit, to + ownedReach); at++) {
    if (mentionOver(scene, at)?.type === 'company' || actorAt(scene, at)?.keys.length === 0) return true
    if (scene.words[at]!.kind === 'mark' || role(scene.glosses[at]) !== undefined) return false
  }
  return false
}

/** Whether a word that nothing is known of is written as a name is, in a language that tells names so. */
const unknownName = (scene: Scene, at: number): boolean => {
  const word = scene.words[at]
  return word?.kind === 'word' && word.apart === 0 && word.stems.every(({ senses }) => senses.length === 0) && mentionOver(scene, at) === null && timeOver(scene, at) === null && capital(scene, at)
}

/** "OCP will supply": a name in capitals alone, of three letters or more. */
const initials = (scene: Scene, from: number, to: number): boolean => {
  const { text: { source, starts, ends } } = scene.page
  const name = to - from === 1 ? source.slice(starts[from], ends[from]) : ''
  return name.length >= 3 && name === name.toUpperCase()
}

/** "Turk Eximbank was ready to": somebody named right before the verb of whom nothing is known; a capital that opens a clause tells no name. */
const unknownBefore = (scene: Scene, clause: Clause, limit: number): Actors | null => {
  let to = limit
  while (to > clause.from && (scene.glosses[to - 1]!.role === 'already' || scene.glosses[to - 1]!.role === 'adverb' || scene.glosses[to - 1]!.role === 'will')) to -= 1
  let from = to
  while (from > clause.from && unknownName(scene, from - 1)) from -= 1
  return (to - from > 1 || initials(scene, from, to)) && !afterPreposition(scene, from) ? { keys: [], from, to, person: null } : null
}

/** The actor before a verb: the first of its clause that no preposition governs. */
const before = (scene: Scene, clause: Clause, limit: number): Actors | null => {
  let governed = false
  for (let at = clause.from; at < limit; at++) {
    if (scene.words[at]!.kind === 'mark') continue
    const actor = actorAt(scene, at)
    if (actor && !afterPreposition(scene, at)) return actor
    const mention = mentionOver(scene, at)
    if (!mention || ofMoney(scene, at)) continue
    if (owns(scene, mention, limit)) {
      at = mention.to
      continue
    }
    if (!afterPreposition(scene, mention.from) && !mention.adjective && !(governed && (borne(scene, at, AND) || (mention.before ?? 0) & AND || listedOn(scene, at)))) return group(scene, mention, limit)
    governed = afterPreposition(scene, mention.from) || governed
    at = mention.to - 1
  }
  return unknownBefore(scene, clause, limit)
}

/** Whether a clause goes on with the subject of the one before it: "and" or a comma, and no noun before its verb. */
const goesOn = (scene: Scene, clause: Clause, at: number): boolean => {
  if (clause.kind === 'said' || clause.kind === 'relative') return false
  for (let k = clause.from; k < at; k++) if (scene.glosses[k]!.nouns.length > 0 || mentionOver(scene, k) || (scene.words[k]!.kind === 'word' && scene.words[k]!.bits === 0 && scene.words[k]!.apart === 0 && !timeOver(scene, k))) return false
  return true
}

/** Whether a clause that begins at a word has no subject of its own, where the subject stands first. */
export const continues = (scene: Scene, at: number): boolean => scene.page.pack.syntax.subject === 'before' && goesOn(scene, clauseOver(scene, at), verbIn(scene, clauseOver(scene, at)))

/** The subject before a verb: in its clause, else in the clauses of its sentence that it goes on with. */
const subjectBefore = (scene: Scene, at: number): Actors | null => {
  let number = scene.clauseAt[at]!
  let limit = at
  for (;;) {
    const clause = scene.clauses[number]!
    const found = before(scene, clause, limit)
    if (found || !goesOn(scene, clause, limit)) return found
    let earlier = number - 1
    while (scene.clauses[earlier]?.kind === 'relative' && scene.clauses[earlier]!.sentence === clause.sentence) earlier -= 1
    if (scene.clauses[earlier]?.sentence !== clause.sentence) return null
    number = earlier
    limit = verbIn(scene, scene.clauses[number]!)
  }
}

/** The first verb of a clause, or its end. */
const verbIn = (scene: Scene, { from, to }: Clause): number => {
  for (let at = from; at < to; at++) if (scene.glosses[at]!.verbs.length > 0 || scene.glosses[at]!.particle?.lexeme.means.force) return at
  return to
}

/** Who does what the verb or noun at `at` says, as far as its own clause names it. */
export const subjectOf = (scene: Scene, at: number, length: number): Actors | null => {
  if (scene.page.pack.syntax.subject === 'before') return subjectBefore(scene, at)
  const clause = clauseOver(scene, at)
  const following = () => after(scene, at + length, Math.min(clause.to, at + length + 24))
  if (clause.kind === 'relative' && scene.glosses[at]!.tense === 'future' && verbIn(scene, clause) < at) return following() // "The plant that a company builds will open": the builder is not what opens.
  return clause.kind === 'said' ? (before(scene, clause, at) ?? following()) : (following() ?? before(scene, clause, at))
}

/** Companies and investors in general, named in a run of words: bearers who are no state. */
export const privateWithin = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (meaning(scene.glosses[at]!.nouns, 'actor')?.lexeme.means.actor === 'private') return true
  return false
}

/** "Will be built by X": who does what a passive verb says, where the subject stands before its verb. */
export const agentOf = (scene: Scene, at: number, length: number): Actors | null => {
  if (scene.page.pack.syntax.subject === 'after' || role(scene.glosses[at - 1]) !== 'be') return null
  if (role(scene.glosses[at + length]) !== 'agent') return null
  const mention = mentionOver(scene, at + length + 1) ?? mentionOver(scene, at + length + 2)
  return mention ? group(scene, mention, clauseOver(scene, at).to) : null
}

/** Whose affair the text tells, as keys of entities: who is meant where nobody is named. */
export const textParties = (scene: Scene): readonly string[] => principals(scene.page).map((code) => `state:${code}`)

/** The state in the name of its money ("U.S. dollars") is no party. */
const ofMoney = (scene: Scene, at: number): boolean => quantityOver(scene, at)?.sort === 'money'

/** Every party named within a run of words, in order. */
export const partiesWithin = (scene: Scene, from: number, to: number): readonly string[] => {
  const keys: (string | null)[] = []
  for (let at = from; at < to; at++) {
    const actor = actorAt(scene, at)
    if (actor) keys.push(...actor.keys)
    const mention = mentionOver(scene, at)
    if (mention && mention.from === at && !ofMoney(scene, at)) keys.push(...partiesOf(scene, mention))
  }
  return unique(keys)
}


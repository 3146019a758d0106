import { type Gloss, meaning, role } from './gloss.ts'
import { AND, BY, LIKE, TO } from './lexicon/pack.ts'
import { principals, resolveActor, stateOf } from './names.ts'
import type { Mention } from './page.ts'
import type { Clause } from './clauses.ts'
import { clauseOver, mentionOver, type Scene, timeOver } from './scene.ts'

/** The parties that a passage names: keys of entities, with the words that name them and the person among them who speaks. */
export type Actors = { readonly keys: readonly string[]; readonly from: number; readonly to: number; readonly person: string | null }

/** The party that a mention stands for: a person or capital binds the state, a company or an organisation itself. */
const partyOf = (scene: Scene, mention: Mention): string | null => {
  if (mention.type === 'company') return mention.key
  const code = stateOf(scene.page, mention)
  if (code) return `state:${code}`
  return mention.type === 'body' || mention.type === 'person' ? mention.key : null
}

const preposition = new Set(['prep', 'in', 'topic', 'means', 'purpose', 'with', 'between', 'source', 'besides', 'under'])

const afterPreposition = (scene: Scene, at: number): boolean => {
  const part = at > 0 ? role(scene.glosses[at - 1]) : undefined
  const word = scene.words[at]!
  return (part !== undefined && preposition.has(part)) || word.stems.some((stem) => stem.before !== 0 && (stem.before & (BY | TO | LIKE)) !== 0 && (stem.senses.length > 0 || mentionOver(scene, at) !== null) && !word.stems.some((other) => other.before === 0 && other.senses.length > 0))
}

const actorAt = (scene: Scene, at: number): Actors | null => {
  const { nouns, particle } = scene.glosses[at]!
  const found = meaning(nouns, 'actor') ?? (particle?.lexeme.means.actor ? particle : null)
  if (!found) return null
  const keys = resolveActor(scene.page, at, found.lexeme.means.actor as string)
  return keys.length ? { keys, from: at, to: at + found.length, person: null } : null
}

const unique = (keys: readonly (string | null)[]): readonly string[] => [...new Set(keys.filter((key): key is string => key !== null))]

/** Whether a mention goes on with the names that ended at `to`: right after them, or after "and" or a comma. */
const joins = (scene: Scene, mention: Mention, to: number): boolean => {
  if (mention.from === to || ((mention.before ?? 0) & AND) !== 0) return true
  for (let at = to; at <= mention.from; at++)
    if (scene.words[at]!.kind === 'mark' || (scene.glosses[at]!.before & AND) !== 0 || scene.words[at]!.stems.some(({ before }) => (before & AND) !== 0)) return true
  return false
}

/** Names joined by "and" or commas count as one group: "Cyprus, Israel and Greece". */
const group = (scene: Scene, first: Mention, limit: number): Actors | null => {
  const keys: (string | null)[] = [partyOf(scene, first)]
  let to = first.to
  for (let at = to; at < limit; at++) {
    const mention = mentionOver(scene, at)
    const word = scene.words[at]!
    if (mention && mention.from === at && scene.glosses[at]!.verbs.length === 0) {
      if (!joins(scene, mention, to)) break
      keys.push(partyOf(scene, mention))
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
    if (actor) return actor
    const mention = mentionOver(scene, at)
    if (mention) return afterPreposition(scene, mention.from) && passed === 0 ? null : group(scene, mention, limit)
    if (stop(scene.glosses[at]!) || afterPreposition(scene, at)) return null
    passed++
  }
  return null
}

/** The actor before a verb: the first of its clause that no preposition governs. */
const before = (scene: Scene, clause: Clause, limit: number): Actors | null => {
  let governed = false
  for (let at = clause.from; at < limit; at++) {
    if (scene.words[at]!.kind === 'mark') continue
    const actor = actorAt(scene, at)
    if (actor && !afterPreposition(scene, at)) return actor
    const mention = mentionOver(scene, at)
    if (!mention) continue
    if (!afterPreposition(scene, mention.from) && !mention.adjective && !(governed && (scene.words[at]!.stems.some(({ before }) => (before & AND) !== 0) || (mention.before ?? 0) & AND))) return group(scene, mention, limit)
    governed = afterPreposition(scene, mention.from) || governed
    at = mention.to - 1
  }
  return null
}

/** Who does what the verb or noun at `at` says, as far as its own clause names it. */
export const subjectOf = (scene: Scene, at: number, length: number): Actors | null => {
  const clause = clauseOver(scene, at)
  const following = () => after(scene, at + length, Math.min(clause.to, at + length + 24))
  return clause.kind === 'said' ? (before(scene, clause, at) ?? following()) : (following() ?? before(scene, clause, at))
}

/** Whose affair the text tells, as keys of entities: who is meant where nobody is named. */
export const textParties = (scene: Scene): readonly string[] => principals(scene.page).map((code) => `state:${code}`)

/** Every party named within a run of words, in order. */
export const partiesWithin = (scene: Scene, from: number, to: number): readonly string[] => {
  const keys: (string | null)[] = []
  for (let at = from; at < to; at++) {
    const actor = actorAt(scene, at)
    if (actor) keys.push(...actor.keys)
    const mention = mentionOver(scene, at)
    if (mention && mention.from === at) keys.push(partyOf(scene, mention))
  }
  return unique(keys)
}


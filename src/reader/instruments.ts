import type { InstrumentStatus } from '../model/index.ts'
import { partiesWithin, textParties } from './actors.ts'
import type { InstrumentDraft } from './drafts.ts'
import { ahead, amountsIn } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import { AND, TO } from './lexicon/pack.ts'
import type { TimeMark } from './page.ts'
import { countOf, definite, nounAt, phraseEnd } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, mentionOver, type Scene, sentenceOver, timesIn } from './scene.ts'

/** What the words around an instrument say became of it, and where they say it. */
type Fate = { readonly status: InstrumentStatus; readonly at: number; readonly rule: string; readonly making?: string }

/** How far left of a noun its verb may stand, in words: subjects with posts and names come between. */
const reach = 24

const fateOfVerb = (scene: Scene, at: number): Fate | null => {
  const gloss = scene.glosses[at]!
  const found = meaning(gloss.verbs, 'status')
  if (!found) return null
  const done = gloss.tense === 'past' && role(scene.glosses[at - 1]) !== 'negation'
  return { status: done ? (found.lexeme.means.status as InstrumentStatus) : 'proposed', at, rule: found.lexeme.id }
}

/** A nominal deed ("the signing of") is done unless it is only intended: after "to", "for" or a verb of the future. */
const fateOfDeed = (scene: Scene, at: number): Fate | null => {
  const found = scene.glosses[at]!.nouns.find(({ form, lexeme }) => form === 'deed' && lexeme.means.status !== undefined)
  if (!found) return null
  const clause = clauseOver(scene, at)
  const intended = (found.before & TO) !== 0 || role(scene.glosses[at - 1]) === 'purpose' || hasFuture(scene, clause.from, at)
  return { status: intended ? 'proposed' : (found.lexeme.means.status as InstrumentStatus), at, rule: found.lexeme.id }
}

const hasFuture = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (scene.glosses[at]!.tense === 'future' || scene.glosses[at]!.particle?.lexeme.means.schedule) return true
  return false
}

const fateOfParticiple = (scene: Scene, from: number, to: number): Fate | null => {
  for (let at = from; at < to; at++) {
    const found = scene.glosses[at]!.nouns.find(({ form, lexeme }) => form === 'done' && lexeme.means.status !== undefined)
    if (found) return { status: found.lexeme.means.status as InstrumentStatus, at, rule: found.lexeme.id }
  }
  return null
}

const leftFate = (scene: Scene, at: number): Fate | null => {
  const { from } = clauseOver(scene, at)
  for (let k = at - 1; k >= Math.max(from, at - reach); k--) {
    const fate = fateOfVerb(scene, k) ?? fateOfDeed(scene, k)
    if (fate) return fate
    if (k < at - 1 && nounAt(scene, k, 'instrument') && (scene.glosses[at]!.before & AND) === 0) return null
  }
  return null
}

/** "which was signed in May": the relative clause right after the noun. */
const rightFate = (scene: Scene, end: number): Fate | null => {
  for (let k = end; k < Math.min(end + 8, scene.words.length); k++) {
    if (scene.words[k]!.kind === 'mark' && scene.words[k]!.form !== '"') return null
    const fate = fateOfVerb(scene, k) ?? (scene.glosses[k - 1]?.verbs.some(({ lexeme }) => lexeme.means.light) ? fateOfDeed(scene, k) : null)
    if (fate) return fate
  }
  return null
}

const making = new Set(['sign', 'establish', 'draft', 'negotiate', 'study', 'hold', 'exchange'])

/** An issued joint statement is agreed by being issued. */
const inherent = (found: Found, at: number): Fate | null => (found.lexeme.means.status ? { status: found.lexeme.means.status, at, rule: found.lexeme.id } : null)

/** Only the first thing named after a deed is its object; later ones are of another phrase. */
const first = (scene: Scene, promise: { readonly at: number }, at: number): boolean => {
  for (let k = promise.at; k < at; k++) if (nounAt(scene, k, 'instrument')) return false
  return true
}

const fateOf = (scene: Scene, promised: Promised, at: number, found: Found, end: number): Fate | null => {
  const promise = promiseOver(promised, at)
  if (promise && promise.at <= at && first(scene, promise, at) && (promise.at === at || making.has(promise.action))) return { status: 'proposed', at: promise.at, rule: promise.passages[0].rule, making: promise.action }
  return fateOfParticiple(scene, at + found.length, end) ?? leftFate(scene, at) ?? rightFate(scene, end) ?? inherent(found, at)
}

const dateOf = (scene: Scene, fate: Fate, status: InstrumentStatus): TimeMark | null => {
  const clause = clauseOver(scene, fate.at)
  const times = timesIn(scene, clause).filter(({ edtf, limit }) => edtf !== null && !limit)
  if (status === 'proposed') return times.find((time) => ahead(time, scene.page.issued)) ?? null
  return times.find((time) => !ahead(time, scene.page.issued)) ?? null
}

const partiesOf = (scene: Scene, from: number, end: number, fate: Fate): readonly string[] => {
  const named = partiesWithin(scene, from, end)
  if (named.length > 1) return named
  const { from: start, to } = clauseOver(scene, fate.at)
  const all = partiesWithin(scene, start, to)
  return all.length > 1 ? all : textParties(scene)
}

/** "13 agreements and memoranda" is one set: two kinds joined by "and" without a word between. */
const pairLength = (scene: Scene, at: number, found: Found): number => {
  const next = at + found.length
  const second = next < scene.words.length && (scene.glosses[next]!.before & AND) !== 0 ? nounAt(scene, next, 'instrument') : null
  return second ? found.length + second.length : found.length
}

/** Whether a sentence lists the members of a set: it opens with one of them, or with a verb of including. */
const lists = (scene: Scene, at: number): boolean => {
  const { from } = sentenceOver(scene, at)
  for (let k = from; k < Math.min(at, from + 4); k++) if (meaning(scene.glosses[k]!.verbs, 'includes')) return true
  return from >= at - 1
}

/** A centre or fund that is named and not being made exists. */
const standing = (scene: Scene, at: number, found: Found, end: number): Fate | null => {
  const type = found.lexeme.means.instrument
  return (type === 'centre' || type === 'fund') && definite(scene, at, found) && end - at - found.length >= 2 ? { status: 'existing', at, rule: 'reader.standing' } : null
}

/** A body is founded right where it is named; an agreement is never "established". */
const fits = (found: Found, fate: Fate, at: number): boolean => {
  if (!found.lexeme.means.body) return fate.status !== 'established' && !(found.lexeme.means.weak && fate.making === 'establish')
  if (fate.status === 'existing') return true
  return (fate.status === 'established' || fate.status === 'proposed') && at - fate.at <= bodyReach
}

/** How far a founding deed may stand from the body that it founds. */
const bodyReach = 5

/** Reads agreements, bodies and funds: the noun with its phrase, and what its verbs say became of it. */
export const readInstruments = (scene: Scene, promised: Promised): readonly InstrumentDraft[] => {
  const out: InstrumentDraft[] = []
  let signedSet: InstrumentDraft | null = null
  for (let at = 0; at < scene.words.length; at++) {
    const found = nounAt(scene, at, 'instrument')
    if (!found || mentionOver(scene, at)?.type === 'person') continue
    const { means } = found.lexeme
    const end = phraseEnd(scene, at, pairLength(scene, at, found))
    const own: Fate | null = fateOf(scene, promised, at, found, end)
    const listed: Fate | null = own === null && signedSet !== null && !means.weak && !means.body && lists(scene, at) ? { status: signedSet.status, at, rule: 'reader.listed' } : null
    const fate = own ?? listed ?? standing(scene, at, found, end)
    if (!fate) continue
    if (!fits(found, fate, at)) continue
    if (definite(scene, at, found) && end - at - found.length < 1) continue
    const draft: InstrumentDraft = {
      kind: 'instrument', at, passages: [{ from: at, to: end, rule: found.lexeme.id }], type: means.instrument as InstrumentDraft['type'], status: fate.status,
      count: countOf(scene, at, found), date: listed ? (signedSet?.date ?? null) : dateOf(scene, fate, fate.status), value: amountsIn(scene, { from: at, to: end }).find(({ sort }) => sort === 'money') ?? null,
      parties: partiesOf(scene, at, end, fate),
    }
    out.push(draft)
    if (found.number > 1 && fate.status === 'signed') signedSet = draft
    at = end - 1
  }
  return out
}

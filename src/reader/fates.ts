import type { InstrumentStatus } from '../model/index.ts'
import { amountsIn } from './due.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { AND, THE, TO } from './lexicon/pack.ts'
import { capital, definite, insideName, nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, mentionOver, roleBefore, type Scene, sentenceOver } from './scene.ts'

/** What the words around an instrument say became of it, where they say it, and by which deed. */
export type Fate = { readonly status: InstrumentStatus; readonly at: number; readonly rule: string; readonly making: string | null; readonly past: boolean }

/** How far left of a noun its verb may stand, in words: subjects with posts and names come between. */
const reach = 40

const fate = (status: InstrumentStatus, at: number, found: Found, past: boolean): Fate => ({ status, at, rule: found.lexeme.id, making: found.lexeme.means.action ?? null, past })

/** In so many first sentences the title of a report may stand. */
const titles = 4

/** "Oman, Kenya sign trade pact": a title ends without a stop and tells what is done in the present; where the verb stands first, only the first sentence is one. */
const inTitle = (scene: Scene, at: number): boolean => {
  if (clauseOver(scene, at).sentence >= (scene.page.pack.syntax.subject === 'after' ? 1 : titles)) return false
  return scene.words[sentenceOver(scene, at).to - 1]!.kind === 'word'
}

const ofVerb = (scene: Scene, at: number): Fate | null => {
  const gloss = scene.glosses[at]!
  const found = meaning(gloss.verbs, 'status')
  if (!found) return null
  const possible = [1, 2, 3].some((back) => role(scene.glosses[at - back]) === 'may')
  const told = gloss.tense === 'past' || (gloss.tense === 'present' && inTitle(scene, at))
  const done = told && roleBefore(scene, at) !== 'negation' && !possible
  if (done && [1, 2, 3].some((step) => role(scene.glosses[at + step]) === 'initials')) return fate('agreed', at, found, true)
  return fate(done ? (found.lexeme.means.status as InstrumentStatus) : 'proposed', at, found, done)
}

const hasFuture = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if ((scene.glosses[at]!.tense === 'future' && mentionOver(scene, at) === null) || scene.glosses[at]!.particle?.lexeme.means.schedule) return true
  return false
}

/** How far before a founding deed the agreement may stand whose phrase it belongs to, in words. */
const agreedReach = 12

/** "A memorandum on the establishment of": the founding is what an agreement is about. */
const agreedIn = (scene: Scene, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - agreedReach); k--) {
    const found = nounAt(scene, k, 'instrument')
    if (found && !found.lexeme.means.body) return at - k <= 3 || phraseEnd(scene, k, found.length) > at
  }
  return false
}

/** A nominal deed ("the signing of") is done unless it is only intended: after "to", "for" or a verb of the future. */
const ofDeed = (scene: Scene, at: number): Fate | null => {
  const found = scene.glosses[at]!.nouns.find(({ form, lexeme: { means } }) => (form === 'deed' || means.meeting === 'ceremony') && means.status !== undefined)
  if (!found) return null
  const intended = found.verbal === 'infinitive' || ((found.before & TO) !== 0 && roleBefore(scene, at) !== 'besides') || roleBefore(scene, at) === 'purpose' || hasFuture(scene, clauseOver(scene, at).from, at)
  const carried = [1, 2, 3].some((back) => scene.glosses[at - back]?.verbs.some(({ lexeme: { means } }) => means.light ?? means.announces ?? means.says))
  if (found.lexeme.means.status === 'agreed' && !carried) return null
  const founding = found.lexeme.means.action === 'establish'
  const within = founding && agreedIn(scene, at)
  return fate(within ? 'agreed' : intended ? 'proposed' : (found.lexeme.means.status as InstrumentStatus), at, found, !intended)
}

const ofParticiple = (scene: Scene, from: number, to: number): Fate | null => {
  for (let at = from; at < to; at++) {
    const found = scene.glosses[at]!.nouns.find(({ form, lexeme }) => form === 'done' && lexeme.means.status !== undefined)
    if (found) return fate(found.lexeme.means.status as InstrumentStatus, at, found, true)
  }
  return null
}

/** A nominal deed stands close before the thing it makes, in words. */
const deedReach = 16

/** The verb or deed before a noun in its sentence; a main clause or another instrument between them cuts the tie, unless a colon opens a list of its members or a council is what did it. */
const before = (scene: Scene, at: number): Fate | null => {
  const sentence = sentenceOver(scene, at)
  const first = scene.page.pack.syntax.bends === 'last' ? phraseStart(scene, at) : at
  for (let k = first - 1; k >= Math.max(sentence.from, at - reach); k--) {
    const found = ofVerb(scene, k) ?? (at - k <= deedReach && !insideName(scene, k) ? ofDeed(scene, k) : null)
    if (found) return found
    if (clauseOver(scene, k).kind === 'main' && clauseOver(scene, k).from === k && k < at - 1) return null
    if (k < at - 1 && nounAt(scene, k, 'body') && k > sentence.from && ofVerb(scene, k - 1)) continue
    if (k < at - 1 && nounAt(scene, k, 'instrument') && (scene.glosses[at]!.before & AND) === 0 && scene.words[at - 1]!.form !== ':') return null
  }
  return null
}

/** "entered into force": the state that an instrument came to, named after it. */
const ofState = (scene: Scene, at: number): Fate | null => {
  const found = scene.glosses[at]!.nouns.find(({ form, lexeme: { means } }) => form !== 'deed' && means.status === 'in-force')
  if (!found) return null
  const { from } = clauseOver(scene, at)
  const entered = !hasFuture(scene, from, at) && !scene.glosses.slice(from, at).some((gloss) => role(gloss) === 'negation' || role(gloss) === 'pending')
  return fate(entered ? 'in-force' : 'proposed', at, found, entered)
}

const stateIn = (scene: Scene, from: number, to: number): Fate | null => {
  for (let at = from; at < to; at++) {
    const found = ofState(scene, at)
    if (found) return found
  }
  return null
}

const brackets = new Set(['"', '(', ')'])

/** Where the subject stands first, a verb after a noun says something of it only in the noun's own clause or in one about it. */
const ownVerbOnly = (scene: Scene, at: number, verb: number): boolean =>
  scene.page.pack.syntax.subject === 'before' && clauseOver(scene, verb) !== clauseOver(scene, at) && clauseOver(scene, verb).kind !== 'relative'

/** "which was signed in May": the relative clause right after the noun. */
const after = (scene: Scene, end: number): Fate | null => {
  for (let k = end; k < Math.min(end + 8, sentenceOver(scene, end - 1).to); k++) {
    if (scene.words[k]!.kind === 'mark' && !brackets.has(scene.words[k]!.form)) return null
    if (ownVerbOnly(scene, end - 1, k)) return null
    if (role(scene.glosses[k]) === 'pending') return { status: 'proposed', at: k, rule: scene.glosses[k]!.particle!.lexeme.id, making: 'negotiate', past: false }
    const light = scene.glosses[k - 1]?.verbs.some(({ lexeme }) => lexeme.means.light)
    const found = ofVerb(scene, k) ?? (light ? ofDeed(scene, k) : null)
    if (found) return found
  }
  return null
}

/** How long a passage between commas may be that adds to a noun, in words. */
const asideReach = 45

/** Small words that take up the sentence again behind what was added. */
const resumes = new Set(['was', 'is', 'already', 'will'])

/** "An agreement on …, along with a plan for …, was signed": behind the comma that ends what is added. */
const asideEnd = (scene: Scene, end: number): number => {
  const commas: number[] = []
  for (let k = end + 1; k < Math.min(end + asideReach, sentenceOver(scene, end - 1).to); k++) if (scene.words[k]!.form === ',') commas.push(k + 1)
  return commas.find((k) => resumes.has(role(scene.glosses[k]) ?? '')) ?? commas[0] ?? end
}

/** Words behind a comma that add to the noun before it, or name what it has in it. */
const adding = (scene: Scene, at: number): boolean => {
  const gloss = scene.glosses[at]
  return ['besides', 'among', 'among-them', 'topic'].includes(role(gloss) ?? '') || (gloss !== undefined && meaning([...gloss.verbs, ...gloss.nouns], 'includes') !== null)
}

/** How far behind "and" the noun of another instrument may stand that shares the verb, in words. */
const sharedReach = 6

/** Where the phrase of another instrument ends that stands right behind a comma or "and"; null where none does. */
const nextShared = (scene: Scene, end: number): number | null => {
  if (scene.words[end]?.form !== ',' && scene.words[end]?.apart !== AND) return null
  for (let k = end + 1; k < Math.min(end + sharedReach, scene.words.length); k++) {
    if (scene.words[k]!.kind === 'mark' || scene.glosses[k]!.verbs.length > 0) return null
    const found = nounAt(scene, k, 'instrument') ?? nounAt(scene, k, 'project')
    if (found) return phraseEnd(scene, k, found.length)
  }
  return null
}

/** How many members a list has at most that shares the verb after it. */
const longestList = 8

/** "A protocol on …, an agreement on … and a memorandum on … were signed": where the phrases end that share the verb after them. */
const sharedEnd = (scene: Scene, end: number): number => {
  if (scene.page.pack.syntax.subject === 'after') return end
  if (scene.words[end]?.form === ',' && adding(scene, end + 1)) return asideEnd(scene, end)
  let last = end
  for (let members = 0; members < longestList; members++) {
    const next = nextShared(scene, last)
    if (next === null) return end
    if (scene.words[last]!.apart === AND || scene.words[last + 1]!.apart === AND) return next
    last = next
  }
  return end
}

/** "Exchanged five memoranda", "the exchange of the signed agreements": what is handed over right there is signed, where nouns are qualified before them. */
const exchanged = (scene: Scene, at: number, { lexeme: { means } }: Found): Fate | null => {
  if (scene.page.pack.syntax.bends === 'first' || means.weak || means.body) return null
  let k = phraseStart(scene, at) - 1
  while (k > 0 && (scene.words[k]!.apart === THE || scene.words[k]!.qualities !== 0)) k -= 1
  if (role(scene.glosses[k]) === 'prep') k -= 1
  const { verbs, nouns, tense } = scene.glosses[k] ?? { verbs: [], nouns: [], tense: null }
  const found = [...verbs, ...nouns].find(({ lexeme }) => lexeme.means.action === 'exchange')
  if (!found || found.lexeme.means.status !== undefined) return null
  const done = verbs.length > 0 ? tense === 'past' : found.verbal !== 'infinitive'
  return { status: done ? 'signed' : 'proposed', at: k, rule: found.lexeme.id, making: 'sign', past: done }
}

/** How far behind a comma the participle may stand that says how the instrument before it was made, in words. */
const participleReach = 3

/** "The deal, inked last week, covers …": between commas, where the subject stands first. */
const madeAside = (scene: Scene, end: number): Fate | null =>
  scene.page.pack.syntax.subject === 'before' && scene.words[end]?.form === ',' ? ofParticiple(scene, end + 1, Math.min(end + 1 + participleReach, sentenceOver(scene, end).to)) : null

/** Back over those who talk: "negotiations between A and B on …". */
const pastParties = (scene: Scene, from: number): number => {
  let at = from
  while (at > 0 && (mentionOver(scene, at) !== null || scene.words[at]!.apart !== 0)) at -= 1
  return at < from && (role(scene.glosses[at]) === 'between' || role(scene.glosses[at]) === 'with') ? at - 1 : from
}

/** "Negotiations on a trade agreement": what is talked about is not there yet, where a noun is qualified before it. */
const negotiated = (scene: Scene, at: number): Fate | null => {
  if (scene.page.pack.syntax.bends === 'first') return null
  let k = phraseStart(scene, at) - 1
  while (k > 0 && (scene.words[k]!.apart !== 0 || scene.words[k]!.qualities !== 0)) k -= 1
  const noun = role(scene.glosses[k]) === 'topic' ? pastParties(scene, k - 1) : k - 1
  const talks = role(scene.glosses[k]) === undefined ? null : nounAt(scene, noun, 'meeting')
  return talks?.lexeme.means.meeting === 'talks' ? { status: 'proposed', at: noun, rule: talks.lexeme.id, making: 'negotiate', past: false } : null
}

/** Whether the relative clause after a noun tells how it was made. */
export const toldAfter = (scene: Scene, end: number): boolean => after(scene, end)?.past === true

const making = new Set(['sign', 'establish', 'draft', 'negotiate', 'study', 'exchange'])

/** Only the first thing named after a deed is its object; later ones are of another phrase. */
const firstAfter = (scene: Scene, from: number, at: number): boolean => {
  for (let k = from; k < at; k++) if (nounAt(scene, k, 'instrument')) return false
  return true
}

const promised = (scene: Scene, promises: Promised, at: number, found: Found): Fate | null => {
  const promise = promiseOver(promises, at)
  if (!promise || promise.at > at || (!firstAfter(scene, promise.at, at) && promise.action !== 'finance')) return null
  const drafting = ofDeed(scene, at - 1) ?? (making.has(nounAt(scene, at - 1, 'action')?.lexeme.means.action ?? '') ? { making: nounAt(scene, at - 1, 'action')!.lexeme.means.action as string } : null)
  if (promise.action === 'finance' && found.lexeme.means.instrument === 'fund' && !definite(scene, at, found) && !(capital(scene, at) && capital(scene, at - 1))) return { status: 'proposed', at, rule: promise.passages[0].rule, making: 'establish', past: false }
  const deed = drafting?.making ?? promise.action
  if (promise.force === 'pledged' && promise.at === at && definite(scene, at, found)) return { status: 'existing', at, rule: promise.passages[0].rule, making: null, past: true } // "Is committed to the Paris accord": it is there.
  const founded = promise.force === 'agreed' && deed === 'establish' && nounAt(scene, at, 'body') !== null
  return promise.at === at || making.has(deed) ? { status: founded ? 'agreed' : 'proposed', at: drafting ? at - 1 : promise.at, rule: promise.passages[0].rule, making: deed, past: false } : null
}

/** An issued joint statement is agreed by being issued. */
const inherent = (found: Found, at: number): Fate | null =>
  found.lexeme.means.status ? { status: found.lexeme.means.status, at, rule: found.lexeme.id, making: null, past: true } : null

/** Whether a phrase names whose agreement it is: "between …", "with …". */
const paired = (scene: Scene, at: number, end: number): boolean => {
  for (let k = at; k < end; k++) if (role(scene.glosses[k]) === 'between' || role(scene.glosses[k]) === 'with') return true
  return false
}

/** An agreement called by its name or its parties ("the free trade agreement with …") and not told of as new. */
const knownName = (scene: Scene, at: number, found: Found, end: number): boolean =>
  paired(scene, at, end) &&
  definite(scene, at, found) && end - at - found.length >= 2 && found.after === '' && ((found.before & THE) === 0 || role(scene.glosses[at + found.length]) === 'between') && !scene.glosses[at + found.length]!.verbs.length

/** A statement that was signed is signed; any other that was issued is agreed. */
const issued = (scene: Scene, at: number, found: Found, end: number, behind: Fate | null): Fate | null => {
  const own = inherent(found, at)
  if (own && rightBehind(behind, end)?.making === 'sign') return behind
  const described = own ? ofParticiple(scene, at + found.length, end) : null
  if (described?.making === 'sign') return described
  const told = own ? before(scene, at) : null
  const toSign = told?.status === 'proposed' && told.making === 'sign' && scene.page.pack.syntax.subject === 'before'
  return (told?.status === 'signed' && at - told.at <= 4) || toSign ? told : own
}

/** An agreement that its sentence says is being negotiated does not exist yet. */
const underTalks = (scene: Scene, at: number): boolean => {
  const { from, to } = sentenceOver(scene, at)
  for (let k = from; k < to; k++) if (role(scene.glosses[k]) === 'pending' || (k < at && nounAt(scene, k, 'meeting')?.lexeme.means.meeting === 'talks' && !nounAt(scene, k, 'generic'))) return true
  return false
}

/** "The Artemis Accords", "our Intergovernmental Agreement on Energy": an instrument called by its title, where titles are told by capitals. */
export const titleOf = (scene: Scene, at: number, found: Found): boolean => {
  const start = phraseStart(scene, at)
  const { instrument, weak, body } = found.lexeme.means
  if (!scene.page.pack.syntax.capitals || weak || body || instrument === 'statement' || instrument === 'contract' || !capital(scene, at)) return false
  const pointed = scene.words[start - 1]?.apart === THE || (found.before & THE) !== 0 || found.after !== ''
  const topic = at + found.length
  return pointed && ((scene.words[at - 1]!.apart === 0 && capital(scene, at - 1)) || role(scene.glosses[topic]) === 'topic')
}

/** "The draft Trade Agreement". */
const underDraft = (scene: Scene, at: number): boolean => scene.page.pack.syntax.bends === 'last' && scene.glosses.slice(phraseStart(scene, at), at).some(({ nouns }) => nouns.some(({ lexeme: { means } }) => means.action === 'draft'))

/** How far behind a fund the word may stand that leads to its sum, in words. */
const sumReach = 3

/** "The larger fund worth 2 billion for …": a definite fund whose phrase tells what it comes to is no other than the one of that sum. */
export const withSum = (scene: Scene, at: number, found: Found, end: number): boolean => {
  if (found.lexeme.means.instrument !== 'fund' || !definite(scene, at, found) || scene.page.pack.syntax.bends === 'last') return false
  const sum = amountsIn(scene, { from: at, to: end })[0]
  const before = sum && sum.from - at - found.length <= sumReach ? scene.glosses[sum.from - 1] : undefined
  return before !== undefined && (role(before) === 'worth' || meaning(before.nouns, 'measures') !== null)
}

/** "The cooperation committee between the two countries": a body called by whose it is, where its sentence tells of no meeting; the body that meets is told with the meeting. */
const pairedBody = (scene: Scene, at: number, found: Found, end: number): boolean => {
  if (!paired(scene, at + found.length + 1, end) || !definite(scene, at, found) || end - at - found.length < 2) return false
  const { from, to } = sentenceOver(scene, at)
  for (let k = from; k < to; k++) if ((scene.glosses[k]!.traits & (trait.meeting | trait.meets)) !== 0) return false
  return true
}

/** What is told of as there already. */
const standingAt = (at: number): Fate => ({ status: 'existing', at, rule: 'reader.standing', making: null, past: true })

/** A centre or fund that is named and not being made exists. */
const standing = (scene: Scene, at: number, found: Found, end: number, promised: boolean): Fate | null => {
  const type = found.lexeme.means.instrument
  const named = (type === 'centre' || type === 'fund') && !(at > 0 && nounAt(scene, at - 1, 'instrument')) && definite(scene, at, found) && (found.before & THE) === 0 && end - at - found.length >= 2
  if (type === 'list') return promised && definite(scene, at, found) && end - at - found.length >= 2 ? standingAt(at) : null
  if (type === 'fund' && withSum(scene, at, found, end)) return standingAt(at)
  if (type === 'committee') return pairedBody(scene, at, found, end) ? standingAt(at) : null
  if (titleOf(scene, at, found)) return standingAt(at)
  if (type === 'agreement' || type === 'treaty') return knownName(scene, at, found, end) ? { status: underTalks(scene, at) ? 'proposed' : 'existing', at, rule: 'reader.standing', making: null, past: true } : null
  return named && promised ? standingAt(at) : null
}

/** Only names stand between: "the agreement of Cairo and Khartoum to hold …". */
const between = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!mentionOver(scene, at)) return false
  return true
}

/** "an agreement to hold …" is a promise and no instrument. */
const agreementTo = (scene: Scene, at: number, found: Found): boolean =>
  found.lexeme.means.instrument === 'agreement' && (scene.glosses[at - 1]?.verbs.some(({ lexeme }) => lexeme.means.light) ? (found.before & THE) !== 0 : [0, 1, 2, 3, 4].some((step) => role(scene.glosses[at + found.length + step]) === 'prep' && nounAt(scene, at + found.length + step + 1, 'action') !== null && scene.glosses[at + found.length + step + 1]!.nouns.some(({ form }) => form === 'deed') && between(scene, at + found.length, at + found.length + step)))

/** "an accord concluded after the war": a verb of signing right behind the noun says how it was made, whatever is promised about it. */
const rightBehind = (told: Fate | null, end: number): Fate | null => (told?.past && (told.making === 'sign' || told.status === 'in-force') && told.at <= end + 1 ? told : null)

/** "Approved the financing of the port under an accord": what was approved is the deed between, and not the accord. */
const approvedItself = (scene: Scene, promises: Promised, at: number): Fate | null => {
  const told = before(scene, at)
  const promise = told && meaning(scene.glosses[told.at]!.verbs, 'force') ? promiseOver(promises, at) : null
  return promise && told && promise.at > told.at && promise.at < at ? null : told
}

/** What became of the instrument at `at`, whose phrase ends at `end`; null when the text does not say. */
export const fateOf = (scene: Scene, promises: Promised, at: number, found: Found, end: number): Fate | null => {
  if (agreementTo(scene, at, found)) return null
  if (underDraft(scene, at)) return { status: 'proposed', at, rule: 'reader.draft', making: 'draft', past: false }
  const told = after(scene, sharedEnd(scene, end))
  const entered = promiseOver(promises, at) ? null : stateIn(scene, at + found.length, Math.min(end + 4, sentenceOver(scene, at).to))
  const talked = negotiated(scene, at)
  if (talked) return talked
  return exchanged(scene, at, found) ?? entered ?? madeAside(scene, end) ?? issued(scene, at, found, end, told) ?? rightBehind(told, end) ?? promised(scene, promises, at, found) ?? ofParticiple(scene, at + found.length, end) ?? approvedItself(scene, promises, at) ?? told ?? standing(scene, at, found, end, promiseOver(promises, at) !== null)
}

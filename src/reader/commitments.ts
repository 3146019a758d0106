import type { Force, Step } from '../model/index.ts'
import { actionOf } from './actions.ts'
import { type Actors, partiesWithin, subjectOf } from './actors.ts'
import { dueOf, targetOf } from './aims.ts'
import { bearers } from './bearers.ts'
import { type Head, nominalHead } from './complements.ts'
import type { CommitmentDraft, Passage } from './drafts.ts'
import { role } from './gloss.ts'
import { headsOf } from './heads.ts'
import { AND } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import type { QuantityMark, TimeMark } from './page.ts'
import { domestic, loose, notUnderstood, ofThing, refused } from './refusals.ts'
import { contentOf, joinTo, muchAlike, type Repeats } from './repeats.ts'
import { apartBefore, clauseOver, mentionOver, type Scene, sentenceOver, timeOver } from './scene.ts'
import type { GapDraft } from './totals.ts'
import { deedAt, type Trigger } from './trigger.ts'
import { triggerAt } from './triggers.ts'

/** Small words that lead on to something, which a passage never ends with. */
const loneSmall = new Set(['topic', 'in', 'prep', 'with', 'between', 'agent', 'source'])

/** Leaves off marks and joining words at the end of a run. */
const trimmed = (scene: Scene, from: number, to: number): number => {
  let end = to
  if (scene.page.pack.syntax.subject === 'before' && end > from + 2 && loneSmall.has(role(scene.glosses[end - 1]) ?? '')) end--
  while (end > from + 1 && scene.words[end - 1]!.apart !== 0) end--
  while (end > from + 2 && (scene.words[end - 1]!.qualities & quality.adverb) !== 0 && (scene.words[end - 2]!.kind === 'mark' || scene.words[end - 2]!.apart === AND)) end--
  while (end > from + 1 && (scene.words[end - 1]!.kind === 'mark' && scene.words[end - 1]!.form !== ')' && scene.words[end - 1]!.form !== '%')) end--
  return end
}

/** How far before its verb a subject may begin and still be in the passage, in words. */
const subjectReach = 14

/** A passage begins with its verb, or with the subject that stands before it. */
const begins = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null): number => {
  const verb = Math.min(trigger.at, head.at)
  const clause = clauseOver(scene, trigger.at)
  const acts = scene.glosses[trigger.at]!.verbs.length > 0 || (scene.glosses[trigger.at]!.particle !== null && scene.page.pack.syntax.subject === 'before')
  if (!acts || trigger.at - clause.from > subjectReach) return verb
  if (subject && subject.from >= clause.from && subject.from < verb) return subject.from
  return clause.kind === 'said' && scene.glosses[trigger.at]!.tense === 'future' && !subject ? Math.min(verb, clause.from + scene.glosses[clause.from]!.length) : verb
}

const parts = (scene: Scene, trigger: Trigger, heads: readonly Head[], to: number, subject: Actors | null): readonly Passage[] =>
  heads.map((head, k) => {
    const from = k === 0 ? begins(scene, trigger, head, subject) : head.at
    return { from, to: trimmed(scene, from, heads[k + 1]?.at ?? to), rule: trigger.rule }
  })

const conditionIn = (scene: Scene, at: number): { readonly from: number; readonly to: number } | null => {
  const { from, to } = sentenceOver(scene, at)
  for (let k = from; k < to; k++)
    if (role(scene.glosses[k]) === 'condition') {
      let end = k + 1
      while (end < to && scene.words[end]!.kind !== 'mark') end++
      return { from: k, to: end }
    }
  return null
}

/** A decision of one state for itself is its pledge; a decision of several, or of an organisation of states, is an agreement. */
const forceOf = (trigger: Trigger, keys: readonly string[], head: Head): Force => {
  const { alone } = trigger.found.lexeme.means
  if (alone === 'agreed' && keys.length < 2 && (head.action === 'finance' || head.found?.lexeme.means.gift)) return 'pledged'
  return alone && keys.length < 2 && keys[0]?.startsWith('body:') !== true && trigger.found.number !== 2 ? alone : trigger.force
}

const objectEnd = (scene: Scene, from: number, to: number): number => {
  for (let at = from; at < to; at++) {
    const part = role(scene.glosses[at])
    if (at > from && (part === 'purpose' || part === 'means' || timeOver(scene, at))) return at
  }
  return to
}

/** A small word, or one written with "by" that the pack does not know ("by the turn of"), says nothing at the end of an object. */
const idle = (scene: Scene, at: number): boolean => {
  const gloss = scene.glosses[at]!
  const word = scene.words[at]!
  const { by } = scene.page.pack.clitic
  if (word.kind === 'mark') return true
  return role(gloss) !== undefined || (by !== null && word.form.startsWith(by) && gloss.nouns.length === 0 && gloss.verbs.length === 0 && timeOver(scene, at + 1) !== null)
}

/** What a promise acts on: the words after its deed, and after the subject that may stand between, without time and purpose. */
const objectOf = (scene: Scene, head: Head, span: Passage, subject: Actors | null): { readonly from: number; readonly to: number } => {
  let after = subject && subject.from >= head.next && subject.from <= head.next + 1 ? subject.to : head.next
  while (after > head.next && after < span.to && mentionOver(scene, after)?.adjective) after = mentionOver(scene, after)!.to
  while (after < span.to && (timeOver(scene, after) || (role(scene.glosses[after]) === 'in' && timeOver(scene, after + 1)))) after += 1
  const from = Math.min(after, span.to)
  let to = objectEnd(scene, from, span.to)
  while (to > from && idle(scene, to - 1)) to--
  return { from, to }
}

const stepsOf = (trigger: Trigger, head: Head, force: Force, due: TimeMark | null, target: QuantityMark | null): readonly Step[] => [
  { rule: trigger.rule, gave: `force ${force}` }, { rule: head.found?.lexeme.id ?? 'reader.unknown-deed', gave: `action ${head.action}` },
  ...(due ? [{ rule: due.rule, gave: `deadline ${due.edtf ?? due.hedge}` }] : []), ...(target ? [{ rule: target.rule, gave: `target ${target.value} ${target.unit}` }] : []),
]

const draft = (scene: Scene, trigger: Trigger, head: Head, span: Passage, keys: readonly string[], speaker: string | null, subject: Actors | null): CommitmentDraft => {
  const [force, deadline, target] = [forceOf(trigger, keys, head), dueOf(scene, trigger, head, span), targetOf(scene, head, span)]
  return {
    kind: 'commitment', at: head.at, passages: [span], parties: keys, force,
    polarity: trigger.polarity === 'will-not' || trigger.found.lexeme.means.polarity === 'will-not' ? 'will-not' : head.polarity, action: actionOf(scene, head, span, target),
    object: objectOf(scene, head, span, subject), speaker,
    deadline, target, condition: conditionIn(scene, head.at), point: null, steps: stepsOf(trigger, head, force, deadline, target),
  }
}

/** A promise that opens a list ("agreed on the following:"), and the sentence in which its members still may stand. */
type List = { readonly trigger: Trigger; readonly subject: Actors | null; readonly sentence: number }

const bracketed = (scene: Scene, at: number): boolean => scene.words[at - 1]?.form === '(' && scene.words[at + 1]?.form === ')'

/** The first word of a sentence after its enumerator ("first:", "1.", "-", "(ii)"). */
const lead = (scene: Scene, { from, to }: { readonly from: number; readonly to: number }): number => {
  let at = from
  while (at < to && (scene.words[at]!.kind !== 'word' || role(scene.glosses[at]) === 'enumerator' || bracketed(scene, at) || scene.words[at]!.form.length === 1 || scene.words[at]!.apart !== 0)) at++
  return at
}

const opensList = (scene: Scene, at: number): boolean => {
  const { to } = sentenceOver(scene, at)
  return scene.words[to - 1]!.form === ':'
}

/** "…, which will meet in May, and on raising trade": behind a clause that told of something, "and" with the small word of the promise before goes on with it. */
const resumed = (scene: Scene, at: number, last: Resumable | null): { readonly trigger: Trigger; readonly head: Head } | null => {
  if (last === null || last.sentence !== clauseOver(scene, at).sentence || at <= last.to || last.intro === 'direct' || last.intro === 'itself' || last.intro === 'that') return null
  const again = scene.words[at]!.stems.some(({ form, before }) => form === last.intro && (before === AND || apartBefore(scene, at) === AND))
  if (!again || deedAt(scene, at + 1) === null) return null
  const head = nominalHead(scene, at + 1, last.intro)
  return head ? { trigger: { ...last.trigger, at, length: 1, polarity: head.polarity }, head } : null
}

/** A promise that its sentence may take up again: its trigger, subject and small word, and where its reach ended. */
type Resumable = { readonly trigger: Trigger; readonly subject: Actors | null; readonly intro: string; readonly to: number; readonly sentence: number }

/** The promise that a sentence makes as a member of the list opened before it. */
const listMember = (scene: Scene, at: number, list: List): { readonly trigger: Trigger; readonly head: Head } | null => {
  const sentence = sentenceOver(scene, at)
  if (lead(scene, sentence) !== at || deedAt(scene, at) === null) return null
  const head = nominalHead(scene, at, 'direct')
  return head ? { trigger: { ...list.trigger, at, length: 1, polarity: head.polarity }, head } : null
}

const sameTarget = (one: CommitmentDraft, other: CommitmentDraft): boolean =>
  one.target !== null && other.target !== null && one.target.value === other.target.value && one.target.unit === other.target.unit && one.action === other.action

const repeats = (scene: Scene, one: CommitmentDraft, other: CommitmentDraft): boolean => {
  if (one.polarity !== other.polarity || !one.parties.some((party) => other.parties.includes(party))) return false
  if (sameTarget(one, other)) return true
  if (one.action !== other.action || one.force !== other.force) return false
  const [a, b] = [one, other].map(({ object, at, passages }) => contentOf(scene, Math.min(at, object.from), passages[0].to))
  return muchAlike(a!, b!)
}

/** How many promises back a repetition is looked for: a report repeats itself within a page. */
const memory = 30

/** The same promise said twice is one promise with two passages. */
const joined = (scene: Scene, drafts: readonly CommitmentDraft[]): readonly CommitmentDraft[] => {
  const out: CommitmentDraft[] = []
  const repetition: Repeats<CommitmentDraft> = {
    newest: memory, same: (other, draft) => repeats(scene, other, draft),
    merge: (other, draft) => ({ ...other, passages: [...other.passages, ...draft.passages], deadline: other.deadline ?? draft.deadline, target: other.target ?? draft.target }),
  }
  for (const draft of drafts) joinTo(out, draft, repetition)
  return out
}

/** Reads every promise of the text: a word of force or a future verb, the deeds it governs, who bears them and by when. */
export const readCommitments = (scene: Scene, spoken: readonly (Actors | null)[]): { readonly commitments: readonly CommitmentDraft[]; readonly gaps: readonly GapDraft[] } => {
  const out: CommitmentDraft[] = []
  const gaps: GapDraft[] = []
  let last: Actors | null = null
  let list: List | null = null
  let told: Resumable | null = null
  for (let at = 0; at < scene.words.length; at++) {
    const { sentence } = clauseOver(scene, at)
    if (list && sentence > list.sentence + 1) list = null
    const again: { readonly trigger: Trigger; readonly head: Head } | null = resumed(scene, at, told)
    const listed: { readonly trigger: Trigger; readonly head: Head } | null = again ?? (list ? listMember(scene, at, list) : null)
    const trigger: Trigger | null = listed?.trigger ?? triggerAt(scene, at)
    if (!trigger) continue
    if (trigger.found.lexeme.means.provided && trigger.force === 'planned' && (out.at(-1) === undefined || clauseOver(scene, out.at(-1)!.at).sentence !== sentence)) continue
    const subject: Actors | null = again ? told!.subject : listed ? list!.subject : (subjectOf(scene, at, trigger.length) ?? (trigger.found.number > 1 ? last : null))
    const found: ReturnType<typeof headsOf> = listed ? headsOf(scene, trigger, listed.head) : headsOf(scene, trigger)
    if (!listed && opensList(scene, at)) list = { trigger, subject, sentence }
    if (!found && notUnderstood(scene, trigger, subject)) gaps.push({ why: 'a promise verb whose object was not understood', passage: { from: trigger.at, to: trigger.at + trigger.length, rule: trigger.rule } })
    if (!found || refused(scene, trigger, found.heads[0]!)) continue
    const speaker = spoken[scene.clauseAt[at]!] ?? null
    if (trigger.found.lexeme.means.guessed && !subject && scene.page.pack.syntax.subject === 'before') continue
    if (loose(trigger) && !listed && !subject && !speaker && partiesWithin(scene, sentenceOver(scene, at).from, sentenceOver(scene, at).to).length === 0) continue
    if (domestic(scene, trigger, found.heads[0]!, subject) || ofThing(scene, trigger, found.heads[0]!, subject)) continue
    const spans = parts(scene, trigger, found.heads, found.to, listed ? null : subject)
    found.heads.forEach((head, k) => out.push(draft(scene, trigger, head, spans[k]!, bearers(scene, trigger, head, subject, speaker), speaker?.person ?? null, listed ? null : subject)))
    if (listed && !again) list = { ...list!, sentence }
    told = { trigger: again ? told!.trigger : trigger, subject, intro: found.heads[0]!.intro, to: found.to - 1, sentence }
    last = subject ?? last
    at = Math.max(at, found.to - 1)
  }
  return { commitments: joined(scene, out), gaps }
}

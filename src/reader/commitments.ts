import type { Action, Force, Step } from '../model/index.ts'
import { actionOf } from './actions.ts'
import type { Clause } from './clauses.ts'
import { type Actors, partiesWithin, subjectOf } from './actors.ts'
import { bearers } from './bearers.ts'
import { type Head, headsOf, nominalHead } from './complements.ts'
import type { CommitmentDraft, Passage } from './drafts.ts'
import { amountsIn, costBefore, dueIn } from './due.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { AND, THE } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import type { QuantityMark, TimeMark } from './page.ts'
import { nounAt } from './phrases.ts'
import { numberedRule } from './quantities/numbered.ts'
import { contentOf, joinTo, muchAlike, type Repeats } from './repeats.ts'
import { apartBefore, clauseOver, mentionOver, mentionsIn, quantitiesIn, type Scene, sentenceOver, timeOver } from './scene.ts'
import type { GapDraft } from './totals.ts'
import { deedAt, type Trigger, triggerAt } from './triggers.ts'

/** How many sentences a speaker is heard without another word of saying. */
const speechReach = 2

/** "…, Li said": a verb of saying with nothing after it speaks for the clauses of its sentence before it. */
const closing = (scene: Scene, { from, to, sentence }: Clause): Actors | null => {
  if (scene.page.pack.syntax.subject !== 'before' || to < (scene.page.sentences[sentence]?.to ?? 0)) return null
  for (let at = to - 1; at >= from; at--) {
    if ((scene.glosses[at]!.traits & trait.says) === 0) continue
    const found = meaning(scene.glosses[at]!.verbs, 'says')
    const rest = scene.words.slice(at + 1, to).filter((word, k) => word.kind !== 'mark' && timeOver(scene, at + 1 + k) === null)
    return found && rest.length <= restAfter ? (subjectOf(scene, at, found.length) ?? firstNamed(scene, at + 1, to)) : null
  }
  return null
}

/** Words after a closing "said" that are no quotation: where, to whom, or the speaker. */
const restAfter = 8

const firstNamed = (scene: Scene, from: number, to: number): Actors | null => {
  const person = mentionsIn(scene, { from, to }).find(({ type }) => type === 'person')
  return person ? { keys: partiesWithin(scene, person.from, person.to), from: person.from, to: person.to, person: person.key } : null
}

/** Who speaks at each clause: the subject of the last verb of saying, or of the one that closes the sentence. */
export const speakers = (scene: Scene): readonly (Actors | null)[] => {
  const spoken = speakersBefore(scene)
  const last = new Map<number, Actors>()
  for (const clause of scene.clauses) {
    const actors = closing(scene, clause)
    if (actors) last.set(clause.sentence, actors)
  }
  return last.size === 0 ? spoken : spoken.map((actors, number) => last.get(scene.clauses[number]!.sentence) ?? actors)
}

const speakersBefore = (scene: Scene): readonly (Actors | null)[] => {
  let speaker: Actors | null = null
  let last = 0
  return scene.clauses.map((clause) => {
    for (let at = clause.from; at < clause.to; at++) {
      const found = scene.glosses[at]!.traits & trait.says ? meaning(scene.glosses[at]!.verbs, 'says') : null
      if (!found) continue
      speaker = subjectOf(scene, at, found.length) ?? speaker
      last = clause.sentence
      break
    }
    return clause.sentence - last <= speechReach ? speaker : null
  })
}

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

/** Where the passage comes to a clause that tells something of a noun, in a language that opens such clauses: its times are not the deed's. */
const beforeAside = (scene: Scene, head: Head, { to }: Passage): number => {
  if (scene.page.pack.syntax.subject === 'after') return to
  for (let at = head.next; at < to; at++) if (clauseOver(scene, at).kind === 'relative' && clauseOver(scene, at).from > head.at) return at
  return to
}

/** A talk or a study is held in no year by being about one: only a day, a month, a limit or an urgency is its deadline. */
const dueOf = (scene: Scene, trigger: Trigger, head: Head, span: Passage): TimeMark | null => {
  const due = dueIn(scene, { from: span.from, to: beforeAside(scene, head, span) }, head.at, trigger.found.lexeme.means.earlier)
  if (trigger.itself && scene.glosses[trigger.at]!.tense === 'past' && due?.hedge === null && !due.limit) return null
  const vague = due?.edtf?.length === 4 && !due.limit
  if (trigger.force === 'considered' && due?.hedge === null && !due.limit && !(vague === false && role(scene.glosses[due.from - 1]) === 'source')) return null
  return vague && ['study', 'negotiate', 'support', 'host', 'strengthen'].includes(head.action) ? null : due
}

/** How far after its deed a sum may stand and still be what the deed aims at, in words. */
const targetReach = 22

/** A sum in an "if" is the condition, not the aim. */
const conditional = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (role(scene.glosses[at]) === 'condition') return true
  return false
}

/** A sum in a clause that tells something of a noun ("trade, which reached …"), where such clauses are known by what opens them. */
const aside = (scene: Scene, head: Head, mark: QuantityMark): boolean =>
  scene.page.pack.syntax.subject === 'before' && clauseOver(scene, mark.from).kind === 'relative' && clauseOver(scene, mark.from).from > head.at

const sized = new Set<Action>(['increase', 'reduce', 'other', 'exchange', 'launch', 'implement'])

/** Deeds that are done to so many: so many engineers are trained, so many flights launched; what is signed or built is counted as what it is. */
const counted = new Set<Action>(['increase', 'reduce', 'launch', 'other', 'exchange', 'support', 'implement', 'finance', 'complete'])

/** How far after its deed a count may stand, in words; and the counted things that are items of their own. */
const countReach = 10
const items = new Set(['project', 'agreement', 'memorandum', 'contract', 'document', 'protocol', 'company', 'initiative', 'programme', 'point'])

/** Whether a quantity that is no money can be what a deed aims at. */
const aims = (head: Head, action: Action, { sort, from, unit, rule }: QuantityMark): boolean => {
  if (sort === 'measure') return sized.has(action) && (unit !== 'km' || action === 'increase' || action === 'reduce')
  if (sort === 'count') return counted.has(action) && (from - head.at <= countReach || rule === numberedRule) && !items.has(unit)
  return sort === 'share' && (action === 'increase' || action === 'reduce')
}

/** What a promise aims at: money, or a measured or counted quantity of something that grows; the length of a road is no target. */
const targetOf = (scene: Scene, head: Head, span: Passage): QuantityMark | null => {
  if (head.action === 'sign') return null
  const amounts = quantitiesIn(scene, { from: span.from, to: Math.min(span.to, head.at + targetReach) }).filter(({ repeats, value }) => !repeats && value !== null)
  const spent = head.action === 'finance' || head.action === 'support'
  return amounts.filter((mark) => !aside(scene, head, mark) && !conditional(scene, head.at, mark.from) && !(!spent && costBefore(scene, mark))).find((mark) => (mark.sort === 'money' && mark.per !== 'hour') || aims(head, actionOf(scene, head, span), mark)) ?? null
}

const stepsOf = (trigger: Trigger, head: Head, force: Force, due: TimeMark | null, target: QuantityMark | null): readonly Step[] => [
  { rule: trigger.rule, gave: `force ${force}` }, { rule: head.found?.lexeme.id ?? 'reader.unknown-deed', gave: `action ${head.action}` },
  ...(due ? [{ rule: due.rule, gave: `deadline ${due.edtf ?? due.hedge}` }] : []), ...(target ? [{ rule: target.rule, gave: `target ${target.value} ${target.unit}` }] : []),
]

const draft = (scene: Scene, trigger: Trigger, head: Head, span: Passage, keys: readonly string[], speaker: string | null, subject: Actors | null): CommitmentDraft => {
  const [force, deadline, target] = [forceOf(trigger, keys, head), dueOf(scene, trigger, head, span), targetOf(scene, head, span)]
  return {
    kind: 'commitment', at: head.at, passages: [span], parties: keys, force,
    polarity: trigger.polarity === 'will-not' || trigger.found.lexeme.means.polarity === 'will-not' ? 'will-not' : head.polarity, action: actionOf(scene, head, span),
    object: objectOf(scene, head, span, subject), speaker,
    deadline, target, condition: conditionIn(scene, head.at), point: null, steps: stepsOf(trigger, head, force, deadline, target),
  }
}

/** Deeds that are promised by being announced; the others leave an instrument, a project or a meeting behind. */
const announced = new Set<Action>(['increase', 'reduce', 'support', 'finance', 'open', 'other', 'protect', 'facilitate', 'exchange', 'host', 'complete'])

/** Whether a promise of this trigger and head may be made at all; what only describes is left aside. */
const promising = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  const { means } = trigger.found.lexeme
  const ofObject = scene.page.pack.syntax.bends === 'last' && head.found !== null && role(scene.glosses[head.at + head.found.length]) === 'prep'
  if (means.announces && head.found === null) return head.action === 'finance' && head.intro !== 'that'
  if (means.announces) return head.found !== null && head.intro !== 'that' && (head.found.lexeme.means.gives === true || announced.has(head.action))
  if (trigger.force === 'considered') return head.found !== null && (head.found.lexeme.means.way === true || head.found.lexeme.means.needs === true || (head.found.form === 'deed' && ((head.found.before & THE) === 0 || ofObject)))
  if (means.needs && (trigger.found.after !== '' || !head.found || (head.found.lexeme.means.action === undefined && head.intro !== 'that'))) return false
  if (means.stresses) return head.intro !== 'that' && head.found !== null && (head.found.form === 'deed' || head.found.lexeme.means.needs === true)
  if ((means.includes ?? means.provides) && head.action === 'sign') return false
  if (means.deed && trigger.force === 'offered' && scene.page.pack.syntax.bends === 'last' && head.found?.form === 'deed' && head.found.lexeme.means.status === 'signed' && (head.found.before & THE) !== 0) return false
  if (means.deed) return head.found !== null && (head.found.form === 'deed' || head.found.lexeme.means.deed === true || head.found.lexeme.means.gift === true)
  return true
}

/** The verb of a promise, finite or not. */
const doing = (scene: Scene, { at }: Head): readonly Found[] => {
  const { verbs, nouns } = scene.glosses[at]!
  return verbs.length > 0 ? verbs : nouns.filter(({ verbal }) => verbal)
}

/** "The next session is expected to be held": the meeting is the subject before its verb. */
const meetingBefore = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (nounAt(scene, k, 'meeting')) return true
  return false
}

/** "Will begin a visit": a meeting that is begun; to begin talks is to negotiate. */
const opensMeeting = (scene: Scene, head: Head): boolean => {
  for (let at = head.at + 1; at < Math.min(head.at + 4, scene.words.length); at++) {
    const meeting = nounAt(scene, at, 'meeting')
    if (meeting) return meeting.lexeme.means.meeting !== 'talks'
  }
  return false
}

/** A meeting that will simply take place is a meeting, not a promise. */
const encounter = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  if (trigger.force !== 'planned') return false
  const verbs = doing(scene, head)
  if (meaning(verbs, 'meets') ?? meaning(verbs, 'attends')) return trigger.polarity === 'will'
  if (head.found?.lexeme.means.meeting) return true
  if (trigger.itself && head.found?.lexeme.means.aspect && scene.page.pack.syntax.subject === 'before') return opensMeeting(scene, head)
  if (!head.found?.lexeme.means.holds || head.found.lexeme.means.works) return false
  for (let at = head.at + 1; at < Math.min(head.at + 8, scene.words.length); at++) if (nounAt(scene, at, 'meeting') ?? nounAt(scene, at, 'body')) return true
  return scene.page.pack.syntax.subject === 'before' && meetingBefore(scene, trigger.at)
}

/** What is expected of an agreement or a figure is an outcome and no party's promise. */
const outcome = (scene: Scene, trigger: Trigger, head: Head): boolean => {
  if (!trigger.found.lexeme.means.schedule) return false
  const verbs = doing(scene, head)
  if (meaning(verbs, 'effect') ?? meaning(verbs, 'measures')) return true
  for (let at = head.at + 1; at < Math.min(head.at + 4, scene.words.length); at++) {
    if (nounAt(scene, at, 'indicator')) return true
    const instrument = nounAt(scene, at, 'instrument')
    if (instrument && head.action !== 'sign' && !instrument.lexeme.means.body) return true
  }
  return false
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

/** A plain promise of a party whose object was not found is worth a word; soft words and reports are not. */
const notUnderstood = (scene: Scene, trigger: Trigger, subject: Actors | null): boolean => {
  const { means } = trigger.found.lexeme
  const firm = trigger.force === 'agreed' || trigger.force === 'pledged'
  return firm && subject !== null && scene.glosses[trigger.at]!.verbs.length > 0 && !(means.announces ?? means.deed ?? means.provides ?? means.includes ?? means.says)
}

/** Soft words promise nothing where nobody is named who could. */
const loose = ({ force, found }: Trigger): boolean => force === 'urged' || force === 'hoped' || force === 'considered' || found.lexeme.means.guessed === true

/** Deeds that things do as well as parties: "the summit will strengthen …" tells an outcome. */
const effectProne = new Set<Action>(['other', 'strengthen', 'facilitate', 'support', 'protect', 'increase', 'reduce', 'align', 'establish'])

/** "We intend to …": a pronoun before the verb stands for whoever speaks. */
const speaks = (scene: Scene, at: number): boolean => {
  for (let k = clauseOver(scene, at).from; k < at; k++) if (role(scene.glosses[k]) === 'pronoun') return true
  return false
}

/** A future of a thing that is neither party nor body: the noun before its verb in the clause is its subject. */
const ofThing = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null): boolean => {
  if (trigger.found.lexeme.means.seeks && (subject?.keys.length ?? 0) < 2 && trigger.found.number < 2) return true
  const apart = scene.page.pack.syntax.subject === 'before'
  if (apart && trigger.force === 'planned' && !subject && !trigger.itself && trigger.found.lexeme.pos === 'verb') return !speaks(scene, trigger.at)
  if (trigger.force !== 'planned' || subject || trigger.found.number > 1) return false
  if (apart && trigger.itself && meetingBefore(scene, trigger.at)) return true
  if (!effectProne.has(head.action)) return false
  if (!trigger.itself) return trigger.found.lexeme.means.seeks === true
  if (head.action === 'strengthen' && !trigger.found.lexeme.means.aspect) return true
  const clause = clauseOver(scene, trigger.at)
  for (let at = clause.from; at < trigger.at; at++) {
    const { nouns } = scene.glosses[at]!
    if (nouns.some(({ lexeme: { means } }) => means.body ?? (apart ? undefined : (means.project ?? means.works)) ?? means.gift)) return false
    if (nouns.length > 0) return true
  }
  const next = scene.glosses[trigger.at + 1]
  return (next?.nouns.some(({ before, lexeme: { means } }) => (before & THE) !== 0 && (means.instrument ?? means.meeting) !== undefined) ?? false)
}

const refused = (scene: Scene, trigger: Trigger, head: Head): boolean => !promising(scene, trigger, head) || encounter(scene, trigger, head) || outcome(scene, trigger, head)

const outward = new Set<Action>(['sign', 'finance', 'build', 'open', 'hold', 'host', 'exchange', 'negotiate'])

/** What one body approves for itself is its own affair, unless money goes out with it. */
const domestic = (scene: Scene, trigger: Trigger, head: Head, subject: Actors | null): boolean =>
  !outward.has(head.action) &&
  trigger.found.lexeme.means.alone !== undefined && trigger.found.lexeme.means.deed === true && (subject?.keys.length ?? 0) < 2 && trigger.found.number !== 2 &&
  !(head.found?.lexeme.means.gift ?? amountsIn(scene, { from: head.at, to: Math.min(head.at + 14, sentenceOver(scene, head.at).to) }).length > 0)

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

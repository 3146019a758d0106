import type { MeetingType, Step } from '../model/index.ts'
import { subjectOf } from './actors.ts'
import { dateReach, destination, later, mechanismIn, owner, participants, partiesOf, placeNear, somewhere, statusOf, timeNear, typeOf, visitReach } from './circumstances.ts'
import type { MeetingDraft } from './drafts.ts'
import { eventDay } from './due.ts'
import { blank, type Found, meaning, role, trait } from './gloss.ts'
import { THE, TO } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import type { TimeMark } from './page.ts'
import { articledNumber, capital, modifies, nounAt, ordinalIn, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { agree } from './repeats.ts'
import { clauseOver, firstSentence, mentionOver, mentionsIn, quantitiesIn, quantityOver, roleBefore, type Scene, timesIn } from './scene.ts'

const stepsOf = (rule: string, type: MeetingType, time: TimeMark | null): readonly Step[] => [{ rule, gave: `meeting ${type}` }, ...(time?.edtf ? [{ rule: time.rule, gave: `date ${time.edtf}` }] : [])]

/** How much of a relative clause belongs to the passage ("the visit that the president is paying to"), in words. */
const relativeReach = 12

/** How far before its noun the verb of a meeting may stand and still be in the passage, in words. */
const verbReach = 14

/** Where the subject stands first, a passage begins with it. */
const subjectFrom = (scene: Scene, verb: number): number => {
  const subject = scene.page.pack.syntax.subject === 'before' ? subjectOf(scene, verb, 1) : null
  return subject && subject.from < verb && subject.from >= clauseOver(scene, verb).from ? subject.from : verb
}

/** A meeting's passage begins with the verb that carries its noun: "begins a visit", "held talks". */
const verbBefore = (scene: Scene, at: number): number => {
  const { from } = clauseOver(scene, at)
  for (let k = at - 1; k >= Math.max(from, at - verbReach); k--) {
    if (nounAt(scene, k, 'meeting') ?? nounAt(scene, k, 'instrument')) return phraseStart(scene, at)
    const { verbs } = scene.glosses[k]!
    if (verbs.length > 0) return verbs.some(({ lexeme: { means } }) => means.holds ?? means.light ?? means.aspect ?? (scene.page.pack.syntax.subject === 'before' ? means.chairs : undefined)) ? subjectFrom(scene, k) : phraseStart(scene, at)
  }
  return phraseStart(scene, at)
}

/** "Its session", or "its round of talks", where the pronoun stands with the noun that tells of what the round is. */
const owned = (scene: Scene, at: number, found: Found, end: number): boolean =>
  found.after !== '' || scene.glosses.slice(at + found.length, Math.min(end, at + found.length + 1)).some(({ nouns }) => nouns.some(({ after }) => after !== ''))

const nounMeeting = (scene: Scene, promises: Promised, at: number, found: Found, end: number, known: MeetingType | null = null): MeetingDraft => {
  const holder = owned(scene, at, found, end) ? owner(scene, at) : null
  const type = known ?? (holder && found.lexeme.means.sessional && ordinalIn(scene, at, end) !== null ? 'session' : typeOf(scene, found, at, end))
  const ordinal = type === 'visit' ? null : ordinalIn(scene, Math.min(at - 1, phraseStart(scene, at)), end)
  const relative = role(scene.glosses[end]) === 'relative' ? clauseOver(scene, end) : null
  const own = relative ? (timesIn(scene, relative).find(({ edtf }) => edtf !== null) ?? null) : null
  const from = verbBefore(scene, at)
  const time = own ?? timeNear(scene, at, end, type === 'visit' ? visitReach : dateReach) ?? (timesIn(scene, { from, to: at }).find(({ edtf, limit }) => edtf !== null && !limit) ?? null)
  const coming = relative !== null && scene.page.pack.syntax.subject === 'before' && scene.glosses.slice(relative.from, relative.to).some(({ tense }) => tense === 'future')
  const opened = relative !== null && scene.glosses.slice(relative.from, relative.to).some(({ tense }) => tense === 'past')
  const clause = clauseOver(scene, at)
  const to = Math.max(end, clause.to)
  const told = relative ? Math.min(relative.to, end + relativeReach) : end
  return {
    kind: 'meeting', at, passages: [{ from, to: told, rule: found.lexeme.id }], type, status: coming ? 'scheduled' : opened && !later(scene, time) ? 'held' : statusOf(scene, promises, at, end, time), ordinal,
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, { from: at + 1, to: Math.max(end, Math.min(to, at + 12)) }) : (placeNear(scene, { from: at + 1, to }) ?? placeNear(scene, { from: clause.from, to: at })),
    mechanism: mechanismIn(scene, at, end) ?? (type === 'session' || (found.after === '' && ordinal !== null) ? holder : null), participants: participants(scene, clause), points: null, steps: stepsOf(found.lexeme.id, type, time), parties: partiesOf(scene, { from: at, to: end }),
  }
}

/** "The joint commission met in Tbilisi": a standing body before the verb holds a session. */
const bodyMeets = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const { from } = clauseOver(scene, at)
  for (let k = from; k < at; k++) {
    if (role(scene.glosses[k]) !== undefined && role(scene.glosses[k]) !== 'this') return false
    if (nounAt(scene, k, 'body')) return true
  }
  return false
}

const verbMeeting = (scene: Scene, at: number, found: Found): MeetingDraft => {
  const clause = clauseOver(scene, at)
  const subject = subjectOf(scene, at, found.length)
  const from = subject && subject.from < at ? subject.from : at
  const near = timeNear(scene, at, clause.to)
  const time = scene.page.pack.syntax.subject === 'before' && scene.glosses[at]!.tense === 'past' && later(scene, near) ? null : near
  const type: MeetingType = bodyMeets(scene, at) ? 'session' : (found.lexeme.means.meets ?? 'talks')
  return {
    kind: 'meeting', at, passages: [{ from, to: clause.to, rule: found.lexeme.id }], type, status: scene.glosses[at]!.tense === 'future' || scheduled(scene, at) || later(scene, time) ? 'scheduled' : 'held', ordinal: null,
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, { from: at + 1, to: clause.to }) : placeNear(scene, { from: at + 1, to: clause.to }),
    mechanism: null, participants: participants(scene, clause), points: null, steps: stepsOf(found.lexeme.id, type, time), parties: partiesOf(scene, { from: scene.page.pack.syntax.subject === 'before' ? from : at, to: clause.to }),
  }
}

/** What may follow a definite noun of meeting to say which one it is. */
const tellsApart = (scene: Scene, at: number): boolean => {
  const gloss = scene.glosses[at]
  if (!gloss || scene.words[at]!.kind === 'mark') return false
  const part = role(gloss)
  return (gloss.before & (THE | TO)) !== 0 || gloss.particle?.lexeme.means.ordinal !== undefined || articledNumber(scene, at + 1) || part === 'between' || part === 'with' || part === 'next' || part === 'relative' ||
    mentionOver(scene, at) !== null || quantityOver(scene, at) !== null || scene.words[at]!.stems.some(({ before }) => (before & (THE | TO)) !== 0)
}

/** What tells a meeting apart before its noun or as the body that meets: "the seventh meeting", "the China-Oman summit", "the session of the committee". */
const toldBefore = (scene: Scene, at: number, found: Found): boolean => {
  const start = phraseStart(scene, at)
  if (scene.page.pack.syntax.bends === 'first') return false
  if (ordinalIn(scene, start, at) !== null || mentionsIn(scene, { from: start, to: at }).length > 0) return true
  const of = at + found.length
  if (role(scene.glosses[of]) === 'in' && somewhere(scene, of + 1)) return true
  return role(scene.glosses[of]) === 'prep' && [1, 2, 3, 4].some((step) => mentionOver(scene, of + step) !== null || nounAt(scene, of + step, 'body') !== null)
}

/** A bare or definite mention of a meeting told before adds nothing: "during the meeting". */
const pointsBack = (scene: Scene, at: number, found: Found, end: number): boolean => {
  if (role(scene.glosses[at - 1]) === 'this' || (found.lexeme.means.weak && found.number > 1)) return true
  if ((found.before & THE) === 0) return found.after !== '' && end - at - found.length < 1
  if (role(scene.glosses[at + found.length]) === 'relative' || toldBefore(scene, at, found)) return false
  return !tellsApart(scene, at + found.length) || end - at - found.length < 1
}

const sameParties = (one: MeetingDraft, other: MeetingDraft): boolean => one.parties.length === other.parties.length && one.parties.every((party) => other.parties.includes(party))

/** Each names two people or more, and somebody whom the other does not: two meetings of one day. */
const otherPeople = ({ participants: one }: MeetingDraft, { participants: other }: MeetingDraft): boolean => {
  const missing = (here: MeetingDraft['participants'], there: MeetingDraft['participants']) => here.some(({ key }) => !there.some((known) => known.key === key))
  return one.length > 1 && other.length > 1 && missing(one, other) && missing(other, one)
}

/** Two accounts of one meeting: same kind and parties, and nothing that tells them apart. */
const same = (one: MeetingDraft, other: MeetingDraft): boolean => {
  if (one.type === 'session' && other.type === 'session' && one.ordinal !== null && one.ordinal === other.ordinal && one.status === other.status && agree(one.date, other.date) && sameParties(one, other)) return true
  if (one.type !== other.type || one.status !== other.status || (one.type === 'talks' && otherPeople(one, other)) || !agree(one.date, other.date) || !agree(one.place, other.place)) return false
  if (one.ordinal !== null && other.ordinal !== null) return one.ordinal === other.ordinal && sameParties(one, other)
  const bare = other.date === null && other.place === null && other.ordinal === null
  const known = (one.date !== null && one.date === other.date) || (one.place !== null && one.place === other.place)
  return bare ? one.parties.some((party) => other.parties.includes(party)) : sameParties(one, other) && (known || one.status === 'held')
}

/** How many meetings back another account of one is looked for. */
const memory = 8

const joined = (meetings: readonly MeetingDraft[]): readonly MeetingDraft[] => {
  const out: MeetingDraft[] = []
  for (const meeting of meetings) {
    const start = Math.max(0, out.length - memory)
    const found = out.slice(start).findIndex((other) => same(other, meeting))
    const at = found < 0 ? -1 : start + found
    const other = out[at]
    if (!other) out.push(meeting)
    else
      out[at] = {
        ...other, passages: [...other.passages, ...meeting.passages], date: other.date ?? meeting.date, place: other.place ?? meeting.place,
        ordinal: other.ordinal ?? meeting.ordinal, mechanism: other.mechanism ?? meeting.mechanism, participants: other.participants.length ? other.participants : meeting.participants,
      }
  }
  return out
}

/** "the first in Cairo in November 2013": a meeting named by its number, after others of its kind. */
const counted = (scene: Scene, at: number, last: MeetingDraft | undefined): MeetingDraft | null => {
  const ordinal = scene.glosses[at]!.particle?.lexeme.means.ordinal
  if (!ordinal || !last || role(scene.glosses[at + 1]) !== 'in' || !somewhere(scene, at + 2)) return null
  const end = phraseEnd(scene, at, 1)
  const time = timesIn(scene, { from: at, to: end })[0]
  return time ? { ...last, at, passages: [{ from: at, to: end, rule: 'reader.counted-meeting' }], ordinal, date: time.edtf, place: somewhere(scene, at + 2), status: later(scene, time) ? 'scheduled' : 'held' } : null
}

/** How far behind a verb of convening the meeting may stand that is convened, in words. */
const objectReach = 8

/** "Called on Oman to open the port", and not on its king: of a verb that visits and urges, where an infinitive follows, or nobody is named. */
const urges = (scene: Scene, at: number, { lexeme: { means } }: Found): boolean => {
  if (means.force === undefined) return false
  const run = { from: at + 1, to: clauseOver(scene, at).to }
  return !mentionsIn(scene, run).some(({ type }) => type === 'person') || scene.glosses.slice(run.from, run.to).some(({ nouns }) => nouns.some(({ verbal }) => verbal !== undefined))
}

/** How far behind a thing somebody may be named whose it is ("the delegation of Oman"), in words. */
const thingReach = 4

/** "Received priority", "met the needs": a thing right behind the verb and nobody named behind it, where the subject stands first. */
const ofThing = (scene: Scene, at: number, { length }: Found): boolean => {
  if (scene.page.pack.syntax.subject === 'after') return false
  const { to } = clauseOver(scene, at)
  let k = at + length
  while (k < to && (scene.words[k]!.apart === THE || scene.words[k]!.qualities !== 0)) k += 1
  const { nouns, particle } = scene.glosses[k] ?? blank
  if (k >= to || particle || scene.words[k]!.kind !== 'word' || capital(scene, k) || timesIn(scene, { from: k, to: k + 1 }).length > 0 || nouns.some(({ verbal, lexeme: { means } }) => verbal ?? means.actor ?? means.body ?? means.meeting)) return false
  for (let near = k; near < Math.min(to, k + thingReach); near++) if (mentionOver(scene, near) || meaning(scene.glosses[near]!.nouns, 'actor')) return false
  return true
}

/** "120,000 tourists visited": guests by the hundred, where the subject stands first. */
const crowd = (scene: Scene, at: number): boolean =>
  scene.page.pack.syntax.subject === 'before' && quantitiesIn(scene, { from: clauseOver(scene, at).from, to: at }).some(({ sort }) => sort === 'count')

/** Whether a verb of meeting tells of an encounter of officials: not of guests by the hundred, nor of a habit. */
const encounter = (scene: Scene, at: number, verb: Found): boolean => {
  const { weak } = verb.lexeme.means
  if (roleBefore(scene, at) === 'negation' || roleBefore(scene, at) === 'will-not' || urges(scene, at, verb) || crowd(scene, at) || ofThing(scene, at, verb)) return false
  if (verb.lexeme.means.holds && nounIn(scene, at + 1, Math.min(at + objectReach, clauseOver(scene, at).to))) return false
  for (let k = at + 1; k < Math.min(at + 4, clauseOver(scene, at).to); k++) if (quantityOver(scene, k) || role(scene.glosses[k]) === 'every') return false
  const clause = clauseOver(scene, at)
  if (!weak) return clause.kind !== 'relative' || mentionsIn(scene, clause).some(({ type }) => type === 'person' || type === 'state' || type === 'place')
  const people = mentionsIn(scene, clause).some(({ type }) => type === 'person')
  return people && destination(scene, { from: at + 1, to: clause.to }) !== null && !nounIn(scene, at, clause.to)
}

const nounIn = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (nounAt(scene, at, 'meeting')) return true
  return false
}

/** The event that a report tells of happened on its day: meetings of its opening sentences that name no other date. */
const opening = 1

const dated = (scene: Scene, day: TimeMark | null) => (meeting: MeetingDraft): MeetingDraft =>
  meeting.date === null && day && meeting.status === 'held' && meeting.type !== 'visit' && scene.glosses[meeting.passages[0].from]!.tense === 'past' && clauseOver(scene, meeting.at).sentence - firstSentence(scene) < opening ? { ...meeting, date: day.edtf } : meeting

/** "discussed with the president": two office-holders who discuss have met. */
const discussion = (scene: Scene, at: number): boolean => {
  const gloss = scene.glosses[at]!
  if (gloss.tense !== 'past' || !gloss.verbs.some(({ lexeme: { means } }) => means.force === 'considered')) return false
  const clause = clauseOver(scene, at)
  for (let k = at + 1; k < clause.to - 1; k++) if (role(scene.glosses[k]) === 'with' && [1, 2].some((step) => mentionOver(scene, k + step)?.type === 'person')) return mentionsIn(scene, { from: at, to: k }).some(({ type }) => type === 'person')
  return false
}

/** "is to visit": a verb of meeting under a word that plans it. */
const scheduled = (scene: Scene, at: number): Found | null =>
  [1, 2, 3, 4].some((back) => scene.glosses[at - back]?.length === back && scene.glosses[at - back]!.particle?.lexeme.means.schedule) ? (scene.glosses[at]!.nouns.find(({ verbal, lexeme: { means } }) => verbal && means.meets) ?? null) : null

const soft = new Set(['urged', 'hoped', 'considered', 'offered'])

/** What is done to talks and dialogues themselves, and not at them. */
const made = new Set(['complete', 'sign', 'launch', 'establish', 'strengthen', 'support'])

/** "Will facilitate discussions", "to support dialogue": talks in general that something is done for, right before them. */
const furthered = (scene: Scene, at: number): boolean => {
  if (scene.page.pack.syntax.subject === 'after' || nounAt(scene, at, 'meeting')!.lexeme.means.meeting !== 'talks' || placeNear(scene, { from: at, to: phraseEnd(scene, at, 1) }) !== null) return false
  const start = phraseStart(scene, at)
  const gloss = scene.glosses[start - 1]
  if (!gloss || scene.words[start - 1]!.apart !== 0) return false
  const deeds = [...(gloss.tense === 'future' ? gloss.verbs : []), ...gloss.nouns.filter(({ verbal }) => verbal)]
  return deeds.some(({ lexeme: { means } }) => means.action === 'facilitate' || means.action === 'strengthen' || means.action === 'support')
}

/** "Agreed on a road during their talks on May 2": a small word before the phrase and a time in it say when something was agreed, where no deed is done to the talks. */
const datedAside = (scene: Scene, { from, to }: { readonly from: number; readonly to: number }): boolean => {
  if (timesIn(scene, { from, to }).length === 0) return false
  let k = phraseStart(scene, from) - 1
  while (k > 0 && (scene.words[k]!.apart !== 0 || (scene.words[k]!.qualities & quality.own) !== 0)) k -= 1
  return role(scene.glosses[k]) === 'prep' && !scene.glosses[k - 1]?.nouns.some(({ form }) => form === 'deed')
}

/** "Called for the early conclusion of talks": a meeting that is only spoken of inside something wanted, where the phrase does not promise to hold it. */
const wanted = (scene: Scene, promises: Promised, at: number): boolean => {
  if (furthered(scene, at)) return true
  const promise = scene.page.pack.syntax.subject === 'before' ? promiseOver(promises, at) : null
  const phrase = { from: at, to: phraseEnd(scene, at, 1) }
  if (promise === null || promise.at > at || placeNear(scene, phrase) !== null || datedAside(scene, phrase) || ['hold', 'host', 'negotiate'].includes(promise.action)) return false
  return (soft.has(promise.force) && promise.at < at) || made.has(promise.action)
}

/** "Negotiations on a trade agreement": what is talked about is told of, and no encounter. */
const negotiation = (scene: Scene, at: number, noun: Found): boolean => {
  if (scene.page.pack.syntax.bends === 'first' || noun.lexeme.means.meeting !== 'talks' || (role(scene.glosses[at + noun.length]) === undefined && scene.words[at + noun.length]?.apart !== TO)) return false
  const clause = clauseOver(scene, at)
  if (timesIn(scene, clause).length > 0 || placeNear(scene, clause) !== null) return false
  const end = phraseEnd(scene, at, noun.length)
  for (let k = at + noun.length; k < end; k++) if (nounAt(scene, k, 'instrument')) return true
  return false
}

/** How far behind its noun the event may stand that is opened, in words. */
const eventReach = 3

/** "Attended the opening of the exposition": the opening of a named event is an encounter where it is said that somebody came. */
const attendedOpening = (scene: Scene, at: number): Found | null => {
  const deed = scene.glosses[at]!.nouns.find(({ form, lexeme: { means } }) => form === 'deed' && means.action === 'open')
  if (!deed || !Array.from({ length: eventReach }, (_, step) => at + deed.length + step).some((k) => mentionOver(scene, k)?.type === 'event')) return null
  const { from } = clauseOver(scene, at)
  return scene.glosses.slice(from, at).some(({ tense, verbs }) => tense === 'past' && meaning(verbs, 'attends')) ? deed : null
}

/** Reads encounters: nouns of meeting with their phrase, and verbs of meeting with their clause. */
export const readMeetings = (scene: Scene, promises: Promised): readonly MeetingDraft[] => {
  const out: MeetingDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    if ((scene.glosses[at]!.traits & (trait.meets | trait.meeting | trait.force | trait.member | trait.action)) === 0) continue
    const verb = meaning(scene.glosses[at]!.verbs, 'meets') ?? scheduled(scene, at)
    const noun = nounAt(scene, at, 'meeting')
    const mention = mentionOver(scene, at)
    const opened = attendedOpening(scene, at)
    const number = counted(scene, at, out.at(-1))
    if (number) out.push(number)
    else if (verb) {
      if (encounter(scene, at, verb)) out.push(verbMeeting(scene, at, verb))
    } else if (discussion(scene, at)) out.push(verbMeeting(scene, at, scene.glosses[at]!.verbs[0]!))
    else if (opened) out.push(nounMeeting(scene, promises, at, opened, phraseEnd(scene, at, opened.length), 'ceremony'))
    else if (noun && (!mention || mention.adjective) && !modifies(scene, at, noun.length) && !wanted(scene, promises, at) && !negotiation(scene, at, noun)) {
      const end = phraseEnd(scene, at, noun.length)
      if (!pointsBack(scene, at, noun, end)) out.push(nounMeeting(scene, promises, at, noun, end))
      at += noun.length - 1
    }
  }
  return joined(out.map(dated(scene, eventDay(scene))))
}

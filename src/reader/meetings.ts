import type { MeetingStatus, MeetingType, Step } from '../model/index.ts'
import { partiesWithin, subjectOf, textParties } from './actors.ts'
import type { MeetingDraft } from './drafts.ts'
import { eventDay, firstDay, lastDay } from './due.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { BY, THE, TO } from './lexicon/pack.ts'
import type { TimeMark } from './page.ts'
import { modifies, nounAt, ordinalIn, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, firstSentence, mentionOver, mentionsIn, quantityOver, roleBefore, type Scene, sentenceOver, timesIn } from './scene.ts'

type Run = { readonly from: number; readonly to: number }

/** How many words after its phrase a meeting's date may stand. */
const dateReach = 12

/** A visit's own date stands right behind its destination; later ones belong to what happened during it. */
const visitReach = 3

/** A verb between a meeting and a time takes the time for itself, unless it only carries the meeting. */
const otherVerb = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (scene.glosses[at]!.tense === 'past' && !scene.glosses[at]!.verbs.some(({ lexeme: { means } }) => means.holds ?? means.light ?? means.aspect ?? means.attends)) return true
  return false
}

/** "On May 3, the ministers of …": a time that opens a clause dates its verb however far, where the verb comes late. */
const opensClause = (scene: Scene, clause: Run, from: number): boolean => scene.page.pack.syntax.subject === 'before' && from - clause.from <= visitReach

const timeNear = (scene: Scene, at: number, end: number, reach = dateReach): TimeMark | null => {
  const clause = clauseOver(scene, at)
  const dated = timesIn(scene, { from: clause.from, to: Math.max(end, clause.to) }).filter(({ edtf, limit }) => edtf !== null && !limit)
  const close = dated.filter(({ from }) => from >= at && from <= end + reach && !otherVerb(scene, end, from))
  const earlier = reach === dateReach ? dated.findLast(({ from, edtf }) => from < at && (at - from <= dateReach || opensClause(scene, clause, from)) && edtf!.length !== 4) : undefined
  return close.find(({ edtf }) => edtf!.length !== 4) ?? earlier ?? close[0] ?? null
}

const somewhere = (scene: Scene, at: number): string | null => {
  const mention = mentionOver(scene, at)
  return mention && mention.from === at && !mention.adjective && (mention.type === 'place' || mention.type === 'state') ? mention.key : null
}

/** The place of a meeting: the place or state named within three words after "in". */
const placeNear = (scene: Scene, { from, to }: Run): string | null => {
  for (let at = from; at < to; at++) {
    const inside = role(scene.glosses[at]) === 'in'
    const by = scene.words[at]!.stems.some(({ before }) => (before & BY) !== 0)
    if (!inside && !by) continue
    for (let k = by ? at : at + 1; k < Math.min(to, at + 4); k++) {
      const place = somewhere(scene, k)
      if (place) return place
      if (k > at && mentionOver(scene, k)) break
    }
  }
  return null
}

const destination = (scene: Scene, { from, to }: Run): string | null => {
  for (let at = from; at < to; at++) {
    const place = somewhere(scene, at)
    const before = role(scene.glosses[at - 1])
    if (place && before !== 'with' && before !== 'from') return place
  }
  return null
}

const next = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (role(scene.glosses[at]) === 'next' || scene.glosses[at]!.particle?.lexeme.means.schedule) return true
  return false
}

const upcoming = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const gloss = scene.glosses[at]!
    if (gloss.tense === 'future' || gloss.particle?.lexeme.means.schedule) return true
  }
  return false
}

const later = (scene: Scene, time: TimeMark | null): boolean =>
  time?.edtf !== null && time !== null && scene.page.issued !== null && firstDay(time.edtf) > lastDay(scene.page.issued)

const past = (scene: Scene, time: TimeMark | null): boolean =>
  time?.edtf !== null && time !== null && scene.page.issued !== null && lastDay(time.edtf) < firstDay(scene.page.issued)

/** How far after its phrase the verb of a meeting that is the subject may stand, in words. */
const verbAfter = 6

const statusOf = (scene: Scene, promises: Promised, at: number, end: number, time: TimeMark | null): MeetingStatus => {
  if (later(scene, time)) return 'scheduled'
  if (past(scene, time)) return 'held'
  const promise = promiseOver(promises, at)
  if (promise && ['hold', 'host', 'negotiate'].includes(promise.action)) return 'scheduled'
  const clause = clauseOver(scene, at)
  const first = scene.page.pack.syntax.subject === 'before'
  return upcoming(scene, clause.from, first ? Math.min(clause.to, end + verbAfter) : at) || next(scene, first ? Math.max(clause.from, phraseStart(scene, at) - 1) : at, Math.min(Math.max(end, at) + 2, clause.to)) ? 'scheduled' : 'held'
}

const partiesOf = (scene: Scene, { from, to }: Run): readonly string[] => {
  const near = partiesWithin(scene, from, to)
  if (near.length > 1) return near
  const clause = clauseOver(scene, from)
  const all = partiesWithin(scene, clause.from, clause.to)
  return all.length > 1 ? all : textParties(scene)
}

/** A meeting of a standing body, or one that is counted, is a session of it. */
const typeOf = (scene: Scene, found: Found, at: number, end: number): MeetingType => {
  const type = found.lexeme.means.meeting as MeetingType
  if (type !== 'talks' || !found.lexeme.means.sessional) return type
  const start = phraseStart(scene, at)
  for (let k = start < at ? start : at + found.length; k < Math.min(end, at + 8); k++)
    if (nounAt(scene, k, 'body') || mentionOver(scene, k)?.type === 'body' || scene.glosses[k]!.nouns.some(({ lexeme }) => lexeme.means.ministerial)) return 'session'
  return ordinalIn(scene, phraseStart(scene, at), Math.min(end, at + 4)) === null ? type : 'session'
}

/** A name without the small words that follow it. */
const withoutTail = (scene: Scene, { from, to }: Run): Run => {
  let end = to
  while (end > from + 1 && role(scene.glosses[end - 1]) !== undefined) end -= 1
  return { from, to: end }
}

/** The body that is said to hold "its" session: the nearest before it in the sentence. */
const owner = (scene: Scene, at: number): Run | null => {
  const { from } = sentenceOver(scene, at)
  for (let k = at - 1; k >= from; k--) {
    const mention = mentionOver(scene, k)
    if (mention?.type === 'body' && scene.page.pack.names.byKey.has(mention.key)) return mention
    const body = mention && !mention.adjective && mention.type !== 'body' ? null : nounAt(scene, k, 'body')
    if (body) return withoutTail(scene, { from: k, to: Math.min(at, phraseEnd(scene, k, body.length)) })
  }
  return null
}

/** The standing body whose session it is: the committee or council named in the phrase. */
const mechanismIn = (scene: Scene, at: number, end: number): Run | null => {
  for (let k = Math.min(at + 1, phraseStart(scene, at)); k < end; k++) {
    const body = nounAt(scene, k, 'body')
    const mention = mentionOver(scene, k)
    if (mention?.type === 'body') return mention
    if (body && !mention) {
      let to = k + body.length
      while (scene.page.pack.syntax.bends === 'first' && to < end && role(scene.glosses[to]) === undefined && scene.glosses[to]!.verbs.length === 0) to++
      return { from: k, to }
    }
  }
  return null
}

const persons = (scene: Scene, run: Run): string[] => mentionsIn(scene, run).filter(({ type }) => type === 'person').map(({ key }) => key)

/** Persons named as presiding in the clause: "chaired by", "X and Y chaired". */
const chairsIn = (scene: Scene, clause: Run): readonly string[] => {
  for (let at = clause.from; at < clause.to; at++) {
    const gloss = scene.glosses[at]!
    if (!(meaning(gloss.verbs, 'chairs') ?? meaning(gloss.nouns, 'chairs')) && role(gloss) !== 'chaired-by') continue
    const keys: string[] = scene.page.pack.syntax.subject === 'before' && gloss.verbs.length > 0 ? persons(scene, { from: clause.from, to: at }) : []
    for (let k = at + 1; k < clause.to; k++) {
      const mention = mentionOver(scene, k)
      if (nounAt(scene, k, 'meeting') && keys.length) break
      if (mention?.type === 'person' && mention.from === k) keys.push(mention.key)
    }
    if (keys.length) return keys
  }
  return []
}

const participants = (scene: Scene, clause: Run): MeetingDraft['participants'] => {
  const chairs = new Set(chairsIn(scene, clause))
  const keys = new Set([...chairs, ...mentionsIn(scene, clause).filter(({ type }) => type === 'person').map(({ key }) => key)])
  return [...keys].map((key) => ({ key, chair: chairs.has(key) }))
}

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

const nounMeeting = (scene: Scene, promises: Promised, at: number, found: Found, end: number): MeetingDraft => {
  const holder = found.after === '' ? null : owner(scene, at)
  const type = holder && found.lexeme.means.sessional && ordinalIn(scene, at, end) !== null ? 'session' : typeOf(scene, found, at, end)
  const relative = role(scene.glosses[end]) === 'relative' ? clauseOver(scene, end) : null
  const own = relative ? (timesIn(scene, relative).find(({ edtf }) => edtf !== null) ?? null) : null
  const from = verbBefore(scene, at)
  const time = own ?? timeNear(scene, at, end, type === 'visit' ? visitReach : dateReach) ?? (timesIn(scene, { from, to: at }).find(({ edtf, limit }) => edtf !== null && !limit) ?? null)
  const opened = relative !== null && scene.glosses.slice(relative.from, relative.to).some(({ tense }) => tense === 'past')
  const clause = clauseOver(scene, at)
  const to = Math.max(end, clause.to)
  const told = relative ? Math.min(relative.to, end + relativeReach) : end
  return {
    kind: 'meeting', at, passages: [{ from, to: told, rule: found.lexeme.id }], type, status: opened && !later(scene, time) ? 'held' : statusOf(scene, promises, at, end, time), ordinal: type === 'visit' ? null : ordinalIn(scene, Math.min(at - 1, phraseStart(scene, at)), end),
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, { from: at + 1, to: Math.max(end, Math.min(to, at + 12)) }) : (placeNear(scene, { from: at + 1, to }) ?? placeNear(scene, { from: clause.from, to: at })),
    mechanism: mechanismIn(scene, at, end) ?? (type === 'session' ? holder : null), participants: participants(scene, clause), points: null, steps: stepsOf(found.lexeme.id, type, time), parties: partiesOf(scene, { from: at, to: end }),
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
  const time = timeNear(scene, at, clause.to)
  const type: MeetingType = bodyMeets(scene, at) ? 'session' : (found.lexeme.means.meets ?? 'talks')
  return {
    kind: 'meeting', at, passages: [{ from, to: clause.to, rule: found.lexeme.id }], type, status: scene.glosses[at]!.tense === 'future' || scheduled(scene, at) || later(scene, time) ? 'scheduled' : 'held', ordinal: null,
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, { from: at + 1, to: clause.to }) : placeNear(scene, { from: at + 1, to: clause.to }),
    mechanism: null, participants: participants(scene, clause), points: null, steps: stepsOf(found.lexeme.id, type, time), parties: partiesOf(scene, { from: at, to: clause.to }),
  }
}

/** What may follow a definite noun of meeting to say which one it is. */
const tellsApart = (scene: Scene, at: number): boolean => {
  const gloss = scene.glosses[at]
  if (!gloss || scene.words[at]!.kind === 'mark') return false
  const part = role(gloss)
  return (gloss.before & (THE | TO)) !== 0 || gloss.particle?.lexeme.means.ordinal !== undefined || part === 'between' || part === 'with' || part === 'next' || part === 'relative' ||
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

const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other

/** Each names two people or more, and somebody whom the other does not: two meetings of one day. */
const otherPeople = ({ participants: one }: MeetingDraft, { participants: other }: MeetingDraft): boolean => {
  const missing = (here: MeetingDraft['participants'], there: MeetingDraft['participants']) => here.some(({ key }) => !there.some((known) => known.key === key))
  return one.length > 1 && other.length > 1 && missing(one, other) && missing(other, one)
}

/** Two accounts of one meeting: same kind and parties, and nothing that tells them apart. */
const same = (one: MeetingDraft, other: MeetingDraft): boolean => {
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

/** Whether a verb of meeting tells of an encounter of officials: not of guests by the hundred, nor of a habit. */
const encounter = (scene: Scene, at: number, verb: Found): boolean => {
  const { weak } = verb.lexeme.means
  if (roleBefore(scene, at) === 'negation' || roleBefore(scene, at) === 'will-not') return false
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
  scene.glosses[at - 1]?.particle?.lexeme.means.schedule ? (scene.glosses[at]!.nouns.find(({ verbal, lexeme: { means } }) => verbal && means.meets) ?? null) : null

const soft = new Set(['urged', 'hoped', 'considered', 'offered'])

/** What is done to talks and dialogues themselves, and not at them. */
const made = new Set(['complete', 'sign', 'launch', 'establish', 'strengthen', 'support'])

/** "Called for the early conclusion of talks": a meeting that is only spoken of inside something wanted, where the phrase does not promise to hold it. */
const wanted = (scene: Scene, promises: Promised, at: number): boolean => {
  const promise = scene.page.pack.syntax.subject === 'before' ? promiseOver(promises, at) : null
  if (promise === null || promise.at > at || placeNear(scene, { from: at, to: phraseEnd(scene, at, 1) }) !== null || ['hold', 'host', 'negotiate'].includes(promise.action)) return false
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

/** Reads encounters: nouns of meeting with their phrase, and verbs of meeting with their clause. */
export const readMeetings = (scene: Scene, promises: Promised): readonly MeetingDraft[] => {
  const out: MeetingDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    if ((scene.glosses[at]!.traits & (trait.meets | trait.meeting | trait.force | trait.member)) === 0) continue
    const verb = meaning(scene.glosses[at]!.verbs, 'meets') ?? scheduled(scene, at)
    const noun = nounAt(scene, at, 'meeting')
    const mention = mentionOver(scene, at)
    const number = counted(scene, at, out.at(-1))
    if (number) out.push(number)
    else if (verb) {
      if (encounter(scene, at, verb)) out.push(verbMeeting(scene, at, verb))
    } else if (discussion(scene, at)) out.push(verbMeeting(scene, at, scene.glosses[at]!.verbs[0]!))
    else if (noun && (!mention || mention.adjective) && !modifies(scene, at, noun.length) && !wanted(scene, promises, at) && !negotiation(scene, at, noun)) {
      const end = phraseEnd(scene, at, noun.length)
      if (!pointsBack(scene, at, noun, end)) out.push(nounMeeting(scene, promises, at, noun, end))
      at += noun.length - 1
    }
  }
  return joined(out.map(dated(scene, eventDay(scene))))
}

import type { MeetingStatus, MeetingType } from '../model/index.ts'
import { partiesWithin, subjectOf, textParties } from './actors.ts'
import type { MeetingDraft } from './drafts.ts'
import { ahead } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import type { TimeMark } from './page.ts'
import { definite, nounAt, ordinalIn, phraseEnd } from './phrases.ts'
import { clauseOver, mentionOver, mentionsIn, type Scene, timesIn } from './scene.ts'

const timeNear = (scene: Scene, at: number, end: number): TimeMark | null => {
  const clause = clauseOver(scene, at)
  const dated = timesIn(scene, { from: clause.from, to: Math.max(end, clause.to) }).filter(({ edtf }) => edtf !== null)
  return dated.find(({ from }) => from >= at) ?? dated.at(-1) ?? null
}

/** The place of a meeting: the last place or state after "in" near its noun. */
const placeNear = (scene: Scene, from: number, end: number): string | null => {
  for (let at = from; at < end; at++) {
    const mention = mentionOver(scene, at)
    if (!mention || mention.from !== at || (mention.type !== 'place' && mention.type !== 'state') || mention.adjective) continue
    if (role(scene.glosses[at - 1]) === 'in' || scene.words[at]!.stems.some(({ before }) => before === 4)) return mention.key
  }
  return null
}

const destination = (scene: Scene, from: number, end: number): string | null => {
  for (let at = from; at < end; at++) {
    const mention = mentionOver(scene, at)
    if (mention && mention.from === at && !mention.adjective && (mention.type === 'place' || mention.type === 'state')) return mention.key
  }
  return null
}

const upcoming = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const gloss = scene.glosses[at]!
    if (gloss.tense === 'future' || gloss.particle?.lexeme.means.schedule || role(gloss) === 'next') return true
  }
  return false
}

const statusOf = (scene: Scene, at: number, end: number, time: TimeMark | null): MeetingStatus => {
  const clause = clauseOver(scene, at)
  if (time && ahead(time, scene.page.issued) && time.edtf) return 'scheduled'
  return upcoming(scene, clause.from, Math.max(end, at)) || upcoming(scene, at, Math.min(end + 2, clause.to)) ? 'scheduled' : 'held'
}

const partiesOf = (scene: Scene, at: number, end: number): readonly string[] => {
  const clause = clauseOver(scene, at)
  const near = partiesWithin(scene, at, end)
  if (near.length > 1) return near
  const all = partiesWithin(scene, clause.from, clause.to)
  return all.length > 1 ? all : textParties(scene)
}

const nounMeeting = (scene: Scene, at: number, found: Found): MeetingDraft => {
  const end = phraseEnd(scene, at, found.length)
  const time = timeNear(scene, at, end)
  const type = found.lexeme.means.meeting as MeetingType
  const { to } = clauseOver(scene, at)
  return {
    kind: 'meeting', at, passages: [{ from: at, to: end, rule: found.lexeme.id }], type, status: statusOf(scene, at, end, time), ordinal: ordinalIn(scene, at - 1, end),
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, at + 1, Math.max(end, Math.min(to, at + 12))) : placeNear(scene, at + 1, Math.max(end, to)),
    mechanism: null, participants: [], points: null, parties: partiesOf(scene, at, end),
  }
}

const verbMeeting = (scene: Scene, at: number, found: Found): MeetingDraft => {
  const clause = clauseOver(scene, at)
  const subject = subjectOf(scene, at, found.length)
  const from = subject && subject.from < at ? subject.from : at
  const time = timeNear(scene, at, clause.to)
  const future = scene.glosses[at]!.tense === 'future' || (time !== null && ahead(time, scene.page.issued))
  const type = found.lexeme.means.meets as MeetingType
  return {
    kind: 'meeting', at, passages: [{ from, to: clause.to, rule: found.lexeme.id }], type, status: future ? 'scheduled' : 'held', ordinal: null,
    date: time?.edtf ?? null, place: type === 'visit' ? destination(scene, at + 1, clause.to) : placeNear(scene, at + 1, clause.to),
    mechanism: null, participants: [], points: null, parties: partiesOf(scene, at, clause.to),
  }
}

/** A bare or definite mention of a meeting told before adds nothing: "during the meeting". */
const pointsBack = (scene: Scene, at: number, found: Found, end: number): boolean => {
  const extra = end - at - found.length
  if (!definite(scene, at, found)) return false
  return extra < 1 || (extra < 2 && ordinalIn(scene, at, end) === null && mentionsIn(scene, { from: at, to: end }).length === 0)
}

const same = (one: MeetingDraft, other: MeetingDraft): boolean =>
  one.type === other.type && one.status === other.status && (one.date === other.date || one.date === null || other.date === null) &&
  (one.place === other.place || one.place === null || other.place === null) && one.parties.some((party) => other.parties.includes(party))

const joined = (meetings: readonly MeetingDraft[]): readonly MeetingDraft[] => {
  const out: MeetingDraft[] = []
  for (const meeting of meetings) {
    const at = out.findIndex((other) => same(other, meeting))
    const other = out[at]
    if (!other) out.push(meeting)
    else out[at] = { ...other, passages: [...other.passages, ...meeting.passages], date: other.date ?? meeting.date, place: other.place ?? meeting.place, ordinal: other.ordinal ?? meeting.ordinal }
  }
  return out
}

/** Reads encounters: nouns of meeting with their phrase, and verbs of meeting with their clause. */
export const readMeetings = (scene: Scene): readonly MeetingDraft[] => {
  const out: MeetingDraft[] = []
  for (let at = 0; at < scene.words.length; at++) {
    const gloss = scene.glosses[at]!
    const verb = meaning(gloss.verbs, 'meets')
    const noun = nounAt(scene, at, 'meeting')
    if (verb && role(scene.glosses[at - 1]) !== 'negation' && !verb.lexeme.means.weak) out.push(verbMeeting(scene, at, verb))
    else if (noun && !mentionOver(scene, at)) {
      const end = phraseEnd(scene, at, noun.length)
      if (!pointsBack(scene, at, noun, end)) out.push(nounMeeting(scene, at, noun))
      at = end - 1
    }
  }
  return joined(out)
}


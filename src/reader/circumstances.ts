import type { MeetingStatus, MeetingType } from '../model/index.ts'
import { partiesWithin, textParties } from './actors.ts'
import type { MeetingDraft } from './drafts.ts'
import { firstDay, lastDay } from './due.ts'
import { type Found, meaning, role } from './gloss.ts'
import { BY } from './lexicon/pack.ts'
import type { TimeMark } from './page.ts'
import { nounAt, ordinalIn, phraseEnd, phraseStart } from './phrases.ts'
import { type Promised, promiseOver } from './promised.ts'
import { clauseOver, mentionOver, mentionsIn, type Scene, sentenceOver, timesIn } from './scene.ts'

/** What a text tells around a meeting: when and where it is, whether it was held, of which body it is, and whom it brings together. */

type Run = { readonly from: number; readonly to: number }

/** How many words after its phrase a meeting's date may stand. */
export const dateReach = 12

/** A visit's own date stands right behind its destination; later ones belong to what happened during it. */
export const visitReach = 3

/** A verb between a meeting and a time takes the time for itself, unless it only carries the meeting. */
const otherVerb = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (scene.glosses[at]!.tense === 'past' && !scene.glosses[at]!.verbs.some(({ lexeme: { means } }) => means.holds ?? means.light ?? means.aspect ?? means.attends)) return true
  return false
}

/** "On May 3, the ministers of …": a time that opens a clause dates its verb however far, where the verb comes late. */
const opensClause = (scene: Scene, clause: Run, from: number): boolean => scene.page.pack.syntax.subject === 'before' && from - clause.from <= visitReach

export const timeNear = (scene: Scene, at: number, end: number, reach = dateReach): TimeMark | null => {
  const clause = clauseOver(scene, at)
  const dated = timesIn(scene, { from: clause.from, to: Math.max(end, clause.to) }).filter(({ edtf, limit }) => edtf !== null && !limit)
  const close = dated.filter(({ from }) => from >= at && from <= end + reach && !otherVerb(scene, end, from))
  const earlier = reach === dateReach ? dated.findLast(({ from, edtf }) => from < at && (at - from <= dateReach || opensClause(scene, clause, from)) && edtf!.length !== 4) : undefined
  return close.find(({ edtf }) => edtf!.length !== 4) ?? earlier ?? close[0] ?? null
}

export const somewhere = (scene: Scene, at: number): string | null => {
  const mention = mentionOver(scene, at)
  return mention && mention.from === at && !mention.adjective && (mention.type === 'place' || mention.type === 'state') ? mention.key : null
}

/** The place of a meeting: the place or state named within three words after "in". */
export const placeNear = (scene: Scene, { from, to }: Run): string | null => {
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

export const destination = (scene: Scene, { from, to }: Run): string | null => {
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
    if (gloss.tense === 'future' || gloss.particle?.lexeme.means.schedule || (role(gloss) === 'will' && scene.page.pack.syntax.subject === 'before')) return true
  }
  return false
}

export const later = (scene: Scene, time: TimeMark | null): boolean =>
  time?.edtf !== null && time !== null && scene.page.issued !== null && firstDay(time.edtf) > lastDay(scene.page.issued)

const past = (scene: Scene, time: TimeMark | null): boolean =>
  time?.edtf !== null && time !== null && scene.page.issued !== null && lastDay(time.edtf) < firstDay(scene.page.issued)

/** How far after its phrase the verb of a meeting that is the subject may stand, in words. */
const verbAfter = 6

/** "The session … will be held": behind its subject, the verb that says so. */
const willBe = (scene: Scene, at: number): boolean => scene.glosses[at]?.tense === 'future' && scene.glosses[at]!.verbs.some(({ lexeme: { means } }) => means.light ?? means.holds)

export const statusOf = (scene: Scene, promises: Promised, at: number, end: number, time: TimeMark | null): MeetingStatus => {
  if (later(scene, time)) return 'scheduled'
  if (past(scene, time)) return 'held'
  const promise = promiseOver(promises, at)
  if (promise && ['hold', 'host', 'negotiate'].includes(promise.action)) return 'scheduled'
  const clause = clauseOver(scene, at)
  const first = scene.page.pack.syntax.subject === 'before'
  return upcoming(scene, clause.from, first ? Math.min(clause.to, end + verbAfter) : at) || (!first && willBe(scene, end)) || next(scene, first ? Math.max(clause.from, phraseStart(scene, at) - 1) : at, Math.min(Math.max(end, at) + 2, clause.to)) ? 'scheduled' : 'held'
}

export const partiesOf = (scene: Scene, { from, to }: Run): readonly string[] => {
  const near = known(scene, partiesWithin(scene, from, to))
  if (near.length > 1) return near
  const clause = clauseOver(scene, from)
  const all = known(scene, partiesWithin(scene, clause.from, clause.to))
  return all.length > 1 ? all : textParties(scene)
}

/** A body that the pack does not know is the one that meets, and a person of no known state is of one of those who do, where two parties are named beside them. */
export const known = (scene: Scene, keys: readonly string[]): readonly string[] => {
  const others = keys.filter((key) => !key.startsWith('body:') || scene.page.pack.names.byKey.has(key))
  const sides = others.filter((key) => !key.startsWith('person:'))
  return sides.length > 1 ? sides : others.length > 1 ? others : keys
}

/** A meeting of a standing body, or one that is counted, is a session of it. */
export const typeOf = (scene: Scene, found: Found, at: number, end: number): MeetingType => {
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
export const owner = (scene: Scene, at: number): Run | null => {
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
export const mechanismIn = (scene: Scene, at: number, end: number): Run | null => {
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

export const participants = (scene: Scene, clause: Run): MeetingDraft['participants'] => {
  const chairs = new Set(chairsIn(scene, clause))
  const keys = new Set([...chairs, ...mentionsIn(scene, clause).filter(({ type }) => type === 'person').map(({ key }) => key)])
  return [...keys].map((key) => ({ key, chair: chairs.has(key) }))
}

import { partiesWithin, subjectOf, textParties } from './actors.ts'
import { known } from './circumstances.ts'
import type { InstrumentDraft } from './drafts.ts'
import { ahead, amountsIn, eventDay, ofYears } from './due.ts'
import { type Fate, fateOf } from './fates.ts'
import { type Found, meaning, role, trait } from './gloss.ts'
import { AND, THE } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import { datedAs, goesOn, inherited, inList, member, type Told } from './members.ts'
import type { Mention, TimeMark } from './page.ts'
import { countOf, definite, modifies, nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { pointing, pointsBack } from './pointing.ts'
import { type Promised, promiseOver } from './promised.ts'
import { agree, contentOf, joinTo, muchAlike, type Repeats } from './repeats.ts'
import { clauseOver, firstSentence, mentionOver, quantitiesIn, roleBefore, type Scene, sentenceOver, timesIn } from './scene.ts'

/** In so many first sentences a report tells of its own day, of what was signed one by one and of whole sets; one whose subjects stand first says so by a date. */
const [opening, settled] = [2, 6]

/** "The accord signed with …": a participle says that it was done, and not that it was done on the day of the report. */
const attributed = (scene: Scene, { at, rule }: Fate): boolean => scene.page.pack.syntax.subject === 'before' && rule !== 'reader.listed' && scene.glosses[at]!.nouns.some(({ form }) => form === 'done')

/** Where the subject stands first, the date of a deed stands behind its verb; a year before it may name the subject ("the 2009 protocol was …"). */
const afterVerb = (scene: Scene, fate: Fate, times: readonly TimeMark[]): readonly TimeMark[] => {
  if (scene.page.pack.syntax.subject === 'after') return times
  const behind = times.filter(({ from }) => from > fate.at)
  return attributed(scene, fate) ? behind : [...behind, ...times.filter(({ from, edtf }) => from < fate.at && edtf?.length !== 4)]
}

const dateOf = (scene: Scene, fate: Fate, set: boolean, day: TimeMark | null): TimeMark | null => {
  const first = (scene.page.pack.syntax.subject === 'before' && roleBefore(scene, fate.at) !== 'already') || clauseOver(scene, fate.at).sentence - firstSentence(scene) < (set ? settled : opening)
  const near = (run: { readonly from: number; readonly to: number }) => timesIn(scene, run).filter(({ edtf, limit }) => edtf !== null && !limit && !ofYears(edtf))
  const times = near(clauseOver(scene, fate.at))
  if (fate.status === 'proposed' || fate.status === 'existing') return null
  if (fate.status === 'agreed' && !fate.past) return day
  return afterVerb(scene, fate, times).find((time) => !ahead(time, scene.page.issued)) ?? (fate.past && fate.rule !== 'reader.listed' && first && !attributed(scene, fate) ? day : null)
}

const partiesOf = (scene: Scene, from: number, end: number, fate: Fate): readonly string[] => {
  const named = partiesWithin(scene, from, end)
  if (named.length > 1) return named
  if (fate.past && scene.page.pack.syntax.subject === 'before' && subjectOf(scene, fate.at, 1)?.keys.length === 0) return []
  const { from: start, to } = clauseOver(scene, fate.at)
  const all = known(scene, partiesWithin(scene, start, to))
  return all.length > 1 ? all : textParties(scene)
}

/** How far a founding deed may stand from the body that it founds, in words. */
const bodyReach = 4

/** "The drafting of a plan": the deed stands right before its noun, however far the promise of it. */
const drawnUp = (scene: Scene, at: number): boolean => scene.glosses[at - 1]?.nouns.some(({ form, lexeme: { means } }) => form === 'deed' && (means.action === 'draft' || means.action === 'sign')) ?? false

/** How many words and marks a name between quotation marks may run to. */
const longestQuoted = 8

/** Past names between quotation marks that go on with those before, of whom nothing is known: «…» and «…». */
const pastQuoted = (scene: Scene, from: number): number => {
  const is = (at: number, form: string | null): boolean => scene.words[at]?.form === form
  let to = is(from, '"') ? from + 1 : from
  while (is(to, scene.page.pack.clitic.and) && is(to + 1, '"')) {
    let close = to + 2
    while (close < to + longestQuoted && !is(close, '"')) close += 1
    if (!is(close, '"')) break
    to = close + 1
  }
  return to
}

/** "A and B signed a contract" with the verb first: how near the contract is counts from behind those who signed. */
const pastSubject = (scene: Scene, { at: deed, past }: Fate, at: number): number => {
  const subject = past && scene.glosses[deed]!.verbs.length > 0 && scene.page.pack.syntax.subject === 'after' ? subjectOf(scene, deed, 1) : null
  return subject && subject.from > deed && subject.to <= at ? pastQuoted(scene, subject.to) - 1 : deed
}

/** "Approved an action plan": what is agreed by a verb, where subjects stand first. */
const adopted = (scene: Scene, { status, past, at }: Fate): boolean => status === 'agreed' && past && scene.page.pack.syntax.subject === 'before' && scene.glosses[at]!.verbs.length > 0

/** A weak noun stands close behind what was done to it; several contracts closer. */
const closeBehind = (scene: Scene, at: number, found: Found, fate: Fate): boolean =>
  (scene.page.pack.syntax.bends === 'last' ? phraseStart(scene, at) : at) - pastSubject(scene, fate, at) <= (found.number > 1 && found.lexeme.means.instrument === 'contract' ? 3 : 6)

/** "A pact to strengthen security and partnership": behind an infinitive a weak noun that nothing opens is an object of its deed, and no member. */
const objectOf = (scene: Scene, at: number, { status, at: deed }: Fate): boolean => {
  if (status !== 'signed' || scene.page.pack.syntax.bends === 'first') return false
  const opened = scene.words[phraseStart(scene, at) - 1]
  return (opened?.qualities ?? 0) === 0 && scene.glosses.slice(deed, at).some(({ nouns }) => nouns.some(({ verbal }) => verbal === 'infinitive'))
}

/** "A number of documents", "several documents": how many there are, where nouns are qualified before them. */
const grouped = (scene: Scene, at: number, found: Found): boolean => {
  if (scene.page.pack.syntax.bends === 'first' || found.number < 2) return false
  const determined = (k: number): boolean => ((scene.words[k]?.qualities ?? 0) & quality.determiner) !== 0
  return determined(at - 1) || (role(scene.glosses[at - 1]) === 'prep' && (determined(at - 3) || determined(at - 4)))
}

/** A body is founded right where it is named; an agreement is never "established"; a weak noun needs a deed of its own. */
const fits = (scene: Scene, at: number, found: Found, fate: Fate, end: number): boolean => {
  const { means } = found.lexeme
  if (means.body) return fate.status === 'existing' || (fate.making !== 'sign' && found.after !== 'own' && (fate.status === 'established' || fate.status === 'proposed' || (fate.status === 'agreed' && fate.making === 'establish')) && phraseStart(scene, at) - fate.at <= bodyReach && (found.before & THE) === 0)
  if (fate.status === 'existing') return !means.weak || means.instrument === 'list'
  if (fate.status === 'established') return false
  if (means.weak && end - phraseStart(scene, at) - found.length < 1 && fate.making !== 'draft' && !grouped(scene, at, found)) return false
  if (means.weak && fate.at < at && role(scene.glosses[at - 1]) === 'in') return false
  if (means.instrument === 'plan' && (pointing(scene, at, found, fate, end) || (at - fate.at > (fate.making === 'sign' ? 8 : 4) && !drawnUp(scene, at) && fate.rule !== 'reader.listed'))) return false
  return !means.weak || (fate.making !== 'establish' && (fate.making !== null || adopted(scene, fate) || drawnUp(scene, at)) && (fate.rule === 'reader.resumed' || closeBehind(scene, at, found, fate)) && !nounAt(scene, at + found.length, 'meeting') && !(found.lexeme.means.instrument === 'contract' && nounAt(scene, at + found.length, 'body')))
}

/** "13 agreements and memoranda" is one set: two kinds joined by "and" without a word between. */
const pairLength = (scene: Scene, at: number, found: Found): number => {
  const next = at + found.length
  const apart = scene.words[next]?.apart === AND ? nounAt(scene, next + 1, 'instrument') : null
  if (apart) return found.length + 1 + apart.length
  const second = next < scene.words.length && (scene.glosses[next]!.before & AND) !== 0 ? nounAt(scene, next, 'instrument') : null
  return second ? found.length + second.length : found.length
}

/** What became of an instrument: what its words say, else what became of the list that it is in; a body founded in between is no list. */
const fateIn = (scene: Scene, promises: Promised, at: number, found: Found, end: number, told: Told): Fate | null => {
  const own = fateOf(scene, promises, at, found, end)
  const founding = own !== null && own.making === 'establish' && own.at < at && own.at > (told.last?.at ?? at) && (inList(scene, at, told) || goesOn(scene, at, found, told))
  const known = own?.rule === 'reader.standing' && scene.page.pack.syntax.bends === 'last'
  return known ? (inherited(scene, at, found, told) ?? own) : ((founding ? null : own) ?? inherited(scene, at, found, told))
}

/** How far back a passage reaches for the deed that made the instrument, in words. */
const deedReach = 14

const passageFrom = (scene: Scene, at: number, fate: Fate): number => {
  if (!fate.past || fate.at >= at || at - fate.at > deedReach || clauseOver(scene, fate.at) !== clauseOver(scene, at) || fate.rule === 'reader.listed') return phraseStart(scene, at)
  for (let k = fate.at; k < at; k++) if (nounAt(scene, k, 'instrument')) return phraseStart(scene, at)
  return subjectFrom(scene, fate.at)
}

/** Where the subject stands first, a passage begins with it. */
const subjectFrom = (scene: Scene, verb: number): number => {
  if (scene.page.pack.syntax.subject === 'after' || scene.glosses[verb]!.verbs.length === 0) return verb
  const subject = subjectOf(scene, verb, 1)
  return subject && subject.from < verb && subject.from >= clauseOver(scene, verb).from ? subject.from : verb
}

/** Where works are told with what they cost, a sum from there on is theirs: "a contract for a dam at a cost of". */
const costFrom = (scene: Scene, from: number, end: number): number => {
  let works = false
  for (let at = from; at < end; at++) {
    if (works && (nounAt(scene, at, 'cost')?.lexeme.means.indicator === 'cost' || scene.glosses[at]!.particle?.lexeme.means.cost)) return at
    works ||= nounAt(scene, at, 'works') !== null
  }
  return end
}

/** Where the phrase of an instrument comes to works or a fund that it is about: a sum from there on is theirs, and so is one that qualifies them. */
const ownEnd = (scene: Scene, from: number, end: number): number => {
  if (scene.page.pack.syntax.bends === 'first') return costFrom(scene, from, end)
  for (let at = from; at < end; at++) if (nounAt(scene, at, 'works') ?? nounAt(scene, at, 'project') ?? nounAt(scene, at, 'body')) return phraseStart(scene, at)
  return end
}

/** How far behind a comma the sum may stand that says what the instrument before it is worth, in words. */
const worthReach = 8

/** "…, with a total of 10 billion dollars": a comma right behind the phrase, and a word of worth. */
const worthEnd = (scene: Scene, end: number, own: number): number => {
  if (own < end || scene.words[end]?.form !== ',' || role(scene.glosses[end + 1]) !== 'worth') return own
  const mark = quantitiesIn(scene, { from: end, to: Math.min(end + worthReach, sentenceOver(scene, end).to) }).find(({ sort }) => sort === 'money')
  return mark?.to ?? own
}

const draftOf = (scene: Scene, at: number, length: number, found: Found, fate: Fate, day: TimeMark | null): InstrumentDraft => {
  const end = phraseEnd(scene, at, length)
  const date = dateOf(scene, fate, (countOf(scene, at, found) ?? 1) > 1, day)
  const told = fate.at >= end && fate.past ? phraseEnd(scene, fate.at, 1) : end
  return {
    kind: 'instrument', at, passages: [{ from: passageFrom(scene, at, fate), to: told, rule: found.lexeme.id }], type: found.lexeme.means.instrument as InstrumentDraft['type'], status: fate.status,
    count: countOf(scene, at, found), date, value: amountsIn(scene, { from: phraseStart(scene, at), to: worthEnd(scene, end, ownEnd(scene, at + length, end)) }).find(({ sort }) => sort === 'money') ?? null,
    parties: partiesOf(scene, at, end, fate),
    steps: [{ rule: found.lexeme.id, gave: `instrument ${found.lexeme.means.instrument}` }, { rule: fate.rule, gave: `status ${fate.status}` }, ...(date?.edtf ? [{ rule: date.rule, gave: `date ${date.edtf}` }] : [])],
  }
}

/** "An agreement on …, a plan on … and an agreement on …": two that one sentence tells of as new are two. */
const bothNew = (scene: Scene, one: InstrumentDraft, other: InstrumentDraft): boolean =>
  clauseOver(scene, one.at).sentence === clauseOver(scene, other.at).sentence && [one, other].every(({ at }) => {
    const found = nounAt(scene, at, 'instrument')
    return found !== null && !definite(scene, at, found)
  })

/** Two tellings of one instrument: of the same content, or a whole set of the same size. */
const alike = (scene: Scene, one: InstrumentDraft, other: InstrumentDraft): boolean => {
  if (one.count !== other.count || one.type !== other.type || bothNew(scene, one, other)) return false
  if (one.count !== null) return one.count > 1 && one.status === other.status && agree(one.date?.edtf ?? null, other.date?.edtf ?? null)
  const [a, b] = [one, other].map(({ at, passages }) => contentOf(scene, at + (nounAt(scene, at, 'instrument')?.length ?? 1), passages[0].to))
  return muchAlike(a!, b!)
}

const rank = ['existing', 'proposed', 'agreed', 'established', 'signed', 'in-force', 'ended']

/** How many instruments back a repetition is looked for. */
const memory = 12

/** The same instrument told twice is one with two passages; the later rung of its life counts. */
const repetition = (scene: Scene): Repeats<InstrumentDraft> => ({
  newest: memory, same: (other, draft) => alike(scene, other, draft),
  merge: (other, draft) => ({ ...other, passages: [...other.passages, ...draft.passages], status: rank.indexOf(draft.status) > rank.indexOf(other.status) ? draft.status : other.status, date: other.date ?? draft.date, value: other.value ?? draft.value }),
})

/** A body known only by its head noun ("the fund for …") may be the instrument itself; a known name is an actor. */
const headed = ({ rule }: Mention): boolean => rule.includes('.head.')

const namesMembers = (scene: Scene, at: number): boolean => {
  const { from } = sentenceOver(scene, at)
  for (let k = from; k < at; k++) if (meaning(scene.glosses[k]!.verbs, 'includes')) return true
  return false
}

/** A fund or centre of a state, known by name, that a promise has to do with exists; an organisation of many is an actor. */
const namedFund = (scene: Scene, promises: Promised, at: number): InstrumentDraft | null => {
  const mention = mentionOver(scene, at)
  if (mention?.type !== 'body' || mention.of === null || mention.from !== at || headed(mention)) return null
  const type = meaning(scene.glosses[at]!.nouns, 'instrument')?.lexeme.means.instrument
  const promise = promiseOver(promises, at)
  if ((type !== 'fund' && type !== 'centre') || !promise || promise.action === 'finance' || promise.parties.includes(mention.key)) return null
  return {
    kind: 'instrument', at, passages: [{ from: at, to: mention.to, rule: mention.rule }], type, status: 'existing', count: null, date: null, value: null,
    parties: promise.parties, steps: [{ rule: mention.rule, gave: `instrument ${type}` }, { rule: 'reader.standing', gave: 'status existing' }],
  }
}

/** A noun for an instrument that is the head of its phrase. */
const instrumentAt = (scene: Scene, at: number): Found | null => {
  const found = nounAt(scene, at, 'instrument')
  return found && modifies(scene, at, found.length) ? null : found
}

/** Bodies, as far as their type tells. */
const bodies = new Set(['committee', 'working-group', 'centre', 'fund'])

/** Reads agreements, bodies and funds: the noun with its phrase, and what its verbs say became of it. */
export const readInstruments = (scene: Scene, promises: Promised): readonly InstrumentDraft[] => {
  const out: InstrumentDraft[] = []
  const repeated = repetition(scene)
  const day = eventDay(scene)
  let covered = 0
  let told: Told = { set: null, last: null, sentence: -1 }
  for (let at = 0; at < scene.words.length; at++) {
    if ((scene.glosses[at]!.traits & (trait.instrument | trait.member)) === 0) continue
    const standing = namedFund(scene, promises, at)
    if (standing) {
      joinTo(out, standing, repeated)
      at = standing.passages[0].to - 1
      continue
    }
    const other = member(scene, at, told)
    const found = instrumentAt(scene, at)
    const mention = mentionOver(scene, at)
    const inside = at < covered && !(found?.lexeme.means.body && (found.before & THE) === 0)
    if (inside && !(told.last && bodies.has(told.last.type))) continue
    if (!other && (!found || (mention && !mention.adjective && !headed(mention)))) continue
    const length = found ? pairLength(scene, at, found) : 1
    const end = phraseEnd(scene, at, length)
    const fate = other || !found || pointsBack(scene, at, found, end, told) ? null : fateIn(scene, promises, at, found, end, told)
    const listed = fate?.rule === 'reader.listed' && found?.lexeme.means.weak && told.set && !namesMembers(scene, at)
    const inSet = fate !== null && fate.status === told.last?.status && inList(scene, at, told)
    if (found?.lexeme.means.weak && fate && objectOf(scene, at, fate)) continue
    if (found?.lexeme.means.body && fate?.status === 'signed' && scene.page.pack.syntax.capitals) continue
    if (inside && (other || fate?.status !== 'existing')) continue // "A committee for the free trade agreement with …": what it is for is there already.
    if (!other && (!fate || !found || (!listed && !inSet && !fits(scene, at, found, fate, end)))) continue
    const draft = datedAs(other ?? draftOf(scene, at, length, found!, fate!, day), fate, told)
    joinTo(out, listed && !inSet && told.set ? { ...draft, type: told.set.type, status: told.set.status } : draft, repeated)
    const set = found && (found.number > 1 || (draft.count ?? 0) > 1) && draft.status === 'signed' ? draft : told.set
    const last = found?.lexeme.means.body && told.last ? told.last : draft
    told = { set, last, sentence: clauseOver(scene, at).sentence }
    covered = Math.max(covered, end)
    at += length - 1
  }
  return out
}

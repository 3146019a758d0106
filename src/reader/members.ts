import type { InstrumentDraft } from './drafts.ts'
import { amountsIn } from './due.ts'
import type { Fate } from './fates.ts'
import { type Found, meaning, role } from './gloss.ts'
import { AND, THE, TO } from './lexicon/pack.ts'
import { nounAt, phraseEnd, phraseStart } from './phrases.ts'
import { clauseOver, quantityOver, type Scene, sentenceOver } from './scene.ts'

/** Instruments of a set or list that was told before: what joins them to it, and what became of it becomes of them. */

/** The set of instruments told last ("13 agreements and memoranda"), whose members may follow. */
export type Told = { readonly set: InstrumentDraft | null; readonly last: InstrumentDraft | null; readonly sentence: number }

/** "The signing of two memoranda …, and of a contract": the small word of the signing told again before another member. */
const resumed = (scene: Scene, at: number): boolean => role(scene.glosses[at - 1]) === 'prep' && (scene.glosses[at - 1]!.before & AND) !== 0

/** How far before a member the verb may stand that names the members of a set, in words: "seven documents, which include an agreement". */
const includeReach = 3

/** Whether a sentence lists the members of a set: it opens with one of them, or with a verb of including, or has that right before. */
const lists = (scene: Scene, at: number): boolean => {
  const { from } = sentenceOver(scene, at)
  for (let k = Math.max(from, at - includeReach); k < at; k++) if (meaning(scene.glosses[k]!.verbs, 'includes')) return true
  for (let k = from; k < Math.min(at, from + 4); k++) if (meaning(scene.glosses[k]!.verbs, 'includes') ?? (scene.glosses[k]!.particle?.lexeme.means.includes || scene.glosses[k]!.particle?.lexeme.means.ordinal || role(scene.glosses[k]) === 'other-one')) return true
  for (let k = from; k < phraseStart(scene, at); k++) if (scene.words[k]!.kind === 'word') return false
  return true
}

/** Whether "and" joins a noun to what was told before it: at the noun itself or at the number before it ("and some 14 memoranda"). */
const joinedBefore = (scene: Scene, at: number, found: Found): boolean => {
  if ((found.before & AND) !== 0) return true
  const from = quantityOver(scene, at)?.from ?? at
  if (joinedApart(scene, at) || resumed(scene, from) || toldAmong(scene, from)) return true
  return from < at && [from, from - 1].some((k) => ((scene.glosses[k]?.before ?? 0) & AND) !== 0)
}

/** "…, among them an agreement on …". */
const toldAmong = (scene: Scene, at: number): boolean =>
  [1, 2, 3].some((back) => (role(scene.glosses[at - back]) === 'among-them' || role(scene.glosses[at - back]) === 'among') && scene.glosses[at - back]!.length === back)

/** How far before a noun the "and" may stand that joins it, in words: "and a number of agreements". */
const joinReach = 5

const joinedApart = (scene: Scene, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - joinReach); k--) {
    if (scene.words[k]!.apart === AND) return true
    if (scene.words[k]!.kind === 'mark' || scene.glosses[k]!.verbs.length > 0 || (role(scene.glosses[k]) !== undefined && role(scene.glosses[k]) !== 'prep')) return false
  }
  return false
}

const joining = new Set(['besides', 'among', 'among-them'])

/** Whether a word joins the next member to a list: a comma or colon, "and", "including", "among them". */
const joins = (scene: Scene, at: number): boolean => {
  const word = scene.words[at]!
  if (word.kind === 'mark') return [',', ':', ';'].includes(word.form)
  if (word.apart === AND) return true
  return [0, 1, 2].some((back) => {
    const gloss = scene.glosses[at - back]
    const opened = role(gloss) === 'topic' && scene.words[at - back - 1]?.form === ','
    return gloss !== undefined && gloss.length > back && (opened || joining.has(role(gloss) ?? '') || [...gloss.verbs, ...gloss.nouns].some(({ lexeme: { means } }) => means.includes))
  })
}

/** "…, including a plan on …, an agreement with …": a member of the list that was begun in the sentence, where nouns are qualified before them. */
export const inList = (scene: Scene, at: number, { last, sentence }: Told): boolean => {
  if (scene.page.pack.syntax.bends === 'first' || !last || last.status === 'existing' || sentence !== clauseOver(scene, at).sentence) return false
  let k = phraseStart(scene, at) - 1
  while (k > last.at && (scene.words[k]!.qualities !== 0 || scene.words[k]!.apart === THE)) k -= 1
  if (k <= last.at || !joins(scene, k)) return false
  for (let j = last.at + 1; j < k; j++) if (scene.glosses[j]!.verbs.some(({ lexeme: { means } }) => !means.includes && means.status === undefined)) return false
  return true
}

/** "…, and a memorandum on …": another member of the list that was begun in the sentence. */
export const goesOn = (scene: Scene, at: number, found: Found, told: Told): boolean =>
  told.last !== null && told.sentence === clauseOver(scene, at).sentence && joinedBefore(scene, at, found) && !found.lexeme.means.body

export const inherited = (scene: Scene, at: number, found: Found, told: Told): Fate | null => {
  const { means } = found.lexeme
  if (told.last && goesOn(scene, at, found, told)) return { status: told.last.status, at: told.last.at, rule: resumed(scene, at) ? 'reader.resumed' : 'reader.listed', making: 'sign', past: told.last.status === 'signed' }
  if (!means.body && inList(scene, at, told)) return { status: told.last!.status, at: told.last!.at, rule: 'reader.listed', making: 'sign', past: told.last!.status === 'signed' }
  return told.set && !means.body && lists(scene, at) ? { status: told.set.status, at: told.set.at, rule: 'reader.listed', making: 'sign', past: true } : null
}

/** A member of a list was signed when its list was. */
export const datedAs = (draft: InstrumentDraft, fate: Fate | null, told: Told): InstrumentDraft =>
  fate?.rule === 'reader.listed' && draft.date === null && draft.status === 'signed' ? { ...draft, date: (told.set ?? told.last)?.date ?? null } : draft

/** "the other on …", "the second on …": a member of a set that is named by its number alone. */
export const member = (scene: Scene, at: number, told: Told): InstrumentDraft | null => {
  const gloss = scene.glosses[at]!
  const part = role(gloss)
  const ordinal = gloss.particle?.lexeme.means.ordinal
  if (!told.set || (part !== 'other-one' && !ordinal) || (at > 0 && nounAt(scene, at - 1, 'meeting')) || clauseOver(scene, at).sentence > told.sentence + 1) return null
  const next = scene.glosses[at + gloss.length]
  const topic = scene.page.pack.syntax.bends === 'last' && role(next) === 'topic'
  if (ordinal === 1 && !topic && !nounAt(scene, at + gloss.length, 'gift')) return null
  if (!next || (role(next) !== 'topic' && role(next) !== 'with' && role(next) !== 'between' && (next.before & TO) === 0 && !nounAt(scene, at + gloss.length, 'gift'))) return null
  const end = phraseEnd(scene, at, gloss.length)
  return { ...told.set, at, passages: [{ from: at, to: end, rule: 'reader.member' }], count: null, value: amountsIn(scene, { from: at, to: end })[0] ?? null }
}

import { TO, WILL } from '../lexicon/pack.ts'
import type { Lattice } from '../pattern/lattice.ts'
import { begins } from '../lexicon/begins.ts'
import type { Word } from '../page.ts'

/**
 * What the clause around a time tells: what was, what is said to come (`will`), what is told in the present (which may be either), or nothing.
 * `distance` counts the words from the verb to the time.
 */
export type Tense = { readonly is: 'past' | 'present' | 'will' | 'unknown'; readonly distance: number }

export const untold: Tense = { is: 'unknown', distance: Infinity }

/** How many words before a time, and after it when there was no verb before, are looked at. */
const back = 14
const ahead = 6

/** Verbs of saying do not tell when the thing said takes place, and a form that is both past and present, or present and a plural ("talks"), tells nothing. */
const ofWord = ({ stems }: Word): Tense['is'] | null => {
  let [past, present, plural] = [false, false, false]
  for (const { before, senses } of stems)
    for (const { lexeme, form } of senses) {
      plural ||= form === 'plural'
      if (lexeme.pos !== 'verb') continue
      if (before & WILL) return 'will'
      past ||= form === 'past'
      present ||= form === 'present' && lexeme.means.says !== true
    }
  if (past && present) return 'unknown'
  return past ? 'past' : present && !plural ? 'present' : null
}

/** The keys of words that turn what follows into past or future ("it is planned", "had"). */
export type Cues = { readonly past: number; readonly future: number }

const at = (lattice: Lattice, cues: Cues, place: number): Tense['is'] | null => {
  const word = lattice.words[place]!
  if (word.bits & begins.single) for (const { key } of word.shown.singles) {
    if (key === cues.past) return 'past'
    if (key === cues.future) return 'will'
  }
  return ofWord(word)
}

const formed = ({ stems }: Word, ...forms: readonly string[]): boolean => stems.some(({ senses }) => senses.some(({ form }) => form !== undefined && forms.includes(form)))

/** How far before a participle the word may stand that carries it ("will be finished"), in words. */
const carrierReach = 4

const cued = (lattice: Lattice, cues: Cues, place: number): boolean => {
  for (let k = place - 1; k >= Math.max(0, place - carrierReach); k -= 1) if (at(lattice, cues, k) === 'will') return true
  return false
}

/** "Agreed to finish", "concurred on holding": a deed that a verb leads on to is still to come, whatever the tense of that verb. */
const leadsOn = ({ words }: Lattice, place: number): boolean => {
  const [word, led] = [words[place]!, words[place - 1]]
  if (led === undefined) return false
  const to = (led.apart & TO) !== 0
  return (to && formed(word, 'plain')) || (formed(word, 'gerund') && (to || led.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.role === 'topic'))))
}

/** What a word before a time says of it. */
const told = (lattice: Lattice, cues: Cues, place: number): Tense['is'] | null => {
  if (leadsOn(lattice, place)) return 'will'
  const is = at(lattice, cues, place)
  return is === 'past' && formed(lattice.words[place]!, 'done') && cued(lattice, cues, place) ? 'will' : is
}

/** The tense of the nearest verb before a place. A present may depend on a future before it ("will send a team that counts …"), which then holds. */
const before = (lattice: Lattice, cues: Cues, from: number, start: number): Tense | null => {
  let present: Tense | null = null
  let paused = false
  for (let place = from - 1; place >= start; place -= 1) {
    paused ||= lattice.words[place]!.kind === 'mark'
    const is = paused ? at(lattice, cues, place) : told(lattice, cues, place)
    if (is === 'will' || (is !== null && is !== 'present' && !present)) return { is, distance: from - place }
    if (is === 'past') return present
    if (is === 'present') present ??= { is, distance: from - place }
  }
  return present
}

/** Cues govern what follows them, so after a time only verbs count. */
const after = ({ words }: Lattice, to: number, end: number): Tense | null => {
  for (let place = to; place < end; place += 1) {
    const is = ofWord(words[place]!)
    if (is) return { is, distance: place - to + 1 }
  }
  return null
}

/** The tense of the clause around a time: of the nearest verb before it, else of the nearest after it, within the sentence. */
export const tenseAt = (lattice: Lattice, cues: Cues, from: number, to: number, sentence: { readonly from: number; readonly to: number }): Tense =>
  before(lattice, cues, from, Math.max(sentence.from, from - back)) ?? after(lattice, to, Math.min(sentence.to, to + ahead)) ?? untold

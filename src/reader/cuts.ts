import type { Clause } from './clauses.ts'
import { type Gloss, role, trait } from './gloss.ts'
import { AND, TO } from './lexicon/pack.ts'
import type { Span, Word } from './page.ts'

/**
 * Clauses of a language whose subject stands before its verb: a second verb needs a subject of its own, so a clause begins at the last pause
 * or joining word before it, and not at the verb.
 */

/** A place where a clause may begin once another verb shows that one did. Of several the surest is taken, the later of two alike. */
type Chance = { readonly at: number; readonly kind: Clause['kind']; readonly sure: number }

/** `opens` is the first word after the dateline, which is a clause by itself; `tied` says of a hyphen that it ties two words. */
type Line = { readonly words: readonly Word[]; readonly glosses: readonly Gloss[]; readonly opens: number; readonly tied: (at: number) => boolean }
type Cutting = { readonly line: Line; readonly sentence: number; readonly out: Clause[]; readonly to: number; from: number; kind: Clause['kind']; verb: number; spoke: boolean; chance: Chance | null; carried: number }

const sureness = { untold: 0, and: 1, pause: 2, said: 3, joined: 4 } as const

const carrying = new Set(['will', 'will-not', 'already', 'was', 'is'])

const startsVerb = ({ glosses }: Line, at: number): boolean => {
  const gloss = glosses[at]!
  const found = gloss.particle?.lexeme.means
  return gloss.verbs.length > 0 || carrying.has(gloss.role ?? '') || (found?.force !== undefined && found.provided !== true)
}

/** How far a verb may stand from the word that carries it, in words. */
const reach = 4

const begin = (cutting: Cutting, at: number, kind: Clause['kind']): void => {
  if (at > cutting.from) cutting.out.push({ from: cutting.from, to: at, sentence: cutting.sentence, kind: cutting.kind })
  Object.assign(cutting, { from: at, kind, verb: -1, spoke: false, chance: null })
}

const offer = (cutting: Cutting, chance: Chance): void => {
  if (cutting.verb >= 0 && (!cutting.chance || chance.sure >= cutting.chance.sure)) cutting.chance = chance
}

const pauses = new Set([',', ')', '-', '"'])

/** What a word says of the clause that it begins, whatever follows it. */
const opening = (cutting: Cutting, at: number): Clause['kind'] | null => {
  const { words, glosses, tied } = cutting.line
  const [gloss, previous] = [glosses[at]!, words[at - 1]!]
  if (previous.form === '-' && tied(at - 1)) return null
  const part = role(gloss)
  if (at === cutting.line.opens) return 'main'
  if (previous.form === ';') return 'main'
  if (previous.form === ':') return cutting.spoke ? 'said' : cutting.verb < 0 ? 'main' : null
  if (part === 'break') return 'main'
  if (part === 'relative') return 'relative'
  if (part === 'complement') return 'said'
  if (previous.form === '"' && cutting.spoke && at - 1 > cutting.from) return 'said'
  if (cutting.kind === 'relative' && previous.form === ',' && (words[at]!.apart & TO) !== 0 && cutting.verb >= 0) return 'rest'
  return (gloss.traits & trait.speech) !== 0 && (pauses.has(previous.form) || ((gloss.before & AND) !== 0 && previous.kind === 'word')) ? 'main' : null
}

/** "Hoped exports would double": a verb that takes a clause without the word that opens it. */
const hoped = ({ verbs }: Gloss): boolean => verbs.some(({ lexeme: { means, takes } }) => means.force !== undefined && takes.includes('that'))

/** A small word or an infinitive begins no clause that is hoped. */
const subjectAt = (glosses: readonly Gloss[], at: number): boolean => (glosses[at]!.particle === null || glosses[at]!.particle!.lexeme.means.actor !== undefined)

const chanceAt = (cutting: Cutting, at: number): Chance | null => {
  const { words, glosses, tied } = cutting.line
  const [word, previous] = [words[at]!, words[at - 1]!]
  if (previous.form === '-' && tied(at - 1)) return null
  if (word.apart === AND) return { at, kind: 'main', sure: pauses.has(previous.form) ? sureness.joined : sureness.and }
  if (pauses.has(previous.form) && word.kind === 'word') return { at, kind: cutting.kind === 'relative' ? 'rest' : 'main', sure: sureness.pause }
  const says = glosses[at - 1]!.verbs.some(({ lexeme: { means } }) => means.says)
  if (says) return { at, kind: 'said', sure: sureness.said }
  return hoped(glosses[at - 1]!) && word.kind === 'word' && (word.apart & TO) === 0 && subjectAt(glosses, at) ? { at, kind: 'said', sure: sureness.untold } : null
}

/** How far the speaker may stand before a verb of saying at the end of a sentence, and what may follow it, in words. */
const [speakerReach, afterReach] = [9, 9]

/** "…, said Li", "…, the minister said on Monday": where the words of saying begin that close a sentence; -1 where none do. */
const closingAt = ({ line: { words, glosses }, from, to }: Cutting, at: number): number => {
  if (to - at > afterReach || !glosses[at]!.verbs.some(({ lexeme: { means } }) => means.says)) return -1
  for (let k = at; k > Math.max(from, at - speakerReach); k -= 1) {
    const before = words[k - 1]!
    if (before.kind === 'mark') return pauses.has(before.form) && before.form !== '-' ? k : -1
    if (k < at && (glosses[k]!.verbs.length > 0 || words[k]!.apart === AND)) return -1
  }
  return -1
}

const verbAt = (cutting: Cutting, at: number): void => {
  if (cutting.verb < 0) cutting.verb = at
  else if (at - cutting.carried > reach || cutting.carried < cutting.from) {
    const { chance } = cutting
    const closing = closingAt(cutting, at)
    if (closing > 0) begin(cutting, closing, 'main')
    else if (chance) begin(cutting, ...(chance.kind === 'said' && cutting.line.words[at - 1]!.apart === AND ? [at - 1, 'main'] as const : [chance.at, chance.kind] as const))
    else if (cutting.kind === 'relative') begin(cutting, at, 'rest')
    cutting.verb = at
  }
  if (cutting.line.glosses[at]!.verbs.length === 0) cutting.carried = at
}

/** Cuts one sentence into clauses. */
export const cutSentence = (line: Line, { from, to }: Span, sentence: number, out: Clause[]): void => {
  if (to <= from) return
  const cutting: Cutting = { line, sentence, out, to, from, kind: 'main', verb: -1, spoke: false, chance: null, carried: -1 }
  for (let at = from; at < to; at++) {
    const kind = at > cutting.from ? opening(cutting, at) : null
    if (kind) begin(cutting, at, kind)
    else if (at > from) {
      const chance = chanceAt(cutting, at)
      if (chance) offer(cutting, chance)
    }
    if (startsVerb(cutting.line, at)) verbAt(cutting, at)
    if ((line.glosses[at]!.traits & (trait.says | trait.speech)) !== 0) cutting.spoke = true
  }
  begin(cutting, to, 'main')
}

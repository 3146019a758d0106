import { cutSentence } from './cuts.ts'
import { AND, THE } from './lexicon/pack.ts'
import type { Syntax } from './lexicon/syntax.ts'
import { type Gloss, role, trait } from './gloss.ts'
import type { Span, Word } from './page.ts'

/**
 * A stretch of a sentence around one predicate. `said`: what follows "said that"; `relative`: what follows "which"; `rest`: what goes on
 * after a relative clause ended with a comma.
 */
export type Clause = { readonly from: number; readonly to: number; readonly sentence: number; readonly kind: 'main' | 'said' | 'relative' | 'rest' }

const comma = new Set([',', '،', '؛', ';', ':', '(', ')', '"', '-'])
const strong = new Set(['؛', ';'])

/** What a word must be to begin a clause without a pause before it; what makes it speak. */
const begins = trait.verb | trait.role | trait.speech
const speaks = trait.says | trait.speech

type Place = { readonly from: number; readonly kind: Clause['kind'] }

/** Whether a clause begins at `at`, and of which kind; `open` is the clause so far. */
const beginning = (words: readonly Word[], glosses: readonly Gloss[], at: number, open: Place, spoke: boolean): Clause['kind'] | null => {
  const gloss = glosses[at] as Gloss
  const previous = words[at - 1] as Word
  const paused = previous.kind === 'mark' && comma.has(previous.form)
  if (!paused && (gloss.traits & begins) === 0) return null
  const part = role(gloss)
  if (paused && strong.has(previous.form)) return 'main'
  if (part === 'break') return 'main'
  if (part === 'relative') return 'relative'
  if (part === 'complement' && (spoke || (gloss.before & AND) !== 0)) return 'said'
  if (gloss.verbs.length > 0 && ((gloss.before & AND) !== 0 || (paused && previous.form !== '"'))) return 'main'
  if ((part === 'already' || part === 'will' || part === 'will-not') && ((gloss.before & AND) !== 0 || paused)) return 'main'
  if ((gloss.traits & trait.speech) !== 0 && (paused || gloss.nouns.every(({ before }) => (before & THE) === 0))) return 'main'
  if (gloss.particle?.lexeme.means.ordinal !== undefined && (gloss.before & AND) !== 0 && paused) return 'main'
  if (open.kind === 'relative' && paused && previous.form !== '"') return 'rest'
  return null
}

const split = (words: readonly Word[], glosses: readonly Gloss[], sentence: Span, number: number, clauses: Clause[]): void => {
  if (sentence.to <= sentence.from) return
  let open: Place = { from: sentence.from, kind: 'main' }
  let spoke = false
  for (let at = sentence.from; at < sentence.to; at++) {
    const kind = at > open.from ? beginning(words, glosses, at, open, spoke) : null
    if (kind) {
      clauses.push({ from: open.from, to: at, sentence: number, kind: open.kind })
      open = { from: at, kind }
      spoke = false
    }
    if ((glosses[at]!.traits & speaks) !== 0) spoke = true
  }
  clauses.push({ from: open.from, to: sentence.to, sentence: number, kind: open.kind })
}

/** Cuts every sentence into clauses by its verbs, commas and small words; how depends on where the subject stands. */
export const clausesOf = (words: readonly Word[], glosses: readonly Gloss[], sentences: readonly Span[], { subject, opens, tied }: { readonly subject: Syntax['subject']; readonly opens: number; readonly tied: (at: number) => boolean }): readonly Clause[] => {
  const clauses: Clause[] = []
  for (let number = 0; number < sentences.length; number += 1)
    if (subject === 'before') cutSentence({ words, glosses, opens, tied }, sentences[number]!, number, clauses)
    else split(words, glosses, sentences[number]!, number, clauses)
  return clauses
}

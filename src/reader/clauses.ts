import { AND, THE } from './lexicon/pack.ts'
import { type Gloss, meaning, role } from './gloss.ts'
import type { Span, Word } from './page.ts'

/**
 * A stretch of a sentence around one predicate. `said`: what follows "said that"; `relative`: what follows "which"; `rest`: what goes on
 * after a relative clause ended with a comma.
 */
export type Clause = { readonly from: number; readonly to: number; readonly sentence: number; readonly kind: 'main' | 'said' | 'relative' | 'rest' }

const comma = new Set([',', '،', '؛', ';', ':', '(', ')', '"', '-'])
const strong = new Set(['؛', ';'])

const opensSpeech = (gloss: Gloss): boolean =>
  gloss.nouns.some(({ form, lexeme }) => form === 'doer' && (lexeme.means.says === true || lexeme.means.force !== undefined))

type Place = { readonly from: number; readonly kind: Clause['kind'] }

/** Whether a clause begins at `at`, and of which kind; `open` is the clause so far. */
const beginning = (words: readonly Word[], glosses: readonly Gloss[], at: number, open: Place, spoke: boolean): Clause['kind'] | null => {
  const gloss = glosses[at] as Gloss
  const previous = words[at - 1] as Word
  const paused = comma.has(previous.form)
  const part = role(gloss)
  if (strong.has(previous.form)) return 'main'
  if (part === 'break') return 'main'
  if (part === 'relative') return 'relative'
  if (part === 'complement' && (spoke || (gloss.before & AND) !== 0)) return 'said'
  if (gloss.verbs.length > 0 && ((gloss.before & AND) !== 0 || (paused && previous.form !== '"'))) return 'main'
  if ((part === 'already' || part === 'will' || part === 'will-not') && ((gloss.before & AND) !== 0 || paused)) return 'main'
  if (opensSpeech(gloss) && (paused || gloss.nouns.every(({ before }) => (before & THE) === 0))) return 'main'
  if (open.kind === 'relative' && paused && previous.form !== '"') return 'rest'
  return null
}

const split = (words: readonly Word[], glosses: readonly Gloss[], sentence: Span, number: number): readonly Clause[] => {
  const clauses: Clause[] = []
  let open: Place = { from: sentence.from, kind: 'main' }
  let spoke = false
  for (let at = sentence.from; at < sentence.to; at++) {
    const kind = at > open.from ? beginning(words, glosses, at, open, spoke) : null
    if (kind) {
      clauses.push({ ...open, to: at, sentence: number })
      open = { from: at, kind }
      spoke = false
    }
    const gloss = glosses[at] as Gloss
    if (meaning(gloss.verbs, 'says') ?? meaning(gloss.verbs, 'announces') ?? (opensSpeech(gloss) ? gloss : null)) spoke = true
  }
  clauses.push({ ...open, to: sentence.to, sentence: number })
  return clauses
}

/** Cuts every sentence into clauses by its verbs, commas and small words. */
export const clausesOf = (words: readonly Word[], glosses: readonly Gloss[], sentences: readonly Span[]): readonly Clause[] =>
  sentences.flatMap((sentence, number) => (sentence.to > sentence.from ? split(words, glosses, sentence, number) : []))

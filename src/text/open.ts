import { languageOf } from './language.ts'
import { pointsOf } from './points.ts'
import { paragraphs, sentences } from './sentences.ts'
import type { Form, Text } from './text.ts'
import { type Make, token, words } from './words.ts'

/** Opens a source with tokens of one's own making, which need not know their places; `fast` as for `words`. */
export const openWith = <T extends Form>(source: string, make: Make<T>, fast: string | null = null): Text<T> => {
  const laid = words(source, make, fast)
  const blocks = paragraphs(laid)
  const points = pointsOf(source)
  return {
    ...laid, points,
    length: points(source.length),
    paragraphs: blocks,
    sentences: sentences(laid, blocks),
    /** Worked out where it is asked for: readers ask the source before they open it. */
    get language() {
      return languageOf(source)
    },
  }
}

/** Opens a decoded source for reading: its words, sentences and paragraphs, its language by letters. Any string can be opened. */
export const open = (source: string): Text => openWith(source, token)

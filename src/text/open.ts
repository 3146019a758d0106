import { languageOf } from './language.ts'
import { pointsOf } from './points.ts'
import { paragraphs, sentences } from './sentences.ts'
import type { Text } from './text.ts'
import { words } from './words.ts'

/** Opens a decoded source for reading: its words, sentences and paragraphs, its language by letters. Any string can be opened. */
export const open = (source: string): Text => {
  const tokens = words(source)
  const blocks = paragraphs(source, tokens)
  const points = pointsOf(source)
  return {
    source, tokens, points,
    length: points(source.length),
    paragraphs: blocks,
    sentences: sentences(source, tokens, blocks),
    language: languageOf(source),
  }
}

import { languageOf } from './language.ts'
import { pointsOf } from './points.ts'
import { paragraphs, sentences } from './sentences.ts'
import type { Text, Token } from './text.ts'
import { type Make, token, words } from './words.ts'

/** Opens a source with tokens of one's own making, so that a long text holds one object a word and not two. */
export const openWith = <T extends Token>(source: string, make: Make<T>): Text<T> => {
  const tokens = words(source, make)
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

/** Opens a decoded source for reading: its words, sentences and paragraphs, its language by letters. Any string can be opened. */
export const open = (source: string): Text => openWith(source, token)

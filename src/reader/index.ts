import { createHash } from 'node:crypto'
import type { Edtf, Reading } from '../model/index.ts'
import { open } from '../text/index.ts'
import { loadPack } from './lexicon/load.ts'
import { readText } from './read.ts'

export type Options = {
  /** The date of publication given with the text; the date of a dateline comes first. */
  readonly issued?: Edtf | null
  readonly language?: string | null
  readonly explain?: boolean
  /** Of the bytes as they were given; of the UTF-8 text when absent. */
  readonly sha256?: string
}

/** Reads one text. Never throws on text: what could not be read stands in `gaps`. */
export const read = (source: string, options: Options = {}): Reading => {
  const text = open(source)
  const pack = loadPack(options.language ?? text.language ?? 'ar')
  return readText(text, pack, options.issued ?? null, options.sha256 ?? createHash('sha256').update(source).digest('hex'))
}

import type { Stem } from './lexicon/pack.ts'
import type { Written } from './lexicon/written.ts'

/**
 * A word, number or mark of a page. What its form says is shared by all words written alike, so a word holds nothing but its place: a text
 * of many megabytes has millions of them. It is a class for the sake of its getters, which cost no memory.
 */
export class Word {
  readonly start: number
  readonly end: number
  readonly written: Written

  constructor(written: Written, start: number, end: number) {
    this.start = start
    this.end = end
    this.written = written
  }

  get form(): string {
    return this.written.form
  }

  get kind(): 'word' | 'number' | 'mark' {
    return this.written.kind
  }

  /** Every admissible splitting into clitics and stem; the unsplit form comes first. */
  get stems(): readonly Stem[] {
    return this.written.stems
  }
}

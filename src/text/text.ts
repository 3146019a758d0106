/** What a word, number or mark says, wherever it stands. */
export type Form = {
  readonly kind: 'word' | 'number' | 'mark'
  readonly form: string
  /** Short for something: the dot after it ends no sentence. Only who knows the language can tell. */
  readonly short?: boolean
}

/**
 * One word, number or mark of a text. `form` is folded for matching (see `fold.ts`): it is never shown.
 * `start` and `end` are UTF-16 offsets into `Text.source`, `end` exclusive. A mark is one punctuation character or symbol.
 */
export type Token = Form & { readonly start: number; readonly end: number }

/** The tokens of a source beside the places where they stand: of a text of many megabytes, words written alike may be one object. */
export type Laid<T extends Form = Form> = { readonly source: string; readonly tokens: readonly T[]; readonly starts: Int32Array; readonly ends: Int32Array }

/** A run of tokens, `to` exclusive. */
export type Run = { readonly from: number; readonly to: number }

/**
 * A decoded text with its words and sentences. Offsets inside the program are UTF-16; `points` turns one into code points,
 * which is what evidence counts, and is the only place where that is done.
 */
export type Text<T extends Form = Token> = Laid<T> & {
  /** In code points. */
  readonly length: number
  readonly sentences: readonly Run[]
  /** Each paragraph as a run of tokens; every sentence lies in one paragraph. */
  readonly paragraphs: readonly Run[]
  /** ISO 639-1 by letters alone: ar, en, zh, ru, kk; null when none prevails. */
  readonly language: string | null
  readonly points: (utf16: number) => number
}

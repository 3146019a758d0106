import type { Edtf, EntityType, Hedge, Sector } from '../model/index.ts'
import type { Text } from '../text/index.ts'
import type { Pack } from './lexicon/pack.ts'
import type { Written } from './lexicon/written.ts'

/** A run of words, `to` exclusive, with the rule that claims it. */
export type Span = { readonly from: number; readonly to: number; readonly rule: string }

/**
 * What one passage names. `key` is the identity within the page: mentions with one key are one entity.
 * `adjective` is true of a demonym that qualifies another noun ("the Chinese president").
 */
export type Mention = Span & {
  readonly key: string
  readonly type: EntityType
  readonly code: string | null
  readonly wikidata: string | null
  readonly adjective: boolean
  /** Of a person: the post as written (a run of words inside or beside the name) and the key of the state or body it serves. */
  readonly post: Span | null
  readonly of: string | null
  /** The words of the name itself, where the mention also holds a post, a title or a demonym; the whole mention when absent. */
  readonly name?: Span
  /** Letters written fast to the first word of the mention that are no part of it. */
  readonly front?: number
  /** What those letters are, as bits of `pack.ts`. */
  readonly before?: number
  /** What is named inside this mention: the demonym in a title, the state in the name of a ministry. */
  readonly inner?: readonly Mention[]
}

/** A time expression: `edtf` when it stands for calendar time, `hedge` when it only urges; `sense` is what a sentence may use it for. */
export type TimeMark = Span & {
  readonly edtf: Edtf | null
  readonly hedge: Hedge | null
  /** "by the end of", "before": the passage sets a limit and is no date of an event. */
  readonly limit: boolean
}

export type QuantityMark = Span & {
  readonly value: number | null
  readonly unit: string
  /** money | measure | count | share ("%"). Only money and measures are listed as quantities. */
  readonly sort: 'money' | 'measure' | 'count' | 'share'
  readonly per: string | null
  readonly approximate: boolean
  /** The same sum again in another currency, in brackets: never counted a second time. */
  readonly repeats: boolean
}

/** A word, number or mark of a page: what the pack says of its form. Words written alike are one object; where each stands is in `text`. */
export type Word = Written

/** A text on its way to becoming a reading: every pass adds a layer and leaves the others alone. */
export type Page = {
  readonly text: Text<Word>
  readonly pack: Pack
  /** The date on which relative words stand: of the dateline, else the one given. */
  readonly issued: Edtf | null
  readonly issuedFrom: 'dateline' | 'given' | null
  readonly words: readonly Word[]
  /** The first word of the report itself, after its dateline. */
  readonly opens: number
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeMark[]
  readonly quantities: readonly QuantityMark[]
  readonly sectors: readonly (Span & { readonly sector: Sector })[]
}

/** The number of the first of several spans, in the order of the text, that begins at or after a word. */
export const firstFrom = (spans: readonly { readonly from: number }[], word: number): number => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.from < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The number of the sentence that a word stands in. */
export const sentenceOf = ({ sentences }: Page, word: number): number => Math.max(0, firstFrom(sentences, word + 1) - 1)

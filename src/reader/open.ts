import type { Edtf } from '../model/index.ts'
import type { Text } from '../text/index.ts'
import type { Pack, Stem } from './lexicon/pack.ts'
import type { Page } from './page.ts'

const noStems: readonly Stem[] = []

/** A page with its words split and no layer read yet. `issued` is the date given with the text; the dateline may replace it. */
export const openPage = (text: Text, pack: Pack, issued: Edtf | null): Page => ({
  text, pack, issued,
  issuedFrom: issued === null ? null : 'given',
  words: text.tokens.map(({ form, kind, start, end }) => ({ form, kind, start, end, stems: kind === 'word' ? pack.stems(form) : noStems })),
  sentences: text.sentences.map(({ from, to }) => ({ from, to, rule: 'text.sentence' })),
  mentions: [], times: [], quantities: [], sectors: [],
})

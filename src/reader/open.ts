import type { Edtf } from '../model/index.ts'
import type { Text, Token } from '../text/index.ts'
import type { Pack } from './lexicon/pack.ts'
import type { Page, Word } from './page.ts'

const wordOf = ({ form, kind, start, end }: Token, pack: Pack): Word => {
  const written = pack.written(form, kind)
  return { form, kind, start, end, stems: written.stems, written }
}

/** A page with its words split and no layer read yet. `issued` is the date given with the text; the dateline may replace it. */
export const openPage = (text: Text, pack: Pack, issued: Edtf | null): Page => ({
  text, pack, issued,
  issuedFrom: issued === null ? null : 'given',
  words: text.tokens.map((token) => wordOf(token, pack)),
  sentences: text.sentences.map(({ from, to }) => ({ from, to, rule: 'text.sentence' })),
  mentions: [], times: [], quantities: [], sectors: [],
})

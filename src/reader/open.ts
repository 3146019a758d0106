import type { Edtf } from '../model/index.ts'
import { openWith } from '../text/index.ts'
import type { Pack } from './lexicon/pack.ts'
import type { Page } from './page.ts'

/** A page with its words split and no layer read yet. `issued` is the date given with the text; the dateline may replace it. */
export const openPage = (source: string, pack: Pack, issued: Edtf | null): Page => {
  const { and } = pack.clitic
  const text = openWith(source, pack.writtenAt, and?.length === 1 ? and : null)
  return {
    text, pack, issued,
    issuedFrom: issued === null ? null : 'given',
    words: text.tokens, opens: 0,
    sentences: text.sentences.map(({ from, to }) => ({ from, to, rule: 'text.sentence' })),
    mentions: [], times: [], quantities: [], sectors: [],
  }
}

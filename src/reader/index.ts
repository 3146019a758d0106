import { hash } from 'node:crypto'
import type { Edtf, Reading } from '../model/index.ts'
import { languageOf, open, type Text } from '../text/index.ts'
import { hasPack, loadPack } from './lexicon/load.ts'
import { partsOf, readParts } from './mixed.ts'
import { readText } from './read.ts'

export type Options = {
  /** The date of publication given with the text; the date of a dateline comes first. */
  readonly issued?: Edtf | null
  /** ISO 639-1, for the whole text; by the letters of each paragraph when absent. */
  readonly language?: string | null
  /** Adds to the evidence of each item the rules that gave its values. */
  readonly explain?: boolean
  /** Of the bytes as they were given; of the UTF-8 text when absent. */
  readonly sha256?: string
}

/** The reading of a text that no pack can read: what is known of the document, and the reason in `gaps`. */
const unread = (text: Text, language: string | null, issued: Edtf | null, sha256: string): Reading => {
  const why = language === null ? 'the language of the text could not be told by its letters' : `there is no pack for the language '${language}'`
  const end = Math.min(text.length, 200)
  return {
    tawafuq: 'reading/1',
    document: { sha256, language, length: text.length, issued, issuedFrom: issued === null ? null : 'given', outlet: null, place: null },
    entities: [], times: [], quantities: [], meetings: [], commitments: [], instruments: [], projects: [], figures: [],
    gaps: [{ why, evidence: [{ start: 0, end, quote: Array.from(text.source.slice(0, 2 * end)).slice(0, end).join(''), rule: 'reader.language' }] }],
  }
}

/** Reads one text. Never throws on text: what could not be read stands in `gaps`. */
export const read = (source: string, options: Options = {}): Reading => {
  const language = options.language ?? languageOf(source)
  const issued = options.issued ?? null
  const sha256 = options.sha256 ?? hash('sha256', source)
  if (language === null || !hasPack(language)) return unread(open(source), language, issued, sha256)
  const readPart = (part: string, of: string, date: Edtf | null): Reading => readText(part, loadPack(of), date, { sha256, explain: options.explain ?? false })
  const parts = options.language ? null : partsOf(source, language, hasPack)
  return parts === null ? readPart(source, language, issued) : readParts(parts, readPart, issued)
}

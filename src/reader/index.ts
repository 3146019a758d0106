import { hash } from 'node:crypto'
import type { Edtf, Reading, Term } from '../model/index.ts'
import { languageOf, open, type Text } from '../text/index.ts'
import { hasPack, loadPack } from './lexicon/load.ts'
import { joinTerms, partsOf, readParts } from './mixed.ts'
import { readText } from './read.ts'
import type { Scene } from './scene.ts'
import { termsOf } from './terms.ts'

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

/** A reading with the words of its text as they are found and compared (`Term`). */
export type Study = { readonly reading: Reading; readonly terms: readonly Term[] }

const studied = (source: string, options: Options): { readonly reading: Reading; readonly terms: () => readonly Term[] } => {
  const language = options.language ?? languageOf(source)
  const issued = options.issued ?? null
  const sha256 = options.sha256 ?? hash('sha256', source)
  if (language === null || !hasPack(language)) return { reading: unread(open(source), language, issued, sha256), terms: () => [] }
  const parts = (options.language ? null : partsOf(source, language, hasPack)) ?? new Map([[language, source]])
  const scenes: Scene[] = []
  const readPart = (part: string, of: string, date: Edtf | null): Reading => {
    const { reading, scene } = readText(part, loadPack(of), date, { sha256, explain: options.explain ?? false })
    scenes.push(scene)
    return reading
  }
  return { reading: readParts(parts, readPart, issued), terms: () => joinTerms(scenes.map(termsOf)) }
}

/** Reads one text. Never throws on text: what could not be read stands in `gaps`. */
export const read = (source: string, options: Options = {}): Reading => studied(source, options).reading

/** Reads one text and tells how its words are found again and compared. Never throws on text. */
export const study = (source: string, options: Options = {}): Study => {
  const { reading, terms } = studied(source, options)
  return { reading, terms: terms() }
}

import { encode } from 'iconv-lite'
import { attempt, guess } from './encodings.ts'
import { kind, kinds } from './units.ts'

/** `source` has no byte order mark; `encoding` is a WHATWG label. A refusal says what is wrong, at which byte, and what to do. */
export type Decoded =
  | { readonly ok: true; readonly source: string; readonly encoding: string }
  | { readonly ok: false; readonly why: 'empty' | 'binary' | 'encoding' | 'too-large'; readonly message: string }

type Refusal = Extract<Decoded, { ok: false }>
const refuse = (why: Refusal['why'], message: string): Refusal => ({ ok: false, why, message })

/** In bytes. The longest communiqués are below one megabyte; what is larger is an archive, not a document. */
export const largest = 64 * 1024 * 1024

const hex = (byte: number | undefined): string => `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`

const starts = (bytes: Uint8Array, head: readonly number[], at = 0): boolean => head.every((byte, i) => bytes[at + i] === byte)

const marks = [
  { encoding: 'utf-8', head: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', head: [0xff, 0xfe] },
  { encoding: 'utf-16be', head: [0xfe, 0xff] },
] as const

const formats = [
  { name: 'a PDF file', head: '%PDF-' },
  { name: 'a Word, Excel or ZIP file', head: 'PK\u0003\u0004' },
  { name: 'an old Word or Excel file', head: '\u00d0\u00cf\u0011\u00e0' },
  { name: 'an RTF file', head: '{\\rtf' },
  { name: 'a compressed file', head: '\u001f\u008b' },
  { name: 'a PNG image', head: '\u0089PNG' },
  { name: 'a JPEG image', head: '\u00ff\u00d8\u00ff' },
] as const

/** The bytes of the sequence of UTF-8 that begins at `at`, or 0 when none does. Overlong forms and surrogates are none. */
const sequenceAt = (bytes: Uint8Array, at: number): number => {
  const [lead, second] = [bytes[at]!, bytes[at + 1] ?? 0]
  if (lead < 0x80) return 1
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (length === 0 || second < low || second > high) return 0
  for (let i = 2; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

type Survey = { readonly sequences: number; readonly bad: number; readonly firstBad: number }

const survey = (bytes: Uint8Array): Survey => {
  let [sequences, bad, firstBad] = [0, 0, -1]
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length > 1) sequences += 1
    if (length === 0 && (bad += 1) === 1) firstBad = at
    at += length || 1
  }
  return { sequences, bad, firstBad }
}

const opened = (source: string, encoding: string): Decoded => {
  if (source.trim() === '') return refuse('empty', 'The document holds nothing but blanks: give it a text.')
  const nul = source.indexOf('\0')
  if (nul < 0) return { ok: true, source, encoding }
  return refuse('binary', `Read as ${encoding}, the document has a NUL as character ${nul}: it is no plain text, or in UTF-32. Save it again as UTF-8.`)
}

/** Where decoding first failed: what came before it, written back, is as long as the bytes before it. */
const failedAt = (bytes: Uint8Array, encoding: string): number => {
  const source = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return encode(source.slice(0, source.indexOf('\ufffd')), encoding, { addBOM: false }).length
}

const decodeAs = (bytes: Uint8Array, encoding: string, because: string): Decoded => {
  const source = attempt(bytes, encoding)
  if (source !== null) return opened(source, encoding)
  const at = encoding === 'utf-8' ? survey(bytes).firstBad : failedAt(bytes, encoding)
  const where = `at byte ${at} of ${bytes.length} (${hex(bytes[at])})`
  return refuse('encoding', `Read as ${encoding} (${because}), the document has no meaning ${where}. It is damaged or the encoding is another: save it again as UTF-8.`)
}

const declarations = /<\?xml[^>]*\bencoding\s*=\s*["']?([\w.:-]+)|\bcharset\s*=\s*["']?([\w.:-]+)|-\*-.*\bcoding:\s*([\w.:-]+)/i

/** The encoding that the first lines of the document name, if it is one we know. */
const declared = (bytes: Uint8Array): string | null => {
  const found = declarations.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))
  const label = found?.[1] ?? found?.[2] ?? found?.[3]
  try {
    return label === undefined ? null : new TextDecoder(label).encoding
  } catch {
    return null
  }
}

const control = (byte: number): boolean => (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f

/** Texts from scanners and old systems hold a stray control character now and then; a NUL or one in a hundred is no text. */
const binaryAt = (bytes: Uint8Array): number => {
  const nul = bytes.indexOf(0)
  if (nul >= 0) return nul
  let controls = 0
  for (const byte of bytes) if (control(byte)) controls += 1
  return controls > 1 && controls * 100 > bytes.length ? bytes.findIndex(control) : -1
}

/** Share of units that are the blanks and letters of the scripts we expect. In the wrong byte order they are not. */
const readable = (source: string): number => {
  let plain = 0
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charCodeAt(at)
    const is = kinds[unit]!
    if (unit === 0x20 || is === kind.newline || is === kind.digit || is === kind.arabic || is === kind.latin || is === kind.han || (unit >= 0x400 && unit < 0x530)) plain += 1
  }
  return plain / source.length
}

/** UTF-16 without a mark. Asked only of bytes that are no 8-bit text, since any two bytes make some unit. */
const wide = (bytes: Uint8Array): string | null => {
  const part = bytes.subarray(0, Math.min(8192, bytes.length & ~1))
  const scores = ['utf-16le', 'utf-16be'].map((encoding) => ({ encoding, score: readable(new TextDecoder(encoding).decode(part)) }))
  const [best, second] = scores.sort((a, b) => b.score - a.score) as [(typeof scores)[0], (typeof scores)[0]]
  return best.score > 0.75 && best.score > second.score ? best.encoding : null
}

/** Declarations that are not believed: one that could not be read if it were true, and the one that tools write when they do not know. */
const ignored = new Set(['utf-16le', 'utf-16be', 'windows-1252'])

const decodeNarrow = (bytes: Uint8Array): Decoded => {
  const source = attempt(bytes, 'utf-8')
  if (source !== null) return opened(source, 'utf-8')
  const label = declared(bytes)
  if (label !== null && !ignored.has(label)) return decodeAs(bytes, label, 'as it declares')
  const { sequences, bad, firstBad } = survey(bytes)
  if (sequences > bad) return decodeAs(bytes, 'utf-8', 'as most of it is')
  const encoding = guess(bytes)
  if (encoding !== null) return decodeAs(bytes, encoding, 'by its letters')
  return refuse('encoding', `Byte ${firstBad} (${hex(bytes[firstBad])}) is not UTF-8, and the letters fit no other encoding well enough to choose it: save the document as UTF-8.`)
}

/**
 * The text of a document, by its byte order mark, as UTF-8, by what it declares, or by its letters: in this order, and never with a character
 * replaced. `limit` in bytes.
 */
export const decode = (bytes: Uint8Array, limit = largest): Decoded => {
  if (bytes.length === 0) return refuse('empty', 'The document has no bytes: give it a text.')
  if (bytes.length > limit) return refuse('too-large', `The document has ${bytes.length} bytes and at most ${limit} are read: split it into its documents.`)
  const mark = marks.find(({ head }) => starts(bytes, head))
  if (mark) return decodeAs(bytes, mark.encoding, 'as its byte order mark says')
  const format = formats.find(({ head }) => starts(bytes, Array.from(head, (sign) => sign.charCodeAt(0))))
  if (format) return refuse('binary', `The document is ${format.name} (byte 0), not plain text: extract its text first.`)
  const binary = binaryAt(bytes)
  if (binary < 0) return decodeNarrow(bytes)
  const encoding = wide(bytes)
  if (encoding !== null) return decodeAs(bytes, encoding, 'by its letters')
  return refuse('binary', `Byte ${binary} (${hex(bytes[binary])}) is a control character that no text holds: extract the text of the file first.`)
}

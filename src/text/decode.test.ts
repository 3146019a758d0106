import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { encode } from 'iconv-lite'
import { decode } from './decode.ts'

const arabic = 'اتفق الجانبان على إنشاء لجنة مشتركة للطاقة، وأكدا أهمية التعاون في مجالي النقل والتعليم خلال عام 2030.'
const russian = 'Стороны договорились создать совместную комиссию по энергетике и транспорту.'
const chinese = '双方同意在能源和交通领域加强合作，建立联合委员会。'
const french = 'Les deux parties ont décidé de créer un comité mixte, très utile à la coopération.'
const english = 'The two sides’ officials said “energy” comes first – a joint committee.'

const bytes = (source: string, encoding = 'utf8', addBOM = false): Uint8Array => encode(source, encoding, { addBOM })
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)
const read = (document: Uint8Array): string => {
  const decoded = decode(document)
  return decoded.ok ? `${decoded.encoding}: ${decoded.source}` : `${decoded.why}: ${decoded.message}`
}

const cases: readonly (readonly [source: string, encodings: readonly string[]])[] = [
  [arabic, ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6']],
  ['ووقع الوزيران مذكرة تفاهم', ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6']],
  [russian, ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r']],
  [chinese, ['utf-8', 'utf-16le', 'utf-16be', 'gb18030']],
  ['雙方同意在能源和交通領域加強合作，建立聯合委員會。', ['utf-8', 'big5']],
  [english, ['utf-8', 'utf-16le', 'windows-1252']],
  [french, ['utf-8', 'windows-1252']],
]
for (const [source, encodings] of cases) {
  for (const encoding of encodings) test(`${encoding} by its bytes: ${source.slice(0, 20)}`, () => assert.equal(read(bytes(source, encoding)), `${encoding}: ${source}`))
}
for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
  test(`${encoding} by its mark, which is no part of the text`, () => assert.equal(read(bytes('نعم', encoding, true)), `${encoding}: نعم`))
}

test('the encoding a document declares is believed when the bytes are not UTF-8', () => {
  for (const head of ['<?xml version="1.0" encoding="windows-1256"?>', '<html><meta charset=windows-1256>', 'Content-Type: text/plain; charset="cp1256"\n', '# -*- coding: windows-1256 -*-\n']) {
    assert.equal(read(bytes(`${head}كم`, 'windows-1256')), `windows-1256: ${head}كم`)
  }
})
test('a declaration that is false, unknown or only a default gives way to the bytes', () => {
  assert.equal(read(bytes(`charset=windows-1256 ${arabic}`)), `utf-8: charset=windows-1256 ${arabic}`)
  assert.equal(read(bytes(`charset=iso-8859-1 ${arabic}`, 'windows-1256')), `windows-1256: charset=iso-8859-1 ${arabic}`)
  assert.equal(read(bytes(`charset=klingon ${arabic}`, 'windows-1256')), `windows-1256: charset=klingon ${arabic}`)
})

test('broken UTF-8 is refused at its first bad byte, and nothing is replaced', () => {
  const whole = bytes(arabic)
  const at = bytes(arabic.slice(0, 20)).length
  const expected = (hex: string, where: number, length: number) =>
    `encoding: Read as utf-8 (as most of it is), the document has no meaning at byte ${where} of ${length} (${hex}). It is damaged or the encoding is another: save it again as UTF-8.`
  assert.equal(read(joined(whole.subarray(0, at), Uint8Array.of(0xff), whole.subarray(at))), expected('0xFF', at, whole.length + 1))
  assert.equal(read(bytes('ناقص').subarray(0, 7)), expected('0xD8', 6, 7))
})
test('overlong forms, surrogates and what lies beyond the last plane are no UTF-8', () => {
  for (const bad of [[0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80]]) {
    assert.match(read(joined(bytes('نعم '), Uint8Array.from(bad), bytes(arabic))), /at byte 7 of/)
  }
})
test('half a pair and half a unit of UTF-16 are refused where they stand', () => {
  assert.match(read(joined(bytes('نعم', 'utf-16le', true), Uint8Array.of(0, 0xd8), bytes('نعم', 'utf-16le'))), /^encoding: Read as utf-16le \(as its byte order mark says\), .* at byte 8 of 16/)
  assert.match(read(bytes(arabic, 'utf-16be').subarray(0, 51)), /^encoding: Read as utf-16be \(by its letters\), .* at byte 50 of 51/)
})
test('a byte that the declared encoding does not know is refused', () =>
  assert.match(read(joined(bytes('charset=iso-8859-6 '), Uint8Array.of(0xc7, 0xff, 0xc7))), /^encoding: Read as iso-8859-6 \(as it declares\), .* at byte 20 of 22 \(0xFF\)/))
test('bytes that fit nothing are not guessed', () => {
  assert.match(read(Uint8Array.of(0x61, 0xe1, 0x62)), /^encoding: Byte 1 \(0xE1\) is not UTF-8, and the letters fit no other encoding/)
  assert.match(read(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)), /^encoding: Byte 0/)
})
test('what is no text is called by its name', () => {
  assert.match(read(bytes('%PDF-1.7 …')), /^binary: The document is a PDF file \(byte 0\)/)
  assert.match(read(Uint8Array.of(0x50, 0x4b, 3, 4, 20)), /^binary: The document is a Word, Excel or ZIP file/)
  assert.match(read(bytes('نعم\0نعم')), /^binary: Byte 6 \(0x00\)/)
  assert.match(read(bytes('\u0001\u0002abc')), /^binary: Byte 0 \(0x01\)/)
})
test('a NUL in UTF-16 is no text either, nor is UTF-32', () => {
  assert.match(read(bytes('نعم\0', 'utf-16le', true)), /^binary: Read as utf-16le, the document has a NUL as character 3/)
  assert.match(read(bytes('نعم', 'utf-32le', true)), /^binary: /)
})
test('one stray control character in a page is no reason to refuse it', () => assert.equal(read(bytes(`${arabic}\u0002`)), `utf-8: ${arabic}\u0002`))
test('nothing, a mark alone and blanks are empty', () => {
  for (const empty of [new Uint8Array(), Uint8Array.of(0xef, 0xbb, 0xbf), bytes(' \n\u00a0')]) assert.match(read(empty), /^empty: /)
})
test('a document above the limit is refused with both numbers', () =>
  assert.deepEqual(decode(bytes('abcd'), 3), { ok: false, why: 'too-large', message: 'The document has 4 bytes and at most 3 are read: split it into its documents.' }))

test('law: any well-formed text with a letter comes back from UTF-8 as it was', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      const decoded = decode(bytes(`ا${source}`))
      assert.deepEqual(decoded, { ok: true, source: `ا${source}`, encoding: 'utf-8' })
    }),
  ))
test('law: no bytes throw', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (document) => assert.equal(typeof decode(document).ok, 'boolean'))))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'

const pieces = [
  ...'ابتأإآىيیکةءؤئرو٠١۵12.,٫٬،؛؟!?:;-–_#%٪()"«»\'’ \n\r\t', ...'aBéÇßйЁқ中國。！がا', 'ـ', '\u064e', '\u0651', '\u0670', '\u0653', '\u0654', '\u0306', '\u0438', '\u0301', '\u200c',
  '\u200d', '\u200f', '\u202b', '\u202c', '\u202e', '\ufeff', '\u00ad', '\u00a0', '\u2028', '\u0085', '\0', 'ﷲ', 'ﻻ', 'ﷺ', '﷼', '㎞', 'ﹷ', '😀', '👍🏽', '🇰🇿', '𝐀', '𝟓', '𠀀', '\ud83d', '\ude00',
  '\ufe0f', '\u{e0101}', '...', '…', '10،5', '16ر1', 'الـ52', 'د. محمد', 'U.S. ', 'كلمة.كلمة', '23. 1', "don't", 'نعم." ', '\uffff',
]

/** For tests: strings made of what goes wrong in texts, and any strings at all, well formed or not. */
export const awkward: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
)

test('awkward strings hold lone surrogates, pairs, ligatures, marks and line ends', () => {
  const sample = fc.sample(awkward, { seed: 1, numRuns: 300 }).join(' ')
  for (const sign of [/\p{Surrogate}/u, /\p{Extended_Pictographic}/u, /ﻻ/, /\u0651/, /\n/]) assert.match(sample, sign)
})

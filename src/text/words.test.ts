import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { awkward } from './awkward.test.ts'
import { foldWord } from './fold.ts'
import { token, words } from './words.ts'

const tokensOf = (source: string) => words(source, token).tokens

/** `w:` word, `n:` number, `m:` mark. */
const notes = (source: string): string => tokensOf(source).map(({ kind, form }) => `${kind[0]}:${form}`).join(' ')

const reads = (title: string, pairs: readonly (readonly [source: string, tokens: string])[]) =>
  test(title, () => assert.deepEqual(pairs.map(([source]) => [source, notes(source)]), pairs))

reads('a word is a run of letters; marks on it and unseen characters inside do not break it', [
  ['وقّعت الحُكومتان', 'w:وقعت w:الحكومتان'], ['كازا\u200fخستان', 'w:كازاخستان'], ['قاﻻ', 'w:قالا'], ['أكـــد', 'w:اكد'],
])
reads('letters and digits part, with and without tatweel', [
  ['الـ52', 'w:ال n:52'], ['بـ15', 'w:ب n:15'], ['40km', 'n:40 w:km'], ['4G', 'n:4 w:g'], ['٤٠كم', 'n:40 w:كم'], ['C919', 'w:c n:919'],
])
reads('Arabic and other letters part', [['الـG20', 'w:ال w:g n:20'], ['وHuawei', 'w:و w:huawei']])
reads('an underscore parts words and is no token', [['#التنسيق_السعودي', 'm:# w:التنسيق w:السعودي'], ['__', '']])
reads('a number keeps its separators and drops what trails', [
  ['10،5', 'n:10،5'], ['16ر1', 'n:16ر1'], ['١٬٢٣٤٫٥', 'n:1,234.5'], ['1.234,5', 'n:1.234,5'], ['2015، 2016', 'n:2015 m:، n:2016'], ['52.', 'n:52 m:.'], ['5ر', 'n:5 w:ر'], ['１．５', 'n:1.5'], ['23. 1', 'n:23 m:. n:1'],
])
reads('tatweel between numbers does not join them, an unseen character does not part them', [['2015ـ2020', 'n:2015 n:2020'], ['20\u200f15', 'n:2015']])
reads('an apostrophe stays between Latin letters only', [["don't", "w:don't"], ['Xi’an', "w:xi'an"], ['‘quoted’', "m:' w:quoted m:'"], ["السعودية'", "w:السعوديه m:'"]])
reads('the ending of a possessor is a word of its own', [["Oman's side", "w:oman w:'s w:side"], ['Moody’s', "w:moody w:'s"], ["d'Ivoire", "w:d'ivoire"], ["Qur'sa", "w:qur'sa"]])
reads('everything else that is seen is a mark of one code point', [
  ['٪50', 'm:% n:50'], ['$5', 'm:$ n:5'], ['«نعم»', 'm:" w:نعم m:"'], ['👍🏽', 'm:👍 m:🏽'], ['a–b', 'w:a m:- w:b'], ['（x）', 'm:( w:x m:)'], ['°²½№', 'm:° m:² m:½ m:№'], ['\ufdfd', 'm:\ufdfd'],
])
reads('symbols spelled with letters are words', [['50 ﷼', 'n:50 w:ريال'], ['3㎞', 'n:3 w:km']])
reads('each Han character is a word', [['中国投资10亿。', 'w:中 w:国 w:投 w:资 n:10 w:亿 m:。'], ['𠀀中', 'w:𠀀 w:中']])
reads('styled letters and digits are what they are a style of', [['𝐀𝐛', 'w:ab'], ['𝟏𝟓', 'n:15']])
reads('blanks, controls, line ends and stray marks make no token', [[' \t\n\r\u2028\u00a0\0\u200b\u064e\ufe0f', '']])
reads('halves of surrogate pairs are marks', [['\ud83d', 'm:\ud83d'], ['a\ude00b', 'w:a m:\ude00 w:b']])

test('marks on the last letter belong to the word, unseen characters after it do not', () => {
  const [first, second] = tokensOf('كتابٌ\u200f نص')
  assert.deepEqual([first?.start, first?.end, second?.start], [0, 5, 7])
})

test('law: tokens are ordered, disjoint, never empty, and each slice folds to its form', () =>
  fc.assert(
    fc.property(awkward, (source) => {
      let end = 0
      for (const token of tokensOf(source)) {
        assert.ok(token.start >= end && token.end > token.start && token.end <= source.length)
        assert.equal(foldWord(source.slice(token.start, token.end)), token.form)
        assert.notEqual(token.form, '')
        end = token.end
      }
    }),
  ))

test('law: what lies between tokens holds no letter and no digit', () =>
  fc.assert(
    fc.property(awkward, (source) => {
      let rest = ''
      let end = 0
      for (const token of tokensOf(source)) {
        rest += source.slice(end, token.start)
        ;({ end } = token)
      }
      assert.doesNotMatch(rest + source.slice(end), /[\p{Nd}\p{Lu}\p{Ll}]|[ء-غف-ي]/u)
    }),
  ))

test('a word, a number and a row of marks of a million characters', () => {
  assert.deepEqual(tokensOf('آ'.repeat(1e6)).map((token) => token.form.length), [1e6])
  assert.deepEqual(tokensOf('٥'.repeat(1e6)).map((token) => token.end), [1e6])
  assert.equal(tokensOf('.'.repeat(1e6)).length, 1e6)
})

test('a letter that is written fast to a word is one token with it, though a blank parts them', () => {
  const joined = (source: string): readonly string[] => words(source, token, 'و').tokens.map(({ form }) => form)
  assert.deepEqual(joined('مصر و السودان'), ['مصر', 'والسودان'])
  assert.deepEqual(joined('مصر و 50 و، و  قطر و ل'), ['مصر', 'و', '50', 'و', '،', 'و', 'قطر', 'و', 'ل'])
  assert.deepEqual(Array.from(words('مصر و السودان', token, 'و').ends), [3, 13])
  assert.deepEqual(notes('مصر و السودان'), 'w:مصر w:و w:السودان')
})

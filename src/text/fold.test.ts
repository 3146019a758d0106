import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fold, foldWord } from './fold.ts'
import { awkward } from './awkward.test.ts'

const same = (title: string, pairs: readonly (readonly [written: string, form: string])[]) =>
  test(title, () => assert.deepEqual(pairs.map(([written]) => [written, foldWord(written)]), pairs))

same('carriers of hamza, final ya, ta marbuta and Persian letters are one with their plain letters', [
  ['أإآٱ', 'اااا'], ['على', 'علي'], ['علی', 'علي'], ['کبير', 'كبير'], ['لجنة', 'لجنه'], ['ۀەہ', 'ههه'], ['مؤتمر', 'موتمر'], ['هيئة', 'هييه'], ['بدء', 'بدء'],
])
same('vowel marks, tatweel and unseen characters are dropped', [
  ['اتَّفَقَ', 'اتفق'], ['هٰذا', 'هذا'], ['التـــعاون', 'التعاون'], ['می\u200cشود', 'ميشود'], ['\u200fال\u061cصين\u200e', 'الصين'], ['co\u00adoperation\ufeff', 'cooperation'], ['ٱلرَّحۡمَٰنِ', 'الرحمن'],
])
same('hamza and madda written as combining marks fold like the precomposed letters', [
  ['ا\u0653', 'ا'], ['ا\u0654', 'ا'], ['ا\u0655', 'ا'], ['و\u0654', 'و'], ['ي\u0654', 'ي'], ['ه\u0654', 'ه'],
])
same('digits of all scripts become ASCII', [['٠١٢٣٤٥٦٧٨٩', '0123456789'], ['۰۱۲۳۴۵۶۷۸۹', '0123456789'], ['２０１５', '2015'], ['१२', '12'], ['𝟓', '5']])
same('presentation forms and ligatures open into letters', [
  ['ﷲ', 'الله'], ['ﻻ', 'لا'], ['ﻷ', 'لا'], ['ﺍﻟﺼﻴﻦ', 'الصين'], ['ﭖ', 'پ'], ['ﷺ', 'صلي الله عليه وسلم'], ['ﹷ', ''], ['ﷴ', 'محمد'],
])
same('Latin and Cyrillic in lower case without accents; й is a letter, ё is е', [
  ['Élysée', 'elysee'], ['ÅNGSTRÖM', 'angstrom'], ['Straße', 'strasse'], ['ASTANA', 'astana'], ['İzmir', 'izmir'], ['ﬁnal', 'final'],
  ['КИТАЙ', 'китай'], ['Кита\u0438\u0306', 'китай'], ['Самолёт', 'самолет'], ['ҚАЗАҚСТАН', 'қазақстан'],
])
same('signs of one meaning are one sign', [['’ʼ`', "'''"], ['«»“”„', '"""""'], ['–—‑', '---'], ['٪％', '%%'], ['،؛؟', '،؛؟'], ['٫٬', '.,'], ['！？', '!?']])
same('Hangul and kana keep their marks', [['한국', '한국'], ['がぱ', 'がぱ'], ['か\u3099', 'か\u3099']])

test('the map leads from each unit of the form to the unit it came from', () => {
  const { form, map } = fold('أ\u064eﻻ\u200fب')
  assert.equal(form, 'الاب')
  assert.deepEqual(Array.from(map), [0, 2, 2, 4, 5])
})

test('halves of surrogate pairs survive and are mapped one by one', () => {
  assert.deepEqual(Array.from(fold('a😀b').map), [0, 1, 2, 3, 4])
  assert.equal(fold('a\ud83d').form, 'a\ud83d')
  assert.equal(fold('\ude00a').form, '\ude00a')
})

test('law: the map never goes back, stays inside the source and ends at its length', () =>
  fc.assert(
    fc.property(awkward, (source) => {
      const { form, map } = fold(source)
      assert.equal(map.length, form.length + 1)
      assert.equal(map.at(-1), source.length)
      for (let i = 1; i < map.length; i += 1) assert.ok(map[i - 1]! <= map[i]!)
    }),
  ))

test('every character of the first two planes folds, and folding its form changes nothing', () => {
  for (let point = 0; point < 0x20000; point += 1) {
    const form = foldWord(String.fromCodePoint(point))
    assert.equal(foldWord(form), form, point.toString(16))
  }
})

test('law: folding twice is folding once', () => fc.assert(fc.property(awkward, (source) => assert.equal(foldWord(foldWord(source)), foldWord(source)))))

test('law: one word folds alike alone and in a text, remembered or not', () => fc.assert(fc.property(awkward, (source) => assert.equal(foldWord(source), fold(source).form))))

test('a word of a million letters folds', () => assert.equal(foldWord('آ'.repeat(1e6)).length, 1e6))

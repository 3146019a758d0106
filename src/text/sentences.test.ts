import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { awkward } from './awkward.test.ts'
import { open } from './open.ts'
import type { Run, Text } from './text.ts'

const quote = (text: Text, run: Run): string => text.source.slice(text.tokens[run.from]!.start, text.tokens[run.to - 1]!.end)
const split = (source: string): string[] => {
  const text = open(source)
  return text.sentences.map((run) => quote(text, run))
}

/** `|` stands where a sentence must end. */
const splits = (title: string, ...sources: readonly string[]) =>
  test(title, () => assert.deepEqual(sources.map((source) => split(source.replaceAll('|', '')).map((part) => part.replaceAll(/\s+/g, ' ').trim()).join('|')), sources.map((source) => source.replaceAll(/\s*\|\s*/g, '|'))))

splits('all stops end a sentence', 'اجتمع الوزيران. |ماذا بعد؟ |مرحبا! |انتهى', '双方同意。|很好！|是吗？|好', 'قال كلمته… |ثم مضى')
splits('semicolons and commas do not', 'اجتمع الوزيران؛ ثم وقعا، وانصرفا; وعادا.')
splits('a full stop without a blank after it ends a sentence between Arabic words', 'وقع الوزيران المذكرة.|وغادرا', 'في عام 2015.|وقال')
splits('dots inside numbers do not, even with a stray blank', 'بلغت 10.5 مليار.', 'بنسبة 23. 1 في المئة.', 'في عام 2015. |12 مشروعا جديدا')
splits('initials and abbreviations do not', 'قال د. محمد ذلك. |ثم مضى', 'زار أ.د.محمد المعرض.', 'The U.S. side agreed. |Mr. Smith left.', 'сумма 5 млн. долларов. |Стороны')
splits('a single letter after a number closes the year', 'في عام 2015 م. |وقال الوزير', 'سنة 1437 هـ. |وأضاف')
splits('quotation marks and brackets that close belong to the sentence', 'قال: "نعم." |ثم مضى', 'قال: «نعم.» |ثم مضى', '(نعم.) |ثم', 'انتهى. |"بدأ آخر"', 'قال.“ |ثم', 'مضى. |«وعاد»')
splits('several stops are one', 'حقا؟! |نعم', 'مضى... |ثم عاد', '... وعاد.')
splits('a number or letter at the head counts the sentence', '1. تعزيز التعاون. |2. بناء مصنع.', 'A. Trade grows. |B. Tourism too.')
splits('addresses and names are whole', 'انظر www.spa.gov.sa للمزيد.', 'see http://x.org/a?b=c today', 'It was signed.|The end', 'Built in 2015.|The end')
splits('nothing but marks is one sentence', '* * *', '...', '؟!')
splits('no stop at all is one sentence', 'اتفق الجانبان على التعاون')
splits('marks left over at the end join the sentence before', 'انتهى. - -')

test('every line is a paragraph, and ends its sentence', () => {
  const text = open('اتفق الجانبان على:\n- الطاقة\r\n- النقل\n\n\n• المياه\u2028انتهى')
  assert.deepEqual(text.paragraphs.map((run) => quote(text, run)), ['اتفق الجانبان على:', '- الطاقة', '- النقل', '• المياه', 'انتهى'])
  assert.equal(text.sentences.length, 5)
})

test('a line of marks does not join the sentence of the line before', () => assert.deepEqual(split('انتهى.\n***\nبدأ'), ['انتهى.', '***', 'بدأ']))

const covers = (runs: readonly Run[], length: number): void => {
  let next = 0
  for (const run of runs) {
    assert.equal(run.from, next)
    assert.ok(run.to > run.from)
    next = run.to
  }
  assert.equal(next, length)
}

test('law: every token lies in exactly one sentence and one paragraph, and no sentence leaves its paragraph', () =>
  fc.assert(
    fc.property(awkward, (source) => {
      const { tokens, sentences, paragraphs } = open(source)
      covers(sentences, tokens.length)
      covers(paragraphs, tokens.length)
      const bounds = new Set(sentences.map((run) => run.to))
      for (const { to } of paragraphs) assert.ok(bounds.has(to))
    }),
  ))

test('a million dots, and a million short sentences', () => {
  assert.equal(open('.'.repeat(1e6)).sentences.length, 1)
  assert.equal(open('نعم قال. '.repeat(1e5)).sentences.length, 1e5)
})

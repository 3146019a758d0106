const marks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Mn}]/gu
const alike: readonly (readonly [RegExp, string])[] = [[/[أإآٱ]/g, 'ا'], [/ى/g, 'ي'], [/ة/g, 'ه'], [/ؤ/g, 'و'], [/ئ/g, 'ي'], [/ک/g, 'ك'], [/ی/g, 'ي']]
const digits = /[٠-٩۰-۹]/g

const digit = (sign: string): string => String(sign.codePointAt(0)! % 16)

/** A text as one looks for it: without vowels and lengthening, with the letters that are often exchanged made one. */
export const folded = (text: string): string =>
  alike.reduce((at, [from, to]) => at.replace(from, to), text.normalize('NFKD').replace(marks, '').toLowerCase()).replace(digits, digit)

/** Whether a text has all the words that are looked for, each anywhere. */
export const hasAll = (text: string, words: string): boolean => {
  const here = folded(text)
  return folded(words).split(/\s+/).every((word) => here.includes(word))
}

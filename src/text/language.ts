import { kind, kinds } from './units.ts'

/** Classes of letters, as indexes of a count. `plain` letters of a script say nothing more than the script. */
const sort = {
  none: 0, arabic: 1, teh: 2, persian: 3, persianForm: 4, arabicForm: 5, urdu: 6, otherArabic: 7,
  latin: 8, accented: 9, cyrillic: 10, kazakh: 11, turkic: 12, dottedI: 13, otherCyrillic: 14, han: 15, kana: 16, other: 17,
} as const

const telling: readonly (readonly [sort: number, letters: string])[] = [
  [sort.teh, 'ة'], [sort.persian, 'پچژگ'], [sort.persianForm, 'یک'], [sort.arabicForm, 'يىك'], [sort.urdu, 'ٹڈڑےںہ'],
  [sort.otherArabic, 'ەۇۋڭېۆۈۅێڕڵٴټډړښګځڅڼۍ'],
  [sort.kazakh, 'қғұҚҒҰ'], [sort.turkic, 'әңөүһӘҢӨҮҺ'], [sort.dottedI, 'іІ'], [sort.otherCyrillic, 'їєґўјљњћђџѓќҳЇЄҐЎЈЉЊЋЂЏЃЌҲ'],
]

const plainSort = (unit: number): number => {
  const is = kinds[unit]
  if (is === kind.arabic) return sort.arabic
  if (is === kind.latin) return unit < 0x80 ? sort.latin : sort.accented
  if (is === kind.han || (unit >= 0xd840 && unit < 0xd890)) return sort.han
  if (is !== kind.letter) return sort.none
  if (unit >= 0x400 && unit < 0x530) return sort.cyrillic
  return (unit >= 0x3041 && unit < 0x3100) || (unit >= 0xff66 && unit < 0xffa0) ? sort.kana : sort.other
}

const sorts = Uint8Array.from({ length: 0x10000 }, (_, unit) => plainSort(unit))
for (const [is, letters] of telling) for (const letter of letters) sorts[letter.charCodeAt(0)] = is
/** Presentation forms tell what the letters they show tell. */
for (let unit = 0xfb50; unit < 0xff00; unit += 1) {
  if (kinds[unit] === kind.arabic) sorts[unit] = sorts[String.fromCharCode(unit).normalize('NFKC').charCodeAt(0)]!
}

type Count = Readonly<Record<keyof typeof sort, number>>

const count = (source: string, from: number, to: number): Count => {
  const found = new Uint32Array(Object.keys(sort).length)
  for (let at = from; at < to; at += 1) found[sorts[source.charCodeAt(at)]!]! += 1
  return Object.fromEntries(Object.entries(sort).map(([name, is]) => [name, found[is]!])) as Count
}

/** Persian only where its own letters are frequent and the ة of every Arabic text is missing; Kurdish, Uyghur, Pashto: not ours to name. */
const arabic = (n: Count, all: number): string | null => {
  if (n.otherArabic > all * 0.02) return null
  if (n.urdu > all * 0.02) return 'ur'
  const stillArabic = n.persian < all * 0.01 || n.teh > all * 0.003
  if (stillArabic) return 'ar'
  return n.persianForm >= n.arabicForm ? 'fa' : null
}

/** Below this many letters a single telling letter decides. */
const short = 100

/** і without another Kazakh letter is Ukrainian or Belarusian; ә ң ө ү without қ ғ ұ і may be Tatar, Kyrgyz or Mongolian. */
const cyrillic = (n: Count, all: number): string | null => {
  const own = n.kazakh + n.turkic
  if (n.otherCyrillic > all * 0.005) return null
  if (own > all * 0.02) return n.kazakh + n.dottedI > 0 || all < short ? 'kk' : null
  return n.dottedI > all * 0.02 ? null : 'ru'
}

/** A Han character says as much as this many letters. */
const density = 3

const prevailing = (n: Count): string | null => {
  const arabicLetters = n.arabic + n.teh + n.persian + n.persianForm + n.arabicForm + n.urdu + n.otherArabic
  const latinLetters = n.latin + n.accented
  const cyrillicLetters = n.cyrillic + n.kazakh + n.turkic + n.dottedI + n.otherCyrillic
  const signs = (n.han + n.kana) * density
  const half = (arabicLetters + latinLetters + cyrillicLetters + signs + n.other) / 2
  if (arabicLetters > half) return arabic(n, arabicLetters)
  if (latinLetters > half) return n.accented > latinLetters * 0.04 ? null : 'en'
  if (cyrillicLetters > half) return cyrillic(n, cyrillicLetters)
  return signs > half && n.kana * 10 < n.han ? 'zh' : null
}

/**
 * ISO 639-1 of `source.slice(from, to)` by its letters alone: ar, fa, ur, en, ru, kk, zh. Null when no script has more than half of the letters
 * and when the letters point to a language that is none of these.
 */
export const languageOf = (source: string, from = 0, to = source.length): string | null => prevailing(count(source, from, to))

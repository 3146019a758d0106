/** What a UTF-16 unit is to the tokeniser. The first four never begin a token; the order is relied upon by `words.ts`. */
export const kind = {
  space: 0, newline: 1, joined: 2, hidden: 3, mark: 4, separator: 5, apostrophe: 6, digit: 7, han: 8, arabic: 9, latin: 10, letter: 11, surrogate: 12,
} as const

/** In `folded`: dropped, and "one unit is not enough: see `spelled`". U+FFFF is no character, so it cannot be mistaken for one. */
export const dropped = 0
export const several = 0xffff

/** The unit Arabic writes between digits as a decimal mark ("16ر1"), and the pair that Cyrillic may write in two units (й as и + breve). */
export const reh = 0x0631
export const breve = 0x0306
export const shortI = { bare: 0x0438, whole: 0x0439 } as const

const apostrophes = `'’‘‛ʼʻʿʾˈʹ′\`´＇`
const separators = '.٫．,٬，،'

/** Signs of one meaning: all of a row fold to its first sign. */
const rows = [
  'هةھہۂۃەۀ', 'يىیۍ', 'كکڪ', 'اٱٲٳ', apostrophes, '"“”„‟«»‹›″〝〞＂', '-‐‑‒–—―−﹘﹣－⁃', '.٫．', ',٬，', '%٪％﹪', '*٭', 'й\u0419', 'oøØ', 'lłŁ', 'dđĐ', 'iıİ',
]
const likeness = new Map(rows.flatMap((row) => Array.from(row, (sign) => [sign, row[0]!] as const)))
for (const [sign, letters] of [['ß', 'ss'], ['ẞ', 'ss'], ['æ', 'ae'], ['Æ', 'ae'], ['œ', 'oe'], ['Œ', 'oe']] as const) likeness.set(sign, letters)

const newlines = '\n\r\v\f\u0085\u2028\u2029'
/** Letters to Unicode, but written as signs over or under other letters (Quranic small waw and yeh), or to fill a place (Hangul). */
const filling = '\u06e5\u06e6\u115f\u1160\u3164\uffa0'

/** Signs that stand on a letter and do not make another one. Kana voice marks and the vowel signs of Indic scripts do, so they stay. */
const standing = (sign: string): boolean =>
  sign === 'ـ' || filling.includes(sign) || (/\p{M}/u.test(sign) && (sign < '\u0900' || (/\p{Script=Inherited}/u.test(sign) && !/[\u3099\u309a]/u.test(sign))))

const script = (letter: string): number => {
  if (/\p{Script=Arabic}/u.test(letter)) return kind.arabic
  if (/\p{Script=Latin}/u.test(letter)) return kind.latin
  return /\p{Script=Han}/u.test(letter) ? kind.han : kind.letter
}

/** Symbols that are spelled with letters (﷼, ㎞) are read as words; № and ™ stay symbols. */
const spelledOut = (sign: string): boolean => /[\ufdfc\u3300-\u33ff]/u.test(sign) && /^\p{L}+$/u.test(sign.normalize('NFKC'))

const kindOf = (sign: string): number => {
  if (newlines.includes(sign)) return kind.newline
  if (sign === '_' || /[\p{Z}\p{Cc}]/u.test(sign)) return kind.space
  if (apostrophes.includes(sign)) return kind.apostrophe
  if (separators.includes(sign)) return kind.separator
  if (standing(sign)) return kind.joined
  if (/\p{Cf}/u.test(sign)) return kind.hidden
  if (/\p{Nd}/u.test(sign)) return kind.digit
  return /[\p{L}\p{Nl}\p{M}]/u.test(sign) || spelledOut(sign) ? script(sign) : kind.mark
}

const digitOf = (sign: string): string => {
  let zero = sign.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && sign.codePointAt(0)! - zero < 9) zero -= 1
  return String(sign.codePointAt(0)! - zero)
}

/** Compatibility forms opened, marks taken off, lower case, signs of one meaning made one. */
const bare = (sign: string): string => {
  const parts = sign.normalize('NFKD').toLowerCase().normalize('NFKD')
  if (parts === sign) return sign
  const letters = Array.from(parts).filter((part) => !standing(part)).join('').normalize('NFC')
  return Array.from(letters, (letter) => likeness.get(letter) ?? letter).join('')
}

/** A wide or upright sign becomes its plain one; a raised digit (m²) must not become a digit. */
const formOfMark = (sign: string): string => {
  const form = sign.normalize('NFKC')
  const is = kindOf(form)
  return form.length === 1 && is >= kind.mark && is < kind.digit ? (likeness.get(form) ?? form) : sign
}

const formOf = (sign: string, is: number): string => {
  const like = likeness.get(sign)
  if (like !== undefined) return like
  if (is === kind.joined || is === kind.hidden) return ''
  if (is === kind.space) return sign === '_' ? sign : ' '
  if (is === kind.digit) return digitOf(sign)
  return is === kind.mark || is === kind.separator || is === kind.newline ? formOfMark(sign) : bare(sign)
}

export const kinds = new Uint8Array(0x10000).fill(kind.mark)
export const folded = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
/** The folded spelling of the units marked `several` in `folded`. */
export const spelled = new Map<number, string>()

const enter = (unit: number): void => {
  const sign = String.fromCharCode(unit)
  const is = kindOf(sign)
  const form = formOf(sign, is)
  const empty = is >= kind.digit && form.trim() === ''
  kinds[unit] = empty ? kind.joined : is
  folded[unit] = empty || form === '' ? dropped : form.length === 1 ? form.charCodeAt(0) : several
  if (folded[unit] === several) spelled.set(unit, form.trim())
}

/** Blocks of one kind, in order. They fold to themselves: filled, not computed, since together they are most of the table. */
const blocks = [
  [0x3400, 0x4dbf, kind.han], [0x4e00, 0x9fff, kind.han], [0xac00, 0xd7a3, kind.letter], [0xd800, 0xdfff, kind.surrogate], [0xe000, 0xf8ff, kind.mark],
] as const

const fillTables = (): void => {
  let next = 0
  for (const [from, to, is] of [...blocks, [0xffff, 0xffff, kind.mark] as const]) {
    while (next < from) enter(next++)
    kinds.fill(is, from, to + 1)
    next = to + 1
  }
  folded.fill(several, 0xd800, 0xe000)
  folded[breve] = several
  spelled.set(breve, '')
}
fillTables()

/** True when a surrogate pair begins at `at`. */
export const paired = (source: string, at: number): boolean =>
  (source.charCodeAt(at) & 0xfc00) === 0xd800 && (source.charCodeAt(at + 1) & 0xfc00) === 0xdc00

/** Digits of scripts that have no compatibility form would need a second table: they are letters here. */
const astralLetter = (is: number): number => (is === kind.digit ? kind.letter : is)

/** The kind of a character beyond the first plane. A styled letter or digit (𝐀, 𞸀, 𝟓) is what it is a style of. */
const astralKind = (sign: string): number => {
  const plain = sign.normalize('NFKC')
  const plainKind = plain.length === 1 ? kinds[plain.charCodeAt(0)]! : kind.mark
  if (plainKind >= kind.digit && plainKind < kind.surrogate) return plainKind
  return astralLetter(kindOf(sign))
}

/** The kind of the character that begins at `at`. */
export const kindAt = (source: string, at: number): number => {
  const is = kinds[source.charCodeAt(at)]
  if (is !== kind.surrogate) return is ?? kind.space
  return paired(source, at) ? astralKind(source.slice(at, at + 2)) : kind.mark
}

/** How many UTF-16 units the character at `at` takes. */
export const widthAt = (source: string, at: number): number => (paired(source, at) ? 2 : 1)

/** The folded spelling of the character at `at` when `folded` says `several`. */
export const spellingAt = (source: string, at: number): string => {
  const unit = source.charCodeAt(at)
  if (kinds[unit] !== kind.surrogate) return spelled.get(unit) ?? source[at]!
  if (!paired(source, at)) return source[at]!
  const sign = source.slice(at, at + 2)
  const is = astralKind(sign)
  if (is === kind.joined || is === kind.hidden) return ''
  const plain = sign.normalize('NFKC')
  return plain.length === 1 ? String.fromCharCode(folded[plain.charCodeAt(0)]!) : sign.toLowerCase()
}

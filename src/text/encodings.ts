/** An 8-bit or Chinese encoding by the letters it would make of the bytes. WHATWG labels. */
type Candidate = { readonly encoding: string; readonly score: number }

/** Letters by how frequent they are in running text, most frequent first; the rest of a line are signs that texts of the kind use now and then. */
const arabicOrder = 'اليمنوتربةعدسفهكقحجأىصطشخضإذثغزظئءؤآ،ـ؟؛«»\u00a0\u200c\u200f\u200e“”’‘–—…ًٌٍَُِّْ'
const russianOrder = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё«»–—№\u00a0“”…’'
const westernOrder = '’“”–éèàç\u00a0‘—…êáíóñüöäôîïûâùëßúœæ°€£«»·•™®©½²'

const families = [
  { encodings: ['windows-1256', 'iso-8859-6'], order: arabicOrder },
  { encodings: ['windows-1251', 'koi8-r'], order: russianOrder },
  { encodings: ['windows-1252'], order: westernOrder },
] as const

/** Natural logarithms, as all scores here: what a sign outside the order costs, and what a capital costs more than its small letter. */
const foreign = -6
const capital = -1.5

const ranks = (order: string): Map<string, number> => {
  const scores = new Map<string, number>()
  Array.from(order, (sign, rank) => scores.set(sign, -Math.log(rank + 2)))
  for (const [sign, score] of Array.from(scores)) {
    const large = sign.toUpperCase()
    if (!scores.has(large)) scores.set(large, score + capital)
  }
  return scores
}

/** Mean score of the signs that are not ASCII. */
const mean = (text: string, scores: ReadonlyMap<string, number>): number => {
  let sum = 0
  let signs = 0
  for (const sign of text) {
    if (sign < '\u0080') continue
    sum += scores.get(sign) ?? foreign
    signs += 1
  }
  return sum / Math.max(signs, 1)
}

const highBytes = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte >> 7), 0)

/** Signs that together make a twentieth of any Chinese text; bytes of another encoding hit them by chance only. */
const commonHan = /[的一是在和中国國年有人合作会會，。、]/gu

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The text if every byte has a meaning in the encoding. A `part` may end within a character. */
export const attempt = (bytes: Uint8Array, encoding: string, part = false): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: part })
  } catch {
    return null
  }
}

const chinese = (part: Uint8Array, encoding: string): boolean => {
  const text = attempt(part, encoding, true) ?? ''
  const signs = matches(text, /[^\0-\u007f]/gu)
  return signs > 1 && matches(text, commonHan) >= signs / 20 && matches(text, /[\p{Script=Han}\p{P}]/gu) >= signs * 0.9
}

/** How much of a document is looked at. */
const sample = 1 << 16
/** No readable text scores lower per sign; and the best must lead the second by this much in sum. */
const least = -3.2
const lead = 3

/** The encoding under which the bytes, which are not Unicode, have the letter frequencies of Chinese, Arabic, Russian or a western language; else null. */
export const guess = (bytes: Uint8Array): string | null => {
  const part = bytes.subarray(0, sample)
  const found = ['gb18030', 'big5'].find((encoding) => chinese(part, encoding))
  if (found) return found
  const candidates: Candidate[] = families.flatMap(({ encodings, order }) => {
    const scores = ranks(order)
    return encodings.map((encoding) => ({ encoding, score: mean(new TextDecoder(encoding).decode(part), scores) }))
  })
  const [best, second] = candidates.sort((a, b) => b.score - a.score) as [Candidate, Candidate]
  return best.score >= least && (best.score - second.score) * highBytes(part) >= lead ? best.encoding : null
}

const nothing = /[\p{Mn}\p{Me}\p{Cf}]/u
const double = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u

/** How many columns of a terminal a text takes: marks and direction signs none, Han characters two. */
export const columns = (text: string): number => {
  let sum = 0
  for (const sign of text) sum += sign <= '~' ? 1 : nothing.test(sign) ? 0 : double.test(sign) ? 2 : 1
  return sum
}

/** Cuts a word that is wider than a line. */
const pieces = (word: string, width: number): readonly string[] => {
  if (columns(word) <= width) return [word]
  const parts: string[] = ['']
  for (const sign of word) {
    if (columns(parts.at(-1)! + sign) > width && parts.at(-1) !== '') parts.push('')
    parts[parts.length - 1] += sign
  }
  return parts
}

/** Breaks a text at its blanks into lines of at most `width` columns; never an empty list. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = ['']
  let used = 0
  for (const piece of text.split(' ').flatMap((word) => pieces(word, width))) {
    const needed = columns(piece)
    if (used > 0 && used + 1 + needed > width) { lines.push(''); used = 0 }
    lines[lines.length - 1] += used > 0 ? ` ${piece}` : piece
    used += needed + (used > 0 ? 1 : 0)
  }
  return balanced(lines)
}

/** First strong isolate … pop: what stands between has its own direction and cannot disturb what stands around. */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** An isolate that a line break cut is closed at the end of the line and opened again on the next. */
const balanced = (lines: readonly string[]): readonly string[] => {
  let open = false
  return lines.map((line) => {
    const whole = open ? `\u2068${line}` : line
    open = whole.lastIndexOf('\u2068') > whole.lastIndexOf('\u2069')
    return open ? `${whole}\u2069` : whole
  })
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu

/** Most of its letters are written from right to left. The first letter does not decide: an Arabic clause may begin with a Latin name. */
export const writtenLeftward = (text: string): boolean => (text.match(rightToLeft)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)

/** One line of a quotation beside something else: isolated, in the quotation's direction. */
export const quoted = (line: string, leftward: boolean): string => isolate(leftward ? `\u200f${line}` : line)

/** One line that holds nothing but a quotation: the mark makes the whole line run in its direction, the indentation included. */
export const ownLine = (line: string, leftward: boolean, indent: string): string => `${leftward ? '\u200f' : ''}${indent}${quoted(line, leftward)}`

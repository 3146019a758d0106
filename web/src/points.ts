/** A stretch of a text, in code points. */
export type Stretch = { readonly start: number; readonly end: number }

/** A piece of a text between two borders, with those of the marks that cover it. */
export type Piece<M> = { readonly start: number; readonly text: string; readonly marks: readonly M[] }

/** Cuts a text at the borders of its marks. The pieces put together are the text. */
export const pieces = <M extends Stretch>(text: string, marks: readonly M[], from = 0): readonly Piece<M>[] => {
  const all = Array.from(text)
  const to = from + all.length
  const inside = marks.filter(({ start, end }) => start < to && end > from)
  const borders = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= from && at <= to).toSorted((one, other) => one - other)
  return borders.slice(0, -1).map((start, at) => {
    const end = borders[at + 1]!
    return { start, text: all.slice(start - from, end - from).join(''), marks: inside.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}

/** The paragraphs of a text, with the code point at which each begins; empty ones are left out. */
export const paragraphs = (text: string): readonly { readonly start: number; readonly text: string }[] => {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const start = at
    at += Array.from(line).length + 1
    return line.trim() === '' ? [] : [{ start, text: line }]
  })
}

/** A stretch without the spaces at its ends; null when nothing else is in it. */
export const trimmed = (text: string, { start, end }: Stretch): Stretch | null => {
  const words = Array.from(text).slice(start, end)
  const [first, last] = [words.findIndex((point) => point.trim() !== ''), words.findLastIndex((point) => point.trim() !== '')]
  return first < 0 ? null : { start: start + first, end: start + last + 1 }
}

/** Where words stand in a text, in code points: at the place that is named, if they stand there, else where they come first; null when they are nowhere. */
export const standing = (text: string, words: string, near: number | null = null): Stretch | null => {
  const wanted = words.trim()
  if (wanted === '') return null
  const all = Array.from(text)
  const length = Array.from(wanted).length
  if (near !== null && all.slice(near, near + length).join('') === wanted) return { start: near, end: near + length }
  const at = text.indexOf(wanted)
  if (at < 0) return null
  const start = Array.from(text.slice(0, at)).length
  return { start, end: start + length }
}

/** Where the first whole word after a place begins, and the last before a place ends; the place itself where no space stands between it and a stretch. */
const wordStart = (all: readonly string[], from: number, start: number): number => {
  const at = all.slice(from - 1, start).findIndex((sign) => /\s/.test(sign))
  return from === 0 || at < 0 ? from : from + at
}

const wordEnd = (all: readonly string[], to: number, end: number): number => {
  const at = all.slice(end, to + 1).findLastIndex((sign) => /\s/.test(sign))
  return to === all.length || at < 0 ? to : end + at
}

/** A stretch of a text with the words around it: the words, where they begin, and whether something was cut off before and after. */
export const around = (text: string, { start, end }: Stretch, width: number): { readonly text: string; readonly from: number; readonly cut: readonly [boolean, boolean] } => {
  const all = Array.from(text)
  const [from, to] = [wordStart(all, Math.max(0, start - width), start), wordEnd(all, Math.min(all.length, end + width), end)]
  return { text: all.slice(from, to).join('').replaceAll('\n', ' '), from, cut: [from > 0, to < all.length] }
}

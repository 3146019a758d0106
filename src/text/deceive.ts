import { kind, kinds } from './units.ts'

/** A stretch of the source (UTF-16, `end` exclusive) that is shown in another order than it is stored. */
export type Suspicion = { readonly start: number; readonly end: number; readonly why: 'override' | 'unclosed' }

const overrides = '\u202d\u202e'
const isolates = '\u2066\u2067\u2068'
const popEmbedding = '\u202c'
const popIsolate = '\u2069'

/** `inside` is the place of the innermost open isolate, itself included, or -1. */
type Opened = { readonly sign: string; readonly start: number; readonly inside: number }

const suspicion = ({ sign, start }: Opened, end: number, closed: boolean): Suspicion[] => {
  if (overrides.includes(sign)) return [{ start, end, why: 'override' }]
  return closed ? [] : [{ start, end, why: 'unclosed' }]
}

const open = (opened: Opened[], sign: string, start: number): void => {
  const inside = isolates.includes(sign) ? opened.length : (opened.at(-1)?.inside ?? -1)
  opened.push({ sign, start, inside })
}

/** Takes off what a closing sign closes: an isolate with everything opened inside it, or the last embedding or override. */
const close = (opened: Opened[], sign: string): Opened[] => {
  const last = opened.length - 1
  const inside = opened.at(-1)?.inside ?? -1
  if (sign === popIsolate) return inside < 0 ? [] : opened.splice(inside)
  return inside === last ? [] : opened.splice(last)
}

const controls = /[\u202a-\u202e\u2066-\u2069\n\r\v\f\u0085\u2028\u2029]/g

/**
 * Direction controls that can make a text look unlike what it says: every override, and every embedding or isolate that its paragraph
 * leaves open. Balanced ones are how word processors write Arabic beside Latin, and are no concern; nor are closing signs that close nothing.
 */
export const suspicious = (source: string): Suspicion[] => {
  const found: Suspicion[] = []
  const opened: Opened[] = []
  const note = (ended: readonly Opened[], at: number, closed: boolean): void => {
    for (const one of ended) found.push(...suspicion(one, at, closed))
  }
  for (const { 0: sign, index } of source.matchAll(controls)) {
    if (kinds[sign.charCodeAt(0)] === kind.newline) note(opened.splice(0), index, false)
    else if (sign === popEmbedding || sign === popIsolate) note(close(opened, sign), index + 1, true)
    else open(opened, sign, index)
  }
  note(opened, source.length, false)
  return found.sort((a, b) => a.start - b.start)
}

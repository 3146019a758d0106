import { breve, dropped, folded, several, shortI, spellingAt, widthAt } from './units.ts'

/** `map` turns an index of `form` into the UTF-16 index of `source` it came from; it has one more entry than `form`: the length of `source`. */
export type Folded = { readonly form: string; readonly map: Int32Array }

/** The form while it is written. Grown by doubling, since one unit may become eighteen (ﷺ). */
type Sheet = { units: Uint16Array; map: Int32Array; length: number }

const room = 32

const grown = (sheet: Sheet): Sheet => {
  const units = new Uint16Array(sheet.units.length * 2)
  const map = new Int32Array(sheet.units.length * 2)
  units.set(sheet.units)
  map.set(sheet.map)
  return { units, map, length: sheet.length }
}

/** Writes a spelling of several units. All of them came from `at`, except the second half of a surrogate pair that stayed as it was. */
const writeSpelling = (sheet: Sheet, spelling: string, at: number, kept: boolean): void => {
  for (let i = 0; i < spelling.length; i += 1) {
    sheet.units[sheet.length] = spelling.charCodeAt(i)
    sheet.map[sheet.length] = kept ? at + i : at
    sheet.length += 1
  }
}

/** и followed by a combining breve is й; after any other letter the breve is dropped like all marks. */
const shortened = (sheet: Sheet): boolean => sheet.length > 0 && sheet.units[sheet.length - 1] === shortI.bare

const writeSeveral = (sheet: Sheet, source: string, at: number): number => {
  const width = widthAt(source, at)
  if (source.charCodeAt(at) !== breve) writeSpelling(sheet, spellingAt(source, at), at, width === 2)
  else if (shortened(sheet)) sheet.units[sheet.length - 1] = shortI.whole
  return width
}

const text = (units: Uint16Array): string => {
  let form = ''
  for (let at = 0; at < units.length; at += 8192) form += String.fromCharCode.apply(null, units.subarray(at, at + 8192) as unknown as number[])
  return form
}

/**
 * The source as it is compared, never as it is shown: hamza carriers, ى/ي, ة/ه and the Persian letters made one, vowel marks, tatweel and
 * unseen characters dropped, digits ASCII, presentation forms opened into letters, Latin and Cyrillic in lower case without accents.
 */
export const fold = (source: string): Folded => {
  let sheet: Sheet = { units: new Uint16Array(source.length + room), map: new Int32Array(source.length + room), length: 0 }
  for (let at = 0; at < source.length; ) {
    if (sheet.length + room > sheet.units.length) sheet = grown(sheet)
    const unit = folded[source.charCodeAt(at)]!
    if (unit === several) {
      at += writeSeveral(sheet, source, at)
      continue
    }
    if (unit !== dropped) {
      sheet.units[sheet.length] = unit
      sheet.map[sheet.length] = at
      sheet.length += 1
    }
    at += 1
  }
  sheet.map[sheet.length] = source.length
  return { form: text(sheet.units.subarray(0, sheet.length)), map: sheet.map.slice(0, sheet.length + 1) }
}

/** Longest form that is remembered. */
const longest = 32
const draft = new Uint16Array(longest)

const drafted = (form: string, length: number): boolean => {
  if (form.length !== length) return false
  for (let i = 0; i < length; i += 1) if (form.charCodeAt(i) !== draft[i]) return false
  return true
}

/** A form lies in the place of its hash or in one of the next few. */
const neighbours = 4

const spread = (hash: number): number => {
  const mixed = Math.imul(hash, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/**
 * Gives what is made of the folded form of `source.slice(start, end)`. Words repeat: what was made of a form is found by the letters, and
 * no string is built for it. `places`, a power of two, bounds what is remembered; it changes the speed only, never the answer.
 */
export const recaller = <T extends { readonly form: string }>(make: (form: string) => T, places: number): ((source: string, start: number, end: number) => T) => {
  const made = Array<T | undefined>(places).fill(undefined)
  const hashes = new Int32Array(places)
  const remember = (place: number, hash: number, length: number): T => {
    hashes[place] = hash
    return (made[place] = make(text(draft.subarray(0, length))))
  }
  const recalled = (hash: number, length: number): T => {
    const first = spread(hash) & (places - neighbours)
    for (let place = first; place < first + neighbours; place += 1) {
      if (hashes[place] === hash) {
        const one = made[place]
        if (one !== undefined && drafted(one.form, length)) return one
      } else if (hashes[place] === 0) return remember(place, hash, length)
    }
    return remember(first, hash, length)
  }
  return (source, start, end) => {
    let length = 0
    let hash = 0
    for (let at = start; at < end; at += 1) {
      const unit = folded[source.charCodeAt(at)]!
      if (unit === dropped) continue
      if (unit === several || length === longest) return make(fold(source.slice(start, end)).form)
      draft[length] = unit
      length += 1
      hash = (Math.imul(hash, 31) + unit) | 0
    }
    return recalled(hash, length)
  }
}

const recalledForm = recaller((form) => ({ form }), 1 << 15)

/** The folded form of `source.slice(start, end)`. */
export const formOf = (source: string, start: number, end: number): string => recalledForm(source, start, end).form

/** The form of one word, as `open` would give it. */
export const foldWord = (word: string): string => formOf(word, 0, word.length)

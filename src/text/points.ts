/** The UTF-16 index of the second half of every surrogate pair. Halves that stand alone count as one code point and are not listed. */
const secondHalves = (source: string): Int32Array => {
  const found: number[] = []
  for (let at = 1; at < source.length; at += 1) {
    if ((source.charCodeAt(at) & 0xfc00) === 0xdc00 && (source.charCodeAt(at - 1) & 0xfc00) === 0xd800) found.push(at)
  }
  return Int32Array.from(found)
}

/** How many of the sorted `values` are below `limit`. */
const countBelow = (values: Int32Array, limit: number): number => {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

const refuse = (utf16: number, length: number): never => {
  throw new RangeError(`points: ${utf16} is no offset of a text of ${length} UTF-16 units; give an integer from 0 to ${length}`)
}

/** Turns UTF-16 offsets of `source` into code points. In most texts they are the same, and then the answer costs nothing. */
export const pointsOf = (source: string): ((utf16: number) => number) => {
  const halves = secondHalves(source)
  const { length } = source
  return (utf16) => {
    if (!(Number.isInteger(utf16) && utf16 >= 0 && utf16 <= length)) return refuse(utf16, length)
    return halves.length === 0 ? utf16 : utf16 - countBelow(halves, utf16)
  }
}

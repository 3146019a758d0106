/** First and last day of an EDTF value as strings that sort; null for a hedge such as `asap`. An open side reaches as far as four digits go. */
const days = (edtf: string): readonly [string, string] | null => {
  const [from, to = from] = edtf.replaceAll(/[~?%]/g, '').split('/')
  const known = [from, to].every((side) => /^(?:\d{4}(?:-\d\d){0,2}|\.{0,2})$/.test(side!))
  if (!known || from === '' && to === from) return null
  return [from!.startsWith('.') || from === '' ? '0000' : from!, to!.startsWith('.') || to === '' ? '9999' : to! + '-12-31'.slice(to!.length - 4)]
}

const within = (inner: readonly [string, string], outer: readonly [string, string]): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** One value is the other told more exactly: 2018-07-20 and 2018-07, 2018-01~ and 2018-01. A hedge is compatible with nothing. */
export const compatible = (one: string, other: string): boolean => {
  const [a, b] = [days(one), days(other)]
  return a !== null && b !== null && (within(a, b) || within(b, a))
}

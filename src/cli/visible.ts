const named: Readonly<Record<string, string>> = {
  '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI',
}

const picture = (sign: string): string => {
  const code = sign.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return named[sign] ? `‹${named[sign]}›` : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}

/**
 * A text from outside as it may be shown in a terminal: on one line, control characters as pictures (an escape sequence does nothing),
 * direction controls by name, so that nothing is shown in another order than it is stored.
 */
export const visible = (text: string): string =>
  text.toWellFormed().replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, ' ').replaceAll(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, picture)

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON of which every line is one line for every program, and which does nothing to a terminal: the same value, with the characters that
 * JSON allows but some programs take for an end of line or a command written as escapes.
 */
export const json = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replaceAll(/[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)

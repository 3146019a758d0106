/** A text that is to be added: a file that was dropped or a paste. */
export type Offered = { readonly name: string; readonly text: string; readonly date: string | null }

/** The day at the head of a file's name, as in `2015-08-25-seventh-session.txt`. */
export const dayInName = (name: string): string | null => {
  const found = /(?:^|[^\d])(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(name)
  if (!found) return null
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}

/** The text of a file: UTF-8, or UTF-16 by its mark, else the Arabic code page of Windows. */
export const textOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

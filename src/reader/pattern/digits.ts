/**
 * What the digits of a number token say. Separators are read by what follows them: groups of exactly three digits are thousands, otherwise
 * a single separator is the decimal mark. A single '.' before three digits may be either and is left open, unless a word of magnitude follows.
 */

/** `value` is null where the spelling leaves it open; `decimal` is what it would be if the open separator were a decimal mark. */
export type Digits = { readonly value: number | null; readonly decimal: number | null; readonly whole: boolean }

const exact = (value: number): Digits => ({ value, decimal: value, whole: Number.isInteger(value) })
const unread: Digits = { value: null, decimal: null, whole: false }

const plain = /^\d{1,15}$/
const separated = /^(\d{1,15})([.,\u060c])(\d{1,9})$/
const grouped = /^\d{1,3}(?:([.,\u060c])\d{3})(?:\1\d{3})*$/
const groupedWithRest = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,4})$|^(\d{1,3}(?:\.\d{3})+),(\d{1,4})$/

/** Wire services in Arabic print the decimals first: 62, the letter reh, 31 is 31.62 (printed right to left, it looks like 31.62). */
const reversed = /^(\d{1,9})\u0631(\d{1,12})$/

const digitsOnly = (form: string): string => form.replace(/\D/g, '')

const withSeparator = (form: string, [, before, mark, after]: RegExpExecArray): Digits => {
  const decimal = Number(`${before}.${after}`)
  if (after!.length !== 3 || before!.length > 3 || before === '0') return exact(decimal)
  return mark === '.' ? { value: null, decimal, whole: false } : { value: Number(digitsOnly(form)), decimal, whole: true }
}

const read = (form: string): Digits => {
  if (plain.test(form)) return exact(Number(form))
  const backward = reversed.exec(form)
  if (backward) return exact(Number(`${backward[2]}.${backward[1]}`))
  const one = separated.exec(form)
  if (one) return withSeparator(form, one)
  if (grouped.test(form)) return exact(Number(digitsOnly(form)))
  const both = groupedWithRest.exec(form)
  return both ? exact(Number(`${digitsOnly(both[1] ?? both[3]!)}.${both[2] ?? both[4]}`)) : unread
}

/** The number that a folded number token stands for. */
export const digitsOf = (form: string): Digits => read(form)

/** Day, month and year of a token like 25.8.2015, in the order written; null for anything else. */
export const dottedDate = (form: string): readonly [number, number, number] | null => {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(form)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null
}

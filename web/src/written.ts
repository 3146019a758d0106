/** How numbers, days, sums and names of states are written in the language of the reader. */

export const tongues = ['ar', 'en'] as const
export type Tongue = (typeof tongues)[number]

/** Arabic with Arabic digits and the months of the wider Arab world; English with the day before the month. */
export const locales: Readonly<Record<Tongue, string>> = { ar: 'ar-EG', en: 'en-GB' }

export const directions: Readonly<Record<Tongue, 'rtl' | 'ltr'>> = { ar: 'rtl', en: 'ltr' }

const made = new Map<string, unknown>()

const once = <T>(key: string, make: () => T): T => {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

export const numberIn = (tongue: Tongue, value: number, most = 2): string =>
  once(`n${tongue}${most}`, () => new Intl.NumberFormat(locales[tongue], { maximumFractionDigits: most })).format(value)

/** A number for an axis or a small place: 40B, ٤٠ مليار. */
export const shortNumberIn = (tongue: Tongue, value: number): string =>
  once(`s${tongue}`, () => new Intl.NumberFormat(locales[tongue], { notation: 'compact', maximumFractionDigits: 2 })).format(value)

/** The numbers of a text in the digits of the language. */
export const digitsIn = (tongue: Tongue, text: string): string =>
  tongue === 'ar' ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x30 + 0x660)) : text

const currency = /^[A-Z]{3}$/

const moneyIn = (tongue: Tongue, value: number, unit: string): string =>
  once(`m${tongue}${unit}`, () => new Intl.NumberFormat(locales[tongue], { style: 'currency', currency: unit, currencyDisplay: 'name', notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 })).format(value)

/** Measures (UCUM) that every browser can write. */
const measures: Readonly<Record<string, string>> = {
  km: 'kilometer', m: 'meter', cm: 'centimeter', mm: 'millimeter', '[mi_i]': 'mile', '[ft_i]': 'foot', har: 'hectare', '[acr_us]': 'acre', kg: 'kilogram', g: 'gram', L: 'liter', '[gal_us]': 'gallon', 'km/h': 'kilometer-per-hour',
}

const measureIn = (tongue: Tongue, value: number, unit: string): string =>
  once(`u${tongue}${unit}`, () => new Intl.NumberFormat(locales[tongue], { style: 'unit', unit: measures[unit]!, unitDisplay: 'long', maximumFractionDigits: 2 })).format(value)

/** What a currency is called, without a number. */
export const currencyIn = (tongue: Tongue, unit: string): string =>
  once(`c${tongue}`, () => new Intl.DisplayNames(locales[tongue], { type: 'currency', fallback: 'code' })).of(unit) ?? unit

/** Whether a unit is a currency, by its ISO 4217 code. */
export const money = (unit: string): boolean => currency.test(unit)

/** A value with its unit: money by its ISO 4217 code, per cent, a measure, or a counted thing by the word as printed. */
export const amountIn = (tongue: Tongue, value: number, unit: string): string => {
  if (money(unit)) return moneyIn(tongue, value, unit)
  if (measures[unit]) return measureIn(tongue, value, unit)
  if (unit === '%') return once(`%${tongue}`, () => new Intl.NumberFormat(locales[tongue], { style: 'percent', maximumFractionDigits: 1 })).format(value / 100)
  return `${numberIn(tongue, value)} ${unit}`
}

const styles: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' }, 7: { year: 'numeric', month: 'short' }, 10: { year: 'numeric', month: 'short', day: 'numeric' },
}

const calendar = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

const partIn = (tongue: Tongue, text: string): string | null => {
  const bare = text.replace(/[~?%]$/, '')
  if (!calendar.test(bare)) return null
  const format = once(`d${tongue}${bare.length}`, () => new Intl.DateTimeFormat(locales[tongue], { ...styles[bare.length], timeZone: 'UTC' }))
  return `${bare === text ? '' : '≈ '}${format.format(new Date(`${bare}${'-01-01'.slice(bare.length - 4)}T00:00:00Z`))}`
}

/** A day, month, year or interval in EDTF; null when it is none, as a hedge is. */
export const dateIn = (tongue: Tongue, edtf: string): string | null => {
  const [from = '', to] = edtf.split('/')
  const first = partIn(tongue, from)
  if (to === undefined) return first
  const last = partIn(tongue, to)
  return first && last ? `${first} – ${last}` : (first ?? last)
}

export const instantIn = (tongue: Tongue, instant: string): string =>
  once(`i${tongue}`, () => new Intl.DateTimeFormat(locales[tongue], { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(instant))

/** The name of a state by its ISO 3166 code; of a body or place the name that it goes under. */
export const regionIn = (tongue: Tongue, code: string): string => {
  if (!/^[A-Z]{2}$/.test(code)) return code.slice(code.indexOf(':') + 1)
  return once(`r${tongue}`, () => new Intl.DisplayNames(locales[tongue], { type: 'region', fallback: 'code' })).of(code) ?? code
}

export const languageIn = (tongue: Tongue, code: string): string =>
  once(`l${tongue}`, () => new Intl.DisplayNames(locales[tongue], { type: 'language', fallback: 'code' })).of(code) ?? code

const leftward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const rightward = /[A-Za-z\u00c0-\u02af\u0370-\u058f\u1e00-\u1fff\u2c00-\ud7ff]/u

/** The direction of a passage: that of its first strong letter. */
export const directionOf = (text: string): 'rtl' | 'ltr' => {
  const [left, right] = [text.search(leftward), text.search(rightward)]
  return left >= 0 && (right < 0 || left < right) ? 'rtl' : 'ltr'
}

const leftwardLanguages: ReadonlySet<string> = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ug'])

/** The direction of a paragraph of a document: that of the document, unless all its letters run the other way. */
export const paragraphDirection = (document: 'rtl' | 'ltr', text: string): 'rtl' | 'ltr' => {
  const [left, right] = [leftward.test(text), rightward.test(text)]
  return left === right ? document : left ? 'rtl' : 'ltr'
}

/** The direction of a document's language; of an unknown one that of its letters. */
export const documentDirection = (language: string | null, text: string): 'rtl' | 'ltr' =>
  language === null ? directionOf(text) : leftwardLanguages.has(language) ? 'rtl' : 'ltr'

import { lastDay, Misuse } from '../ledger/index.ts'
import { day, isLanguage } from '../server/index.ts'

export { oneOf, someOf } from '../server/index.ts'

export const whole = (option: string, value: string | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new Misuse(`${option} ${value} is no number from 1 up.`)
  return Number(value)
}

export const dateOf = (value: string | undefined, option = '--date'): string | null => {
  if (value !== undefined && day(value) === null) throw new Misuse(`${option} ${value} is no date of the calendar: write it as 2015-08-25.`)
  return value ?? null
}

/** The last day of the date that an option gives. */
export const lastDayOf = (value: string | undefined, option: string): string | null => lastDay(dateOf(value, option))

export const languageOf = (value: string | undefined): string | null => {
  if (value !== undefined && !isLanguage(value)) throw new Misuse(`--lang ${value} is no language code: write ar for Arabic (ISO 639).`)
  return value ?? null
}

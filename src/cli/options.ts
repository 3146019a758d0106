import { lastDay } from '../ledger/index.ts'
import { day } from './day.ts'
import { isLanguage } from './language.ts'
import { Misuse } from './usage.ts'

/** One of the known values of an option, or what holds without it. */
export const oneOf = <T extends string>(option: string, value: string | undefined, known: readonly T[], otherwise: T): T => {
  if (value === undefined) return otherwise
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Misuse(`${option} ${value} is not known: ${known.join(', ')} are.`)
  return found
}

/** Several values of an option, each of them known. */
export const someOf = <T extends string>(option: string, values: readonly string[] | undefined, known: readonly T[]): readonly T[] =>
  (values ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '').map((value) => oneOf(option, value, known, known[0]!))

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

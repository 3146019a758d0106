import { type Change, lastDay, Misuse, states } from '../ledger/index.ts'
import { sectors } from '../model/index.ts'
import type { Filter, Ledger, Moment } from '../store/index.ts'
import type { Caller } from './access.ts'
import { sessionNamed } from './asking.ts'
import { codesOf, someOf } from './choices.ts'
import { day } from './day.ts'
import { isLanguage } from './language.ts'
import { families } from './families.ts'
import { Problem } from './problem.ts'

type Asked = { readonly [field in 'between' | 'kind' | 'state' | 'sector' | 'due' | 'session']?: string }

const some = <T extends string>(field: string, value: string | undefined, known: readonly T[]): readonly T[] => someOf(field, value === undefined ? undefined : [value], known)

/** Changes of the fields of an item as they are written; null takes a value away. */
export const changesOf = (changes: Readonly<Record<string, string | number | null>>): readonly Change[] => Object.entries(changes).map(([field, value]) => [field, value === null ? '' : String(value)])

/** A date of the calendar, or null where none is given. */
export const dateAsked = (field: string, value: string | undefined): string | null => {
  if (value !== undefined && day(value) === null) throw new Misuse(`${field} ${value} is no date of the calendar: write it as 2015-08-25.`)
  return value ?? null
}

/** A language of a document, or null where none is given. */
export const languageAsked = (value: string | undefined): string | null => {
  if (value !== undefined && !isLanguage(value)) throw new Misuse(`language ${value} is no code of a language: write ar for Arabic (ISO 639).`)
  return value ?? null
}

const betweenAsked = ({ within }: Caller, value: string | undefined): readonly string[] => {
  const codes = codesOf('between', value)
  const barred = within !== null && codes.length > 0 && !within.some((group) => codes.every((code) => group.includes(code)) || group.every((code) => codes.includes(code)))
  if (barred) throw new Problem('outside', `Your account sees what lies between ${within.map((group) => group.join('–')).join(', ')}, and ${codes.join('–')} is something else.`)
  return codes
}

/** What a board is narrowed to: by what was asked, and by what the caller may see. */
export const filterAsked = async (ledger: Ledger, caller: Caller, asked: Asked, moment: Moment): Promise<Filter> => ({
  between: betweenAsked(caller, asked.between), kinds: some('kind', asked.kind, families), states: some('state', asked.state, states), sectors: some('sector', asked.sector, sectors),
  due: lastDay(dateAsked('due', asked.due)), session: asked.session === undefined ? null : await sessionNamed(ledger, asked.session, moment), within: caller.within,
})

import { createInstance, type TFunction } from 'i18next'
import { createContext, use } from 'react'
import type { Fill, Said } from './reasons.ts'
import ar from './words/ar.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import { amountIn, dateIn, digitsIn, directions, instantIn, languageIn, numberIn, regionIn, type Tongue } from './written.ts'

const words = createInstance()
await words.init({
  lng: 'en', fallbackLng: false, nsSeparator: false, interpolation: { escapeValue: false }, returnEmptyString: false,
  resources: { ar: { translation: ar }, en: { translation: en } },
})

/** Everything that is said to the reader, in his language. */
export type Speech = {
  readonly tongue: Tongue
  readonly dir: 'rtl' | 'ltr'
  readonly t: (key: string, fill?: Readonly<Record<string, string>>) => string
  /** Words with a number in them, in the form that the number asks for. */
  readonly count: (key: string, n: number, fill?: Readonly<Record<string, string>>) => string
  readonly number: (value: number) => string
  /** The numbers within a text, in the digits of the language. */
  readonly digits: (text: string) => string
  readonly amount: (value: number, unit: string, per?: string | null) => string
  /** A date, or the words of a hedge. */
  readonly date: (edtf: string) => string
  readonly instant: (instant: string) => string
  readonly region: (code: string) => string
  readonly regions: (codes: readonly string[]) => string
  readonly language: (code: string) => string
  /** A code of a list by its name; one without a name as it is. */
  readonly named: (list: string, code: string) => string
  readonly reason: (said: Said) => string
  /** A date, a value or the name of a code, as it stands in a sentence. */
  readonly filled: (fill: Fill) => string
}

/** Keeps words of another direction from disturbing the sentence around them. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

const namedBy = (t: TFunction) => (list: string, code: string): string => t(`${list}.${code}`, { defaultValue: code })

type Written = Pick<Speech, 'date' | 'amount' | 'number' | 'named'>

const filled = (fill: Fill, { date, amount, number, named }: Written, then: string): string => {
  switch (fill.is) {
    case 'code': return named(fill.list, fill.code)
    case 'date': return date(fill.edtf)
    case 'number': return number(fill.value)
    case 'amount': return amount(fill.value, fill.unit)
    case 'numbers': return fill.values.map(number).join(then)
    case 'words': return isolated(fill.text)
  }
}

const reasonBy = (t: TFunction, written: Written) => (said: Said): string => {
  if ('raw' in said) return isolated(said.raw)
  const then = t('reason.redrawn-then')
  const counted = Object.values(said.fill).find((fill) => fill.is === 'number')
  return t(`reason.${said.key}`, { ...(counted ? { count: counted.value } : {}), ...Object.fromEntries(Object.entries(said.fill).map(([name, fill]) => [name, filled(fill, written, then)])) })
}

const writtenIn = (tongue: Tongue, t: TFunction) => {
  const named = namedBy(t)
  const number = (value: number): string => numberIn(tongue, value)
  const date = (edtf: string): string => dateIn(tongue, edtf) ?? named('hedge', edtf)
  const counted = (value: number, unit: string): string => t(`unit.${unit.replaceAll('.', '-')}`, { count: value, n: number(value), defaultValue: amountIn(tongue, value, unit) })
  const amount = (value: number, unit: string, per: string | null = null): string => `${counted(value, unit)}${per ? ` ${named('per', per)}` : ''}`
  return { named, number, date, amount }
}

/** The speech of a language. */
export const speechIn = (tongue: Tongue): Speech => {
  const t = words.getFixedT(tongue)
  const written = writtenIn(tongue, t)
  return {
    ...written, tongue, dir: directions[tongue],
    t: (key, fill = {}) => t(key, fill),
    digits: (text) => digitsIn(tongue, text),
    count: (key, n, fill = {}) => t(key, { count: n, n: written.number(n), ...fill }),
    instant: (instant) => instantIn(tongue, instant),
    region: (code) => regionIn(tongue, code),
    regions: (codes) => codes.map((code) => isolated(regionIn(tongue, code))).join(tongue === 'ar' ? ' و' : ' – '),
    language: (code) => languageIn(tongue, code),
    reason: reasonBy(t, written),
    filled: (fill) => filled(fill, written, t('list')),
  }
}

export const speeches: Readonly<Record<Tongue, Speech>> = { ar: speechIn('ar'), en: speechIn('en') }

export const SpeechContext = createContext<Speech>(speeches.en)

export const useSpeech = (): Speech => use(SpeechContext)

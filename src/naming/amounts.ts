import type { Target } from '../model/index.ts'
import { fill } from './fill.ts'
import type { Form, Forms, Labels } from './labels.ts'

/** The form that a noun takes beside a number. */
export const formOf = ({ counts }: Labels, number: number): Form => {
  const whole = Number.isInteger(number)
  const last = number % 100
  return (counts.find(({ is, ends }) => (is === undefined && ends === undefined) || (whole && (is === number || (ends !== undefined && last >= ends[0] && last <= ends[1])))) ?? { form: 'other' as const }).form
}

export const inForm = (forms: Forms, form: Form): string => forms[form] ?? forms.other

/** A number in digits, thousands apart; a fraction to three places. */
export const digits = (number: number): string => {
  const [whole, fraction] = String(Math.round(number * 1000) / 1000).split('.')
  return whole!.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

const money = /^[A-Z]{3}$/

export const isMoney = ({ unit }: Pick<Target, 'unit'>): boolean => money.test(unit)

const scaled = (labels: Labels, value: number, unit: Forms): string | null => {
  const scale = labels.scales.find(({ from }) => value >= from)
  if (!scale) return null
  const number = value / scale.from
  return fill(labels.amounts.scaled, { number: digits(number), scale: inForm(scale, formOf(labels, number)), unit: unit.of ?? unit.other })
}

const bare = (labels: Labels, { value, unit }: Target): string => {
  if (unit === '%') return fill(labels.amounts.percent, { number: digits(value) })
  const forms = labels.units[unit] ?? { one: unit, other: unit }
  return scaled(labels, value, forms) ?? fill(labels.amounts.plain, { number: digits(value), unit: inForm(forms, formOf(labels, value)) })
}

/** An amount in words; a unit that the language has no word for stands as its code, a rate that it has none for is left to the words of the text. */
export const amountIn = (labels: Labels, amount: Target): string => {
  const rate = amount.per === null ? undefined : labels.rates[amount.per]
  return rate ? fill(rate, { amount: bare(labels, amount) }) : bare(labels, amount)
}

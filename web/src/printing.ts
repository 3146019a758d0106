import type { Claim, Printed, Promised, Target, Thread } from './api.ts'
import type { Said } from './reasons.ts'

type Amount = Pick<Printed, 'value' | 'unit'>
type Words = Amount & { readonly words: string; readonly claim?: string }

/** The words in which an amount is printed, those of some claims before others; null where no text is known to print it. */
export const wordsOf = (printed: readonly Words[] | undefined, amount: Amount | null, claims: readonly string[] = []): string | null => {
  const fitting = (printed ?? []).filter(({ value, unit }) => value === amount?.value && unit === amount.unit)
  return (fitting.find(({ claim }) => claim !== undefined && claims.includes(claim)) ?? fitting[0])?.words ?? null
}

/** The words of a target of a promise. */
export const targetWords = ({ printed }: Pick<Thread, 'printed'>, { claims }: Pick<Promised, 'claims'>, target: Target | null): string | null => wordsOf(printed, target, claims)

/** The words of all amounts that a reason names. */
export const wordsIn = ({ printed }: Pick<Thread, 'printed'>, said: Said, claim: string | null): readonly string[] =>
  'raw' in said ? [] : [...new Set(Object.values(said.fill).flatMap((fill) => (fill.is === 'amount' ? (wordsOf(printed, fill, claim === null ? [] : [claim]) ?? []) : [])))]

/** An item is told with the words of the amounts that it still has: what a person gave another value is printed nowhere. */
export const wordsOfItem = ({ item, printed = [] }: Pick<Claim, 'item' | 'printed'>): readonly string[] => {
  const told = item.kind === 'figure' ? [item] : [item['value'], item['target'], ...((item['measures'] ?? []) as readonly unknown[])]
  return printed.filter(({ value, unit }) => (told as readonly (Amount | null | undefined)[]).some((one) => one?.value === value && one.unit === unit)).map(({ words }) => words)
}

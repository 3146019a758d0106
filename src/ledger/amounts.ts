import type { Target } from '../model/index.ts'

/** An amount for comparison; `per` is null of what is no rate. */
export type Measured = Pick<Target, 'value' | 'unit'> & { readonly per?: string | null }

/** How the prefixes of UCUM multiply the units that texts write with and without them. */
const prefixes: Readonly<Record<string, number>> = { c: 0.01, m: 0.001, k: 1e3, M: 1e6, G: 1e9, T: 1e12 }
const prefixed = /^([cmkMGT])(m|g|t|W|W\.h|V|L)$/

/** The same amount in the unit without its prefix: 1 GW is 1e9 W. A tonne is a million grams. */
const plain = ({ value, unit, per = null }: Measured): Measured => {
  const [, prefix, base] = prefixed.exec(unit) ?? [null, null, unit]
  const scaled = value * (prefix === null ? 1 : prefixes[prefix!]!)
  return base === 't' ? { value: scaled * 1e6, unit: 'g', per } : { value: scaled, unit: base!, per }
}

/** A number written without an exponent, to its significant digits: 40000000000 has one, 13570000000 four. */
const significant = (value: number): number => Math.max(1, String(Math.abs(value)).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length)

const roundedTo = (value: number, digits: number): number => Number(value.toPrecision(Math.min(100, digits)))

/** However coarsely it is rounded, a number that is further off is another number. */
const furthest = 0.05

/** Whether one value is the other said less exactly: 40 for 40.5, but not 62 for 63. */
const rounding = (one: number, other: number): boolean => {
  const [coarse, fine] = significant(one) <= significant(other) ? [one, other] : [other, one]
  return roundedTo(fine, significant(coarse)) === coarse && Math.abs(one - other) <= furthest * Math.max(Math.abs(one), Math.abs(other))
}

const money = /^[A-Z]{3}$/

/**
 * How two amounts of one thing compare. `same`: equal in whatever unit, or one is the other rounded. `unlike`: their units measure different things or are two
 * currencies, and nothing says whether they are the same sum.
 */
export const compared = (one: Measured, other: Measured): 'same' | 'other-value' | 'other-unit' | 'unlike' => {
  const [a, b] = [plain(one), plain(other)]
  if (a.unit !== b.unit) return money.test(a.unit) && money.test(b.unit) ? 'unlike' : 'other-unit'
  if (a.value !== b.value && !rounding(a.value, b.value)) return 'other-value'
  return a.per === b.per || a.per === null || b.per === null ? 'same' : 'other-value'
}

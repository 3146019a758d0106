import { Misuse } from '../ledger/index.ts'

/** One of the known values of an option, or what holds without it. */
export const oneOf = <T extends string>(option: string, value: string | undefined, known: readonly T[], otherwise: T): T => {
  if (value === undefined) return otherwise
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Misuse(`${option} ${value} is not known: ${known.join(', ')} are.`)
  return found
}

/** Several values of an option, with commas or given several times, each of them known. */
export const someOf = <T extends string>(option: string, values: readonly string[] | undefined, known: readonly T[]): readonly T[] =>
  (values ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '').map((value) => oneOf(option, value, known, known[0]!))

/** Codes of states, with commas between them. */
export const codesOf = (option: string, value: string | undefined): readonly string[] => {
  const all = (value ?? '').split(',').map((code) => code.trim().toUpperCase()).filter((code) => code !== '')
  const odd = all.find((code) => !/^[A-Z]{2}$/.test(code))
  if (odd !== undefined) throw new Misuse(`${option} ${odd} is no code of a state: write CN,KZ (ISO 3166).`)
  return [...new Set(all)]
}

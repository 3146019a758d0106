import type { Claim, Item, Reading, Step } from './api.ts'

const lists = { meeting: 'meetings', commitment: 'commitments', instrument: 'instruments', project: 'projects', figure: 'figures' } as const satisfies Readonly<Record<Item['kind'], keyof Reading>>

/** The rules that lead to an item as the program reads it now; null when it reads no such item there, as of one that a person read. */
export const traceOf = ({ item, evidence: [passage] }: Claim, reading: Reading): readonly Step[] | null =>
  reading[lists[item.kind]].find(({ evidence: [one] }) => one?.start === passage?.start && one?.end === passage?.end)?.evidence[0]?.trace ?? null

/** What a rule gave, taken apart: the field, and the value in words of the reading. */
export const givenBy = ({ gave }: Step): { readonly field: string; readonly value: string } => {
  const at = gave.indexOf(' ')
  return at < 0 ? { field: gave, value: '' } : { field: gave.slice(0, at), value: gave.slice(at + 1) }
}

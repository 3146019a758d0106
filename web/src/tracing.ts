import type { Claim, Item, Reading, Step } from './api.ts'
import type { Fill } from './reasons.ts'

const places = { meeting: 'meetings', commitment: 'commitments', instrument: 'instruments', project: 'projects', figure: 'figures' } as const satisfies Readonly<Record<Item['kind'], keyof Reading>>

/** The rules that lead to an item as the program reads it now; null when it reads no such item there, as of one that a person read. */
export const traceOf = ({ item, evidence: [passage] }: Claim, reading: Reading): readonly Step[] | null =>
  reading[places[item.kind]].find(({ evidence: [one] }) => one?.start === passage?.start && one?.end === passage?.end)?.evidence[0]?.trace ?? null

/** What a rule gave: the field, by the names of `field`, and its value. */
export type Given = { readonly field: string; readonly value: Fill }

const code = (list: string, text: string): Fill => ({ is: 'code', list, code: text })

/** The fields that hold codes, by the lists that name them. */
const lists: Readonly<Record<string, string>> = { force: 'force', action: 'action', status: 'step', stage: 'step', indicator: 'indicator', polarity: 'value' }
const dates: ReadonlySet<string> = new Set(['deadline', 'date', 'startBy', 'endBy', 'period'])

const amount = /^(?:target )?(-?[\d.]+(?:e[+-]?\d+)?) (.+)$/

const valueOf = (field: string, text: string): Fill => {
  if (lists[field]) return code(lists[field], text)
  return dates.has(field) ? { is: 'date', edtf: text } : { is: 'words', text }
}

/** What a rule gave, taken apart. A project is planned where somebody is bound to it: only the stage is told of that. */
export const givenBy = ({ gave }: Step): Given => {
  const measured = amount.exec(gave)
  if (measured) return { field: gave.startsWith('target') ? 'target' : 'value', value: { is: 'amount', value: Number(measured[1]), unit: measured[2]! } }
  const [field = '', ...rest] = gave.split(' ')
  const text = rest.join(' ').replace(/, being \S+$/, '')
  if (field === 'instrument' || field === 'meeting') return { field: 'type', value: code('value', text) }
  if (field === 'project') return { field: 'kind', value: code('kind', 'project') }
  return { field, value: valueOf(field, text) }
}

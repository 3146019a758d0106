import type { Item } from '../ledger/index.ts'
import { actions, forces, instrumentStatuses, instrumentTypes, meetingStatuses, meetingTypes, polarities, stages } from '../model/index.ts'
import { lastDay } from '../ledger/index.ts'
import { Misuse } from './usage.ts'

type Kind = 'date' | 'number' | 'text' | readonly string[]

/** The fields that a person may give another value, and what the value may be. */
const fields: Readonly<Record<Item['kind'], Readonly<Record<string, Kind>>>> = {
  meeting: { type: meetingTypes, status: meetingStatuses, ordinal: 'number', date: 'date' },
  commitment: { force: forces, action: actions, polarity: polarities, object: 'text', deadline: 'date', condition: 'text', point: 'number' },
  instrument: { type: instrumentTypes, status: instrumentStatuses, name: 'text', count: 'number', date: 'date' },
  project: { name: 'text', stage: stages, count: 'number', startBy: 'date', endBy: 'date' },
  figure: { indicator: 'text', value: 'number', unit: 'text', period: 'date' },
}

const valueOf = (field: string, text: string, kind: Kind): string | number | null => {
  if (text === '') return null
  if (kind === 'text') return text
  if (kind === 'date') {
    if (lastDay(text) === null) throw new Misuse(`${field}=${text} is no date: write it as 2015-12-31, 2015-12, 2015 or 2015-12-16/2015-12-18.`)
    return text
  }
  if (kind === 'number') {
    if (!Number.isFinite(Number(text))) throw new Misuse(`${field}=${text} is no number.`)
    return Number(text)
  }
  if (!kind.includes(text)) throw new Misuse(`${field}=${text} is not known: ${kind.join(', ')} are.`)
  return text
}

const nullable = new Set(['ordinal', 'date', 'deadline', 'condition', 'point', 'count', 'startBy', 'endBy', 'period'])

/** An item with other values of some of its fields, each written as `field=value`; nothing after the sign takes the value away. */
export const amended = (item: Item, changes: readonly string[]): Item => {
  const values = changes.map((change) => {
    const at = change.indexOf('=')
    const [field, text] = at < 0 ? [change, ''] : [change.slice(0, at), change.slice(at + 1)]
    const kind = Object.hasOwn(fields[item.kind], field) ? fields[item.kind][field] : undefined
    if (at < 0 || kind === undefined) throw new Misuse(`"${change}" changes no field of a ${item.kind}: write FIELD=VALUE with ${Object.keys(fields[item.kind]).join(', ')}.`)
    const value = valueOf(field, text, kind)
    if (value === null && !nullable.has(field)) throw new Misuse(`${field} needs a value.`)
    return [field, value] as const
  })
  return { ...item, ...Object.fromEntries(values) } as Item
}

import { actions, forces, instrumentStatuses, instrumentTypes, meetingStatuses, meetingTypes, polarities, stages } from '../model/index.ts'
import type { Item } from './claim.ts'
import { lastDay } from './days.ts'
import { Misuse } from './misuse.ts'

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

/** A field and its new value as it is written; an empty value takes the old one away. */
export type Change = readonly [field: string, value: string]

/** An item with other values of some of its fields. */
export const amended = (item: Item, changes: readonly Change[]): Item => {
  const values = changes.map(([field, text]) => {
    const kind = Object.hasOwn(fields[item.kind], field) ? fields[item.kind][field] : undefined
    if (kind === undefined) throw new Misuse(`"${field}" is no field of a ${item.kind} that can be amended: ${Object.keys(fields[item.kind]).join(', ')} are.`)
    const value = valueOf(field, text, kind)
    if (value === null && !nullable.has(field)) throw new Misuse(`${field} needs a value.`)
    return [field, value] as const
  })
  return { ...item, ...Object.fromEntries(values) } as Item
}

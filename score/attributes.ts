import type { ScoredKind } from './coded.ts'

/**
 * `sort` chooses the comparison. `must`: the value must be right (a reader that is unsure leaves it out); `strict`: a value where
 * the gold has none is a wrong value, not merely one more; `aside`: shown, and left out of the shares of wrong values.
 */
export type Attribute = {
  readonly name: string
  readonly sort: 'code' | 'edtf' | 'amount' | 'amounts' | 'set' | 'place'
  readonly must?: true
  readonly strict?: true
  readonly aside?: true
}

const code = (name: string): Attribute => ({ name, sort: 'code' })
const mustCode = (name: string): Attribute => ({ name, sort: 'code', must: true })
const date = (name: string): Attribute => ({ name, sort: 'edtf', must: true, strict: true })
const amount = (name: string): Attribute => ({ name, sort: 'amount', must: true, strict: true })
const set = (name: string): Attribute => ({ name, sort: 'set' })
const count: Attribute = { name: 'count', sort: 'code', strict: true }
const place: Attribute = { name: 'place', sort: 'place', aside: true }

export const attributes: Readonly<Record<ScoredKind, readonly Attribute[]>> = {
  meeting: [code('type'), mustCode('status'), code('ordinal'), date('date'), set('parties'), place],
  commitment: [mustCode('force'), code('polarity'), code('action'), date('deadline'), amount('target'), code('per'), set('sectors'), set('parties'), place],
  instrument: [code('type'), mustCode('status'), count, date('date'), amount('value'), set('parties')],
  project: [mustCode('stage'), count, set('sectors'), { name: 'measures', sort: 'amounts', must: true, strict: true }, amount('value'), date('startBy'), date('endBy'), place],
  figure: [amount('value'), { name: 'period', sort: 'edtf', strict: true }, set('parties')],
  time: [{ name: 'edtf', sort: 'edtf', aside: true }],
  quantity: [{ name: 'value', sort: 'amount', aside: true }],
}

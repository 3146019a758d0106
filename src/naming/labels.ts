import type { Action, Hedge, InstrumentType, MeetingType, Sector } from '../model/index.ts'

/** The forms of a noun beside a number; `of` after a verbal noun, a preposition or a scale, `list` of a set without its number. */
export type Forms = { readonly one: string; readonly other: string } & Readonly<Partial<Record<'two' | 'few' | 'many' | 'of' | 'list', string>>>

export type Form = 'one' | 'two' | 'few' | 'many' | 'other'

/** When a form is taken: by the number itself, by its last two digits, or else. */
export type Count = { readonly form: Form; readonly is?: number; readonly ends?: readonly [number, number] }

/** How a deed is called, with nothing to say of what, about names, with a thing that it makes, towards a value. */
export type Deed = { readonly alone: string } & Readonly<Partial<Record<'name' | 'names' | 'thing' | 'target', string>>>

/** How fields of cooperation are written, by their number. */
export type Fields = Readonly<Record<'one' | 'two' | 'many', string>>

/** What a language calls the codes of the field, and the patterns that make a title of them. */
export type Labels = {
  readonly language: string
  readonly capital: boolean
  readonly list: { readonly between: string; readonly last: string }
  readonly counts: readonly Count[]
  readonly counted: Readonly<Partial<Record<Form, string>>>
  readonly patterns: Readonly<Record<'titled' | 'more' | 'refrain' | 'thing' | 'deed' | 'made' | 'target' | 'encounter', string>>
  /** Of a deed or project, of a document, of a body. */
  readonly fields: Fields
  readonly topics: Fields
  readonly purposes: Fields
  readonly dues: Readonly<Record<'year' | 'end' | 'month' | 'day' | Hedge, string>>
  readonly dates: Readonly<Record<'year' | 'month' | 'day', string>>
  readonly months: readonly string[]
  readonly actions: Readonly<Record<Action, Deed>>
  readonly instruments: Readonly<Record<InstrumentType, Forms>>
  readonly project: Forms
  readonly meetings: Readonly<Record<MeetingType, string>>
  readonly mechanism: string
  readonly indicators: Readonly<Record<string, string>>
  readonly rates: Readonly<Record<string, string>>
  readonly scales: readonly (Forms & { readonly from: number })[]
  readonly amounts: Readonly<Record<'scaled' | 'plain' | 'percent', string>>
  readonly units: Readonly<Record<string, Forms>>
  readonly sectors: Readonly<Record<Sector, string>>
  /** By the key of an entity: `state:KZ`, `programme:silk-road-belt`. */
  readonly names: Readonly<Record<string, string>>
}

import type { Automaton } from './automaton.ts'
import type { Step } from './notation.ts'
import type { Slots } from './slots.ts'

/** What many words have alike: their classes, and what they carry. */
export type FlatKind = { readonly classes: readonly string[]; readonly slots: Slots }

/** A word of a class as the compiled pack keeps it: the number of its kind, and further words as "form|bits" with a blank between. */
export type FlatTerm = readonly [kind: number, require: number, rest: string]

/** What must, or must not, stand right before or right after a match. */
export type Context = { readonly after: readonly Step[]; readonly before: readonly Step[]; readonly notAfter: readonly Step[]; readonly notBefore: readonly Step[] }

export type FlatPattern = Automaton & {
  readonly id: string
  /** The class its matches belong to in the patterns of later layers. */
  readonly phrase: string | null
  readonly marks: 'time' | 'quantity' | null
  readonly gives: Slots
  readonly context: Context
  readonly layer: number
}

/** The terms and patterns of a pack, as plain data. */
export type FlatGrammar = { readonly kinds: readonly FlatKind[]; readonly terms: Readonly<Record<string, readonly FlatTerm[]>>; readonly patterns: readonly FlatPattern[]; readonly joiners: Readonly<Record<string, number>> }

/** The words after the first of a term. */
export const restOf = ([, , rest]: FlatTerm): readonly (readonly [form: string, require: number])[] =>
  rest === '' ? [] : rest.split(' ').map((word) => {
    const [form = '', require] = word.split('|')
    return [form, Number(require)] as const
  })

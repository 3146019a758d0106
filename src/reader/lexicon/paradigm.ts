/** How the forms of a word are made: rows of endings, the first whose `ends` fits the cited form is taken. */
export type Row = { readonly ends: string; readonly one?: readonly string[]; readonly two?: readonly string[]; readonly many?: readonly string[]; readonly joined?: readonly string[] }
/** The forms of a verb that is cited by its base, each under its name. */
export type VerbRow = { readonly ends: string; readonly present: string; readonly past: string; readonly done?: string; readonly gerund: string }
export type Paradigms = Readonly<Record<'past' | 'present' | 'noun' | 'counted' | 'plural' | 'adjective', readonly Row[]>> & { readonly verb?: readonly VerbRow[] }

/** A written form with its number (1, 2, 3 for many) and whether a pronoun must follow it (`joined`). */
export type Inflected = { readonly form: string; readonly number: 1 | 2 | 3; readonly joined: boolean }

const fill = (patterns: readonly string[] | undefined, stem: string, consonantal: string, number: 1 | 2 | 3, joined: boolean): readonly Inflected[] =>
  (patterns ?? []).map((pattern) => ({ form: pattern.replace('{s}', stem).replace('{c}', consonantal), number, joined }))

/**
 * Every form of `cited` under the first fitting row. `consonantal` is the stem before endings that begin with a consonant,
 * where it differs (hollow and doubled verbs).
 */
export const inflect = (rows: readonly Row[], cited: string, consonantal?: string): readonly Inflected[] => {
  const row = rows.find(({ ends }) => cited.endsWith(ends))
  if (!row) return [{ form: cited, number: 1, joined: false }]
  const stem = cited.slice(0, cited.length - row.ends.length)
  const before = consonantal ?? stem
  return [
    ...fill(row.one, stem, before, 1, false), ...fill(row.two, stem, before, 2, false),
    ...fill(row.many, stem, before, 3, false), ...fill(row.joined, stem, before, row.many ? 3 : 1, true),
  ]
}

/** The forms of a verb cited by its base: `{s}` is the base without the ending of its row. Those that follow no rule are given. */
export const conjugate = (rows: readonly VerbRow[], base: string, given: Readonly<Partial<Record<'present' | 'past' | 'done' | 'gerund', readonly string[]>>>) => {
  const row = rows.find(({ ends }) => base.endsWith(ends)) ?? { ends: '', present: '{s}', past: '{s}', gerund: '{s}' }
  const make = (pattern: string) => [pattern.replace('{s}', base.slice(0, base.length - row.ends.length))]
  const past = given.past ?? make(row.past)
  return { plain: [base], present: given.present ?? make(row.present), past, done: given.done ?? (given.past ? past : make(row.done ?? row.past)), gerund: given.gerund ?? make(row.gerund) } as const
}

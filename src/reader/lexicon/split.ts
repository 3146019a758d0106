import { AND, BY, LIKE, type Lexeme, type Sense, type Stem, THE, TO, WILL } from './pack.ts'

/** Letters written fast to a word: what they are, to which kinds of word, and what the spelling swallowed between them and the word. */
export type Clitic = { readonly write: string; readonly is: readonly string[]; readonly of: readonly Lexeme['pos'][]; readonly restore?: string }

const bits: Readonly<Record<string, number>> = { and: AND, to: TO, by: BY, like: LIKE, the: THE, will: WILL }

/** What a clitic is, as bits. */
export const cliticBits = (is: readonly string[]): number => is.reduce((sum, name) => sum | (bits[name] ?? 0), 0)

type Prefix = { readonly write: string; readonly before: number; readonly of: ReadonlySet<string>; readonly restore: string }

/** A word form that the pack knows. `name` and `literal` mark words that begin a name or stand in a pattern. */
export type Known = { readonly senses: readonly (Sense & { readonly joined: boolean })[]; readonly name: boolean; readonly literal: boolean }

const noSenses: readonly Sense[] = []

const fits = (prefix: Prefix, sense: Sense): boolean => {
  const verbal = sense.form === 'past' || sense.form === 'present'
  const pos = sense.lexeme.pos === 'verb' && !verbal ? 'noun' : sense.lexeme.pos
  if (!prefix.of.has(pos)) return false
  if (prefix.before & WILL) return sense.form === 'present'
  return !(verbal && prefix.before & TO) || sense.form === 'present'
}

/**
 * Splits written words into clitics and known stems, the unsplit form first. A split is admitted only where the rest is known to the
 * pack: blind stripping is wrong for every third word.
 */
export const splitter = (clitics: readonly Clitic[], enclitics: readonly string[], known: (form: string) => Known | undefined): ((form: string) => readonly Stem[]) => {
  const prefixes: readonly Prefix[] = clitics.map((one) => ({ write: one.write, before: cliticBits(one.is), of: new Set(one.of), restore: one.restore ?? '' }))
  const initials = new Set(prefixes.map(({ write }) => write[0]))

  const whole = (form: string): Stem => {
    const entry = known(form)
    return { form, before: 0, after: '', senses: entry ? entry.senses.filter(({ joined }) => !joined) : noSenses }
  }
  const withPronoun = (form: string, prefix: Prefix | null): readonly Stem[] =>
    enclitics.flatMap((after) => {
      if (!form.endsWith(after) || form.length < after.length + 2) return []
      const stem = form.slice(0, -after.length)
      const senses = (known(stem)?.senses ?? []).filter((sense) => (sense.joined || (sense.lexeme.pos === 'verb' && sense.form !== 'deed')) && (!prefix || (!(prefix.before & THE) && fits(prefix, sense))))
      return senses.length ? [{ form: stem, before: prefix?.before ?? 0, after, senses }] : []
    })
  const withPrefix = (form: string, prefix: Prefix): readonly Stem[] => {
    if (!form.startsWith(prefix.write)) return []
    const rest = prefix.restore + form.slice(prefix.write.length)
    if (rest.length < 2) return []
    const entry = known(rest)
    const senses = entry ? entry.senses.filter((sense) => !sense.joined && fits(prefix, sense)) : noSenses
    const admitted = entry !== undefined && (senses.length > 0 || (entry.name && prefix.of.has('name')) || (entry.literal && prefix.of.has('literal')))
    const nominal = senses.some(({ form }) => form !== 'past' && form !== 'present')
    return [...(admitted ? [{ form: rest, before: prefix.before, after: '', senses }] : []), ...(nominal ? [] : withPronoun(rest, prefix))]
  }
  const split = (form: string): readonly Stem[] =>
    known(form)?.senses.some(({ joined, lexeme }) => !joined && lexeme.pos === 'noun')
      ? [whole(form), ...prefixes.flatMap((prefix) => withPrefix(form, prefix).filter(({ after }) => after === ''))]
      : [whole(form), ...withPronoun(form, null), ...(initials.has(form[0]) ? prefixes.flatMap((prefix) => withPrefix(form, prefix)) : [])]

  return split
}

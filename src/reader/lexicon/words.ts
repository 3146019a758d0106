import { foldWord } from '../../text/index.ts'
import { conjugate, inflect, type Inflected, type Paradigms } from './paradigm.ts'
import type { Syntax } from './syntax.ts'
import type { Lexeme, Meaning, Sense } from './pack.ts'
import { checkWords, kinds } from './fields.ts'
import type { Entry } from './source.ts'

/** A sense as the compiled pack keeps it: the lexeme's number, the form, its number, further words, and whether a pronoun must follow. */
export type FlatSense = readonly [lexeme: number, form: Sense['form'], number: 1 | 2 | 3, rest: string, joined: 0 | 1]

export type FlatWords = { readonly lexemes: readonly Lexeme[]; readonly forms: Readonly<Record<string, readonly FlatSense[]>> }

type Form = Inflected & { readonly as: Sense['form']; /** Words after the first that every form has (set up). */ readonly rest?: string }

const list = (value: unknown): readonly string[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

const as = (form: Sense['form'], forms: readonly Inflected[]): readonly Form[] => forms.map((one) => ({ ...one, as: form }))

const asIs = (words: readonly string[], form: Sense['form'] = 'as-is'): readonly Form[] =>
  words.map((word) => ({ form: word, number: 1, joined: false, as: form }))

/** The present is cited with its first letter (يوقّع); the paradigm puts other persons in its place. */
const presentStem = (cited: string) => cited.slice(1)

/** Forms that follow no rule: for each base its own where there are as many as bases, else all of them for each. */
const cited = (verb: Readonly<Record<string, unknown>>, name: string, at: number) => {
  if (verb[name] === undefined) return {}
  const words = list(verb[name])
  return { [name]: words.length === list(verb['base']).length ? [words[at]!] : words }
}

/** A form given with the words after it has those, any other those of its base (set up). */
const withRest = (word: string, rest: string, as: Sense['form']): Form => {
  const [form = '', ...own] = word.split(' ')
  return { form, number: 1, joined: false, as, rest: own.length > 0 ? own.join(' ') : rest }
}

/** The forms of verbs cited by their base, and the nouns of the deed. Of several bases none has forms of its own. */
const baseForms = (verb: Readonly<Record<string, unknown>>, rows: Paradigms): readonly Form[] => {
  const forms = list(verb['base']).flatMap((base, at) => {
    const given = { ...cited(verb, 'present', at), ...cited(verb, 'past', at), ...cited(verb, 'done', at), ...cited(verb, 'gerund', at) }
    const [head = '', ...rest] = base.split(' ')
    return Object.entries(conjugate(rows.verb ?? [], head, given)).flatMap(([form, words]) => words.map((word) => withRest(word, rest.join(' '), form as Sense['form'])))
  })
  return [...forms, ...list(verb['noun']).flatMap((noun) => as('deed', inflect(rows.noun, noun)))]
}

const verbForms = (entry: Entry, rows: Paradigms): readonly Form[] => {
  const verb = entry.value['verb'] as Record<string, unknown>
  const second = list(verb['past2'])[0]
  if (verb['base'] !== undefined) return baseForms(verb, rows)
  return [
    ...[...list(verb['past']), ...list(verb['pastPassive'])].flatMap((cited) => as('past', inflect(rows.past, cited, second))),
    ...[...list(verb['present']), ...list(verb['presentPassive'])].flatMap((cited) => as('present', inflect(rows.present, presentStem(cited)))),
    ...list(verb['noun']).flatMap((cited) => as('deed', inflect(rows.noun, cited))),
    ...list(verb['doer']).flatMap((cited) => as('doer', inflect(rows.adjective, cited))),
    ...list(verb['done']).flatMap((cited) => as('done', inflect(rows.adjective, cited))),
  ]
}

const numberNames = { 1: 'singular', 2: 'dual', 3: 'plural' } as const

const nounForms = (entry: Entry, rows: Paradigms): readonly Form[] => [
  ...list(entry.value['noun']).flatMap((cited) => inflect(rows.noun, cited)).map((form) => ({ ...form, as: numberNames[form.number] })),
  ...list(entry.value['plural']).flatMap((cited) => as('plural', inflect(rows.plural, cited))),
]

const formsOf = (entry: Entry, rows: Paradigms): readonly Form[] => {
  if (entry.value['verb']) return verbForms(entry, rows)
  if (entry.value['noun'] || (entry.value['plural'] && !entry.value['adjective'])) return nounForms(entry, rows)
  if (entry.value['adjective']) return list(entry.value['adjective']).flatMap((cited) => inflect(rows.adjective, cited)).map((form) => ({ ...form, as: numberNames[form.number] }))
  return asIs(list(entry.value['particle']))
}

/** Whether an entry of a pack describes words (and not names or patterns). */
export const describesWords = ({ value }: Entry) => kinds.some((key) => value[key] !== undefined)

const posOf = ({ value }: Entry): Lexeme['pos'] => (value['verb'] ? 'verb' : value['noun'] ? 'noun' : value['adjective'] ? 'adjective' : value['plural'] ? 'noun' : 'particle')

/** The first word of a cited phrase changes; the words after it stay as written. */
const phrases = (entry: Entry): readonly (readonly [head: Entry, rest: string])[] => {
  const key = ['noun', 'adjective', 'plural', 'particle'].filter((name) => entry.value[name] !== undefined)
  const rests = new Map<string, Record<string, string[]>>()
  for (const name of key)
    for (const cited of list(entry.value[name])) {
      const [head = '', ...rest] = cited.trim().split(/\s+/)
      const group = rests.get(rest.join(' ')) ?? {}
      group[name] = [...(group[name] ?? []), head]
      rests.set(rest.join(' '), group)
    }
  return [...rests].map(([rest, group]) => [{ ...entry, value: { ...entry.value, ...Object.fromEntries(key.map((name) => [name, group[name]])) } }, rest])
}

/** Where the last word of a phrase bends, the first stands as written. A phrase of one word bends all the same; one cited with its plural does not. */
const lastBent = (entry: Entry, rows: Paradigms): readonly (readonly [string, FlatSense[1], 1 | 2 | 3, string])[] =>
  ['noun', 'plural', 'adjective', 'particle'].flatMap((key) => list(entry.value[key]).flatMap((phrase) => {
    const words = phrase.trim().split(/\s+/)
    const fixed = key === 'particle' || key === 'plural' || (key === 'noun' && entry.value['plural'] !== undefined)
    const forms = fixed ? [{ form: words.at(-1)!, number: (key === 'plural' ? 3 : 1) as 1 | 3 }] : inflect(key === 'noun' ? rows.noun : rows.adjective, words.at(-1)!)
    return forms.map(({ form, number }) => {
      const [head = '', ...rest] = [...words.slice(0, -1), form].map(foldWord)
      return [head, key === 'particle' ? 'as-is' : numberNames[number], number, rest.join(' ')] as const
    })
  }))

/** Every form of an entry as the head it is found by, with its sense. */
const sensesOf = (entry: Entry, lexeme: number, rows: Paradigms, syntax: Syntax): readonly (readonly [string, FlatSense])[] => {
  if (syntax.bends === 'last' && !entry.value['verb']) return lastBent(entry, rows).map(([head, form, number, rest]) => [head, [lexeme, form, number, rest, 0]] as const)
  const heads: readonly (readonly [Entry, string])[] = entry.value['verb'] ? [[entry, '']] : phrases(entry)
  return heads.flatMap(([head, rest]) => formsOf(head, rows).flatMap((form) =>
    (entry.value['particle'] ? [rest] : form.rest === undefined ? restsOf(rest, form, rows) : [form.rest]).map((bent) => [foldWord(form.form), [lexeme, form.as, form.number, bent.split(' ').map(foldWord).join(' ').trim(), form.joined ? 1 : 0]] as const)))
}

/** What may stand after the first word of a phrase: the words as written, or a single one bent like the noun before it (بيان مشترك، بيانا مشتركا). */
const restsOf = (rest: string, { number, joined }: Form, rows: Paradigms): readonly string[] => {
  if (rest === '' || rest.includes(' ') || joined) return [rest]
  return [...new Set([rest, ...inflect(rows.noun, rest).filter((bent) => bent.number === number && !bent.joined).map(({ form }) => form)])]
}

/** Every form of every word of the pack, folded, with what it can mean. */
export const compileWords = (entries: readonly Entry[], rows: Paradigms, syntax: Syntax): FlatWords => {
  const lexemes: Lexeme[] = []
  const forms: Record<string, FlatSense[]> = Object.create(null) as Record<string, FlatSense[]>
  for (const entry of entries) {
    checkWords(entry)
    const number = lexemes.push({
      id: String(entry.value['id']), pos: posOf(entry), means: (entry.value['means'] ?? {}) as Meaning, takes: list(entry.value['takes']).map(foldWord),
    }) - 1
    for (const [form, sense] of sensesOf(entry, number, rows, syntax)) {
      const senses = (forms[form] ??= [])
      if (!senses.some((other) => other.join('|') === sense.join('|'))) senses.push(sense)
    }
  }
  return { lexemes, forms }
}

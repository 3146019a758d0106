import { foldWord, open } from '../../text/index.ts'
import type { EntityType } from '../../model/index.ts'
import { type FlagName, flag, type FlatNames, type FlatTerm, type Guard, type Head, type Listed, type Post, type TermKind } from './names.ts'
import { inflect, type Paradigms, type Row } from './paradigm.ts'
import type { Clitic } from './split.ts'
import { type Entry, Mistake } from './source.ts'

const kinds = ['state', 'territory', 'place', 'body', 'programme', 'company', 'event', 'person', 'post', 'honorific', 'head', 'flag'] as const
type NameKind = (typeof kinds)[number]

const types: Readonly<Partial<Record<NameKind, EntityType>>> = {
  state: 'state', place: 'place', body: 'body', programme: 'programme', company: 'company', event: 'event', person: 'person',
}

/** The kinds that stand for things with an identity, in the order in which they are listed. */
export const nameKinds = ['state', 'place', 'body', 'programme', 'company', 'event', 'person'] as const

export const nameKind = ({ value }: Entry): NameKind | null => kinds.find((kind) => value[kind] !== undefined) ?? null

/** Whether an entry of a pack names things or says how names are built. */
export const describesNames = (entry: Entry): boolean => nameKind(entry) !== null

const list = (value: unknown): readonly string[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)])
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A phrase as a page would show it to the search: the forms of its words. */
const phrase = (written: string): readonly string[] => open(written).tokens.map(({ form }) => form).filter((form) => form !== '#')

const guardFields = ['after', 'notAfter', 'before', 'notBefore', 'known'] as const

const guardOf = (entry: Entry, value: Readonly<Record<string, unknown>>): Guard => {
  const odd = Object.keys(value).find((key) => key !== 'name' && !guardFields.includes(key as never))
  if (odd) throw new Mistake(entry, `'${odd}' is no condition of a name`, `Use ${guardFields.join(', ')}.`)
  const words = (key: (typeof guardFields)[number]) => (value[key] === undefined ? {} : { [key]: list(value[key]).map(foldWord) })
  return { ...words('after'), ...words('notAfter'), ...words('before'), ...words('notBefore'), ...(value['known'] === true ? { known: true } : {}) }
}

/** The forms of a demonym: every word of it that bends, bends alike. */
export const demonymForms = (cited: string, rows: readonly Row[], article: string): readonly string[] => {
  const words = cited.split(' ')
  const bent = words.map((word) => (rows[0] && word.endsWith(rows[0].ends) ? inflect(rows.slice(0, 1), word).map(({ form }) => form) : [word]))
  const count = Math.max(...bent.map((forms) => forms.length))
  const forms = Array.from({ length: count }, (_, at) => bent.map((choice) => choice[at] ?? choice[0]!))
  return forms.flatMap((form) => [form.join(' '), form.map((word) => article + word).join(' '), ...(form.length > 1 ? [article + form.join(' ')] : [])])
}

/** What is being gathered while the entries are read one after another. */
type Draft = {
  readonly listed: Listed[]; readonly posts: Post[]; readonly heads: Head[]; readonly guards: Guard[]
  readonly terms: Map<string, FlatTerm[]>; readonly flags: Map<string, number>; readonly begins: [string, number][]; readonly cited: Set<string>; readonly endings: string[]; readonly families: string[]; readonly seen: Set<string>
}

const enter = (draft: Draft, entry: Entry, written: string, kind: TermKind, value: number, guard = -1): void => {
  const [head, ...rest] = phrase(written)
  if (head === undefined) throw new Mistake(entry, `'${written}' has no letters`, 'Write the name as it stands in a text.')
  const flat: FlatTerm = [kind, value, rest.join(' '), guard]
  const terms = draft.terms.get(head) ?? []
  if (!terms.some((other) => other[0] === kind && other[1] === value && other[2] === flat[2])) terms.push(flat)
  draft.terms.set(head, terms)
}

const guarded = (entry: Entry): readonly Readonly<Record<string, unknown>>[] => (entry.value['guarded'] ?? []) as readonly Readonly<Record<string, unknown>>[]

const ruleOf = (language: string, kind: string): string => `${language}.${kind}`

const keyOf = (kind: NameKind, id: string): string => `${kind === 'territory' ? 'state' : kind}:${id}`

const listedOf = (entry: Entry, kind: NameKind, language: string): Listed => {
  const { value } = entry
  const id = text(value[kind])
  if (id === null) throw new Mistake(entry, `'${kind}' needs an identifier`, 'Quote codes that YAML reads as something else (NO).')
  return {
    key: keyOf(kind, id), type: (text(value['type']) ?? types[kind]) as EntityType, code: kind === 'state' ? id : text(value['code']), wikidata: text(value['wikidata']),
    of: text(value['of']) ? `state:${text(value['of'])}` : null, adjective: false, capital: value['capital'] === true, medium: value['medium'] === true,
    name: list(value['names'])[0] ?? String(guarded(entry)[0]?.['name'] ?? id), rule: ruleOf(language, kind),
  }
}

const enterListed = (draft: Draft, entry: Entry, kind: NameKind, language: string): void => {
  const number = draft.listed.push(listedOf(entry, kind, language)) - 1
  for (const value of guarded(entry)) {
    const guard = draft.guards.push(guardOf(entry, value)) - 1
    enter(draft, entry, String(value['name']), 'name', number, guard)
  }
  for (const name of list(entry.value['names'])) enter(draft, entry, name, 'name', number)
}

/** A demonym never takes a spelling that is the name of a state or town: with the ending of an object some are spelled like the state. */
const enterDemonyms = (draft: Draft, entry: Entry, rows: readonly Row[], article: string, language: string): void => {
  const cited = list(entry.value['demonym'])
  const people = list(entry.value['people'])
  if (cited.length + people.length === 0) return
  const number = draft.listed.push({ ...listedOf(entry, 'state', language), adjective: true, rule: ruleOf(language, 'demonym') }) - 1
  const forms = [...cited.flatMap((one) => demonymForms(one, rows, article)), ...people.flatMap((one) => [one, article + one])]
  for (const form of forms) if (!draft.seen.has(phrase(form).join(' '))) enter(draft, entry, form, 'name', number)
}

const withArticle = (written: string, article: string): readonly string[] => (written.startsWith(article) ? [written] : [written, article + written])

const enterPost = (draft: Draft, entry: Entry, article: string): void => {
  const { value } = entry
  const of = text(value['of'])
  const number = draft.posts.push({
    id: String(value['post']), elsewhere: String(value['elsewhere'] ?? value['post']), alone: value['alone'] === true, of: of ? `state:${of}` : null, counterpart: value['counterpart'] === true, own: value['own'] === true || value['counterpart'] === true, speaks: value['speaks'] === true,
    peer: String(value['peer'] ?? value['post']),
  }) - 1
  for (const name of list(value['names']).flatMap((one) => withArticle(one, article))) enter(draft, entry, name, 'post', number)
}

const enterHead = (draft: Draft, entry: Entry, article: string): void => {
  const { value } = entry
  const type = value['type'] as EntityType
  const number = draft.heads.push({ id: String(value['head']), type, open: value['open'] === true, portfolio: value['portfolio'] === true, national: value['national'] === true }) - 1
  for (const name of list(value['names']).flatMap((one) => (value['article'] === true ? withArticle(one, article) : [one]))) enter(draft, entry, name, 'head', number)
}

const enterFlags = (draft: Draft, entry: Entry): void => {
  const bit = flag[entry.value['flag'] as FlagName]
  if (bit === undefined) throw new Mistake(entry, `'${String(entry.value['flag'])}' is no part that a word plays beside a name`, `Use ${Object.keys(flag).join(', ')}.`)
  for (const word of list(entry.value['words'])) {
    const form = foldWord(word)
    draft.flags.set(form, (draft.flags.get(form) ?? 0) | bit)
    if (bit & (flag.weak | flag.given | flag.surname)) draft.cited.add(word)
  }
  const endings = bit === flag.family ? draft.families : draft.endings
  endings.push(...list(entry.value['endings']).map(foldWord))
  for (const letters of list(entry.value['begins'])) draft.begins.push([foldWord(letters), bit])
}

const enterEntry = (draft: Draft, entry: Entry, article: string, language: string): void => {
  const kind = nameKind(entry)
  if (kind === 'post') enterPost(draft, entry, article)
  else if (kind === 'honorific') for (const name of list(entry.value['names'])) enter(draft, entry, name, 'honorific', 0)
  else if (kind === 'head') enterHead(draft, entry, article)
  else if (kind === 'flag') enterFlags(draft, entry)
  else if (kind !== null && kind !== 'territory') enterListed(draft, entry, kind, language)
}

/** CLDR gives one spelling of each territory; it is added to the state of that code, unless our own entry puts it under a condition. */
const enterTerritories = (draft: Draft, territories: readonly Entry[]): void => {
  const numbers = new Map(draft.listed.map(({ key }, number) => [key, number] as const).reverse())
  for (const entry of territories) {
    const number = numbers.get(`state:${String(entry.value['territory'])}`)
    if (number !== undefined) for (const name of list(entry.value['names'])) enter(draft, entry, name, 'name', number)
  }
}

const spellings = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => [...list(entry.value['names']), ...guarded(entry).map(({ name }) => String(name))]).map((name) => phrase(name).join(' '))

/** A name that belongs to a state nobody lists would bind nobody. */
const checkOwners = (entries: readonly Entry[], states: readonly Entry[]): void => {
  const known = new Set(states.map(({ value }) => value['state']))
  const lost = entries.find(({ value }) => value['of'] !== undefined && !known.has(value['of']))
  if (lost) throw new Mistake(lost, `no state '${String(lost.value['of'])}' is listed`, 'Write its ISO 3166-1 code, quoted where YAML reads it as something else (NO).')
}

/** Compiles everything a pack says of names into plain data. */
export const compileNames = (entries: readonly Entry[], clitics: readonly Clitic[], rows: Paradigms, language: string): FlatNames => {
  const article = clitics.find(({ is }) => is.length === 1 && is[0] === 'the')?.write ?? ''
  const states = entries.filter((entry) => nameKind(entry) === 'state')
  const places = entries.filter((entry) => nameKind(entry) === 'place')
  const draft: Draft = { listed: [], posts: [], heads: [], guards: [], terms: new Map(), flags: new Map(), begins: [], cited: new Set(), endings: [], families: [], seen: new Set(spellings([...states, ...places])) }
  checkOwners(entries, states)
  for (const entry of entries) enterEntry(draft, entry, article, language)
  enterTerritories(draft, entries.filter((entry) => nameKind(entry) === 'territory'))
  for (const entry of states) enterDemonyms(draft, entry, rows.adjective, article, language)
  return {
    listed: draft.listed, posts: draft.posts, heads: draft.heads, guards: draft.guards,
    terms: Object.fromEntries(draft.terms), flags: Object.fromEntries(draft.flags), begins: draft.begins, cited: [...draft.cited], endings: draft.endings, families: draft.families,
  }
}

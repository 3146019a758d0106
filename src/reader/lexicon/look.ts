import { foldWord } from '../../text/index.ts'
import { flag, type FlatNames, type FlatTerm, type Guard, type Look, type Names, type Term } from './names.ts'
import { AND, BY, LIKE, THE, TO } from './pack.ts'
import { type Clitic, cliticBits } from './split.ts'

/** Letters written fast to the front of a word; `name` ones also to names, `restore` is what the spelling swallowed. */
type Front = { readonly write: string; readonly restore: string; readonly name: boolean; readonly before: number }

type Cut = { readonly front: Front; readonly form: string }

/** A compiled pack opened for looking words up. */
type Book = {
  readonly fronts: readonly Front[]
  readonly endings: readonly string[]
  readonly families: readonly string[]
  readonly guards: readonly Guard[]
  readonly begins: FlatNames['begins']
  readonly terms: FlatNames['terms']
  readonly flags: FlatNames['flags']
}

const frontsOf = (clitics: readonly Clitic[]): readonly Front[] =>
  clitics.map(({ write, is, of, restore }) => ({
    write: foldWord(write), restore: foldWord(restore ?? ''), name: of.includes('name'), before: cliticBits(is) | (restore === undefined ? 0 : THE),
  })).filter(({ write }) => write !== '')

const cuts = (form: string, { fronts }: Book): readonly Cut[] =>
  fronts.filter(({ write }) => form.length > write.length + 1 && form.startsWith(write)).map((front) => ({ front, form: front.restore + form.slice(front.write.length) }))

const noTerms: readonly FlatTerm[] = []

const flatTerms = ({ terms }: Book, form: string): readonly FlatTerm[] => (Object.hasOwn(terms, form) ? terms[form]! : noTerms)

const widen = ({ guards }: Book, form: string, [kind, value, rest, guard]: FlatTerm, front: number, before: number): Term =>
  ({ kind, value, form, rest: rest === '' ? [] : rest.split(' '), guard: guards[guard] ?? null, front, before })

/** Letters of the written word that are no part of the name: one fewer than written where one letter serves both. */
const lettersOf = ({ write, restore }: Front): number => write.length - (restore === '' ? 0 : 1)

const longestFirst = (a: Term, b: Term): number => b.rest.length - a.rest.length || a.front - b.front

const termsOf = (book: Book, form: string, parts: readonly Cut[]): readonly Term[] => {
  const whole = flatTerms(book, form).map((term) => widen(book, form, term, 0, 0))
  const cut = parts.filter(({ front }) => front.name).flatMap(({ front, form: rest }) =>
    flatTerms(book, rest).map((term) => widen(book, rest, term, lettersOf(front), front.before)))
  return [...whole, ...cut].sort(longestFirst)
}

const flagsOf = ({ flags }: Book, form: string): number => (Object.hasOwn(flags, form) ? flags[form]! : 0)

/** An ordinary word stays one with an ending, unless the whole is listed as a name. */
const withEndings = (book: Book, form: string): number => {
  if (flagsOf(book, form) & (flag.given | flag.surname)) return flagsOf(book, form)
  const ending = book.endings.find((end) => form.length > end.length + 2 && form.endsWith(end) && flagsOf(book, form.slice(0, -end.length)) & flag.ordinary)
  return flagsOf(book, form) | (ending === undefined ? 0 : flag.ordinary)
}

const beside = flag.portfolio | flag.epithet | flag.ordinary | flag.stop | flag.qualifier

/** A preposition written to a word without an article: what follows is no part of a title. */
const governed = ({ before }: Front): boolean => (before & (BY | TO | LIKE)) !== 0 && (before & THE) === 0

/** Which parts a word may play through the letters before it: a given name with an article is a family name, and no ordinary word. */
const partsThrough = (book: Book, { form, front }: Cut): number => {
  if (flagsOf(book, form) & (flag.given | flag.surname)) return beside & ~flag.ordinary
  return governed(front) ? beside & ~(flag.portfolio | flag.epithet) : beside
}

/** What clitics leave visible of a form: `definite` with an article, `bound` with an article behind a preposition, `joined` with a conjunction. */
const shape = (parts: readonly Cut[]): number =>
  parts.reduce((bits, { front: { before, name } }) => {
    if (name) return before & AND ? bits | flag.joined : bits
    return before & THE ? bits | flag.definite | (before & (BY | TO | LIKE) ? flag.bound : 0) : bits
  }, 0)

const shaped = ({ begins }: Book, form: string): number => begins.reduce((bits, [letters, is]) => bits | (form.startsWith(letters) ? is : 0), 0)

const known = flag.ordinary | flag.portfolio | flag.epithet | flag.qualifier | flag.stop

/** A word with the article and nothing else before it that ends as family names do, and that no list has: it only comes from a listed word. */
const familial = (book: Book, form: string, parts: readonly Cut[]): number =>
  parts.some((cut) => cut.front.before === THE && !((flagsOf(book, form) | flagsOf(book, cut.form)) & known) && book.families.some((end) => cut.form.length > end.length + 1 && cut.form.endsWith(end))) ? flag.family : 0

const nameWord = flag.given | flag.surname | flag.weak | flag.joins

const flagsWith = (book: Book, form: string, parts: readonly Cut[]): number => {
  const own = withEndings(book, form)
  const through = own & nameWord ? 0 : parts.reduce((bits, cut) => bits | (withEndings(book, cut.form) & partsThrough(book, cut)), 0)
  return own | through | (own ? 0 : shaped(book, form)) | shape(parts) | familial(book, form, parts)
}

const givenAt = (book: Book, form: string, parts: readonly Cut[]): number => {
  if (flagsOf(book, form) & flag.given) return 0
  const cut = parts.find(({ front, form: rest }) => front.name && front.restore === '' && flagsOf(book, rest) & flag.given)
  return cut ? cut.front.write.length : -1
}

/** One of 32 bits for each form, by its length and ends. */
export const sieveOf = (forms: readonly string[]): number =>
  forms.reduce((bits, form) => bits | (1 << ((form.length * 7 + form.charCodeAt(0) * 5 + form.charCodeAt(form.length - 1) * 3 + form.charCodeAt(form.length >> 1)) & 31)), 0)

const lookAt = (book: Book, form: string): Look => {
  const parts = cuts(form, book)
  const bare = [form, ...parts.filter(({ front }) => front.name && front.restore === '').map(({ form: rest }) => rest)]
  return { flags: flagsWith(book, form, parts), terms: termsOf(book, form, parts), given: givenAt(book, form, parts), bare, sieve: sieveOf(bare) }
}

/** What a number or a mark is among names. */
export const blankLook: Look = { flags: 0, terms: [], given: -1, bare: [], sieve: 0 }

/** Puts the names of a compiled pack to work. */
export const hydrateNames = (flat: FlatNames, clitics: readonly Clitic[], enclitics: readonly string[]): Names => {
  const fronts = frontsOf(clitics)
  const book: Book = {
    fronts, endings: [...enclitics, ...flat.endings], families: flat.families, guards: flat.guards, begins: flat.begins,
    terms: flat.terms, flags: flat.flags,
  }
  return {
    listed: flat.listed, posts: flat.posts, heads: flat.heads, cited: new Set(flat.cited),
    byKey: new Map(flat.listed.filter(({ adjective }) => !adjective).map((listed) => [listed.key, listed])),
    swallowing: fronts.filter(({ restore }) => restore !== ''), look: (form) => lookAt(book, form),
  }
}

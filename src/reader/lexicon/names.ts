import type { EntityType } from '../../model/index.ts'
import { foldWord } from '../../text/index.ts'
import { AND, BY, LIKE, THE, TO } from './pack.ts'
import { type Clitic, cliticBits } from './split.ts'

/** A named thing of the pack. `key` is its identity within any page; `of` the key of the state it belongs to or stands for. */
export type Listed = {
  readonly key: string
  readonly type: EntityType
  readonly code: string | null
  readonly wikidata: string | null
  readonly of: string | null
  readonly adjective: boolean
  /** A town that reports use for the government that sits in it. */
  readonly capital: boolean
  /** The first spelling, for a page that only implies it. */
  readonly name: string
  readonly rule: string
}

/** When a spelling that is also an ordinary word counts as the name. Words are folded; `#` stands for any number, `.` for any mark. */
export type Guard = {
  readonly after?: readonly string[]
  readonly notAfter?: readonly string[]
  readonly before?: readonly string[]
  readonly notBefore?: readonly string[]
  /** Counts only where the page also names the state by a spelling that needs no such proof. */
  readonly known?: boolean
}

/** An office. `alone` ones mean somebody even when nothing follows; `of` is the state to which the words already belong. */
export type Post = {
  readonly id: string
  /** What the office is called when it serves a body or company and no state. */
  readonly elsewhere: string
  readonly alone: boolean
  readonly of: string | null
  readonly counterpart: boolean
  /** Written with a pronoun: the office of what was named just before ("its president"). */
  readonly own: boolean
  /** Whose name follows is the one spoken for, not the one who speaks. */
  readonly speaks: boolean
  /** Offices that meet as equals share this word: kings and presidents. */
  readonly peer: string
}

/** A noun that makes a name of what follows it: a ministry, a fund, a company. `open` ones also take words that nobody knows. */
export type Head = { readonly id: string; readonly type: EntityType; readonly open: boolean; readonly portfolio: boolean }

/** What a phrase of the pack is: its kind, its number in the table of that kind. */
export type TermKind = 'name' | 'post' | 'honorific' | 'head'

export type FlatTerm = readonly [kind: TermKind, value: number, rest: string, guard: number]

export type FlatNames = {
  readonly listed: readonly Listed[]
  readonly posts: readonly Post[]
  readonly heads: readonly Head[]
  readonly guards: readonly Guard[]
  readonly terms: Readonly<Record<string, readonly FlatTerm[]>>
  readonly flags: Readonly<Record<string, number>>
  /** Ambiguous name words exactly as cited. */
  readonly cited: readonly string[]
  /** What may be added to an ordinary word that it stays one. */
  readonly endings: readonly string[]
  /** What words play by their first letters, where no list has them. */
  readonly begins: readonly (readonly [letters: string, flags: number])[]
}

/** `rest` are the words after the first. `front` counts the letters written fast to the first word that are no part of the term. */
export type Term = {
  readonly kind: TermKind
  readonly value: number
  /** The first word as the pack has it. */
  readonly form: string
  readonly rest: readonly string[]
  readonly guard: Guard | null
  readonly front: number
  /** What those letters are, as bits of `pack.ts`. */
  readonly before: number
}

/** What single words can be beside names, as a set of bits. */
export const flag = { given: 1, weak: 2, joins: 4, ordinary: 8, portfolio: 16, qualifier: 32, stop: 64, definite: 128, joined: 256, fronted: 512, surname: 1024, side: 2048, bound: 4096, verbal: 8192, epithet: 16384 } as const
export type FlagName = 'given' | 'surname' | 'weak' | 'joins' | 'ordinary' | 'portfolio' | 'qualifier' | 'stop' | 'side' | 'verbal' | 'epithet'

/** Everything the names of a pack say of one written form. */
export type Look = {
  readonly flags: number
  readonly terms: readonly Term[]
  /** Letters before a given name: 0 when the form is one as it stands, -1 when it is none. */
  readonly given: number
  /** The form as it stands, then without each front that names take. */
  readonly bare: readonly string[]
}

export type Names = {
  readonly listed: readonly Listed[]
  readonly posts: readonly Post[]
  readonly heads: readonly Head[]
  readonly look: (form: string) => Look
  /** What the pack lists under a key, never as a demonym. */
  readonly cited: ReadonlySet<string>
  readonly byKey: ReadonlyMap<string, Listed>
  /** Fronts that swallow letters of the name, folded: what is written, and what stands there when it is taken off. */
  readonly swallowing: readonly { readonly write: string; readonly restore: string }[]
}

type Front = { readonly write: string; readonly restore: string; readonly name: boolean; readonly before: number }

const frontsOf = (clitics: readonly Clitic[]): readonly Front[] =>
  clitics.map(({ write, is, of, restore }) => ({
    write: foldWord(write), restore: foldWord(restore ?? ''), name: of.includes('name'), before: cliticBits(is) | (restore === undefined ? 0 : THE),
  })).filter(({ write }) => write !== '')

type Cut = { readonly front: Front; readonly form: string }

const cuts = (form: string, fronts: readonly Front[]): readonly Cut[] =>
  fronts.filter(({ write }) => form.length > write.length + 1 && form.startsWith(write)).map((front) => ({ front, form: front.restore + form.slice(front.write.length) }))

const noTerms: readonly FlatTerm[] = []

/** A preposition written to a word without an article: what follows is no part of a title. */
const governed = ({ before }: Front): boolean => (before & (BY | TO | LIKE)) !== 0 && (before & THE) === 0

const longestFirst = (a: Term, b: Term): number => b.rest.length - a.rest.length || a.front - b.front

const beside = flag.portfolio | flag.epithet | flag.ordinary | flag.stop | flag.qualifier

/** What clitics leave visible of a form: `definite` with an article, `bound` with an article behind a preposition, `joined` with a conjunction. */
const shape = (parts: readonly Cut[]): number =>
  parts.reduce((bits, { front }) => bits | (front.before & THE && !front.name ? flag.definite | (front.before & (BY | TO | LIKE) ? flag.bound : 0) : 0) | (front.before & AND && front.name ? flag.joined : 0), 0)

/** Puts the names of a compiled pack to work. What a form is does not depend on the page, so answers are kept. */
export const hydrateNames = (flat: FlatNames, clitics: readonly Clitic[], enclitics: readonly string[]): Names => {
  const fronts = frontsOf(clitics)
  const terms = new Map(Object.entries(flat.terms))
  const flags = new Map(Object.entries(flat.flags))
  const endings = [...enclitics, ...flat.endings]
  const kept = new Map<string, Look>()

  const widen = (form: string, [kind, value, rest, guard]: FlatTerm, front: number, before: number): Term =>
    ({ kind, value, form, rest: rest === '' ? [] : rest.split(' '), guard: flat.guards[guard] ?? null, front, before })
  const besideOf = (form: string): number => {
    const plain = flags.get(form) ?? 0
    const ending = endings.find((end) => form.length > end.length + 2 && form.endsWith(end) && ((flags.get(form.slice(0, -end.length)) ?? 0) & flag.ordinary))
    return plain | (ending === undefined ? 0 : flag.ordinary)
  }
  const termsOf = (form: string, parts: readonly Cut[]): readonly Term[] => {
    const whole = (terms.get(form) ?? noTerms).map((term) => widen(form, term, 0, 0))
    const cut = parts.filter(({ front }) => front.name).flatMap(({ front, form: rest }) =>
      (terms.get(rest) ?? noTerms).map((term) => widen(rest, term, front.write.length - (front.restore === '' ? 0 : 1), front.before)))
    return [...whole, ...cut].sort(longestFirst)
  }
  const strong = (form: string): boolean => ((flags.get(form) ?? 0) & flag.given) !== 0
  const givenAt = (form: string, parts: readonly Cut[]): number =>
    strong(form) ? 0 : (parts.find((cut) => cut.front.name && cut.front.restore === '' && strong(cut.form))?.front.write.length ?? -1)
  const takes = ({ form, front }: Cut): number => {
    if ((flags.get(form) ?? 0) & (flag.given | flag.surname)) return beside & ~flag.ordinary
    return governed(front) ? beside & ~(flag.portfolio | flag.epithet) : beside
  }
  const make = (form: string): Look => {
    const parts = cuts(form, fronts)
    const own = besideOf(form)
    const shaped = own ? 0 : flat.begins.reduce((bits, [letters, is]) => bits | (form.startsWith(letters) ? is : 0), 0)
    const known = own & (flag.given | flag.surname | flag.weak | flag.joins)
    const rest = known ? 0 : parts.reduce((bits, cut) => bits | (besideOf(cut.form) & takes(cut)), 0)
    const found = termsOf(form, parts)
    return {
      flags: own | rest | shaped | shape(parts) | (found.some(({ front }) => front > 0) ? flag.fronted : 0), terms: found,
      given: givenAt(form, parts),
      bare: [form, ...parts.filter(({ front }) => front.name && front.restore === '').map(({ form: left }) => left)],
    }
  }
  return {
    cited: new Set(flat.cited),
    byKey: new Map(flat.listed.filter(({ adjective }) => !adjective).map((listed) => [listed.key, listed])),
    listed: flat.listed, posts: flat.posts, heads: flat.heads, swallowing: fronts.filter(({ restore }) => restore !== ''),
    look: (form) => {
      const before = kept.get(form)
      if (before) return before
      const look = make(form)
      if (form.length <= 40 && kept.size < 200_000) kept.set(form, look)
      return look
    },
  }
}

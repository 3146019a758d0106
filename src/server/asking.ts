import { Misuse, Unknown } from '../ledger/index.ts'
import type { Doubt, Hit, History, Ledger, Moment, Named, Place, Told, Word } from '../store/index.ts'
import { labelsOf, titleIn, titleLanguages } from '../naming/index.ts'
import { open } from '../text/index.ts'
import { oneOf } from './choices.ts'
import { terms } from './prepare.ts'
import type { Within } from './within.ts'

/** Titles in a language, where one is asked for: `label` beside what the texts call it. In a list the parties are told beside it. */
export const labelIn = (language: string | null, { structure }: Pick<Told, 'structure'>, listed = false): { readonly label?: string } => {
  const labels = language === null ? null : labelsOf(language)
  return labels ? { label: titleIn(labels, structure, listed) } : {}
}

/** A thread as it is printed for programs: a passage also names its document. */
export const printed = ({ structure, ...told }: Told, names: ReadonlyMap<string, string>, language: string | null = null, listed = false) =>
  ({ ...told, ...labelIn(language, { structure }, listed), evidence: told.evidence.map((cited) => ({ ...cited, name: names.get(cited.document) ?? null })) })

/** A language in which titles can be written, or null where none is asked for. */
export const titleLanguage = (field: string, value: string | undefined): string | null => (value === undefined ? null : oneOf(field, value, titleLanguages(), value))

/** The names under which the documents of some threads were recorded. */
export const namesOf = async (ledger: Ledger, threads: readonly Told[]): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await ledger.documents(threads.flatMap(({ evidence }) => evidence.map(({ document }) => document))))].map(([hash, { name }]) => [hash, name]))

/** The thread that an identifier names; what is wrong with the identifier is a misuse. */
export const threadOf = (named: Named, id: string): History => {
  switch (named.kind) {
    case 'thread': return named.history
    case 'none': throw new Unknown(`There is no thread ${id} in this ledger: the board lists the identifiers.`)
    case 'several': throw new Misuse(`${id} begins several identifiers: ${named.ids.join(', ')} … Give more letters.`)
  }
}

/** The thread as it is told then; what was not known then is a misuse. */
export const toldThen = ({ thread, id }: History, { asof }: Moment): Told => {
  if (thread === null) throw new Unknown(`Nothing of thread ${id} was known as of ${asof}. Ask about a later day, or with hindsight.`)
  return thread
}

/** The sessions of a committee, with the points that were agreed at each. `within`: what may be seen. */
export const sessionsOf = async (ledger: Ledger, { lines }: History, moment: Moment, within: Within = null, language: string | null = null) => {
  const claims = lines.flatMap(({ entry }) => (entry.kind === 'claim' && entry.claim.item.kind === 'meeting' ? [{ id: entry.claim.id, item: entry.claim.item }] : []))
  return Promise.all(claims.map(async ({ id, item }) => {
    const page = await ledger.board({ between: [], kinds: [], states: [], sectors: [], due: null, session: id, within }, moment, 1000)
    const points = page.threads.flatMap(({ id: thread, title, state, points, structure }) => points.filter(({ session }) => session === id).map(({ point }) => ({ point, thread, title, ...labelIn(language, { structure }, true), state })))
    return { session: id, ordinal: item.ordinal, date: item.date, status: item.status, points: points.toSorted((one, other) => one.point - other.point) }
  }))
}

/** The whole identifier of the claim of a session. */
export const sessionNamed = async (ledger: Ledger, id: string, moment: Moment): Promise<string> => {
  const named = await ledger.thread(id, moment)
  if (named.kind !== 'thread') throw new Misuse(`session ${id} is no claim of this ledger. The thread of its committee lists the sessions.`)
  const claim = named.history.lines.find(({ entry }) => entry.kind === 'claim' && entry.claim.id.startsWith(id))
  return claim?.entry.kind === 'claim' ? claim.entry.claim.id : id
}

/** Each word that is asked for, with the keys under which it is found: those of the same words in a text. */
export const wordsOf = (asked: string): readonly Word[] => {
  const { language, tokens } = open(asked)
  const found = terms(asked, language)
  if (found.length > 0) {
    const points = Array.from(asked)
    return found.map(({ start, end, keys }) => ({ asked: points.slice(start, end).join(''), keys }))
  }
  return tokens.filter(({ kind }) => kind !== 'mark').map(({ form, start, end }) => ({ asked: asked.slice(start, end), keys: [form] }))
}

/** Why a word was found, for people. */
export const whyFound = ({ asked, quote, shared }: Place): string => {
  const name = shared.find((key) => key.includes(':'))
  if (asked === quote) return 'the word itself'
  return name && shared.every((key) => key.includes(':')) ? `both name ${name.slice(name.indexOf(':') + 1)}` : 'the same word in another form or spelling'
}

/** A document that was found, with the threads that stand on the passages. */
export type Found = Hit & { readonly told: readonly Told[] }

const withThreads = async (ledger: Ledger, hit: Hit, moment: Moment): Promise<Found> => {
  const named = await Promise.all(hit.threads.map((id) => ledger.thread(id, moment)))
  return { ...hit, told: named.flatMap((one) => (one.kind === 'thread' && one.history.thread ? [one.history.thread] : [])) }
}

/** The documents that have all the words and were published by then, the newest first. */
export const found = async (ledger: Ledger, words: readonly Word[], moment: Moment, limit: number): Promise<readonly Found[]> => {
  const hits = (await ledger.search(words, moment, limit)).filter(({ said }) => moment.hindsight || said <= moment.asof)
  return Promise.all(hits.map((hit) => withThreads(ledger, hit, moment)))
}

/** What was found, as it is printed for programs. */
export const printedFound = ({ document, name, said, places, told }: Found) =>
  ({ document, name, said, places: places.map((place) => ({ ...place, why: whyFound(place) })), threads: told.map(({ id, title, state }) => ({ id, title, state })) })

/** What waits for a person, as it is printed for programs. */
export const printedDoubt = async (ledger: Ledger, { line, claim, into }: Doubt, language: string | null = null) => {
  const names = await namesOf(ledger, [claim, into].filter((one) => one !== null))
  return { line: line.id, because: line.entry.kind === 'doubted' ? line.entry.because : [], claim: claim && printed(claim, names, language), into: into && printed(into, names, language) }
}

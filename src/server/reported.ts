import { documentsIn, type Person, personsIn, reportsOf, soonAfter, type Statement, type Version, versionsOf } from '../ledger/index.ts'
import type { Ledger, Moment, Told } from '../store/index.ts'
import { sameName } from '../text/index.ts'
import { liesWithin, type Within } from './within.ts'

/** What the reports of meetings say when they are held against one another. */

/** Kinds of thread whose documents report meetings. */
const ofMeetings = new Set(['meeting', 'mechanism'])

type Sources = Awaited<ReturnType<Ledger['documents']>>

const nameIn = (sources: Sources, document: string): string | null => sources.get(document)?.name ?? null

const toldThen = ({ member: { said } }: Statement, { asof, hindsight }: Moment): boolean => hindsight || said <= asof

const printedVersions = (sources: Sources, statements: readonly Statement[], thread: string) => {
  const texts = new Map([...sources].map(([hash, { text }]) => [hash, text]))
  const named = (version: Version) => ({ ...version, name: nameIn(sources, version.document) })
  return reportsOf(statements.filter((statement) => statement.thread === thread).map(({ member }) => member)).map((reports) => {
    const own = new Set(documentsIn(reports))
    const { differences, documents, ...rest } = versionsOf(reports, statements.filter(({ member }) => own.has(member.claim.document)), texts)
    return {
      ...rest,
      documents: documents.map((document) => ({ document, name: nameIn(sources, document), said: sources.get(document)?.said ?? null, language: sources.get(document)?.language ?? null, outlet: sources.get(document)?.outlet ?? null })),
      differences: differences.map((one) => ({ ...one, told: named(one.told), other: one.other && named(one.other) })),
    }
  })
}

/** A person that a list of names knows; two such are told apart by whoever wrote the list. */
const isListed = ({ key }: Person): boolean => /^(?:person:[a-z0-9-]+|Q\d+)$/.test(key)

/** No more names are compared with one another: the work grows with their square. */
const mostNames = 120

/** Names in different documents that may be those of one person, with why. Nothing is joined by it. */
const printedPeople = (sources: Sources, statements: readonly Statement[]) => {
  const persons = personsIn(statements).slice(0, mostNames)
  const printed = ({ name, document, ...rest }: Person) => ({ ...rest, person: name, document, name: nameIn(sources, document) })
  const seen = new Set<string>()
  return persons.flatMap((one, at) => persons.slice(at + 1).flatMap((other) => {
    const pair = [one.name, other.name].join('\n')
    if (one.document === other.document || one.key === other.key || (isListed(one) && isListed(other)) || seen.has(pair)) return []
    const found = sameName(one.name, other.name)
    if (!found) return []
    seen.add(pair)
    return [{ ...found, one: printed(one), other: printed(other) }]
  }))
}

/** So many passages on either side of one are looked at for another document of the same days. */
const nearest = 20

/** The documents that report a meeting in the days in which another does: only what these tell is looked at, however long the thread is. */
const together = ({ evidence }: Told): readonly string[] => {
  const held = evidence.filter(({ kind, step }) => kind === 'meeting' && step === 'held').toSorted((one, other) => (one.said < other.said ? -1 : 1))
  const near = held.filter((one, at) => [...held.slice(Math.max(0, at - nearest), at), ...held.slice(at + 1, at + 1 + nearest)].some((other) => other.document !== one.document && soonAfter(one.said, other.said)))
  return [...new Set(near.map(({ document }) => document))]
}

/**
 * Of a thread of meetings, for programs: in what the reports of each meeting differ, and whose names in them may be those of one person. A passage also names
 * its document. Empty of other threads, and where nothing is reported twice. `within`: what may be seen.
 */
export const reported = async (ledger: Ledger, thread: Told, moment: Moment, within: Within = null) => {
  const documents = ofMeetings.has(thread.kind) ? together(thread) : []
  if (documents.length < 2) return { versions: [], people: [] }
  const statements = (await ledger.statements(documents, moment)).filter((statement) => toldThen(statement, moment) && liesWithin(within, statement.member.claim.between))
  const sources = await ledger.documents(documents)
  return { versions: printedVersions(sources, statements, thread.id), people: printedPeople(sources, statements) }
}

export type Reported = Awaited<ReturnType<typeof reported>>

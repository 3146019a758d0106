import { documentsIn, reportsOf, type Telling, type Version, versionsOf } from '../ledger/index.ts'
import type { Ledger, Moment, Told } from '../store/index.ts'
import { liesWithin, type Within } from './within.ts'

/** Kinds of thread whose documents report meetings. */
const ofMeetings = new Set(['meeting', 'mechanism'])

/** The documents that speak of a thread; none where nothing in it is a meeting. */
const documentsOf = ({ kind, evidence }: Told): readonly string[] => (ofMeetings.has(kind) ? [...new Set(evidence.map(({ document }) => document))] : [])

const toldThen = ({ member: { said } }: Telling, { asof, hindsight }: Moment): boolean => hindsight || said <= asof

/**
 * In what the reports of each meeting of a thread differ, for programs: a passage also names its document. Empty of other threads, and where each meeting has
 * one report. `within`: what may be seen.
 */
export const versionsIn = async (ledger: Ledger, thread: Told, moment: Moment, within: Within = null) => {
  const documents = documentsOf(thread)
  if (documents.length < 2) return []
  const tellings = (await ledger.tellings(documents, moment)).filter((telling) => toldThen(telling, moment) && (within === null || liesWithin(within, telling.member.claim.between)))
  const sources = await ledger.documents(documents)
  const texts = new Map([...sources].map(([hash, { text }]) => [hash, text]))
  const named = (version: Version) => ({ ...version, name: sources.get(version.document)?.name ?? null })
  return reportsOf(tellings.filter((telling) => telling.thread === thread.id).map(({ member }) => member)).map((reports) => {
    const own = new Set(documentsIn(reports))
    const { differences, documents, ...rest } = versionsOf(reports, tellings.filter(({ member }) => own.has(member.claim.document)), texts)
    return {
      ...rest,
      documents: documents.map((document) => ({ document, name: sources.get(document)?.name ?? null, said: sources.get(document)?.said ?? null, language: sources.get(document)?.language ?? null, outlet: sources.get(document)?.outlet ?? null })),
      differences: differences.map((one) => ({ ...one, told: named(one.told), other: one.other && named(one.other) })),
    }
  })
}

export type PrintedVersions = Awaited<ReturnType<typeof versionsIn>>[number]

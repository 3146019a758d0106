import { claimsOf, lastDay } from '../ledger/index.ts'
import { study } from '../reader/index.ts'
import type { Term } from '../model/index.ts'
import type { Recording } from '../store/index.ts'
import { failure, fetched, type Given, type Job, type Unfit } from './document.ts'
import { version } from './version.ts'

/** The words of a text, as they are found; a text of a language that cannot be read has none. */
export const terms = (text: string, language: string | null): readonly Term[] => study(text, { language }).terms

/** A document that is ready to be kept, with how many gaps its reading has, or the reason and the cure. */
export type Prepared =
  | { readonly ok: true; readonly name: string; readonly recording: Recording; readonly gaps: number }
  | { readonly ok: false; readonly name: string; readonly why: Unfit; readonly message: string }

const undated = 'it bears no date, and without one nothing can be said to be due, overdue or silent. Give the day of publication (--date 2015-08-25).'

/** Fetches and reads one document, and makes its claims. Never throws. */
export const prepare = async (job: Job, settings: Given): Promise<Prepared> => {
  try {
    const { source, sha256, issued, language, title } = await fetched(job, settings)
    const { reading, terms } = study(source, { issued, language, sha256 })
    const { document } = reading
    const said = lastDay(document.issued)
    if (reading.gaps.length === 1 && reading.gaps[0]!.evidence[0].rule === 'reader.language') return { ok: false, name: job.name, why: 'no-language', message: `${reading.gaps[0]!.why}. Name the language (--lang ar).` }
    if (said === null) return { ok: false, name: job.name, why: 'no-date', message: undated }
    const { claims, between } = claimsOf(reading, terms, source)
    const by = { kind: 'program', name: `tawafuq/${version}` } as const
    const kept = { kind: 'source', sha256, name: title, language: document.language, outlet: document.outlet, between, text: source } as const
    return { ok: true, name: job.name, gaps: reading.gaps.length, recording: { source: kept, said, by, claims, keys: [...new Set(terms.flatMap(({ keys }) => keys))] } }
  } catch (error) {
    return { ok: false, name: job.name, ...failure(error) }
  }
}

import type { Reading } from '../model/index.ts'
import { read } from '../reader/index.ts'
import { type Document, failure, fetched, type Given, type Job } from '../server/index.ts'
import { type Look, view } from './view.ts'
import { json } from './visible.ts'

/** What is the same for all documents of a run. `alone`: one document, printed as one object and not as a line. */
export type Settings = Given & {
  readonly format: 'text' | 'json' | 'ndjson'
  readonly alone: boolean
  readonly explain: boolean
  readonly look: Look
}

/** What became of it: printable output, or the reason and the cure. */
export type Outcome = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly name: string; readonly message: string }

const rendered = (reading: Reading, { label, title }: Document, { format, alone, look }: Settings): string => {
  if (format === 'text') return `${view(reading, title, look)}\n`
  return format === 'json' && alone ? `${json(reading, 2)}\n` : `${json({ ...label, ...reading })}\n`
}

/** Fetches, reads and prints one document. Never throws: what goes wrong with one document is no harm to the others. */
export const perform = async (job: Job, settings: Settings): Promise<Outcome> => {
  try {
    const document = await fetched(job, settings)
    const { source, issued, language, sha256 } = document
    return { ok: true, output: rendered(read(source, { issued, language, explain: settings.explain, sha256 }), document, settings) }
  } catch (error) {
    return { ok: false, name: job.name, ...failure(error) }
  }
}

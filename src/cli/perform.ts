import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Reading } from '../model/index.ts'
import { read } from '../reader/index.ts'
import { decode } from '../text/index.ts'
import { day } from './day.ts'
import { type Look, view } from './view.ts'
import { json } from './visible.ts'

/** What is the same for all documents of a run. `limit` in bytes; `alone`: one document, printed as one object and not as a line. */
export type Settings = {
  readonly format: 'text' | 'json' | 'ndjson'
  readonly alone: boolean
  readonly issued: string | null
  readonly language: string | null
  readonly explain: boolean
  readonly limit: number
  readonly look: Look
}

/** One document to read: a file, the bytes of standard input, one line of ndjson, or something that could not even be fetched. */
export type Job =
  | { readonly kind: 'file'; readonly name: string; readonly title?: string; readonly issued?: string | null }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'line'; readonly name: string; readonly line: string }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }

/** What became of it: printable output, or the reason and the cure. */
export type Outcome = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly name: string; readonly message: string }

/** A document that cannot be read, with reason and cure: exit code 1, and the others are read. */
export class Refusal extends Error {}

/** How a document is named in the output. */
type Label = { readonly file: string } | { readonly id: string | number }
type Document = { readonly source: string; readonly sha256: string; readonly issued: string | null; readonly language: string | null; readonly label: Label; readonly title: string }

const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export const tooLarge = (bytes: number | string, limit: number): Refusal =>
  new Refusal(`it has ${bytes} bytes and at most ${limit} are read. Split it into its documents, or raise the limit with --max-bytes.`)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name and the folder.',
  EACCES: 'it may not be read. Ask its owner for the right to read it.',
  EPERM: 'it may not be read. Ask its owner for the right to read it.',
  EISDIR: 'it is a folder. Name the files in it, for example with *.txt.',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path.',
  ELOOP: 'its links lead in a circle. Name the file itself.',
}

const unreadable = (error: NodeJS.ErrnoException): Refusal => new Refusal(reasons[error.code ?? ''] ?? `it cannot be read (${error.message}).`, { cause: error })

/** All bytes of a stream; stops as soon as there are too many of them. */
export const gather = async (stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw tooLarge('more', limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const bytesOf = async (path: string, limit: number): Promise<Uint8Array> => {
  try {
    await using file = await open(path)
    const stat = await file.stat()
    if (stat.isFile() && stat.size > limit) throw tooLarge(stat.size, limit)
    return stat.isFile() ? await file.readFile() : await gather(file.createReadStream({ autoClose: false }), limit)
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(error as NodeJS.ErrnoException)
  }
}

const fromBytes = (bytes: Uint8Array, name: string, { issued, language, limit }: Settings): Document => {
  const decoded = decode(bytes, limit)
  if (!decoded.ok) throw new Refusal(decoded.message)
  return { source: decoded.source, sha256: digest(bytes), issued, language, label: { file: name }, title: name }
}

const parsed = (line: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new Refusal(`it is not JSON (${error instanceof Error ? error.message : String(error)}). Each line is {"id","text","date"?,"language"?}.`, { cause: error })
  }
  throw new Refusal('it is not an object. Each line is {"id","text","date"?,"language"?}.')
}

const text = (value: unknown, field: string): string | null => {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  throw new Refusal(`"${field}" is not a text. Each line is {"id","text","date"?,"language"?}.`)
}

const fromLine = (line: string, settings: Settings): Document => {
  const { id, ...fields } = parsed(line)
  if (typeof id !== 'string' && typeof id !== 'number') throw new Refusal('it has no "id". Give every line a text or number of its own as "id".')
  const [source, date, language] = ['text', 'date', 'language'].map((field) => text(fields[field], field))
  if (!source?.trim()) throw new Refusal('it has no "text", or an empty one.')
  if (date && day(date) === null) throw new Refusal(`its "date" "${date}" is no date. Write it as 2015-08-25.`)
  return { source: source.toWellFormed(), sha256: digest(source), issued: date || settings.issued, language: language || settings.language, label: { id }, title: String(id) }
}

const fetched = async (job: Job, settings: Settings): Promise<Document> => {
  switch (job.kind) {
    case 'refused': throw new Refusal(job.message)
    case 'line': return fromLine(job.line, settings)
    case 'bytes': return fromBytes(job.bytes, job.name, settings)
    case 'file': {
      const document = fromBytes(await bytesOf(job.name, settings.limit), job.name, settings)
      return { ...document, issued: job.issued ?? document.issued, title: job.title ?? document.title }
    }
  }
}

const rendered = (reading: Reading, { label, title }: Document, { format, alone, look }: Settings): string => {
  if (format === 'text') return `${view(reading, title, look)}\n`
  return format === 'json' && alone ? `${json(reading, 2)}\n` : `${json({ ...label, ...reading })}\n`
}

const failure = (error: unknown): string =>
  error instanceof Refusal ? error.message : `the reader failed, which is a mistake of the program: ${error instanceof Error ? error.message : String(error)}. Please report it with the text.`

/** Fetches, reads and prints one document. Never throws: what goes wrong with one document is no harm to the others. */
export const perform = async (job: Job, settings: Settings): Promise<Outcome> => {
  try {
    const document = await fetched(job, settings)
    const { source, issued, language, sha256 } = document
    return { ok: true, output: rendered(read(source, { issued, language, explain: settings.explain, sha256 }), document, settings) }
  } catch (error) {
    return { ok: false, name: job.name, message: failure(error) }
  }
}

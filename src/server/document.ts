import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { decode } from '../text/index.ts'
import { day } from './day.ts'
import { isLanguage } from './language.ts'

/** One document to read: a file, the bytes of standard input, one line of ndjson, or something that could not even be fetched. */
export type Job =
  | { readonly kind: 'file'; readonly name: string; readonly title?: string; readonly issued?: string | null }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'line'; readonly name: string; readonly line: string }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }

/** What holds for every document that does not say otherwise. `limit` in bytes. */
export type Given = { readonly issued: string | null; readonly language: string | null; readonly limit: number }

/** Why a document cannot be kept, for programs; `other` is told by the message alone. */
export type Unfit = 'no-date' | 'no-language' | 'empty' | 'binary' | 'encoding' | 'too-large' | 'other'

/** A document that cannot be read, with reason and cure: exit code 1, and the others are read. */
export class Unreadable extends Error {
  readonly why: Unfit
  constructor(message: string, { why = 'other', ...options }: ErrorOptions & { readonly why?: Unfit } = {}) {
    super(message, options)
    this.why = why
  }
}

type Label = { readonly file: string } | { readonly id: string | number }

/** A text ready to be read, and how it is named in the output: `label` for machines, `title` for people. */
export type Document = {
  readonly source: string
  readonly sha256: string
  readonly issued: string | null
  readonly language: string | null
  readonly label: Label
  readonly title: string
}

/** The hash by which a document is known. */
export const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export const tooLarge = (bytes: number | string, limit: number): Unreadable =>
  new Unreadable(`it has ${bytes} bytes and at most ${limit} are read. Split it into its documents, or raise the limit (--max-bytes).`, { why: 'too-large' })

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name and the folder.',
  EACCES: 'it may not be read. Ask its owner for the right to read it.',
  EPERM: 'it may not be read. Ask its owner for the right to read it.',
  EISDIR: 'it is a folder. Name the files in it, for example with *.txt.',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path.',
  ELOOP: 'its links lead in a circle. Name the file itself.',
}

/** What the system says against reading a file, as a refusal; a refusal stays itself. */
export const unreadable = (error: unknown): Unreadable => {
  if (error instanceof Unreadable) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  return new Unreadable(reasons[code] ?? `it cannot be read (${message}).`, { cause: error })
}

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
    throw unreadable(error)
  }
}

const fromBytes = (bytes: Uint8Array, name: string, { issued, language, limit }: Given): Document => {
  const decoded = decode(bytes, limit)
  if (!decoded.ok) throw new Unreadable(decoded.message, { why: decoded.why })
  return { source: decoded.source, sha256: digest(bytes), issued, language, label: { file: name }, title: name }
}

const parsed = (line: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new Unreadable(`it is not JSON (${error instanceof Error ? error.message : String(error)}). Each line is {"id","text","date"?,"language"?}.`, { cause: error })
  }
  throw new Unreadable('it is not an object. Each line is {"id","text","date"?,"language"?}.')
}

const text = (value: unknown, field: string): string | null => {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  throw new Unreadable(`"${field}" is not a text. Each line is {"id","text","date"?,"language"?}.`)
}

const fromLine = (line: string, given: Given): Document => {
  const { id, ...fields } = parsed(line)
  if (typeof id !== 'string' && typeof id !== 'number') throw new Unreadable('it has no "id". Give every line a text or number of its own as "id".')
  const [source, date, language] = ['text', 'date', 'language'].map((field) => text(fields[field], field))
  if (!source?.trim()) throw new Unreadable('it has no "text", or an empty one.', { why: 'empty' })
  if (date && day(date) === null) throw new Unreadable(`its "date" "${date}" is no date. Write it as 2015-08-25.`)
  if (language && !isLanguage(language)) throw new Unreadable(`its "language" "${language}" is no language code. Write ar for Arabic (ISO 639).`)
  return { source: source.toWellFormed(), sha256: digest(source), issued: date || given.issued, language: language || given.language, label: { id }, title: String(id) }
}

/** The text of a job; what keeps it from being read is thrown as a `Unreadable`. */
export const fetched = async (job: Job, given: Given): Promise<Document> => {
  switch (job.kind) {
    case 'refused': throw new Unreadable(job.message)
    case 'line': return fromLine(job.line, given)
    case 'bytes': return fromBytes(job.bytes, job.name, given)
    case 'file': {
      const document = fromBytes(await bytesOf(job.name, given.limit), job.name, given)
      return { ...document, issued: job.issued ?? document.issued, title: job.title ?? document.title }
    }
  }
}

/** What is told of a document that could not be worked on. */
export const failure = (error: unknown): Pick<Unreadable, 'why' | 'message'> =>
  error instanceof Unreadable ? { why: error.why, message: error.message } : { why: 'other', message: `the reader failed, which is a mistake of the program: ${error instanceof Error ? error.message : String(error)}. Please report it with the text.` }

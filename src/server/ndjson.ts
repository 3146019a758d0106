import { type Job, tooLarge, Unreadable, unreadable } from './document.ts'

/** A document to come, and about how many bytes it has: what batches are cut by. */
export type Coming = { readonly job: Job; readonly bytes: number }

export type Bytes = AsyncIterable<Uint8Array>

/** What cannot be fetched, in the place of a document. */
export const refused = (name: string, error: unknown): Coming => ({ job: { kind: 'refused', name, message: unreadable(error).message }, bytes: 0 })

/** The lines of a stream as bytes, without their ends. A line of more than `limit` bytes is given as null: its bytes are not kept. */
export async function* lines(stream: Bytes, limit: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let held = 0
  const take = (part: Uint8Array): void => {
    held += part.length
    parts = held > limit ? [] : [...parts, part]
  }
  const end = (): Uint8Array | null => {
    const line = held > limit ? null : Buffer.concat(parts)
    parts = []
    held = 0
    return line
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  if (held > 0) yield end()
}

const lineJob = (line: Uint8Array | null, name: string, limit: number): Coming => {
  if (line === null) return refused(name, tooLarge('more', limit))
  try {
    return { job: { kind: 'line', name, line: new TextDecoder('utf-8', { fatal: true }).decode(line) }, bytes: line.length }
  } catch {
    return refused(name, new Unreadable('it is not UTF-8, which ndjson must be. Save the file again as UTF-8.'))
  }
}

const blank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13)

/** Every document of a stream of ndjson, in order; what is no document comes as a refusal in its place. */
export async function* lineJobs(stream: Bytes, name: string, limit: number): AsyncGenerator<Coming> {
  let number = 0
  for await (const line of lines(stream, limit)) {
    number += 1
    if (line === null || !blank(line)) yield lineJob(line, `${name}, line ${number}`, limit)
  }
  if (number === 0) yield refused(name, new Unreadable('it is empty. Each line is {"id","text","date"?,"language"?}.'))
}

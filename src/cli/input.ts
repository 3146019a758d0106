import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Job, Refusal, gather, tooLarge, unreadable } from './document.ts'

/** A document to come, and about how many bytes it has: what batches are cut by. */
export type Coming = { readonly job: Job; readonly bytes: number }

type Bytes = AsyncIterable<Uint8Array>

const standardInput = (): Bytes => process.stdin

const refused = (name: string, error: unknown): Coming => ({ job: { kind: 'refused', name, message: unreadable(error).message }, bytes: 0 })

const size = (file: string): number => {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

const whole = async (name: string, limit: number): Promise<Coming> => {
  if (name !== '-') return { job: { kind: 'file', name }, bytes: size(name) }
  try {
    const bytes = await gather(standardInput(), limit)
    return { job: { kind: 'bytes', name, bytes }, bytes: bytes.length }
  } catch (error) {
    return refused(name, error)
  }
}

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
    return refused(name, new Refusal('it is not UTF-8, which ndjson must be. Save the file again as UTF-8.'))
  }
}

const blank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13)

async function* lineJobs(stream: Bytes, name: string, limit: number): AsyncGenerator<Coming> {
  let number = 0
  for await (const line of lines(stream, limit)) {
    number += 1
    if (line === null || !blank(line)) yield lineJob(line, `${name}, line ${number}`, limit)
  }
  if (number === 0) yield refused(name, new Refusal('it is empty. Each line is {"id","text","date"?,"language"?}.'))
}

async function* fileLines(name: string, limit: number): AsyncGenerator<Coming> {
  if (name === '-') return yield* lineJobs(standardInput(), name, limit)
  try {
    await using file = await open(name)
    yield* lineJobs(file.createReadStream({ autoClose: false }), name, limit)
  } catch (error) {
    yield refused(name, error)
  }
}

/** Every document of the files, in order; `-` is standard input. What cannot be fetched comes as a refusal in its place. */
export async function* documents(files: readonly string[], input: 'text' | 'ndjson', limit: number): AsyncGenerator<Coming> {
  for (const name of files) {
    if (input === 'ndjson') yield* fileLines(name, limit)
    else yield await whole(name, limit)
  }
}

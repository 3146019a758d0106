import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Bytes, type Coming, gather, lineJobs, refused } from '../server/index.ts'

const standardInput = (): Bytes => process.stdin

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

import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { digest } from './document.ts'

/** A document of the sample, as it lies beside the program. */
export type SampleDocument = { readonly name: string; readonly bytes: Buffer; readonly sha256: string }

const documentAt = (file: string): SampleDocument => {
  const bytes = readFileSync(file)
  return { name: basename(file), bytes, sha256: digest(bytes) }
}

const folder = join(import.meta.dirname, '..', '..', 'threads', 'china-kazakhstan', 'documents')

/** The documents of the sample in the order of their names, which begin with their days; none where the program was installed without them. */
export const sampleDocuments = (): readonly SampleDocument[] => (existsSync(folder) ? globSync(join(folder, '*.txt')).toSorted().map(documentAt) : [])

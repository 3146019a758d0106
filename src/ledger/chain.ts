import { hash } from 'node:crypto'
import { type Author, chainOf, type Draft, type Instant, type Line } from './line.ts'

/** A line as it is kept: `body` is the line as JSON, `hash` that of `prev` and `body`; `prev` is the hash of the line before it in its author's chain. */
export type Sealed = { readonly chain: string; readonly place: number; readonly prev: string; readonly hash: string; readonly recorded: Instant; readonly body: string; readonly line: Line }

/** The end of a chain: how many lines it has, and the hash of the last. */
export type Head = { readonly lines: number; readonly hash: string }

export const noHead: Head = { lines: 0, hash: '0'.repeat(64) }

export const hashOf = (prev: string, body: string): string => hash('sha256', `${prev}\n${body}`)

/** Gives a draft its place, its instant and its hash. */
export const seal = ({ by, said, valid, entry, evidence, corrects }: Draft, head: Head, recorded: Instant): Sealed => {
  const [chain, place] = [chainOf(by), head.lines + 1]
  const line: Line = { id: `${chain}#${place}`, by, recorded, said, valid, corrects: corrects ?? null, entry, evidence }
  const body = JSON.stringify(line)
  return { chain, place, prev: head.hash, hash: hashOf(head.hash, body), recorded, body, line }
}

/** What is asked of a kept line to check it. */
export type Kept = Pick<Sealed, 'chain' | 'place' | 'prev' | 'hash' | 'recorded' | 'body'> & { readonly number: number }

/** A line that is not as it was written: its number in the ledger, and what is wrong. */
export type Fault = { readonly number: number; readonly what: string }

const quoted = (text: string): string => JSON.stringify(text)

/** What is wrong with a line that comes after `head` in its chain; null when nothing is. */
export const faultOf = ({ number, chain, place, prev, hash, recorded, body }: Kept, head: Head): Fault | null => {
  if (place !== head.lines + 1) return { number, what: `line ${place} of ${chain} stands where line ${head.lines + 1} belongs: lines were dropped or moved` }
  if (prev !== head.hash) return { number, what: `it does not follow the line before it in ${chain}: one of the two was changed or moved` }
  if (hashOf(prev, body) !== hash) return { number, what: 'its text is not what was written' }
  if (!body.startsWith(`{"id":${quoted(`${chain}#${place}`)},`) || !body.includes(`"recorded":${quoted(recorded)},`)) return { number, what: 'its author, place or instant is not what was written' }
  return null
}

/** The author that a chain is named after. */
export const authorOf = (chain: string): Author => {
  const at = chain.indexOf(':')
  return { kind: chain.slice(0, at) === 'person' ? 'person' : 'program', name: chain.slice(at + 1) }
}

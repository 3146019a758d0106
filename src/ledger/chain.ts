import { hash } from 'node:crypto'
import { type Author, chainOf, type Draft, type Instant, type Line } from './line.ts'

/** A line as it is kept: `body` is the line as JSON, `hash` that of `prev` and `body`; `prev` is the hash of the line before it in its author's chain. */
export type Sealed = { readonly chain: string; readonly place: number; readonly prev: string; readonly hash: string; readonly recorded: Instant; readonly body: string; readonly line: Line }

/** The end of a chain: how many lines it has, and the hash of the last. */
export type Head = { readonly lines: number; readonly hash: string }

export const noHead: Head = { lines: 0, hash: '0'.repeat(64) }

/** What is hashed of a line: the hash of the line before it, and its own text. */
export const sealedText = (prev: string, body: string): string => `${prev}\n${body}`

export const hashOf = (prev: string, body: string): string => hash('sha256', sealedText(prev, body))

/** Gives a draft its place, its instant and its hash. */
export const seal = ({ by, said, valid, entry, evidence, corrects }: Draft, head: Head, recorded: Instant): Sealed => {
  const [chain, place] = [chainOf(by), head.lines + 1]
  const line: Line = { id: `${chain}#${place}`, by, recorded, said, valid, corrects: corrects ?? null, entry, evidence }
  const body = JSON.stringify(line)
  return { chain, place, prev: head.hash, hash: hashOf(head.hash, body), recorded, body, line }
}

/** What is asked of a kept line to check it; `sealed` is what was hashed of it, as bytes: whoever checks a ledger need not make texts of all of it. */
export type Kept = Pick<Sealed, 'chain' | 'place' | 'prev' | 'hash' | 'recorded'> & { readonly number: number; readonly sealed: Uint8Array }

/** A line that is not as it was written: its number in the ledger, and what is wrong. */
export type Fault = { readonly number: number; readonly what: string }

const quoted = (text: string): string => JSON.stringify(text)

/** Whether a text begins as the line should, and holds its instant. */
const bears = ({ chain, place, prev, recorded, sealed }: Kept): boolean => {
  const text = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const begin = Buffer.byteLength(prev) + 1
  return text.indexOf(`{"id":${quoted(`${chain}#${place}`)},`, begin) === begin && text.includes(`"recorded":${quoted(recorded)},`, begin)
}

/** What is wrong with a line that comes after `head` in its chain; null when nothing is. */
export const faultOf = (kept: Kept, head: Head): Fault | null => {
  const { number, chain, place } = kept
  if (place !== head.lines + 1) return { number, what: `line ${place} of ${chain} stands where line ${head.lines + 1} belongs: lines were dropped or moved` }
  if (kept.prev !== head.hash) return { number, what: `it does not follow the line before it in ${chain}: one of the two was changed or moved` }
  if (hash('sha256', kept.sealed) !== kept.hash) return { number, what: 'its text is not what was written' }
  return bears(kept) ? null : { number, what: 'its author, place or instant is not what was written' }
}

/** The author that a chain is named after. */
export const authorOf = (chain: string): Author => {
  const at = chain.indexOf(':')
  return { kind: chain.slice(0, at) === 'person' ? 'person' : 'program', name: chain.slice(at + 1) }
}

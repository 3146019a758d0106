import type { Edtf, Evidence } from '../model/index.ts'
import type { Claim, ClaimId, Item } from './claim.ts'
import type { State } from './states.ts'

/** Who wrote a line: a version of the program, or a person by name. Each author has a chain of its own. */
export type Author = { readonly kind: 'program' | 'person'; readonly name: string }

/** `program:tawafuq/0.1.0#12`: the twelfth line of an author's chain. */
export type LineId = string

/** An instant in UTC, `2026-01-31T09:00:00.000Z`. Instants compare as texts. */
export type Instant = string

/** Why something was done or holds: a code for programs, a sentence for people. */
export type Because = { readonly code: string; readonly says: string }

/** A document as it came: `text` is what was decoded of its bytes, `sha256` the hash of the bytes. */
export type Source = {
  readonly kind: 'source'
  readonly sha256: string
  readonly name: string
  readonly language: string | null
  readonly outlet: string | null
  readonly between: readonly string[]
  readonly text: string
}

/**
 * What a line says. `joined`, `doubted`: a claim was placed with the thread of another, or may belong there and waits for a person.
 * `parted` undoes one of these two, which it names in `corrects`; `withdrawn` undoes any other line. A `part` stays a thread of its own.
 */
export type Entry =
  | Source
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'joined'; readonly claim: ClaimId; readonly into: ClaimId; readonly because: readonly Because[] }
  | { readonly kind: 'doubted'; readonly claim: ClaimId; readonly into: ClaimId; readonly because: readonly Because[] }
  | { readonly kind: 'part'; readonly claim: ClaimId; readonly of: ClaimId; readonly because: readonly Because[] }
  | { readonly kind: 'parted'; readonly claim: ClaimId; readonly why: string }
  | { readonly kind: 'accepted'; readonly claim: ClaimId }
  | { readonly kind: 'rejected'; readonly claim: ClaimId; readonly why: string }
  | { readonly kind: 'amended'; readonly claim: ClaimId; readonly item: Item; readonly why: string }
  | { readonly kind: 'judged'; readonly claim: ClaimId; readonly state: State; readonly why: string }
  | { readonly kind: 'noted'; readonly claim: ClaimId; readonly text: string }
  | { readonly kind: 'assigned'; readonly claim: ClaimId; readonly owner: string; readonly due: Edtf | null }
  | { readonly kind: 'withdrawn'; readonly why: string }

/** One line of the ledger; never changed, never deleted. A mistake is mended by a later line that names it in `corrects`. */
export type Line<E extends Entry = Entry> = {
  readonly id: LineId
  readonly by: Author
  /** When the ledger learned it. */
  readonly recorded: Instant
  /** The day on which the document, or the person, said so. */
  readonly said: Edtf
  /** When it holds in the world. */
  readonly valid: Edtf
  readonly corrects: LineId | null
  readonly entry: E
  readonly evidence: readonly Evidence[]
}

/** A line before it has its place in a chain and its instant. */
export type Draft<E extends Entry = Entry> = Pick<Line<E>, 'by' | 'said' | 'valid' | 'entry' | 'evidence'> & { readonly corrects?: LineId | null }

export const chainOf = ({ kind, name }: Author): string => `${kind}:${name}`

/** The claims that a line is about: none of a source, two of a joining. */
export const touches = ({ entry }: Pick<Line, 'entry'>): readonly ClaimId[] => {
  switch (entry.kind) {
    case 'source': case 'withdrawn': return []
    case 'claim': return [entry.claim.id]
    case 'joined': case 'doubted': return [entry.claim, entry.into]
    case 'part': return [entry.claim, entry.of]
    default: return [entry.claim]
  }
}

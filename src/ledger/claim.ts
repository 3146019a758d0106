import type { Amount, Commitment, EntityType, Evidences, Figure, Instrument, Meeting, Project } from '../model/index.ts'

/** The identifier of a claim: the same document gives the same claim the same identifier in every ledger. */
export type ClaimId = string

/** An entity as other documents name it too. `key` is its identity across documents: `state:KZ`, `programme:silk-road-belt`. */
export type Named = { readonly key: string; readonly type: EntityType; readonly name: string; readonly code: string | null }

type Without<T, K extends keyof T> = Omit<T, K | 'id' | 'evidence'>

export type MeetingItem = Without<Meeting, 'mechanism' | 'place' | 'participants' | 'parties'> & {
  readonly kind: 'meeting'
  readonly mechanism: Named | null
  readonly place: Named | null
  readonly participants: readonly { readonly entity: Named; readonly chair: boolean }[]
  readonly parties: readonly Named[]
}

export type CommitmentItem = Without<Commitment, 'entities' | 'speaker' | 'parties' | 'place' | 'instrument' | 'project'> & {
  readonly kind: 'commitment'
  readonly entities: readonly Named[]
  readonly speaker: Named | null
  readonly parties: readonly Named[]
  readonly place: Named | null
  /** The claim that names the instrument or project it is about. */
  readonly about: ClaimId | null
  /** The session whose point it is. */
  readonly session: { readonly claim: ClaimId; readonly ordinal: number | null } | null
}

export type InstrumentItem = Without<Instrument, 'parties'> & { readonly kind: 'instrument'; readonly parties: readonly Named[] }

export type ProjectItem = Without<Project, 'place' | 'operator' | 'partOf'> & {
  readonly kind: 'project'
  readonly place: Named | null
  readonly operator: Named | null
  readonly partOf: ClaimId | null
}

/** `side`: the state that counts so, where a text tells what both sides count for one period. */
export type FigureItem = Without<Figure, 'parties'> & { readonly kind: 'figure'; readonly parties: readonly Named[]; readonly side?: string }

export type Item = MeetingItem | CommitmentItem | InstrumentItem | ProjectItem | FigureItem

/**
 * What one document says of one thing. `about`: what the thing is told by (names, sectors, stems), without the parties. `between`: the parties
 * whose business it is, states by their codes and bodies by their keys, in order. `route`: the keys of the places of a line of transport or
 * supply, the two ends or, where a passage strings them together, every stop; claims of other things have none.
 * `printed`: the amounts of the item in the words of the text, as far as it has them in words of their own.
 */
export type Claim<I extends Item = Item> = {
  readonly id: ClaimId
  /** The hash of the document's bytes. */
  readonly document: string
  readonly item: I
  readonly about: readonly string[]
  readonly between: readonly string[]
  readonly route?: Route
  readonly printed?: readonly Printed[]
  readonly evidence: Evidences
}

/** An amount, and the words in which a text prints it. */
export type Printed = Amount & { readonly words: string }

export type Route = readonly [from: string, to: string, ...more: string[]]

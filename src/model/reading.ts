import type {
  Action, EntityType, Force, Hedge, InstrumentStatus, InstrumentType, MeetingStatus, MeetingType, Polarity, Sector, Stage,
} from './codes.ts'
import type { Evidences } from './evidence.ts'

/** A date or interval in EDTF (ISO 8601-2), levels 0 and 1: `2015-08-25`, `2015-05`, `2015`, `2015-12-16/2015-12-18`, `2015~`. */
export type Edtf = string

/** The identifier of an entity within one reading (`e1`, `e2`, …). */
export type EntityId = string

export type Entity = {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  /** ISO 3166-1 alpha-2 of a state or territory; ISO 3166-2 or UN/LOCODE of a place. */
  readonly code: string | null
  readonly wikidata: string | null
  /** Of a person: the post as written, and the state or body it belongs to. */
  readonly post?: string | null
  readonly of?: EntityId | null
  readonly evidence: Evidences
}

/** An expression of time: a calendar value, or a hedge when the words give none; both null when a relative word has no date to stand on. */
export type Time = { readonly edtf: Edtf | null; readonly hedge: Hedge | null; readonly evidence: Evidences }

/** `unit`: ISO 4217 for money, UCUM for measures, `%`, or a counted noun. `value` in the unit itself; null where the words do not give it safely. */
export type Quantity = {
  readonly value: number | null
  readonly unit: string
  readonly per: string | null
  readonly approximate: boolean
  readonly evidence: Evidences
}

export type Amount = { readonly value: number; readonly unit: string }
export type Target = Amount & { readonly per: string | null }
export type Measure = Amount & { readonly of: string | null }

export type Participant = { readonly entity: EntityId; readonly chair: boolean }

export type Meeting = {
  readonly id: string
  readonly type: MeetingType
  readonly mechanism: EntityId | null
  readonly ordinal: number | null
  readonly place: EntityId | null
  readonly date: Edtf | null
  readonly status: MeetingStatus
  readonly participants: readonly Participant[]
  readonly parties: readonly EntityId[]
  /** Totals that the text itself states: a consensus of six points. */
  readonly stated: { readonly points: number } | null
  readonly evidence: Evidences
}

export type Commitment = {
  readonly id: string
  readonly force: Force
  readonly polarity: Polarity
  readonly action: Action
  readonly object: string
  readonly entities: readonly EntityId[]
  readonly speaker: EntityId | null
  readonly parties: readonly EntityId[]
  readonly sectors: readonly Sector[]
  readonly deadline: Edtf | Hedge | null
  readonly target: Target | null
  readonly place: EntityId | null
  readonly condition: string | null
  readonly instrument: string | null
  readonly project: string | null
  /** Its place among the points that the text counts, from 1. */
  readonly point: number | null
  readonly evidence: Evidences
}

export type Instrument = {
  readonly id: string
  readonly type: InstrumentType
  readonly status: InstrumentStatus
  readonly name: string
  readonly count: number | null
  readonly parties: readonly EntityId[]
  readonly date: Edtf | null
  readonly value: Amount | null
  readonly evidence: Evidences
}

export type Project = {
  readonly id: string
  readonly name: string
  readonly count: number | null
  readonly stage: Stage
  readonly sectors: readonly Sector[]
  readonly place: EntityId | null
  readonly operator: EntityId | null
  readonly measures: readonly Measure[]
  readonly value: Amount | null
  readonly startBy: Edtf | null
  readonly endBy: Edtf | null
  readonly partOf: string | null
  readonly evidence: Evidences
}

export type Figure = {
  readonly id: string
  readonly indicator: string
  readonly value: number
  readonly unit: string
  readonly period: Edtf | null
  readonly change: Amount | null
  readonly parties: readonly EntityId[]
  readonly evidence: Evidences
}

/** Something the reader saw and did not understand, or a total of the text that the reading does not meet. */
export type Gap = { readonly why: string; readonly evidence: Evidences }

/** What is known of the document itself. `length` in code points. */
export type Document = {
  readonly sha256: string
  readonly language: string | null
  readonly length: number
  readonly issued: Edtf | null
  readonly issuedFrom: 'dateline' | 'given' | null
  readonly outlet: string | null
  readonly place: EntityId | null
}

/** The public contract of `tawafuq read`. What is not known is null, never guessed. */
export type Reading = {
  readonly tawafuq: 'reading/1'
  readonly document: Document
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
  readonly quantities: readonly Quantity[]
  readonly meetings: readonly Meeting[]
  readonly commitments: readonly Commitment[]
  readonly instruments: readonly Instrument[]
  readonly projects: readonly Project[]
  readonly figures: readonly Figure[]
  readonly gaps: readonly Gap[]
}

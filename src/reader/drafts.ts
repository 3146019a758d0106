import type { Action, Force, InstrumentStatus, InstrumentType, MeetingStatus, MeetingType, Polarity, Stage, Step } from '../model/index.ts'
import type { QuantityMark, TimeMark } from './page.ts'

/** A run of words that an item was read from; `rule` is the entry or pass that made it. */
export type Passage = { readonly from: number; readonly to: number; readonly rule: string }

type Draft = {
  readonly passages: readonly [Passage, ...Passage[]]
  readonly parties: readonly string[]
  /** Which rule gave which value, for those who ask. */
  readonly steps: readonly Step[]
}

/** Items before they get numbers: passages are runs of words and entities are keys of mentions. `at` is the word that heads the item. */
export type CommitmentDraft = Draft & {
  readonly kind: 'commitment'
  readonly at: number
  readonly force: Force
  readonly polarity: Polarity
  readonly action: Action
  /** The words after the head: what it acts on. */
  readonly object: { readonly from: number; readonly to: number }
  readonly speaker: string | null
  readonly deadline: TimeMark | null
  readonly target: QuantityMark | null
  readonly condition: { readonly from: number; readonly to: number } | null
  /** Its place among the points that the text counts, from 1. */
  readonly point: number | null
}

export type InstrumentDraft = Draft & {
  readonly kind: 'instrument'
  readonly at: number
  readonly type: InstrumentType
  readonly status: InstrumentStatus
  readonly count: number | null
  readonly date: TimeMark | null
  readonly value: QuantityMark | null
}

export type MeetingDraft = Draft & {
  readonly kind: 'meeting'
  readonly at: number
  readonly type: MeetingType
  readonly status: MeetingStatus
  readonly ordinal: number | null
  readonly date: string | null
  readonly place: string | null
  /** The words that name the standing body whose session it is. */
  readonly mechanism: { readonly from: number; readonly to: number } | null
  readonly participants: readonly { readonly key: string; readonly chair: boolean }[]
  readonly points: number | null
}

export type ProjectDraft = Draft & {
  readonly kind: 'project'
  readonly at: number
  /** The words that name it; its passages may go on to what is said of it. */
  readonly name: { readonly from: number; readonly to: number }
  readonly stage: Stage
  readonly count: number | null
  readonly place: string | null
  readonly operator: string | null
  readonly measures: readonly QuantityMark[]
  readonly value: QuantityMark | null
  readonly start: TimeMark | null
  readonly end: TimeMark | null
  /** The number of the set, among the projects of the text, whose member it is. */
  readonly partOf: number | null
}

export type FigureDraft = Draft & {
  readonly kind: 'figure'
  readonly indicator: string
  readonly value: number
  readonly unit: string
  readonly period: string | null
  readonly change: { readonly value: number; readonly unit: string } | null
}

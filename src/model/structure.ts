import type { Action, Hedge, InstrumentType, MeetingType, Polarity, Sector } from './codes.ts'
import type { Edtf, Target } from './reading.ts'

/** What a thread can be about. */
export type ThreadKind = 'instrument' | 'project' | 'target' | 'mechanism' | 'meeting' | 'commitment'

/**
 * What is known of a thread in codes, as its first document tells it: enough to call it by a title in any language. `names` and `place` are keys of named
 * entities (`programme:silk-road-belt`, `state:KZ`), `list` a set that is named without its number.
 */
export type Structure = {
  readonly kind: ThreadKind
  readonly type: InstrumentType | MeetingType | null
  readonly action: Action | null
  readonly polarity: Polarity
  readonly count: number | null
  readonly list: boolean
  readonly sectors: readonly Sector[]
  readonly names: readonly string[]
  readonly place: string | null
  readonly indicator: string | null
  readonly target: Target | null
  readonly due: Edtf | Hedge | null
  readonly date: Edtf | null
  readonly between: readonly string[]
}

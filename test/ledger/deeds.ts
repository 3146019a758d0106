import * as fc from 'fast-check'
import { type Draft, type Entry, type Item, type Line, states } from '../../src/ledger/index.ts'
import { actions, instrumentStatuses, stages } from '../../src/model/index.ts'
import type { Ledger, Recording } from '../../src/store/index.ts'
import { linesOf } from './answers.ts'
import { commitment, figure, instrument, meeting, named, person, project, recording, tell, type Telling } from './documents.ts'

/** What happens to a ledger: a document comes, or a person decides something. `at` and `other` choose among what is there by then. */
export type Deed = { readonly kind: 'record'; readonly recording: Recording } | { readonly kind: 'review'; readonly what: Review; readonly at: number; readonly other: number; readonly said: string }

const reviews = ['accepted', 'rejected', 'amended', 'joined', 'doubted', 'part', 'parted', 'withdrawn', 'judged', 'noted', 'assigned'] as const
type Review = (typeof reviews)[number]

const day = fc.constantFrom('2014-05-20', '2015-08-25', '2015-12-14', '2016-01-31', '2016-09-30', '2018-09-28', '2023-11-27')
const deadline = fc.constantFrom(null, null, 'asap' as const, '2015-12-31', '2016', '2016-06', '2017-06-10')
const about = fc.subarray(['word:road', 'word:silk', 'word:car', 'programme:belt', 'sector:railways', 'sector:energy', 'place:astana', 'word:طريق'], { maxLength: 4 })
const between = fc.constantFrom(['CN', 'KZ'], ['CN', 'KZ'], ['CN', 'KZ'], ['KZ', 'UZ'], ['CN', 'KZ', 'RU'], ['UZ'], [])

const item = fc.oneof(
  fc.record({ type: fc.constantFrom('agreement' as const, 'fund' as const, 'committee' as const), status: fc.constantFrom(...instrumentStatuses), date: deadline.filter((one) => one !== 'asap'), count: fc.constantFrom(null, null, 3) }).map((one) => instrument(one)),
  fc.record({ stage: fc.constantFrom(...stages), startBy: deadline.filter((one) => one !== 'asap'), count: fc.constantFrom(null, null, 52, 51) }).map((one) => project(one)),
  fc.record({ action: fc.constantFrom(...actions), deadline, point: fc.constantFrom(null, 1, 2), target: fc.constantFrom(null, null, { value: 40, unit: 'USD', per: 'year' }) }).map((one) => commitment(one)),
  fc.record({ value: fc.constantFrom(20, 40, 44), period: fc.constantFrom(null, '2015', '2016') }).map((one) => figure(one)),
  fc.record({ type: fc.constantFrom('session' as const, 'visit' as const), status: fc.constantFrom('held' as const, 'scheduled' as const), date: deadline.filter((one) => one !== 'asap'), mechanism: fc.constantFrom(null, named('body:committee')), ordinal: fc.constantFrom(null, 7, 8) }).map((one) => meeting(one)),
)

/** A promise or a project may name a thing of its own document, wherever it stands in it. */
const linked = (made: Item, at: number) => (claims: readonly string[]): Item => {
  const other = claims[at % claims.length]!
  if (at % 3 === 0) return made
  if (made.kind === 'commitment') return { ...made, about: at % 2 === 0 ? other : null, session: made.point === null ? null : { claim: claims[0]!, ordinal: 7 } }
  return made.kind === 'project' ? { ...made, partOf: other } : made
}

const telling: fc.Arbitrary<Telling> = fc.tuple(item, about, between, fc.nat(20)).map(([made, keys, parties, at]) => tell(linked(made, at), keys, parties))

export const document: fc.Arbitrary<Recording> = fc.tuple(day, fc.array(telling, { maxLength: 5 }), fc.constantFrom('report', 'news', 'silk\u2028letter', 'note "😀" \\ \ud800\0')).map(([said, tellings, title]) => recording(said, tellings, title))

const review: fc.Arbitrary<Deed> = fc.record({ kind: fc.constant('review' as const), what: fc.constantFrom(...reviews), at: fc.nat(1000), other: fc.nat(1000), said: day })

export const deeds: fc.Arbitrary<readonly Deed[]> =
  fc.tuple(fc.array(document, { minLength: 1, maxLength: 3 }), fc.array(fc.oneof({ weight: 3, arbitrary: document.map((recording): Deed => ({ kind: 'record', recording })) }, { weight: 4, arbitrary: review }), { maxLength: 8 }))
    .map(([first, then]) => [...first.map((recording): Deed => ({ kind: 'record', recording })), ...then])

const changed = (item: Item): Item => {
  switch (item.kind) {
    case 'instrument': return { ...item, status: 'signed' }
    case 'project': return { ...item, stage: 'completed' }
    case 'commitment': return { ...item, deadline: '2015-10-01' }
    case 'figure': return { ...item, value: item.value * 2 }
    case 'meeting': return { ...item, status: 'held' }
  }
}

type Of<K extends Entry['kind']> = Line<Extract<Entry, { readonly kind: K }>>

export const linesAs = <K extends Entry['kind']>(lines: readonly Line[], ...kinds: readonly K[]): readonly Of<K>[] => lines.filter((line): line is Of<K> => kinds.some((kind) => kind === line.entry.kind))

const drafted = (entry: Entry, said: string, corrects: string | null = null): Draft => ({ by: person, said, valid: said, entry, evidence: [], corrects })

const why = 'seen on the spot'

/** The line by which a person does something to one or two of the claims and lines that are there; null where there is nothing to do it to. */
export const decision = (lines: readonly Line[], { what, at, other, said }: Extract<Deed, { readonly kind: 'review' }>): Draft | null => {
  const claims = linesAs(lines, 'claim').map(({ entry }) => entry.claim)
  const placed = linesAs(lines, 'joined', 'doubted')
  const [claim, second] = [claims[at % claims.length], claims[other % claims.length]]
  if (claim === undefined || second === undefined) return null
  switch (what) {
    case 'accepted': return drafted({ kind: what, claim: claim.id }, said)
    case 'rejected': return drafted({ kind: what, claim: claim.id, why }, said)
    case 'amended': return drafted({ kind: what, claim: claim.id, item: changed(claim.item), why }, said)
    case 'joined': case 'doubted': return drafted({ kind: what, claim: claim.id, into: second.id, because: [] }, said)
    case 'part': return claim.id === second.id ? null : drafted({ kind: what, claim: claim.id, of: second.id, because: [] }, said)
    case 'parted': return placed.length === 0 ? null : drafted({ kind: what, claim: placed[at % placed.length]!.entry.claim, why }, said, placed[at % placed.length]!.id)
    case 'withdrawn': return drafted({ kind: what, why }, said, lines[at % lines.length]!.id)
    case 'judged': return drafted({ kind: what, claim: claim.id, state: states[other % states.length]!, why }, said)
    case 'noted': return drafted({ kind: what, claim: claim.id, text: 'ask again' }, said)
    case 'assigned': return drafted({ kind: what, claim: claim.id, owner: 'Berik', due: null }, said)
  }
}

/** Does it to a ledger. */
export const perform = async (ledger: Ledger, deed: Deed): Promise<unknown> => {
  if (deed.kind === 'record') return ledger.record(deed.recording)
  const draft = decision(await linesOf(ledger), deed)
  return draft === null ? null : ledger.append([draft])
}

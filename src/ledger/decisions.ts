import type { ClaimId, Item } from './claim.ts'
import type { Day } from './days.ts'
import type { Author, Draft, Entry, Line, LineId } from './line.ts'
import type { State } from './states.ts'
import { standing } from './threads.ts'

/** Who decides, and on which day. */
export type Desk = { readonly by: Author; readonly said: Day }

const draft = ({ by, said }: Desk, entry: Entry, corrects: LineId | null = null): Draft => ({ by, said, valid: said, entry, evidence: [], corrects })

export const accept = (desk: Desk, claim: ClaimId): Draft => draft(desk, { kind: 'accepted', claim })
export const reject = (desk: Desk, claim: ClaimId, why: string): Draft => draft(desk, { kind: 'rejected', claim, why })
export const amend = (desk: Desk, claim: ClaimId, item: Item, why: string): Draft => draft(desk, { kind: 'amended', claim, item, why })
export const judge = (desk: Desk, claim: ClaimId, state: State, why: string): Draft => draft(desk, { kind: 'judged', claim, state, why })
export const note = (desk: Desk, claim: ClaimId, text: string): Draft => draft(desk, { kind: 'noted', claim, text })
export const assign = (desk: Desk, claim: ClaimId, owner: string, due: string | null): Draft => draft(desk, { kind: 'assigned', claim, owner, due })
export const withdraw = (desk: Desk, line: LineId, why: string): Draft => draft(desk, { kind: 'withdrawn', why }, line)

/** Joins the thread of a claim with another. `doubt`: the line that asked whether they belong together, which this answers. */
export const join = (desk: Desk, claim: ClaimId, into: ClaimId, why: string, doubt: LineId | null = null): Draft =>
  draft(desk, { kind: 'joined', claim, into, because: [{ code: 'decided', says: why }] }, doubt)

/** Says that two claims which may belong together do not. */
export const refuse = (desk: Desk, doubt: Line, why: string): Draft =>
  draft(desk, { kind: 'parted', claim: (doubt.entry as { readonly claim: ClaimId }).claim, why }, doubt.id)

/** A line of a document: its own, one of its claims, or one that says of these what counts. Lines stand in the order in which they were recorded. */
type DocumentLines = readonly Line[]

const sourceIn = (lines: DocumentLines): Line | undefined => lines.find(({ entry }) => entry.kind === 'source')

/** The line that took the document out, as long as it stands. */
export const takenOutBy = (lines: DocumentLines): Line | null => {
  const source = sourceIn(lines)
  return standing(lines).findLast(({ entry, corrects }) => entry.kind === 'withdrawn' && source !== undefined && corrects === source.id) ?? null
}

const rejectedIn = (lines: DocumentLines): readonly Line<Extract<Entry, { readonly kind: 'rejected' }>>[] => standing(lines).filter((line): line is Line<Extract<Entry, { readonly kind: 'rejected' }>> => line.entry.kind === 'rejected')

/** Takes a document out: its own line is withdrawn and all of its claims are rejected, so that nothing read from it counts. Empty when it is out already. */
export const takeOut = (desk: Desk, lines: DocumentLines, why: string): readonly Draft[] => {
  const source = sourceIn(lines)
  if (source === undefined || takenOutBy(lines)) return []
  const rejected = new Set(rejectedIn(lines).map(({ entry }) => entry.claim))
  return [withdraw(desk, source.id, why), ...lines.flatMap(({ entry }) => (entry.kind === 'claim' && !rejected.has(entry.claim.id) ? [reject(desk, entry.claim.id, why)] : []))]
}

/** Puts a document back: what was written when it was taken out is undone, and nothing else. Empty when it is not out. */
export const putBack = (desk: Desk, lines: DocumentLines, why: string): readonly Draft[] => {
  const out = takenOutBy(lines)
  if (out === null) return []
  return [out, ...rejectedIn(lines).filter(({ by, recorded }) => recorded === out.recorded && by.kind === out.by.kind && by.name === out.by.name)].map(({ id }) => withdraw(desk, id, why))
}

type Joined = Line<Extract<Entry, { readonly kind: 'joined' }>>

const joins = (lines: readonly Line[]): readonly Joined[] => standing(lines).filter((line): line is Joined => line.entry.kind === 'joined')

/**
 * Takes a claim out of its thread: the joinings that hold it there are undone. Claims that were joined with it, and with nothing else, stay
 * together. Empty when the claim stands alone. `lines` are those of the thread.
 */
export const part = (desk: Desk, lines: readonly Line[], claim: ClaimId, why: string): readonly Draft[] => {
  const all = joins(lines)
  const held = all.filter(({ entry }) => entry.claim === claim || entry.into === claim)
  const [first, ...rest] = held.filter(({ entry }) => entry.into === claim).map(({ entry }) => entry.claim)
  const towards = held.find(({ entry }) => entry.claim === claim)?.entry.into
  const left = towards === undefined ? rest : first === undefined ? [] : [first, ...rest]
  const centre = towards ?? first
  return [
    ...held.map(({ id }) => draft(desk, { kind: 'parted', claim, why }, id)),
    ...(centre === undefined ? [] : left.map((one) => join(desk, one, centre, `they stayed together when ${claim} was parted from them`))),
  ]
}

import type { Claim, ClaimId } from './claim.ts'
import { alike, familyOf, type Likeness, restKey, type Told } from './likeness.ts'
import type { Author, Draft } from './line.ts'

/** A thread that a claim may belong to: its identifier and some of its claims. */
export type Candidate = { readonly thread: ClaimId; readonly told: readonly Told[] }

/** Kinds of which one document may tell several of one thread: sessions of one committee, values of one indicator. */
const several = new Set(['mechanism', 'target'])

type Best = { readonly candidate: Candidate; readonly likeness: Likeness }

/** A headline and its text tell of one list. */
const sameSet = (one: Claim, other: Claim): boolean =>
  one.item.kind === 'project' && other.item.kind === 'project' && (one.item.count === null || other.item.count === null || one.item.count === other.item.count) && alike({ claim: one, said: '' }, { claim: other, said: '' })?.because[0]?.code === 'list-redrawn'

/** Within one document two things that are told apart are two things: the reader has joined what repeats. */
const elsewhere = ({ claim }: Told, { told }: Candidate): boolean =>
  several.has(familyOf(claim)) || !told.some((other) => other.claim.document === claim.document && other.claim.item.kind === claim.item.kind && !sameSet(claim, other.claim))

const better = (one: Best, other: Best | null): boolean =>
  other === null || (one.likeness.sure !== other.likeness.sure ? one.likeness.sure : one.likeness.score > other.likeness.score)

const likest = (told: Told, candidate: Candidate): Best | null =>
  candidate.told.reduce<Best | null>((best, other) => {
    const likeness = alike(told, other)
    return likeness && better({ candidate, likeness }, best) ? { candidate, likeness } : best
  }, null)

/** The thread that a claim belongs to or may belong to; null when it begins one. What is sure only where nothing else is like it is asked about where something is. */
export const placed = (told: Told, candidates: readonly Candidate[]): Best | null => {
  const all = candidates.filter((candidate) => elsewhere(told, candidate)).map((candidate) => likest(told, candidate)).filter((one) => one !== null)
  const best = all.reduce<Best | null>((found, one) => (better(one, found) ? one : found), null)
  return best?.likeness.alone && all.length > 1 ? { ...best, likeness: { ...best.likeness, sure: false } } : best
}

type Placing = Draft<{ readonly kind: 'joined' | 'doubted'; readonly claim: ClaimId; readonly into: ClaimId; readonly because: Likeness['because'] }>

/** The line that places a claim by its likeness. */
export const placing = (by: Author, { claim, said }: Told, { candidate, likeness }: Best): Placing =>
  ({ by, said, valid: said, evidence: [], entry: { kind: likeness.sure ? 'joined' : 'doubted', claim: claim.id, into: candidate.thread, because: likeness.because } })

/** Stages by which a count of members tells how far their set has come. */
const underWay = new Set(['under-construction', 'launched', 'completed'])

/** The line that places a promise with the instrument or project that its own passage names; null where it names none. */
export const linking = (by: Author, { item, id, about }: Claim, said: string): Draft | null => {
  if (item.kind === 'commitment' && item.about !== null)
    return { by, said, valid: said, evidence: [], entry: { kind: 'joined', claim: id, into: item.about, because: [{ code: 'named-in-promise', says: 'the passage of the promise names it' }] } }
  if (item.kind === 'project' && item.partOf !== null && item.count !== null && underWay.has(item.stage))
    return { by, said, valid: said, evidence: [], entry: { kind: 'joined', claim: id, into: item.partOf, because: [{ code: 'count-of-set', says: 'it counts how many of the set have come so far' }] } }
  if (item.kind === 'project' && item.partOf !== null && about.includes(restKey))
    return { by, said, valid: said, evidence: [], entry: { kind: 'joined', claim: id, into: item.partOf, because: [{ code: 'rest-of-set', says: 'it tells of what is left of the set' }] } }
  if (item.kind === 'project' && item.partOf !== null)
    return { by, said, valid: said, evidence: [], entry: { kind: 'part', claim: id, of: item.partOf, because: [{ code: 'named-of-set', says: 'the text names it among the members of the set' }] } }
  return null
}

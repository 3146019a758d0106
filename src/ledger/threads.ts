import type { Claim, ClaimId, Item } from './claim.ts'
import type { Entry, Line } from './line.ts'

type Of<K extends Entry['kind']> = Line<Extract<Entry, { readonly kind: K }>>

/** A claim as it stands: as it was read, or as a person amended it. */
export type Member = {
  readonly claim: Claim
  readonly line: Of<'claim'>
  readonly said: string
  /** What a person decided of it, with the line that says so. */
  readonly verdict: Of<'accepted' | 'rejected' | 'amended'> | null
}

/** A thread as the lines make it: `members` in the order in which they were said. `id` is that of the claim that was recorded first. */
export type Thread = {
  readonly id: ClaimId
  readonly members: readonly Member[]
  /** Claims that a person rejected: they count for nothing and stay in the history. */
  readonly rejected: readonly Member[]
  readonly joined: readonly Of<'joined'>[]
  readonly doubted: readonly Of<'doubted'>[]
  /** The set that it is a part of, and its own parts, as threads. */
  readonly partOf: readonly ClaimId[]
  readonly parts: readonly ClaimId[]
  readonly judged: readonly Of<'judged'>[]
  readonly noted: readonly Of<'noted'>[]
  readonly assigned: readonly Of<'assigned'>[]
}

/** The lines that nothing later undoes. A line that was undone by a line that was undone counts again. */
export const standing = (lines: readonly Line[]): readonly Line[] => {
  const undone = new Set<string>()
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const { id, corrects } = lines[at]!
    if (corrects !== null && !undone.has(id)) undone.add(corrects)
  }
  return undone.size === 0 ? lines : lines.filter(({ id }) => !undone.has(id))
}

const is = <K extends Entry['kind']>(...kinds: readonly K[]) => (line: Line): line is Of<K> => kinds.some((kind) => kind === line.entry.kind)

/** The first recorded claim of those that are joined with each claim. */
const rootsOf = (claims: readonly Of<'claim'>[], joined: readonly Of<'joined'>[]): ((id: ClaimId) => ClaimId) => {
  const order = new Map(claims.map(({ entry }, at) => [entry.claim.id, at]))
  const parent = new Map<ClaimId, ClaimId>()
  const root = (id: ClaimId): ClaimId => {
    let at = id
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next
    return at
  }
  for (const { entry } of joined) {
    const [one, other] = [root(entry.claim), root(entry.into)]
    if (one === other || !order.has(one) || !order.has(other)) continue
    const [first, second] = order.get(one)! < order.get(other)! ? [one, other] : [other, one]
    parent.set(second, first)
  }
  return root
}

const amended = (claim: Claim, verdict: Member['verdict']): Claim => (verdict?.entry.kind === 'amended' ? ({ ...claim, item: verdict.entry.item as Item } as Claim) : claim)

const bySaid = (one: Member, other: Member): number => (one.said < other.said ? -1 : one.said > other.said ? 1 : 0)

/** The threads that a heap of lines makes. Lines stand in the order in which they were recorded. */
export const threadsOf = (lines: readonly Line[]): readonly Thread[] => {
  const valid = standing(lines)
  const claims = valid.filter(is('claim'))
  const verdicts = new Map(valid.filter(is('accepted', 'rejected', 'amended')).map((line) => [line.entry.claim, line]))
  const root = rootsOf(claims, valid.filter(is('joined')))
  const members = Map.groupBy(claims.map((line): Member => {
    const verdict = verdicts.get(line.entry.claim.id) ?? null
    return { claim: amended(line.entry.claim, verdict), line, said: line.said, verdict }
  }), ({ claim }) => root(claim.id))
  const about = <K extends Entry['kind']>(kinds: readonly K[]) => Map.groupBy(valid.filter(is(...kinds)), ({ entry }) => root((entry as { readonly claim: ClaimId }).claim))
  const [joined, doubted, judged, noted, assigned, parts] = [about(['joined']), about(['doubted']), about(['judged']), about(['noted']), about(['assigned']), about(['part'])]
  const partsOf = Map.groupBy(valid.filter(is('part')), ({ entry }) => root(entry.of))
  const known = new Set(claims.map(({ entry }) => entry.claim.id))
  return [...members].map(([id, all]): Thread => ({
    id,
    members: all.filter(({ verdict }) => verdict?.entry.kind !== 'rejected').toSorted(bySaid),
    rejected: all.filter(({ verdict }) => verdict?.entry.kind === 'rejected').toSorted(bySaid),
    joined: joined.get(id) ?? [], doubted: (doubted.get(id) ?? []).filter(({ entry }) => root(entry.into) !== id),
    partOf: (parts.get(id) ?? []).filter(({ entry }) => known.has(entry.of)).map(({ entry }) => root(entry.of)), parts: (partsOf.get(id) ?? []).map(({ entry }) => root(entry.claim)),
    judged: judged.get(id) ?? [], noted: noted.get(id) ?? [], assigned: assigned.get(id) ?? [],
  }))
}

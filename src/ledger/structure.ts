import type { Sector, Structure } from '../model/index.ts'
import type { Claim, CommitmentItem } from './claim.ts'
import { type Family, familyOf, fieldsOf, indicatorOf, isTelling, listKey } from './likeness.ts'
import type { Member } from './threads.ts'

/** Of its claims, the first that tells of the thing itself; a target is told of by a promise rather than a figure. */
export const namingClaim = (members: readonly Member[], kind: Family): Claim =>
  (members.find(({ claim }) => familyOf(claim) === kind && (kind !== 'target' || claim.item.kind === 'commitment')) ?? members[0]!).claim

const isPromise = (claim: Claim): claim is Claim<CommitmentItem> => claim.item.kind === 'commitment'

const placeOf = ({ item, about }: Claim): string | null => {
  const own = item.kind === 'meeting' || item.kind === 'project' ? (item.place?.key ?? null) : null
  return own ?? about.find((key) => key.startsWith('place:')) ?? null
}

const namesOf = ({ item, about }: Claim): readonly string[] => {
  const body = item.kind === 'meeting' ? item.mechanism?.key : undefined
  return body === undefined ? about.filter((key) => isTelling(key) && !key.startsWith('place:')) : [body]
}

const sectorsOf = (claim: Claim): readonly Sector[] => fieldsOf(claim.about).map((key) => key.slice('sector:'.length) as Sector)

/** What is known of a thread in codes, from the claim that names it and the first promise about it. */
export const structureOf = (members: readonly Member[], kind: Family): Structure => {
  const claim = namingClaim(members, kind)
  const { item } = claim
  const promise = (isPromise(claim) ? claim : members.map((member) => member.claim).find(isPromise))?.item ?? null
  return {
    kind, type: item.kind === 'instrument' || item.kind === 'meeting' ? item.type : null, action: promise?.action ?? null, polarity: promise?.polarity ?? 'will',
    count: item.kind === 'instrument' || item.kind === 'project' ? item.count : null, list: claim.about.includes(listKey), sectors: sectorsOf(claim), names: namesOf(claim), place: placeOf(claim),
    indicator: indicatorOf(claim), target: promise?.target ?? null, due: promise?.deadline ?? null, date: item.kind === 'meeting' ? item.date : null, between: claim.between,
  }
}

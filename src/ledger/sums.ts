import type { Amount } from '../model/index.ts'
import type { ClaimId } from './claim.ts'
import type { Member, Thread } from './threads.ts'

/** A sum of money that a document names. Only sums with `counts` are ever added up; `why` says what each of the others repeats or is part of. */
export type Sum = Amount & { readonly claim: ClaimId; readonly said: string; readonly counts: boolean; readonly why: string }

const money = /^[A-Z]{3}$/

const amountOf = ({ claim: { item } }: Member): Amount | null => {
  switch (item.kind) {
    case 'instrument': case 'project': return item.value
    case 'commitment': return item.target && item.target.per === null ? item.target : null
    default: return null
  }
}

/** Why a sum of a thread does not count; null when it does. The last one said of a thing stands: what was said before it was the same money. */
const notCounted = (amount: Amount, later: readonly Amount[], whole: boolean): string | null => {
  if (whole) return 'part of a set whose sum is told as a whole'
  const next = later[0]
  if (!next) return null
  return next.unit === amount.unit && next.value === amount.value ? 'announced again later' : 'told otherwise later'
}

/** The sums of money of a thread. `wholes`: the sums of the sets that it is a part of. */
export const sumsOf = ({ members }: Pick<Thread, 'members'>, wholes: readonly Amount[]): readonly Sum[] => {
  const told = members.flatMap((member) => {
    const amount = amountOf(member)
    return amount && money.test(amount.unit) ? [{ member, amount }] : []
  })
  return told.map(({ member, amount }, at): Sum => {
    const why = notCounted(amount, told.slice(at + 1).map((one) => one.amount).filter(({ unit }) => unit === amount.unit), wholes.some(({ unit }) => unit === amount.unit))
    return { value: amount.value, unit: amount.unit, claim: member.claim.id, said: member.said, counts: why === null, why: why ?? 'the last sum told of it' }
  })
}

import type { Claim, ClaimId, Named } from './claim.ts'
import type { Statement } from './versions.ts'

/** A person as a document names them, with the claim and the passage that do. */
export type Person = { readonly key: string; readonly name: string; readonly claim: ClaimId; readonly document: string; readonly start: number; readonly end: number; readonly quote: string }

const namedIn = ({ item }: Claim): readonly (Named | null)[] => {
  switch (item.kind) {
    case 'meeting': return [...item.participants.map(({ entity }) => entity), ...item.parties]
    case 'commitment': return [item.speaker, ...item.parties, ...item.entities]
    case 'instrument': case 'figure': return item.parties
    case 'project': return []
  }
}

/** The persons that some claims name, each once for each document and name, in the order in which they stand. */
export const personsIn = (statements: readonly Statement[]): readonly Person[] => {
  const found = new Map<string, Person>()
  for (const { member: { claim } } of statements) {
    const { start, end, quote } = claim.evidence[0]
    for (const named of namedIn(claim)) {
      const id = `${claim.document} ${named?.name}`
      if (named?.type === 'person' && !found.has(id)) found.set(id, { key: named.key, name: named.name, claim: claim.id, document: claim.document, start, end, quote })
    }
  }
  return [...found.values()]
}

import { type Desk, type Draft, Misuse, putBack, takeOut, Unknown } from '../ledger/index.ts'
import type { Inside } from '../store/index.ts'

/** Taking a document out of the ledger, or putting it back. */
export type Withdrawing = { readonly documents: readonly string[]; readonly back: boolean; readonly why: string }

/** The lines that this writes, and between which parties each document is. */
export type Withdrawn = { readonly drafts: readonly Draft[]; readonly between: readonly (readonly string[])[] }

const one = async (inside: Inside, desk: Desk, sha256: string, { back, why }: Withdrawing): Promise<{ readonly drafts: readonly Draft[]; readonly between: readonly string[] }> => {
  const lines = await inside.linesOf(sha256)
  const source = lines.find(({ entry }) => entry.kind === 'source')?.entry
  if (source?.kind !== 'source') throw new Unknown(`There is no document ${sha256} in this ledger.`)
  return { drafts: (back ? putBack : takeOut)(desk, lines, why), between: source.between }
}

/** What taking documents out, or putting them back, comes to; nothing is written yet. Documents that are so already are passed over; a refusal when all are. */
export const withdrawn = async (inside: Inside, desk: Desk, withdrawing: Withdrawing): Promise<Withdrawn> => {
  const all = []
  for (const sha256 of withdrawing.documents) all.push(await one(inside, desk, sha256, withdrawing))
  const drafts = all.flatMap((each) => each.drafts)
  if (drafts.length === 0) throw new Misuse(withdrawing.back ? 'The document is not out of the ledger: there is nothing to put back.' : 'The document is out of the ledger already.')
  return { drafts, between: all.map(({ between }) => between) }
}

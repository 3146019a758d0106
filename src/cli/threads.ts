import type { Ledger, Told } from '../store/index.ts'

/** A thread as it is printed for programs: a passage also names its document. */
export const printed = (told: Told, names: ReadonlyMap<string, string>) => ({ ...told, evidence: told.evidence.map((cited) => ({ ...cited, name: names.get(cited.document) ?? null })) })

/** The names under which the documents of some threads were recorded. */
export const namesOf = async (ledger: Ledger, threads: readonly Told[]): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await ledger.documents(threads.flatMap(({ evidence }) => evidence.map(({ document }) => document))))].map(([hash, { name }]) => [hash, name]))

import type { Line } from './api.ts'

/** A line of a thread's history, and whether a later one took it back. */
export type Decided = { readonly line: Line; readonly undone: boolean }

const facts: ReadonlySet<string> = new Set(['claim', 'source'])

/** What was decided about a thread, the newest first; what documents say is left out. */
export const decidedIn = (lines: readonly Line[]): readonly Decided[] => {
  const undone = new Set(lines.filter(({ entry }) => entry.kind === 'withdrawn' || entry.kind === 'parted').map(({ corrects }) => corrects))
  return lines.filter(({ entry }) => !facts.has(entry.kind)).map((line) => ({ line, undone: undone.has(line.id) })).toReversed()
}

export const byPerson = ({ line }: Decided): boolean => line.by.kind === 'person'

/** What can be taken back: what a person decided and nobody took back yet. */
export const undoable = (decided: Decided): boolean => byPerson(decided) && !decided.undone && decided.line.entry.kind !== 'withdrawn'

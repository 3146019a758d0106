import { api, type Decision, type Handmade, type Line, type Refused, tagOf } from './api.ts'
import { asRefused, changed } from './asking.ts'
import { cell } from './cell.ts'
import { bringSample } from './sampling.ts'

/** Takes back what was done. */
type Back = () => Promise<unknown>

/** What was done last, by the name of what it was, or why it was refused, until it is closed. */
export type Notice =
  | { readonly kind: 'done'; readonly said: string; readonly back: Back }
  | { readonly kind: 'undone' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refused: Refused }

const notice = cell<Notice | null>(null)
let past: readonly Back[] = []

export const notify = notice.set
export const useNotice = notice.use

/** The threads that a decision is about, by what it names. */
const aboutOf = (decision: Decision): readonly string[] => {
  switch (decision.decision) {
    case 'accept': return decision.claims
    case 'reject': case 'amend': case 'part': return [decision.claim]
    case 'join': return [decision.claim, decision.thread]
    case 'judge': case 'note': case 'assign': return [decision.thread]
    case 'undo': case 'refuse': return []
  }
}

/** Threads as somebody saw them when he decided: the tag of each, by its identifier. */
export type Seen = Readonly<Record<string, string>>

let turn: Promise<unknown> = Promise.resolve()

/** Does one thing after the other: what is decided next rests on what was written before, however quickly the keys come. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

/** Does something that can be taken back, and says so. Null when it was refused: the notice says why. */
const attempt = (said: string, work: () => Promise<readonly Line[]>, backOf: (lines: readonly Line[]) => Back): Promise<readonly Line[] | null> => inTurn(async () => {
  try {
    const lines = await work()
    const back = backOf(lines)
    past = [...past, back]
    changed()
    notify({ kind: 'done', said, back })
    return lines
  } catch (error) {
    const refused = asRefused(error)
    if (refused.status === 412) changed()
    notify({ kind: 'refused', refused })
    return null
  }
})

/** The claims that a line is about. */
const claimsOf = ({ entry: { claim, into, of } }: Line): readonly string[] => [typeof claim === 'string' ? claim : claim?.id, into, of].filter((one) => one !== undefined)

/** Takes lines back, the last first. */
const takeBack = async (lines: readonly Line[]): Promise<void> => {
  for (const line of lines.toReversed()) await api.decide({ decision: 'undo', line: line.id, why: 'undone' }, [tagOf(line)], claimsOf(line))
}

const backFor = (lines: readonly Line[]): Back => () => takeBack(lines)

/** Writes a decision, and remembers how to take it back. */
export const decide = (decision: Decision, seen: Seen = {}): Promise<readonly Line[] | null> =>
  attempt(decision.decision, () => api.decide(decision, Object.values(seen), aboutOf(decision).filter((id) => seen[id] === undefined)), backFor)

/** Keeps what a person read in a document. */
export const tell = (sha256: string, handmade: Handmade): Promise<readonly Line[] | null> => attempt('tell', () => api.tell(sha256, handmade), (lines) => backFor(lines.slice(0, 1)))

export const withdraw = (sha256: string, why: string): Promise<readonly Line[] | null> => attempt('withdraw', () => api.withdraw(sha256, why), () => () => api.restore(sha256))

export const restore = (sha256: string, why: string): Promise<readonly Line[] | null> => attempt('restore', () => api.restore(sha256), () => () => api.withdraw(sha256, why))

export const removeSample = (): Promise<readonly Line[] | null> => attempt('remove-sample', () => api.removeSample(), () => bringSample)

const goBack = async (back: Back): Promise<void> => {
  past = past.filter((one) => one !== back)
  notify(null)
  try {
    await back()
    changed()
    notify({ kind: 'undone' })
  } catch (error) {
    notify({ kind: 'refused', refused: asRefused(error) })
  }
}

/** Takes back given lines. */
export const undoLines = (lines: readonly Line[]): Promise<void> => inTurn(() => goBack(backFor(lines)))

/** Whether something was done in this visit that can be taken back. */
export const doneHere = (): boolean => past.length > 0

/** Takes back what is named, or what was done last in this visit and still stands. */
export const undo = (named?: Back): Promise<void> => inTurn(async () => {
  const back = named ?? past.at(-1)
  return back ? goBack(back) : notify({ kind: 'nothing' })
})

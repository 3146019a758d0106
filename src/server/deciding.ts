import { accept, amend, amended, assign, type Change, type Claim, type Desk, type Draft, join, judge, type Line, Misuse, note, part, refuse, reject, standing, type State, touches, Unknown, withdraw } from '../ledger/index.ts'
import type { History, Inside, Moment } from '../store/index.ts'
import { threadOf } from './asking.ts'

/** What a person decides. Claims, threads and lines go by their identifiers; claims and threads also by their first letters. */
export type Decision =
  | { readonly decision: 'accept'; readonly claims: readonly string[] }
  | { readonly decision: 'reject'; readonly claim: string; readonly why: string }
  | { readonly decision: 'amend'; readonly claim: string; readonly changes: readonly Change[]; readonly why: string }
  | { readonly decision: 'join'; readonly claim: string; readonly thread: string; readonly why: string; readonly doubt: string | null }
  | { readonly decision: 'part'; readonly claim: string; readonly why: string }
  | { readonly decision: 'judge'; readonly thread: string; readonly state: State; readonly why: string }
  | { readonly decision: 'note'; readonly thread: string; readonly text: string }
  | { readonly decision: 'assign'; readonly thread: string; readonly owner: string; readonly due: string | null }
  | { readonly decision: 'undo'; readonly line: string; readonly why: string }
  | { readonly decision: 'refuse'; readonly doubt: string; readonly why: string }

/** The lines that a decision writes, and the threads that it touches as they were before it. */
export type Decided = { readonly drafts: readonly Draft[]; readonly touched: readonly History[] }

/** Who decides, on what, by what is known when. */
type Case = { readonly inside: Inside; readonly desk: Desk; readonly moment: Moment }

type Held = { readonly claim: Claim; readonly history: History }

/** The claim as it stands: as it was read, or as it was last amended. */
const standingClaim = (claim: Claim, lines: readonly Line[]): Claim => {
  const last = standing(lines).findLast(({ entry }) => entry.kind === 'amended' && entry.claim === claim.id)
  return last?.entry.kind === 'amended' ? ({ ...claim, item: last.entry.item } as Claim) : claim
}

const threadNamed = async ({ inside, moment }: Case, id: string): Promise<History> => threadOf(await inside.thread(id, moment), id)

/** The claim that was named, maybe by its first letters, with the thread that it stands in. */
const claimNamed = async (of: Case, id: string): Promise<Held> => {
  const history = await threadNamed(of, id)
  const claims = history.lines.flatMap(({ entry }) => (entry.kind === 'claim' ? [entry.claim] : []))
  const claim = claims.find((one) => one.id === id) ?? claims.find((one) => one.id.startsWith(id))!
  return { claim: standingClaim(claim, history.lines), history }
}

const accepted = async (of: Case, ids: readonly string[]): Promise<Decided> => {
  const all: Held[] = []
  for (const id of ids) all.push(await claimNamed(of, id))
  return { drafts: all.map(({ claim }) => accept(of.desk, claim.id)), touched: all.map(({ history }) => history) }
}

const joined = async (of: Case, { claim, thread, why, doubt }: Extract<Decision, { readonly decision: 'join' }>): Promise<Decided> => {
  const [one, other] = [await claimNamed(of, claim), await claimNamed(of, thread)]
  if (one.history.id === other.history.id) throw new Misuse(`${one.claim.id} and ${other.claim.id} are in one thread already.`)
  const answered = doubt === null ? null : (await doubtNamed(of, doubt)).id
  return { drafts: [join(of.desk, one.claim.id, other.history.id, why, answered)], touched: [one.history, other.history] }
}

const partedFrom = async (of: Case, id: string, why: string): Promise<Decided> => {
  const { claim, history } = await claimNamed(of, id)
  const drafts = part(of.desk, history.lines, claim.id, why)
  if (drafts.length === 0) throw new Misuse(`${claim.id} stands alone in its thread: there is nothing to part it from.`)
  return { drafts, touched: [history] }
}

const lineNamed = async ({ inside }: Case, id: string): Promise<Line> => {
  const line = await inside.line(id)
  if (line === null) throw new Unknown(`There is no line ${id} in this ledger: a thread shows the lines of its decisions.`)
  return line
}

const doubtNamed = async (of: Case, id: string): Promise<Line> => {
  const line = await lineNamed(of, id)
  if (line.entry.kind !== 'doubted') throw new Misuse(`The line ${id} is no doubt, so it cannot be answered: what waits for a person lists the doubts.`)
  return line
}

/** The threads that a line is about; those of a line that only undoes another are the threads of the other. */
const threadsAbout = async (of: Case, line: Line): Promise<readonly History[]> => {
  const claims = touches(line)
  if (claims.length === 0 && line.corrects !== null) return threadsAbout(of, await lineNamed(of, line.corrects))
  const all: History[] = []
  for (const id of claims) all.push(await threadNamed(of, id))
  return all
}

const undone = async (of: Case, id: string, why: string): Promise<Decided> => {
  const line = await lineNamed(of, id)
  if (line.entry.kind === 'source' || (line.entry.kind === 'claim' && line.by.kind === 'program')) throw new Misuse('What a document says is not undone: reject the claim instead.')
  return { drafts: [withdraw(of.desk, line.id, why)], touched: await threadsAbout(of, line) }
}

const refused = async (of: Case, id: string, why: string): Promise<Decided> => {
  const line = await doubtNamed(of, id)
  return { drafts: [refuse(of.desk, line, why)], touched: await threadsAbout(of, line) }
}

/** A reason that says something. */
export const reasoned = (why: string): string => {
  if (!why.trim()) throw new Misuse('A reason is needed: --why TEXT. It stands in the history beside the decision.')
  return why
}

const about = ({ history }: Held, draft: Draft): Decided => ({ drafts: [draft], touched: [history] })

/** What a decision comes to; nothing is written yet. What cannot be decided so is a misuse. */
export const decided = async (inside: Inside, desk: Desk, moment: Moment, decision: Decision): Promise<Decided> => {
  const of = { inside, desk, moment }
  const held = (id: string): Promise<Held> => claimNamed(of, id)
  switch (decision.decision) {
    case 'accept': return accepted(of, decision.claims)
    case 'join': return joined(of, decision)
    case 'part': return partedFrom(of, decision.claim, decision.why)
    case 'undo': return undone(of, decision.line, decision.why)
    case 'refuse': return refused(of, decision.doubt, decision.why)
    case 'reject': {
      const one = await held(decision.claim)
      return about(one, reject(desk, one.claim.id, reasoned(decision.why)))
    }
    case 'amend': {
      const one = await held(decision.claim)
      return about(one, amend(desk, one.claim.id, amended(one.claim.item, decision.changes), decision.why))
    }
    case 'judge': {
      const one = await held(decision.thread)
      return about(one, judge(desk, one.history.id, decision.state, reasoned(decision.why)))
    }
    case 'note': {
      const one = await held(decision.thread)
      return about(one, note(desk, one.history.id, decision.text))
    }
    case 'assign': {
      const one = await held(decision.thread)
      return about(one, assign(desk, one.history.id, decision.owner, decision.due))
    }
  }
}

/** A name under which lines may be written. */
export const isName = (name: string): boolean => /^[^#"\\\p{Cc}]{1,80}$/u.test(name)

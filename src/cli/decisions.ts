import { userInfo } from 'node:os'
import { type Change, type Desk, type Line, Misuse, states } from '../ledger/index.ts'
import { kinds } from '../model/index.ts'
import { decided, decidingOn, type Decision, isName, reasoned, tellByHand, type Withdrawing, withdrawn } from '../server/index.ts'
import type { Ledger, Moment } from '../store/index.ts'
import { today } from './moment.ts'
import { dateOf, oneOf } from './options.ts'

/** The options of a decision. */
export type Values = { readonly by?: string | undefined; readonly why?: string | undefined; readonly due?: string | undefined }

/** Who decides: whoever is named, else the account of the machine. */
export const deskOf = ({ by }: Values): Desk => ({ by: { kind: 'person', name: nameOf(by ?? userInfo().username) }, said: today() })

const nameOf = (name: string): string => {
  if (!isName(name)) throw new Misuse(`--by ${name} is no name: 1 to 80 characters without # " and \\.`)
  return name
}

/** Everything that is known today. */
export const now = (): Moment => decidingOn(today())

type Written = (args: readonly string[], values: Values) => Decision

/** The words of a decision, of which there must be so many. */
const words = (args: readonly string[], least: number, most: number, what: string): readonly [string, ...string[]] => {
  if (args.length < least || args.length > most) throw new Misuse(`Write it as: tawafuq review ${what}`)
  return args as readonly [string, ...string[]]
}

const changeOf = (written: string): Change => {
  const at = written.indexOf('=')
  return at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)]
}

const decisions: Readonly<Record<string, Written>> = {
  accept: (args) => ({ decision: 'accept', claims: words(args, 1, Infinity, 'accept CLAIM...') }),
  reject: (args, { why = '' }) => ({ decision: 'reject', claim: words(args, 1, 1, 'reject CLAIM --why TEXT')[0], why }),
  amend: (args, { why = '' }) => {
    const [claim, ...changes] = words(args, 2, Infinity, 'amend CLAIM FIELD=VALUE...')
    return { decision: 'amend', claim, changes: changes.map(changeOf), why }
  },
  join: (args, { why = 'one thing' }) => {
    const [claim, thread] = words(args, 2, 2, 'join CLAIM THREAD')
    return { decision: 'join', claim, thread: thread!, why, doubt: null }
  },
  part: (args, { why = 'another thing' }) => ({ decision: 'part', claim: words(args, 1, 1, 'part CLAIM')[0], why }),
  judge: (args, { why = '' }) => {
    const [thread, state] = words(args, 2, 2, 'judge THREAD STATE --why TEXT')
    return { decision: 'judge', thread, state: oneOf('STATE', state, states, 'open'), why }
  },
  note: (args) => {
    const [thread, ...text] = words(args, 2, Infinity, 'note THREAD TEXT')
    return { decision: 'note', thread, text: text.join(' ') }
  },
  assign: (args, { due }) => {
    const [thread, owner] = words(args, 2, 2, 'assign THREAD OWNER [--due DAY]')
    return { decision: 'assign', thread, owner: owner!, due: dateOf(due, '--due') }
  },
  undo: (args, { why = 'undone' }) => ({ decision: 'undo', line: words(args, 1, 1, 'undo LINE')[0], why }),
}

/** Taking whole documents out, and putting them back. */
const withdrawals: Readonly<Record<string, (args: readonly string[], values: Values) => Withdrawing>> = {
  withdraw: (args, { why = '' }) => ({ documents: words(args, 1, Infinity, 'withdraw DOCUMENT... --why TEXT'), back: false, why: reasoned(why) }),
  restore: (args, { why = 'put back' }) => ({ documents: words(args, 1, Infinity, 'restore DOCUMENT...'), back: true, why }),
}

/** Writes what was decided, by what holds at that instant. */
type Work = (ledger: Ledger) => Promise<readonly Line[]>

/** Writes what a decision comes to. */
export const written = (ledger: Ledger, desk: Desk, decision: Decision): Promise<readonly Line[]> => ledger.decide(async (inside) => (await decided(inside, desk, now(), decision)).drafts)

type Made = (args: readonly string[], values: Values, desk: Desk) => Work

/** An item that a person reads in a passage, told by its code points. */
const add: Made = (args, _, { by }) => {
  const [document, kind, place, ...changes] = words(args, 3, Infinity, 'add DOCUMENT KIND START-END [FIELD=VALUE...]')
  const [, start, end] = /^(\d+)-(\d+)$/.exec(place!) ?? []
  if (start === undefined) throw new Misuse(`${place} is no passage: write it as 120-164, in code points.`)
  const handmade = { kind: oneOf('KIND', kind, kinds, 'commitment'), start: Number(start), end: Number(end), changes: changes.map(changeOf) }
  return (ledger) => tellByHand(ledger, by, document, handmade)
}

/** Everything that can be decided, by its word. */
export const works: Readonly<Record<string, Made>> = {
  ...Object.fromEntries(Object.entries(decisions).map(([word, decision]): readonly [string, Made] => [word, (args, values, desk) => { const found = decision(args, values); return (ledger) => written(ledger, desk, found) }])),
  add,
  ...Object.fromEntries(Object.entries(withdrawals).map(([word, of]): readonly [string, Made] => [word, (args, values, desk) => { const found = of(args, values); return (ledger) => ledger.decide(async (inside) => (await withdrawn(inside, desk, found)).drafts) }])),
}

import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { accept, amend, assign, type Claim, type Desk, type Draft, type Item, join, judge, note, part, refuse, reject, states, withdraw } from '../ledger/index.ts'
import type { Doubt, Ledger, Moment } from '../store/index.ts'
import { withLedger } from './ledger.ts'
import { momentOf } from './moment.ts'
import { dateOf, oneOf, whole } from './options.ts'
import { finished, write } from './output.ts'
import { lookOf } from './read.ts'
import { type Answer, doubtLines, writtenLines } from './reviewlines.ts'
import { threadOf } from './thread.ts'
import { namesOf, printed } from './threads.ts'
import { Misuse, misuse } from './usage.ts'
import { amended } from './amendment.ts'
import { json } from './visible.ts'

const options = {
  ledger: { type: 'string' }, by: { type: 'string' }, why: { type: 'string' }, due: { type: 'string' }, limit: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const

export const reviewHelp = `tawafuq review [DECISION]

Without a decision: the claims that may belong to a thread and wait for a person; in a terminal each is asked about.
A decision is a line of the ledger under your name; nothing is changed or deleted, and every decision can be undone.

  review accept CLAIM...                 it was read rightly
  review reject CLAIM --why TEXT         it was read wrongly: it counts for nothing and stays in the history
  review amend CLAIM FIELD=VALUE...      read otherwise: force, action, deadline, status, stage, date, count, name …
  review join CLAIM THREAD               the two are one thing
  review part CLAIM                      it is another thing than the rest of its thread
  review judge THREAD STATE --why TEXT   ${states.slice(0, -1).join(', ')}
  review note THREAD TEXT
  review assign THREAD OWNER [--due DAY]
  review undo LINE                       the line of a decision, as tawafuq thread shows it

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
  --by NAME          under which name; that of your account if not given
  --why TEXT         the reason
  --limit N          at most so many that wait; 20 if not given
  --format FORMAT    text, or json

Examples
  tawafuq review
  tawafuq review join 7mq2zz8 dkf5cmq --why "the same agreement, named in fewer words"
  tawafuq review judge 2jgd5cz kept --why "the line was opened, as the ministry told us"
  tawafuq review undo "person:Aigul#3"
`

type Values = { readonly by?: string | undefined; readonly why?: string | undefined; readonly due?: string | undefined }

const deskOf = ({ by }: Values): Desk => ({ by: { kind: 'person', name: nameOf(by ?? userInfo().username) }, said: new Date().toISOString().slice(0, 10) })

const nameOf = (name: string): string => {
  if (!/^[^#"\\\p{Cc}]{1,80}$/u.test(name)) throw new Misuse(`--by ${name} is no name: 1 to 80 characters without # " and \\.`)
  return name
}

const reasonOf = ({ why }: Values): string => {
  if (!why?.trim()) throw new Misuse('A reason is needed: --why TEXT. It stands in the history beside the decision.')
  return why
}

const now = (): Moment => ({ ...momentOf({}), hindsight: true })

/** The whole identifier of a claim that was named by its first letters, with the thread that it stands in. */
const claimNamed = async (ledger: Ledger, id: string) => {
  const { lines, thread, id: threadId } = threadOf(await ledger.thread(id, now()), id)
  const claims = lines.flatMap(({ entry }) => (entry.kind === 'claim' ? [entry.claim] : []))
  const claim = claims.find((one) => one.id === id) ?? claims.find((one) => one.id.startsWith(id))!
  const last = lines.findLast(({ entry }) => entry.kind === 'amended' && entry.claim === claim.id)
  const item = last?.entry.kind === 'amended' ? last.entry.item : claim.item
  return { claim: { ...claim, item } as Claim, lines, thread, threadId }
}

type Decision = (ledger: Ledger, desk: Desk, args: readonly string[], values: Values) => Promise<readonly Draft[]>

const needs = (args: readonly string[], least: number, most: number, what: string): void => {
  if (args.length < least || args.length > most) throw new Misuse(`Write it as: tawafuq review ${what}`)
}

const decisions: Readonly<Record<string, Decision>> = {
  accept: async (ledger, desk, ids) => {
    needs(ids, 1, Infinity, 'accept CLAIM...')
    return Promise.all(ids.map(async (id) => accept(desk, (await claimNamed(ledger, id)).claim.id)))
  },
  reject: async (ledger, desk, ids, values) => {
    needs(ids, 1, 1, 'reject CLAIM --why TEXT')
    return [reject(desk, (await claimNamed(ledger, ids[0]!)).claim.id, reasonOf(values))]
  },
  amend: async (ledger, desk, [id, ...changes], values) => {
    if (id === undefined || changes.length === 0) throw new Misuse('Write it as: tawafuq review amend CLAIM FIELD=VALUE...')
    const { claim } = await claimNamed(ledger, id)
    return [amend(desk, claim.id, amended(claim.item as Item, changes), values.why ?? '')]
  },
  join: async (ledger, desk, args, values) => {
    needs(args, 2, 2, 'join CLAIM THREAD')
    const [one, other] = [await claimNamed(ledger, args[0]!), await claimNamed(ledger, args[1]!)]
    if (one.threadId === other.threadId) throw new Misuse(`${one.claim.id} and ${other.claim.id} are in one thread already.`)
    return [join(desk, one.claim.id, other.threadId, values.why ?? 'one thing')]
  },
  part: async (ledger, desk, args, values) => {
    needs(args, 1, 1, 'part CLAIM')
    const { claim, lines } = await claimNamed(ledger, args[0]!)
    const drafts = part(desk, lines, claim.id, values.why ?? 'another thing')
    if (drafts.length === 0) throw new Misuse(`${claim.id} stands alone in its thread: there is nothing to part it from.`)
    return drafts
  },
  judge: async (ledger, desk, args, values) => {
    needs(args, 2, 2, 'judge THREAD STATE --why TEXT')
    const state = oneOf('STATE', args[1], states, 'open')
    return [judge(desk, (await claimNamed(ledger, args[0]!)).threadId, state, reasonOf(values))]
  },
  note: async (ledger, desk, [id, ...text]) => {
    if (id === undefined || text.length === 0) throw new Misuse('Write it as: tawafuq review note THREAD TEXT')
    return [note(desk, (await claimNamed(ledger, id)).threadId, text.join(' '))]
  },
  assign: async (ledger, desk, args, values) => {
    needs(args, 2, 2, 'assign THREAD OWNER [--due DAY]')
    return [assign(desk, (await claimNamed(ledger, args[0]!)).threadId, args[1]!, dateOf(values.due, '--due'))]
  },
  undo: async (ledger, desk, args, values) => {
    needs(args, 1, 1, 'undo LINE')
    const line = await ledger.line(args[0]!)
    if (line === null) throw new Misuse(`There is no line ${args[0]} in this ledger. tawafuq thread ID shows the lines of its decisions.`)
    if (line.entry.kind === 'claim' || line.entry.kind === 'source') throw new Misuse('What a document says is not undone: reject the claim instead.')
    return [withdraw(desk, line.id, values.why ?? 'undone')]
  },
}

const decide = async (verb: string, args: readonly string[], values: Values & { readonly ledger?: string | undefined; readonly format?: string | undefined }): Promise<number> => {
  if (!Object.hasOwn(decisions, verb)) throw new Misuse(`There is no decision "${verb}": ${Object.keys(decisions).join(', ')} are known.`)
  const desk = deskOf(values)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => {
    const lines = await ledger.append(await decisions[verb]!(ledger, desk, args, values))
    return finished(format === 'json' ? `${json(lines, 1)}\n` : writtenLines(lines))
  })
}

/** Asks about one claim after the other, as long as somebody answers. */
const ask = async (ledger: Ledger, desk: Desk, waiting: readonly Doubt[]): Promise<number> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (const doubt of waiting) {
      await write(doubtLines([doubt], lookOf(false)))
      const answer = (await terminal.question('Are they one thing? [y]es, [n]o, [s]kip, [q]uit: ')).trim().toLowerCase() as Answer
      if (answer === 'q') break
      if (doubt.line.entry.kind !== 'doubted' || (answer !== 'y' && answer !== 'n')) continue
      const { claim, into } = doubt.line.entry
      await write(writtenLines(await ledger.append([answer === 'y' ? join(desk, claim, into, 'one thing', doubt.line.id) : refuse(desk, doubt.line, 'two things')])))
    }
    return 0
  } finally {
    terminal.close()
  }
}

const forPrograms = async (ledger: Ledger, { line, claim, into }: Doubt) => {
  const names = await namesOf(ledger, [claim, into].filter((one) => one !== null))
  return { line: line.id, because: line.entry.kind === 'doubted' ? line.entry.because : [], claim: claim && printed(claim, names), into: into && printed(into, names) }
}

/** `tawafuq review [DECISION]` */
export const reviewVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals: [verb, ...rest] } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(reviewHelp)
  if (verb !== undefined) return decide(verb, rest, values)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => {
    const waiting = await ledger.doubts(now(), whole('--limit', values.limit, 20))
    if (format === 'json') return finished(`${json(await Promise.all(waiting.map((one) => forPrograms(ledger, one))), 1)}\n`)
    if (waiting.length > 0 && process.stdin.isTTY && process.stdout.isTTY) return ask(ledger, deskOf(values), waiting)
    return finished(waiting.length === 0 ? 'Nothing waits for a person.\n' : doubtLines(waiting, lookOf(false)))
  })
}

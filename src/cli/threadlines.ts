import type { Line, Sum } from '../ledger/index.ts'
import type { Reported } from '../server/index.ts'
import type { Moment, Told } from '../store/index.ts'
import { painted, signs } from './boardlines.ts'
import { isolate, ownLine, quoted, wrap, writtenLeftward } from './layout.ts'
import type { Look } from './view.ts'
import { visible } from './visible.ts'

type Session = { readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly status: string; readonly points: readonly { readonly point: number; readonly thread: string; readonly title: string; readonly label?: string; readonly state: Told['state'] }[] }

/** What is shown beside a thread. */
type Beside = { readonly label?: string; readonly names: ReadonlyMap<string, string>; readonly sessions: readonly Session[]; readonly versions: Reported['versions']; readonly people: Reported['people']; readonly lines: readonly Line[] }

const title = (text: string): string => {
  const clean = visible(text)
  return quoted(clean, writtenLeftward(clean))
}

const passage = (text: string, { width }: Look): readonly string[] => {
  const clean = visible(text)
  return wrap(clean, width - 6).map((line) => ownLine(line, writtenLeftward(clean), '      '))
}

const headOf = (thread: Told, { label }: Beside, moment: Moment, look: Look): readonly string[] => [
  ...(label === undefined ? [] : [title(label)]),
  title(thread.title),
  `${painted(`${signs[thread.state]} ${thread.state}`, thread.state, look)} as of ${moment.asof}${moment.hindsight ? ' with hindsight' : ''}${thread.machine === thread.state ? '' : ` (the program sees: ${thread.machine})`} · ${thread.kind} ${thread.id} · ${thread.parties.map(visible).map(isolate).join(', ')}${thread.owner ? ` · owner: ${visible(thread.owner)}` : ''}`,
]

const reasonsOf = ({ reasons }: Told): readonly string[] => ['', 'Why', ...reasons.map(({ says }) => `  ${visible(says)}`)]

const lookedAt = ({ looked, state }: Told): readonly string[] =>
  ['silent', 'lapsed', 'overdue'].includes(state)
    ? [`  looked in ${looked.documents} documents between the same parties (${looked.languages.join(', ') || 'no language told'}), the last of ${looked.until ?? 'no date'}; no evidence is not evidence that it was not done`] : []

const promisesOf = ({ promises }: Told, look: Look): readonly string[] =>
  promises.length === 0 ? [] : ['', 'Promises', ...promises.map(({ action, force, said, due, target, state, moved }) =>
    `  ${painted(`${signs[state]} ${state}`, state, look)}: ${force} to ${action}, ${said}${due ? `, due ${due}` : ''}${target ? `, target ${target.value} ${visible(target.unit)}${target.per ? ` per ${target.per}` : ''}` : ''}${moved ? ` (first: ${[moved.due, moved.target?.value].filter(Boolean).join(', ')})` : ''}`)]

const sumOf = ({ value, unit, said, counts, why }: Sum): string => `  ${value} ${visible(unit)}, ${said}: ${counts ? 'counts' : 'does not count'}, ${why}`

const life = ({ evidence }: Told, { names }: Beside, look: Look): readonly string[] => [
  '', 'Passages',
  ...evidence.flatMap(({ said, kind, step, document, start, end, quote, verdict, claim }) =>
    [`  ${said}  ${kind}, ${visible(step)}${verdict ? `, ${verdict} by a person` : ''}  ·  ${visible(names.get(document) ?? document)} ${start}-${end}  ·  ${claim}`, ...passage(quote, look)]),
]

const sessionLines = ({ sessions }: Beside): readonly string[] =>
  sessions.length === 0 ? [] : ['', 'Sessions', ...sessions.flatMap(({ session, ordinal, date, status, points }) =>
    [`  ${ordinal === null ? 'unnumbered' : `no. ${ordinal}`}, ${date ?? 'no date'}, ${status}  ·  ${session}`, ...points.map((one) => `    point ${one.point}: ${signs[one.state]} ${one.state}  ${one.thread.slice(0, 7)}  ${title(one.label ?? one.title)}`)])]

type Versions = Reported['versions'][number]
type Difference = Versions['differences'][number]

const versionLine = ({ name, document, start, end, claim, kind, step }: Difference['told'], look: Look, quote: string): readonly string[] =>
  [`      ${visible(name ?? document)} ${start}-${end}  ·  ${kind}, ${visible(step)}  ·  ${claim}`, ...passage(quote, look)]

/** What the two versions say, under the name of the one that says less. */
const differenceLines = (one: Difference, { documents }: Versions, look: Look): readonly string[] => {
  const less = documents.find(({ document }) => document === one.document)?.name ?? one.document
  const head = one.kind === 'left-out' ? `left out of ${visible(less)}` : one.kind === 'weaker' ? `weaker in ${visible(less)}, ${one.code}: ${visible(one.says)}` : `differs, ${one.code}: ${visible(one.says)}`
  return [`    ${head}`, ...versionLine(one.told, look, one.told.quote), ...(one.other ? versionLine(one.other, look, one.other.quote) : [])]
}

const versionLines = ({ versions }: Beside, look: Look): readonly string[] =>
  versions.flatMap((one) => [
    '', 'Versions differ', `  ${[one.ordinal === null ? null : `no. ${one.ordinal}`, one.date].filter((part) => part !== null).join(', ') || 'meeting'}: ${one.documents.map(({ name, document, language }) => `${visible(name ?? document)}${language ? ` (${language})` : ''}`).join(', ')}`,
    ...(one.differences.length === 0 ? ['    in nothing that was read'] : one.differences.flatMap((difference) => differenceLines(difference, one, look))),
  ])

const peopleLines = ({ people }: Beside): readonly string[] =>
  people.length === 0 ? [] : ['', 'People that may be one (nothing is joined by it)', ...people.map(({ one, other, says }) =>
    `  ${isolate(visible(one.person))} (${visible(one.name ?? one.document)}), ${isolate(visible(other.person))} (${visible(other.name ?? other.document)}): ${says}`)]

const decided = ({ entry, by, recorded, id }: Line): readonly string[] => {
  const when = `${recorded.slice(0, 16).replace('T', ' ')} ${visible(by.name)}`
  const lines = 'because' in entry ? entry.because.map(({ says }) => visible(says)).join('; ') : 'why' in entry ? visible(entry.why) : entry.kind === 'noted' ? visible(entry.text) : ''
  if (entry.kind === 'claim' || entry.kind === 'source') return []
  const what = entry.kind === 'joined' ? `joined ${entry.claim} with ${entry.into}` : entry.kind === 'doubted' ? `${entry.claim} may belong to ${entry.into}` : entry.kind === 'judged' ? `judged ${entry.state}` : entry.kind === 'assigned' ? `assigned to ${visible(entry.owner)}` : entry.kind
  return [`  ${when}  ${what}${lines ? `: ${lines}` : ''}  [${visible(id)}]`]
}

const history = ({ lines }: Beside): readonly string[] => {
  const all = lines.flatMap(decided)
  return all.length === 0 ? [] : ['', 'Decisions', ...all]
}

/** A thread for people. */
export const threadLines = (thread: Told, beside: Beside, moment: Moment, look: Look): string =>
  `${[
    ...headOf(thread, beside, moment, look), ...reasonsOf(thread), ...lookedAt(thread), ...promisesOf(thread, look),
    ...(thread.sums.length > 0 ? ['', 'Money', ...thread.sums.map(sumOf)] : []), ...life(thread, beside, look), ...sessionLines(beside), ...versionLines(beside, look), ...peopleLines(beside), ...history(beside),
  ].join('\n')}\n`

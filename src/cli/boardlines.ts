import { lastDay, type State } from '../ledger/index.ts'
import { labelIn } from '../server/index.ts'
import { boardOrder, type Moment, type Told } from '../store/index.ts'
import { columns, quoted, wrap, writtenLeftward } from './layout.ts'
import type { Look } from './view.ts'
import { visible } from './visible.ts'

/** A sign for every state: never a colour alone. */
export const signs: Readonly<Record<State, string>> = {
  overdue: '!', contested: '≠', changed: '~', advanced: '+', open: 'o', repeated: '=', silent: '.', lapsed: ':', dropped: 'x', kept: '✓', noted: '-',
}

const colours: Partial<Readonly<Record<State, string>>> = { overdue: '31', contested: '31', changed: '33', kept: '32', advanced: '36', silent: '2', lapsed: '2', dropped: '2' }

export const painted = (text: string, state: State, { colours: on }: Look): string => (on && colours[state] ? `\x1b[${colours[state]}m${text}\x1b[0m` : text)

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))

/** As many words of a title as fit into a line, in the direction of the title. */
export const fitted = (text: string, width: number): string => {
  const clean = visible(text)
  const [first = '', ...rest] = wrap(clean, Math.max(8, room(clean, width)))
  return quoted(rest.length > 0 ? `${first}…` : first, writtenLeftward(clean))
}

const room = (text: string, width: number): number => (columns(text) > width ? width - 1 : width)

const counted = (threads: readonly Told[]): string =>
  boardOrder.flatMap((state) => {
    const number = threads.filter((thread) => thread.state === state).length
    return number > 0 ? [`${signs[state]} ${state} ${number}`] : []
  }).join('   ')

const asked = ({ asof, hindsight, known }: Moment): string =>
  `As of ${asof}${hindsight ? ', with what was published later' : ''}${known === null ? '' : `, as this ledger knew it on ${known}`}`

const short = (due: Told['due']): string => (due === null ? '' : due.length > 10 ? (lastDay(due) ?? due) : due)

/** Columns before the title; in a terminal narrower than `narrow` the title gets a line of its own. */
const [left, narrow] = [57, 100]

const row = (thread: Told, look: Look, language: string | null): string => {
  const { id, state, due, last, between, evidence } = thread
  const documents = new Set(evidence.map(({ document }) => document)).size
  const facts = `${painted(padded(`${signs[state]} ${state}`, 11), state, look)} ${id.slice(0, 7)}  ${padded(between.slice(0, 2).join(' ') + (between.length > 2 ? '…' : ''), 6)} ${padded(short(due), 10)} ${last} ${padded(String(documents), 3)}`
  const { label } = labelIn(language, thread, true)
  const first = label ?? thread.title
  const below = label === undefined ? '' : `\n${' '.repeat(look.width < narrow ? 4 : left)}${fitted(thread.title, look.width - (look.width < narrow ? 4 : left))}`
  return `${look.width < narrow ? `${facts}\n    ${fitted(first, look.width - 4)}` : `${facts} ${fitted(first, look.width - left)}`}${below}`
}

/** A board for people. With a language titles are written in it, and the words of the texts stand below. */
export const boardLines = (threads: readonly Told[], moment: Moment, look: Look, language: string | null = null): string => {
  const head = `${asked(moment)}: ${threads.length === 1 ? '1 thread' : `${threads.length} threads`}`
  if (threads.length === 0) return `${head}\nNothing was known then that fits. tawafuq record FILE adds documents; --state noted shows what is only mentioned.\n`
  const columnsHead = `${padded('  state', 11)} ${padded('id', 7)}  ${padded('who', 6)} ${padded('due', 10)} ${padded('last', 10)} ${padded('src', 3)}${look.width < narrow ? '' : ' what'}`
  return `${[head, counted(threads), '', columnsHead, ...threads.map((thread) => row(thread, look, language))].join('\n')}\n`
}

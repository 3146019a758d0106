import { isDeepStrictEqual } from 'node:util'
import type { Commitment, Evidences, Figure, Instrument, Meeting, Project, Reading } from '../../model/index.ts'
import { open } from '../../text/index.ts'
import { openPage } from '../open.ts'
import { marking, readText } from '../read.ts'
import { type Scene, sceneOf } from '../scene.ts'
import type { Found } from '../gloss.ts'
import { readsFields } from './fields.ts'
import type { Pack, Stem } from './pack.ts'
import type { Entry } from './source.ts'
import { writer } from './written.ts'

/** For tests: what is read in the example of a word, held against what its entry says is read. */

/** The day of every example: a Wednesday. */
export const issued = '2024-03-13'

type Kind = keyof typeof readsFields
type Shown = Readonly<Record<string, unknown>>

/** What an entry of words says of its example; see packs/README.md. */
export type Reads = Readonly<Record<string, unknown>>

const stemsWithout = (stems: readonly Stem[], id: string): readonly Stem[] =>
  stems.flatMap((stem) => {
    const senses = stem.senses.filter(({ lexeme }) => lexeme.id !== id)
    return senses.length === stem.senses.length ? [stem] : senses.length === 0 && (stem.before !== 0 || stem.after !== '') ? [] : [{ ...stem, senses }]
  })

/** The pack as it would be without one of its words. */
export const without = (pack: Pack, id: string): Pack => {
  const { names, grammar, futures, syntax } = pack
  return { ...pack, ...writer({ stems: (form) => stemsWithout(pack.written(form, 'word').stems, id), names, grammar, futures, syntax }) }
}

export const readingOf = (text: string, pack: Pack): Reading => readText(text, pack, issued, { sha256: '', explain: true }).reading

const sceneIn = (text: string, pack: Pack): Scene => sceneOf(marking.reduce((page, mark) => mark(page), openPage(text, pack, issued)))

/** What the words of a text were taken for. */
export const takenIn = (text: string, pack: Pack): readonly Found[] => sceneIn(text, pack).glosses.flatMap(({ verbs, nouns, particle }) => [...verbs, ...nouns, ...(particle ? [particle] : [])])

/** Whether a word of the text could be a form of the entry. */
export const occursIn = (text: string, pack: Pack, id: string): boolean =>
  open(text).tokens.some(({ form, kind }) => kind === 'word' && pack.written(form, 'word').stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.id === id)))

const nameOf = ({ entities }: Reading, id: string | null): string | null => {
  const entity = entities.find((one) => one.id === id)
  return entity ? (entity.type === 'state' ? entity.code : entity.name) : null
}

const namesOf = (reading: Reading, ids: readonly string[]): readonly (string | null)[] => ids.map((id) => nameOf(reading, id))

const commitment = (reading: Reading, { force, action, polarity, deadline, sectors, speaker, parties, condition, target }: Commitment): Shown => ({
  force, action, polarity, deadline, sectors, speaker: nameOf(reading, speaker), parties: namesOf(reading, parties), condition, target: target && `${target.value} ${target.unit}`,
})

const meeting = (reading: Reading, { type, status, ordinal, place, date, participants, parties }: Meeting): Shown => ({
  type, status, ordinal, place: nameOf(reading, place), date, chair: nameOf(reading, participants.find(({ chair }) => chair)?.entity ?? null), parties: namesOf(reading, parties),
})

const amount = (value: { readonly value: number; readonly unit: string } | null): string | null => value && `${value.value} ${value.unit}`

const instrument = (reading: Reading, { type, status, count, value, parties }: Instrument): Shown => ({ type, status, count, value: amount(value), parties: namesOf(reading, parties) })

const project = ({ stage, sectors, count, value }: Project): Shown => ({ stage, sectors, count, value: amount(value) })

const figure = (reading: Reading, { indicator, value, unit, change, parties }: Figure): Shown => ({ indicator, value, unit, change: amount(change), parties: namesOf(reading, parties) })

const shown = (reading: Reading): Readonly<Record<Kind, readonly Shown[]>> => ({
  commitment: reading.commitments.map((one) => commitment(reading, one)), meeting: reading.meetings.map((one) => meeting(reading, one)),
  instrument: reading.instruments.map((one) => instrument(reading, one)), project: reading.projects.map(project), figure: reading.figures.map((one) => figure(reading, one)),
})

const brief = (item: Shown): string => Object.entries(item).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([name, value]) => `${name} ${String(value)}`).join(', ')

/** What was read, one line an item. */
export const told = (text: string, pack: Pack): string => {
  const lines = Object.entries(shown(readingOf(text, pack))).flatMap(([kind, items]) => items.map((item) => `${kind}: ${brief(item)}`))
  return [...lines, `parts: ${takenIn(text, pack).map(({ lexeme }) => lexeme.means.role).filter(Boolean).join(' ')}`].join('\n')
}

/** Lists in any order; the rest exactly. */
const equal = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? isDeepStrictEqual([...one].map(String).sort(), [...other].map(String).sort()) : isDeepStrictEqual(one, other)

const agrees = (item: Shown, wanted: Shown): boolean => Object.entries(wanted).every(([name, value]) => equal(item[name], value))

const split = (reads: Reads): readonly (readonly [Kind, unknown])[] => {
  const own = Object.entries(reads).filter(([name]) => readsFields.commitment.includes(name as never))
  const others = Object.entries(reads).filter(([name]) => Object.hasOwn(readsFields, name))
  return [...(own.length ? [['commitment', Object.fromEntries(own)] as const] : []), ...others.map(([name, value]) => [name as Kind, value] as const)]
}

/** Whether a text reads as the entry says: for each kind one item that has all that is stated, or none where none is stated. */
export const readsAs = (text: string, reads: Reads, id: string, pack: Pack): boolean => {
  const items = shown(readingOf(text, pack))
  const part = reads['role'] === undefined || takenIn(text, pack).some(({ lexeme }) => lexeme.id === id && lexeme.means.role === reads['role'])
  return part && split(reads).every(([kind, wanted]) => (wanted === 'none' ? items[kind].length === 0 : items[kind].some((item) => agrees(item, wanted as Shown))))
}

const rulesOf = (reading: Reading): ReadonlySet<string> => {
  const items: readonly { readonly evidence: Evidences }[] = [...reading.meetings, ...reading.commitments, ...reading.instruments, ...reading.projects, ...reading.figures, ...reading.gaps]
  return new Set(items.flatMap(({ evidence }) => evidence.flatMap(({ rule, trace }) => [rule, ...(trace ?? []).map((step) => step.rule)])))
}

/** Everything read in a text and the rules that read it, to be compared. */
export const trail = (text: string, pack: Pack): string => {
  const { meetings, commitments, instruments, projects, figures } = readingOf(text, pack)
  return JSON.stringify([meetings, commitments, instruments, projects, figures])
}

/** Whether an entry does anything in a text: names an item or a value of it, gives a sector, or is taken for a small word. */
export const fires = (text: string, { value }: Entry, pack: Pack): boolean => {
  const reading = readingOf(text, pack)
  const { sector } = (value['means'] ?? {}) as { readonly sector?: string }
  if (rulesOf(reading).has(String(value['id']))) return true
  if (sector !== undefined && [...reading.commitments, ...reading.projects].some(({ sectors }) => sectors.includes(sector as never))) return true
  return takenIn(text, pack).some(({ lexeme }) => lexeme.id === value['id'] && (lexeme.means.role ?? lexeme.means.ordinal) !== undefined)
}

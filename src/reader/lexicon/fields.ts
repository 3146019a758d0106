import { actions, forces, instrumentStatuses, instrumentTypes, meetingTypes, polarities, sectors, stages } from '../../model/index.ts'
import type { Meaning } from './pack.ts'
import { type Entry, Mistake } from './source.ts'

/** How an entry of words says how it bends. */
export const kinds = ['verb', 'noun', 'plural', 'adjective', 'particle'] as const

/** The last five are for the suite and for people: the compiled pack has none of them. `yields` says which entry is looked at first where both have one form. */
const wordFields = ['id', ...kinds, 'means', 'takes', 'example', 'reads', 'never', 'yields', 'note'] as const

export const verbFields = ['past', 'past2', 'present', 'pastPassive', 'presentPassive', 'noun', 'doer', 'done', 'base', 'gerund'] as const

/** What the example of a word may be held against: the first five kinds of a reading, the fields of a commitment, the part of a small word. */
export const readsFields = {
  commitment: ['force', 'action', 'polarity', 'deadline', 'sectors', 'speaker', 'parties', 'condition', 'target'],
  meeting: ['type', 'status', 'ordinal', 'place', 'date', 'chair', 'parties'],
  instrument: ['type', 'status', 'count', 'value', 'parties'],
  project: ['stage', 'sectors', 'count', 'value'],
  figure: ['indicator', 'value', 'unit', 'change', 'parties'],
} as const

const yes = [true] as const

/** What each meaning may be: one of a list of codes, or any number or word. */
const meanings: { readonly [name in keyof Required<Meaning>]: readonly unknown[] | 'number' | 'string' } = {
  force: forces, alone: forces, action: actions, status: instrumentStatuses, stage: stages, standing: stages, instrument: instrumentTypes, meeting: meetingTypes, meets: meetingTypes, sector: sectors, polarity: polarities,
  measures: ['reach', 'rise', 'fall'], ordinal: 'number', indicator: 'string', role: 'string', actor: 'string',
  aspect: yes, gives: yes, works: yes, holds: yes, attends: yes, chairs: yes, light: yes, way: yes, needs: yes, announces: yes, stresses: yes, says: yes,
  sessional: yes, schedule: yes, earlier: yes, present: yes, own: yes, ahead: yes, carried: yes, provided: yes, includes: yes, provides: yes, effect: yes, body: yes, gift: yes, generic: yes, ministerial: yes,
  weak: yes, project: yes, progress: yes, part: yes, cost: yes, rate: yes, some: yes, guessed: yes, thing: yes, seeks: yes, deed: yes, becomes: yes, due: yes, rest: yes, joint: yes,
}

/** How many letters must be added, dropped or exchanged to make one word of another. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

const cure = (odd: string, known: readonly unknown[]): string => {
  const near = known.map(String).map((name) => [distance(odd, name), name] as const).toSorted(([one], [other]) => one - other)[0]
  return `${near && near[0] <= 2 ? `Did you mean '${near[1]}'? ` : ''}Use ${known.join(', ')}.`
}

/** Refuses a field whose name is not known. */
export const checkNames = (entry: Entry, of: string, value: unknown, known: readonly string[]): void => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mistake(entry, `${of} has no fields`, `Write it as { name: value } with ${known.join(', ')}.`)
  const odd = Object.keys(value).find((name) => !known.includes(name))
  if (odd) throw new Mistake(entry, `'${odd}' is no field of ${of}`, cure(odd, known))
}

const checkMeans = (entry: Entry): void => {
  const means = (entry.value['means'] ?? {}) as Readonly<Record<string, unknown>>
  checkNames(entry, "'means'", means, Object.keys(meanings))
  for (const [name, value] of Object.entries(means)) {
    const known = meanings[name as keyof Meaning]
    if (typeof known === 'string' && typeof value !== known) throw new Mistake(entry, `'${name}: ${String(value)}' is no ${known}`, `Give '${name}' a ${known}.`)
    if (typeof known !== 'string' && !known.includes(value)) throw new Mistake(entry, `'${String(value)}' is no ${name}`, cure(String(value), known))
  }
}

const checkReads = (entry: Entry): void => {
  const reads = entry.value['reads']
  if (reads === undefined) return
  if (entry.value['example'] === undefined) throw new Mistake(entry, "'reads' says what is read in no 'example'", 'Add the sentence as "example: …".')
  const known = [...readsFields.commitment, 'role', ...Object.keys(readsFields)]
  checkNames(entry, "'reads'", reads, known)
  for (const [kind, fields] of Object.entries(readsFields)) {
    const value = (reads as Readonly<Record<string, unknown>>)[kind]
    if (value !== undefined && value !== 'none') checkNames(entry, `'${kind}' of 'reads'`, value, fields)
  }
}

const checkTexts = (entry: Entry): void => {
  const { example, never } = entry.value
  if (example !== undefined && typeof example !== 'string') throw new Mistake(entry, "'example' is no sentence", 'Write one sentence, in quotes if it has a colon.')
  if (never !== undefined && !(Array.isArray(never) && never.every((one) => typeof one === 'string'))) throw new Mistake(entry, "'never' is no list of sentences", 'Write each on its own line after "- ".')
}

/** Refuses an entry of words that has a field, form, meaning or proof which the compiler does not know. */
export const checkWords = (entry: Entry): void => {
  checkNames(entry, 'a word', entry.value, wordFields)
  if (entry.value['verb'] !== undefined) checkNames(entry, "'verb'", entry.value['verb'], verbFields)
  const beside = kinds.find((kind) => kind !== 'verb' && entry.value['verb'] !== undefined && entry.value[kind] !== undefined)
  if (beside) throw new Mistake(entry, `'${beside}' beside 'verb' would not be read`, 'Put it into an entry of its own; the noun of a verb is verb.noun.')
  checkMeans(entry)
  checkTexts(entry)
  checkReads(entry)
}

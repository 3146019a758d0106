import type { Amount, Commitment, Entity, EntityId, Evidence, Evidences, Figure, Instrument, Meeting, Project, Quantity, Reading, Time } from '../model/index.ts'
import { columns, isolate, ownLine, quoted, wrap, writtenLeftward } from './layout.ts'
import { visible } from './visible.ts'

/** `width` in columns of the terminal; `colours` when it shows them; `explain` adds the rules. */
export type Look = { readonly width: number; readonly colours: boolean; readonly explain: boolean }

/** One thing that was read: what it is in a few words, what else is known of it, and where it stands. */
type Entry = { readonly id: string; readonly head: string; readonly details: readonly string[]; readonly evidence: Evidences }

type Names = { readonly name: (id: EntityId | null) => string | null; readonly list: (ids: readonly EntityId[]) => string | null }

const paint = (text: string, style: 'strong' | 'faint' | 'title', { colours }: Look): string =>
  !colours || text === '' ? text : `\x1b[${{ strong: '1', faint: '2', title: '1;36' }[style]}m${text}\x1b[0m`

const grouped = (value: number): string => {
  const [whole, fraction] = String(value).split('.')
  const groups = /^-?\d+$/.test(whole!) ? whole!.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole!
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

const amount = (value: Amount | null, per: string | null = null): string | null =>
  value && `${grouped(value.value)} ${visible(value.unit)}${per === null ? '' : ` per ${visible(per)}`}`

const named = ({ name, code, post }: Entity): string => {
  const beside = [code, post ? isolate(visible(post)) : null].filter(Boolean).join(', ')
  return isolate(visible(name)) + (beside === '' ? '' : ` (${beside})`)
}

const namesOf = (entities: readonly Entity[]): Names => {
  const known = new Map(entities.map((entity) => [entity.id, named(entity)]))
  const name = (id: EntityId | null): string | null => (id === null ? null : known.get(id) ?? visible(id))
  return { name, list: (ids) => (ids.length === 0 ? null : ids.map(name).join(', ')) }
}

const label = (name: string, value: string | number | null): string | null => (value === null || value === '' ? null : `${name}: ${value}`)
const stated = (parts: readonly (string | null)[]): readonly string[] => parts.filter((part) => part !== null)
const head = (...parts: readonly (string | null)[]): string => stated(parts).join(' · ')

const meeting = (it: Meeting, { name, list }: Names): Entry => ({
  id: it.id, evidence: it.evidence,
  head: head(it.type, it.status, it.date && visible(it.date), it.ordinal === null ? null : `no. ${it.ordinal}`),
  details: stated([
    label('mechanism', name(it.mechanism)), label('place', name(it.place)), label('parties', list(it.parties)),
    label('present', it.participants.map(({ entity, chair }) => `${name(entity)}${chair ? ' [chair]' : ''}`).join(', ')),
    label('points', it.stated?.points ?? null),
  ]),
})

const commitment = (it: Commitment, { name, list }: Names): Entry => ({
  id: it.id, evidence: it.evidence,
  head: head(it.force, it.polarity === 'will' ? it.action : `not ${it.action}`, it.deadline && `due ${visible(it.deadline)}`, amount(it.target, it.target?.per)),
  details: stated([
    label('parties', list(it.parties)), label('said by', name(it.speaker)), label('sectors', it.sectors.join(', ')), label('place', name(it.place)),
    label('if', it.condition && isolate(visible(it.condition))), label('of', list(it.entities)), label('instrument', it.instrument), label('project', it.project),
    label('point', it.point),
  ]),
})

const instrument = (it: Instrument, { list }: Names): Entry => ({
  id: it.id, evidence: it.evidence,
  head: head(it.count === null ? it.type : `${it.count} × ${it.type}`, it.status, it.date && visible(it.date), amount(it.value)),
  details: stated([label('name', isolate(visible(it.name))), label('parties', list(it.parties))]),
})

const project = (it: Project, { name }: Names): Entry => ({
  id: it.id, evidence: it.evidence,
  head: head(it.count === null ? null : `${it.count} ×`, it.stage, amount(it.value)),
  details: stated([
    label('name', isolate(visible(it.name))), label('sectors', it.sectors.join(', ')), label('place', name(it.place)), label('operator', name(it.operator)),
    label('measures', it.measures.map((one) => `${amount(one)}${one.of === null ? '' : ` of ${isolate(visible(one.of))}`}`).join(', ')),
    label('start by', it.startBy && visible(it.startBy)), label('end by', it.endBy && visible(it.endBy)), label('part of', it.partOf),
  ]),
})

const figure = (it: Figure, { list }: Names): Entry => ({
  id: it.id, evidence: it.evidence,
  head: head(isolate(visible(it.indicator)), amount(it), it.period && visible(it.period)),
  details: stated([label('change', amount(it.change)), label('parties', list(it.parties))]),
})

const time = ({ edtf, hedge, evidence }: Time): Entry => ({ id: '', head: visible(edtf ?? hedge ?? 'open'), details: [], evidence })

const quantity = (it: Quantity): Entry => ({
  id: '', evidence: it.evidence, details: [],
  head: `${it.approximate ? 'about ' : ''}${it.value === null ? `? ${visible(it.unit)}` : amount({ value: it.value, unit: it.unit }, it.per)}`,
})

type Section = { readonly title: string; readonly entries: readonly Entry[] }

const sections = (reading: Reading): readonly Section[] => {
  const names = namesOf(reading.entities)
  return [
    { title: 'Meetings', entries: reading.meetings.map((it) => meeting(it, names)) },
    { title: 'Commitments', entries: reading.commitments.map((it) => commitment(it, names)) },
    { title: 'Instruments', entries: reading.instruments.map((it) => instrument(it, names)) },
    { title: 'Projects', entries: reading.projects.map((it) => project(it, names)) },
    { title: 'Figures', entries: reading.figures.map((it) => figure(it, names)) },
    { title: 'Times', entries: reading.times.map(time) },
    { title: 'Quantities', entries: reading.quantities.map(quantity) },
    { title: 'Gaps', entries: reading.gaps.map(({ why, evidence }) => ({ id: '', head: visible(why), details: [], evidence })) },
  ].filter(({ entries }) => entries.length > 0)
}

/** From here on a quotation has room beside its values; in less it stands below them. */
const roomy = 90
const indent = '  '

const told = ({ id, head, details }: Entry, width: number, look: Look): readonly string[] => [
  ...wrap(id === '' ? head : `${id} ${head}`, width).map((line) => paint(line, 'strong', look)),
  ...(details.length === 0 ? [] : wrap(details.join(' · '), width)),
]

const rules = ({ rule, trace = [] }: Evidence, width: number, look: Look): readonly string[] => {
  const steps = trace.map(({ rule, gave }) => `${visible(rule)} → ${isolate(visible(gave))}`)
  return look.explain ? [visible(rule), ...steps].flatMap((line) => wrap(line, width)).map((line) => paint(line, 'faint', look)) : []
}

const stacked = (entry: Entry, look: Look): readonly string[] => {
  const width = look.width - indent.length
  const text = visible(entry.evidence[0].quote)
  const leftward = writtenLeftward(text)
  return [
    ...told(entry, width, look).map((line) => indent + line),
    ...wrap(`«${text}»`, width - indent.length).map((line) => ownLine(line, leftward, indent + indent)),
    ...rules(entry.evidence[0], width, look).map((line) => indent + line),
  ]
}

/** Columns without the signs that only colour. */
const unpainted = (text: string): number => columns(text.replaceAll(/\x1b\[[\d;]*m/g, ''))

const besides = (entry: Entry, look: Look): readonly string[] => {
  const left = Math.min(64, Math.floor(look.width * 0.42))
  const values = [...told(entry, left, look), ...rules(entry.evidence[0], left, look)]
  const text = visible(entry.evidence[0].quote)
  const leftward = writtenLeftward(text)
  const lines = wrap(`«${text}»`, Math.min(100, look.width - left - indent.length * 2)).map((line) => quoted(line, leftward))
  return Array.from({ length: Math.max(values.length, lines.length) }, (_, row) => {
    const value = values[row] ?? ''
    return lines[row] === undefined ? indent + value : indent + value + ' '.repeat(left - unpainted(value) + indent.length) + lines[row]
  })
}

const section = ({ title, entries }: Section, look: Look): readonly string[] => {
  const one = look.width < roomy ? stacked : besides
  const apart = entries.some(({ id }) => id !== '')
  return ['', paint(`${title} (${entries.length})`, 'title', look), ...entries.flatMap((entry, index) => (apart && index > 0 ? ['', ...one(entry, look)] : one(entry, look)))]
}

const about = ({ document, entities }: Reading): string => {
  const { name } = namesOf(entities)
  const issued = document.issued === null ? 'no date' : `${visible(document.issued)} (${document.issuedFrom === 'given' ? 'given' : 'from the dateline'})`
  return head(document.language ?? 'language unknown', issued, document.outlet && isolate(visible(document.outlet)), name(document.place), `${grouped(document.length)} characters`)
}

/** A reading for people: a title, what is known of the document, then every kind of item with its quotation beside or below it. Ends with a newline. */
export const view = (reading: Reading, title: string, asked: Look): string => {
  const look = { ...asked, width: Math.max(24, asked.width) }
  const found = sections(reading)
  const lines = [
    ...wrap(visible(title), look.width).map((line) => paint(isolate(line), 'strong', look)),
    ...wrap(about(reading), look.width).map((line) => paint(line, 'faint', look)),
    ...(found.length === 0 ? ['', 'Nothing was found in this text.'] : found.flatMap((one) => section(one, look))),
  ]
  return `${lines.join('\n')}\n`
}

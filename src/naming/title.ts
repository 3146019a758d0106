import type { Action, InstrumentType, MeetingType, Structure } from '../model/index.ts'
import { amountIn, digits, formOf, inForm, isMoney } from './amounts.ts'
import { dateIn, dueIn } from './dates.ts'
import { fill } from './fill.ts'
import type { Fields, Forms, Labels } from './labels.ts'

/** No more members of a list than these are named in a title. */
const most = 3

const listed = ({ list }: Labels, all: readonly string[]): string | null =>
  all.length === 0 ? null : all.length === 1 ? all[0]! : all.slice(0, -1).join(list.between) + list.last + all.at(-1)!

const namesIn = ({ names }: Labels, keys: readonly string[]): readonly string[] => [...new Set(keys.map((key) => names[key]).filter((name) => name !== undefined))].slice(0, most)

const fieldIn = (labels: Labels, { sectors }: Structure, fields: Fields): string | null => {
  const shown = sectors.slice(0, most)
  const form = shown.length > 2 ? 'many' : shown.length === 2 ? 'two' : 'one'
  return shown.length === 0 ? null : fill(fields[form], { sectors: listed(labels, shown.map((sector) => labels.sectors[sector])) })
}

/** A place is named where it is not one of the parties. */
const placeIn = ({ names }: Labels, { place, between }: Structure): string | null =>
  place === null || between.includes(place.replace(/^state:/, '')) ? null : (names[place] ?? null)

/** A noun beside its number. `of`: it follows a verbal noun. */
const countedIn = (labels: Labels, forms: Forms, { count, list }: Structure, of: boolean): string => {
  if (count === null) return (list ? forms.list : undefined) ?? forms.one
  const form = formOf(labels, count)
  const noun = form === 'two' && of ? (forms.of ?? inForm(forms, form)) : inForm(forms, form)
  return fill(labels.counted[form] ?? labels.counted.other!, { number: digits(count), noun })
}

/** Types of instrument that are bodies rather than documents, and what may be promised of a body as a thing that is made. */
const [bodies, ofBodies] = [new Set<Structure['type']>(['committee', 'working-group', 'centre', 'fund']), new Set<Action>(['establish', 'launch', 'open', 'finance', 'study', 'support'])]

const named = ({ names }: Structure, ...kinds: readonly string[]): readonly string[] => names.filter((key) => kinds.some((kind) => key.startsWith(`${kind}:`)))

const projectIn = (labels: Labels, structure: Structure, of: boolean): string =>
  fill(labels.patterns.thing, { noun: countedIn(labels, labels.project, structure, of), field: fieldIn(labels, structure, labels.fields), names: null, place: placeIn(labels, structure) })

/** A body has a name or a purpose, a document a topic. */
const instrumentIn = (labels: Labels, structure: Structure, of: boolean): string => {
  const body = bodies.has(structure.type)
  const [name] = body ? namesIn(labels, named(structure, 'body')) : []
  if (name !== undefined) return name
  const field = fieldIn(labels, structure, body ? labels.purposes : labels.topics)
  return fill(labels.patterns.thing, { noun: countedIn(labels, labels.instruments[structure.type as InstrumentType], structure, of), field, names: listed(labels, namesIn(labels, named(structure, 'programme'))), place: placeIn(labels, structure) })
}

const thingIn = (labels: Labels, structure: Structure, of: boolean): string => (structure.kind === 'project' ? projectIn : instrumentIn)(labels, structure, of)

/** An instrument or project by what is promised of it, where the deed takes it for its object, else by itself. */
const madeIn = (labels: Labels, structure: Structure): string => {
  const { action, type, due } = structure
  const made = action === null || (bodies.has(type) && !ofBodies.has(action)) ? undefined : labels.actions[action].thing
  if (made === undefined) return thingIn(labels, structure, false)
  return fill(labels.patterns.made, { deed: fill(made, { thing: thingIn(labels, structure, true) }), due: dueIn(labels, due) })
}

const indicatorIn = ({ indicators }: Labels, { indicator }: Structure): string => indicators[indicator ?? 'other'] ?? indicators['other']!

/** A share says of what it is one only in the words of the text. */
const targetIn = (labels: Labels, structure: Structure): string => {
  const { action, target, due } = structure
  if (action === null || target === null) return indicatorIn(labels, structure)
  const deed = labels.actions[action].target ?? labels.actions.other.target!
  const slots = { deed: fill(deed, { indicator: indicatorIn(labels, structure) }), due: dueIn(labels, due) }
  return target.unit === '%' ? fill(labels.patterns.made, slots) : fill(labels.patterns.target, { ...slots, amount: amountIn(labels, target) })
}

const deedIn = (labels: Labels, structure: Structure): string => {
  const { action, target, due } = structure
  const [deed, names] = [labels.actions[action ?? 'other'], namesIn(labels, named(structure, 'programme', 'event'))]
  const pattern = (names.length === 1 ? (deed.name ?? deed.names) : names.length > 1 ? deed.names : undefined) ?? deed.alone
  return fill(labels.patterns.deed, {
    deed: fill(pattern, { names: listed(labels, names) }), field: fieldIn(labels, structure, labels.fields), place: placeIn(labels, structure),
    amount: target !== null && isMoney(target) ? amountIn(labels, target) : null, due: dueIn(labels, due),
  })
}

const encounterIn = (labels: Labels, structure: Structure): string =>
  fill(labels.patterns.encounter, { noun: labels.meetings[structure.type as MeetingType], place: placeIn(labels, structure), date: dateIn(labels, structure.date) })

const bodyIn = (labels: Labels, structure: Structure): string => namesIn(labels, structure.names)[0] ?? labels.mechanism

const mainIn = (labels: Labels, structure: Structure): string => {
  switch (structure.kind) {
    case 'instrument': case 'project': return madeIn(labels, structure)
    case 'target': return targetIn(labels, structure)
    case 'commitment': return deedIn(labels, structure)
    case 'meeting': return encounterIn(labels, structure)
    case 'mechanism': return bodyIn(labels, structure)
  }
}

const partiesIn = (labels: Labels, { between }: Structure): string | null => {
  const named = between.map((code) => labels.names[`state:${code}`] ?? labels.names[code] ?? code)
  const shown = listed(labels, named.slice(0, most))
  return named.length > most ? fill(labels.patterns.more, { parties: named.slice(0, most).join(labels.list.between) }) : shown
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** What a thread is called in a language, by what is known of it. It is no quotation: the words of the texts stand beside it. `bare`: without its parties, where they are told beside it. */
export const titleIn = (labels: Labels, structure: Structure, bare = false): string => {
  const main = mainIn(labels, structure)
  const title = structure.polarity === 'will-not' ? fill(labels.patterns.refrain, { title: main }) : main
  const parties = bare ? null : partiesIn(labels, structure)
  const whole = parties === null ? title : fill(labels.patterns.titled, { title, parties })
  return labels.capital ? capital(whole) : whole
}

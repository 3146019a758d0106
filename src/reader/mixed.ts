import type { Entity, EntityId, Evidences, Reading, Term } from '../model/index.ts'
import { languageOf } from '../text/index.ts'

/**
 * Documents of several languages: each paragraph is read by the pack of its own language, and the readings are joined to one. A part keeps
 * the places of its words in the whole: what is not of its language is blanked, not cut.
 */

/** Fewer letters than this tell no language: a name or a heading in other letters belongs to the text around it. */
const fewest = 40

const letters = /\p{L}/gu

type Run = { readonly from: number; readonly to: number; readonly language: string | null }

const paragraphsOf = (source: string): readonly Run[] => {
  const runs: Run[] = []
  for (let from = 0; from < source.length; ) {
    const end = source.indexOf('\n', from)
    const to = end < 0 ? source.length : end + 1
    runs.push({ from, to, language: to - from < fewest ? null : languageOf(source, from, to) })
    from = to
  }
  return runs
}

const enough = (source: string, { from, to }: Run): boolean => (source.slice(from, to).match(letters)?.length ?? 0) >= fewest

/** Line ends stay and every other code point becomes a space, so that paragraphs and code points are counted as in the whole. */
const blank = (text: string): string => text.replace(/[^\n]/gu, ' ')

/** The part of a source in each language that `readable` admits, the prevailing language first; null where there is but one. */
export const partsOf = (source: string, main: string, readable: (language: string) => boolean): ReadonlyMap<string, string> | null => {
  const runs = paragraphsOf(source)
  const other = (run: Run): boolean => run.language !== null && run.language !== main && readable(run.language) && enough(source, run)
  const languages = new Set(runs.filter(other).map(({ language }) => language!))
  if (languages.size === 0) return null
  const part = (language: string) => runs.map((run) => ((other(run) ? run.language : main) === language ? source.slice(run.from, run.to) : blank(source.slice(run.from, run.to)))).join('')
  return new Map([main, ...languages].map((language) => [language, part(language)]))
}

type Names = ReadonlyMap<string, string>

const same = (one: Entity, other: Entity): boolean =>
  one.type === other.type && ((one.code !== null && one.code === other.code) || (one.wikidata !== null && one.wikidata === other.wikidata))

const merged = (one: Entity, other: Entity): Entity => ({ ...one, evidence: [...one.evidence, ...other.evidence] as unknown as Evidences })

/** Entities of both, where a code or identifier says that two are one; and what each of the second is called in the whole. */
const joinEntities = (first: readonly Entity[], second: readonly Entity[]): { readonly list: readonly Entity[]; readonly names: Names } => {
  const list = [...first]
  const names = new Map<string, string>()
  for (const entity of second) {
    const at = list.findIndex((one) => same(one, entity))
    names.set(entity.id, at < 0 ? `e${list.length + 1}` : list[at]!.id)
    if (at < 0) list.push({ ...entity, id: `e${list.length + 1}` })
    else list[at] = merged(list[at]!, entity)
  }
  const own = new Set(first.map(({ id }) => id))
  return { list: list.map((entity) => (own.has(entity.id) || !entity.of ? entity : { ...entity, of: names.get(entity.of) ?? null })), names }
}

/** A list of items after another: numbered on, with the entities they name called as in the whole. */
const after = <T extends { readonly id: string }>(first: readonly T[], second: readonly T[], rename: (item: T, names: Names) => T, names: Names): readonly T[] =>
  [...first, ...second.map((item) => rename({ ...item, id: item.id[0] + String(Number(item.id.slice(1)) + first.length) }, names))]

const one = (names: Names, id: EntityId | null): EntityId | null => (id === null ? null : (names.get(id) ?? null))
const many = (names: Names, ids: readonly EntityId[]): readonly EntityId[] => [...new Set(ids.flatMap((id) => names.get(id) ?? []))]

const moved = (id: string | null, by: number): string | null => id && id[0] + String(Number(id.slice(1)) + by)

const join = (whole: Reading, part: Reading): Reading => {
  const { list, names } = joinEntities(whole.entities, part.entities)
  const [instruments, projects] = [whole.instruments.length, whole.projects.length]
  return {
    ...whole, entities: list, times: [...whole.times, ...part.times], quantities: [...whole.quantities, ...part.quantities], gaps: [...whole.gaps, ...part.gaps],
    meetings: after(whole.meetings, part.meetings, (item) => ({
      ...item, mechanism: one(names, item.mechanism), place: one(names, item.place), parties: many(names, item.parties), participants: item.participants.map(({ entity, chair }) => ({ entity: one(names, entity)!, chair })),
    }), names),
    commitments: after(whole.commitments, part.commitments, (item) => ({
      ...item, entities: many(names, item.entities), speaker: one(names, item.speaker), parties: many(names, item.parties), place: one(names, item.place),
      instrument: moved(item.instrument, instruments), project: moved(item.project, projects),
    }), names),
    instruments: after(whole.instruments, part.instruments, (item) => ({ ...item, parties: many(names, item.parties) }), names),
    projects: after(whole.projects, part.projects, (item) => ({ ...item, place: one(names, item.place), operator: one(names, item.operator), partOf: moved(item.partOf, projects) }), names),
    figures: after(whole.figures, part.figures, (item) => ({ ...item, parties: many(names, item.parties) }), names),
  }
}

/** Reads every part in its language, the later ones on the date of the first, and joins what was read. */
export const readParts = (parts: ReadonlyMap<string, string>, read: (source: string, language: string, issued: string | null) => Reading, issued: string | null): Reading => {
  const [[main, source], ...others] = [...parts] as unknown as [[string, string], ...[string, string][]]
  const first = read(source, main, issued)
  return others.reduce((whole, [language, text]) => join(whole, read(text, language, first.document.issued)), first)
}

/** The terms of every part in the order of the whole: a part is blank where another has words. */
export const joinTerms = (parts: readonly (readonly Term[])[]): readonly Term[] => (parts.length === 1 ? parts[0]! : parts.flat().toSorted((one, other) => one.start - other.start))

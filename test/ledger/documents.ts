import { hash } from 'node:crypto'
import type { Author, Claim, CommitmentItem, FigureItem, InstrumentItem, Item, MeetingItem, Named, ProjectItem } from '../../src/ledger/index.ts'
import type { EntityType, Term } from '../../src/model/index.ts'
import type { Recording, World } from '../../src/store/index.ts'

/** Small documents with claims made by hand: what is tested is the ledger, not the reader. */

export const program: Author = { kind: 'program', name: 'tawafuq/0.1.0' }
export const person: Author = { kind: 'person', name: 'Aliya' }

export const named = (key: string, type: EntityType = 'body'): Named => ({ key, type, name: key.slice(key.indexOf(':') + 1), code: type === 'state' ? key.slice(6) : null })
export const state = (code: string): Named => ({ key: `state:${code}`, type: 'state', name: code, code })

export const instrument = (item: Partial<InstrumentItem> = {}): InstrumentItem =>
  ({ kind: 'instrument', type: 'agreement', status: 'proposed', name: 'agreement', count: null, parties: [state('CN'), state('KZ')], date: null, value: null, ...item })

export const project = (item: Partial<ProjectItem> = {}): ProjectItem =>
  ({ kind: 'project', name: 'project', count: null, stage: 'planned', sectors: [], place: null, operator: null, measures: [], value: null, startBy: null, endBy: null, partOf: null, ...item })

export const commitment = (item: Partial<CommitmentItem> = {}): CommitmentItem => ({
  kind: 'commitment', force: 'planned', polarity: 'will', action: 'strengthen', object: 'cooperation', entities: [], speaker: null, parties: [state('CN'), state('KZ')], sectors: [],
  deadline: null, target: null, place: null, condition: null, point: null, about: null, session: null, ...item,
})

export const meeting = (item: Partial<MeetingItem> = {}): MeetingItem =>
  ({ kind: 'meeting', type: 'session', mechanism: null, ordinal: null, place: null, date: null, status: 'held', participants: [], parties: [state('CN'), state('KZ')], stated: null, ...item })

export const figure = (item: Partial<FigureItem> = {}): FigureItem =>
  ({ kind: 'figure', indicator: 'turnover', value: 1, unit: 'USD', period: null, change: null, parties: [state('CN'), state('KZ')], ...item })

/** What a document tells: an item, or one made with the identifiers of all its claims; what it is told by; whose business it is. */
export type Telling = { readonly item: Item | ((claims: readonly string[]) => Item); readonly about: readonly string[]; readonly between?: readonly string[] }

export const tell = (item: Telling['item'], about: readonly string[] = ['word:road'], between: readonly string[] = ['CN', 'KZ']): Telling => ({ item, about, between })

const words = (about: readonly string[]): string => (about.length > 0 ? about.map((key) => key.slice(key.indexOf(':') + 1)).join(' ') : 'all')

export const documentHash = (text: string): string => hash('sha256', text)
export const claimId = (document: string, at: number): string => hash('sha256', `${document} ${at}`).slice(0, 12)

/** A document with one line of text for everything that it tells, and the claims that stand on these lines. `title` makes documents different that tell the same. */
export const recording = (said: string, tellings: readonly Telling[], title = 'report', by: Author = program): Recording => {
  const lines = [`${title} ${said}`, ...tellings.map(({ about }) => words(about))]
  const text = lines.join('\n')
  const sha256 = documentHash(text)
  const starts = lines.map((_, at) => Array.from(lines.slice(0, at).join('\n')).length + (at > 0 ? 1 : 0))
  const ids = tellings.map((_, at) => claimId(sha256, at))
  const claims = tellings.map(({ item, about, between = ['CN', 'KZ'] }, at): Claim => {
    const [start, quote] = [starts[at + 1]!, lines[at + 1]!]
    return { id: ids[at]!, document: sha256, item: typeof item === 'function' ? item(ids) : item, about, between, evidence: [{ start, end: start + Array.from(quote).length, quote, rule: 'test' }] }
  })
  const source = { kind: 'source', sha256, name: `${title}.txt`, language: 'en', outlet: null, between: tellings[0]?.between ?? ['CN', 'KZ'], text } as const
  return { source, said, by, claims, keys: keysOf(text) }
}

/** Words are told apart by blanks; a word is found under its letters. */
export const terms = (text: string): readonly Term[] => {
  const out: Term[] = []
  let at = 0
  for (const part of text.split(/(\s)/)) {
    const length = Array.from(part).length
    if (part.trim() !== '') out.push({ start: at, end: at + length, keys: [part.toLowerCase()], about: `word:${part.toLowerCase()}`, stem: null })
    at += length
  }
  return out
}

const keysOf = (text: string): readonly string[] => [...new Set(terms(text).flatMap(({ keys }) => keys))]

export const word = (asked: string) => ({ asked, keys: [asked.toLowerCase()] })

/** A clock that goes on by a minute whenever somebody looks at it. */
export const ticking = (from = '2026-01-01T00:00:00.000Z'): World['now'] => {
  let at = Date.parse(from)
  return () => new Date((at += 60_000)).toISOString()
}

export const world = (now: World['now'] = ticking()): World => ({ now, terms })

import type { Edtf } from '../model/index.ts'
import { latticeOf } from './pattern/build.ts'
import { atomsAt, type Lattice } from './pattern/lattice.ts'
import type { Slots } from './pattern/slots.ts'
import type { Page, Span } from './page.ts'
import { issuedDay, issuedYear } from './times/calendar.ts'
import { valueOf } from './times/resolve.ts'
import { untold } from './times/tense.ts'

/** The head of a report: where it was written, by whom it was sent out, and when. `to` is the first word after it. */
export type Dateline = {
  readonly place: Span | null
  readonly outlet: string | null
  readonly date: Edtf | null
  readonly dated: Span | null
  readonly from: number
  readonly to: number
}

/** A dateline begins one of the first paragraphs (a title may stand before it) and is short. */
const paragraphsSearched = 4
const longestPlace = 7

const opening = new Set(['(', '/', '['])
const closing: Readonly<Record<string, string>> = { '(': ')', '/': '/', '[': ']' }
const dashes = new Set(['-', ':'])

/** Where capitals tell names, a stop may part place, date and outlet ("Astana. 14 December 2015. Kazinform."). */
const stopped = (scan: Scan, at: number): boolean => scan.page.pack.syntax.capitals && form(scan, at) === '.'

type Scan = { readonly page: Page; readonly lattice: Lattice; readonly end: number }

const form = ({ page, end }: Scan, at: number): string => (at < end ? page.words[at]!.form : '')

const keyOf = ({ page }: Scan, name: string): number => page.pack.grammar.keyOf('class', name)

const longestWith = (scan: Scan, at: number, names: readonly string[]): { readonly to: number; readonly slots: Slots } | null => {
  if (at >= scan.end) return null
  const keys = new Set(names.map((name) => keyOf(scan, name)))
  const found = atomsAt(scan.lattice, at).filter(({ key, to }) => keys.has(key) && to <= scan.end)
  return found.reduce<(typeof found)[number] | null>((best, atom) => (best && best.to >= atom.to ? best : atom), null)
}

const dateAt = (scan: Scan, at: number) => longestWith(scan, at, ['on-date', 'date', 'dated-twice'])
const outletAt = (scan: Scan, at: number) => longestWith(scan, at, ['outlet'])

/** A word that can only be a verb begins the report itself. */
const begins = ({ page }: Scan, at: number): boolean => {
  const senses = page.words[at]!.stems.flatMap((stem) => stem.senses)
  return senses.length > 0 && senses.every(({ lexeme, form }) => lexeme.pos === 'verb' && (form === 'past' || form === 'present'))
}

const placeEnd = (scan: Scan, from: number): number | null => {
  let at = from
  while (at < scan.end && !opening.has(form(scan, at)) && !dashes.has(form(scan, at)) && !startsDate(scan, at)) {
    if (at - from >= longestPlace || begins(scan, at) || scan.page.words[at]!.kind === 'number') return null
    at += 1
  }
  return at
}

/** The date itself, or one small word before it ("Cairo, on 12 May"). */
const startsDate = (scan: Scan, at: number): boolean => dateAt(scan, at) !== null || (longestWith(scan, at, ['when']) !== null && dateAt(scan, at + 1) !== null)

type Bracket = { readonly to: number; readonly outlet: string | null }

/** The outlet in brackets or between strokes: a known one, or a short unknown one after a date (`dated`) or before a dash. */
const bracketAt = (scan: Scan, at: number, dated: boolean): Bracket | null => {
  const close = closing[form(scan, at)]
  if (close === undefined) return null
  const known = outletAt(scan, at + 1)
  let to = known?.to ?? at + 1
  while (to < scan.end && to - at <= 8 && form(scan, to) !== close) to += 1
  if (form(scan, to) !== close) return null
  return known ? { to: to + 1, outlet: String(known.slots['outlet']) } : dated || dashes.has(form(scan, to + 1)) || stopped(scan, to + 1) ? { to: to + 1, outlet: null } : null
}

const pastDashes = (scan: Scan, at: number): number => {
  let to = at
  while (dashes.has(form(scan, to))) to += 1
  return to
}

const trimmed = (scan: Scan, from: number, to: number): Span | null => {
  let end = to
  while (end > from && scan.page.words[end - 1]!.kind === 'mark') end -= 1
  return end > from ? { from, to: end, rule: 'dateline' } : null
}

const issuedAt = (page: Page, slots: Slots): Edtf | null =>
  valueOf(slots, { day: issuedDay(page.issued), year: issuedYear(page.issued), tense: untold, before: null })?.edtf ?? null

type Parts = { at: number; date: { readonly span: Span; readonly slots: Slots } | null; outlet: Bracket | null; dash: boolean }

/** Reads date, outlet and dashes in whatever order they come. */
const parts = (scan: Scan, from: number): Parts => {
  const found: Parts = { at: from, date: null, outlet: null, dash: false }
  for (;;) {
    const skip = dateAt(scan, found.at) ? 0 : startsDate(scan, found.at) ? 1 : form(scan, found.at) === ',' || form(scan, found.at) === '\u060c' ? 1 : 0
    const date = found.date ? null : dateAt(scan, found.at + skip)
    const outlet = found.outlet ? null : (bracketAt(scan, found.at, found.date !== null) ?? bare(scan, found) ?? afterStop(scan, found))
    const past = pastDashes(scan, found.at)
    if (date) Object.assign(found, { date: { span: { from: found.at + skip, to: date.to, rule: 'dateline' }, slots: date.slots }, at: date.to })
    else if (outlet) Object.assign(found, { outlet, at: outlet.to })
    else if (stopped(scan, found.at) && (found.date || found.outlet) && goesOn(scan, found)) Object.assign(found, { at: found.at + 1 })
    else if (past > found.at) Object.assign(found, { dash: true, at: past })
    else return found
  }
}

/** Whether after a stop the dateline goes on, or ends with one. */
const goesOn = (scan: Scan, { at, date, outlet }: Parts): boolean =>
  (date !== null && outlet !== null) || outletAt(scan, at + 1) !== null || closing[form(scan, at + 1)] !== undefined || (date === null && dateAt(scan, at + 1) !== null)

const afterStop = (scan: Scan, { at, date }: Parts): Bracket | null => {
  const known = date && stopped(scan, at - 1) ? outletAt(scan, at) : null
  return known && stopped(scan, known.to) ? { to: known.to, outlet: String(known.slots['outlet']) } : null
}

/** "Riyadh - SPA": a known outlet right after a dash. */
const bare = (scan: Scan, { at, dash }: Parts): Bracket | null => {
  const known = dash ? outletAt(scan, at) : null
  return known && (dashes.has(form(scan, known.to)) || known.to === scan.end) ? { to: known.to, outlet: String(known.slots['outlet']) } : null
}

/** How long a place written in capitals must at least be, in letters (shorter ones are names of organisations), and at most, in words (longer ones are titles). */
const [shortestShouted, longestShouted] = [4, 3]

/** A place written wholly in capitals at the head of a paragraph: where it ends. Null where there is none. */
const shoutedEnd = (scan: Scan, from: number): number | null => {
  const { words, text: { source, starts, ends }, pack } = scan.page
  if (!pack.syntax.capitals) return null
  const shown = (at: number): string => source.slice(starts[at], ends[at])
  let at = from
  while (at < scan.end && at - from <= longestShouted) {
    const joint = at > from && form(scan, at) === '-' && starts[at] === ends[at - 1] && starts[at + 1] === ends[at]
    if (!joint && !(words[at]!.kind === 'word' && shown(at) === shown(at).toUpperCase())) break
    at += 1
  }
  return at > from && at - from <= longestShouted && ends[at - 1]! - starts[from]! >= shortestShouted ? at : null
}

/** "ASTANA – …", "NEW DELHI: …", "ASTANA. May 5. KAZINFORM …": a place in capitals needs but a dash, or a stop and a known outlet. */
const shouted = (scan: Scan, from: number): Dateline | null => {
  const place = shoutedEnd(scan, from)
  if (place === null) return null
  const head = { place: trimmed(scan, from, place), outlet: null, date: null, dated: null, from }
  if (dashes.has(form(scan, place))) return { ...head, to: pastDashes(scan, place) }
  if (!stopped(scan, place)) return null
  const date = dateAt(scan, place + 1)
  const outlet = outletAt(scan, date && stopped(scan, date.to) ? date.to + 1 : place + 1)
  if (!outlet) return null
  const author = bracketAt(scan, outlet.to, true)
  return { ...head, outlet: String(outlet.slots['outlet']), ...(date ? { date: issuedAt(scan.page, date.slots), dated: { from: place + 1, to: date.to, rule: 'dateline' } } : {}), to: pastDashes(scan, author?.to ?? outlet.to) }
}

/** Two of date, outlet and dash must be there: a name in brackets alone stands in many a first sentence. */
const datelineFrom = (scan: Scan, from: number): Dateline | null => {
  const place = placeEnd(scan, from)
  if (place === null) return null
  const { at, date, outlet, dash } = parts(scan, place)
  if (!(outlet ? dash || date : date && dash && place > from)) return null
  return {
    place: trimmed(scan, from, place), outlet: outlet?.outlet ?? null, date: date ? issuedAt(scan.page, date.slots) : null, dated: date?.span ?? null, from, to: at,
  }
}

/** A dateline in a line of its own runs to at most this many words and marks. */
const longestLine = 8

/** How many words of a place that the pack lists begin at a word. */
const listedPlace = ({ page: { words, pack } }: Scan, at: number): number =>
  words[at]!.look.terms.find(({ kind, value, front, rest }) => kind === 'name' && front === 0 && pack.names.listed[value]!.type === 'place' && rest.every((form, k) => words[at + 1 + k]?.form === form))?.rest.length ?? -1

/** "Baghdad / the name of an outlet", alone in its paragraph: a listed place, a stroke or dash, and a few words that are no sentence. */
const ownLine = (scan: Scan, from: number): Dateline | null => {
  const { page: { words }, end } = scan
  const dash = from + listedPlace(scan, from) + 1
  if (dash === from || end - from > longestLine || end - dash < 2 || !(form(scan, dash) === '/' || dashes.has(form(scan, dash)))) return null
  for (let at = dash + 1; at < end; at += 1) if (words[at]!.kind === 'number' || form(scan, at) === '.' || words[at]!.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.pos === 'verb'))) return null
  return { place: { from, to: dash, rule: 'dateline' }, outlet: null, date: null, dated: null, from, to: end }
}

/** The dateline of a page; null when it has none. A date without its year needs the date given with the text. */
export const datelineOf = (page: Page): Dateline | null => {
  const lattice = latticeOf(page)
  for (const read of [datelineFrom, ownLine, shouted])
    for (const { from, to } of page.text.paragraphs.slice(0, paragraphsSearched)) {
      const found = to > from ? read({ page, lattice, end: Math.min(to, page.words.length) }, from) : null
      if (found) return found
    }
  return null
}

/** Puts the page on the date of its dateline, where it has a whole one; else it stays on the date that was given. */
export const dateFrom = (page: Page, dateline: Dateline | null): Page =>
  ({ ...page, opens: dateline?.to ?? 0, ...(dateline?.date && issuedDay(dateline.date) !== null ? { issued: dateline.date, issuedFrom: 'dateline' as const } : {}) })

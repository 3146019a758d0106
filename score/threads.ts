import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { prepare, terms } from '../src/server/index.ts'
import type { Claim } from '../src/ledger/index.ts'
import { type Ledger, openLedger, type Told } from '../src/store/index.ts'
import { largest } from '../src/text/index.ts'

/** A passage that a person put into a thread. */
type Passage = { readonly document: string; readonly quote: string; readonly kind: string }

type GoldThread = { readonly name: string; readonly kind: string; readonly passages: readonly Passage[]; readonly states: Readonly<Record<string, string>> }

/** The hand-made table of a sample: threads with their passages, and the state of each at some moments. */
export type Gold = { readonly moments: readonly string[]; readonly threads: readonly GoldThread[] }

type About = { readonly documents: readonly { readonly file: string; readonly issued: string }[] }

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'))

/** Folders of `threads/` that hold a sample. */
export const samplesIn = (root: string): readonly string[] =>
  existsSync(root) ? readdirSync(root).filter((name) => existsSync(join(root, name, 'states.yaml'))).map((name) => join(root, name)) : []

export const goldOf = (folder: string): Gold => yaml(join(folder, 'states.yaml')) as Gold

/** A claim that the program made, with the file it was read in. */
type Read = { readonly file: string; readonly claim: Claim }

/** Records the documents of a sample, in the order of their dates, into a ledger in memory. */
const recorded = async (folder: string): Promise<{ readonly ledger: Ledger; readonly claims: readonly Read[]; readonly texts: ReadonlyMap<string, string> }> => {
  const ledger = await openLedger(':memory:', { now: () => '2026-11-01T00:00:00.000Z', terms })
  const { documents } = yaml(join(folder, 'about.yaml')) as About
  const claims: Read[] = []
  const texts = new Map<string, string>()
  for (const { file, issued } of documents) {
    const prepared = await prepare({ kind: 'file', name: join(folder, 'documents', basename(file)), issued }, { issued, language: null, limit: largest })
    if (!prepared.ok) throw new Error(`${prepared.name}: ${prepared.message}`)
    await ledger.record(prepared.recording)
    texts.set(file, prepared.recording.source.text)
    claims.push(...prepared.recording.claims.map((claim) => ({ file, claim })))
  }
  return { ledger, claims, texts }
}

const overlap = (one: { readonly start: number; readonly end: number }, other: { readonly start: number; readonly end: number }): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)) / Math.max(1, Math.min(one.end - one.start, other.end - other.start))

/** The claim that was read at a passage: of its own kind, else of another that says the same; null where nothing was read. */
const readAt = ({ document, quote, kind }: Passage, claims: readonly Read[], texts: ReadonlyMap<string, string>): Claim | null => {
  const text = texts.get(document)!
  const at = text.indexOf(quote)
  if (at < 0) throw new RangeError(`${document} does not hold: ${quote}`)
  const start = Array.from(text.slice(0, at)).length
  const span = { start, end: start + Array.from(quote).length }
  const near = claims.filter(({ file }) => file === document).map(({ claim }) => ({ claim, share: Math.max(...claim.evidence.map((one) => overlap(one, span))) })).filter(({ share }) => share >= 0.5)
  const best = (all: typeof near) => all.reduce<(typeof near)[number] | null>((found, one) => (found && found.share >= one.share ? found : one), null)
  return (best(near.filter(({ claim }) => claim.item.kind === kind)) ?? best(near))?.claim ?? null
}

/** How often the program was right: of what it said, and of what there was to say. */
export type Share = { readonly right: number; readonly said: number; readonly there: number }

export type Followed = { readonly joins: Share; readonly joinsOfRead: Share; readonly states: Share; readonly read: { readonly found: number; readonly there: number }; readonly errors: readonly string[] }

type Placed = { readonly gold: string; readonly passage: Passage; readonly thread: string | null }

/** Every pair of passages that one of the two puts into one thread. */
const joinsOf = (placed: readonly Placed[]): Share & { readonly errors: readonly string[] } => {
  let [right, said, there] = [0, 0, 0]
  const errors: string[] = []
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      const [gold, program] = [one.gold === other.gold, one.thread !== null && one.thread === other.thread]
      there += Number(gold)
      said += Number(program)
      right += Number(gold && program)
      if (program && !gold) errors.push(`joined wrongly: ${one.gold} (${one.passage.document}: ${one.passage.quote}) with ${other.gold} (${other.passage.document}: ${other.passage.quote})`)
    }
  }
  return { right, said, there, errors }
}

const mostOf = (threads: readonly (string | null)[]): string | null => {
  const counts = Map.groupBy(threads.filter((one) => one !== null), (one) => one)
  return [...counts].reduce<readonly [string, readonly string[]] | null>((best, one) => (best && best[1].length >= one[1].length ? best : one), null)?.[0] ?? null
}

const stateAt = async (ledger: Ledger, thread: string | null, asof: string): Promise<Told | null> => {
  if (thread === null) return null
  const found = await ledger.thread(thread, { asof, hindsight: false, known: null })
  return found.kind === 'thread' ? found.history.thread : null
}

/** Holds what the program follows against the hand-made table of a sample. */
export const followed = async (folder: string): Promise<Followed> => {
  const gold = goldOf(folder)
  const { ledger, claims, texts } = await recorded(folder)
  const placed: Placed[] = []
  const errors: string[] = []
  for (const { name, passages } of gold.threads) {
    for (const passage of passages) {
      const claim = readAt(passage, claims, texts)
      const found = claim ? await ledger.thread(claim.id, { asof: '9999-01-01', hindsight: false, known: null }) : null
      if (!claim) errors.push(`not read: ${name} (${passage.document}: ${passage.quote})`)
      placed.push({ gold: name, passage, thread: found?.kind === 'thread' ? found.history.id : null })
    }
  }
  let [right, said, there] = [0, 0, 0]
  for (const { name, passages, states } of gold.threads) {
    const threads = new Set(placed.filter((one) => one.gold === name).map(({ thread }) => thread))
    if (threads.size > 1) errors.push(`fell apart: ${name} (${passages.length} passages in ${threads.size} threads: ${placed.filter((one) => one.gold === name).map(({ thread, passage }) => `${passage.document.slice(0, 10)} ${thread}`).join(', ')})`)
    for (const [moment, state] of Object.entries(states)) {
      const thread = mostOf(placed.filter((one) => one.gold === name && one.passage.document.slice(0, 10) <= moment).map((one) => one.thread))
      const told = await stateAt(ledger, thread, moment)
      there += 1
      said += Number(told !== null)
      right += Number(told?.state === state)
      if (told?.state !== state) errors.push(`state: ${name} on ${moment} is ${told?.state ?? 'unknown'}, should be ${state} (${thread})`)
    }
  }
  await ledger.close()
  const { errors: wrong, ...joins } = joinsOf(placed)
  const { errors: _same, ...joinsOfRead } = joinsOf(placed.filter(({ thread }) => thread !== null))
  return { joins, joinsOfRead, states: { right, said, there }, read: { found: placed.filter(({ thread }) => thread !== null).length, there: placed.length }, errors: [...errors, ...wrong] }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

const line = (name: string, { right, said, there }: Share): string =>
  `${name.padEnd(8)} precision ${percent(right, said).padStart(7)}   recall ${percent(right, there).padStart(7)}   (${right} right of ${said} said, ${there} there)`

/** The figures of a sample, for people. */
export const followedLines = (folder: string, { joins, joinsOfRead, states, read }: Followed): string =>
  [`Threads of ${basename(folder)}: ${read.found} of ${read.there} passages read`, line('joins', joins), line('of read', joinsOfRead), line('states', states)].join('\n')

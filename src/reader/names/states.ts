import { BY } from '../lexicon/pack.ts'
import type { Mention, Page } from '../page.ts'

const code = (key: string | null): string | null => (key?.startsWith('state:') ? key.slice('state:'.length) : null)

/** Every mention with what is named inside it. */
export const allMentions = (mentions: readonly Mention[]): readonly Mention[] => mentions.flatMap((mention) => [mention, ...allMentions(mention.inner ?? [])])

const byKey = (page: Page, key: string): Mention | undefined => allMentions(page.mentions).find((mention) => mention.key === key)

const capital = (page: Page, mention: Mention): boolean => page.pack.names.listed.some(({ key, capital }) => key === mention.key && capital)

const inside = (page: Page, at: number): boolean => page.words[at]?.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.role === 'in')) === true

/** A town is only a place after "in" or a demonym ("the Chinese capital Beijing"); else a capital acts for its state. */
const located = (page: Page, mention: Mention): boolean =>
  inside(page, mention.from - 1) || (mention.before !== undefined && (mention.before & BY) !== 0) ||
  page.mentions.some((other) => other.to === mention.from && other.adjective)

const acts = (page: Page, mention: Mention): boolean => {
  if (mention.type === 'programme' || mention.type === 'event') return false
  return mention.type !== 'place' || (capital(page, mention) && !located(page, mention))
}

/**
 * The state a mention stands for: itself, the state a person, body or company belongs to, the state that a capital acts for.
 * Null where the text does not say, and for places that only say where.
 */
export const stateOf = (page: Page, mention: Mention): string | null => {
  if (mention.type === 'state') return mention.code
  if (!acts(page, mention)) return null
  const own = code(mention.of)
  if (own || mention.of === null) return own
  const served = byKey(page, mention.of)
  return served ? (served.type === 'state' ? served.code : code(served.of)) : null
}

/** Weight of a mention in the opening paragraph, where a report says whose affair it tells. */
const opening = 3

const weights = (page: Page, mentions: readonly Mention[], until: number): ReadonlyMap<string, number> => {
  const sum = new Map<string, number>()
  for (const mention of mentions) {
    const state = mention.type === 'place' ? null : stateOf(page, mention)
    if (state) sum.set(state, (sum.get(state) ?? 0) + (mention.from < until ? opening : 1))
  }
  return sum
}

const ranked = (sum: ReadonlyMap<string, number>): readonly string[] => [...sum].sort((a, b) => b[1] - a[1]).map(([state]) => state)

/** The states of the text, most prominent first; of two alike the one named first. */
export const statesOf = (page: Page): readonly string[] => ranked(weights(page, page.mentions, page.text.paragraphs[0]?.to ?? 0))

const distinct = (page: Page, mentions: readonly Mention[]): readonly string[] =>
  [...new Set(mentions.map((mention) => stateOf(page, mention)).filter((state) => state !== null))]

/** How many sentences back a pair of states may stand. */
const reach = 3

const sentenceAt = (page: Page, word: number): number => {
  const found = page.sentences.findIndex(({ from, to }) => from <= word && word < to)
  return found < 0 ? page.sentences.length - 1 : found
}

const between = (page: Page, from: number, to: number): readonly Mention[] => page.mentions.filter((mention) => mention.from >= from && mention.to <= to)

/** The pair that "both sides" means: the two states named nearest before it, when the text tells of more than two. */
const pair = (page: Page, word: number): readonly string[] => {
  const all = statesOf(page)
  if (all.length <= 2) return all
  const at = sentenceAt(page, word)
  for (let back = 0; back <= reach && at - back >= 0; back += 1) {
    const near = distinct(page, between(page, page.sentences[at - back]!.from, word))
    if (near.length >= 2) return all.filter((state) => near.includes(state)).slice(0, 2)
  }
  return all.slice(0, 2)
}

/** The state of the person or body named nearest before a word: whose "his country" it is. */
const owner = (page: Page, word: number): string | null => {
  const nearest = page.mentions.findLast((mention) => mention.from < word && (mention.type === 'person' || mention.type === 'body') && stateOf(page, mention) !== null)
  return nearest ? stateOf(page, nearest) : null
}

/** A demonym or state right after the noun says whose it is: "the Chinese government". */
const beside = (page: Page, word: number): string | null => {
  const next = page.mentions.find((mention) => mention.from === word + 1)
  return next ? stateOf(page, next) : null
}

const nearest = (page: Page, word: number): string | null => {
  const before = page.mentions.findLast((mention) => mention.from < word && mention.type !== 'place' && stateOf(page, mention) !== null)
  return before ? stateOf(page, before) : null
}

const statesMeant = (page: Page, word: number, actor: string): readonly string[] => {
  const named = beside(page, word)
  switch (actor) {
    case 'both': case 'leaders': case 'they': return pair(page, word)
    case 'own': return [owner(page, word) ?? statesOf(page)[0]].filter((state) => state !== undefined)
    case 'government': return [named ?? nearest(page, word) ?? statesOf(page)[0]].filter((state) => state !== undefined)
    default: return []
  }
}

/** Whom a noun that stands for parties means at a word, as keys of states: both sides, his country, the government. */
export const resolveActor = (page: Page, word: number, actor: string): readonly string[] => statesMeant(page, word, actor).map((state) => `state:${state}`)

import { AND, BY } from '../lexicon/pack.ts'
import { firstFrom, type Mention, type Page, sentenceOf } from '../page.ts'

/** Every mention with what is named inside it. */
export const allMentions = (mentions: readonly Mention[], all: Mention[] = []): Mention[] => {
  for (const mention of mentions) {
    all.push(mention)
    if (mention.inner) allMentions(mention.inner, all)
  }
  return all
}

const firsts = new WeakMap<Page, ReadonlyMap<string, Mention>>()

/** The first mention with each key, worked out once for a page. */
const firstOfKey = (page: Page): ReadonlyMap<string, Mention> => {
  const before = firsts.get(page)
  if (before) return before
  const first = new Map<string, Mention>()
  for (const mention of allMentions(page.mentions)) if (!first.has(mention.key)) first.set(mention.key, mention)
  firsts.set(page, first)
  return first
}

const codeIn = (key: string | null): string | null => (key?.startsWith('state:') ? key.slice('state:'.length) : null)

const inside = (page: Page, at: number): boolean => page.words[at]?.stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.role === 'in')) === true

/** A town is only a place after "in" or a demonym ("the Chinese capital Beijing"); else a capital acts for its state. */
const located = (page: Page, mention: Mention): boolean =>
  inside(page, mention.from - 1) || ((mention.before ?? 0) & BY) !== 0 || endingAt(page, mention.from)?.adjective === true

const acts = (page: Page, mention: Mention): boolean => {
  if (mention.type === 'programme' || mention.type === 'event') return false
  return mention.type !== 'place' || (page.pack.names.byKey.get(mention.key)?.capital === true && !located(page, mention))
}

/** The state that an office serves, though its key may name a town or body first. */
const stateServed = (page: Page, key: string): string | null => {
  const code = codeIn(key)
  if (code) return code
  const served = firstOfKey(page).get(key)
  return served ? (served.type === 'state' ? served.code : codeIn(served.of)) : null
}

/**
 * The state a mention stands for: itself, the state a person, body or company belongs to, the state that a capital acts for.
 * Null where the text does not say, and for places that only say where.
 */
export const stateOf = (page: Page, mention: Mention): string | null => {
  const own = codeIn(mention.key)
  if (own) return own
  return mention.of !== null && acts(page, mention) ? stateServed(page, mention.of) : null
}

/** Weight of a mention in the opening paragraph, where a report says whose affair it tells. */
const opening = 3

const weights = (page: Page): ReadonlyMap<string, number> => {
  const until = page.text.paragraphs[0]?.to ?? 0
  const sum = new Map<string, number>()
  for (const mention of page.mentions) {
    const state = mention.type === 'place' || mention.type === 'company' ? null : stateOf(page, mention)
    if (state) sum.set(state, (sum.get(state) ?? 0) + (mention.from < until ? opening : 1))
  }
  return sum
}

const ranks = new WeakMap<Page, readonly string[]>()

/** The states of the text, most prominent first; of two alike the one named first. */
export const statesOf = (page: Page): readonly string[] => {
  const before = ranks.get(page)
  if (before) return before
  const ranked = [...weights(page)].sort((a, b) => b[1] - a[1]).map(([state]) => state)
  ranks.set(page, ranked)
  return ranked
}

/** In the first sentences a report says who meets. */
const whoMeets = 2

/** Whether a name goes on with the one before it: "and" or a comma, and at most two words between. */
const joinedTo = (page: Page, one: Mention, other: Mention): boolean =>
  other.from - one.to <= 2 && ((other.before ?? 0) & AND) !== 0 || (other.from - one.to === 1 && /^[,،]$/.test(page.words[one.to]!.form))

const circles = new WeakMap<Page, readonly string[]>()

const findCircle = (page: Page): readonly string[] => {
  const until = page.sentences[Math.min(whoMeets, page.sentences.length) - 1]?.to ?? 0
  const named = page.mentions.filter(({ type, adjective, from }) => from < until && type === 'state' && !adjective)
  const joined = new Set<string>()
  for (let at = 1; at < named.length; at += 1)
    if (joinedTo(page, named[at - 1]!, named[at]!)) for (const mention of [named[at - 1]!, named[at]!]) joined.add(stateOf(page, mention) ?? '')
  joined.delete('')
  return joined.size > 2 && joined.has(statesOf(page)[0] ?? '') ? [...joined] : []
}

/** Three or more states that the opening names side by side ("China, Kyrgyzstan and Uzbekistan"), the most prominent among them; else none. */
const circleOf = (page: Page): readonly string[] => {
  const before = circles.get(page) ?? findCircle(page)
  circles.set(page, before)
  return before
}

/** Whose affair a text tells: the circle of its opening, else its two most prominent states. */
export const principals = (page: Page): readonly string[] => {
  const circle = circleOf(page)
  return circle.length > 0 ? circle : statesOf(page).slice(0, 2)
}

/** How many mentions back a noun for parties looks for them. */
const reach = 24

const startingAt = (page: Page, word: number): Mention | null => {
  const mention = page.mentions[firstFrom(page.mentions, word)]
  return mention?.from === word ? mention : null
}

const endingAt = (page: Page, word: number): Mention | null => {
  const mention = page.mentions[firstFrom(page.mentions, word) - 1]
  return mention?.to === word ? mention : null
}

const before = (page: Page, word: number): readonly Mention[] => {
  const to = firstFrom(page.mentions, word)
  return page.mentions.slice(Math.max(0, to - reach), to)
}

const political = (page: Page, mention: Mention): string | null => (mention.type === 'company' ? null : stateOf(page, mention))

const distinct = (page: Page, mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(mentions.map((mention) => political(page, mention)).filter((state) => state !== null))

/** How many sentences back a pair of states may stand. */
const sentencesBack = 3

/** The pair that "both sides" means: the two states named nearest before it, when the text tells of more than two. */
const pair = (page: Page, word: number): readonly string[] => {
  const all = statesOf(page)
  if (all.length <= 2) return all
  const earlier = before(page, word)
  const at = sentenceOf(page, word)
  for (let back = 0; back <= sentencesBack && at - back >= 0; back += 1) {
    const start = page.sentences[at - back]!.from
    const near = distinct(page, earlier.filter(({ from }) => from >= start))
    if (near.size >= 2) return all.filter((state) => near.has(state)).slice(0, 2)
  }
  return all.slice(0, 2)
}

const speaks = ({ type }: Mention): boolean => type === 'person' || type === 'body'

const lastState = (page: Page, mentions: readonly Mention[]): string | null => {
  const nearest = mentions.findLast((mention) => political(page, mention) !== null)
  return nearest ? political(page, nearest) : null
}

/** The state of the person or body named nearest before a word: whose "his country" it is. */
const owner = (page: Page, word: number): string | null => lastState(page, before(page, word).filter(speaks))

/** Where a noun is qualified before it: "the Chinese government", "China's government", "the government of China". */
const qualifying = (page: Page, word: number): Mention | null => endingAt(page, word) ?? (page.words[word - 1]?.kind === 'word' ? endingAt(page, word - 1) : null) ?? startingAt(page, word + 2)

/** A demonym or state right after the noun says whose it is: "the Chinese government". */
const beside = (page: Page, word: number): string | null => {
  const next = page.pack.syntax.bends === 'last' ? qualifying(page, word) : startingAt(page, word + 1)
  return next ? stateOf(page, next) : null
}

const nearest = (page: Page, word: number): string | null => lastState(page, before(page, word).filter(({ type }) => type !== 'place'))

const one = (state: string | null | undefined): readonly string[] => (state ? [state] : [])

const statesMeant = (page: Page, word: number, actor: string): readonly string[] => {
  switch (actor) {
    case 'they': return page.pack.syntax.bends === 'last' && endingAt(page, word)?.adjective ? one(beside(page, word)) : circleOf(page).length > 0 ? circleOf(page) : pair(page, word)
    case 'both': case 'leaders': return pair(page, word)
    case 'own': return one(owner(page, word) ?? statesOf(page)[0])
    case 'government': return one(beside(page, word) ?? nearest(page, word) ?? statesOf(page)[0])
    default: return []
  }
}

/** The company named nearest before a word that is of a state, or of any: which "the (Polish) company" means. No agency that reports is meant. */
export const companyBefore = (page: Page, word: number, of: string | null): Mention | null =>
  before(page, word).findLast((mention) => mention.type === 'company' && (of === null || mention.of === of) && page.pack.names.byKey.get(mention.key)?.medium !== true) ?? null

/** Whom a noun that stands for parties means at a word, as keys of states: both sides, his country, the government. */
export const resolveActor = (page: Page, word: number, actor: string): readonly string[] => statesMeant(page, word, actor).map((state) => `state:${state}`)

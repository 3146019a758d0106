import type { Entity, Evidence, Evidences } from '../model/index.ts'
import { foldWord } from '../text/index.ts'
import type { Mention, Page, Span } from './page.ts'
import { allMentions } from './names/states.ts'

/** The entities of a reading, and the identifier of each by the key of its mentions. */
export type Entities = { readonly list: readonly Entity[]; readonly id: (key: string | null) => string | null }

/** Whether a character is a letter of its word: no mark, and no blank after a letter that is written fast to it. */
const isLetter = (character: string): boolean => foldWord(character).trim() !== ''

/** The UTF-16 offset after `letters` folded letters of a word. */
const past = ({ text }: Page, word: number, letters: number): number => {
  let at = text.starts[word]!
  const end = text.ends[word]!
  for (let left = letters; left > 0 && at < end; at += 1) if (isLetter(text.source[at]!)) left -= 1
  if (letters > 0) while (at < end && !isLetter(text.source[at]!)) at += 1
  return at
}

const passage = (page: Page, { from, to }: { readonly from: number; readonly to: number }, front: number): string =>
  page.text.source.slice(past(page, from, front), page.text.ends[to - 1])

/** The front that swallowed a letter of a word cannot be cut off without hurting the quote. */
const swallowed = (page: Page, at: number, front: number) =>
  front > 0 ? page.pack.names.swallowing.find(({ write }) => write.length === front + 1 && page.words[at]!.form.startsWith(write)) : undefined

const evidence = (page: Page, { from, to, rule, front }: Mention): Evidence => {
  const start = past(page, from, swallowed(page, from, front ?? 0) ? 0 : (front ?? 0))
  const end = page.text.ends[to - 1]!
  return { start: page.text.points(start), end: page.text.points(end), quote: page.text.source.slice(start, end), rule }
}

/** A name of words without the letters written fast to it; where those swallowed a letter of the name, it is put back. */
export const bare = (page: Page, span: { readonly from: number; readonly to: number }, front: number): string => {
  const lost = swallowed(page, span.from, front)
  if (!lost) return passage(page, span, front)
  const { form, stems } = page.words[span.from]!
  const own = stems.some((stem) => stem.senses.length > 0 && stem.form === form.slice(front))
  if (!own) return lost.restore + passage(page, span, front + 1)
  const construct = page.words[span.from + 1]?.stems.some((stem) => stem.senses.some(({ lexeme }) => lexeme.pos === 'noun' || lexeme.pos === 'verb')) ?? false
  return (construct ? '' : lost.restore) + passage(page, span, front)
}

const nameSpan = (mention: Mention): Span | Mention => mention.name ?? mention

const spelled = (page: Page, mention: Mention): string => bare(page, nameSpan(mention), nameSpan(mention).from === mention.from ? (mention.front ?? 0) : 0)

const length = (mention: Mention): number => nameSpan(mention).to - nameSpan(mention).from

/** The mention that gives the name: the first for things; for persons the first of the fullest. A bare post names nobody who has a name. */
const naming = (mentions: readonly Mention[]): Mention => {
  const [first] = mentions as readonly [Mention, ...Mention[]]
  if (first.type !== 'person') return mentions.find(({ adjective }) => !adjective) ?? first
  const named = mentions.filter((mention) => mention.name !== undefined || !mention.post)
  return named.reduce((best, mention) => (length(mention) > length(best) ? mention : best), named[0] ?? first)
}

const listedName = (page: Page, key: string): string | null => page.pack.names.byKey.get(key)?.name ?? null

const nameOf = (page: Page, mentions: readonly Mention[]): string => {
  const mention = naming(mentions)
  return (mention.adjective ? listedName(page, mention.key) : null) ?? spelled(page, mention)
}

const postOf = (page: Page, mentions: readonly Mention[]): string | null => {
  const mention = mentions.find(({ post }) => post !== null)
  if (!mention?.post) return null
  return bare(page, mention.post, mention.post.from === mention.from ? (mention.front ?? 0) : 0)
}

const grouped = (mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> => Map.groupBy(mentions, ({ key }) => key)

const entity = (page: Page, id: string, mentions: readonly Mention[]): Entity => {
  const { type } = mentions[0]!
  const base = {
    id, type, name: nameOf(page, mentions), code: mentions.find(({ code }) => code !== null)?.code ?? null,
    wikidata: mentions.find(({ wikidata }) => wikidata !== null)?.wikidata ?? null,
  }
  const evidences = mentions.map((mention) => evidence(page, mention)) as unknown as Evidences
  return { ...base, ...(type === 'person' ? { post: postOf(page, mentions), of: null } : {}), evidence: evidences }
}

/** A state that is only meant (by its capital, by an office) gets an entity when an item asks for it; its evidence is what means it. */
const implied = (page: Page, id: string, key: string, mentions: readonly Mention[]): Entity | null => {
  const listed = page.pack.names.byKey.get(key)
  const means = mentions.filter(({ of }) => of === key)
  if (!listed || means.length === 0) return null
  return { id, type: listed.type, name: listed.name, code: listed.code, wikidata: listed.wikidata, evidence: means.map((mention) => evidence(page, mention)) as unknown as Evidences }
}

const servedBy = (mentions: readonly Mention[]): string | null => mentions.find(({ of }) => of !== null)?.of ?? null

/** Makes one entity of all mentions with one key, numbered in the order of first mention; what is only implied comes last. */
export const entitiesOf = (page: Page): Entities => {
  const mentions = allMentions(page.mentions).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const groups = [...grouped(mentions)]
  const ids = new Map(groups.map(([key], number) => [key, `e${number + 1}`]))
  const list = groups.map(([, group], number) => entity(page, `e${number + 1}`, group))
  const add = (key: string): string | null => {
    const made = implied(page, `e${list.length + 1}`, key, mentions)
    if (!made) return null
    list.push(made)
    ids.set(key, made.id)
    return made.id
  }
  const id = (key: string | null): string | null => (key === null ? null : (ids.get(key) ?? add(key)))
  groups.forEach(([, group], at) => {
    if (group[0]!.type === 'person') list[at] = { ...list[at]!, of: id(servedBy(group)) }
  })
  return { list, id }
}

import type { Listed } from '../lexicon/names.ts'
import { flag } from '../lexicon/names.ts'
import { sieveOf } from '../lexicon/look.ts'
import type { Mention, Span } from '../page.ts'
import { frontOf, hyphen } from './people.ts'
import { type Found, type HeadedFound, type ListedFound, type PersonFound, proper, type Scan } from './scan.ts'

/** How often the page names each state by a spelling that can mean nothing else. */
type Support = ReadonlyMap<string, number>

const stateKey = ({ key, of }: Listed): string | null => (key.startsWith('state:') ? key : of)

const innerOf = (found: Found): readonly ListedFound[] => {
  if (found.kind === 'listed') return [found]
  if (found.kind === 'headed') return found.inner
  return [...found.inner.flatMap(innerOf), ...(found.listed ? [found.listed] : [])]
}

const supportOf = (all: readonly Found[]): Support => {
  const support = new Map<string, number>()
  for (const found of all) for (const { choices } of innerOf(found)) {
    const key = choices.length === 1 && !choices[0]!.known ? stateKey(choices[0]!.listed) : null
    if (key) support.set(key, (support.get(key) ?? 0) + 1)
  }
  return support
}

/** Between names of one spelling the page decides: the one whose state it names most, else a state, else the first that needs no such proof. */
const choose = ({ choices }: ListedFound, support: Support): Listed | null => {
  const sure = choices.filter(({ known }) => !known)
  let best: Listed | null = (sure.find(({ listed }) => listed.type === 'state') ?? sure[0])?.listed ?? null
  let most = 0
  for (const { listed } of choices) {
    const count = support.get(stateKey(listed) ?? '') ?? 0
    if (count > most) [best, most] = [listed, count]
  }
  return best
}

/** Everything that settling needs to know of the page so far. */
type Court = { readonly scan: Scan; readonly support: Support; readonly people: Person[]; readonly byKey: Map<string, Person>; readonly listedTo: ReadonlyMap<number, ListedFound>; readonly offices: Map<string, string>; last: PersonFound | null; owner: string | null }

/** Somebody named on the page: the words of the fullest name, and the key. */
type Person = { key: string; words: readonly string[]; of: string | null; post: PersonFound['post'] }

const listedMention = (found: ListedFound, listed: Listed): Mention => ({
  from: found.from, to: found.to, front: found.front, before: found.before, rule: listed.rule, key: listed.key, type: listed.type, code: listed.code, wikidata: listed.wikidata,
  adjective: listed.adjective, post: null, of: listed.of,
})

const keyOfInner = (found: ListedFound | HeadedFound, court: Court): string | null =>
  found.kind === 'headed' ? found.key : (choose(found, court.support)?.key ?? null)

const stateOfHeaded = (found: HeadedFound, court: Court): string | null => {
  for (const one of found.inner.toReversed()) {
    const listed = choose(one, court.support)
    const key = listed && stateKey(listed)
    if (key) return key
  }
  return null
}

const headedMention = (found: HeadedFound, court: Court): Mention => {
  const head = court.scan.names.heads[found.head]!
  return {
    from: found.from, to: found.to, front: found.front, before: found.before, rule: `${court.scan.page.pack.language}.head.${head.id}`, key: found.key,
    type: head.type, code: null, wikidata: null, adjective: false, post: null, of: stateOfHeaded(found, court),
  }
}

const nameWords = ({ scan }: Court, { name, front }: PersonFound): readonly string[] =>
  name ? scan.words.slice(name.from, name.to).filter(({ kind }) => kind === 'word').map(({ form }, at) => (at === 0 && front > 0 && frontOf(scan, name.from) === front ? form.slice(front) : form)) : []

const within = (short: readonly string[], long: readonly string[]): boolean => short.length > 0 && short.every((word) => long.includes(word))

/** One name is another when all its words stand in it; a single word must be the first or the last, and mean one person only. */
const same = (words: readonly string[], person: Person): boolean =>
  words.length === 1 ? words[0] === person.words[0] || words[0] === person.words.at(-1) : within(words, person.words) || within(person.words, words)

/** Only so many people are remembered, so that a book of names is read in linear time. */
const remembered = 300

const nearby = ({ people }: Court): readonly Person[] => (people.length > remembered ? people.slice(-remembered) : people)

const onlyOne = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null)

const stateless = (court: Court, found: PersonFound): boolean =>
  found.of?.kind === 'headed' || (found.of?.kind === 'listed' && ['body', 'company'].includes(choose(found.of, court.support)?.type ?? ''))

const officeKey = (id: string, office: string, of: string | null): string => `${id} ${office} ${of ?? ''}`

const newPerson = (court: Court, words: readonly string[], key: string): Person => {
  const person: Person = { key, words, of: null, post: null }
  court.people.push(person)
  court.byKey.set(key, person)
  return person
}

/** The pack's own key wins over the one that a shorter name made earlier. */
const named = (court: Court, person: Person, listed: Listed): void => {
  person.key = listed.key
  person.of ??= listed.of
  court.byKey.set(listed.key, person)
}

const byName = (court: Court, found: PersonFound, words: readonly string[]): Person => {
  const listed = found.listed && choose(found.listed, court.support)
  const key = listed ? listed.key : `person:${words.join(' ')}`
  const before = court.byKey.get(key) ?? onlyOne(nearby(court).filter((person) => same(words, person)))
  const person = before ?? newPerson(court, words, key)
  if (words.length > person.words.length) person.words = words
  if (listed) named(court, person, listed)
  return person
}

/** "His counterpart" holds the office of the person named last. */
const officeOf = (court: Court, found: PersonFound): { readonly id: string; readonly office: string } => {
  const post = found.post!
  const { counterpart, id, elsewhere } = court.scan.names.posts[post.number]!
  if (counterpart && court.last?.post) return { id: court.last.post.id, office: court.last.post.office }
  return post.id === id && stateless(court, found) ? { id: elsewhere, office: post.office } : post
}

/** The counterpart of a president may be a king: whoever on the page holds an office of that rank in that state. */
const peerOf = (court: Court, found: PersonFound, of: string | null): string | undefined => {
  const { posts } = court.scan.names
  const last = posts[found.post!.number]!.counterpart && court.last?.post ? posts[court.last.post.number]! : null
  return last && of ? nearby(court).find((person) => person.of === of && person.post && posts[person.post.number]!.peer === last.peer && person.post.office === court.last?.post?.office)?.key : undefined
}

const byOffice = (court: Court, found: PersonFound, of: string | null): Person | null => {
  const { id, office } = officeOf(court, found)
  const holder = court.offices.get(officeKey(id, office, of)) ?? peerOf(court, found, of)
  if (holder) return court.byKey.get(holder) ?? null
  const onlyHolder = of ? null : onlyOne(nearby(court).filter(({ post }) => post !== null && post.id === id && post.office === office && office !== ''))
  if (onlyHolder) return onlyHolder
  const recent = found.post!.alone && !of ? nearby(court).findLast(({ post }) => post !== null && post.id.split('-')[0] === id) : undefined
  if (recent) return recent
  if (found.post!.alone && !of && !court.scan.names.posts[found.post!.number]!.alone) return null
  return newPerson(court, [], `person:${officeKey(id, office, of)}`.trim())
}

/** Whether a name stands after a word for a side. */
const sided = (scan: Scan, { from }: Found): boolean => ((scan.words[from - 1]?.look.flags ?? 0) & flag.side) !== 0

/** "On the Chinese side the minister of trade A B": the side just named is whom the person serves. */
const sideOf = ({ support, listedTo }: Court, { from }: PersonFound): string | null => {
  const before = listedTo.get(from)
  const listed = before ? choose(before, support) : null
  return listed?.type === 'state' ? listed.key : null
}

const servedBy = (court: Court, found: PersonFound): string | null => {
  const own = found.of && keyOfInner(found.of, court)
  if (own) return own
  const side = sideOf(court, found)
  if (side) return side
  const post = found.post && court.scan.names.posts[found.post.number]!
  return post && post.own && !post.counterpart ? court.owner : (post?.of ?? null)
}

const personMention = (court: Court, found: PersonFound): Mention | null => {
  const words = nameWords(court, found)
  const of = servedBy(court, found)
  const person = found.name ? byName(court, found, words) : byOffice(court, found, of)
  if (!person) return null
  person.of ??= of
  if (found.post) {
    person.post ??= found.post
    const { id, office } = officeOf(court, found)
    court.offices.set(officeKey(id, office, of), person.key)
    court.last = found
  }
  const language = court.scan.page.pack.language
  const listed = found.listed && choose(found.listed, court.support)
  return {
    from: found.from, to: found.to, front: found.front, rule: found.post ? `${language}.post.${found.post.id}` : `${language}.person`, key: person.key, type: 'person',
    code: null, wikidata: listed?.wikidata ?? null, adjective: false, of: of ?? person.of,
    post: found.post && spanOf(found.post, `${language}.post.${found.post.id}`),
    ...(found.name ? { name: spanOf(found.name, `${language}.person`) } : {}),
  }
}

const spanOf = ({ from, to }: { readonly from: number; readonly to: number }, rule: string): Span => ({ from, to, rule })

const mentionsOf = (court: Court, found: Found): readonly Mention[] => {
  if (found.kind === 'listed') {
    const listed = choose(found, court.support)
    if (listed && ['body', 'company', 'state'].includes(listed.type) && !listed.adjective) court.owner = listed.key
    return listed ? [listedMention(found, listed)] : []
  }
  if (found.kind === 'headed') court.owner = found.key
  const inner = found.inner.flatMap((one) => mentionsOf(court, one))
  const outer = found.kind === 'headed' ? headedMention(found, court) : personMention(court, found)
  return outer ? [inner.length > 0 ? { ...outer, inner } : outer] : inner
}

const flagsOf = (scan: Scan, form: string): number => scan.page.pack.written(form, 'word').look.flags

/** Single words by which a person is named again: the first or the last of the name, where they mean one person only and nothing else. */
const shortNames = (people: readonly Person[], scan: Scan): ReadonlyMap<string, Person> => {
  const short = new Map<string, Person | null>()
  for (const person of people)
    for (const word of new Set(person.words.length > 1 ? [person.words[0]!, person.words.at(-1)!] : person.words)) {
      const last = word === person.words.at(-1) && person.words.length > 1 && (flagsOf(scan, word) & flag.family) !== 0
      if (word.length < 2 || flagsOf(scan, word) & ((last ? 0 : flag.ordinary) | flag.weak | flag.joins | flag.stop)) continue
      if (word === person.words[0] && person.words.length > 1 && flagsOf(scan, word) & flag.given) continue
      short.set(word, short.has(word) && short.get(word) !== person ? null : person)
    }
  return new Map([...short].filter((entry): entry is [string, Person] => entry[1] !== null))
}

const shortAt = (bare: readonly string[], short: ReadonlyMap<string, Person>): string | undefined => {
  for (const form of bare) if (short.has(form)) return form
  return undefined
}

const taken = (length: number, mentions: readonly Mention[]): Uint8Array => {
  const cover = new Uint8Array(length)
  for (const { from, to } of mentions) cover.fill(1, from, to)
  return cover
}

const laterAt = (scan: Scan, at: number, short: ReadonlyMap<string, Person>): Mention | null => {
  const form = shortAt(scan.words[at]!.look.bare, short)
  if (form === undefined || !proper(scan, at)) return null
  const person = short.get(form)!
  const tied = at > 1 && hyphen(scan, at - 1) && (scan.words[at - 2]!.look.flags & flag.joins) !== 0
  return {
    from: tied ? at - 2 : at, to: at + 1, front: scan.words[at]!.form.length - form.length, rule: `${scan.page.pack.language}.person.again`, key: person.key, type: 'person',
    code: null, wikidata: null, adjective: false, post: null, of: person.of,
  }
}

const later = (court: Court, mentions: readonly Mention[]): readonly Mention[] => {
  const short = shortNames(court.people, court.scan)
  if (short.size === 0) return []
  const cover = taken(court.scan.words.length, mentions)
  const kinds = sieveOf([...short.keys()])
  const again: Mention[] = []
  for (let at = 0; at < cover.length; at += 1) {
    const mention = cover[at] === 1 || (court.scan.words[at]!.sieve & kinds) === 0 ? null : laterAt(court.scan, at, short)
    if (mention) again.push(mention)
  }
  return again
}

/** How often a state must be named by its own spelling to be one whose officers a report calls by office and name alone. */
const atHome = 2

/** The state that the report was sent from, where it tells of that state too: an outlet calls the officers of its own country by office and name alone. */
const homeOf = (support: Support, mentions: readonly Mention[], { page, place }: Scan): string | null => {
  const at = mentions.find(({ from, type }) => place[from]! < page.opens && (type === 'place' || type === 'state'))
  const state = at ? (at.type === 'state' ? at.key : at.of) : null
  return state !== null && (support.get(state) ?? 0) >= atHome ? state : null
}

/** A person named twice serves one state: what a later mention leaves out is taken from the others. An officer of no state named serves the one that the report comes from. */
const completed = (court: Court, home: string | null, mention: Mention): Mention => {
  const person = mention.type === 'person' ? court.byKey.get(mention.key) : undefined
  if (!person) return mention
  if (person.of === null && person.post !== null && person.words.length > 0) person.of = home
  const of = mention.of ?? person.of
  return person.key === mention.key && of === mention.of ? mention : { ...mention, key: person.key, of }
}

const spanOnPage = <S extends { readonly from: number; readonly to: number }>({ place }: Scan, span: S): S => ({ ...span, from: place[span.from]!, to: place[span.to - 1]! + 1 })

/** From the words that were scanned to the words of the page. */
const onPage = (scan: Scan, mention: Mention): Mention => ({
  ...spanOnPage(scan, mention), post: mention.post && spanOnPage(scan, mention.post),
  ...(mention.name ? { name: spanOnPage(scan, mention.name) } : {}),
  ...(mention.inner ? { inner: mention.inner.map((one) => onPage(scan, one)) } : {}),
})

const inOrder = (a: Mention, b: Mention): number => a.from - b.from

/** Turns what was found into mentions with one key for each thing or person, and adds the later short mentions of persons. */
export const settle = (scan: Scan, found: readonly Found[]): readonly Mention[] => {
  const listedTo = new Map(found.filter((one) => one.kind === 'listed' && sided(scan, one)).map((one) => [one.to, one as ListedFound]))
  const court: Court = { scan, support: supportOf(found), listedTo, people: [], byKey: new Map(), offices: new Map(), last: null, owner: null }
  const mentions = found.flatMap((one) => mentionsOf(court, one))
  const home = homeOf(court.support, mentions, scan)
  const all = [...mentions, ...later(court, mentions)].map((mention) => completed(court, home, mention))
  return (scan.words === scan.page.words ? all : all.map((mention) => onPage(scan, mention))).sort(inOrder)
}

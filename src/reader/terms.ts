import { amountKey, type Term } from '../model/index.ts'
import type { Found } from './gloss.ts'
import type { Pack } from './lexicon/pack.ts'
import { stemOf, stemsOf } from './lexicon/stem.ts'
import type { Mention } from './page.ts'
import { mentionOver, type Scene } from './scene.ts'

const unnamed = new Set<string | undefined>(['other', 'number', undefined])

/** The field of a word; what is counted or measured tells no more: "7000 trains". A word for somebody who acts, "the company", tells none. */
const sectorOf = (found: readonly Found[]): string | null => {
  if (found.some(({ lexeme }) => lexeme.means.actor !== undefined)) return null
  const sector = found.find(({ lexeme }) => lexeme.means.sector)?.lexeme.means.sector
  return sector ? `sector:${sector}` : null
}

/** What a word of the pack tells a thing by: the field that one of its readings names, or an indicator; a word of quantity tells that there is one; every other meaning is grammar and tells nothing. */
const aboutOf = (found: readonly Found[]): string | null => {
  const sector = sectorOf(found)
  const indicator = found.find(({ lexeme }) => !unnamed.has(lexeme.means.indicator))
  if (indicator && (!sector || indicator.length > 1)) return `indicator:${indicator.lexeme.means.indicator}`
  if (sector) return sector
  return found.some(({ lexeme }) => lexeme.means.indicator) ? amountKey : null
}

type Known = { readonly keys: readonly string[]; readonly stem: string | null; readonly plain: string }

/** What a written form is found by, worked out once. */
const forms = (pack: Pack): ((form: string, known: string) => Known) => {
  const kept = new Map<string, Known>()
  const empty = new Set(pack.stemming.empty)
  return (form, known) => {
    const found = kept.get(form)
    if (found) return found
    const stem = stemOf(known, pack.stemming)
    const made = { plain: stem, keys: [...new Set([...stemsOf(form, pack.stemming), stem])], stem: empty.has(stem) || stem.length < 2 ? null : `word:${stem}` }
    if (kept.size < 200_000) kept.set(form, made)
    return made
  }
}

const byPack = new WeakMap<Pack, ReturnType<typeof forms>>()

const formsOf = (pack: Pack): ReturnType<typeof forms> => {
  const kept = byPack.get(pack) ?? forms(pack)
  byPack.set(pack, kept)
  return kept
}

/** Works of no field of their own, "the line", "the station", are told from one another by the word alone. */
const worksOnly = (found: readonly Found[]): boolean => found.every(({ form, lexeme: { means } }) => means.works === true && form !== 'deed' && !means.action)

/** A word that the pack reads tells what its readings name; another tells its stem. */
const aboutWord = (found: readonly Found[], stem: string | null): string | null => (found.length === 0 ? stem : (aboutOf(found) ?? (worksOnly(found) ? stem : null)))

/** A name that the pack lists is one thing whatever its words; another is told by its words, since a later text may use fewer of them. */
const listed = ({ names }: Pack, { key }: Mention): boolean => names.byKey.has(key)

/** The state or place named within a name: "the Chinese-Kazakh committee". */
const inner = (mention: Mention | null, at: number): string | null => mention?.inner?.find(({ from, to }) => from <= at && at < to)?.key ?? null

const withName = (keys: readonly string[], mention: Mention | null): readonly string[] => (mention ? [...keys, mention.key] : keys)

/** Words that together are another name of one thing tell that thing, each of them. */
const withPhrases = (terms: readonly Term[], stems: readonly string[], { stemming: { phrases } }: Pack): readonly Term[] => {
  const out = [...terms]
  for (let at = 0; at < stems.length; at += 1) {
    const phrase = phrases.find(({ words }) => words.every((word, k) => stems[at + k] === word))
    if (phrase) for (let k = 0; k < phrase.words.length; k += 1) out[at + k] = { ...out[at + k]!, about: `thing:${phrase.thing}` }
  }
  return out
}

/** Every word and number of a scene, as it is found and compared. */
export const termsOf = (scene: Scene): readonly Term[] => {
  const { page: { text, pack }, words, glosses, timeAt, quantityAt } = scene
  const look = formsOf(pack)
  const out: Term[] = []
  const chain: string[] = []
  let inside = 0
  for (let at = 0; at < words.length; at += 1) {
    const { form, kind, stems } = words[at]!
    const gloss = glosses[at]!
    const found = gloss.verbs.length > 0 ? gloss.verbs : gloss.particle ? [gloss.particle] : gloss.nouns
    const covered = at < inside
    if (!covered) inside = at + gloss.length
    if (kind === 'mark') continue
    const mention = mentionOver(scene, at)
    const { keys, stem, plain } = look(form, stems.find(({ senses }) => senses.length > 0)?.form ?? form)
    const measured = timeAt[at]! >= 0 || quantityAt[at]! >= 0
    const about = mention && (listed(pack, mention) || mention.type === 'person') ? mention.key : inner(mention, at) ?? (covered || kind === 'number' ? null : measured ? sectorOf(found) : aboutWord(found, stem))
    out.push({ start: text.points(text.starts[at]!), end: text.points(text.ends[at]!), keys: withName(keys, mention), about, stem: kind === 'number' || gloss.particle || measured ? null : stem })
    chain.push(plain)
  }
  return withPhrases(out, chain, pack)
}

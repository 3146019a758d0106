import type { Term } from '../model/index.ts'
import type { Found } from './gloss.ts'
import type { Pack } from './lexicon/pack.ts'
import { stemOf, stemsOf } from './lexicon/stem.ts'
import type { Mention } from './page.ts'
import { mentionOver, type Scene } from './scene.ts'

const unnamed = new Set<string | undefined>(['other', 'number', undefined])

/** What a word of the pack tells a thing by: the field that one of its readings names, or an indicator; every other meaning is grammar and tells nothing. */
const aboutOf = (found: readonly Found[]): string | null => {
  const sector = found.find(({ lexeme }) => lexeme.means.sector)?.lexeme.means.sector
  const indicator = found.find(({ lexeme }) => !unnamed.has(lexeme.means.indicator))
  if (indicator && (!sector || indicator.length > 1)) return `indicator:${indicator.lexeme.means.indicator}`
  return sector ? `sector:${sector}` : null
}

type Known = { readonly keys: readonly string[]; readonly stem: string | null }

/** What a written form is found by, worked out once. */
const forms = (pack: Pack): ((form: string, known: string) => Known) => {
  const kept = new Map<string, Known>()
  const empty = new Set(pack.stemming.empty)
  return (form, known) => {
    const found = kept.get(form)
    if (found) return found
    const stem = stemOf(known, pack.stemming)
    const made = { keys: [...new Set([...stemsOf(form, pack.stemming), stem])], stem: empty.has(stem) || stem.length < 2 ? null : `word:${stem}` }
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

/** A word that the pack reads tells what its readings name; another tells its stem. */
const aboutWord = (found: readonly Found[], stem: string | null): string | null => (found.length > 0 ? aboutOf(found) : stem)

const withName = (keys: readonly string[], mention: Mention | null): readonly string[] => (mention ? [...keys, mention.key] : keys)

/** Every word and number of a scene, as it is found and compared. */
export const termsOf = (scene: Scene): readonly Term[] => {
  const { page: { text, pack }, words, glosses, timeAt, quantityAt } = scene
  const look = formsOf(pack)
  const out: Term[] = []
  let inside = 0
  for (let at = 0; at < words.length; at += 1) {
    const { form, kind, stems } = words[at]!
    const gloss = glosses[at]!
    const found = gloss.verbs.length > 0 ? gloss.verbs : gloss.particle ? [gloss.particle] : gloss.nouns
    const covered = at < inside
    if (!covered) inside = at + gloss.length
    if (kind === 'mark') continue
    const mention = mentionOver(scene, at)
    const { keys, stem } = look(form, stems.find(({ senses }) => senses.length > 0)?.form ?? form)
    const measured = timeAt[at]! >= 0 || quantityAt[at]! >= 0
    const about = mention ? mention.key : covered || measured || kind === 'number' ? null : aboutWord(found, stem)
    out.push({ start: text.points(text.starts[at]!), end: text.points(text.ends[at]!), keys: withName(keys, mention), about })
  }
  return out
}

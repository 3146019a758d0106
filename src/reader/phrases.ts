import { type Found, meaning, role } from './gloss.ts'
import { AND, THE } from './lexicon/pack.ts'
import { quality } from './lexicon/syntax.ts'
import { clauseOver, mentionOver, quantityOver, type Scene, sentenceOver, timeOver } from './scene.ts'

/** Where nouns are qualified before them, a noun of a deed behind "and" may be in the field of the noun before ("on trade and economic cooperation"). */
const deed = (scene: Scene, { form, before, verbal }: Found): boolean =>
  form === 'deed' && (before & THE) === 0 && (scene.page.pack.syntax.bends === 'first' || verbal !== undefined)

const item = (scene: Scene, at: number): boolean =>
  scene.glosses[at]!.nouns.some((found) => (found.lexeme.means.instrument ?? found.lexeme.means.meeting ?? found.lexeme.means.gift ?? (deed(scene, found) ? found.lexeme.means.action : undefined)) !== undefined)

/** "and the beginning of …": a deed with an object of its own begins another phrase. */
const goesOn = (scene: Scene, at: number): boolean =>
  scene.page.pack.syntax.bends === 'first' && scene.glosses[at]!.nouns.some(({ form, lexeme }) => form === 'deed' && lexeme.means.action !== undefined) && (role(scene.glosses[at + 1]) === 'in' || role(scene.glosses[at + 1]) === 'prep')

/** A number written as one word: "two (road projects)". */
const numeralAt = (scene: Scene, at: number): number | null => {
  const word = scene.words[at]!
  if (word.kind !== 'word' || !word.shown.numeral) return null
  const numeral = scene.page.pack.grammar.keyOf('class', 'numeral')
  const value = word.shown.singles.find(({ key }) => key === numeral)?.slots['numeral']
  return typeof value === 'number' && value < 100 ? value : null
}

const carrying = new Set(['was', 'is', 'will', 'will-not', 'already', 'may', 'pending'])

/** A word that carries the verb to come ends a noun phrase, where the verb comes after its subject; "it was due to" does everywhere. */
const carries = (scene: Scene, at: number): boolean =>
  scene.glosses[at]!.particle?.lexeme.means.earlier === true || scene.page.pack.syntax.subject === 'before' && (carrying.has(role(scene.glosses[at]) ?? '') || scene.glosses[at]!.particle?.lexeme.means.force !== undefined)

/** How far after "and" the noun may stand that another phrase is headed by, in words. */
const headReach = 8

/** "and a number of agreements": another thing, behind what qualifies it. */
const thingAhead = (scene: Scene, and: number): boolean => {
  for (let k = and + 1; k < Math.min(and + headReach, scene.words.length); k++) {
    const gloss = scene.glosses[k]!
    const part = role(gloss)
    if (scene.words[k]!.kind === 'mark' || gloss.verbs.length > 0 || (part !== undefined && part !== 'prep')) return false
    if (gloss.nouns.some(({ lexeme: { means } }) => (means.instrument ?? means.meeting ?? means.gift ?? means.project) !== undefined)) return true
  }
  return false
}

/** "The first on customs and the second on tax": another member of a set that is named by its number. */
const memberAhead = (scene: Scene, and: number): boolean =>
  [1, 2].some((step) => (scene.glosses[and + step]?.particle?.lexeme.means.ordinal !== undefined || role(scene.glosses[and + step]) === 'other-one') && role(scene.glosses[and + step + 1]) === 'topic')

/** A verb that describes the noun before it: of measure, or right after an indefinite noun ("an agreement that lays down …"). */
const describes = (scene: Scene, head: number, length: number, at: number): boolean => {
  const gloss = scene.glosses[at]!
  if (meaning(gloss.verbs, 'measures')) return true
  return gloss.tense === 'present' && at - head - length <= 1 && (gloss.before & AND) === 0 && (scene.glosses[head]!.before & THE) === 0
}

/** A bare deed after an adjective cannot belong to the noun before it: "the joint Iraqi committee | raising trade". */
const afterPhrase = (scene: Scene, head: number, at: number): boolean => {
  if (at - head < 2 || !(mentionOver(scene, at - 1)?.adjective ?? false)) return false
  const { nouns } = scene.glosses[at]!
  return nouns.some(({ form, before, lexeme }) => form === 'deed' && before === 0 && lexeme.means.action !== undefined)
}

/** Marks within a noun phrase: "the China-Laos road", "the ministers' meeting", "C+C5". */
const tying = new Set(['-', '\'', '+'])

/** What opens a noun phrase: its article, another word that determines it, or the capital of a name. */
const openingAt = (scene: Scene, at: number): 'article' | 'determiner' | 'name' | null => {
  const word = scene.words[at]
  if (!word || word.kind !== 'word') return null
  if (word.apart === THE) return 'article'
  return (word.qualities & quality.determiner) !== 0 ? 'determiner' : capital(scene, at) ? 'name' : null
}

/** "A refinery in Baghdad and a highway in Basra": behind works other works that are opened alike, or plurals behind a plural ("a road between the mines and ports" has none), where nouns are qualified before them. */
const worksAhead = (scene: Scene, head: number, and: number): boolean => {
  const own = scene.page.pack.syntax.bends === 'first' ? null : (nounAt(scene, head, 'works') ?? nounAt(scene, head, 'project'))
  if (!own) return false
  const start = phraseStart(scene, head)
  const opened = openingAt(scene, and + 1)
  const alike = opened === 'determiner' || (opened !== null && (opened === openingAt(scene, start - 1) || opened === openingAt(scene, start)))
  for (let k = and + 1; k < Math.min(and + headReach, scene.words.length); k++) {
    const gloss = scene.glosses[k]!
    if (scene.words[k]!.kind === 'mark' ? !tying.has(scene.words[k]!.form) : gloss.verbs.length > 0 || role(gloss) !== undefined) return false
    const found = nounAt(scene, k, 'works') ?? nounAt(scene, k, 'project')
    if (found && found.lexeme.means.action === undefined) return alike || (found.number > 1 && own.number > 1)
  }
  return false
}

/** Where the noun phrase headed at `at` ends: at a comma, a new clause, or another thing joined by "and". */
export const phraseEnd = (scene: Scene, at: number, length: number): number => {
  let end = endOfPhrase(scene, at, length)
  while (end > at + length && scene.words[end - 1]!.apart !== 0) end -= 1
  return end
}

const endOfPhrase = (scene: Scene, at: number, length: number): number => {
  const { to } = sentenceOver(scene, at)
  for (let k = at + length; k < to; k++) {
    const word = scene.words[k]!
    const mention = mentionOver(scene, k)
    if (clauseOver(scene, k).from === k) return k
    if (mention && mention.from < k) continue
    if (word.kind === 'mark' && [',', '،', '؛', ':', '.', '!', '؟'].includes(word.form)) return k
    if ((scene.glosses[k]!.before & AND) !== 0 && (item(scene, k) || goesOn(scene, k))) return k
    if (word.apart === AND && (worksAhead(scene, at, k) || thingAhead(scene, k) || memberAhead(scene, k) || scene.words[k + 1]?.kind === 'number' || (k + 1 < to && numeralAt(scene, k + 1) !== null))) return k
    if (word.form === scene.page.pack.clitic.and && scene.words[k + 1]?.kind === 'number' && quantityOver(scene, k + 1)?.sort === 'count') return k
    if (timeOver(scene, k)?.hedge || afterPhrase(scene, at, k) || carries(scene, k)) return k
    if (role(scene.glosses[k]) === 'purpose' || (scene.glosses[k]!.verbs.length > 0 && role(scene.glosses[k - 1]) !== 'relative' && !describes(scene, at, length, k))) return k
  }
  return to
}

/** How many words may qualify a noun before it; and in a name that tells its own initials in brackets. */
const [mostBefore, mostNamed] = [7, 14]

/** A word that can stand before the noun it qualifies: another noun, an adjective, a demonym, a sum, an ordinal, or one the pack does not know. */
const qualifies = (scene: Scene, at: number): boolean => {
  const [word, gloss] = [scene.words[at]!, scene.glosses[at]!]
  if (mentionOver(scene, at) !== null || quantityOver(scene, at) !== null || word.kind === 'number') return true
  if (word.kind === 'mark') return tying.has(word.form)
  if (word.apart !== 0 || gloss.verbs.length > 0 || gloss.nouns.some(({ verbal }) => verbal)) return false
  return gloss.particle ? gloss.particle.lexeme.means.ordinal !== undefined : (word.qualities & (quality.own | quality.determiner)) === 0 && timeOver(scene, at) === null
}

/** How many words may stand in brackets within a noun phrase. */
const bracketed = 6

/** Where the brackets open that close at a word, if initials, a name or a sum stands in them: "(JCBC)", "(408 million dollars)". */
const bracketAt = (scene: Scene, from: number, close: number): number | null => {
  if (scene.words[close]!.form !== ')') return null
  for (let open = close - 2; open > from && close - open <= bracketed; open--)
    if (scene.words[open]!.form === '(') return capital(scene, open + 1) || quantityOver(scene, open + 1) !== null ? open : null
  return null
}

/** Where the noun phrase headed at `at` begins: at the head itself in a language that qualifies a noun after it. */
export const phraseStart = (scene: Scene, at: number): number => {
  if (scene.page.pack.syntax.bends === 'first') return at
  const { from } = clauseOver(scene, at)
  let start = at
  let most = mostBefore
  while (start > from && at - start < most) {
    const bracket = bracketAt(scene, from, start - 1)
    if (qualifies(scene, start - 1)) most += scene.words[--start]!.kind === 'mark' ? 2 : 0
    else if (bracket !== null) [start, most] = [bracket, mostNamed]
    else if (start - 2 >= from && inName(scene, start, most === mostNamed)) start -= 2
    else break
  }
  return start
}

/** Whether a word is written with a capital, in a language that tells names so. */
export const capital = (scene: Scene, at: number): boolean => {
  const { text: { source, starts }, pack } = scene.page
  return pack.syntax.capitals && /^\p{Lu}/u.test(source.slice(starts[at]!, starts[at]! + 2))
}

/** "Trade and Economic Committee": a small word between two words of one name. Prepositions are in names that tell their initials. */
const inName = (scene: Scene, start: number, initials: boolean): boolean => {
  const small = scene.words[start - 1]!
  return (small.apart === AND || (initials && role(scene.glosses[start - 1]) !== undefined && small.kind === 'word')) && capital(scene, start) && capital(scene, start - 2) && qualifies(scene, start - 2)
}

/** Whether a noun only qualifies the noun after it ("the agreement talks"), in a language that qualifies nouns before them. */
export const modifies = (scene: Scene, at: number, length: number): boolean => {
  if (scene.page.pack.syntax.bends === 'first') return false
  const next = scene.glosses[at + length]
  return next !== undefined && mentionOver(scene, at + length) === null && timeOver(scene, at + length) === null && next.nouns.some(({ verbal, form, lexeme: { pos, means } }) => verbal === undefined && pos !== 'adjective' && form !== 'done' && form !== 'doer' && means.measures === undefined)
}

/** Whether a noun stands in the definite: with an article, a pronoun, a following name, or a following noun that has the article and nothing else before it. */
export const definite = (scene: Scene, at: number, found: Found): boolean =>
  (found.before & THE) !== 0 || found.after !== '' || mentionOver(scene, at + found.length) !== null ||
  (scene.words[at + found.length]?.stems.some(({ before }) => before === THE) ?? false)

export const ordinalIn = (scene: Scene, from: number, to: number): number | null => {
  for (let at = Math.max(0, from); at < to; at++) {
    const found = scene.glosses[at]!.particle
    if (found?.lexeme.means.ordinal) return found.lexeme.means.ordinal
    if (articledNumber(scene, at)) return Number(scene.words[at]!.form)
  }
  return null
}

/** "The 29th", written as the article and a figure. */
export const articledNumber = (scene: Scene, at: number): boolean =>
  at > 0 && scene.words[at]?.kind === 'number' && /^[1-9]\d{0,2}$/.test(scene.words[at].form) && scene.words[at - 1]!.form === scene.page.pack.clitic.the

/** "two memoranda …, the other on …": the members are told one by one, so the dual counts nothing. */
const membersFollow = (scene: Scene, at: number): boolean => {
  const { to } = sentenceOver(scene, at)
  for (let k = at + 1; k < to; k++) if (role(scene.glosses[k]) === 'other-one' || scene.glosses[k]!.particle?.lexeme.means.ordinal === 1) return true
  return false
}

/** "33 new cooperation agreements": the count that opens the phrase. */
const countBefore = (scene: Scene, at: number): number | null => {
  for (let k = phraseStart(scene, at); k < at; k++) {
    const mark = quantityOver(scene, k)
    if (mark && mark.sort === 'count' && mark.value !== null) return mark.value
    const told = mark ? null : numeralAt(scene, k)
    if (told !== null) return told
    if (!mark && scene.words[k]!.kind === 'number' && /^\d{1,4}$/.test(scene.words[k]!.form) && scene.words[k - 1]?.kind !== 'mark' && scene.words[k + 1]?.kind !== 'mark') return Number(scene.words[k]!.form)
  }
  return null
}

const numberOf = (scene: Scene, at: number, found: Found): number | null => {
  if (found.number === 1 && scene.page.pack.syntax.bends === 'last') return null
  const mark = quantityOver(scene, at) ?? quantityOver(scene, at - 1)
  if (mark && mark.sort === 'count' && mark.value !== null && mark.from < at && mark.to >= at) return mark.value
  const counted = countBefore(scene, at)
  if (counted !== null) return counted
  const word = scene.words[at - 1]
  if (word?.kind === 'number' && /^\d+$/.test(word.form)) return Number(word.form)
  return found.number === 2 && !membersFollow(scene, at) ? 2 : null
}

/** The number that counts the noun at `at`: the figure before it, or two for a dual. "The 2004 agreement" is one: a counted noun is a plural, where nouns are qualified before them. Things are counted in whole numbers from one: "0 projects" and "1.5 projects" count nothing. */
export const countOf = (scene: Scene, at: number, found: Found): number | null => {
  const number = numberOf(scene, at, found)
  return Number.isSafeInteger(number) && number! >= 1 ? number : null
}

/** Inside a known name its words mean nothing by themselves; a body known only by its head noun is still that noun. */
export const insideName = (scene: Scene, at: number): boolean => {
  const mention = mentionOver(scene, at)
  return mention !== null && !mention.adjective && !mention.rule.includes('.head.')
}

/** The nominal reading of a word that has a meaning of the given name. */
export const nounAt = (scene: Scene, at: number, name: Parameters<typeof meaning>[1]): Found | null => {
  const found = meaning(scene.glosses[at]?.nouns ?? [], name)
  return found && insideName(scene, at) ? null : found
}

/** Whether a word has the article, in the reading taken or in one that it could have. */
export const hasArticle = (scene: Scene, at: number): boolean => ((scene.glosses[at]?.before ?? 0) & THE) !== 0 || (scene.words[at]?.stems.some(({ before }) => (before & THE) !== 0) ?? false)

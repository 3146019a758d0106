import { type Gap, type NameWord, nameWords, type Sound } from './skeleton.ts'

/** Why two names may be those of one person. */
export type NameLikeness = { readonly code: 'same-sounds' | 'shorter' | 'family-first'; readonly says: string }

const meets = (one: Gap['vowels'], other: Gap['vowels']): boolean => [...one].some((vowel) => other.has(vowel))

/** Whether what is written between two consonants may be one and the same, by what each writing leaves out. */
const gapsMeet = (one: Gap, other: Gap): boolean => {
  if (one.count === 0 && other.count === 0) return true
  if (one.count > 0 && other.count > 0) return meets(one.vowels, other.vowels)
  const [none, some] = one.count === 0 ? [one, other] : [other, one]
  if (some.short) return none.short && some.vowels.size === 1 && some.vowels.has('A')
  return !some.long && (none.short || some.count === 1)
}

const vowelled = (gap: Gap, more: Gap['vowels'], after: Gap): Gap => ({ vowels: new Set([...gap.vowels, ...more, ...after.vowels]), count: gap.count + more.size + after.count, long: false, short: gap.short })

/** The sounds from the second on, the first taken for a vowel. */
const muted = ([first, second, ...rest]: readonly Sound[]): readonly Sound[] => (second ? [{ ...second, before: vowelled(first!.before, first!.mute!, second.before) }, ...rest] : rest)

/** Whether two runs of sounds may be one; vowels before the first consonant and after the last are not compared. */
const soundAlike = (one: readonly Sound[], other: readonly Sound[], first = true): boolean => {
  const [a, b] = [one[0], other[0]]
  if (!a && !b) return true
  if (a?.mute && soundAlike(muted(one), other, first)) return true
  if (b?.mute && soundAlike(one, muted(other), first)) return true
  if (!a || !b || !Array.from(a.classes).some((sound) => b.classes.includes(sound)) || (!first && !gapsMeet(a.before, b.before))) return false
  return soundAlike(one.slice(1), other.slice(1), false)
}

/** Sounds of words in one run; where one ends and the next begins nothing is compared, since writings part names otherwise. */
const run = (words: readonly NameWord[]): readonly Sound[] => words.flatMap(({ sounds }) => sounds)

const firm = (words: readonly NameWord[]): number => run(words).filter(({ mute }) => mute === null).length

/** Fewer consonants than this are shared by too many names. */
const least = 4

/** More sounds, or more that may be mute, are not compared: names are short, and each mute sound doubles the ways to compare. */
const [most, mostMute] = [24, 5]

const comparable = (words: readonly NameWord[]): boolean => words.length > 1 && run(words).length <= most && run(words).length - firm(words) <= mostMute && firm(words) >= least

const wordsAlike = (one: NameWord, other: NameWord): boolean => one.sounds.length > 0 && other.sounds.length > 0 && soundAlike(one.sounds, other.sounds)

/** Whether the words of the shorter name stand in the longer one in their order, the first and the last in their places. */
const shortened = (few: readonly NameWord[], many: readonly NameWord[]): boolean => {
  if (few.length < 2 || few.length >= many.length || !wordsAlike(few[0]!, many[0]!) || !wordsAlike(few.at(-1)!, many.at(-1)!)) return false
  let at = 1
  for (const word of few.slice(1, -1)) {
    while (at < many.length - 1 && !wordsAlike(word, many[at]!)) at += 1
    if (at >= many.length - 1) return false
    at += 1
  }
  return true
}

/** A family name in capitals may stand first here and last there. */
const turned = (one: readonly NameWord[], other: readonly NameWord[]): boolean =>
  one.length === 2 && other.length === 2 && one[0]!.capitals !== one[1]!.capitals && wordsAlike(one[0]!, other[1]!) && wordsAlike(one[1]!, other[0]!)

/** Written in as many words they agree word by word; else as one run, in which no word may be without a consonant. */
const sameRun = (one: readonly NameWord[], other: readonly NameWord[]): boolean =>
  one.length === other.length ? one.every((word, at) => wordsAlike(word, other[at]!)) : [...one, ...other].every((word) => firm([word]) > 0) && soundAlike(run(one), run(other))

/**
 * Whether two names, in one script or two, may be those of one person: by consonants of one class and vowels that do not contradict. Null where they differ, where
 * one of them is a single word, and where too few consonants are left to tell. What is found is a proposal, never more.
 */
export const sameName = (one: string, other: string): NameLikeness | null => {
  const [a, b] = [nameWords(one), nameWords(other)]
  if (!comparable(a) || !comparable(b)) return null
  if (sameRun(a, b)) return { code: 'same-sounds', says: 'the letters of the two stand for the same sounds' }
  if (turned(a, b) || turned(b, a)) return { code: 'family-first', says: 'the same sounds, with the family name first in one of them' }
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  return shortened(few, many) ? { code: 'shorter', says: 'one of them leaves out names between the first and the last' } : null
}

/** The sounds of a name as its letters tell them in any script: consonants by class, vowels by what is written of them. */

/** Classes of vowels: open, front, back. */
type Vowels = ReadonlySet<'A' | 'I' | 'U'>

/**
 * One consonant: the classes that its letter may stand for, what is written of vowels before it, and what it stands for where it is no consonant (null where it
 * always is one). `short`: the writing leaves short vowels out.
 */
export type Sound = { readonly classes: string; readonly before: Gap; readonly mute: Vowels | null }

/** What stands between two consonants. `long`: written so that no writing would leave it out. */
export type Gap = { readonly vowels: Vowels; readonly count: number; readonly long: boolean; readonly short: boolean }

/** Letters that stand for one or several classes; those of Latin writing without accents, two and three letters before one. */
const consonants: Readonly<Record<string, string>> = {
  sch: 'S', dzh: 'C', sh: 'S', sz: 'S', ch: 'CSKH', zh: 'C', cz: 'C', dj: 'C', kh: 'H', gh: 'G', th: 'TS', dh: 'DZ', ph: 'F', ck: 'K',
  b: 'B', c: 'KSC', d: 'D', f: 'F', g: 'GC', h: 'H', k: 'K', l: 'L', m: 'M', n: 'N', p: 'B', q: 'KC', r: 'R', s: 'S', t: 'T', v: 'F', x: 'S', z: 'Z',
  تش: 'C', دج: 'C', ب: 'B', پ: 'B', ت: 'T', ث: 'TS', ج: 'CG', چ: 'C', ح: 'H', خ: 'H', د: 'D', ذ: 'DZ', ر: 'R', ز: 'Z', ژ: 'C', س: 'S', ش: 'S', ص: 'S', ض: 'D', ط: 'T', ظ: 'ZD', غ: 'G', ف: 'F', ڤ: 'F', ق: 'KG',
  ك: 'K', ک: 'K', گ: 'G', ل: 'L', م: 'M', ن: 'N', ه: 'H',
  дж: 'C', б: 'B', в: 'F', г: 'GH', ғ: 'G', д: 'D', ж: 'C', з: 'Z', к: 'K', қ: 'K', л: 'L', м: 'M', н: 'N', ң: 'NG', п: 'B', р: 'R', с: 'S', т: 'T', ф: 'F', х: 'H', һ: 'H', ч: 'C', ш: 'S', щ: 'S',
}

/** Letters that are a consonant in some names and stand for a vowel in others. */
const weak: Readonly<Record<string, { readonly classes: string; readonly vowel: 'I' | 'U' }>> = { j: { classes: 'C', vowel: 'I' }, w: { classes: 'F', vowel: 'U' } }

const vowels: Readonly<Record<string, string>> = {
  a: 'A', e: 'AI', i: 'I', o: 'UA', u: 'U', y: 'I', ا: 'A', آ: 'A', و: 'U', ي: 'I', ی: 'I', ى: 'AI', ؤ: 'U', ئ: 'I',
  а: 'A', ә: 'A', е: 'AI', ё: 'UI', и: 'I', і: 'I', й: 'I', о: 'UA', ө: 'U', у: 'U', ұ: 'U', ү: 'U', ы: 'I', э: 'AI', ю: 'UI', я: 'AI',
}

/** Writings that leave short vowels out. */
const abjad = /\p{Script=Arabic}/u

/** Two vowels that no writing leaves out. */
const diphthong = /ei|ai|ay|ey|ee|oo|ou|au|aw|ie|oi|ii|uu|ый|ий|ей|ай|ау/

/** "Servant of the …", written fast to one of the names of God: its vowel is that of a case, which nobody writes alike. */
const servant = /^عبدال(?=..)/u

const plain = (name: string): string => name.normalize('NFD').toLowerCase().replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u0640'’ʼʻ`]/gu, '').replaceAll('ł', 'l').replaceAll('ı', 'i').normalize('NFC').replaceAll('ц', 'тс').replace(servant, 'عبدل')

const gapOf = (written: string, short: boolean): Gap => {
  const classes = Array.from(written).flatMap((letter) => Array.from(vowels[letter] ?? '')) as ('A' | 'I' | 'U')[]
  return { vowels: new Set(classes), count: written.length, long: diphthong.test(written), short }
}

const longest = 3

/** The consonant that begins at a place of a word, and how many letters write it. */
const consonantAt = (word: string, at: number): { readonly classes: string; readonly mute: Vowels | null; readonly length: number } | null => {
  for (let length = longest; length > 0; length -= 1) {
    const letters = word.slice(at, at + length)
    const found = letters.length === length ? consonants[letters] : undefined
    if (found) return { classes: found, mute: null, length }
  }
  const maybe = weak[word[at]!]
  return maybe ? { classes: maybe.classes, mute: new Set([maybe.vowel]), length: 1 } : null
}

/** A last h after a vowel, and the letter that an Arabic ending is written with, are not heard. */
const unheard = (word: string): string => word.replace(/(?<=.[aeiou])h$|(?<=.)[هة]$/u, '')

/** The article that is written fast to an Arabic word may be written apart, or not at all. A hamza on its first letter makes it a part of the name. */
const article = /^ال(?=..)/u

const sameSound = (one: Sound | undefined, classes: string, gap: string): boolean => one !== undefined && gap === '' && one.classes === classes

/** The sounds of one word. Letters that are neither consonant nor vowel of a known writing are passed over. */
const soundsOf = (word: string): readonly Sound[] => {
  const short = abjad.test(word)
  const whole = unheard(word)
  const own = whole.replace(article, '')
  const out: Sound[] = own === whole ? [] : [{ classes: 'L', before: gapOf('', short), mute: new Set() }]
  let gap = ''
  for (let at = 0; at < own.length; ) {
    const found = consonantAt(own, at)
    if (!found) {
      gap += vowels[own[at]!] === undefined ? '' : own[at]!
      at += 1
      continue
    }
    if (!sameSound(out.at(-1), found.classes, gap)) out.push({ classes: found.classes, before: gapOf(gap, short), mute: found.mute })
    gap = ''
    at += found.length
  }
  return out
}

/** A word of a name: how it is written, whether in capitals alone, its sounds. */
export type NameWord = { readonly written: string; readonly capitals: boolean; readonly sounds: readonly Sound[] }

/** An article that stands apart is sounded with the word after it, and may be missing. */
const standsApart = /^(?:al|el|ul|as|ad|ar|at|an|az|ash|آل|ال)$/u

/** The words of a name with their sounds. */
export const nameWords = (name: string): readonly NameWord[] =>
  name.split(/[\s\-‐–\u00a0]+/u).filter((word) => /\p{L}/u.test(word) && !standsApart.test(plain(word)))
    .map((written) => ({ written, capitals: written.length > 2 && written === written.toUpperCase() && written !== written.toLowerCase(), sounds: soundsOf(plain(written)) }))

import { kernel, role } from './gloss.ts'
import type { Scene } from './scene.ts'

/** How items told twice become one: how many of the newest are asked, which is the same, and what the two come to. */
export type Repeats<T> = { readonly newest: number; readonly same: (other: T, draft: T) => boolean; readonly merge: (other: T, draft: T) => T }

/** Adds a draft to a list, or merges it with the last of the newest that tells of the same. However long the text, an item costs the same. */
export const joinTo = <T>(out: T[], draft: T, { newest, same, merge }: Repeats<T>): void => {
  for (let k = out.length - 1; k >= Math.max(0, out.length - newest); k -= 1)
    if (same(out[k]!, draft)) {
      out[k] = merge(out[k]!, draft)
      return
    }
  out.push(draft)
}

/** Whether what two tellings say is the same, as far as both say it. */
export const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other

/** What a run of words says, apart from small words, clitics and endings. */
export const contentOf = (scene: Scene, from: number, to: number): ReadonlySet<string> => {
  const words = new Set<string>()
  for (let at = from; at < to; at++) if (scene.words[at]!.kind === 'word' && role(scene.glosses[at]) === undefined && scene.words[at]!.form.length > 2) words.add(kernel(scene.words, scene.glosses, at))
  return words
}

/** Whether two runs say much the same: at least two words, and six tenths of the shorter. */
export const muchAlike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const both = [...one].filter((word) => other.has(word)).length
  return both >= 2 && both >= Math.min(one.size, other.size) * 0.6
}

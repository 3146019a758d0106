import type { CommitmentDraft } from './drafts.ts'
import type { Scene } from './scene.ts'

/** The promises of a page and which of them covers a word. */
export type Promised = { readonly list: readonly CommitmentDraft[]; readonly at: Int32Array }

export const promisedOf = (scene: Scene, list: readonly CommitmentDraft[]): Promised => {
  const at = new Int32Array(scene.words.length).fill(-1)
  list.forEach(({ passages }, number) => passages.forEach(({ from, to }) => at.fill(number, from, to)))
  return { list, at }
}

/** The promise whose passage covers a word, or null. */
export const promiseOver = ({ list, at }: Promised, word: number): CommitmentDraft | null => list[at[word] ?? -1] ?? null

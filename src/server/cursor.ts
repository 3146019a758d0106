import type { Cursor } from '../store/index.ts'
import { Problem } from './problem.ts'

/** Where a page ends, as a word that means nothing outside. */
export const written = (values: readonly (string | number)[] | null): string | null => (values === null ? null : Buffer.from(JSON.stringify(values)).toString('base64url'))

const values = (word: string): readonly unknown[] => {
  try {
    const found: unknown = JSON.parse(Buffer.from(word, 'base64url').toString())
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

const wrong = (word: string): Problem => new Problem('invalid', `after ${word} is no place where a page ended: send the "next" of the page before as it was given.`)

export const boardCursor = (word: string | undefined): Cursor | null => {
  if (word === undefined) return null
  const [rank, due, told] = values(word)
  if (typeof rank !== 'number' || typeof due !== 'string' || typeof told !== 'number') throw wrong(word)
  return { rank, due, told }
}

export const shelfCursor = (word: string | undefined): number | null => {
  if (word === undefined) return null
  const [number] = values(word)
  if (typeof number !== 'number') throw wrong(word)
  return number
}

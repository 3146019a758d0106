import { Problem } from './problem.ts'

/** Lets so many works go on at once and so many more wait; the next is refused. */
export const gate = (most: number, waiting: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let inside = 0
  const queue: (() => void)[] = []
  const enter = async (): Promise<void> => {
    if (inside < most) {
      inside += 1
      return
    }
    if (queue.length >= waiting) throw new Problem('busy', 'The server has as much to do as it takes on at once. Try again in a few seconds.')
    await new Promise<void>((go) => queue.push(go))
  }
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else inside -= 1
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

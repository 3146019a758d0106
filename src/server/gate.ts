import type { FastifyReply, FastifyRequest } from 'fastify'
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

/** Refuses a request at its beginning while so many others like it are being taken in. */
export const room = (most: number) => {
  let inside = 0
  return async (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (inside >= most) throw new Problem('busy', `${most} uploads are being taken in. Try again in a few seconds.`)
    inside += 1
    let left = false
    const leave = (): void => {
      inside -= left ? 0 : 1
      left = true
    }
    for (const event of ['finish', 'close']) reply.raw.once(event, leave)
  }
}

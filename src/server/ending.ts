import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { Problem } from './problem.ts'

/** Milliseconds that answers which were begun may still take when a server is stopped. */
const patience = 5000

/** A server that is stopped answers what it was asked: nobody has to guess whether something was written. */
export type Ending = {
  readonly enter: (request: unknown, reply: FastifyReply) => Promise<void>
  /** From now on everything new is refused, and so are requests whose bodies are still coming. */
  readonly begin: () => void
  /** Waits until all answers are out, or for as long as it takes them at most. */
  readonly answered: () => Promise<void>
}

const stopping = (): Problem => new Problem('stopping', 'The server is being stopped, and nothing of this request was written. Send it again when the server is back.')

/** The body is not waited for any more: whoever took it in would go on with it after the refusal. */
const refuse = (reply: FastifyReply): void => {
  for (const event of ['data', 'end', 'error']) reply.request.raw.removeAllListeners(event)
  reply.send(stopping())
}

export const ending = (): Ending => {
  const open = new Set<FastifyReply>()
  let begun = false
  let emptied = Promise.withResolvers<void>()
  const left = (reply: FastifyReply): void => {
    open.delete(reply)
    if (open.size === 0) emptied.resolve()
  }
  return {
    enter: async (_, reply) => {
      if (begun) throw stopping()
      open.add(reply)
      reply.raw.once('close', () => left(reply))
    },
    begin: () => {
      begun = true
      emptied = Promise.withResolvers<void>()
      for (const reply of open) if (!reply.request.raw.complete && !reply.sent) refuse(reply)
      if (open.size === 0) emptied.resolve()
    },
    answered: () => Promise.race([emptied.promise, pause(patience, undefined, { ref: false })]),
  }
}

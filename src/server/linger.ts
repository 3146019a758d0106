import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** How long, and for how many bytes, a refused request may go on: whoever is still sending could not read the refusal from a connection that is cut. */
const [patience, most] = [2000, 33_554_432]

/** Takes and forgets what still comes, up to a limit. */
const drained = async ({ raw }: FastifyRequest): Promise<void> => {
  let size = 0
  const ended = new Promise<void>((done) => {
    raw.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size > most) done()
    })
    for (const event of ['end', 'close', 'error']) raw.once(event, () => done())
  })
  raw.resume()
  await Promise.race([ended, pause(patience, undefined, { ref: false })])
}

/** Sends an answer to a request whose body was not taken: all of it at once, but the connection ends only when the other side had the time to read it. */
export const lingering = (request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply => {
  const left = request.raw.headers['transfer-encoding'] !== undefined || Number(request.raw.headers['content-length'] ?? 0) > 0
  if (!left || request.raw.readableEnded) return reply.send(body)
  return reply.header('content-length', Buffer.byteLength(body)).header('connection', 'close').send(Readable.from((async function* () {
    yield body
    await drained(request)
  })(), { objectMode: false }))
}

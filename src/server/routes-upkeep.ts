import { Readable } from 'node:stream'
import { Type } from '@fastify/type-provider-typebox'
import type { Caller } from './access.ts'
import { callerOf } from './guard.ts'
import { answers, type App, type House } from './house.ts'
import { eventsOf, type Running } from './jobs.ts'
import { Problem } from './problem.ts'
import { checkAnswer, healthAnswer, idParams, jobAnswer, jobsAnswer } from './schemas.ts'

const tags = ['upkeep']

/** Characters of an export that are sent at a time. */
const chunk = 65_536

/** The whole ledger, read over a connection of its own so that it is one ledger from beginning to end. */
async function* exported({ open }: House): AsyncGenerator<string> {
  const ledger = await open()
  try {
    let text = ''
    for await (const line of ledger.exported()) {
      text += `${line}\n`
      if (text.length < chunk) continue
      yield text
      text = ''
      await new Promise((done) => setImmediate(done))
    }
    yield text
  } finally {
    await ledger.close()
  }
}

const ledger = (app: App, house: House): void => {
  app.get('/api/verify', {
    config: { access: 'editor' }, schema: { tags, summary: 'Is every line as it was written?', response: answers(checkAnswer) },
  }, async () => house.hands.do('verify', null))

  app.post('/api/rebuild', {
    config: { access: 'administrator' }, schema: { tags, summary: 'Makes threads, states and the index of words anew; a job', response: answers(jobAnswer, 202) },
  }, async (request, reply) => {
    const standing = house.jobs.start('rebuild', callerOf(request), async ({ step, stop }) => {
      await house.hands.do('rebuild', null, { step, stop })
    })
    return reply.code(202).header('location', `/api/jobs/${standing.id}`).send(standing)
  })

  app.get('/api/export', {
    config: { access: 'editor', whole: true }, schema: { tags, summary: 'The whole ledger as lines of JSON, as tawafuq export writes it', response: answers(Type.String(), 200, {}, 'application/x-ndjson') },
  }, async (_, reply) => reply.type('application/x-ndjson').header('content-disposition', 'attachment; filename="ledger.ndjson"').send(Readable.from(exported(house), { objectMode: false })))

  app.get('/api/health', {
    config: { access: 'everybody' }, schema: { tags, summary: 'Does the server answer, and its ledger?', response: answers(healthAnswer) },
  }, async () => {
    await house.ledger.newest()
    return { status: 'ok' }
  })
}

/** A job, for whoever began it and for administrators. */
const jobFor = (house: House, { name, role }: Caller, id: string): Running => {
  const job = house.jobs.named(id)
  if (role !== 'administrator' && job.standing().by !== name) throw new Problem('unknown', `There is no job ${id} of yours. GET /api/jobs lists them.`)
  return job
}

const jobs = (app: App, house: House): void => {
  app.get('/api/jobs', {
    config: { access: 'editor' }, schema: { tags, summary: 'The jobs of whoever asks; of all, for an administrator', response: answers(jobsAnswer) },
  }, async (request) => {
    const { name, role } = callerOf(request)
    return { jobs: house.jobs.all().filter(({ by }) => role === 'administrator' || by === name) }
  })

  app.get('/api/jobs/:id', {
    config: { access: 'editor' }, schema: { tags, summary: 'How a job stands', params: idParams, response: answers(jobAnswer) },
  }, async (request) => jobFor(house, callerOf(request), request.params.id).standing())

  app.get('/api/jobs/:id/events', {
    config: { access: 'editor' }, schema: { tags, summary: 'What a job does, as server-sent events: refused, progress, end', params: idParams, response: answers(Type.String(), 200, {}, 'text/event-stream') },
  }, async (request, reply) => {
    const job = jobFor(house, callerOf(request), request.params.id)
    return reply.type('text/event-stream').header('cache-control', 'no-store').send(Readable.from(eventsOf(job), { objectMode: false }))
  })

  app.delete('/api/jobs/:id', {
    config: { access: 'editor' }, schema: { tags, summary: 'Stops a job: what it has written stays, except of a rebuild, which leaves everything as it was', params: idParams, response: answers(jobAnswer, 202) },
  }, async (request, reply) => {
    const job = jobFor(house, callerOf(request), request.params.id)
    job.stop()
    return reply.code(202).send(job.standing())
  })
}

/** Looking after the ledger, and the jobs. */
export const upkeepRoutes = (app: App, house: House): void => {
  ledger(app, house)
  jobs(app, house)
}

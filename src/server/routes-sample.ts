import type { Caller } from './access.ts'
import { callerOf } from './guard.ts'
import { answers, type App, type House, most, withdraw } from './house.ts'
import type { Course, Standing } from './jobs.ts'
import { Problem } from './problem.ts'
import type { SampleDocument } from './sample.ts'
import { jobAnswer, linesAnswer, sampleAnswer } from './schemas.ts'

const tags = ['sample']

type Stand = { readonly there: readonly string[]; readonly out: readonly string[]; readonly missing: readonly SampleDocument[] }

/** Which documents of the sample the ledger has, which were taken out of it, and which it never had. */
const standOf = async (house: House): Promise<Stand> => {
  const sample = house.sample()
  const known = await house.ledger.outSince(sample.map(({ sha256 }) => sha256))
  return { there: [...known.keys()].filter((hash) => known.get(hash) === null), out: [...known.keys()].filter((hash) => known.get(hash) !== null), missing: sample.filter(({ sha256 }) => !known.has(sha256)) }
}

const recorded = async ({ hands }: House, caller: Caller, { name, bytes }: SampleDocument, { refuse }: Course): Promise<void> => {
  const prepared = await hands.do('prepare', { job: { kind: 'bytes', name, bytes }, given: { issued: null, language: null, limit: most.document } })
  if (prepared.ok) await hands.do('record', { recording: prepared.recording, caller })
  else refuse({ name, message: prepared.message })
}

/** Records the documents of the sample that the ledger never had, and puts back those that were taken out; a job. */
export const addSample = (house: House, { name, role, within }: Caller): Standing => {
  const caller = { name, role, within }
  return house.jobs.start('sample', caller, async (course) => {
    const { out, missing } = await standOf(house)
    if (out.length > 0) await withdraw(house, caller, { documents: out, back: true, why: 'the sample was wanted again' })
    for (const [at, document] of missing.entries()) {
      course.step(at, missing.length)
      if (course.stopped()) return
      await recorded(house, caller, document, course)
    }
    course.step(missing.length, missing.length)
  })
}

/** The sample: what China and Kazakhstan promised one another, to try the program on. */
export const sampleRoutes = (app: App, house: House): void => {
  app.get('/api/sample', {
    config: { access: 'reader' }, schema: { tags, summary: 'The sample: how many documents it has, and how many of them the ledger holds', response: answers(sampleAnswer) },
  }, async () => ({ documents: house.sample().length, there: (await standOf(house)).there.length, coming: house.jobs.all().some(({ kind, state }) => kind === 'sample' && state === 'running') }))

  app.post('/api/sample', {
    config: { access: 'editor', whole: true }, schema: { tags, summary: 'Puts the sample into the ledger; a job', response: answers(jobAnswer, 202) },
  }, async (request, reply) => {
    if (house.sample().length === 0) throw new Problem('unknown', 'No sample lies beside this program: it was installed without one.')
    const standing = addSample(house, callerOf(request))
    return reply.code(202).header('location', `/api/jobs/${standing.id}`).send(standing)
  })

  app.delete('/api/sample', {
    config: { access: 'editor', whole: true }, schema: { tags, summary: 'Takes the sample out of the ledger: it stays in its history', response: answers(linesAnswer) },
  }, async (request) => {
    const { there } = await standOf(house)
    if (there.length === 0) throw new Problem('unknown', 'The ledger has nothing of the sample.')
    return { lines: await withdraw(house, callerOf(request), { documents: there, back: false, why: 'the sample was taken away' }) }
  })
}

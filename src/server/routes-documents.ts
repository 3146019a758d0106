import { Type } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Caller } from './access.ts'
import { changesOf, dateAsked, languageAsked } from './asked.ts'
import { shelfCursor, written } from './cursor.ts'
import type { Given, Job } from './document.ts'
import { room } from './gate.ts'
import { callerOf, checkWithin } from './guard.ts'
import { answers, type App, type House, most, withdraw } from './house.ts'
import type { Course } from './jobs.ts'
import { lineJobs } from './ndjson.ts'
import { Problem } from './problem.ts'
import { documentAnswer, documentBody, handmadeBody, hashParams, jobAnswer, linesAnswer, object, pageQuery, readingAnswer, recordedAnswer, shelfAnswer, uploadQuery, withdrawalBody } from './schemas.ts'

const tags = ['documents']

const shelf = (app: App, { ledger }: House): void => {
  app.get('/api/documents', {
    config: { access: 'reader' },
    schema: { tags, summary: 'The documents of the ledger, the last recorded first', querystring: object(pageQuery(500, 100)), response: answers(shelfAnswer) },
  }, async (request) => {
    const { documents, next } = await ledger.shelf(callerOf(request).within, request.query.limit ?? 100, shelfCursor(request.query.after))
    return { documents, next: written(next === null ? null : [next]) }
  })
}

const openedFor = async ({ ledger }: House, caller: Caller, sha256: string) => {
  const document = await ledger.document(sha256)
  if (document === null) throw new Problem('unknown', `There is no document ${sha256} in this ledger: GET /api/documents lists them.`)
  checkWithin(caller, document.between, `document ${sha256}`)
  return document
}

const desk = (app: App, house: House): void => {
  app.get('/api/documents/:sha256', {
    config: { access: 'reader' },
    schema: { tags, summary: 'A document with its text and its claims as they stand', params: hashParams, response: answers(documentAnswer) },
  }, async (request) => openedFor(house, callerOf(request), request.params.sha256))

  app.get('/api/documents/:sha256/reading', {
    config: { access: 'reader' },
    schema: { tags, summary: 'What this program reads in a document now (reading/1)', params: hashParams, querystring: object({ explain: Type.Optional(Type.Boolean({ description: 'Add to each passage the rules that led to it.' })) }), response: answers(readingAnswer) },
  }, async (request) => {
    const { text, said, language, sha256 } = await openedFor(house, callerOf(request), request.params.sha256)
    return house.hands.do('reading', { text, issued: said, language, sha256, explain: request.query.explain ?? false })
  })
}

/** What a person reads in a document beside the program. */
const handmade = (app: App, { hands }: House): void => {
  app.post('/api/documents/:sha256/claims', {
    config: { access: 'editor' }, schema: { tags, summary: 'Reads an item in a passage that the program did not read so', params: hashParams, body: handmadeBody, response: answers(linesAnswer, 201) },
  }, async (request, reply) => {
    const { name, role, within } = callerOf(request)
    const { changes = {}, ...rest } = request.body
    return reply.code(201).send({ lines: await hands.do('tell', { sha256: request.params.sha256, handmade: { ...rest, changes: changesOf(changes) }, caller: { name, role, within } }) })
  })
}

/** Taking a document out, and putting it back. */
const withdrawing = (app: App, house: House): void => {
  app.post('/api/documents/:sha256/withdrawal', {
    config: { access: 'editor' }, schema: { tags, summary: 'Takes a document out: nothing read from it counts any more; it stays in the history', params: hashParams, body: withdrawalBody, response: answers(linesAnswer, 201) },
  }, async (request, reply) => reply.code(201).send({ lines: await withdraw(house, callerOf(request), { documents: [request.params.sha256], back: false, why: request.body.why }) }))

  app.delete('/api/documents/:sha256/withdrawal', {
    config: { access: 'editor' }, schema: { tags, summary: 'Puts a document back that was taken out', params: hashParams, response: answers(linesAnswer) },
  }, async (request) => ({ lines: await withdraw(house, callerOf(request), { documents: [request.params.sha256], back: true, why: 'put back' }) }))
}

type Upload = { readonly job: Job; readonly given: Given }

const shaOf = (source: { readonly sha256: string; readonly name: string }) => ({ name: source.name, sha256: source.sha256 })

/** Reads one document and keeps it, or says why it cannot be kept. */
const kept = async ({ hands }: House, { name, role, within }: Caller, { job, given }: Upload) => {
  const prepared = await hands.do('prepare', { job, given })
  if (!prepared.ok) throw new Problem('unreadable', `${prepared.name}: ${prepared.message}`, { why: prepared.why })
  return { ...shaOf(prepared.recording.source), gaps: prepared.gaps, ...(await hands.do('record', { recording: prepared.recording, caller: { name, role, within } })) }
}

/** How many documents of a job are read ahead of the one that is being kept. */
const ahead = 4

const recordedOne = async (house: House, caller: Caller, upload: Upload, course: Course): Promise<void> => {
  try {
    const { already } = await kept(house, caller, upload)
    course.count(already ? 'already' : 'recorded')
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'busy') throw error
    course.refuse({ name: upload.job.name, message: error.message })
  }
}

/** Records every line of an upload; each is told of, and a stop holds after those that were begun. */
const recordAll = async (house: House, caller: Caller, bytes: Buffer, name: string, given: Given, course: Course): Promise<void> => {
  const all: Job[] = []
  for await (const { job } of lineJobs(oneChunk(bytes), name, given.limit)) all.push(job)
  course.step(0, all.length)
  let done = 0
  const going: Promise<void>[] = []
  for (const job of all) {
    if (course.stopped()) break
    going.push(recordedOne(house, caller, { job, given }, course).then(() => course.step((done += 1), all.length)))
    if (going.length > ahead) await going.shift()
  }
  await Promise.all(going)
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

const raw = ['application/octet-stream', 'text/plain'] as const
const many = 'application/x-ndjson'

const kindOf = ({ headers }: FastifyRequest): string => (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

type Said = { readonly name?: string; readonly date?: string; readonly language?: string }

const givenBy = ({ date, language }: Said): Given => ({ issued: dateAsked('date', date), language: languageAsked(language), limit: most.document })

/** A name that is needed, without signs that move or hide what stands beside it. */
const nameOf = (name: string | undefined): string => {
  if (name === undefined) throw new Problem('invalid', 'name in the query is missing: say under which name the document is kept, ?name=report.txt.')
  if (/\p{Cc}/u.test(name)) throw new Problem('invalid', 'name has control characters. Give a name that can be shown.')
  return name
}

/** Uploads that are taken in at once: each may fill its memory. */
const mostUploads = 8

/** Takes documents as JSON, as they are, or many in lines of JSON. The limit of bytes is checked while they come. */
const taking = (app: App, house: House): void => {
  app.addContentTypeParser([...raw, many], { parseAs: 'buffer', bodyLimit: most.document }, (_, body, done) => done(null, body))
  app.post('/api/documents', {
    config: { access: 'editor' }, bodyLimit: most.document, onRequest: room(mostUploads),
    schema: {
      tags, summary: 'Records a document: JSON, or its bytes with ?name=; many as ndjson are a job', querystring: uploadQuery,
      body: { content: { 'application/json': { schema: documentBody }, ...Object.fromEntries([...raw, many].map((kind) => [kind, { schema: Type.Any() }])) } },
      response: answers(recordedAnswer, 201, { 200: recordedAnswer, 202: jobAnswer }),
    },
  }, async (request, reply) => {
    const caller = callerOf(request)
    const { query } = request
    if (kindOf(request) === many) {
      const given = givenBy(query)
      const standing = house.jobs.start('record', caller, (course) => recordAll(house, caller, request.body as unknown as Buffer, query.name ?? 'upload', given, course))
      return reply.code(202).header('location', `/api/jobs/${standing.id}`).send(standing)
    }
    const upload = kindOf(request) === 'application/json' ? fromJson(request.body as unknown as JsonDocument) : fromBytes(query, request.body as unknown as Buffer)
    const recorded = await kept(house, caller, upload)
    return reply.code(recorded.already ? 200 : 201).send(recorded)
  })
}

type JsonDocument = { readonly name: string; readonly text: string; readonly date?: string; readonly language?: string }

const fromJson = ({ name, text, ...said }: JsonDocument): Upload => ({ job: { kind: 'line', name: nameOf(name), line: JSON.stringify({ id: name, text }) }, given: givenBy(said) })

const fromBytes = (query: Said, bytes: Buffer): Upload => ({ job: { kind: 'bytes', name: nameOf(query.name), bytes }, given: givenBy(query) })

/** Everything about documents. The parsers of uploads hold for these routes only. */
export const documentRoutes = async (app: App, house: House): Promise<void> => {
  await app.register(async (inner) => {
    for (const route of [shelf, desk, handmade, withdrawing, taking]) route(inner as unknown as App, house)
  })
}

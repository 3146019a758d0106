import type { Filter, Moment, Sitting, Told } from '../store/index.ts'
import type { Caller } from './access.ts'
import { labelIn, namesOf, printed, printedDoubt, sessionsOf, threadOf, titleLanguage, toldThen } from './asking.ts'
import { filterAsked } from './asked.ts'
import { boardCursor, written } from './cursor.ts'
import { callerOf, checkWithin } from './guard.ts'
import { answers, type App, type House } from './house.ts'
import { keeper } from './kept.ts'
import { decidingOn, momentAsked } from './moment.ts'
import { Problem } from './problem.ts'
import { reported } from './reported.ts'
import { boardAnswer, countsAnswer, doubtsAnswer, filterQuery, idParams, languageQuery, mechanismsAnswer, momentQuery, object, pageQuery, searchAnswer, sumsAnswer, threadAnswer } from './schemas.ts'
import { Type } from '@fastify/type-provider-typebox'
import { tagOf } from './tags.ts'
import { liesWithin } from './within.ts'

const tags = ['threads']

const withNames = async ({ ledger }: House, threads: readonly Told[], language: string | null, listed = false) => {
  const names = await namesOf(ledger, threads)
  return threads.map((told) => printed(told, names, language, listed))
}

type Asked = { readonly limit: number; readonly after: string | undefined; readonly language: string | null }

/** A session as a board tells it; one whose committee the caller may not see is left out. */
const printedSitting = ({ session, ordinal, date, of }: Sitting, { within = null }: Filter, language: string | null) =>
  (liesWithin(within, of.between) ? [{ session, ordinal, date, thread: of.id, kind: of.kind, title: of.title, ...labelIn(language, of) }] : [])

const pageOf = async (house: House, filter: Filter, moment: Moment, { limit, after, language }: Asked) => {
  const { threads, sessions, next } = await house.ledger.board(filter, moment, limit, boardCursor(after))
  return { threads: await withNames(house, threads, language, true), sessions: sessions.flatMap((one) => printedSitting(one, filter, language)), next: written(next && [next.rank, next.due, next.told]) }
}

/** Characters of answers that are kept for whoever asks the same again. */
const keptAnswers = 33_554_432

const board = (app: App, house: House): void => {
  const kept = keeper(keptAnswers)
  app.get('/api/board', {
    config: { access: 'reader' },
    schema: { tags, summary: 'What was promised and what became of it, what asks for attention first', querystring: object({ ...momentQuery, ...filterQuery, ...languageQuery, ...pageQuery(500, 100) }), response: answers(boardAnswer) },
  }, async (request, reply) => {
    const { query } = request
    const moment = momentAsked(query, house.today())
    const language = titleLanguage('language', query.language)
    const asked = JSON.stringify([await house.ledger.newest(), query, moment, callerOf(request).within])
    const answer = await kept(asked, async () => {
      const filter = await filterAsked(house.ledger, callerOf(request), query, moment)
      return JSON.stringify({ ...(await pageOf(house, filter, moment, { limit: query.limit ?? 100, after: query.after, language })), asof: moment })
    })
    return reply.type('application/json; charset=utf-8').send(answer)
  })
}

/** A question is counted off the main thread: where it is narrowed by what was not counted beforehand, a large ledger takes a while. */
const counts = (app: App, house: House): void => {
  const kept = keeper(keptAnswers)
  const { state: _, ...query } = filterQuery
  app.get('/api/board/counts', {
    config: { access: 'reader' },
    schema: { tags, summary: 'How many threads are in each state, of all that a board may be asked for', querystring: object({ ...momentQuery, ...query }), response: answers(countsAnswer) },
  }, async (request, reply) => {
    const { query } = request
    const moment = momentAsked(query, house.today())
    const asked = JSON.stringify([await house.ledger.newest(), query, moment, callerOf(request).within])
    const answer = await kept(asked, async () => {
      const filter = await filterAsked(house.ledger, callerOf(request), query, moment)
      return JSON.stringify({ states: await house.hands.do('counts', { filter, moment }), asof: moment })
    })
    return reply.type('application/json; charset=utf-8').send(answer)
  })
}

/** The thread of an identifier, if the caller may see it. */
const historyOf = async ({ ledger }: House, caller: Caller, id: string, moment: Moment) => {
  const named = await ledger.thread(id, moment)
  if (named.kind === 'several' && caller.within !== null) throw new Problem('invalid', `${id} begins several identifiers. Give more letters.`)
  const history = threadOf(named, id)
  if (history.thread) checkWithin(caller, history.thread.between, `thread ${id}`)
  return { history, thread: toldThen(history, moment) }
}

const thread = (app: App, house: House): void => {
  app.get('/api/threads/:id', {
    config: { access: 'reader' },
    schema: { tags, summary: 'The life of one promise; the ETag is the newest line about it', params: idParams, querystring: object({ ...momentQuery, ...languageQuery }), response: answers(threadAnswer) },
  }, async (request, reply) => {
    const moment = momentAsked(request.query, house.today())
    const caller = callerOf(request)
    const language = titleLanguage('language', request.query.language)
    const { history, thread } = await historyOf(house, caller, request.params.id, moment)
    const sessions = thread.kind === 'mechanism' ? await sessionsOf(house.ledger, history, moment, caller.within, language) : []
    const { versions, people } = await reported(house.ledger, thread, moment, caller.within)
    const etag = tagOf(history.lines)
    return reply.header('etag', etag).send({ ...(await withNames(house, [thread], language))[0], etag, sessions, versions, people, history: history.lines, asof: moment })
  })
}

const mechanisms = (app: App, house: House): void => {
  app.get('/api/mechanisms', {
    config: { access: 'reader' },
    schema: { tags, summary: 'Committees and the like, with their sessions and the points of each', querystring: object({ ...momentQuery, between: filterQuery.between, ...languageQuery, ...pageQuery(100, 20) }), response: answers(mechanismsAnswer) },
  }, async (request) => {
    const { query } = request
    const moment = momentAsked(query, house.today())
    const caller = callerOf(request)
    const language = titleLanguage('language', query.language)
    const filter = await filterAsked(house.ledger, caller, { ...(query.between === undefined ? {} : { between: query.between }), kind: 'mechanism' }, moment)
    const { threads, next } = await pageOf(house, filter, moment, { limit: query.limit ?? 20, after: query.after, language })
    const told = await Promise.all(threads.map(async (one) => ({ ...one, sessions: await sessionsOf(house.ledger, threadOf(await house.ledger.thread(one.id, moment), one.id), moment, caller.within, language) })))
    return { mechanisms: told, next, asof: moment }
  })
}

/** More doubts than that are not looked through for those of an account that sees a part. */
const mostDoubts = 500

const doubts = (app: App, house: House): void => {
  const tagged = async <T extends { readonly id: string }>(told: T | null, moment: Moment) =>
    told && { ...told, etag: tagOf(threadOf(await house.ledger.thread(told.id, moment), told.id).lines) }
  app.get('/api/doubts', {
    config: { access: 'reader' },
    schema: { tags, summary: 'Claims that may belong to a thread and wait for a person, the oldest first', querystring: object({ ...languageQuery, limit: pageQuery(mostDoubts, 20).limit }), response: answers(doubtsAnswer) },
  }, async (request) => {
    const moment = decidingOn(house.today())
    const { within } = callerOf(request)
    const language = titleLanguage('language', request.query.language)
    const limit = request.query.limit ?? 20
    const all = await house.ledger.doubts(moment, within === null ? limit : mostDoubts)
    const own = all.filter(({ claim, into }) => [claim, into].every((one) => one === null || liesWithin(within, one.between))).slice(0, limit)
    return {
      doubts: await Promise.all(own.map(async (doubt) => {
        const { claim, into, ...rest } = await printedDoubt(house.ledger, doubt, language)
        return { ...rest, claim: await tagged(claim, moment), into: await tagged(into, moment) }
      })),
    }
  })
}

const search = (app: App, house: House): void => {
  app.get('/api/search', {
    config: { access: 'reader' },
    schema: { tags, summary: 'Documents that have all the words, in whatever spelling, with the threads on those passages', querystring: object({ ...momentQuery, q: Type.String({ minLength: 1, maxLength: 500 }), limit: pageQuery(100, 20).limit }), response: answers(searchAnswer) },
  }, async (request) => {
    const { q, limit, ...asked } = request.query
    const moment = momentAsked(asked, house.today())
    const { name, role, within } = callerOf(request)
    return { documents: await house.hands.do('search', { words: q, moment, limit: limit ?? 20, caller: { name, role, within } }), asof: moment }
  })
}

/** Threads beyond which sums are not added up in one answer, and how many are looked at before others get their turn. */
const [mostSummed, turn] = [10_000, 200]

const allThreads = async (house: House, filter: Filter, moment: Moment): Promise<readonly Told[]> => {
  const all: Told[] = []
  for (let after: Parameters<House['ledger']['board']>[3] = null; ; ) {
    const { threads, next } = await house.ledger.board(filter, moment, turn, after)
    all.push(...threads)
    if (next === null) return all
    if (all.length >= mostSummed) throw new Problem('invalid', `More than ${mostSummed} threads fit. Narrow the question: between, sector, state.`)
    after = next
    await new Promise((done) => setImmediate(done))
  }
}

const totalsOf = (sums: readonly Told['sums'][number][]) =>
  [...Map.groupBy(sums, ({ unit }) => unit)].map(([unit, all]) => {
    const counted = all.filter(({ counts }) => counts)
    return { unit, value: counted.reduce((sum, { value }) => sum + value, 0), counted: counted.length, left: all.length - counted.length }
  }).toSorted((one, other) => (one.unit < other.unit ? -1 : 1))

const sums = (app: App, house: House): void => {
  app.get('/api/sums', {
    config: { access: 'reader' },
    schema: { tags, summary: 'Sums of money, each counted once, and why the others are not', querystring: object({ ...momentQuery, ...filterQuery }), response: answers(sumsAnswer) },
  }, async (request) => {
    const moment = momentAsked(request.query, house.today())
    const threads = await allThreads(house, await filterAsked(house.ledger, callerOf(request), request.query, moment), moment)
    return {
      asof: moment, totals: totalsOf(threads.flatMap(({ sums }) => sums)),
      sums: threads.flatMap(({ id, title, state, sums }) => sums.map((sum) => ({ thread: id, title, state, ...sum }))),
    }
  })
}

/** Everything that is asked about threads. */
export const threadRoutes = (app: App, house: House): void => {
  for (const route of [board, counts, thread, mechanisms, doubts, search, sums]) route(app, house)
}

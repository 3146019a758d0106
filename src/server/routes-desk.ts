import { type Static, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import { changesOf, dateAsked } from './asked.ts'
import type { Decision } from './deciding.ts'
import { callerOf } from './guard.ts'
import { answers, type App, deskFor, type House } from './house.ts'
import { Problem } from './problem.ts'
import { decisionBody, linesAnswer, tagsHeader } from './schemas.ts'
import { tagsIn } from './tags.ts'

type Body = Static<typeof decisionBody>

const decisionOf = (body: Body): Decision => {
  switch (body.decision) {
    case 'accept': case 'reject': case 'judge': case 'note': return body
    case 'amend': return { ...body, changes: changesOf(body.changes), why: body.why ?? '' }
    case 'join': return { ...body, why: body.why ?? 'one thing', doubt: body.doubt ?? null }
    case 'part': return { ...body, why: body.why ?? 'another thing' }
    case 'assign': return { ...body, due: dateAsked('due', body.due) }
    case 'undo': return { ...body, why: body.why ?? 'undone' }
    case 'refuse': return { ...body, why: body.why ?? 'two things' }
  }
}

type Compiled = ReturnType<typeof TypeBoxValidatorCompiler>

/** The checks of each decision: a body is held against the decision that it names, so that the message is about that one. */
const checks: ReadonlyMap<string, Compiled> = new Map(decisionBody.anyOf.map((schema): readonly [string, Compiled] => [schema.properties.decision.const, TypeBoxValidatorCompiler({ schema, httpPart: 'body' } as never)]))

const checkDecision: Compiled = (body: unknown) => {
  const named = (body as { readonly decision?: unknown } | null)?.decision
  const check = checks.get(String(named))
  return check ? check(body) : { error: new Problem('invalid', `decision in the body is not known: ${[...checks.keys()].join(', ')} are.`) }
}

/** The decisions of persons: lines of the ledger under their names. */
export const deskRoutes = (app: App, house: House): void => {
  app.post('/api/decisions', {
    config: { access: 'editor' },
    validatorCompiler: (route) => (route.httpPart === 'body' ? checkDecision : TypeBoxValidatorCompiler(route as never)),
    schema: { tags: ['decisions'], summary: 'Decides: accept, reject, amend, join, part, judge, note, assign, undo, refuse. If-Match names the ETags of all threads that are touched', headers: tagsHeader, body: decisionBody, response: answers(linesAnswer, 201) },
  }, async (request, reply) => {
    const caller = callerOf(request)
    const { name, role, within } = caller
    const tags = tagsIn(request.headers['if-match'])
    return reply.code(201).send({ lines: await house.hands.do('decide', { decision: decisionOf(request.body), desk: deskFor(house, caller), caller: { name, role, within }, tags }) })
  })
}

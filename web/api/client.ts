import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { paths } from './service.ts'

/** What was told is not changed. (openapi-fetch takes apart arrays that are readonly in the types of the service.) */
type Told<T> = unknown extends T ? T : { readonly [K in keyof T]: Told<T[K]> }
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer Answer } } } } } ? Told<Answer> : never
type Post<P extends keyof paths, S extends number> = paths[P] extends { post: { responses: { [status in S]: { content: { 'application/json': infer Answer } } } } } ? Told<Answer> : never

export type Board = Get<'/api/board'>
/** How many threads are in each state. */
export type Counts = Get<'/api/board/counts'>['states']
export type Thread = Board['threads'][number]
/** A session whose points threads of a board are. */
export type Sitting = Board['sessions'][number]
export type State = Thread['state']
export type Kind = Thread['kind']
export type Reason = Thread['reasons'][number]
export type Promised = Thread['promises'][number]
export type Target = NonNullable<Promised['target']>
/** A passage; `start` and `end` count code points. */
export type Cited = Thread['evidence'][number]
/** An amount, with the words in which a text prints it. */
export type Printed = Thread['printed'][number]
export type Sum = Thread['sums'][number]

/** A thread with its life. `etag`: what a decision on it sends, so that nobody decides on what he has not seen. */
export type ThreadPage = Get<'/api/threads/{id}'>
/** Reports of one meeting and in what they differ. */
export type Versions = ThreadPage['versions'][number]
export type Line = ThreadPage['history'][number]
export type Mechanism = Get<'/api/mechanisms'>['mechanisms'][number]
export type Session = Mechanism['sessions'][number]
export type Doubt = Get<'/api/doubts'>['doubts'][number]
export type Because = Doubt['because'][number]
export type Hit = Get<'/api/search'>['documents'][number]
export type Place = Hit['places'][number]
export type Listed = Get<'/api/documents'>['documents'][number]
export type Shelved = Get<'/api/documents/{sha256}'>
export type Reading = Get<'/api/documents/{sha256}/reading'>
export type Gap = Reading['gaps'][number]
export type Step = NonNullable<Reading['commitments'][number]['evidence'][number]['trace']>[number]
export type Evidence = Gap['evidence'][number]
export type Job = Get<'/api/jobs/{id}'>
export type Recorded = Post<'/api/documents', 201>
export type Sample = Get<'/api/sample'>
export type Account = Get<'/api/session'>
export type Way = Get<'/api/session/ways'>['ways'][number]
/** What a person decides. All can be undone by the lines that they write. */
export type Decision = paths['/api/decisions']['post']['requestBody']['content']['application/json']

/** A refusal, by RFC 9457. A stale decision also tells the threads that changed. */
export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown }

export type Service = Client<paths>

/** The service as typed questions. Every request carries the header without which nothing is changed. */
export const service = (options: ClientOptions = {}): Service =>
  createClient<paths>({ baseUrl: '/', credentials: 'same-origin', ...options, headers: { 'tawafuq-request': '1', ...options.headers } })

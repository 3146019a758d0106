import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { paths } from './service.ts'

type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer Answer } } } } } ? Answer : never

export type Board = Get<'/api/board'>
export type BoardThread = Board['threads'][number]
export type Thread = Get<'/api/threads/{id}'>
export type Line = Thread['history'][number]
export type Mechanism = Get<'/api/mechanisms'>['mechanisms'][number]
export type Doubt = Get<'/api/doubts'>['doubts'][number]
export type Found = Get<'/api/search'>['documents'][number]
export type Shelf = Get<'/api/documents'>
export type Document = Get<'/api/documents/{sha256}'>
export type Sums = Get<'/api/sums'>
export type Job = Get<'/api/jobs/{id}'>
export type Session = Get<'/api/session'>
export type Decision = paths['/api/decisions']['post']['requestBody']['content']['application/json']

/** A refusal, by RFC 9457. A stale decision also tells the threads that changed. */
export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown }

export type Service = Client<paths>

/** The service as typed questions. Every request carries the header without which nothing is changed. */
export const service = (options: ClientOptions = {}): Service =>
  createClient<paths>({ baseUrl: '/', credentials: 'same-origin', ...options, headers: { 'tawafuq-request': '1', ...options.headers } })

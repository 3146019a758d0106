import type { Filter, Moment } from './api.ts'

/** A page of the workbench, and what it is about. */
export type Page = 'board' | 'threads' | 'desk' | 'doubts' | 'sessions' | 'projects' | 'targets' | 'map' | 'add'

/** Where the reader is: all of it stands in the address, so that every view is a link. */
export type Address = { readonly page: Page; readonly id: string | null; readonly params: Readonly<Record<string, string>> }

const pages: readonly Page[] = ['threads', 'desk', 'doubts', 'sessions', 'projects', 'targets', 'map', 'add']

/** What is kept from page to page: the moment that is asked about. */
const lasting = ['asof', 'hindsight', 'known'] as const

export const addressOf = (path: string, search: string): Address => {
  const [first = '', id] = path.split('/').filter((part) => part !== '')
  const page = pages.find((one) => one === first) ?? 'board'
  return { page, id: page !== 'board' && id !== undefined ? decodeURIComponent(id) : null, params: Object.fromEntries(new URLSearchParams(search)) }
}

export const hrefOf = ({ page, id, params }: Address): string => {
  const path = page === 'board' ? '/' : `/${page}${id === null ? '' : `/${encodeURIComponent(id)}`}`
  const given = Object.entries(params).filter(([, value]) => value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Another page, at the same moment. */
export const elsewhere = (from: Address, page: Page, id: string | null = null, params: Readonly<Record<string, string>> = {}): Address => ({
  page, id, params: { ...Object.fromEntries(lasting.flatMap((name) => (from.params[name] ? [[name, from.params[name]]] : []))), ...params },
})

/** The part of an address that names the moment, as another address bears it. */
export const lastingIn = (search: string): string => {
  const params = new URLSearchParams(search)
  return new URLSearchParams(lasting.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : []))).toString()
}

/** The same page with other parameters; an empty one goes. */
export const altered = ({ page, id, params }: Address, changes: Readonly<Record<string, string | null>>): Address => ({
  page, id, params: Object.fromEntries(Object.entries({ ...params, ...changes }).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')),
})

const day = /^\d{4}-\d\d-\d\d$/

export const momentIn = ({ params }: Address): Moment => ({
  asof: params['asof'] && day.test(params['asof']) ? params['asof'] : null, hindsight: params['hindsight'] === 'true', known: params['known'] ?? null,
})

const several = (value: string | null): readonly string[] => (value ?? '').split(',').filter((one) => one !== '')

/** What a board is filtered by, from what each parameter says; several values stand with commas between them. */
export const filterIn = (param: (name: string) => string | null): Filter => ({
  between: several(param('between')), kinds: several(param('kind')), states: several(param('state')), sectors: several(param('sector')), session: param('session'),
})

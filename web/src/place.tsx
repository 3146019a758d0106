import { type AnchorHTMLAttributes, type MouseEvent, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { type Address, addressOf, altered, elsewhere, hrefOf, lastingIn, momentIn, type Page } from './address.ts'
import type { Moment } from './api.ts'
import { keepTop } from './returning.ts'

const listeners = new Set<() => void>()
const tell = (): void => listeners.forEach((listener) => listener())

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  globalThis.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener('popstate', listener)
  }
}

const href = (): string => location.pathname + location.search

/** Goes to an address; `replace` when the way back should not stop at the present one. */
export const go = (to: Address, replace = false): void => {
  const page = here()
  if (!replace) keepTop()
  history[replace ? 'replaceState' : 'pushState'](replace ? history.state : null, '', hrefOf(to))
  tell()
  if (page.page !== to.page || page.id !== to.id) {
    globalThis.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
}

export const useAddress = (): Address => {
  const at = useSyncExternalStore(subscribe, href)
  const [path = '', search = ''] = at.split('?')
  return addressOf(path, search)
}

/** One parameter of the address. Whoever uses a part of the address is not drawn again when the rest of it changes, as with every key of a search. */
export const useParam = (name: string): string | null => useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name))

/** The page that is open, and what it is about. */
export const usePlace = (): Address => {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  return useMemo(() => addressOf(path, ''), [path])
}

/** The moment alone, as an address with no more in it. */
const useLasting = (): Address => {
  const search = useSyncExternalStore(subscribe, () => lastingIn(location.search))
  return useMemo(() => addressOf('/', search), [search])
}

/** The moment that is asked about. */
export const useMoment = (): Moment => {
  const lasting = useLasting()
  return useMemo(() => momentIn(lasting), [lasting])
}

/** The present address, for what is done next. */
export const here = (): Address => addressOf(location.pathname, location.search)

/** Changes parameters of the present address. */
export const alter = (changes: Readonly<Record<string, string | null>>, replace = true): void => go(altered(here(), changes), replace)

const plain = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

type ToProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'id'> & {
  readonly page: Page; readonly id?: string | null; readonly params?: Readonly<Record<string, string>>; readonly children: ReactNode
}

/** A link to a page at the moment that is asked about now. */
export const To = ({ page, id = null, params = {}, children, ...rest }: ToProps) => {
  const to = elsewhere(useLasting(), page, id, params)
  const follow = (event: MouseEvent): void => {
    if (!plain(event)) return
    event.preventDefault()
    go(to)
  }
  return <a href={hrefOf(to)} onClick={follow} {...rest}>{children}</a>
}

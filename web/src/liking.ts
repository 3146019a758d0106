import { useSyncExternalStore } from 'react'
import { titlesIn } from './api.ts'
import { changed } from './asking.ts'
import { directions, type Tongue, tongues } from './written.ts'

/** What a reader likes: the language of the interface and a light or dark page. Kept in the browser; an address may ask otherwise. */
export type Liking = { readonly tongue: Tongue; readonly theme: 'light' | 'dark' }

const listeners = new Set<() => void>()

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`tawafuq.${name}`)
  } catch {
    return null
  }
}

const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(`tawafuq.${name}`, value)
  } catch { /* a browser that keeps nothing asks again next time */ }
}

const asked = (name: string): string | null => new URLSearchParams(location.search).get(name) ?? kept(name)

const firstTongue = (): Tongue => tongues.find((one) => one === asked('lang')) ?? (navigator.language.startsWith('ar') ? 'ar' : 'en')

const firstTheme = (): Liking['theme'] => {
  const wanted = asked('theme')
  return wanted === 'light' || wanted === 'dark' ? wanted : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

let now: Liking = { tongue: firstTongue(), theme: firstTheme() }

/** Puts the liking on the page itself, so that it turns at once. */
const apply = ({ tongue, theme }: Liking): void => {
  const { documentElement: page } = document
  page.lang = tongue
  page.dir = directions[tongue]
  page.dataset['theme'] = theme
  titlesIn(tongue)
}

apply(now)

export const like = (change: Partial<Liking>): void => {
  now = { ...now, ...change }
  if (change.tongue) keep('lang', change.tongue)
  if (change.theme) keep('theme', change.theme)
  apply(now)
  if (change.tongue) changed()
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLiking = (): Liking => useSyncExternalStore(subscribe, () => now)

import { titlesIn } from './api.ts'
import { askAgain } from './asking.ts'
import { cell } from './cell.ts'
import { keep, kept } from './keeping.ts'
import { directions, type Tongue, tongues } from './written.ts'

/** What a reader likes: the language of the interface and a light or dark page. Kept in the browser; an address may ask otherwise. */
export type Liking = { readonly tongue: Tongue; readonly theme: 'light' | 'dark' }

const asked = (name: string): string | null => new URLSearchParams(location.search).get(name) ?? kept(name)

const firstTongue = (): Tongue => tongues.find((one) => one === asked('lang')) ?? (navigator.language.startsWith('ar') ? 'ar' : 'en')

const firstTheme = (): Liking['theme'] => {
  const wanted = asked('theme')
  return wanted === 'light' || wanted === 'dark' ? wanted : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const now = cell<Liking>({ tongue: firstTongue(), theme: firstTheme() })

/** Puts the liking on the page itself, so that it turns at once. */
const apply = ({ tongue, theme }: Liking): void => {
  const { documentElement: page } = document
  page.lang = tongue
  page.dir = directions[tongue]
  page.dataset['theme'] = theme
  titlesIn(tongue)
}

apply(now.get())

export const like = (change: Partial<Liking>): void => {
  now.set({ ...now.get(), ...change })
  if (change.tongue) keep('lang', change.tongue)
  if (change.theme) keep('theme', change.theme)
  apply(now.get())
  if (change.tongue) askAgain()
}

export const useLiking = now.use

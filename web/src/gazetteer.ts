import places from './gazetteer.json' with { type: 'json' }
import { regionIn, type Tongue } from './written.ts'

type Place = Readonly<Record<Tongue, string>> & { readonly at: readonly [longitude: number, latitude: number]; readonly wide: boolean; readonly of: string | null }

const known = places as unknown as Readonly<Record<string, Place>>

/** What is known of a place by its key (`place:astana`); null of a state, and of a place that no pack lists. */
export const placeOf = (key: string): Place | null => (key.startsWith('place:') ? (known[key.slice('place:'.length)] ?? null) : null)

/** The name of a place or state; one that is not listed is called as its document calls it. */
export const nameIn = (tongue: Tongue, key: string): string => placeOf(key)?.[tongue] ?? regionIn(tongue, key.slice(key.indexOf(':') + 1))

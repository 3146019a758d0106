import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const tongues = ['ar', 'en'] as const
type Tongue = (typeof tongues)[number]
type Names = Readonly<Record<Tongue, string>>

/** A place as the pages know it: `at` is longitude and latitude; `wide` is true of what is wider than a point can tell; `of` is null where that is in dispute. */
export type Entry = Names & { readonly at: readonly [longitude: number, latitude: number]; readonly wide: boolean; readonly of: string | null }

type Points = Readonly<Record<string, Entry['at']>>
type Coordinates = { readonly towns: Points; readonly areas: Points; readonly shown: Readonly<Record<string, Partial<Names>>> }
type Listed = { readonly place: string; readonly of?: string; readonly names: readonly string[] }

const root = join(import.meta.dirname, '..', '..')

const yamlAt = <T>(...path: readonly string[]): T => parse(readFileSync(join(root, ...path), 'utf8')) as T

/** The places of the pack of a language, by their keys. */
export const placesIn = (tongue: Tongue): ReadonlyMap<string, Listed> =>
  new Map(yamlAt<readonly Partial<Listed>[]>('src', 'packs', tongue, 'places.yaml').flatMap((one) => (one.place === undefined ? [] : [[one.place, one as Listed]])))

export const coordinates = (): Coordinates => yamlAt<Coordinates>('web', 'gazetteer', 'coordinates.yaml')

/** Every place that has coordinates, in the order of their list, with its names and the state that the packs put it in. */
export const gazetteer = (): Readonly<Record<string, Entry>> => {
  const { towns, areas, shown } = coordinates()
  const packs = { ar: placesIn('ar'), en: placesIn('en') }
  const named = (key: string, tongue: Tongue): string => shown[key]?.[tongue] ?? packs[tongue].get(key)?.names[0] ?? key
  const entry = (key: string, at: Entry['at'], wide: boolean): Entry => ({ at, wide, of: packs.ar.get(key)?.of ?? null, ar: named(key, 'ar'), en: named(key, 'en') })
  return Object.fromEntries([...Object.entries(towns).map(([key, at]) => [key, entry(key, at, false)]), ...Object.entries(areas).map(([key, at]) => [key, entry(key, at, true)])])
}

/** As the file of the pages holds it: a place a line. */
export const written = (places: Readonly<Record<string, Entry>>): string =>
  `{\n${Object.entries(places).map(([key, entry]) => `  ${JSON.stringify(key)}: ${JSON.stringify(entry)}`).join(',\n')}\n}\n`

export const file = join(root, 'web', 'src', 'gazetteer.json')

import codes from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' }
import { geoArea, geoCentroid, geoEqualEarth, type GeoPermissibleObjects, geoPath, type GeoProjection } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { useMemo } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }
import type { Bond } from '../mapping.ts'
import { useSpeech } from '../speech.ts'

const [width, height] = [1000, 480]

const topology = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>
const countries = feature(topology, topology.objects.countries) as FeatureCollection<Geometry>

/** The outline of each state by its ISO 3166 code; Natural Earth goes by the numbers of that list. */
const numbers = codes.supplemental.codeMappings as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>
const byNumber = new Map(countries.features.map((country) => [String(country.id), country]))
const outlineOf = (code: string): Feature<Geometry> | undefined => byNumber.get(numbers[code]?.['_numeric'] ?? '')

/** The middle of a state's largest land: islands far away do not pull it into the sea. */
const middleOf = ({ geometry }: Feature<Geometry>): readonly [number, number] => {
  const lands = geometry.type === 'MultiPolygon' ? geometry.coordinates.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })) : [geometry]
  return geoCentroid(lands.toSorted((one, other) => geoArea(other) - geoArea(one))[0]!)
}

/** A view of the states that are told of and of what lies around them. */
const projected = (shown: readonly Feature<Geometry>[]): GeoProjection => {
  const all: FeatureCollection = { type: 'FeatureCollection', features: [...shown] }
  const [longitude] = geoCentroid(all)
  return geoEqualEarth().rotate([-longitude, 0]).fitExtent([[120, 60], [width - 120, height - 60]], all as GeoPermissibleObjects)
}

type Place = { readonly code: string; readonly at: readonly [number, number] }

const Lines = ({ bonds, places }: { readonly bonds: readonly Bond[]; readonly places: ReadonlyMap<string, Place> }) => {
  const most = Math.max(...bonds.map(({ threads }) => threads))
  return (
    <g className="bonds">
      {bonds.map(({ pair: [one, other], threads }) => {
        const [from, to] = [places.get(one)?.at, places.get(other)?.at]
        if (!from || !to) return null
        const bend = Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.18
        return <path key={`${one} ${other}`} d={`M${from.join(' ')}Q${(from[0] + to[0]) / 2} ${(from[1] + to[1]) / 2 - bend} ${to.join(' ')}`} strokeWidth={1.5 + 6 * Math.sqrt(threads / most)} />
      })}
    </g>
  )
}

/** The outlines of the world with a line for every pair of states; the table beside it says the same. */
export const Outlines = ({ bonds }: { readonly bonds: readonly Bond[] }) => {
  const { t, region } = useSpeech()
  const { path, told, places } = useMemo(() => {
    const told = [...new Set(bonds.flatMap(({ pair }) => pair))].flatMap((code) => { const outline = outlineOf(code); return outline ? [{ code, outline }] : [] })
    const projection = projected(told.map(({ outline }) => outline))
    const places = new Map(told.map(({ code, outline }) => [code, { code, at: projection([...middleOf(outline)]) ?? [0, 0] } as Place]))
    return { path: geoPath(projection), told: new Set(told.map(({ outline }) => outline)), places }
  }, [bonds])
  return (
    <figure className="map">
      <div className="scrolling" role="region" aria-label={t('map.title')} tabIndex={0}><svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('map.what')}>
        {countries.features.map((country, at) => <path key={`${country.id} ${at}`} d={path(country) ?? ''} className={told.has(country) ? 'land told-land' : 'land'} />)}
        <Lines bonds={bonds} places={places} />
        {[...places.values()].map(({ code, at }) => <g key={code} transform={`translate(${at.join(' ')})`}><circle r="4" /><text y="20" textAnchor="middle">{region(code)}</text></g>)}
      </svg></div>
      <figcaption>{t('map.credit')}</figcaption>
    </figure>
  )
}

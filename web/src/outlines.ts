import codes from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' }
import { geoArea, geoCentroid } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }

export type Land = Feature<Geometry, { readonly name: string }>

const topology = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>

/** The outlines of Natural Earth, at one to fifty million. */
export const lands: readonly Land[] = (feature(topology, topology.objects.countries) as FeatureCollection<Geometry, { readonly name: string }>).features

/** Lands that Natural Earth draws by themselves, and that the list of ISO 3166 has within a state or gives no number. */
const byName: Readonly<Record<string, string>> = { XK: 'Kosovo', SO: 'Somaliland', CY: 'N. Cyprus' }

/** Natural Earth goes by the numbers of ISO 3166. */
const numbers = codes.supplemental.codeMappings as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>

/** What Natural Earth draws of a state, by its ISO 3166 code. */
export const landsOf = (code: string): readonly Land[] => {
  const number = numbers[code]?.['_numeric']
  return lands.filter(({ id, properties: { name } }) => (number !== undefined && id === number) || name === byName[code])
}

const polygonsOf = ({ geometry }: Land): readonly Geometry[] => (geometry.type === 'MultiPolygon' ? geometry.coordinates.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })) : [geometry])

/** The middle of a state's largest land: islands far away do not pull it into the sea. */
export const middleOf = (code: string): readonly [number, number] | null => {
  const largest = landsOf(code).flatMap(polygonsOf).toSorted((one, other) => geoArea(other) - geoArea(one))[0]
  return largest ? geoCentroid(largest) : null
}

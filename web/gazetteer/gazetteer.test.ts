import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import codes from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' }
import { geoArea, geoContains, geoDistance } from 'd3-geo'
import type { FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }
import { coordinates, file, gazetteer, placesIn, tongues, written } from './gazetteer.ts'

const topology = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>
const countries = (feature(topology, topology.objects.countries) as FeatureCollection<Geometry>).features
const numbers = codes.supplemental.codeMappings as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>

/** Kosovo has no number in ISO 3166; Natural Earth goes by its name. */
const outlineOf = (code: string): Geometry | undefined => countries.find(({ id, properties }) => (code === 'XK' ? properties?.['name'] === 'Kosovo' : id === numbers[code]?.['_numeric']))?.geometry

const polygonsOf = (geometry: Geometry): readonly Position[][][] => (geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates : [(geometry as Polygon).coordinates])

/** Kilometres from a point to the nearest corner of an outline; 0 within it. Corners of a state stand closer than the tolerance below wherever a town could be off by it. */
const far = (at: readonly [number, number], geometry: Geometry): number =>
  geoContains(geometry, [...at]) ? 0 : Math.min(...polygonsOf(geometry).flat(2).map((corner) => geoDistance([...at], corner as [number, number]) * 6371))

const seas = ['south-china-sea', 'east-china-sea', 'red-sea', 'mediterranean', 'black-sea', 'baltic', 'north-sea', 'arabian-sea', 'gulf', 'gulf-of-aden', 'indian-ocean', 'pacific', 'atlantic', 'arctic', 'hormuz', 'bab-el-mandeb', 'malacca', 'taiwan-strait', 'gibraltar-strait']

describe('where the places of the packs lie', () => {
  const all = gazetteer()

  test('the file of the pages is up to date: npm run gazetteer writes it anew', () => assert.equal(readFileSync(file, 'utf8'), written(all)))

  test('every place of a pack has coordinates, and every coordinate a place', () =>
    assert.deepEqual(Object.keys(all).toSorted(), [...new Set(tongues.flatMap((tongue) => [...placesIn(tongue).keys()]))].toSorted()))

  test('every place has a name in both languages, and none stands twice', () => {
    const { towns, areas, shown } = coordinates()
    assert.deepEqual(Object.entries(all).filter(([key, { ar, en }]) => ar === key || en === key).map(([key]) => key), [])
    assert.deepEqual([...Object.keys(towns).filter((key) => key in areas), ...Object.keys(shown).filter((key) => !(key in all))], [])
  })

  test('every place lies in its state or within 100 kilometres of its outline', () => {
    const wrong = Object.entries(all).flatMap(([key, { at, of }]) => {
      const outline = of === null ? undefined : outlineOf(of)
      if (of !== null && !outline) return [`${key}: ${of} has no outline`]
      const off = outline ? far(at, outline) : 0
      return off > 100 ? [`${key}: ${Math.round(off)} km from ${of}`] : []
    })
    assert.deepEqual(wrong, [])
  })

  test('every town lies on land or at its edge, and every sea lies in the water', () => {
    const land = (at: readonly [number, number]): boolean => countries.some(({ geometry }) => geoArea(geometry) > 0 && geoContains(geometry, [...at]))
    const near = (at: readonly [number, number]): boolean => land(at) || countries.some(({ geometry }) => far(at, geometry) < 30)
    assert.deepEqual(Object.entries(all).filter(([, { at, wide }]) => !wide && !near(at)).map(([key]) => key), [])
    assert.deepEqual(seas.filter((key) => land(all[key]!.at)), [])
  })

  test('coordinates are degrees of the earth in two decimals, and no two towns are one point', () => {
    const points = Object.entries(all)
    assert.deepEqual(points.filter(([, { at: [longitude, latitude] }]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90 || [longitude, latitude].some((degrees) => Number(degrees.toFixed(2)) !== degrees)).map(([key]) => key), [])
    assert.deepEqual([...Map.groupBy(points, ([, { at }]) => at.join())].filter(([, keys]) => keys.length > 1).map(([, keys]) => keys.map(([key]) => key)), [])
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { geoContains, geoDistance } from 'd3-geo'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { type Land, lands, landsOf } from '../src/outlines.ts'
import { coordinates, file, gazetteer, placesIn, tongues, written } from './gazetteer.ts'

const cornersOf = (geometry: Geometry): readonly Position[] => (geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates.flat(2) : (geometry as Polygon).coordinates.flat(1))

/** Kilometres from a point to the nearest corner of an outline, which never lies nearer than the outline itself; 0 within it. */
const far = (at: readonly [number, number], land: Land): number =>
  geoContains(land, [...at]) ? 0 : Math.min(...cornersOf(land.geometry).map((corner) => geoDistance([...at], corner as [number, number]) * 6371))

/** Too small for outlines at one to fifty million. */
const unseen = new Set(['lampedusa'])

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
      if (of === null || unseen.has(key)) return []
      const own = landsOf(of)
      const off = Math.min(...own.map((land) => far(at, land)))
      return own.length === 0 || off > 100 ? [`${key}: ${Math.round(off)} km from ${of}`] : []
    })
    assert.deepEqual(wrong, [])
  })

  test('every town lies on land or at its edge, and every sea lies in the water', () => {
    const land = (at: readonly [number, number]): boolean => lands.some((one) => geoContains(one, [...at]))
    const near = (at: readonly [number, number]): boolean => land(at) || lands.some((one) => far(at, one) < 30)
    assert.deepEqual(Object.entries(all).filter(([, { at, wide }]) => !wide && !near(at)).map(([key]) => key), [])
    assert.deepEqual(seas.filter((key) => land(all[key]!.at)), [])
  })

  test('coordinates are degrees of the earth in two decimals, and no two towns are one point', () => {
    const points = Object.entries(all)
    assert.deepEqual(points.filter(([, { at: [longitude, latitude] }]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90 || [longitude, latitude].some((degrees) => Number(degrees.toFixed(2)) !== degrees)).map(([key]) => key), [])
    assert.deepEqual([...Map.groupBy(points, ([, { at }]) => at.join())].filter(([, keys]) => keys.length > 1).map(([, keys]) => keys.map(([key]) => key)), [])
  })
})

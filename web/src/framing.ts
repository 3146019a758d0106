import { geoAzimuthalEqualArea, geoBounds, geoEqualEarth, type GeoProjection } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'

export type Size = { readonly width: number; readonly height: number }
type Degrees = readonly [longitude: number, latitude: number]

/** A view is at least that many degrees high: a single town is shown with what lies around it. */
const least = 14
/** Wider views, in degrees, are of the world, and drawn as such. */
const worldly = 110

const point = (coordinates: Degrees): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...coordinates] } })

const clamp = (latitude: number): number => Math.max(-85, Math.min(85, latitude))

/** What is shown, and where its middle is. */
const framesOf = (shown: readonly Feature<Geometry>[]) => {
  const all: FeatureCollection = { type: 'FeatureCollection', features: [...shown] }
  const [[west, south], [east, north]] = geoBounds(all)
  const wide = east < west ? east + 360 - west : east - west
  const middle: Degrees = [west + wide / 2, (south + north) / 2]
  const corners = [-1, 1].map((side) => point([middle[0], clamp(middle[1] + (side * least) / 2)]))
  return { middle, wide, all: { ...all, features: [...shown, ...corners] } }
}

/** A view that fits what is shown into a drawing, with room for marks and names at its edges. North is up and east is right, in every language. */
export const framed = (shown: readonly Feature<Geometry>[], { width, height }: Size): GeoProjection => {
  const { middle: [longitude, latitude], wide, all } = framesOf(shown)
  const view = wide > worldly ? geoEqualEarth().rotate([-longitude, 0]) : geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(100)
  const [side, end] = wide > worldly ? [width * 0.09, 28] : [Math.min(width * 0.14, 100), 48]
  return view.fitExtent([[side, end], [width - side, height - end]], all).clipExtent([[-8, -8], [width + 8, height + 8]])
}

export const pointsOf = (all: readonly Degrees[]): readonly Feature[] => all.map(point)

export type Pixels = readonly [x: number, y: number]
/** A line as it is drawn: bent a little upward, so that lines to and fro between many places are told apart. It tells the ends, not the course. */
export type Bend = { readonly from: Pixels; readonly over: Pixels; readonly to: Pixels }

export const bent = (from: Pixels, to: Pixels): Bend => ({ from, to, over: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.16] })

export const pathOf = ({ from, over, to }: Bend): string => `M${from.join(' ')}Q${over.join(' ')} ${to.join(' ')}`

/** Points along a line, about as many as names beside it need. */
export const along = ({ from, over, to }: Bend, steps = 48): readonly Pixels[] =>
  Array.from({ length: steps + 1 }, (_, step): Pixels => {
    const [at, left] = [step / steps, 1 - step / steps]
    const on = (axis: 0 | 1): number => left * left * from[axis] + 2 * left * at * over[axis] + at * at * to[axis]
    return [on(0), on(1)]
  })

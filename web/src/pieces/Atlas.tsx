import { geoPath, type GeoProjection } from 'd3-geo'
import { useMemo } from 'react'
import { altered, hrefOf } from '../address.ts'
import { along, type Bend, bent, framed, pathOf, type Pixels, pointsOf, type Size } from '../framing.ts'
import { nameIn, placeOf } from '../gazetteer.ts'
import { type Label, labelled, type Wanted } from '../labelling.ts'
import type { Mark } from '../mapping.ts'
import { lands, landsOf, middleOf } from '../outlines.ts'
import { useAddress } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { useWidth } from './width.ts'

type Degrees = readonly [longitude: number, latitude: number]

const degreesOf = (key: string): Degrees | null => placeOf(key)?.at ?? (key.startsWith('state:') ? middleOf(key.slice('state:'.length)) : null)

/** Whether all ends of a mark are known to lie somewhere. */
export const onMap = ({ ends }: Pick<Mark, 'ends'>): boolean => ends.every((key) => degreesOf(key) !== null)

const sizeOf = (width: number): Size => ({ width, height: Math.max(220, Math.min(520, Math.round(width * 0.56))) })

const letters = { name: '600 13px', land: '400 12px' } as const

/** Measures words in the letters of the page. */
const widthBy = (font: string): ((text: string) => number) => {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return (text) => text.length * 8
  pen.font = `${font} ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`
  return (text) => pen.measureText(text).width
}

type Spot = { readonly mark: Mark; readonly key: string; readonly at: Pixels; readonly size: number; readonly wide: boolean }

const largest = (marks: readonly Mark[]): number => Math.max(1, ...marks.map(({ threads }) => threads.length))

const spotsIn = (marks: readonly Mark[], projection: GeoProjection): readonly Spot[] => {
  const most = largest(marks)
  return marks.filter(({ ends }) => ends.length === 1).flatMap((mark): readonly Spot[] => {
    const key = mark.ends[0]!
    const at = projection([...degreesOf(key)!])
    return at ? [{ mark, key, at, size: 4 + 4 * Math.sqrt(mark.threads.length / most), wide: placeOf(key)?.wide ?? true }] : []
  })
}

/** Ends of lines that are no places of their own. */
const endsIn = (marks: readonly Mark[], spots: readonly Spot[], projection: GeoProjection): readonly { readonly key: string; readonly at: Pixels }[] => {
  const own = new Set(spots.map(({ key }) => key))
  return [...new Set(marks.filter(({ ends }) => ends.length === 2).flatMap(({ ends }) => ends))].filter((key) => !own.has(key)).flatMap((key) => {
    const at = projection([...degreesOf(key)!])
    return at ? [{ key, at }] : []
  })
}

type Line = { readonly mark: Mark; readonly bend: Bend }

const linesIn = (marks: readonly Mark[], projection: GeoProjection): readonly Line[] =>
  marks.filter(({ ends }) => ends.length === 2).flatMap((mark): readonly Line[] => {
    const [from, to] = mark.ends.map((key) => projection([...degreesOf(key)!]))
    return from && to ? [{ mark, bend: bent(from, to) }] : []
  })

type Drawing = { readonly lines: readonly Line[]; readonly spots: readonly Spot[]; readonly ends: readonly { readonly key: string; readonly at: Pixels }[]; readonly projection: GeoProjection; readonly told: ReadonlySet<string>; readonly size: Size }

/** More states than that are not all shown whole: far islands would make the rest small. */
const mostWhole = 3

const drawingOf = (marks: readonly Mark[], around: boolean, size: Size): Drawing => {
  const codes = new Set(marks.flatMap(({ threads }) => threads.flatMap(({ between }) => between)))
  const points = pointsOf(marks.flatMap(({ ends }) => ends.map((key) => degreesOf(key)!)))
  const projection = framed(around && codes.size <= mostWhole ? [...points, ...[...codes].flatMap(landsOf)] : points, size)
  const spots = spotsIn(marks, projection)
  return { lines: linesIn(marks, projection), spots, ends: endsIn(marks, spots, projection), projection, told: codes, size }
}

/** Names of places, and where there is room those of the states that are told of. */
const namesIn = ({ lines, spots, ends, told, projection, size }: Drawing, name: (key: string) => string): { readonly places: readonly Label[]; readonly states: readonly Label[] } => {
  const [wide, narrow] = [widthBy(letters.name), widthBy(letters.land)]
  const points = [...spots.map(({ at, size }) => ({ at, away: size })), ...ends.map(({ at }) => ({ at, away: 3 }))]
  const own = new Set(ends.map(({ key }) => key))
  const wanted: readonly Wanted[] = [...spots.map(({ key, at, size }) => ({ id: key, at, away: size, width: wide(name(key)) })), ...ends.map(({ key, at }) => ({ id: key, at, away: 3, width: wide(name(key)) }))]
  const states = [...told].map((code) => `state:${code}`).filter((key) => !own.has(key)).flatMap((key): readonly Wanted[] => {
    const degrees = degreesOf(key)
    const at = degrees && projection([...degrees])
    return at ? [{ id: key, at, away: 0, width: narrow(name(key)), shy: true }] : []
  })
  const all = labelled([...wanted, ...states], { points, lines: lines.flatMap(({ bend }) => along(bend)) }, size)
  return { places: all.filter(({ id }) => wanted.some((one) => one.id === id)), states: all.filter(({ id }) => states.some((one) => one.id === id)) }
}

type Choosing = { readonly chosen: string | null; readonly near: (id: string) => void; readonly choose: (id: string) => void; readonly says: (mark: Mark) => string }

/** A link that opens what a mark is about; what it is about is told as soon as it has the focus or the pointer. */
const Link = ({ mark, choosing: { chosen, near, choose, says }, className, children }: { readonly mark: Mark; readonly choosing: Choosing; readonly className: string; readonly children: React.ReactNode }) => {
  const { id } = mark
  const follow = (event: React.MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    choose(id)
  }
  return <a href={hrefOf(altered(useAddress(), { at: id }))} className={className} aria-label={says(mark)} aria-current={chosen === id || undefined} onClick={follow} onFocus={() => near(id)} onPointerEnter={() => near(id)}>{children}</a>
}

const Lines = ({ drawing: { lines }, choosing }: { readonly drawing: Drawing; readonly choosing: Choosing }) => {
  const most = largest(lines.map(({ mark }) => mark))
  return lines.map(({ mark, bend }) => <Link key={mark.id} mark={mark} choosing={choosing} className="map-line"><path d={pathOf(bend)} className="reach" /><path d={pathOf(bend)} className="course" strokeWidth={1.5 + 6 * (mark.threads.length - 1) / most} /></Link>)
}

const Spots = ({ drawing: { spots }, choosing }: { readonly drawing: Drawing; readonly choosing: Choosing }) =>
  spots.map(({ mark, at: [x, y], size, wide }) => (
    <Link key={mark.id} mark={mark} choosing={choosing} className={wide ? 'map-spot wide' : 'map-spot'}><circle cx={x} cy={y} r={Math.max(14, size + 6)} className="reach" /><circle cx={x} cy={y} r={size} className="dot" /></Link>
  ))

const Names = ({ labels, name, className }: { readonly labels: readonly Label[]; readonly name: (key: string) => string; readonly className: string }) =>
  labels.map(({ id, at: [x, y] }) => <text key={id} x={x} y={y} className={className}>{name(id)}</text>)

const Drawn = ({ drawing, choosing, title }: { readonly drawing: Drawing; readonly choosing: Choosing; readonly title: string }) => {
  const { tongue } = useSpeech()
  const { projection, told, ends, size: { width, height } } = drawing
  const name = (key: string): string => nameIn(tongue, key)
  const ground = useMemo(() => {
    const path = geoPath(projection)
    const own = new Set([...told].flatMap(landsOf))
    return lands.map((land, at) => <path key={`${land.id} ${at}`} d={path(land) ?? ''} className={own.has(land) ? 'land told-land' : 'land'} />)
  }, [projection, told])
  const { places, states } = useMemo(() => namesIn(drawing, name), [drawing, tongue])
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title} direction="ltr">
      <g aria-hidden="true">{ground}<Names labels={states} name={name} className="state-name" /></g>
      <Lines drawing={drawing} choosing={choosing} />
      <g aria-hidden="true">{ends.map(({ key, at: [x, y] }) => <circle key={key} cx={x} cy={y} r="3" className="end" />)}</g>
      <Spots drawing={drawing} choosing={choosing} />
      <g aria-hidden="true"><Names labels={places} name={name} className="place-name" /></g>
    </svg>
  )
}

/** Places and lines on the outlines of the world, fitted to what is shown. `around`: whole states are shown, where they are few. The table beside it says the same. */
export const Atlas = ({ marks, around, title, ...choosing }: Choosing & { readonly marks: readonly Mark[]; readonly around: boolean; readonly title: string }) => {
  const { frame, width } = useWidth()
  const drawing = useMemo(() => (width === null ? null : drawingOf(marks.filter(onMap), around, sizeOf(width))), [marks, around, width])
  return <div className="map-frame" ref={frame}>{drawing && <Drawn drawing={drawing} choosing={choosing} title={title} />}</div>
}

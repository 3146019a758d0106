import { useMemo } from 'react'
import type { Dispute, Series as Told, Step, Value } from '../charting.ts'
import { middleOf, ticks, years } from '../charting.ts'
import { isolated, useSpeech } from '../speech.ts'
import { shortNumberIn } from '../written.ts'
import { useWidth } from './width.ts'

/** The name of a year stands under its middle, where its values are. */
const half = 0.5

/** A drawing in pixels: `value` is the room for the numbers of the axis, `other` that on the other side. */
type Room = { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number; readonly value: number; readonly other: number }

/** A narrow page has a lower drawing, with less around it. */
const roomIn = (width: number): Room => ({ width, top: 16, bottom: 34, ...(width < 600 ? { height: 260, value: 64, other: 12 } : { height: 340, value: 78, other: 24 }) })

/** Pixels from a year to the next on the axis, and those that the name of a step takes: with less room it ends where others begin. */
const [yearRoom, nameRoom] = [52, 72]

/** A series with the name that it is shown under. */
export type Source = Told & { readonly name: string }
type ChartProps = { readonly sources: readonly Source[]; readonly steps: readonly Step[]; readonly disputes: readonly Dispute[]; readonly title: string }

/** A mark of its own for each source, so that colour is never alone. */
const marks = ['M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z', 'M-4.6-4.6H4.6V4.6H-4.6Z', 'M0-5.8 5.6 4.4H-5.6Z', 'M0-6 6 0 0 6-6 0Z', 'M0 5.8 5.6-4.4H-5.6Z'] as const
export const markOf = (at: number): string => marks[at % marks.length]!

/** Time runs with the reading direction: from the right in Arabic. */
const useScales = (values: readonly Value[], steps: readonly Step[], width: number) => {
  const { dir } = useSpeech()
  return useMemo(() => {
    const [from, to] = [Math.min(...values.map((one) => one.from), ...steps.map((one) => one.from)), Math.max(...values.map((one) => one.to), ...steps.map((one) => one.to))]
    const heights = ticks(Math.max(...values.map(({ value }) => value), ...steps.map(({ value }) => value)))
    const room = roomIn(width)
    const { height } = room
    const length = width - room.value - room.other
    const marks = years(from, to, Math.max(2, Math.floor(length / yearRoom)))
    const [first, last, most] = [marks[0]!, Math.max(marks.at(-1)!, to), heights.at(-1)!]
    const x = (year: number): number => { const at = ((year - first) / (last - first || 1)) * length; return dir === 'rtl' ? width - room.value - at : room.value + at }
    const y = (value: number): number => height - room.bottom - (value / most) * (height - room.top - room.bottom)
    return { x, y, heights, years: marks.filter((year) => year + half <= last), room }
  }, [values, steps, dir, width])
}

const Axes = ({ x, y, heights, years, room }: ReturnType<typeof useScales>) => {
  const { tongue, dir, date } = useSpeech()
  const { width, height } = room
  const edge = dir === 'rtl' ? width - room.value : room.value
  return (
    <g className="axes">
      {heights.map((value) => <g key={value}><line x1={room.other} x2={width - room.other} y1={y(value)} y2={y(value)} className={value === 0 ? 'base' : 'grid'} /><text x={dir === 'rtl' ? width - 4 : 4} y={y(value) - 5} textAnchor="start" direction={dir}>{value === 0 ? '' : shortNumberIn(tongue, value)}</text></g>)}
      {years.map((year) => <text key={year} x={x(year + half)} y={height - 10} textAnchor="middle">{date(String(year))}</text>)}
      <line x1={edge} x2={edge} y1={room.top} y2={height - room.bottom} className="grid" />
    </g>
  )
}

/** An amount with the words in which it is printed, where only plain text can stand. */
const withWords = (amount: string, words: string | null): string => (words === null ? amount : `${amount} (${isolated(words)})`)

const stepPath = (steps: readonly Step[], { x, y }: ReturnType<typeof useScales>): string => steps.map(({ from, to, value }, at) => `${at === 0 ? 'M' : 'L'}${x(from)} ${y(value)}L${x(to)} ${y(value)}`).join('')

const linePath = (values: readonly Value[], { x, y }: ReturnType<typeof useScales>): string => values.filter(({ whole }) => whole).map((one, at) => `${at === 0 ? 'M' : 'L'}${x(middleOf(one))} ${y(one.value)}`).join('')

const Series = ({ source, at, scales }: { readonly source: Source; readonly at: number; readonly scales: ReturnType<typeof useScales> }) => {
  const { amount, date } = useSpeech()
  return (
    <g className={`series series-${at % 5}`}>
      {source.line && <path d={linePath(source.values, scales)} className="line-path" />}
      {source.values.map((value) => (
        <g key={value.claim} transform={`translate(${scales.x(middleOf(value))} ${scales.y(value.value)})`}>
          <path d={markOf(at)} className={value.whole ? 'full-mark' : 'hollow-mark'}><title>{`${withWords(amount(value.value, value.unit), value.words)}, ${value.period ? date(value.period) : date(value.said)}, ${source.name}`}</title></path>
        </g>
      ))}
    </g>
  )
}

const StepNames = ({ steps, scales }: { readonly steps: readonly Step[]; readonly scales: ReturnType<typeof useScales> }) => {
  const { amount, tongue, dir } = useSpeech()
  const crowded = (x: number): boolean => (dir === 'rtl' ? x : scales.room.width - x) < nameRoom
  return steps.filter(({ value }, at) => value !== steps[at - 1]?.value).map((step) => {
    const x = scales.x(step.from)
    const away = (dir === 'rtl' ? -4 : 4) * (crowded(x) ? -1 : 1)
    return <text key={step.claim} x={x + away} y={scales.y(step.value) - 6} textAnchor={crowded(x) ? 'end' : 'start'} direction={dir} className="target-name"><title>{withWords(amount(step.value, step.unit), step.words)}</title>{shortNumberIn(tongue, step.value)}</text>
  })
}

/** How far what is told for one period lies apart. */
const Ranges = ({ disputes, scales: { x, y } }: { readonly disputes: readonly Dispute[]; readonly scales: ReturnType<typeof useScales> }) =>
  disputes.map(({ period, values }) => { const [most, least] = [values[0]!, values.at(-1)!]; return <path key={period} d={`M${x(middleOf(most))} ${y(most.value)}V${y(least.value)}`} className="range" /> })

const Drawn = ({ sources, steps, disputes, title, width }: ChartProps & { readonly width: number }) => {
  const values = useMemo(() => sources.flatMap(({ values }) => values), [sources])
  const scales = useScales(values, steps, width)
  return (
    <svg viewBox={`0 0 ${width} ${scales.room.height}`} className="chart" role="img" aria-label={title}>
      <Axes {...scales} />
      <path d={stepPath(steps, scales)} className="target-path" />
      <Ranges disputes={disputes} scales={scales} />
      {sources.map((source, at) => <Series key={source.name} source={source} at={at} scales={scales} />)}
      <StepNames steps={steps} scales={scales} />
    </svg>
  )
}

/** Values told, one line a source, a bar where they differ, and the target as a step, as wide as the page has room. The table beside it says the same. */
export const Chart = (props: ChartProps) => {
  const { frame, width } = useWidth()
  return <div className="chart-frame" ref={frame}>{width !== null && <Drawn {...props} width={width} />}</div>
}

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { elsewhere } from '../address.ts'
import { type Group, type Heights, laid, type Layout, type Part, partsIn, placeOfRow, partsUpTo, rowAt, topOf } from '../grouping.ts'
import { useKeys } from '../keys.ts'
import { go, here, To } from '../place.tsx'
import { type Column, columns, type Order, type Row } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Glance, useGlance } from './Glance.tsx'
import { GroupHead, type Under } from './GroupHead.tsx'
import { Mark } from './Mark.tsx'
import { Title } from './Passage.tsx'
import { StateSign } from './StateSign.tsx'

/** Below this width a row takes three lines. */
const narrow = '(max-width: 60rem)'
const heights = { wide: { row: 44, heading: 56 }, narrow: { row: 108, heading: 72 } } as const satisfies Record<string, Heights>

const useNarrow = (): boolean => {
  const [is, set] = useState(() => matchMedia(narrow).matches)
  useEffect(() => {
    const media = matchMedia(narrow)
    const change = (): void => set(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return is
}

/** All rows are drawn while the page is being printed, up to this many. */
const printed = 2000

const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const [before, after] = [() => flushSync(() => setPrinting(true)), () => setPrinting(false)]
    globalThis.addEventListener('beforeprint', before)
    globalThis.addEventListener('afterprint', after)
    return () => {
      globalThis.removeEventListener('beforeprint', before)
      globalThis.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}

/** What is near enough to the window to be drawn. */
const useWindow = (layout: Layout, heights: Heights) => {
  const body = useRef<HTMLDivElement>(null)
  const [[top, room], setView] = useState<readonly [number, number]>([0, innerHeight])
  useLayoutEffect(() => {
    const look = (): void => {
      const above = -(body.current?.getBoundingClientRect().top ?? 0)
      const top = Math.floor(above / heights.row) * heights.row // A row is near for as long as the window moves by less than its height.
      setView((before) => (before[0] === top && before[1] === innerHeight ? before : [top, innerHeight]))
    }
    look()
    document.addEventListener('scroll', look, { passive: true })
    globalThis.addEventListener('resize', look)
    return () => {
      document.removeEventListener('scroll', look)
      globalThis.removeEventListener('resize', look)
    }
  }, [layout.height, heights])
  return { body, parts: partsIn(layout, heights, top, room) }
}

/** The row that was meant last: whoever comes back goes on from there. */
let lastRow: string | null = null

/** Moves through the rows with J and K; the row that is meant keeps the focus. */
const useMoving = (body: React.RefObject<HTMLDivElement | null>, layout: Layout, heights: Heights) => {
  const [at, setAt] = useState(() => (lastRow === null ? -1 : placeOfRow(layout, lastRow)))
  const wanted = useRef(-1)
  const mean = (next: number): void => {
    setAt(next)
    lastRow = rowAt(layout, next)?.id ?? null
  }
  const move = (by: number): void => {
    const next = Math.min(layout.rows - 1, Math.max(0, at + by))
    const top = (body.current?.getBoundingClientRect().top ?? 0) + scrollY + topOf(layout, next, heights)
    if (top < scrollY + 80 || top + heights.row > scrollY + innerHeight - 40) scrollTo({ top: top - innerHeight / 2 })
    wanted.current = next
    mean(next)
  }
  useEffect(() => {
    if (wanted.current < 0) return
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`)
    if (!link) return
    wanted.current = -1
    link.focus({ preventScroll: true })
  })
  const open = (row: Row | undefined): void => { if (row) go(elsewhere(here(), 'threads', row.id)) }
  useKeys({ j: () => move(1), k: () => move(-1), enter: () => open(rowAt(layout, at)) })
  return { at, mean }
}

const Head = ({ order, sort }: { readonly order: Order | null; readonly sort: (column: Column) => void }) => {
  const { t } = useSpeech()
  return (
    <div role="rowgroup" className="rows-head">
      <div role="row" aria-rowindex={1} className="line head">
        {columns.map((column) => (
          <div key={column} role="columnheader" className={`cell ${column}`} aria-sort={order?.column === column ? (order.down ? 'descending' : 'ascending') : 'none'}>
            <button type="button" title={t('board.sort', { column: t(`board.column.${column}`) })} onClick={() => sort(column)}>
              {t(`board.column.${column}`)}<span className="arrow" aria-hidden="true">{order?.column === column ? (order.down ? '↓' : '↑') : ''}</span>
            </button>
          </div>
        ))}
      </div>
    </div>
  )
}

const Cell = ({ column, children }: { readonly column: Column; readonly children: React.ReactNode }) => <div role="cell" className={`cell ${column}`}>{children}</div>

/** A day in a cell; on a narrow page with the name of its column before it. */
const DayCell = ({ column, day }: { readonly column: Column; readonly day: string | null }) => {
  const { t, date } = useSpeech()
  return <Cell column={column}>{day !== null && <><span className="name">{t(`board.column.${column}`)} </span>{date(day)}</>}</Cell>
}

/** `at`: the number of the row; `line`: that of its line in the table, headings counted too. */
const Line = ({ row, at, line, top, height, current, focus, glance }: { readonly row: Row; readonly at: number; readonly line: number; readonly top: number; readonly height: number; readonly current: boolean; readonly focus: () => void; readonly glance: Glancing }) => {
  const { t, regions, number } = useSpeech()
  const { onFocus, ...over } = glance.over(row.id)
  const shown = glance.at === row.id
  return (
    <div role="row" aria-rowindex={line} data-row={at} data-current={current} data-glanced={shown} className="line" style={{ insetBlockStart: top, blockSize: height }} {...over} onFocus={() => { focus(); onFocus() }}>
      <Cell column="state"><StateSign state={row.state} />{row.judged && <Mark origin="decided" />}</Cell>
      <Cell column="what"><To page="threads" id={row.id} {...(shown ? { 'aria-describedby': `glance-${row.id}` } : {})}><Title of={row} /></To><small>{t(`kind.${row.kind}`)}</small>{shown && <Glance said={row.said} id={`glance-${row.id}`} />}</Cell>
      <Cell column="who">{regions(row.between.slice(0, 3))}{row.between.length > 3 ? ' …' : ''}</Cell>
      <DayCell column="promised" day={row.promised} />
      <DayCell column="due" day={row.due} />
      <DayCell column="last" day={row.last} />
      <Cell column="sources"><span className="name">{t('board.column.sources')} </span>{number(row.sources)}</Cell>
    </div>
  )
}

type Glancing = ReturnType<typeof useGlance>

type PartProps = { readonly part: Part; readonly heights: Heights; readonly under: Under; readonly at: number; readonly mean: (at: number) => void; readonly glance: Glancing }

/** Lines are counted from 1, and the first is the head of the table. */
const firstLine = 2

const Drawn = ({ part: { group, from, to }, heights, under, at, mean, glance }: PartProps) => {
  const { heading, rows, top, rowsTop, first, line } = group
  const lines = line + firstLine + (heading === null ? 0 : 1)
  return (
    <>
      {heading && <div role="row" aria-rowindex={line + firstLine} className="group-head" style={{ insetBlockStart: top, blockSize: heights.heading }}><div role="cell" aria-colspan={columns.length}><GroupHead heading={heading} rows={rows} under={under} /></div></div>}
      {rows.slice(from, to).map((row, index) => {
        const place = from + index
        return <Line key={row.id} row={row} at={first + place} line={lines + place} top={rowsTop + place * heights.row} height={heights.row} current={at === first + place} focus={() => mean(first + place)} glance={glance} />
      })}
    </>
  )
}

type RowsProps = { readonly groups: readonly Group[]; readonly under: Under; readonly stale: boolean; readonly order: Order | null; readonly sort: (column: Column) => void }

/** The rows of a board. Only those near the window are drawn, so that a hundred thousand are as quick as ten. */
export const Rows = memo(({ groups, under, stale, order, sort }: RowsProps) => {
  const { t } = useSpeech()
  const sizes = useNarrow() ? heights.narrow : heights.wide
  const layout = useMemo(() => laid(groups, sizes), [groups, sizes])
  const printing = usePrinting()
  const { body, parts } = useWindow(layout, sizes)
  const { at, mean } = useMoving(body, layout, sizes)
  const glance = useGlance()
  return (
    <div role="table" aria-label={t('board.title')} aria-rowcount={layout.lines + 1} aria-busy={stale} className="rows">
      <Head order={order} sort={sort} />
      <div role="rowgroup" className="rows-body" ref={body} style={{ blockSize: layout.height }}>
        {(printing ? partsUpTo(layout, printed) : parts).map((part) => <Drawn key={part.group.key} part={part} heights={sizes} under={under} at={at} mean={mean} glance={glance} />)}
      </div>
    </div>
  )
})

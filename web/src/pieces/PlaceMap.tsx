import { useMemo, useRef, useState } from 'react'
import { type State, states } from '../api.ts'
import { nameIn, placeOf } from '../gazetteer.ts'
import { type MapView, type Mark, marksOf, type Placed, statesIn } from '../mapping.ts'
import { alter, To, useParam } from '../place.tsx'
import { isolated, useSpeech } from '../speech.ts'
import { Atlas, onMap } from './Atlas.tsx'
import { Title } from './Passage.tsx'
import { StateShape, StateSign } from './StateSign.tsx'

const codeOf = (key: string): string => key.slice(key.indexOf(':') + 1)

/** What a mark is called, and what it tells in one breath. */
const useTelling = () => {
  const { t, tongue, count, number, region } = useSpeech()
  const name = ({ ends }: Mark): string => { const [from, to] = ends.map((key) => isolated(nameIn(tongue, key))); return to === undefined ? from! : t('map.ends', { from: from!, to }) }
  const counts = ({ threads }: Mark): readonly (readonly [State, number])[] => { const found = statesIn(threads); return states.filter((state) => found.has(state)).map((state) => [state, found.get(state)!]) }
  const says = (mark: Mark): string => `${name(mark)}: ${count('board.count', mark.threads.length)}: ${counts(mark).map(([state, n]) => `${t(`state.${state}`)} ${number(n)}`).join(t('list'))}`
  const home = ({ ends }: Mark): string | null => { const of = ends.length === 1 ? placeOf(ends[0]!)?.of : null; return of ? region(of) : null }
  return { name, counts, says, home }
}

/** The threads between two states by their states, each a way to the board. */
const Counts = ({ mark }: { readonly mark: Mark }) => {
  const { t, number } = useSpeech()
  const between = mark.ends.map(codeOf).join(',')
  return <span className="bond-states">{useTelling().counts(mark).map(([state, n]) => <To key={state} page="board" params={{ between, state }} className={`state state-${state}`}><StateShape state={state} />{t(`state.${state}`)} {number(n)}</To>)}</span>
}

const Threads = ({ threads }: { readonly threads: readonly Placed[] }) => (
  <ul className="bare map-threads">{threads.map((thread) => <li key={thread.id}><StateSign state={thread.state} /><To page="threads" id={thread.id}><Title of={thread} /></To></li>)}</ul>
)

type AboutProps = { readonly mark: Mark | null; readonly bonds: boolean; readonly heading: React.Ref<HTMLHeadingElement> }

/** What a place or line is about, beside the map. */
const About = ({ mark, bonds, heading }: AboutProps) => {
  const { t, count } = useSpeech()
  const { name, home } = useTelling()
  if (!mark) return <aside className="map-about"><p className="quiet">{t('map.choose')}</p></aside>
  return (
    <aside className="map-about" aria-label={t('map.about')}>
      <h2 ref={heading} tabIndex={-1}>{name(mark)}</h2>
      <p className="quiet">{home(mark) && <>{home(mark)} · </>}{mark.ends.length === 2 && !bonds && <>{t('map.line')} · </>}{count('board.count', mark.threads.length)}</p>
      {bonds ? <Counts mark={mark} /> : <Threads threads={mark.threads} />}
    </aside>
  )
}

const Line = ({ mark, bonds }: { readonly mark: Mark; readonly bonds: boolean }) => {
  const { t, number } = useSpeech()
  const { name, home } = useTelling()
  return (
    <tr>
      <th scope="row">{bonds ? <To page="board" params={{ between: mark.ends.map(codeOf).join(',') }}>{name(mark)}</To> : name(mark)}{home(mark) && <small> {home(mark)}</small>}{mark.ends.length === 2 && !bonds && <small> {t('map.line')}</small>}{!onMap(mark) && <small> {t('map.nowhere')}</small>}</th>
      <td className="figure">{number(mark.threads.length)}</td>
      <td>{bonds ? <Counts mark={mark} /> : <Threads threads={mark.threads} />}</td>
    </tr>
  )
}

/** Everything that the map shows, and what found no room on it. */
const Table = ({ marks, bonds }: { readonly marks: readonly Mark[]; readonly bonds: boolean }) => {
  const { t } = useSpeech()
  return (
    <div className="scrolling" role="region" aria-label={t('map.table')} tabIndex={0}>
      <table className="full map-table">
        <thead><tr><th scope="col">{t(bonds ? 'board.column.who' : 'map.place')}</th><th scope="col" className="figure">{t('map.threads')}</th><th scope="col">{t(bonds ? 'board.column.state' : 'map.what-of')}</th></tr></thead>
        <tbody>{marks.map((mark) => <Line key={mark.id} mark={mark} bonds={bonds} />)}</tbody>
      </table>
    </div>
  )
}

/** How the marks are to be read. */
const Key = ({ marks, bonds }: { readonly marks: readonly Mark[]; readonly bonds: boolean }) => {
  const { t } = useSpeech()
  const has = (right: (mark: Mark) => boolean): boolean => marks.some(right)
  const wide = ({ ends }: Mark): boolean => ends.length === 1 && placeOf(ends[0]!)?.wide === true
  return (
    <ul className="bare chart-legend">
      {has(({ ends }) => ends.length === 1) && <li><svg width="16" height="16" aria-hidden="true" className="map-spot"><circle cx="8" cy="8" r="5" className="dot" /></svg> {t('map.key.town')}</li>}
      {has(wide) && <li><svg width="16" height="16" aria-hidden="true" className="map-spot wide"><circle cx="8" cy="8" r="5" className="dot" /></svg> {t('map.key.area')}</li>}
      {has(({ ends }) => ends.length === 2) && <li><svg width="24" height="16" aria-hidden="true" className="map-line"><path d="M2 8H22" className="course" strokeWidth="2.5" /></svg> {t(bonds ? 'map.key.bond' : 'map.key.line')}</li>}
    </ul>
  )
}

type MapProps = { readonly threads: readonly Placed[]; readonly view: MapView; readonly folded?: boolean }

/** A map of what threads are about, with the threads of each place, and the same as a table; `folded`: the table opens when asked for. */
export const PlaceMap = ({ threads, view, folded = false }: MapProps) => {
  const { t } = useSpeech()
  const at = useParam('at')
  const [near, setNear] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { says } = useTelling()
  const marks = useMemo(() => marksOf(view, threads), [view, threads])
  const bonds = view === 'bonds'
  const choose = (id: string): void => {
    setNear(id)
    alter({ at: id })
    requestAnimationFrame(() => heading.current?.focus())
  }
  if (marks.length === 0) return <p className="quiet">{t('map.nothing')}</p>
  return (
    <>
      <figure className="map">
        <Atlas marks={marks} around={bonds} title={t(`map.is.${view}`)} chosen={at} near={setNear} choose={choose} says={says} />
        <About mark={marks.find(({ id }) => id === (near ?? at)) ?? null} bonds={bonds} heading={heading} />
        <figcaption><Key marks={marks.filter(onMap)} bonds={bonds} />{t('map.credit')}</figcaption>
      </figure>
      {folded ? <details className="chart-table"><summary>{t('map.table')}</summary><Table marks={marks} bonds={bonds} /></details> : <section><h2>{t('map.table')}</h2><Table marks={marks} bonds={bonds} /></section>}
    </>
  )
}

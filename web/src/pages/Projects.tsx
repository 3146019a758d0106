import { lazy, Suspense } from 'react'
import { api, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { nameIn } from '../gazetteer.ts'
import { alter, To, useMoment, useParam } from '../place.tsx'
import { wordsOf } from '../printing.ts'
import { type Division, divisionOf, divisions, measuresOf, notCounted, partsOf, portfolio, stageOf, sumShown, untold } from '../projecting.ts'
import { totals } from '../rows.ts'
import { isolated, useSpeech } from '../speech.ts'
import { AsPrinted } from '../pieces/AsPrinted.tsx'
import { Title } from '../pieces/Passage.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { SumWhy } from '../pieces/Sums.tsx'
import { Empty, Fetching, Refusal, Waiting } from '../pieces/Waiting.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('../pieces/PlaceMap.tsx')).PlaceMap }))

/** How many projects the table lists. */
const most = 500

/** What a part of a portfolio is called. */
const useShareName = (): ((by: Division, key: string) => string) => {
  const { t, named, tongue } = useSpeech()
  return (by, key) => {
    if (key === untold) return t(by === 'stage' ? 'projects.no-stage' : by === 'sector' ? 'projects.no-sector' : 'projects.nowhere')
    return by === 'place' ? nameIn(tongue, key) : named(by === 'stage' ? 'step' : 'sector', key)
  }
}

/** By what the portfolio is divided, and the part that is chosen; both stand in the address. */
const useDivision = (): { readonly by: Division; readonly part: string | null } => {
  return { by: divisionOf(useParam('by')), part: useParam('part') }
}

const Divisions = () => {
  const { t } = useSpeech()
  const { by } = useDivision()
  return <div className="legend" role="group" aria-label={t('projects.by.label')}>{divisions.map((one) => <button key={one} type="button" className="chip" aria-pressed={one === by} onClick={() => alter({ by: one === 'stage' ? null : one, part: null })}>{t(`projects.by.${one}`)}</button>)}</div>
}

/** The money of a part, each sum once. */
const ShareMoney = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { amount } = useSpeech()
  return <span className="funnel-money">{totals(threads.flatMap(({ sums }) => sums)).map(([unit, value]) => <span key={unit}>{amount(value, unit)}</span>)}</span>
}

const Funnel = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, number } = useSpeech()
  const name = useShareName()
  const { by, part } = useDivision()
  const shares = portfolio(by, threads)
  const top = Math.max(1, ...shares.map((share) => share.threads.length))
  return (
    <section>
      <Divisions />
      <ul className="funnel bare">
        {shares.map(({ key, threads: { length }, threads }) => (
          <li key={key}>
            <button type="button" aria-pressed={part === key} disabled={length === 0} onClick={() => alter({ part: part === key ? null : key })}>
              <span className="funnel-name">{name(by, key)}</span>
              <span className="bar" aria-hidden="true"><span style={{ inlineSize: `${(length / top) * 100}%` }} /></span>
              <b>{number(length)}</b>
              <ShareMoney threads={threads} />
            </button>
          </li>
        ))}
      </ul>
      {by !== 'stage' && <p className="hint">{t('projects.several')}</p>}
    </section>
  )
}

const Money = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, amount, date, number } = useSpeech()
  const all = totals(threads.flatMap(({ sums }) => sums))
  const left = notCounted(threads)
  return (
    <section>
      <h2>{t('projects.money')}</h2>
      {all.length === 0 && <p className="quiet">{t('projects.money-none')}</p>}
      {all.map(([unit, value]) => <p key={unit} className="total">{amount(value, unit)}</p>)}
      {left.length > 0 && (
        <details>
          <summary>{t('projects.not-counted')} ({number(left.length)})</summary>
          <ul className="bare not-counted">{left.map(({ thread, sum }) => <li key={`${thread.id} ${sum.claim} ${sum.value}`}><span>{amount(sum.value, sum.unit)}<AsPrinted words={wordsOf(thread.printed, sum, [sum.claim])} /></span> <small>{date(sum.said)} · <SumWhy why={sum.why} /></small> <To page="threads" id={thread.id}><Title of={thread} /></To></li>)}</ul>
        </details>
      )}
    </section>
  )
}

/** The sum of a project, and why it does not count where it does not. */
const SumCell = ({ thread }: { readonly thread: Thread }) => {
  const { t, amount } = useSpeech()
  const sum = sumShown(thread.sums)
  return <td className="figure">{sum && <>{amount(sum.value, sum.unit)}<AsPrinted words={wordsOf(thread.printed, sum, [sum.claim])} />{!sum.counts && <small tabIndex={0} className="not" title={t('projects.why-not')}> {t('thread.counts-not')}: <SumWhy why={sum.why} /></small>}</>}</td>
}

const ProjectLine = ({ thread }: { readonly thread: Thread }) => {
  const { t, regions, amount, date } = useSpeech()
  const name = useShareName()
  const list = (by: Division): string => partsOf(by, thread).filter((key) => key !== untold).map((key) => name(by, key)).join(t('list'))
  return (
    <tr>
      <td><StateSign state={thread.state} /></td>
      <th scope="row"><To page="threads" id={thread.id}><Title of={thread} /></To></th>
      <td>{name('stage', stageOf(thread) ?? untold)}</td>
      <td>{list('sector')}</td>
      <td>{list('place')}</td>
      <td>{regions(thread.between)}</td>
      <td>{thread.due && date(thread.due)}</td>
      <td>{measuresOf(thread).map(({ value, unit, words }) => <span key={`${value} ${unit}`} className="measure">{amount(value, unit)}<AsPrinted words={words} /></span>)}</td>
      <SumCell thread={thread} />
    </tr>
  )
}

const heads = ['board.column.state', 'board.column.what', 'projects.stage', 'projects.sector', 'projects.place', 'board.column.who', 'board.column.due', 'projects.measures'] as const

const Table = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, count } = useSpeech()
  return (
    <>
      <div className="scrolling" role="region" aria-label={t('projects.title')} tabIndex={0}>
        <table className="full projects">
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{t(head)}</th>)}<th scope="col" className="figure">{t('projects.sum')}</th></tr></thead>
          <tbody>{threads.slice(0, most).map((thread) => <ProjectLine key={thread.id} thread={thread} />)}</tbody>
        </table>
      </div>
      {threads.length > most && <p className="quiet">{count('projects.first', most)}</p>}
    </>
  )
}

/** Which part of the portfolio the map and the table show, with the way back to all of it. */
const Only = () => {
  const { t } = useSpeech()
  const name = useShareName()
  const { by, part } = useDivision()
  return part !== null && <p className="count" role="status"><span>{t('projects.only', { name: isolated(name(by, part)) })}</span> <button type="button" className="plain" onClick={() => alter({ part: null })}>{t('projects.every')}</button></p>
}

const Places = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t } = useSpeech()
  if (threads.every(({ places, routes }) => places.length + routes.length === 0)) return null
  return <section><h2>{t('projects.map')}</h2><Suspense fallback={<div className="map-room"><Fetching /></div>}><PlaceMap threads={threads} view="projects" folded /></Suspense></section>
}

const projects = { between: [], kinds: ['project'], states: [], sectors: [], session: null } as const

const Portfolio = ({ threads, complete }: { readonly threads: readonly Thread[]; readonly complete: boolean }) => {
  const { t } = useSpeech()
  const { by, part } = useDivision()
  const shown = part === null ? threads : threads.filter((thread) => partsOf(by, thread).includes(part))
  return (
    <>
      {!complete && <p className="quiet">{t('projects.not-all')}</p>}
      <div className="halves"><Funnel threads={threads} /><Money threads={shown} /></div>
      <Only />
      <Places threads={shown} />
      <section><h2>{t('projects.list')}</h2><Table threads={shown} /></section>
    </>
  )
}

/** Projects by stage, sector and place, on a map and in a table, with their measures, and their money counted once. */
export const Projects = () => {
  const { t } = useSpeech()
  const moment = useMoment()
  const { value, slow, refused, again } = useAsk(`projects ${JSON.stringify(moment)}`, () => api.wholeBoard(projects, moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  return (
    <>
      <h1 className="page-title">{t('projects.title')}</h1>
      {value.threads.length === 0 ? <Empty title={t('projects.none')} what={t('projects.none-what')} /> : <Portfolio {...value} />}
    </>
  )
}

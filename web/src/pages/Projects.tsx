import { lazy, Suspense } from 'react'
import { momentIn } from '../address.ts'
import { api, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { alter, To, useAddress } from '../place.tsx'
import { wordsOf } from '../printing.ts'
import { funnelOf, notCounted, stageOf, sumShown } from '../projecting.ts'
import { titleOf, totals } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { AsPrinted } from '../pieces/AsPrinted.tsx'
import { Own } from '../pieces/Passage.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { SumWhy } from '../pieces/Sums.tsx'
import { Empty, Fetching, Refusal, Waiting } from '../pieces/Waiting.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('../pieces/PlaceMap.tsx')).PlaceMap }))

const most = 500

const Funnel = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, number, named } = useSpeech()
  const chosen = useAddress().params['stage']
  const funnel = funnelOf(threads)
  const top = Math.max(1, ...funnel.map(([, count]) => count))
  return (
    <section>
      <h2>{t('projects.funnel')}</h2>
      <ul className="funnel bare">
        {funnel.map(([stage, count]) => (
          <li key={stage}>
            <button type="button" aria-pressed={chosen === stage} disabled={count === 0} onClick={() => alter({ stage: chosen === stage ? null : stage })}>
              <span className="funnel-name">{named('step', stage)}</span>
              <span className="bar" aria-hidden="true"><span style={{ inlineSize: `${(count / top) * 100}%` }} /></span>
              <b>{number(count)}</b>
            </button>
          </li>
        ))}
      </ul>
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
          <ul className="bare not-counted">{left.map(({ thread, sum }) => <li key={`${thread.id} ${sum.claim} ${sum.value}`}><span>{amount(sum.value, sum.unit)}<AsPrinted words={wordsOf(thread.printed, sum, [sum.claim])} /></span> <small>{date(sum.said)} · <SumWhy why={sum.why} /></small> <To page="threads" id={thread.id}><Own className="script">{titleOf(thread)}</Own></To></li>)}</ul>
        </details>
      )}
    </section>
  )
}

const ProjectLine = ({ thread }: { readonly thread: Thread }) => {
  const { t, named, regions, amount, date } = useSpeech()
  const [stage, sum] = [stageOf(thread), sumShown(thread.sums)]
  return (
    <tr>
      <td><StateSign state={thread.state} /></td>
      <th scope="row"><To page="threads" id={thread.id}><Own className="script">{titleOf(thread)}</Own></To></th>
      <td>{stage ? named('step', stage) : <span className="quiet">{t('projects.no-stage')}</span>}</td>
      <td>{regions(thread.between)}</td>
      <td>{thread.due && date(thread.due)}</td>
      <td className="figure">{sum && <>{amount(sum.value, sum.unit)}<AsPrinted words={wordsOf(thread.printed, sum, [sum.claim])} />{!sum.counts && <small tabIndex={0} className="not" title={t('projects.why-not')}> {t('thread.counts-not')}: <SumWhy why={sum.why} /></small>}</>}</td>
    </tr>
  )
}

const Table = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t } = useSpeech()
  return (
    <div className="scrolling" role="region" aria-label={t('projects.title')} tabIndex={0}>
      <table className="full">
        <thead><tr><th scope="col">{t('board.column.state')}</th><th scope="col">{t('board.column.what')}</th><th scope="col">{t('projects.stage')}</th><th scope="col">{t('board.column.who')}</th><th scope="col">{t('board.column.due')}</th><th scope="col" className="figure">{t('projects.sum')}</th></tr></thead>
        <tbody>{threads.map((thread) => <ProjectLine key={thread.id} thread={thread} />)}</tbody>
      </table>
    </div>
  )
}

const Places = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t } = useSpeech()
  if (threads.every(({ places, routes }) => places.length + routes.length === 0)) return null
  return <section><h2>{t('projects.map')}</h2><Suspense fallback={<div className="map-room"><Fetching /></div>}><PlaceMap threads={threads} view="projects" folded /></Suspense></section>
}

/** Projects by stage, on a map and in a table, and their money counted once. */
export const Projects = () => {
  const { t } = useSpeech()
  const address = useAddress()
  const moment = momentIn(address)
  const { value, slow, refused, again } = useAsk(`projects ${JSON.stringify(moment)}`, () => api.board({ between: [], kinds: ['project'], states: [], sectors: [], session: null }, moment, most, null))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const { stage } = address.params
  const shown = stage ? value.threads.filter((thread) => stageOf(thread) === stage) : value.threads
  return (
    <>
      <h1 className="page-title">{t('projects.title')}</h1>
      {value.threads.length === 0 ? <Empty title={t('projects.none')} what={t('projects.none-what')} /> : <><div className="halves"><Funnel threads={value.threads} /><Money threads={value.threads} /></div><Places threads={shown} /><section><h2>{t('projects.list')}</h2><Table threads={shown} /></section></>}
    </>
  )
}

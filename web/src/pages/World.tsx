import { lazy, Suspense } from 'react'
import { api, states } from '../api.ts'
import { useAsk } from '../asking.ts'
import { bondsOf, type MapView, routesOf, spotsOf, viewIn, views, within } from '../mapping.ts'
import { alter, useMoment, useParam } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Empty, Fetching, Refusal, Waiting } from '../pieces/Waiting.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('../pieces/PlaceMap.tsx')).PlaceMap }))

/** Meetings are only told of: all states are asked for. */
const everything = { between: [], kinds: [], states, sectors: [], session: null } as const

const useView = (): MapView => viewIn(useParam('show'))

const Views = () => {
  const { t } = useSpeech()
  const view = useView()
  return <div className="legend" role="group" aria-label={t('map.show.label')}>{views.map((one) => <button key={one} type="button" className="chip" aria-pressed={one === view} onClick={() => alter({ show: one === 'all' ? null : one, at: null })}>{t(`map.show.${one}`)}</button>)}</div>
}

/** Where what was agreed is to happen, and who has promised whom how much: on a map and as a table. A map is never mirrored. */
export const World = () => {
  const { t, count, number } = useSpeech()
  const [moment, view] = [useMoment(), useView()]
  const { value, slow, refused, again } = useAsk(`map ${JSON.stringify(moment)}`, () => api.wholeBoard(everything, moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const all = value.threads
  const threads = view === 'bonds' ? all.filter(({ state }) => state !== 'noted') : all
  const without = within(view, threads).filter(({ places, routes }) => places.length + routes.length === 0).length
  return (
    <>
      <h1 className="page-title">{t('map.title')}</h1>
      {bondsOf(all).length + spotsOf(all).length + routesOf(all).length === 0
        ? <Empty title={t('map.none')} what={t('map.is.all')} />
        : <><Views /><p className="quiet-line">{t(`map.is.${view}`)}{view !== 'bonds' && without > 0 && <> {count('map.without', without)}</>}{!value.complete && <> {t('map.not-all', { n: number(all.length) })}</>}</p><Suspense fallback={<div className="map-room"><Fetching /></div>}><PlaceMap key={view} threads={threads} view={view} /></Suspense></>}
    </>
  )
}

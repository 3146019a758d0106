import { lazy, Suspense } from 'react'
import { momentIn } from '../address.ts'
import { api, type Moment, states, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { bondsOf, routesOf, spotsOf, viewIn, views, within } from '../mapping.ts'
import { alter, useAddress } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Empty, Fetching, Refusal, Waiting } from '../pieces/Waiting.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('../pieces/PlaceMap.tsx')).PlaceMap }))

/** How many threads a map looks at. */
const most = 5000

/** Meetings are only told of: all states are asked for. */
const threadsAt = async (moment: Moment): Promise<readonly Thread[]> => {
  const all: Thread[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof api.board>> = await api.board({ between: [], kinds: [], states, sectors: [], session: null }, moment, 500, after)
    all.push(...page.threads)
    after = page.next
  } while (after !== null && all.length < most)
  return all
}

const Views = () => {
  const { t } = useSpeech()
  const view = viewIn(useAddress().params)
  return <div className="legend" role="group" aria-label={t('map.show.label')}>{views.map((one) => <button key={one} type="button" className="chip" aria-pressed={one === view} onClick={() => alter({ show: one === 'all' ? null : one, at: null })}>{t(`map.show.${one}`)}</button>)}</div>
}

/** Where what was agreed is to happen, and who has promised whom how much: on a map and as a table. A map is never mirrored. */
export const World = () => {
  const { t, count } = useSpeech()
  const address = useAddress()
  const [moment, view] = [momentIn(address), viewIn(address.params)]
  const { value, slow, refused, again } = useAsk(`map ${JSON.stringify(moment)}`, () => threadsAt(moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const threads = view === 'bonds' ? value.filter(({ state }) => state !== 'noted') : value
  const without = within(view, threads).filter(({ places, routes }) => places.length + routes.length === 0).length
  return (
    <>
      <h1 className="page-title">{t('map.title')}</h1>
      {bondsOf(value).length + spotsOf(value).length + routesOf(value).length === 0
        ? <Empty title={t('map.none')} what={t('map.is.all')} />
        : <><Views /><p className="quiet-line">{t(`map.is.${view}`)}{view !== 'bonds' && without > 0 && <> {count('map.without', without)}</>}</p><Suspense fallback={<div className="map-room"><Fetching /></div>}><PlaceMap key={view} threads={threads} view={view} /></Suspense></>}
    </>
  )
}

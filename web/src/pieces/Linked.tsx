import { api, type ThreadPage } from '../api.ts'
import { useAsk } from '../asking.ts'
import { To, useMoment } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Title } from './Passage.tsx'
import { StateSign } from './StateSign.tsx'

/** Another thread by its title and state; its identifier until it is known. */
export const ThreadName = ({ id }: { readonly id: string }) => {
  const moment = useMoment()
  const { value } = useAsk(`thread ${id} ${JSON.stringify(moment)}`, () => api.thread(id, moment))
  return <To page="threads" id={value?.id ?? id}>{value ? <><Title of={value} /> <StateSign state={value.state} /></> : <code>{id}</code>}</To>
}

/** What the thread is part of, what is part of it, and the sessions of a committee. */
export const Linked = ({ thread: { partOf, parts, points, sessions, kind } }: { readonly thread: ThreadPage }) => {
  const { t, number } = useSpeech()
  const ordinals = [...new Map(points.map((point) => [point.session, point])).values()]
  if (partOf.length + parts.length + ordinals.length + sessions.length === 0) return null
  return (
    <section>
      <h2>{t('thread.linked')}</h2>
      <ul className="linked bare">
        {partOf.map((id) => <li key={id}><small>{t('thread.part-of')}</small> <ThreadName id={id} /></li>)}
        {parts.map((id) => <li key={id}><small>{t('thread.parts')}</small> <ThreadName id={id} /></li>)}
        {ordinals.map(({ session, ordinal, point }) => <li key={session}><To page="sessions" id={session}>{ordinal === null ? t('sessions.unnumbered') : t('sessions.ordinal', { n: number(ordinal) })}</To> · {t('sessions.point', { n: number(point) })}</li>)}
        {kind === 'mechanism' && sessions.length > 0 && <li><To page="sessions">{t('thread.sessions')} ({number(sessions.length)})</To></li>}
      </ul>
    </section>
  )
}

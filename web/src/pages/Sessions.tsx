import { api, type Board as BoardPage, type Filter, type Mechanism, type Moment, type Session, states, type State, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { type ByPoint, byPoint, dayBefore, placesOf, reportsOf, saidIn, versionsOfSession } from '../meetings.ts'
import { To, useMoment, useParam } from '../place.tsx'
import { titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Briefing } from '../pieces/Briefing.tsx'
import { Name, Passage, Title } from '../pieces/Passage.tsx'
import { useSessionName } from '../pieces/sessionName.ts'
import { StateShape, StateSign } from '../pieces/StateSign.tsx'
import { VersionsOf } from '../pieces/Versions.tsx'
import { Why } from '../pieces/Why.tsx'
import { Empty, Refusal, Waiting } from '../pieces/Waiting.tsx'

const SessionLine = ({ session }: { readonly session: Session }) => {
  const { t, count, date } = useSpeech()
  const name = useSessionName()
  return (
    <li className="session-line">
      <To page="sessions" id={session.session}>{name(session)}</To>
      <span>{session.date ? date(session.date) : t('sessions.undated')}</span>
      <span className="quiet">{count('sessions.points', new Set(session.points.map(({ point }) => point)).size)}</span>
      <span className="dots">{session.points.map(({ point, thread, state }) => <StateDot key={`${point} ${thread}`} state={state} />)}</span>
    </li>
  )
}

const StateDot = ({ state }: { readonly state: State }) => {
  const { t } = useSpeech()
  return <span title={t(`state.${state}`)} className={`dot state-${state}`}><StateShape state={state} /><span className="unseen">{t(`state.${state}`)} </span></span>
}

const Committee = ({ mechanism }: { readonly mechanism: Mechanism }) => {
  const { t, regions, number } = useSpeech()
  return (
    <section className="committee">
      <h2><To page="threads" id={mechanism.id}><Title of={mechanism} /></To><small>{regions(mechanism.between)}</small></h2>
      <ol className="bare">
        {placesOf(mechanism.sessions).map((place) => (place.kind === 'session'
          ? <SessionLine key={place.session.session} session={place.session} />
          : <li key={`gap ${place.from}`} className="session-gap">{place.from === place.to ? t('sessions.gap', { n: number(place.from) }) : t('sessions.gap-many', { from: number(place.from), to: number(place.to) })}</li>))}
      </ol>
    </section>
  )
}

const All = ({ mechanisms }: { readonly mechanisms: readonly Mechanism[] }) => {
  const { t } = useSpeech()
  const held = mechanisms.filter(({ sessions }) => sessions.length > 0)
  return <><h1 className="page-title">{t('sessions.title')}</h1>{held.length === 0 ? <Empty title={t('sessions.none')} what={t('sessions.none-what')} /> : held.map((mechanism) => <Committee key={mechanism.id} mechanism={mechanism} />)}</>
}

const nothing: Filter = { between: [], kinds: [], states: [], sectors: [], session: null }
const unfinished: readonly State[] = states.filter((state) => state !== 'kept' && state !== 'noted' && state !== 'dropped')

/** What is unfinished between the states of a committee. */
const openBetween = ({ between }: Mechanism, moment: Moment, limit: number): Promise<BoardPage> =>
  api.board({ ...nothing, between: between.filter((code) => /^[A-Z]{2}$/.test(code)), states: unfinished }, moment, limit, null)

/** So many lines are shown without being asked for, and so many are asked for at most. */
const [few, most] = [8, 200] as const

type OneProps = { readonly mechanism: Mechanism; readonly session: Session }

const Before = ({ mechanism, session }: OneProps) => {
  const { t, number } = useSpeech()
  const { known } = useMoment()
  const asof = dayBefore(session.date)
  const { value, slow } = useAsk(asof === null ? null : `before ${session.session} ${asof} ${known}`, () => openBetween(mechanism, { asof, hindsight: false, known }, most))
  return (
    <details className="before" open={value !== null && value.threads.length <= few}>
      <summary>{t('sessions.before')}{value && ` (${number(value.threads.length)}${value.next === null ? '' : '+'})`}</summary>
      <Waiting slow={slow} doing="board" />
      {value?.threads.length === 0 && <p className="quiet">{t('sessions.nothing-open')}</p>}
      <ul className="bare">{value?.threads.map((thread) => <li key={thread.id}><StateSign state={thread.state} /> <To page="threads" id={thread.id}><Title of={thread} /></To></li>)}</ul>
    </details>
  )
}

/** A promise: what it is, as it was said at the session, and what came of it. */
const Came = ({ thread }: { readonly thread: Thread }) => {
  const first = thread.evidence[0]
  return (
    <li className="came">
      <div><p className="came-name"><To page="threads" id={thread.id}><Name of={thread} /></To></p>{first && (thread.label !== undefined || first.quote !== titleOf(thread)) && <Passage cited={first} small source={false} />}</div>
      <div className="after"><StateSign state={thread.state} /><Why thread={thread} /></div>
    </li>
  )
}

type ToldProps = { readonly threads: readonly Thread[]; readonly documents: readonly string[] }

const CameList = ({ threads, documents }: ToldProps) => <ul className="bare">{threads.map((thread) => <Came key={thread.id} thread={saidIn(thread, documents)} />)}</ul>

const Points = ({ points, documents }: { readonly points: ByPoint; readonly documents: readonly string[] }) => {
  const { t, number } = useSpeech()
  if (points.length === 0) return null
  return (
    <section>
      <div className="points-head"><h2>{t('sessions.agreed')}</h2><h2>{t('sessions.after')}</h2></div>
      <ol className="bare">{points.map(([point, all]) => <li key={point} className="point"><span className="ordinal">{number(point)}</span><CameList threads={all} documents={documents} /></li>)}</ol>
    </section>
  )
}

/** What the reports of a session tell beside its numbered points. */
const Reported = ({ threads, documents, beside }: ToldProps & { readonly beside: boolean }) => {
  const { t } = useSpeech()
  if (threads.length === 0) return beside ? null : <p className="quiet">{t('sessions.no-points')}</p>
  return (
    <section>
      <div className="points-head bare-head"><h2>{t(beside ? 'sessions.reported' : 'sessions.agreed-unnumbered')}</h2><h2>{t('sessions.after')}</h2></div>
      <div className="point bare-point"><CameList threads={threads} documents={documents} /></div>
    </section>
  )
}

/** In what the reports of the session differ, as the thread of its committee has it. */
const Differing = ({ mechanism, session }: OneProps) => {
  const moment = useMoment()
  const { value } = useAsk(`thread ${mechanism.id} ${JSON.stringify(moment)}`, () => api.thread(mechanism.id, moment))
  return value && <VersionsOf versions={versionsOfSession(value.versions, session)} people={[]} />
}

/** What was agreed at a session: the threads of its points, and what else its reports tell. */
const useAgreed = ({ mechanism, session }: OneProps) => {
  const moment = useMoment()
  const documents = reportsOf(mechanism, session)
  const pointed = useAsk(`session ${session.session} ${JSON.stringify(moment)}`, () => api.board({ ...nothing, session: session.session }, moment, 500, null))
  const told = useAsk(`told ${documents.join()} ${JSON.stringify(moment)}`, () => api.toldIn(documents, moment))
  const points = pointed.value && byPoint(pointed.value.threads, session.session)
  const own = new Set(pointed.value?.threads.map(({ id }) => id))
  const refused = pointed.refused ?? told.refused
  const again = (): void => [pointed, told].forEach((one) => one.again())
  return { documents, points, others: pointed.value && told.value && told.value.filter(({ id }) => !own.has(id)), slow: pointed.slow || told.slow, refused, again }
}

type Agreed = { readonly points: ByPoint; readonly others: readonly Thread[] }

const Brief = ({ mechanism, points, others }: Agreed & Pick<OneProps, 'mechanism'>) => {
  const moment = useMoment()
  const { value, slow, refused, again } = useAsk(`open ${mechanism.id} ${JSON.stringify(moment)}`, () => openBetween(mechanism, moment, most))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const own = new Set([...points.flatMap(([, threads]) => threads), ...others].map(({ id }) => id))
  return <Briefing points={points} others={others} open={value.threads.filter(({ id }) => !own.has(id))} complete={value.next === null} />
}

/** What a session is called on its page, and above the briefing for the one after it. */
const Heading = ({ mechanism, session, brief }: OneProps & { readonly brief: boolean }) => {
  const { t, date, number, regions } = useSpeech()
  const name = useSessionName()
  const day = session.date ? date(session.date) : t('sessions.undated')
  const next = session.ordinal === null ? t('sessions.briefing-any') : t('sessions.briefing-next', { n: number(session.ordinal + 1) })
  return (
    <>
      <p className="kicker no-print"><To page="sessions">{t('sessions.title')}</To></p>
      <h1>{brief ? next : name(session)}</h1>
      <p className="committee-name"><To page="threads" id={mechanism.id}><Title of={mechanism} /></To> <small>{regions(mechanism.between)}</small></p>
      <p className="quiet-line">{brief ? <>{t('sessions.last-told', { name: name(session) })} · {day}</> : <>{day} · {t(`step.${session.status}`)}</>}</p>
      <p className="row no-print">{brief
        ? <><button type="button" className="act" onClick={() => print()}>{t('thread.print')}</button><To page="sessions" id={session.session} className="button">{t('sessions.to-session')}</To></>
        : <To page="sessions" id={session.session} params={{ brief: 'true' }} className="act">{t('sessions.brief')}</To>}</p>
    </>
  )
}

const One = (one: OneProps) => {
  const { documents, points, others, slow, refused, again } = useAgreed(one)
  const brief = useParam('brief') === 'true'
  if (refused) return <Refusal refused={refused} again={again} />
  return (
    <article className="session">
      <Heading {...one} brief={brief} />
      {!(points && others) && <Waiting slow={slow} doing="reading" />}
      {points && others && (brief
        ? <Brief mechanism={one.mechanism} points={points} others={others} />
        : <><Before {...one} /><Points points={points} documents={documents} /><Reported threads={others} documents={documents} beside={points.length > 0} /><Differing {...one} /></>)}
    </article>
  )
}

/** Committees and their sessions: what was open before, what was agreed, what came of it. */
export const Sessions = ({ id }: { readonly id: string | null }) => {
  const moment = useMoment()
  const { value, slow, refused, again } = useAsk(`mechanisms ${JSON.stringify(moment)}`, () => api.mechanisms(moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const found = id === null ? null : value.flatMap((mechanism) => mechanism.sessions.filter(({ session }) => session === id).map((session) => ({ mechanism, session })))[0]
  return found ? <One key={found.session.session} {...found} /> : <All mechanisms={value} />
}

import { momentIn } from '../address.ts'
import { api, type Filter, type Mechanism, type Session, states, type State, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { byPoint, dayBefore, placesOf, pressing, versionsOfSession } from '../meetings.ts'
import { To, useAddress } from '../place.tsx'
import { titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Briefing } from '../pieces/Briefing.tsx'
import { Own, Passage } from '../pieces/Passage.tsx'
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
      <h2><To page="threads" id={mechanism.id}><Own className="script">{titleOf(mechanism)}</Own></To> <small>{regions(mechanism.between)}</small></h2>
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

/** So many lines are shown without being asked for. */
const few = 8

const Before = ({ mechanism, session }: { readonly mechanism: Mechanism; readonly session: Session }) => {
  const { t, number } = useSpeech()
  const asof = dayBefore(session.date)
  const between = mechanism.between.filter((code) => /^[A-Z]{2}$/.test(code))
  const { value, slow } = useAsk(asof === null ? null : `before ${session.session} ${asof}`, () => api.board({ ...nothing, between, states: unfinished }, { asof, hindsight: false, known: null }, 100, null))
  return (
    <details className="before" open={value !== null && value.threads.length <= few}>
      <summary>{t('sessions.before')}{value && ` (${number(value.threads.length)})`}</summary>
      <Waiting slow={slow} doing="board" />
      {value?.threads.length === 0 && <p className="quiet">{t('sessions.nothing-open')}</p>}
      <ul className="bare">{value?.threads.map((thread) => <li key={thread.id}><StateSign state={thread.state} /> <To page="threads" id={thread.id}><Own className="script">{titleOf(thread)}</Own></To></li>)}</ul>
    </details>
  )
}

/** A promise of a point: as it was said at the session, and what came of it. */
const Came = ({ thread }: { readonly thread: Thread }) => {
  const first = thread.evidence[0]
  return (
    <li className="came">
      <div>{first ? <Passage cited={first} small source={false} /> : <Own className="script">{titleOf(thread)}</Own>}</div>
      <div className="after"><To page="threads" id={thread.id} className="state-link"><StateSign state={thread.state} /></To><Why thread={thread} /></div>
    </li>
  )
}

const saidThen = (thread: Thread, { date }: Session): Thread => {
  const then = thread.evidence.filter(({ said, kind }) => said === date && kind === 'commitment')
  return { ...thread, evidence: then.length > 0 ? then : thread.evidence.filter(({ said }) => said === date) }
}

const Points = ({ threads, session }: { readonly threads: readonly Thread[]; readonly session: Session }) => {
  const { t, number } = useSpeech()
  const points = byPoint(threads, session.session)
  if (points.length === 0) return <p className="quiet">{t('sessions.no-points')}</p>
  return (
    <section>
      <div className="points-head"><h2>{t('sessions.agreed')}</h2><h2>{t('sessions.after')}</h2></div>
      <ol className="bare">{points.map(([point, all]) => <li key={point} className="point"><span className="ordinal">{number(point)}</span><ul className="bare">{all.map((thread) => <Came key={thread.id} thread={saidThen(thread, session)} />)}</ul></li>)}</ol>
    </section>
  )
}

/** In what the reports of the session differ, as the thread of its committee has it. */
const Differing = ({ mechanism, session }: OneProps) => {
  const moment = momentIn(useAddress())
  const { value } = useAsk(`thread ${mechanism.id} ${JSON.stringify(moment)}`, () => api.thread(mechanism.id, moment))
  return value && <VersionsOf versions={versionsOfSession(value.versions, session)} people={[]} />
}

type OneProps = { readonly mechanism: Mechanism; readonly session: Session }

const One = ({ mechanism, session }: OneProps) => {
  const { t, date } = useSpeech()
  const address = useAddress()
  const moment = momentIn(address)
  const name = useSessionName()
  const { value, slow, refused, again } = useAsk(`session ${session.session} ${JSON.stringify(moment)}`, () => api.board({ ...nothing, session: session.session }, moment, 500, null))
  const brief = address.params['brief'] === 'true'
  if (refused) return <Refusal refused={refused} again={again} />
  return (
    <article className="session">
      <p className="kicker no-print"><To page="sessions">{t('sessions.title')}</To></p>
      <h1>{brief && `${t('sessions.briefing')}: `}{name(session)} <Own className="script">{titleOf(mechanism)}</Own></h1>
      <p className="quiet-line">{session.date ? date(session.date) : t('sessions.undated')} · {t(`step.${session.status}`)}</p>
      <p className="row no-print">{brief
        ? <><button type="button" className="act" onClick={() => print()}>{t('thread.print')}</button><To page="sessions" id={session.session} className="button">{t('sessions.to-session')}</To></>
        : <To page="sessions" id={session.session} params={{ brief: 'true' }} className="act">{t('sessions.brief')}</To>}</p>
      {!value && <Waiting slow={slow} doing="reading" />}
      {value && (brief
        ? <Briefing threads={value.threads} points={byPoint(value.threads, session.session)} pressing={value.threads.filter(({ state }) => pressing.has(state))} />
        : <><Before mechanism={mechanism} session={session} /><Points threads={value.threads} session={session} /><Differing mechanism={mechanism} session={session} /></>)}
    </article>
  )
}

/** Committees and their sessions: what was open before, what was agreed, what came of it. */
export const Sessions = ({ id }: { readonly id: string | null }) => {
  const moment = momentIn(useAddress())
  const { value, slow, refused, again } = useAsk(`mechanisms ${JSON.stringify(moment)}`, () => api.mechanisms(moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const found = id === null ? null : value.flatMap((mechanism) => mechanism.sessions.filter(({ session }) => session === id).map((session) => ({ mechanism, session })))[0]
  return found ? <One {...found} /> : <All mechanisms={value} />
}

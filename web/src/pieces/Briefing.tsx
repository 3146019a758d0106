import { type Cited, states, type Thread } from '../api.ts'
import { type ByPoint, pressing } from '../meetings.ts'
import { To } from '../place.tsx'
import { counted, labelOf, rowOf, titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { directionOf } from '../written.ts'
import { Name, placeOf, shortName, Title } from './Passage.tsx'
import { StateSign } from './StateSign.tsx'
import { Why } from './Why.tsx'

/** The first and the last passage of a promise; one that lies within another says no more than it. */
const quoted = (evidence: readonly Cited[]): readonly Cited[] => {
  const whole = evidence.filter((one) => !evidence.some((other) => other !== one && other.document === one.document && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start))
  return [...new Set([whole[0], whole.at(-1)])].filter((one) => one !== undefined)
}

/** Passages in the order in which they are quoted; their places are their numbers. */
const footnotesOf = (threads: readonly Thread[]): readonly Cited[] => [...new Map(threads.flatMap(({ evidence }) => quoted(evidence)).map((cited) => [`${cited.document} ${cited.start}`, cited])).values()]

type Notes = { readonly notes: readonly Cited[] }

/** The number of a passage; `back`: its footnote leads back here. */
const Note = ({ cited, notes, back = false }: Notes & { readonly cited: Cited; readonly back?: boolean }) => {
  const { number } = useSpeech()
  const at = notes.findIndex(({ document, start }) => document === cited.document && start === cited.start)
  return <sup><a href={`#note-${at + 1}`} {...(back ? { id: `from-${at + 1}` } : {})}>{number(at + 1)}</a></sup>
}

const Promise = ({ thread, notes }: Notes & { readonly thread: Thread }) => {
  const { date } = useSpeech()
  return (
    <li className="brief-promise">
      {labelOf(thread) !== titleOf(thread) && <h3><Name of={thread} /></h3>}
      {quoted(thread.evidence).map((cited) => <p key={`${cited.claim} ${cited.start}`} className="brief-quote"><span className="brief-day">{date(cited.said)}</span> <span dir={directionOf(cited.quote)} className="script">{cited.quote}</span><Note cited={cited} notes={notes} back /></p>)}
      <div className="after"><StateSign state={thread.state} /><Why thread={thread} /></div>
    </li>
  )
}

const Promises = ({ title, threads, notes }: Notes & { readonly title: string; readonly threads: readonly Thread[] }) =>
  threads.length > 0 && <section className="point-section"><h2>{title}</h2><ul className="bare">{threads.map((thread) => <Promise key={thread.id} thread={thread} notes={notes} />)}</ul></section>

/** What a chair has to raise, each with the numbers of its passages, which stand below. */
const Raised = ({ threads, notes }: Notes & { readonly threads: readonly Thread[] }) => {
  const { t } = useSpeech()
  if (threads.length === 0) return null
  return <section><h2>{t('sessions.ask')}</h2><ul className="bare">{threads.map((thread) => <li key={thread.id} className="raised"><StateSign state={thread.state} /> <span><To page="threads" id={thread.id}><Title of={thread} /></To> {quoted(thread.evidence).map((cited) => <Note key={`${cited.claim} ${cited.start}`} cited={cited} notes={notes} />)}</span></li>)}</ul></section>
}

const Summary = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, count, number } = useSpeech()
  const counts = new Map(counted(threads.map(rowOf), ({ state }) => [state]))
  const words = states.filter((state) => counts.has(state)).map((state) => t('sessions.state-count', { n: number(counts.get(state)!), state: t(`state.${state}`) }))
  return threads.length > 0 && <p className="summary">{t('sessions.summary', { points: count('board.count', threads.length), states: words.join(t('list')) })}</p>
}

const Footnotes = ({ notes }: Notes) => {
  const { t, date } = useSpeech()
  return (
    <section className="footnotes">
      <h2>{t('thread.footnotes')}</h2>
      <ol>{notes.map((cited, at) => <li key={`${cited.document} ${cited.start}`} id={`note-${at + 1}`}><To page="desk" id={cited.document} params={{ at: placeOf(cited) }}><bdi>{shortName(cited.name, cited.document)}</bdi></To>{t('list')}{date(cited.said)}{t('list')}<code>{cited.start}–{cited.end}</code> <a href={`#from-${at + 1}`} aria-label={t('sessions.to-text')} className="no-print">↩</a></li>)}</ol>
    </section>
  )
}

/** `points`, `others`: what was agreed at the last session, numbered and not; `open`: what else is open; `complete`: whether that is all of it. */
type BriefingProps = { readonly points: ByPoint; readonly others: readonly Thread[]; readonly open: readonly Thread[]; readonly complete: boolean }

/** What is to be known before the next session: what is to be raised, then every promise with its words, its state and its sources as footnotes. */
export const Briefing = ({ points, others, open, complete }: BriefingProps) => {
  const { t, number } = useSpeech()
  const session = [...new Set([...points.flatMap(([, threads]) => threads), ...others])]
  const notes = footnotesOf([...session, ...open])
  const raised = [...session, ...open].filter(({ state }) => pressing.has(state)).toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state))
  return (
    <div className="briefing">
      <Summary threads={session} />
      <Raised threads={raised} notes={notes} />
      {points.map(([point, threads]) => <Promises key={point} title={t('sessions.point', { n: number(point) })} threads={threads} notes={notes} />)}
      <Promises title={t(points.length > 0 ? 'sessions.reported' : 'sessions.agreed-unnumbered')} threads={others} notes={notes} />
      <Promises title={t('sessions.also-open')} threads={open} notes={notes} />
      {!complete && <p className="quiet">{t('sessions.not-all', { n: number(open.length) })}</p>}
      <Footnotes notes={notes} />
    </div>
  )
}

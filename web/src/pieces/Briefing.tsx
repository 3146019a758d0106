import { type Cited, states, type Thread } from '../api.ts'
import { To } from '../place.tsx'
import { counted, rowOf, titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { directionOf } from '../written.ts'
import { Own, placeOf, shortName } from './Passage.tsx'
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

const Note = ({ cited, notes }: Notes & { readonly cited: Cited }) => {
  const { number } = useSpeech()
  const at = notes.findIndex(({ document, start }) => document === cited.document && start === cited.start)
  return <sup><a href={`#note-${at + 1}`} id={`from-${at + 1}`}>{number(at + 1)}</a></sup>
}

const Promise = ({ thread, notes }: Notes & { readonly thread: Thread }) => {
  const { date } = useSpeech()
  return (
    <li className="brief-promise">
      {quoted(thread.evidence).map((cited) => <p key={`${cited.claim} ${cited.start}`} className="brief-quote"><span className="brief-day">{date(cited.said)}</span> <span dir={directionOf(cited.quote)} className="script">{cited.quote}</span><Note cited={cited} notes={notes} /></p>)}
      <div className="after"><StateSign state={thread.state} /><Why thread={thread} /></div>
    </li>
  )
}

const Summary = ({ threads }: { readonly threads: readonly Thread[] }) => {
  const { t, count, number } = useSpeech()
  const counts = new Map(counted(threads.map(rowOf), ({ state }) => [state]))
  const words = states.filter((state) => counts.has(state)).map((state) => t('sessions.state-count', { n: number(counts.get(state)!), state: t(`state.${state}`) }))
  return <p className="summary">{t('sessions.summary', { points: count('board.count', threads.length), states: words.join(t('list')) })}</p>
}

const Footnotes = ({ notes }: Notes) => {
  const { t, date } = useSpeech()
  return (
    <section className="footnotes">
      <h2>{t('thread.footnotes')}</h2>
      <ol>{notes.map((cited, at) => <li key={`${cited.document} ${cited.start}`} id={`note-${at + 1}`}><To page="desk" id={cited.document} params={{ at: placeOf(cited) }}><bdi>{shortName(cited.name, cited.document)}</bdi></To>{t('list')}{date(cited.said)}{t('list')}<code>{cited.start}–{cited.end}</code> <a href={`#from-${at + 1}`} aria-label={t('sessions.to-session')} className="no-print">↩</a></li>)}</ol>
    </section>
  )
}

type BriefingProps = { readonly threads: readonly Thread[]; readonly points: readonly (readonly [number, readonly Thread[]])[]; readonly pressing: readonly Thread[] }

/** A session on paper: what is to be raised, then every point with its words, its state and its sources as footnotes. */
export const Briefing = ({ threads, points, pressing }: BriefingProps) => {
  const { t, number } = useSpeech()
  const notes = footnotesOf(points.flatMap(([, all]) => all))
  return (
    <div className="briefing">
      <Summary threads={threads} />
      {pressing.length > 0 && <section><h2>{t('sessions.ask')}</h2><ul className="bare">{pressing.map((thread) => <li key={thread.id} className="raised"><StateSign state={thread.state} /> <Own className="script">{titleOf(thread)}</Own></li>)}</ul></section>}
      {points.map(([point, all]) => <section key={point} className="point-section"><h2>{t('sessions.point', { n: number(point) })}</h2><ul className="bare">{all.map((thread) => <Promise key={thread.id} thread={thread} notes={notes} />)}</ul></section>)}
      <Footnotes notes={notes} />
    </div>
  )
}

import { useMemo, useState } from 'react'
import { api, type Reason, type ThreadPage } from '../api.ts'
import { useAsk } from '../asking.ts'
import { decidedIn } from '../history.ts'
import { lifeOf } from '../life.ts'
import { leading, takenApart } from '../reasons.ts'
import { titleOf } from '../rows.ts'
import { type Speech, isolated, useSpeech } from '../speech.ts'
import { useMoment } from '../place.tsx'
import { wordsIn } from '../printing.ts'
import { directionOf } from '../written.ts'
import { AsPrinted } from '../pieces/AsPrinted.tsx'
import { Decisions } from '../pieces/Decisions.tsx'
import { DecideDialog, DecideRow, type Deciding } from '../pieces/Decide.tsx'
import { Life, sourcesOf } from '../pieces/Life.tsx'
import { Linked } from '../pieces/Linked.tsx'
import { Mark } from '../pieces/Mark.tsx'
import { today } from '../pieces/Moment.tsx'
import { nameOf, shortName } from '../pieces/Passage.tsx'
import { Promises } from '../pieces/Promises.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { Sums } from '../pieces/Sums.tsx'
import { VersionsOf } from '../pieces/Versions.tsx'
import { Refusal, Waiting } from '../pieces/Waiting.tsx'

type Told = ThreadPage

const ReasonLine = ({ reason, thread }: { readonly reason: Reason; readonly thread: Told }) => {
  const speech = useSpeech()
  const said = takenApart(reason)
  return <li><span>{speech.reason(said)}</span><AsPrinted words={wordsIn(thread, said, reason.claim)} /> <Mark origin={reason.code === 'judged' ? 'decided' : 'inferred'} /></li>
}

const most = 3

const Reasons = ({ thread }: { readonly thread: Told }) => {
  const { count } = useSpeech()
  const all = leading(thread)
  const rest = all.slice(most)
  return (
    <>
      <ul className="reasons bare">{all.slice(0, most).map((reason) => <ReasonLine key={reason.says} reason={reason} thread={thread} />)}</ul>
      {rest.length > 0 && <details className="more"><summary>{count('thread.also', rest.length)}</summary><ul className="reasons bare">{rest.map((reason) => <ReasonLine key={reason.says} reason={reason} thread={thread} />)}</ul></details>}
    </>
  )
}

const lookedWords = ({ looked }: Told, { t, count, date, language }: Speech): string =>
  t('thread.looked', { documents: count('thread.documents', looked.documents), languages: looked.languages.map(language).join(t('list')) || t('thread.no-language'), until: looked.until ? date(looked.until) : t('sessions.undated') })

const unheard: ReadonlySet<string> = new Set(['silent', 'lapsed', 'overdue'])

const Facts = ({ thread }: { readonly thread: Told }) => {
  const { t, regions, named, date } = useSpeech()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('thread.parties'), regions(thread.between)], [t('thread.sectors'), thread.sectors.map((code) => named('sector', code)).join(t('list')) || null],
    [t('thread.promised'), thread.promised && date(thread.promised)], [t('thread.deadline'), thread.due && date(thread.due)], [t('thread.last'), date(thread.last)],
    [t('thread.owner'), thread.owner === null ? null : isolated(thread.owner)],
  ]
  return <dl className="facts">{facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}

const Head = ({ thread }: { readonly thread: Told }) => {
  const speech = useSpeech()
  const { t } = speech
  const [title, label] = [titleOf(thread), nameOf(thread, speech.dir)]
  return (
    <header className="thread-head">
      <p className="kicker">{t(`kind.${thread.kind}`)} · <code>{thread.id}</code></p>
      {label === title ? <h1 dir={directionOf(title)} className="script">{title}</h1> : <><h1>{speech.digits(label)}</h1><p dir={directionOf(title)} className="original">{title}</p></>}
      <div className="verdict">
        <p className="standing"><StateSign state={thread.state} />{thread.machine !== thread.state && <small>{t('thread.machine', { state: t(`state.${thread.machine}`) })} <Mark origin="inferred" /></small>}</p>
        <Reasons thread={thread} />
        {unheard.has(thread.state) && <p className="looked">{lookedWords(thread, speech)}</p>}
      </div>
      <Facts thread={thread} />
    </header>
  )
}

/** The documents that are cited, by number; for paper. */
const Footnotes = ({ thread }: { readonly thread: Told }) => {
  const { t, date } = useSpeech()
  return (
    <section className="footnotes print-only">
      <h2>{t('thread.footnotes')}</h2>
      <ol>{sourcesOf(thread.evidence).map(({ document, name, said }) => <li key={document}><bdi>{shortName(name, document)}</bdi>{t('list')}{date(said)}{t('list')}<code>{document.slice(0, 16)}</code></li>)}</ol>
    </section>
  )
}

const Sheet = ({ thread, asof, stale }: { readonly thread: Told; readonly asof: string; readonly stale: boolean }) => {
  const { t } = useSpeech()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const nodes = useMemo(() => lifeOf(thread.evidence, thread.promises.map(({ due }) => due), asof), [thread, asof])
  return (
    <article className="thread" aria-busy={stale}>
      <Head thread={thread} />
      <div className="thread-main">
        <Promises thread={thread} />
        <section><h2>{t('thread.life')}</h2><Life nodes={nodes} thread={thread} part={(cited) => setDeciding({ decision: 'part', cited })} /></section>
        <VersionsOf versions={thread.versions} people={thread.people} />
        <Sums thread={thread} />
      </div>
      <aside className="thread-side">
        <DecideRow decide={setDeciding} />
        <Linked thread={thread} />
        <Decisions decided={decidedIn(thread.history)} />
      </aside>
      <Footnotes thread={thread} />
      {deciding && <DecideDialog deciding={deciding} thread={thread} close={() => setDeciding(null)} />}
    </article>
  )
}

/** One promise from its first word to the present: why it stands where it stands, and who decided what. */
export const ThreadSheet = ({ id }: { readonly id: string }) => {
  const moment = useMoment()
  const { value, reading, slow, refused, again } = useAsk(`thread ${id} ${JSON.stringify(moment)}`, () => api.thread(id, moment))
  if (refused) return <Refusal refused={refused} again={again} />
  return <>{(!value || slow) && <Waiting slow={slow} doing="thread" />}{value && <Sheet thread={value} asof={moment.asof ?? today()} stale={reading} />}</>
}

import { useMemo } from 'react'
import { momentIn } from '../address.ts'
import { api, type Listed, type Thread, type ThreadPage } from '../api.ts'
import { useAsk } from '../asking.ts'
import { stepsOf, unitOf, type Value, valuesOf, yearOf } from '../charting.ts'
import { To, useAddress } from '../place.tsx'
import { titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Chart, markOf, type Source } from '../pieces/Chart.tsx'
import { today } from '../pieces/Moment.tsx'
import { Own, Passage, shortName } from '../pieces/Passage.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { Why } from '../pieces/Why.tsx'
import { Empty, Refusal, Waiting } from '../pieces/Waiting.tsx'

type Sources = ReadonlyMap<string, Listed>

const sourceName = (document: string, sources: Sources): string => {
  const found = sources.get(document)
  return found ? (found.outlet ?? shortName(found.name, document)) : document.slice(0, 8)
}

/** Outlets with several values get a line each; the others are told together. */
const grouped = (values: readonly Value[], sources: Sources, others: string): readonly Source[] => {
  const all = [...Map.groupBy(values, ({ document }) => sourceName(document, sources))].map(([name, values]) => ({ name, values, line: true }))
  const [lines, rest] = [all.filter(({ values }) => values.length > 1).slice(0, 4), all.filter(({ values }) => values.length < 2)]
  const left = [...rest, ...all.filter(({ values }) => values.length > 1).slice(4)]
  return left.length === 0 ? lines : left.length === 1 ? [...lines, left[0]!] : [...lines, { name: others, line: false, values: left.flatMap(({ values }) => values).toSorted((one, other) => one.to - other.to) }]
}

const Legend = ({ sources }: { readonly sources: readonly Source[] }) => (
  <ul className="bare chart-legend">{sources.map(({ name }, at) => <li key={name} className={`series-${at % 5}`}><svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d={markOf(at)} className="full-mark" /></svg> <Own>{name}</Own></li>)}{sources.some(({ values }) => values.some(({ whole }) => !whole)) && <Hollow />}</ul>
)

/** Values of a part of a year are drawn hollow. */
const Hollow = () => {
  const { t } = useSpeech()
  return <li><svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d={markOf(0)} className="hollow-mark" /></svg> {t('targets.hollow')}</li>
}

const ValuesTable = ({ values, sources }: { readonly values: readonly Value[]; readonly sources: Sources }) => {
  const { t, date, amount } = useSpeech()
  return (
    <details className="chart-table">
      <summary>{t('targets.table')}</summary>
      <div className="scrolling" role="region" aria-label={t('targets.table')} tabIndex={0}>
        <table className="full">
          <thead><tr><th scope="col">{t('targets.period')}</th><th scope="col">{t('targets.value')}</th><th scope="col">{t('targets.source')}</th><th scope="col">{t('targets.told')}</th></tr></thead>
          <tbody>{values.map((value) => <tr key={value.claim}><td>{value.period ? date(value.period) : ''}</td><td>{amount(value.value, value.unit)}</td><td><To page="desk" id={value.document} params={{ item: value.claim }}><Own>{sourceName(value.document, sources)}</Own></To></td><td>{date(value.said)}</td></tr>)}</tbody>
        </table>
      </div>
    </details>
  )
}

const Drawn = ({ thread, asof, sources }: { readonly thread: ThreadPage; readonly asof: string; readonly sources: Sources }) => {
  const { t } = useSpeech()
  const { values, steps } = useMemo(() => {
    const all = valuesOf(thread)
    const unit = unitOf(thread, all)
    return { values: all.filter((value) => value.unit === unit), steps: stepsOf(thread, yearOf(asof)).filter((step) => step.unit === unit) }
  }, [thread, asof])
  const lines = useMemo(() => grouped(values, sources, t('targets.others')), [values, sources, t])
  if (values.length === 0 && steps.length === 0) return <p className="quiet">{t('targets.no-values')}</p>
  return <><Legend sources={lines} /><Chart sources={lines} steps={steps} title={t('targets.chart')} /><ValuesTable values={values} sources={sources} /></>
}

const Target = ({ told, sources }: { readonly told: Thread; readonly sources: Sources }) => {
  const { t } = useSpeech()
  const moment = momentIn(useAddress())
  const { value, slow } = useAsk(`thread ${told.id} ${JSON.stringify(moment)}`, () => api.thread(told.id, moment))
  const promise = told.evidence.findLast(({ kind }) => kind === 'commitment')
  return (
    <article className="target">
      <h2><To page="threads" id={told.id}><Own className="script">{titleOf(told)}</Own></To></h2>
      <div className="after"><StateSign state={told.state} /><Why thread={told} /></div>
      {value ? <Drawn thread={value} asof={moment.asof ?? today()} sources={sources} /> : <Waiting slow={slow} doing="thread" />}
      {promise && <><p className="quiet-line">{t('targets.promise')}</p><Passage cited={promise} small /></>}
    </article>
  )
}

/** One chart a target: what was promised, and what each source says was reached. */
export const Targets = () => {
  const { t } = useSpeech()
  const moment = momentIn(useAddress())
  const { value, slow, refused, again } = useAsk(`targets ${JSON.stringify(moment)}`, () => api.board({ between: [], kinds: ['target'], states: [], sectors: [], session: null }, moment, 100, null))
  const documents = useAsk('documents', () => api.documents()).value
  const sources = useMemo<Sources>(() => new Map((documents ?? []).map((one) => [one.sha256, one])), [documents])
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  return (
    <>
      <h1 className="page-title">{t('targets.title')}</h1>
      {value.threads.length === 0 ? <Empty title={t('targets.none')} what={t('targets.none-what')} /> : value.threads.map((thread) => <Target key={thread.id} told={thread} sources={sources} />)}
    </>
  )
}

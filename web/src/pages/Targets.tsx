import { useCallback, useMemo } from 'react'
import { api, type Listed, type Thread, type ThreadPage } from '../api.ts'
import { useAsk } from '../asking.ts'
import { type Dispute, disputesOf, seriesOf, type Step, stepsOf, unitOf, type Value, valuesOf, yearOf } from '../charting.ts'
import { To, useMoment } from '../place.tsx'
import { isolated, useSpeech } from '../speech.ts'
import { currencyIn, money } from '../written.ts'
import { AsPrinted } from '../pieces/AsPrinted.tsx'
import { Chart, markOf, type Source } from '../pieces/Chart.tsx'
import { Mark } from '../pieces/Mark.tsx'
import { today } from '../pieces/Moment.tsx'
import { Own, Passage, shortName, Title } from '../pieces/Passage.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { Why } from '../pieces/Why.tsx'
import { Empty, Refusal, Waiting } from '../pieces/Waiting.tsx'

type Sources = ReadonlyMap<string, Listed>

const documentName = (document: string, sources: Sources): string => {
  const found = sources.get(document)
  return found ? (found.outlet ?? shortName(found.name, document)) : document.slice(0, 8)
}

/** Who tells a value: a side where a document tells what both count, else the outlet. */
const useSource = (sources: Sources): ((value: Value) => string) => {
  const { region, t } = useSpeech()
  return useCallback(({ side, document }) => (side === null ? documentName(document, sources) : t('targets.side', { side: region(side) })), [sources, region, t])
}

/** In what the values of a chart are counted, where that has a name. */
const Unit = ({ unit }: { readonly unit: string }) => {
  const { t, tongue } = useSpeech()
  return money(unit) && <li className="quiet">{t('targets.in', { unit: currencyIn(tongue, unit) })}</li>
}

const Legend = ({ sources, steps, unit }: { readonly sources: readonly Source[]; readonly steps: readonly Step[]; readonly unit: string }) => {
  const { t } = useSpeech()
  return (
    <ul className="bare chart-legend">
      {sources.map(({ name }, at) => <li key={name} className={`series-${at % 5}`}><svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d={markOf(at)} className="full-mark" /></svg> <Own>{name}</Own></li>)}
      {sources.some(({ values }) => values.some(({ whole }) => !whole)) && <Hollow />}
      {steps.length > 0 && <li><svg width="26" height="14" aria-hidden="true" className="chart-key"><path d="M1 7H25" className="target-path" /></svg> {t('targets.target')}</li>}
      <Unit unit={unit} />
    </ul>
  )
}

/** Values of a part of a year are drawn hollow. */
const Hollow = () => {
  const { t } = useSpeech()
  return <li><svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d={markOf(0)} className="hollow-mark" /></svg> {t('targets.hollow')}</li>
}

const ValuesTable = ({ values, sourceOf }: { readonly values: readonly Value[]; readonly sourceOf: (value: Value) => string }) => {
  const { t, date, amount } = useSpeech()
  return (
    <details className="chart-table">
      <summary>{t('targets.table')}</summary>
      <div className="scrolling" role="region" aria-label={t('targets.table')} tabIndex={0}>
        <table className="full">
          <thead><tr><th scope="col">{t('targets.period')}</th><th scope="col">{t('targets.value')}</th><th scope="col">{t('targets.source')}</th><th scope="col">{t('targets.told')}</th></tr></thead>
          <tbody>{values.map((value) => <tr key={value.claim}><td>{value.period ? date(value.period) : ''}</td><td>{amount(value.value, value.unit)}<AsPrinted words={value.words} /></td><td><To page="desk" id={value.document} params={{ item: value.claim }}><Own>{sourceOf(value)}</Own></To></td><td>{date(value.said)}</td></tr>)}</tbody>
        </table>
      </div>
    </details>
  )
}

/** Where sources differ: what each tells for one period, with the way to its passage. */
const Disputes = ({ disputes, sourceOf }: { readonly disputes: readonly Dispute[]; readonly sourceOf: (value: Value) => string }) => {
  const { t, date, amount } = useSpeech()
  if (disputes.length === 0) return null
  return (
    <section className="disputes">
      <h3>{t('targets.differ')}</h3>
      <ul className="bare">
        {disputes.map(({ period, values }) => (
          <li key={period}>{t('targets.for', { period: date(period) })} {values.map((value, at) => <span key={value.claim}>{at > 0 && t('list')}<To page="desk" id={value.document} params={{ item: value.claim }}>{amount(value.value, value.unit)}</To><AsPrinted words={value.words} /> <Told value={value} sourceOf={sourceOf} /></span>)}</li>
        ))}
      </ul>
    </section>
  )
}

/** By whom a value is told; that a side counts so is concluded. */
const Told = ({ value, sourceOf }: { readonly value: Value; readonly sourceOf: (value: Value) => string }) => {
  const { t, date } = useSpeech()
  return <>{t('targets.by', { source: isolated(sourceOf(value)), day: date(value.said) })}{value.side !== null && <> <Mark origin="inferred" /></>}</>
}

const Drawn = ({ thread, asof, sources }: { readonly thread: ThreadPage; readonly asof: string; readonly sources: Sources }) => {
  const { t } = useSpeech()
  const sourceOf = useSource(sources)
  const { values, steps, disputes, unit } = useMemo(() => {
    const all = valuesOf(thread)
    const unit = unitOf(thread, all)
    const values = all.filter((value) => value.unit === unit)
    return { values, unit, disputes: disputesOf(values), steps: stepsOf(thread, yearOf(asof)).filter((step) => step.unit === unit) }
  }, [thread, asof])
  const lines = useMemo(() => seriesOf(values, sourceOf).map((series): Source => ({ ...series, name: series.name ?? t(disputes.length > 0 ? 'targets.undisputed' : 'targets.told-by-all') })), [values, disputes, sourceOf, t])
  if (values.length === 0 && steps.length === 0) return <p className="quiet">{t('targets.no-values')}</p>
  return <><Legend sources={lines} steps={steps} unit={unit} /><Chart sources={lines} steps={steps} disputes={disputes} title={t('targets.chart')} /><Disputes disputes={disputes} sourceOf={sourceOf} /><ValuesTable values={values} sourceOf={sourceOf} /></>
}

const Target = ({ told, sources }: { readonly told: Thread; readonly sources: Sources }) => {
  const { t } = useSpeech()
  const moment = useMoment()
  const { value, slow } = useAsk(`thread ${told.id} ${JSON.stringify(moment)}`, () => api.thread(told.id, moment))
  const promise = told.evidence.findLast(({ kind }) => kind === 'commitment')
  return (
    <article className="target">
      <h2><To page="threads" id={told.id}><Title of={told} /></To></h2>
      <div className="after"><StateSign state={told.state} /><Why thread={told} /></div>
      {value ? <Drawn thread={value} asof={moment.asof ?? today()} sources={sources} /> : <Waiting slow={slow} doing="thread" />}
      {promise && <><p className="quiet-line">{t('targets.promise')}</p><Passage cited={promise} small /></>}
    </article>
  )
}

/** One chart a target: what was promised, and what each source says was reached. */
export const Targets = () => {
  const { t } = useSpeech()
  const moment = useMoment()
  const { value, slow, refused, again } = useAsk(`targets ${JSON.stringify(moment)}`, () => api.board({ between: [], kinds: ['target'], states: [], sectors: [], session: null }, moment, 100, null))
  const documents = useAsk('documents', () => api.documents()).value
  const sources = useMemo<Sources>(() => new Map((documents ?? []).map((one) => [one.sha256, one])), [documents])
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  return (
    <>
      <h1 className="page-title">{t('targets.title')}</h1>
      {value.threads.length === 0 ? <Empty title={t('targets.none')} what={t('targets.none-what')} /> : <>{value.threads.map((thread) => <Target key={thread.id} told={thread} sources={sources} />)}{value.next !== null && <p className="quiet">{t('targets.not-all')}</p>}</>}
    </>
  )
}

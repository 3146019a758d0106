import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import { dayInName, type Offered, textOf } from '../adding.ts'
import { api, type Recorded, type Refused } from '../api.ts'
import { asRefused, changed, useAsk } from '../asking.ts'
import { To } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { DayField } from '../pieces/DayField.tsx'
import { RefusalWords } from '../pieces/Waiting.tsx'

/** What has become of a text. */
type Fate = { readonly kind: 'waiting' } | { readonly kind: 'working' } | { readonly kind: 'kept'; readonly recorded: Recorded } | { readonly kind: 'refused'; readonly refused: Refused }
type Job = { readonly key: number; readonly offered: Offered; readonly fate: Fate }

let keys = 0

const jobOf = (offered: Offered): Job => ({ key: keys++, offered, fate: { kind: 'waiting' } })

const offeredOf = async (file: File): Promise<Offered> => ({ name: file.name, text: textOf(new Uint8Array(await file.arrayBuffer())), date: dayInName(file.name) })

const fateOf = async ({ name, text, date }: Offered): Promise<Fate> => {
  try {
    return { kind: 'kept', recorded: await api.add(name, text, date) }
  } catch (error) {
    return { kind: 'refused', refused: asRefused(error) }
  }
}

/** Works through the texts one after the other; each that is kept is on the disk, whatever happens to the next. */
const useJobs = () => {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const busy = useRef(false)
  const set = (key: number, change: Partial<Job>): void => setJobs((all) => all.map((job) => (job.key === key ? { ...job, ...change } : job)))
  useEffect(() => {
    const next = jobs.find(({ fate }) => fate.kind === 'waiting')
    if (!next || busy.current) return
    busy.current = true
    set(next.key, { fate: { kind: 'working' } })
    const work = async (): Promise<void> => {
      const fate = await fateOf(next.offered)
      busy.current = false
      if (fate.kind === 'kept') changed()
      set(next.key, { fate })
    }
    void work()
  }, [jobs])
  return { jobs, offer: (offered: readonly Offered[]) => setJobs((all) => [...all, ...offered.map(jobOf)]), again: (job: Job, date: string) => set(job.key, { offered: { ...job.offered, date }, fate: { kind: 'waiting' } }) }
}

const Retry = ({ job, again }: { readonly job: Job; readonly again: (job: Job, date: string) => void }) => {
  const { t } = useSpeech()
  const [date, setDate] = useState(job.offered.date ?? '')
  return (
    <span className="row">
      <DayField label={t('add.date')} day={date === '' ? null : date} choose={(day) => setDate(day ?? '')} />
      <button type="button" className="plain" disabled={date === ''} onClick={() => again(job, date)}>{t('add.retry')}</button>
    </span>
  )
}

const Kept = ({ recorded: { already, withdrawn, sha256, claims, joined, doubted } }: { readonly recorded: Recorded }) => {
  const { t, count } = useSpeech()
  const gaps = useAsk(`reading ${sha256}`, () => api.reading(sha256)).value?.gaps
  const counts = [count('add.items', claims), count('add.joined', joined), ...(gaps === undefined ? [] : [count('add.gaps', gaps.length)])]
  return (
    <>
      <span className="state state-kept">✓ {withdrawn ? t('add.withdrawn') : already ? t('add.already') : t('add.read')}</span>
      {!already && <span>{counts.join(t('list'))}</span>}
      {doubted > 0 && <To page="doubts">{count('add.doubted', doubted)}</To>}
      <To page="desk" id={sha256}>{t('add.open')}</To>
    </>
  )
}

const JobLine = ({ job, again }: { readonly job: Job; readonly again: (job: Job, date: string) => void }) => {
  const { t } = useSpeech()
  const { fate, offered } = job
  return (
    <li className="job row">
      <bdi className="job-name">{offered.name}</bdi>
      {fate.kind === 'waiting' && <span className="quiet">{t('add.waiting')}</span>}
      {fate.kind === 'working' && <span className="quiet">{t('add.working')}</span>}
      {fate.kind === 'kept' && <Kept recorded={fate.recorded} />}
      {fate.kind === 'refused' && <><span className="state state-overdue">✗ {t('add.failed')}</span><span className="job-why"><RefusalWords refused={fate.refused} /></span><Retry job={job} again={again} /></>}
    </li>
  )
}

const Results = ({ jobs, again }: { readonly jobs: readonly Job[]; readonly again: (job: Job, date: string) => void }) => {
  const { t, number } = useSpeech()
  const done = jobs.filter(({ fate }) => fate.kind === 'kept' || fate.kind === 'refused').length
  if (jobs.length === 0) return null
  return (
    <section>
      <h2>{t('add.results')}</h2>
      <p className="count" role="status"><progress value={done} max={jobs.length} aria-label={t('add.results')} /> {t('add.progress', { n: number(done), all: number(jobs.length) })}</p>
      <ul className="bare">{jobs.map((job) => <JobLine key={job.key} job={job} again={again} />)}</ul>
    </section>
  )
}

const Drop = ({ offer }: { readonly offer: (offered: readonly Offered[]) => void }) => {
  const { t } = useSpeech()
  const take = async (files: readonly File[]): Promise<void> => offer(await Promise.all(files.map(offeredOf)))
  const dropped = async (items: readonly { readonly kind: string; readonly getFile?: () => Promise<File> }[]): Promise<void> => take(await Promise.all(items.flatMap((item) => (item.kind === 'file' && item.getFile ? [item.getFile()] : []))))
  return (
    <DropZone className="drop" onDrop={(event) => void dropped(event.items)}>
      <Text slot="label">{t('add.drop')}</Text>
      <FileTrigger allowsMultiple acceptedFileTypes={['text/plain', '.txt', '.md']} onSelect={(files) => { if (files) void take([...files]) }}><Button className="button">{t('add.choose')}</Button></FileTrigger>
      <small>{t('add.drop-help')}</small>
    </DropZone>
  )
}

const Paste = ({ offer }: { readonly offer: (offered: readonly Offered[]) => void }) => {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [date, setDate] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    offer([{ name: name.trim() || text.trim().split('\n')[0]!.slice(0, 80), text, date: date || dayInName(name) }])
    setText('')
    setName('')
  }
  return (
    <form onSubmit={send} className="paste">
      <h2>{t('add.paste')}</h2>
      <label className="field"><span>{t('add.text')}</span><textarea rows={9} {...(text === '' ? {} : { dir: 'auto' })} value={text} className="script" onChange={(event) => setText(event.target.value)} /></label>
      <div className="pair">
        <label className="field"><span>{t('add.name')}</span><input {...(name === '' ? {} : { dir: 'auto' })} value={name} placeholder={t('add.name-hint')} onChange={(event) => setName(event.target.value)} /></label>
        <div className="field"><DayField label={t('add.date')} day={date === '' ? null : date} choose={(day) => setDate(day ?? '')} /></div>
      </div>
      <p className="help">{t('add.date-help')}</p>
      <button type="submit" className="act" disabled={text.trim() === ''}>{t('add.record')}</button>
    </form>
  )
}

/** Documents come in here: dropped, chosen or pasted, with what became of each. */
export const Add = () => {
  const { t } = useSpeech()
  const { jobs, offer, again } = useJobs()
  return <div className="add"><h1 className="page-title">{t('add.title')}</h1><Drop offer={offer} /><Results jobs={jobs} again={again} /><Paste offer={offer} /></div>
}

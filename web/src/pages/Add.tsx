import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import { dayInName, filesIn, offeredFile } from '../adding.ts'
import type { Recorded, Refused } from '../api.ts'
import { To } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { again, clear, type Job, offer, over, useJobs } from '../taking.ts'
import { DayField } from '../pieces/DayField.tsx'
import { useMayDecide } from '../pieces/may.ts'
import { Own } from '../pieces/Passage.tsx'
import { RefusalWords } from '../pieces/Waiting.tsx'

/** What a text that is kept came to. */
const Kept = ({ recorded: { already, withdrawn, sha256, claims, joined, doubted, gaps } }: { readonly recorded: Recorded }) => {
  const { t, count } = useSpeech()
  return (
    <>
      <span className="state state-kept">✓ {withdrawn ? t('add.withdrawn') : already ? t('add.already') : t('add.read')}</span>
      {!already && <span>{[count('add.items', claims), count('add.joined', joined), count('add.gaps', gaps)].join(t('list'))}</span>}
      {doubted > 0 && <To page="doubts">{count('add.doubted', doubted)}</To>}
      <To page="desk" id={sha256}>{t('add.open')}</To>
    </>
  )
}

/** Whether a text may be taken as it is another time: the server was not reached, had too much to do, or did not know who asks. */
const passing = ({ status }: Refused): boolean => status === 0 || status === 401 || status === 429 || status >= 500

/** What can be done about a refusal: say the day that is missing, or try again. */
const Cure = ({ job, refused }: { readonly job: Job; readonly refused: Refused }) => {
  const { t } = useSpeech()
  const [date, setDate] = useState(job.offered.date ?? '')
  if (passing(refused)) return <button type="button" className="plain" onClick={() => again([job])}>{t('error.again')}</button>
  if (refused.why !== 'no-date') return null
  return (
    <span className="row">
      <DayField label={t('add.date')} day={date === '' ? null : date} choose={(day) => setDate(day ?? '')} />
      <button type="button" className="plain" disabled={date === ''} onClick={() => again([job], date)}>{t('add.retry')}</button>
    </span>
  )
}

const JobLine = ({ job }: { readonly job: Job }) => {
  const { t } = useSpeech()
  const { fate, offered } = job
  return (
    <li className="job row">
      <bdi className="job-name">{offered.name}</bdi>
      {fate.kind === 'waiting' && <span className="quiet">{t('add.waiting')}</span>}
      {fate.kind === 'working' && <span className="quiet">{t('add.working')}</span>}
      {fate.kind === 'kept' && <Kept recorded={fate.recorded} />}
      {fate.kind === 'refused' && <><span className="state state-overdue">✗ {t('add.failed')}</span><span className="job-why"><RefusalWords refused={fate.refused} /></span><Cure job={job} refused={fate.refused} /></>}
    </li>
  )
}

/** What is common to all texts of the list: how far they are, and what to do with several at once. */
const Several = ({ jobs }: { readonly jobs: readonly Job[] }) => {
  const { t, number, count } = useSpeech()
  const done = jobs.filter(over).length
  const failed = jobs.filter(({ fate }) => fate.kind === 'refused')
  const another = failed.filter(({ fate }) => fate.kind === 'refused' && passing(fate.refused))
  return (
    <p className="count">
      <span role="status"><progress value={done} max={jobs.length} aria-label={t('add.results')} /> {t('add.progress', { n: number(done), all: number(jobs.length) })}{failed.length > 0 && <>{t('list')}{count('add.refused', failed.length)}</>}</span>
      {another.length > 1 && <button type="button" className="plain" onClick={() => again(another)}>{t('add.all-again')}</button>}
      {done > 0 && <button type="button" className="plain" onClick={clear}>{t('add.clear')}</button>}
    </p>
  )
}

const Results = () => {
  const { t } = useSpeech()
  const jobs = useJobs()
  if (jobs.length === 0) return null
  return <section><h2>{t('add.results')}</h2><Several jobs={jobs} /><ul className="bare">{jobs.map((job) => <JobLine key={job.key} job={job} />)}</ul></section>
}

const take = (files: readonly File[]): void => offer(files.map(offeredFile))

const Drop = () => {
  const { t } = useSpeech()
  return (
    <DropZone className="drop" onDrop={({ items }) => void filesIn(items).then(take)}>
      <Text slot="label">{t('add.drop')}</Text>
      <FileTrigger allowsMultiple acceptedFileTypes={['text/plain', '.txt', '.md']} onSelect={(files) => { if (files) take([...files]) }}><Button className="button">{t('add.choose')}</Button></FileTrigger>
      <small>{t('add.drop-help')}</small>
    </DropZone>
  )
}

/** A browser takes half a minute to set out a text of several megabytes: a longer one is not shown in the field. */
const mostShown = 200_000

type TextProps = { readonly text: string; readonly change: (text: string) => void }

/** The text that was pasted; of a very long one the beginning. */
const TextField = ({ text, change }: TextProps) => {
  const { t, number } = useSpeech()
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= mostShown) return
    event.preventDefault()
    change(pasted)
  }
  if (text.length <= mostShown) return <label className="field"><span>{t('add.text')}</span><textarea rows={9} {...(text === '' ? {} : { dir: 'auto' })} value={text} className="script" onPaste={paste} onChange={(event) => change(event.target.value)} /></label>
  return <div className="pasted" role="status"><p className="quiet">{t('add.pasted', { n: number(text.length) })} <button type="button" className="plain" onClick={() => change('')}>{t('add.unpaste')}</button></p><p><Own className="script">{`${text.slice(0, 400)} …`}</Own></p></div>
}

/** A paste without a name is called by how it begins. */
const firstLine = (text: string): string => (/\S[^\n]*/.exec(text)?.[0] ?? '').slice(0, 80).trim()

const Paste = () => {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [date, setDate] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    offer([{ name: name.trim() || firstLine(text), body: text, date: date || dayInName(name) }])
    setText('')
    setName('')
  }
  return (
    <form onSubmit={send} className="paste">
      <h2>{t('add.paste')}</h2>
      <TextField text={text} change={setText} />
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
  if (!useMayDecide()) return <><h1 className="page-title">{t('add.title')}</h1><p className="empty">{t('add.reader')}</p></>
  return <div className="add"><h1 className="page-title">{t('add.title')}</h1><Drop /><Results /><Paste /></div>
}

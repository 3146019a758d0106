import { useEffect, useState } from 'react'
import { api, type Cited, type Decision, type Filter, type State, states, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { decide } from '../deciding.ts'
import { hasAll } from '../fold.ts'
import { labelOf, titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Asking, Words } from './Asking.tsx'
import { ChoiceOfOne } from './Choice.tsx'
import { DayField } from './DayField.tsx'
import { useMayDecide } from './may.ts'
import { Passage, Title } from './Passage.tsx'
import { StateSign } from './StateSign.tsx'

/** A decision that is being written. */
export type Deciding = { readonly decision: 'judge' | 'note' | 'join' | 'assign' } | { readonly decision: 'part'; readonly cited: Cited }

const offered = ['judge', 'note', 'join', 'assign'] as const

export const DecideRow = ({ decide }: { readonly decide: (deciding: Deciding) => void }) => {
  const { t } = useSpeech()
  if (!useMayDecide()) return null
  return <section className="decide no-print"><h2>{t('decide.title')}</h2><div className="row">{offered.map((decision) => <button key={decision} type="button" className="button" onClick={() => decide({ decision })}>{t(`decide.${decision}`)}</button>)}</div></section>
}

type Etagged = Thread & { readonly etag: string }
type DialogProps = { readonly thread: Etagged; readonly close: () => void }

/** Writes a decision about a thread as it was shown; true when it is written. */
const written = async (decision: Decision, { id, etag, evidence }: Etagged): Promise<boolean> =>
  (await decide(decision, Object.fromEntries([id, ...evidence.map(({ claim }) => claim)].map((one) => [one, etag])))) !== null

const Judge = ({ thread, close }: DialogProps) => {
  const { t } = useSpeech()
  const [state, setState] = useState<State>(thread.state === 'noted' ? 'open' : thread.state)
  const [why, setWhy] = useState('')
  return (
    <Asking title={t('decide.judge')} help={t('decide.judge-help')} close={close} ready={why.trim() !== ''} write={() => written({ decision: 'judge', thread: thread.id, state, why }, thread)}>
      <ChoiceOfOne label={t('decide.state')} options={states.filter((one) => one !== 'noted').map((one) => ({ id: one, name: t(`state.${one}`) }))} chosen={state} choose={(one) => setState(one as State)} />
      <Words label={t('decide.why')} value={why} change={setWhy} long help={t('decide.why-needed')} />
    </Asking>
  )
}

const Note = ({ thread, close }: DialogProps) => {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  return (
    <Asking title={t('decide.note')} close={close} ready={text.trim() !== ''} write={() => written({ decision: 'note', thread: thread.id, text }, thread)}>
      <Words label={t('decide.text')} value={text} change={setText} long first />
    </Asking>
  )
}

const Assign = ({ thread, close }: DialogProps) => {
  const { t } = useSpeech()
  const [owner, setOwner] = useState(thread.owner ?? '')
  const [due, setDue] = useState('')
  return (
    <Asking title={t('decide.assign')} close={close} ready={owner.trim() !== ''} write={() => written({ decision: 'assign', thread: thread.id, owner, ...(due === '' ? {} : { due }) }, thread)}>
      <Words label={t('decide.owner')} value={owner} change={setOwner} first />
      <DayField label={t('decide.by')} day={due === '' ? null : due} choose={(day) => setDue(day ?? '')} />
    </Asking>
  )
}

const nearby = (thread: Thread): Filter => ({ between: thread.between.filter((code) => /^[A-Z]{2}$/.test(code)), kinds: [], states: [...states], sectors: [], session: null })

const shown = 8

const Others = ({ thread, words, chosen, choose }: { readonly thread: Thread; readonly words: string; readonly chosen: string | null; readonly choose: (id: string) => void }) => {
  const { t } = useSpeech()
  const { value } = useAsk(`others ${thread.id}`, () => api.board(nearby(thread), { asof: null, hindsight: true, known: null }, 500, null))
  const fitting = (value?.threads ?? []).filter((one) => one.id !== thread.id && hasAll(`${titleOf(one)} ${labelOf(one)} ${one.id}`, words)).slice(0, shown)
  if (value && fitting.length === 0) return <p className="quiet">{t('decide.other-none')}</p>
  return (
    <fieldset className="others">
      <legend>{t('decide.other')}</legend>
      {fitting.map((one) => <label key={one.id}><input type="radio" name="other" checked={chosen === one.id} onChange={() => choose(one.id)} /><StateSign state={one.state} /> <Title of={one} /></label>)}
    </fieldset>
  )
}

const Join = ({ thread, close }: DialogProps) => {
  const { t } = useSpeech()
  const [words, setWords] = useState('')
  const [why, setWhy] = useState('')
  const [other, setOther] = useState<string | null>(null)
  useEffect(() => setOther(null), [words])
  return (
    <Asking title={t('decide.join')} help={t('decide.join-help')} close={close} ready={other !== null && why.trim() !== ''} write={() => written({ decision: 'join', claim: thread.id, thread: other!, why }, thread)}>
      <Words label={t('board.search')} value={words} change={setWords} help={t('decide.other-help')} first />
      <Others thread={thread} words={words} chosen={other} choose={setOther} />
      <Words label={t('decide.why')} value={why} change={setWhy} />
    </Asking>
  )
}

const Part = ({ thread, cited, close }: DialogProps & { readonly cited: Cited }) => {
  const { t } = useSpeech()
  const [why, setWhy] = useState('')
  return (
    <Asking title={t('decide.part')} help={t('decide.part-help')} close={close} ready={why.trim() !== ''} write={() => written({ decision: 'part', claim: cited.claim, why }, thread)}>
      <Passage cited={cited} small />
      <Words label={t('decide.why')} value={why} change={setWhy} first />
    </Asking>
  )
}

/** The dialog of a decision about a thread. */
export const DecideDialog = ({ deciding, ...rest }: DialogProps & { readonly deciding: Deciding }) => {
  switch (deciding.decision) {
    case 'judge': return <Judge {...rest} />
    case 'note': return <Note {...rest} />
    case 'join': return <Join {...rest} />
    case 'assign': return <Assign {...rest} />
    case 'part': return <Part {...rest} cited={deciding.cited} />
  }
}

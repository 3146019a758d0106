import { useState } from 'react'
import type { Document, Item } from '../api.ts'
import { changesOf, fields, usual, wrong } from '../amending.ts'
import { tell, withdraw } from '../deciding.ts'
import { standing, type Stretch } from '../points.ts'
import { selected } from '../selecting.ts'
import { useSpeech } from '../speech.ts'
import { Fields } from './Amend.tsx'
import { Asking, Words } from './Asking.tsx'
import { ChoiceOfOne } from './Choice.tsx'

type DocumentProps = { readonly document: Document; readonly close: () => void }

const kinds = Object.keys(fields) as readonly Item['kind'][]

const wordsOf = (text: string, stretch: Stretch | null): string => (stretch ? Array.from(text).slice(stretch.start, stretch.end).join('') : '')

/** Reads an item in the words that are marked in the text, or that are typed as they stand there. */
export const Tell = ({ document: { sha256, text }, close }: DocumentProps) => {
  const { t } = useSpeech()
  const [marked] = useState(() => selected(text))
  const [words, setWords] = useState(wordsOf(text, marked))
  const [kind, setKind] = useState<Item['kind']>('commitment')
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const place = standing(text, words, marked?.start ?? null)
  const values = { ...usual[kind], ...given }
  const amiss = wrong(kind, values)
  const write = async (): Promise<boolean> => place !== null && (await tell(sha256, { kind, ...place, changes: changesOf({}, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))) })) !== null
  return (
    <Asking title={t('desk.tell')} help={t('desk.tell-help')} close={close} ready={place !== null && amiss.length === 0} write={write}>
      <Words label={t('desk.tell-words')} value={words} change={setWords} long first />
      {words.trim() !== '' && place === null && <p className="help" role="alert">{t('desk.tell-nowhere')}</p>}
      <ChoiceOfOne label={t('desk.tell-kind')} options={kinds.map((one) => ({ id: one, name: t(`kind.${one}`) }))} chosen={kind} choose={(one) => { setKind(one as Item['kind']); setGiven({}) }} />
      <Fields kind={kind} values={values} amiss={amiss} change={(name, value) => setGiven((all) => ({ ...all, [name]: value }))} />
    </Asking>
  )
}

/** Takes a document out of the ledger, with the reason. */
export const Withdraw = ({ document: { sha256 }, close }: DocumentProps) => {
  const { t } = useSpeech()
  const [why, setWhy] = useState('')
  return (
    <Asking title={t('desk.withdraw')} help={t('desk.withdraw-help')} close={close} ready={why.trim() !== ''} write={async () => (await withdraw(sha256, why)) !== null}>
      <Words label={t('decide.why')} value={why} change={setWhy} first />
    </Asking>
  )
}

import { useState } from 'react'
import type { Claim, Item } from '../api.ts'
import { changesOf, fields, gistOf, type Kind, valuesOf, wrong } from '../amending.ts'
import { decide } from '../deciding.ts'
import { useSpeech } from '../speech.ts'
import { Asking, Words } from './Asking.tsx'
import { Own } from './Passage.tsx'

type ClaimProps = { readonly claim: Claim; readonly close: () => void }

/** Rejects what was read wrongly; the reason stands in the history. */
export const Reject = ({ claim, close }: ClaimProps) => {
  const { t } = useSpeech()
  const [why, setWhy] = useState('')
  return (
    <Asking title={t('desk.reject')} help={t('decide.why-needed')} close={close} ready={why.trim() !== ''} write={async () => (await decide({ decision: 'reject', claim: claim.id, why })) !== null}>
      <p><Own className="script">{gistOf(claim)}</Own></p>
      <Words label={t('desk.reject-why')} value={why} change={setWhy} first />
    </Asking>
  )
}

type FieldProps = { readonly name: string; readonly kind: Kind; readonly value: string; readonly change: (value: string) => void; readonly wrong: boolean }

const Field = ({ name, kind, value, change, wrong }: FieldProps) => {
  const { t, named } = useSpeech()
  return (
    <label className="field">
      <span>{t(`field.${name}`)}</span>
      {kind.is === 'code'
        ? <select value={value} onChange={(event) => change(event.target.value)}>{kind.codes.map((code) => <option key={code} value={code}>{named(kind.list, code)}</option>)}</select>
        : <input dir={kind.is === 'text' ? 'auto' : 'ltr'} inputMode={kind.is === 'number' ? 'decimal' : 'text'} value={value} aria-invalid={wrong} onChange={(event) => change(event.target.value)} />}
      {wrong && kind.is === 'date' && <small role="alert">{t('desk.wrong-date')}</small>}
    </label>
  )
}

type FieldsProps = { readonly kind: Item['kind']; readonly values: Readonly<Record<string, string>>; readonly amiss: readonly string[]; readonly change: (name: string, value: string) => void }

/** The fields of an item, by its kind. */
export const Fields = ({ kind, values, amiss, change }: FieldsProps) => (
  <div className="amend">{Object.entries(fields[kind]).map(([name, one]) => <Field key={name} name={name} kind={one} value={values[name] ?? ''} wrong={amiss.includes(name)} change={(value) => change(name, value)} />)}</div>
)

/** Reads an item otherwise; the passage stays. */
export const Amend = ({ claim, close }: ClaimProps) => {
  const { t } = useSpeech()
  const before = valuesOf(claim.item)
  const [values, setValues] = useState(before)
  const [why, setWhy] = useState('')
  const [changes, amiss] = [changesOf(before, values), wrong(claim.item.kind, values)]
  const ready = Object.keys(changes).length > 0 && amiss.length === 0
  return (
    <Asking title={t('desk.amend')} help={t('desk.amend-help')} close={close} ready={ready} write={async () => (await decide({ decision: 'amend', claim: claim.id, changes, ...(why.trim() === '' ? {} : { why }) })) !== null}>
      <p><Own className="script">{claim.evidence[0]?.quote ?? ''}</Own></p>
      <Fields kind={claim.item.kind} values={values} amiss={amiss} change={(name, value) => setValues((all) => ({ ...all, [name]: value }))} />
      <Words label={t('decide.why')} value={why} change={setWhy} />
      {!ready && amiss.length === 0 && <p className="help">{t('desk.amend-same')}</p>}
    </Asking>
  )
}

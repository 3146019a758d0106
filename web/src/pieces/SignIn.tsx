import { type FormEvent, useState } from 'react'
import { api, type Refused } from '../api.ts'
import { asRefused, changed, useAsk } from '../asking.ts'
import { useSpeech } from '../speech.ts'
import { useAccount } from './may.ts'

/** The name of whoever is signed in, and the way out. */
export const Account = () => {
  const { t } = useSpeech()
  const value = useAccount()
  const leave = async (): Promise<void> => {
    const to = await api.signOut()
    if (to === null) changed()
    else location.assign(to)
  }
  if (!value) return null
  return <span className="account"><bdi title={t(`sign.role.${value.role}`)}>{value.name}</bdi> <button type="button" className="plain" onClick={() => void leave()}>{t('sign.out')}</button></span>
}

/** The way through an organisation, where the server has one. */
const Organisation = () => {
  const { t } = useSpeech()
  const { value } = useAsk('ways', () => api.ways())
  if (!value?.includes('organisation')) return null
  return <p><a className="button" href={api.organisation(location.pathname + location.search)}>{t('sign.organisation')}</a></p>
}

/** Asks who is there, when the server does not know. */
export const SignIn = () => {
  const { t } = useSpeech()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await api.signIn(name, password)
      changed()
    } catch (error) {
      setRefused(asRefused(error))
    }
  }
  return (
    <form className="sign-in" onSubmit={(event) => void send(event)}>
      <h1 className="empty-title">{t('sign.title')}</h1>
      <p className="help">{t('sign.what')}</p>
      <Organisation />
      <label className="field"><span>{t('sign.name')}</span><input dir="auto" value={name} autoComplete="username" onChange={(event) => setName(event.target.value)} /></label>
      <label className="field"><span>{t('sign.password')}</span><input type="password" value={password} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} /></label>
      {refused && <p role="alert" className="state-overdue"><bdi lang="en">{refused.message || t('error.unreached')}</bdi></p>}
      <button type="submit" className="act" disabled={name === '' || password === ''}>{t('sign.in')}</button>
    </form>
  )
}

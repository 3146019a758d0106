import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { asRefused, useAsk } from '../asking.ts'
import { notify, removeSample } from '../deciding.ts'
import { awaitSample, bringSample } from '../sampling.ts'
import { useSpeech } from '../speech.ts'
import { useMayDecide } from './may.ts'

/** Follows a sample that is already on its way. */
const useComing = (coming: boolean): void =>
  useEffect(() => {
    if (coming) void awaitSample().catch(() => undefined)
  }, [coming])

/** Offers the sample where nothing is kept yet. */
export const SampleOffer = () => {
  const { t } = useSpeech()
  const { value } = useAsk('sample', () => api.sample())
  const [asked, setAsked] = useState(false)
  useComing(value?.coming ?? false)
  const may = useMayDecide()
  if (!may || !value || value.documents === 0) return null
  const bring = async (): Promise<void> => {
    setAsked(true)
    await bringSample().catch((error: unknown) => notify({ kind: 'refused', refused: asRefused(error) }))
    setAsked(false)
  }
  return asked || value.coming
    ? <p className="sample" role="status">{t('sample.coming')} <progress aria-label={t('sample.coming')} /></p>
    : <p className="sample"><button type="button" className="button" onClick={() => void bring()}>{t('sample.bring')}</button> <span className="quiet">{t('sample.what')}</span></p>
}

/** Says that what is shown has the sample in it, with the way to be rid of it. */
export const SampleLine = () => {
  const { t, count } = useSpeech()
  const { value } = useAsk('sample', () => api.sample())
  useComing(value?.coming ?? false)
  const may = useMayDecide()
  if (!value || value.there === 0) return null
  return <p className="sample quiet-line no-print">{count('sample.there', value.there)} {may && <button type="button" className="plain" onClick={() => void removeSample()}>{t('sample.remove')}</button>}</p>
}

import { useEffect, useState } from 'react'
import type { Refused } from '../api.ts'
import { To } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import words from '../words/en.json' with { type: 'json' }
import { useMayDecide } from './may.ts'
import { SignIn } from './SignIn.tsx'

/** What is being done, once it has lasted long enough to be noticed. */
export const Waiting = ({ slow, doing }: { readonly slow: boolean; readonly doing: string }) => {
  const { t } = useSpeech()
  return <p className="waiting" role="status" data-slow={slow}>{slow ? t(`wait.${doing}`) : ''}</p>
}

/** A page that is still being fetched, told of only when it lasts. */
export const Fetching = () => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return <Waiting slow={slow} doing="page" />
}

/** What happened and what to do, in the language of the reader; what the server says stands in its own. */
export const Refusal = ({ refused, again }: { readonly refused: Refused; readonly again?: () => void }) => {
  const { t } = useSpeech()
  if (refused.status === 401) return <SignIn />
  return (
    <div className="refusal" role="alert">
      <h1>{t('error.title')}</h1>
      <p><RefusalWords refused={refused} /></p>
      <p className="row">
        {again && <button type="button" className="plain" onClick={again}>{t('error.again')}</button>}
        <To page="board">{t('error.to-board')}</To>
      </p>
    </div>
  )
}

/** Codes of what a document lacks, as `error.unfit` names them. */
const unfit: ReadonlySet<string> = new Set(Object.keys(words.error.unfit))

export const RefusalWords = ({ refused: { status, message, why } }: { readonly refused: Refused }) => {
  const { t, number } = useSpeech()
  if (status === 0) return <>{t('error.unreached')}</>
  if (status === 401) return <>{t('error.signed-out')}</>
  if (why !== null && unfit.has(why)) return <>{t(`error.unfit.${why}`)}</>
  if (status === 403) return <>{t('error.sign-in')}</>
  if (status === 412) return <>{t('error.stale')}</>
  return <>{status === 404 ? t('error.not-there') : t('error.refused', { status: number(Math.max(0, status)) })}<bdi lang="en">{message}</bdi></>
}

/** What a page will show and how to get there, while there is nothing. */
export const Empty = ({ title, what, add = true }: { readonly title: string; readonly what: string; readonly add?: boolean }) => {
  const { t } = useSpeech()
  const may = useMayDecide()
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{what}</p>
      {add && may && <p><To page="add" className="act">{t('first.add')}</To></p>}
    </div>
  )
}

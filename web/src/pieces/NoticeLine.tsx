import { askAgain, useReached } from '../asking.ts'
import { type Notice, notify, undo, useNotice } from '../deciding.ts'
import { useSpeech } from '../speech.ts'
import { RefusalWords } from './Waiting.tsx'

const Words = ({ notice }: { readonly notice: Notice }) => {
  const { t } = useSpeech()
  switch (notice.kind) {
    case 'done': return <>{t(`decide.done.${notice.said}`)}</>
    case 'undone': return <>{t('decide.undone')}</>
    case 'nothing': return <>{t('decide.nothing-undo')}</>
    case 'refused': return <RefusalWords refused={notice.refused} />
  }
}

/** Says that what is shown may be old, with the way to look again. */
const Unreached = () => {
  const { t } = useSpeech()
  return <><span>{t('error.old')}</span><button type="button" onClick={askAgain}>{t('error.again')}</button></>
}

/** What was decided last, with the way back; else that the server is not reached. */
export const NoticeLine = () => {
  const { t } = useSpeech()
  const notice = useNotice()
  const reached = useReached()
  return (
    <div className="notice" role="status" data-kind={notice?.kind ?? (reached ? 'none' : 'refused')}>
      {!notice && !reached && <Unreached />}
      {notice && (
        <>
          <span><Words notice={notice} /></span>
          {notice.kind === 'done' && <button type="button" onClick={() => void undo(notice.back)}>{t('decide.undo')}</button>}
          <button type="button" onClick={() => notify(null)}>{t('decide.close')}</button>
        </>
      )}
    </div>
  )
}

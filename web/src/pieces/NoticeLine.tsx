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

/** What was decided last, with the way back. */
export const NoticeLine = () => {
  const { t } = useSpeech()
  const notice = useNotice()
  return (
    <div className="notice" role="status" data-kind={notice?.kind ?? 'none'}>
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

import { useCallback } from 'react'
import type { Page } from '../address.ts'
import type { Moment } from '../api.ts'
import { alter, useMoment, usePlace } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { DayField } from './DayField.tsx'

/** The day of the reader's clock; the only clock of the workbench. */
export const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** Whether a document was published and kept by a moment. */
export const thereAt = ({ asof, hindsight, known }: Moment, { said, recorded }: { readonly said: string; readonly recorded: string }): boolean =>
  (hindsight || asof === null || said <= asof) && (known === null || recorded.slice(0, known.length) <= known)

const Known = ({ known }: { readonly known: string | null }) => {
  const { t } = useSpeech()
  const choose = useCallback((day: string | null) => alter({ known: day }), [])
  return (
    <details className="known" open={known !== null}>
      <summary title={t('moment.known-help')}>{t(known === null ? 'moment.known-all' : 'moment.known')}</summary>
      <span className="row">
        <DayField label={t('moment.known')} day={known?.slice(0, 10) ?? null} choose={choose} />
        {known !== null && <button type="button" className="plain" onClick={() => alter({ known: null })}>{t('moment.known-all')}</button>}
      </span>
    </details>
  )
}

/** Pages that show the present whatever day is asked about: what waits to be decided or read waits now. */
const present: ReadonlySet<Page> = new Set(['add', 'doubts'])

/** The moment that is asked about, on every page; it stands in the address. */
export const MomentBar = () => {
  const { t, date } = useSpeech()
  const { page } = usePlace()
  const { asof, hindsight, known } = useMoment()
  const choose = useCallback((day: string | null) => alter({ asof: day === today() ? null : day }), [])
  return (
    <section className="moment" aria-label={t('moment.label')}>
      <DayField label={t('moment.asof')} day={asof ?? today()} choose={choose} />
      {asof !== null && <button type="button" className="plain" onClick={() => alter({ asof: null, hindsight: null })}>{t('moment.to-today')}</button>}
      <label className="check"><input type="checkbox" checked={hindsight} onChange={(event) => alter({ hindsight: event.target.checked ? 'true' : null })} /><span>{t('moment.hindsight')}</span></label>
      <Known known={known} />
      {present.has(page) && (asof !== null || known !== null) && <span className="quiet">{t('moment.present')}</span>}
      <span className="print-only">{t(hindsight ? 'moment.print-hindsight' : 'moment.print', { day: date(asof ?? today()) })}</span>
    </section>
  )
}

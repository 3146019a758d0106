import { useSpeech } from '../speech.ts'

/** Where something comes from: a document says it, the program infers it, a person decided it. */
export type Origin = 'said' | 'inferred' | 'decided'

const shapes: Readonly<Record<Origin, string>> = {
  said: 'M3 10.5c0-3 1.4-5 3.4-6M9 10.5c0-3 1.4-5 3.4-6M3 10.6h3.2v2.6H3zM9 10.6h3.2v2.6H9z',
  inferred: 'M8 4h.01M4 11.5h.01M12 11.5h.01',
  decided: 'M2.5 13.5c2-.2 2.6-1 3.4-2.4L12.4 3l1.4 1.2-6 8.2M9 13.5h5',
}

/** The mark of an origin, with its word; the same everywhere. */
export const Mark = ({ origin }: { readonly origin: Origin }) => {
  const { t } = useSpeech()
  return (
    <span className={`mark mark-${origin}`} title={t(`mark.${origin}-long`)}>
      <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" strokeWidth={origin === 'inferred' ? 2.6 : 1.4} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d={shapes[origin]} /></svg>
      {t(`mark.${origin}`)}
    </span>
  )
}

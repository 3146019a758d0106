import type { ReactElement } from 'react'
import type { State } from '../api.ts'
import { useSpeech } from '../speech.ts'

/** A shape for every state, drawn on a field of sixteen, so that colour is never alone. */
const shapes: Readonly<Record<State, ReactElement>> = {
  overdue: <><circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" /><path d="M8 4v5M8 11.2v.6" stroke="var(--paper)" strokeWidth="2" /></>,
  contested: <path d="M2.5 5.8h11M2.5 10.2h11M10.8 2.2 5.2 13.8" />,
  changed: <path d="M8 2.2 14.2 13.4H1.8Z" />,
  advanced: <><circle cx="8" cy="8" r="6.2" /><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" stroke="none" /></>,
  open: <circle cx="8" cy="8" r="6.2" />,
  repeated: <path d="M2.5 5.8h11M2.5 10.2h11" />,
  silent: <path d="M2.8 8h.01M8 8h.01M13.2 8h.01" strokeWidth="3" />,
  lapsed: <circle cx="8" cy="8" r="6.2" strokeDasharray="1.6 3.2" />,
  dropped: <path d="m3 3 10 10M13 3 3 13" />,
  kept: <path d="m2 8.6 4 4.2L14 3.6" strokeWidth="2.4" />,
  noted: <path d="M4 8h8" />,
}

export const StateShape = ({ state }: { readonly state: State }) => (
  <svg className={`shape state-${state}`} viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">{shapes[state]}</svg>
)

/** A state as it is always shown: shape, colour, word. */
export const StateSign = ({ state }: { readonly state: State }) => {
  const { t } = useSpeech()
  return <span className={`state state-${state}`}><StateShape state={state} /><span>{t(`state.${state}`)}</span></span>
}

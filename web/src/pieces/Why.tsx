import type { Thread } from '../api.ts'
import { leading, takenApart } from '../reasons.ts'
import { useSpeech } from '../speech.ts'
import { Mark } from './Mark.tsx'

/** The one reason that decides the state of a thread. */
export const Why = ({ thread }: { readonly thread: Thread }) => {
  const { reason } = useSpeech()
  const first = leading(thread)[0]
  return first ? <p className="why">{reason(takenApart(first))} <Mark origin={first.code === 'judged' ? 'decided' : 'inferred'} /></p> : null
}

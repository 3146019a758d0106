import type { Thread } from '../api.ts'
import { wordsIn } from '../printing.ts'
import { leading, takenApart } from '../reasons.ts'
import { useSpeech } from '../speech.ts'
import { AsPrinted } from './AsPrinted.tsx'
import { Mark } from './Mark.tsx'

/** The one reason that decides the state of a thread. */
export const Why = ({ thread }: { readonly thread: Thread }) => {
  const { reason } = useSpeech()
  const first = leading(thread)[0]
  if (!first) return null
  const said = takenApart(first)
  return <p className="why">{reason(said)}<AsPrinted words={wordsIn(thread, said, first.claim)} /> <Mark origin={first.code === 'judged' ? 'decided' : 'inferred'} /></p>
}

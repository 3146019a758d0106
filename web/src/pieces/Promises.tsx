import type { Promised, Target, Thread } from '../api.ts'
import { targetWords } from '../printing.ts'
import { type Speech, useSpeech } from '../speech.ts'
import { AsPrinted } from './AsPrinted.tsx'
import { StateSign } from './StateSign.tsx'

const toldTarget = (target: Target | null, { amount, t }: Speech): string => (target ? amount(target.value, target.unit, target.per) : t('thread.none-set'))
const dueWords = (due: string | null, { date, t }: Speech): string => (due ? date(due) : t('thread.none-set'))

/** First and current side by side, where something moved; else what there is. */
const Terms = ({ promise, thread }: { readonly promise: Promised; readonly thread: Pick<Thread, 'printed'> }) => {
  const { due, target, moved } = promise
  const speech = useSpeech()
  const { t } = speech
  if (!due && !target && !moved) return null
  const rows = [
    { name: t('thread.deadline'), first: moved ? dueWords(moved.due, speech) : null, now: dueWords(due, speech), printed: [null, null], there: due !== null || (moved?.due ?? null) !== null },
    { name: t('thread.target'), first: moved ? toldTarget(moved.target, speech) : null, now: toldTarget(target, speech), printed: [moved?.target ?? null, target].map((one) => targetWords(thread, promise, one)), there: target !== null || (moved?.target ?? null) !== null },
  ].filter(({ there }) => there)
  return (
    <table className="terms">
      {moved && <thead><tr><td /><th scope="col">{t('thread.first')}</th><th scope="col">{t('thread.current')}</th></tr></thead>}
      <tbody>{rows.map(({ name, first, now, printed: [before = null, current = null] }) => <tr key={name} data-moved={first !== null && first !== now}><th scope="row">{name}</th>{moved && <td className="was">{first}<AsPrinted words={before} /></td>}<td>{now}<AsPrinted words={current} /></td></tr>)}</tbody>
    </table>
  )
}

/** Each promise of a thread, with its state and what moved. */
export const Promises = ({ thread }: { readonly thread: Pick<Thread, 'promises' | 'printed'> }) => {
  const { promises } = thread
  const { t, named, date } = useSpeech()
  if (promises.length === 0) return null
  return (
    <section>
      <h2>{t('thread.promises')}</h2>
      <ul className="promises bare">
        {promises.map((promise) => (
          <li key={`${promise.claims[0]} ${promise.goal}`}>
            <p><StateSign state={promise.state} /> <span>{named('force', promise.force)} · {named('action', promise.action)}</span> <small>{date(promise.said)}</small></p>
            <Terms promise={promise} thread={thread} />
          </li>
        ))}
      </ul>
    </section>
  )
}

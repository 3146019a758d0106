import type { Thread } from '../api.ts'
import { wordsOf } from '../printing.ts'
import { useSpeech } from '../speech.ts'
import { To } from '../place.tsx'
import { AsPrinted } from './AsPrinted.tsx'
import { placeOf } from './Passage.tsx'

const whys: Readonly<Record<string, string>> = {
  'the last sum told of it': 'sum.last', 'announced again later': 'sum.again', 'told otherwise later': 'sum.otherwise', 'part of a set whose sum is told as a whole': 'sum.part',
}

/** Why a sum counts or does not, in the words of the reader. */
export const SumWhy = ({ why }: { readonly why: string }) => {
  const { t } = useSpeech()
  return whys[why] ? <>{t(whys[why])}</> : <bdi lang="en">{why}</bdi>
}

/** The sums of a thread: what counts, and why the others do not. */
export const Sums = ({ thread: { sums, evidence, printed } }: { readonly thread: Pick<Thread, 'sums' | 'evidence' | 'printed'> }) => {
  const { t, amount, date } = useSpeech()
  if (sums.length === 0) return null
  return (
    <section>
      <h2>{t('thread.money')}</h2>
      <ul className="sums bare">
        {sums.map((sum) => {
          const cited = evidence.find(({ claim }) => claim === sum.claim)
          const words = amount(sum.value, sum.unit)
          return (
            <li key={`${sum.claim} ${sum.value}`} data-counts={sum.counts}>
              {cited ? <To page="desk" id={cited.document} params={{ at: placeOf(cited) }} title={cited.quote}>{words}</To> : words}
              <AsPrinted words={wordsOf(printed, sum, [sum.claim])} />
              <small>{date(sum.said)} · {t(sum.counts ? 'thread.counts' : 'thread.counts-not')}: <SumWhy why={sum.why} /></small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

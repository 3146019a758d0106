import { lazy, Suspense } from 'react'
import { momentIn } from '../address.ts'
import { api, type Moment, states, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { type Bond, bondsOf } from '../mapping.ts'
import { To, useAddress } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { StateShape } from '../pieces/StateSign.tsx'
import { Empty, Fetching, Refusal, Waiting } from '../pieces/Waiting.tsx'

const Outlines = lazy(async () => ({ default: (await import('../pieces/Outlines.tsx')).Outlines }))

/** How many threads a map looks at. */
const most = 5000

const threadsAt = async (moment: Moment): Promise<readonly Thread[]> => {
  const all: Thread[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof api.board>> = await api.board({ between: [], kinds: [], states: [], sectors: [], session: null }, moment, 500, after)
    all.push(...page.threads)
    after = page.next
  } while (after !== null && all.length < most)
  return all
}

const BondLine = ({ bond: { pair, threads, states: counts } }: { readonly bond: Bond }) => {
  const { t, regions, number } = useSpeech()
  return (
    <tr>
      <th scope="row"><To page="board" params={{ between: pair.join(',') }}>{regions(pair)}</To></th>
      <td className="figure">{number(threads)}</td>
      <td><span className="bond-states">{states.filter((state) => counts.has(state)).map((state) => <To key={state} page="board" params={{ between: pair.join(','), state }} className={`state state-${state}`}><StateShape state={state} />{t(`state.${state}`)} {number(counts.get(state)!)}</To>)}</span></td>
    </tr>
  )
}

const Table = ({ bonds }: { readonly bonds: readonly Bond[] }) => {
  const { t } = useSpeech()
  return (
    <section>
      <h2>{t('map.table')}</h2>
      <div className="scrolling" role="region" aria-label={t('map.table')} tabIndex={0}>
        <table className="full">
          <thead><tr><th scope="col">{t('board.column.who')}</th><th scope="col" className="figure">{t('map.threads')}</th><th scope="col">{t('board.column.state')}</th></tr></thead>
          <tbody>{bonds.map((bond) => <BondLine key={bond.pair.join()} bond={bond} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

/** Who has promised whom how much, on a map and as a table. A map is never mirrored. */
export const World = () => {
  const { t } = useSpeech()
  const moment = momentIn(useAddress())
  const { value, slow, refused, again } = useAsk(`map ${JSON.stringify(moment)}`, () => threadsAt(moment))
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  const bonds = bondsOf(value)
  return (
    <>
      <h1 className="page-title">{t('map.title')}</h1>
      {bonds.length === 0 ? <Empty title={t('map.none')} what={t('map.what')} /> : <><p className="quiet-line">{t('map.what')}</p><Suspense fallback={<Fetching />}><Outlines bonds={bonds} /></Suspense><Table bonds={bonds} /></>}
    </>
  )
}

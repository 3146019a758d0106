import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { filterIn, momentIn } from '../address.ts'
import { api, type Counts, type Filter, kinds, type State, states } from '../api.ts'
import { useAsk, useSlow } from '../asking.ts'
import { type Boarding, pairsSeen, useBoarding } from '../boarding.ts'
import { grouped, groupingOf, groupings } from '../grouping.ts'
import { useKeys } from '../keys.ts'
import { Choice, ChoiceOfOne } from '../pieces/Choice.tsx'
import { Found } from '../pieces/Found.tsx'
import { today } from '../pieces/Moment.tsx'
import { Rows } from '../pieces/Rows.tsx'
import { SampleLine, SampleOffer } from '../pieces/Sample.tsx'
import { StateShape } from '../pieces/StateSign.tsx'
import { Empty, Refusal, Waiting } from '../pieces/Waiting.tsx'
import { alter, useAddress, useMoment, useParam } from '../place.tsx'
import { type Order, orderOf, orderText, type Row, searching, sorted } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import words from '../words/en.json' with { type: 'json' }

const pairsWith = (seen: readonly (readonly string[])[], chosen: readonly string[]): readonly (readonly string[])[] => (seen.some((codes) => codes.join() === chosen.join()) ? seen : [...seen, chosen])

const withoutStates = (filter: Filter): Filter => ({ ...filter, states: [] })

/** What the board of the address is filtered by. */
const useFilter = (): Filter => filterIn(useParam)

/** The board of the address. States are filtered here when all rows were read, else by the server. */
const useShown = (): { readonly base: Boarding; readonly shown: Boarding; readonly rows: readonly Row[] } => {
  const [filter, moment] = [useFilter(), useMoment()]
  const base = useBoarding(withoutStates(filter), moment, true)
  const narrow = filter.states.length > 0 && (filter.states.includes('noted') || !base.complete)
  const narrowed = useBoarding(filter, moment, narrow)
  const shown = narrow ? narrowed : base
  const chosen = filter.states.join()
  const rows = useMemo(() => (chosen === '' ? shown.rows : shown.rows.filter(({ state }) => chosen.split(',').includes(state))), [shown.rows, chosen])
  return { base, shown, rows }
}

/** A server looks for words of so many letters at most: who pastes a page looks for its beginning. */
const longest = 500

const useFound = (query: string): ReturnType<typeof useAsk<Awaited<ReturnType<typeof api.search>>>> => {
  const moment = useMoment()
  const [settled, setSettled] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), 200)
    return () => clearTimeout(timer)
  }, [query])
  return useAsk(settled.trim() === '' ? null : `search ${settled} ${JSON.stringify(moment)}`, () => api.search(settled.slice(0, longest), moment))
}

const SearchBox = ({ query, search }: { readonly query: string; readonly search: (query: string) => void }) => {
  const { t } = useSpeech()
  const box = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => box.current?.focus() })
  return (
    <label className="field search">
      <span>{t('board.search')}</span>
      <input ref={box} type="search" {...(query === '' ? {} : { dir: 'auto' })} value={query} placeholder={t('board.search-hint')} onChange={(event) => search(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') search('') }} />
    </label>
  )
}

/** The orders that a narrow page offers; a wide one has the heads of its columns. */
const given = 'given'
const orders = [given, 'due', 'last', 'promised', 'what'] as const

/** What the choice of a grouping says where there is none. */
const ungrouped = 'none'

/** How the board is sorted and put under headings. */
const Arranging = () => {
  const { t } = useSpeech()
  const [group, sort] = [groupingOf(useParam('group')), useParam('sort')]
  return (
    <>
      <ChoiceOfOne label={t('board.group')} options={[ungrouped, ...groupings].map((by) => ({ id: by, name: t(`board.group-${by}`) }))} chosen={group ?? ungrouped} choose={(by) => alter({ group: by === ungrouped ? null : by })} />
      <div className="narrow-only"><ChoiceOfOne label={t('board.order')} options={orders.map((order) => ({ id: order, name: order === given ? t('board.order-given') : t(`board.column.${order}`) }))} chosen={sort ?? given} choose={(order) => alter({ sort: order === given ? null : order })} /></div>
    </>
  )
}

/** `rows` is how many were read: with them come further groups of states to choose from. */
const Filters = memo(({ rows }: { readonly rows: number }) => {
  const { t, regions, named } = useSpeech()
  const { between, kinds: chosenKinds, sectors } = useFilter()
  const seen = useMemo(pairsSeen, [rows])
  const known = between.length > 0 ? pairsWith(seen, between) : seen
  return (
    <>
      <Choice label={t('board.pair')} options={known.map((codes) => ({ id: codes.join(','), name: regions(codes) }))} chosen={between.length > 0 ? [between.join(',')] : []}
        choose={(chosen) => alter({ between: chosen.at(-1) ?? null })} />
      <Choice label={t('board.kind')} options={kinds.map((kind) => ({ id: kind, name: t(`kinds.${kind}`) }))} chosen={chosenKinds} choose={(chosen) => alter({ kind: chosen.join(',') })} />
      <Choice label={t('board.sector')} options={Object.keys(words.sector).map((code) => ({ id: code, name: named('sector', code) }))} chosen={sectors} choose={(chosen) => alter({ sector: chosen.join(',') })} />
      <Arranging />
    </>
  )
})

const toggled = (all: readonly string[], one: string): readonly string[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])

/** How many threads of the whole board are in each state; null until the server has told. */
const useCounts = (): Counts | null => {
  const [filter, moment] = [withoutStates(useFilter()), useMoment()]
  return useAsk(`counts ${JSON.stringify([filter, moment])}`, () => api.counts(filter, moment)).value
}

/** Of how many threads the board consists, whether they were read or not. */
const totalOf = (counts: Counts, chosen: readonly string[]): number =>
  states.filter((state) => (chosen.length > 0 ? chosen.includes(state) : state !== 'noted')).reduce((sum, state) => sum + counts[state], 0)

/** What stands how often; a click shows only that. */
const StateFilter = memo(({ counts }: { readonly counts: Counts | null }) => {
  const { t, number } = useSpeech()
  const { states: chosen } = useFilter()
  const shown = states.filter((state) => (counts?.[state] ?? 0) > 0 || chosen.includes(state) || state === 'noted')
  return (
    <div className="legend" role="group" aria-label={t('board.states')}>
      {shown.map((state: State) => (
        <button key={state} type="button" className={`chip state-${state}`} aria-pressed={chosen.includes(state)} title={t(`means.${state}`)} onClick={() => alter({ state: toggled(chosen, state).join(',') })}>
          <StateShape state={state} /><span>{t(`state.${state}`)}</span>
          {counts && counts[state] > 0 && <b>{number(counts[state])}</b>}
        </button>
      ))}
    </div>
  )
})

const filterNames = ['state', 'kind', 'between', 'sector', 'session', 'q', 'sort'] as const

const Count = ({ shown, rows, all }: { readonly shown: Boarding; readonly rows: number; readonly all: number }) => {
  const { t, count, number } = useSpeech()
  const { params } = useAddress()
  const filtered = filterNames.some((name) => name !== 'sort' && params[name])
  return (
    <p className="count" role="status">
      <span>{rows === all ? count('board.count', all) : count('board.shown', all, { n: number(rows), all: number(all) })}</span>
      {!shown.complete && !shown.reading && rows > 0 && <span> · {t('board.more')}<button type="button" className="plain" onClick={shown.readAll}>{t('board.all')}</button>{params['sort'] ? ` ${t('board.part-sorted')}` : ''}{params['group'] ? ` ${t('board.part-grouped')}` : ''}</span>}
      {shown.reading && shown.rows.length > 0 && <span> · {count('board.read', shown.rows.length)}</span>}
      {filtered && <button type="button" className="plain" onClick={() => alter(Object.fromEntries(filterNames.map((name) => [name, null])))}>{t('board.clear')}</button>}
      <span className="hint">{t('board.keys')}</span>
    </p>
  )
}

/** Whether the ledger itself is empty, as far as a board can tell: nothing was asked for, and nothing is there. */
const useNothingKept = (shown: Boarding, counts: Counts | null): boolean => {
  const [address, moment] = [useAddress(), useMoment()]
  return shown.rows.length === 0 && counts !== null && counts.noted === 0 && !shown.reading && !shown.refused && moment.asof === null && moment.known === null && !filterNames.some((name) => address.params[name])
}

const Nothing = ({ shown }: { readonly shown: Boarding }) => {
  const { t, date } = useSpeech()
  const address = useAddress()
  if (filterNames.some((name) => address.params[name])) return <p className="empty">{t('board.nothing')}</p>
  const { known } = momentIn(address)
  return <Empty title={known === null ? t('board.nothing-known', { day: date(shown.asof ?? today()) }) : t('board.nothing-learned', { day: date(known.slice(0, 10)) })} what={t('first.what')} />
}

/** The first thing that a new reader sees. */
const First = () => {
  const { t } = useSpeech()
  return (
    <div className="first">
      <Empty title={t('first.title')} what={t('first.what')} />
      <SampleOffer />
      <ol>{['1', '2', '3'].map((step) => <li key={step}>{t(`first.steps.${step}`)}</li>)}</ol>
    </div>
  )
}

const useOrdered = (rows: readonly Row[], query: string, found: ReadonlySet<string>): readonly Row[] => {
  const sort = useParam('sort')
  const [search] = useState(searching)
  return useMemo(() => {
    const order = orderOf(sort)
    const fitting = search(rows, query, found)
    return order ? sorted(fitting, order) : fitting
  }, [rows, query, found, sort, search])
}

const none: ReadonlySet<string> = new Set()

const nextOrder = (order: Order | null, column: Order['column']): string | null => {
  if (order?.column !== column) return orderText({ column, down: false })
  return order.down ? null : orderText({ column, down: true })
}

/** What was promised and what became of it: one line a thread, what asks for attention first. */
export const Board = () => {
  const { t } = useSpeech()
  const address = useAddress()
  const { base, shown, rows } = useShown()
  const { states: chosen } = useFilter()
  const counts = useCounts()
  const [query, setQuery] = useState(address.params['q'] ?? '')
  useEffect(() => setQuery(address.params['q'] ?? ''), [address.params['q']])
  const search = (text: string): void => {
    setQuery(text)
    alter({ q: text })
  }
  const hits = useFound(query)
  const sorting = useParam('sort')
  const found = useMemo(() => (hits.value && hits.value.length > 0 && query.trim() !== '' ? new Set(hits.value.flatMap(({ threads }) => threads.map(({ id }) => id))) : none), [hits.value, query])
  const ordered = useOrdered(rows, useDeferredValue(query), found)
  const order = useMemo(() => orderOf(sorting), [sorting])
  const by = groupingOf(address.params['group'] ?? null)
  const groups = useMemo(() => grouped(ordered, by, shown.sittings), [ordered, by, shown.sittings])
  const bare = query.trim() === ''
  const under = useMemo(() => ({ counts: bare ? counts : null, complete: shown.complete }), [bare, counts, shown.complete])
  const sortBy = useCallback((column: Order['column']) => alter({ sort: nextOrder(order, column) }), [order])
  const slow = useSlow(shown.reading && shown.rows.length === 0)
  if (useNothingKept(shown, counts)) return <div className="board"><h1 className="page-title">{t('board.title')}</h1><First /></div>
  return (
    <div className="board">
      <h1 className="page-title">{t('board.title')}</h1>
      <div className="filters"><SearchBox query={query} search={search} /><Filters rows={base.rows.length} /></div>
      <StateFilter counts={counts} />
      {shown.refused ? <Refusal refused={shown.refused} again={shown.again} /> : <Count shown={shown} rows={ordered.length} all={counts ? totalOf(counts, chosen) : rows.length} />}
      {rows.length > 0 && <SampleLine />}
      <Waiting slow={slow} doing="board" />
      {ordered.length > 0 && <Rows groups={groups} under={under} stale={shown.reading && shown.rows.length > 0} order={order} sort={sortBy} />}
      {ordered.length === 0 && counts !== null && !shown.reading && !shown.refused && <Nothing shown={shown} />}
      {query.trim() !== '' && <Found hits={hits.value} slow={hits.slow} refused={hits.refused} />}
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { Claim, Gap, Item, Reading } from '../api.ts'
import { gistOf } from '../amending.ts'
import { gapWords } from '../gaps.ts'
import { alter, To } from '../place.tsx'
import { wordsOfItem } from '../printing.ts'
import { type Speech, isolated, useSpeech } from '../speech.ts'
import { AsPrinted } from './AsPrinted.tsx'
import { Mark } from './Mark.tsx'
import { Own, placeOf } from './Passage.tsx'
import { Trace } from './Trace.tsx'

const text = (item: Item, name: string): string | null => (typeof item[name] === 'string' ? (item[name] as string) : null)

const amountOf = (value: unknown, { amount }: Speech): string | null => {
  const found = value as { readonly value: number; readonly unit: string; readonly per?: string | null } | null | undefined
  return found ? amount(found.value, found.unit, found.per ?? null) : null
}

/** What an item says beside its gist: force and deed, status, stage, value, date. */
const valuesOf = (item: Item, speech: Speech): readonly string[] => {
  const { named, date, number, amount, t } = speech
  const dated = (name: string): string | null => { const found = text(item, name); return found && date(found) }
  const listed = (list: string, name: string): string | null => { const found = text(item, name); return found && named(list, found) }
  const all = ((): readonly (string | null)[] => {
    switch (item.kind) {
      case 'commitment': return [listed('force', 'force'), item['polarity'] === 'will-not' ? listed('value', 'polarity') : null, listed('action', 'action'), dated('deadline'), amountOf(item['target'], speech), text(item, 'condition') && t('desk.if', { condition: isolated(text(item, 'condition')!) })]
      case 'instrument': return [listed('value', 'type'), listed('step', 'status'), dated('date'), amountOf(item['value'], speech)]
      case 'project': return [listed('step', 'stage'), typeof item['count'] === 'number' ? number(item['count']) : null, dated('startBy'), dated('endBy'), amountOf(item['value'], speech)]
      case 'meeting': return [listed('value', 'type'), listed('step', 'status'), typeof item['ordinal'] === 'number' ? number(item['ordinal']) : null, dated('date')]
      case 'figure': return [listed('indicator', 'indicator'), amount(Number(item['value']), text(item, 'unit') ?? ''), dated('period')]
    }
  })()
  return all.filter((one): one is string => one !== null && one !== '')
}

const Verdict = ({ claim: { verdict } }: { readonly claim: Claim }) => {
  const { t } = useSpeech()
  return verdict && <span className={`verdict-${verdict}`}><Mark origin="decided" /> {t(`desk.verdict.${verdict}`)}</span>
}

const ItemLine = ({ claim, chosen, choose, why }: { readonly claim: Claim; readonly chosen: boolean; readonly choose: () => void; readonly why: Reading | null }) => {
  const speech = useSpeech()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => { if (chosen) line.current?.scrollIntoView({ block: 'nearest' }) }, [chosen])
  return (
    <li ref={line} className={`item kind-${claim.item.kind}`} data-chosen={chosen} data-verdict={claim.verdict ?? 'none'} data-claim={claim.id}>
      <button type="button" aria-current={chosen} onClick={choose}>
        <span className="item-kind">{speech.t(`kind.${claim.item.kind}`)}</span>
        <Own className="script">{gistOf(claim)}</Own>
        <span className="item-values">{valuesOf(claim.item, speech).map(isolated).join(' · ')}<AsPrinted words={wordsOfItem(claim)} /></span>
      </button>
      {(chosen || claim.verdict) && <p className="item-foot"><Verdict claim={claim} />{chosen && <To page="threads" id={claim.thread}>{speech.t('desk.thread')} <kbd>O</kbd></To>}</p>}
      {why && <Trace claim={claim} reading={why} />}
    </li>
  )
}

const Gaps = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const { t, number } = useSpeech()
  if (gaps.length === 0) return null
  return (
    <>
      <h2>{t('desk.gaps')}</h2>
      <ul className="bare">{gaps.map(({ why, evidence }) => <li key={`${why} ${evidence[0]?.start}`} className="item"><button type="button" onClick={() => alter({ at: evidence[0] ? placeOf(evidence[0]) : null, item: null })}><span>{t(...gapWords(why, number))}</span>{evidence[0] && <Own className="script">{evidence[0].quote}</Own>}</button></li>)}</ul>
    </>
  )
}

type ItemsProps = { readonly claims: readonly Claim[]; readonly gaps: readonly Gap[]; readonly chosen: Claim | null; readonly choose: (id: string) => void; readonly why: Reading | null }

/** What was read, in the order of the text: a line each. */
export const Items = ({ claims, gaps, chosen, choose, why }: ItemsProps) => {
  const { t } = useSpeech()
  return (
    <>
      {claims.length === 0 ? <p className="quiet">{t('desk.no-items')}</p> : <ul className="items bare">{claims.map((claim) => <ItemLine key={claim.id} claim={claim} chosen={chosen?.id === claim.id} choose={() => choose(claim.id)} why={chosen?.id === claim.id ? why : null} />)}</ul>}
      <Gaps gaps={gaps} />
    </>
  )
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import { api, type Claim, type Document, type Gap, type Line, type Reading } from '../api.ts'
import { claimAt, inOrder } from '../amending.ts'
import { useAsk } from '../asking.ts'
import { decide, doneHere, restore, undo, undoLines } from '../deciding.ts'
import { decidedIn, undoable } from '../history.ts'
import { elsewhere } from '../address.ts'
import { useKeys } from '../keys.ts'
import { alter, go, here, To, useMoment, useParam } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Amend, Reject } from '../pieces/Amend.tsx'
import { Documents } from '../pieces/Documents.tsx'
import { Items } from '../pieces/Items.tsx'
import { thereAt } from '../pieces/Moment.tsx'
import { Page } from '../pieces/Page.tsx'
import { shortName } from '../pieces/Passage.tsx'
import { Tell, Withdraw } from '../pieces/ByHand.tsx'
import { useMayDecide } from '../pieces/may.ts'
import { KeysDialog } from '../pieces/KeysDialog.tsx'
import { Refusal, Waiting } from '../pieces/Waiting.tsx'
import type { Stretch } from '../points.ts'

const stretchOf = (text: string | null): Stretch | null => {
  const found = /^(\d+)-(\d+)$/.exec(text ?? '')
  return found ? { start: Number(found[1]), end: Number(found[2]) } : null
}

/** The item that the address means: by its identifier, else by a place in the text, else none. */
const useChosen = (claims: readonly Claim[]) => {
  const [item, place] = [useParam('item'), useParam('at')]
  const at = stretchOf(place)
  const exact = at && claims.find(({ evidence }) => evidence.some(({ start, end }) => start === at.start && end === at.end))
  const chosen = claims.find(({ id }) => id === item) ?? exact ?? (at ? claimAt(claims, at.start) : null)
  const choose = useCallback((id: string | null) => alter({ item: id, at: null }), [])
  return { chosen, choose, at }
}

type Open = 'reject' | 'amend' | 'keys' | 'tell' | 'withdraw' | null

type ActsProps = { readonly chosen: Claim | null; readonly claims: readonly Claim[]; readonly step: (by: number) => void; readonly open: (what: Open) => void; readonly why: () => void }

/** The items that can be seen in their pane now and that nobody has checked. */
const unchecked = (): readonly string[] => {
  const pane = document.querySelector('.desk-items')?.getBoundingClientRect()
  const [top, bottom] = [Math.max(0, pane?.top ?? 0), Math.min(innerHeight, pane?.bottom ?? innerHeight)]
  return [...document.querySelectorAll<HTMLElement>('.item[data-verdict="none"][data-claim]')].filter((item) => { const box = item.getBoundingClientRect(); return box.bottom > top && box.top < bottom }).map((item) => item.dataset['claim']!)
}

const acceptShown = async (): Promise<void> => {
  const claims = unchecked()
  if (claims.length > 0) await decide({ decision: 'accept', claims: [...claims] })
}

/** The lines by which a person decided on a claim and that still stand. */
const standingOn = async ({ id, thread }: Claim): Promise<readonly Line[]> => {
  const { history } = await api.thread(thread, { asof: null, hindsight: true, known: null })
  return decidedIn(history).filter((decided) => undoable(decided) && decided.line.entry.claim === id).map(({ line }) => line)
}

/** The last line by which a person decided on any of some claims and that still stands. */
const lastOn = async (claims: readonly Claim[]): Promise<readonly Line[]> => {
  const lines = (await Promise.all(claims.filter(({ verdict }) => verdict !== null).slice(0, mostAsked).map(standingOn))).flat()
  return lines.toSorted((one, other) => (one.recorded < other.recorded ? 1 : -1)).slice(0, 1)
}

/** Of how many claims one asks what was decided on them. */
const mostAsked = 100

/** Takes back what was decided on the chosen item; else the last decision of this visit, or after a visit the last on this document. */
const takeBack = async (chosen: Claim | null, claims: readonly Claim[]): Promise<void> => {
  try {
    const lines = chosen?.verdict ? (await standingOn(chosen)).slice(0, 1) : doneHere() ? [] : await lastOn(claims)
    return await (lines.length > 0 ? undoLines(lines) : undo())
  } catch {
    return undo()
  }
}

/** What leads through the items, by keys or by buttons. */
const Moves = ({ chosen, step, open, why }: Omit<ActsProps, 'claims'>) => {
  const { t } = useSpeech()
  useKeys({ j: () => step(1), k: () => step(-1), w: () => { if (chosen) why() }, o: () => { if (chosen) go(elsewhere(here(), 'threads', chosen.thread)) }, '?': () => open('keys') })
  return (
    <>
      <button type="button" className="button" disabled={chosen === null} onClick={why}>{t('desk.why')} <kbd>W</kbd></button>
      <button type="button" className="plain" onClick={() => open('keys')}>{t('desk.keys')} <kbd>?</kbd></button>
    </>
  )
}

/** What can be decided on the item that is chosen, on all that is shown, or on the text. */
const Deeds = ({ chosen, claims, step, open }: Omit<ActsProps, 'why'>) => {
  const { t } = useSpeech()
  const accept = (): void => {
    if (!chosen) return
    void decide({ decision: 'accept', claims: [chosen.id] })
    step(1) // At once: the next key is for the next item.
  }
  useKeys({ a: accept, v: () => void acceptShown(), n: () => open('tell'), r: () => { if (chosen) open('reject') }, e: () => { if (chosen) open('amend') }, u: () => void takeBack(chosen, claims) })
  const none = chosen === null
  return (
    <>
      <button type="button" className="button" disabled={none} onClick={accept}>{t('desk.accept')} <kbd>A</kbd></button>
      <button type="button" className="button" disabled={none} onClick={() => open('reject')}>{t('desk.reject')} <kbd>R</kbd></button>
      <button type="button" className="button" disabled={none} onClick={() => open('amend')}>{t('desk.amend')} <kbd>E</kbd></button>
      <button type="button" className="button" onClick={() => void acceptShown()}>{t('desk.accept-shown')} <kbd>V</kbd></button>
      <button type="button" className="button" onClick={() => open('tell')}>{t('desk.tell')} <kbd>N</kbd></button>
      <button type="button" className="button" onClick={() => void takeBack(chosen, claims)}>{t('desk.undo')} <kbd>U</kbd></button>
    </>
  )
}

/** What can be done at the desk, by keys or by buttons. */
const Acts = (acts: ActsProps) => {
  const { t } = useSpeech()
  const may = useMayDecide()
  return <div className="acts row" role="toolbar" aria-label={t('decide.title')}>{may && <Deeds {...acts} />}<Moves {...acts} /></div>
}

const Progress = ({ claims }: { readonly claims: readonly Claim[] }) => {
  const { count, number } = useSpeech()
  const checked = claims.filter(({ verdict }) => verdict).length
  return <p className="count" role="status"><span>{count('desk.checked', checked, { all: number(claims.length) })}</span> <progress value={checked} max={Math.max(1, claims.length)} aria-label={count('desk.checked', checked, { all: number(claims.length) })} /></p>
}

const Withdrawn = ({ document: { sha256, withdrawn } }: { readonly document: Document }) => {
  const { t, instant } = useSpeech()
  const may = useMayDecide()
  if (withdrawn === null) return null
  return <p className="withdrawn" role="status">{t('desk.withdrawn', { day: instant(withdrawn) })} {may && <button type="button" className="plain" onClick={() => void restore(sha256, t('desk.withdrawn-again'))}>{t('desk.restore')}</button>}</p>
}

/** Says of a document that it was not there yet at the moment that is asked about; what was decided on it is shown as it is now. */
const NotYet = ({ document }: { readonly document: Document }) => {
  const { t } = useSpeech()
  const moment = useMoment()
  if (!thereAt(moment, document)) return <p className="withdrawn" role="status">{t('desk.not-yet')}</p>
  return moment.known !== null && <p className="quiet">{t('desk.decided-now')}</p>
}

const Head = ({ document, open }: { readonly document: Document; readonly open: (what: Open) => void }) => {
  const { t, date, language } = useSpeech()
  const may = useMayDecide()
  return (
    <header className="desk-head">
      <p className="kicker no-print"><To page="desk">{t('desk.list')}</To></p>
      <h1><bdi>{shortName(document.name, document.sha256)}</bdi></h1>
      <p className="quiet">{date(document.said)}{document.outlet && <> · <bdi>{document.outlet}</bdi></>}{document.language && <> · {language(document.language)}</>}{may && document.withdrawn === null && <> · <button type="button" className="plain no-print" onClick={() => open('withdraw')}>{t('desk.withdraw')}</button></>}</p>
      <Withdrawn document={document} />
      <NotYet document={document} />
    </header>
  )
}

const Sheet = ({ document, reading }: { readonly document: Document; readonly reading: Reading | null }) => {
  const { t } = useSpeech()
  const claims = useMemo(() => inOrder(document.claims), [document])
  const { chosen, choose, at } = useChosen(claims)
  const [open, setOpen] = useState<Open>(null)
  const [why, setWhy] = useState(false)
  const gaps = reading?.gaps ?? none
  const step = (by: number): void => {
    const now = chosen ? claims.indexOf(chosen) : -1
    const next = claims[Math.min(claims.length - 1, Math.max(0, now + by))]
    if (next) choose(next.id)
  }
  return (
    <div className="desk">
      <Head document={document} open={setOpen} />
      <section className="desk-page" tabIndex={0} aria-label={t('desk.document')}><Page document={document} claims={claims} gaps={gaps} chosen={chosen} at={at} choose={choose} /></section>
      <section className="desk-items" aria-label={t('desk.items')}>
        <Acts chosen={chosen} claims={claims} step={step} open={setOpen} why={() => setWhy((shown) => !shown)} />
        <Progress claims={claims} />
        <Items claims={claims} gaps={gaps} chosen={chosen} choose={choose} why={why ? reading : null} />
      </section>
      {open === 'reject' && chosen && <Reject claim={chosen} close={() => setOpen(null)} />}
      {open === 'amend' && chosen && <Amend claim={chosen} close={() => setOpen(null)} />}
      {open === 'tell' && <Tell document={document} close={() => setOpen(null)} />}
      {open === 'withdraw' && <Withdraw document={document} close={() => setOpen(null)} />}
      {open === 'keys' && <KeysDialog close={() => setOpen(null)} />}
    </div>
  )
}

const none: readonly Gap[] = []

/** A document with what was read in it, side by side, to be checked without the mouse. */
const Reader = ({ sha256 }: { readonly sha256: string }) => {
  const document = useAsk(`document ${sha256}`, () => api.document(sha256))
  const reading = useAsk(`reading ${sha256}`, () => api.reading(sha256))
  const { name } = document.value ?? {}
  useEffect(() => { if (name) globalThis.document.title = shortName(name, sha256) }, [name, sha256])
  if (document.refused) return <Refusal refused={document.refused} again={document.again} />
  if (!document.value) return <Waiting slow={document.slow} doing="document" />
  return <Sheet document={document.value} reading={reading.value} />
}

export const Desk = ({ id }: { readonly id: string | null }) => (id === null ? <Documents /> : <Reader sha256={id} />)

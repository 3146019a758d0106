import { useEffect, useMemo, useRef } from 'react'
import type { Claim, Document, Gap } from '../api.ts'
import { paragraphs, type Piece, pieces, type Stretch } from '../points.ts'
import { useSpeech } from '../speech.ts'
import { documentDirection, paragraphDirection } from '../written.ts'

/** A stretch of the document with what it is: a passage of a claim, a gap, or the place that was asked for. */
type Marked = Stretch & { readonly kind: string; readonly claim: Claim | null }

const marksOf = (claims: readonly Claim[], gaps: readonly Gap[], at: Stretch | null): readonly Marked[] => [
  ...claims.flatMap((claim) => claim.evidence.map(({ start, end }) => ({ start, end, kind: claim.verdict === 'rejected' ? 'rejected' : claim.item.kind, claim }))),
  ...gaps.flatMap(({ evidence }) => evidence.map(({ start, end }) => ({ start, end, kind: 'gap', claim: null }))),
  ...(at ? [{ ...at, kind: 'at', claim: null }] : []),
]

const shortest = (marks: readonly Marked[]): Marked | null => marks.filter(({ claim }) => claim !== null).toSorted((one, other) => one.end - one.start - (other.end - other.start))[0] ?? null

type StretchProps = { readonly piece: Piece<Marked>; readonly chosen: Claim | null; readonly choose: (id: string) => void }

/** Words of the document. No padding and no border: letters stay joined across marks. */
const Words = ({ piece: { text, marks }, chosen, choose }: StretchProps) => {
  if (marks.length === 0) return <>{text}</>
  const mark = shortest(marks)
  const lit = marks.some(({ claim, kind }) => (claim !== null && claim.id === chosen?.id) || (kind === 'at' && chosen === null))
  const kind = mark?.kind ?? marks[0]!.kind
  return <span className={`words kind-${kind}`} data-lit={lit} {...(mark?.claim ? { onClick: () => choose(mark.claim!.id) } : {})}>{text}</span>
}

/** Brings the lit words into the middle of their pane; the page around it stays. */
const reveal = (sheet: HTMLElement | null): void => {
  const [pane, lit] = [sheet?.closest<HTMLElement>('.desk-page'), sheet?.querySelector<HTMLElement>('[data-lit="true"]')]
  if (!pane || !lit) return
  const above = lit.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTo({ top: pane.scrollTop + above - pane.clientHeight / 2 + lit.offsetHeight / 2, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}

type PageProps = { readonly document: Document; readonly claims: readonly Claim[]; readonly gaps: readonly Gap[]; readonly chosen: Claim | null; readonly at: Stretch | null; readonly choose: (id: string) => void }

/** The text as it was given, paragraphs numbered, with what was read in it marked by kind. */
export const Page = ({ document, claims, gaps, chosen, at, choose }: PageProps) => {
  const { number } = useSpeech()
  const sheet = useRef<HTMLOListElement>(null)
  const all = useMemo(() => paragraphs(document.text), [document.text])
  const dir = documentDirection(document.language, document.text)
  const marks = useMemo(() => marksOf(claims, gaps, at), [claims, gaps, at?.start, at?.end])
  const place = chosen?.id ?? (at ? `${at.start}` : null)
  useEffect(() => { if (place !== null) reveal(sheet.current) }, [place])
  return (
    <ol className="sheet-text bare" ref={sheet} dir={dir} {...(document.language ? { lang: document.language } : {})}>
      {all.map(({ start, text }, at) => (
        <li key={start}><span className="paragraph" aria-hidden="true">{number(at + 1)}</span><p dir={paragraphDirection(dir, text)}>{pieces(text, marks, start).map((piece) => <Words key={piece.start} piece={piece} chosen={chosen} choose={choose} />)}</p></li>
      ))}
    </ol>
  )
}

import { api, type Document, type Hit, type Place, type Refused } from '../api.ts'
import { useAsk } from '../asking.ts'
import { To } from '../place.tsx'
import { around, pieces } from '../points.ts'
import { type Speech, isolated, useSpeech } from '../speech.ts'
import { documentDirection } from '../written.ts'
import { Own, placeOf, shortName } from './Passage.tsx'
import { Refusal, Waiting } from './Waiting.tsx'

const name = /^both name (.+)$/

const whyOf = ({ why }: Place, { t }: Speech): string => {
  const found = name.exec(why)
  if (found) return t('why.name', { name: isolated(found[1]!) })
  return t(why === 'the word itself' ? 'why.same' : 'why.form')
}

/** How many places of a document are shown, and how many code points around them. */
const [shown, width] = [2, 60] as const

const Context = ({ place, document }: { readonly place: Place; readonly document: Document | null }) => {
  if (document === null) return <Own className="script">{place.quote}</Own>
  const { text, from, cut } = around(document.text, place, width)
  return (
    <bdi className="script" dir={documentDirection(document.language, text)}>
      {cut[0] && '…'}{pieces(text, [place], from).map((piece) => (piece.marks.length > 0 ? <mark key={piece.start}>{piece.text}</mark> : piece.text))}{cut[1] && '…'}
    </bdi>
  )
}

const HitLine = ({ hit }: { readonly hit: Hit }) => {
  const speech = useSpeech()
  const { value } = useAsk(`document ${hit.document}`, () => api.document(hit.document))
  return (
    <li>
      <p className="hit-head"><To page="desk" id={hit.document}><bdi>{shortName(hit.name, hit.document)}</bdi></To> · {speech.date(hit.said)} · {speech.count('board.places', hit.places.length)}</p>
      {hit.places.slice(0, shown).map((place) => (
        <p key={place.start} className="hit">
          <To page="desk" id={hit.document} params={{ at: placeOf(place) }} className="quote"><Context place={place} document={value} /></To>
          <small>{whyOf(place, speech)}</small>
        </p>
      ))}
    </li>
  )
}

/** The documents in which the words stand, with why each place was found. */
export const Found = ({ hits, slow, refused }: { readonly hits: readonly Hit[] | null; readonly slow: boolean; readonly refused: Refused | null }) => {
  const { t } = useSpeech()
  if (refused) return <Refusal refused={refused} />
  return (
    <section className="found">
      <Waiting slow={slow} doing="searching" />
      {hits && hits.length > 0 && <><h2>{t('board.documents')}</h2><ul className="bare">{hits.map((hit) => <HitLine key={hit.document} hit={hit} />)}</ul></>}
    </section>
  )
}

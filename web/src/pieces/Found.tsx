import type { Hit, Place, Refused } from '../api.ts'
import { To } from '../place.tsx'
import { type Speech, isolated, useSpeech } from '../speech.ts'
import { Own, placeOf, shortName } from './Passage.tsx'
import { Refusal, Waiting } from './Waiting.tsx'

const name = /^both name (.+)$/

const whyOf = ({ why }: Place, { t }: Speech): string => {
  const found = name.exec(why)
  if (found) return t('why.name', { name: isolated(found[1]!) })
  return t(why === 'the word itself' ? 'why.same' : 'why.form')
}

const shown = 2

const HitLine = ({ hit }: { readonly hit: Hit }) => {
  const speech = useSpeech()
  return (
    <li>
      <p className="hit-head"><To page="desk" id={hit.document}><bdi>{shortName(hit.name, hit.document)}</bdi></To> · {speech.date(hit.said)} · {speech.count('board.places', hit.places.length)}</p>
      {hit.places.slice(0, shown).map((place) => (
        <p key={place.start} className="hit">
          <To page="desk" id={hit.document} params={{ at: placeOf(place) }} className="quote"><Own className="script">{place.quote}</Own></To>
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

import type { Cited } from '../api.ts'
import { To } from '../place.tsx'
import { type Called, labelOf, titleOf } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { directionOf } from '../written.ts'

/** The name of a document without the folder and ending of its file. */
export const shortName = (name: string | null, document: string): string => (name === null ? document.slice(0, 10) : name.slice(name.lastIndexOf('/') + 1).replace(/\.(?:txt|html?|md)$/i, ''))

/** Words in their own direction within the interface. */
export const Own = ({ children, className = '' }: { readonly children: string; readonly className?: string }) => <bdi dir={directionOf(children)} className={`own ${className}`}>{children}</bdi>

/** What a thread is called in the language of the reader, and under it, in their own, the words of the texts where they are others. */
export const Title = ({ of }: CalledProps) => {
  const { dir } = useSpeech()
  const title = titleOf(of)
  return nameOf(of, dir) === title ? <Name of={of} /> : <span className="named"><Name of={of} /> <Own className="original">{title}</Own></span>
}

/** A committee is called by its own name where the reader can read it: what is known of committees tells one hardly from another. */
export const nameOf = (of: Called, dir: 'rtl' | 'ltr'): string => (of.kind === 'mechanism' && directionOf(titleOf(of)) === dir ? titleOf(of) : labelOf(of))

type CalledProps = { readonly of: Called }

/** The name alone, where the words of the texts stand beside it. */
export const Name = ({ of }: CalledProps) => {
  const { digits, dir } = useSpeech()
  const [title, label] = [titleOf(of), nameOf(of, dir)]
  return label === title ? <Own className="title">{title}</Own> : <span className="label">{digits(label)}</span>
}

export const placeOf = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`

type PassageProps = { readonly cited: Pick<Cited, 'quote' | 'document' | 'name' | 'start' | 'end' | 'said'>; readonly small?: boolean; readonly source?: boolean }

/** The words of a document, with where they stand; a click opens the document there. */
export const Passage = ({ cited, small = false, source = true }: PassageProps) => {
  const { t, date } = useSpeech()
  const { quote, document, name, said } = cited
  return (
    <figure className={`passage${small ? ' small' : ''}`}>
      <To page="desk" id={document} params={{ at: placeOf(cited) }} className="quote" title={t('thread.open-document')}>
        <blockquote dir={directionOf(quote)}><span className="claimed">{quote}</span></blockquote>
      </To>
      {source && <figcaption><bdi>{shortName(name, document)}</bdi> · {date(said)}</figcaption>}
    </figure>
  )
}

import { useSpeech } from '../speech.ts'
import { Own } from './Passage.tsx'

/** The words in which a text prints what stands before them as a number, in their own language and direction. */
export const AsPrinted = ({ words }: { readonly words: string | readonly string[] | null }) => {
  const { t } = useSpeech()
  const all = words === null ? [] : [words].flat()
  return all.map((one) => <span key={one} className="as-printed" title={t('as-printed')}><Own className="script">{one}</Own></span>)
}

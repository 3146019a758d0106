import { useEffect, useRef, useState } from 'react'
import type { Said } from '../rows.ts'
import { useSpeech } from '../speech.ts'
import { Own, shortName } from './Passage.tsx'

/** How long the pointer rests on a row before its passages are shown, in milliseconds. */
const rest = 350

/** The row whose passages are shown: that on which the pointer rests or which has the focus, until one moves on or presses Escape. */
export const useGlance = () => {
  const [at, setAt] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const wait = (id: string | null, milliseconds: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAt(id), milliseconds)
  }
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => { if (key === 'Escape') wait(null, 0) }
    document.addEventListener('keydown', press)
    return () => {
      clearTimeout(timer.current)
      document.removeEventListener('keydown', press)
    }
  }, [])
  const over = (id: string) => ({ onPointerEnter: () => wait(id, rest), onPointerLeave: () => wait(null, rest / 2), onFocus: () => wait(id, rest), onBlur: () => wait(null, 0) })
  return { at, over }
}

/** The first and the last passage of a thread, each with its document and day. */
export const Glance = ({ said, id }: { readonly said: readonly Said[]; readonly id: string }) => {
  const { date } = useSpeech()
  return (
    <div className="glance" role="tooltip" id={id}>
      {said.map(({ quote, said: day, name, document }) => <p key={`${document} ${quote}`}><Own className="script">{quote}</Own> <small><bdi>{shortName(name, document)}</bdi> · {date(day)}</small></p>)}
    </div>
  )
}

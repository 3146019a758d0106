import { useEffect, useRef } from 'react'

/** What each key does. Arabic keyboards have other letters on the same keys, so a key is told by its place too. */
export type Keys = Readonly<Record<string, () => void>>

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"], [role="listbox"], [role="spinbutton"]') !== null)

/** Enter presses the button or follows the link that has the focus, and nothing else. */
const pressing = ({ key, target }: KeyboardEvent): boolean => key === 'Enter' && target instanceof Element && target.closest('a, button, summary') !== null

const named = ({ key, code }: KeyboardEvent): readonly string[] => [key, key.toLowerCase(), code.startsWith('Key') ? code.slice(3).toLowerCase() : code === 'Slash' ? '/' : '']

/** Listens to keys on the whole page, except while somebody types or a dialog is open. */
export const useKeys = (keys: Keys): void => {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || pressing(event)) return
      const name = named(event).find((one) => Object.hasOwn(current.current, one))
      if (name === undefined) return
      event.preventDefault()
      current.current[name]!()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

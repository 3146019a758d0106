/** What a browser keeps for all windows of the workbench; one that keeps nothing does without. */

const named = (name: string): string => `tawafuq.${name}`

export const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(named(name))
  } catch {
    return null
  }
}

export const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(named(name), value)
  } catch { /* it is asked for again next time */ }
}

/** Calls when another window keeps something under a name. */
export const whenKept = (name: string, call: () => void): void =>
  globalThis.addEventListener?.('storage', ({ key }) => { if (key === named(name)) call() })

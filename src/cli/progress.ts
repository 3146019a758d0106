import { performance } from 'node:perf_hooks'

/** Milliseconds before anything is shown, and between two showings. */
const patience = 1000
const pause = 100

/** What a progress line is written to: standard error, or a test. */
export type Screen = { readonly write: (text: string) => unknown; readonly now: () => number }

export type Progress = { readonly step: () => void; readonly end: () => void }

const standardError: Screen = { write: (text) => process.stderr.write(text), now: () => performance.now() }

/** Counts documents on one line that is written over and wiped at the end. `total` is null when it is not known beforehand. */
export const progress = (shown: boolean, total: number | null, { write, now }: Screen = standardError): Progress => {
  const start = now()
  let [done, last] = [0, start + patience - pause]
  let drawn = false
  const draw = (at: number): void => {
    write(`\r${done}${total === null ? '' : ` of ${total}`} documents, ${Math.round((done * 1000) / (at - start))} a second\x1b[K`)
    drawn = true
    last = at
  }
  return {
    step: () => {
      done += 1
      const at = shown ? now() : last
      if (at - last >= pause) draw(at)
    },
    end: () => void (drawn && write('\r\x1b[K')),
  }
}

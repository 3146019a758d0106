/** How far down one was on a page stands with its entry in the history, so that the way back leads to the same line. */

const topOf = (state: unknown): number => (typeof state === 'object' && state !== null && 'top' in state && typeof state.top === 'number' ? state.top : 0)

/** Frames for which one waits until a page is long enough to be gone down again: rows may have to be read first. */
const patience = 120

let waiting = 0

/** Keeps where one is before one goes elsewhere. */
export const keepTop = (): void => { if (waiting === 0) history.replaceState({ top: scrollY }, '') }

/** Goes down as far as one was, as soon as the page is long enough. */
const comeBack = (top: number): void => {
  cancelAnimationFrame(waiting)
  let left = patience
  const look = (): void => {
    left -= 1
    const reached = document.documentElement.scrollHeight - innerHeight >= top
    waiting = reached || left === 0 ? 0 : requestAnimationFrame(look)
    if (waiting === 0) scrollTo(0, top)
  }
  waiting = requestAnimationFrame(look)
}

/** Whoever moves by himself is not moved. */
const stay = (): void => {
  cancelAnimationFrame(waiting)
  waiting = 0
}

/** Takes the history in hand; called once. */
export const followHistory = (): void => {
  history.scrollRestoration = 'manual'
  document.addEventListener('scrollend', keepTop)
  document.addEventListener('click', keepTop, { capture: true }) // A footnote is gone to without being asked for here.
  for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown']) document.addEventListener(move, stay, { passive: true })
  globalThis.addEventListener('popstate', ({ state }) => { if (state !== null || location.hash === '') comeBack(topOf(state)) }) // The browser itself goes to a footnote.
  if (topOf(history.state) > 0) comeBack(topOf(history.state))
}

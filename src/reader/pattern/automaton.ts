import type { Expression, Step } from './notation.ts'

/**
 * A pattern as numbered places without empty moves (Glushkov's construction): where it may begin, what may follow each place, and where it may
 * end. Bounded repetition is written out, so that no pattern can run on and the reader's time stays proportional to the text.
 */
export type Automaton = { readonly steps: readonly Step[]; readonly first: readonly number[]; readonly follow: readonly (readonly number[])[]; readonly last: readonly number[] }

type Part = { readonly first: readonly number[]; readonly last: readonly number[]; readonly empty: boolean }

const nothing: Part = { first: [], last: [], empty: true }

/** The automaton of an expression. */
export const automaton = (expression: Expression): Automaton => {
  const steps: Step[] = []
  const follow: number[][] = []

  const step = (of: Step): Part => {
    const place = steps.push(of) - 1
    follow.push([])
    return { first: [place], last: [place], empty: false }
  }
  const join = (a: Part, b: Part): Part => {
    for (const place of a.last) follow[place]!.push(...b.first.filter((next) => !follow[place]!.includes(next)))
    return {
      first: a.empty ? [...a.first, ...b.first] : a.first,
      last: b.empty ? [...a.last, ...b.last] : b.last,
      empty: a.empty && b.empty,
    }
  }
  const either = (a: Part, b: Part): Part => ({ first: [...a.first, ...b.first], last: [...a.last, ...b.last], empty: a.empty || b.empty })
  const times = (of: Expression, least: number, most: number): Part => {
    if (most === 0) return nothing
    const head = part(of)
    return join(least > 0 ? head : { ...head, empty: true }, times(of, Math.max(0, least - 1), most - 1))
  }
  const part = (of: Expression): Part => {
    switch (of.kind) {
      case 'step': return step(of.step)
      case 'sequence': return of.of.map(part).reduce(join)
      case 'choice': return of.of.map(part).reduce(either)
      case 'times': return times(of.of, of.least, of.most)
    }
  }

  const whole = part(expression)
  return { steps, first: whole.first, follow, last: whole.last }
}

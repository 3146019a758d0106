import { AND, BY, LIKE, THE, TO } from '../lexicon/pack.ts'

/**
 * One step of a pattern: a word by its stem (`word`), or anything of a class (`{month}`). `as` keeps what it carries under a name of its own.
 * `require` and `forbid` are bits of what is written fast to the front; null leaves the choice to the place: the first step of a
 * pattern may carry "and" or a preposition, later ones only the article.
 */
export type Step = { readonly kind: 'word' | 'class'; readonly name: string; readonly as: string | null; readonly require: number; readonly allow: number; readonly forbid: number }

export type Expression =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Expression[] }
  | { readonly kind: 'times'; readonly of: Expression; readonly least: number; readonly most: number }

const bits: Readonly<Record<string, number>> = { and: AND, to: TO, by: BY, like: LIKE, the: THE }

/** A pattern that cannot be read: the message says what was found where. */
export class NotationError extends Error {}

const lexeme = /\s*(?:(?<before>(?:-?(?:and|to|by|like|the)\??\+)*)(?:\{(?<class>[a-z.-]+)(?::(?<as>[a-z]+))?\}|'(?<mark>[^']+)'|(?<word>[\p{L}\p{M}]+))|(?<sign>[()|?]|\*\d|\+\d))/uy

type Piece = { readonly sign: string } | { readonly step: Step }

const stepOf = (groups: Readonly<Record<string, string | undefined>>): Step => {
  let [require, allow, forbid] = [0, 0, 0]
  for (const [, no, name, maybe] of (groups['before'] ?? '').matchAll(/(-?)([a-z]+)(\??)\+/g)) {
    const bit = bits[name!] ?? 0
    if (no) forbid |= bit
    else if (maybe) allow |= bit
    else require |= bit
  }
  const name = groups['class'] ?? groups['mark'] ?? groups['word'] ?? ''
  return { kind: groups['class'] ? 'class' : 'word', name, as: groups['as'] ?? null, require, allow, forbid }
}

const pieces = (notation: string): readonly Piece[] => {
  const found: Piece[] = []
  lexeme.lastIndex = 0
  while (lexeme.lastIndex < notation.trimEnd().length) {
    const at = lexeme.lastIndex
    const groups = lexeme.exec(notation)?.groups
    if (!groups) throw new NotationError(`'${notation.slice(at, at + 20).trim()}' is neither a word, a {class}, a 'mark' nor one of ( ) | ? *n +n`)
    found.push(groups['sign'] ? { sign: groups['sign'] } : { step: stepOf(groups) })
  }
  return found
}

type Cursor = { readonly pieces: readonly Piece[]; at: number }

const signAt = (cursor: Cursor): string | null => {
  const piece = cursor.pieces[cursor.at]
  return piece && 'sign' in piece ? piece.sign : null
}

const one = (cursor: Cursor): Expression => {
  const piece = cursor.pieces[cursor.at++]
  if (!piece) throw new NotationError('the pattern ends where something is expected')
  if ('step' in piece) return { kind: 'step', step: piece.step }
  if (piece.sign !== '(') throw new NotationError(`'${piece.sign}' has nothing before it`)
  const inner = choice(cursor)
  if (signAt(cursor) !== ')') throw new NotationError("'(' is never closed")
  cursor.at += 1
  return inner
}

/** `x?` at most once, `x*3` none to three times, `x+3` one to three times. */
const repeated = (cursor: Cursor): Expression => {
  const of = one(cursor)
  const sign = signAt(cursor)
  if (!sign || !/^[?*+]/.test(sign)) return of
  cursor.at += 1
  return { kind: 'times', of, least: sign[0] === '+' ? 1 : 0, most: sign === '?' ? 1 : Number(sign.slice(1)) }
}

const sequence = (cursor: Cursor): Expression => {
  const of: Expression[] = []
  while (cursor.at < cursor.pieces.length && signAt(cursor) !== '|' && signAt(cursor) !== ')') of.push(repeated(cursor))
  if (of.length === 0) throw new NotationError('an alternative is empty')
  return of.length === 1 ? of[0]! : { kind: 'sequence', of }
}

const choice = (cursor: Cursor): Expression => {
  const of = [sequence(cursor)]
  while (signAt(cursor) === '|') {
    cursor.at += 1
    of.push(sequence(cursor))
  }
  return of.length === 1 ? of[0]! : { kind: 'choice', of }
}

/** Reads the notation of a pattern. Throws `NotationError`, which the caller turns into a mistake of the pack with file and line. */
export const parseNotation = (notation: string): Expression => {
  const cursor: Cursor = { pieces: pieces(notation), at: 0 }
  const read = choice(cursor)
  if (cursor.at < cursor.pieces.length) throw new NotationError("')' closes nothing")
  return read
}

/** Every step of an expression, in the order written. */
export const stepsOf = (expression: Expression): readonly Step[] =>
  expression.kind === 'step' ? [expression.step] : expression.kind === 'times' ? stepsOf(expression.of) : expression.of.flatMap(stepsOf)

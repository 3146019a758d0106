import { readSource, type Source } from './source.ts'
import { compileGrammar, wordsOf } from '../pattern/compile.ts'
import type { FlatGrammar } from '../pattern/flat.ts'
import { foldWord } from '../../text/index.ts'
import type { Pack } from './pack.ts'
import { compileNames, describesNames } from './namelist.ts'
import type { FlatNames } from './names.ts'
import type { Paradigms } from './paradigm.ts'
import type { Clitic } from './split.ts'
import { type Stemming, stemmingOf } from './stem.ts'
import { type Syntax, syntaxOf } from './syntax.ts'
import { compileWords, describesWords, type FlatWords } from './words.ts'

/** A pack after compilation: plain data, written to disk as JSON and read back in a few milliseconds. */
export type Compiled = {
  readonly language: string
  readonly syntax: Syntax
  readonly clitics: readonly Clitic[]
  readonly enclitics: readonly string[]
  readonly futures: Pack['futures']
  readonly stemming: Stemming
  readonly words: FlatWords
  readonly names: FlatNames
  readonly grammar: FlatGrammar
  /** Words that stand in patterns and must be known to be split from their clitics. */
  readonly literals: readonly string[]
}

type Guesses = { readonly future?: { readonly begins: readonly string[]; readonly letters: number } }

const futuresOf = (guesses: Guesses | undefined): Pack['futures'] => (guesses?.future ? { ...guesses.future, begins: guesses.future.begins.map(foldWord) } : null)

/** Compiles the YAML of one language. Throws `Mistake` with file, line and cure when an entry is wrong. */
export const compile = (source: Source): Compiled => {
  const { settings, entries } = source
  const syntax = syntaxOf(settings.value['syntax'])
  const grammar = compileGrammar(entries, { paradigms: settings.value['paradigms'] as Paradigms, clitics: (settings.value['clitics'] ?? []) as readonly Clitic[] })
  return {
    language: String(settings.value['language']), syntax,
    clitics: (settings.value['clitics'] ?? []) as readonly Clitic[],
    enclitics: (settings.value['enclitics'] ?? []) as readonly string[],
    futures: futuresOf(settings.value['guesses'] as Guesses | undefined),
    stemming: stemmingOf(settings.value['stemming'] as Parameters<typeof stemmingOf>[0]),
    words: compileWords(entries.filter(describesWords), settings.value['paradigms'] as Paradigms, syntax),
    names: compileNames(
      entries.filter(describesNames), (settings.value['clitics'] ?? []) as readonly Clitic[], settings.value['paradigms'] as Paradigms, String(settings.value['language']),
    ),
    grammar,
    literals: wordsOf(grammar),
  }
}

export const compileFolder = (folder: string): Compiled => compile(readSource(folder))

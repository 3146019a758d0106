import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foldWord } from '../../text/index.ts'
import { hydrateGrammar } from '../pattern/grammar.ts'
import type * as Compiler from './compile.ts'
import type { Compiled } from './compile.ts'
import { AND, type Lexeme, type Pack } from './pack.ts'
import type { Syntax } from './syntax.ts'
import { hydrateNames } from './look.ts'
import { type Clitic, type Known, splitter } from './split.ts'
import type { FlatSense } from './words.ts'
import { writer } from './written.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const sources = join(here, '..', '..', 'packs')
const artifact = (language: string) => join(root, 'build', 'packs', `${language}.json`)

/** The words that a pack knows. A word is put to work when it is first met: a text meets few of them. */
const knownWords = ({ words, literals, names }: Compiled): ((form: string) => Known | undefined) => {
  const literal = new Set(literals.map(foldWord))
  const kept = new Map<string, Known>()
  const sense = ([lexeme, form, number, rest, joined]: FlatSense) =>
    ({ lexeme: words.lexemes[lexeme] as Lexeme, form, number, rest: rest === '' ? [] : rest.split(' '), joined: joined === 1 })
  const make = (form: string): Known => ({
    senses: Object.hasOwn(words.forms, form) ? words.forms[form]!.map(sense) : [], literal: literal.has(form),
    name: Object.hasOwn(names.terms, form) && names.terms[form]!.some(([kind]) => kind === 'name'),
  })
  return (form) => {
    const before = kept.get(form)
    if (before) return before
    const known = make(form)
    if (known.senses.length === 0 && !known.literal && !known.name) return undefined
    kept.set(form, known)
    return known
  }
}

const letterOf = (clitics: readonly Clitic[], name: string): string | null => {
  const found = clitics.find(({ is }) => is.length === 1 && is[0] === name)
  return found ? foldWord(found.write) : null
}

/** The first word that stands apart and says as much. */
const apartWord = ({ apart }: Syntax, bits: number): string | null => Object.keys(apart).find((word) => apart[word] === bits) ?? null

/** Puts a compiled pack to work. */
export const hydrate = (compiled: Compiled): Pack => {
  const { language, syntax, futures, clitics, stemming } = compiled
  const enclitics = compiled.enclitics.map(foldWord)
  const grammar = hydrateGrammar(compiled.grammar)
  const names = hydrateNames(compiled.names, clitics, enclitics)
  const stems = splitter(clitics.map((clitic) => ({ ...clitic, write: foldWord(clitic.write) })), enclitics, knownWords(compiled))
  return { language, syntax, futures, clitic: { the: letterOf(compiled.clitics, 'the'), and: letterOf(clitics, 'and') ?? apartWord(syntax, AND), by: letterOf(clitics, 'by'), to: letterOf(clitics, 'to') }, grammar, names, stemming, ...writer({ stems, names, grammar, futures, syntax }) }
}

const newest = (folder: string): number => {
  try {
    return readdirSync(folder).reduce((latest, name) => (name.endsWith('.yaml') || name.endsWith('.ts') ? Math.max(latest, statSync(join(folder, name)).mtimeMs) : latest), 0)
  } catch {
    return 0
  }
}

const modified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1

/** The compiler and its YAML parser are loaded only where there is something to compile: they cost every start a tenth of it. */
const compiler = (): typeof Compiler => createRequire(import.meta.url)(`./compile${extname(import.meta.url)}`) as typeof Compiler

const build = (language: string): Compiled => {
  const compiled = compiler().compileFolder(join(sources, language))
  const path = artifact(language)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(compiled))
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // A folder that cannot be written to costs a second at the next start, nothing else.
    return compiled
  }
  return compiled
}

/** An installed package brings compiled packs and no YAML: there they are never stale. */
const stale = (language: string): boolean => {
  const yaml = newest(join(sources, language))
  return yaml > 0 && Math.max(yaml, newest(here), newest(join(here, '..', 'pattern'))) > modified(artifact(language))
}

const kept = new Map<string, Pack>()

const code = /^[a-z]{2,3}$/

/** Whether a language can be read: its pack stands beside the program, compiled or as YAML. The name becomes part of a path, so it is checked. */
export const hasPack = (language: string): boolean =>
  kept.has(language) || (code.test(language) && (modified(artifact(language)) >= 0 || modified(join(sources, language, 'pack.yaml')) >= 0))

/** The pack of a language, compiled anew when its YAML or the compiler is newer than what was compiled last. */
export const loadPack = (language: string): Pack => {
  const before = kept.get(language)
  if (before) return before
  const path = artifact(language)
  const compiled = stale(language) ? build(language) : (JSON.parse(readFileSync(path, 'utf8')) as Compiled)
  const pack = hydrate(compiled)
  kept.set(language, pack)
  return pack
}

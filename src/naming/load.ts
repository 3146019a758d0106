import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Compiler from './compile.ts'
import type { Labels } from './labels.ts'

const here = dirname(fileURLToPath(import.meta.url))
const sources = join(here, '..')

/** An installed package brings the labels compiled, and no YAML. */
const artifact = join(here, '..', '..', 'build', 'packs', 'labels.json')

/** Where labels come from: the languages that have them, and those of one. */
type Shelf = { readonly languages: readonly string[]; readonly labels: (language: string) => Labels }

const ofSources = (): Shelf => {
  const { compileLabels, labelled } = createRequire(import.meta.url)(`./compile${extname(import.meta.url)}`) as typeof Compiler
  return { languages: labelled(sources), labels: (language) => compileLabels(sources, language) }
}

const ofPackage = (): Shelf => {
  const all = new Map((JSON.parse(readFileSync(artifact, 'utf8')) as readonly Labels[]).map((labels) => [labels.language, labels]))
  return { languages: [...all.keys()], labels: (language) => all.get(language)! }
}

let opened: Shelf | null = null

const shelf = (): Shelf => (opened ??= existsSync(join(sources, 'packs')) ? ofSources() : ofPackage())

const kept = new Map<string, Labels>()

/** The languages in which titles can be written. */
export const titleLanguages = (): readonly string[] => shelf().languages

/** The labels of a language; null where its pack has none. */
export const labelsOf = (language: string): Labels | null => {
  const before = kept.get(language)
  if (before) return before
  if (!titleLanguages().includes(language)) return null
  const labels = shelf().labels(language)
  kept.set(language, labels)
  return labels
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { Misuse } from '../ledger/index.ts'
import { largest } from '../text/index.ts'
import type { Coming } from '../server/index.ts'
import { finished } from './output.ts'
import { lookOf, readAll } from './read.ts'
import { misuse, samplesHelp } from './usage.ts'

const corpus = join(import.meta.dirname, '..', '..', 'corpus')

type About = { readonly title?: string; readonly issued?: string | number | null }

const named = (name: string, parts: readonly string[]): boolean => parts.length === 0 || parts.some((part) => name.includes(part))

const sample = (name: string): Coming => {
  const folder = join(corpus, name)
  const { title, issued } = (existsSync(join(folder, 'about.yaml')) ? parse(readFileSync(join(folder, 'about.yaml'), 'utf8')) : {}) as About
  const file = relative(process.cwd(), join(folder, 'text.txt'))
  return { job: { kind: 'file', name: file, title: title ? `${title} (${name})` : name, issued: issued ? String(issued) : null }, bytes: 0 }
}

async function* each(names: readonly string[]): AsyncGenerator<Coming> {
  for (const name of names) yield sample(name)
}

/** `tawafuq samples [PART...]`: the communiqués of the corpus, each with the date that stands beside it. */
export const samplesVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true }))
  if (values.help) return finished(samplesHelp)
  const names = existsSync(corpus) ? readdirSync(corpus).sort().filter((name) => existsSync(join(corpus, name, 'text.txt')) && named(name, positionals)) : []
  if (names.length === 0) throw new Misuse(`No sample ${positionals.length > 0 ? `has a name with ${positionals.join(' or ')}` : 'lies beside the program'}.`)
  const settings = { format: 'text', alone: false, issued: null, language: null, explain: false, limit: largest, look: lookOf(false) } as const
  return readAll(each(names), settings, 1, names.length)
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { languageOf } from '../src/text/index.ts'

/** A text as a bench reads it; `date` is what relative dates count from. */
export type BenchText = { readonly id: string; readonly text: string; readonly date: string | null }

const corpus = join(import.meta.dirname, '..', 'corpus')

const fromLines = (file: string): readonly BenchText[] =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const { id, text, date } = JSON.parse(line) as { readonly id: string | number; readonly text: string; readonly date?: string | null }
    return { id: String(id), text, date: date ?? null }
  })

const issued = (id: string): string | null => {
  const about = parse(readFileSync(join(corpus, id, 'about.yaml'), 'utf8')) as { readonly issued?: string | number | null }
  return about.issued ? String(about.issued) : null
}

const fromCorpus = (): readonly BenchText[] =>
  readdirSync(corpus).sort().filter((id) => existsSync(join(corpus, id, 'about.yaml')))
    .map((id) => ({ id, text: readFileSync(join(corpus, id, 'text.txt'), 'utf8'), date: issued(id) }))

export const bytes = (texts: readonly BenchText[]): number => texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

/** The first texts, over and over, until there are `size` bytes of UTF-8: the same work on every machine. */
export const benchTexts = (file: string | undefined, size: number, language?: string): readonly BenchText[] => {
  const all = (file === undefined ? fromCorpus() : fromLines(file)).filter(({ text }) => language === undefined || languageOf(text) === language)
  if (all.length === 0) throw new RangeError(`no text${language === undefined ? '' : ` in '${language}'`} to measure: name a file of lines {"id","text","date"}`)
  const chosen: BenchText[] = []
  for (let held = 0, at = 0; held < size; at += 1) {
    const next = all[at % all.length]!
    chosen.push(next)
    held += Math.max(1, Buffer.byteLength(next.text))
  }
  return chosen
}

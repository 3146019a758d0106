import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** An entry of a pack as a linguist wrote it, with the place where it stands. */
export type Entry = { readonly file: string; readonly line: number; readonly value: Readonly<Record<string, unknown>> }

export type Source = { readonly settings: Entry; readonly entries: readonly Entry[] }

/** A mistake in a pack: where, what, and what to do about it. */
export class Mistake extends Error {
  constructor(entry: { readonly file: string; readonly line: number }, what: string, cure: string) {
    super(`${entry.file}:${entry.line}: ${what}. ${cure}`)
    this.name = 'Mistake'
  }
}

const parse = (path: string) => {
  const file = path.split('/').slice(-3).join('/')
  const lines = new LineCounter()
  const tree = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const fault = tree.errors[0]
  if (fault) throw new Mistake({ file, line: lines.linePos(fault.pos[0]).line }, 'not valid YAML', fault.message.split('\n')[0] ?? '')
  return { file, lines, tree }
}

const entriesOf = (path: string): readonly Entry[] => {
  const { file, lines, tree } = parse(path)
  if (!isSeq(tree.contents)) throw new Mistake({ file, line: 1 }, 'a list of entries is expected', 'Begin each entry with "- id: …".')
  return tree.contents.items.map((node) => {
    const line = lines.linePos((isMap(node) || isScalar(node) ? node.range?.[0] : 0) ?? 0).line
    if (!isMap(node)) throw new Mistake({ file, line }, 'an entry with named fields is expected', 'Write "- id: …" and its fields below it.')
    return { file, line, value: node.toJS(tree) as Record<string, unknown> }
  })
}

/** Files of a pack that hold no entries: the settings, and the labels by which titles are written. */
const apart = new Set(['pack.yaml', 'labels.yaml'])

/** Reads the YAML files of a pack's folder: `pack.yaml` holds the settings, each other file a list of entries, but for the labels. */
export const readSource = (folder: string): Source => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()
  const { file, tree } = parse(join(folder, 'pack.yaml'))
  return {
    settings: { file, line: 1, value: tree.toJS() as Record<string, unknown> },
    entries: files.filter((name) => !apart.has(basename(name))).flatMap((name) => entriesOf(join(folder, name))),
  }
}

/** The languages that have a folder of YAML below `packs`. */
export const languages = (packs: string): readonly string[] => readdirSync(packs).filter((name) => existsSync(join(packs, name, 'pack.yaml'))).sort()

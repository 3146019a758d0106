import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.ts'
import { hydrate } from './load.ts'
import type { Pack } from './pack.ts'
import { type Entry, languages, readSource, type Source } from './source.ts'
import { fires, occursIn, readsAs, type Reads, told, trail, without } from './told.ts'
import { describesWords } from './words.ts'

/** Every word of every pack proves itself: its example reads as stated and would not without it, and what it must never read it does not. */

const packs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs')

type Proof = { readonly source: Source; readonly pack: Pack }

const changes = ({ pack }: Proof, example: string, reads: Reads, id: string, other: Pack): boolean => !readsAs(example, reads, id, other) || trail(example, pack) !== trail(example, other)

/** A pack compiled without the entry; slower than `without`, and exact where a word only keeps another from being split. */
const compiledWithout = ({ source }: Proof, id: string): Pack => hydrate(compile({ ...source, entries: source.entries.filter(({ value }) => value['id'] !== id) }))

const proves = (proof: Proof, example: string, reads: Reads, { value }: Entry): void => {
  const id = String(value['id'])
  const { pack } = proof
  assert.ok(readsAs(example, reads, id, pack), `"${example}"\nmust read ${JSON.stringify(reads)}\nand reads\n${told(example, pack)}`)
  assert.ok(changes(proof, example, reads, id, without(pack, id)) || changes(proof, example, reads, id, compiledWithout(proof, id)), `"${example}"\nreads the same without this entry: it is not needed there. Find a sentence where it is, or drop it.`)
}

const spares = ({ pack }: Proof, text: string, entry: Entry): void => {
  assert.ok(occursIn(text, pack, String(entry.value['id'])), `"${text}"\ncannot be misread: no word of it is written like a form of this entry. Find one that is, or drop the sentence.`)
  assert.ok(!fires(text, entry, pack), `"${text}"\nmust not be read by this entry, and reads\n${told(text, pack)}`)
}

const prove = (proof: Proof, entry: Entry): void => {
  const { id, example, reads, never } = entry.value as { readonly id: string; readonly example?: string; readonly reads?: Reads; readonly never?: readonly string[] }
  test(`${id} (${entry.file}:${entry.line})`, () => {
    assert.ok(example !== undefined && reads !== undefined, 'a word proves itself with an example and what it reads')
    proves(proof, example, reads, entry)
    for (const text of never ?? []) spares(proof, text, entry)
  })
}

for (const language of languages(packs)) {
  const source = readSource(join(packs, language))
  const proof: Proof = { source, pack: hydrate(compile(source)) }
  for (const entry of source.entries.filter(describesWords)) prove(proof, entry)
}

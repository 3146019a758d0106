import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { open } from '../../text/index.ts'
import { loadPack } from '../lexicon/load.ts'
import { demonymForms, describesNames, nameKind, nameKinds } from '../lexicon/namelist.ts'
import type { Paradigms } from '../lexicon/paradigm.ts'
import { type Entry, readSource } from '../lexicon/source.ts'
import { markNames } from '../names.ts'
import { openPage } from '../open.ts'
import { allMentions } from './states.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs', 'ar')
const source = readSource(folder)
const pack = loadPack('ar')
const entries = source.entries.filter(describesNames)

const carriers: Readonly<Record<string, readonly string[]>> = Object.assign({}, ...source.entries.map(({ value }) => value['carrier'] ?? {}))

const list = (value: unknown): readonly string[] => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

const keysIn = (sentence: string): readonly string[] => allMentions(markNames(openPage(sentence, pack, null)).mentions).map(({ key }) => key)

const keyOf = (entry: Entry): string => `${nameKind(entry)!}:${String(entry.value[nameKind(entry)!])}`

/** The carrier sentences in which a spelling is not found. */
const lost = (kind: string, name: string, key: string): readonly string[] =>
  carriers[kind]!.map((carrier) => carrier.replace('{name}', name)).filter((sentence) => !keysIn(sentence).includes(key))

const listed = (entry: Entry): boolean => nameKinds.includes(nameKind(entry) as never)

test('every listed spelling is found in the carrier sentences of its kind', () => {
  const missing = entries.filter(listed).flatMap((entry) => list(entry.value['names']).flatMap((name) => lost(nameKind(entry)!, name, keyOf(entry)).map((sentence) => `${entry.file}:${entry.line} ${sentence}`)))
  assert.deepEqual(missing, [])
})

type Guarded = { readonly name: string; readonly after?: readonly string[]; readonly known?: boolean }

/** A sentence that meets the condition of a guarded spelling. */
const proving = ({ name, after, known }: Guarded, entry: Entry): string => {
  const first = list(entry.value['names'])[0] ?? ''
  return `${known ? `${first} ${first}، ` : ''}${after ? `${after[0]} ` : ''}${name} وأعلن`
}

test('a spelling under a condition is found where the condition is met', () => {
  const missing = entries.filter(listed).flatMap((entry) => ((entry.value['guarded'] ?? []) as readonly Guarded[]).map((guard) => proving(guard, entry)).filter((sentence) => !keysIn(sentence).includes(keyOf(entry))))
  assert.deepEqual(missing, [])
})

test('every form of every demonym is found', () => {
  const rows = (source.settings.value['paradigms'] as Paradigms).adjective
  const states = new Set(entries.filter((entry) => ['state', 'place'].includes(nameKind(entry)!)).flatMap(({ value }) => list(value['names'])).map((name) => open(name).tokens.map(({ form }) => form).join(' ')))
  const missing = entries.flatMap((entry) => list(entry.value['demonym']).flatMap((cited) => demonymForms(cited, rows, 'ال')).filter((form) => !states.has(open(form).tokens.map(({ form }) => form).join(' '))).flatMap((form) => lost('demonym', form, keyOf(entry))))
  assert.deepEqual(missing, [])
})

test('every post names somebody when its holder follows', () => {
  const missing = entries.filter(({ value }) => value['post'] !== undefined && value['speaks'] === undefined).flatMap(({ value }) => list(value['names']))
    .flatMap((name) => carriers['post']!.map((carrier) => carrier.replace('{name}', name)))
    .filter((sentence) => !markNames(openPage(sentence, pack, null)).mentions.some(({ type, name, post }) => type === 'person' && name && post))
  assert.deepEqual(missing, [])
})

test('no counter-example is read as the name it warns of', () => {
  const wrong = entries.filter(listed).flatMap((entry) => list(entry.value['never']).filter((sentence) => keysIn(sentence).includes(keyOf(entry))))
  assert.deepEqual(wrong, [])
})

test('no counter-example of a post or head makes a name', () => {
  const wrong = entries.filter(({ value }) => value['post'] !== undefined || value['head'] !== undefined).flatMap(({ value }) => list(value['never'])).filter((sentence) => keysIn(sentence).some((key) => key.startsWith('person:') || key.startsWith('company:')))
  assert.deepEqual(wrong, [])
})

const heads = entries.filter(({ value }) => value['head'] !== undefined)

test('every head noun makes a name of what follows it', () => {
  const missing = heads.flatMap(({ value }) => list(value['names']).flatMap((name) => carriers['head']!.map((carrier) => carrier.replace('{name}', name)).filter((sentence) => !keysIn(sentence).some((key) => key.startsWith(`${String(value['type'])}:${open(name).tokens[0]!.form} `)))))
  assert.deepEqual(missing, [])
})

test('every noun for parties is known with its meaning', () => {
  const unread = source.entries.filter(({ value }) => (value['means'] as { actor?: string } | undefined)?.actor !== undefined).flatMap(({ value }) => list(value['example']))
    .filter((sentence) => !openPage(sentence, pack, null).words.some(({ stems }) => stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.actor !== undefined))))
  assert.deepEqual(unread, [])
})

import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { open } from '../../text/index.ts'
import { loadPack } from '../lexicon/load.ts'
import type { Pack } from '../lexicon/pack.ts'
import { demonymForms, describesNames, nameKind, nameKinds } from '../lexicon/namelist.ts'
import type { Paradigms } from '../lexicon/paradigm.ts'
import { type Entry, languages, readSource, type Source } from '../lexicon/source.ts'
import { markNames } from '../names.ts'
import { openPage } from '../open.ts'
import { allMentions } from './states.ts'

const packs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs')

const list = (value: unknown): readonly string[] => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)])

const spelled = (name: string): string => open(name).tokens.map(({ form }) => form).join(' ')

const keyOf = (entry: Entry): string => `${nameKind(entry)!}:${String(entry.value[nameKind(entry)!])}`

const listed = (entry: Entry): boolean => nameKinds.includes(nameKind(entry) as never)

type Guarded = { readonly name: string; readonly after?: readonly string[]; readonly before?: readonly string[]; readonly known?: boolean }

/** A sentence that meets the condition of a guarded spelling. */
const proving = ({ name, after, before, known }: Guarded, entry: Entry): string => {
  const first = list(entry.value['names'])[0] ?? ''
  return `${known ? `${first} ${first}, ` : ''}${after ? `${after[0]} ` : ''}${name}${before ? ` ${before[0]}` : ''}.`
}

/** The article written fast to a word, where the language has one. */
const articleOf = ({ settings }: Source): string =>
  ((settings.value['clitics'] ?? []) as readonly { readonly write: string; readonly is: readonly string[] }[]).find(({ is }) => is.length === 1 && is[0] === 'the')?.write ?? ''

const prove = (language: string, source: Source, pack: Pack): void => {
  const entries = source.entries.filter(describesNames)
  const carriers: Readonly<Record<string, readonly string[]>> = Object.assign({}, ...source.entries.map(({ value }) => value['carrier'] ?? {}))
  const mentionsIn = (sentence: string) => allMentions(markNames(openPage(sentence, pack, null)).mentions)
  const keysIn = (sentence: string): readonly string[] => mentionsIn(sentence).map(({ key }) => key)

  /** The carrier sentences in which a spelling is not found. */
  const lost = (kind: string, name: string, key: string): readonly string[] =>
    carriers[kind]!.map((carrier) => carrier.replace('{name}', name)).filter((sentence) => !keysIn(sentence).includes(key))

  test(`${language}: every listed spelling is found in the carrier sentences of its kind`, () => {
    const missing = entries.filter(listed).flatMap((entry) => list(entry.value['names']).flatMap((name) => lost(nameKind(entry)!, name, keyOf(entry)).map((sentence) => `${entry.file}:${entry.line} ${sentence}`)))
    assert.deepEqual(missing, [])
  })

  test(`${language}: a spelling under a condition is found where the condition is met`, () => {
    const missing = entries.filter(listed).flatMap((entry) => ((entry.value['guarded'] ?? []) as readonly Guarded[]).map((guard) => proving(guard, entry)).filter((sentence) => !keysIn(sentence).includes(keyOf(entry))))
    assert.deepEqual(missing, [])
  })

  test(`${language}: every form of every demonym is found`, () => {
    const rows = (source.settings.value['paradigms'] as Paradigms).adjective
    const states = new Set(entries.filter((entry) => ['state', 'place'].includes(nameKind(entry)!)).flatMap(({ value }) => list(value['names'])).map(spelled))
    const forms = (entry: Entry) => list(entry.value['demonym']).flatMap((cited) => demonymForms(cited, rows, articleOf(source))).filter((form) => !states.has(spelled(form)))
    assert.deepEqual(entries.flatMap((entry) => forms(entry).flatMap((form) => lost('demonym', form, keyOf(entry)))), [])
  })

  test(`${language}: every post names somebody when its holder follows`, () => {
    const missing = entries.filter(({ value }) => value['post'] !== undefined && value['speaks'] === undefined).flatMap(({ value }) => list(value['names']))
      .flatMap((name) => carriers['post']!.map((carrier) => carrier.replace('{name}', name)))
      .filter((sentence) => !markNames(openPage(sentence, pack, null)).mentions.some(({ type, name, post }) => type === 'person' && name && post))
    assert.deepEqual(missing, [])
  })

  test(`${language}: no counter-example is read as the name it warns of`, () => {
    assert.deepEqual(entries.filter(listed).flatMap((entry) => list(entry.value['never']).filter((sentence) => keysIn(sentence).includes(keyOf(entry)))), [])
  })

  test(`${language}: no counter-example of a post or head makes a name`, () => {
    const wrong = entries.filter(({ value }) => value['post'] !== undefined || value['head'] !== undefined).flatMap(({ value }) => list(value['never'])).filter((sentence) => keysIn(sentence).some((key) => key.startsWith('person:') || key.startsWith('company:')))
    assert.deepEqual(wrong, [])
  })

  test(`${language}: every head noun makes a name of the words beside it`, () => {
    const heads = entries.filter(({ value }) => value['head'] !== undefined)
    const made = (sentence: string, name: string, entry: Entry): boolean =>
      mentionsIn(sentence).some(({ key, rule }) => key.startsWith(`${String(entry.value['type'])}:`) && rule === `${language}.head.${String(entry.value['head'])}` && key.includes(spelled(name).split(' ')[0]!))
    const missing = heads.flatMap((entry) => list(entry.value['names']).flatMap((name) => carriers['head']!.map((carrier) => carrier.replace('{name}', name)).filter((sentence) => !made(sentence, name, entry))))
    assert.deepEqual(missing, [])
  })

  test(`${language}: every noun for parties is known with its meaning`, () => {
    const unread = source.entries.filter(({ value }) => (value['means'] as { actor?: string } | undefined)?.actor !== undefined).flatMap(({ value }) => list(value['example']))
      .filter((sentence) => !openPage(sentence, pack, null).words.some(({ stems }) => stems.some(({ senses }) => senses.some(({ lexeme }) => lexeme.means.actor !== undefined))))
    assert.deepEqual(unread, [])
  })
}

for (const language of languages(packs)) prove(language, readSource(join(packs, language)), loadPack(language))

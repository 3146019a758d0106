import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { actions, forces, instrumentStatuses, instrumentTypes, meetingStatuses, meetingTypes, stages } from '../src/model/index.ts'
import { compileFolder } from '../src/reader/lexicon/compile.ts'
import { root } from './run.ts'

/** The drawing of the house: what each room may import. `packages`: whether it may use code from outside the project. */
const rooms: Readonly<Record<string, { readonly from: readonly string[]; readonly packages: boolean }>> = {
  model: { from: [], packages: false },
  text: { from: ['model'], packages: true },
  packs: { from: [], packages: true },
  reader: { from: ['model', 'text', 'packs'], packages: true },
  naming: { from: ['model', 'packs'], packages: true },
  ledger: { from: ['model'], packages: true },
  store: { from: ['model', 'ledger'], packages: true },
  exchange: { from: ['model', 'ledger'], packages: true },
  server: { from: ['model', 'text', 'packs', 'reader', 'naming', 'ledger', 'store', 'exchange'], packages: true },
  cli: { from: ['model', 'text', 'packs', 'reader', 'naming', 'ledger', 'store', 'exchange', 'server'], packages: true },
}

const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
const source = (file: string): string => readFileSync(join(root, file), 'utf8')
const roomOf = (file: string): string => file.split('/')[1]!

type Import = { readonly file: string; readonly what: string }

const imports: readonly Import[] = files.flatMap((file) =>
  Array.from(source(file).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm), ([, what]) => ({ file, what: what! })))
const inner = imports.filter(({ what }) => what.startsWith('.')).map(({ file, what }) => ({ file, what: normalize(join(dirname(file), what)) }))

test('the test sees the imports', () => assert.ok(inner.length > 20))

test('every room is in the drawing', () => {
  for (const file of files) assert.ok(rooms[roomOf(file)], `${file} lies in a room that the drawing does not have`)
})

test('rooms import only downwards, and reader and ledger never each other', () => {
  for (const { file, what } of inner) {
    const [here, there] = [roomOf(file), roomOf(what)]
    assert.ok(what.startsWith('src/'), `${file} imports ${what}, which is outside src`)
    assert.ok(here === there || rooms[here]!.from.includes(there), `${file} (${here}) may not import ${what} (${there})`)
  }
})

test('another room is entered through its face', () => {
  for (const { file, what } of inner.filter(({ file, what }) => roomOf(file) !== roomOf(what) && file !== 'src/cli/packs.ts')) {
    assert.equal(basename(what), 'index.ts', `${file} imports ${what}: import the index.ts of the room`)
  }
})

test('the model uses nothing from outside', () => {
  for (const { file, what } of imports) assert.ok(what.startsWith('.') || rooms[roomOf(file)]!.packages, `${file} imports ${what}`)
})

test('imports name files that are there, with their ending', () => {
  for (const { file, what } of inner) assert.ok(what.endsWith('.ts') && existsSync(join(root, what)), `${file} imports ${what}`)
})

test('no file and no room is called by a name that says nothing', () => {
  for (const file of globSync('{src,score,bench,test}/**/*', { cwd: root })) assert.doesNotMatch(file, /(?:^|\/)(?:utils?|common|shared|helpers?|lib|core|misc)(?:\.|\/|$)/i)
})

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

/** `text` knows letters, by which it tells languages and finds sentences, but no words. */
test('no language stands in the code: words are in packs', () => {
  const foreign = /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu
  const found = files.filter((file) => roomOf(file) !== 'text').flatMap((file) => (withoutComments(source(file)).match(foreign) ?? []).map((word) => `${file}: ${word}`))
  assert.deepEqual(found, [])
})

/** Every form of the words by which English promises and reports, and its names of days, months and numbers, as its pack has them. */
const triggers = (): ReadonlySet<string> => {
  const { words, grammar } = compileFolder(join(root, 'src', 'packs', 'en'))
  const telling = words.lexemes.map(({ means: { force, says, role, actor } }) => (force ?? says ?? actor) !== undefined || role === 'adverb')
  const forms = Object.entries(words.forms).flatMap(([form, senses]) => senses.filter(([lexeme]) => telling[lexeme]).map(([, , , rest]) => (rest === '' ? form : `${form} ${rest}`)))
  const counted = Object.entries(grammar.terms).filter(([, terms]) => terms.some(([kind]) => grammar.kinds[kind]!.classes.some((name) => /^(?:month|weekday|numeral|shift)/.test(name)))).map(([form]) => form)
  return new Set([...forms, ...counted].filter((word) => /^[a-z' -]{3,}$/.test(word)))
}

/** Codes of the reading and of the grammar that are written like words of a language. */
const codes: ReadonlySet<string> = new Set([...actions, ...forces, ...instrumentStatuses, ...instrumentTypes, ...meetingTypes, ...meetingStatuses, ...stages, 'said', 'first', 'second', 'third', 'half', 'hundred', 'ten', 'one', 'two', 'they', 'both', 'leaders', 'government', 'should', 'next', 'last', 'already', 'also', 'past', 'the', 'following', 'state', 'side', 'parties', 'participants', 'commitment', 'note', 'says', 'announces', 'this', 'may'])

test('the reader asks what a word is, never which word it is', () => {
  const known = triggers()
  assert.ok(known.has('vowed') && known.has('is expected to') && known.has('tuesday'))
  const found = files.filter((file) => roomOf(file) === 'reader').flatMap((file) => Array.from(withoutComments(source(file)).matchAll(/'([^'\n]+)'/g), ([, word]) => word!).filter((word) => known.has(word) && !codes.has(word)).map((word) => `${file}: ${word}`))
  assert.deepEqual(found, [])
})

test('no room but the packs asks for the name of a language', () => {
  const asks = /(?:language|lang)\s*[=!]==\s*'|'(?:ar|en)'\s*[=!]==/
  for (const file of files.filter((one) => ['reader', 'naming', 'cli'].includes(roomOf(one)) && !one.endsWith('told.ts'))) assert.doesNotMatch(withoutComments(source(file)), asks, file)
})

test('nothing is exported by default', () => {
  for (const file of files) assert.doesNotMatch(source(file), /^export default/m, file)
})

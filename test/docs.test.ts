import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { parse, parseDocument } from 'yaml'
import { serveHelp } from '../src/cli/serve.ts'
import { readHelp } from '../src/cli/usage.ts'
import * as codes from '../src/model/codes.ts'
import { headsOf } from '../src/reader/heads.ts'
import { readCommitments } from '../src/reader/commitments.ts'
import { compile } from '../src/reader/lexicon/compile.ts'
import { loadPack } from '../src/reader/lexicon/load.ts'
import { nameKinds } from '../src/reader/lexicon/namelist.ts'
import { flag } from '../src/reader/lexicon/names.ts'
import { readSource } from '../src/reader/lexicon/source.ts'
import { openPage } from '../src/reader/open.ts'
import type { Page } from '../src/reader/page.ts'
import { marking } from '../src/reader/read.ts'
import { sceneOf } from '../src/reader/scene.ts'
import { speakers } from '../src/reader/speakers.ts'
import { triggerAt } from '../src/reader/triggers.ts'
import { json, program, root } from './run.ts'

/** Examples, commands and links of the documents hold, or a test says which do not. */

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-docs-'))
after(() => rmSync(folder, { recursive: true }))

const documents = globSync('{*.md,decisions/*.md,corpus/*.md,threads/**/*.md,src/**/*.md}', { cwd: root }).sort()
const content = (file: string): string => readFileSync(join(root, file), 'utf8')
const manifest = JSON.parse(content('package.json')) as { readonly version: string; readonly scripts: Readonly<Record<string, string>> }

const sources = new Set(globSync('{src,score,bench,test,web/api}/**/*.ts', { cwd: root }).map((path) => basename(path)))

type Fence = { readonly info: string; readonly body: string }
const fences = (file: string): readonly Fence[] => Array.from(content(file).matchAll(/^```(.*)\n([\s\S]*?)^```$/gm), ([, info, body]) => ({ info: info!.trim(), body: body! }))
const fence = (file: string, info: string): string => {
  const found = fences(file).find((one) => one.info === info)
  assert.ok(found, `${file} has no block "${info}"`)
  return found.body
}
const outputAfter = (file: string, info: string): string => {
  const all = fences(file)
  const at = all.findIndex((one) => one.info === info)
  assert.equal(all[at + 1]?.info, 'text output', `after the block "${info}" of ${file} stands what it prints`)
  return all[at + 1]!.body
}

/** What a document shows has no signs of direction: they are invisible, and whoever copies a document loses them. */
const shown = (output: string): string => output.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll(/ +$/gm, '').trimEnd()

// ---- links and commands

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')

/** The anchor that GitHub gives a heading. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/g, '-')
const anchors = (file: string): readonly string[] => Array.from(content(file).replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm), ([, heading]) => anchor(heading!))

for (const file of documents) {
  test(`the links of ${file} lead somewhere`, () => {
    for (const [, target] of withoutCode(content(file)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target!)) continue
      const [path, heading] = target!.split('#') as [string, string | undefined]
      const to = path === '' ? file : normalize(join(dirname(file), path))
      assert.ok(existsSync(join(root, to)), `${target} is not there`)
      if (heading !== undefined) assert.ok(anchors(to).includes(heading), `${to} has no heading #${heading}`)
    }
  })

  test(`the commands of ${file} are there`, () => {
    for (const [, script] of content(file).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)) assert.ok(manifest.scripts[script!], `npm run ${script} is no script of package.json`)
    for (const [, script] of content(file).matchAll(/npm (start|test)\b/g)) assert.ok(manifest.scripts[script!], `npm ${script}`)
  })

  test(`the files that ${file} names are there`, () => {
    const named = Array.from(content(file).matchAll(/`((?:src|score|bench|test|corpus|threads|decisions|build|dist)\/[\w./-]+)`/g), ([, path]) => path!)
    for (const path of named.filter((path) => !/^(?:build|dist)\//.test(path))) assert.ok(existsSync(join(root, path)), `${path} is not there`)
    const bare = Array.from(content(file).matchAll(/`(?:[\w-]+\/)*([\w-]+(?:\.test)?\.ts)`/g), ([, name]) => name!)
    for (const name of bare.filter((name) => name !== 'x.test.ts')) assert.ok(sources.has(name), `there is no ${name}`)
  })
}

test('every decision is numbered, with context, choice and cost', () => {
  const files = globSync('*.md', { cwd: join(root, 'decisions') }).sort()
  files.forEach((file, at) => {
    const text = content(join('decisions', file))
    const number = String(at + 1).padStart(4, '0')
    assert.ok(file.startsWith(`${number}-`) && text.startsWith(`# ${number} `), file)
    for (const part of ['Context', 'Choice', 'Cost']) assert.match(text, new RegExp(`^## ${part}$`, 'm'), `${file} has no ${part}`)
  })
})

test('the changelog knows the version of the package', () => assert.match(content('CHANGELOG.md'), new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm')))

test('what the build machine runs is what the README tells', () => {
  const commands = content('.ci/run').split('\n').filter((line) => line.startsWith('npm '))
  assert.deepEqual(commands, ['npm ci', 'npm test'])
  assert.ok(content('README.md').includes(commands.join(' && ')))
  assert.ok(statSync(join(root, '.ci/run')).mode & 0o100, '.ci/run can be run')
})

// ---- README

const readme = 'README.md'
const report = join(folder, 'report.txt')
writeFileSync(report, fence(readme, 'text report.txt'))

const tawafuq = (args: readonly string[]): string => execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, COLUMNS: '80' } })
const command = fence(readme, 'sh example').trim().replace(/^npm run -s tawafuq -- /, '').split(' ')

test('the README shows what the reader prints', () => assert.equal(shown(tawafuq(command)), shown(outputAfter(readme, 'sh example'))))

writeFileSync(join(folder, 'later.txt'), fence(readme, 'text later.txt'))

const commands = (info: string): readonly (readonly string[])[] => fence(readme, info).trim().split('\n').map((line) => line.replace(/^npm run -s tawafuq -- /, '').split(' '))

test('the README shows how a promise is followed', () => {
  assert.equal(shown(commands('sh follow').map(tawafuq).join('')), shown(outputAfter(readme, 'sh follow')))
  const thread = shown(tawafuq(commands('sh thread')[0]!))
  const beginning = shown(fence(readme, 'text beginning'))
  assert.ok(thread.startsWith(beginning), `the thread begins otherwise:\n${thread}`)
})

test('the README shows a part of the JSON that the reader prints', () =>
  assert.partialDeepStrictEqual(json(tawafuq([...command, '--format', 'json'])), JSON.parse(fence(readme, 'json fragment')) as Record<string, never>))

test('the README shows the help of the service', () => assert.equal(fence(readme, 'text serve help').trimEnd(), serveHelp.trimEnd()))

test('the README shows the help', () => assert.equal(fence(readme, 'text help').trimEnd(), readHelp.trimEnd()))

test('the README shows what its program prints', () => {
  const file = join(folder, 'example.ts')
  writeFileSync(file, fence(readme, 'ts example').replace("'tawafuq/reader'", `'${pathToFileURL(join(root, 'src', 'reader', 'index.ts')).href}'`))
  assert.equal(shown(execFileSync(process.execPath, [file], { encoding: 'utf8' })), shown(outputAfter(readme, 'ts example')))
})

// ---- GLOSSARY

test('the glossary knows every code of the field but the sectors, which have a table', () => {
  const { sectors: _sectors, ...lists } = codes
  const text = content('GLOSSARY.md')
  for (const [name, list] of Object.entries(lists)) {
    if (name === 'kinds') continue
    for (const code of list) assert.ok(text.includes(`\`${code}\``), `${name}: ${code}`)
  }
})

// ---- packs

const packs = 'src/packs/README.md'
const source = readSource(join(root, 'src', 'packs', 'ar'))
const english = readSource(join(root, 'src', 'packs', 'en'))

test('every meaning that the reader knows is explained to those who write packs', () => {
  const type = /export type Meaning = \{([\s\S]*?)^\}/m.exec(content('src/reader/lexicon/pack.ts'))![1]!
  const names = Array.from(type.matchAll(/readonly (\w+)\?/g), ([, name]) => name!)
  assert.ok(names.length > 30)
  for (const name of names) assert.ok(content(packs).includes(`\`${name}\``), name)
})

test('every role and actor that a pack uses is explained', () => {
  for (const { value, file, line } of [...source.entries, ...english.entries]) {
    const { role, actor } = (value['means'] ?? {}) as { readonly role?: string; readonly actor?: string }
    for (const used of [role, actor].filter((one) => one !== undefined)) assert.ok(content(packs).includes(`\`${used}\``), `${file}:${line}: ${used}`)
  }
})

test('every kind of name and every flag is explained', () => {
  const shapes = new Set(['definite', 'joined', 'fronted', 'bound']) // Seen by the reader, not written in packs.
  for (const kind of [...nameKinds, ...Object.keys(flag).filter((name) => !shapes.has(name))]) assert.ok(content(packs).includes(`\`${kind}\``), kind)
})

test('the example entries for packs compile', () => {
  const entries = fences(packs).filter(({ info }) => info === 'yaml entry').flatMap(({ body }) => parse(body) as Record<string, unknown>[])
  assert.ok(entries.length > 10)
  for (const { body } of fences(packs).filter(({ info }) => info.startsWith('yaml'))) assert.deepEqual(parseDocument(body).errors, [])
  const added = (info: string) => fences(packs).filter((one) => one.info === info).flatMap(({ body }) => parse(body) as Record<string, unknown>[]).map((value, at) => ({ file: packs, line: at + 1, value }))
  compile({ ...source, entries: [...source.entries, ...added('yaml entry')] })
  compile({ ...english, entries: [...english.entries, ...added('yaml entry en')] })
})

// ---- ARCHITECTURE: one sentence through every pass

const walked = fence(readme, 'text report.txt')
const page: Page = marking.reduce((before, mark) => mark(before), openPage(walked, loadPack('ar'), '2026-05-12'))
const scene = sceneOf(page)
const quote = ({ from, to }: { readonly from: number; readonly to: number }): string => walked.slice(page.text.starts[from], page.text.ends[to - 1])
const written = (at: number): string => quote({ from: at, to: at + 1 })
const letters = ['and', 'to', 'by', 'like', 'the', 'will']
const split = (before: number): string => letters.filter((_, bit) => before & (1 << bit)).map((name) => `${name}+`).join('')

const pick = (form: string): number => page.words.findIndex((word) => word.form === form)
const steps: Readonly<Record<string, () => readonly string[]>> = {
  text: () => [`language ${page.text.language}, ${page.text.length} code points, ${page.text.tokens.length} tokens, ${page.text.sentences.length} sentence`, page.text.tokens.map(({ form }) => form).join(' | ')],
  words: () => ['وستوقع', 'بحلول', 'الحكومتان', 'زياده'].flatMap((form) => page.words[pick(form)]!.stems.map((stem) =>
    `${split(stem.before)}${stem.form}  ${[...new Set(stem.senses.map(({ lexeme, form: as }) => `${lexeme.id} (${as})`))].join(', ') || '-'}`)),
  times: () => page.times.map((time) => `${time.edtf ?? time.hedge}${time.limit ? ' limit' : ''}  ${time.rule}  ${quote(time)}`),
  quantities: () => page.quantities.map((sum) => `${sum.value} ${sum.unit}${sum.per ? ` per ${sum.per}` : ''}  ${sum.rule}  ${quote(sum)}`),
  names: () => page.mentions.map((mention) => `${mention.key}  ${mention.rule}  ${quote(mention)}`),
  glosses: () => scene.glosses.flatMap(({ verbs, nouns, particle, tense, length }, at) => {
    const does = verbs[0] ? `verb ${tense} ${verbs[0].lexeme.id}` : nouns[0] ? `noun ${nouns[0].lexeme.id}` : particle ? `particle ${particle.lexeme.id}` : null
    return does ? [`${does}  ${quote({ from: at, to: at + length })}`] : []
  }),
  clauses: () => scene.clauses.map((clause) => `${clause.kind}  ${quote(clause)}`),
  heads: () => page.words.flatMap((_, at) => {
    const trigger = triggerAt(scene, at)
    if (!trigger) return []
    const heads = headsOf(scene, trigger)?.heads ?? []
    return [`trigger ${trigger.force}  ${trigger.rule}  ${written(at)}`].concat(heads.map((head) => `  head ${head.action}  ${written(head.at)}`))
  }),
  drafts: () => readCommitments(scene, speakers(scene)).commitments.map((draft) =>
    `${draft.force} ${draft.action}, parties ${draft.parties.join(' ')}, due ${draft.deadline?.edtf ?? draft.deadline?.hedge ?? '-'}, target ${draft.target?.value ?? '-'}, words ${draft.passages[0].from}-${draft.passages[0].to}`),
}

for (const [name, step] of Object.entries(steps)) {
  test(`ARCHITECTURE.md shows what the reader makes of its sentence: ${name}`, () => assert.equal(shown(step().join('\n')), shown(fence('ARCHITECTURE.md', `text walk ${name}`))))
}

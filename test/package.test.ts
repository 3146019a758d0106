import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, test } from 'node:test'
import { json, root } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-package-'))
const tree = join(folder, 'tree')
const prefix = join(folder, 'prefix')
const installed = join(prefix, 'lib', 'node_modules', 'tawafuq')
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}` }
const npm = (args: readonly string[], cwd: string): string => execFileSync('npm', [...args], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })

let packed: readonly string[] = []

/** Without a registry the dependencies are those of the checkout. */
const installByHand = (tarball: string): void => {
  rmSync(prefix, { recursive: true, force: true })
  mkdirSync(installed, { recursive: true })
  mkdirSync(join(prefix, 'bin'))
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'))
  symlinkSync(join(installed, 'dist', 'cli', 'tawafuq.js'), join(prefix, 'bin', 'tawafuq'))
}

/** Packs a copy: nothing is built in the checkout, where other tests read at the same time. */
before(() => {
  for (const name of readdirSync(root).filter((name) => !['node_modules', '.git', 'dist', 'build'].includes(name))) cpSync(join(root, name), join(tree, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  const [report] = JSON.parse(npm(['pack', '--json', '--silent'], tree)) as readonly { readonly filename: string; readonly files: readonly { readonly path: string }[] }[]
  packed = report!.files.map(({ path }) => path)
  const tarball = join(tree, report!.filename)
  try {
    npm(['install', '--global', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', tarball], folder)
  } catch {
    installByHand(tarball)
  }
})

after(() => rmSync(folder, { recursive: true, force: true }))

const listing = (): readonly string[] => globSync('{dist,build,corpus}/**/*', { cwd: installed }).sort()
const sample = 'ar-01-jordan-japan-water'

test('the package holds the built program, the compiled packs and the samples, and nothing else', () => {
  const known = /^(?:package\.json|README\.md|LICENSE|NOTICE|dist-web\/.+|dist\/(?:cli|model|reader|naming|text|ledger|store|server)\/.+\.js|dist\/(?:model|reader|naming|text|ledger|store|server)\/.+\.d\.ts|build\/packs\/[a-z]+\.json|corpus\/[^/]+\/(?:text\.txt|about\.yaml)|threads\/[^/]+\/(?:documents\/[^/]+\.txt|about\.yaml))$/
  assert.deepEqual(packed.filter((path) => !known.test(path)), [])
  assert.deepEqual(packed.filter((path) => path.includes('.test.')), [])
  for (const needed of ['dist/cli/tawafuq.js', 'dist/cli/worker.js', 'dist/server/tasks.js', 'dist/reader/index.js', 'dist/reader/index.d.ts', 'dist/model/index.d.ts', 'build/packs/ar.json', 'build/packs/labels.json', 'dist-web/index.html', 'threads/china-kazakhstan/about.yaml']) assert.ok(packed.includes(needed), needed)
})

test('the installed program reads a text, and writes nothing into its own folder', () => {
  const before = listing()
  const { status, stdout, stderr } = spawnSync(join(prefix, 'bin', 'tawafuq'), ['read', join(root, 'corpus', sample, 'text.txt'), '--format', 'json'], { env, cwd: folder, encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  assert.equal(json(stdout)['document']!['language'], 'ar')
  assert.deepEqual(listing(), before)
})

test('the installed program reads many texts in threads, and shows its samples', () => {
  const lines = Array.from({ length: 250 }, (_, id) => `${JSON.stringify({ id, text: 'اتفق الجانبان على تعزيز التعاون.' })}\n`).join('')
  const { status, stdout } = spawnSync(join(prefix, 'bin', 'tawafuq'), ['read', '-', '--input', 'ndjson', '--threads', '2'], { env, input: lines, encoding: 'utf8' })
  assert.deepEqual([status, stdout.trimEnd().split('\n').length], [0, 250])
  assert.equal(spawnSync(join(prefix, 'bin', 'tawafuq'), ['samples', 'ar-01'], { env }).status, 0)
})

const consumer = `import { read } from 'tawafuq/reader'
import { kinds, type Reading } from 'tawafuq/model'
const reading: Reading = read('اتفق الجانبان على تعزيز التعاون.', { issued: '2015-08-25' })
console.log(JSON.stringify([reading.tawafuq, kinds.length]))
`

test('reader and model can be imported, with their types', () => {
  const user = join(folder, 'user')
  mkdirSync(join(user, 'node_modules'), { recursive: true })
  symlinkSync(installed, join(user, 'node_modules', 'tawafuq'))
  writeFileSync(join(user, 'package.json'), '{"type":"module"}')
  writeFileSync(join(user, 'use.ts'), consumer)
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, ['use.ts'], { cwd: user, encoding: 'utf8' })), ['reading/1', 5])
  execFileSync(join(root, 'node_modules', '.bin', 'tsc'), ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', 'use.ts'], { cwd: user, env })
  assert.ok(existsSync(join(installed, 'dist', 'reader', 'index.d.ts')))
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { schema } from '../src/cli/schema.ts'
import { json, jsonLines, program, root, run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-'))
after(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const corpus = readdirSync(join(root, 'corpus')).filter((name) => /^[a-z]{2}-\d+/.test(name)).map((name) => join('corpus', name, 'text.txt'))
const report = corpus[0]!
const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema)
const arabic = 'اتفق الجانبان على تعزيز التعاون في مجال النقل.'

test('one file as json is one object that keeps the contract', () => {
  const { code, out, err } = run(['read', report, '--format', 'json', '--date', '2015-08-25'])
  assert.deepEqual([code, err], [0, ''])
  assert.equal(json(out)['tawafuq'], 'reading/1')
  assert.ok(!('file' in json(out)))
})

test('every reading of the corpus keeps the contract, and its quotes are slices of the text', () => {
  const { code, out } = run(['read', ...corpus, '--format', 'ndjson', '--explain'])
  assert.equal(code, 0)
  for (const line of jsonLines(out)) {
    assert.ok(valid(line), JSON.stringify(valid.errors))
    const points = Array.from(readFileSync(join(root, line['file']!), 'utf8'))
    JSON.stringify(line, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('quote' in value)) return value
      const { start, end, quote } = value as { start: number; end: number; quote: string }
      assert.equal(points.slice(start, end).join(''), quote)
      return value
    })
  }
})

test('several files are one line each, in order, with their names', () => {
  const { out } = run(['read', ...corpus.slice(0, 3), '--format', 'json'])
  assert.deepEqual(jsonLines(out).map((line) => line['file']), corpus.slice(0, 3))
})

test('standard input reads as the file does', () => {
  const { out } = run(['read', '-', '--format', 'json'], readFileSync(join(root, report)))
  assert.equal(out, run(['read', report, '--format', 'json']).out)
})

test('text is for people, in the width of COLUMNS and without colours in a pipe', () => {
  const { out } = run(['read', report], '', { COLUMNS: '50' })
  assert.ok(out.includes(report.slice(0, 20)))
  assert.doesNotMatch(out, /\x1b/)
})

test('the sha256 is that of the bytes', () => {
  const bytes = Buffer.from(`\ufeff${arabic}`)
  const { out } = run(['read', '-', '--format', 'json'], bytes)
  assert.equal(json(out)['document']!['sha256'], run(['read', file('bom.txt', bytes), '--format', 'json']).out.match(/"sha256": "([0-9a-f]+)"/)![1])
})

test('windows-1256 is read', () => {
  const bytes = Uint8Array.from([0xc7, 0xca, 0xdd, 0xde, 0x20, 0xc7, 0xe1, 0xcc, 0xc7, 0xe4, 0xc8, 0xc7, 0xe4, 0x20, 0xda, 0xe1, 0xec, 0x20, 0xca, 0xda, 0xd2, 0xed, 0xd2, 0x20, 0xc7, 0xe1, 0xca, 0xda, 0xc7, 0xe6, 0xe4])
  const { code, out } = run(['read', '-', '--format', 'json'], bytes)
  assert.equal(code, 0)
  assert.equal(json(out)['document']!['language'], 'ar')
})

const refused: readonly (readonly [title: string, make: () => string, message: RegExp])[] = [
  ['a file that is not there', () => join(folder, 'absent.txt'), /absent\.txt: there is no such file\. Check/],
  ['a folder', () => folder, /it is a folder\. Name the files/],
  ['a path through a file', () => join(file('plain.txt', arabic), 'x'), /not a folder\. Check/],
  ['an empty file', () => file('empty.txt', ''), /empty\.txt: .*give it a text/i],
  ['a file of blanks', () => file('blank.txt', ' \n\t '), /blank\.txt: .*give it a text/i],
  ['a binary file', () => file('binary.bin', Uint8Array.from({ length: 600 }, (_, at) => at % 7)), /binary\.bin: .*extract/],
  ['a broken encoding', () => file('broken.txt', Buffer.concat([Buffer.from(arabic), Buffer.from([0xd8]), Buffer.from(arabic)])), /broken\.txt: .*UTF-8/],
]

for (const [title, make, message] of refused) {
  test(`${title} is named with reason and cure, and the others are read`, () => {
    const { code, out, err } = run(['read', make(), report, '--format', 'ndjson'])
    assert.equal(code, 1)
    assert.match(err, message)
    assert.equal(err.trim().split('\n').length, 1)
    assert.deepEqual(jsonLines(out).map((line) => line['file']), [report])
  })
}

test('a file of 200 MB is refused without being read', () => {
  const path = file('large.txt', 'x')
  truncateSync(path, 200_000_000)
  const { code, err } = run(['read', path])
  assert.equal(code, 1)
  assert.match(err, /large\.txt: it has 200000000 bytes and at most 67108864 are read\. .*--max-bytes/)
})

test('the limit can be set, for files and for standard input', () => {
  assert.equal(run(['read', file('small.txt', arabic), '--max-bytes', '10']).code, 1)
  const { code, err } = run(['read', '-', '--max-bytes', '10'], arabic)
  assert.equal(code, 1)
  assert.match(err, /^tawafuq: -: it has more bytes and at most 10 are read/)
})

test('a name with control characters does nothing to the terminal', () => assert.doesNotMatch(run(['read', 'a\x1b[2Jb']).err, /\x1b/))

test('a language without a pack is read honestly: its name, no items, a gap', () => {
  const { code, out } = run(['read', '-', '--format', 'json'], 'Президенты двух стран подписали соглашение о сотрудничестве в области транспорта и энергетики.')
  const reading = json(out)
  assert.equal(code, 0)
  assert.equal(reading['document']!['language'], 'ru')
  assert.deepEqual([reading['commitments'], reading['instruments']], [[], []])
  assert.match(String((reading['gaps']![0] as unknown as { readonly why: string }).why), /pack|language/)
})

const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [[], /No verb was given/],
  [['reed', 'x'], /no verb "reed": read, samples/],
  [['--format', 'json'], /Options follow a verb/],
  [['read'], /No FILE was given/],
  [['read', '-', '-'], /only once/],
  [['read', 'x', '--colour'], /--colour/],
  [['read', 'x', '--date', '2015-13-40'], /--date 2015-13-40 is no date of the calendar: write it as 2015-08-25/],
  [['read', 'x', '--date', 'tomorrow'], /--date tomorrow is no date/],
  [['read', 'x', '--format', 'xml'], /--format xml is not known: text, json, ndjson are/],
  [['read', 'x', '--input', 'csv'], /--input csv is not known/],
  [['read', 'x', '--lang', 'Arabic'], /--lang Arabic is no language code/],
  [['read', 'x', '--threads', '0'], /--threads 0 is no number/],
  [['read', 'x', '--max-bytes', 'many'], /--max-bytes many is no number/],
  [['samples', 'nowhere-at-all'], /No sample has a name with nowhere-at-all/],
]

for (const [args, message] of wrong) {
  test(`wrong usage is exit code 2 and names the cure: ${args.join(' ')}`, () => {
    const { code, out, err } = run(args)
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, message)
  })
}

test('help, version and schema are printed and nothing is read', () => {
  assert.match(run(['--help']).out, /Examples\n/)
  assert.match(run(['read', '--help']).out, /--max-bytes/)
  assert.match(run(['samples', '--help']).out, /samples/)
  assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/)
  assert.deepEqual(json(run(['read', '--schema']).out), JSON.parse(JSON.stringify(schema)))
})

test('samples shows the communiqués with their titles and the dates beside them', () => {
  const { code, out } = run(['samples', 'ar-01'])
  assert.equal(code, 0)
  assert.match(out, /Jordan and Japan/)
  assert.match(out, /2025-10-20/)
})

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

test('ndjson comes in by lines and goes out with their ids', () => {
  const input = line({ id: 'a', text: arabic, date: '2015-08-25' }) + line({ id: 7, text: arabic, language: 'ar' }) + '\n' + line({ id: 'c', text: arabic, date: null }).trimEnd()
  const { code, out } = run(['read', '-', '--input', 'ndjson'], input)
  assert.equal(code, 0)
  assert.deepEqual(jsonLines(out).map((reading) => reading['id']), ['a', 7, 'c'])
  assert.deepEqual(jsonLines(out).map((reading) => reading['document']!['issued']), ['2015-08-25', null, null])
  assert.ok(jsonLines(out).every((reading) => valid(reading)))
})

test('every bad line is named by its number, and the good ones are read', () => {
  const bad = ['{"id":1', '[]', '"x"', line({ text: arabic }), line({ id: 'x' }), line({ id: 'x', text: '  ' }), line({ id: 'x', text: 5 }), line({ id: 'x', text: arabic, date: '1.2.2015' }), line({ id: 'x', text: arabic, language: '../x' })].map((one) => one.trim())
  const { code, out, err } = run(['read', '-', '--input', 'ndjson'], [...bad, line({ id: 'good', text: arabic })].join('\n'))
  const messages = err.trim().split('\n')
  assert.equal(code, 1)
  assert.deepEqual(jsonLines(out).map((reading) => reading['id']), ['good'])
  const expected = [/line 1: it is not JSON/, /line 2: it is not an object/, /line 3: it is not an object/, /line 4: it has no "id"/, /line 5: it has no "text"/, /line 6: it has no "text"/, /line 7: "text" is not a text/, /line 8: its "date" "1\.2\.2015" is no date/, /line 9: its "language" "\.\.\/x" is no language code/]
  assert.equal(messages.length, expected.length)
  expected.forEach((message, at) => assert.match(messages[at]!, message))
})

test('ndjson that is empty, not UTF-8, too long or not there is refused', () => {
  assert.match(run(['read', '-', '--input', 'ndjson'], '').err, /it is empty/)
  assert.match(run(['read', '-', '--input', 'ndjson'], Uint8Array.from([0x22, 0xff, 0x22, 10])).err, /line 1: it is not UTF-8/)
  assert.match(run(['read', '-', '--input', 'ndjson', '--max-bytes', '20'], line({ id: 1, text: arabic })).err, /line 1: it has more bytes and at most 20/)
  assert.match(run(['read', join(folder, 'none.ndjson'), '--input', 'ndjson']).err, /no such file/)
  assert.match(run(['read', folder, '--input', 'ndjson']).err, /it is a folder/)
})

const many = Array.from({ length: 250 }, (_, at) => (at % 100 === 99 ? '{"id":' : JSON.stringify({ id: at, text: readFileSync(join(root, corpus[at % corpus.length]!), 'utf8').slice(0, 600), date: '2020-02-02' }))).join('\n')

test('one thread and two print the same bytes in the same order', () => {
  const [one, two] = ['1', '2'].map((threads) => run(['read', '-', '--input', 'ndjson', '--threads', threads], many))
  assert.equal(one!.code, 1)
  assert.equal(one!.out.trimEnd().split('\n').length, 248)
  assert.deepEqual(two, one)
})

test('many files in threads print what one thread prints', () => {
  mkdirSync(join(folder, 'many'))
  const files = Array.from({ length: 120 }, (_, at) => join(folder, 'many', `${at}.txt`))
  files.forEach((path, at) => cpSync(join(root, corpus[at % corpus.length]!), path))
  const [one, two] = ['1', '2'].map((threads) => run(['read', ...files, '--format', 'text', '--threads', threads]))
  assert.equal(one!.code, 0)
  assert.deepEqual(two, one)
})

test('when the reader of the pipe goes, the program ends quietly', async () => {
  const child = spawn(process.execPath, [program, 'read', '-', '--input', 'ndjson', '--threads', '2'], { cwd: root })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin.on('error', () => undefined) // It may go before it has read everything.
  child.stdin.end(many.replaceAll('{"id":\n', ''))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = (await once(child, 'close')) as [number]
  assert.deepEqual([code, err], [0, ''])
})

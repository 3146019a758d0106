import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { root, run } from './run.ts'

/** The ledger as its users meet it: from the command line, with reports of our own. */

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-follow-'))
after(() => rmSync(folder, { recursive: true }))

const sample = join(root, 'threads', 'china-kazakhstan', 'documents')
const [august, december] = globSync(join(sample, '2015-{08,12}-*.txt')).toSorted() as [string, string]

type Cited = { readonly document: string; readonly name: string; readonly said: string; readonly start: number; readonly end: number; readonly quote: string }
type Thread = {
  readonly id: string; readonly kind: string; readonly title: string; readonly parties: readonly string[]; readonly state: string; readonly promised: string | null; readonly due: string | null; readonly last: string
  readonly reasons: readonly { readonly says: string }[]; readonly evidence: readonly Cited[]; readonly points: readonly { readonly point: number; readonly ordinal: number | null }[]
  readonly promises: readonly { readonly action: string; readonly state: string; readonly target: { readonly value: number } | null }[]
}

const ledger = (name: string): readonly string[] => ['--ledger', join(folder, `${name}.sqlite`)]

const ok = (args: readonly string[]): string => {
  const { code, out, err } = run(args)
  assert.equal(code, 0, err)
  return out
}

const record = (name: string, ...files: readonly string[]): string => ok(['record', ...files, ...ledger(name)])
const board = (name: string, ...args: readonly string[]): readonly Thread[] => JSON.parse(ok(['board', '--format', 'json', ...args, ...ledger(name)])) as readonly Thread[]
const thread = (name: string, id: string, ...args: readonly string[]) => JSON.parse(ok(['thread', id, '--format', 'json', ...args, ...ledger(name)])) as Thread & { readonly history: readonly { readonly id: string }[]; readonly sessions: readonly { readonly ordinal: number; readonly points: readonly { readonly point: number }[] }[] }

const documents = ({ evidence }: Thread): number => new Set(evidence.map(({ document }) => document)).size
const of = (threads: readonly Thread[], kind: string, state: string, several: boolean): readonly Thread[] => threads.filter((one) => one.kind === kind && one.state === state && (documents(one) > 1) === several)

record('forward', august, december)
record('backward', december, august)

for (const order of ['forward', 'backward']) {
  test(`${order}: the agreement that was promised is kept, with passages of both reports`, () => {
    const [agreement, ...more] = board(order, '--asof', '2016-02-01').filter(({ kind, state, promises }) => kind === 'instrument' && state === 'kept' && promises.some(({ action }) => action === 'sign'))
    assert.equal(more.length, 0)
    assert.equal(documents(agreement!), 2)
    assert.deepEqual([agreement!.promised, agreement!.due, agreement!.last, agreement!.parties.toSorted()], ['2015-08-25', 'asap', '2015-12-14', ['CN', 'KZ']])
    for (const { name, start, end, quote } of agreement!.evidence) assert.equal(Array.from(readFileSync(name, 'utf8')).slice(start, end).join(''), quote)
  })

  test(`${order}: the fund is one thread from study to foundation`, () => {
    const fund = of(board(order, '--asof', '2016-02-01'), 'instrument', 'kept', true).find(({ promises }) => promises.some(({ action }) => action === 'establish'))
    assert.deepEqual(fund!.evidence.map(({ said }) => said).filter((said, at, all) => all.indexOf(said) === at), ['2015-08-25', '2015-12-14'])
  })

  test(`${order}: the railway is open until the year's end and overdue after it`, () => {
    const overdue = (asof: string): readonly Thread[] => board(order, '--asof', asof, '--state', 'overdue', '--kind', 'project')
    assert.equal(overdue('2015-12-20').length, 0)
    const [railway, ...more] = overdue('2016-02-01')
    assert.deepEqual([more.length, railway!.due], [0, '2015-12-31'])
    assert.equal(thread(order, railway!.id, '--asof', '2015-12-20').state, 'open')
  })

  test(`${order}: the trade target is open`, () =>
    assert.deepEqual(board(order, '--asof', '2016-02-01', '--kind', 'target').map(({ state, promises }) => [state, promises[0]!.target?.value]), [['open', 40_000_000_000]]))

  test(`${order}: the working group and both guidelines are three threads without news`, () => {
    const without = board(order, '--asof', '2016-02-01').filter(({ kind, state, last, evidence }) => kind === 'instrument' && state === 'open' && last === '2015-08-25' && evidence.length > 1)
    assert.ok(without.length >= 3, without.map(({ title }) => title).join(', '))
  })

  test(`${order}: the points can be listed as points of the seventh session`, () => {
    const [committee] = board(order, '--asof', '2016-02-01', '--kind', 'mechanism')
    const [session] = thread(order, committee!.id, '--asof', '2016-02-01').sessions
    assert.equal(session!.ordinal, 7)
    assert.deepEqual([...new Set(session!.points.map(({ point }) => point))], [1, 2, 3, 4, 5, 6])
  })

  test(`${order}: a day in September shows nothing of December`, () => {
    const then = board(order, '--asof', '2015-09-01')
    assert.ok(then.length > 0)
    assert.ok(then.every(({ evidence, last }) => last < '2015-12-14' && evidence.every(({ said }) => said < '2015-12-14')))
  })

  test(`${order}: with hindsight the agreement shows what came of it`, () => {
    const agreement = board(order, '--asof', '2015-09-01', '--hindsight', '--state', 'kept', '--kind', 'instrument').find(({ promises }) => promises.some(({ action }) => action === 'sign'))
    assert.ok(agreement!.evidence.some(({ said }) => said === '2015-12-14'))
  })

  test(`${order}: before anything was recorded the board is empty`, () => assert.deepEqual(board(order, '--known', '2020-01-01'), []))
}

test('a document that was recorded is there already', () => {
  assert.match(record('forward', august), /is in the ledger already/)
  assert.match(ok(['verify', ...ledger('forward')]), /lines, each as it was written/)
})

test('the same threads come of both orders', () => {
  const shown = (name: string): readonly string[] => board(name, '--asof', '2016-02-01').map(({ kind, state, due, evidence }) => `${kind} ${state} ${due} ${evidence.map(({ quote }) => quote).toSorted().join(' | ')}`).toSorted()
  assert.deepEqual(shown('forward'), shown('backward'))
})

test('joined and parted again, the board is what it was', () => {
  record('undo', august, december)
  const before = ok(['board', '--format', 'json', '--asof', '2016-02-01', ...ledger('undo')])
  const [one, other] = board('undo', '--asof', '2016-02-01', '--kind', 'commitment', '--state', 'open') as [Thread, Thread]
  ok(['review', 'join', other.id, one.id, '--by', 'Aigul', ...ledger('undo')])
  assert.equal(board('undo', '--asof', '2016-02-01').length, (JSON.parse(before) as readonly unknown[]).length - 1)
  ok(['review', 'undo', 'person:Aigul#1', '--by', 'Aigul', ...ledger('undo')])
  assert.equal(ok(['board', '--format', 'json', '--asof', '2016-02-01', ...ledger('undo')]), before)
})

test('a rejected claim leaves the board and stays in the history', () => {
  const [pledge] = board('undo', '--asof', '2016-02-01', '--kind', 'commitment', '--state', 'open')
  ok(['review', 'reject', pledge!.id, '--why', 'no promise', '--by', 'Aigul', ...ledger('undo')])
  assert.ok(!board('undo', '--asof', '2016-02-01').some(({ id }) => id === pledge!.id))
  const { code, err } = run(['thread', pledge!.id, ...ledger('undo')])
  assert.deepEqual([code, /Nothing of thread/.test(err)], [2, true])
  assert.match(ok(['export', ...ledger('undo')]), /"kind":"rejected"/)
})

test('a document is taken out and put back from the terminal', () => {
  record('out', august, december)
  const before = ok(['board', '--format', 'json', ...ledger('out')])
  const [document] = board('out').flatMap(({ evidence }) => evidence).map((one) => (one as unknown as { readonly document: string }).document)
  const { code, err } = run(['review', 'withdraw', document!, ...ledger('out')])
  assert.deepEqual([code, /A reason is needed/.test(err)], [2, true])
  ok(['review', 'withdraw', document!, '--why', 'a draft', '--by', 'Aigul', ...ledger('out')])
  assert.ok(board('out').every(({ evidence }) => evidence.every((one) => (one as unknown as { readonly document: string }).document !== document)))
  assert.match(ok(['record', august, december, ...ledger('out')]), /was taken out of the ledger: tawafuq review restore puts it back/)
  ok(['review', 'restore', document!, '--by', 'Aigul', ...ledger('out')])
  assert.equal(ok(['board', '--format', 'json', ...ledger('out')]), before)
})

test('an item is read by hand from the terminal', () => {
  record('hand', august)
  const [{ document, start, end }] = board('hand').flatMap(({ evidence }) => evidence) as unknown as readonly [{ readonly document: string; readonly start: number; readonly end: number }]
  const before = board('hand').length
  const written = ok(['review', 'add', document, 'project', `${start}-${end}`, 'name=airport', 'stage=planned', '--by', 'Aigul', ...ledger('hand')])
  assert.match(written, /written: claim {2}\[person:Aigul#1\]/)
  assert.equal(board('hand').length, before + 1)
  ok(['review', 'undo', 'person:Aigul#1', '--by', 'Aigul', ...ledger('hand')])
  assert.equal(board('hand').length, before)
})

test('amended, judged, noted and assigned: each stands in the thread under the name of who did it', () => {
  const group = board('undo', '--asof', '2016-02-01', '--kind', 'instrument', '--state', 'open').find(({ due }) => due === 'asap')
  const by = ['--by', 'Daulet', ...ledger('undo')]
  const promise = thread('undo', group!.id, '--asof', '2016-02-01').evidence.find(({ quote }) => quote.length > group!.title.length) as unknown as { readonly claim: string }
  ok(['review', 'amend', promise.claim, 'deadline=2015-12-31', ...by])
  assert.equal(thread('undo', group!.id, '--asof', '2016-02-01').state, 'overdue')
  ok(['review', 'judge', group!.id, 'kept', '--why', 'it met in January', ...by])
  ok(['review', 'note', group!.id, 'ask the ministry', ...by])
  ok(['review', 'assign', group!.id, 'Division 3', '--due', '2016-03-01', ...by])
  const told = ok(['thread', group!.id, ...ledger('undo')])
  for (const part of ['judged kept by Daulet', 'it met in January', 'ask the ministry', 'owner: Division 3', 'amended by a person', 'the program sees: overdue']) assert.ok(told.includes(part), `${part} is not told:\n${told}`)
})

test('an identifier may be cut short, and one that names nothing is refused', () => {
  const [first] = board('forward')
  assert.equal(thread('forward', first!.id.slice(0, 6)).id, first!.id)
  const { code, err } = run(['thread', 'iiii', ...ledger('forward')])
  assert.deepEqual([code, err.includes('There is no thread iiii')], [2, true])
})

test('search says why a passage was found', () => {
  const asked = Array.from(readFileSync(august, 'utf8').matchAll(/\p{Script=Arabic}{6,}/gu), ([word]) => word)[3]!
  const hits = JSON.parse(ok(['search', asked, '--format', 'json', ...ledger('forward')])) as readonly { readonly places: readonly { readonly quote: string; readonly why: string }[] }[]
  assert.ok(hits.length > 0 && hits.every(({ places }) => places.length > 0 && places.every(({ why }) => why !== '')))
  assert.match(ok(['search', 'qqqq', ...ledger('forward')]), /No document has all these words/)
})

test('a copy, an export and an import are the ledger again', () => {
  const exported = ok(['export', ...ledger('forward')])
  writeFileSync(join(folder, 'lines.ndjson'), exported)
  ok(['import', join(folder, 'lines.ndjson'), ...ledger('imported')])
  assert.equal(ok(['export', ...ledger('imported')]), exported)
  ok(['backup', join(folder, 'copy.sqlite'), ...ledger('forward')])
  assert.equal(ok(['export', ...ledger('copy')]), exported)
  assert.deepEqual(board('imported', '--asof', '2016-02-01'), board('forward', '--asof', '2016-02-01'))
  const { code, err } = run(['backup', join(folder, 'copy.sqlite'), ...ledger('forward')])
  assert.deepEqual([code, err.includes('never overwrites')], [2, true])
})

test('rebuilt tables answer as before', () => {
  const before = board('forward', '--asof', '2016-02-01')
  assert.match(ok(['rebuild', ...ledger('forward')]), /Made anew from \d+ lines/)
  assert.deepEqual(board('forward', '--asof', '2016-02-01'), before)
})

test('a text without a date is refused with the cure, and the others are recorded', () => {
  const undated = join(folder, 'undated.txt')
  writeFileSync(undated, readFileSync(august, 'utf8').replace(/^.*?\)/, ''))
  const { code, out, err } = run(['record', undated, december, ...ledger('some')])
  assert.deepEqual([code, err.includes('--date 2015-08-25'), out.includes('recorded')], [1, true, true])
  assert.match(ok(['record', undated, '--date', '2015-08-25', ...ledger('some')]), /recorded/)
})

test('a ledger that is not there is not made by looking at it', () => {
  for (const verb of ['board', 'verify', 'export', 'review']) {
    const { code, err } = run([verb, ...ledger('nowhere')])
    assert.deepEqual([code, err.includes('there is no ledger')], [1, true], verb)
  }
})

for (const [args, message] of [
  [['record'], 'No FILE was given'], [['board', '--asof', 'soon'], 'is no date of the calendar'], [['board', '--state', 'late'], 'is not known: dropped'], [['board', '--between', 'China'], 'is no code of a state'],
  [['board', '--known', 'then'], 'is no moment'], [['thread'], 'One ID is needed'], [['search'], 'No words were given'], [['review', 'agree', 'x'], 'There is no decision "agree"'],
  [['review', 'reject', 'oooo'], 'There is no thread oooo'], [['review', 'undo', 'person:nobody#1'], 'There is no line person:nobody#1'], [['completion', 'tcsh'], 'One SHELL is needed'], [['backup'], 'Write it as: tawafuq backup FILE'],
] as const) {
  test(`refused: ${args.join(' ')}`, () => {
    const { code, err } = run([...args, ...(args[0] === 'completion' ? [] : ledger('forward'))])
    assert.equal(code, 2)
    assert.ok(err.includes(message), err)
  })
}

for (const shell of ['bash', 'zsh', 'fish']) test(`completion for ${shell} knows verbs and options`, () => {
  const script = ok(['completion', shell])
  for (const word of ['record', 'board', 'hindsight']) assert.ok(script.includes(word))
})

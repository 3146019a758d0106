import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geoContains } from 'd3-geo'
import { along, bent, framed, pathOf, pointsOf } from './framing.ts'
import { nameIn, placeOf } from './gazetteer.ts'
import { type Kept, type Label, labelled } from './labelling.ts'
import { bondsOf, type Mark, marksOf, type Placed, statesIn, viewIn } from './mapping.ts'
import { landsOf, middleOf } from './outlines.ts'

const thread = (id: string, more: Partial<Placed> = {}): Placed => ({ id, kind: 'project', title: id, between: ['CN', 'KZ'], state: 'open', places: [], routes: [], evidence: [], ...more })

const told = (marks: readonly Mark[]): readonly string[] => marks.map(({ id, threads }) => `${id}: ${threads.map((one) => one.id).join('')}`)

test('threads stand at every place that they name, the place that most name first', () => {
  const threads = [thread('a', { places: ['place:astana', 'place:khorgos'] }), thread('b', { places: ['place:khorgos'] }), thread('c')]
  assert.deepEqual(told(marksOf('all', threads)), ['khorgos: ab', 'astana: a'])
})

test('a line is one line, whichever end is named first', () => {
  const threads = [thread('a', { routes: [['state:CN', 'place:western-europe']] }), thread('b', { routes: [['place:western-europe', 'state:CN']], places: ['place:western-europe'] })]
  assert.deepEqual(told(marksOf('projects', threads)), ['western-europe: b', 'state:CN~western-europe: ab'])
})

test('a line with stops is drawn from each to the next, each stretch once', () => {
  const threads = [thread('a', { routes: [['place:salalah', 'place:muscat', 'place:riyadh'], ['place:muscat', 'place:salalah']] }), thread('b', { routes: [['place:riyadh', 'place:muscat']] })]
  assert.deepEqual(told(marksOf('projects', threads)), ['muscat~riyadh: ab', 'salalah~muscat: a'])
})

test('a view shows its own kinds', () => {
  const threads = [thread('a', { places: ['place:astana'] }), thread('b', { kind: 'mechanism', places: ['place:astana'] }), thread('c', { kind: 'instrument', places: ['place:astana'] })]
  assert.deepEqual((['all', 'projects', 'meetings', 'bonds'] as const).map((view) => told(marksOf(view, threads)).join()), ['astana: abc', 'astana: a', 'astana: b', 'state:CN~state:KZ: abc'])
  assert.equal(viewIn('meetings'), 'meetings')
  assert.equal(viewIn('wars'), 'all')
})

test('bonds between states are counted, bodies are no states, and a thread of three states is one of three pairs', () => {
  const bonds = bondsOf([{ between: ['KZ', 'CN'] }, { between: ['CN', 'KZ', 'body:x'] }, { between: ['CN', 'KZ', 'UZ'] }, { between: ['CN'] }])
  assert.deepEqual(bonds.map(({ ends, threads }) => [...ends, threads.length]), [['state:CN', 'state:KZ', 3], ['state:CN', 'state:UZ', 1], ['state:KZ', 'state:UZ', 1]])
})

test('states are counted', () => assert.deepEqual([...statesIn([thread('a'), thread('b', { state: 'kept' }), thread('c')])], [['open', 2], ['kept', 1]]))

test('a place has a name in each language, a state that of CLDR, and one of no list its own', () => {
  assert.deepEqual((['ar', 'en'] as const).map((tongue) => nameIn(tongue, 'place:astana')), ['أستانا', 'Astana'])
  assert.equal(nameIn('en', 'state:KZ'), 'Kazakhstan')
  assert.equal(nameIn('en', 'place:Altynkol'), 'Altynkol')
  assert.equal(placeOf('state:KZ'), null)
})

const room = { width: 400, height: 200 }
const at = (labels: readonly Label[]): readonly string[] => labels.map(({ id, at: [x, y] }) => `${id} ${Math.round(x)},${Math.round(y)}`)
const spot = (id: string, x: number, y: number, width = 40) => ({ id, at: [x, y] as const, away: 5, width })

const clear = (points: Kept['points'], lines: Kept['lines'] = []): Kept => ({ points, lines })

test('a name stands to the right of its point, and to the left where it would leave the map', () =>
  assert.deepEqual(at(labelled([spot('a', 100, 100), spot('b', 390, 100)], clear([]), room)), ['a 108,104', 'b 342,104']))

test('a name that would cover another or a point goes elsewhere, or is left off', () => {
  const crowd = [spot('a', 100, 100), spot('b', 104, 100)]
  assert.deepEqual(at(labelled(crowd, clear(crowd), room)), ['a 52,104', 'b 112,104'])
  const many = Array.from({ length: 12 }, (_, n) => spot(`n${n}`, 100 + n, 100 + n))
  const boxes = labelled(many, clear(many), room).map(({ at: [x, y] }) => ({ x, y }))
  assert.ok(boxes.length > 0 && boxes.length < 12)
  for (const [one, a] of boxes.entries()) for (const b of boxes.slice(one + 1)) assert.ok(Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 18, 'names overlap')
})

test('a name keeps clear of a line where it can, and is not left off for it', () => {
  const line = (y: number) => Array.from({ length: 41 }, (_, n) => [n * 10, y] as const)
  assert.deepEqual(at(labelled([spot('a', 100, 100)], clear([], line(100)), room)), ['a 80,87'])
  assert.deepEqual(at(labelled([spot('a', 100, 100)], clear([], [85, 100, 115].flatMap(line)), room)), ['a 108,104'])
  assert.deepEqual(labelled([{ ...spot('a', 100, 100), shy: true }], clear([], [82, 100, 118].flatMap(line)), room), [], 'but for a shy one')
  assert.deepEqual(at(labelled([{ ...spot('a', 100, 100), away: 0, shy: true }], clear([]), room)), ['a 80,104'])
})

const size = { width: 800, height: 450 }
const seen = (points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] => { const view = framed(pointsOf(points), size); return points.map((point) => view([...point])!) }

test('what is shown fits the map, across the date line too, and east is right', () => {
  for (const points of [[[71.43, 51.13], [116.41, 39.9]], [[-74.01, 40.71], [121.47, 31.23], [18.42, -33.92]], [[178, -18], [-150, -17]]] as const)
    for (const [x, y] of seen(points)) assert.ok(x >= 0 && x <= 800 && y >= 0 && y <= 450, `${x} ${y}`)
  const [[west], [east]] = seen([[71.43, 51.13], [116.41, 39.9]]) as unknown as readonly [readonly [number, number], readonly [number, number]]
  assert.ok(west < east)
})

test('a single town is shown with what lies around it', () => {
  const view = framed(pointsOf([[71.43, 51.13]]), size)
  const [x, y] = view([71.43, 51.13])!
  assert.ok(Math.abs(x - 400) < 40 && Math.abs(y - 225) < 40)
  assert.ok(Math.abs(view([71.43, 52.13])![1] - y) < 40, 'a degree is no more than a tenth of the map')
})

test('a state is found by its code, and its middle lies within it', () => {
  for (const code of ['CN', 'KZ', 'OM', 'US', 'FR', 'XK']) assert.ok(landsOf(code).some((land) => geoContains(land, [...middleOf(code)!])), code)
  assert.deepEqual([landsOf('ZZ'), middleOf('ZZ')], [[], null])
})

test('a line is bent upward between its ends', () => {
  const bend = bent([0, 100], [100, 100])
  assert.equal(pathOf(bend), 'M0 100Q50 84 100 100')
  assert.deepEqual(along(bend, 2), [[0, 100], [50, 92], [100, 100]])
})

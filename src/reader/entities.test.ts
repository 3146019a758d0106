import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as check, constantFrom, oneof, property, string } from 'fast-check'
import { entitiesOf } from './entities.ts'
import { loadPack } from './lexicon/load.ts'
import { markNames } from './names.ts'
import { openPage } from './open.ts'

const read = (source: string) => entitiesOf(markNames(openPage(source, loadPack('ar'), null)))
const shown = (source: string): readonly string[] =>
  read(source).list.map(({ id, type, name, code, post, of }) => [id, type, name, code ?? post ?? '-', of ?? '-'].join(' | '))

test('entities in the order of first mention, each with its post and state', () =>
  assert.deepEqual(shown('التقى وزير النقل التشادي فاضل النمر وفدا من تونس.'), [
    'e1 | person | فاضل النمر | وزير النقل | e2', 'e2 | state | تشاد | TD | -', 'e3 | state | تونس | TN | -',
  ]))

test('a name is shown without the letters written to it', () =>
  assert.deepEqual(shown('قدمت تونس وتشاد هدية للصين.').map((line) => line.split(' | ')[2]), ['تونس', 'تشاد', 'الصين']))

test('the fullest name of a person is shown', () =>
  assert.deepEqual(shown('قال النمر ذلك. والتقى وزير النقل التشادي فاضل بن علي النمر وفدا.').filter((line) => line.includes('person')).map((line) => line.split(' | ')[2]), ['فاضل بن علي النمر']))

test('evidence is the exact slice in code points', () => {
  const source = '😀 زار الوفد وتونس.'
  assert.deepEqual(read(source).list[0]!.evidence.map(({ start, end, quote }) => [start, end, quote]), [[13, 17, 'تونس']])
  assert.equal([...source].slice(13, 17).join(''), 'تونس')
})

test('a state that is only meant gets an entity when it is asked for', () => {
  const entities = read('تدرس بكين الملف.')
  assert.equal(entities.list.length, 1)
  assert.equal(entities.id('state:CN'), 'e2')
  assert.equal(entities.list[1]?.name, 'الصين')
  assert.equal(entities.id('state:TD'), null)
  assert.equal(entities.id(null), null)
})

test('every quote is the slice of its code points, in any text', () =>
  check(property(array(oneof(constantFrom('وللصين', 'بكين', 'وزير', 'النقل', 'الصيني', 'فاضل', 'النمر', '😀', 'المملكة', 'السعودية', '#', '،'), string()), { maxLength: 30 }), (parts) => {
    const source = parts.join(' ')
    const points = [...source]
    for (const { evidence } of read(source).list) for (const { start, end, quote } of evidence) assert.equal(points.slice(start, end).join(''), quote)
  })))

test('a name behind "and" that a blank parts from it begins with its own first letter', () => {
  const parted = read('التقى الوزير السنغالي و الرئيس المصري عبدالفتاح السيسي في القاهرة.').list
  assert.deepEqual(parted.flatMap(({ name, post, evidence }) => [name, post ?? '', evidence[0].quote]).filter((words) => words !== words.trim()), [])
})

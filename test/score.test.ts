import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { scoredKinds } from '../score/coded.ts'
import { goldTexts } from '../score/gold.ts'
import { pairedIn } from '../score/pairs.ts'
import { differingIn } from '../score/versions.ts'
import { scoreGroups } from '../score/score.ts'
import { rates } from '../score/tally.ts'
import { read } from '../src/reader/index.ts'
import { followed, samplesIn } from '../score/threads.ts'
import { root } from './run.ts'

type Floor = { readonly precision: number; readonly recall: number }

type Floors = { readonly threads: Readonly<Record<'joins' | 'states', Floor>>; readonly pairs: number; readonly versions: Readonly<Record<'left-out' | 'weaker', Floor>>; readonly [group: string]: unknown }

const { threads: threadFloors, pairs: pairsFloor, versions: versionFloors, ...floors } = parse(readFileSync(join(root, 'score', 'floors.yaml'), 'utf8')) as Floors
const groups = scoreGroups(goldTexts(join(root, 'corpus')), read)

test('every group of texts has floors, and nothing else has', () => assert.deepEqual(Object.keys(floors).sort(), Object.keys(groups).sort()))

for (const [group, { score }] of Object.entries(groups)) {
  const least = floors[group] as Readonly<Record<string, number>>
  test(`${group}: there is a floor for every kind and for nothing else`, () => assert.deepEqual(Object.keys(least), [...scoredKinds]))
  for (const kind of scoredKinds) {
    test(`${group}: the reader is no worse at ${kind} than it was`, () => {
      const { f1 } = rates(score[kind])
      assert.ok((f1 ?? 1) >= least[kind]!, `F1 ${f1} is below the floor ${least[kind]}: npm run score -- --errors --kind ${kind} --text ${group.slice(0, 2)}-`)
    })
  }
}

test('two reports of one event are no less alike than they were', () => {
  const { all } = pairedIn(join(root, 'corpus'), read)!
  assert.ok(all.alike / all.same >= pairsFloor, `${all.alike} of ${all.same} are read alike, below the floor ${pairsFloor}: npm run score -- --pairs --errors`)
})

const differing = await differingIn(join(root, 'corpus'))
for (const [name, { right, said, found, there }] of Object.entries(differing!.shares)) {
  const floor = versionFloors[name as 'left-out' | 'weaker']
  test(`what one of two reports has ${name} is told no worse than it was`, () => {
    assert.ok(right / said >= floor.precision, `precision ${right / said} is below the floor ${floor.precision}: npm run score -- --pairs --errors`)
    assert.ok(found / there >= floor.recall, `recall ${found / there} is below the floor ${floor.recall}: npm run score -- --pairs --errors`)
  })
}

for (const folder of samplesIn(join(root, 'threads'))) {
  const { joins, states } = await followed(folder)
  for (const [name, { right, said, there }] of Object.entries({ joins, states })) {
    const floor = threadFloors[name as 'joins' | 'states']
    test(`${basename(folder)}: ${name} are no worse than they were`, () => {
      assert.ok(right / said >= floor.precision, `precision ${right / said} is below the floor ${floor.precision}: npm run score -- --threads --errors`)
      assert.ok(right / there >= floor.recall, `recall ${right / there} is below the floor ${floor.recall}: npm run score -- --threads --errors`)
    })
  }
}

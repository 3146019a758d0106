import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { scoredKinds } from '../score/coded.ts'
import { goldTexts } from '../score/gold.ts'
import { scoreTexts } from '../score/score.ts'
import { rates } from '../score/tally.ts'
import { read } from '../src/reader/index.ts'
import { followed, samplesIn } from '../score/threads.ts'
import { root } from './run.ts'

type Floor = { readonly precision: number; readonly recall: number }

const { threads: threadFloors, ...floors } = parse(readFileSync(join(root, 'score', 'floors.yaml'), 'utf8')) as { readonly [kind in (typeof scoredKinds)[number]]: number } & { readonly threads: Readonly<Record<'joins' | 'states', Floor>> }
const { score } = scoreTexts(goldTexts(join(root, 'corpus')), read)

test('there is a floor for every kind and for nothing else', () => assert.deepEqual(Object.keys(floors), [...scoredKinds]))

for (const kind of scoredKinds) {
  test(`the reader is no worse at ${kind} than it was`, () => {
    const { f1 } = rates(score[kind])
    assert.ok((f1 ?? 1) >= floors[kind]!, `F1 ${f1} is below the floor ${floors[kind]}: npm run score -- --errors --kind ${kind}`)
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

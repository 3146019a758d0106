import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { scoredKinds } from '../score/coded.ts'
import { goldTexts } from '../score/gold.ts'
import { scoreTexts } from '../score/score.ts'
import { rates } from '../score/tally.ts'
import { read } from '../src/reader/index.ts'
import { root } from './run.ts'

const floors = parse(readFileSync(join(root, 'score', 'floors.yaml'), 'utf8')) as Readonly<Record<string, number>>
const { score } = scoreTexts(goldTexts(join(root, 'corpus')), read)

test('there is a floor for every kind and for nothing else', () => assert.deepEqual(Object.keys(floors), [...scoredKinds]))

for (const kind of scoredKinds) {
  test(`the reader is no worse at ${kind} than it was`, () => {
    const { f1 } = rates(score[kind])
    assert.ok((f1 ?? 1) >= floors[kind]!, `F1 ${f1} is below the floor ${floors[kind]}: npm run score -- --errors --kind ${kind}`)
  })
}

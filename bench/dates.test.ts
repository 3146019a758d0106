import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chronos, facts, ours, right } from './dates.ts'

for (const [group, list] of Object.entries(facts))
  test(`dates of English news (${group}) are right at least as often as chrono-node's`, () => {
    const count = (of: typeof ours): number => list.filter((fact) => right(of(fact), fact)).length
    assert.ok(count(ours) >= count(chronos), `ours ${count(ours)}, chrono-node ${count(chronos)} of ${list.length}`)
    assert.deepEqual(list.filter((fact) => !right(ours(fact), fact)).map(({ says }) => says), [])
  })

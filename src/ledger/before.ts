import type { Commitment } from '../model/index.ts'
import type { Claim, ClaimId, CommitmentItem } from './claim.ts'
import { aboutOf, paragraphAt, previous, type Scene } from './scene.ts'

/** What a claim takes from what its text told before it: the thing, the list, the field or the names that it does not say again. */

/** Deeds of works: what is opened, finished or begun, and named by none of its words, is what the paragraph told of before. */
const ofWorks = new Set(['open', 'complete', 'launch', 'build'])

/** "It is to open in time for the exposition": the project that the paragraph told of last. */
export const toldBefore = (scene: Scene, { action, evidence }: Commitment): ClaimId | null => {
  const { start } = evidence[0]
  if (!ofWorks.has(action)) return null
  const own = aboutOf(scene, [evidence[0]], [], []).some((key) => key.startsWith('sector:') || key.startsWith('place:'))
  const from = paragraphAt(scene, start)
  const before = scene.reading.projects.findLast(({ evidence: [passage] }) => passage.start < start && passage.start >= Math.min(from, start - farthest))
  const near = before && (before.evidence[0].start >= from || scene.reading.projects.length === 1)
  return near && !own ? scene.idOf.get(before.id)! : null
}

/** How far before a promise, in code points, the only project of a text may be named that the promise does not name. */
const farthest = 300

/** A count of members, told in the paragraph of their list by nothing but the number: how far the list is worked off, or what is due of it. */
export const withList = (scene: Scene, things: readonly Claim[]): readonly Claim[] =>
  things.map((thing, at) => {
    const { item, about, evidence: [{ start }] } = thing
    if (item.kind !== 'project' || item.partOf !== null || item.count === null || item.count < 2 || about.some((key) => !key.startsWith('word:'))) return thing
    const from = paragraphAt(scene, start)
    const set = things.slice(0, at).findLast((other) => other.item.kind === 'project' && (other.item.count ?? 0) > item.count! && other.evidence[0].start < start && other.evidence[0].start >= previous(scene, from))
    return set ? { ...thing, item: { ...item, partOf: set.id } } : thing
  })

/** "To align the two policies": a promise that names nothing is about the programmes that its paragraph named before. */
export const withNames = (scene: Scene, promises: readonly Claim<CommitmentItem>[]): readonly Claim[] =>
  promises.map((promise, at) => {
    if (promise.about.length > 0 || promise.item.action !== 'align') return promise
    const from = paragraphAt(scene, promise.evidence[0].start)
    const before = promises.slice(0, at).findLast(({ evidence: [{ start }], about }) => start >= from && about.some((key) => key.startsWith('programme:')))
    return before ? { ...promise, about: before.about.filter((key) => key.startsWith('programme:')) } : promise
  })

const ofField = /^(?:sector|programme):/

/** "A fund for cooperation in this field": a thing that is told by nothing of its own belongs to the field of what its paragraph told before it. */
export const withField = (scene: Scene, things: readonly Claim[], promises: readonly Claim<CommitmentItem>[]): readonly Claim[] =>
  things.map((thing) => {
    const { start } = thing.evidence[0]
    const from = paragraphAt(scene, start)
    if (thing.item.kind !== 'instrument' || thing.about.length > 0 || (thing.item.count ?? 1) > 1) return thing
    const before = promises.findLast(({ evidence, about, item }) => item.about !== thing.id && evidence[0].start >= from && evidence[0].start < start && about.some((key) => ofField.test(key)))
    return before ? { ...thing, about: before.about.filter((key) => ofField.test(key)) } : thing
  })

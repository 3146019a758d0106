import { type Action, amountKey, type Commitment, type Evidence } from '../model/index.ts'
import type { Claim, ClaimId, CommitmentItem, ProjectItem } from './claim.ts'
import { projectRungs } from './ladders.ts'
import { conflict, isTelling, ofWorks } from './likeness.ts'
import { aboutOf, paragraphAt, previous, type Scene, sentenceAt, termsIn } from './scene.ts'

/** What a claim takes from what its text told before it: the thing, the list, the field or the names that it does not say again. */

/** The promise of works just before, of which a promise tells further that names none: "the line is to enter service in May. A trial run was due in March". */
const promiseBefore = ({ reading }: Scene, start: number): string | null => {
  const last = reading.commitments.findLast(({ evidence: [passage] }) => passage.start < start)
  return last && ofWorks.has(last.action) && last.evidence[0].start >= start - farthest ? last.id : null
}

/** "It is to open in time for the exposition": what is opened, finished or begun, and named by none of its words, is the project that the paragraph told of last; where the text has no project, what was promised just before. */
const worksBefore = (scene: Scene, passage: Evidence): string | null => {
  const { start } = passage
  const own = aboutOf(scene, [passage], [], []).some((key) => key.startsWith('sector:') || key.startsWith('place:'))
  const from = paragraphAt(scene, start)
  const before = scene.reading.projects.findLast(({ evidence: [passage] }) => passage.start < start && passage.start >= Math.min(from, start - farthest))
  const near = before && (before.evidence[0].start >= from || scene.reading.projects.length === 1)
  if (own) return null
  return near ? before.id : scene.reading.projects.length === 0 ? promiseBefore(scene, start) : null
}

/** How far before a promise, in code points, the only project of a text may be named that the promise does not name. */
const farthest = 300

/** "To double this volume": the last value of the paragraph, where the promise ends in a word of quantity and does not say of what. */
const amountBefore = (scene: Scene, passage: Evidence): string | null => {
  const dated = scene.reading.times.flatMap(({ evidence }) => evidence)
  const last = termsIn(scene.terms, passage).findLast(({ start, end }) => !dated.some((time) => time.start < end && start < time.end))
  if (last?.about !== amountKey) return null
  const from = paragraphAt(scene, passage.start)
  return scene.reading.figures.findLast(({ evidence: [{ start }] }) => start < passage.start && start >= from)?.id ?? null
}

/** "They call on firms to work in them": the list, works or paper that the sentence told of last, where the promise names nothing but a field that fits. */
const namedBefore = (scene: Scene, passage: Evidence): string | null => {
  const own = aboutOf(scene, [passage], [], [])
  if (own.some((key) => !key.startsWith('sector:'))) return null
  const from = sentenceAt(scene, passage.start)
  const things = [...scene.reading.instruments, ...scene.reading.projects].filter(({ evidence: [{ start }] }) => start < passage.start && start >= from)
  const last = things.toSorted((one, other) => one.evidence[0].start - other.evidence[0].start).at(-1)
  return last && !conflict(own, aboutOf(scene, last.evidence, [], [])) ? last.id : null
}

const seek: Partial<Record<Action, (scene: Scene, passage: Evidence) => string | null>> =
  { open: worksBefore, complete: worksBefore, launch: worksBefore, build: worksBefore, increase: amountBefore, reduce: amountBefore, implement: namedBefore }

/** The thing that a promise is about and does not name, since its text told it before. */
export const toldBefore = (scene: Scene, { action, evidence: [passage] }: Commitment): ClaimId | null => {
  const found = seek[action]?.(scene, passage) ?? null
  return found === null ? null : scene.idOf.get(found)!
}

const isField = (key: string): boolean => key.startsWith('sector:')

/** The project of the same text that is told by the same field and a further word; null where several are told so alike. */
const sameWorks = ({ about }: Claim<CommitmentItem>, projects: readonly Claim<ProjectItem>[]): ClaimId | null => {
  const shared = projects.map((project) => ({ project, keys: project.about.filter((key) => about.includes(key)) }))
    .filter(({ project, keys }) => keys.some(isField) && keys.some((key) => !isField(key)) && !conflict(about, project.about))
  const most = Math.max(0, ...shared.map(({ keys }) => keys.length))
  const best = shared.filter(({ keys }) => keys.length === most)
  return best.length === 1 ? best[0]!.project.id : null
}

/** What stands before a passage: by what a promise of works is told that does not tell it itself. The dateline is no place of the works. */
const tellings = (scene: Scene, from: number, to: number): readonly string[] => {
  const { place } = scene.reading.document
  const dateline = scene.reading.entities.find(({ id }) => id === place)?.evidence[0].end ?? 0
  return aboutOf(scene, [{ start: Math.max(from, dateline), end: to }], [], [])
}

/** "The company that runs the light railway says that the line will open": the field and place of works, where the promise has a word for them and names neither, are those that its sentence told before. */
const worksIn = (scene: Scene, { about, evidence: [{ start }] }: Claim<CommitmentItem>): readonly string[] =>
  about.length === 0 || about.some((key) => isField(key) || isTelling(key)) ? about : [...new Set([...about, ...tellings(scene, sentenceAt(scene, start), start)])]

/** Promises that belong with works: those that are told like a project of the text go with it, others of works are told by what their sentence says. */
export const withWorks = (scene: Scene, promises: readonly Claim<CommitmentItem>[], projects: readonly Claim<ProjectItem>[]): readonly Claim<CommitmentItem>[] =>
  promises.map((promise) => {
    if (promise.item.about !== null) return promise
    const about = sameWorks(promise, projects)
    if (about !== null) return { ...promise, item: { ...promise.item, about } }
    return ofWorks.has(promise.item.action) ? { ...promise, about: worksIn(scene, promise) } : promise
  })

/** Whether a count tells how far the members of a list have come, not what they are. */
const workedOff = ({ stage }: ProjectItem): boolean => projectRungs[stage] >= projectRungs['under-construction']

/** A larger set that was told in this paragraph or the one before. A count of what is done has no members of its own: what is told beside it belongs to the same set. */
const setOf = (scene: Scene, { count }: ProjectItem, start: number, before: readonly Claim[]): ClaimId | null => {
  const from = previous(scene, paragraphAt(scene, start))
  const set = before.findLast((other): other is Claim<ProjectItem> => other.item.kind === 'project' && (other.item.count ?? 0) > count! && other.evidence.some((passage) => passage.start < start && passage.start >= from))
  return set ? (workedOff(set.item) ? (set.item.partOf ?? set.id) : set.id) : null
}

/** How near, in code points, two counts of one set stand: "34 were finished and 43 are under way". */
const beside = 24

/** The count told just before, of projects that have come to another stage: the two tell how far one set has come. */
const besideOf = ({ stage }: ProjectItem, { about, evidence: [{ start }] }: Claim, before: readonly Claim[]): ClaimId | null => {
  const last = before.at(-1)
  if (last?.item.kind !== 'project' || last.item.count === null || last.item.partOf !== null || start - last.evidence[0].end > beside) return null
  return last.item.stage !== stage && workedOff(last.item) && about.every((key) => last.about.includes(key)) ? last.id : null
}

const inList = (scene: Scene, thing: Claim, before: readonly Claim[]): Claim => {
  const { item, about, evidence: [{ start }] } = thing
  if (item.kind !== 'project' || item.partOf !== null || item.count === null || item.count < 2 || about.some((key) => !key.startsWith('word:'))) return thing
  const partOf = setOf(scene, item, start, before) ?? (workedOff(item) ? besideOf(item, thing, before) : null)
  return partOf ? { ...thing, item: { ...item, partOf } } : thing
}

/** A count of members, told in the paragraph of their list by nothing but the number: how far the list is worked off, or what is due of it. */
export const withList = (scene: Scene, things: readonly Claim[]): readonly Claim[] => {
  const out: Claim[] = []
  for (const thing of things) out.push(inList(scene, thing, out))
  return out
}

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

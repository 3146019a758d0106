import type { Edtf, Reading } from '../model/index.ts'
import { close, type Closing } from './close.ts'
import { readCommitments } from './commitments.ts'
import { dateFrom, datelineOf } from './dateline.ts'
import type { InstrumentDraft, ProjectDraft } from './drafts.ts'
import { readFigures } from './figures.ts'
import { readInstruments } from './instruments.ts'
import type { Pack } from './lexicon/pack.ts'
import { readMeetings } from './meetings.ts'
import { markNames } from './names.ts'
import { openPage } from './open.ts'
import type { Page } from './page.ts'
import { readProjects } from './projects.ts'
import { markQuantities } from './quantities.ts'
import { type Promised, promisedOf } from './promised.ts'
import { type Scene, sceneOf } from './scene.ts'
import { speakers } from './speakers.ts'
import { markTimes } from './times.ts'
import { countTotals } from './totals.ts'

/** The passes that mark a page, in order; each adds a layer. */
export const marking: readonly ((page: Page) => Page)[] = [markNames, markTimes, markQuantities]

const claimedBy = (scene: Scene, promised: Promised, others: readonly (InstrumentDraft | ProjectDraft)[]): ((at: number) => boolean) => {
  const taken = new Uint8Array(scene.words.length)
  for (const { target } of promised.list) if (target) taken.fill(1, target.from, target.to)
  if (scene.page.pack.syntax.subject === 'before') for (const { sort, from, to } of scene.page.quantities) if (sort === 'share' && promised.at[from]! >= 0) taken.fill(1, from, to)
  for (const other of others) if (other.kind === 'project') for (const measure of other.measures) taken.fill(1, measure.from, measure.to)
  for (const { value } of others) if (value) taken.fill(1, value.from, value.to)
  return (at) => taken[at] === 1
}

/** What became of a text: its reading, and the scene it was read from. Same text, same pack, same date: the same, on any machine. */
export const readText = (source: string, pack: Pack, issued: Edtf | null, closing: Closing): { readonly reading: Reading; readonly scene: Scene } => {
  const opened = openPage(source, pack, issued)
  const dateline = datelineOf(opened)
  const scene = sceneOf(marking.reduce((page, mark) => mark(page), dateFrom(opened, dateline)))
  const { commitments, gaps } = readCommitments(scene, speakers(scene))
  const promised = promisedOf(scene, commitments)
  const instruments = readInstruments(scene, promised)
  const projects = readProjects(scene, promised)
  const figures = readFigures(scene, claimedBy(scene, promised, [...instruments, ...projects]))
  const counted = countTotals(scene, readMeetings(scene, promised), commitments, instruments)
  return { scene, reading: close(scene, { ...counted, instruments, projects, figures, gaps: [...gaps, ...counted.gaps], dateline }, closing) }
}

import type { Edtf, Reading } from '../model/index.ts'
import type { Text } from '../text/index.ts'
import { close } from './close.ts'
import { readCommitments, speakers } from './commitments.ts'
import { readFigures } from './figures.ts'
import { readInstruments } from './instruments.ts'
import type { Pack } from './lexicon/pack.ts'
import { readMeetings } from './meetings.ts'
import { markNames } from './names.ts'
import { openPage } from './open.ts'
import type { Page } from './page.ts'
import { readProjects } from './projects.ts'
import { markQuantities } from './quantities.ts'
import { sceneOf } from './scene.ts'
import { markTimes } from './times.ts'

/** The passes that mark a page, in order; each adds a layer. */
export const marking: readonly ((page: Page) => Page)[] = [markTimes, markQuantities, markNames]

/** Same text, same pack, same date: same reading, on any machine. */
export const readText = (text: Text, pack: Pack, issued: Edtf | null, sha256: string): Reading => {
  const scene = sceneOf(marking.reduce((page, mark) => mark(page), openPage(text, pack, issued)))
  const commitments = readCommitments(scene, speakers(scene))
  const instruments = readInstruments(scene, commitments)
  const projects = readProjects(scene, commitments)
  const claimed = (at: number): boolean =>
    commitments.some(({ target }) => target !== null && target.from <= at && at < target.to) ||
    [...instruments, ...projects].some(({ passages, value }) => value !== null && passages.some(({ from, to }) => from <= at && at < to))
  return close(scene, { meetings: readMeetings(scene), commitments, instruments, projects, figures: readFigures(scene, claimed) }, sha256)
}

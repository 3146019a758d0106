import { find } from './names/find.ts'
import { scanOf } from './names/scan.ts'
import { settle } from './names/settle.ts'
import type { Page } from './page.ts'

export { companyBefore, principals, resolveActor, stateOf } from './names/states.ts'

/**
 * Marks every passage that names a state, person, body, company, place, programme or event. Mentions stand in the order of the text and
 * never overlap: what is named inside another (the demonym in a title) stands in its `inner`.
 */
export const markNames = (page: Page): Page => {
  const scan = scanOf(page)
  return { ...page, mentions: settle(scan, find(scan)) }
}

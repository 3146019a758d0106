import { loadPack } from '../lexicon/load.ts'
import { openPage } from '../open.ts'
import type { Page, QuantityMark, Span, TimeMark } from '../page.ts'
import { markQuantities } from '../quantities.ts'
import { markTimes } from '../times.ts'

/** For tests: what is read in a text, one line each, in the notation of the packs, with the rule that read it. */

type Told = readonly (readonly [said: string, rule: string])[]

const quote = ({ text }: Page, { from, to }: Span): string => text.source.slice(text.starts[from], text.ends[to - 1])

/** A page with times and quantities marked and no names. */
export const testPage = (text: string, issued: string | null, language = 'ar'): Page => markQuantities(markTimes(openPage(text, loadPack(language), issued)))

const time = (page: Page, mark: TimeMark): string => `${quote(page, mark)} = ${mark.edtf ?? mark.hedge ?? '?'}${mark.limit ? ' limit' : ''}`

const quantity = (page: Page, mark: QuantityMark): string =>
  `${quote(page, mark)} = ${mark.approximate ? '~' : ''}${mark.value ?? '?'} ${mark.unit || '?'}${mark.per === null ? '' : ` per ${mark.per}`}${mark.repeats ? ' repeats' : ''}`

export const timesIn = (text: string, issued: string | null, language = 'ar'): Told => {
  const page = testPage(text, issued, language)
  return page.times.map((mark) => [time(page, mark), mark.rule])
}

export const quantitiesIn = (text: string, issued: string | null, language = 'ar'): Told => {
  const page = testPage(text, issued, language)
  return page.quantities.map((mark) => [quantity(page, mark), mark.rule])
}

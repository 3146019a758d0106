import { paragraphs, type Stretch, trimmed } from './points.ts'

const points = (range: Range): number => Array.from(range.toString()).length

/** The part of a range that lies in an element, in code points from where its words begin; null when there is none. */
const within = (range: Range, element: Element): Stretch | null => {
  if (!range.intersectsNode(element)) return null
  const all = document.createRange()
  all.selectNodeContents(element)
  const [before, until] = [all.cloneRange(), all.cloneRange()]
  if (range.compareBoundaryPoints(Range.START_TO_START, all) > 0) before.setEnd(range.startContainer, range.startOffset)
  else before.collapse(true)
  if (range.compareBoundaryPoints(Range.END_TO_END, all) < 0) until.setEnd(range.endContainer, range.endOffset)
  return { start: points(before), end: points(until) }
}

/** The stretch of the document's text that is marked on the page, in code points; null when none is. A selection often ends beyond the words that one sees marked. */
export const selected = (text: string): Stretch | null => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const parts = [...document.querySelectorAll('.sheet-text > li > p')].flatMap((words, at) => {
    const part = within(range, words)
    const from = paragraphs(text)[at]!.start
    return part && part.end > part.start ? [{ start: from + part.start, end: from + part.end }] : []
  })
  return parts.length === 0 ? null : trimmed(text, { start: parts[0]!.start, end: parts.at(-1)!.end })
}

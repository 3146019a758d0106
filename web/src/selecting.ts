import { paragraphs, type Stretch, trimmed } from './points.ts'

const points = (text: string): number => Array.from(text).length

/** The code points before a place of the page, within the paragraph that holds it; null outside of the text. */
const before = (node: Node, offset: number): { readonly paragraph: number; readonly points: number } | null => {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.sheet-text > li')
  const words = holder?.querySelector('p')
  if (!holder || !words || !words.contains(node)) return null
  const range = document.createRange()
  range.setStart(words, 0)
  range.setEnd(node, offset)
  return { paragraph: [...holder.parentElement!.children].indexOf(holder), points: points(range.toString()) }
}

/** The stretch of the document's text that is marked on the page, in code points; null when none is. */
export const selected = (text: string): Stretch | null => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [from, to] = [before(range.startContainer, range.startOffset), before(range.endContainer, range.endOffset)]
  if (!from || !to) return null
  const all = paragraphs(text)
  return trimmed(text, { start: all[from.paragraph]!.start + from.points, end: all[to.paragraph]!.start + to.points })
}

import type { Line } from '../ledger/index.ts'
import type { History } from '../store/index.ts'
import { Problem } from './problem.ts'

/** The tag of a thread (RFC 9110, section 8.8.3): the identifier of its newest line. */
export const tagOf = (lines: readonly Line[]): string => `"${encodeURIComponent(lines.at(-1)?.id ?? '')}"`

/** The tags of an `If-Match`. Weak ones and `*` say nothing of what somebody has seen. */
export const tagsIn = (header: string | undefined): readonly string[] => {
  const tags = (header ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== '')
  if (tags.length === 0) throw new Problem('unconditional', 'Send If-Match with the ETag of every thread that the decision touches, as GET /api/threads/:id gives it: what was decided in the meantime must not be missed.')
  const odd = tags.find((tag) => !/^"[!#-~]*"$/.test(tag))
  if (odd !== undefined) throw new Problem('invalid', `If-Match has ${odd}, which is no ETag of a thread: send it with its quotation marks, as it was given.`)
  return tags
}

/** The lines that came after the last that one of the tags names; all when none names any. */
const since = (lines: readonly Line[], tags: readonly string[]): readonly Line[] => lines.slice(lines.findLastIndex((line) => tags.includes(tagOf([line]))) + 1)

/** Refuses a decision on threads that are no longer as they were seen, with what came since. */
export const checkUnchanged = (touched: readonly History[], tags: readonly string[]): void => {
  const changed = touched.filter(({ lines }) => !tags.includes(tagOf(lines)))
  if (changed.length === 0) return
  throw new Problem('stale', `${changed.map(({ id }) => `thread ${id}`).join(' and ')} changed since it was read. Look at what changed, then decide again with the new ETag. Nothing was written.`, {
    threads: changed.map(({ id, lines }) => ({ thread: id, etag: tagOf(lines), changed: since(lines, tags).slice(-100) })),
  })
}

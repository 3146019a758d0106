import type { Line } from '../ledger/index.ts'
import type { Doubt, Told } from '../store/index.ts'
import { ownLine, wrap, writtenLeftward } from './layout.ts'
import type { Look } from './view.ts'
import { visible } from './visible.ts'

/** What a person may answer to "are they one thing?". */
export type Answer = 'y' | 'n' | 's' | 'q'

const side = (thread: Told | null, look: Look): readonly string[] =>
  (thread?.evidence ?? []).slice(0, 3).flatMap(({ said, quote, claim }) => {
    const clean = visible(quote)
    return [`    ${said}  ${claim}`, ...wrap(clean, look.width - 6).map((line) => ownLine(line, writtenLeftward(clean), '      '))]
  })

const doubtOf = ({ line, claim, into }: Doubt, look: Look): readonly string[] => [
  line.entry.kind === 'doubted' ? `${line.entry.claim} may belong to ${line.entry.into}: ${line.entry.because.map(({ says }) => visible(says)).join('; ')}` : '',
  '  this', ...side(claim, look), '  and this', ...side(into, look), '',
]

/** What waits for a person. */
export const doubtLines = (waiting: readonly Doubt[], look: Look): string => `${waiting.flatMap((doubt) => doubtOf(doubt, look)).join('\n')}\n`

/** The lines that a decision wrote. */
export const writtenLines = (lines: readonly Line[]): string => lines.map(({ id, entry }) => `written: ${entry.kind}  [${visible(id)}]\n`).join('')

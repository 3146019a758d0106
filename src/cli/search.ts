import { parseArgs } from 'node:util'
import { Misuse } from '../ledger/index.ts'
import { found, type Found, printedFound, whyFound, wordsOf } from '../server/index.ts'
import type { Place } from '../store/index.ts'
import { painted, signs } from './boardlines.ts'
import { ownLine, quoted, wrap, writtenLeftward } from './layout.ts'
import { withLedger } from './ledger.ts'
import { momentHelp, momentOf, momentOptions } from './moment.ts'
import { oneOf, whole } from './options.ts'
import { finished } from './output.ts'
import { lookOf } from './read.ts'
import { misuse } from './usage.ts'
import type { Look } from './view.ts'
import { json, visible } from './visible.ts'

const options = { ledger: { type: 'string' }, ...momentOptions, limit: { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

export const searchHelp = `tawafuq search WORDS

Documents that have all the words, in whatever spelling, with whatever is written fast to them, and under whatever name an entity goes;
with the threads that stand on those passages, and why each passage was found.

  --ledger WHERE     a file, or postgres://…; else TAWAFUQ_LEDGER, else a file in your data folder
${momentHelp}  --limit N          at most so many documents, the newest first; 20 if not given
  --format FORMAT    text, or json

Examples
  tawafuq search WORD
  tawafuq search WORD WORD --limit 5
`

const passage = (text: string, { start, end }: Place): string => {
  const points = Array.from(text)
  const [from, to] = [Math.max(0, start - 60), Math.min(points.length, end + 60)]
  return visible(`${from > 0 ? '…' : ''}${points.slice(from, to).join('')}${to < points.length ? '…' : ''}`)
}

const shownPlaces = 3

const lines = ({ name, said, text, places, told }: Found, look: Look): readonly string[] => [
  `${visible(name)} · ${said} · ${places.length} ${places.length === 1 ? 'place' : 'places'}`,
  ...places.slice(0, shownPlaces).flatMap((place) => {
    const around = passage(text, place)
    return [`  ${quoted(visible(place.quote), writtenLeftward(place.quote))}: ${whyFound(place)}`, ...wrap(around, look.width - 6).map((line) => ownLine(line, writtenLeftward(around), '      '))]
  }),
  ...told.map(({ id, state, title }) => `  ${painted(`${signs[state]} ${state}`, state, look)} ${id.slice(0, 7)} ${quoted(visible(title), writtenLeftward(title))}`),
  '',
]

/** `tawafuq search WORDS` */
export const searchVerb = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = misuse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (values.help) return finished(searchHelp)
  const words = wordsOf(positionals.join(' '))
  if (words.length === 0) throw new Misuse('No words were given: tawafuq search WORD')
  const moment = momentOf(values)
  const limit = whole('--limit', values.limit, 20)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  return withLedger(values.ledger, async (ledger) => {
    const hits = await found(ledger, words, moment, limit)
    if (format === 'json') return finished(`${json(hits.map(printedFound), 1)}\n`)
    return finished(hits.length === 0 ? 'No document has all these words.\n' : `${hits.flatMap((one) => lines(one, lookOf(false))).join('\n')}`)
  })
}

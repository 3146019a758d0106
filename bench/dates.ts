import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en, type ParsedComponents, type ParsedResult } from 'chrono-node'
import { parse } from 'yaml'
import { read } from '../src/reader/index.ts'

// Dates of news-like English sentences, read by us and by chrono-node's English parser: `node bench/dates.ts` prints the table.

type Fact = { readonly says: string; readonly on: string; readonly is: string }

export const facts = parse(readFileSync(join(import.meta.dirname, 'dates-en.yaml'), 'utf8'), { schema: 'failsafe' }) as Readonly<Record<'chrono' | 'news', readonly Fact[]>>

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** As finely as it was said: what chrono only implies is left out. */
const written = (at: ParsedComponents): string => {
  const day = at.date().toISOString().slice(0, 10)
  return at.isCertain('day') || at.isCertain('weekday') ? day : at.isCertain('month') ? day.slice(0, 7) : at.isCertain('year') ? day.slice(0, 4) : day
}

const chronoEdtf = ({ start, end }: ParsedResult): string => (end ? `${written(start)}/${written(end)}` : written(start))

const inside = (day: string, span: string): boolean => {
  const [from = '', to = from] = span.split('/')
  return day.length === 10 && span.includes('/') && from.length === 10 && day >= from && day <= to
}

export const ours = ({ says, on }: Fact): readonly string[] => read(says, { issued: on, language: 'en' }).times.flatMap(({ edtf }) => edtf ?? [])
export const chronos = ({ says, on }: Fact): readonly string[] => en.parse(says, noon(on)).map(chronoEdtf)

/** A day within a week that was meant is right as well: chrono gives days for weeks. */
export const right = (values: readonly string[], { is }: Fact): boolean => values.length === 1 && (values[0] === is || inside(values[0]!, is))

const line = (fact: Fact): string => {
  const [one, other] = [ours(fact), chronos(fact)]
  return `${right(one, fact) ? '+' : '-'} ${right(other, fact) ? '+' : '-'}  ${fact.is.padEnd(22)} ${one.join(' ').padEnd(22)} ${other.join(' ').padEnd(22)} ${fact.says}`
}

const main = (): void => {
  for (const [group, list] of Object.entries(facts)) {
    const count = (of: (fact: Fact) => readonly string[]): number => list.filter((fact) => right(of(fact), fact)).length
    console.log(`${group}: ours ${count(ours)}, chrono-node ${count(chronos)} of ${list.length}\n${list.map(line).join('\n')}\n`)
  }
}

if (import.meta.main) main()

import type { Counts } from '../api.ts'
import type { Group, Heading } from '../grouping.ts'
import { To } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Name } from './Passage.tsx'
import { useSessionName } from './sessionName.ts'
import { StateSign } from './StateSign.tsx'

/** How many rows stand under a heading. `counts`: of the whole board by state, where nothing else narrows it; `complete`: whether all rows were read. */
export type Under = { readonly counts: Counts | null; readonly complete: boolean }

const Named = ({ heading }: { readonly heading: Heading }) => {
  const { t, date, regions } = useSpeech()
  const name = useSessionName()
  switch (heading.kind) {
    case 'state': return <StateSign state={heading.state} />
    case 'outside': return <><span>{regions(heading.between)}</span><small>{t('board.outside')}</small></>
    case 'session': {
      const { thread, session, kind, ordinal, date: day } = heading.sitting
      return (
        <>
          <To page="threads" id={thread}><Name of={heading.sitting} /></To>
          <small>{kind === 'mechanism' && <><To page="sessions" id={session}>{name({ ordinal })}</To>{day !== null && ' · '}</>}{day !== null && date(day)}</small>
        </>
      )
    }
  }
}

/** What stands above the rows of a group, and how many they are. */
export const GroupHead = ({ heading, rows, under: { counts, complete } }: { readonly heading: Heading; readonly rows: Group['rows']; readonly under: Under }) => {
  const { count, number } = useSpeech()
  const exact = heading.kind === 'state' && counts ? counts[heading.state] : null
  return <h2><Named heading={heading} /> <small className="group-count">{exact !== null || complete ? count('board.count', exact ?? rows.length) : `${number(rows.length)}+`}</small></h2>
}

import { api, type Doubt, type Thread } from '../api.ts'
import { useAsk } from '../asking.ts'
import { decide } from '../deciding.ts'
import { To } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { Mark } from '../pieces/Mark.tsx'
import { useMayDecide } from '../pieces/may.ts'
import { Passage, Title } from '../pieces/Passage.tsx'
import { StateSign } from '../pieces/StateSign.tsx'
import { Empty, Refusal, Waiting } from '../pieces/Waiting.tsx'

const shown = 3

const Side = ({ thread, name }: { readonly thread: Thread; readonly name: string }) => (
  <div className="side">
    <h2><small>{name}</small> <To page="threads" id={thread.id}><Title of={thread} /></To> <StateSign state={thread.state} /></h2>
    {thread.evidence.slice(0, shown).map((cited) => <Passage key={`${cited.claim} ${cited.start}`} cited={cited} small />)}
  </div>
)

const DoubtLine = ({ doubt: { line, because, claim, into } }: { readonly doubt: Doubt }) => {
  const { t, named } = useSpeech()
  const may = useMayDecide()
  if (!claim || !into) return null
  const why = because.map(({ code }) => named('because', code)).join(t('list'))
  return (
    <li className="doubt">
      <div className="sides"><Side thread={claim} name={t('doubts.this')} /><Side thread={into} name={t('doubts.that')} /></div>
      <p>{why} <Mark origin="inferred" /></p>
      {may && <div className="row">
        <span>{t('doubts.one')}</span>
        <button type="button" className="button" onClick={() => void decide({ decision: 'join', claim: claim.id, thread: into.id, why: t('doubts.yes'), doubt: line }, { [claim.id]: claim.etag, [into.id]: into.etag })}>{t('doubts.yes')}</button>
        <button type="button" className="button" onClick={() => void decide({ decision: 'refuse', doubt: line, why: t('doubts.no') }, { [claim.id]: claim.etag, [into.id]: into.etag })}>{t('doubts.no')}</button>
      </div>}
    </li>
  )
}

/** What the program is unsure about: one thing or two? */
export const Doubts = () => {
  const { t } = useSpeech()
  const { value, slow, refused, again } = useAsk('doubts', () => api.doubts())
  if (refused) return <Refusal refused={refused} again={again} />
  return (
    <>
      <h1 className="page-title">{t('doubts.title')}</h1>
      {!value && <Waiting slow={slow} doing="reading" />}
      {value?.length === 0 && <Empty title={t('doubts.none')} what={t('doubts.none-what')} add={false} />}
      {value && value.length > 0 && <ul className="bare">{value.map((doubt) => <DoubtLine key={doubt.line} doubt={doubt} />)}</ul>}
    </>
  )
}

import { api, type Listed } from '../api.ts'
import { useAsk } from '../asking.ts'
import { hasAll } from '../fold.ts'
import { alter, To, useMoment, useParam } from '../place.tsx'
import { useSpeech } from '../speech.ts'
import { thereAt } from './Moment.tsx'
import { shortName } from './Passage.tsx'
import { SampleLine } from './Sample.tsx'
import { Empty, Refusal, Waiting } from './Waiting.tsx'

const DocumentLine = ({ document: { sha256, name, said, language, outlet, between, withdrawn } }: { readonly document: Listed }) => {
  const { t, date, regions, language: languageName } = useSpeech()
  return (
    <tr data-withdrawn={withdrawn !== null}>
      <th scope="row"><To page="desk" id={sha256}><bdi>{shortName(name, sha256)}</bdi></To>{outlet && <small> <bdi>{outlet}</bdi></small>}{withdrawn !== null && <small> · {t('desk.out')}</small>}</th>
      <td>{date(said)}</td><td>{language ? languageName(language) : ''}</td><td>{regions(between)}</td>
    </tr>
  )
}

/** How many documents are listed; a search finds the others. */
const most = 500

const List = ({ documents, query }: { readonly documents: readonly Listed[]; readonly query: string }) => {
  const { t } = useSpeech()
  const fitting = documents.filter(({ name, outlet, said }) => hasAll(`${name} ${outlet ?? ''} ${said}`, query)).slice(0, most)
  if (fitting.length === 0) return <p className="quiet">{t('desk.none-fit')}</p>
  return (
    <div className="scrolling" role="region" aria-label={t('desk.title')} tabIndex={0}>
      <table className="full">
        <thead><tr>{['name', 'said', 'language', 'between'].map((column) => <th key={column} scope="col">{t(`desk.column.${column}`)}</th>)}</tr></thead>
        <tbody>{fitting.map((document) => <DocumentLine key={document.sha256} document={document} />)}</tbody>
      </table>
    </div>
  )
}

/** All documents, the newest first, to be opened at the desk. */
export const Documents = () => {
  const { t } = useSpeech()
  const moment = useMoment()
  const query = useParam('q') ?? ''
  const { value, slow, refused, again } = useAsk('documents', () => api.documents())
  if (refused) return <Refusal refused={refused} again={again} />
  if (!value) return <Waiting slow={slow} doing="reading" />
  if (value.length === 0) return <><h1 className="page-title">{t('desk.title')}</h1><Empty title={t('desk.none')} what={t('desk.choose')} /></>
  return (
    <>
      <h1 className="page-title">{t('desk.title')}</h1>
      <p className="quiet">{t('desk.choose')}</p>
      <SampleLine />
      <label className="field narrow"><span>{t('desk.find')}</span><input type="search" {...(query === '' ? {} : { dir: 'auto' })} value={query} onChange={(event) => alter({ q: event.target.value })} /></label>
      <List documents={value.filter((one) => thereAt(moment, one))} query={query} />
    </>
  )
}

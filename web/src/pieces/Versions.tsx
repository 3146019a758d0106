import type { ThreadPage, Versions } from '../api.ts'
import { type Speech, isolated, useSpeech } from '../speech.ts'
import { Own, Passage, shortName } from './Passage.tsx'

type Difference = Versions['differences'][number]

const dated = new Set(['other-date', 'no-date', 'vaguer-date'])

/** An amount as the ledger writes it: its number, its unit, what it is a rate of. */
const measured = /^(-?[\d.]+(?:e\+?\d+)?) (\S.*?)(?: per (\w+))?$/

/** What one of the versions has, in the reader's words where it is a code or a date. */
const valueIn = ({ code }: Difference, value: string, { t, named, date, amount }: Speech): string => {
  if (value === '-') return t('versions.nothing')
  const [, number, unit, per] = measured.exec(value) ?? []
  if (number !== undefined) return amount(Number(number), unit!, per ?? null)
  return dated.has(code) ? date(value) : isolated(named('force', named('step', value)))
}

const Difference = ({ one, versions }: { readonly one: Difference; readonly versions: Versions }) => {
  const speech = useSpeech()
  const { t, named } = speech
  const less = versions.documents.find(({ document }) => document === one.document)
  const [told, other] = one.values ?? []
  return (
    <li className="difference">
      <p><strong>{t(`versions.${one.kind}`, { document: isolated(shortName(less?.name ?? null, one.document)) })}</strong>
        {told !== undefined && other !== undefined && <> · {named('versions.code', one.code)}: {t('versions.values', { told: valueIn(one, told, speech), other: valueIn(one, other, speech) })}</>}</p>
      <div className="side-by-side"><Passage cited={one.told} small />{one.other && <Passage cited={one.other} small />}</div>
    </li>
  )
}

const Meeting = ({ versions }: { readonly versions: Versions }) => {
  const { t } = useSpeech()
  return (
    <>
      <p className="quiet">{t('versions.of')} {versions.documents.map(({ document, name }, at) => <span key={document}>{at > 0 && t('list')}<bdi>{shortName(name, document)}</bdi></span>)}</p>
      {versions.differences.length === 0 && <p className="quiet">{t('versions.none')}</p>}
      <ul className="bare">{versions.differences.map((one) => <Difference key={`${one.kind} ${one.code} ${one.told.claim} ${one.document}`} one={one} versions={versions} />)}</ul>
    </>
  )
}

/** In what the reports of meetings differ, and whose names in them may be those of one person. Nothing where nothing was reported twice. */
export const VersionsOf = ({ versions, people }: Pick<ThreadPage, 'versions' | 'people'>) => {
  const { t } = useSpeech()
  if (versions.length + people.length === 0) return null
  return (
    <section className="versions">
      {versions.length > 0 && <><h2>{t('versions.title')}</h2>{versions.map((one) => <Meeting key={one.meeting} versions={one} />)}</>}
      {people.length > 0 && <><h2>{t('versions.people')}</h2><ul className="bare">{people.map(({ one, other }) => <li key={`${one.claim} ${one.person} ${other.person}`}><Own>{one.person}</Own> · <Own>{other.person}</Own></li>)}</ul></>}
    </section>
  )
}

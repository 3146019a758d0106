import { Component, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Address, Page } from './address.ts'
import { like, useLiking } from './liking.ts'
import { Board } from './pages/Board.tsx'
import { MomentBar } from './pieces/Moment.tsx'
import { NoticeLine } from './pieces/NoticeLine.tsx'
import { Account } from './pieces/SignIn.tsx'
import { Fetching } from './pieces/Waiting.tsx'
import { To, usePlace } from './place.tsx'
import { SpeechContext, speeches, useSpeech } from './speech.ts'
import { over, underWay, useJobs } from './taking.ts'
import { locales } from './written.ts'

const Thread = lazy(async () => ({ default: (await import('./pages/Thread.tsx')).ThreadSheet }))
const Desk = lazy(async () => ({ default: (await import('./pages/Desk.tsx')).Desk }))
const Doubts = lazy(async () => ({ default: (await import('./pages/Doubts.tsx')).Doubts }))
const Sessions = lazy(async () => ({ default: (await import('./pages/Sessions.tsx')).Sessions }))
const Projects = lazy(async () => ({ default: (await import('./pages/Projects.tsx')).Projects }))
const Targets = lazy(async () => ({ default: (await import('./pages/Targets.tsx')).Targets }))
const World = lazy(async () => ({ default: (await import('./pages/World.tsx')).World }))
const Add = lazy(async () => ({ default: (await import('./pages/Add.tsx')).Add }))

const Shown = ({ page, id }: Address) => {
  switch (page) {
    case 'board': return <Board />
    case 'threads': return id === null ? <Board /> : <Thread key={id} id={id} />
    case 'desk': return <Desk key={id} id={id} />
    case 'doubts': return <Doubts />
    case 'sessions': return <Sessions id={id} />
    case 'projects': return <Projects />
    case 'targets': return <Targets />
    case 'map': return <World />
    case 'add': return <Add />
  }
}

const places: readonly Page[] = ['board', 'sessions', 'projects', 'targets', 'map', 'desk', 'doubts', 'add']

const Likings = () => {
  const { t, tongue } = useSpeech()
  const { theme } = useLiking()
  const other = tongue === 'ar' ? 'en' : 'ar'
  return (
    <div className="likings">
      <Account />
      <button type="button" className="plain" lang={other} aria-label={t('tongueLabel')} onClick={() => like({ tongue: other })}>{t('tongue')}</button>
      <button type="button" className="plain" onClick={() => like({ theme: theme === 'dark' ? 'light' : 'dark' })}>{t(theme === 'dark' ? 'theme.to-light' : 'theme.to-dark')}</button>
    </div>
  )
}

/** How many texts were read of those that are coming, on whatever page one is. */
const Coming = () => {
  const { t, number } = useSpeech()
  const jobs = useJobs()
  return underWay(jobs) && <small className="coming"> {t('add.progress', { n: number(jobs.filter(over).length), all: number(jobs.length) })}</small>
}

/** On a narrow page the pages run on in a line: the one that is open is brought into sight, and nothing else moves. */
const bringIn = (line: HTMLElement): void => {
  const [room, link] = [line.getBoundingClientRect(), line.querySelector('[aria-current]')?.getBoundingClientRect()]
  if (link) line.scrollBy({ left: Math.max(0, link.right - room.right) + Math.min(0, link.left - room.left) })
}

const Top = () => {
  const { t } = useSpeech()
  const { page } = usePlace()
  const here = page === 'threads' ? 'board' : page
  const nav = useRef<HTMLElement>(null)
  useEffect(() => { if (nav.current) bringIn(nav.current) }, [here])
  return (
    <header className="top">
      <a className="skip" href="#main">{t('skip')}</a>
      <To page="board" className="brand"><span lang="ar">توافق</span> <span lang="en">Tawafuq</span></To>
      <nav ref={nav} aria-label={t('nav.label')}>{places.map((one) => <To key={one} page={one} aria-current={here === one ? 'page' : undefined}>{t(`nav.${one}`)}{one === 'add' && <Coming />}</To>)}</nav>
      <Likings />
    </header>
  )
}

/** Keeps the title of the window with the page that is open. */
const useTitle = (title: string): void => useEffect(() => { document.title = title }, [title])

type CatchProps = { readonly children: ReactNode; readonly words: ReactNode; readonly at: string }

/** A page that cannot be drawn takes nothing else with it. */
class Catch extends Component<CatchProps, { readonly broken: string | null }> {
  override state = { broken: null }
  static getDerivedStateFromError = (error: unknown): { readonly broken: string } => ({ broken: String(error) })
  override componentDidUpdate(before: CatchProps): void {
    if (before.at !== this.props.at && this.state.broken !== null) this.setState({ broken: null })
  }
  override render(): ReactNode {
    return this.state.broken === null ? this.props.children : this.props.words
  }
}

const Broken = () => {
  const { t } = useSpeech()
  return <div className="refusal" role="alert"><h1>{t('error.title')}</h1><p>{t('error.broken')}</p><p><To page="board">{t('error.to-board')}</To></p></div>
}

const House = () => {
  const { t } = useSpeech()
  const address = usePlace()
  useTitle(`${t(`nav.${address.page === 'threads' ? 'thread' : address.page}`)} · ${t('name')}`)
  return (
    <>
      <Top />
      <MomentBar />
      <main id="main" tabIndex={-1} data-page={address.page}>
        <Catch words={<Broken />} at={`${address.page} ${address.id}`}>
          <Suspense fallback={<Fetching />}><Shown {...address} /></Suspense>
        </Catch>
      </main>
      <NoticeLine />
    </>
  )
}

/** The workbench, in the language of its reader. */
export const App = () => {
  const { tongue } = useLiking()
  return (
    <I18nProvider locale={locales[tongue]}>
      <SpeechContext value={speeches[tongue]}><House /></SpeechContext>
    </I18nProvider>
  )
}

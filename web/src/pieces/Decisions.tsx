import { undoLines } from '../deciding.ts'
import { byPerson, type Decided, undoable } from '../history.ts'
import { isolated, type Speech, useSpeech } from '../speech.ts'
import { Mark } from './Mark.tsx'
import { useMayDecide } from './may.ts'

const deed = ({ line: { entry } }: Decided, { t }: Speech): string =>
  t(`line.${entry.kind}`, { state: entry.state ? t(`state.${entry.state}`) : '', owner: isolated(entry.owner ?? '') })

const becauseWords = ({ line: { entry } }: Decided, { t, named }: Speech): string => {
  const because = (entry.because ?? []).map(({ code, says }) => (code === 'decided' ? isolated(says) : named('because', code)))
  return because.length > 0 ? because.join(t('list')) : isolated(entry.why ?? entry.text ?? '')
}

const DecidedLine = ({ decided }: { readonly decided: Decided }) => {
  const speech = useSpeech()
  const { line, undone } = decided
  const why = becauseWords(decided, speech)
  const may = useMayDecide()
  return (
    <li data-undone={undone}>
      <p><Mark origin={byPerson(decided) ? 'decided' : 'inferred'} /> <bdi>{byPerson(decided) ? line.by.name : speech.t('line.program')}</bdi> · {deed(decided, speech)}{undone && <em> ({speech.t('line.undone')})</em>}</p>
      {why !== isolated('') && <p className="why">{why}</p>}
      <p className="when"><time dateTime={line.recorded}>{speech.instant(line.recorded)}</time>{may && undoable(decided) && <button type="button" className="plain" onClick={() => void undoLines([line])}>{speech.t('decide.undo')}</button>}</p>
    </li>
  )
}

/** Who decided what, the newest first; what the program joined stands apart. */
export const Decisions = ({ decided }: { readonly decided: readonly Decided[] }) => {
  const { t, number } = useSpeech()
  const [people, program] = [decided.filter(byPerson), decided.filter((one) => !byPerson(one))]
  return (
    <section className="decisions">
      <h2>{t('thread.decisions')}</h2>
      {people.length === 0 ? <p className="quiet">{t('thread.no-decisions')}</p> : <ul className="bare">{people.map((one) => <DecidedLine key={one.line.id} decided={one} />)}</ul>}
      {program.length > 0 && <details><summary>{t('line.joins')} ({number(program.length)})</summary><ul className="bare">{program.map((one) => <DecidedLine key={one.line.id} decided={one} />)}</ul></details>}
    </section>
  )
}

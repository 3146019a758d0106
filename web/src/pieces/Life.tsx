import type { Cited, Thread } from '../api.ts'
import { type Due, type Node, type Said, type Silence, type Told, toldIn } from '../life.ts'
import { wordsOf } from '../printing.ts'
import { stepOf } from '../reasons.ts'
import { type Speech, useSpeech } from '../speech.ts'
import { AsPrinted } from './AsPrinted.tsx'
import { Mark } from './Mark.tsx'
import { useMayDecide } from './may.ts'
import { Passage, shortName } from './Passage.tsx'

/** The documents that passages come from, in the order of time; their places are the numbers of the footnotes. */
export const sourcesOf = (evidence: readonly Cited[]): readonly Cited[] =>
  evidence.filter(({ document }, at) => evidence.findIndex((one) => one.document === document) === at)

const lengthOf = (months: number, { count }: Speech): string => (months >= 24 ? count('thread.years', Math.floor(months / 12)) : count('thread.months', months))

/** Where the thing stands by a passage, as a word or a value. */
export const stepWords = (cited: Pick<Cited, 'step'>, { named, amount }: Speech): string => {
  const step = stepOf(cited.step)
  return step.is === 'amount' ? amount(step.value, step.unit) : named('step', cited.step)
}

type Printed = Thread['printed']

const printedStep = (printed: Printed, { step, claim }: Cited): string | null => {
  const told = stepOf(step)
  return told.is === 'amount' ? wordsOf(printed, told, [claim]) : null
}

/** What the steps of a passage say, each once, with the words of amounts as they are printed. */
const distinct = (steps: readonly Cited[], printed: Printed, speech: Speech): ReadonlyMap<string, string | null> => new Map(steps.map((step) => [`${speech.named('kind', step.kind)}: ${stepWords(step, speech)}`, printedStep(printed, step)]))

const ToldLine = ({ told: { cited, steps }, printed, part }: { readonly told: Told; readonly printed: Printed; readonly part: ((cited: Cited) => void) | null }) => {
  const speech = useSpeech()
  const verdict = steps.find((step) => step.verdict !== null)?.verdict
  return (
    <li className="told">
      <p className="step">
        <Mark origin="said" />
        {[...distinct(steps, printed, speech)].map(([step, words]) => <span key={step} className="rung">{step}<AsPrinted words={words} /></span>)}
        {verdict && <span className="by-hand"><Mark origin="decided" /> {speech.t(`desk.verdict.${verdict}`)}</span>}
        {part && <button type="button" className="plain quiet" title={speech.t('decide.part-help')} onClick={() => part(cited)}>{speech.t('decide.part')}</button>}
      </p>
      <Passage cited={cited} source={false} />
    </li>
  )
}

const SaidNode = ({ node, printed, footnote, part }: { readonly node: Said; readonly printed: Printed; readonly footnote: number; readonly part: ((cited: Cited) => void) | null }) => {
  const { date, number } = useSpeech()
  return (
    <li className="node said">
      <p className="when"><time dateTime={node.said}>{date(node.said)}</time> <span className="from"><bdi>{shortName(node.passages[0]!.name, node.document)}</bdi><sup className="print-only">{number(footnote)}</sup></span></p>
      <ul className="bare">{toldIn(node.passages).map((told) => <ToldLine key={`${told.cited.claim} ${told.cited.start}`} told={told} printed={printed} part={part} />)}</ul>
    </li>
  )
}

const SilenceNode = ({ node }: { readonly node: Silence }) => {
  const speech = useSpeech()
  const time = lengthOf(node.months, speech)
  return <li className="node silence" style={{ minBlockSize: node.height }}><p>{node.open ? speech.t('thread.silence-open', { time, day: speech.date(node.to) }) : speech.t('thread.silence', { time })}</p></li>
}

const DueNode = ({ node }: { readonly node: Due }) => {
  const { t, date } = useSpeech()
  return <li className="node due" data-passed={node.passed}><p>{t(node.passed ? 'thread.fell-due' : 'thread.will-be-due', { due: date(node.due) })}</p></li>
}

type LifeProps = { readonly nodes: readonly Node[]; readonly thread: Pick<Thread, 'evidence' | 'printed'>; readonly part: (cited: Cited) => void }

/** Time runs down: what was said, what fell due, and the silences between, drawn to scale. */
export const Life = ({ nodes, thread: { evidence, printed }, part }: LifeProps) => {
  const sources = sourcesOf(evidence).map(({ document }) => document)
  const parts = useMayDecide() && new Set(evidence.map(({ claim }) => claim)).size > 1
  return (
    <ol className="life bare">
      {nodes.map((node) => {
        switch (node.kind) {
          case 'said': return <SaidNode key={`${node.said} ${node.document}`} node={node} printed={printed} footnote={sources.indexOf(node.document) + 1} part={parts ? part : null} />
          case 'silence': return <SilenceNode key={`silence ${node.from}`} node={node} />
          case 'due': return <DueNode key={`due ${node.due}`} node={node} />
        }
      })}
    </ol>
  )
}


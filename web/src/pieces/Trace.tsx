import type { Claim, Reading, Step } from '../api.ts'
import { useSpeech } from '../speech.ts'
import { givenBy, traceOf } from '../tracing.ts'

const StepLine = ({ step }: { readonly step: Step }) => {
  const { named, filled } = useSpeech()
  const { field, value } = givenBy(step)
  return <li><span>{named('field', field)}</span> <bdi>{filled(value)}</bdi> <code dir="ltr">{step.rule}</code></li>
}

/** Why an item was read: each rule with what it gave. */
export const Trace = ({ claim, reading }: { readonly claim: Claim; readonly reading: Reading }) => {
  const { t } = useSpeech()
  const steps = traceOf(claim, reading)
  return (
    <div className="trace">
      <p className="quiet">{t(steps ? 'desk.trace' : 'desk.trace-none')}</p>
      {steps && <ol className="bare">{steps.map((step, at) => <StepLine key={at} step={step} />)}</ol>}
    </div>
  )
}
